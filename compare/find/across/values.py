"""Figures, days and names of one thing over all texts: one row, and one conflict, whoever gives them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby

from compare.find.across.joining import Tie, joined
from compare.find.identity import Identities
from compare.model import (
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Figure,
    Finding,
    Span,
    ValueRow,
    Voice,
)
from compare.text.document import Document
from compare.text.en import word_set

RULE = "values-over-texts"
_ORDER = (
    DiscrepancyState.CONFLICT,
    DiscrepancyState.LATER_COUNT,
    DiscrepancyState.OTHER_SOURCE,
    DiscrepancyState.OTHER_MEASURE,
    DiscrepancyState.WORDING,
    DiscrepancyState.PRECISION,
    DiscrepancyState.ONE_ONLY,
)
# What a figure was read as: "61 people", "USD 25,000,000,000 upfront", "at least 4 bombs", "30 %".
_NUMBER = re.compile(r"\d[\d,.]*")
_WORDS = re.compile(r"[A-Za-z]{3,}")
# Money and shares of one text that are equal are of one thing; of "two" and "three" that is not so.
_LARGE = 10
_SURELY = ("%", "USD", "EUR", "GBP")
# "Second" and "first" are told of many things, and no table is read for them.
_RANK = "number "
_BOUNDS = word_set("across.values.bounds")
# "Korean", "Koreas": one name in the form that its sentence asks for.
_FORMS = re.compile(r"(?<=a)(?:n|ns|s)$")
# How a thing that is counted may be named: a word or two.
_LONGEST = 30


def value_rows(
    findings: Sequence[Finding], documents: Mapping[str, Document], identities: Identities
) -> tuple[ValueRow, ...]:
    """Return the values that texts give for one thing: where they differ, or where three and more agree."""
    kept = [f for f in findings if isinstance(f, Figure | Discrepancy) and _of_two(f)]
    texts = {label: document.article.text for label, document in documents.items()}
    order = {label: place for place, label in enumerate(sorted(texts, key=texts.__getitem__))}
    found = []
    for ties in joined([_tie(number, each) for number, each in enumerate(kept)], order):
        members = [kept[tie.finding] for tie in ties]
        told = _by_text(members, documents)
        differ = [each for each in members if isinstance(each, Discrepancy)]
        if differ or (len(told) > 2 and not _idle(members)):
            found.append((_state(differ), told, members))
    found.sort(key=lambda row: (_rank(row[0]), -len(row[1]), _place(row[1], texts)))
    return tuple(_row(*row, number, documents, identities) for number, row in enumerate(found, start=1))


def _of_two(finding: Figure | Discrepancy) -> bool:
    """Return whether two texts give a value each; who says so is none."""
    if isinstance(finding, Discrepancy) and finding.type is DiscrepancyType.SOURCE:
        return False
    if isinstance(finding, Discrepancy) and finding.type is DiscrepancyType.NAME:
        one, other = (_FORMS.sub("", value.casefold()) for value in finding.values)
        if one == other:
            return False
    return len(finding.spans) == 2 and finding.spans[0].article != finding.spans[1].article


def _type(finding: Figure | Discrepancy) -> DiscrepancyType:
    return finding.type if isinstance(finding, Discrepancy) else DiscrepancyType.NUMBER


def _tie(number: int, finding: Figure | Discrepancy) -> Tie:
    kind = _type(finding)
    state = finding.state if isinstance(finding, Discrepancy) else None
    one, other = finding.spans
    first, second = finding.values
    return Tie(
        finding=number,
        room=kind,
        spans=(one, other),
        told=(_given(kind, first), _given(kind, second)),
        again=(_again(kind, first), _again(kind, second)),
        # What is the same first, so that a conflict meets whole rows.
        weight=(-1.0 if state is None else float(_ORDER.index(state)),),
    )


def _given(kind: DiscrepancyType, value: str) -> Hashable | None:
    """Return what a place gives, without the words of what is counted."""
    if kind is DiscrepancyType.NUMBER:
        return tuple(_NUMBER.findall(value)) or value
    return None if kind is DiscrepancyType.QUOTATION else value.casefold()


def _again(kind: DiscrepancyType, value: str) -> Hashable | None:
    """Return what shows that two places of one text give one thing; None where nothing does."""
    if kind in (DiscrepancyType.NAME, DiscrepancyType.DATE):
        return value.casefold()
    if kind is not DiscrepancyType.NUMBER:
        return None
    numbers = tuple(_NUMBER.findall(value))
    if any(sign in value for sign in _SURELY):
        return numbers
    return value if numbers and _amount(numbers[-1]) >= _LARGE and _WORDS.search(value) else None


def _amount(digits: str) -> float:
    return float(digits.replace(",", "").rstrip(".") or 0)


def _idle(members: Sequence[Discrepancy | Figure]) -> bool:
    """Return whether what all give alike is a rank or nothing at all."""
    value = members[0].values[0]
    return value.startswith(_RANK) or value.startswith("0 ") or not _NUMBER.search(value)


def _state(differ: Sequence[Discrepancy]) -> DiscrepancyState | None:
    return min((each.state for each in differ), key=_ORDER.index, default=None)


def _rank(state: DiscrepancyState | None) -> int:
    return len(_ORDER) if state is None else _ORDER.index(state)


def _by_text(
    members: Sequence[Discrepancy | Figure], documents: Mapping[str, Document]
) -> dict[str, list[tuple[Span, str, str]]]:
    """Return by text its places with their sentences and values: the first of each value."""
    found: dict[str, dict[Hashable, tuple[Span, str, str]]] = defaultdict(dict)
    for each in members:
        for span, sentence, value in zip(each.spans, each.sentences, each.values, strict=True):
            given = _given(_type(each), value)
            given = (span.start, span.end) if given is None else given
            known = found[span.article].get(given)
            if known is None or (span.start, span.end) < (known[0].start, known[0].end):
                found[span.article][given] = span, sentence, value
    return {label: _apart(list(found[label].values())) for label in documents if label in found}


def _apart(places: Sequence[tuple[Span, str, str]]) -> list[tuple[Span, str, str]]:
    """Return places of a text in order, of two that overlap the longer one."""
    kept: list[tuple[Span, str, str]] = []
    for place in sorted(places, key=lambda one: (one[0].start - one[0].end, one[0].start)):
        if all(place[0].end <= other.start or other.end <= place[0].start for other, _, _ in kept):
            kept.append(place)
    return sorted(kept, key=lambda one: one[0].start)


def _place(
    told: Mapping[str, Sequence[tuple[Span, str, str]]], texts: Mapping[str, str]
) -> tuple[object, ...]:
    shares = sorted(round(places[0][0].start / len(texts[label]), 9) for label, places in told.items())
    quoted = sorted(texts[s.article][s.start : s.end] for places in told.values() for s, _, _ in places)
    return round(sum(shares) / len(shares), 9), quoted


def _row(
    state: DiscrepancyState | None,
    told: Mapping[str, Sequence[tuple[Span, str, str]]],
    members: Sequence[Discrepancy | Figure],
    number: int,
    documents: Mapping[str, Document],
    identities: Identities,
) -> ValueRow:
    places = [place for given in told.values() for place in given]
    spans = tuple(span for span, _, _ in places)
    speaking = sorted(
        documents[span.article].voices.speaking_in(sentence, span)
        for span, sentence, _ in places
        if sentence != f"{span.article}0"
    )
    kind = _type(members[0])
    counted = _counted(members) if kind is DiscrepancyType.NUMBER else ""
    return ValueRow(
        id=identities.of(RULE, [documents[s.article].article.text[s.start : s.end] for s in spans]),
        number=f"V{number}",
        rule=RULE,
        spans=spans,
        sentences=tuple(sentence for _, sentence, _ in places),
        why=_why(counted, places, documents),
        voice=next((voice for voice in speaking if voice is not Voice.OUTLET), Voice.OUTLET),
        type=kind,
        state=state,
        counted=counted,
        values=tuple(value for _, _, value in places),
        findings=tuple(each.id for each in members),
    )


def _counted(members: Sequence[Discrepancy | Figure]) -> str:
    """Return the words that most of the findings have for what is counted, the shortest of these."""
    said = Counter[str]()
    for each in members:
        for value in each.values:
            words = " ".join(word for word in _WORDS.findall(value) if word.lower() not in _BOUNDS)
            if words and not any(sign in value for sign in _SURELY):
                said[words] += 1
    short = {words: times for words, times in said.items() if len(words) <= _LONGEST}
    return min(short, key=lambda words: (-short[words], len(words), words), default="")


def _why(counted: str, places: Sequence[tuple[Span, str, str]], documents: Mapping[str, Document]) -> str:
    """Return each value with the sentences that give it, by the days of the texts where all tell theirs."""
    days = {span.article: documents[span.article].article.published for span, _, _ in places}
    dated = None not in days.values() and len(set(days.values())) > 1
    parts = []
    for day, of_day in groupby(
        sorted(places, key=lambda one: (days[one[0].article] or "") if dated else ""),
        key=lambda one: days[one[0].article] if dated else None,
    ):
        by_value: dict[str, list[str]] = {}
        for span, sentence, _ in of_day:
            quoted = " ".join(documents[span.article].article.text[span.start : span.end].split())
            by_value.setdefault(quoted, []).append(sentence)
        said = ", ".join(f"{quoted} ({', '.join(at)})" for quoted, at in by_value.items())
        parts.append(f"as of {day}: {said}" if dated else said)
    told = "; ".join(parts)
    return f"{counted}: {told}." if counted else f"{told[0].upper()}{told[1:]}."
