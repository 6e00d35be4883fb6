"""Figures of two sentences that are of one thing, in whatever construction, and how they differ."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.judging import verdict
from compare.find.discrepancies.pairing import Pair
from compare.find.discrepancies.same_thing import (
    LOOSE,
    QUAKE,
    ROLES,
    STANDING,
    SUPERLATIVE,
    comparable,
    one_owner,
)
from compare.find.discrepancies.telling import said
from compare.find.discrepancies.things import Thing, one_head, one_sense
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.values import Amount, Kind, Modifier

RULE = "number-of-the-same-thing"


class Ground(IntEnum):
    """Why two sentences are laid side by side, the firmest first."""

    SURE = 0
    PERHAPS = 1
    FAR = 2


# What must meet around two figures, by ground: points as `_evidence` gives them.
_ENOUGH = {Ground.SURE: 4, Ground.PERHAPS: 5, Ground.FAR: 6}
_STRONG = 7
_FEWEST_OF_A_QUAKE = 2
_ENOUGH_OF_A_TOLL = 5


class Comparable(Struct, frozen=True, kw_only=True):
    """Two figures of one thing, and how they differ where they do."""

    one: Thing
    other: Thing
    evidence: int
    state: DiscrepancyState | None
    """None where they say the same."""


def comparable_figures(pair: Pair, ground: Ground) -> tuple[Comparable, ...]:
    """Return the figures of two sentences that are of one thing, each once, in the order of the first."""
    things = [[Thing(side, k, amount) for k, amount in side.amounts()] for side in pair.sides]
    scored: list[tuple[int, tuple[str, ...], Thing, Thing]] = []
    for x in things[0]:
        for y in things[1]:
            points = _evidence(pair, x, y, things, ground)
            if points >= _ENOUGH[ground]:
                order = sorted(
                    (x.side.quote(x.amount.start, x.amount.end), y.side.quote(y.amount.start, y.amount.end))
                )
                scored.append((points, tuple(order), x, y))
    found: list[Comparable] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for points, _, x, y in sorted(scored, key=lambda one: (-one[0], one[1], one[2].at + one[3].at)):
        if x.at in used[0] or y.at in used[1]:
            continue
        used[0].add(x.at)
        used[1].add(y.at)
        strong = points >= _STRONG or (points >= _ENOUGH_OF_A_TOLL and _one_toll(x, y))
        judged = verdict(
            pair,
            x,
            y,
            things,
            strong=strong,
            sure=ground is Ground.SURE,
            placed=_in_one_place(pair, x, y),
        )
        if (
            judged is DiscrepancyState.CONFLICT
            and ground is not Ground.SURE
            and x.amount.kind is Kind.DURATION
        ):
            continue
        if ground is Ground.FAR and judged not in ("same", DiscrepancyState.PRECISION):
            continue
        if judged is not None:
            found.append(
                Comparable(
                    one=x,
                    other=y,
                    evidence=points,
                    state=None if judged == "same" else DiscrepancyState(judged),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.one.at, one.other.at)))


def _evidence(pair: Pair, x: Thing, y: Thing, things: list[list[Thing]], ground: Ground) -> int:
    """Return how much says that two figures are of one thing; 0 where anything says that they are not."""
    if not comparable(x.amount, y.amount) or (
        x.amount.head.of != y.amount.head.of and x.amount.kind is Kind.COUNT
    ):
        return 0
    head = one_head(x, y)
    if x.amount.kind is Kind.COUNT and not head and not _in_one_place(pair, x, y):
        return 0
    if x.amount.kind is Kind.ORDINAL and not pair.slot(x.at, y.at) >= 2:
        return 0
    if _in_one_place(pair, x, y):
        return _STRONG + 3
    bounds = (
        x.amount.low == y.amount.low
        and x.amount.modifier is not Modifier.EXACT
        and y.amount.modifier is not Modifier.EXACT
    )
    # "Firms with 100 or more employees": no number of one firm's.
    if x.amount.head.key == y.head in STANDING and not bounds:
        # A place has one number of inhabitants, and another place another.
        return _STRONG if one_owner(pair) and x.amount.head.kind == y.amount.head.kind else 0
    if ground is Ground.FAR and x.amount.kind is not Kind.COUNT and not _one_measure(x, y):
        return 0
    if x.amount.kind is Kind.COUNT and x.head in LOOSE:
        head = 1
    if not pair.verbatim and not SUPERLATIVE.isdisjoint(x.amount.head.kind | y.amount.head.kind):
        return 0
    if x.amount.kind is Kind.SHARE and x.head and y.head and not one_sense(x.head, y.head):
        # A share of the funds, and a share of the patients.
        return 0
    if x.amount.unit == "magnitude" and len((x.wide & y.wide) - QUAKE) < _FEWEST_OF_A_QUAKE:
        return 0
    roles = {x.role, y.role}
    changing = x.amount.kind in (Kind.MONEY, Kind.SHARE, Kind.POINTS, Kind.MEASURE)
    if changing and len(roles) > 1 and not roles.isdisjoint(ROLES) and x.amount.low != y.amount.low:
        return 0
    if x.amount.kind is Kind.AGE and Modifier.RANGE in (x.amount.modifier, y.amount.modifier):
        # "Those 18 to 64" and "18 and older" are two groups.
        return 0
    points = head
    points += min(3, len(x.near & y.near)) + (min(2, len(x.wide & y.wide) // 3))
    points += bool(x.names_beside & y.names_beside)
    points += bool(x.deed) and x.deed == y.deed and x.deed not in ("be", "have")
    if _one_measure(x, y):
        points += 2
    if pair.slot(x.at, y.at) >= 1:
        points += 2
    alone = all(
        sum(comparable(a.amount, b.amount) for b in of) == 1 for a, of in zip((x, y), things, strict=True)
    )
    points += 2 * alone if ground is Ground.SURE else alone
    if _one_toll(x, y):
        points += 2
    if (x.amount.low, x.amount.high) == (y.amount.low, y.amount.high):
        points += 3
    return points


def _in_one_place(pair: Pair, x: Thing, y: Thing) -> bool:
    """Tell whether two figures stand in one place of sentences that are much the same words."""
    return pair.verbatim and pair.slot(x.at, y.at) >= 1 and x.amount.head.key == y.amount.head.key


def _one_measure(x: Thing, y: Thing) -> bool:
    return bool(x.measured and y.measured) and x.measured[-1] == y.measured[-1]


def _one_toll(x: Thing, y: Thing) -> bool:
    """Tell whether both are the highest number of dead, or of hurt, that their text gives: the toll."""
    return (
        bool(x.amount.head.status)
        and x.amount.head.status == y.amount.head.status
        and all(
            other.low <= thing.amount.low
            for thing in (x, y)
            for other in thing.side.all_amounts()
            if other.head.status == thing.amount.head.status
        )
    )


def figure_difference(pair: Pair, one: Comparable) -> Difference | None:
    """Return how two figures differ, None where they say the same."""
    if one.state is None:
        return None
    told = said(pair.sides[0], one.one.amount), said(pair.sides[1], one.other.amount)
    return Difference(
        type=DiscrepancyType.NUMBER,
        state=one.state,
        rule=RULE,
        extents=(_extent(one.one.amount), _extent(one.other.amount)),
        values=(one.one.amount.reading, one.other.amount.reading),
        why=_why(one, told),
    )


def _extent(amount: Amount) -> Extent:
    return Extent(start=amount.start, end=amount.end)


_TAILS = {
    DiscrepancyState.PRECISION: ": one is rougher, both can hold.",
    DiscrepancyState.WORDING: ": one value told in two ways.",
    DiscrepancyState.OTHER_MEASURE: ": two measures, both can hold.",
}


def _why(one: Comparable, told: tuple[str, str]) -> str:
    if one.state is DiscrepancyState.OTHER_SOURCE:
        sources = one.one.cited, one.other.cited
        return f"{{0}}, citing {sources[0]}, gives {told[0]}; {{1}}, citing {sources[1]}, gives {told[1]}."
    if one.state is DiscrepancyState.LATER_COUNT:
        days = [thing.side.document.article.published for thing in (one.one, one.other)]
        return f"{{0}}, of {days[0]}, gives {told[0]}; {{1}}, of {days[1]}, gives {told[1]}."
    tail = _TAILS.get(one.state, ".") if one.state is not None else "."
    return f"{{0}} gives {told[0]}, {{1}} gives {told[1]}{tail}"
