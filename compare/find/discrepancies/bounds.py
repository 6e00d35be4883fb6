"""Whether two amounts can both hold, given how roughly each is said."""

from __future__ import annotations

from compare.text.values import Amount, Kind, Modifier

# "About 60" may be 54 or 66, "nearly a third" anything from 28 per cent up.
_ABOUT, _NEARLY, _JUST_OVER = 0.10, 0.15, 0.15
# What converting and rounding may do: 40 feet and 12 metres, 32 miles and 50 kilometres.
_CONVERTED = 0.06
# Two bounds of one kind this near are one, given more and less exactly.
_SAME_BOUND = 0.15
_ONE_SIDED = frozenset((Modifier.OVER, Modifier.UP_TO, Modifier.UNDER, Modifier.JUST_OVER, Modifier.NEARLY))
_INFINITE = float("inf")


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


def bounded_alike(x: Amount, y: Amount) -> bool:
    """Return whether both are the same bound of dead, hurt, missing or held: "at least 14" and "at least 11".

    News gives the number known so far in these words, so that two of them are two tolls.
    """
    return bool(x.head.status) and x.modifier is y.modifier and x.modifier is Modifier.AT_LEAST


def finer(x: Amount, y: Amount) -> bool:
    """Return whether two agreeing amounts are of unlike precision, and not just one amount in two units."""
    if x.modifier is not y.modifier:
        return True
    return x.low != y.low and x.written == y.written


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
