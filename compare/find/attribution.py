"""Who is said to say or think what in one article: one finding a report."""

from __future__ import annotations

from compare.find.identity import Identities
from compare.model import Article, Attribution, Extent, SourceType, Span, SpeechMode, Voice
from compare.text.document import Document
from compare.text.interviews.turns import PERSON_INTERVIEWED
from compare.text.reports import ANSWER_RULE, Report
from compare.text.voices import voice_of_source

_HOW = {
    SpeechMode.DIRECT: "quoted word for word",
    SpeechMode.MIXED: "quoted in part",
    SpeechMode.INDIRECT: "reported in the outlet's words",
}


def attributions(document: Document, identities: Identities) -> tuple[Attribution, ...]:
    """Return what the sentences of an article report others to say or think, in reading order."""
    return tuple(
        _attribution(document.article, one, number, identities)
        for number, one in enumerate(document.reports, start=1)
    )


def _attribution(article: Article, one: Report, number: int, identities: Identities) -> Attribution:
    content = article.text[one.content.start : one.content.end]
    direct = one.mode is SpeechMode.DIRECT
    return Attribution(
        id=identities.of(f"attribution-{one.rule}", [content]),
        number=f"Q{article.label}{number}",
        rule=one.rule,
        spans=(_span(article, one.content),),
        sentences=(one.sentence,),
        why=_why(article, one),
        # An answer is printed as it was given, and without quotation marks.
        voice=Voice.QUOTATION if direct and one.rule != ANSWER_RULE else voice_of_source(one.source_type),
        source=_span(article, one.source) if one.source else None,
        cue=_span(article, one.cue) if one.cue else None,
        name=one.name,
        source_type=one.source_type,
        cue_class=one.cue_class,
        mode=one.mode,
    )


def _span(article: Article, stretch: Extent) -> Span:
    return Span(article=article.label, start=stretch.start, end=stretch.end)


def _why(article: Article, one: Report) -> str:
    if one.rule == ANSWER_RULE:
        unnamed = one.name == PERSON_INTERVIEWED
        told = "the text does not say whose words they are" if unnamed else f"source: {one.name}"
        return f"An answer or statement printed as it was given; {told}."
    cue = f" (“{' '.join(article.text[one.cue.start : one.cue.end].split())}”)" if one.cue else ""
    who = "no source is named" if one.source_type is SourceType.NOBODY else f"source: {one.name}"
    how = _HOW[one.mode]
    if one.spoken and one.mode is SpeechMode.INDIRECT:
        how = "reported in the words of whoever speaks here"
    return f"{how[0].upper()}{how[1:]}; {who}{cue}."
