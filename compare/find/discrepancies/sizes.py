"""How large a thing is that both texts tell of: a 300-page report here, one of 400 pages there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, pair, side
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.values import Amount, Kind, Modifier

RULE = "size-of-the-same-thing"
# A thing of one kind has one number of these.
_PARTS = frozenset("page storey story floor seat bed room member acre".split())
_HAVING = word_set("discrepancies.sizes.having")
_BESIDE = frozenset("long strong which that to and in total all well about nearly".split())
_ROUGH = frozenset((Modifier.ABOUT, Modifier.NEARLY, Modifier.JUST_OVER))
_BOUNDS = frozenset((Modifier.OVER, Modifier.AT_LEAST, Modifier.UP_TO, Modifier.UNDER, Modifier.RANGE))
_REACH = 4
# What rounding explains, of two exact numbers and where one is called rough.
_SLACK, _ROUGH_SLACK = 0.05, 0.15
_FEWEST_SHARED = 2


class _Size(Struct, frozen=True, kw_only=True):
    side: Side
    amount: Amount
    part: str
    thing: str
    extent: Extent


def find_sizes(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield the sizes of one thing that cannot both be right, where either text gives one size for it.

    Two reports may have two lengths: the sentences must share other words too.
    """
    ours, theirs = _only(one), _only(other)
    for key in sorted(ours.keys() & theirs.keys()):
        x, y = ours[key], theirs[key]
        shared = (x.side.keys() & y.side.keys()) - set(key)
        if len(shared) >= _FEWEST_SHARED and not _agree(x.amount, y.amount):
            yield pair(Relation.PARTIAL, x.side, y.side), _difference(x, y)


def _only(document: Document) -> dict[tuple[str, str], _Size]:
    """Return the sizes of things of which a text gives one alone, by the thing and what it is counted in."""
    found: dict[tuple[str, str], list[_Size]] = defaultdict(list)
    for sentence in document.article.sentences:
        if any(a.kind is Kind.COUNT for a in document.values[sentence.id].amounts):
            whole = side(document, sentence, Extent(start=sentence.start, end=sentence.end))
            for size in _sizes(whole):
                found[size.thing, size.part].append(size)
    return {key: sizes[0] for key, sizes in found.items() if len({s.amount.low for s in sizes}) == 1}


def _sizes(whole: Side) -> Iterator[_Size]:
    items = whole.items
    for at, amount in whole.amounts():
        if amount.kind is not Kind.COUNT or at + 1 >= len(items) or items[at + 1].key not in _PARTS:
            continue
        part = items[at + 1]
        plural = part.surface.lower().endswith("s") and amount.low > 1
        thing = _before(items, at) if plural else _behind(items, at + 2)
        if thing is None:
            continue
        places = (at, at + 1, thing)
        yield _Size(
            side=whole,
            amount=amount,
            part=part.key.replace("storey", "story"),
            thing=items[thing].key,
            extent=Extent(start=min(items[k].start for k in places), end=max(items[k].end for k in places)),
        )


def _behind(items: tuple[Item, ...], first: int) -> int | None:
    """Return the noun behind "300-page"."""
    return first if first < len(items) and _plain(items[first]) else None


def _before(items: tuple[Item, ...], at: int) -> int | None:
    """Return the noun that spans or has so many of them."""
    having = False
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if having and _plain(items[k]):
            return k
        if items[k].key in _HAVING:
            having = True
        elif items[k].key not in _BESIDE:
            return None
    return None


def _plain(item: Item) -> bool:
    return item.value is None and item.content and not item.name


def _agree(x: Amount, y: Amount) -> bool:
    if {x.modifier, y.modifier} & _BOUNDS:
        return True
    slack = _ROUGH_SLACK if {x.modifier, y.modifier} & _ROUGH else _SLACK
    return abs(x.low - y.low) <= slack * max(x.low, y.low)


def _difference(x: _Size, y: _Size) -> Difference:
    told = [s.side.quote(s.extent.start, s.extent.end) for s in (x, y)]
    return Difference(
        type=DiscrepancyType.NUMBER,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(x.extent, y.extent),
        values=(x.amount.reading, y.amount.reading),
        why=f"{{0}} gives “{told[0]}”, {{1}} gives “{told[1]}”.",
    )
