"""Which clause tells most of what the texts of a fact share, and which facts all of them surely tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.model import Comparison, Counterpart, Extent, Fact, Link, Relation, Span

# Words whose nearness is less are half a match: "power" and "influence".
_FIRM = 60.0
# Who it is about stands in many sentences, what is told of him in this one.
_NAME = 0.3
# A clause with so much of what the fullest has, and shorter, says the same.
_NEARLY_ALL = 0.75
# Fewer characters are no clause: "The move", "in Iowa".
_SHRED = 24
# A cell may be so much longer than its limit before anything of it is left out.
LONGER = 1.4
# What the first page prints is linked so surely throughout. Of seven rows with an intruder that 60 lets in
# it keeps out three.
_SURE_THROUGHOUT = 85.0
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of one text that tells some of a fact."""

    span: Span
    shared: float
    """What its words weigh that the other texts of the fact have too, counted once for each of them."""

    @property
    def size(self) -> int:
        """Return its length in characters."""
        return self.span.end - self.span.start


class Fullest:
    """The clauses of one fact, by how much each tells of what its texts share."""

    def __init__(self, fact: Fact, comparison: Comparison) -> None:
        """Take the stretches that the links of the fact cover."""
        within = set(fact.links)
        self._articles = {article.label: article for article in comparison.articles}
        self._links = [link for link in comparison.links if link.id in within]
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for link in self._links:
            for span in link.spans:
                if any(_has(each, span) for each in fact.spans if each.article == span.article):
                    spans[span.article].add((span.start, span.end))
        if not spans:
            # A file that somebody has shortened may lack the links: then the fact's own stretches are all.
            for span in fact.spans:
                spans[span.article].add((span.start, span.end))
        self._clauses = {
            label: [self._clause(Span(article=label, start=start, end=end)) for start, end in sorted(found)]
            for label, found in spans.items()
        }

    def cell(self, label: str, value: Extent | None, *, limit: int) -> Span | None:
        """Return the clause of a text that tells most, with the value, no longer than need be."""
        if label not in self._clauses:
            return None
        best = _best(self._clauses[label], value)
        if best.size <= limit * LONGER:
            return best.span
        return _best([best, *self._runs(best.span)], value).span

    def alone(self, labels: Sequence[str], values: Mapping[str, Extent]) -> Span:
        """Return the clause of any of these texts that tells most, from where its sentence begins."""
        found = [self._from_its_sentence(c.span) for label in labels for c in self._clauses.get(label, ())]
        having = [c for c in found if (value := values.get(c.span.article)) and _has(c.span, value)]
        return _best(having or found, None).span

    def _clause(self, span: Span) -> Clause:
        words = set(_WORD.findall(self._articles[span.article].text[span.start : span.end]))
        shared: dict[str, float] = defaultdict(float)
        for link in self._links:
            sides = [k for k, each in enumerate(link.spans) if each.article == span.article]
            if sides and _meets(link.spans[sides[0]], span):
                told = sum(_weight(pair) for pair in link.shared if pair.words[sides[0]] in words)
                other = link.spans[1 - sides[0]].article
                shared[other] = max(shared[other], told)
        return Clause(span=span, shared=sum(sorted(shared.values())))

    def _runs(self, span: Span) -> Iterator[Clause]:
        """Yield the runs of clauses within a stretch."""
        inside = [
            clause
            for sentence in self._articles[span.article].sentences
            if _meets(sentence, span)
            for clause in sentence.clauses
            if _has(span, clause)
        ]
        for first, clause in enumerate(inside):
            for last in inside[first:]:
                yield self._clause(Span(article=span.article, start=clause.start, end=last.end))

    def _from_its_sentence(self, span: Span) -> Clause:
        starts = (s.start for s in self._articles[span.article].sentences if s.start <= span.start < s.end)
        return self._clause(Span(article=span.article, start=next(starts, span.start), end=span.end))


def firm(fact: Fact, links: Sequence[Link]) -> bool:
    """Return whether every two texts that tell a fact are linked beyond doubt."""
    within = set(fact.links)
    met = {
        frozenset(span.article for span in link.spans)
        for link in links
        if link.id in within
        and (link.relation is Relation.NEAR_VERBATIM or link.certainty >= _SURE_THROUGHOUT)
    }
    told = {span.article for span in fact.spans} - set(fact.attached)
    return all(frozenset(pair) in met for pair in combinations(sorted(told), 2))


def _best(found: Sequence[Clause], value: Extent | None) -> Clause:
    """Return the shortest of those that tell nearly as much as the one that tells most, with the value."""
    having = [clause for clause in found if value is not None and _has(clause.span, value)]
    kept = having or [clause for clause in found if clause.size >= _SHRED] or list(found)
    most = max(clause.shared for clause in kept)
    return min(
        (clause for clause in kept if clause.shared >= _NEARLY_ALL * most),
        key=lambda clause: (clause.size, clause.span.article, clause.span.start),
    )


def _weight(pair: Counterpart) -> float:
    if pair.nearness < _FIRM:
        return 0.0
    return _NAME if all(word[:1].isupper() for word in pair.words) else 1.0


def _has(one: Extent, other: Extent) -> bool:
    return one.start <= other.start and other.end <= one.end


def _meets(one: Extent, other: Extent) -> bool:
    return one.start < other.end and other.start < one.end
