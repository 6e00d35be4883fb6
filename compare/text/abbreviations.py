"""Words that keep their full stop inside a sentence, and whether what follows one opens the next."""

from __future__ import annotations

import re

from compare.text.en import word_set
from compare.text.syntax import may_be_finite
from compare.text.words import FUNCTION_WORDS

TITLES = word_set("text.abbreviations.titles")
"""A name follows: they never end a sentence."""

LINKING = word_set("text.abbreviations.linking")
"""Something always follows: they never end a sentence."""

BEFORE_NUMBER = word_set("text.abbreviations.before_number")
"""A number that follows belongs to them; before anything else other rules decide."""

ANY_CASE = word_set("text.abbreviations.any_case")
"""They end a sentence only when the next word is likely to open one."""

CAPITALISED = word_set("text.abbreviations.capitalised")
"""The same, for words that are abbreviations only with a capital."""

EXCLAIMED = frozenset(("Yahoo", "Jeopardy", "Wham"))
"""Names that are written with an exclamation mark."""

OPENERS = word_set("text.abbreviations.openers")
"""Function words and news nouns that with a capital are hardly ever part of a name."""

OF_THE_CLOCK = word_set("text.abbreviations.of_the_clock")
"""What follows "8 a.m." and belongs to it."""

SUBORDINATING = frozenset("when after before as while since until till if once because although".split())
"""With these a clause begins that is no sentence of its own."""


_NAMES_THEN_WORD = re.compile(
    r"(?:(?:[A-Z][\w’'-]{0,30}|(?:[A-Z]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen)\.)\s{1,3}){1,4}([a-z’']{1,20})"
)
# "the 8 p.m. Eurostar", "a 7 p.m. Mass": the hour tells which.
_OWN_HOUR = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|this|that|every|each)\s[\d:.]{1,5}\s?[ap]\.?m\Z", re.IGNORECASE
)
_WORD_THEN = re.compile(r"\s{1,3}([a-z’']{1,20})\b")
# Words that follow a company's or country's name as part of one noun: "Co. Chairman", "U.S. Treasury".
_ROLES = word_set("text.abbreviations.roles")
CLOCK = frozenset(("a.m", "p.m"))
_PLACING = frozenset("in to from of into outside across within throughout around inside".split())
# How far the rules look around a mark: this bounds the time on text without spaces or without stops.
_AHEAD = 120
_NEAR = 20
_CONTEXT = 300


def opens(following: re.Match[str]) -> bool:
    """Tell whether the next word is one that begins sentences and hardly ever names."""
    word = following["word"].replace("’", "'")
    return word.lower() in OPENERS and not (len(word) == 1 and following["after"])


def opens_by_context(text: str, begin: int, at: int, word: str, following: re.Match[str]) -> bool:
    """Tell whether a capitalised word that may be a name begins a sentence after an abbreviation."""
    if "“" in following["open"] or '"' in following["open"]:
        return True
    left = text[max(begin, at - _CONTEXT) : at].split()
    if following["word"] in ("Mr", "Mrs", "Ms"):
        return len(left) > 4
    if following["word"] in _ROLES or not is_said_by(text, following.start("word")):
        return False
    if "." in word and not (len(left) > 2 and left[-2].lower() == "the" and left[-3] in _PLACING):
        return False
    clause = " ".join(left).rpartition(",")[2].split()
    return any(may_be_finite(part) for part in clause)


def opens_after_clock(text: str, begin: int, at: int, following: re.Match[str]) -> bool:
    """Tell whether a sentence begins after "at 8 a.m.": not with a day or the clause's own subject."""
    word = following["word"]
    if _OWN_HOUR.search(text, max(begin, at - _NEAR), at):
        return False
    # "8 a.m. local time" is written "8 a.m. Local time" in no paper, and no clock has an owner.
    opening = (word == "Local" and not text.startswith(" time", following.end("word"))) or word.endswith(
        ("’s", "'s")
    )
    if (word in OF_THE_CLOCK and not opening) or (word.isupper() and word.endswith(("T", "UTC"))):
        return False
    found = _NAMES_THEN_WORD.match(text, following.start("word"), following.start("word") + _AHEAD)
    if not found or found[1] in ("time", "daylight", "standard"):
        return False
    # "Senate leaders expect": the verb may stand one word on.
    then = _WORD_THEN.match(text, found.end())
    if not may_be_finite(found[1]) and not (
        then and may_be_finite(then[1]) and found[1] not in FUNCTION_WORDS
    ):
        return False
    clause = " ".join(text[max(begin, at - _CONTEXT) : at].split()).rpartition(",")[2].split()
    # "When it opened at 8 a.m. Brandt spoke": that clause is no sentence.
    return clause[0].lower() not in SUBORDINATING and any(may_be_finite(part) for part in clause)


def is_said_by(text: str, at: int, verbs: frozenset[str] | None = None) -> bool:
    """Tell whether one to four names and then a verb follow."""
    found = _NAMES_THEN_WORD.match(text, at, at + _AHEAD)
    if not found:
        return False
    return found[1] in verbs if verbs is not None else may_be_finite(found[1])
