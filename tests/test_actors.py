"""Which names share a row of the ledger, and which do not."""

from __future__ import annotations

import pytest

from compare.find.attribution import attributions
from compare.find.identity import Identities
from compare.read import article_from_bytes
from compare.render.parts.speakers import NOT_NAMED, actors
from compare.text.document import Document


def rows(*texts: str) -> set[str]:
    """The rows that the sources of some texts come to."""
    ids = Identities()
    articles = [
        article_from_bytes(t.encode(), name="a", label=x)[0] for t, x in zip(texts, "ABC", strict=False)
    ]
    found = [one for article in articles for one in attributions(Document(article), ids)]
    known = actors(found)
    return {known.get(one.name, one.name) for one in found}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # The same actor under two names.
        (
            ("Norway’s central bank said it was late.", "The central bank said no such thing."),
            {"Norway’s central bank"},
        ),
        (("The Harbour Board said it was so. The board added that it was late.",), {"Harbour Board"}),
        (("The Quell Rifle Club said it was so. The QRC added that it was late.",), {"Quell Rifle Club"}),
        (("John A. Orr said it was late.", "John Orr said it was cold."), {"John A. Orr"}),
        # Two actors, or one cannot know.
        (("The Harbour Board said it was so.", "The board said it was late."), {"Harbour Board", "board"}),
        (
            ("Norway’s central bank said it was so.", "Peru’s central bank said no."),
            {"Norway’s central bank", "Peru’s central bank"},
        ),
        (
            ("A report by the Harbour Board said it was so. The board added that it was late.",),
            {"report by the Harbour Board", "board"},
        ),
        (("They said it was late. He added that it was cold.",), {NOT_NAMED}),
    ],
)
def test_one_actor_has_one_row(texts: tuple[str, ...], expected: set[str]) -> None:
    assert rows(*texts) == expected
