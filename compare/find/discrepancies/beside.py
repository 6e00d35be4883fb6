"""Figures, times and quotations of two articles side by side: in linked sentences, or where words meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.figures import Comparable, Ground, comparable_figures, figure_difference
from compare.find.discrepancies.headed import find_headed
from compare.find.discrepancies.pairing import Pair, Side, pair, side
from compare.find.discrepancies.things import Thing
from compare.find.discrepancies.times import time_differences
from compare.find.discrepancies.utterances import find_utterances
from compare.model import Extent, Link, Relation, Sentence, Tier
from compare.text.document import Document

# Two figures in sentences that no link joins are laid together where so many words beside them meet.
_FEWEST_NEAR = 2
# Beyond this a text is a table, whose figures all have the same words beside them.
_MOST_FIGURES = 400
# Sentences that are sooner one fact than not, with which both texts begin.
_EVEN, _LEAD = 50.0, 2


class Beside(Struct, frozen=True, kw_only=True):
    """Two figures, times or quotations of one thing in two sentences."""

    link: Link | None
    pair: Pair
    difference: Difference | None
    """None where both say the same."""
    figures: Comparable | None = None


def lay_beside(links: Sequence[Link], documents: Mapping[str, Document]) -> tuple[Beside, ...]:
    """Return what is given of one thing in two texts, that in surely linked sentences first."""
    linked: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda one: (one.tier is not Tier.SURE, -one.certainty)):
        linked.setdefault(link.sentences, link)
    found: list[Beside] = []
    for link in linked.values():
        found += _in_link(link, documents)
    for labels in sorted({tuple(s.article for s in link.spans) for link in links if link.tier is Tier.SURE}):
        one, other = documents[labels[0]], documents[labels[1]]
        found += _far(one, other, frozenset(linked))
        known = {(b.difference.type, b.difference.values) for b in found if b.difference is not None}
        for ready, figures, difference in find_headed(one, other):
            if (difference.type, difference.values) not in known:
                known.add((difference.type, difference.values))
                found.append(Beside(link=None, pair=ready, difference=difference, figures=figures))
        sure = frozenset(ids for ids, link in linked.items() if link.tier is Tier.SURE)
        for told in find_utterances(one, other, sure):
            ready = pair(Relation.PARTIAL, _whole(one, told.sentences[0]), _whole(other, told.sentences[1]))
            ids = told.sentences[0].id, told.sentences[1].id
            found.append(Beside(link=linked.get(ids), pair=ready, difference=told.difference))
    return tuple(found)


def _in_link(link: Link, documents: Mapping[str, Document]) -> Iterator[Beside]:
    sides = [
        _whole(documents[span.article], sentence_of(documents[span.article], sentence))
        for span, sentence in zip(link.spans, link.sentences, strict=True)
    ]
    ready = pair(link.relation, sides[0], sides[1])
    sure = link.tier is Tier.SURE
    for figures in comparable_figures(ready, Ground.SURE if sure else Ground.PERHAPS):
        yield Beside(link=link, pair=ready, difference=figure_difference(ready, figures), figures=figures)
    leads = link.certainty >= _EVEN and all(
        int(s.sentence.id[len(s.document.article.label) :]) <= _LEAD for s in sides
    )
    for difference in time_differences(ready, sure=sure, leads=leads):
        yield Beside(link=link, pair=ready, difference=difference)


def sentence_of(document: Document, sentence: str) -> Sentence:
    """Return the sentence with an id."""
    return document.article.sentences[int(sentence[len(document.article.label) :]) - 1]


def _whole(document: Document, sentence: Sentence) -> Side:
    return side(document, sentence, Extent(start=sentence.start, end=sentence.end))


def _far(one: Document, other: Document, linked: frozenset[tuple[str, str]]) -> Iterator[Beside]:
    """Yield the figures of sentences that nothing links, where the words beside them meet."""
    ours, theirs = _by_word(one), _by_word(other)
    near: Counter[tuple[int, int]] = Counter()
    for word in ours.keys() & theirs.keys():
        near.update({(x, y) for x in ours[word] for y in theirs[word]})
    for (x, y), shared in sorted(near.items()):
        first, second = one.article.sentences[x], other.article.sentences[y]
        if shared < _FEWEST_NEAR or (first.id, second.id) in linked:
            continue
        ready = pair(Relation.PARTIAL, _whole(one, first), _whole(other, second))
        for figures in comparable_figures(ready, Ground.FAR):
            difference = figure_difference(ready, figures)
            if difference is not None:
                yield Beside(link=None, pair=ready, difference=difference, figures=figures)


def _by_word(document: Document) -> dict[tuple[str, str, str], frozenset[int]]:
    """Return the sentences that have a figure of a kind and unit beside a word."""
    found: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    seen = 0
    for place, sentence in enumerate(document.article.sentences):
        if not document.values[sentence.id].amounts or seen > _MOST_FIGURES:
            continue
        whole = _whole(document, sentence)
        for at, amount in whole.amounts():
            seen += 1
            for word in Thing(whole, at, amount).near:
                found[amount.kind.value, amount.unit, word].add(place)
    # What stands beside figures everywhere tells nothing of any.
    return {word: frozenset(places) for word, places in found.items() if len(places) <= _COMMON}


_COMMON = 6
