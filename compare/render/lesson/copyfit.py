"""The paper of a handout and how much of it words take, so that its pages hold what is put on them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.render.layout import Layout, Paper

MILLIMETRES = 0.3528
"""In a point."""
# WeasyPrint breaks a line a little earlier than a sum of widths says; 2 per cent was enough on every sample.
_SAFETY = 1.02


class Face(StrEnum):
    """A font of the report, by what it is used for."""

    SERIF = "serif"
    SANS = "sans"
    BOLD = "bold"


# Advance widths of the characters from space to tilde, in thousandths of the type size.
_TABLES = {
    Face.SERIF: """
        239 288 398 524 530 967 733 181 376 376 471 537 303 325 303 347 548 548 548 548 548 548 548 548
        548 548 303 303 537 537 537 413 833 744 668 682 758 660 633 750 831 378 386 738 633 957 789 758
        641 758 715 565 651 778 732 1034 688 689 608 345 347 345 536 515 400 561 646 541 644 548 378 583
        667 350 319 624 350 990 668 598 647 629 477 486 381 657 627 884 598 635 513 369 289 369 537
    """,
    Face.SANS: """
        200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497
        497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664
        566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504
        544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497
    """,
    Face.BOLD: """
        200 328 510 521 520 849 653 288 334 334 447 520 288 327 288 341 520 520 520 520 520 520 520 520
        520 520 288 288 520 520 520 454 889 565 601 579 630 543 517 633 668 292 501 606 510 754 661 679
        589 679 602 550 551 660 546 807 554 513 541 334 341 334 520 500 552 522 568 465 568 512 329 527
        565 269 270 535 279 850 566 552 568 568 386 437 372 562 509 762 497 508 452 334 261 334 520
    """,
}
# Quotation marks, dashes and the ellipsis; the widest face's width serves all.
_OTHERS = {"’": 288, "‘": 288, "“": 510, "”": 510, "–": 515, "—": 815, "…": 971, "☐": 971, "☑": 971}


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
            length = float(sum(widths.get(c) or _width(c, face) for c in piece))
            if used and used + space + length > room:
                number, used, space = number + 1, 0.0, 0
            used, space = used + space + length, 0
            while used > room:
                number, used = number + 1, used - room
    return number


@cache
def _widths(face: Face) -> dict[str, int]:
    return {chr(32 + at): int(width) for at, width in enumerate(_TABLES[face].split())} | _OTHERS


def _width(character: str, face: Face) -> int:
    """Return the width of a character that no table has: that of a wide letter, or of a full square."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    plain = unicodedata.normalize("NFD", character)[0]
    if plain in _widths(face):
        return _widths(face)[plain]
    return 1000 if unicodedata.east_asian_width(character) in "WFN" and ord(character) > 0x2E7F else 800


# ----------------------------------------------------------------------------------------------------- sheet
# The paper of a handout: what its pages measure, and what each part of them takes.

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
