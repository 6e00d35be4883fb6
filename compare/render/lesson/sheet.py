"""The paper of a handout: what its pages measure, and what each part of them takes."""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.layout import Layout, Paper
from compare.render.lesson.copyfit import Face, lines

# Millimetres between the margins: 15 mm at the sides, 12 above, 15 below.
_PAPERS = {Paper.A4: (180.0, 270.0), Paper.LETTER: (185.9, 252.4)}
LARGE = 1.7
"""Large print sets 17 points where the plain page has 10; the sentences of the texts are then over 16."""
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
        return lines(words, width=width, size=9.2 * self.scale) * 4.3 * self.scale

    def said(self, words: str, width: float) -> float:
        """Return the height of what a task quotes or asks in a cell."""
        return lines(words, width=width, size=8.8 * self.scale) * 4.0 * self.scale

    def asked(self, words: str) -> float:
        """Return the height of a task's instruction, or of its help: nothing for no words."""
        size = 8.8 * self.scale
        return lines(words, width=self.width, size=size, face=Face.SANS) * 4.0 * self.scale if words else 0.0


def sheet(layout: Layout) -> Sheet:
    """Return the paper that was asked for."""
    width, height = _PAPERS[layout.paper]
    return Sheet(width=width, height=height, scale=LARGE if layout.large_print else 1.0)
