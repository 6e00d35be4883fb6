"""Blocks of running text: blank lines, hard wraps, bullets and one paragraph a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.paragraphs import paragraphs

WRAPPED = """Flood reaches the old town

The river rose by two metres in the night and by the
early morning it stood in the cellars of the houses on
the quay. Nobody was hurt.
   The mayor asked residents to stay away from the water
until the evening.

- Bring warm clothes.
- Do not drive on the quay.
1. Call the town hall.
"""

LONG = "The council met on Monday and talked about the bridge, which has been closed since the spring. "


def blocks(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_hard_wrapped_lines_are_one_paragraph_and_bullets_stand_alone() -> None:
    assert blocks(WRAPPED) == [
        "Flood reaches the old town",
        "The river rose by two metres in the night and by the early morning it stood in the cellars of the"
        " houses on the quay. Nobody was hurt.",
        "The mayor asked residents to stay away from the water until the evening.",
        "- Bring warm clothes.",
        "- Do not drive on the quay.",
        "1. Call the town hall.",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\n \t\n"])
def test_every_line_is_a_paragraph_where_lines_are_long(line_end: str) -> None:
    lines = ["Bridge stays closed", LONG + LONG.strip(), LONG + "Nobody objected to it.", "By Ann Lee"]
    assert blocks(line_end.join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u00a0\n\t", []),
        ("One line only", ["One line only"]),
        ("By Ann Lee\nOctober 3, 2021", ["By Ann Lee", "October 3, 2021"]),
        ("It was closed by\nthe council.", ["It was closed by the council."]),
        ("It was closed.\nthe council said", ["It was closed.", "the council said"]),
    ],
)
def test_short_texts(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_only_the_asked_stretch_is_read() -> None:
    text = "Headline\n\n  Body of it. \n\nTags"
    assert paragraphs(text, 8, 25) == [(12, 23)]


@given(st.text(alphabet="ab A.-1\n\r\t\u2028\u00a0…é", max_size=200))
def test_blocks_are_trimmed_ordered_and_cover_every_character(text: str) -> None:
    spans = paragraphs(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert sum(len("".join(text[s:e].split())) for s, e in spans) == len("".join(text.split()))
