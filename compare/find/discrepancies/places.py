"""Where it was: found in a barn here and in a church there, north of a town here and south of it there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day
from compare.find.discrepancies.polarity import opposite
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.syntax import is_tensed

RULE = "another-place"
_PLACES = word_set("discrepancies.places.places")
_ACTS = word_set("discrepancies.places.acts")
_IN = frozenset("in at inside outside on near".split())
_COMPASS = frozenset("north south east west".split())
_REACH = 8
_ALIKE = 55.0
_FEWEST_SHARED = 2


class _Place(Struct, frozen=True, kw_only=True):
    act: str
    where: str
    around: frozenset[str]
    extent: Extent


def place_differences(pair: Pair) -> Iterator[Difference]:
    """Yield two places of one act that happens in one place, and opposite sides of one town."""
    if not same_day(pair):
        return
    yield from _sides_of_a_town(pair)
    if pair.alike < _ALIKE:
        return
    found = [list(_places(side)) for side in pair.sides]
    for one in found[0]:
        for other in found[1]:
            known = {i.key for i in pair.sides[1].items}, {i.key for i in pair.sides[0].items}
            if one.act != other.act or one.where == other.where:
                continue
            if one.where in known[0] or other.where in known[1]:
                continue
            if len(one.around & other.around) >= _FEWEST_SHARED:
                yield _difference(pair, one.extent, other.extent)
                return


def _places(side: Side) -> Iterator[_Place]:
    """Yield "found in a barn": the verb, "in", and the noun of a place within a few words."""
    for at, item in enumerate(side.items):
        if item.value is not None or item.key not in _ACTS or not is_tensed(item.surface.lower()):
            continue
        rest = clause.behind(side, at)
        if clause.unreal(side, clause.before(side, at)) or clause.denied(side, clause.before(side, at)):
            continue
        for k in rest:
            if side.items[k].surface.lower() not in _IN:
                continue
            noun = _noun(side, k)
            if noun is not None:
                yield _Place(
                    act=item.key,
                    where=side.items[noun].key,
                    around=clause.words(side, range(len(side.items))) - {item.key, side.items[noun].key},
                    extent=Extent(start=item.start, end=side.items[noun].end),
                )
            break


def _noun(side: Side, at: int) -> int | None:
    """Return the noun of a place that a preposition governs: "barn" of "in a disused barn"."""
    for k in range(at + 1, min(len(side.items), at + 5)):
        item = side.items[k]
        if not clause.plain(item):
            if item.key not in ("a", "an", "the", "his", "her", "their", "its"):
                return None
            continue
        after = side.items[k + 1] if k + 1 < len(side.items) else None
        compound = (
            after is not None and clause.plain(after) and side.text[item.end : after.start] in (" ", "-")
        )
        if item.key in _PLACES and not compound:
            return k
    return None


def _sides_of_a_town(pair: Pair) -> Iterator[Difference]:
    found = [list(_compass(side)) for side in pair.sides]
    for one in found[0]:
        for other in found[1]:
            ways = one[0].surface.lower(), other[0].surface.lower()
            if one[1].key == other[1].key and opposite(*ways) and len(found[0]) == len(found[1]) == 1:
                yield _difference(
                    pair,
                    Extent(start=one[0].start, end=one[1].end),
                    Extent(start=other[0].start, end=other[1].end),
                )


def _compass(side: Side) -> Iterator[tuple[Item, Item]]:
    """Yield "north of Tolby": the way and the town."""
    for at in range(len(side.items) - 2):
        way, of, town = side.items[at : at + 3]
        if way.surface.lower() in _COMPASS and of.key == "of" and clause.capital(town):
            yield way, town


def _difference(pair: Pair, one: Extent, other: Extent) -> Difference:
    said = [s.quote(e.start, e.end) for s, e in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NAME,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one, other),
        values=(said[0], said[1]),
        why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”.",
    )
