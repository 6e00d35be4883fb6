"""One sum that two texts give in two currencies: $2.5 million here, £2m there."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair
from compare.find.discrepancies.telling import said
from compare.find.discrepancies.things import Thing
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.values import Kind, Modifier

RULE = "sum-in-another-currency"
# How many dollars one unit has been worth since 2005; no rate of a day is known here.
_DOLLARS = {
    "USD": (1.0, 1.0),
    "GBP": (1.07, 2.1),
    "EUR": (0.96, 1.6),
    "CAD": (0.68, 1.1),
    "AUD": (0.57, 1.1),
    "NZD": (0.49, 0.88),
    "CHF": (0.76, 1.3),
}
# What rounding adds.
_SLACK = 0.06
_FEWEST_NEAR, _SMALL = 2, 100.0


def currency_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the sums of two currencies that may be one, where either text gives the sum in its own alone."""
    sums = [[Thing(s, k, a) for k, a in s.amounts() if a.kind is Kind.MONEY] for s in pair.sides]
    for x in sums[0]:
        for y in sums[1]:
            if x.amount.unit == y.amount.unit or not _one_sum(x, y):
                continue
            units = {thing.amount.unit for thing in (x, y)}
            if any(units <= {t.amount.unit for t in of} for of in sums):
                # "$2.5m (£2m)" is compared by the currency that both have.
                continue
            told = said(x.side, x.amount), said(y.side, y.amount)
            yield Difference(
                type=DiscrepancyType.NUMBER,
                state=DiscrepancyState.PRECISION,
                rule=RULE,
                extents=(
                    Extent(start=x.amount.start, end=x.amount.end),
                    Extent(start=y.amount.start, end=y.amount.end),
                ),
                values=(x.amount.reading, y.amount.reading),
                why=f"{{0}} gives {told[0]}, {{1}} gives {told[1]}: may be one sum in two currencies.",
            )


def _one_sum(x: Thing, y: Thing) -> bool:
    rates = [_DOLLARS.get(thing.amount.unit) for thing in (x, y)]
    if rates[0] is None or rates[1] is None or min(x.amount.low, y.amount.low) < _SMALL:
        return False
    if Modifier.RANGE in (x.amount.modifier, y.amount.modifier) or x.old or y.old:
        return False
    least, most = x.amount.low * rates[0][0], x.amount.high * rates[0][1]
    lower, upper = y.amount.low * rates[1][0], y.amount.high * rates[1][1]
    meet = least <= upper * (1 + _SLACK) and lower <= most * (1 + _SLACK)
    return meet and len(x.near & y.near) >= _FEWEST_NEAR
