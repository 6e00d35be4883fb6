"""Where one sentence says that somebody says or thinks something: the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.text.speech.content import (
    behind,
    ends_report,
    has_verb,
    leading,
    to_comma,
    trimmed,
    until_end,
)
from compare.text.speech.groups import pronoun_of, verb_group
from compare.text.speech.line import CLOSERS, Line
from compare.text.speech.nouns import according, adverb, noun, passive
from compare.text.speech.phrases import ARTICLES, PREPOSITIONS, Phrase, phrase_after
from compare.text.speech.readings import (
    NOUN_TOO,
    RELATIVES,
    is_noun,
    is_plural,
    is_reduced,
    is_unsaid,
    names_a_thing,
)
from compare.text.speech.reporting import (
    Form,
    Frame,
    Reporting,
    agentless,
    hearsay,
    reporting,
    reporting_noun,
)
from compare.text.speech.reports import Hit
from compare.text.speech.speakers import is_document
from compare.text.speech.subjects import main_subject, subject
from compare.text.verbs import AUXILIARIES, is_past

BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're".split())
_SUBORDINATORS = frozenset(
    "while although though when as after before because since if whereas despite until once".split()
)
_PARTICIPLE_JOINTS = frozenset(
    (",", "while", "and", "by", "in", "before", "after", "when", "since", "–", "—")
)
_GOING_ON = frozenset(
    "began begun begin begins started starts start kept keeps keep continued continues".split()
)
_NO_SUBJECTS = PREPOSITIONS | frozenset((",", "–", "—", "--"))
_CLAUSE_MARKS = frozenset((",", "who", "which", "that", ";"))
_FLOATING = frozenset(("both", "all"))
_TRAILING = frozenset((Frame.SAYS, Frame.TELLS, Frame.THINKS, Frame.SHOWS))
_PLAIN_AUXILIARIES = frozenset(word for word in AUXILIARIES if "'" not in word)
# No sentence of news has so many words; a list or a table has, and looking all through it takes square time.
_LONGEST = 500
_HEARER = 8
_PURPOSES = frozenset((Frame.SAYS, Frame.TELLS, Frame.JUDGES, Frame.URGES))
_MEANS = frozenset("used uses took takes went held convened appeared turned taking using".split())
_SHOWN = frozenset(
    "prove show demonstrate suggest indicate imply reveal underscore underline highlight".split()
)
_MEANS_REACH = 8
_RULE = "reporting-verb"
# A statement of fewer tokens before its source is only a part of one: "The plan, Voss said, is sound".
_SHORTEST_LEAD = 4


def hits(line: Line, names: frozenset[str]) -> list[Hit]:
    """Return the places where somebody is said to say or think something, in the order of the cues.

    `names` are the text's words with a capital inside a sentence.
    """
    found: list[Hit] = []
    if len(line) > _LONGEST:
        return found
    for at, word in enumerate(line.lower):
        if line.quoted[at] or not word[0].isalpha():
            continue
        if word == "according" and line.at(at + 1) == "to":
            found += according(line, at, names)
            continue
        more: list[Hit] = []
        if readings := reporting(word):
            more = list(_verb(line, at, readings, names, found))
        elif agentless(word):
            more = list(_passive(line, at, (), names, verb_group(line, at)))
        elif cue_class := hearsay(word):
            more = list(adverb(line, at, cue_class))
        if not more and (named := reporting_noun(word)):
            more = list(noun(line, at, named, names))
        found += (hit for hit in more if not any(_told_already(hit, other) for other in found))
    return found


def _told_already(hit: Hit, other: Hit) -> bool:
    """Return whether an earlier cue has the same content, or the same source a longer one around it."""
    (first, stop), (begin, end) = hit.content, other.content
    return (first, stop) == (begin, end) or (
        begin <= first and stop <= end and hit.source is not None and hit.source == other.source
    )


def _verb(
    line: Line, at: int, readings: tuple[Reporting, ...], names: frozenset[str], before: Sequence[Hit]
) -> Iterator[Hit]:
    if line.capital(at) and at > 0 and not line.headline:
        return
    group = verb_group(line, at)
    between = {line.at(k) for k in range(group, at)}
    if pronoun_of(line.at(group - 1)) and line.at(group - 1).endswith(("'s", "'re")):
        between.add("'s" if readings[0].form is Form.ING else "has")
    if between & BE and readings[0].form is not Form.ING:
        yield from _passive(line, at, readings, names, group)
        return
    reading = next((r for r in readings if line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest)), None)
    meant = _who_means(line, at, reading, names) if reading else None
    if (
        reading is None
        or is_unsaid(between, reading)
        or (meant is None and is_noun(line, at, reading, group))
    ):
        return
    cue = (group, at + 1 + len(reading.rest))
    behind_it = phrase_after(line, cue[1], names) if _may_invert(line, at, group, reading) else None
    closed = behind_it and line.at(at - 1) == "," and _closes(line, behind_it)
    source = meant if closed or meant else _source(line, at, group, reading, between, names, before)
    inverted = source is None
    source = source or behind_it
    bare = reading.form is Form.BASE and group == at and meant is None
    if source and line.at(source.head) == "it" and reading.lemma in _SHOWN:
        # "It proves that": a thing, as a rule.
        return
    if source is None or (bare and not is_plural(line, source)):
        return
    if group == at and not inverted and names_a_thing(line, at, source):
        return
    if reading.form is Form.PAST and not inverted and is_reduced(line, cue[1], reading, source):
        return
    for piece in _pieces(line, reading, source, cue, inverted=inverted):
        yield Hit(source=source, cue=cue, content=piece, cue_class=reading.cue_class, rule=_RULE)


def _source(
    line: Line,
    at: int,
    group: int,
    reading: Reporting,
    between: set[str],
    names: frozenset[str],
    before: Sequence[Hit],
) -> Phrase | None:
    """Return who stands before the verb, or who spoke last where the verb has no subject of its own."""
    joint = line.at(group - 1)
    if reading.form is Form.ING and not between & BE:
        if joint == "by" and (nearest := subject(line, verb_group(line, group - 2), names)):
            # "He began by saying".
            return nearest
        if joint in _PARTICIPLE_JOINTS or group == 0:
            earlier = next((hit.source for hit in reversed(before) if hit.source), None)
            return earlier or main_subject(line, names)
        if joint in _GOING_ON:
            return subject(line, verb_group(line, group - 1), names)
        # "A petition calling for", "with the mayor saying": who speaks stands right before.
        found = subject(line, group, names) if joint not in _NO_SUBJECTS else None
        if found and found.stop == group and not is_past(line.at(found.first)):
            return found
        # "Have released statements deploring": whoever released them.
        return main_subject(line, names) if is_document(joint) else None
    found = subject(line, group, names)
    if found is None and line.at(group) in _FLOATING:
        # "On tax, both oppose": no adverb but the subject.
        found = subject(line, group + 1, names)
    if found is None and reading.form is not Form.BASE and joint in ("and", "but", "then"):
        if before:
            return before[-1].source
        if line.at(at) in NOUN_TOO:
            return None
        clause = next((k for k in range(group - 1, 0, -1) if line.at(k) in _CLAUSE_MARKS), 0)
        # "Protesters, who marched and called for": the relative clause goes on.
        who = line.at(clause) == "who"
        found = subject(line, clause + 1, names) if who else main_subject(line, names)
        return found if found and found.stop < group else None
    return found


def _who_means(line: Line, at: int, reading: Reporting, names: frozenset[str]) -> Phrase | None:
    """Return who uses something in order to say: "Kent used the visit to warn", "she went on air to deny"."""
    if reading.form is not Form.BASE or line.at(at - 1) != "to" or reading.frame not in _PURPOSES:
        return None
    for k in range(at - 3, max(0, at - 2 - _MEANS_REACH), -1):
        if not line.is_word(k) or line.quoted[k] or line.at(k) == "to":
            return None
        if line.at(k) in _MEANS:
            return subject(line, verb_group(line, k), names)
    return None


def _closes(line: Line, phrase: Phrase) -> bool:
    """Return whether a report ends with its source: "said Kent.", but not "said parents want it."."""
    noun = line.capital(phrase.head) or line.at(phrase.first) in ARTICLES or phrase.stop - phrase.first == 1
    return noun and line.at(phrase.stop) in ("", ".", ",")


def _may_invert(line: Line, at: int, group: int, reading: Reporting) -> bool:
    """Return whether the source may stand behind: a quotation or a comma right before "said Kent"."""
    before = line.at(at - 1)
    return (
        reading.form in (Form.PAST, Form.PRESENT)
        and reading.frame in _TRAILING
        and group == at > 1
        and (before in CLOSERS or before == "," or line.quoted[at - 1])
    )


def _pieces(
    line: Line, reading: Reporting, source: Phrase, cue: tuple[int, int], *, inverted: bool
) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold what is said: behind the cue, before the source, or around both."""
    may_trail = reading.frame in _TRAILING and reading.form is not Form.ING
    aside = line.at(source.first - 1) == "as" and not inverted
    lead = leading(line, cue[0] if inverted else source.first - aside) if may_trail else None
    if (
        lead
        and reading.frame in (Frame.THINKS, Frame.SHOWS)
        and not all(line.quoted[k] for k in range(*lead))
    ):
        lead = lead if line.at(cue[1]) in (".", "", ",") and reading.frame is Frame.THINKS else None
    said = None if inverted else behind(line, cue[1], reading, document=is_document(line.at(source.head)))
    if said and lead and line.quoted[lead[1] - 1] and line.at(said[0]) in PREPOSITIONS:
        # "“We lost,” Kent said to applause".
        said = None
    if said is not None:
        if line.at(said[0]) in _PLAIN_AUXILIARIES and line.at(source.first - 1) not in RELATIVES:
            # "Everything Kent says is": the cue stands in a clause about something else.
            return
        if line.at(source.head) == "who" and is_past(line.at(said[0])):
            # "The witnesses who testified included".
            return
        if source.first > 0 and line.at(source.first - 1) in _SUBORDINATORS:
            said = to_comma(line, *said)
        if cue[0] < source.first and reading.form is Form.ING:
            # "Announcing that it was late, Kent left".
            said = to_comma(line, *said)
        yield said
        if lead and line.quoted[lead[1] - 1]:
            yield lead
        return
    end = max(source.stop, cue[1])
    if reading.frame is Frame.TELLS:
        end = _past_name(line, end)
    if lead is None or (aside and lead[1] - lead[0] < _SHORTEST_LEAD):
        # "As Kent noted, the pier is safe".
        if aside and line.at(end) == "," and (rest := until_end(line, end + 1)) and has_verb(line, *rest):
            yield rest
        return
    if any(line.quoted[k] for k in range(*lead)):
        yield lead
        first = next((k for k in range(end, len(line)) if line.quoted[k]), None)
        if first is not None and (rest := trimmed(line, first, len(line))):
            yield rest
    elif reading.frame is not Frame.SHOWS:
        if lead[1] - lead[0] >= _SHORTEST_LEAD and has_verb(line, *lead):
            if inverted or ends_report(line, end):
                yield lead
        elif line.at(end) == "," and (rest := trimmed(line, end + 1, len(line))) and has_verb(line, *rest):
            yield rest


def _past_name(line: Line, at: int) -> int:
    """Return where a report ends behind its hearer: "Kent told the board on Monday"."""
    stop = at
    while stop < min(len(line), at + _HEARER) and line.is_word(stop) and not ends_report(line, stop):
        stop += 1
    return stop


def _passive(
    line: Line, at: int, readings: Sequence[Reporting], names: frozenset[str], group: int
) -> Iterator[Hit]:
    """Yield a passive with an agent, or without one where the verb is listed for it."""
    if line.capital(at) or not {line.at(k) for k in range(group, at)} & BE:
        return
    listed = agentless(line.at(at))
    active = next((r for r in readings if r.form in (Form.PAST, Form.PARTICIPLE)), None)
    if listed:
        yield from passive(line, at, listed, names, group)
    elif active and active.frame is Frame.TELLS and line.at(at + 1) == "by":
        yield from passive(line, at, active.cue_class, names, group)
