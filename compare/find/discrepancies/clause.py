"""The clause around a verb: what stands before it and behind it, and whether it is told as real."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.pairing import Side
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.syntax import REPORTING

_REACH, _CLAUSE = 9, 16
_MARKS = frozenset(',;:()—–“”"')
_BREAKS = word_set("discrepancies.clause.breaks")
_UNREAL = word_set("discrepancies.clause.unreal")
_NOT = frozenset("not never no cannot nobody nothing neither nor without none hardly".split())


def before(side: Side, at: int) -> range:
    """Return the items of the clause before a place, the nearest words within nine."""
    first = at
    while first > 0 and at - first < _REACH and _joined(side, first) and not _breaks(side.items[first - 1]):
        first -= 1
    return range(first, at)


def subject(side: Side, at: int) -> range:
    """Return the items of a verb's subject, over a clause between commas: "spending, which ..., grew"."""
    if at == 0 or _joined(side, at):
        return before(side, at)
    opened = next(
        (
            k
            for k in range(at - 1, max(0, at - _CLAUSE), -1)
            if side.items[k].key in ("which", "who") and not _joined(side, k)
        ),
        None,
    )
    if opened is None:
        return before(side, at)
    last = before(side, opened - 1)
    return range(last.start if _joined(side, opened - 1) else opened - 1, opened)


def behind(side: Side, at: int) -> range:
    """Return the items of the clause behind a place, the nearest words within nine."""
    stop = at + 1
    while (
        stop < len(side.items)
        and stop - at <= _REACH
        and _joined(side, stop)
        and not _breaks(side.items[stop])
    ):
        stop += 1
    return range(at + 1, stop)


def unreal(side: Side, places: Iterator[int] | range) -> bool:
    """Tell whether words there say that something is wished, asked, feared or possible, not that it is."""
    return any(side.items[k].surface.lower() in _UNREAL for k in places)


def denied(side: Side, places: range) -> bool:
    """Tell whether words there deny."""
    words = [side.items[k].surface.lower().replace("’", "'") for k in places]
    return any(word in _NOT or word.endswith("n't") for word in words)


def words(side: Side, places: range) -> frozenset[str]:
    """Return the keys of the words of content there."""
    return frozenset(side.items[k].key for k in places if plain(side.items[k]))


def names(side: Side, places: range) -> frozenset[str]:
    """Return the keys of the names there."""
    return frozenset(side.items[k].key for k in places if capital(side.items[k]))


def plain(item: Item) -> bool:
    """Tell whether an item is a word of content."""
    return item.value is None and item.content


def capital(item: Item) -> bool:
    """Tell whether an item is a word of content with a capital."""
    return plain(item) and item.surface[:1].isupper()


def _joined(side: Side, at: int) -> bool:
    return not _MARKS & set(side.text[side.items[at - 1].end : side.items[at].start])


def _breaks(item: Item) -> bool:
    word = item.surface.lower()
    return word in _BREAKS or word in REPORTING
