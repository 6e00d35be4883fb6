"""In which language a text is: by the share of words of grammar, and by its script."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.text.en import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Frequent in English and rare as words of other languages: "in", "was", "is" and "of" are Dutch or German
# too, "on" Finnish, "for" and "had" Danish, "an" German, "to" Polish, "as" Portuguese, so they are left out.
FUNCTION_WORDS = word_set("text.detect.function_words")
# Measured on 734 English news texts (lowest share .105, a list of countries apart; median .195) and on the
# Universal Declaration of Human Rights in 529 languages (highest .036, Frisian, but for English and Scots).
MIN_SHARE = 0.07
# Lenient: one function word in 33.
MIN_SHARE_SHORT = 0.03
SHORT = 40
SAMPLE = 20_000

# Of running text three to six words in ten are on a language's list, of another language's text one or two.
_FEWEST = 0.2
# What a full stop means is asked of a paragraph, in which chance has more room.
_FEWEST_SHORT = 0.12
# In Arabic, Turkish or Korean much of grammar is part of the word.
_FEWEST_JOINED = 0.08
_JOINED = frozenset("ar fa he tr fi hu ru uk bg sr pl cs sk hr mr ne id".split())
# The next language must be this much behind: Danish and Norwegian share most of their lists.
_BEHIND = 0.93
# "ы" is Russian and "ї" Ukrainian, whatever else a short text has.
_OWN_LETTERS = 0.1
# A text is of one language when no part of so many words is told to be in another.
_PART = 60
_PARTS = 4
_SCRIPTS = {
    "latin": "en de fr es pt it nl sv da no fi pl cs sk hr ro ca hu tr id vi",
    "cyrillic": "ru uk bg sr",
    "arabic": "ar fa ur",
    "devanagari": "hi mr ne",
}


def reads_as_english(text: str) -> bool:
    """Return whether the text's words are an English text's; under 40 words one or two of them are enough.

    >>> reads_as_english("The council said that the bridge would be closed for the winter.")
    True
    >>> reads_as_english("Der Rat teilte mit, dass die Brücke den Winter über gesperrt bleibt.")
    False
    """
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    if not words:
        return False
    latin = sum(word[0] < "\u0250" for word in words)
    if latin < 0.7 * len(words):
        return False
    share = sum(word in FUNCTION_WORDS for word in words) / len(words)
    if len(words) < SHORT:
        return share >= MIN_SHARE_SHORT or (len(words) < 8 and all(word.isascii() for word in words))
    return share >= MIN_SHARE


def language_of(text: str) -> str | None:
    """Return the code of the language that a text is in, None where that is not sure or it is in several.

    >>> language_of("The council said that the bridge would be closed for the winter.")
    'en'
    >>> language_of("Der Rat teilte mit, dass die Brücke den Winter über gesperrt bleibt.")
    'de'
    """
    if reads_as_english(text):
        return "en"
    return other_language_of(text)


def other_language_of(text: str) -> str | None:
    """Return the code of the language of a text that does not read as English."""
    from compare.text.elsewhere.words import script

    text = text[:SAMPLE]
    written = script(text)
    if written is None or written not in _SCRIPTS:
        return written
    words = _words(text)
    found = _most(words, written)
    size = len(words) // _PARTS
    if found is None or size < _PART:
        return found
    parts = {_most(words[size * n : size * (n + 1)], written) for n in range(_PARTS)}
    return found if parts <= {found, None} else None


def likely_languages(text: str) -> tuple[str, ...]:
    """Return the languages that a text may be in, for a stretch too short to tell Danish from Swedish.

    >>> likely_languages("Broen er nu lukket på øen."), likely_languages("He left after lunch.")
    (('da', 'sv'), ('en',))
    """
    if reads_as_english(text):
        return ("en",)
    from compare.text.elsewhere.words import script

    written = script(text)
    if written is None or written not in _SCRIPTS:
        return (written,) if written else ()
    return _ranked(_words(text), written, fewest=_FEWEST_SHORT)


def _words(text: str) -> Sequence[str]:
    from compare.text.elsewhere.words import tokens

    return [text[start:end].lower() for start, end in tokens(text, 0, len(text))]


def _most(words: Sequence[str], written: str) -> str | None:
    """Return the language to whose list most of the words belong, None where it is a near thing."""
    found = _ranked(words, written, fewest=_FEWEST)
    return found[0] if len(found) == 1 else None


def _ranked(words: Sequence[str], written: str, *, fewest: float) -> tuple[str, ...]:
    """Return the languages to whose list enough of the words belong, none far behind the first."""
    shares = _shares(words, written)
    most = max(shares.values(), default=0.0)
    return tuple(
        code
        for code in sorted(shares, key=lambda code: (-shares[code], code))
        if shares[code] >= max(_BEHIND * most, _FEWEST_JOINED if code in _JOINED else fewest)
    )


def _shares(words: Sequence[str], written: str) -> Mapping[str, float]:
    from compare.text.elsewhere.languages import languages

    known = languages()
    codes = _SCRIPTS[written].split()
    signs = {sign for word in words for sign in word}
    return {
        code: sum(word in known[code].function for word in words) / len(words)
        + (_OWN_LETTERS if known[code].letters & signs else 0.0)
        for code in codes
        if words
    }
