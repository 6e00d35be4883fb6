"""Blocks of running text: hard-wrapped lines are put together, headline-like and bullet lines stand alone."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-*–—•‣⁃·▪●○◦►]|\(?(?:\d{1,3}|[a-z])[.)]|#{1,6})\s")
# A speaker's label at a line's beginning, below a finished line: "Orne Courier: Were you there?"
_SPEAKER = re.compile(r"[^\W\d_a-z][\w.’'-]{0,20}(?: [^\W\d_a-z][\w.’'-]{0,20}){0,3}: (?=\S)")
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_STOPS = ".!?:;…。！？"
_CLOSERS = "\"'”’»)]"

# People and mailers wrap between some 45 and 100 columns; a text with longer lines has one paragraph a line.
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 120
# Of 20 lines one may be longer than the wrap (a web address, a table row).
_LONG_LINES = 20
_INDENT = 2


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    r"""Return the offsets of the blocks of running text inside `text[start:end]`, trimmed of white space.

    A line break is part of a block when the text is hard-wrapped and the next line's first word would not
    have fitted on the line, or when the next line goes on in lower case; any other line break ends a block.

    >>> paragraphs("A headline\n\nThe vote was close. It took place on\na Monday.")
    [(0, 10), (12, 58)]
    """
    stop = len(text) if end is None else end
    if not any(mark in text for mark in _BREAKS):
        return [span] if (span := _trimmed(text, start, stop)) else []
    lines = _lines(text, start, stop)
    width = _wrap_width([line for line in lines if line])
    blocks: list[tuple[int, int]] = []
    last: tuple[int, int] | None = None
    for line in lines:
        if line is None:
            last = None
            continue
        if last and _goes_on(text, last, line, width):
            blocks[-1] = (blocks[-1][0], line[1])
        else:
            blocks.append(line)
        last = line
    return blocks


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch without white space at its ends, None if nothing is left."""
    part = text[start:end]
    bare = part.lstrip()
    if not bare:
        return None
    first = start + len(part) - len(bare)
    return first, first + len(bare.rstrip())


def _lines(text: str, start: int, end: int) -> list[tuple[int, int] | None]:
    """Return the trimmed lines in order, None for each blank one."""
    lines: list[tuple[int, int] | None] = []
    broken = True
    for match in _LINE.finditer(text, start, end):
        if text[match.start()] in _BREAKS:
            if broken:
                lines.append(None)
            broken = True
        else:
            lines.append(_trimmed(text, match.start(), match.end()))
            broken = False
    return lines


def _wrap_width(lines: list[tuple[int, int]]) -> int:
    """Return the column at which lines were wrapped, 0 if every line is a paragraph of its own."""
    lengths = sorted(end - start for start, end in lines)
    if not lengths:
        return 0
    width = lengths[-1 - len(lengths) // _LONG_LINES]
    return width if _NARROWEST_WRAP <= width <= _WIDEST_WRAP else 0


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether two lines that stand under each other are one block."""
    if _BULLET.match(text, *following):
        return False
    if text[line[1] - 1] in _STOPS + _CLOSERS and _SPEAKER.match(text, *following):
        return False
    if text[following[0]].islower() and text[line[1] - 1] not in _STOPS:
        return True
    if not width or _column(text, following) >= _column(text, line) + _INDENT:
        return False
    # The classic test: a wrapped line ends where the next word would have passed the margin.
    room = width - (line[1] - line[0])
    word = text[following[0] : min(following[1], following[0] + width)].split(maxsplit=1)[0]
    return len(word) >= room


def _column(text: str, line: tuple[int, int]) -> int:
    """Return how many white-space characters stand before the line."""
    at = line[0]
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    return line[0] - at
