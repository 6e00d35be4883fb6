"""The entries of a live report: which lines are the heads of them, and which times stand above them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.bylines import byline
from compare.read.dates import BARE, LEADING, date_line, is_stamp
from compare.read.furniture.lines import TextBlock, could_be_heading, reads_as_prose
from compare.read.furniture.masthead import REACH

# Head and author stand between a stamp and its entry.
MAX_HEADS = 2
MAX_ASKED = 12


def entry_heads(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which lines are the heads of a live report's entries: beside a stamp, above a paragraph.

    A line beside a stamp without a paragraph below it is all that its entry says, and stays text. Above the
    text a stamp that says "updated" or gives the day is the article's own date.
    """
    open_lines = [index for index in range(len(lines)) if index not in known or is_stamp(lines[index].text)]
    stamps = [at for at, index in enumerate(open_lines) if is_stamp(lines[index].text)]
    rows = [lines[index] for index in open_lines]
    found: set[int] = set()
    prose = next((at for at, row in enumerate(rows) if reads_as_prose(row)), len(rows))
    for at in stamps:
        told = len(stamps) > 1 and BARE.fullmatch(rows[at].text)
        if at == 0 or not (told or prose < at):
            continue
        below = range(at + 1, min(at + 1 + MAX_HEADS, len(rows)))
        heads = list(itertools.takewhile(lambda index: _is_head(rows[index]), below))
        if heads and _is_paragraph(rows, heads[-1] + 1):
            found.update(heads)
        elif (
            at >= 2
            and _is_head(rows[at - 1])
            and reads_as_prose(rows[at - 2])
            and _is_paragraph(rows, at + 1)
        ):
            found.add(at - 1)
    stamped = [at for at, row in enumerate(rows) if LEADING.match(row.text) and _is_head(row)]
    if len(stamped) > 1:
        found.update(at for at in stamped if _is_paragraph(rows, at + 1))
    return {open_lines[at] for at in found}


def entry_times(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return the stamps of entries: bare times, and all stamps but the first one below a paragraph."""
    stamps = [index for index, line in enumerate(lines) if is_stamp(line.text)]
    if not stamps:
        return set()
    prose = next(
        (at for at, line in enumerate(lines) if at not in known and reads_as_prose(line)), len(lines)
    )
    signed = any(_signs(line.text) for line in lines[: min(prose, REACH)])
    own = None if signed else stamps[0]
    return {index for index in stamps if index in known or (index > prose and index != own)}


def _is_head(line: TextBlock) -> bool:
    if is_stamp(line.text) or (line.leader < line.start and not line.level) or not could_be_heading(line):
        return False
    asked = (
        line.text.endswith(("?", "!"))
        and len(line.words) <= MAX_ASKED
        and not re.search(r"[.?!] ", line.text)
    )
    return asked or not reads_as_prose(line)


def _is_paragraph(rows: Sequence[TextBlock], at: int) -> bool:
    return at < len(rows) and not is_stamp(rows[at].text) and reads_as_prose(rows[at])


def _signs(text: str) -> bool:
    found = byline(text)
    return date_line(text) is not None or (found is not None and found.sure)
