"""People whom two texts introduce under two spellings, in sentences that need not be linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from compare.find.discrepancies.names import full_names, may_be_one, turned
from compare.find.discrepancies.pairing import Pair, Side, pair, side
from compare.model import Extent, Relation, Sentence
from compare.text.document import Document

_Name = tuple[str, ...]


def find_introductions(one: Document, other: Document) -> Iterator[Pair]:
    """Yield the sentences in which either text first has a full name that differs in a part or their order.

    A person is named where a text introduces them, which need not be where it says what the other says.
    """
    ours, theirs = _first_named(one), _first_named(other)
    by_rest: dict[tuple[int, _Name], list[_Name]] = defaultdict(list)
    for name in theirs:
        for at in range(len(name)):
            by_rest[at, name[:at] + name[at + 1 :]].append(name)
    met = {
        (name, rival)
        for name in ours
        for at in range(len(name))
        for rival in by_rest[at, name[:at] + name[at + 1 :]]
        if may_be_one(name, rival)
    }
    by_parts: dict[_Name, list[_Name]] = defaultdict(list)
    for name in theirs:
        by_parts[tuple(sorted(name))].append(name)
    met |= {
        (name, rival)
        for name in ours
        for rival in by_parts[tuple(sorted(name))]
        # Who writes it both ways knows that it is one.
        if turned(name, rival) and name not in theirs and rival not in ours
    }
    # In an order that is the same whichever text comes first.
    order = sorted(met, key=lambda two: (sorted((ours[two[0]].start, theirs[two[1]].start)), sorted(two)))
    seen: set[tuple[str, str]] = set()
    for name, rival in order:
        here, there = ours[name], theirs[rival]
        if (here.id, there.id) not in seen:
            seen.add((here.id, there.id))
            yield pair(Relation.PARTIAL, _whole(one, here), _whole(other, there))


def _first_named(known: Document) -> dict[_Name, Sentence]:
    found: dict[_Name, Sentence] = {}
    for sentence in known.article.sentences:
        for name in full_names(_whole(known, sentence)):
            found.setdefault(name, sentence)
    return found


def _whole(known: Document, sentence: Sentence) -> Side:
    return side(known, sentence, Extent(start=sentence.start, end=sentence.end))
