"""Which names share a row of the ledger, and which do not."""

from __future__ import annotations

import made
import pytest
from msgspec.structs import replace

from compare.find.attribution import attributions
from compare.find.identity import Identities
from compare.read import article_from_bytes
from compare.render.parts.references import register
from compare.render.parts.speakers import NOT_NAMED, actors, ledger, sources
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
        (("A spokesman for the Harbour Board said no.", "The Harbour Board said no."), {"Harbour Board"}),
        (("The Harbour Board’s report said it was so. The board said no.",), {"Harbour Board"}),
        (("The Federal Reserve said it was so. The Fed said it was late.",), {"Federal Reserve"}),
        # Two actors, or one cannot know.
        (("Ann Orr said no.", "Ben Orr said no.", "Orr said no."), {"Ann Orr", "Ben Orr", "Orr"}),
        (("The Met Office said no.", "The Metal Union said no."), {"Met Office", "Metal Union"}),
        (("The Harbour Board said it was so.", "The board said it was late."), {"Harbour Board", "board"}),
        (
            ("Norway’s central bank said it was so.", "Peru’s central bank said no."),
            {"Norway’s central bank", "Peru’s central bank"},
        ),
        (
            ("A report by the Harbour Board said it was so. The board added that it was late.",),
            {"Harbour Board"},
        ),
        (("They said it was late. He added that it was cold.",), {NOT_NAMED}),
        # A body and whatever it publishes, whatever that is called.
        (
            ("A study by the Harbour Board found that it was so. The Harbour Board said no.",),
            {"Harbour Board"},
        ),
        (("The Harbour Board’s survey showed that it was so. The board said no.",), {"Harbour Board"}),
        (("Data released in May by the Harbour Board showed it was so.",), {"Harbour Board"}),
        (
            ("The Department of Ports said it was so.", "The Ports Department said no."),
            {"Department of Ports"},
        ),
        (("The trade group Quell Harbour Plans said it was so.",), {"Quell Harbour Plans"}),
    ],
)
def test_one_actor_has_one_row(texts: tuple[str, ...], expected: set[str]) -> None:
    assert rows(*texts) == expected


@pytest.mark.parametrize(
    ("text", "row", "named"),
    [
        # The texts name in full who is cited by the surname alone; so does a title.
        ("Orr said it was late. Then came Tove Orr. Orr said no.", "Tove Orr", True),
        ("Orr said it was late. Only President Orr can know.", "Orr", True),
        ("While Orr said it was late, we left.", "Orr", False),
        # A capital that begins a sentence makes no name; one inside of it does.
        ("Our research shows that it is late.", "research", False),
        ("Advocacy groups and firms say it is late.", "Advocacy groups and firms", False),
        ("The Harbour Board and other groups said it was late.", "Harbour Board", True),
        ("The Orr campaign said it was late. We asked Orr.", "Orr campaign", True),
    ],
)
def test_whom_a_reader_could_ask_is_named(text: str, row: str, *, named: bool) -> None:
    article = article_from_bytes(text.encode(), name="a", label="A")[0]
    found = attributions(Document(article), Identities())
    comparison = replace(made.bridge(), articles=(article,), findings=found)
    assert (row, named) in {(one.name, one.named) for one in ledger(comparison)}


def printed(text: str) -> list[tuple[str, int]]:
    """The rows that pages print for one text: name and how often it is cited."""
    article = article_from_bytes(text.encode(), name="a", label="A")[0]
    found = attributions(Document(article), Identities())
    comparison = made.comparison([article], findings=found)
    return [
        (row.name, sum(each.times for each in row.cited))
        for row in sources(comparison, register(comparison, full_texts=False))
    ]


def test_the_ledger_prints_people_and_bodies_and_counts_the_rest() -> None:
    text = (
        "Mayor Ann Orr and Ben Kent said it was late. The Harbour Board said no. Mr. Voss said no. "
        "Experts said no. They said it was cold. The board’s rival said no."
    )
    assert printed(text) == [
        ("Ann Orr", 1),
        ("Ben Kent", 1),
        ("Voss", 1),
        ("Harbour Board", 1),
        ("3 statements without a name", 3),
    ]
