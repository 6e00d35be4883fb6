"""Large numbers of one thing that two texts round otherwise, in sentences that nothing links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, pair, same_setting, side
from compare.find.discrepancies.telling import said
from compare.find.discrepancies.things import Thing
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation
from compare.text.document import Document
from compare.text.values import Kind, Modifier

RULE = "large-number-rounded-otherwise"
# Two such numbers of one unit that are so near are nothing's by chance, where a few words meet too.
_LARGE, _NEAR, _NEAR_IF_ROUGH = 1000, 0.05, 0.1
_FEWEST_WIDE, _FEWEST_IF_ROUGH = 2, 4
# Beyond this a text is a table.
_MOST = 200


def find_large_numbers(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield large numbers that differ a little, of which neither text has the other's.

    A text that gives both has two things to count, or says itself how they go together.
    """
    ours, theirs = _things(one), _things(other)
    if max(len(ours), len(theirs)) > _MOST:
        return
    values = [{(t.amount.kind, t.amount.unit, t.amount.low) for t in of} for of in (ours, theirs)]
    scored = []
    for x, y in product(ours, theirs):
        if (x.amount.kind, x.amount.unit, x.amount.low) in values[1]:
            continue
        if (y.amount.kind, y.amount.unit, y.amount.low) in values[0] or not _one_thing(x, y):
            continue
        points = len(x.near & y.near), len(x.wide & y.wide)
        scored.append((points, sorted((x.amount.reading, y.amount.reading)), x, y))
    used: tuple[set[float], set[float]] = (set(), set())
    for _, _, x, y in sorted(
        scored, key=lambda s: (-s[0][0], -s[0][1], s[1], s[2].amount.start + s[3].amount.start)
    ):
        if x.amount.low in used[0] or y.amount.low in used[1]:
            continue
        used[0].add(x.amount.low)
        used[1].add(y.amount.low)
        ready = pair(Relation.PARTIAL, x.side, y.side)
        if same_setting(ready):
            yield ready, _difference(x, y)


def _things(document: Document) -> list[Thing]:
    found = []
    for sentence in document.article.sentences:
        if document.values[sentence.id].amounts:
            whole = side(document, sentence, Extent(start=sentence.start, end=sentence.end))
            found += [Thing(whole, k, a) for k, a in whole.amounts() if a.kind in (Kind.COUNT, Kind.MONEY)]
    return [thing for thing in found if thing.amount.low >= _LARGE]


def _one_thing(x: Thing, y: Thing) -> bool:
    a, b = x.amount, y.amount
    if a.kind is not b.kind or a.unit != b.unit or x.old or y.old:
        return False
    if a.kind is Kind.COUNT and (
        not a.head.key or a.head.key != b.head.key or a.head.status != b.head.status
    ):
        return False
    least, most = sorted((a.low, b.low))
    gap = (most - least) / most
    near, wide = len(x.near & y.near), len(x.wide & y.wide)
    if gap <= _NEAR and _digits(a.low) != _digits(b.low):
        return near > 0 or wide >= _FEWEST_WIDE
    rough = Modifier.EXACT not in (a.modifier, b.modifier) or Modifier.RANGE in (a.modifier, b.modifier)
    return rough and gap <= _NEAR_IF_ROUGH and near > 0 and wide >= _FEWEST_IF_ROUGH


def _digits(value: float) -> int:
    """Return how many figures of a number tell: 1 of 60,000, 2 of 62,000."""
    return len(f"{value:.6g}".split("e")[0].replace(".", "").rstrip("0"))


def _difference(x: Thing, y: Thing) -> Difference:
    told = said(x.side, x.amount), said(y.side, y.amount)
    return Difference(
        type=DiscrepancyType.NUMBER,
        state=DiscrepancyState.PRECISION,
        rule=RULE,
        extents=(
            Extent(start=x.amount.start, end=x.amount.end),
            Extent(start=y.amount.start, end=y.amount.end),
        ),
        values=(x.amount.reading, y.amount.reading),
        why=f"{{0}} gives {told[0]}, {{1}} gives {told[1]}: one is rougher, both can hold.",
    )
