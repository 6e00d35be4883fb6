"""Whether a phrase of a sentence names somebody who can speak, and about which noun it is."""

from __future__ import annotations

from compare.model import SourceType
from compare.text.en import word_set
from compare.text.senses import base_form, commonness
from compare.text.speech.line import Phrase, SpeechLine, is_number, is_time
from compare.text.speech.speakers import COUNTING, can_speak, is_body, is_body_name, is_person, source_type
from compare.text.syntax import is_auxiliary, is_finite_past, is_past, verb_at

PREPOSITIONS = word_set("speech.phrases.prepositions")
ARTICLES = word_set("speech.phrases.articles")
_BEHIND_NOUN = word_set("speech.phrases.behind_noun")
# First name and surname.
NAME = 2
_NOBODY = frozenset("nobody none".split())
# What follows these is a verb's object: "officers used a baton".
_OBJECTS = frozenset("a an the his her its their many some several most".split())
_RELATED = frozenset("who which that whose , (".split())


def phrase_at(line: SpeechLine, first: int, stop: int, names: frozenset[str]) -> Phrase | None:
    """Return the phrase of exactly these tokens, None where its head cannot speak."""
    while first < stop and not line.is_word(first):
        first += 1
    while (
        stop - 2 > first and is_time(line.at(stop - 1)) and line.at(stop - 2) in ("on", "in", "late", "early")
    ):
        stop -= 2
    if (
        first >= stop
        or line.at(stop - 1) == "to"
        or ((is_auxiliary(line.at(first)) or line.at(first) in ("be", "been")) and not line.capital(first))
    ):
        return None
    if _is_share(line, stop - 1) and (line.at(stop - 1) != "%" or stop - first == 2):
        return Phrase(first=first, stop=stop, head=stop - 1, type=SourceType.UNNAMED)
    head = _before_modifiers(line, first, stop, names)
    share = line.at(head) == "%" or line.at(head).isdigit()
    if head + 1 < stop and line.at(head + 1) == "of" and (share or line.at(head) in COUNTING):
        return _counted(line, first, stop, head, names)
    if _ends_in_name(line, head, stop):
        # "The chief of staff Ann Orr".
        head = stop - 1
    while head > first and (not line.is_word(head) or line.at(head) in _BEHIND_NOUN):
        head -= 1
    nobody = line.at(head) in _NOBODY or (
        line.at(head) == "one" and (line.at(head - 1) == "no" or is_auxiliary(line.at(head + 1)))
    )
    if nobody or _has_clause(line, first, stop):
        return None
    if not can_speak(line, head, names):
        # "The website Harbourwatch", "sources close": what stands before may speak.
        known = line.capital(head) or commonness(base_form(line.at(head))) > 0
        if head == first or known or not is_body(line.at(head - 1)):
            return None
        head -= 1
    return Phrase(first=first, stop=stop, head=head, type=source_type(line, first, head, stop))


def _has_clause(line: SpeechLine, first: int, stop: int) -> bool:
    """Return whether a verb with its object stands in a phrase: "officers used force", "Orr to go"."""
    for k in range(first, stop):
        word, after = line.at(k), k + 1
        if line.capital(k) or line.quoted[k]:
            continue
        if k > first and verb_at(line.lower, k):
            return True
        if is_past(word) and after < stop and (line.at(after) in _OBJECTS or is_finite_past(word)):
            return True
        named = k - 1 > first and line.capital(k - 1) and not is_person(line.at(k - 1))
        if named and is_past(word) and line.capital(after) and after < stop and not is_time(line.at(after)):
            return True
        if (
            named
            and word == "to"
            and after < stop
            and not line.capital(after)
            and line.at(after) not in ARTICLES
        ):
            return True
    return False


def _is_share(line: SpeechLine, last: int) -> bool:
    """Return whether a phrase ends in a share: "about four in ten"."""
    if line.at(last) == "%":
        return line.at(last - 1)[:1].isdigit()
    return line.at(last - 1) in ("in", "of") and is_number(line.at(last)) and is_number(line.at(last - 2))


def _before_modifiers(line: SpeechLine, first: int, stop: int, names: frozenset[str]) -> int:
    """Return where the noun before a preposition, relative or participle stands, else the last word."""
    for at in range(first + 1, stop):
        word = line.at(at)
        if word in ("in", "of") and is_number(line.at(at - 1)) and is_number(line.at(at + 1)):
            # "Eight in 10 residents".
            continue
        if (
            word in PREPOSITIONS
            or word in _RELATED
            or (
                word.endswith("ed")
                and not line.capital(at)
                and line.at(at - 1) not in ("one", "another")
                and can_speak(line, at - 1, names)
            )
        ):
            return at - 1
    return stop - 1


def _counted(line: SpeechLine, first: int, stop: int, head: int, names: frozenset[str]) -> Phrase | None:
    """Return the phrase of those who are counted: "dozens of residents", "some of them"."""
    if line.at(head + 2) in ("them", "those", "these"):
        return Phrase(first=first, stop=stop, head=head, type=SourceType.UNNAMED)
    rest = phrase_at(line, head + 2, stop, names)
    if rest is None:
        return None
    unnamed = is_person(line.at(rest.head)) or line.at(head) == "members"
    type_ = SourceType.UNNAMED if unnamed else rest.type
    return Phrase(first=first, stop=stop, head=rest.head, type=type_)


def _ends_in_name(line: SpeechLine, head: int, stop: int) -> bool:
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
    in_body = stop - first > NAME and is_body_name(line.words[first])
    return is_person(line.at(head)) and (
        in_body or (first == head + 3 and not line.capital(head + 2) and line.at(head + 2) not in ARTICLES)
    )
