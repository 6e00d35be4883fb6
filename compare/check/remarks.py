"""A comparison to an editor's remarks on its first article, the draft, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from compare.check.across import joined, missing
from compare.check.careful import more_careful, named_sources
from compare.check.contents import contents
from compare.check.own import own
from compare.check.remark import Quoted, Remark, line, quotation
from compare.check.said import is_said, is_without_source, one_a_source
from compare.kinds import CUES, DIFFERENCES, SEVERITIES, Concern, Severity
from compare.model import (
    Article,
    Attribution,
    Comparison,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Finding,
    FindingBase,
    FramingCue,
    FramingPair,
    Placement,
    SharedFact,
    SourceType,
    Tension,
    Tier,
    Voice,
    Zone,
)
from compare.telling import ALWAYS, LAID_TOGETHER, telling
from compare.text.document import Document
from compare.text.quotations import share_quoted

# A rank from 0 to 100, and how many rows an editor looks into beside those of the lists.
_TELLING, _MOST_TELLING = 70.0, 3
_UNNAMED_WHY = "The source is a plural without a name."
_SINGULAR_STARTS = frozenset("a an one another this that".split())
_PRONOUNS = frozenset("he him she her it they them we us who".split())
# Plurals without an -s, and words that stand for several people by themselves.
_PLURALS = frozenset("people police some many others several few both most".split())
# What follows these belongs to the head of "officials in the ministry", "some who were there".
_HEAD_ENDS = re.compile(
    r"(?<!\s)\s+(?:of|in|at|from|with|who|that|on|near|close|familiar|among|across|and)\b|,"
)


__all__ = ["Quoted", "Remark", "remarks"]


def remarks(comparison: Comparison, *, asked: Collection[str] = ()) -> tuple[Remark, ...]:
    """Return what the findings about the first article call for, the heaviest first, then in its order.

    Findings between the other articles say nothing about the draft and are left out. Some kinds would
    flood a list of remarks (`kinds.ASKED`): they are there only where they are `asked` for.
    """
    draft = comparison.articles[0]
    articles = {article.label: article for article in comparison.articles}
    document = Document(draft)
    alone = own(document, comparison)
    best = _best(comparison)
    made = [
        *alone,
        *contents(comparison, asked=frozenset(asked), first=len(alone) + 1),
        *missing(comparison, asked=asked),
        *(
            remark
            for finding in comparison.findings
            if not _untold(finding, best)
            for remark in _remarks(finding, document, articles, comparison)
        ),
    ]
    plain = [remark for remark in made if not _is_said_better(remark, made)]
    return tuple(sorted(one_a_source(joined(comparison, plain)), key=_order))


def _untold(finding: Finding, best: Collection[str]) -> bool:
    """Return whether a finding is a contrast that no list names and that is none of the best."""
    return isinstance(finding, FramingPair) and finding.rule == LAID_TOGETHER and finding.id not in best


def _best(comparison: Comparison) -> frozenset[str]:
    """Return the few contrasts beside those of the lists that an editor should see, by id.

    They stand in passages that surely tell one fact. An editor chose the words that are the outlet's own, and
    has no remark to read about where a text begins and ends.
    """
    draft = comparison.articles[0].label
    sure = {frozenset(link.sentences) for link in comparison.links if link.tier is Tier.SURE}
    found = [
        pair
        for pair in telling(comparison.findings)
        if pair.rule == LAID_TOGETHER
        and pair.device not in ALWAYS
        and pair.rank >= _TELLING
        and frozenset(pair.sentences) in sure
        and set(pair.voices) == {Voice.OUTLET}
        and any(span.article == draft for span in pair.spans)
    ]
    return frozenset(pair.id for pair in sorted(found, key=lambda pair: -pair.rank)[:_MOST_TELLING])


def _order(remark: Remark) -> tuple[int, int, int, str, str]:
    first = remark.quoted[0]
    return SEVERITIES.index(remark.severity), first.start, first.end, remark.kind, remark.id


def _remarks(
    finding: Finding, document: Document, articles: dict[str, Article], comparison: Comparison
) -> Iterator[Remark]:
    """Yield the remark that a finding calls for, if it does."""
    draft = document.article
    weighed = _weighed(finding, document)
    if weighed is None:
        return
    severity, kind = weighed
    quoted = tuple(sorted(_quoted(finding, articles), key=lambda each: each.article != draft.label))
    if not quoted or quoted[0].article != draft.label:
        return
    yield Remark(
        severity=severity,
        kind=kind,
        state=finding.state.value if isinstance(finding, Discrepancy) else None,
        id=finding.id,
        number=finding.number,
        line=line(draft, quoted[0].start),
        quoted=quoted,
        why=_why(finding, kind, draft, articles, comparison),
        alternatives=finding.alternatives if isinstance(finding, FramingPair | FramingCue) else (),
    )


def _why(
    finding: Finding, kind: str, draft: Article, articles: dict[str, Article], comparison: Comparison
) -> str:
    """Return what was found, whom the texts name for it, and which of two wordings is the more careful."""
    if kind == Concern.UNNAMED_SOURCE:
        return _UNNAMED_WHY
    if not isinstance(finding, Discrepancy):
        return finding.why
    more = named_sources(finding, comparison), more_careful(finding, draft, articles)
    return " ".join(part for part in (finding.why, *more) if part)


def _weighed(finding: Finding, document: Document) -> tuple[Severity, str] | None:
    """Return how much a finding weighs and its kind, None for one that an editor need not look at."""
    draft = document.article
    if isinstance(finding, Discrepancy):
        return _discrepancy(finding, draft)
    if isinstance(finding, FramingCue):
        return (Severity.NOTE, finding.mark.value) if finding.voice is Voice.OUTLET else None
    concern = _concern(finding, document)
    return (concern.severity, concern.value) if concern else None


def _concern(finding: Finding, document: Document) -> Concern | None:
    draft = document.article
    match finding:
        case SharedFact(close_wording=True):
            return Concern.CLOSE_WORDING
        case Tension():
            return Concern.TENSION
        case Attribution(source_type=SourceType.UNNAMED) if _is_unnamed_plural(finding, document):
            return Concern.UNNAMED_SOURCE
        case Attribution(source_type=SourceType.NOBODY) if is_without_source(finding, draft):
            return Concern.NO_SOURCE
        case FramingPair() if _own_voice(finding, draft):
            return Concern.FRAMING
        case Placement() if {p.zone for p in finding.positions} == {Zone.LEAD, Zone.END}:
            return Concern.PLACEMENT
    return None


def _discrepancy(finding: Discrepancy, draft: Article) -> tuple[Severity, str] | None:
    kind, state = finding.type, finding.state
    if state is DiscrepancyState.CONFLICT:
        return Severity.ERROR, kind.value
    here_only = all(span.article == draft.label for span in finding.spans)
    if kind is DiscrepancyType.SOURCE and state is DiscrepancyState.ONE_ONLY and here_only:
        # The draft names who says so and the other text does not: nothing to mend in the draft.
        return None
    return Severity.WARNING if state in DIFFERENCES[kind].warns else Severity.NOTE, kind.value


def _own_voice(finding: FramingPair, draft: Article) -> bool:
    return any(
        span.article == draft.label and voice is Voice.OUTLET
        for span, voice in zip(finding.spans, finding.voices, strict=False)
    )


def _is_unnamed_plural(finding: Attribution, document: Document) -> bool:
    """Return whether the draft itself, not somebody it quotes, puts something to people without a name."""
    source, draft = finding.source, document.article
    if source is None or source.article != draft.label or not is_said(finding, draft):
        return False
    if share_quoted(document.quotations, source.start, source.end):
        return False
    words = draft.text[source.start : source.end].lower()
    head = _HEAD_ENDS.split(words, maxsplit=1)[0].split()
    if not head or head[0] in _SINGULAR_STARTS or head[0] in _PRONOUNS:
        return False
    return any(word in _PLURALS for word in head) or (head[-1].endswith("s") and not head[-1].endswith("ss"))


def _quoted(finding: FindingBase, articles: dict[str, Article]) -> Iterator[Quoted]:
    """Yield what each text says, in the order of the spans; a passage without a stretch has no words."""
    if isinstance(finding, Discrepancy):
        for passage in finding.passages:
            stretches = [span for span in finding.spans if span.article == passage.article]
            for stretch in stretches or [passage]:
                yield quotation(stretch, articles[stretch.article], said=bool(stretches))
        return
    if isinstance(finding, Attribution) and finding.source is not None:
        yield quotation(finding.source, articles[finding.source.article])
    for span in finding.spans:
        yield quotation(span, articles[span.article])


def _is_said_better(remark: Remark, others: list[Remark]) -> bool:
    """Return whether a remark on one wording touches a superlative or a contrast, which says more."""
    if remark.kind not in CUES:
        return False
    here = remark.quoted[0]
    return any(
        other.kind in (Concern.SUPERLATIVE, Concern.FRAMING)
        and max(here.start, other.quoted[0].start) < min(here.end, other.quoted[0].end)
        for other in others
    )
