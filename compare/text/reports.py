"""What sentences report others to say or think, each source under the name that the text has for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.model import Article, CueClass, Extent, SourceType, SpeechMode
from compare.text.interviews.turns import Answer, Interview
from compare.text.names import Names
from compare.text.speech import Speech

# Without a source, fewer quoted words than this are a title or a term rather than somebody's statement.
_FEWEST_UNSOURCED = 8
NOBODY = "nobody named"
ANSWER_RULE = "interview"
_POINTING = frozenset(("he", "she", "they"))


class Report(Struct, frozen=True, kw_only=True):
    """What one source is reported to say within one sentence."""

    sentence: str
    """Its id."""
    content: Extent
    source: Extent | None
    cue: Extent | None
    name: str
    """The source's, or that nobody is named."""
    source_type: SourceType
    cue_class: CueClass
    mode: SpeechMode
    rule: str
    spoken: bool
    """Somebody other than the outlet speaks in the sentence as a whole."""


def reports(article: Article, found: Sequence[Speech], names: Names, talk: Interview) -> tuple[Report, ...]:
    """Return the reports of an article in reading order, from its speech, names and who asks and answers."""
    # Names are resolved in the order of the sources, which may stand behind what they say.
    named = {
        k: names.name(found[k])
        for k in sorted(range(len(found)), key=lambda k: (found[k].sentence, _place(found[k])))
    }
    kept = [_report(article, one, *named[k]) for k, one in enumerate(found) if _is_kept(article, one)]
    if talk.said:
        kept = _with_answers(article, kept, talk.said)
    spoken = talk.asked | {article.sentences[one.sentence].id for one in talk.said}
    return tuple(replace(one, spoken=True) if one.sentence in spoken else one for one in kept)


def _with_answers(article: Article, kept: Sequence[Report], said: Sequence[Answer]) -> list[Report]:
    """Return the reports of an interview with every sentence of its answers put to whoever gives them.

    What an answer reports of others stays; its quotation marks and pronouns are never the speaker's own.
    """
    found = [_answer(article, one) for one in said]
    answers = {answer.sentence: one for answer, one in zip(found, said, strict=True)}
    for one in kept:
        answer = answers.get(one.sentence)
        if answer is not None and one.rule.startswith("quotation"):
            continue
        if answer is not None and one.source and one.name == answer.name:
            written = article.text[one.source.start : one.source.end]
            if written.casefold() in _POINTING:
                one = replace(one, name=written.casefold(), source_type=SourceType.UNNAMED)
        found.append(one)
    # The inmost of two reports comes last, as everywhere.
    return sorted(
        found,
        key=lambda one: (
            one.content.start,
            -one.content.end,
            (one.cue.start, one.cue.end) if one.cue else (0, 0),
        ),
    )


def _answer(article: Article, one: Answer) -> Report:
    sentence = article.sentences[one.sentence]
    return Report(
        sentence=sentence.id,
        content=Extent(start=sentence.start, end=sentence.end),
        source=_extent(one.source),
        cue=None,
        name=one.name or NOBODY,
        source_type=one.source_type,
        cue_class=CueClass.NEUTRAL,
        mode=SpeechMode.DIRECT,
        rule=ANSWER_RULE,
        spoken=True,
    )


def _report(article: Article, one: Speech, name: str, type_: SourceType) -> Report:
    return Report(
        sentence=article.sentences[one.sentence].id,
        content=Extent(start=one.content[0], end=one.content[1]),
        source=_extent(one.source),
        cue=_extent(one.cue),
        name=name or NOBODY,
        source_type=type_,
        cue_class=one.cue_class,
        mode=one.mode,
        rule=one.rule,
        spoken=False,
    )


def _place(one: Speech) -> int:
    return one.source[0] if one.source else one.content[0]


def _is_kept(article: Article, one: Speech) -> bool:
    """Return whether a report is somebody's beyond doubt, quotations without a source above all."""
    if one.source or one.rule != "quotation":
        return True
    return len(article.text[slice(*one.content)].split()) >= _FEWEST_UNSOURCED


def _extent(stretch: tuple[int, int] | None) -> Extent | None:
    return Extent(start=stretch[0], end=stretch[1]) if stretch else None
