"""The blocks of a file as the furniture rules see them: where they stand, how they read, Markdown's marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from compare.read.dates import is_stamp
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


class TextBlock(Struct, frozen=True, kw_only=True):
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


def lines_of(text: str, regions: Iterable[tuple[int, int]]) -> Iterator[TextBlock]:
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
            yield TextBlock(
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


def reads_as_prose(line: TextBlock) -> bool:
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


def could_be_heading(line: TextBlock) -> bool:
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


# --------------------------------------------------------------------------------------------------- markdown
# Markdown's own marks: what is a heading, and what is markup and no text, by line and position.
#
# Inline marks (`**`, `_`, links) stay inside sentences: a quotation is the file's text as it stands.

_BREAK = r"(?:\r\n|[\n\r])"
# Matched a line at a time, so that an opening mark without a closing one swallows nothing.
FENCE = re.compile(r"^[ \t]{0,3}(?P<mark>`{3,}+|~{3,}+)[^`\n\r]*(?=[\n\r]|\Z)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*<!--", re.MULTILINE)
_TARGET = r"\([^)\n\r]{0,2000}\)"
_IMAGE = rf"!\[[^\]\n\r]{{0,400}}\]{_TARGET}"
_CELL = r"[ \t]*:?-{3,}:?[ \t]*"
MARKUP_LINE = re.compile(
    rf"{_IMAGE}|\[{_IMAGE}\]{_TARGET}"
    r"|\[[^\]\n\r]{1,200}\]:[ \t]*\S{1,2000}(?:[ \t]+[\"'(][^\n\r]{0,300})?"
    rf"|</?[A-Za-z][\w-]{{0,20}}(?:\s[^<>\n\r]{{0,1000}})?/?>|\|?{_CELL}(?:\|{_CELL})+\|?"
)
HEADING = re.compile(r"(?P<mark>#{1,6}[ \t]+)(?P<text>\S[^\n\r]*?)(?P<tail>[ \t]+#+)?")
UNDERLINE = re.compile(rf"(?<=\S)[ \t]*{_BREAK}(?P<mark>={{3,}}+|-{{3,}}+)[ \t]*(?=[\n\r]|\Z)")
BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_\n\r]{2,200})(?P<tail>\*\*|__)")
LEADER = re.compile(r"(?:[-*+•▪●‣◦>](?:[ \t]+|$))+")


class Heading(Struct, frozen=True, kw_only=True):
    """A heading's words, `text[start:end]`, its marks left out; `level` is 1-6, 7 for a line in bold."""

    start: int
    end: int
    level: int


def markup(text: str, start: int) -> list[tuple[int, int]]:
    """Return the stretches that are markup whatever stands in them: fenced code, comments, underlines."""
    underlines = (match.span("mark") for match in UNDERLINE.finditer(text, start))
    found = sorted([*_fences(text, start), *_comments(text, start), *underlines])
    stretches: list[tuple[int, int]] = []
    for stretch in found:
        if not stretches or stretch[0] >= stretches[-1][1]:
            stretches.append(stretch)
    return stretches


def is_markup_line(line: str) -> bool:
    """Return whether a whole line is an image, a link's target, a lone HTML tag or a table's rule.

    >>> is_markup_line("![The bridge](bridge.jpg)")
    True
    """
    return len(line) <= 5000 and MARKUP_LINE.fullmatch(line) is not None


def heading(text: str, start: int, end: int) -> Heading | None:
    """Return the heading that the line `text[start:end]` is, None for any other line."""
    if end - start > 400:
        return None
    for pattern in (HEADING, BOLD_LINE):
        match = pattern.fullmatch(text, start, end)
        if match and any(char.isalnum() for char in match["text"]):
            level = len(match["mark"].strip()) if pattern is HEADING else 7
            inner = BOLD_LINE.fullmatch(text, *match.span("text")) or match
            return Heading(start=inner.start("text"), end=inner.end("text"), level=level)
    return None


def is_underlined(text: str, end: int) -> bool:
    r"""Return whether the line that ends at `end` has a line of = or - right under it.

    >>> is_underlined("The bridge\n==========\n", 10)
    True
    """
    return UNDERLINE.match(text, end) is not None


def leader_end(text: str, start: int, end: int) -> int:
    """Return where a line's text begins after its bullets and quotation marks of Markdown."""
    match = LEADER.match(text, start, end)
    return match.end() if match else start


def _fences(text: str, start: int) -> Iterator[tuple[int, int]]:
    opening: re.Match[str] | None = None
    for match in FENCE.finditer(text, start):
        if opening is None:
            opening = match
        elif match["mark"].startswith(opening["mark"]):
            yield opening.start("mark"), match.end("mark")
            opening = None


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    while (opening := COMMENT.search(text, at)) is not None:
        closing = text.find("-->", opening.end())
        if closing < 0:
            return
        line_end = re.compile(rf"[ \t]*(?:{_BREAK}|\Z)").match(text, closing + 3)
        if line_end:
            yield opening.end() - 4, closing + 3
        at = closing + 3
