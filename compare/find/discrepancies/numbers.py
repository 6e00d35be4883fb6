"""Numbers that two linked passages give differently for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.find.discrepancies.bounds import agree, bounded_alike, finer
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.passages import Pair, Side
from compare.find.discrepancies.setting import same_day, same_setting
from compare.language.values import Amount, Kind, Modifier
from compare.language.values.heads import counts_people, is_generic
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation

SLOT_RULE = "number-in-the-same-place"
HEAD_RULE = "number-of-the-same-thing"
LACKING_RULE = "number-in-one-only"
_SALIENT = frozenset((Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.MEASURE))
_MORE = frozenset("more other others another additional further extra first last next new remaining".split())
# Heads that say too little of what is counted.
_LOOSE = frozenset("point time way part thing case step side area place lot kind item".split())
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
# Two numbers farther apart than this are not one number said more and less exactly.
_ROUGHLY = 0.15
_ROLES = frozenset("to from by".split())
# Words around a number on which two passages must meet before "the same thing" is said of it.
_NEAR, _WIDE = 4, 8
_Found = tuple[int, Amount]


def number_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the numbers that differ, those that one text gives more roughly, and those that one lacks."""
    first, second = (side.amounts() for side in pair.sides)
    open_first, open_second, agreed = _settle(pair, first, second)
    for one, other in agreed:
        if abs(one[1].high - other[1].high) > _ROUGHLY * max(one[1].high, other[1].high):
            # "50 states" and "at least 13 states" can both hold, but are no one number.
            continue
        if _same_slot(pair, *one, *other) or _same_thing(pair, one, first, second) == other:
            rule = SLOT_RULE if _same_slot(pair, *one, *other) else HEAD_RULE
            yield _rougher(pair, one[1], other[1], rule)
    used: set[int] = set()
    met: set[int] = set()
    for i, x in open_first:
        slot = next(
            (
                j
                for j, y in open_second
                if j not in used and _comparable(x, y) and _same_slot(pair, i, x, j, y)
            ),
            None,
        )
        rule = HEAD_RULE if slot is None else SLOT_RULE
        if slot is None:
            partner = _same_thing(pair, (i, x), open_first, open_second)
            slot = partner[0] if partner is not None and partner[0] not in used else None
        if slot is not None:
            used.add(slot)
            met.add(i)
            yield _conflict(pair, x, dict(open_second)[slot], rule)
    if pair.relation is Relation.NEAR_VERBATIM:
        yield from _lacking(pair, 0, [f for f in open_first if f[0] not in met])
        yield from _lacking(pair, 1, [f for f in open_second if f[0] not in used])


def _lacking(pair: Pair, more: int, left: list[_Found]) -> Iterator[Difference]:
    """Yield amounts that the other of two near-verbatim passages leaves out, and its article too."""
    other = pair.sides[1 - more]
    for k, x in left:
        if not pair.framed(more, k) or x.kind not in _SALIENT or (x.kind is Kind.COUNT and not x.head.key):
            continue
        if any(_comparable(x, y) for _, y in other.amounts()) or any(
            agree(x, y) for y in other.told.amounts()
        ):
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
    """Yield differing numbers of dead, hurt, missing or held, for whole sentences of which a clause is linked.

    News puts the toll into one clause and what happened into the next, and texts cut them differently.
    """
    first, second = ([f for f in side.amounts() if f[1].head.status] for side in pair.sides)
    open_first, open_second, _ = _settle(pair, first, second)
    for one in open_first:
        partner = _same_thing(pair, one, open_first, open_second)
        if partner is not None:
            yield _conflict(pair, one[1], partner[1], HEAD_RULE)


def _settle(
    pair: Pair, first: list[_Found], second: list[_Found]
) -> tuple[list[_Found], list[_Found], list[tuple[_Found, _Found]]]:
    """Return the amounts of either side that none of the other agrees with, and rough agreements."""
    taken: tuple[set[int], set[int]] = (set(), set())
    rough: list[tuple[_Found, _Found]] = []
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


def _placed_apart(pair: Pair, i: int, j: int, first: list[_Found], second: list[_Found]) -> bool:
    """Tell whether in near-verbatim passages either amount stands in the place of another one."""
    if not pair.verbatim or pair.matched.get(i) == j:
        return False
    return any(pair.slot(i, k) >= 1 for k, _ in second) or any(pair.slot(k, j) >= 1 for k, _ in first)


def _comparable(x: Amount, y: Amount) -> bool:
    return x.kind == y.kind and x.unit == y.unit


def _same_slot(pair: Pair, i: int, x: Amount, j: int, y: Amount) -> bool:
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
        return evidence >= 1
    if x.kind is Kind.AGE or y.kind is Kind.AGE:
        return False
    fewest = _FEWEST_COUNTED if x.kind is Kind.COUNT and not x.head.status else 2
    return evidence >= fewest and not _elsewhere(pair, x, y) and same_setting(pair) and same_day(pair)


def _same_thing(pair: Pair, one: _Found, ours: list[_Found], theirs: list[_Found]) -> _Found | None:
    """Return the one amount of the other side that must be of the same thing, None where that is unsure."""
    i, x = one
    rivals = [found for found in theirs if _comparable(x, found[1]) and _same_head(x, found[1])]
    kin = [found for found in ours if _comparable(x, found[1]) and _same_head(x, found[1])]
    if len(rivals) != 1 or len(kin) != 1:
        return None
    j, y = rivals[0]
    if _elsewhere(pair, x, y) or not (same_setting(pair) and same_day(pair)) or x.head.of != y.head.of:
        return None
    if _extra(pair.sides[0], i, x) != _extra(pair.sides[1], j, y):
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
    if x.kind in (Kind.SCORE, Kind.ORDINAL, Kind.AGE) or pair.relation is Relation.RELATED:
        return False
    roles = [_before(side, k) for side, k in ((one, i), (other, j))]
    if roles[0] != roles[1] and any(role in _ROLES for role in roles):
        return False
    if x.kind is Kind.COUNT:
        return x.head.key not in _LOOSE and len(near - {x.head.key}) >= 1 and len(wide - {x.head.key}) >= 2
    if x.head.key and y.head.key and x.head.key != y.head.key:
        return False
    if x.unit == "magnitude":
        return len((one.keys() & other.keys()) - _QUAKE) >= 2
    if not _others_equal(pair, x, y) or _other_terms(pair, x):
        return False
    fewest = min(len(side.keys(k - _WIDE, k + _WIDE + 1)) for side, k in ((one, i), (other, j)))
    return len(near) >= 2 and (len(wide) >= 3 or 2 * len(wide) >= fewest)


def _other_terms(pair: Pair, x: Amount) -> bool:
    """Tell whether the passages name other terms for the number: "after six months", "after five"."""
    first, second = ([a for _, a in s.amounts() if not _comparable(a, x)] for s in pair.sides)
    alike = [(a, b) for a in first for b in second if _comparable(a, b)]
    return bool(alike) and not any(agree(a, b) for a, b in alike)


def _others_equal(pair: Pair, x: Amount, y: Amount) -> bool:
    """Tell whether every other amount of this unit is the same in both passages."""
    rest = [
        sorted((a.low, a.high, a.modifier) for _, a in side.amounts() if _comparable(mine, a) and a != mine)
        for side, mine in zip(pair.sides, (x, y), strict=True)
    ]
    return rest[0] == rest[1]


def _before(side: Side, at: int) -> str:
    return side.items[at - 1].key if at else ""


def _extra(side: Side, at: int, x: Amount) -> bool:
    """Tell whether a number comes on top of another: "14 more bodies", "another 30"."""
    around = side.text[max(side.extent.start, x.start - 16) : min(side.extent.end, x.end + 10)].lower()
    behind = [side.items[k].key for k in range(at + 1, min(at + 2, len(side.items)))]
    return any(word in _MORE for word in re.findall(r"[a-z]+", around[:16])[-2:]) or any(
        key in _MORE for key in behind
    )


def _elsewhere(pair: Pair, x: Amount, y: Amount) -> bool:
    """Tell whether either article gives the other's number too, so that the two count different things."""
    return any(
        _comparable(mine, other) and _kin(mine, other) and mine.low == other.low
        for mine, side in ((x, pair.sides[1]), (y, pair.sides[0]))
        for other in side.told.amounts()
    )


def _kin(x: Amount, y: Amount) -> bool:
    if x.kind is not Kind.COUNT:
        return True
    return (bool(x.head.key) and x.head.key == y.head.key) or (
        bool(x.head.status) and x.head.status == y.head.status
    )


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
