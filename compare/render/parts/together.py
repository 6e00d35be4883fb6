"""What three texts or more tell together: a table with a row a fact and a column a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.kinds import STATES
from compare.model import Article, Comparison, Extent, Fact, Span, ValueRow
from compare.quote import Quotation, shortened, with_noun
from compare.render.parts.across import of_facts, within
from compare.render.parts.fullest import LONGER, Fullest, firm
from compare.render.parts.references import Reference, Register, anchor

# With more columns a cell has room for a mark alone, and the row's shortest passage stands before them.
MOST_QUOTED = 5
# Characters of a quotation, by the number of columns: some four lines each.
_LIMITS = {3: 120, 4: 90, 5: 70}
_TITLE = 110
# Characters of it where it stands alone on the first page.
_FIRST = 220
_LONGEST_VALUE = 16
# What one text and a near copy of it tell is told once.
_WITNESSES = 2
BANDS = ("in all", "in most", "in some", "in two", "in near copies only")
_ALL, _MOST, _SOME, _TWO, _COPIES = BANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one text tells of a fact; without references nothing was found."""

    side: int
    quotation: Quotation | None
    references: tuple[Reference, ...]
    perhaps: bool
    """Only a link that is not sure says so."""
    also: tuple[Reference, ...] = ()
    """Sentences beside these that tell a part of it, or what follows."""
    pieces: tuple[tuple[str, bool], ...] = ()
    """The quotation cut where a value begins and ends that texts of this row give otherwise, or alike."""
    value: str = ""
    """That value, where the cell has no room for the quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact: a cell a text, and before them a clause that tells it where cells have no room for words."""

    id: str
    number: str
    title: Quotation | None
    cells: tuple[Cell, ...]
    remark: str
    state: str = ""
    """How the values differ that the texts give in it: the class and, in words, the chip of the row."""
    words: str = ""
    sides: tuple[int, ...] = ()
    """The texts that surely tell it."""
    fullest: Quotation | None = None
    """The clause that tells most of what its texts share, the shortest of such."""
    references: tuple[Reference, ...] = ()
    """Where it stands, and then a place of each other text that surely tells it."""
    firm: bool = False
    """Every two of its texts are linked beyond doubt."""
    told: str = ""
    """In how many texts it is told, and how many of them are independent."""


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
    values = of_facts(comparison)
    return tuple(
        Band(
            words=words,
            rows=tuple(
                _row(fact, comparison, register, values.get(fact.id))
                for which, fact in facts
                if which == words
            ),
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
    if fact.independent < _WITNESSES:
        return _COPIES
    return band(len(_told(fact)), len(comparison.articles))


def _row(fact: Fact, comparison: Comparison, register: Register, values: ValueRow | None) -> Row:
    given = within(values, fact.spans) if values is not None else {}
    many = len(comparison.articles) > MOST_QUOTED
    clauses = Fullest(fact, comparison)
    articles = {article.label: article for article in comparison.articles}
    limit = _TITLE if many else _LIMITS.get(len(comparison.articles), _TITLE)
    cells = []
    told = _told(fact)
    for side, (label, article) in enumerate(articles.items()):
        quotation = None
        if extent := clauses.cell(label, given.get(label), limit=limit):
            most = limit if _size(extent) > limit * LONGER else _size(extent)
            quotation = _with_value(article, shortened(article, extent, limit=most), given.get(label))
        cells.append(
            Cell(
                side=side,
                quotation=None if many else quotation,
                references=tuple(
                    register.sentence(sentence)
                    for span, sentence in zip(fact.spans, fact.sentences, strict=True)
                    if span.article == label
                ),
                perhaps=label in fact.attached,
                also=tuple(register.sentence(each) for each in fact.also if each in _own(article)),
                pieces=_pieces(quotation, given.get(label)) if quotation and not many else (),
                value=_value(article, given.get(label)) if many else "",
            )
        )
    best = clauses.alone(sorted(told), given)
    return Row(
        id=anchor(fact.number),
        number=fact.number,
        title=shortened(articles[best.article], best, limit=_TITLE) if many else None,
        cells=tuple(cells),
        remark="; ".join(
            filter(
                None,
                (
                    f"{fact.independent} independent" if fact.independent < len(told) else "",
                    f"{fact.first} first" if fact.first else "",
                ),
            )
        ),
        state=values.state.value if values is not None and values.state is not None else "",
        words=STATES[values.state] if values is not None and values.state is not None else "",
        sides=tuple(cell.side for cell in cells if cell.references and not cell.perhaps),
        fullest=shortened(articles[best.article], best, limit=_FIRST),
        references=_places(fact, best, register),
        firm=firm(fact, comparison.links),
        told=f"in {len(told)} of {len(comparison.articles)} texts"
        + (f", {fact.independent} of them independent" if fact.independent < len(told) else ""),
    )


def _places(fact: Fact, best: Span, register: Register) -> tuple[Reference, ...]:
    """Return the sentence of the best clause, then the first of each other text that surely tells it."""
    first: dict[str, str] = {}
    own = ""
    for span, sentence in zip(fact.spans, fact.sentences, strict=True):
        if span.article not in fact.attached:
            first.setdefault(span.article, sentence)
        if span.article == best.article and span.start <= best.end and best.start <= span.end:
            own = own or sentence
    others = [sentence for label, sentence in first.items() if label != best.article]
    return tuple(register.sentence(each) for each in (own or first[best.article], *others))


def _size(extent: Extent) -> int:
    return extent.end - extent.start


def _own(article: Article) -> set[str]:
    return {sentence.id for sentence in article.sentences}


def _with_value(article: Article, quotation: Quotation, value: Extent | None) -> Quotation:
    """Return a quotation that is cut behind a figure with the word or two that say what it counts."""
    if value is None or not quotation.cut or not value.end <= quotation.end <= value.end + 1:
        return quotation
    end = with_noun(article, value).end
    return replace(quotation, text=article.text[quotation.start : end], end=end)


def _pieces(quotation: Quotation, value: Extent | None) -> tuple[tuple[str, bool], ...]:
    text, start = quotation.text, quotation.start
    if value is None or not (start <= value.start and value.end <= quotation.end):
        return ((text, False),)
    cut = value.start - start, value.end - start
    pieces = ((text[: cut[0]], False), (text[slice(*cut)], True), (text[cut[1] :], False))
    return tuple(piece for piece in pieces if piece[0])


def _value(article: Article, value: Extent | None) -> str:
    if value is None or value.end - value.start > _LONGEST_VALUE:
        return ""
    return " ".join(article.text[value.start : value.end].split())
