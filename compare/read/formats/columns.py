"""The order in which the lines of a page are read, where columns were set line by line across the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from compare.read.formats.typeset import Line

# Fewer pairs of pieces on one height are a table or a date set to the right.
LEAST_PAIRS = 5
LEAST_SHARE = 0.4


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines as they were set, or column by column where pieces of two alternate.

    What runs across the gap between the columns (a headline) parts what stands above it from what is below.
    """
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if other.left > one.right and abs(one.bottom - other.bottom) < 0.5 * one.height
    ]
    if len(pairs) < max(LEAST_PAIRS, LEAST_SHARE * len(lines) / 2):
        return list(lines)
    gap = median((one.right + other.left) / 2 for one, other in pairs)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gap < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.right <= gap else right).append(line)
    return [*ordered, *left, *right]
