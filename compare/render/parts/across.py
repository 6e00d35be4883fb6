"""What all texts give for one thing and how all word it, as rows that pages print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.kinds import DIFFERENCES, STATES
from compare.model import (
    Article,
    Comparison,
    Device,
    DiscrepancyState,
    DiscrepancyType,
    Fact,
    FramingPair,
    Span,
    ValueRow,
    WordingRow,
)
from compare.quote import Excerpt, excerpt, joined, with_noun
from compare.render.parts.references import Reference, Register, anchor
from compare.render.parts.wording import VOICES, date_words

_LETTER = re.compile(r"\w")
# Characters of a clause around a value, and of one text's wording.
VALUE_LIMIT, WORDING_LIMIT, LEAD_LIMIT = 90, 150, 190


_OF_MANY = {
    Device.NAME: "how each names it",
    Device.ACT: "how each tells what was done",
    Device.WORDING: "in other words",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value in the clause of the first text that gives it, and where it stands in all that do."""

    day: str
    """The date of these texts, where the row goes by dates."""
    side: int
    excerpt: Excerpt
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What all texts give for one thing."""

    id: str
    number: str
    about: str
    state: DiscrepancyState | None
    words: str
    texts: int
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What one text writes."""

    side: int
    label: str
    excerpt: Excerpt
    reference: Reference
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """How texts word one thing, a cell a text that stands in the row."""

    id: str
    number: str
    about: str
    cells: tuple[Worded, ...]
    plain: bool = False
    """Nothing is known of how the wordings differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What stands over all texts beside the table of facts."""

    remarks: tuple[str, ...]
    values: tuple[Values, ...]
    wordings: tuple[Wordings, ...]


REMARKS = ("copies", "topic")
"""The codes of the notes that stand before everything."""


def over(comparison: Comparison, register: Register) -> Over:
    """Return near copies and texts of one topic in words, the values and the wordings."""
    return Over(
        remarks=tuple(
            f"{note.text[0].upper()}{note.text[1:]}." for note in comparison.notes if note.code in REMARKS
        ),
        values=values(comparison, register),
        wordings=wordings(comparison, register),
    )


def values(comparison: Comparison, register: Register) -> tuple[Values, ...]:
    """Return the values over all texts, conflicts first; nothing for two texts."""
    return tuple(
        Values(
            id=anchor(row.number),
            number=row.number,
            about=about(row),
            state=row.state,
            words="all the same" if row.state is None else STATES[row.state],
            texts=len({span.article for span in row.spans}),
            given=tuple(_given(row, comparison, register)),
        )
        for row in value_rows(comparison)
    )


def value_rows(comparison: Comparison) -> tuple[ValueRow, ...]:
    """Return the rows of values of three texts and more."""
    return tuple(f for f in comparison.findings if isinstance(f, ValueRow)) if _many(comparison) else ()


def wording_rows(comparison: Comparison) -> tuple[WordingRow, ...]:
    """Return the rows of wordings of three texts and more."""
    return tuple(f for f in comparison.findings if isinstance(f, WordingRow)) if _many(comparison) else ()


def _many(comparison: Comparison) -> bool:
    return len(comparison.articles) > 2


def about(row: ValueRow) -> str:
    """Return what a row of values is about: what is counted, else the type of what differs."""
    return row.counted or DIFFERENCES[row.type].words


def conflicts(comparison: Comparison) -> int:
    """Return over how many things texts contradict each other."""
    return sum(row.state is DiscrepancyState.CONFLICT for row in value_rows(comparison))


def _given(row: ValueRow, comparison: Comparison, register: Register) -> Iterator[Given]:
    """Yield the values by the days of the texts where these differ, else in the order of the texts."""
    articles = {article.label: (side, article) for side, article in enumerate(comparison.articles)}
    days = {span.article: articles[span.article][1].published or "" for span in row.spans}
    dated = all(days.values()) and len(set(days.values())) > 1
    groups: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for span, sentence, value in zip(row.spans, row.sentences, row.values, strict=True):
        key = (days[span.article] if dated else "", value.casefold())
        groups.setdefault(key, []).append((span, sentence))
    for day, value in sorted(groups, key=lambda key: key[0]):
        members = groups[day, value]
        span = members[0][0]
        side, article = articles[span.article]
        yield Given(
            day=date_words(day) if day else "",
            side=side,
            excerpt=_around(article, span, row.type),
            references=tuple(register.sentence(sentence) for _, sentence in members),
        )


def _around(article: Article, span: Span, kind: DiscrepancyType) -> Excerpt:
    """Return a value in its clause; where that is long, a figure with the word or two behind it."""
    if kind is not DiscrepancyType.NUMBER:
        return excerpt(article, span, limit=VALUE_LIMIT * 2)
    found = excerpt(article, span, limit=VALUE_LIMIT)
    if found.marked and (_LETTER.search(found.after) or not found.cut):
        return found
    noun = with_noun(article, span)
    if found.marked:
        return replace(found, after=article.text[span.end : noun.end])
    return replace(found, words=article.text[span.start : span.end], after=article.text[span.end : noun.end])


def wordings(comparison: Comparison, register: Register) -> tuple[Wordings, ...]:
    """Return how texts word one thing, those rows first that tell most; nothing for two texts."""
    return tuple(
        Wordings(
            id=anchor(row.number),
            number=row.number,
            about=_worded_of(row),
            plain=_worded_of(row) == _OF_MANY[Device.WORDING],
            cells=tuple(_worded(row, comparison, register)),
        )
        for row in wording_rows(comparison)
    )


def _worded_of(row: WordingRow) -> str:
    """Return what a row is about; the names of some devices speak of two texts."""
    if row.concept.startswith("two "):
        return _OF_MANY.get(row.device, row.concept)
    return f"{row.concept} ({row.target})" if row.target else row.concept


def _worded(row: WordingRow, comparison: Comparison, register: Register) -> Iterator[Worded]:
    for side, article in enumerate(comparison.articles):
        places = [
            (span, sentence, voice)
            for span, sentence, voice in zip(row.spans, row.sentences, row.voices, strict=True)
            if span.article == article.label
        ]
        if places:
            voices = dict.fromkeys(VOICES[voice] for _, _, voice in places if voice != "outlet")
            yield Worded(
                side=side,
                label=article.label,
                excerpt=joined(article, [span for span, _, _ in places], limit=WORDING_LIMIT),
                reference=register.sentence(places[0][1]),
                voice=", ".join(voices),
            )


def leads(comparison: Comparison, register: Register) -> tuple[Worded, ...]:
    """Return how each text begins, where texts were laid side by side at all."""
    if not any(isinstance(f, FramingPair) and f.device is Device.LEAD for f in comparison.findings):
        return ()
    return tuple(
        Worded(
            side=side,
            label=article.label,
            excerpt=joined(article, [article.sentences[0]], limit=LEAD_LIMIT),
            reference=register.sentence(article.sentences[0].id),
            voice="",
        )
        for side, article in enumerate(comparison.articles)
        if article.sentences
    )


def of_facts(comparison: Comparison) -> Mapping[str, ValueRow]:
    """Return by a fact's id the row of values that most of its texts stand in, conflicts first."""
    found: dict[str, ValueRow] = {}
    rows = value_rows(comparison)
    for fact in comparison.findings:
        if isinstance(fact, Fact):
            best = max(
                (row for row in rows if len(within(row, fact.spans)) > 1),
                key=lambda row: (
                    row.state is DiscrepancyState.CONFLICT,
                    row.state is not None,
                    len(within(row, fact.spans)),
                ),
                default=None,
            )
            if best is not None:
                found[fact.id] = best
    return found


def within(row: ValueRow, spans: Sequence[Span]) -> Mapping[str, Span]:
    """Return by text the first place of a row that lies inside of these stretches."""
    found: dict[str, Span] = {}
    for mine in row.spans:
        if any(s.article == mine.article and s.start <= mine.start and mine.end <= s.end for s in spans):
            found.setdefault(mine.article, mine)
    return found
