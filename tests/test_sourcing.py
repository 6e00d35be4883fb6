"""Attributed in one text, asserted in the other."""

from __future__ import annotations

import pytest

from compare.model import Discrepancy, DiscrepancyType
from compare.pipeline import compare_articles
from compare.read import article_from_bytes

ASSERTED = "The northern ferry terminal at Tarnholm will stay closed until the pier is repaired."


def found(one: str, other: str) -> list[str]:
    articles = [article_from_bytes(t.encode(), name=n, label=n)[0] for n, t in (("A", one), ("B", other))]
    return [
        f.why
        for f in compare_articles(articles).findings
        if isinstance(f, Discrepancy) and f.type is DiscrepancyType.SOURCE
    ]


def test_a_statement_with_a_source_in_one_text_only_is_a_finding() -> None:
    attributed = (
        "Director Hanna Voss said the northern ferry terminal at Tarnholm will stay closed until the pier is "
        "repaired."
    )
    assert found(attributed, ASSERTED) == [
        "A puts this to a source (Hanna Voss); B says it in its own voice."
    ]
    assert found(ASSERTED, attributed) == [
        "B puts this to a source (Hanna Voss); A says it in its own voice."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ASSERTED, ASSERTED),
        (f"Hanna Voss said that {ASSERTED[0].lower()}{ASSERTED[1:]}", f"{ASSERTED[:-1]}, she said."),
        (
            "The peak has passed, he said; the danger has not.",
            "“We are past the peak, not past the danger,” Voss said.",
        ),
    ],
)
def test_two_voices_of_one_sort_are_none(one: str, other: str) -> None:
    assert found(one, other) == []
