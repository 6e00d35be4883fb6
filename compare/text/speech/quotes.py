"""The stretches in quotation marks as reported speech needs them: slips in the marks mended, none lost."""

from __future__ import annotations

import re

# An opening mark of any kind. "”" opens where a word follows and none stands before; "''" is agency style.
_MARK = re.compile(r"“|(?:(?<=\s)|^)”(?=\w)|\"|''(?=[\w.$…])|«|„|(?:(?<=[\s(\[—–])|^)‘(?=\w)", re.MULTILINE)
_CLOSE = {
    "“": re.compile(r"[”\"]|“(?=[\s.,;:!?)]|$)"),
    "”": re.compile(r"”"),
    '"': re.compile(r"\"|”"),
    "''": re.compile(r"''"),
    "«": re.compile(r"»"),
    "„": re.compile(r"[“”]"),
    # An apostrophe closes only where no letter follows and no plural's possessive can be meant.
    "‘": re.compile(r"(?<=[.,!?])’(?!\w)|(?<=[^\Ws])’(?=[\s.,;:!?)—–]|$)"),
}
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
# A mark that nobody closes within this many characters is a slip.
_LONGEST = 3000
_LONGEST_SINGLE = 600


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Return the offsets of what stands in quotation marks, the marks included, paragraph by paragraph.

    A quotation that opens a paragraph and is not closed there runs to the paragraph's end.

    >>> text = "He said “no“ and ''yes''. ‘It’s late,’ he said."
    >>> [text[s:e] for s, e in quoted_stretches(text)]
    ['“no“', "''yes''", '‘It’s late,’']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found += _inside(text, start, end)
        start = gap.end() if gap else end
    return found


def _inside(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    at = start
    while opening := _MARK.search(text, at, end):
        mark = opening.group()
        at = opening.end()
        if mark in unclosed:
            continue
        closing = _CLOSE[mark].search(text, at, min(end, at + (_LONGEST_SINGLE if mark == "‘" else _LONGEST)))
        if closing:
            found.append((opening.start(), closing.end()))
            at = closing.end()
        elif mark in "“\"''" and not text[start : opening.start()].strip():
            found.append((opening.start(), end))
            break
        elif end - at <= _LONGEST:
            # Searching again for the same mark would take square time on a run of them.
            unclosed.add(mark)
    return found
