"""Whether two numbers are comparable, whether either text knows the other's, and whether both can hold."""

from __future__ import annotations

import re

from compare.find.discrepancies.pairing import Pair, Side
from compare.text.en import word_set
from compare.text.values import Amount, Kind, Modifier

# "About 60" may be 54 or 66, "nearly a third" anything from 28 per cent up.
_ABOUT, _NEARLY, _JUST_OVER = 0.10, 0.15, 0.15
# What converting and rounding may do: 40 feet and 12 metres, 32 miles and 50 kilometres.
_CONVERTED = 0.06
# Two bounds of one kind this near are one, given more and less exactly.
_SAME_BOUND = 0.15
_ONE_SIDED = frozenset((Modifier.OVER, Modifier.UP_TO, Modifier.UNDER, Modifier.JUST_OVER, Modifier.NEARLY))
_INFINITE = float("inf")
_MORE = frozenset("more other others another additional further extra first last next new remaining".split())
# Heads that say too little of what is counted.
LOOSE = word_set("discrepancies.same_thing.loose")
# A place or a body has one number of these.
STANDING = frozenset("inhabitant population member employee seat floor storey room island province".split())
# "The six largest airlines" and "the nine largest" are two choices, both right.
SUPERLATIVE = frozenset(
    "largest biggest top most smallest best worst highest lowest leading main key".split()
)
# What every report of an earthquake says.
QUAKE = frozenset("magnitude quake earthquake temblor tremor strike hit shake jolt rattle rock".split())
# "Rose by 3 to 20": what stands behind these is no one figure.
ROLES = frozenset("to from by".split())


def comparable(x: Amount, y: Amount) -> bool:
    """Return whether two amounts are of one kind and unit."""
    return x.kind == y.kind and x.unit == y.unit


def one_owner(pair: Pair) -> bool:
    """Tell whether both passages begin with one name: "Tolby has 9,000 inhabitants", "Tolby, with 8,000"."""
    first = [
        next((i.key for i in side.items if i.content and i.surface[:1].isupper()), "") for side in pair.sides
    ]
    return bool(first[0]) and first[0] == first[1]


def extra(side: Side, at: int, x: Amount) -> bool:
    """Tell whether a number comes on top of another: "14 more bodies", "another 30"."""
    around = side.text[max(side.extent.start, x.start - 16) : min(side.extent.end, x.end + 10)].lower()
    behind = [side.items[k].key for k in range(at + 1, min(at + 2, len(side.items)))]
    return any(word in _MORE for word in re.findall(r"[a-z]+", around[:16])[-2:]) or any(
        key in _MORE for key in behind
    )


def elsewhere(pair: Pair, x: Amount, y: Amount) -> bool:
    """Tell whether either article gives the other's number too, so that the two count different things."""
    return any(
        comparable(mine, other) and _kin(mine, other) and mine.low == other.low
        for mine, side in ((x, pair.sides[1]), (y, pair.sides[0]))
        for other in side.all_amounts()
    )


def _kin(x: Amount, y: Amount) -> bool:
    if x.kind is not Kind.COUNT:
        return True
    return (bool(x.head.key) and x.head.key == y.head.key) or (
        bool(x.head.status) and x.head.status == y.head.status
    )


def agree(x: Amount, y: Amount) -> bool:
    """Return whether both amounts can hold."""
    if x.kind is not y.kind or x.unit != y.unit:
        return False
    if x.kind is Kind.SCORE:
        return {x.low, x.high} == {y.low, y.high}
    if x.modifier is y.modifier and x.modifier in _ONE_SIDED:
        # Read as about that number: "more than 2,000" and "more than 3,000" are two figures.
        return abs(x.low - y.low) <= _SAME_BOUND * max(x.low, y.low)
    slack = _slack(x, y)
    low, high = _bounds(x, slack)
    other_low, other_high = _bounds(y, slack)
    if {x.modifier, y.modifier} == {Modifier.OVER, Modifier.UNDER}:
        over, under = (x, y) if x.modifier is Modifier.OVER else (y, x)
        return over.low < under.high
    return low <= other_high and other_low <= high


def _slack(x: Amount, y: Amount) -> float:
    """Return how far apart two exact amounts may be that are one amount rounded or converted."""
    biggest = max(abs(x.high), abs(y.high))
    if x.written != y.written and x.unit not in ("", "%", "points"):
        return max(_CONVERTED * biggest, max(x.step, y.step) / 2)
    if "fraction" in (x.written, y.written):
        return 2.0
    if x.step != y.step:
        return max(x.step, y.step) / 2
    return biggest * 1e-9


def _bounds(x: Amount, slack: float) -> tuple[float, float]:
    low, high = x.low - slack, x.high + slack
    match x.modifier:
        case Modifier.ABOUT:
            return low - _ABOUT * x.low, high + _ABOUT * x.high
        case Modifier.NEARLY:
            return low - _NEARLY * x.low, high
        case Modifier.JUST_OVER:
            return low, high + _JUST_OVER * x.high
        case Modifier.OVER | Modifier.AT_LEAST:
            return low, _INFINITE
        case Modifier.UP_TO | Modifier.UNDER:
            return -_INFINITE, high
        case Modifier.EXACT | Modifier.RANGE:
            return low, high


def figures_apart(pair: Pair) -> bool:
    """Return whether two passages give figures and none that agree."""
    amounts = [[a for _, a in side.amounts()] for side in pair.sides]
    return all(amounts) and not any(agree(x, y) for x in amounts[0] for y in amounts[1])
