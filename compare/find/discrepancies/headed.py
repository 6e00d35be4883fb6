"""Figures of a headline or what stands under it, beside those of the other text's sentences."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.figures import Comparable, Ground, comparable_figures, figure_difference
from compare.find.discrepancies.pairing import Pair, Side, pair, side
from compare.find.discrepancies.things import Thing
from compare.model import DiscrepancyState, Extent, Relation, Sentence
from compare.text.document import Document
from compare.text.items import items
from compare.text.values import Kind, values

# A headline tells what the first sentences tell. In these a few words that meet are enough.
_LEAD = 3
_FEWEST_SHARED = 2


def find_headed(one: Document, other: Document) -> Iterator[tuple[Pair, Comparable, Difference]]:
    """Yield the figures of either headline that differ from those of the other text's lead.

    A value that the headline's own text gives in its lead as well is found there.
    """
    for first, second, swapped in ((one, other, False), (other, one, True)):
        for head in first.headlines[:2]:
            shown = _headline(first, head)
            told = {(a.kind, a.unit, a.low, a.high) for s in _lead(first) for _, a in s.amounts()}
            if not any((a.kind, a.unit, a.low, a.high) not in told for _, a in shown.amounts()):
                continue
            for whole in _lead(second):
                ready = pair(Relation.PARTIAL, *((whole, shown) if swapped else (shown, whole)))
                yield from _differences(ready)


def _differences(ready: Pair) -> Iterator[tuple[Pair, Comparable, Difference]]:
    shared = ready.sides[0].keys() & ready.sides[1].keys()
    if len(shared) < _FEWEST_SHARED:
        return
    named = any(_names(side) & shared for side in ready.sides)
    ground = Ground.SURE if named or len(shared) > _FEWEST_SHARED else Ground.PERHAPS
    for figures in comparable_figures(ready, ground):
        difference = figure_difference(ready, figures)
        if difference is None or difference.state is not DiscrepancyState.CONFLICT:
            # Headlines round, and nobody has to be told.
            continue
        if all(_met(thing) for thing in (figures.one, figures.other)):
            yield ready, figures, difference


def _met(thing: Thing) -> bool:
    """Tell whether a figure of a headline says what it is of: a bare number may be anything."""
    return thing.amount.kind is not Kind.COUNT or bool(thing.amount.head.key or thing.amount.head.status)


def _names(side: Side) -> frozenset[str]:
    return frozenset(item.key for item in side.items if item.name)


def _lead(document: Document) -> list[Side]:
    return [
        side(document, sentence, Extent(start=sentence.start, end=sentence.end))
        for sentence in document.article.sentences[:_LEAD]
    ]


def _headline(document: Document, head: Extent) -> Side:
    """Return a headline as a passage: its sentence is `A0`, as in other findings."""
    article = document.article
    found = values(article.text, head.start, head.end, published=article.published)
    whole = Sentence(id=f"{article.label}0", start=head.start, end=head.end, paragraph=0, clauses=(head,))
    return Side(document=document, sentence=whole, extent=head, items=tuple(items(found)))
