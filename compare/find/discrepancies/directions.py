"""Up here and down there: one thing that rose by one text and fell by the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.find.discrepancies.things import MEASURES
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.syntax import is_tensed

RULE = "opposite-directions"
_UP = word_set("discrepancies.directions.up")
_DOWN = word_set("discrepancies.directions.down")
_MORE, _LESS = frozenset(("more",)), frozenset("less fewer".split())
# "Spent less" is how one speaks of what people do with money and time.
_SPENT = word_set("discrepancies.directions.spent")
_SHOWN = 3
_EMPTY = word_set("discrepancies.directions.empty")


class Move(Struct, frozen=True, kw_only=True):
    """A thing that moved, and which way: 1 up, -1 down."""

    way: int
    thing: frozenset[str]
    names: frozenset[str]
    extent: Extent


def direction_differences(pair: Pair) -> Iterator[Difference]:
    """Yield what moved up by one passage and down by the other."""
    moves = [list(_moves(side)) for side in pair.sides]
    if not (moves[0] and moves[1]) or not (same_setting(pair) and same_day(pair)):
        return
    for one in moves[0]:
        for other in moves[1]:
            if (
                one.way == other.way
                or one.thing != other.thing
                or bool(one.names - other.names) & bool(other.names - one.names)
            ):
                continue
            if any(
                m.thing == one.thing and m.way != w.way
                for of, w in zip(moves, (one, other), strict=True)
                for m in of
            ):
                continue
            yield move_difference(pair, one, other)
            return


def move_difference(pair: Pair, one: Move, other: Move) -> Difference:
    """Return that a thing moved up by one passage and down by the other."""
    said = [s.quote(m.extent.start, m.extent.end) for s, m in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NEGATION,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} says “{said[0]}”, {{1}} says “{said[1]}”.",
    )


def all_moves(sides: Iterator[Side]) -> dict[frozenset[str], list[tuple[Side, Move]]]:
    """Return what moved in a text, by the words for it."""
    found: dict[frozenset[str], list[tuple[Side, Move]]] = defaultdict(list)
    for whole in sides:
        for move in _moves(whole):
            found[move.thing].append((whole, move))
    return found


def _moves(side: Side) -> Iterator[Move]:
    for at, item in enumerate(side.items):
        word = item.surface.lower()
        if item.value is not None or item.name or not is_tensed(word):
            continue
        after = side.items[at + 1].surface.lower() if at + 1 < len(side.items) else ""
        way = (item.key in _UP) - (item.key in _DOWN)
        spent = item.key in _SPENT and after in (*_MORE, *_LESS)
        if spent:
            way = 1 if after in _MORE else -1
        subject = clause.subject(side, at)
        if not way or not subject or clause.unreal(side, subject) or clause.denied(side, subject):
            continue
        found = _subject(side, subject)
        # The first word of a sentence has its capital anyway.
        inside = range(subject[0] + (subject[0] == 0 and not side.items[0].name), subject[-1] + 1)
        names = clause.names(side, inside)
        thing = (found - names - _EMPTY) | ({item.key} if spent else frozenset())
        if not (spent or thing & MEASURES or thing & _SPENT):
            continue
        last = at + 1 if spent else at
        first = subject[0]
        if subject[-1] + 1 < at and subject.stop != at:
            # "Spending, which ..., grew at a slow rate"
            first, last = at, clause.behind(side, at)[:_SHOWN].stop - 1
        yield Move(
            way=way,
            thing=thing,
            names=names,
            extent=Extent(start=side.items[first].start, end=side.items[last].end),
        )


def _subject(side: Side, places: range) -> frozenset[str]:
    """Return the words of the phrase that moves, without what is told behind "in" and the like."""
    found: set[str] = set()
    for k in places:
        item = side.items[k]
        if item.value is not None or (
            found and item.key in ("in", "at", "on", "from", "by", "with", "over", "during")
        ):
            break
        if clause.plain(item):
            found.add(item.key)
    return frozenset(found)
