"""Findings as the rows of a sheet: one a finding, with what each text says, for Markdown and for tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.kinds import kind_of
from compare.model import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Discrepancy,
    Finding,
    FramingCue,
    FramingPair,
    Placement,
    SharedFact,
    Span,
)
from compare.render.parts.references import headline
from compare.render.parts.wording import VOICES, ZONES


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a text says at one place, verbatim and whole."""

    article: str
    place: str
    """The sentence's id, or `A headline`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One finding; words of the model's kinds are those of the JSON."""

    number: str
    kind: str
    type: str
    state: str
    about: str
    """What a framing pair is about, or to whom a statement is put."""
    said: tuple[Said, ...]
    why: str
    voice: str
    alternatives: tuple[str, ...]
    decision: str
    comment: str
    id: str


def sheet(comparison: Comparison) -> tuple[SheetRow, ...]:
    """Return a row for every finding, in the order of the comparison."""
    articles = {article.label: article for article in comparison.articles}
    return tuple(_row(finding, articles) for finding in comparison.findings)


def _row(finding: Finding, articles: Mapping[str, Article]) -> SheetRow:
    type_, state, about = _named(finding)
    review = finding.review
    spoken = finding.voices if isinstance(finding, FramingPair) else (finding.voice,)
    return SheetRow(
        number=finding.number,
        kind=kind_of(finding).tag,
        type=type_,
        state=state,
        about=about,
        said=tuple(_said(finding, articles)),
        why=finding.why,
        voice="; ".join(dict.fromkeys(VOICES[voice] for voice in spoken)),
        alternatives=finding.alternatives if isinstance(finding, FramingPair | FramingCue) else (),
        decision=review.decision.value if review and review.decision else "",
        comment=(review.comment or "") if review else "",
        id=finding.id,
    )


def _named(finding: Finding) -> tuple[str, str, str]:
    """Return a finding's type, state or relation, and what it is about."""
    match finding:
        case SharedFact():
            return "direct-quotation" if finding.direct_quotation else "", finding.relation, ""
        case Claim():
            return finding.type, "", ""
        case Placement():
            return "", "; ".join(ZONES[each.zone] for each in finding.positions), ""
        case Discrepancy():
            return finding.type, finding.state, ""
        case FramingPair():
            return finding.concept, "opposite" if finding.opposite else "", finding.target
        case FramingCue():
            return finding.mark, "", ""
        case Attribution():
            return finding.source_type, finding.cue_class, finding.name
    return "", "", ""


def _said(finding: Finding, articles: Mapping[str, Article]) -> Iterator[Said]:
    """Yield what the texts say; a linked passage without words of its own is named all the same."""
    for span, sentence in zip(finding.spans, finding.sentences, strict=False):
        yield Said(
            article=span.article,
            place=_place(articles[span.article], span, sentence),
            words=articles[span.article].text[span.start : span.end],
        )
    if isinstance(finding, Discrepancy):
        quoted = {span.article for span in finding.spans}
        for passage in finding.passages:
            if passage.article not in quoted:
                yield Said(
                    article=passage.article,
                    place=_place(articles[passage.article], passage, passage.article),
                    words="",
                )


def _place(article: Article, span: Span, sentence: str) -> str:
    if sentence == headline(article):
        return f"{article.label} headline"
    return next((s.id for s in article.sentences if s.start <= span.start < s.end), sentence)
