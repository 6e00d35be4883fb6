"""The texts in full as columns to read: sentences cut into runs, each with the findings it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.kinds import kind_of
from compare.model import (
    Article,
    Comparison,
    Extent,
    FurnitureKind,
    Relation,
)
from compare.render.parts import fulltext
from compare.render.parts.references import Reference, Register, anchor, headline

LINKED = {
    Relation.NEAR_VERBATIM: "close",
    Relation.REWORDED: "close",
    Relation.PARTIAL: "partly",
    Relation.RELATED: "topic",
}
"""How a linked passage is ruled; the names are classes of the style sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a sentence: the places of its findings in the list, and how it is marked."""

    text: str
    findings: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One numbered sentence; its runs, joined, are the sentence."""

    id: str
    name: str
    before: str
    runs: tuple[Run, ...]
    uses: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph of sentences, or what was set aside between two: kinds with their words."""

    lines: tuple[Line, ...] = ()
    aside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """One text in full; `head` and `tail` are what was set aside before and after its sentences."""

    side: int
    language: str | None
    head: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    tail: tuple[tuple[str, str], ...]
    headline: tuple[Run, ...]
    """The headline where it is a stretch of the file, else empty."""
    uses: tuple[Reference, ...]
    """The findings that quote the headline."""


_Mark = tuple[int, int, str, str]


def galleys(comparison: Comparison, register: Register) -> tuple[Galley, ...]:
    """Return every text in full, in the order of the comparison."""
    marks = _marks(comparison, register)
    return tuple(
        _galley(article, side, register, marks.get(article.label, ()))
        for side, article in enumerate(comparison.articles)
    )


def _galley(article: Article, side: int, register: Register, marks: Sequence[_Mark]) -> Galley:
    by_sentence = _by_sentence(article, marks)
    stretches: list[Stretch] = []
    for block in fulltext.blocks(article, side, register):
        if block.sentences:
            lines = (_line(article, s, register, by_sentence) for s in block.sentences)
            stretches.append(Stretch(lines=tuple(lines)))
        elif stretches and stretches[-1].aside:
            stretches[-1] = Stretch(aside=(*stretches[-1].aside, (block.kind, block.text)))
        else:
            stretches.append(Stretch(aside=((block.kind, block.text),)))
    head = stretches.pop(0).aside if stretches and stretches[0].aside else ()
    tail = stretches.pop().aside if stretches and stretches[-1].aside else ()
    return Galley(
        side=side,
        language=article.language,
        head=head,
        stretches=tuple(stretches),
        tail=tail,
        headline=_headline(article, marks),
        uses=register.uses.get(headline(article), ()),
    )


def _line(
    article: Article, numbered: fulltext.Numbered, register: Register, marks: Mapping[int, Sequence[_Mark]]
) -> Line:
    sentence = register.sentences[numbered.name][2]
    return Line(
        id=numbered.id,
        name=numbered.name,
        before=numbered.before,
        runs=tuple(_runs(article.text, sentence, marks.get(sentence.start, ()))),
        uses=register.uses.get(numbered.name, ()),
    )


def _headline(article: Article, marks: Sequence[_Mark]) -> tuple[Run, ...]:
    for piece in article.furniture:
        words = article.text[piece.start : piece.end]
        if piece.kind is FurnitureKind.HEADLINE and words == article.title:
            over = [mark for mark in marks if mark[0] < piece.end and mark[1] > piece.start]
            return tuple(_runs(article.text, piece, over))
    return ()


def _runs(text: str, stretch: Extent, marks: Sequence[_Mark]) -> Iterator[Run]:
    """Yield a stretch cut at every end of a mark, so that marks may overlap as they like."""
    ends = {end for mark in marks for end in mark[:2] if stretch.start < end < stretch.end}
    for start, end in pairwise(sorted({stretch.start, stretch.end, *ends})):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        yield Run(
            text=text[start:end],
            findings=tuple(dict.fromkeys(finding for _, _, finding, _ in over)),
            marks=tuple(dict.fromkeys(kind for _, _, _, kind in over)),
        )


def _marks(comparison: Comparison, register: Register) -> Mapping[str, Sequence[_Mark]]:
    """Return the marks of each text by its label."""
    found: dict[str, list[_Mark]] = {}
    for number, link in register.links.values():
        for span in link.spans:
            mark = span.start, span.end, anchor(number), LINKED[link.relation]
            found.setdefault(span.article, []).append(mark)
    for finding in comparison.findings:
        kind = kind_of(finding)
        for span in finding.spans if kind.mark else ():
            mark = span.start, span.end, anchor(finding.number), kind.mark
            found.setdefault(span.article, []).append(mark)
    return found


def _by_sentence(article: Article, marks: Iterable[_Mark]) -> Mapping[int, Sequence[_Mark]]:
    """Return the marks that touch each sentence, by where the sentence starts."""
    found: dict[int, list[_Mark]] = {}
    for mark in marks:
        first = bisect_right(article.sentences, mark[0], key=lambda sentence: sentence.end)
        for sentence in article.sentences[first:]:
            if sentence.start >= mark[1]:
                break
            found.setdefault(sentence.start, []).append(mark)
    return found
