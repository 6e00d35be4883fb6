"""Somebody or something that one text calls of one country and the other of another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.countries import mentions
from compare.text.en import word_set

RULE = "another-nationality"
_IS = word_set("base.be_finite")
_ARTICLES = frozenset("a an".split())
# "A retired Danish deep-sea cable engineer"
_LONGEST = 7


class _Called(Struct, frozen=True, kw_only=True):
    code: str
    extent: Extent
    nouns: frozenset[str]
    subject: frozenset[str]


def nationality_differences(pair: Pair) -> Iterator[Difference]:
    """Yield "is a Danish engineer" against "is a Dutch engineer", of one name.

    Silent where either passage names the other's country too: one may be born here and live there.
    """
    if not any(item.key in _IS for item in pair.sides[0].items):
        return
    calls = [list(_calls(side)) for side in pair.sides]
    named = [{m.code for m in mentions(s.text, s.sentence.start, s.sentence.end)} for s in pair.sides]
    for one in calls[0]:
        for other in calls[1]:
            if one.code in named[1] or other.code in named[0]:
                continue
            if one.nouns & other.nouns and one.subject & other.subject:
                yield _difference(pair, one, other)


def _calls(side: Side) -> Iterator[_Called]:
    """Yield each "NAME is a(n) ... of one country ... noun"."""
    for at in range(1, len(side.items) - 2):
        if side.items[at].key not in _IS or side.items[at + 1].key not in _ARTICLES:
            continue
        stop = at + 2
        while stop < min(len(side.items), at + 2 + _LONGEST) and _in_phrase(side, stop):
            stop += 1
        if stop == at + 2:
            continue
        inside = side.items[at + 2 : stop]
        found = mentions(side.text, inside[0].start, inside[-1].end)
        if len(found) != 1:
            # "An Irish-American singer" is of both.
            continue
        behind = [item for item in inside if item.start >= found[0].end and item.value is None]
        yield _Called(
            code=found[0].code,
            extent=Extent(start=found[0].start, end=behind[-1].end if behind else found[0].end),
            nouns=frozenset(item.key for item in behind if not item.name),
            subject=frozenset(
                item.key for item in side.items[:at] if item.content and item.surface[0].isupper()
            ),
        )


def _in_phrase(side: Side, at: int) -> bool:
    item, before = side.items[at], side.items[at - 1]
    apart = side.text[before.end : item.start].strip()
    return (item.content or item.value is not None) and apart in ("", "-")


def _difference(pair: Pair, one: _Called, other: _Called) -> Difference:
    said = [s.quote(c.extent.start, c.extent.end) for s, c in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NAME,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} says “{said[0]}”, {{1}} says “{said[1]}”.",
    )
