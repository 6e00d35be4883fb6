"""Source, cue and content of what a text reports others to say or think."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from compare.model import SourceType, SpeechMode
from compare.text.quotations import Stretches, quotations
from compare.text.speech.continued import add_quotations
from compare.text.speech.line import Speech, SpeechHit, SpeechLine, line
from compare.text.speech.marks import over_paragraphs
from compare.text.speech.verbs import hits

__all__ = ["Speech", "speech"]


def speech(
    text: str, sentences: Sequence[tuple[int, int]], *, marks: Stretches | None = None
) -> list[Speech]:
    """Return what the sentences of a text report others to say or think, in reading order.

    `marks` are the quotations of the text where they are known already.

    >>> text = "The bridge is safe, Voss said. Experts doubt that it is."
    >>> for s in speech(text, [(0, 30), (31, 56)]):
    ...     print(text[slice(*s.source)], "|", text[slice(*s.cue)], "|", text[slice(*s.content)])
    Voss | said | The bridge is safe
    Experts | doubt | that it is
    """
    if marks is None:
        marks = quotations(text)
    marks = over_paragraphs(text, marks)
    starts, ends = [s for s, _ in marks], [e for _, e in marks]
    lines = [
        line(text, start, end, marks[bisect_right(ends, start) : bisect_left(starts, end)])
        for start, end in sentences
    ]
    names = frozenset(
        one.words[k]
        for one in lines
        if not one.headline
        for k in range(1, len(one))
        if one.capital(k) and one.quoted[k] == one.quoted[k - 1]
    )
    found = [[_speech(one, number, hit) for hit in hits(one, names)] for number, one in enumerate(lines)]
    add_quotations(lines, marks, found, names)
    return sorted((s for inside in found for s in inside), key=lambda s: (s.content, s.cue or (0, 0)))


def _speech(one: SpeechLine, number: int, hit: SpeechHit) -> Speech:
    first, stop = hit.content
    return Speech(
        sentence=number,
        source=one.span(hit.source.first, hit.source.stop) if hit.source else None,
        cue=one.span(*hit.cue),
        content=one.span(first, stop),
        source_type=hit.source.type if hit.source else SourceType.NOBODY,
        cue_class=hit.cue_class,
        mode=_mode(one, first, stop),
        rule=hit.rule,
    )


def _mode(one: SpeechLine, first: int, stop: int) -> SpeechMode:
    words = [one.quoted[k] for k in range(first, stop) if one.is_word(k)]
    if all(words):
        return SpeechMode.DIRECT
    return SpeechMode.MIXED if any(words) else SpeechMode.INDIRECT
