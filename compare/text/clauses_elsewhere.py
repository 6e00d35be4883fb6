"""Clauses of a sentence in another language than English: what commas and their like part."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from compare.text.scripts import HAN, HIRAGANA, KATAKANA, SOUTH_EAST
from compare.text.words_elsewhere import tokens

_JOINING = re.compile(r"[,;:،؛](?=\s)|[，；：、]|\s(?:[—–-]|--)(?=\s)")
_SIGN = re.compile(f"[{HAN}{KATAKANA}{HIRAGANA}{SOUTH_EAST}]")
# So many words are a statement and no item of an enumeration; two signs are about a word.
_SHORTEST = 4
_SIGNS_A_WORD = 2


def clauses_elsewhere(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the clauses of the sentence `text[start:end]`, in order.

    They cover every word; only white space and the punctuation that joins clauses stands between them.

    >>> text = "Die Stadt hat die Brücke gesperrt, weil der Pfeiler einen Riss hat."
    >>> [text[s:e] for s, e in clauses_elsewhere(text, 0, len(text))]
    ['Die Stadt hat die Brücke gesperrt', 'weil der Pfeiler einen Riss hat.']
    """
    if start >= end:
        return []
    found = list(tokens(text, start, end))
    starts = [first for first, _ in found]
    sizes = [0.0, *accumulate(_size(text, first, last) for first, last in found)]

    def size(first: int, stop: int) -> float:
        return sizes[bisect_left(starts, stop)] - sizes[bisect_left(starts, first)]

    spans: list[tuple[int, int]] = []
    begin = start
    for match in _JOINING.finditer(text, start, end):
        if size(begin, match.start()) >= _SHORTEST and size(match.end(), end) >= _SHORTEST:
            spans.append((begin, match.start()))
            begin = starts[bisect_left(starts, match.end())]
            while not text[begin - 1].isspace() and begin > match.end():
                begin -= 1
    return [*spans, (begin, end)]


def _size(text: str, start: int, end: int) -> float:
    """Return for how many words a word counts: a run of signs for about half as many."""
    return (end - start) / _SIGNS_A_WORD if _SIGN.match(text, start) else 1.0
