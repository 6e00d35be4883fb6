"""How two figures of one thing differ: not at all, in exactness, in what they rest on, or for good."""

from __future__ import annotations

import re
from itertools import combinations
from math import log10

from compare.find.discrepancies.pairing import Pair, same_day, same_setting, same_thing_told
from compare.find.discrepancies.same_thing import elsewhere, extra
from compare.find.discrepancies.things import MEASURES, Thing
from compare.model import DiscrepancyState
from compare.text.values import Amount, Kind, Modifier
from compare.text.values.heads import counts_people, is_generic

# Two figures that nobody calls rough differ from here on, and only where one is the rounder.
_ROUNDING = 0.05
# "Roughly $1 trillion" and "$1.2 trillion"; "more than 80 million" and "as many as 100 million".
_HEDGED, _BOUNDED = 0.2, 0.3
_CONVERTED = 0.06
# One figure told otherwise stays within this; beyond it there are sooner two things.
_FAR, _BOUNDED_FAR = 2.2, 1.5
# These are no count that grows from day to day.
_FIXED = frozenset((Kind.AGE, Kind.SCORE, Kind.DURATION, Kind.ORDINAL))
_ROUGH = frozenset((Modifier.ABOUT, Modifier.NEARLY, Modifier.JUST_OVER))
_ABOVE, _BELOW = (Modifier.OVER, Modifier.AT_LEAST), (Modifier.UP_TO, Modifier.UNDER)
_BESIDE = 2
_PLACED = re.compile(r" (?:in|of|at|from|for|on|with) ")
_PERIOD = re.compile(
    r"(?<!\w)(?:a|an|per|each|every|one) (second|minute|hour|day|night|week|month|quarter|year|decade)(?!\w)"
    r"|(?<!\w)(daily|weekly|monthly|annually|yearly|hourly)(?!\w)"
)
_OPPOSITE = {Modifier.OVER, Modifier.UNDER}
SAME = "same"
_LARGEST_TOLL = 50_000
Things = list[list[Thing]]


def verdict(
    pair: Pair, x: Thing, y: Thing, things: Things, *, strong: bool, sure: bool, placed: bool
) -> DiscrepancyState | str | None:
    """Return how two figures differ, "same" where they do not, None where nothing should be said of them."""
    if x.amount.low == y.amount.low and {x.amount.modifier, y.amount.modifier} == _OPPOSITE:
        return DiscrepancyState.CONFLICT if sure else None
    near = _near(x.amount, y.amount)
    if near == DiscrepancyState.PRECISION and (
        _adds_up(x, things[1])
        or _adds_up(y, things[0])
        or _times_apart(x, y)
        or _told_so_too(x, y)
        or _told_so_too(y, x)
    ):
        return None
    if near is not None:
        return near
    if _is_silent(pair, x, y, things, placed=placed):
        return None
    if measures_apart(x, y):
        return DiscrepancyState.OTHER_MEASURE if sure else None
    bounded = not {x.amount.modifier, y.amount.modifier}.isdisjoint((*_ABOVE, *_BELOW))
    most = _BOUNDED_FAR if bounded and not x.amount.head.status else _FAR
    if (bounded or not strong) and not placed and _ratio(x.amount, y.amount) > most:
        return None
    if x.source and y.source and not _who(x.source) & _who(y.source):
        return DiscrepancyState.OTHER_SOURCE
    days = [thing.side.document.article.published for thing in (x, y)]
    if all(days) and days[0] != days[1] and x.amount.kind not in _FIXED:
        return DiscrepancyState.LATER_COUNT
    return DiscrepancyState.CONFLICT if sure or strong else None


def _who(source: str) -> frozenset[str]:
    """Return the words that name a source, without where it is: "organisers" of "organisers in Marle"."""
    return frozenset(_PLACED.split(source.lower())[0].split()) - {"the", "a", "an"}


def _near(a: Amount, b: Amount) -> DiscrepancyState | str | None:
    """Return how two figures differ that can be one, None where they cannot."""
    if a.kind is Kind.SCORE:
        return "same" if {a.low, a.high} == {b.low, b.high} else None
    most = max(abs(a.high), abs(b.high)) or 1.0
    gap = max(0.0, a.low - b.high, b.low - a.high) / most
    exact = a.modifier is Modifier.EXACT is b.modifier
    if gap <= 1e-9 and _set_bound(a, b):
        # "Earn less than $50,000" and "the limit of $50,000": a bound that is set, not a rough figure.
        return "same"
    if gap <= 1e-9:
        if a.low != b.low or a.high != b.high or _bounds_differ(a, b):
            return DiscrepancyState.PRECISION
        told = {a.written, b.written}
        return DiscrepancyState.WORDING if "fraction" in told and len(told) > 1 else "same"
    if a.written != b.written and a.unit not in ("", "%", "points") and gap <= _CONVERTED:
        return "same"
    if "fraction" in (a.written, b.written) and a.kind is Kind.SHARE:
        if gap * most <= (2.0 if exact else 6.0):
            return DiscrepancyState.PRECISION if gap * most > 0.7 or not exact else DiscrepancyState.WORDING
        return None
    if a.head.status and a.modifier is b.modifier is Modifier.AT_LEAST:
        # "At least 14" and "at least 11" are two tolls: news gives the number known so far in these words.
        return None
    if exact:
        rounder = _significant(a.low) != _significant(b.low)
        return DiscrepancyState.PRECISION if rounder and gap <= _ROUNDING else None
    if a.modifier is b.modifier and a.modifier in _ROUGH:
        # "Some 12 lakh" and "some 13 lakh" are two counts, both told as round ones.
        return DiscrepancyState.PRECISION if gap <= _ROUNDING else None
    low, high = (a, b) if a.low <= b.low else (b, a)
    if gap > _ROUNDING and (low.modifier is Modifier.NEARLY or high.modifier is Modifier.JUST_OVER):
        # "Nearly 4.7 million" is under that, and no 5.4 million.
        return None
    if a.modifier in _ROUGH or b.modifier in _ROUGH:
        return DiscrepancyState.PRECISION if gap <= _HEDGED else _bound(a, b, gap)
    return _bound(a, b, gap)


def _told_so_too(x: Thing, y: Thing) -> bool:
    """Tell whether the text of one figure gives it elsewhere as the other has it: "six", "around six"."""
    return x.amount.low == y.amount.low and any(
        (each.kind, each.unit, each.low, each.high, each.modifier, each.head.key)
        == (y.amount.kind, y.amount.unit, y.amount.low, y.amount.high, y.amount.modifier, y.amount.head.key)
        for each in x.side.all_amounts()
    )


def _set_bound(a: Amount, b: Amount) -> bool:
    """Tell whether one amount of two may be the bound that the other is under or over.

    "Six months after the second dose" and "at least six months" are one rule, and so are "in six months" and
    "for up to six months"; of a sum "up to" is said where it may be less in the end.
    """
    told = {a.modifier, b.modifier}
    if told == {Modifier.UP_TO, Modifier.UNDER}:
        return a.kind in (Kind.MONEY, Kind.DURATION)
    if Modifier.EXACT not in told:
        return False
    if a.kind is Kind.DURATION:
        return bool(told & {Modifier.UNDER, Modifier.OVER, Modifier.AT_LEAST, Modifier.UP_TO})
    return a.kind is Kind.MONEY and bool(told & {Modifier.UNDER, Modifier.OVER})


def _bounds_differ(a: Amount, b: Amount) -> bool:
    return a.modifier is not b.modifier


def _bound(a: Amount, b: Amount, gap: float) -> DiscrepancyState | None:
    """Return that one is rougher where a bound and the other can both hold and are near."""
    low, high = (a, b) if a.low <= b.low else (b, a)
    holds = low.modifier in _ABOVE or high.modifier in _BELOW
    return DiscrepancyState.PRECISION if holds and gap <= _BOUNDED else None


def _significant(value: float) -> int:
    """Return how many figures of a number tell: 1 of 60, 2 of 61 and of 1.2 million."""
    if not value:
        return 1
    scaled = abs(value) / 10 ** int(log10(abs(value)))
    return len(f"{scaled:.6f}".rstrip("0").replace(".", "").lstrip("0"))


def _ratio(a: Amount, b: Amount) -> float:
    small, large = sorted((abs(a.high), abs(b.high)))
    return large / small if small else float("inf")


def _is_silent(pair: Pair, x: Thing, y: Thing, things: Things, *, placed: bool) -> bool:
    """Tell whether two figures that cannot be one may both hold, so that nothing is said of them."""
    if ((x.old or y.old) and not placed) or elsewhere(pair, x.amount, y.amount):
        return True
    if (x.includes or y.includes) and abs(x.amount.low - y.amount.low) <= _BESIDE:
        # "Fourteen, including the driver", "13 and the driver"
        return True
    if x.hour * y.hour < 0 or extra(x.side, x.at, x.amount) != extra(y.side, y.at, y.amount):
        return True
    if not same_setting(pair) or not same_day(pair) or _periods_apart(x, y):
        return True
    if pair.verbatim and not (x.source and y.source) and not same_thing_told(pair):
        return True
    return _adds_up(x, things[1]) or _adds_up(y, things[0]) or _part_of(x.amount, y.amount)


def _periods_apart(x: Thing, y: Thing) -> bool:
    """Tell whether one is of more days than the other, or for another length of time."""
    if x.amount.kind is Kind.DURATION:
        return False
    if period(x) and period(y) and period(x) != period(y):
        return True
    # "On Monday", "on Monday and Tuesday"
    counts = [
        len({(m.weekday, m.day, m.year) for m in thing.days if m.days or m.weekday is not None})
        for thing in (x, y)
    ]
    if counts[0] != counts[1] and min(counts) >= 1 and x.amount.kind is Kind.COUNT:
        return True
    lengths = [
        {a.low for _, a in thing.side.amounts() if a.kind is Kind.DURATION and not a.head.of}
        for thing in (x, y)
    ]
    return lengths[0] != lengths[1] and x.amount.kind in (Kind.MONEY, Kind.COUNT) and _within(x, y)


def period(thing: Thing) -> str:
    """Return in which time something is counted: "day" of "300 cars a day", "month" of "0.4% in a month"."""
    found = _PERIOD.search(thing.behind)
    return (found.group(1) or found.group(2)) if found else ""


def _times_apart(x: Thing, y: Thing) -> bool:
    """Tell whether two unlike shares are of two stretches of time: after six months, in the first month."""
    if x.amount.kind is not Kind.SHARE or x.amount.low == y.amount.low:
        return False
    one, other = (
        {(a.low, a.unit) for _, a in thing.side.amounts() if a.kind is Kind.DURATION}
        | {(a.low, "") for _, a in thing.side.amounts() if a.kind is Kind.ORDINAL}
        | {(float(m.number), "") for _, m in thing.side.moments() if m.number}
        for thing in (x, y)
    )
    return bool(one and other) and not one & other


def _within(x: Thing, y: Thing) -> bool:
    """Tell whether a length of time or a year stands right behind either: "£12m over two years"."""
    return any(
        word in thing.behind[:24].split()
        for thing in (x, y)
        for word in ("over", "within", "a", "per", "each", "every")
    )


def _adds_up(total: Thing, parts: list[Thing]) -> bool:
    """Tell whether figures of the other sentence add up to one: 12 and 14 are 26."""
    values = [
        p.amount.low
        for p in parts
        if p.amount.kind is total.amount.kind and p.amount.unit == total.amount.unit
    ]
    return any(
        abs(sum(some) - total.amount.low) <= 1e-6 * max(1.0, total.amount.low)
        for size in (2, 3)
        for some in combinations(values[:8], size)
    )


def _part_of(a: Amount, b: Amount) -> bool:
    """Tell whether one counts a group of those whom the other counts, and may be fewer."""
    if a.kind is not Kind.COUNT:
        return False
    if a.head.status and max(a.low, b.low) > _LARGEST_TOLL:
        return True
    if not (counts_people(a.head.word) and counts_people(b.head.word)) or a.head.key == b.head.key:
        return (
            bool(a.head.kind ^ b.head.kind) and bool(a.head.kind) != bool(b.head.kind) and not a.head.status
        )
    if is_generic(a.head.word) and not is_generic(b.head.word):
        return b.low <= a.high
    if is_generic(b.head.word) and not is_generic(a.head.word):
        return a.low <= b.high
    return not (is_generic(a.head.word) and is_generic(b.head.word))


def measures_apart(x: Thing, y: Thing) -> bool:
    """Tell whether two figures measure two things: profit and revenue, net and operating profit."""
    one, other = x.measured, y.measured
    if not one or not other:
        return False
    if one[-1] == other[-1]:
        # "Core inflation" is no "inflation"; "the company's profit" is "profit at the company".
        apart = (set(one) - y.wide - set(other)) | (set(other) - x.wide - set(one))
        return bool(apart) and one[-1] in MEASURES
    return one[-1] in MEASURES and other[-1] in MEASURES
