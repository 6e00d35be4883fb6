"""A figure of a headline beside the figure of the same thing in the other text."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.identity import Identities
from compare.model import Discrepancy
from compare.read.article import article_from_bytes
from compare.text.document import Document

BODY = "The keeper wept when the judge in Tolby spoke.\n\nHe had kept the lock for years."


def between(one: tuple[str, str], other: tuple[str, str]) -> tuple[Discrepancy, ...]:
    documents = {}
    for (title, text), label in ((one, "A"), (other, "B")):
        source = f"---\ntitle: {title}\ndate: 2024-06-14\n---\n\n{text}\n\n{BODY}\n".encode()
        documents[label] = Document(article_from_bytes(source, name="x.md", label=label)[0])
    return find_discrepancies(align([*documents.values()]).links, documents, Identities())


APART = [
    (
        (
            "Lock keeper Voss jailed for eight years over theft",
            "A court sent the keeper of a lock to prison.",
        ),
        (
            "Keeper goes to prison",
            "The lock keeper Dan Voss was jailed for six years over the theft of gates.",
        ),
    ),
    (
        ("Tolby crane fall kills 14 dockers", "A crane fell in the harbour on Friday."),
        ("Harbour mourns", "A crane fell in Tolby on Friday, killing 11 dockers."),
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_figure_that_stands_in_a_headline_alone_is_compared(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    for first, second, head in ((one, other, "A0"), (other, one, "B0")):
        found = [d for d in between(first, second) if d.state == "conflict"]
        assert [head in d.sentences for d in found] == [True]


HARMLESS = [
    # The headline's own text gives the figure, and so does the other's.
    (
        ("Tolby crane fall kills 14 dockers", "A crane fell in Tolby on Friday, killing 14 dockers."),
        ("Harbour mourns", "A crane fell in Tolby on Friday, killing 14 dockers."),
    ),
    # Headlines round.
    (
        ("Tolby crane to cost £3 million", "A crane will be built in the harbour."),
        ("Harbour to build", "The crane in Tolby will cost £3.02 million, the port said."),
    ),
    # Another thing.
    (
        ("Tolby crane fall: 40 dockers march", "Dockers marched in the harbour."),
        ("Harbour mourns", "A crane fell in Tolby on Friday, killing 11 dockers."),
    ),
    (
        ("Seven things to know about the Tolby crane", "A crane fell in the harbour."),
        ("Harbour mourns", "The crane in Tolby had three keepers."),
    ),
]


@pytest.mark.parametrize(("one", "other"), HARMLESS)
def test_headlines_that_round_or_count_other_things_are_left_alone(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.state == "conflict"] == []
