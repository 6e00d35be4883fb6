"""Markdown's own marks: what is a heading, and what is markup and no text, by line and position.

Inline marks (`**`, `_`, links) stay inside sentences: a quotation is the file's text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BREAK = r"(?:\r\n|[\n\r])"
# Matched a line at a time, so that an opening mark without a closing one swallows nothing.
FENCE = re.compile(r"^[ \t]{0,3}(?P<mark>`{3,}+|~{3,}+)[^`\n\r]*(?=[\n\r]|\Z)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*<!--", re.MULTILINE)
_TARGET = r"\([^)\n\r]{0,2000}\)"
_IMAGE = rf"!\[[^\]\n\r]{{0,400}}\]{_TARGET}"
_CELL = r"[ \t]*:?-{3,}:?[ \t]*"
MARKUP_LINE = re.compile(
    rf"{_IMAGE}|\[{_IMAGE}\]{_TARGET}"
    r"|\[[^\]\n\r]{1,200}\]:[ \t]*\S{1,2000}(?:[ \t]+[\"'(][^\n\r]{0,300})?"
    rf"|</?[A-Za-z][\w-]{{0,20}}(?:\s[^<>\n\r]{{0,1000}})?/?>|\|?{_CELL}(?:\|{_CELL})+\|?"
)
HEADING = re.compile(r"(?P<mark>#{1,6}[ \t]+)(?P<text>\S[^\n\r]*?)(?P<tail>[ \t]+#+)?")
UNDERLINE = re.compile(rf"(?<=\S)[ \t]*{_BREAK}(?P<mark>={{3,}}+|-{{3,}}+)[ \t]*(?=[\n\r]|\Z)")
BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_\n\r]{2,200})(?P<tail>\*\*|__)")
LEADER = re.compile(r"(?:[-*+•▪●‣◦>](?:[ \t]+|$))+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading's words, `text[start:end]`, its marks left out; `level` is 1-6, 7 for a line in bold."""

    start: int
    end: int
    level: int


def markup(text: str, start: int) -> list[tuple[int, int]]:
    """Return the stretches that are markup whatever stands in them: fenced code, comments, underlines."""
    underlines = (match.span("mark") for match in UNDERLINE.finditer(text, start))
    found = sorted([*_fences(text, start), *_comments(text, start), *underlines])
    stretches: list[tuple[int, int]] = []
    for stretch in found:
        if not stretches or stretch[0] >= stretches[-1][1]:
            stretches.append(stretch)
    return stretches


def is_markup_line(line: str) -> bool:
    """Return whether a whole line is an image, a link's target, a lone HTML tag or a table's rule.

    >>> is_markup_line("![The bridge](bridge.jpg)")
    True
    """
    return len(line) <= 5000 and MARKUP_LINE.fullmatch(line) is not None


def heading(text: str, start: int, end: int) -> Heading | None:
    """Return the heading that the line `text[start:end]` is, None for any other line."""
    if end - start > 400:
        return None
    for pattern in (HEADING, BOLD_LINE):
        match = pattern.fullmatch(text, start, end)
        if match and any(char.isalnum() for char in match["text"]):
            level = len(match["mark"].strip()) if pattern is HEADING else 7
            inner = BOLD_LINE.fullmatch(text, *match.span("text")) or match
            return Heading(start=inner.start("text"), end=inner.end("text"), level=level)
    return None


def is_underlined(text: str, end: int) -> bool:
    r"""Return whether the line that ends at `end` has a line of = or - right under it.

    >>> is_underlined("The bridge\n==========\n", 10)
    True
    """
    return UNDERLINE.match(text, end) is not None


def leader_end(text: str, start: int, end: int) -> int:
    """Return where a line's text begins after its bullets and quotation marks of Markdown."""
    match = LEADER.match(text, start, end)
    return match.end() if match else start


def _fences(text: str, start: int) -> Iterator[tuple[int, int]]:
    opening: re.Match[str] | None = None
    for match in FENCE.finditer(text, start):
        if opening is None:
            opening = match
        elif match["mark"].startswith(opening["mark"]):
            yield opening.start("mark"), match.end("mark")
            opening = None


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    while (opening := COMMENT.search(text, at)) is not None:
        closing = text.find("-->", opening.end())
        if closing < 0:
            return
        line_end = re.compile(rf"[ \t]*(?:{_BREAK}|\Z)").match(text, closing + 3)
        if line_end:
            yield opening.end() - 4, closing + 3
        at = closing + 3
