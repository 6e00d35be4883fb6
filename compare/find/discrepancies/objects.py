"""What was acted on: assault-style rifles here, semi-automatic rifles there, by the same verb."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.syntax import REPORTING

RULE = "same-thing-of-another-sort"
_HYPHENS = frozenset("-‐‑")
_BEFORE_NOUN = frozenset("a an the all its his her their some any".split())
_REACH = 7
_FEWEST_SHARED = 3


class _Object(Struct, frozen=True, kw_only=True):
    verb: str
    head: str
    sort: frozenset[str]
    extent: Extent


def object_differences(pair: Pair) -> Iterator[Difference]:
    """Yield things of one noun that one verb acts on and that two compounds tell apart."""
    if not (same_setting(pair) and same_day(pair)):
        return
    keys = pair.sides[0].keys(), pair.sides[1].keys()
    if len(keys[0] & keys[1]) < _FEWEST_SHARED:
        return
    objects = [list(_objects(side)) for side in pair.sides]
    for one in objects[0]:
        for other in objects[1]:
            if (one.verb, one.head) != (other.verb, other.head) or one.sort & other.sort:
                continue
            if one.sort & keys[1] or other.sort & keys[0]:
                continue
            said = [
                s.quote(o.extent.start, o.extent.end) for s, o in zip(pair.sides, (one, other), strict=True)
            ]
            yield Difference(
                type=DiscrepancyType.NAME,
                state=DiscrepancyState.WORDING,
                rule=RULE,
                extents=(one.extent, other.extent),
                values=(said[0], said[1]),
                why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”.",
            )
            return


def _objects(side: Side) -> Iterator[_Object]:
    """Yield "sell semi-automatic rifles": a verb, a compound with its hyphen, and a noun."""
    for at, item in enumerate(side.items[:-2]):
        if item.value is not None or item.name or not item.content or item.surface.lower() in REPORTING:
            continue
        head = _head(side, at + 1)
        if head is None:
            continue
        sort = [k for k in range(at + 1, head) if clause.plain(side.items[k])]
        hyphened = any(
            side.text[side.items[k].end : side.items[k].end + 1] in _HYPHENS for k in sort if k + 1 in sort
        )
        if hyphened and not any(side.items[k].name for k in (*sort, head)):
            yield _Object(
                verb=item.key,
                head=side.items[head].key,
                sort=frozenset(side.items[k].key for k in sort),
                extent=Extent(start=item.start, end=side.items[head].end),
            )


def _head(side: Side, first: int) -> int | None:
    """Return the last word of the object that begins there, over the hyphens of its compounds."""
    head = None
    for k in range(first, min(len(side.items), first + _REACH)):
        between = side.text[side.items[k - 1].end : side.items[k].start]
        if between.strip("".join(_HYPHENS) + " ") or side.items[k].value is not None:
            break
        if side.items[k].content:
            head = k
        elif side.items[k].key not in _BEFORE_NOUN:
            break
    return head
