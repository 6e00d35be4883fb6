"""From findings on two texts each to rows of many: places of one text that are one, and what they join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from compare.model import Span

# Two stretches of a text are one place where half of the longer lies in the other.
_OVERLAP = 0.5


class Tie(Struct, frozen=True, kw_only=True):
    """One finding on two texts: what it lays together."""

    finding: int
    """Its place among the findings."""
    room: str
    """Only ties of one room meet."""
    spans: tuple[Span, Span]
    told: tuple[Hashable | None, Hashable | None]
    """What each place gives, where a row may have one such thing a text; None: the place itself."""
    again: tuple[Hashable | None, Hashable | None]
    """Two places of a text with one of these are one, wherever they stand; None: only where they overlap."""
    weight: tuple[float, ...]
    """The least is joined first."""


def joined(ties: Sequence[Tie], order: Mapping[str, int]) -> list[list[Tie]]:
    """Return the ties by row: one tie after another, and no row gives two things for a text.

    A tie that fits no row begins another with those that are left. `order` is the place of each text in an
    order that hangs on no letter.
    """

    def place(tie: Tie) -> tuple[tuple[float, ...], list[tuple[int, int]], str]:
        return tie.weight, sorted((order[s.article], s.start) for s in tie.spans), tie.room

    left = sorted(ties, key=place)
    rows: list[list[Tie]] = []
    while left:
        taken, left = _one_round(left)
        rows += taken
    return rows


def _one_round(ties: Sequence[Tie]) -> tuple[list[list[Tie]], list[Tie]]:
    """Return what the ties join, and those that would give a text a second thing."""
    places = _places(ties)
    root: dict[int, int] = {}
    told: dict[int, dict[str, set[Hashable]]] = {}
    found: dict[int, list[Tie]] = {}
    left: list[Tie] = []

    def row_of(place: int) -> int:
        while root[place] != place:
            root[place] = place = root[root[place]]
        return place

    for tie in ties:
        ends = [places[span.article, span.start, span.end, tie.room] for span in tie.spans]
        given: dict[str, set[Hashable]] = {}
        for span, end, each in zip(tie.spans, ends, tie.told, strict=True):
            given.setdefault(span.article, set()).add(end if each is None else each)
        meeting = sorted({row_of(end) for end in ends if end in root})
        if not _agree([given, *(told[row] for row in meeting)]):
            left.append(tie)
            continue
        first = meeting[0] if meeting else ends[0]
        for end in ends:
            root.setdefault(end, first)
        joined_ties, joined_told = [tie], given
        for row in meeting:
            root[row] = first
            joined_ties += found.pop(row)
            for label, values in told.pop(row).items():
                joined_told.setdefault(label, set()).update(values)
        found[first], told[first] = joined_ties, joined_told
        root[first] = first
    return list(found.values()), left


def _agree(rows: Sequence[Mapping[str, set[Hashable]]]) -> bool:
    """Return whether no text gives in one row what it does not give in another."""
    return all(
        one[label] <= other[label] or other[label] <= one[label]
        for one, other in combinations(rows, 2)
        for label in one.keys() & other.keys()
    )


def _places(ties: Sequence[Tie]) -> Mapping[tuple[str, int, int, str], int]:
    """Return which place each stretch is: stretches that overlap, or give one thing again, are one."""
    by_text: dict[tuple[str, str], dict[tuple[int, int], set[Hashable]]] = defaultdict(dict)
    for tie in ties:
        for span, again in zip(tie.spans, tie.again, strict=True):
            names = by_text[span.article, tie.room].setdefault((span.start, span.end), set())
            if again is not None:
                names.add(again)
    found: dict[tuple[str, int, int, str], int] = {}
    fresh = 0
    for (label, room), stretches in by_text.items():
        known: dict[Hashable, int] = {}
        last: tuple[int, int, int] | None = None
        for start, end in sorted(stretches):
            place = next((known[name] for name in stretches[start, end] if name in known), None)
            if place is None and last is not None and _overlap((start, end), last[:2]) >= _OVERLAP:
                place = last[2]
            if place is None:
                place, fresh = fresh, fresh + 1
            for name in stretches[start, end]:
                known.setdefault(name, place)
            found[label, start, end, room] = place
            last = start, end, place
    return found


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / max(one[1] - one[0], other[1] - other[0])
