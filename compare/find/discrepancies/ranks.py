"""Where something stands among its like: the second largest city, the third largest, the smallest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.items import Item
from compare.text.values import Amount, Kind

RULE = "another-rank"
# Each line is one scale, its top words and its bottom words.
_SCALES = (
    ("largest biggest", "smallest"),
    ("highest tallest", "lowest"),
    ("longest", "shortest"),
    ("oldest", "youngest newest"),
    ("richest wealthiest", "poorest"),
    ("fastest", "slowest"),
    ("deadliest", ""),
    ("busiest", ""),
)
_ENDS = {
    word: (number, end)
    for number, scale in enumerate(_SCALES)
    for end, words in enumerate(scale)
    for word in words.split()
}
# "One of the largest" and "among the largest" give no rank.
_LOOSE = frozenset("of among".split())
_WITHIN = frozenset("in of on".split())
_REACH = 3


class _Rank(Struct, frozen=True, kw_only=True):
    place: tuple[int, int, int]
    """Scale, end of it, and number from that end."""
    noun: str
    among: str
    ranked: frozenset[str]
    extent: Extent


def rank_differences(pair: Pair) -> Iterator[Difference]:
    """Yield two ranks of one name among the same: "third largest city in Merrin" and "second largest"."""
    ours = list(_ranks(pair.sides[0]))
    theirs = list(_ranks(pair.sides[1])) if ours else []
    for one in ours:
        for other in theirs:
            same = (one.noun, one.among, one.place[0]) == (other.noun, other.among, other.place[0])
            if same and one.place != other.place and one.ranked & other.ranked:
                yield _difference(pair, one, other)


def _ranks(side: Side) -> Iterator[_Rank]:
    for at, item in enumerate(side.items):
        end = _ENDS.get(item.surface.lower())
        if end is None or at + 3 >= len(side.items):
            continue
        number, first = _number(side, at)
        before = [i.key for i in side.items[max(0, first - 2) : first]]
        noun = side.items[at + 1]
        among = _among(side, at + 2)
        if _LOOSE & set(before) or not noun.content or noun.value is not None or among is None:
            continue
        names = {i.key for i in side.items[:first] if _named(i)}
        yield _Rank(
            place=(*end, number),
            noun=noun.key,
            among=among.key,
            ranked=frozenset(names - {among.key}),
            extent=Extent(start=side.items[first].start, end=noun.end),
        )


def _number(side: Side, at: int) -> tuple[int, int]:
    """Return the ordinal before a superlative, 1 without one, and where the phrase begins."""
    value = side.items[at - 1].value if at else None
    if isinstance(value, Amount) and value.kind is Kind.ORDINAL:
        return int(value.low), at - 1
    return 1, at


def _among(side: Side, at: int) -> Item | None:
    """Return the name of what it is ranked in, "Merrin" of "in Merrin"."""
    if side.items[at].key not in _WITHIN:
        return None
    found = (side.items[k] for k in range(at + 1, min(len(side.items), at + 1 + _REACH)))
    return next((item for item in found if item.content and item.value is None), None)


def _named(item: Item) -> bool:
    return item.value is None and item.content and item.surface[0].isupper()


def _difference(pair: Pair, one: _Rank, other: _Rank) -> Difference:
    said = [s.quote(r.extent.start, r.extent.end) for s, r in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NUMBER,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} says “{said[0]}”, {{1}} says “{said[1]}”.",
    )
