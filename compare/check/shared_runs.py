"""Runs of words that two texts share, outside of quotation marks, and how much of each text they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from compare.model import Article, Span
from compare.text.quotations import quotations
from compare.text.words import words

# The five pairs at hand have four runs of six words or more: one of ten that any editor would stop at, and
# three of six around the name of a body.
SHORTEST = 6
# Places of the other text that a run is tried at: a text that repeats itself a thousand times costs no more.
_MOST_PLACES = 8

_Words = list[tuple[int, int, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The runs that a draft shares with another text, in the draft's order."""

    runs: tuple[tuple[Span, Span, int], ...]
    """Where each stands in the draft and in the other text, and how many words it has."""
    shares: tuple[float, float]
    """Per cent of the draft's and of the other text's words that stand in a shared run."""


def overlap(draft: Article, other: Article) -> Overlap:
    """Return the runs of words, in any case, that both texts have outside of quotation marks.

    A run may go on over the end of a sentence, where both texts do.

    >>> from compare.read import article_from_bytes
    >>> texts = {"A": "They said the dam broke at noon on Monday.", "B": "The dam broke at noon on Sunday."}
    >>> a, b = (article_from_bytes(t.encode(), name="x", label=n)[0] for n, t in texts.items())
    >>> [(a.text[one.start:one.end], length) for one, _, length in overlap(a, b).runs]
    [('the dam broke at noon on', 6)]
    """
    one, two = _plain(draft), _plain(other)
    grams = _grams(two)
    runs, at = [], 0
    while at <= len(one) - SHORTEST:
        places = grams.get(_gram(one, at), [])[:_MOST_PLACES]
        length, place = max(((_length(one, two, at, p), -p) for p in places), default=(0, 0))
        if not length:
            at += 1
            continue
        spans = [
            Span(article=article.label, start=found[first][0], end=found[first + length - 1][1])
            for article, found, first in ((draft, one, at), (other, two, -place))
        ]
        runs.append((spans[0], spans[1], length))
        at += length
    common = grams.keys() & _grams(one).keys()
    return Overlap(runs=tuple(runs), shares=(_share(one, common), _share(two, common)))


def _plain(article: Article) -> _Words:
    """Return the words of the sentences; one inside quotation marks is None, and ends every run."""
    marks = [place for mark in quotations(article.text) for place in mark]
    found: _Words = []
    passed = 0
    for sentence in article.sentences:
        for word in words(article.text, sentence.start, sentence.end):
            while passed < len(marks) and marks[passed] <= word.start:
                passed += 1
            text = None if passed % 2 else article.text[word.start : word.end].lower().replace("’", "'")
            found.append((word.start, word.end, text))
    return found


def _gram(found: _Words, at: int) -> tuple[str | None, ...]:
    return tuple(word for _, _, word in found[at : at + SHORTEST])


def _grams(found: _Words) -> dict[tuple[str | None, ...], list[int]]:
    grams: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for at in range(len(found) - SHORTEST + 1):
        gram = _gram(found, at)
        if None not in gram:
            grams[gram].append(at)
    return dict(grams)


def _length(one: _Words, two: _Words, at: int, place: int) -> int:
    """Return how many words go on equal from two places."""
    length = 0
    while at + length < len(one) and place + length < len(two):
        mine, theirs = one[at + length][2], two[place + length][2]
        if mine is None or mine != theirs:
            break
        length += 1
    return length


def _share(found: _Words, common: AbstractSet[tuple[str | None, ...]]) -> float:
    inside: set[int] = set()
    for at in range(len(found) - SHORTEST + 1):
        if _gram(found, at) in common:
            inside.update(range(at, at + SHORTEST))
    return 100 * len(inside) / len(found) if found else 0.0
