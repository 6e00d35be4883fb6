"""The lines of a file as exports of databases use them: one field or paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.read.stated.stated import Value

HASHES = re.compile(r"\A#{1,6}[ \t]+")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with something on it, without the white space around it and a heading's mark."""

    start: int
    end: int
    text: str
    apart: bool
    """A blank line stands above it."""
    indented: bool


def rows_of(text: str) -> list[Row]:
    r"""Return the lines of a text that are not blank.

    >>> [(row.text, row.apart) for row in rows_of("HD  Bridge\n\n falls")]
    [('HD  Bridge', False), ('falls', True)]
    """
    found: list[Row] = []
    for match in LINE.finditer(text):
        line = HASHES.sub("", match[0].strip(), count=1)
        if not line:
            continue
        start = match.start() + match[0].index(line)
        apart = bool(found) and _blank_lines(text[found[-1].end : start])
        found.append(
            Row(start=start, end=start + len(line), text=line, apart=apart, indented=start > match.start())
        )
    return found


def _blank_lines(between: str) -> bool:
    return len(re.findall(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", between)) > 1


def joined(text: str, rows: Sequence[Row], *, start: int | None = None) -> Value:
    """Return the rows as one value, the first from `start` on."""
    first = rows[0].start if start is None else start
    return Value(text=" ".join(text[first : rows[-1].end].split()), start=first, end=rows[-1].end)
