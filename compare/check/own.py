"""Remarks that rest on the draft alone, and that no finding of the comparison is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.check.remark import Remark, line, quotation
from compare.check.superlatives import RULE as SUPERLATIVE_RULE
from compare.check.superlatives import superlatives
from compare.find.identity import Identities
from compare.kinds import Concern
from compare.model import Article, Attribution, Comparison, Extent, FurnitureKind, Sentence, Span
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.quotations import share_quoted
from compare.text.values import Moment
from compare.text.values.calendar import Days, day_number, written_out

_SUPERLATIVE_WHY = "A superlative in the draft's own voice; its sentence names no source for it."
_VAGUE_WHY = "It does not say when."
# One missing date is one remark; so many of the words that need it are quoted in it.
MOST_QUOTED = 6

_Found = tuple[Concern, str, str, Sequence[Span]]


def own(document: Document, comparison: Comparison) -> tuple[Remark, ...]:
    """Return the remarks on the draft alone, numbered from M1; the superlatives have the first numbers."""
    draft = document.article
    identities = Identities()
    return tuple(
        Remark(
            severity=concern.severity,
            kind=concern.value,
            state=None,
            id=identities.of(rule, [draft.text[span.start : span.end] for span in spans]),
            number=f"M{number}",
            line=line(draft, spans[0].start),
            quoted=tuple(quotation(span, draft) for span in spans),
            why=why,
        )
        for number, (concern, rule, why, spans) in enumerate(_found(document, comparison), start=1)
    )


def _found(document: Document, comparison: Comparison) -> Iterator[_Found]:
    draft = document.article
    if draft.language != "en":
        # Time words, superlatives and tenses are English words.
        return
    attributed = [
        finding.sentences[0]
        for finding in comparison.findings
        if isinstance(finding, Attribution) and finding.sentences
    ]
    for span, _ in superlatives(document, attributed=attributed):
        yield Concern.SUPERLATIVE, SUPERLATIVE_RULE, _SUPERLATIVE_WHY, [span]
    words = hanging(document)
    if words:
        yield Concern.UNDATED_TIME, "needs-the-date", _hang(len(words)), words[:MOST_QUOTED]
    for span in vague(document):
        yield Concern.UNDATED_TIME, "vague-time", _VAGUE_WHY, [span]
    for span, day in outdated(document):
        why = f"What is to come stands with {day}, before the draft's own date, {draft.published}."
        yield Concern.TENSE, "will-before-the-date", why, [span]
    for span, length in long_sentences(document):
        why = f"A sentence of {length} words; more than {LONG} is long."
        yield Concern.LONG_SENTENCE, "long-sentence", why, [span]


def _hang(number: int) -> str:
    if number == 1:
        return "The draft's file gives no date, and one time word needs it."
    return f"The draft's file gives no date, and {number} time words need it."


# --------------------------------------------------------------------------------------------- long sentences
# The longest sentences of a draft.

# Of the 266 sentences of the ten articles at hand 8 have more words than this.
LONG = 35
# A list of all of them would be a verdict on the style; the longest few are the ones to look at.
MOST = 3
_MOSTLY_QUOTED = 50.0


def long_sentences(document: Document) -> tuple[tuple[Span, int], ...]:
    """Return the longest sentences over the limit with their numbers of words, in the draft's order.

    What somebody says in quotation marks is not the draft's to cut.
    """
    draft = document.article
    counted = [
        (Span(article=draft.label, start=sentence.start, end=sentence.end), length)
        for sentence in draft.sentences
        if (length := len(document.words(sentence.start, sentence.end))) > LONG
        and share_quoted(document.quotations, sentence.start, sentence.end) < _MOSTLY_QUOTED
    ]
    longest = sorted(counted, key=lambda each: (-each[1], each[0].start))[:MOST]
    return tuple(sorted(longest, key=lambda each: each[0].start))


# ------------------------------------------------------------------------------------------------------ times
# Time words of a draft that leave its reader without a day, and what is to come on a day that is past.

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
_LOOKS_BACK = word_set("check.own.looks_back")
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
