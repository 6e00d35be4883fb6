"""The characters of a PDF's page to lines of type, without the figures of footnotes.

PDFium makes one line of two where a hyphen ends the first, and three of one where a figure is raised: by the
characters' places, lines are parted and put together again.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from compare.read.formats.extracted import Refusal
from compare.read.formats.typeset import Line
from compare.text.en import word_set

# A page of a broadsheet has 15,000 characters.
MOST_ON_A_PAGE = 100_000
# What PDFium gives for a hyphen at a line's end; 0xFFFF stands for no character.
HYPHENS = {0x02, 0xFFFE}
CUT = "\x02"
NOTHING = 0xFFFF
BREAKS = {10, 13}
# A figure above the line is set smaller and stands higher by at least this much of the size.
SMALLER = 0.95
RAISED = 0.12
MARKS = frozenset("0123456789*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹,")
LONGEST_MARK = 5
# A raised figure behind these is a power: "12 km2", "CO2" where it is set too high.
UNITS = re.compile(r"(?:^|[^A-Za-z])(?:[kcmµ]?m|ft|in|mi|yd|sq|s|CO|H|R|[A-Z])$")
# The same, set as large as the text.
LEVEL = re.compile(r"(?<=[a-z]{3})[.!?][”’\"]?([1-9][0-9]?)(?=$| [“‘\"]?[A-Z])")
ABBREVIATED = word_set("formats.glyphs.abbreviated")
REFERRING = re.compile(r"[^\W\d_]$|[.,;:!?…”’»)\]\"']$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character with its box, the place of its baseline, and its size."""

    char: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float


@dataclass(slots=True)
class Page:
    """A page's lines as they were set, and the footnotes' figures that were left out of them."""

    lines: list[Line] = field(default_factory=list)
    references: set[str] = field(default_factory=set)


def page_lines(page: Any) -> Page:  # noqa: ANN401 - pypdfium2's classes are untyped
    """Return the page's lines; one ends where PDFium sees a line end or a wide gap.

    Raises:
        Refusal: if there is more on the page than can be read.
    """
    found = Page()
    row = _Row(found)
    for glyph in _glyphs(page):
        if glyph is None:
            row.end()
        else:
            row.add(glyph)
    row.close()
    return found


def _glyphs(page: Any) -> Iterator[Glyph | None]:  # noqa: ANN401
    """Yield the page's characters, None for the end of a line."""
    import pypdfium2.raw

    raw: Any = pypdfium2.raw
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_ON_A_PAGE:
        raise Refusal(
            "it is a PDF with more text on a page than can be read",
            "copy the article's text into a .txt or .md file",
        )
    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in BREAKS:
            yield None
            continue
        if code == NOTHING:
            continue
        char = CUT if code in HYPHENS else chr(code) if 32 <= code < 0x10000 else " "
        raw.FPDFText_GetCharBox(text, index, *box)
        raw.FPDFText_GetCharOrigin(text, index, *origin)
        x1, x2, y1, y2 = (edge.value for edge in box)
        size = round(raw.FPDFText_GetFontSize(text, index), 1) or 1.0
        yield Glyph(char=char, left=x1, right=x2, bottom=y1, top=y2, base=origin[1].value, size=size)


class _Row:
    """A line while its characters come in."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._start()

    def _start(self) -> None:
        self._units: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._marks: list[Glyph] = []
        self._last: Glyph | None = None
        """The last character that is neither white space nor a raised figure."""
        self._left = self._bottom = float("inf")
        self._right = self._top = float("-inf")
        self._ended = self._after_mark = False

    def end(self) -> None:
        """Note that PDFium sees the end of a line here."""
        self._ended = True

    def add(self, glyph: Glyph) -> None:
        """Take the next character, as part of the line or of the next one."""
        if glyph.char.isspace():
            self._settle(before=" ")
            self._units.append(" ")
            return
        last = self._last
        if last is not None and self._is_mark(glyph, last):
            self._marks.append(glyph)
            return
        self._settle(before=" " if self._ended else glyph.char)
        if last is not None and not self._goes_on(glyph, last):
            self.close()
        elif last is not None and self._ended and self._units[-1:] != [" "]:
            self._units.append(" ")
        self._take(glyph)

    def close(self) -> None:
        """Hand the line to the page, if there is anything in it."""
        self._settle(before=" ")
        units = "".join(self._units).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        words = LEVEL.sub(self._without_figure, " ".join(units.split()))
        if words and self._sizes:
            size = max(self._sizes, key=lambda each: (self._sizes[each], each))
            self._page.lines.append(
                Line(
                    text=words,
                    left=self._left,
                    right=self._right,
                    bottom=self._bottom,
                    top=self._top,
                    size=size,
                )
            )
        self._start()

    def _without_figure(self, match: re.Match[str]) -> str:
        word = match.string[max(0, match.start() - 20) : match.start()].rpartition(" ")[2]
        if word.lower() in ABBREVIATED:
            return match[0]
        self._page.references.add(match[1])
        return match[0].removesuffix(match[1])

    def _take(self, glyph: Glyph) -> None:
        self._units.append("-" if glyph.char == CUT else glyph.char)
        self._last = glyph
        self._ended = self._after_mark = False
        self._sizes[glyph.size] += 1
        self._left, self._right = min(self._left, glyph.left), max(self._right, glyph.right)
        self._bottom, self._top = min(self._bottom, glyph.bottom), max(self._top, glyph.top)

    def _settle(self, *, before: str) -> None:
        """Leave the raised figures out that refer to a footnote, and take the others for text."""
        marks, self._marks = self._marks, []
        if not marks:
            return
        text = "".join(self._units[-30:]).rstrip()
        said = "".join(mark.char for mark in marks)
        refers = REFERRING.search(text) and not UNITS.search(text) and len(marks) <= LONGEST_MARK
        if refers and not before.isalnum():
            self._page.references.update(re.findall(r"\d+|[^\d,]", unicodedata.normalize("NFKC", said)))
            self._after_mark = True
        else:
            for mark in marks:
                base = self._last
                self._take(mark)
                self._last = base

    def _is_mark(self, glyph: Glyph, last: Glyph) -> bool:
        """Return whether a character is set small and high behind the line so far."""
        right = self._marks[-1].right if self._marks else last.right
        raised = glyph.base - last.base
        return (
            glyph.char in MARKS
            and glyph.size <= SMALLER * last.size
            and RAISED * last.size <= raised <= last.size
            and -last.size <= glyph.left - right <= last.size
        )

    def _goes_on(self, glyph: Glyph, last: Glyph) -> bool:
        """Return whether a character stands on the line of the last one."""
        gap = glyph.left - self._right
        near = gap <= max(2 * glyph.size, 2 * (self._top - self._bottom))
        level = abs(glyph.base - last.base) <= 0.3 * max(glyph.size, last.size)
        if last.char == CUT:
            return near and level
        if not self._ended:
            return near
        if self._after_mark:
            return near and level and gap > 0
        # A footnote begins with its raised figure.
        figure = "".join(self._units).strip()
        lowered = last.base - glyph.base
        return (
            figure.isdigit()
            and last.size <= SMALLER * glyph.size
            and RAISED * glyph.size <= lowered <= glyph.size
            and 0 < gap <= 2 * glyph.size
        )
