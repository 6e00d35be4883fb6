"""The report's figures as inline SVG; pure functions of plain numbers and words.

WeasyPrint lets neither CSS nor `currentColor` reach an inline SVG, so that every shape carries its own
colours and fonts. `<title>` is the figure's alternative text. Sizes are points on a page 505 points wide;
in large print a figure is drawn on fewer points, so that the page's width makes its letters larger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

WIDTH = 505.0
# 7.5 points become 14 on the width of a page.
LARGE_WIDTH = 270.0
INK, GREY, MARK, PALE = "#1A1A1A", "#404040", "#8A8A8A", "#BDBDBD"
# Blue and burnt orange: 8.4:1 and 6.4:1 on white, told apart under the usual colour deficiencies.
COLOURS = ("#0B4F8A", "#A63D00", "#1E6B3C", "#6B3FA0", "#3A3A3A")
FONT = "font-family='Report Sans'"
BOLD = "font-family='Report Sans' font-weight='bold'"

# A box narrower than this is drawn without a gap behind it, and the row without numbers of every tenth.
_BOXED, _NUMBERED = 2.4, 22.0
_STRIP = (108.0, 9.0)
_HATCH = 3.0


class Told(StrEnum):
    """How much of a sentence another text tells."""

    BOTH = "both"
    PERHAPS = "perhaps"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One sentence of the map; `size` is its length in characters."""

    size: int
    told: Told
    paragraph: int
    differs: bool
    worded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """One text as a row of boxes; `side` is its place among the texts, 0 for A."""

    label: str
    side: int
    boxes: tuple[Box, ...]


def colour(side: int) -> str:
    """Return the colour of a text by its place; from the fifth on they share one."""
    return COLOURS[min(side, len(COLOURS) - 1)]


def coverage(rows: Sequence[BoxRow], *, alternative: str, width: float = WIDTH) -> str:
    """Return a bar a text on one scale, a box a sentence as wide as it is long.

    Solid is told by another text, hatched perhaps, white by this text alone; above a box a wedge stands for
    a difference, a short grey rule for another wording.
    """
    left, height, above, below = 18.0, 13.0, 6.0, 9.5
    most = max((_length(row) for row in rows), default=0) or 1
    parts: list[str] = []
    for i, row in enumerate(rows):
        top = above + i * (height + above + below)
        parts += _bar(row, left=left, top=top, height=height, scale=(width - left - 1) / most)
    return _svg(width, len(rows) * (height + above + below), alternative, parts)


# What parts two paragraphs, in characters, so that all texts keep one scale.
_GAP = 12


def _length(row: BoxRow) -> int:
    paragraphs = len({box.paragraph for box in row.boxes})
    return sum(box.size for box in row.boxes) + _GAP * max(paragraphs - 1, 0)


def _bar(row: BoxRow, *, left: float, top: float, height: float, scale: float) -> list[str]:
    tint = colour(row.side)
    parts = [_text(0, top + height / 2 + 4, row.label[:3], size=11, fill=tint, bold=True)]
    shapes = dict.fromkeys(Told, "")
    hatches, wedges, rules = "", "", ""
    x, last = left, -20.0
    paragraph = row.boxes[0].paragraph if row.boxes else 0
    for number, box in enumerate(row.boxes, 1):
        if box.paragraph != paragraph:
            x += _GAP * scale
            paragraph = box.paragraph
        wide = box.size * scale
        shown = wide - 1.0 if wide > _BOXED else wide
        shapes[box.told] += f"M{x:.2f} {top:.2f}h{shown:.2f}v{height:.2f}h{-shown:.2f}z"
        if box.told is Told.PERHAPS:
            hatches += _hatched(x, x + shown, top, height)
        middle = x + shown / 2
        if box.differs:
            wedges += f"M{middle - 2.6:.2f} {top - 5.4:.2f}h5.2l-2.6 4.2z"
        elif box.worded:
            reach = min(2.6, shown / 2)
            rules += f"M{middle - reach:.2f} {top - 2.6:.2f}h{2 * reach:.2f}"
        named = number in (1, len(row.boxes)) or number % 10 == 0
        if named and (x - last >= _NUMBERED or number == 1):
            at = min(middle, x + 6)
            parts.append(_text(at, top + height + 8, str(number), size=7.5, anchor="middle", fill=GREY))
            last = x
        x += wide
    for told, fill in ((Told.ALONE, "#FFFFFF"), (Told.PERHAPS, "#FFFFFF"), (Told.BOTH, tint)):
        if shapes[told]:
            parts.append(f"<path d='{shapes[told]}' fill='{fill}' stroke='{tint}' stroke-width='0.6'/>")
    if hatches:
        parts.append(f"<path d='{hatches}' fill='none' stroke='{tint}' stroke-width='0.8'/>")
    if wedges:
        parts.append(f"<path d='{wedges}' fill='{INK}'/>")
    if rules:
        parts.append(f"<path d='{rules}' fill='none' stroke='{MARK}' stroke-width='1.8'/>")
    return parts


def _hatched(left: float, right: float, top: float, height: float) -> str:
    """Return slanting lines in a box, each cut where the box ends."""
    lines, start = "", left - height + _HATCH
    while start < right:
        # From the foot at `start` up to the head, `height` further right.
        x1, x2 = max(start, left), min(start + height, right)
        if x2 > x1:
            y1, y2 = top + height - (x1 - start), top + height - (x2 - start)
            lines += f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}"
        start += _HATCH
    return lines


def strip(sides: tuple[int, int], shares: tuple[float, float], *, alternative: str) -> str:
    """Return a thin line from first sentence to last, with each text's sign where a fact stands."""
    width, height = _STRIP
    middle, room = height / 2, width - 10

    def x(share: float) -> float:
        return 5 + room * min(max(share, 0.0), 100.0) / 100

    first, second = shares
    parts = [
        f"<path d='M5 {middle}H{width - 5}M5 {middle - 2}v4M{width - 5} {middle - 2}v4' stroke='{PALE}' "
        "stroke-width='0.7'/>",
        f"<path d='M{x(first):.1f} {middle}H{x(second):.1f}' stroke='{INK}' stroke-width='0.9'/>",
        _dot(x(second), middle, sides[1], size=0.8),
        _dot(x(first), middle, sides[0], size=0.8),
    ]
    return _svg(width, height, alternative, parts)


def _dot(x: float, y: float, side: int, *, size: float = 1.0) -> str:
    """Return the sign of a text: A a filled circle, B an open square, C a triangle, others a diamond."""
    tint = colour(side)
    if side == 0:
        return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{2.9 * size:g}' fill='{tint}'/>"
    half, wide = 4 * size, 4.4 * size
    shape = {
        1: f"M{x - half:.1f} {y - half:.1f}h{2 * half:g}v{2 * half:g}h{-2 * half:g}z",
        2: f"M{x:.1f} {y - half:.1f}l{half:g} {7 * size:g}h{-2 * half:g}z",
    }.get(side, f"M{x:.1f} {y - wide:.1f}l{wide:g} {wide:g}l{-wide:g} {wide:g}l{-wide:g} {-wide:g}z")
    return f"<path d='{shape}' fill='#FFFFFF' stroke='{tint}' stroke-width='{1.2 * size:g}'/>"


def _text(
    x: float, y: float, words: str, *, size: float, anchor: str = "start", fill: str = INK, bold: bool = False
) -> str:
    font = BOLD if bold else FONT
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' {font} font-size='{size}' fill='{fill}' "
        f"text-anchor='{anchor}'>{escape(words)}</text>"
    )


def _svg(width: float, height: float, alternative: str, parts: Sequence[str]) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' width='100%' "
        f"role='img'><title>{escape(alternative)}</title>{''.join(parts)}</svg>"
    )
