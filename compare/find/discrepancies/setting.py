"""Whether two passages are about one occasion, or name different places or days."""

from __future__ import annotations

from compare.find.discrepancies.passages import Pair, Side
from compare.language.countries import mentions
from compare.language.values import Moment

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
