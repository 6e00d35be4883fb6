"""The side-by-side part of a report: linked passages in pairs, with their marks, scores and placement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import (
    Article,
    Comparison,
    Discrepancy,
    Extent,
    FramingPair,
    Link,
    Placement,
    Position,
    Relation,
    SharedFact,
    Span,
    Tier,
)
from compare.quote import Quotation, sentences_in, shortened
from compare.render.parts.references import Reference, Register, anchor, to
from compare.render.parts.wording import RELATIONS, ZONES
from compare.telling import ALWAYS

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
class LinkedPair:
    """Two linked passages, first text first, with what explains the link."""

    id: str
    number: str
    relation: Relation
    words: str
    score: str
    """How sure it is that both tell one fact, as printed."""
    share: int
    certainty: float
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
    pairs: tuple[LinkedPair, ...]
    perhaps: tuple[LinkedPair, ...]
    """What may be told by both, which counts as nothing."""
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
        shared = [(pair, link) for pair, link in pairs if link.tier is Tier.SURE]
        rows = (
            _fact(pair, fact, placed.get(fact.id), comparison.articles)
            for pair, link in shared
            if (fact := facts.get(link.id)) is not None
        )
        found.append(
            Meeting(
                sides=sides,
                pairs=tuple(pair for pair, _ in shared),
                perhaps=tuple(pair for pair, link in pairs if link.tier is Tier.PERHAPS),
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


def _marks(pair: LinkedPair) -> Iterator[Mark]:
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
        # A headline, lead or close is no wording inside a passage: it would mark all of it.
        elif isinstance(finding, FramingPair) and finding.device not in ALWAYS:
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
) -> LinkedPair:
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
    return LinkedPair(
        id=anchor(number),
        number=number,
        relation=link.relation,
        words=RELATIONS[link.relation],
        score=f"{link.certainty:.0f}",
        share=round(min(max(link.certainty, 0.0), 100.0)),
        certainty=link.certainty,
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


def _fact(
    pair: LinkedPair, fact: SharedFact, placed: Placement | None, articles: tuple[Article, ...]
) -> Fact:
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
    pair: LinkedPair, placed: Placement | None, articles: tuple[Article, ...]
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


# ----------------------------------------------------------------------------------------------------- marks
# Which words of a passage to mark, and how: boxes, thin rules, and thick rules for framing.

# Past this share of marked letters the marks hide what they should show: only names and figures keep theirs.
# Marking 60 % of the words also took six times as long to render as marking none.
MOSTLY_DIFFERENT = 55.0

_WORD = re.compile(r"\w[\w’'.,-]*\w|\w")
_OPENING = "“\"‘'("
# A box around what is merely a title drowns the one that matters.
_TITLES = frozenset("Mr Mrs Ms Dr Jr Sr Gov Sen Rep Lt Col Sgt".split())


class Mark(StrEnum):
    """How a stretch of a passage is printed."""

    PLAIN = "plain"
    WORDS = "words"
    KEY = "key"
    FRAME = "frame"
    VALUE = "value"


_Run = tuple[int, int, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a passage with its mark; the pieces of a passage, joined, are the passage."""

    text: str
    mark: Mark


def pieces(
    article: Article,
    passage: Extent,
    differing: Iterable[Span],
    *,
    values: Iterable[Span] = (),
    wordings: Iterable[Span] = (),
) -> tuple[Piece, ...]:
    """Return a passage divided at its marks: `differing` words ruled, names and figures among them boxed.

    `values` are the stretches of numbered differences, `wordings` those of framing pairs; both keep their
    marks however much differs, values before wordings before the rest.
    """
    stretches = _joined(article, passage, differing)
    letters = sum(end - start for start, end in stretches)
    mostly = letters * 100 > MOSTLY_DIFFERENT * (passage.end - passage.start)
    marked = [
        run
        for start, end in stretches
        for run in _divided(article, passage, start, end)
        if run[2] is Mark.KEY or not mostly
    ]
    for mark, spans in ((Mark.FRAME, wordings), (Mark.VALUE, values)):
        over = [(start, end, mark) for start, end in _joined(article, passage, spans)]
        marked = _laid_over(marked, over) if over else marked
    found: list[Piece] = []
    here = passage.start
    for start, end, mark in [*marked, (passage.end, passage.end, Mark.PLAIN)]:
        if here < start:
            found.append(Piece(text=article.text[here:start], mark=Mark.PLAIN))
        if start < end:
            found.append(Piece(text=article.text[start:end], mark=mark))
        here = end
    return tuple(found)


def _laid_over(lower: Iterable[_Run], upper: Iterable[_Run]) -> list[_Run]:
    """Return the runs of both in order; where they meet only the upper ones stay.

    >>> _laid_over([(0, 9, Mark.WORDS)], [(3, 5, Mark.VALUE)])[2]
    (5, 9, <Mark.WORDS: 'words'>)
    """
    upper, found = list(upper), []
    for start, end, mark in lower:
        for over, stop, _ in upper:
            if over < end and stop > start:
                if start < over:
                    found.append((start, over, mark))
                start = stop
        if start < end:
            found.append((start, end, mark))
    return sorted([*found, *upper])


def _joined(article: Article, passage: Extent, differing: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the differing stretches inside the passage, in order, those a mere space apart as one."""
    joined: list[tuple[int, int]] = []
    for span in sorted(differing, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if span.article != article.label or start >= end:
            continue
        if joined and not article.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _divided(article: Article, passage: Extent, start: int, end: int) -> list[tuple[int, int, Mark]]:
    """Return a differing stretch as runs of names and figures, and of other words."""
    openings = {_first_word(article.text, s) for s in sentences_in(article, passage)}
    runs: list[tuple[int, int, Mark]] = []
    for word in _WORD.finditer(article.text, start, end):
        mark = Mark.KEY if _is_key(article.text, word, openings) else Mark.WORDS
        apart = mark is Mark.KEY and runs and article.text[runs[-1][1] : word.start()].strip()
        if runs and runs[-1][2] is mark and not apart:
            runs[-1] = (runs[-1][0], word.end(), mark)
        else:
            runs.append((word.start(), word.end(), mark))
    return runs or [(start, end, Mark.WORDS)]


def _first_word(text: str, sentence: Extent) -> int:
    word = _WORD.search(text, sentence.start, sentence.end)
    return word.start() if word else sentence.start


def _is_key(text: str, word: re.Match[str], openings: set[int]) -> bool:
    if any(letter.isdigit() for letter in word[0]):
        return True
    opens = word.start() in openings or text[word.start() - 1 : word.start()] in tuple(_OPENING)
    return len(word[0]) > 1 and word[0][0].isupper() and not opens and word[0] not in _TITLES
