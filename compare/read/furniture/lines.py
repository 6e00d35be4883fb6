"""The blocks of a file as the furniture rules see them: where they stand and how they read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.read.furniture.markdown import heading, is_underlined, leader_end
from compare.read.furniture.stamps import is_stamp
from compare.text.en import word_set
from compare.text.paragraphs import paragraphs

FINISHED = re.compile(r"[.!?…:;,][\s\"'”’»)\]*_]*\Z")
ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2}\Z|\b(?:Inc|Corp|Jr|Sr|Co|Ltd|No)\.\Z")
ASKING = re.compile(r"[?!][\"'”’]?\Z")
SMALL = word_set("furniture.lines.small")
# Words that no finished line ends with: what ends so was cut off or goes on below.
UNFINISHED = word_set("furniture.lines.unfinished")

# A line of a block without the white space around it.
PHYSICAL = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s])?")
STOPS = ".!?…”’\"'"

# The longest headline or standfirst without a stop in 739 real articles has 31 words.
MAX_HEADLINE = 35


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of running text: a line, or the lines of a hard-wrapped paragraph.

    `text` is the block with its white space squeezed; `level` is a Markdown heading's, 0 for none. `leader`
    is where the block began before its bullet or heading mark, `trailer` where its closing mark ended;
    `apart` says that a blank line stands above it.
    """

    start: int
    end: int
    text: str
    level: int
    leader: int
    trailer: int
    apart: bool = True

    @property
    def words(self) -> list[str]:
        """The block's words, as they stand between spaces."""
        return self.text.split()


def lines_of(text: str, regions: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield the blocks of the regions in order; one that is only a bullet is a block without text."""
    for region_start, region_end in regions:
        above = region_start
        for start, end in _blocks(text, region_start, region_end):
            apart = above == region_start or len(text[above:start].splitlines()) > 1
            above = end
            found = heading(text, start, end)
            if found:
                inner, level = (found.start, found.end), found.level
            else:
                inner = (min(leader_end(text, start, end), end), end)
                level = 1 if is_underlined(text, end) else 0
            squeezed = " ".join(text[inner[0] : inner[1]].split())
            yield Line(
                start=inner[0],
                end=inner[1],
                text=squeezed,
                level=level,
                leader=start,
                trailer=end,
                apart=apart,
            )


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a region; a time below a finished sentence is none of a hard-wrapped paragraph."""
    for first, last in paragraphs(text, start, end):
        block: list[tuple[int, int]] = []
        alone = False
        for match in PHYSICAL.finditer(text, first, last):
            stamp = is_stamp(match[0]) and (not block or text[block[-1][1] - 1] in STOPS)
            if block and (stamp or alone):
                yield block[0][0], block[-1][1]
                block = []
            block.append(match.span())
            alone = stamp
        yield block[0][0], block[-1][1]


def is_title_case(words: list[str]) -> bool:
    """Return whether every word that a title capitalises is capitalised.

    >>> is_title_case("Sign of the Times".split()), is_title_case("A sign of our times".split())
    (True, False)
    """
    main = [word for word in words if word.lower() not in SMALL and word[0].isalpha()]
    return bool(main) and all(word[0].isupper() for word in main) and not words[0][0].islower()


def reads_as_prose(line: Line) -> bool:
    """Return whether a block is running text by its ending or length, and no heading."""
    if line.level:
        return False
    words = line.words
    if len(words) > MAX_HEADLINE:
        return True
    if not FINISHED.search(line.text):
        return False
    capitals = 3 <= len(words) <= 20 and is_title_case(words)
    return not (capitals and (ASKING.search(line.text) or ABBREVIATED.search(line.text)))


def could_be_heading(line: Line) -> bool:
    """Return whether a block without a final stop is whole, as a heading is, and not a cut sentence."""
    words = line.words
    opening = line.text.lstrip("\"'“‘«([")
    quotes = line.text.count("“") == line.text.count("”") and line.text.count('"') % 2 == 0
    return (
        bool(opening)
        and len(words) <= MAX_HEADLINE
        and (opening[0].isupper() or opening[0].isdigit())
        and quotes
        and words[-1].lower() not in UNFINISHED
        and not line.text.endswith(("’s", "'s", "-", "–", "—", "(", "“", "/"))
        and any(char.isalpha() for char in line.text)
    )
