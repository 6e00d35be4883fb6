"""The tables of docs/tricky-cases.md: what they say of two sentences is what the comparison shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compare.model import Comparison, Discrepancy, DiscrepancyState, SharedFact
from compare.pipeline import compare_articles
from compare.read import article_from_bytes

PAGE = (Path(__file__).parent.parent / "docs" / "tricky-cases.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[tuple[str, str, str]]:
    """The rows of the table under a heading."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return [(a, b, said) for a, b, said in cells[2:]]


def compared(a: str, b: str) -> Comparison:
    """The comparison of two sentences; a date in front becomes the article's date line."""
    texts = [re.sub(r"^(Date: \S+) ", r"\1\n\n", text) for text in (a, b)]
    return compare_articles(
        [
            article_from_bytes(text.encode(), name=f"{label}.txt", label=label)[0]
            for text, label in zip(texts, "AB", strict=True)
        ]
    )


def differences(comparison: Comparison) -> list[Discrepancy]:
    return [f for f in comparison.findings if isinstance(f, Discrepancy)]


@pytest.mark.parametrize(("a", "b", "why"), rows("No conflict"))
def test_what_is_no_conflict(a: str, b: str, why: str) -> None:
    found = compared(a, b)
    assert any(isinstance(f, SharedFact) for f in found.findings), "linked, so that silence means something"
    assert [d.why for d in differences(found) if d.state is DiscrepancyState.CONFLICT] == [], why


@pytest.mark.parametrize(("a", "b", "why"), rows("No shared fact"))
def test_what_is_no_shared_fact(a: str, b: str, why: str) -> None:
    assert not any(isinstance(f, SharedFact) for f in compared(a, b).findings), why


@pytest.mark.parametrize(("a", "b", "shown"), rows("A difference"))
def test_what_is_a_difference(a: str, b: str, shown: str) -> None:
    assert [f"{d.type}, {d.state}" for d in differences(compared(a, b))] == [shown]
    mirrored = differences(compared(b, a))
    assert [f"{d.type}, {d.state}" for d in mirrored] == [shown]
