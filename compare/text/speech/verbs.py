"""Where one sentence says that somebody says or thinks something: the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.text.en import word_set
from compare.text.speech.content import behind, ends_report, has_verb, leading, to_comma, trimmed, until_end
from compare.text.speech.line import CLOSERS, Hit, Line, Phrase
from compare.text.speech.nouns import according, adverb, noun, passive
from compare.text.speech.reporting import (
    Form,
    Frame,
    Reporting,
    agentless,
    hearsay,
    reporting,
    reporting_noun,
)
from compare.text.speech.sources import ARTICLES, PREPOSITIONS, main_subject, phrase_after, subject
from compare.text.speech.speakers import is_body, is_document, is_person
from compare.text.syntax import BE, PRONOUNS, is_auxiliary, is_past, pronoun_of, verb_at, verb_group

_ARTICLES = frozenset("the a an his her its their our my".split())
_NOUN_BEFORE = _ARTICLES | word_set("speech.verbs.noun_before")
# Forms that are as often nouns: a preposition, a verb or the end behind them tells.
_NOUN_TOO = word_set("speech.verbs.noun_too")
_BEHIND_NOUNS = word_set("speech.verbs.behind_nouns") | frozenset(("",))
_PLURALS = word_set("speech.verbs.plurals")
_QUANTIFIERS = frozenset("many some most few several these those both".split())
_COUNTS = _QUANTIFIERS | frozenset(
    "number percent dozens scores hundreds thousands three-fourths two-thirds".split()
)
_COMPOUNDS = frozenset("call charge claim report attack protest project estimate rule".split())
# What was not said, or only might be, is nobody's statement.
_POSSIBLE = frozenset("can could might may must should".split())
_HELD = frozenset("support oppose back endorse".split())
_THESE = frozenset("those these all".split())
_CALLED_AWAY = frozenset("up out off in back home forth away".split())
_HAVING = frozenset("have has had having".split())
_UNSAID = frozenset("not never cannot could might should can may must would hardly".split())
_RELATIVES = frozenset("that which whom who what".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A word that may report, where its verb group begins and what was reported before it."""

    line: Line
    names: frozenset[str]
    before: Sequence[Hit]
    group: int
    at: int
    reading: Reporting
    going_on: bool
    """A form of be stands in the group: "is saying"."""

    @property
    def stop(self) -> int:
        """The index behind the verb and the words that belong to it: "pointed out"."""
        return self.at + 1 + len(self.reading.rest)


def _is_noun(cue: _Cue) -> bool:
    """Return whether a word that may be a verb is a noun or adjective here, or an infinitive of nobody's."""
    line, at = cue.line, cue.at
    to_it = cue.reading.form is Form.BASE and line.at(at - 1) == "to" and line.at(cue.group) == "to"
    return to_it or _is_noun_behind(cue) or _is_noun_before(line, at, cue.reading)


def _is_noun_behind(cue: _Cue) -> bool:
    """Return whether the word before makes it a noun or adjective: "his claim", "in disputed waters"."""
    line, at, form = cue.line, cue.at, cue.reading.form
    before, alone = line.at(at - 1), cue.group == cue.at
    possessive = before.endswith("'s") and not pronoun_of(before)
    # "A spokesman for her said".
    whose = before == "her" and form is Form.PAST and line.at(at - 2) in PREPOSITIONS
    if (before in _ARTICLES and not whose) or possessive or (form is Form.PARTICIPLE and alone):
        return True
    if form is Form.PAST:
        return alone and (before in PREPOSITIONS | _THESE or _is_gerund(line, at - 1))
    if form not in (Form.BASE, Form.PRESENT):
        return False
    return (
        before in _NOUN_BEFORE
        or (form is Form.PRESENT and before in _QUANTIFIERS)
        or (before in _HAVING and line.at(at).endswith("s"))
    )


def _is_noun_before(line: Line, at: int, reading: Reporting) -> bool:
    """Return whether the word behind makes it a noun, or no report: "its advocates feared", "called up"."""
    after = line.at(at + 1)
    verb = verb_at(line.lower, at + 1)
    if is_person(line.at(at)) and (verb or reporting(after) or after in PREPOSITIONS):
        return True
    if reading.rest:
        return False
    if (reading.lemma == "call" and after in _CALLED_AWAY) or (
        reading.lemma == "back" and after in PREPOSITIONS | _BEHIND_NOUNS
    ):
        return True
    if reading.form is Form.PRESENT and _opens_clause_soon(line, at) and line.capital(at - 1):
        # "Orr reports from the pier that it is closed".
        return False
    another = after.endswith("s") and after in _NOUN_TOO and line.at(at + 2) in ("for", "to")
    return line.at(at) in _NOUN_TOO and (after in _BEHIND_NOUNS or verb or another)


def _opens_clause_soon(line: Line, at: int) -> bool:
    """Return whether "that" follows an adverbial behind a verb: "reports from the pier that"."""
    near = range(at + 2, min(len(line), at + _MEANS_REACH))
    return any(line.at(k) == "that" and all(line.is_word(j) for j in range(at, k)) for k in near)


def _is_gerund(line: Line, at: int) -> bool:
    word = line.at(at)
    return len(word) > 5 and word.endswith("ing") and not line.capital(at) and not is_body(word)


def _is_unsaid(between: set[str], reading: Reporting) -> bool:
    """Return whether the verb's group says that nothing was said: "has not endorsed", "might say"."""
    if reading.frame is Frame.THINKS or (reading.frame is Frame.SHOWS and reading.lemma not in _SHOWN):
        return bool(between & _POSSIBLE)
    if reading.lemma in _HELD:
        # "Would support it" tells what somebody thinks of it.
        between = between - {"would"}
    return bool(between & _UNSAID) or any(word.endswith("n't") for word in between)


def _is_plural(line: Line, source: Phrase) -> bool:
    """Return whether a source names many, so that a verb's base form may follow: "two in five say"."""
    head = line.at(source.head)
    if head.isdigit() or {line.at(source.first), line.at(source.first + 1)} & _COUNTS:
        return True
    return (
        head in _PLURALS
        or (head.endswith("s") and not head.endswith("ss"))
        or head.endswith(("men", "people"))
        or line.at(source.first) in ("some", "many", "most", "few", "both")
        or any(line.at(k) == "and" for k in range(source.first, source.stop))
    )


def _is_reduced(line: Line, stop: int, reading: Reporting, source: Phrase) -> bool:
    """Return whether a past form is a participle behind its noun: "a man accused of", "a plan backed by"."""
    after = line.at(stop)
    if after == "by":
        return True
    if source.first > 1 and line.at(source.first - 1) in _RELATIVES:
        # "Growth that analysts attributed to mediators".
        return False
    if reading.frame in (Frame.JUDGES, Frame.URGES, Frame.LABELS) and not reading.rest:
        return after in ("of", "to", "as", "in", "with", "at", "on", "from")
    return False


def _names_a_thing(line: Line, at: int, source: Phrase) -> bool:
    """Return whether a word as "charges" is a noun with others: "corruption charges", "police reports"."""
    if line.at(at).rstrip("s") not in _COMPOUNDS:
        return False
    head = line.at(source.head)
    bare = source.first == source.head and not line.capital(source.head) and head not in PRONOUNS
    return source.head != at - 1 or (bare and not head.endswith("s"))


_BE = BE | frozenset("isn't aren't wasn't weren't 's 're".split())
_SUBORDINATORS = word_set("speech.verbs.subordinators")
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
# No sentence of news has so many words; a list or a table has, and looking all through it takes square time.
_LONGEST = 500
_HEARER = 8
_PURPOSES = frozenset((Frame.SAYS, Frame.TELLS, Frame.JUDGES, Frame.URGES))
_MEANS = frozenset("used uses took takes went held convened appeared turned taking using".split())
_SHOWN = frozenset(
    "prove show demonstrate suggest indicate imply reveal underscore underline highlight signal".split()
)
_MODIFYING = frozenset("defend discuss support oppose back list welcome attack see know".split())
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
    if between & _BE and readings[0].form is not Form.ING:
        yield from _passive(line, at, readings, names, group)
        return
    reading = next((r for r in readings if line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest)), None)
    if reading is None or _is_unsaid(between, reading):
        return
    cue = _Cue(
        line=line,
        names=names,
        before=before,
        group=group,
        at=at,
        reading=reading,
        going_on=bool(between & _BE),
    )
    found = _who_says(cue)
    if found is None:
        return
    source, inverted = found
    if _is_no_report(cue, source, inverted=inverted):
        return
    for piece in _pieces(cue, source, inverted=inverted):
        yield Hit(
            source=source, cue=(group, cue.stop), content=piece, cue_class=reading.cue_class, rule=_RULE
        )


def _who_says(cue: _Cue) -> tuple[Phrase, bool] | None:
    """Return the source and whether it stands behind its verb, None where nobody says anything."""
    line, at = cue.line, cue.at
    meant = _who_means(cue)
    if meant is None and _is_noun(cue):
        return None
    behind_it = phrase_after(line, cue.stop, cue.names) if _may_invert(cue) else None
    closed = behind_it and line.at(at - 1) == "," and _closes(line, behind_it)
    before = meant if closed or meant else _source(cue)
    source = before or behind_it
    bare = cue.reading.form is Form.BASE and cue.group == at and meant is None
    if source is None or (bare and not _is_plural(line, source)):
        return None
    return source, before is None


def _is_no_report(cue: _Cue, source: Phrase, *, inverted: bool) -> bool:
    """Return whether source and verb tell no words: "it proves", "corruption charges", "a man accused"."""
    line, reading = cue.line, cue.reading
    if line.at(source.head) == "it" and reading.lemma in _SHOWN:
        return True
    if reading.lemma == "plead" and not line.quoted[cue.at + 1 : cue.at + 2] == [True]:
        if line.at(cue.at + 1) not in ("that", "for"):
            return True
    if reading.form is Form.ING and not cue.going_on and reading.lemma in _MODIFYING and not inverted:
        # "Lawyers defending the act", "senators discussing roads": who they are, no words of theirs.
        if line.is_word(cue.group - 1) and line.at(cue.group - 1) not in _PARTICIPLE_JOINTS:
            return True
    if inverted:
        return False
    if cue.group == cue.at and _names_a_thing(cue.line, cue.at, source):
        return True
    return cue.reading.form is Form.PAST and _is_reduced(cue.line, cue.stop, cue.reading, source)


def _source(cue: _Cue) -> Phrase | None:
    """Return who stands before the verb, or who spoke last where the verb has no subject of its own."""
    if cue.reading.form is Form.ING and not cue.going_on:
        return _source_of_participle(cue)
    line, group = cue.line, cue.group
    found = subject(line, group, cue.names)
    if found is None and line.at(group) in _FLOATING:
        # "On tax, both oppose": no adverb but the subject.
        found = subject(line, group + 1, cue.names)
    joined = cue.reading.form is not Form.BASE and line.at(group - 1) in ("and", "but", "then")
    return _source_of_joined(cue) if found is None and joined else found


def _source_of_participle(cue: _Cue) -> Phrase | None:
    """Return who speaks with "saying": the clause's subject, or who stands right before."""
    line, group, names = cue.line, cue.group, cue.names
    joint = line.at(group - 1)
    if joint == "by" and (nearest := subject(line, verb_group(line, group - 2), names)):
        # "He began by saying".
        return nearest
    if joint in _PARTICIPLE_JOINTS or group == 0:
        return _top_source(cue) or main_subject(line, names, before=group)
    if joint in _GOING_ON:
        return subject(line, verb_group(line, group - 1), names)
    # "A petition calling for", "with the mayor saying": who speaks stands right before.
    found = subject(line, group, names) if joint not in _NO_SUBJECTS else None
    if found and found.stop == group and not is_past(line.at(found.first)):
        return found
    # "Have released statements deploring": whoever released them.
    return main_subject(line, names) if is_document(joint) else None


def _top_source(cue: _Cue) -> Phrase | None:
    """Return who spoke last in the main clause, not in what was said nor in a relative clause."""
    for hit in reversed(cue.before):
        if hit.source is None or cue.line.at(hit.source.head) == "who":
            continue
        place = hit.source.first
        if not any(o is not hit and o.content[0] <= place < o.content[1] for o in cue.before):
            return hit.source
    return None


def _source_of_joined(cue: _Cue) -> Phrase | None:
    """Return who speaks with a second verb: "Kent agreed and added"."""
    line, group = cue.line, cue.group
    if cue.before:
        return cue.before[-1].source
    if line.at(cue.at) in _NOUN_TOO:
        return None
    clause = next((k for k in range(group - 1, 0, -1) if line.at(k) in _CLAUSE_MARKS), 0)
    # "Protesters, who marched and called for": the relative clause goes on.
    who = line.at(clause) == "who"
    found = subject(line, clause + 1, cue.names) if who else main_subject(line, cue.names)
    return found if found and found.stop < group else None


def _who_means(cue: _Cue) -> Phrase | None:
    """Return who uses something in order to say: "Kent used the visit to warn", "she went on air to deny"."""
    line, at, reading = cue.line, cue.at, cue.reading
    if reading.form is not Form.BASE or line.at(at - 1) != "to" or reading.frame not in _PURPOSES:
        return None
    for k in range(at - 3, max(0, at - 2 - _MEANS_REACH), -1):
        if not line.is_word(k) or line.quoted[k] or line.at(k) == "to":
            return None
        if line.at(k) in _MEANS:
            return subject(line, verb_group(line, k), cue.names)
    return None


def _closes(line: Line, phrase: Phrase) -> bool:
    """Return whether a report ends with its source: "said Kent.", but not "said parents want it."."""
    noun = line.capital(phrase.head) or line.at(phrase.first) in ARTICLES or phrase.stop - phrase.first == 1
    return noun and line.at(phrase.stop) in ("", ".", ",")


def _may_invert(cue: _Cue) -> bool:
    """Return whether the source may stand behind: a quotation or a comma right before "said Kent"."""
    before = cue.line.at(cue.at - 1)
    return (
        cue.reading.form in (Form.PAST, Form.PRESENT)
        and cue.reading.frame in _TRAILING
        and cue.group == cue.at > 1
        and (before in CLOSERS or before == "," or cue.line.quoted[cue.at - 1])
    )


def _pieces(cue: _Cue, source: Phrase, *, inverted: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold what is said: behind the cue, before the source, or around both."""
    line, reading = cue.line, cue.reading
    aside = line.at(source.first - 1) == "as" and not inverted
    lead = _lead(cue, cue.group if inverted else source.first - aside)
    ends_quoted = lead is not None and line.quoted[lead[1] - 1]
    said = None if inverted else behind(line, cue.stop, reading, document=is_document(line.at(source.head)))
    if said and ends_quoted and line.at(said[0]) in PREPOSITIONS:
        # "“We lost,” Kent said to applause".
        said = None
    if said is not None:
        if not _is_of_clause(line, source, said):
            yield _narrowed(cue, source, said)
            if lead and ends_quoted:
                yield lead
        return
    yield from _before(cue, source, lead, aside=aside, inverted=inverted)


def _before(
    cue: _Cue, source: Phrase, lead: tuple[int, int] | None, *, aside: bool, inverted: bool
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
        if first is not None and (rest := trimmed(line, first, len(line))):
            yield rest
    elif reading.frame is Frame.SHOWS:
        return
    elif lead[1] - lead[0] >= _SHORTEST_LEAD and has_verb(line, *lead):
        if inverted or ends_report(line, end):
            yield lead
    elif line.at(end) == ",":
        yield from _with_verb(line, trimmed(line, end + 1, len(line)))


def _lead(cue: _Cue, stop: int) -> tuple[int, int] | None:
    """Return what stands before a source and may be its words: “The pier is safe,” before "Kent said"."""
    line, reading = cue.line, cue.reading
    if reading.frame not in _TRAILING or reading.form is Form.ING:
        return None
    lead = leading(line, stop)
    if (
        lead is None
        or reading.frame in (Frame.SAYS, Frame.TELLS)
        or all(line.quoted[k] for k in range(*lead))
    ):
        return lead
    return lead if line.at(cue.stop) in (".", "", ",") and reading.frame is Frame.THINKS else None


def _is_of_clause(line: Line, source: Phrase, said: tuple[int, int]) -> bool:
    """Return whether the cue stands in a clause about something else, whose main verb follows it."""
    # "Everything Kent says is".
    main = _is_plain_auxiliary(line.at(said[0])) and line.at(source.first - 1) not in _RELATIVES
    # "The witnesses who testified included".
    return main or (line.at(source.head) == "who" and is_past(line.at(said[0])))


def _narrowed(cue: _Cue, source: Phrase, said: tuple[int, int]) -> tuple[int, int]:
    """Return what is said in a clause before the main one, which begins at a comma."""
    line = cue.line
    if source.first > 0 and line.at(source.first - 1) in _SUBORDINATORS:
        said = to_comma(line, *said)
    if cue.group < source.first and cue.reading.form is Form.ING:
        # "Announcing that it was late, Kent left".
        said = to_comma(line, *said)
    return said


def _with_verb(line: Line, piece: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    if piece and has_verb(line, *piece):
        yield piece


def _is_plain_auxiliary(word: str) -> bool:
    return is_auxiliary(word) and "'" not in word


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
    if line.capital(at) or not {line.at(k) for k in range(group, at)} & _BE:
        return
    listed = agentless(line.at(at))
    active = next((r for r in readings if r.form in (Form.PAST, Form.PARTICIPLE)), None)
    if listed:
        yield from passive(line, at, listed, names, group)
    elif active and active.frame is Frame.TELLS and line.at(at + 1) == "by":
        yield from passive(line, at, active.cue_class, names, group)
