"""Who did it: the same act with doer and target swapped, or with another doer."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.countries import country
from compare.text.syntax import is_passive, is_tensed

RULE = "another-doer"


class _Act(Struct, frozen=True, kw_only=True):
    verb: str
    doer: str
    target: str
    extent: Extent


def actor_differences(pair: Pair) -> Iterator[Difference]:
    """Yield acts whose doer and target are swapped; both must be names right beside the same verb."""
    for one in _acts(pair.sides[0]):
        for other in _acts(pair.sides[1]):
            if one.verb != other.verb or not all((one.doer, one.target, other.doer, other.target)):
                continue
            if one.doer == other.target and one.target == other.doer and one.doer != one.target:
                yield _difference(pair, one, other)


def _acts(side: Side) -> Iterator[_Act]:
    """Yield verbs with a name right before and right behind them, or behind a passive's "by"."""
    for at, item in enumerate(side.items):
        word = item.surface.lower()
        if item.value is not None or item.name or not is_tensed(word):
            continue
        passive = is_passive(side.items, at)
        left = _name_ending(side, at - 2 if passive else at - 1)
        behind = at + 1
        if passive:
            if behind >= len(side.items) or side.items[behind].key != "by":
                continue
            behind += 1
        right = _name_beginning(side, behind)
        if left is None or right is None:
            continue
        extent = Extent(start=side.items[left[0]].start, end=side.items[right[1] - 1].end)
        before, after = _name(side, *left), _name(side, *right)
        yield _Act(
            verb=item.key,
            doer=after if passive else before,
            target=before if passive else after,
            extent=extent,
        )


def _named(side: Side, at: int) -> bool:
    if not 0 <= at < len(side.items):
        return False
    item = side.items[at]
    return item.value is None and item.content and item.surface[0].isupper()


def _name_ending(side: Side, last: int) -> tuple[int, int] | None:
    first = last
    while _named(side, first):
        first -= 1
    return (first + 1, last + 1) if first < last else None


def _name_beginning(side: Side, first: int) -> tuple[int, int] | None:
    if 0 <= first < len(side.items) and side.items[first].key == "the":
        first += 1
    stop = first
    while _named(side, stop):
        stop += 1
    return (first, stop) if stop > first else None


def _name(side: Side, first: int, stop: int) -> str:
    """Return the name under which both texts meet: a country's code, or the last word."""
    whole = side.quote(side.items[first].start, side.items[stop - 1].end)
    known = country(whole)
    return known.code if known else side.items[stop - 1].surface.lower().removesuffix("'s").removesuffix("’s")


def _difference(pair: Pair, one: _Act, other: _Act) -> Difference:
    said = [
        side.quote(act.extent.start, act.extent.end)
        for side, act in zip(pair.sides, (one, other), strict=True)
    ]
    return Difference(
        type=DiscrepancyType.ACTOR,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”: doer and target change places.",
    )
