"""Whether two passages are about one occasion, or name different places or days."""

from __future__ import annotations

from compare.find.discrepancies.passages import Pair, Side
from compare.text.countries import mentions
from compare.text.senses import entry
from compare.text.values import Moment

_ARTICLES = frozenset("a an the his her its their this that".split())
_COMPASS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central ne nw se sw""".split()
)


def same_setting(pair: Pair) -> bool:
    """Return whether nothing says that two passages speak of different places.

    They do where both name countries and none is shared, or both a part of the compass and not the same.
    """
    countries = [_countries(side) for side in pair.sides]
    compass = [
        {i.surface.lower() for i in side.items if i.surface.lower() in _COMPASS} for side in pair.sides
    ]
    return not any(one and other and not one & other for one, other in (countries, compass))


def same_thing_told(pair: Pair) -> bool:
    """Return whether no plain noun gives way to an unrelated one in the same place.

    "The film was released in 2003" and "the book was released in 2005" are of two things.
    """
    one, other = pair.sides
    met = set(pair.matched.values())
    for i, item in enumerate(one.items):
        if i in pair.matched or not _is_noun(one, i):
            continue
        before, after = pair.matched.get(i - 1), pair.matched.get(i + 1)
        if before is None or after is None or after - before != 2 or before + 1 in met:
            continue
        if _is_noun(other, before + 1) and not _related(item.key, other.items[before + 1].key):
            return False
    return True


def _is_noun(side: Side, at: int) -> bool:
    """Tell whether a word stands where a noun does: behind an article, before no other noun or adjective."""
    item, before = side.items[at], side.items[at - 1].key if at else ""
    plain = item.value is None and item.content and not item.name and item.surface.islower()
    after = side.items[at + 1] if at + 1 < len(side.items) else None
    return plain and before in _ARTICLES and (after is None or not after.content)


def _related(one: str, other: str) -> bool:
    """Tell whether two words may be one thing, by WordNet: one sense, or one a kind of the other."""
    first, second = entry(one), entry(other)
    if first is None or second is None:
        return True
    near = [e.senses | e.derived | e.kinds for e in (first, second)]
    return bool(near[0] & second.senses | near[1] & first.senses)


def same_day(pair: Pair) -> bool:
    """Return whether two passages may speak of one day: not where both name days and none is the same."""
    days = [[m for _, m in one.moments() if not m.clock] for one in pair.sides]
    return not all(days) or any(moments_agree(x, y) for x in days[0] for y in days[1])


def moments_agree(x: Moment, y: Moment) -> bool:
    """Return whether two moments can be the same, as far as either says."""
    if x.minutes is not None and y.minutes is not None:
        return x.minutes == y.minutes or bool(x.zone) != bool(y.zone)
    if x.weekday is not None and y.weekday is not None and x.weekday != y.weekday:
        return False
    if x.days and y.days:
        return any(a[0] <= b[1] and b[0] <= a[1] for a in x.days for b in y.days)
    if x.relative or y.relative:
        return True
    for one, other in ((x.year, y.year), (x.month, y.month), (x.day, y.day), (x.weekday, y.weekday)):
        if one is not None and other is not None and one != other:
            return False
    # Without a common part ("Friday", "Aug. 8") nothing says that they differ.
    return True


def _countries(side: Side) -> set[str]:
    return {m.code for m in mentions(side.text, side.extent.start, side.extent.end)}
