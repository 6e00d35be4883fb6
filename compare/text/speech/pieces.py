"""The stretches of a sentence that hold what is said: behind the cue, before the source, or around both."""

from __future__ import annotations

from collections.abc import Iterator

from compare.text.en import word_set
from compare.text.speech.content import behind, ends_report, has_verb, leading, to_comma, trimmed, until_end
from compare.text.speech.line import Phrase, SpeechLine
from compare.text.speech.phrases import PREPOSITIONS
from compare.text.speech.reporting import (
    Form,
    Frame,
    reporting,
)
from compare.text.speech.speakers import is_document
from compare.text.speech.who import (
    HEARER,
    IS,
    RELATIVES,
    TRAILING,
    Cue,
)
from compare.text.syntax import (
    is_auxiliary,
    is_past,
    may_be_finite,
    verb_after_subject,
)

_MARKS = frozenset((",", "-", "–", "—", ";", ":"))
_TWO_WORDS = 2
_NEAR_START = 2
_UNBOUND = frozenset("be been being have do".split())
_SUBORDINATORS = word_set("speech.pieces.subordinators")
_FOUND = frozenset("rule find determine conclude".split())
_LONGEST_TITLE = 8
# A statement of fewer tokens before its source is only a part of one: "The plan, Voss said, is sound".
_SHORTEST_LEAD = 4


def pieces(cue: Cue, source: Phrase, *, inverted: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold what is said: behind the cue, before the source, or around both."""
    line, reading = cue.line, cue.reading
    aside = line.at(source.first - 1) == "as" and not inverted
    begins = source.opens if source.opens >= 0 else source.first
    lead = _lead(cue, cue.group if inverted else begins - aside)
    ends_quoted = lead is not None and line.quoted[lead[1] - 1]
    said = None if inverted else behind(line, cue.stop, reading, document=is_document(line.at(source.head)))
    second = line.at(cue.group - 1) in ("and", "but")
    if (
        said
        and lead
        and line.at(cue.stop) in ("–", "—", "--")
        and not any(line.quoted[lead[0] : said[0] + 1])
    ):
        # "They left, Kent said – and came back".
        said = None
    if said and lead and ends_quoted and not line.quoted[said[0]] and not second:
        whole = all(line.quoted[k] for k in range(*lead))
        if whole or line.at(said[0]) in PREPOSITIONS:
            # "“We lost,” Kent said to applause", "in a video he posted".
            said = None
    elif said and lead and (ends_quoted or line.at(lead[1]) == ",") and _is_title(line, said[0]):
        said = None
    if said and said[1] - said[0] == _TWO_WORDS and line.at(said[0]) in ("it", "he", "she", "they"):
        # "What the board says it prefers" tells nothing by itself.
        return
    if said is not None:
        if not _is_of_clause(line, source, said):
            yield _narrowed(cue, source, said)
            if lead and ends_quoted:
                yield lead
        return
    yield from _before(cue, source, lead, aside=aside, inverted=inverted)


def _before(
    cue: Cue, source: Phrase, lead: tuple[int, int] | None, *, aside: bool, inverted: bool
) -> Iterator[tuple[int, int]]:
    """Yield what is said before its source, and where that goes on behind it.

    `aside`: the report is one in passing, as in "As Kent noted, the pier is safe".
    """
    line, reading = cue.line, cue.reading
    end = max(source.stop, cue.stop)
    if reading.frame is Frame.TELLS:
        end = _past_name(line, end)
    if lead is None or (aside and lead[1] - lead[0] < _SHORTEST_LEAD):
        if aside and line.at(end) == ",":
            yield from _with_verb(line, until_end(line, end + 1))
    elif any(line.quoted[k] for k in range(*lead)):
        yield lead
        first = next((k for k in range(end, len(line)) if line.quoted[k]), None)
        if first is not None and (rest := trimmed(line, first, len(line))) and not _is_title(line, first):
            yield rest
    elif reading.frame is Frame.SHOWS:
        # "Many have left, statistics show."
        told = is_document(line.at(source.head)) or reading.lemma in _FOUND
        if told and ends_report(line, end) and has_verb(line, *lead):
            yield lead
    elif rest := _goes_on(line, lead, end):
        # "The pier, Kent said, will close": as a whole, or it says nothing.
        yield (lead[0], rest[1]) if line.at(lead[0]) not in PREPOSITIONS else rest
    elif lead[1] - lead[0] >= _SHORTEST_LEAD and has_verb(line, *lead):
        if inverted or ends_report(line, end):
            yield lead
    elif line.at(end) == ",":
        for rest in _with_verb(line, trimmed(line, end + 1, len(line))):
            yield lead[0], rest[1]


def _goes_on(line: SpeechLine, lead: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Return what stands behind a report with its adverbial: "The pier, Kent said in a note, will close"."""
    if any(may_be_finite(line.at(k)) for k in range(*lead)):
        return None
    if line.at(end) == "," and line.at(lead[0]) in PREPOSITIONS:
        # "In a speech after that, Kent said, the board will decide".
        rest = trimmed(line, end + 1, len(line))
        return rest if rest and verb_after_subject(line.lower, rest[0]) != -1 else None
    comma = next((k for k in range(end, min(len(line), end + HEARER)) if line.at(k) == ","), -1)
    if comma < 0 or not is_auxiliary(line.at(comma + 1)):
        return None
    return trimmed(line, comma + 1, len(line))


def _is_title(line: SpeechLine, first: int) -> bool:
    """Return whether a quotation is the name of a programme or a work: "said on “Meet the Town.”"."""
    words = [k for k in range(first, len(line)) if line.quoted[k] and line.is_word(k)]
    large = sum(line.capital(k) for k in words)
    place = line.at(first - 1) in PREPOSITIONS or line.at(first - 1).endswith("'s")
    return place and len(words) < _LONGEST_TITLE and large > len(words) / 2


def _lead(cue: Cue, stop: int) -> tuple[int, int] | None:
    """Return what stands before a source and may be its words: “The pier is safe,” before "Kent said"."""
    line, reading = cue.line, cue.reading
    if reading.frame not in TRAILING or reading.form is Form.ING:
        return None
    lead = leading(line, stop)
    opening = line.at(lead[0]) if lead else ""
    if opening.endswith("ing") and reporting(opening) and line.at(cue.stop) != ",":
        # "Noting that it was late, Kent replied".
        return None
    if (
        lead is None
        or reading.frame in (Frame.SAYS, Frame.TELLS)
        or all(line.quoted[k] for k in range(*lead))
    ):
        return lead
    if reading.frame is Frame.SHOWS:
        return lead if ends_report(line, cue.stop) else None
    return lead if line.at(cue.stop) in (".", "", ",") and reading.frame is Frame.THINKS else None


def _is_of_clause(line: SpeechLine, source: Phrase, said: tuple[int, int]) -> bool:
    """Return whether the cue stands in a clause about something else, whose main verb follows it."""
    # "Everything Kent says is".
    main = _is_plain_auxiliary(line.at(said[0])) and line.at(source.first - 1) not in RELATIVES
    # "The witnesses who testified included".
    return main or (line.at(source.head) == "who" and is_past(line.at(said[0])))


def _narrowed(cue: Cue, source: Phrase, said: tuple[int, int]) -> tuple[int, int]:
    """Return what is said in a clause before the main one, which begins at a comma."""
    line = cue.line
    opening = line.at(0) in _SUBORDINATORS and not _MARKS & set(line.lower[: cue.at])
    subordinate = line.at(source.first - 1) in _SUBORDINATORS
    # "It closed after Orr had said that rain, or snow, would come": behind the main clause all is told.
    ahead = source.first <= _NEAR_START or line.at(source.first - 2) == ","
    if source.first > 0 and ((subordinate and ahead) or opening):
        said = to_comma(line, *said)
    relative = line.at(source.stop - 1) in ("which", "that") and source.stop - source.first > 1
    if line.at(source.head) == "who" or relative:
        first, stop = said
        apart = "," in (line.at(source.head - 1), line.at(source.stop - 2))
        ends = (
            k
            for k in range(first + 1, stop)
            if line.at(k) == ","
            and not line.quoted[k]
            and (
                is_past(line.at(k + 1))
                or reporting(line.at(k + 1))
                or (apart and is_auxiliary(line.at(k + 1)) and any(map(may_be_finite, line.lower[first:k])))
            )
        )
        # "The clerk, who asked not to be named, said".
        stop = next(ends, stop)
        if line.at(first) == "to" and line.at(source.head - 1) != ",":
            # "Workers who refuse to pay can be sued".
            plain = (
                k
                for k in range(first + 2, stop)
                if _is_plain_auxiliary(line.at(k)) and line.at(k) not in _UNBOUND
            )
            stop = next(plain, stop)
        return first, stop
    if line.at(source.first - 1) == "what" and line.at(said[0]) in IS:
        # "What he said was a trend": the trend.
        return said[0] + 1, said[1]
    if cue.group < source.first and cue.reading.form is Form.ING:
        # "Announcing that it was late, Kent left".
        said = to_comma(line, *said)
    return said


def _with_verb(line: SpeechLine, piece: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    if piece and has_verb(line, *piece):
        yield piece


def _is_plain_auxiliary(word: str) -> bool:
    return is_auxiliary(word) and "'" not in word


def _past_name(line: SpeechLine, at: int) -> int:
    """Return where a report ends behind its hearer: "Kent told the board on Monday"."""
    stop = at
    while stop < min(len(line), at + HEARER) and line.is_word(stop) and not ends_report(line, stop):
        stop += 1
    return stop
