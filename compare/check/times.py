"""Time words of a draft that leave its reader without a day, and what is to come on a day that is past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.model import Article, Extent, FurnitureKind, Sentence, Span
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.quotations import share_quoted
from compare.text.values import Moment
from compare.text.values.calendar import Days, day_number, written_out

_EVENTS = (
    "visit|trip|meeting|summit|talks|attack|strike|raid|election|vote|poll|decision|ruling|verdict|announcement"
    "|statement|report|study|protests?|speech"
)
_VAGUE = re.compile(
    rf"\b(?:recently|lately|of\slate|(?:in|over)\srecent\s(?:days|weeks|months)|the\sother\sday|not\slong\sago"
    rf"|some\stime\sago|a\s(?:few|couple\sof)\s(?:days|weeks|months)\sago"
    rf"|recent\s(?:{_EVENTS}))\b",
    re.IGNORECASE,
)
# "The most recent visit" is one among several and no date.
_RANKED = re.compile(r"\b(?:more|most|as|until|how)\s+$", re.IGNORECASE)
_DATED = (FurnitureKind.DATE, FurnitureKind.DATELINE)

_WORD = re.compile(r"\S{1,60}")
# "Will pass sentence on 12 May": so many words between at the most; more hold a clause of their own.
_REACH = 6
_FUTURE = frozenset("will shall".split())
_DUE = frozenset("due set expected scheduled".split())
# "Will discuss the attack on 12 May", "will be the first since 12 May", "the bill signed on 12 May".
_LOOKS_BACK = word_set("check.times.looks_back")
# A day without a year, this near before the draft's own, is meant and not the one of next year.
_NEAR = 90


def hanging(document: Document) -> tuple[Span, ...]:
    """Return the words that say a day only together with the draft's date; none where it has one.

    A date line or dateline that no rule could read still tells the reader the day.
    """
    draft = document.article
    if draft.published or any(_says_a_day(draft, each) for each in draft.furniture if each.kind in _DATED):
        return ()
    found = []
    for sentence in draft.sentences:
        moments = document.values[sentence.id].moments
        year = any(moment.year for moment in moments)
        found += [
            Span(article=draft.label, start=moment.start, end=moment.end)
            for moment in moments
            if _hangs(draft.text, sentence, moment, year=year)
            and not share_quoted(document.quotations, moment.start, moment.end)
        ]
    return tuple(found)


def vague(document: Document) -> tuple[Span, ...]:
    """Return the words that say that a thing is not long past, and no more, outside of quotation marks."""
    draft = document.article
    return tuple(
        Span(article=draft.label, start=match.start(), end=match.end())
        for sentence in draft.sentences
        for match in _VAGUE.finditer(draft.text, sentence.start, sentence.end)
        if not share_quoted(document.quotations, match.start(), match.end())
        and not _RANKED.search(draft.text, max(sentence.start, match.start() - 12), match.start())
    )


def outdated(document: Document) -> tuple[tuple[Span, str], ...]:
    """Return each "will ... on 12 May" whose day is before the draft's own, with the day."""
    published = day_number(document.article.published)
    return tuple(_outdated(document, published)) if published else ()


def _outdated(document: Document, published: int) -> Iterator[tuple[Span, str]]:
    draft = document.article
    for sentence in draft.sentences:
        for moment in document.values[sentence.id].moments:
            day = _past(moment, published)
            start = _future(draft.text, sentence, moment) if day else None
            if day and start is not None and not share_quoted(document.quotations, start, moment.end):
                yield Span(article=draft.label, start=start, end=moment.end), written_out(day)


def _says_a_day(draft: Article, furniture: Extent) -> bool:
    return any(letter.isdigit() for letter in draft.text[furniture.start : furniture.end])


def _hangs(text: str, sentence: Sentence, moment: Moment, *, year: bool) -> bool:
    """Return whether a moment needs the draft's date; a `year` in the sentence serves for its months."""
    if moment.clock:
        return False
    if moment.relative:
        return True
    if moment.month is not None:
        return moment.year is None and not year
    return moment.weekday is not None and not _is_name(text, sentence, moment)


def _is_name(text: str, sentence: Sentence, moment: Moment) -> bool:
    """Return whether a weekday is part of a name: "the Sunday Times", "Good Friday"."""
    after = text[moment.end : moment.end + 2].lstrip(" \n")
    before = text[sentence.start : moment.start].split()
    named = len(before) > 1 and before[-1][0].isupper() and before[-1][-1].isalpha()
    return (after[:1].isupper() and text[moment.end : moment.end + 1].isspace()) or named


def _past(moment: Moment, published: int) -> Days | None:
    """Return the days of a moment where it is surely over before the article's day."""
    if moment.clock or not moment.days:
        return None
    if moment.relative:
        past = moment.text.lower().split()[0] in ("yesterday", "last")
        return (moment.days[0][0], min(moment.days[0][1], published - 1)) if past else None
    if moment.month is None and moment.year is None:
        return None
    if moment.year is not None:
        return moment.days[0] if moment.days[0][1] < published else None
    near = [days for days in moment.days if abs(days[0] - published) <= _NEAR]
    return near[0] if len(near) == 1 and near[0][1] < published else None


def _future(text: str, sentence: Sentence, moment: Moment) -> int | None:
    """Return where the "will" stands whose verb the moment dates, None where there is none."""
    found = [
        (match.start(), match[0].lower()) for match in _WORD.finditer(text, sentence.start, moment.start)
    ]
    if not found or (found[-1][1] not in ("on", "in") and not moment.relative):
        return None
    between: list[str] = []
    for start, word in reversed(found[:-1] if found[-1][1] in ("on", "in") else found):
        if word in _FUTURE or (word in ("is", "are") and between and between[-1] in _DUE):
            return start if 1 <= len(between) <= _REACH and _is_dated_verb(between[::-1]) else None
        if not word[-1].isalnum() or len(between) == _REACH:
            return None
        between.append(word)
    return None


def _is_dated_verb(between: Sequence[str]) -> bool:
    """Return whether nothing between "will" and a day can take the day for itself."""
    return not any(
        word in _LOOKS_BACK
        or (
            word.endswith("ed")
            and (place == 0 or between[place - 1] not in ("be", "being"))
            and word not in _DUE
        )
        for place, word in enumerate(between)
    )
