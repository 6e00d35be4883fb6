"""The side-by-side part of a report: linked passages in pairs, with their marks, scores and placement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compare.model import (
    Article,
    Comparison,
    Discrepancy,
    FramingPair,
    Link,
    Placement,
    Position,
    Relation,
    SharedFact,
    Span,
)
from compare.quote import Quotation, shortened
from compare.render.parts.marks import Mark, Piece, pieces
from compare.render.parts.references import Reference, Register, anchor, to
from compare.render.parts.wording import RELATIONS, ZONES

# Characters of a passage that a table row quotes: one line of the column; its number leads to the whole.
ROW_QUOTATION = 68
# Characters of the longer passage, and half of those below it, of a pair that is kept on one page: 20 lines
# of its column. Two such pairs, as the last two are kept together, still fit on one.
LONGEST_KEPT = 1000
# A box around more of a passage than this shows nothing that the number above it does not.
MOST_BOXED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One side of a linked pair."""

    side: int
    reference: Reference
    start: int
    pieces: tuple[Piece, ...]
    quotation: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two linked passages, first text first, with what explains the link."""

    id: str
    number: str
    relation: Relation
    words: str
    score: str
    share: int
    parts: str
    why: str
    passages: tuple[Passage, Passage]
    findings: tuple[Reference, ...]
    """The discrepancies and framing pairs that stand in the passages."""

    @property
    def long(self) -> bool:
        """The pair may be broken over two pages."""
        longest = max(sum(len(piece.text) for piece in passage.pieces) for passage in self.passages)
        return longest + len(self.why) / 2 > LONGEST_KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A shared fact as a row of the table: what, where in each text, and remarks."""

    number: str
    href: str
    quotation: Quotation
    references: tuple[Reference, Reference]
    shares: tuple[float, float] | None
    places: tuple[str, str]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """All that links two of the texts; `sides` are their places among the articles."""

    sides: tuple[int, int]
    pairs: tuple[Pair, ...]
    related: tuple[Pair, ...]
    facts: tuple[Fact, ...]
    marked: frozenset[Mark]


def meetings(comparison: Comparison, register: Register) -> tuple[Meeting, ...]:
    """Return what links each two of the texts, in the order A-B, A-C, B-C."""
    by_sides: dict[tuple[int, int], list[Link]] = {
        (i, j): [] for i in range(len(comparison.articles)) for j in range(i + 1, len(comparison.articles))
    }
    places = {article.label: i for i, article in enumerate(comparison.articles)}
    for link in comparison.links:
        by_sides[_sides(link, places)].append(link)
    facts = {f.link: f for f in comparison.findings if isinstance(f, SharedFact)}
    placed = {f.fact: f for f in comparison.findings if isinstance(f, Placement)}
    inside = _inside(comparison)
    found = []
    for sides, links in by_sides.items():
        pairs = sorted(
            ((_pair(comparison, register, places, link, *inside(link)), link) for link in links),
            key=lambda each: _natural(each[0].number),
        )
        shared = [(pair, link) for pair, link in pairs if link.relation is not Relation.RELATED]
        rows = (
            _fact(pair, fact, placed.get(fact.id), comparison.articles)
            for pair, link in shared
            if (fact := facts.get(link.id)) is not None
        )
        found.append(
            Meeting(
                sides=sides,
                pairs=tuple(pair for pair, _ in shared),
                related=tuple(pair for pair, link in pairs if link.relation is Relation.RELATED),
                facts=tuple(rows),
                marked=frozenset(mark for pair, _ in shared for mark in _marks(pair)),
            )
        )
    return tuple(found)


def _natural(number: str) -> tuple[str, int, str]:
    """Return what sorts S2 before S10."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    return number.rstrip("0123456789"), int(digits[:18] or 0), number


def _sides(link: Link, places: dict[str, int]) -> tuple[int, int]:
    first, second = sorted(places[span.article] for span in link.spans)
    return first, second


def _marks(pair: Pair) -> Iterator[Mark]:
    for passage in pair.passages:
        yield from (piece.mark for piece in passage.pieces)


def _inside(
    comparison: Comparison,
) -> Callable[[Link], tuple[Sequence[Discrepancy], Sequence[FramingPair]]]:
    """Return what finds the discrepancies and framing pairs that stand in a link's passages.

    By link and by sentence: going through all findings for each of 7,600 links took minutes.
    """
    differences: dict[str | None, list[Discrepancy]] = defaultdict(list)
    wordings: dict[str, dict[str, FramingPair]] = defaultdict(dict)
    for finding in comparison.findings:
        if isinstance(finding, Discrepancy):
            differences[finding.link].append(finding)
        elif isinstance(finding, FramingPair):
            for sentence in finding.sentences:
                wordings[sentence][finding.id] = finding

    def inside(link: Link) -> tuple[Sequence[Discrepancy], Sequence[FramingPair]]:
        near = {id: each for name in link.sentences for id, each in wordings.get(name, {}).items()}
        framing = [each for each in near.values() if _stands_in(each, link)]
        return differences.get(link.id, ()), sorted(framing, key=lambda each: _natural(each.number))

    return inside


def _pair(
    comparison: Comparison,
    register: Register,
    places: dict[str, int],
    link: Link,
    differences: Sequence[Discrepancy],
    framing: Sequence[FramingPair],
) -> Pair:
    values = [span for finding in differences for span in finding.spans if _is_part(span, link)]
    wordings = [span for finding in framing for span in finding.spans]
    sides = sorted(zip(link.spans, link.sentences, strict=True), key=lambda each: places[each[0].article])
    first, second = (
        Passage(
            side=places[span.article],
            reference=register.sentence(sentence),
            start=span.start,
            pieces=pieces(
                comparison.articles[places[span.article]],
                span,
                link.differing,
                values=values,
                wordings=wordings,
            ),
            quotation=shortened(comparison.articles[places[span.article]], span, limit=ROW_QUOTATION),
        )
        for span, sentence in sides
    )
    number = register.links[link.id][0]
    return Pair(
        id=anchor(number),
        number=number,
        relation=link.relation,
        words=RELATIONS[link.relation],
        score=f"{link.score:.0f}",
        share=round(min(max(link.score, 0.0), 100.0)),
        parts=_parts(link),
        why=link.why,
        passages=(first, second),
        findings=tuple(to(finding) for finding in (*differences, *framing)),
    )


def _stands_in(finding: FramingPair, link: Link) -> bool:
    """Return whether a wording of the pair stands in a linked passage as a whole."""
    return any(_within(wording, passage) for wording in finding.spans for passage in link.spans)


def _is_part(stretch: Span, link: Link) -> bool:
    """Return whether a stretch is small enough to be told from its passage by a box."""
    sizes = [passage.end - passage.start for passage in link.spans if passage.article == stretch.article]
    return stretch.end - stretch.start < MOST_BOXED * max(sizes, default=0)


def _within(inner: Span, outer: Span) -> bool:
    return inner.article == outer.article and outer.start <= inner.start and inner.end <= outer.end


def _parts(link: Link) -> str:
    """Return a score's parts by their names, so that a comparison read from JSON prints them alike."""
    parts = " · ".join(f"{name} {round(value)}" for name, value in sorted(link.parts.items()))
    return parts.replace(" -", " −")


def _fact(pair: Pair, fact: SharedFact, placed: Placement | None, articles: tuple[Article, ...]) -> Fact:
    positions = _positions(pair, placed, articles)
    remarks = []
    if fact.direct_quotation:
        remarks.append("both quote somebody")
    if fact.close_wording:
        remarks.append("close wording: check for a common source")
    return Fact(
        number=fact.number,
        href=f"#{pair.id}",
        quotation=pair.passages[0].quotation,
        references=(pair.passages[0].reference, pair.passages[1].reference),
        shares=(positions[0].share, positions[1].share) if positions else None,
        places=(_place(positions[0]), _place(positions[1])) if positions else ("", ""),
        remark="; ".join(remarks),
    )


def _positions(
    pair: Pair, placed: Placement | None, articles: tuple[Article, ...]
) -> tuple[Position, Position] | None:
    """Return the positions in the order of the pair's passages, or None where they are not all known."""
    if placed is None:
        return None
    by_label = {
        span.article: position for span, position in zip(placed.spans, placed.positions, strict=False)
    }
    found = [by_label.get(articles[passage.side].label) for passage in pair.passages]
    first, second = found
    return (first, second) if first is not None and second is not None else None


def _place(position: Position) -> str:
    return f"{position.share:.0f}%, {ZONES[position.zone]}"
