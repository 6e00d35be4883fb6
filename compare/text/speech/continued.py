"""Who gives the quotations that no reporting word claims: the speaker goes on, or stands elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from compare.model import CueClass, SourceType, SpeechMode
from compare.text.en import word_set
from compare.text.speech.content import ends_report
from compare.text.speech.line import CLOSERS, Phrase, Speech, SpeechLine
from compare.text.speech.reporting import Form, Frame, reporting
from compare.text.speech.sources import main_subject, phrase_after, subject
from compare.text.syntax import may_be_finite, verb_group

# Fewer quoted words than this, and nobody is said to speak: a term, a title or a distance kept.
_FEWEST_QUOTED = 4
_MOSTLY = 0.5
_LONGEST_QUOTATION = 8
# A quotation of so many words is somebody's, and so many words before it hold a subject and a verb.
_LONG_QUOTATION, _FEWEST_BEFORE = 8, 3
_BE = frozenset("is are was were has had have".split())
# What ends a clause before a closing mark; so far a speaker's verb stands, and so long is a hearer.
_CLAUSE_ENDS = frozenset(". , ! ? … ...".split())
_LONGEST_BEHIND, _HEARER = 24, 6
# "The", "of" and "and" are small in names; a name of more words is none.
_LONG_WORD, _LONGEST_MOTTO = 4, 7
_TITLED = frozenset("of titled entitled called book film".split())
_DASHES = frozenset(("―", "—", "–", "--"))
_BEFORE_QUOTATION = word_set("speech.continued.before_quotation")


def add_quotations(
    lines: Sequence[SpeechLine],
    marks: Sequence[tuple[int, int]],
    found: list[list[Speech]],
    names: frozenset[str],
) -> None:
    """Add to each sentence's reports what stands in quotation marks and is in none of them."""
    for number, one in enumerate(lines):
        for first, stop in _runs(one):
            start, end = one.span(first, stop)
            # A short sentence of a longer quotation counts: "We lost. We will go on."
            mark = _mark(marks, start)
            longer = mark is not None and not (one.start <= mark[0] and mark[1] <= one.end)
            if sum(one.is_word(k) for k in range(first, stop)) < (1 if longer else _FEWEST_QUOTED):
                continue
            if not longer and _is_motto(one, first, stop):
                continue
            taken = (min(end, s.content[1]) - max(start, s.content[0]) for s in found[number])
            if any(shared > _MOSTLY * (end - start) for shared in taken):
                continue
            given = _by_next(lines, found, number, stop, names) or _by_verb(one, first, names)
            giver = None if given else _giver(lines, found, marks, number, start)
            if given is None and giver is None:
                given = _by_layout(lines, found, number, first, stop, names) or _by_subject(
                    one, first, stop, names
                )
            found[number].append(_speech(number, (start, end), giver, given))


def _is_motto(line: SpeechLine, first: int, stop: int) -> bool:
    """Return whether a short quotation is set like a name before its noun: "a “Mend the Pier” hat"."""
    words = [k for k in range(first, stop) if line.is_word(k)]
    large = all(line.capital(k) or len(line.words[k]) < _LONG_WORD for k in words)
    behind = line.at(stop)
    if line.at(first - 1) in _TITLED:
        # "The author of “How to Mend a Pier”".
        return large
    return large and len(words) < _LONGEST_MOTTO and behind.isalpha() and not reporting(behind)


def _speech(
    number: int,
    content: tuple[int, int],
    giver: Speech | None,
    given: tuple[SpeechLine, Phrase, tuple[int, int] | None] | None,
) -> Speech:
    source, cue, type_, cue_class = None, None, SourceType.NOBODY, CueClass.NEUTRAL
    if giver:
        source, cue, type_, cue_class = giver.source, giver.cue, giver.source_type, giver.cue_class
    elif given:
        line, phrase, verb = given
        source, type_ = line.span(phrase.first, phrase.stop), phrase.type
        cue = line.span(*verb) if verb else None
    return Speech(
        sentence=number,
        source=source,
        cue=cue,
        content=content,
        source_type=type_,
        cue_class=cue_class,
        mode=SpeechMode.DIRECT,
        rule="quotation-continued" if giver else "quotation",
    )


def _runs(one: SpeechLine) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence in quotation marks, as tokens."""
    first = None
    for k in range(len(one) + 1):
        inside = k < len(one) and one.quoted[k]
        if inside and first is None:
            first = k
        elif not inside and first is not None:
            yield first, k
            first = None


def _by_verb(
    line: SpeechLine, first: int, names: frozenset[str]
) -> tuple[SpeechLine, Phrase, tuple[int, int] | None] | None:
    """Return the subject of whatever verb stands right before a quotation: "Kent thanked them for “…”"."""
    at = first - 1
    while at > 1 and first - at < 5 and (line.at(at) in _BEFORE_QUOTATION or not may_be_finite(line.at(at))):
        at -= 1
    if at < 1 or line.quoted[at] or line.capital(at) or not may_be_finite(line.at(at)):
        return None
    if line.at(at) in _BE:
        # "The board is “a club”" tells nobody's words.
        return None
    group = verb_group(line, at)
    found = subject(line, group, names)
    return (line, found, (group, at + 1)) if found else None


def _by_next(
    lines: Sequence[SpeechLine], found: list[list[Speech]], number: int, stop: int, names: frozenset[str]
) -> tuple[SpeechLine, Phrase, tuple[int, int] | None] | None:
    """Return who says a quotation in the sentence behind it: "“Stop!”" before "a man shouted." on its own."""
    line = lines[number]
    if stop < len(line) or number + 1 >= len(lines) or found[number + 1] or line.at(stop - 1) not in CLOSERS:
        return None
    behind = lines[number + 1]
    if len(behind) == 0 or behind.quoted[0] or line.at(stop - 2) not in _CLAUSE_ENDS:
        return None
    for k in range(min(len(behind), _LONGEST_BEHIND)):
        told = [r for r in reporting(behind.at(k)) if r.form in (Form.PAST, Form.PRESENT) and not r.rest]
        if behind.quoted[k] or behind.at(k) == ":":
            return None
        if not told or told[0].frame not in (Frame.SAYS, Frame.TELLS) or (behind.capital(k) and k):
            continue
        if k == 0 and not behind.capital(0):
            named = phrase_after(behind, 1, names)
            return (behind, named, (0, 1)) if named else None
        named = subject(behind, verb_group(behind, k), names)
        begun = named is not None and named.first <= 1
        small = not behind.capital(0) or line.at(stop - 2) == ","
        hearer = told[0].frame is Frame.TELLS and any(
            behind.at(j) in ("", ",", ".") for j in range(k + 1, k + _HEARER)
        )
        if named and begun and (small or hearer or ends_report(behind, k + 1)):
            return behind, named, (verb_group(behind, k), k + 1)
        if not begun or named is None:
            continue
        return None
    return None


def _by_subject(
    line: SpeechLine, first: int, stop: int, names: frozenset[str]
) -> tuple[SpeechLine, Phrase, tuple[int, int] | None] | None:
    """Return the subject of a sentence that ends in a long quotation: "Kent reacted coolly, “…”"."""
    if first < _FEWEST_BEFORE or sum(line.is_word(k) for k in range(first, stop)) < _LONG_QUOTATION:
        return None
    found = main_subject(line, names)
    if found is None or found.stop >= first or line.at(found.stop) in _BE:
        return None
    return line, found, None


def _mark(marks: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """Return the quotation that holds a place, None where there is none."""
    at = bisect_right(marks, place, key=lambda mark: mark[0]) - 1
    return marks[at] if at >= 0 and place < marks[at][1] else None


def _giver(
    lines: Sequence[SpeechLine],
    found: list[list[Speech]],
    marks: Sequence[tuple[int, int]],
    number: int,
    start: int,
) -> Speech | None:
    """Return the report whose speaker goes on in an unclaimed quotation."""
    same = [s for s in found[number] if s.mode is not SpeechMode.INDIRECT and s.source]
    if same:
        return same[-1]
    mark = _mark(marks, start)
    # The same pair of marks: "A. B," said Voss.
    for later in range(number + 1, min(len(lines), number + _LONGEST_QUOTATION)):
        if mark is None or lines[later].start >= mark[1]:
            break
        for s in found[later]:
            if s.content[0] < mark[1] and s.source and s.mode is not SpeechMode.INDIRECT:
                return s
    if start > lines[number].start + 1:
        return None
    if number > 0:
        spoken = [
            s
            for s in found[number - 1]
            if s.source
            and lines[number - 1].text[slice(*s.source)] != "who"
            and (s.mode is not SpeechMode.INDIRECT or s.rule in ("reporting-verb", "according-to"))
        ]
        if spoken:
            # Whose words were quoted goes on, not whoever passed them on.
            direct = [s for s in spoken if s.mode is not SpeechMode.INDIRECT and s.rule != "according-to"]
            return (direct or spoken)[-1]
    if number + 1 < len(lines):
        for s in found[number + 1]:
            if s.source and s.mode is SpeechMode.DIRECT and s.content[0] <= lines[number + 1].start + 1:
                return s
    return None


def _by_layout(
    lines: Sequence[SpeechLine],
    found: list[list[Speech]],
    number: int,
    first: int,
    stop: int,
    names: frozenset[str],
) -> tuple[SpeechLine, Phrase, tuple[int, int] | None] | None:
    """Return who is named before a colon, or behind a dash: "“…” ― Ann Orr"."""
    line = lines[number]
    if line.at(stop) in _DASHES and (named := phrase_after(line, stop + 1, names)):
        return line, named, None
    if first == 0:
        for later in range(number + 1, min(len(lines), number + _LONGEST_QUOTATION)):
            if lines[later].at(0) in _DASHES and (named := phrase_after(lines[later], 1, names)):
                return lines[later], named, None
            if lines[later].quoted[:1] != [True]:
                break
            closing = next((k for k in range(len(lines[later])) if not lines[later].quoted[k]), None)
            if closing is not None:
                if lines[later].at(closing) in _DASHES and (
                    named := phrase_after(lines[later], closing + 1, names)
                ):
                    return lines[later], named, None
                break
        before = lines[number - 1] if number else None
        if (
            before is not None
            and before.at(len(before) - 1) == ":"
            and (named := main_subject(before, names))
        ):
            return before, named, None
        if before is not None and not found[number - 1] and (told := _told_before(before, names)):
            return before, told, None
    if line.at(first - 1) == ":" and (named := subject(line, first - 1, names) or main_subject(line, names)):
        return line, named, None
    return None


def _told_before(line: SpeechLine, names: frozenset[str]) -> Phrase | None:
    """Return who speaks in a sentence that tells no words: "Orr tweeted from the train about it."."""
    for k in range(1, min(len(line), _LONGEST_BEHIND)):
        if line.quoted[k]:
            return None
        told = [r for r in reporting(line.at(k)) if r.form in (Form.PAST, Form.PRESENT) and not r.rest]
        says = line.at(k) == "spoke" or (told and told[0].frame in (Frame.SAYS, Frame.TELLS))
        if says and not line.capital(k):
            found = subject(line, verb_group(line, k), names)
            return found if found and found.first <= 1 else None
    return None
