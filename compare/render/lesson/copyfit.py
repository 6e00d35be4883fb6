"""How much room words take: copyfitting, so that a handout's pages hold what is put on them."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from compare.files import data_folder
from compare.quote import ZERO_WIDTH_SPACE, printable

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
