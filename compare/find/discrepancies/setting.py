"""Whether two passages are about one occasion, or name different places."""

from __future__ import annotations

from compare.find.discrepancies.passages import Pair, Side
from compare.language.countries import mentions

_COMPASS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central ne nw se sw""".split()
)


def same_setting(pair: Pair) -> bool:
    """Return whether nothing says that two passages speak of different places.

    They do where both name countries and none is shared, or both a part of the compass and not the same.
    """
    if pair.verbatim:
        return True
    countries = [_countries(side) for side in pair.sides]
    compass = [
        {i.surface.lower() for i in side.items if i.surface.lower() in _COMPASS} for side in pair.sides
    ]
    return not any(one and other and not one & other for one, other in (countries, compass))


def _countries(side: Side) -> set[str]:
    return {m.code for m in mentions(side.text, side.extent.start, side.extent.end)}
