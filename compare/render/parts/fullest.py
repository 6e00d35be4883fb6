"""Which clause tells most of what the texts of a fact share, and which facts all of them surely tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.model import Article, Comparison, Extent, Fact, Link, Span, Tier

# Words whose nearness is less are half a match: "power" and "influence".
_FIRM = 60.0
# A clause with so much of what the fullest has, and shorter, says the same.
_NEARLY_ALL = 0.75
# Fewer characters are no clause: "The move", "in Iowa".
_SHRED = 24
# A link of this certainty is nearly sure.
_NEARLY_SURE = 60.0
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of one text that a link of the fact covers."""

    span: Span
    shared: int
    """How many words it has that the other texts of the fact have too, counted once for each of them."""

    @property
    def size(self) -> int:
        """Return its length in characters."""
        return self.span.end - self.span.start


def clauses(fact: Fact, comparison: Comparison) -> Mapping[str, tuple[Clause, ...]]:
    """Return by text the clauses of a fact, each with how much it tells of what the texts share."""
    articles = {article.label: article for article in comparison.articles}
    links = [link for link in comparison.links if link.id in set(fact.links)]
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for link in links:
        for span in link.spans:
            if any(
                s.article == span.article and s.start <= span.start and span.end <= s.end for s in fact.spans
            ):
                spans[span.article].add((span.start, span.end))
    return {
        label: tuple(
            _clause(Span(article=label, start=start, end=end), articles[label], links)
            for start, end in sorted(found)
        )
        for label, found in spans.items()
    }


def fullest(found: Sequence[Clause], value: Extent | None = None) -> Clause:
    """Return the shortest of those that tell nearly as much as the one that tells most, with the value."""
    having = [
        c for c in found if value is not None and c.span.start <= value.start and value.end <= c.span.end
    ]
    kept = having or [c for c in found if c.size >= _SHRED] or list(found)
    most = max(clause.shared for clause in kept)
    return min(
        (clause for clause in kept if clause.shared >= _NEARLY_ALL * most),
        key=lambda clause: (clause.size, clause.span.article, clause.span.start),
    )


def firm(fact: Fact, links: Sequence[Link]) -> bool:
    """Return whether every two texts that tell a fact are linked surely, or nearly so."""
    within = set(fact.links)
    met = {
        frozenset(span.article for span in link.spans)
        for link in links
        if link.id in within and (link.tier is Tier.SURE or link.certainty >= _NEARLY_SURE)
    }
    told = {span.article for span in fact.spans} - set(fact.attached)
    return all(frozenset(pair) in met for pair in combinations(sorted(told), 2))


def _clause(span: Span, article: Article, links: Sequence[Link]) -> Clause:
    words = set(_WORD.findall(article.text[span.start : span.end]))
    shared: dict[str, int] = defaultdict(int)
    for link in links:
        sides = [k for k, each in enumerate(link.spans) if each.article == span.article]
        if not sides or not _meets(link.spans[sides[0]], span):
            continue
        side = sides[0]
        met = sum(pair.nearness >= _FIRM and pair.words[side] in words for pair in link.shared)
        other = link.spans[1 - side].article
        shared[other] = max(shared[other], met)
    return Clause(span=span, shared=sum(shared.values()))


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
