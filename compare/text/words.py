"""The words of a passage, with offsets and the key under which two forms of one word meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from compare.text.countries import Mention, mentions
from compare.text.en import word_list, word_set
from compare.text.senses import MOST_WORDS, base_form, is_two_words
from compare.text.tokens import Word as Word
from compare.text.tokens import surfaces

# Words that carry grammar rather than content, and verbs of plain reporting: two passages that share only
# these share nothing.
FUNCTION_WORDS = word_set("text.words.function_words")

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        word_list("text.words.numbers"),
        start=2,
    )
} | {f"{word}ty": f"{tens}0" for tens, word in enumerate("thir for fif six seven eigh nine".split(), start=3)}
_ABBREVIATED = {
    "jan": "january", "feb": "february", "apr": "april", "aug": "august", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december", "tues": "tuesday", "thurs": "thursday",
}  # fmt: skip
# Spellings that fuzzy matching does not bring together; the others differ by less.
_AMERICAN = {
    "centre": "center", "theatre": "theater", "metre": "meter", "litre": "liter", "grey": "gray",
    "cheque": "check", "tyre": "tire", "plough": "plow", "gaol": "jail",
}  # fmt: skip
# After these a word that can be both is a verb.
_BEFORE_VERB = word_set("text.words.before_verb")
_NO_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011"))
VERB = "/v"
_POSSESSIVE = re.compile(r"['’ʼ]s$|['’ʼ]$")


def words(
    text: str,
    start: int,
    end: int,
    *,
    language: str | None = "en",
    named: Sequence[Mention] | None = None,
) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, a sentence or part of one; `language` is None if not known.

    `named` are the countries that the stretch names, where they are known already.

    >>> [w.key for w in words("The U.S. urged Kent's banks, again.", 0, 35) if w.content]
    ['US', 'urge/v', 'kent', 'bank']
    """
    if language != "en":
        from compare.text.elsewhere.words import words_elsewhere

        return words_elsewhere(text, start, end, code=language)
    found: list[Word] = []
    before = ""
    for first, stop in surfaces(text, start, end):
        surface = text[first:stop]
        key, content = _key(surface)
        if key == "cent" and before == "per":
            key = "percent"
        # "would state" and "a state" are two words; so are "stated" and "state".
        if content and is_two_words(key) and (before in _BEFORE_VERB or surface.endswith(("ed", "ing"))):
            key += VERB
        before = surface.lower()
        name = surface[0].isupper() and (found != [] or surface[1:].isupper()) and content
        found.append(Word(start=first, end=stop, key=key, content=content, name=name))
    # The first word has a capital anyway; before a name it is part of it: "Minister Ilse Brandt".
    opening, second = (*found, None, None)[:2]
    if opening and second and second.name and opening.content and text[opening.end : second.start] == " ":
        found[0] = replace(opening, name=text[opening.start].isupper())
    return _with_countries(mentions(text, start, end) if named is None else named, found)


def _with_countries(mentioned: Sequence[Mention], found: list[Word]) -> tuple[Word, ...]:
    """Return the words with each name of a country as one word: "White House" is no house."""
    named = iter(mentioned)
    mention = next(named, None)
    whole: list[Word] = []
    for word in found:
        while mention is not None and mention.end <= word.start:
            mention = next(named, None)
        if mention is None or word.end <= mention.start:
            whole.append(word)
        elif whole and whole[-1].country == mention.code and whole[-1].start == mention.start:
            first = whole.pop()
            key = f"{first.key} {word.key}"
            whole.append(replace(first, end=word.end, key=key))
        else:
            whole.append(replace(word, content=True, name=True, country=mention.code))
    return tuple(whole)


def without_possessive(surface: str) -> str:
    """Return a word without a possessive ending, "Kent’s" as "Kent" and "banks'" as "banks"."""
    return _POSSESSIVE.sub("", surface)


@lru_cache(maxsize=MOST_WORDS)
def _key(surface: str) -> tuple[str, bool]:
    if surface[0].isdigit():
        return surface.replace(",", "").rstrip("stndrh"), True
    if surface == "%":
        return "percent", True
    plain = without_possessive(surface).replace("’", "'").replace("ʼ", "'")
    letters = plain.replace(".", "")
    # "US" and "U.S." are one name and not the pronoun; a headline in capitals is not made of acronyms.
    if letters.isupper() and 2 <= len(letters) <= 5 and (len(letters) < len(plain) or len(letters) <= 4):
        return letters, True
    lower = plain.lower()
    if lower in FUNCTION_WORDS or "'" in lower:
        return lower, lower not in FUNCTION_WORDS and not _contracted(lower)
    if lower in _ABBREVIATED and surface[0].isupper():
        return _ABBREVIATED[lower], True
    base = base_form(lower.translate(_NO_HYPHENS))
    return _NUMBERS.get(base) or _AMERICAN.get(base, base), True


def _contracted(word: str) -> bool:
    head, _, tail = word.partition("'")
    return head in FUNCTION_WORDS or head.removesuffix("n") in FUNCTION_WORDS or tail in FUNCTION_WORDS
