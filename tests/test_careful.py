"""What an editor is told of a difference: which wording claims less, and whom the texts name for a value."""

from __future__ import annotations

import pytest

from compare.check.remarks import remarks
from compare.model import Comparison
from compare.pipeline import compare_articles
from compare.read.article import article_from_bytes
from compare.render.memo import memo
from compare.render.memo.rows import found, listed


def compared(draft: str, other: str) -> Comparison:
    made = [
        article_from_bytes(f"---\ndate: 2024-06-14\n---\n\n{text}\n".encode(), name="x.md", label=label)
        for text, label in ((draft, "A"), (other, "B"))
    ]
    return compare_articles([one for one, _ in made], notes=())


def whys(draft: str, other: str) -> str:
    return " ".join(remark.why for remark in remarks(compared(draft, other)))


@pytest.mark.parametrize(
    ("careful", "bold"),
    [
        (
            "The keeper may sell the lock in Tolby next week, the board said.",
            "The keeper will sell the lock in Tolby next week, the board said.",
        ),
        (
            "Ida Voss, the alleged forger of the deed, was heard in Tolby on Friday.",
            "Ida Voss, the forger of the deed, was heard in Tolby on Friday.",
        ),
        (
            "The board plans to drain the canal in Tolby before the fair, Dan Roe said.",
            "The board drained the canal in Tolby before the fair, Dan Roe said.",
        ),
    ],
)
def test_the_more_careful_of_two_wordings_is_named_from_either_side(careful: str, bold: str) -> None:
    assert "Yours is the more careful wording." in whys(careful, bold)
    assert "Theirs is the more careful wording." in whys(bold, careful)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The board will not drain the canal in Tolby, Dan Roe said.",
            "The board will drain the canal in Tolby, Dan Roe said.",
        ),
        ("The crane in Tolby killed 11 people.", "The crane in Tolby killed 14 people."),
    ],
)
def test_a_conflict_has_no_more_careful_side(one: str, other: str) -> None:
    assert "careful" not in whys(one, other)


def test_the_sources_of_both_values_are_named() -> None:
    one = "The ministry said the crane in Tolby killed 12 people."
    told = whys(one, "The crane in Tolby killed 14 people.")
    assert "A puts it to the ministry; B names no source." in told
    assert "puts it to" not in whys(
        "The crane in Tolby killed 12 people.", "The crane in Tolby killed 14 people."
    )


def test_the_memo_counts_what_it_lists() -> None:
    each = compared(
        "The keeper may sell the lock in Tolby. Some say it is a shame. The crane killed 12 people in Tolby.",
        "The keeper will sell the lock in Tolby. The crane killed 14 people in Tolby.",
    )
    made = memo.build(each)
    in_rows = sum(len(s.rows) + s.more for s in made.sections) - made.missing - made.only
    shown = listed(each, found(each))
    runs = sum(remark.kind == "shared-run" for remark in shown)
    assert sum(number for _, number, _ in made.counts) == in_rows - runs
