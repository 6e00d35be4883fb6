"""Who is said to say or think what in one article."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from compare.find.identity import Identities
from compare.model import Article, Attribution, CueClass, SourceType, Span, SpeechMode, Voice
from compare.text.interviews import PERSON_INTERVIEWED, Said, interview
from compare.text.names import Names
from compare.text.speech import Speech, speech

# Without a source, fewer quoted words than this are a title or a term rather than somebody's statement.
_FEWEST_UNSOURCED = 8
_HOW = {
    SpeechMode.DIRECT: "quoted word for word",
    SpeechMode.MIXED: "quoted in part",
    SpeechMode.INDIRECT: "reported in the outlet's words",
}
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION))
NOBODY = "nobody named"
ANSWER_RULE = "interview"
_POINTING = frozenset(("he", "she", "they"))
_Report = tuple[Speech, str, SourceType]


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
    talk = interview(article)
    if talk.said:
        kept = _with_answers(article, kept, talk.said)
    spoken = talk.asked | {article.sentences[one.sentence].id for one in talk.said}
    return tuple(
        _attribution(article, one, name, type_, number, identities, spoken=spoken)
        for number, (one, name, type_) in enumerate(kept, start=1)
    )


def _with_answers(article: Article, reports: Sequence[_Report], said: Sequence[Said]) -> list[_Report]:
    """Return the reports of an interview with every sentence of its answers put to whoever gives them.

    What an answer reports of others stays; its quotation marks and pronouns are never the speaker's own.
    """
    answers = {one.sentence: one for one in said}
    found: list[_Report] = [(_answer(article, one), one.name, one.source_type) for one in said]
    for one, name, type_ in reports:
        answer = answers.get(one.sentence)
        if answer is not None and one.rule.startswith("quotation"):
            continue
        if answer is not None and one.source and name == answer.name:
            written = article.text[slice(*one.source)]
            if written.casefold() in _POINTING:
                name, type_ = written.casefold(), SourceType.UNNAMED
        found.append((one, name, type_))
    # The inmost of two reports comes last, as everywhere.
    return sorted(found, key=lambda one: (one[0].content[0], -one[0].content[1], one[0].cue or (0, 0)))


def _answer(article: Article, one: Said) -> Speech:
    sentence = article.sentences[one.sentence]
    return Speech(
        sentence=one.sentence,
        source=one.source,
        cue=None,
        content=(sentence.start, sentence.end),
        source_type=one.source_type,
        cue_class=CueClass.NEUTRAL,
        mode=SpeechMode.DIRECT,
        rule=ANSWER_RULE,
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
    article: Article,
    one: Speech,
    name: str,
    type_: SourceType,
    number: int,
    identities: Identities,
    *,
    spoken: Collection[str],
) -> Attribution:
    content = article.text[slice(*one.content)]
    direct = one.mode is SpeechMode.DIRECT
    return Attribution(
        id=identities.of(f"attribution-{one.rule}", [content]),
        number=f"Q{article.label}{number}",
        rule=one.rule,
        spans=(_span(article, one.content),),
        sentences=(article.sentences[one.sentence].id,),
        why=_why(article, one, name, type_, spoken=article.sentences[one.sentence].id in spoken),
        # An answer is printed as it was given, and without quotation marks.
        voice=Voice.QUOTATION if direct and one.rule != ANSWER_RULE else voice_of_source(type_),
        source=_span(article, one.source) if one.source else None,
        cue=_span(article, one.cue) if one.cue else None,
        name=name or NOBODY,
        source_type=type_,
        cue_class=one.cue_class,
        mode=one.mode,
    )


def _span(article: Article, stretch: tuple[int, int]) -> Span:
    return Span(article=article.label, start=stretch[0], end=stretch[1])


def _why(article: Article, one: Speech, name: str, type_: SourceType, *, spoken: bool) -> str:
    if one.rule == ANSWER_RULE:
        told = (
            "the text does not say whose words they are" if name == PERSON_INTERVIEWED else f"source: {name}"
        )
        return f"An answer or statement printed as it was given; {told}."
    cue = f" (“{' '.join(article.text[slice(*one.cue)].split())}”)" if one.cue else ""
    who = "no source is named" if type_ is SourceType.NOBODY else f"source: {name}"
    how = _HOW[one.mode]
    if spoken and one.mode is SpeechMode.INDIRECT:
        how = "reported in the words of whoever speaks here"
    return f"{how[0].upper()}{how[1:]}; {who}{cue}."
