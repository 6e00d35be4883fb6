"""What WordNet tells of an English word: its base form, how common it is, its neighbours, and its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from math import log10

from msgspec import Struct

from compare.files import PACKAGE
from compare.text.sorted_lines import SortedLines

SOURCE = "Princeton WordNet 3.1"
# Words that are remembered at once: two articles of 10,000 sentences have some 20,000. Without a bound every
# word of every article would stay to the end of a batch.
MOST_WORDS = 32_768

_NO_SENSES: frozenset[str] = frozenset()
# Suffix and what stood in its place (Morphy, wnintro(7WN) in WordNet's manual, for all parts of speech).
_NO_PLURAL = frozenset({"news"})
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("sses", ("ss",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ing", ("e", "")),
    ("ed", ("e", "")),
    ("er", ("e", "")),
    ("est", ("e", "")),
)


class Lexeme(Struct, frozen=True, kw_only=True):
    """One word of the list; senses are opaque numbers, equal where two words share a sense."""

    count: int
    """How often the Semantic Concordance (230,000 tagged words) has it."""
    first: frozenset[str] = _NO_SENSES
    senses: frozenset[str] = _NO_SENSES
    derived: frozenset[str] = _NO_SENSES
    kinds: frozenset[str] = _NO_SENSES
    """Senses one step wider or narrower than its first ones."""


@lru_cache(maxsize=MOST_WORDS)
def base_form(word: str) -> str:
    """Return the dictionary form of a lower-case word, or the word itself where none is known.

    Many forms are words of their own too ("attended", "leaving", "years"): the commoner one is taken.

    >>> [base_form(w) for w in ("urged", "countries", "said", "bigger", "leaving", "news", "kantian")]
    ['urge', 'country', 'say', 'big', 'leave', 'news', 'kantian']
    """
    line = _line(word)
    if line is not None and line.startswith("=\t"):
        return line[2:]
    best, most = word, -1 if line is None else _count(line)
    if word in _NO_PLURAL:
        return word
    for base in _bases(word):
        line = _line(base)
        if line is not None and not line.startswith("=\t") and _count(line) >= most:
            best, most = base, _count(line) + 1
    return best


def _bases(word: str) -> Iterator[str]:
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) == len(word) or len(stem) < 2:
            continue
        for replacement in replacements:
            yield stem + replacement
        if len(stem) > 3 and stem[-1] == stem[-2]:
            yield stem[:-1]


def _count(line: str) -> int:
    return int(line.partition("\t")[0].rstrip("/"))


@lru_cache(maxsize=MOST_WORDS)
def entry(base: str) -> Lexeme | None:
    """Return what the list knows of a base form, or None."""
    line = _line(base)
    if line is None or line.startswith("=\t"):
        return None
    _, first, others, derived, kinds = (field.split() for field in line.split("\t"))
    return Lexeme(
        count=_count(line),
        first=frozenset(first),
        senses=frozenset(first + others),
        derived=frozenset(derived),
        kinds=frozenset(kinds),
    )


def is_two_words(base: str) -> bool:
    """Return whether noun and verb of this spelling have nothing to do with each other.

    >>> is_two_words("state"), is_two_words("visit")
    (True, False)
    """
    line = _line(base)
    return line is not None and line.partition("\t")[0].endswith("/")


def commonness(base: str) -> float:
    """Return 0 for a word that the Semantic Concordance lacks (names among them) up to 1 for "be".

    >>> round(commonness("say"), 1), round(commonness("sanction"), 1), commonness("kantian")
    (0.8, 0.3, 0.0)
    """
    known = entry(base)
    return min(1.0, log10(1 + known.count) / 4) if known else 0.0


@cache
def _lines() -> SortedLines:
    text = (PACKAGE / "text" / "en" / "senses.txt").read_text(encoding="ascii")
    return SortedLines(text.partition("\n\n")[2], after_key="\t")


@lru_cache(maxsize=MOST_WORDS)
def _line(word: str) -> str | None:
    return _lines().get(word)


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
    text = (PACKAGE / "text" / "en" / name).read_text(encoding="utf-8")
    # A dictionary's line has the part of speech in the middle.
    rows = (line.split("\t") for line in text.partition("\n\n")[2].splitlines())
    return {row[0]: row[-1] for row in rows}
