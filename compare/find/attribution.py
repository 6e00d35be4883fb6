"""Who is said to say or think what in one article."""

from __future__ import annotations

from compare.find.identity import Identities
from compare.find.names import Names
from compare.language.speech import Speech, speech
from compare.model import Article, Attribution, SourceType, Span, SpeechMode, Voice

# Without a source, fewer quoted words than this are a title or a term rather than somebody's statement.
_FEWEST_UNSOURCED = 8
_HOW = {
    SpeechMode.DIRECT: "quoted word for word",
    SpeechMode.MIXED: "quoted in part",
    SpeechMode.INDIRECT: "reported in the outlet's words",
}
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION))
NOBODY = "nobody named"


def attributions(article: Article, identities: Identities) -> tuple[Attribution, ...]:
    """Return what the sentences of an article report others to say or think, in reading order."""
    stretches = tuple((sentence.start, sentence.end) for sentence in article.sentences)
    found = speech(article.text, stretches)
    names = Names.of(article.text, stretches)
    # Names are resolved in the order of the sources, which may stand behind what they say.
    named = {
        k: names.name(found[k])
        for k in sorted(range(len(found)), key=lambda k: (found[k].sentence, _place(found[k])))
    }
    kept = [(one, *named[k]) for k, one in enumerate(found) if _is_kept(article, one)]
    return tuple(
        _attribution(article, one, name, type_, number, identities)
        for number, (one, name, type_) in enumerate(kept, start=1)
    )


def voice_of_source(source_type: SourceType) -> Voice:
    """Return whose words a report of this sort of source are, quotation marks left aside."""
    return Voice.NAMED_SOURCE if source_type in _NAMED else Voice.UNNAMED_SOURCE


def _place(one: Speech) -> int:
    return one.source[0] if one.source else one.content[0]


def _is_kept(article: Article, one: Speech) -> bool:
    """Return whether a report is somebody's beyond doubt, quotations without a source above all."""
    if one.source or one.rule != "quotation":
        return True
    return len(article.text[slice(*one.content)].split()) >= _FEWEST_UNSOURCED


def _attribution(
    article: Article, one: Speech, name: str, type_: SourceType, number: int, identities: Identities
) -> Attribution:
    content = article.text[slice(*one.content)]
    direct = one.mode is SpeechMode.DIRECT
    return Attribution(
        id=identities.of(f"attribution-{one.rule}", [content]),
        number=f"Q{article.label}{number}",
        rule=one.rule,
        spans=(_span(article, one.content),),
        sentences=(article.sentences[one.sentence].id,),
        why=_why(article, one, name, type_),
        voice=Voice.QUOTATION if direct else voice_of_source(type_),
        source=_span(article, one.source) if one.source else None,
        cue=_span(article, one.cue) if one.cue else None,
        name=name or NOBODY,
        source_type=type_,
        cue_class=one.cue_class,
        mode=one.mode,
    )


def _span(article: Article, stretch: tuple[int, int]) -> Span:
    return Span(article=article.label, start=stretch[0], end=stretch[1])


def _why(article: Article, one: Speech, name: str, type_: SourceType) -> str:
    cue = f" (“{' '.join(article.text[slice(*one.cue)].split())}”)" if one.cue else ""
    who = "no source is named" if type_ is SourceType.NOBODY else f"source: {name}"
    how = _HOW[one.mode]
    return f"{how[0].upper()}{how[1:]}; {who}{cue}."
