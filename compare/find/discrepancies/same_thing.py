"""Whether two numbers are of the same thing, by place or by what they count, and whether both can hold."""

from __future__ import annotations

import re

from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting, same_thing_told
from compare.text.en import word_set
from compare.text.values import Amount, Kind, Modifier
from compare.text.values.heads import counts_people, is_generic

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
_LOOSE = word_set("discrepancies.same_thing.loose")
# A place or a body has one number of these.
STANDING = frozenset("inhabitant population member employee seat floor storey room island province".split())
# "The six largest airlines" and "the nine largest" are two choices, both right.
_SUPERLATIVE = frozenset(
    "largest biggest top most smallest best worst highest lowest leading main key".split()
)
# What every report of an earthquake says.
_QUAKE = frozenset("magnitude quake earthquake temblor tremor strike hit shake jolt rattle rock".split())
# One event's toll is below this; above it stand statistics, each of its own place and time.
_LARGEST_TOLL = 50_000
# The head itself is one of the words in a row around a count.
_FEWEST_COUNTED = 3
_ROLES = frozenset("to from by".split())
# Words around a number on which two passages must meet before "the same thing" is said of it.
_NEAR, _WIDE = 4, 8
Found = tuple[int, Amount]


def comparable(x: Amount, y: Amount) -> bool:
    """Return whether two amounts are of one kind and unit."""
    return x.kind == y.kind and x.unit == y.unit


def same_slot(pair: Pair, i: int, x: Amount, j: int, y: Amount) -> bool:
    """Tell whether two amounts stand in the same place: the words around them are the same."""
    evidence = pair.slot(i, j)
    if evidence < 0:
        return False
    if not pair.verbatim and _SUPERLATIVE & (x.head.kind | y.head.kind):
        return False
    if (
        x.kind is Kind.COUNT
        and x.head.key != y.head.key
        and not (is_generic(x.head.word) and is_generic(y.head.word))
    ):
        return False
    if pair.verbatim:
        # A toll grows: "on Monday 11 were dead", "by Friday 14".
        one_count = same_day(pair) or not x.head.status
        return evidence >= 1 and one_count and same_setting(pair) and same_thing_told(pair)
    if x.kind is Kind.AGE or y.kind is Kind.AGE:
        return False
    fewest = _FEWEST_COUNTED if x.kind is Kind.COUNT and not x.head.status else 2
    return evidence >= fewest and not elsewhere(pair, x, y) and same_setting(pair) and same_day(pair)


def same_thing(pair: Pair, one: Found, ours: list[Found], theirs: list[Found]) -> Found | None:
    """Return the one amount of the other side that must be of the same thing, None where that is unsure."""
    i, x = one
    rivals = [found for found in theirs if comparable(x, found[1]) and _same_head(x, found[1])]
    kin = [found for found in ours if comparable(x, found[1]) and _same_head(x, found[1])]
    if len(rivals) != 1 or len(kin) != 1:
        return None
    j, y = rivals[0]
    if elsewhere(pair, x, y) or not (same_setting(pair) and same_day(pair)) or x.head.of != y.head.of:
        return None
    if extra(pair.sides[0], i, x) != extra(pair.sides[1], j, y):
        return None
    sure = _sure_of_people(x, y) if x.head.status else _sure_of_things(pair, i, x, j, y)
    return (j, y) if sure else None


def _same_head(x: Amount, y: Amount) -> bool:
    if _SUPERLATIVE & (x.head.kind | y.head.kind):
        return False
    if x.kind is Kind.COUNT:
        if x.head.status or y.head.status:
            return x.head.status == y.head.status
        if x.head.kind and y.head.kind and not x.head.kind & y.head.kind:
            return False
        return bool(x.head.key) and x.head.key == y.head.key
    return True


def _sure_of_people(x: Amount, y: Amount) -> bool:
    """Tell whether two numbers of dead, hurt or held cannot both be right.

    "14 dead" and "11 dead" cannot; "14 dead" and "11 policemen dead" can, the other way round not.
    """
    if max(x.low, y.low) > _LARGEST_TOLL:
        return False
    if x.head.kind != y.head.kind and not (counts_people(x.head.word) and counts_people(y.head.word)):
        # "Deaths" and "excess deaths" are two statistics.
        return False
    if not (counts_people(x.head.word) and counts_people(y.head.word)):
        return x.head.key == y.head.key
    if x.head.key == y.head.key or (is_generic(x.head.word) and is_generic(y.head.word)):
        return True
    if is_generic(x.head.word):
        return y.low > x.high
    if is_generic(y.head.word):
        return x.low > y.high
    return False


def _sure_of_things(pair: Pair, i: int, x: Amount, j: int, y: Amount) -> bool:
    """Tell whether the words around two numbers say that they measure the same thing."""
    one, other = pair.sides
    near = one.keys(i - _NEAR, i + _NEAR + 1) & other.keys(j - _NEAR, j + _NEAR + 1)
    wide = one.keys(i - _WIDE, i + _WIDE + 1) & other.keys(j - _WIDE, j + _WIDE + 1)
    if x.kind in (Kind.SCORE, Kind.ORDINAL, Kind.AGE):
        return False
    roles = [_before(side, k) for side, k in ((one, i), (other, j))]
    if roles[0] != roles[1] and any(role in _ROLES for role in roles):
        return False
    if x.kind is Kind.COUNT:
        if x.head.key in STANDING:
            return x.head.kind == y.head.kind and one_owner(pair)
        return x.head.key not in _LOOSE and len(near - {x.head.key}) >= 1 and len(wide - {x.head.key}) >= 2
    if x.head.key and y.head.key and x.head.key != y.head.key:
        return False
    if x.unit == "magnitude":
        return len((one.keys() & other.keys()) - _QUAKE) >= 2
    if not _others_equal(pair, x, y) or _other_terms(pair, x):
        return False
    fewest = min(len(side.keys(k - _WIDE, k + _WIDE + 1)) for side, k in ((one, i), (other, j)))
    return len(near) >= 2 and (len(wide) >= 3 or 2 * len(wide) >= fewest)


def one_owner(pair: Pair) -> bool:
    """Tell whether both passages begin with one name: "Tolby has 9,000 inhabitants", "Tolby, with 8,000"."""
    first = [
        next((i.key for i in side.items if i.content and i.surface[:1].isupper()), "") for side in pair.sides
    ]
    return bool(first[0]) and first[0] == first[1]


def _other_terms(pair: Pair, x: Amount) -> bool:
    """Tell whether the passages name other terms for the number: "after six months", "after five"."""
    first, second = ([a for _, a in s.amounts() if not comparable(a, x)] for s in pair.sides)
    alike = [(a, b) for a in first for b in second if comparable(a, b)]
    return bool(alike) and not any(agree(a, b) for a, b in alike)


def _others_equal(pair: Pair, x: Amount, y: Amount) -> bool:
    """Tell whether every other amount of this unit is the same in both passages."""
    rest = [
        sorted((a.low, a.high, a.modifier) for _, a in side.amounts() if comparable(mine, a) and a != mine)
        for side, mine in zip(pair.sides, (x, y), strict=True)
    ]
    return rest[0] == rest[1]


def _before(side: Side, at: int) -> str:
    return side.items[at - 1].key if at else ""


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
