"""Numbers that two linked passages give differently for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.find.discrepancies.same_thing import (
    Found,
    agree,
    bounded_alike,
    comparable,
    finer,
    same_slot,
    same_thing,
)
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation
from compare.text.values import Amount, Kind, Modifier
from compare.text.values.heads import counts_people

SLOT_RULE = "number-in-the-same-place"
HEAD_RULE = "number-of-the-same-thing"
LACKING_RULE = "number-in-one-only"
_SALIENT = frozenset((Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.MEASURE))
# Two numbers farther apart than this are not one number said more and less exactly.
_ROUGHLY = 0.15


def number_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the numbers that differ, those that one text gives more roughly, and those that one lacks."""
    first, second = (side.amounts() for side in pair.sides)
    open_first, open_second, agreed = _settle(pair, first, second)
    for one, other in agreed:
        if abs(one[1].high - other[1].high) > _ROUGHLY * max(one[1].high, other[1].high):
            # "50 states" and "at least 13 states" can both hold, but are no one number.
            continue
        if same_slot(pair, *one, *other) or same_thing(pair, one, first, second) == other:
            rule = SLOT_RULE if same_slot(pair, *one, *other) else HEAD_RULE
            yield _rougher(pair, one[1], other[1], rule)
    used: set[int] = set()
    met: set[int] = set()
    for i, x in open_first:
        slot = next(
            (j for j, y in open_second if j not in used and comparable(x, y) and same_slot(pair, i, x, j, y)),
            None,
        )
        rule = HEAD_RULE if slot is None else SLOT_RULE
        if slot is None:
            partner = same_thing(pair, (i, x), open_first, open_second)
            slot = partner[0] if partner is not None and partner[0] not in used else None
        if slot is not None:
            used.add(slot)
            met.add(i)
            yield _conflict(pair, x, dict(open_second)[slot], rule)
    if pair.relation is Relation.NEAR_VERBATIM:
        yield from _lacking(pair, 0, [f for f in open_first if f[0] not in met])
        yield from _lacking(pair, 1, [f for f in open_second if f[0] not in used])


def _lacking(pair: Pair, more: int, left: list[Found]) -> Iterator[Difference]:
    """Yield amounts that the other of two near-verbatim passages leaves out, and its article too."""
    other = pair.sides[1 - more]
    for k, x in left:
        if not pair.framed(more, k) or x.kind not in _SALIENT or (x.kind is Kind.COUNT and not x.head.key):
            continue
        if any(comparable(x, y) for _, y in other.amounts()) or any(agree(x, y) for y in other.all_amounts()):
            continue
        said = _said(pair.sides[more], x)
        here = Extent(start=x.start, end=x.end)
        yield Difference(
            type=DiscrepancyType.NUMBER,
            state=DiscrepancyState.ONE_ONLY,
            rule=LACKING_RULE,
            extents=(here, None) if more == 0 else (None, here),
            values=(x.reading, "") if more == 0 else ("", x.reading),
            why=f"{{{more}}} gives {said}; {{{1 - more}}} says the same without it.",
        )


def toll_differences(pair: Pair) -> Iterator[Difference]:
    """Yield differing numbers of dead, hurt, missing or held in whole sentences of which a clause is linked.

    News puts the toll into one clause and what happened into the next, and texts cut them differently.
    """
    first, second = ([f for f in side.amounts() if f[1].head.status] for side in pair.sides)
    open_first, open_second, _ = _settle(pair, first, second)
    for one in open_first:
        partner = same_thing(pair, one, open_first, open_second)
        if partner is not None:
            yield _conflict(pair, one[1], partner[1], HEAD_RULE)


def _settle(
    pair: Pair, first: list[Found], second: list[Found]
) -> tuple[list[Found], list[Found], list[tuple[Found, Found]]]:
    """Return the amounts of either side that none of the other agrees with, and rough agreements."""
    taken: tuple[set[int], set[int]] = (set(), set())
    rough: list[tuple[Found, Found]] = []
    for i, x in first:
        for j, y in second:
            if _placed_apart(pair, i, j, first, second):
                continue
            if x.kind == y.kind and agree(x, y) and not (bounded_alike(x, y) and x.low != y.low):
                if i not in taken[0] and j not in taken[1] and finer(x, y):
                    rough.append(((i, x), (j, y)))
                taken[0].add(i)
                taken[1].add(j)
    return (
        [found for found in first if found[0] not in taken[0]],
        [found for found in second if found[0] not in taken[1]],
        rough,
    )


def _placed_apart(pair: Pair, i: int, j: int, first: list[Found], second: list[Found]) -> bool:
    """Tell whether in near-verbatim passages either amount stands in the place of another one."""
    if not pair.verbatim or pair.matched.get(i) == j:
        return False
    return any(pair.slot(i, k) >= 1 for k, _ in second) or any(pair.slot(k, j) >= 1 for k, _ in first)


def _conflict(pair: Pair, x: Amount, y: Amount, rule: str) -> Difference:
    return _difference(pair, x, y, rule, DiscrepancyState.CONFLICT, "{0} gives " + "%s, {1} gives %s.")


def _rougher(pair: Pair, x: Amount, y: Amount, rule: str) -> Difference:
    why = "{0} gives %s, {1} gives %s: one is rougher, both can hold."
    return _difference(pair, x, y, rule, DiscrepancyState.PRECISION, why)


def _difference(pair: Pair, x: Amount, y: Amount, rule: str, state: DiscrepancyState, why: str) -> Difference:
    said = [_said(side, amount) for side, amount in zip(pair.sides, (x, y), strict=True)]
    return Difference(
        type=DiscrepancyType.NUMBER,
        state=state,
        rule=rule,
        extents=(Extent(start=x.start, end=x.end), Extent(start=y.start, end=y.end)),
        values=(x.reading, y.reading),
        why=why.replace("%s", said[0].replace("%", "%%"), 1).replace("%s", said[1], 1).replace("%%", "%"),
    )


def _said(side: Side, amount: Amount) -> str:
    """Return a number as a reader says it: as written, with what it counts."""
    written = side.quote(amount.start, amount.end)
    status = amount.head.status if amount.head.status in ("dead", "hurt", "missing", "held") else ""
    head = amount.head.word
    if head and head != status and amount.modifier is not Modifier.RANGE:
        written += f" of {head}" if amount.head.of else f" {head}"
    if status and counts_people(head) and amount.kind is Kind.COUNT:
        written += f" {status}"
    return written
