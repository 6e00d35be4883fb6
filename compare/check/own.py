"""Remarks that rest on the draft alone, and that no finding of the comparison is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.check.long_sentences import LONG, long_sentences
from compare.check.remark import Remark, line, quotation
from compare.check.superlatives import RULE as SUPERLATIVE_RULE
from compare.check.superlatives import superlatives
from compare.check.times import hanging, outdated, vague
from compare.find.identity import Identities
from compare.kinds import Concern
from compare.model import Attribution, Comparison, Span
from compare.text.document import Document

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
