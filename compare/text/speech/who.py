"""Who says what a reporting verb reports: its subject, whoever stands behind it, or who spoke before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.text.en import word_set
from compare.text.speech.line import CLOSERS, Phrase, SpeechHit, SpeechLine
from compare.text.speech.phrases import ARTICLES, PREPOSITIONS
from compare.text.speech.reporting import Form, Frame, Reporting
from compare.text.speech.sources import main_subject, subject
from compare.text.speech.speakers import is_document
from compare.text.syntax import BE, is_past, verb_group

# Forms that are as often nouns: a preposition, a verb or the end behind them tells.
NOUN_TOO = word_set("speech.who.noun_too")
PARTICIPLE_JOINTS = frozenset((",", "while", "and", "by", "in", "before", "after", "when", "since", "–", "—"))
_GOING_ON = frozenset(
    "began begun begin begins started starts start kept keeps keep continued continues".split()
)
_NO_SUBJECTS = PREPOSITIONS | frozenset((",", "–", "—", "--"))
_CLAUSE_MARKS = frozenset((",", "who", "which", "that", ";"))
# "He left, but moments later wrote that".
_SOON = frozenset("moments minutes hours days later soon then also".split())
_FLOATING = frozenset(("both", "all"))
TRAILING = frozenset((Frame.SAYS, Frame.TELLS, Frame.THINKS, Frame.SHOWS))
_PURPOSES = frozenset((Frame.SAYS, Frame.TELLS, Frame.JUDGES, Frame.URGES))
_MEANS = frozenset("used uses took takes went held convened appeared turned taking using".split())
MEANS_REACH, _OPENING = 8, 6
# So many words a hearer has.
HEARER = 8
RELATIVES = frozenset("that which whom who what".split())
# Forms of be, glued ones too.
IS = BE | frozenset("isn't aren't wasn't weren't 's 're".split())


class Cue(Struct, frozen=True, kw_only=True):
    """A word that may report, where its verb group begins and what was reported before it."""

    line: SpeechLine
    names: frozenset[str]
    before: Sequence[SpeechHit]
    group: int
    at: int
    reading: Reporting
    going_on: bool
    """A form of be stands in the group: "is saying"."""

    @property
    def stop(self) -> int:
        """The index behind the verb and the words that belong to it: "pointed out"."""
        return self.at + 1 + len(self.reading.rest)


def source_before(cue: Cue) -> Phrase | None:
    """Return who stands before the verb, or who spoke last where the verb has no subject of its own."""
    if cue.reading.form is Form.ING and not cue.going_on:
        return _source_of_participle(cue)
    line, group = cue.line, cue.group
    found = subject(line, group, cue.names)
    if found is None and line.at(group) in _FLOATING:
        # "On tax, both oppose": no adverb but the subject.
        found = subject(line, group + 1, cue.names)
    joint = group - 1
    while joint > 0 and line.at(joint) in _SOON:
        joint -= 1
    joined = cue.reading.form is not Form.BASE and line.at(joint) in ("and", "but", "then")
    return _source_of_joined(cue) if found is None and joined else found


def _source_of_participle(cue: Cue) -> Phrase | None:
    """Return who speaks with "saying": the clause's subject, or who stands right before."""
    line, group, names = cue.line, cue.group, cue.names
    joint = line.at(group - 1)
    if joint in CLOSERS and line.at(group - 2) == ",":
        # "Called it “late,” saying that".
        joint = ","
    if joint == "by" and (nearest := subject(line, verb_group(line, group - 2), names)):
        # "He began by saying".
        return nearest
    if joint in PARTICIPLE_JOINTS or group == 0:
        found = _top_source(cue) or main_subject(line, names, before=group)
        if found is None:
            # "In announcing it, Kent left".
            behind_it = main_subject(line, names)
            opens = group <= _OPENING
            found = behind_it if opens and behind_it and behind_it.first > group else None
        return found
    if joint in _GOING_ON:
        return subject(line, verb_group(line, group - 1), names)
    # "A petition calling for", "with the mayor saying": who speaks stands right before.
    found = subject(line, group, names) if joint not in _NO_SUBJECTS else None
    # "Have released statements deploring": whoever released them.
    releases = is_document(joint) and (found is None or is_past(line.at(found.first - 1)))
    releaser = main_subject(line, names, before=group) if releases else None
    if releaser:
        return releaser
    return found if found and found.stop == group and not is_past(line.at(found.first)) else None


def _top_source(cue: Cue) -> Phrase | None:
    """Return who spoke last in the main clause, not in what was said nor in a relative clause."""
    for hit in reversed(cue.before):
        if hit.source is None or cue.line.at(hit.source.head) == "who":
            continue
        place = hit.source.first
        if not any(o is not hit and o.content[0] <= place < o.content[1] for o in cue.before):
            return hit.source
    return None


def _source_of_joined(cue: Cue) -> Phrase | None:
    """Return who speaks with a second verb: "Kent agreed and added"."""
    line, group = cue.line, cue.group
    if cue.before:
        top = _top_source(cue)
        if top is None and line.at(group - 2) == ",":
            # "He denied asking those who accused him, but said": not those who accused him.
            top = main_subject(line, cue.names)
        return top or cue.before[-1].source
    if line.at(cue.at) in NOUN_TOO:
        return None
    clause = next((k for k in range(group - 1, 0, -1) if line.at(k) in _CLAUSE_MARKS), 0)
    # "Protesters, who marched and called for": the relative clause goes on.
    who = line.at(clause) == "who"
    found = subject(line, clause + 1, cue.names) if who else main_subject(line, cue.names)
    return found if found and found.stop < group else None


def who_means(cue: Cue) -> Phrase | None:
    """Return who uses something in order to say: "Kent used the visit to warn", "she went on air to deny"."""
    line, at, reading = cue.line, cue.at, cue.reading
    if reading.form is not Form.BASE or line.at(at - 1) != "to" or reading.frame not in _PURPOSES:
        return None
    for k in range(at - 3, max(0, at - 2 - MEANS_REACH), -1):
        if not line.is_word(k) or line.quoted[k] or line.at(k) == "to":
            return None
        if line.at(k) in _MEANS:
            return subject(line, verb_group(line, k), cue.names)
    return None


def closes(line: SpeechLine, phrase: Phrase) -> bool:
    """Return whether a report ends with its source: "said Kent.", but not "said parents want it."."""
    if line.at(phrase.stop) == "," and line.at(phrase.stop + 1).isdigit() and line.at(phrase.stop + 3) in BE:
        # "Said one man, 36, was ill".
        return False
    noun = line.capital(phrase.head) or line.at(phrase.first) in ARTICLES or phrase.stop - phrase.first == 1
    return noun and line.at(phrase.stop) in ("", ".", ",")


def may_invert(cue: Cue) -> bool:
    """Return whether the source may stand behind: a quotation or a comma right before "said Kent"."""
    before = cue.line.at(cue.at - 1)
    return (
        cue.reading.form in (Form.PAST, Form.PRESENT)
        and cue.reading.frame in TRAILING
        and cue.group == cue.at > 1
        and (before in CLOSERS or before == "," or cue.line.quoted[cue.at - 1])
    )
