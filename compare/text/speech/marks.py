"""Quotations that go on over paragraphs which repeat no mark, as pages print them that break at sentences.

Stands alone since `quotations` reads paragraph by paragraph, for all rules: only who speaks is asked across.
"""

from __future__ import annotations

import re

from compare.text.quotations import Stretches, crossing

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_OPENING = re.compile(r"(?<![\w.,!?…)’'])[“\"](?=[\w\[$…‘'])|(?<=\s)[“\"](?=\s{0,3}$)")
_ANY = re.compile(r"[“”\"]")
_CLOSING = re.compile(r"(?<=[\w.,!?…)\]’'—–-])[”\"](?!\w)")
# So many paragraphs on, a mark that closes may close something else.
_FARTHEST = 8


def over_paragraphs(text: str, marks: Stretches) -> Stretches:
    r"""Return the quotations with those whose closing mark stands in a later paragraph as one each.

    >>> text = "“We lost.\n\nWe go on,” he said."
    >>> [text[s:e] for s, e in over_paragraphs(text, ((0, 9),))]
    ['“We lost.\n\nWe go on,”']
    """
    edges = [0, *(end for gap in _PARAGRAPH.finditer(text) for end in gap.span()), len(text)]
    paragraphs = list(zip(edges[::2], edges[1::2], strict=True))
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(paragraphs):
        opened = _left_open(text, marks, *paragraphs[at])
        later = at + 1
        while opened is not None and later < min(len(paragraphs), at + 1 + _FARTHEST):
            if mark := _ANY.search(text, *paragraphs[later]):
                if _CLOSING.match(text, mark.start()):
                    found.append((opened, mark.end()))
                    # What follows the closing mark may open another.
                    at = later - 1
                break
            later += 1
        at += 1
    if not found:
        return marks
    joined = tuple(found)
    apart = [(s, e) for s, e in marks if not crossing(joined, s, e)]
    return tuple(sorted((*apart, *joined)))


def _left_open(text: str, marks: Stretches, start: int, end: int) -> int | None:
    """Return where a paragraph opens a quotation that it does not close."""
    inside = crossing(marks, start, end)
    if inside and inside[-1][1] >= end:
        first = inside[-1][0]
        return first if text[end - 1] not in "”\"’'»" and text[first] in '“"' else None
    rest = max(start, inside[-1][1]) if inside else start
    openings = [mark.start() for mark in _OPENING.finditer(text, rest, end)]
    if not openings or len(_ANY.findall(text, openings[-1] + 1, end)):
        return None
    return openings[-1]
