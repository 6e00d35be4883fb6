"""What three texts or more tell together: a table with a row a fact and a column a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Comparison, Extent, Fact
from compare.quote import Quotation, shortened
from compare.render.parts.references import Reference, Register, anchor

# With more columns a cell has room for a mark alone, and the row's shortest passage stands before them.
MOST_QUOTED = 5
# Characters of a quotation, by the number of columns: some four lines each.
_LIMITS = {3: 120, 4: 90, 5: 70}
_TITLE = 110
BANDS = ("in all", "in most", "in some", "in two")
_ALL, _MOST, _SOME, _TWO = BANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one text tells of a fact; without references nothing was found."""

    side: int
    quotation: Quotation | None
    references: tuple[Reference, ...]
    perhaps: bool
    """Only a link that is not sure says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact: a cell a text, and before them its shortest passage where cells have no room for words."""

    id: str
    number: str
    title: Quotation | None
    cells: tuple[Cell, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Facts that equally many texts tell: in all, in most, in some, in two."""

    words: str
    rows: tuple[Row, ...]


def band(told: int, texts: int) -> str:
    """Return the words for so many of the texts.

    >>> [band(told, 7) for told in (7, 4, 3, 2)], band(2, 3)
    (['in all', 'in most', 'in some', 'in two'], 'in two')
    """
    if told == texts:
        return _ALL
    if told <= 2:
        return _TWO
    return _MOST if 2 * told > texts else _SOME


def counted(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """Return how many facts are told in all texts, in most, in some and in two, empty ones left out."""
    found = [_band(fact, comparison) for fact in _facts(comparison)]
    return tuple((words, found.count(words)) for words in BANDS if words in found)


def together(comparison: Comparison, register: Register) -> tuple[Band, ...]:
    """Return the facts by band, each in the order of the findings; nothing for two texts."""
    facts = [(_band(fact, comparison), fact) for fact in _facts(comparison)]
    return tuple(
        Band(
            words=words,
            rows=tuple(_row(fact, comparison, register) for which, fact in facts if which == words),
        )
        for words in BANDS
        if any(which == words for which, _ in facts)
    )


def _facts(comparison: Comparison) -> Iterator[Fact]:
    if len(comparison.articles) > 2:
        yield from (finding for finding in comparison.findings if isinstance(finding, Fact))


def _told(fact: Fact) -> set[str]:
    return {span.article for span in fact.spans} - set(fact.attached)


def _band(fact: Fact, comparison: Comparison) -> str:
    return band(len(_told(fact)), len(comparison.articles))


def _row(fact: Fact, comparison: Comparison, register: Register) -> Row:
    many = len(comparison.articles) > MOST_QUOTED
    links = set(fact.links)
    clauses: dict[str, list[Extent]] = {}
    for link in comparison.links:
        for span in link.spans if link.id in links else ():
            clauses.setdefault(span.article, []).append(span)
    cells = []
    shortest: list[tuple[int, int, Quotation]] = []
    for side, article in enumerate(comparison.articles):
        spans = [span for span in fact.spans if span.article == article.label]
        quotation = None
        if spans:
            extent = min(_inside(clauses.get(article.label, ()), spans) or spans, key=_size)
            limit = _TITLE if many else _LIMITS.get(len(comparison.articles), _TITLE)
            quotation = shortened(article, extent, limit=limit)
            if article.label not in fact.attached:
                shortest.append((_size(extent), side, quotation))
        cells.append(
            Cell(
                side=side,
                quotation=None if many else quotation,
                references=tuple(
                    register.sentence(sentence)
                    for span, sentence in zip(fact.spans, fact.sentences, strict=True)
                    if span.article == article.label
                ),
                perhaps=article.label in fact.attached,
            )
        )
    told = len(_told(fact))
    return Row(
        id=anchor(fact.number),
        number=fact.number,
        title=min(shortest, key=lambda each: each[:2])[2] if many and shortest else None,
        cells=tuple(cells),
        remark=f"{fact.independent} independent" if fact.independent < told else "",
    )


def _inside(clauses: Sequence[Extent], spans: Sequence[Extent]) -> list[Extent]:
    return [c for c in clauses if any(span.start <= c.start and c.end <= span.end for span in spans)]


def _size(extent: Extent) -> int:
    return extent.end - extent.start
