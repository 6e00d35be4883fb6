"""Sorted lines: found as a dictionary of them would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.text import sorted_lines
from compare.text.sorted_lines import SortedLines

KEYS = st.text(alphabet="ab'-.", min_size=1, max_size=6)


@given(st.dictionaries(KEYS, st.text(alphabet="ab \t", max_size=30)), KEYS, st.integers(8, 80))
def test_every_key_is_found_and_no_other(known: dict[str, str], other: str, step: int) -> None:
    before = sorted_lines._STEP
    sorted_lines._STEP = step
    try:
        lines = SortedLines("\n".join(f"{key} {known[key]}" for key in sorted(known)), after_key=" ")
    finally:
        sorted_lines._STEP = before
    assert {key: lines.get(key) for key in (*known, other)} == {other: known.get(other), **known}


def test_no_lines_hold_no_key() -> None:
    assert SortedLines("", after_key=" ").get("a") is None
