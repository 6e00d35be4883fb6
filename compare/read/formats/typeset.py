"""Lines of type to paragraphs: by gaps, indents, sizes and short last lines; cut words are made whole.

Before that, the lines of a page are put into the order in which they are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise, takewhile
from statistics import median

from compare.text.en import word_set
from compare.text.senses import base_form, entry
from compare.text.words import FUNCTION_WORDS

# A heading is set at least this much larger than the text.
HEADING = 1.15
LONGEST_HEADING = 200
# Lines of a paragraph stand one leading apart; paragraphs that are parted by a gap, half a line more.
GAP = 1.3
ALONE = 0.6
# Justified paragraphs of three lines or more end fewer than half of their lines short.
JUSTIFIED = 0.5
STOP = re.compile(r"[.!?:…][\"'”’»)\]]{0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeLine:
    """A line of type on a page; y grows upwards, in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.top - self.bottom, 1.0)


def paragraphs(pages: Sequence[Sequence[TypeLine]]) -> str:
    """Return the text of the pages' lines, paragraphs parted by blank lines and headings marked."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=lambda size: (sizes[size], -size), default=1.0)
    usage = Usage.of([line.text for line in lines])
    leading = _leading(lines, body)
    parts: list[tuple[str, bool]] = []
    for group in _groups(lines, leading):
        text = reduce(lambda above, line: joined(above, line, usage), (line.text for line in group))
        heading = group[0].size >= HEADING * body and len(text) <= LONGEST_HEADING
        parts.append((text, heading))
    marked, titled = [], False
    for text, heading in parts:
        marked.append(("## " if titled else "# ") + text if heading else text)
        titled = titled or heading
    return "\n\n".join(marked) + "\n"


def _leading(lines: Sequence[TypeLine], body: float) -> float:
    pairs = [pair for pair in pairwise(lines) if all(abs(line.size - body) < 0.1 for line in pair)]
    steps = [one.bottom - other.bottom for one, other in pairs if 0 < one.bottom - other.bottom < 4 * body]
    return median(steps) if steps else 1.2 * body


def _groups(lines: Sequence[TypeLine], leading: float) -> Iterator[list[TypeLine]]:
    group: list[TypeLine] = []
    ragged = _ragged(lines)
    for index, line in enumerate(lines):
        near = lines[max(0, index - 3) : index + 3]
        if group and _parted(group[-1], line, leading=leading, edge=_edge(group[-1], near), ragged=ragged):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _edge(line: TypeLine, near: Sequence[TypeLine]) -> float:
    """Return where the lines of its column end at the right."""
    return max(
        (other.right for other in near if abs(other.left - line.left) < 3 * line.size), default=line.right
    )


def _ragged(lines: Sequence[TypeLine]) -> bool:
    """Return whether the lines end where a word ends, and not all at one edge."""
    full = [
        line.right >= _edge(line, lines[max(0, at - 2) : at + 3]) - 0.3 * line.size
        for at, line in enumerate(lines)
    ]
    return sum(full) < JUSTIFIED * len(full)


def _parted(above: TypeLine, line: TypeLine, *, leading: float, edge: float, ragged: bool) -> bool:
    """Return whether a new paragraph begins with the line."""
    if abs(above.size - line.size) > 0.1 * max(above.size, line.size):
        return True
    step = above.bottom - line.bottom
    if CUT.search(above.text):
        return False
    width = edge - above.left
    # In ragged type the writer ended a line, and not the column, where the next word would have fitted.
    next_word = (line.text.find(" ") % len(line.text) + 1) * (above.right - above.left) / len(above.text)
    short = above.right < edge - max(0.1 * width, min(next_word, 0.5 * width) if ragged else 0.0)
    if step < 0 or line.left > above.right:
        # The top of a column or page: what was cut there goes on.
        return STOP.search(above.text) is not None and (short or not line.text[0].islower())
    if step < 0.3 * above.height:
        return False
    if step > GAP * max(leading, line.size):
        return True
    if line.left - above.left > 0.6 * line.size:
        return True
    # A byline or a place on a line of its own has no stop; no line inside a paragraph ends so early.
    alone = short and above.right < above.left + ALONE * (edge - above.left) and not line.text[0].islower()
    return alone or (short and STOP.search(above.text) is not None)


# ---------------------------------------------------------------------------------------------------- columns
# The order in which the lines of a page are read, where columns were set line by line across the page.

# Fewer pairs of pieces on one height are a table or a date set to the right.
LEAST_PAIRS = 5
LEAST_SHARE = 0.4


def in_reading_order(lines: Sequence[TypeLine]) -> list[TypeLine]:
    """Return the lines as they were set, or column by column where pieces of two alternate.

    What runs across the gap between the columns (a headline) parts what stands above it from what is below.
    """
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if other.left > one.right and abs(one.bottom - other.bottom) < 0.5 * one.height
    ]
    if len(pairs) < max(LEAST_PAIRS, LEAST_SHARE * len(lines) / 2):
        return list(lines)
    gap = median((one.right + other.left) / 2 for one, other in pairs)
    ordered: list[TypeLine] = []
    left: list[TypeLine] = []
    right: list[TypeLine] = []
    for line in lines:
        if line.left < gap < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.right <= gap else right).append(line)
    return [*ordered, *left, *right]


# -------------------------------------------------------------------------------------------------- line ends
# Whether a hyphen at a line's end is the word's own (`27-year-old`) or typesetting's (`engin-eer`).
#
# What the text itself has elsewhere goes before the dictionary, and the kind of hyphen before both: programs
# that cut words with U+2010 leave U+002D to the writer.

HYPHENS = "-\u2010\u00ad"
CUT = re.compile(rf"(?<=[\w.’”)%])[{HYPHENS}]$")
# Dashes and slashes without a space before them have none behind them either.
GLUED = re.compile(r"(?<=\w)[–—/]$")
GLUED_BEFORE = re.compile(r"[–—]\w")
INSIDE = re.compile(r"\w\u2010\w")
WORD = re.compile(r"\w+(?:[-\u2010]\w+)?")
LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")

NUMBERS = word_set("formats.typeset.numbers")
# With these the word is written with a hyphen whatever follows, so that "nonprofit" would be one of few.
OWN = frozenset("non then self ex vice quasi".split())
SOLID_AFTER_OWN = frozenset("nonsense nonchalant selfish selfless selves".split())
# The dictionary has these as no words of their own; what it has with them is written as one ("antibody").
BEFORE_WORDS = word_set("formats.typeset.before_words")
# "In-depth", "off-duty"; other words that begin so are written as one.
AT_PLACES = {
    "in": frozenset("depth flight house person store".split()),
    "on": frozenset("air course demand duty field screen site stage street trend".split()),
    "off": frozenset("air course duty limits peak putting road season site".split()),
}
# Words with these before them are written as one, "underfunded", though the dictionary may lack them.
PREFIXES = word_set("formats.typeset.prefixes")
# The ends of words that are words themselves.
ENDINGS = word_set("formats.typeset.endings")
# As second parts these are mostly written without a hyphen: "floodwater", "lawmaker", "lockdown".
SOLID_HEADS = word_set("formats.typeset.solid_heads")
# Names of places and people have these behind a hyphen.
NAMES_HEADS = word_set("formats.typeset.names_heads")
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
