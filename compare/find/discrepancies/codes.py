"""Roads, flights and sections that two passages give otherwise in one place: the M62 here, the M60 there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent

RULE = "another-number-in-a-name"
_CODE = re.compile(
    r"(?<![\w-])([A-Z]{1,3}|(?:Flight|Route|Highway|Interstate|Section|Article|Title|Resolution|Room|Platform|"
    r"Junction|Gate) )(-?)(\d{1,4})(?![\w.,:]?\d)"
)
# Other words around must be so much the same.
_ALIKE = 60.0


def code_differences(pair: Pair) -> Iterator[Difference]:
    """Yield names of one letter and another number, where each passage has one of its sort."""
    if pair.alike < _ALIKE or not same_setting(pair):
        return
    sides = [
        [
            m
            for m in _CODE.finditer(side.text, side.extent.start, side.extent.end)
            # "FY23" and "Q3" are stretches of time.
            if not any(time.start < m.end() and m.start() < time.end for _, time in side.moments())
        ]
        for side in pair.sides
    ]
    for one in sides[0]:
        kin = [[m for m in of if m.group(1) == one.group(1)] for of in sides]
        if len(kin[0]) != 1 or len(kin[1]) != 1 or kin[1][0].group(3) == one.group(3):
            continue
        other = kin[1][0]
        if any(_written(side.text, m.group()) for side, m in zip(pair.sides, (other, one), strict=True)):
            continue
        told = " ".join(one.group().split()), " ".join(other.group().split())
        yield Difference(
            type=DiscrepancyType.NAME,
            state=DiscrepancyState.CONFLICT,
            rule=RULE,
            extents=(Extent(start=one.start(), end=one.end()), Extent(start=other.start(), end=other.end())),
            values=told,
            why=f"{{0}} has {told[0]}, {{1}} has {told[1]}.",
        )


def _written(text: str, code: str) -> bool:
    """Tell whether a text has a code too, and so knows both."""
    return bool(re.search(rf"(?<!\w){re.escape(code)}(?!\d)", text))
