"""Which words of a passage to mark, and how: boxes, thin rules, and thick rules for framing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Article, Extent, Span
from compare.quote import sentences_in

# Past this share of marked letters the marks hide what they should show: only names and figures keep theirs.
# Marking 60 % of the words also took six times as long to render as marking none.
MOSTLY_DIFFERENT = 55.0

_WORD = re.compile(r"\w[\w’'.,-]*\w|\w")
_OPENING = "“\"‘'("


class Mark(StrEnum):
    """How a stretch of a passage is printed."""

    PLAIN = "plain"
    WORDS = "words"
    KEY = "key"
    FRAME = "frame"
    VALUE = "value"


_Run = tuple[int, int, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a passage with its mark; the pieces of a passage, joined, are the passage."""

    text: str
    mark: Mark


def pieces(
    article: Article,
    passage: Extent,
    differing: Iterable[Span],
    *,
    values: Iterable[Span] = (),
    wordings: Iterable[Span] = (),
) -> tuple[Piece, ...]:
    """Return a passage divided at its marks: `differing` words ruled, names and figures among them boxed.

    `values` are the stretches of numbered differences, `wordings` those of framing pairs; both keep their
    marks however much differs, values before wordings before the rest.
    """
    stretches = _joined(article, passage, differing)
    letters = sum(end - start for start, end in stretches)
    mostly = letters * 100 > MOSTLY_DIFFERENT * (passage.end - passage.start)
    marked = [
        run
        for start, end in stretches
        for run in _divided(article, passage, start, end)
        if run[2] is Mark.KEY or not mostly
    ]
    for mark, spans in ((Mark.FRAME, wordings), (Mark.VALUE, values)):
        over = [(start, end, mark) for start, end in _joined(article, passage, spans)]
        marked = _laid_over(marked, over) if over else marked
    found: list[Piece] = []
    here = passage.start
    for start, end, mark in [*marked, (passage.end, passage.end, Mark.PLAIN)]:
        if here < start:
            found.append(Piece(text=article.text[here:start], mark=Mark.PLAIN))
        if start < end:
            found.append(Piece(text=article.text[start:end], mark=mark))
        here = end
    return tuple(found)


def _laid_over(lower: Iterable[_Run], upper: Iterable[_Run]) -> list[_Run]:
    """Return the runs of both in order; where they meet only the upper ones stay.

    >>> _laid_over([(0, 9, Mark.WORDS)], [(3, 5, Mark.VALUE)])[2]
    (5, 9, <Mark.WORDS: 'words'>)
    """
    upper, found = list(upper), []
    for start, end, mark in lower:
        for over, stop, _ in upper:
            if over < end and stop > start:
                if start < over:
                    found.append((start, over, mark))
                start = stop
        if start < end:
            found.append((start, end, mark))
    return sorted([*found, *upper])


def _joined(article: Article, passage: Extent, differing: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the differing stretches inside the passage, in order, those a mere space apart as one."""
    joined: list[tuple[int, int]] = []
    for span in sorted(differing, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if span.article != article.label or start >= end:
            continue
        if joined and not article.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _divided(article: Article, passage: Extent, start: int, end: int) -> list[tuple[int, int, Mark]]:
    """Return a differing stretch as runs of names and figures, and of other words."""
    openings = {_first_word(article.text, s) for s in sentences_in(article, passage)}
    runs: list[tuple[int, int, Mark]] = []
    for word in _WORD.finditer(article.text, start, end):
        mark = Mark.KEY if _is_key(article.text, word, openings) else Mark.WORDS
        apart = mark is Mark.KEY and runs and article.text[runs[-1][1] : word.start()].strip()
        if runs and runs[-1][2] is mark and not apart:
            runs[-1] = (runs[-1][0], word.end(), mark)
        else:
            runs.append((word.start(), word.end(), mark))
    return runs or [(start, end, Mark.WORDS)]


def _first_word(text: str, sentence: Extent) -> int:
    word = _WORD.search(text, sentence.start, sentence.end)
    return word.start() if word else sentence.start


def _is_key(text: str, word: re.Match[str], openings: set[int]) -> bool:
    if any(letter.isdigit() for letter in word[0]):
        return True
    opens = word.start() in openings or text[word.start() - 1 : word.start()] in tuple(_OPENING)
    return len(word[0]) > 1 and word[0][0].isupper() and not opens
