"""Who can speak: the words for persons, bodies and documents, and what sort of source a phrase names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from compare.model import SourceType
from compare.text.countries import country
from compare.text.senses import base_form, commonness, entry
from compare.text.speech.line import Line
from compare.text.syntax import PRONOUNS
from compare.text.words import FUNCTION_WORDS

_VAGUE = frozenset("it one another".split())
_NO_SOURCE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday tomorrow act bill street war day week month year
    election
    visit deal summit trade growth export exports import imports support""".split()
)
# "Theresa May said", "Will wrote".
_NAMES_TOO = frozenset("may will".split())
_PERSON_ENDINGS = (
    "ist",
    "ists",
    "man",
    "men",
    "woman",
    "women",
    "-old",
    "-olds",
    "goer",
    "goers",
    "maker",
    "makers",
)
# "A group of doctors", "dozens of residents": whoever stands behind "of" speaks.
COUNTING = frozenset(
    """number group majority dozens hundreds thousands scores one some most many few several handful
    percent half
    couple members all both none two three lot lots each any critics kind series pair trio generation
    millions third quarter chorus array host wave average fifth percentage""".split()
)
_NEVER_NAMES = (
    FUNCTION_WORDS
    | COUNTING
    | frozenset(
        """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty several nearly
        about top senior former leading""".split()
    )
)
_TITLE_CASE_COMMON = 0.2
# Only people do these: "Jolly said" names somebody, "Growth suggests" does not.
_SPOKEN = frozenset("said told wrote added believes thinks replied explained warned argued tweeted".split())


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    import tomllib

    table = tomllib.loads(files("compare").joinpath("words", "speakers.toml").read_text(encoding="utf-8"))
    return {
        name: frozenset(words.split() if name in ("people", "body_names") else _with_plurals(words.split()))
        for name, words in table.items()
    }


def _with_plurals(nouns: list[str]) -> list[str]:
    found = list(nouns)
    for noun in nouns:
        if noun.endswith("sis"):
            found.append(noun[:-2] + "es")
        elif noun.endswith("y") and noun[-2] not in "aeiou":
            found.append(noun[:-1] + "ies")
        elif noun.endswith(("s", "sh", "ch", "x")):
            found.append(noun + "es")
        elif noun.endswith("man"):
            found.append(noun[:-2] + "en")
        else:
            found.append(noun + "s")
    return found


def is_expert(word: str) -> bool:
    """Return whether a lower-case noun names somebody for what they know."""
    return word in _lists()["experts"]


def is_person(word: str) -> bool:
    """Return whether a lower-case noun or pronoun names people.

    >>> is_person("spokeswoman"), is_person("exports")
    (True, False)
    """
    lists = _lists()
    return (
        word in lists["persons"]
        or word in lists["people"]
        or word in lists["experts"]
        or word in PRONOUNS
        or (
            word.endswith(_PERSON_ENDINGS)
            and (word.endswith(("year-old", "year-olds")) or entry(base_form(word)) is not None)
        )
    )


def is_body(word: str) -> bool:
    """Return whether a lower-case noun names a body of people or a document."""
    lists = _lists()
    return word in lists["bodies"] or word in lists["documents"]


def is_body_name(written: str) -> bool:
    """Return whether a word with a capital makes a body of a name: "Board", "House"."""
    return written in _lists()["body_names"]


def is_document(word: str) -> bool:
    """Return whether a lower-case noun names something written, filmed or counted."""
    return word in _lists()["documents"]


def can_speak(line: Line, head: int, names: frozenset[str]) -> bool:
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
    if country(written) or written in _lists()["body_names"]:
        return True
    if (head == 0 and written not in names) or line.headline:
        if line.at(head + 1) in _SPOKEN and not written.endswith("s"):
            return True
        # "Growth suggests", "Rising Prices Show": a common word with a capital for its place alone.
        return written in names or commonness(base_form(word)) < _TITLE_CASE_COMMON
    return written[0].isalpha()


def source_type(line: Line, first: int, head: int, stop: int) -> SourceType:
    """Return what sort of source the phrase from token `first` to `stop` with this head is."""
    lists = _lists()
    inside = range(first, stop)
    expert = any(line.at(k) in lists["experts"] for k in inside)
    # "Prof. Kent" and "Dr. Kent" are named for what they know.
    expert = expert or any(line.at(k).rstrip(".") in ("prof", "dr") for k in inside)
    capitals = [k for k in inside if line.capital(k) and (k > 0 or k == head or line.capital(k + 1))]
    named = [k for k in capitals if not is_person(line.at(k)) and line.at(k) not in _NEVER_NAMES]
    names_a_body = any(
        line.words[k] in lists["body_names"] or (line.words[k].isupper() and len(line.words[k]) > 1)
        for k in named
    )
    camp = is_body(line.at(head)) and not (line.capital(head) and _has_title(line, first, head))
    if camp or line.at(head) == "it" or "which" in line.lower[head + 1 : stop]:
        return SourceType.INSTITUTION
    many = line.at(head).endswith("s") and line.at(head) not in PRONOUNS
    if is_person(line.at(head)) and (head == 0 or many or not line.capital(head)):
        # "Analyst Hanna Voss" has another head; "an official in Rome" and "the mayor of Rome" name a place.
        behind = [k for k in named if k > head and line.at(head + 1) == ","]
        before = [k for k in named if k < head and line.at(head - 1) == ","]
        person = behind or before
        return (SourceType.EXPERT if expert else SourceType.PERSON) if person else SourceType.UNNAMED
    if line.at(head) in PRONOUNS or (is_person(line.at(head)) and not named):
        return SourceType.UNNAMED
    if line.capital(head) and line.words[head] in lists["body_names"] and head > first:
        # "The Justice Department", "the Associated Press".
        return SourceType.INSTITUTION
    if country(line.words[head]) or (names_a_body and not expert and not _has_title(line, first, head)):
        plural = line.at(head).endswith("s") and country(line.words[head]) is not None
        return SourceType.UNNAMED if plural and line.at(first) in COUNTING else SourceType.INSTITUTION
    titled = _has_title(line, first, head)
    if is_person(line.at(head)) and line.at(first) in ("the", "a", "an") and head == stop - 1:
        # "The Ohio Democrat".
        return SourceType.UNNAMED
    owners = [k for k in range(first, head - 1) if line.at(k).endswith("'s")]
    titled = titled or (bool(owners) and all(line.capital(k) for k in range(owners[-1] + 1, head + 1)))
    if line.at(first) == "the" and not titled and not any(is_person(line.at(k)) for k in inside):
        return SourceType.INSTITUTION
    return SourceType.EXPERT if expert else SourceType.PERSON


def _has_title(line: Line, first: int, head: int) -> bool:
    """Return whether a role stands before a name: "House Speaker Ann Orr", "Sen. Orr"."""
    return any(is_person(line.at(k)) or line.at(k).endswith(".") for k in range(first, head))


def names_body(words: Sequence[str]) -> bool:
    """Return whether the words of a name make it a body's: "Harbour Board", "BBC"."""
    bodies = _lists()["body_names"]
    return any(word in bodies or (word.isupper() and len(word.replace(".", "")) > 1) for word in words)
