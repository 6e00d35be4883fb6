"""What a report is said to be about: names that both texts begin with, whole, each once."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.topic import topic

REST = "\n\nA choir sang on the quay.\n\nThe kiosk at the pier sells tickets."


def about(one: str, other: str) -> str:
    articles = [
        article_from_bytes(f"{text}{REST}".encode(), name=f"{label}.md", label=label)[0]
        for text, label in ((one, "A"), (other, "B"))
    ]
    return topic(compare_articles(articles))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "Mayor Tove de Lind closed the old harbour of Skerrin to lorries on Monday.",
            "The old harbour of Skerrin was closed to lorries by Tove de Lind on Monday.",
            "Tove de Lind, Skerrin",
            id="a name whole, its role left out",
        ),
        pytest.param(
            "The Skerrin Ferry Board sold its night boat to Orm on Monday, the board of Orm said.",
            "On Monday the night boat was sold to Orm by the Skerrin Ferry Board, Orm said.",
            "Orm, Skerrin Ferry Board",
            id="a body in full",
        ),
        pytest.param(
            "The National Association for Ferry Trade (NAFT) sees higher tolls at Orm. "
            "NAFT asked the crews of the National Association of Orm. The ferry toll is paid.",
            "Higher tolls are seen at Orm by the National Association for Ferry Trade (NAFT). "
            "NAFT asked its members. The ferry toll is paid.",
            "NAFT, Orm, toll",
            id="a body and its letters are one",
        ),
        pytest.param(
            "The court of Skerrin will hear King v. Burrell on Monday. King v. Burrell is about tolls.",
            "On Monday King v. Burrell comes before the court of Skerrin. Tolls made King v. Burrell.",
            "King v. Burrell, Skerrin",
            id="a case keeps both its names",
        ),
        pytest.param(
            "The Harbour Safety and Ferry Administration closed Orm. Orm is a port of Skerrin.",
            "Orm was closed by the Harbour Safety and Ferry Administration, the owner of Orm said.",
            "Orm, Harbour Safety and Ferry Administration",
            id="a body of two parts",
        ),
        pytest.param(
            "The mayor, de Lind, shut the quay of Orm. The man whom de Lind met is a sailor.",
            "Orm lost its quay to de Lind on Monday. It was de Lind who shut it.",
            "De Lind, Orm, quay",
            id="a particle stays with its name",
        ),
        pytest.param(
            "The night boat was sold on Monday for a crown.",
            "On Monday the night boat was sold for a crown.",
            "",
            id="days name nothing",
        ),
        pytest.param(
            "Skerrin will raise the ferry toll. The ferry toll is paid at the quay.",
            "A higher ferry toll is planned by Skerrin. The council likes the ferry toll.",
            "Skerrin, ferry toll",
            id="a name and the thing, with what qualifies it in both",
        ),
        pytest.param(
            "The Skerrin Board for Harbours sold a ferry toll. The ferry toll is paid at the quay.",
            "A ferry toll was sold by the Skerrin Board for Harbours. The council likes the ferry toll.",
            "Skerrin Board for Harbours, ferry toll",
            id="a name over a preposition is one",
        ),
        pytest.param(
            "The mayor opened the eastern bridge. The eastern bridge of Skerrin is wide.",
            "At Skerrin the eastern gate fell. The eastern gate was old.",
            "",
            id="a quality alone is no thing",
        ),
    ],
)
def test_a_report_is_about_the_names_that_both_texts_begin_with(one: str, other: str, expected: str) -> None:
    assert about(one, other) == expected
    assert about(other, one) == expected
