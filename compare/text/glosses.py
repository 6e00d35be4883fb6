"""What a rare word means, in plain words: for a class that meets it in an article."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from compare.text.senses import MOST_WORDS, base_form

_NEWS, _DICTIONARY = "newswords.txt", "glosses.txt"


@lru_cache(maxsize=MOST_WORDS)
def gloss(word: str) -> tuple[str, str] | None:
    """Return the base form of a lower-case word and its plain meaning, or None where no meaning is sure.

    Words that the news uses in one sense have a meaning of our own; of the others only those that WordNet
    gives one sense, since a first sense of several often misses the sentence.

    >>> gloss("waning"), gloss("jurors")[0], gloss("channel")
    (('waning', 'growing weaker or smaller'), 'juror', None)
    """
    for base in (word, base_form(word)):
        meaning = _meanings(_NEWS).get(base) or _meanings(_DICTIONARY).get(base)
        if meaning:
            return base, meaning
    return None


def is_news_word(base: str) -> bool:
    """Return whether a base form is one of those that the news uses in one sense."""
    return base in _meanings(_NEWS)


@cache
def _meanings(name: str) -> dict[str, str]:
    text = files("compare.text.en").joinpath(name).read_text(encoding="utf-8")
    # A dictionary's line has the part of speech in the middle.
    rows = (line.split("\t") for line in text.partition("\n\n")[2].splitlines())
    return {row[0]: row[-1] for row in rows}
