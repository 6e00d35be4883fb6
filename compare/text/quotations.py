"""Where a text stands in quotation marks: the one reader of them, slips in the marks mended, none lost."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

Stretches = tuple[tuple[int, int], ...]

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
# Agency copy has two apostrophes for a mark.
_MARK = re.compile(r"''|[\"'“”„«»‘‚]")
# Single marks are apostrophes too often: “’em”, “rock 'n' roll”, “the class of '68”.
_SINGLE = re.compile(
    r"(?<![^\s(\[{—–*_>/“\"„«-])[‘'](?=[^\W_]|[$£€#@“\"\[(…]|\.\.)(?!['’])"
    r"(?!(?<=\w [‘'])\d\ds?\b)(?!(?i:em|til|tis|twas|twere|n|cos|cause|bout|neath|ello)\b|\d\ds\b)"
)
_OPENS = {
    # Behind a word or stop and before a blank it closes what nobody opened, or is an inch.
    "“": re.compile(r"(?<![\w.,!?…)])“|“(?![\s.,;:!?)]|$)"),
    '"': re.compile(r"(?<![\w.,!?…)])\"|\"(?![\s.,;:!?)]|$)"),
    # “”No” is a slip.
    "”": re.compile(r"(?<!\S)”(?=\w)"),
    "''": re.compile(r"''(?=[\w.$…])"),
    "„": re.compile("„"),
    "«": re.compile("«"),
    "»": re.compile(r"(?<![^\s(\[—–])»(?=[\w.…])"),
    "‚": re.compile(r"(?<![^\s(\[—–„“])‚(?=[\w…])"),
    "‘": _SINGLE,
    "'": _SINGLE,
}
_CLOSES = {
    "“": re.compile(r"[”\"]|“(?=[\s.,;:!?)]|$)"),
    "”": re.compile("”"),
    '"': re.compile(r"[\"”]"),
    "''": re.compile("''"),
    "„": re.compile(r"[“”\"]"),
    "«": re.compile("»"),
    "»": re.compile(r"[«»]"),
    "‚": re.compile(r"‘(?!\w)|(?<=[^\ssxzSXZ])’(?!\w)"),
}
# An apostrophe closes where no letter follows and neither a plural's possessive nor a dropped letter can be
# meant: behind a stop or another mark, behind a letter but “s”, “x”, “z”, “in’”, “o’”, or before a stop.
_CLOSES_SINGLE = re.compile(
    r"(?<=[^\w\s‘'’“(\[])[’'](?!\w)|(?<=[^\W_])[’'](?=[.,;:!?)\]”\"…]|$)"
    r"|(?<=[^\WsxzSXZ_])(?<!in)(?<!\bo)(?<!\bn)[’'](?=[\s—–/-])"
)
# Where none of these comes before the next quotation, “‘red lines’ of the talks” is no possessive either.
_MAY_CLOSE_SINGLE = re.compile(r"(?<=[^\W\d_])[’'](?=[\s—–/-])|[.!?]\s")
# A mark that nobody closes within this many characters is a slip.
_LONGEST = 3000
_LONGEST_SINGLE = 1000
# What these open is a quotation even where nobody closes it; of the others only what opens a paragraph is,
# and where a mark may be an apostrophe, what the next paragraph goes on with.
_OPENS_ONLY = frozenset("“„«")
_DOUBLE = '"“”«»„'
_OPENS_PARAGRAPHS = frozenset(("“", "„", "«", '"', "''"))


def quotations(text: str, start: int = 0, end: int | None = None) -> Stretches:
    """Return the offsets of what stands in quotation marks, the marks included, paragraph by paragraph.

    What stands in marks inside of others is part of them. A quotation that is surely opened and not closed in
    its paragraph runs to the paragraph's end: the next one goes on with a mark of its own.

    >>> text = "He said “no“ and ''yes''. ‘It’s the drivers’ day,’ he said. 'We do,' said she: « non »."
    >>> [text[s:e] for s, e in quotations(text)]
    ['“no“', "''yes''", '‘It’s the drivers’ day,’', "'We do,'", '« non »']
    """
    last = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    carried = ""
    while start < last:
        gap = _PARAGRAPH.search(text, start, last)
        stop = gap.start() if gap else last
        after = gap.end() if gap else last
        carried = _read(text, start, stop, _opening(text, after, last), carried, found)
        start = after
    return tuple(found)


def _opening(text: str, start: int, end: int) -> str:
    """Return the mark that a paragraph begins with, an empty text where it begins with none."""
    start = _past_space(text, start, end)
    mark = _MARK.match(text, start, end)
    return mark[0] if mark and (mark[0] == "»" or _OPENS[mark[0]].match(text, start, end)) else ""


def _read(text: str, start: int, end: int, following: str, carried: str, found: list[tuple[int, int]]) -> str:
    """Add a paragraph's quotations to those found; return the mark of one that the next goes on with.

    `following` is the mark that the next paragraph begins with, `carried` the one that the last left open.
    """
    unclosed: set[str] = set()
    at = beginning = _past_space(text, start, end)
    while opening := _MARK.search(text, at, end):
        mark, place = opening[0], opening.start()
        at = opening.end()
        first = place == beginning
        # French repeats the closing mark where a quotation goes on.
        goes_on = first and mark == "»" and carried in ("«", "»")
        if mark in unclosed or not (goes_on or _OPENS[mark].match(text, place, end)):
            continue
        closed = _closed("«" if goes_on else mark, text, at, end)
        if closed is not None:
            found.append((place, closed))
            at = closed
            continue
        continued = following == mark or (following == "»" and mark == "«")
        sure = (mark in _OPENS_ONLY and end - at <= _LONGEST) or (first and mark in _OPENS_PARAGRAPHS)
        if (continued or sure) and (mark in _OPENS_ONLY or goes_on or (at < end and not text[at].isspace())):
            found.append((place, end))
            return mark if continued else ""
        if mark in _CLOSES and end - at <= _LONGEST:
            # Searching again for the same mark would take square time on a run of them.
            unclosed.add(mark)
    return ""


def _past_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _closed(mark: str, text: str, at: int, end: int) -> int | None:
    """Return where a quotation ends that was opened before a place, None where no mark closes it."""
    if mark in _CLOSES:
        closing = _CLOSES[mark].search(text, at, min(end, at + _LONGEST))
        return closing.end() if closing else None
    # Up to the next that opens: so that a run of marks takes no square time.
    rival = _SINGLE.search(text, at, min(end, at + _LONGEST_SINGLE))
    stop = rival.start() if rival else min(end, at + _LONGEST_SINGLE)
    closing = _CLOSES_SINGLE.search(text, at, stop) or _MAY_CLOSE_SINGLE.search(text, at, stop)
    return closing.end() if closing and closing[0] in ("’", "'") else None


def crossing(marks: Stretches, start: int, end: int) -> Stretches:
    """Return those of some stretches, in order and apart from each other, that meet `start` to `end`.

    Found by bisection: going through all of them for each passage took a third of the time of long texts.

    >>> crossing(((0, 5), (8, 12), (17, 29)), 4, 17)
    ((0, 5), (8, 12))
    """
    first = bisect_right(marks, start, key=itemgetter(1))
    return marks[first : bisect_left(marks, end, lo=first, key=itemgetter(0))]


def merged(stretches: Iterable[tuple[int, int]]) -> Stretches:
    """Return what some stretches cover, in order and apart from each other.

    >>> merged([(8, 12), (0, 5), (4, 7)])
    ((0, 7), (8, 12))
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def share_quoted(marks: Stretches, start: int, end: int) -> float:
    """Return how much of `text[start:end]` lies inside quotations, 0-100.

    >>> share_quoted(((0, 5),), 0, 10)
    50.0
    """
    inside = sum(max(0, min(end, e) - max(start, s)) for s, e in crossing(marks, start, end))
    return 100 * inside / (end - start)


def outside(text: str, marks: Stretches, start: int, end: int) -> str:
    """Return the words of `text[start:end]` that stand in none of some quotations.

    >>> outside("He “of all people” left.", ((3, 18),), 0, 24)
    'He   left.'
    """
    parts, at = [], start
    for first, stop in crossing(marks, start, end):
        parts.append(text[at : max(at, first)])
        at = min(stop, end)
    return " ".join((*parts, text[at:end]))


def has_mark(text: str, marks: Stretches, start: int, end: int) -> bool:
    """Return whether a stretch meets a quotation, or has a mark that no other answers.

    >>> has_mark("He left.” She stayed.", (), 0, 9), has_mark("He left.” She stayed.", (), 10, 21)
    (True, False)
    """
    return bool(crossing(marks, start, end)) or any(mark in text[start:end] for mark in _DOUBLE)


def is_half_quoted(before: str, behind: str) -> bool:
    """Return whether a lone mark opens before a stretch or closes behind it, as in longer quotations.

    `before` and `behind` are the rest of its sentence.

    >>> is_half_quoted("“We will ", " the port."), is_half_quoted("The “old” port ", " us.")
    (True, False)
    """
    if before.count("“") > before.count("”") or behind.count("”") > behind.count("“"):
        return True
    # A straight mark does not say which way it points; its place at either end of a sentence does.
    lone = before.count('"') + behind.count('"') == 1
    return lone and (before.startswith('"') or behind.endswith('"'))
