"""Clauses inside one sentence: the pieces that two texts are compared by."""

from __future__ import annotations

import re

from compare.text.clause_cuts import Cut, Words, cuts
from compare.text.en import word_set
from compare.text.syntax import is_auxiliary

_TOKEN = re.compile(r"\d[\d.,:]*\d|[^\W_]+(?:[’'.&/-][^\W_]+)*|--+|[^\w\s]|_+")
_JOINING = frozenset((",", ";", ":", "—", "–", "-", "--"))
_OPENING = frozenset('"“‘«„([')
# Words that carry no content of their own; a piece of these and of names alone says nothing.
_LIGHT = word_set("text.clauses.light")
# Up to this many words a quotation is somebody's term, not somebody's statement.
_SHORT_QUOTATION = 8
_SHORTEST = 4


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the clauses of the sentence `text[start:end]`, in order.

    They cover every word; only white space and the punctuation that joins clauses stands between them. A
    sentence that does not divide is returned whole.

    >>> text = "Rain fell for two days, which flooded the old town, and the bridge was closed."
    >>> [text[s:e] for s, e in clauses(text, 0, len(text))]
    ['Rain fell for two days', 'which flooded the old town', 'and the bridge was closed.']
    """
    found = list(_TOKEN.finditer(text, start, end))
    if not found:
        return [(start, end)] if start < end else []
    words = _words(text, found)
    begins = _kept(words, list(cuts(words)))
    spans: list[tuple[int, int]] = []
    for first, stop in zip([0, *begins], [*begins, len(found)], strict=True):
        last = stop - 1
        while last > first and found[last][0] in _JOINING:
            last -= 1
        spans.append((found[first].start(), found[last].end()))
    spans[0] = (start, spans[0][1])
    spans[-1] = (spans[-1][0], end)
    return spans


def _words(text: str, found: list[re.Match[str]]) -> Words:
    """Return what the rules need to know of the tokens."""
    written = [match[0] for match in found]
    spaced = [k == 0 or text[match.start() - 1].isspace() for k, match in enumerate(found)]
    capital = [word[0].isupper() for word in written]
    plain = [word.replace("’", "'") if len(word) > 1 else word for word in written]
    for k, word in enumerate(plain):
        if k == 0 or not capital[k] or plain[k - 1] in _OPENING or word[:2] in ("I", "I'"):
            plain[k] = word.lower()
    return Words(
        lower=plain,
        capital=capital,
        spaced=spaced,
        closed=_closed(written, spaced),
    )


def _closed(written: list[str], spaced: list[bool]) -> list[bool]:
    """Return for each token whether it stands inside brackets or inside a short quotation."""
    closed = [False] * len(written)
    brackets: list[int] = []
    quotation: int | None = None
    for i, mark in enumerate(written):
        if mark in "([":
            brackets.append(i)
        elif mark in ")]" and brackets:
            first = brackets.pop()
            if not brackets:
                closed[first + 1 : i + 1] = [True] * (i - first)
        elif quotation is not None and mark in '"”’»':
            if sum(word[0].isalnum() for word in written[quotation:i]) < _SHORT_QUOTATION:
                closed[quotation + 1 : i + 1] = [True] * (i - quotation)
            quotation = None
        elif mark in "“‘«" or (mark == '"' and spaced[i]):
            quotation = i
    return closed


def _kept(words: Words, possible: list[Cut]) -> list[int]:
    """Return where clauses begin, after pieces that are too short or say nothing were put to a neighbour."""
    says = _running(words)
    kept: list[Cut] = []
    for cut in possible:
        cut = _with_opening_mark(words, cut)
        begin = kept[-1].at if kept else 0
        if cut.at <= begin:
            continue
        if _is_piece(says, begin, cut.at, cut.before):
            kept.append(cut)
        elif kept and kept[-1].strength < cut.strength:
            kept[-1] = cut
    while kept and not _is_piece(says, kept[-1].at, len(words.lower), _SHORTEST):
        kept.pop()
    return [cut.at for cut in kept]


def _with_opening_mark(words: Words, cut: Cut) -> Cut:
    """Return the cut before the quotation mark or bracket that opens right there."""
    at = cut.at
    if at > 1 and words.lower[at - 1] in _OPENING and words.spaced[at - 1] and not words.spaced[at]:
        return Cut(at=at - 1, strength=cut.strength, before=cut.before)
    return cut


def _running(words: Words) -> list[tuple[int, int]]:
    """Return for each token how many words and how many words with content stand before it."""
    counts = [(0, 0)]
    for word, capital in zip(words.lower, words.capital, strict=True):
        spoken, content = counts[-1]
        is_word = word[0].isalnum()
        says = (
            is_word and word not in _LIGHT and not is_auxiliary(word) and (not capital or word[0].isdigit())
        )
        counts.append((spoken + is_word, content + says))
    return counts


def _is_piece(counts: list[tuple[int, int]], first: int, stop: int, shortest: int) -> bool:
    """Tell whether the tokens have enough words and a word with content that is no name."""
    return counts[stop][0] - counts[first][0] >= shortest and counts[stop][1] > counts[first][1]
