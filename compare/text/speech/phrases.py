"""The phrase that names a source, before or behind a reporting word."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import SourceType
from compare.text.senses import base_form, commonness
from compare.text.speech.groups import is_number, is_time
from compare.text.speech.line import Line
from compare.text.speech.speakers import (
    COUNTING,
    PRONOUNS,
    can_speak,
    is_body,
    is_body_name,
    is_person,
    source_type,
)
from compare.text.verbs import AUXILIARIES, verb_at

PREPOSITIONS = frozenset(
    """of in on at by for from with to into over under about against between during without within
    across toward
    towards around near up per including like inside outside amid among""".split()
)
# What joins a clause to the one before it: a subject does not reach back beyond.
BOUNDARIES = frozenset(
    """that because but while although though as when where if whether after before since until unless so than
    which who whom whose yet or nor then however how what why""".split()
)
ARTICLES = frozenset(
    "the a an his her its their our my some many several most other another these those this one two".split()
)
_BEFORE_TO = frozenset("close privy loyal opposed key".split())
_BEHIND_NOUN = _BEFORE_TO | frozenset(
    "familiar himself herself itself themselves each both all alike critical present".split()
)
_PARTICIPLES = frozenset("taken made held seen led written done given".split())
# Made once, since a set is asked for at every reporting word.
_NO_SOURCES = BOUNDARIES - {"who"}
_POINTERS = PRONOUNS | {"him", "her", "them"}
_UNENDING = PREPOSITIONS | {"and", "the", "a", "an"}
# First name and surname.
_NAME = 2
_JOINED = frozenset("of for at from by with in".split())
# A subject with its apposition is rarely longer.
_LONGEST, _APPOSITION, _RELATIVE = 14, 28, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The tokens of a source: from `first` up to and without `stop`, about the noun `head`."""

    first: int
    stop: int
    head: int
    type: SourceType


def phrase_at(line: Line, first: int, stop: int, names: frozenset[str]) -> Phrase | None:
    """Return the phrase of exactly these tokens, None where its head cannot speak."""
    while first < stop and not line.is_word(first):
        first += 1
    while (
        stop - 2 > first and is_time(line.at(stop - 1)) and line.at(stop - 2) in ("on", "in", "late", "early")
    ):
        stop -= 2
    if first >= stop:
        return None
    head = stop - 1
    if line.at(head - 1) in ("in", "of") and is_number(line.at(head)) and is_number(line.at(head - 2)):
        # "About four in ten".
        return Phrase(first=first, stop=stop, head=head, type=SourceType.UNNAMED)
    for at in range(first + 1, stop):
        word = line.at(at)
        if (
            word in PREPOSITIONS
            or word in ("who", "which", "that", ",", "(", "whose")
            or (word.endswith("ed") and not line.capital(at) and can_speak(line, at - 1, names))
        ):
            head = at - 1
            if word == "of" and line.at(head) in COUNTING and line.at(at + 1) in ("them", "those", "these"):
                return Phrase(first=first, stop=stop, head=head, type=SourceType.UNNAMED)
            if word == "of" and line.at(head) in COUNTING:
                rest = phrase_at(line, at + 1, stop, names)
                return (
                    Phrase(
                        first=first,
                        stop=stop,
                        head=rest.head,
                        type=SourceType.UNNAMED
                        if is_person(line.at(rest.head)) or line.at(head) == "members"
                        else rest.type,
                    )
                    if rest
                    else None
                )
            break
    if _ends_in_name(line, head, stop):
        # "The chief of staff Ann Orr".
        head = stop - 1
    while head > first and (not line.is_word(head) or line.at(head) in _BEHIND_NOUN):
        head -= 1
    if any(verb_at(line.lower, k) and not line.capital(k) for k in range(first + 1, stop)):
        return None
    if not can_speak(line, head, names):
        # "The website Harbourwatch", "sources close": what stands before may speak.
        known = line.capital(head) or commonness(base_form(line.at(head))) > 0
        if head == first or known or not is_body(line.at(head - 1)):
            return None
        head -= 1
    return Phrase(first=first, stop=stop, head=head, type=source_type(line, first, head, stop))


def _ends_in_name(line: Line, head: int, stop: int) -> bool:
    """Return whether a role with "of" is followed by its bearer's name: "speaker of the House Ann Orr"."""
    if line.at(head + 1) != "of" or not (line.capital(stop - 1) and line.capital(stop - 2)):
        return False
    first = stop - 2
    while first > head + 2 and line.capital(first - 1) and line.is_word(first - 1):
        first -= 1
    roles = (k for k in range(first, stop - 1) if is_person(line.at(k)))
    if next(roles, None) is not None:
        # "Former Department of Health Secretary Ann Orr".
        return True
    in_body = stop - first > _NAME and is_body_name(line.words[first])
    return is_person(line.at(head)) and (
        in_body or (first == head + 3 and not line.capital(head + 2) and line.at(head + 2) not in ARTICLES)
    )


def phrase_after(line: Line, first: int, names: frozenset[str]) -> Phrase | None:
    """Return the source that begins at a token: behind "said", "according to", "by"."""
    at = first
    if line.at(at) in _NO_SOURCES:
        return None
    if at < len(line) and line.at(at) in _POINTERS and not line.quoted[at]:
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
            word in BOUNDARIES or word in AUXILIARIES or (is_time(word) and not line.capital(at - 1))
        ):
            break
        if at > first and is_time(word) and word not in ("may", "march", "august", "april", "june"):
            break
        if word in PREPOSITIONS and (
            word not in _JOINED or (word == "in" and line.at(at + 1) in ("a", "an", "the", "his", "her"))
        ):
            break
        if word == "and" and not can_speak(line, at - 1, names):
            break
        if word.endswith("ing") and "-" not in word and at > first and not line.capital(at):
            break
        at += 1
    while at > first and (
        line.at(at - 1) in _UNENDING
        or (
            at - 1 > first
            and (line.at(at - 1).endswith("ed") or line.at(at - 1) in _PARTICIPLES)
            and not line.capital(at - 1)
        )
    ):
        at -= 1
    return phrase_at(line, first, at, names) if at > first else None
