"""Which of two wordings claims less, and whom each text names for a value: said of the draft as "yours"."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    Article,
    Attribution,
    Comparison,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    SourceType,
    Span,
)
from compare.text.en import word_list, word_set

YOURS, THEIRS = "Yours is the more careful wording.", "Theirs is the more careful wording."
# How much a word claims, the most careful first; what stands in no line claims what it says.
_STEPS = {
    word: step for step, line in enumerate(word_list("check.careful.steps")) for word in line.split("/")
}
_DENYING = word_set("check.careful.denying")
_COMPARED = (DiscrepancyType.LEGAL_STATUS, DiscrepancyType.NEGATION, DiscrepancyType.DEGREE)
_PRONOUNS = frozenset("he she it they we i you who".split())
_LONGEST = 60


def more_careful(finding: Discrepancy, draft: Article, articles: dict[str, Article]) -> str:
    """Return whose wording claims less, nothing where the words do not tell or one denies."""
    if finding.type not in _COMPARED or finding.state is DiscrepancyState.CONFLICT:
        return ""
    told = {span.article: _words(span, articles[span.article]) for span in finding.spans}
    if len(told) < 2 or any(_DENYING & set(words) for words in told.values()):
        return ""
    steps = {label: _step(words) for label, words in told.items()}
    mine = steps.pop(draft.label, None)
    if mine is None or len(steps) != 1:
        return ""
    (theirs,) = steps.values()
    return "" if mine == theirs else YOURS if mine < theirs else THEIRS


def _words(span: Span, article: Article) -> list[str]:
    return [w.strip("“”\"',.;:()") for w in article.text[span.start : span.end].lower().split()]


def _step(words: Sequence[str]) -> int:
    """Return the most careful word's place; beyond the list where there is none."""
    return min((_STEPS[word] for word in words if word in _STEPS), default=len(_STEPS))


def named_sources(finding: Discrepancy, comparison: Comparison) -> str:
    """Return whom each text names for a value that conflicts or has grown, nothing where neither does."""
    if finding.type not in (DiscrepancyType.NUMBER, DiscrepancyType.DATE):
        return ""
    if finding.state not in (DiscrepancyState.CONFLICT, DiscrepancyState.LATER_COUNT):
        return ""
    named = [(span.article, _source(span, comparison)) for span in finding.spans]
    if not any(name for _, name in named):
        return ""
    parts = [f"{label} puts it to {name}" if name else f"{label} names no source" for label, name in named]
    return f"{'; '.join(parts)}."


def _source(value: Span, comparison: Comparison) -> str:
    """Return the source of the shortest statement that a value stands in, as its text names it."""
    around = [
        (span.end - span.start, one)
        for one in comparison.findings
        if isinstance(one, Attribution)
        for span in one.spans[:1]
        if span.article == value.article and span.start <= value.start and value.end <= span.end
    ]
    if not around:
        return ""
    _, told = min(around, key=lambda each: each[0])
    name = " ".join(told.name.split())
    if told.source is not None and told.source.article == value.article:
        text = next(a.text for a in comparison.articles if a.label == value.article)
        written = " ".join(text[told.source.start : told.source.end].split())
        if len(written.split()) > 1:
            name = f"the {written[4:]}" if written.startswith("The ") else written
    nobody = told.source_type is SourceType.NOBODY or name.lower() in _PRONOUNS
    return "" if nobody or len(name) > _LONGEST else name
