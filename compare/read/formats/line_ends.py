"""Whether a hyphen at a line's end is the word's own (`27-year-old`) or typesetting's (`engin-eer`).

What the text itself has elsewhere goes before the dictionary, and the kind of hyphen before both: programs
that cut words with U+2010 leave U+002D to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from compare.text.en import word_set
from compare.text.senses import base_form, entry
from compare.text.words import FUNCTION_WORDS

HYPHENS = "-\u2010\u00ad"
CUT = re.compile(rf"(?<=[\w.’”)%])[{HYPHENS}]$")
# Dashes and slashes without a space before them have none behind them either.
GLUED = re.compile(r"(?<=\w)[–—/]$")
GLUED_BEFORE = re.compile(r"[–—]\w")
INSIDE = re.compile(r"\w\u2010\w")
WORD = re.compile(r"\w+(?:[-\u2010]\w+)?")
LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")

NUMBERS = word_set("formats.line_ends.numbers")
# With these the word is written with a hyphen whatever follows, so that "nonprofit" would be one of few.
OWN = frozenset("non then self ex vice quasi".split())
SOLID_AFTER_OWN = frozenset("nonsense nonchalant selfish selfless selves".split())
# The dictionary has these as no words of their own; what it has with them is written as one ("antibody").
BEFORE_WORDS = word_set("formats.line_ends.before_words")
# "In-depth", "off-duty"; other words that begin so are written as one.
AT_PLACES = {
    "in": frozenset("depth flight house person store".split()),
    "on": frozenset("air course demand duty field screen site stage street trend".split()),
    "off": frozenset("air course duty limits peak putting road season site".split()),
}
# Words with these before them are written as one, "underfunded", though the dictionary may lack them.
PREFIXES = word_set("formats.line_ends.prefixes")
# The ends of words that are words themselves.
ENDINGS = word_set("formats.line_ends.endings")
# As second parts these are mostly written without a hyphen: "floodwater", "lawmaker", "lockdown".
SOLID_HEADS = word_set("formats.line_ends.solid_heads")
# Names of places and people have these behind a hyphen.
NAMES_HEADS = word_set("formats.line_ends.names_heads")
# "Follow-up", "break-in": too short to be looked up, and no ends of words.
ADVERBS = frozenset("up in on off to by".split())
SUSPENDED = frozenset("and or to".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a text's lines tell of its hyphens: the words in it, and whether U+002D never cuts one."""

    words: frozenset[str]
    hard: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> Usage:
        """Return what the lines tell, in the order in which they are read."""
        marked = any(
            line.endswith("\u2010") and CUT.search(line) and after[:1].islower()
            for line, after in pairwise(lines)
        )
        return cls(
            words=frozenset(
                word.casefold().replace("\u2010", "-") for line in lines for word in _whole(line)
            ),
            # A writer's own U+2010 stands inside of lines as well.
            hard=marked and not any(INSIDE.search(line) for line in lines),
        )


def joined(above: str, line: str, usage: Usage) -> str:
    """Return two lines as one.

    >>> plain = Usage(words=frozenset(), hard=False)
    >>> [joined("a 27-", "year-old", plain), joined("the engin-", "eer", plain), joined("in", "May", plain)]
    ['a 27-year-old', 'the engineer', 'in May']
    """
    if GLUED.search(above) or (GLUED_BEFORE.match(line) and not above[-1].isspace()):
        return above + line
    if not CUT.search(above):
        return f"{above} {line}"
    before = _last(above[:-1])
    found = LETTERS.match(line)
    after = found[0] if found else ""
    one = (before + after).casefold()
    if not after or not line[0].islower() or not before.isalpha():
        # "McDonald", and capitals that stand whole elsewhere.
        whole = before in {"Mc", "Mac"} or (before.isupper() and after.isupper() and one in usage.words)
        return (above[:-1] if whole else _kept(above)) + line
    if after in SUSPENDED and not line[len(after) :].startswith("-") and not _known(one):
        return f"{_kept(above)} {line}"
    compound = line[len(after) :].startswith(("-", "\u2010"))
    if above[-1] == "\u00ad":
        return above[:-1] + line
    own = _is_own(above, before, after, usage=usage, compound=compound)
    return _kept(above) + line if own else above[:-1] + line


def _is_own(above: str, before: str, after: str, *, usage: Usage, compound: bool) -> bool:
    """Return whether the hyphen belongs to the word."""
    one, two = (before + after).casefold(), f"{before}-{after}".casefold()
    if above[-1] == "\u2010" and usage.hard:
        return False
    if (one in usage.words) != (two in usage.words):
        return two in usage.words
    if above[-1] == "-" and usage.hard:
        return True
    first, second = before.casefold(), after.casefold()
    inner = len(above) > len(before) + 1 and above[-len(before) - 2] in HYPHENS
    if (inner and first in FUNCTION_WORDS) or (compound and second in FUNCTION_WORDS):
        # "Day-to-", "three-and-"; "out-" before "of-pocket".
        return True
    if before.isupper() and len(before) <= 5:
        # "X-ray", "US-backed".
        return True
    if first in OWN:
        return _known(second) and one not in SOLID_AFTER_OWN and (len(first) > 2 or not _known(one))
    if first in {"co", "re"} and second[0] == first[-1]:
        return _known(second)
    if _known(one):
        return first in NUMBERS and second in NUMBERS
    if first in BEFORE_WORDS:
        return _known(second)
    if first in AT_PLACES:
        return second in AT_PLACES[first]
    if first in NUMBERS:
        return _known(second) and second not in ENDINGS
    if before[0].isupper() and not _begins_sentence(above, before):
        return second in NAMES_HEADS
    if first in PREFIXES or second in ENDINGS or (second in SOLID_HEADS and not compound):
        return False
    return _known(first) and (_known(second) or second in ADVERBS)


def _begins_sentence(above: str, before: str) -> bool:
    rest = above[: -len(before) - 1].rstrip("“‘\"'(")
    return not rest.strip() or rest.rstrip().endswith((".", "!", "?", "”"))


def _kept(above: str) -> str:
    return above[:-1] + "-"


def _last(text: str) -> str:
    """Return the letters and figures at the end, those behind a hyphen alone."""
    return "".join(takewhile(str.isalnum, reversed(text)))[::-1]


def _whole(line: str) -> Collection[str]:
    """Return the words of a line and their parts, but what is cut at its end."""
    line = line[: -len(_last(line[:-1])) - 1] if CUT.search(line) else line
    pairs = WORD.findall(line)
    return {*pairs, *(part for pair in pairs for part in re.split("[-\u2010]", pair))}


@lru_cache(maxsize=4096)
def _known(word: str) -> bool:
    """Return whether it is a word of English, in any form."""
    return word in FUNCTION_WORDS or (len(word) > 2 and entry(base_form(word.removesuffix("’s"))) is not None)
