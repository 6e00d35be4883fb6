"""Who can speak: the words for persons, bodies and documents, and what sort of source a phrase names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from compare.model import SourceType
from compare.text.countries import country
from compare.text.en import word_list, word_set
from compare.text.inflection import Part, forms
from compare.text.senses import base_form, commonness, entry
from compare.text.speech.line import SpeechLine
from compare.text.syntax import PRONOUNS
from compare.text.words import FUNCTION_WORDS

_VAGUE = frozenset("it one another".split())
_NO_SOURCE = word_set("speech.speakers.no_source")
# "Theresa May said", "Will wrote".
_NAMES_TOO = frozenset("may will".split())
_PERSON_ENDINGS = tuple(word_list("speech.speakers.person_endings"))
# "A group of doctors", "dozens of residents": whoever stands behind "of" speaks.
COUNTING = word_set("speech.speakers.counting")
_NEVER_NAMES = FUNCTION_WORDS | COUNTING | word_set("speech.speakers.never_names")
_TITLE_CASE_COMMON = 0.2
# "Prof. Kent" and "Dr. Kent" are named for what they know.
_LEARNED = frozenset(("prof", "dr"))
# Only people do these: "Jolly said" names somebody, "Growth suggests" does not.
_SPOKEN = frozenset("said told wrote added believes thinks replied explained warned argued tweeted".split())


@cache
def _with_plurals(name: str) -> frozenset[str]:
    nouns = word_list(name)
    found = list(nouns)
    for noun in nouns:
        if noun.endswith("sis"):
            found.append(noun[:-2] + "es")
        elif noun.endswith("man"):
            found.append(noun[:-2] + "en")
        else:
            found.append(forms(noun, Part.NOUN)[-1])
    return frozenset(found)


def is_expert(word: str) -> bool:
    """Return whether a lower-case noun names somebody for what they know."""
    return word in _with_plurals("speech.speakers.experts")


def is_person(word: str) -> bool:
    """Return whether a lower-case noun or pronoun names people.

    >>> is_person("spokeswoman"), is_person("exports")
    (True, False)
    """
    return (
        word in _with_plurals("speech.speakers.persons")
        or word in word_set("speech.speakers.people")
        or word in _with_plurals("speech.speakers.experts")
        or word in PRONOUNS
        or (
            word.endswith(_PERSON_ENDINGS)
            and (word.endswith(("year-old", "year-olds")) or entry(base_form(word)) is not None)
        )
    )


def is_body(word: str) -> bool:
    """Return whether a lower-case noun names a body of people or a document."""
    return word in _with_plurals("speech.speakers.bodies") or is_document(word)


def is_body_name(written: str) -> bool:
    """Return whether a word with a capital makes a body of a name: "Board", "House"."""
    return written in word_set("speech.speakers.body_names")


def is_document(word: str) -> bool:
    """Return whether a lower-case noun names something written, filmed or counted."""
    return word in _with_plurals("speech.speakers.documents")


def can_speak(line: SpeechLine, head: int, names: frozenset[str]) -> bool:
    """Return whether the word there may be a source; `names` are the text's words with a capital for good."""
    word = line.at(head)
    if not line.is_word(head) or word.endswith(("'s", "s'", "-led", "-backed", "-based")):
        return False
    if is_person(word) or is_body(word) or word in _VAGUE:
        return True
    if line.capital(head) and word in _NAMES_TOO and (line.capital(head - 1) or line.words[head] in names):
        return line.at(head - 1) not in ("in", "of", "on", "last", "this")
    if not line.capital(head) or word in _NO_SOURCE or word in FUNCTION_WORDS:
        return False
    written = line.words[head]
    if country(written) or written in word_set("speech.speakers.body_names"):
        return True
    if (head == 0 and written not in names) or line.headline:
        if line.at(head + 1) in _SPOKEN and not written.endswith("s"):
            return True
        # "Growth suggests", "Rising Prices Show": a common word with a capital for its place alone.
        return written in names or commonness(base_form(word)) < _TITLE_CASE_COMMON
    return written[0].isalpha()


def source_type(line: SpeechLine, first: int, head: int, stop: int) -> SourceType:
    """Return what sort of source the phrase from token `first` to `stop` with this head is."""
    inside = range(first, stop)
    word, capital = line.at(head), line.capital(head)
    expert = any(_is_learned(line.at(k)) for k in inside)
    somebody = SourceType.EXPERT if expert else SourceType.PERSON
    named = _names_in(line, first, head, stop)
    titled = _has_title(line, first, head)
    # "The Associated Press", but "press officers".
    body = capital and is_body_name(line.words[head]) and line.capital(head - 1) and head > first
    body = body and (word.endswith("ss") or not _is_plural(word))
    camp = (is_body(word) or (body and not titled)) and not (capital and titled)
    if camp or word == "it" or "which" in line.lower[head + 1 : stop]:
        return SourceType.INSTITUTION
    if is_person(word) and (head == 0 or _is_plural(word) or not capital):
        return somebody if _is_named(line, head, named) else SourceType.UNNAMED
    if is_person(word) and (word in PRONOUNS or not named):
        return SourceType.UNNAMED
    return _type_of_name(line, first, head, stop, somebody=somebody, titled=titled)


def _type_of_name(
    line: SpeechLine, first: int, head: int, stop: int, *, somebody: SourceType, titled: bool
) -> SourceType:
    """Return what sort of source a name is: `somebody` where it is no body's and no country's."""
    word, capital, inside = line.at(head), line.capital(head), range(first, stop)
    if capital and is_body_name(line.words[head]) and head > first:
        # "The Justice Department", "the Associated Press".
        return SourceType.INSTITUTION
    if country(line.words[head]):
        counted = _is_plural(word) and line.at(first) in COUNTING
        return SourceType.UNNAMED if counted else SourceType.INSTITUTION
    one = titled or somebody is SourceType.EXPERT
    if not one and any(_makes_a_body(line.words[k]) for k in _names_in(line, first, head, stop)):
        return SourceType.INSTITUTION
    if is_person(word) and line.at(first) in ("the", "a", "an") and head == stop - 1:
        # "The Ohio Democrat".
        return SourceType.UNNAMED
    role = titled or _has_owner(line, first, head) or any(is_person(line.at(k)) for k in inside)
    return SourceType.INSTITUTION if line.at(first) == "the" and not role else somebody


def _names_in(line: SpeechLine, first: int, head: int, stop: int) -> list[int]:
    """Return the words of a phrase that are names by their capital, and no roles or numbers."""
    capitals = (
        k for k in range(first, stop) if line.capital(k) and (k > 0 or k == head or line.capital(k + 1))
    )
    return [k for k in capitals if not is_person(line.at(k)) and line.at(k) not in _NEVER_NAMES]


def _is_named(line: SpeechLine, head: int, named: Sequence[int]) -> bool:
    """Return whether a comma joins a name to a role: "an official, Ann Orr", but "the mayor of Rome"."""
    # "Analyst Hanna Voss" has another head.
    behind = line.at(head + 1) == "," and any(k > head for k in named)
    return behind or (line.at(head - 1) == "," and any(k < head for k in named))


def _is_learned(word: str) -> bool:
    return is_expert(word) or word.rstrip(".") in _LEARNED


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word not in PRONOUNS


def _makes_a_body(written: str) -> bool:
    return is_body_name(written) or (written.isupper() and len(written) > 1)


def _has_owner(line: SpeechLine, first: int, head: int) -> bool:
    """Return whether a name stands behind its body's possessive: "the board's Ann Orr"."""
    owners = [
        k
        for k in range(first, head)
        if line.at(k).endswith("'s") and (k < head - 1 or _makes_a_body(line.words[k][:-2]))
    ]
    return bool(owners) and all(line.capital(k) for k in range(owners[-1] + 1, head + 1))


def _has_title(line: SpeechLine, first: int, head: int) -> bool:
    """Return whether a role stands before a name: "House Speaker Ann Orr", "Sen. Orr"."""
    return any(is_person(line.at(k)) or line.at(k).endswith(".") for k in range(first, head))


def names_body(words: Sequence[str]) -> bool:
    """Return whether the words of a name make it a body's: "Harbour Board", "BBC"."""
    return any(is_body_name(word) or (word.isupper() and len(word.replace(".", "")) > 1) for word in words)
