"""Single wordings with a plain alternative, a handful a text, with whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.find.framing.hits import Finder, stands_as_listed
from compare.find.framing.lines import Line, Text
from compare.find.identity import Identities
from compare.model import CueMark, Extent, FramingCue, Span, Voice
from compare.text.en import word_set
from compare.text.quotations import crossing, is_half_quoted
from compare.text.syntax import REPORTING
from compare.text.wordlists import Family, WordLists, wordlists

_MOST = 6
_MARKS = {
    Family.METAPHOR: CueMark.METAPHOR,
    Family.LOADED: CueMark.LOADED,
    Family.EUPHEMISM: CueMark.EUPHEMISM,
    Family.INTENSIFIER: CueMark.INTENSIFIER,
    Family.HEDGE: CueMark.HEDGE,
}
# What a reader should see first when there is room for a handful only.
_RANK = {
    CueMark.LOADED: 0,
    CueMark.SCARE_QUOTES: 1,
    CueMark.METAPHOR: 2,
    CueMark.EUPHEMISM: 3,
    CueMark.INTENSIFIER: 4,
    CueMark.AGENTLESS_PASSIVE: 5,
    CueMark.HEDGE: 6,
}

# What the law or the facts call an act: any other word would tell something else.
_NO_OTHER_WORD = frozenset("accused charged convicted shot".split())

# Speech told with its tone: the adverb judges how it was said.
_SPOKEN = word_set("find.cues.spoken")
_TONELESS = word_set("find.cues.toneless")

# Only where the one who acted matters to the reader, and nothing in the clause tells who it was.
_ACTED_ON = (
    "killed shot beaten tortured criticised criticized condemned accused blamed ridiculed mocked ignored "
    "misled mishandled wronged"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|been)\s+(?:(?:widely|heavily|often|also|then)\s+)?(?:{'|'.join(_ACTED_ON.split())})\b"
    r"|\bmistakes were made\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\b(?:by|when|in an?|after|during|as)\b", re.IGNORECASE)

# A word or two between marks after an article or the like: "the “wisdom” of the plan". Longer ones, and
# those after a verb, are mostly quotations whose speaker the sentence before names (1 in 30 was labelled as
# loaded on the development half of BASIL).
_BEFORE_SCARE = re.compile(r"\b(?:the|an?|this|that|his|her|its|their|these|those|such|of|so-called) $")
_SCARE = re.compile(r"(?:''|[^\w\s]) ?([a-z][^“”\"\n,.;:!?]{2,24})(?:''|[^\w\s])")
_BEHIND_SCARE = re.compile(r"[\s,.;:!?)]")
_BEFORE = 12
_SPEECH = REPORTING | word_set("find.cues.speech")
_LONGEST_SCARE = 2


class _Cue(Struct, frozen=True, kw_only=True):
    mark: CueMark
    rule: str
    line: Line
    extent: Extent
    why: str
    alternatives: tuple[str, ...]


def find_cues(
    text: Text,
    identities: Identities,
    *,
    lists: WordLists | None = None,
    told: Sequence[Span] = (),
) -> tuple[FramingCue, ...]:
    """Return the few wordings of the outlet's own most worth a second look, the most telling first.

    Equally telling ones stand in the order of the text, headline first. What a source says is the source's
    choice of words; what lies in one of the stretches `told` a framing pair shows already.
    """
    finder = Finder.of(wordlists() if lists is None else lists)
    own = [stretch for stretch in told if stretch.article == text.article.label]
    seen: set[str] = set()
    ranked = []
    for cue in _found(text, finder):
        words = text.quote(cue.extent).lower()
        if words in seen or any(s.start <= cue.extent.start and cue.extent.end <= s.end for s in own):
            continue
        if not _is_own(text, cue):
            continue
        seen.add(words)
        ranked.append((_RANK[cue.mark], cue.extent.start, cue))
    ranked.sort(key=lambda item: item[:2])
    return tuple(
        FramingCue(
            id=identities.of(cue.rule, [text.quote(cue.extent)]),
            number=f"C{text.article.label}{number}",
            rule=cue.rule,
            spans=(text.span(cue.extent.start, cue.extent.end),),
            sentences=(cue.line.id,),
            why=cue.why,
            voice=Voice.OUTLET,
            mark=cue.mark,
            alternatives=() if _NO_OTHER_WORD.intersection(_tokens(text, cue)) else cue.alternatives,
        )
        for number, (_, _, cue) in enumerate(ranked[:_MOST], start=1)
    )


def _tokens(text: Text, cue: _Cue) -> list[str]:
    return text.quote(cue.extent).lower().split()


def _is_own(text: Text, cue: _Cue) -> bool:
    """Return whether the outlet words it so; marks of doubt are its own, whoever once used the word."""
    if cue.mark is CueMark.SCARE_QUOTES:
        return True
    # Marks around a headline may belong to the file's format, which `voice` knows.
    quoted = not cue.line.headline and text.voices.quoted(cue.extent) > 0
    whole, start, end = text.article.text, cue.extent.start, cue.extent.end
    return (
        not quoted
        and text.voice(cue.line, cue.extent) is Voice.OUTLET
        and not is_half_quoted(whole[cue.line.start : start], whole[end : cue.line.end])
    )


def _found(text: Text, finder: Finder) -> Iterator[_Cue]:
    for line in text.lines:
        if line.id in text.voices.asked:
            continue
        taken = 0
        for hit in finder.hits(text.article.text, line):
            mark = _MARKS.get(hit.entry.family)
            if mark is None or hit.entry.only_in_pairs or hit.start < taken:
                continue
            taken = hit.end
            if not stands_as_listed(hit):
                continue
            yield _Cue(
                mark=mark,
                rule=f"word-list:{hit.entry.concept}",
                line=line,
                extent=Extent(start=hit.start, end=hit.end),
                why=hit.entry.why,
                alternatives=hit.entry.instead,
            )
        yield from _manner(line)
        yield from _scare_quotes(text, line)
        yield from _passives(text, line)


def _manner(line: Line) -> Iterator[_Cue]:
    for n, word in enumerate(line.low):
        if not (len(word) > 5 and word.endswith("ly")) or word in _TONELESS or line.words[n].name:
            continue
        if _SPOKEN.intersection(line.low[max(0, n - 1) : n] + line.low[n + 1 : n + 2]):
            yield _Cue(
                mark=CueMark.LOADED,
                rule="tone-of-speech",
                line=line,
                extent=Extent(start=line.words[n].start, end=line.words[n].end),
                why="It tells how the writer heard the words, beside what was said.",
                alternatives=("(leave it out)",),
            )


def _scare_quotes(text: Text, line: Line) -> Iterator[_Cue]:
    marks = crossing(text.voices.marks, line.start, line.end)
    if _SPEECH.intersection(line.low) or len(marks) != 1:
        return
    start, end = marks[0]
    written = text.article.text
    before = _BEFORE_SCARE.search(written, max(line.start, start - _BEFORE), start)
    match = _SCARE.fullmatch(written, start, end) if before else None
    behind = _BEHIND_SCARE.match(written, end, line.end)
    if match and behind and len(match[1].split()) <= _LONGEST_SCARE:
        yield _Cue(
            mark=CueMark.SCARE_QUOTES,
            rule="quoted-without-a-speaker",
            line=line,
            extent=Extent(start=start, end=end),
            why="Quotation marks around a word or two, and nobody named who said them.",
            alternatives=("name who said it", "drop the marks"),
        )


def _passives(text: Text, line: Line) -> Iterator[_Cue]:
    for match in _PASSIVE.finditer(text.article.text, line.start, line.end):
        if not _AGENT.search(text.article.text, match.end(), line.end):
            yield _Cue(
                mark=CueMark.AGENTLESS_PASSIVE,
                rule="agent-not-named",
                line=line,
                extent=Extent(start=match.start(), end=match.end()),
                why="The sentence says what was done and does not say by whom.",
                alternatives=("say who, or that it is not known",),
            )
