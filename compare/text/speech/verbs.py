"""Where one sentence says that somebody says or thinks something: the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
_NOUN_BEFORE = _ARTICLES | frozenset(
    """no any this such of for in on by with from new other another every each more recent public first last
    initial""".split()
)
# Forms that are as often nouns: a preposition, a verb or the end behind them tells.
_NOUN_TOO = frozenset(
    """attacks protests reports claims charges warnings estimates projects notes states comments remarks
    answers
    calls demands promises pledges fears doubts hopes suspects objects shows labels brands terms questions
    complaints requests presses posts reads forecasts details support
    ruling warning finding showing reading briefing
    blogs tweets values accounts reasons counters objects""".split()
)
_BEHIND_NOUNS = frozenset(
    "like such in on against of from with by at over after between about , .".split()
) | frozenset(("",))
_PLURALS = frozenset(
    """they who people men women police many some most others both few children staff media press data
    crew""".split()
)
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


def _is_noun(line: Line, at: int, reading: Reporting, group: int) -> bool:
    """Return whether a word that may be a verb is a noun or adjective here, or an infinitive of nobody's."""
    before = line.at(at - 1)
    possessive = before.endswith("'s") and not pronoun_of(before)
    if before in _ARTICLES or possessive or (reading.form is Form.PARTICIPLE and group == at):
        return True
    if reading.form in (Form.BASE, Form.PRESENT) and before in _NOUN_BEFORE:
        return True
    if reading.form is Form.PRESENT and before in _QUANTIFIERS:
        return True
    if reading.form in (Form.BASE, Form.PRESENT) and before in _HAVING and line.at(at).endswith("s"):
        return True
    if (
        reading.form is Form.PAST
        and group == at
        and (before in PREPOSITIONS | _THESE or _is_gerund(line, at - 1))
    ):
        # "In disputed waters".
        return True
    after = line.at(at + 1)
    if is_person(line.at(at)) and (verb_at(line.lower, at + 1) or reporting(after) or after in PREPOSITIONS):
        # "Its advocates feared".
        return True
    if reading.lemma == "call" and not reading.rest and after in _CALLED_AWAY:
        # "Called up to the stage".
        return True
    if (
        line.at(at) in _NOUN_TOO
        and not reading.rest
        and (
            after in _BEHIND_NOUNS
            or verb_at(line.lower, at + 1)
            or (after.endswith("s") and after in _NOUN_TOO and line.at(at + 2) in ("for", "to"))
        )
    ):
        return True
    return reading.form is Form.BASE and before == "to" and line.at(group) == "to"


def _is_gerund(line: Line, at: int) -> bool:
    word = line.at(at)
    return len(word) > 5 and word.endswith("ing") and not line.capital(at) and not is_body(word)


def _is_unsaid(between: set[str], reading: Reporting) -> bool:
    """Return whether the verb's group says that nothing was said: "has not endorsed", "might say"."""
    if reading.frame in (Frame.THINKS, Frame.SHOWS):
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
    if between & _BE and readings[0].form is not Form.ING:
        yield from _passive(line, at, readings, names, group)
        return
    reading = next((r for r in readings if line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest)), None)
    meant = _who_means(line, at, reading, names) if reading else None
    if (
        reading is None
        or _is_unsaid(between, reading)
        or (meant is None and _is_noun(line, at, reading, group))
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
    if source is None or (bare and not _is_plural(line, source)):
        return
    if group == at and not inverted and _names_a_thing(line, at, source):
        return
    if reading.form is Form.PAST and not inverted and _is_reduced(line, cue[1], reading, source):
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
    if reading.form is Form.ING and not between & _BE:
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
        if line.at(at) in _NOUN_TOO:
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
        if _is_plain_auxiliary(line.at(said[0])) and line.at(source.first - 1) not in _RELATIVES:
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
