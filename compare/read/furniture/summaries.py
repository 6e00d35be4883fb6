"""Boxes of points above a text: "Key points" and its bullets, or bullets under the headline alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.bylines import byline
from compare.read.dates import date_line
from compare.read.furniture.lines import Line, could_be_heading, reads_as_prose
from compare.read.furniture.stamps import is_stamp

HEAD = re.compile(
    r"(?:(?:the |story |article |your |our )?(?:key|main|top|five|three|four) (?:(?:\w+ )?(?:points?"
    r"|takeaways?|facts|developments|findings|events|messages|details|moments|insights|highlights"
    r"|things(?: to know)?))(?: (?:at a glance|so far|today))?|(?:the |story |article |today’s |today's"
    r" )?(?:highlights|takeaways?|essentials|gist|lowdown)|in (?:summary|brief|short|a nutshell|this"
    r" (?:article|story))|(?:the )?(?:story|news) in brief|(?:(?:ai|a\.i\.)[ -](?:generated )?|quick "
    r"|article |story |executive |news |short )?summary(?: of the (?:article|story))?|(?:the )?(?:story"
    r" )?at a glance|what (?:to|you need to|you should|we) know(?: so far| now)?|need to know|tl;?\s?dr"
    r"|quick (?:read|take|facts)|fast facts|bullet points|summary by [\w .]{2,30})(?: \([^()]{2,40}\))?:?",
    re.IGNORECASE,
)
# A box whose points were run together into one line: "Story highlights Mayor resigns Vote due in May".
RUN_ON = re.compile(
    r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS|Article [Hh]ighlights|Key (?:Points|Takeaways)|KEY (?:POINTS"
    r"|TAKEAWAYS))"
    r"\s{1,4}(?=[A-Z“\"‘'])"
)
NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")

# A standfirst and a first paragraph may stand above a box; one further down belongs to the text.
MAX_ABOVE = 2
# Most papers print three to five points.
MAX_POINTS = 8
MAX_POINT = 45


def is_run_on(text: str) -> bool:
    """Return whether a line is a box of points with its head, all in one.

    >>> is_run_on("Story highlights Mayor Ann Orr resigns Vote is due in May")
    True
    """
    return RUN_ON.match(text) is not None


def summary(lines: Sequence[Line], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which lines are a box of points above the text, with its head; a text needs to follow it."""
    above = 0
    for index, line in enumerate(lines):
        if index in known:
            continue
        if HEAD.fullmatch(line.text.strip(" *_#")) and not _is_point(line):
            points = _bullets(lines, known, index + 1) or (
                _bare(lines, known, index + 1) if above < MAX_ABOVE else []
            )
            if points:
                return {index, *points} if _text_below(lines, known, points[-1]) else set()
        elif _is_point(line):
            points = _bullets(lines, known, index)
            heads = [at for at in range(index) if at not in known and could_be_heading(lines[at])]
            if above == 0 and heads and len(points) > 1 and _text_below(lines, known, points[-1], least=3):
                return set(points)
            return set()
        above += reads_as_prose(line) and not date_line(line.text)
        if above > MAX_ABOVE:
            break
    return set()


def _is_point(line: Line) -> bool:
    return (line.leader < line.start and not line.level) or NUMBERED.match(line.text) is not None


def _bullets(lines: Sequence[Line], known: Mapping[int, FurnitureKind], start: int) -> list[int]:
    found = []
    for index in range(start, len(lines)):
        if index in known:
            continue
        if not _is_point(lines[index]) or len(lines[index].words) > MAX_POINT:
            break
        found.append(index)
    return found if len(found) <= MAX_POINTS else []


def _bare(lines: Sequence[Line], known: Mapping[int, FurnitureKind], start: int) -> list[int]:
    """Return points that lost their bullets: lines that stand close together, or that have no stop."""
    found: list[int] = []
    close = start + 1 < len(lines) and not lines[start + 1].apart
    for index in range(start, len(lines)):
        line = lines[index]
        if (
            index in known
            or line.level
            or is_stamp(line.text)
            or date_line(line.text)
            or len(line.words) > MAX_POINT
        ):
            break
        if ((signed := byline(line.text)) and signed.sure) or (found and close and line.apart):
            break
        if reads_as_prose(line) and not close:
            break
        found.append(index)
    return found if 2 <= len(found) <= MAX_POINTS else []


def _text_below(
    lines: Sequence[Line], known: Mapping[int, FurnitureKind], last: int, *, least: int = 1
) -> bool:
    below = (at for at in range(last + 1, len(lines)) if at not in known)
    return sum(reads_as_prose(lines[at]) and not _is_point(lines[at]) for at in below) >= least
