"""The phrase that names a source, before or behind a reporting word."""

from __future__ import annotations

from dataclasses import dataclass

from compare.language.reporting import reporting
from compare.language.speakers import (
    COUNTING,
    PRONOUNS,
    can_speak,
    is_body,
    is_expert,
    is_person,
    source_type,
)
from compare.language.speech_words import CLOSERS, STOPS, Line
from compare.language.verbs import AUXILIARIES, verb_at
from compare.model import SourceType

_PREPOSITIONS = frozenset(
    """of in on at by for from with to into over under about against between during without within across toward
    towards around near up per including like inside outside amid among""".split()
)
# What joins a clause to the one before it: a subject does not reach back beyond.
_BOUNDARIES = frozenset(
    """that because but while although though as when where if whether after before since until unless so than
    which who whom whose yet or nor then however""".split()
)
_ADVERBS = frozenset(
    """also then later now still just even never once often again further not always already only both first
    thus therefore soon simply instead previously n't too ever here far perhaps maybe
    today yesterday all well""".split()
)
# Between subject and verb: "made certain to highlight", "went on to say", "was quick to add".
_CHAIN = frozenset(
    """made make makes certain sure clear went go goes on to seek seeks sought tried tries try began begun begins begin
    continued continues used quick careful came come wants wanted took takes care able keen eager happy
    proceeded ready""".split()
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later last week month year
    night morning afternoon evening january february march april may june july august september october november
    december tonight this ago recently""".split()
)
_ARTICLES = frozenset(
    "the a an his her its their our my some many several most other another these those this one two".split()
)
_BEFORE_TO = frozenset("close privy loyal opposed key".split())
_BEHIND_NOUN = _BEFORE_TO | frozenset(
    "familiar himself herself itself themselves each both all alike critical present".split()
)
_JOINED = frozenset("of for at from by with in".split())
# A subject with its apposition is rarely longer.
_LONGEST, _APPOSITION = 14, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The tokens of a source: from `first` up to and without `stop`, about the noun `head`."""

    first: int
    stop: int
    head: int
    type: SourceType


def is_adverb(word: str) -> bool:
    """Return whether a lower-case word may stand between subject and verb."""
    return word in _ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "ally", "july", "assembly")
    )


def is_time(word: str) -> bool:
    """Return whether a lower-case word is one that tells the time of speaking."""
    return word in _TIMES


def verb_group(line: Line, verb: int) -> int:
    """Return the index of the first word of the verb's group: "has also" in "has also said".

    A chain that leads to it counts too: "made certain to highlight".
    """
    at = verb
    chained = line.at(verb - 1) == "to"
    while at > 0:
        word = line.at(at - 1)
        if line.quoted[at - 1] or not (
            word in AUXILIARIES
            or is_adverb(word)
            or word in ("have", "be", "been", "being")
            or (chained and word in _CHAIN)
        ):
            break
        at -= 1
    return at


def subject(line: Line, verb_first: int, names: frozenset[str]) -> Phrase | None:
    """Return the source that stands right before a verb's group, None where none can speak."""
    last = verb_first - 1
    if last < 0 or line.quoted[last]:
        return None
    if line.at(last) in (",", "–", "—", "--"):
        return _before_apposition(line, last, names)
    return _phrase_before(line, last, names)


def _before_apposition(line: Line, comma: int, names: frozenset[str]) -> Phrase | None:
    """Return the source with an apposition: "Ann Orr, the mayor," before "said"."""
    at = comma - 1
    while at > max(0, comma - _APPOSITION):
        if line.quoted[at]:
            return None
        if line.at(at) == line.at(comma):
            found = _phrase_before(line, at - 1, names)
            inside = _phrase_at(line, at + 1, comma, names)
            if found is None or line.at(found.head) in PRONOUNS:
                return None
            type_ = source_type(line, found.first, found.head, found.stop)
            if (
                inside is not None
                and type_ is SourceType.UNNAMED
                and inside.type in (SourceType.PERSON, SourceType.EXPERT)
            ):
                return Phrase(
                    first=found.first,
                    stop=comma,
                    head=inside.head,
                    type=SourceType.EXPERT if _expert(line, found.first, comma) else inside.type,
                )
            if type_ is SourceType.PERSON and _expert(line, at, comma):
                type_ = SourceType.EXPERT
            return Phrase(first=found.first, stop=comma, head=found.head, type=type_)
        if line.at(at) in STOPS or line.at(at) in CLOSERS:
            return None
        at -= 1
    return None


def main_subject(line: Line, names: frozenset[str]) -> Phrase | None:
    """Return the source that a sentence begins with, behind an adverbial that a comma closes."""
    first = 0
    if (
        line.at(0) in _PREPOSITIONS | _TIMES | _BOUNDARIES
        or is_adverb(line.at(0))
        or line.at(0).endswith(("ing", "ed"))
    ):
        first = next((k + 1 for k in range(min(len(line), _LONGEST)) if line.at(k) == ","), 0)
        if first == 0:
            return None
    found = phrase_after(line, first, names)
    return found if found and not line.quoted[found.first] else None


def _expert(line: Line, first: int, stop: int) -> bool:
    return any(is_expert(line.at(k)) for k in range(first, stop))


def _phrase_before(line: Line, last: int, names: frozenset[str]) -> Phrase | None:
    if last < 0 or line.quoted[last]:
        return None
    word = line.at(last)
    if word in PRONOUNS or word == "it":
        return Phrase(first=last, stop=last + 1, head=last, type=source_type(line, last, last, last + 1))
    first = last + 1
    while first > max(0, last - _LONGEST):
        at = first - 1
        word = line.at(at)
        if word == ")":
            opening = at
            while opening > max(0, at - 8) and line.at(opening) != "(":
                opening -= 1
            if line.at(opening) != "(":
                break
            first = opening
            continue
        if line.quoted[at] or not (line.is_word(at) or (word == "." and first <= last)):
            break
        if (
            word in _BOUNDARIES
            or (word in AUXILIARIES and word not in ("can", "will", "may"))
            or word in ("he", "she", "they", "we", "i")
        ):
            break
        if word == "and" and not _joins(line, at, names):
            break
        if at > 0 and reporting(word) and not line.capital(at) and not _as_noun(line, at):
            break
        if word == "to" and not (is_person(line.at(at - 1)) or line.at(at - 1) in _BEFORE_TO):
            return None
        first = at
    first = _without_adverbial(line, first, last)
    return _phrase_at(line, first, last + 1, names) if first <= last else None


def _as_noun(line: Line, at: int) -> bool:
    """Return whether a word that may report is a noun there: "the report", "his claim"."""
    word = line.at(at)
    return line.at(at - 1) in _ARTICLES or line.at(at - 1).endswith("'s") or is_person(word) or is_body(word)


def _joins(line: Line, at: int, names: frozenset[str]) -> bool:
    """Return whether "and" joins two sources rather than two clauses."""
    after = line.at(at + 1)
    return at > 0 and can_speak(line, at - 1, names) and after not in PRONOUNS and not reporting(after)


def _without_adverbial(line: Line, first: int, last: int) -> int:
    """Return where the subject begins behind "On Monday" or "Last week" without a comma."""
    while first < last and (
        line.at(first) in _TIMES or is_adverb(line.at(first)) or line.at(first) in ("and", "-")
    ):
        if line.at(first) == "this" and line.at(first + 1) not in _TIMES:
            break
        first += 1
    if line.at(first) in _PREPOSITIONS:
        articles = [
            k
            for k in range(first + 2, last)
            if line.at(k) in _ARTICLES and line.at(k - 1) not in _PREPOSITIONS
        ]
        if articles:
            return articles[-1]
        at = first + 1
        while at < last and (line.at(at) in _TIMES or line.at(at)[:1].isdigit()):
            at += 1
        return at if at > first + 1 else last if line.capital(last) else last + 1
    return first


def _phrase_at(line: Line, first: int, stop: int, names: frozenset[str]) -> Phrase | None:
    """Return the phrase of exactly these tokens, None where its head cannot speak."""
    while first < stop and not line.is_word(first):
        first += 1
    if first >= stop:
        return None
    head = stop - 1
    for at in range(first + 1, stop):
        word = line.at(at)
        if (
            word in _PREPOSITIONS
            or word in ("who", "which", "that", ",", "(", "whose")
            or (word.endswith("ed") and not line.capital(at) and can_speak(line, at - 1, names))
        ):
            head = at - 1
            if word == "of" and line.at(head) in COUNTING:
                rest = _phrase_at(line, at + 1, stop, names)
                return (
                    Phrase(
                        first=first,
                        stop=stop,
                        head=rest.head,
                        type=SourceType.UNNAMED if is_person(line.at(rest.head)) else rest.type,
                    )
                    if rest
                    else None
                )
            break
    while head > first and (not line.is_word(head) or line.at(head) in _BEHIND_NOUN):
        head -= 1
    if any(verb_at(line.lower, k) and not line.capital(k) for k in range(first + 1, stop)):
        return None
    if not can_speak(line, head, names):
        return None
    return Phrase(first=first, stop=stop, head=head, type=source_type(line, first, head, stop))


def phrase_after(line: Line, first: int, names: frozenset[str]) -> Phrase | None:
    """Return the source that begins at a token: behind "said", "according to", "by"."""
    at = first
    if at < len(line) and line.at(at) in PRONOUNS | {"him", "her", "them"} and not line.quoted[at]:
        return Phrase(first=at, stop=at + 1, head=at, type=SourceType.UNNAMED)
    while at < len(line) and at < first + _LONGEST:
        word = line.at(at)
        if line.quoted[at]:
            break
        if word == "(" and at > first:
            closing = at
            while closing < min(len(line) - 1, at + 8) and line.at(closing) != ")":
                closing += 1
            if line.at(closing) == ")":
                at = closing + 1
                continue
            break
        if not line.is_word(at):
            break
        if at > first and (
            word in _BOUNDARIES or word in AUXILIARIES or word in _TIMES and not line.capital(at - 1)
        ):
            break
        if at > first and word in _TIMES and word not in ("may", "march", "august", "april", "june"):
            break
        if word in _PREPOSITIONS and (
            word not in _JOINED or word == "in" and line.at(at + 1) in ("a", "an", "the", "his", "her")
        ):
            break
        if word == "and" and not can_speak(line, at - 1, names):
            break
        if word.endswith("ing") and at > first and not line.capital(at):
            break
        at += 1
    while at > first and line.at(at - 1) in _PREPOSITIONS | {"and", "the"}:
        at -= 1
    return _phrase_at(line, first, at, names) if at > first else None
