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
# 6.5 points become 12 on the width of a page.
LARGE_WIDTH = 270.0
# A figure narrower than this has the names of its rows above them, not before them.
NARROW = 400.0
INK, GREY, PALE = "#1A1A1A", "#595959", "#BDBDBD"
# Blue and burnt orange: 8.4:1 and 6.4:1 on white, told apart under the usual colour deficiencies.
COLOURS = ("#0B4F8A", "#A63D00", "#1E6B3C", "#6B3FA0", "#3A3A3A")
FONT = "font-family='Report Sans'"
BOLD = "font-family='Report Sans' font-weight='bold'"

# A box narrower than this cannot hold its own number at 6 points.
NUMBERED = 9.0
# More lines than this are a grey patch; the strongest stay.
MOST_LINES = 160
MANY_LINES = 50


class Stroke(StrEnum):
    """How a link is drawn, by SVG dash pattern."""

    SOLID = "none"
    DASHED = "4 2.4"
    DOTTED = "0.9 2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A line from the `upper` text's sentence to the `lower` text's, both counted from 0."""

    upper: int
    lower: int
    line: Stroke
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """One text as a row of boxes; `side` is its place among the texts, 0 for A."""

    label: str
    side: int
    sentences: int
    shared: frozenset[int]
    perhaps: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """One measure of several texts on one scale; `values` pairs a text's place with its value."""

    title: str
    low: float
    high: float
    values: tuple[tuple[int, float], ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A type of source: how many statements each text puts to it, in the order of the texts."""

    title: str
    numbers: tuple[int, ...]


def colour(side: int) -> str:
    """Return the colour of a text by its place; from the fifth on they share one."""
    return COLOURS[min(side, len(COLOURS) - 1)]


def meeting(
    upper: BoxRow, lower: BoxRow, joins: Sequence[Join], *, alternative: str, width: float = WIDTH
) -> str:
    """Return two rows of numbered boxes, one a sentence, and lines between the linked ones."""
    box, gap, left = 17.0, 42.0, 18.0
    # Boxes too narrow for their numbers have them outside.
    room = width - left
    top, below = (8.5 if _pitch(row, room) <= NUMBERED else 0.5 for row in (upper, lower))
    under = top + box - 0.5
    kept = sorted(joins, key=lambda j: (-j.score, j.upper, j.lower))[:MOST_LINES]
    parts = []
    for line in (Stroke.DOTTED, Stroke.DASHED, Stroke.SOLID):
        curves = [
            _curve(
                left + _pitch(upper, room) * (j.upper + 0.5),
                under,
                left + _pitch(lower, room) * (j.lower + 0.5),
                under + gap,
            )
            for j in kept
            if j.line is line
        ]
        if curves:
            stroke = (1.0 if line is Stroke.SOLID else 0.8) * (0.5 if len(kept) > MANY_LINES else 1)
            parts.append(
                f"<path d='{''.join(curves)}' fill='none' stroke='{INK}' stroke-width='{stroke}' "
                f"stroke-dasharray='{line}'/>"
            )
    parts += _row(upper, top, box - 0.5, left, width, above=True)
    parts += _row(lower, under + gap, box - 0.5, left, width, above=False)
    return _svg(width, under + gap + box + below, alternative, parts)


def placement(
    facts: Sequence[tuple[str, float, float]],
    *,
    sides: tuple[int, int],
    alternative: str,
    width: float = WIDTH,
) -> str:
    """Return one line a shared fact: its number and where each text puts it, 0-100 per cent of the way."""
    row, top, left, right = 13.0, 13.0, 46.0, width - 15
    height = top + row * len(facts) + 3

    def x(share: float) -> float:
        return left + (right - left) * min(max(share, 0.0), 100.0) / 100

    parts = [
        _text(x(share), 6.5, words, size=6.5, anchor=anchor, fill=GREY)
        for share, words, anchor in (
            (0, "first sentence", "start"),
            (50, "half-way", "middle"),
            (100, "last sentence", "end"),
        )
    ]
    lines = "".join(f"M{x(share):.1f} {top - 2:.1f}V{height - 2:.1f}" for share in (0, 25, 50, 75, 100))
    parts.append(f"<path d='{lines}' stroke='{PALE}' stroke-width='0.5'/>")
    for i, (number, first, second) in enumerate(facts):
        y = top + row * i + row / 2
        parts.append(_text(left - 8, y + 2.6, number, size=7.5, anchor="end", bold=True))
        parts.append(f"<path d='M{x(first):.1f} {y:.1f}H{x(second):.1f}' stroke='{INK}' stroke-width='0.9'/>")
        parts += [_dot(x(second), y, sides[1]), _dot(x(first), y, sides[0])]
    return _svg(width, height, alternative, parts)


def readability(measures: Sequence[Dots], *, alternative: str, width: float = WIDTH) -> str:
    """Return one scale a measure, with a dot for each text and the figures at the right."""
    left, right, above = (118.0, width - 105, 0.0) if width >= NARROW else (18.0, width - 92, 12.0)
    row = 19.0 + above
    height = row * len(measures) + 2
    parts: list[str] = []
    for i, measure in enumerate(measures):
        y = row * i + (row + above) / 2
        scale = (measure.high - measure.low) or 1.0
        parts.append(_title(left, y, measure.title, above=above))
        parts.append(
            f"<path d='M{left} {y:.1f}H{right}M{left} {y - 2.5:.1f}v5M{right} {y - 2.5:.1f}v5' "
            f"stroke='{PALE}' stroke-width='0.7'/>"
        )
        parts.append(_text(left - 5, y + 2.2, f"{measure.low:g}", size=6.5, anchor="end", fill=GREY))
        parts.append(_text(right + 5, y + 2.2, f"{measure.high:g}", size=6.5, fill=GREY))
        for side, value in reversed(measure.values):
            share = min(max((value - measure.low) / scale, 0.0), 1.0)
            parts.append(_dot(left + (right - left) * share, y, side))
        step = 76.0 / max(2, len(measure.shown))
        for k, words in enumerate(measure.shown):
            side = measure.values[k][0]
            parts.append(
                _text(
                    width - step * (len(measure.shown) - 1 - k),
                    y + 2.7,
                    words,
                    size=8 if len(measure.shown) < 3 else 6,
                    anchor="end",
                    fill=colour(side),
                    bold=True,
                )
            )
    return _svg(width, height, alternative, parts)


def speakers(groups: Sequence[Bars], *, alternative: str, width: float = WIDTH) -> str:
    """Return a group of bars a type of source, one a text: filled for A, open for the others, with counts."""
    bar, gap = 7.0, 5.0
    left, right, above = (118.0, width - 65, 0.0) if width >= NARROW else (18.0, width - 20, 11.0)
    most = max((number for group in groups for number in group.numbers), default=1) or 1
    parts, y = [], 1.0
    for group in groups:
        middle = y + bar * len(group.numbers) / 2
        parts.append(_title(left, middle if not above else y + 12 + bar / 2, group.title, above=above))
        y += above
        for side, number in enumerate(group.numbers):
            centre = y + bar / 2
            parts.append(_dot(left - 9, centre, side, size=0.7))
            length = (right - left) * number / most
            if number:
                fill = colour(side) if side == 0 else "#FFFFFF"
                parts.append(
                    f"<path d='M{left} {centre - 2.2:.1f}h{length:.1f}v4.4h{-length:.1f}z' fill='{fill}' "
                    f"stroke='{colour(side)}' stroke-width='0.9'/>"
                )
            parts.append(_text(left + length + 5, centre + 2.4, str(number), size=7, bold=True))
            y += bar
        y += gap
    return _svg(width, y - gap + 1, alternative, parts)


def _row(row: BoxRow, top: float, height: float, left: float, width: float, *, above: bool) -> list[str]:
    tint = colour(row.side)
    parts = [_text(0, top + height / 2 + 4, row.label[:3], size=11, fill=tint, bold=True)]
    if not row.sentences:
        return parts
    pitch = _pitch(row, width - left)
    inset = 1.2 if pitch > NUMBERED else 0.4 if pitch > 3 else 0.0
    shapes = {"none": "", tint: "", "half": ""}
    for i in range(row.sentences):
        x = left + pitch * i
        box = f"M{x:.2f} {top:.2f}h{pitch - inset:.2f}v{height:.2f}h{inset - pitch:.2f}z"
        shapes[tint if i in row.shared else "none"] += box
        if i in row.perhaps and i not in row.shared:
            shapes["half"] += f"M{x:.2f} {top + height - 2:.2f}h{pitch - inset:.2f}"
    thin = 0.8 if pitch > NUMBERED else 0.4
    for fill in ("none", tint):
        if shapes[fill]:
            paint = "#FFFFFF" if fill == "none" else fill
            parts.append(f"<path d='{shapes[fill]}' fill='{paint}' stroke='{tint}' stroke-width='{thin}'/>")
    if shapes["half"]:
        parts.append(
            f"<path d='{shapes['half']}' stroke='{tint}' stroke-width='1.2' stroke-dasharray='1 1.4'/>"
        )
    step = next(n for n in (1, 5, 10, 20, 50, 100, 500, 1000, 10**9) if pitch * n > NUMBERED)
    if step == 1:
        for i in range(row.sentences):
            x, y = left + pitch * i + (pitch - inset) / 2, top + height / 2 + 2.3
            fill = "#FFFFFF" if i in row.shared else INK
            parts.append(_text(x, y, str(i + 1), size=6.5, anchor="middle", fill=fill))
        return parts
    for number in (1, *range(step, row.sentences + 1, step)):
        x, y = left + pitch * (number - 0.5), top - 3 if above else top + height + 7
        half = 1.5 * len(str(number))
        parts.append(_text(min(x, width - half), y, str(number), size=5.5, anchor="middle", fill=GREY))
    return parts


def _pitch(row: BoxRow, room: float) -> float:
    # A text of two sentences would have boxes half a page wide.
    return min(room / max(row.sentences, 1), 48.0)


def _title(left: float, y: float, words: str, *, above: float) -> str:
    """Return the name of a row: before it, or above it where the figure is narrow."""
    if above:
        return _text(left - 18, y - 9, words, size=8)
    return _text(left - 22, y + 2.7, words, size=8, anchor="end")


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (y1 + y2) / 2
    return f"M{x1:.1f} {y1:.1f}C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"


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
