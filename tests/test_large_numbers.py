"""Large numbers that two texts round otherwise, wherever they stand."""

from __future__ import annotations

import pytest
from test_discrepancies import between

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.discrepancies.large_numbers import RULE, find_large_numbers
from compare.find.identity import Identities
from compare.read.article import article_from_bytes
from compare.text.document import Document


def told(one: str, other: str) -> list[tuple[str, str]]:
    known = [
        Document(article_from_bytes(text.encode(), name="x.md", label=label)[0])
        for label, text in zip("AB", (one, other), strict=True)
    ]
    return [found.values for _, found in find_large_numbers(*known)]


ROUNDED = [
    (
        "Marr kept 62,000 letters from her time at the mill.",
        "The board asked which of the roughly 60,000 letters from the mill were private.",
    ),
    (
        "Firms that fail to comply will be fined $13,653 for each offense.",
        "The bill says a firm that does not comply can be fined $14,000 a time.",
    ),
    (
        "The party raised $30.3 million in the first quarter.",
        "In that quarter the party raised more than $30m.",
    ),
    (
        "Tolby has between 10,000 and 11,000 sworn officers, of whom many in the city have caught the flu.",
        "Of the 11,000 sworn officers in the city of Tolby, the flu has struck down many.",
    ),
]
TWO_THINGS = [
    # Another sort, another unit, another status, too far apart, too small, or no word in common.
    ("Marr kept 62,000 letters from the mill.", "Marr kept 60,000 stamps from the mill."),
    ("The mill paid £62,000 in wages to Marr.", "The mill paid $60,000 in wages to Marr."),
    ("In the war 62,000 men of the valley were wounded.", "In the war 60,000 men of the valley were killed."),
    ("Marr kept 62,000 letters from the mill.", "Marr kept 40,000 letters from the mill."),
    ("Marr kept 62 letters from the mill.", "Marr kept 60 letters from the mill."),
    ("Marr kept 62,000 letters from the mill.", "Some 60,000 letters reach Ordby daily."),
    # Both texts have one of them, so they are two counts.
    (
        "Marr kept 62,000 letters from the mill. Of letters, 60,000 from the mill were read.",
        "The board read 60,000 letters from the mill that Marr kept.",
    ),
    # As exact one as the other: neither is the rounder.
    ("Marr kept 62,000 letters from the mill.", "Marr kept 61,000 letters from the mill."),
    # A former value, as its own text says.
    (
        "The mill sold 62,000 sacks of flour, up from 60,000 sacks.",
        "The mill sold 62,000 sacks of flour in the year.",
    ),
    ("The mill is worth $928 billion to Tolby.", "The mill will cost Tolby some $1 trillion."),
]


@pytest.mark.parametrize(("one", "other"), ROUNDED)
def test_a_large_number_and_its_rounder_form_are_shown(one: str, other: str) -> None:
    assert len(told(one, other)) == 1
    assert told(other, one) == [values[::-1] for values in told(one, other)]


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_large_numbers_of_two_things_are_left_alone(one: str, other: str) -> None:
    assert told(one, other) == [] == told(other, one)


def test_the_finding_says_that_both_can_hold() -> None:
    lead = "The mill of Tolby was sold on Monday after a long vote of the council.\n\n"
    one = (
        "Why Marr had refused a desk there, kept the keys herself and chose which of her 62,000 letters "
        "would go to the archive, nobody at the hearing could say, and few had asked."
    )
    other = (
        "Some 60,000 letters, by the count that a clerk swore to in the spring, lay with Marr and not where "
        "the law of the valley wants all such papers, the archive, to be."
    )
    known = {
        label: Document(article_from_bytes((lead + text).encode(), name="x.md", label=label)[0])
        for label, text in (("A", one), ("B", other))
    }
    # As in long texts, where the leads alone are linked.
    links = [link for link in align([*known.values()]).links if link.sentences == ("A1", "B1")]
    found = [d for d in find_discrepancies(links, known, Identities()) if d.rule == RULE]
    assert [(d.state, d.why) for d in found] == [
        (
            "more-or-less-precise",
            "A gives 62,000 letters, B gives Some 60,000 letters: one is rougher, both can hold.",
        )
    ]


def test_what_an_economy_is_missing_is_no_person() -> None:
    one = "The valley is still short around 4,000 jobs compared with last year."
    other = "The valley, however, is still missing more than 4,000 jobs compared with last year."
    assert "more-or-less-precise" in [d.state for d in between(one, other) if d.type == "number"]
    lost = "After the slide at the pit of Tolby 12 miners are missing."
    assert "conflict" in [d.state for d in between(lost, lost.replace("12", "15"))]
