"""The paper of a handout and how much of it words take, so that its pages hold what is put on them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from compare.files import data_folder
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.render.layout import Layout, Paper

MILLIMETRES = 0.3528
"""In a point."""
# WeasyPrint breaks a line a little earlier than a sum of widths says; 2 per cent was enough on every sample.
_SAFETY = 1.02
# As wide as the widest face draws them, or wider: a line that breaks at one of these is told too soon rather
# than too late.
_WIDER = {"’": 288, "‘": 288, "“": 510, "”": 510, "–": 515, "—": 815, "…": 971, "☐": 971, "☑": 971}


class Face(StrEnum):
    """A font of the report, by what it is used for; in the order of the columns of widths.txt."""

    SERIF = "serif"
    SANS = "sans"
    BOLD = "bold"


def lines(words: str, *, width: float, size: float, face: Face = Face.SERIF) -> int:
    """Return how many lines words fill at a width in millimetres and a size in points; at least one.

    >>> lines("Two words", width=40, size=10), lines("Two words", width=12, size=10)
    (1, 2)
    """
    widths = _widths(face)
    room = width / (size * MILLIMETRES / 1000) / _SAFETY
    number, used = 1, 0.0
    for word in printable(words).split():
        space = widths[" "] if used else 0
        # A very long word has places where it may break.
        for piece in word.split(ZERO_WIDTH_SPACE):
            length = float(sum(_width(c) if (known := widths.get(c)) is None else known for c in piece))
            if used and used + space + length > room:
                number, used, space = number + 1, 0.0, 0
            used, space = used + space + length, 0
            while used > room:
                number, used = number + 1, used - room
    return number


@cache
def _widths(face: Face) -> dict[str, int]:
    """Return the advance widths that the fonts' own tables give, in thousandths of the type size."""
    column = 1 + list(Face).index(face)
    table = (data_folder("report_templates") / "fonts" / "widths.txt").read_text(encoding="ascii")
    rows = (line.split() for line in table.splitlines())
    return {chr(int(row[0], 16)): int(row[column]) for row in rows} | _WIDER


def _width(character: str) -> int:
    """Return the width of a character that our fonts lack: that of a wide letter, or of a full square."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WFN" and ord(character) > 0x2E7F else 800


# ----------------------------------------------------------------------------------------------------- sheet
# The paper of a handout: what its pages measure, and what each part of them takes.

# Millimetres between the margins: 15 mm at the sides, 12 above, 15 below.
_PAPERS = {Paper.A4: (180.0, 270.0), Paper.LETTER: (185.9, 252.4)}
LARGE = 1.7
"""Large print sets 17 points where the plain page has 10."""
# Room that stays empty at the foot of a page: what a fallback font may add to a line's height.
SAFETY = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Sizes in points are those of the style sheet, heights and widths are millimetres."""

    width: float
    height: float
    scale: float = 1.0

    @property
    def large(self) -> bool:
        """Return whether the page is in large print: texts stand one above the other, pages may be many."""
        return self.scale > 1

    @property
    def pitch(self) -> float:
        """Return the distance of writing lines: 8 mm, more for who needs large print."""
        return 12.0 if self.large else 8.0

    @property
    def column(self) -> float:
        """Return the width of an extract's lines: half the page, or all of it in large print."""
        return self.width - 5 if self.large else (self.width - 6) / 2 - 5

    def text(self, words: str, width: float) -> float:
        """Return the height of the words of a text in an extract."""
        return lines(words, width=width, size=10.5 * self.scale) * 5.0 * self.scale

    def said(self, words: str, width: float) -> float:
        """Return the height of what a task quotes or asks in a cell."""
        return lines(words, width=width, size=9.6 * self.scale) * 4.4 * self.scale

    def asked(self, words: str) -> float:
        """Return the height of a task's instruction, or of its help: nothing for no words."""
        size = 9.6 * self.scale
        return lines(words, width=self.width, size=size, face=Face.SANS) * 4.4 * self.scale if words else 0.0


def sheet(layout: Layout) -> Sheet:
    """Return the paper that was asked for."""
    width, height = _PAPERS[layout.paper]
    return Sheet(width=width, height=height, scale=LARGE if layout.large_print else 1.0)
