"""What a file states of its article, from front matter or a database's fields: which value is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct, field

from compare.files import PACKAGE
from compare.limits import MAX_NAME
from compare.model import FurnitureKind
from compare.read.dates import date_line

# A value is printed in one line of a report.
MAX_VALUE = 300
# "By Jane Doe": the report writes "by" itself.
BY = re.compile(r"\A(?:written )?by:? ", re.IGNORECASE)
NO_VALUE = frozenset(("null", "~", "none"))
Piece = tuple[int, int, FurnitureKind]


class Value(Struct, frozen=True, kw_only=True):
    """A scalar or a list of scalars under a key, with the stretch that holds it."""

    text: str
    start: int
    end: int


class Stated(Struct, frozen=True, kw_only=True):
    """What a file states of its article, and the stretches of the file that do so and are no text."""

    end: int = 0
    """Where a block at the top ends."""
    values: Mapping[str, str] = field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()
    problem: str | None = None


@cache
def fields() -> Mapping[str, Any]:
    """Return the names of fields, by who uses them and what they hold."""
    import tomllib

    return tomllib.loads((PACKAGE / "read" / "stated" / "fields.toml").read_text(encoding="utf-8"))


def plain(key: str) -> str:
    """Return a field's name without what its writers vary.

    >>> plain("Date-Published"), plain("Author(s)")
    ('datepublished', 'authors')
    """
    return re.sub(r"[\s_()-]+", "", key.lower())


def chosen(found: Mapping[str, Value], *, names: Mapping[str, Iterable[str]]) -> dict[str, Value]:
    """Return the value of each part of an article; `found` has plain names, `names` those of each part."""
    return {part: value for part in names if (value := _one(part, found, names[part])) is not None}


def _one(part: str, found: Mapping[str, Value], names: Iterable[str]) -> Value | None:
    values = [found[name] for name in names if name in found and clean(found[name].text)]
    if part == "outlet":
        return next((value for value in values if "://" not in value.text), None)
    if part == "published":
        # `published: true` is Jekyll's word for a page that is no draft.
        dated = [(value, date) for value in values if (date := date_line(clean(value.text)))]
        full = next((value for value, date in dated if date.iso), dated[0][0] if dated else None)
        return full or next(iter(values), None)
    return next(iter(values), None)


def said(values: Mapping[str, Value]) -> dict[str, str]:
    """Return the values fit for a report, authors without "by" and a language as its code."""
    found = {part: clean(value.text) for part, value in values.items() if part != "standfirst"}
    if "byline" in found:
        # Brackets of a list stand here where a block is no YAML and was read by the line.
        authors = re.sub(r"\A\[(.*)\]\Z", r"\1", found["byline"])
        found["byline"] = BY.sub("", authors, count=1)
    if "language" in found:
        found["language"] = fields()["languages"].get(found["language"].lower(), found["language"])
    return {part: line for part, line in found.items() if line}


def clean(value: str) -> str:
    """Return the value fit for a line of a report: one line, printable, no longer than `MAX_VALUE`."""
    words = " ".join(value.split())
    kept = "".join(char for char in words if char.isprintable())
    return kept[:MAX_VALUE].strip() if kept.lower() not in NO_VALUE else ""


def heads(text: str, values: Mapping[str, Value]) -> list[Piece]:
    """Return where title and standfirst stand in the file, for those that stand there word for word."""
    kinds = {"title": FurnitureKind.HEADLINE, "standfirst": FurnitureKind.SUBHEAD}
    found = ((verbatim(text, values[part]), kind) for part, kind in kinds.items() if part in values)
    return [(*place, kind) for place, kind in found if place]


def pieces(text: str, stretches: Iterable[tuple[int, int]], inside: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the stretches as front matter, cut where a headline or standfirst stands inside."""
    cut: list[Piece] = []
    marked = sorted(inside)
    for start, end in stretches:
        at = start
        for piece in [each for each in marked if start <= each[0] and each[1] <= end]:
            if piece[0] >= at:
                cut += [(at, piece[0], FurnitureKind.FRONT_MATTER), piece]
                at = piece[1]
        cut.append((at, end, FurnitureKind.FRONT_MATTER))
    return tuple(bare for each in cut if (bare := _trimmed(text, each)))


def blanked(text: str, pieces: Iterable[Piece]) -> str:
    r"""Return the text with spaces for the pieces' letters, so that line breaks and offsets stay.

    >>> blanked("HD  Bridge\nfalls", [(0, 10, FurnitureKind.FRONT_MATTER)])
    '          \nfalls'
    """
    parts: list[str] = []
    at = 0
    for start, end, _ in pieces:
        parts += [text[at:start], "".join(char if char.isspace() else " " for char in text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _trimmed(text: str, piece: Piece) -> Piece | None:
    start, end, kind = piece
    inner = text[start:end]
    bare = inner.strip()
    first = start + len(inner) - len(inner.lstrip())
    return (first, first + len(bare), kind) if bare else None


def verbatim(text: str, value: Value) -> tuple[int, int] | None:
    r"""Return where the value stands in its stretch, None where the file writes it in other letters.

    White space may differ, and a quotation mark inside may be escaped in the file: `\"` or `''`.

    >>> verbatim(r'title: "Mayor: \"No\""', Value(text='Mayor: "No"', start=7, end=22))
    (8, 21)
    """
    words = value.text.split()
    if not words or len(value.text) > MAX_NAME:
        return None
    found = re.compile(r"\s+".join(map(_escapable, words))).search(text, value.start, value.end)
    return found.span() if found else None


def _escapable(word: str) -> str:
    either = {'"': r'\\?"', "'": "''?", "\\": r"\\\\?"}
    return "".join(either.get(char) or re.escape(char) for char in word)


# ------------------------------------------------------------------------------------------- lines of exports
# The lines of a file as exports of databases use them: one field or paragraph a line.

HASHES = re.compile(r"\A#{1,6}[ \t]+")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class ExportLine(Struct, frozen=True, kw_only=True):
    """A line with something on it, without the white space around it and a heading's mark."""

    start: int
    end: int
    text: str
    apart: bool
    """A blank line stands above it."""
    indented: bool


def rows_of(text: str) -> list[ExportLine]:
    r"""Return the lines of a text that are not blank.

    >>> [(row.text, row.apart) for row in rows_of("HD  Bridge\n\n falls")]
    [('HD  Bridge', False), ('falls', True)]
    """
    found: list[ExportLine] = []
    for match in LINE.finditer(text):
        line = HASHES.sub("", match[0].strip(), count=1)
        if not line:
            continue
        start = match.start() + match[0].index(line)
        apart = bool(found) and _blank_lines(text[found[-1].end : start])
        found.append(
            ExportLine(
                start=start, end=start + len(line), text=line, apart=apart, indented=start > match.start()
            )
        )
    return found


def _blank_lines(between: str) -> bool:
    return len(re.findall(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", between)) > 1


def joined(text: str, rows: Sequence[ExportLine], *, start: int | None = None) -> Value:
    """Return the rows as one value, the first from `start` on."""
    first = rows[0].start if start is None else start
    return Value(text=" ".join(text[first : rows[-1].end].split()), start=first, end=rows[-1].end)
