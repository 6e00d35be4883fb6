"""Whether two sentences tell one fact or one topic: the words that meet, and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from compare.align.passages import Passage
from compare.align.vocabulary import Vocabulary

# The measures of `scoring` beside those below, in a logistic regression (two thirds) added to the blend of
# `scoring` (one third): fitted to 947 facts of 46 pairs of real articles, those whose main statement is told
# twice at double weight, and scaled so that it is a share of pairs with such measures that are facts. Five
# folds by pair give an average precision of .59 (the blend alone .54); the weights of the folds differ from
# these by a tenth. Verbs, subjects, dates, speakers, resolved pronouns, runs, trees and some sixty further
# measures added nothing to it.
CONSTANT = -5.3
WEIGHTS: Mapping[str, float] = {
    "overlap": 0.054,
    "mass": 0.043,
    "letters": 0.099,
    "clause": 0.005,
    "figures": -0.0023,
    "phrases": -0.049,
    "standing": 0.026,
    "beyond": 0.023,
    "amounts": 0.036,
    "depth": -0.0046,
    "leads": 0.005,
    "quoted": -0.006,
    "quoted_alike": 0.005,
    "quoted_told": 0.008,
}
# Small whole numbers meet by chance: "two", "three".
_TELLING_FROM = 4
_MOST_AMOUNTS = 3
_LEADING = 3


def certainty(parts: Mapping[str, float]) -> float:
    """Return how sure it is that one fact is told, 0-100, from the printed parts."""
    z = CONSTANT + sum(weight * parts[name] for name, weight in WEIGHTS.items())
    return round(100 / (1 + exp(-z)), 1)


class Surroundings:
    """Two texts' sentences with what stands around each."""

    def __init__(self, rows: Sequence[Passage], columns: Sequence[Passage], lexicon: Vocabulary) -> None:
        """Take the sentences of two texts in order, and their vocabulary."""
        self._sides = (rows, columns)
        self._lexicon = lexicon
        self._around = tuple(
            [frozenset[str]().union(*(p.keys for p in side[max(0, k - 1) : k + 2])) for k in range(len(side))]
            for side in self._sides
        )

    def measures(self, row: int, column: int) -> dict[str, float]:
        """Return the measures of one pair of sentences, each 0-100; the same when the texts are swapped."""
        rows, columns = self._sides
        one, other = rows[row], columns[column]
        return {
            # What the sentences beside the other one tell of this one: facts are told in other portions.
            "beyond": 100
            * max(
                self._beyond(one, other, self._around[1][column]),
                self._beyond(other, one, self._around[0][row]),
            ),
            "amounts": 100 * _equal(one, other) / _MOST_AMOUNTS,
            "depth": 100 * max(row / max(1, len(rows) - 1), column / max(1, len(columns) - 1)),
            "leads": 100.0 * (row < _LEADING and column < _LEADING),
            "quoted": 100 * max(one.quoted_share, other.quoted_share),
            "quoted_alike": 100 * self._alike(one.quoted, other.quoted),
            "quoted_told": 100 * max(self._told(one, other), self._told(other, one)),
        }

    def _share(self, keys: frozenset[str], other: frozenset[str]) -> float:
        weight = self._lexicon.weigh(keys)
        return self._lexicon.covered(keys, other) / weight if weight else 0.0

    def _beyond(self, one: Passage, other: Passage, around: frozenset[str]) -> float:
        return self._share(one.keys, around) - self._share(one.keys, other.keys)

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        least = min(self._lexicon.weigh(one), self._lexicon.weigh(other))
        met = self._lexicon.covered(one, other) + self._lexicon.covered(other, one)
        return met / 2 / least if least else 0.0

    def _told(self, one: Passage, other: Passage) -> float:
        return self._share(one.quoted, other.keys) if len(one.quoted) > 1 else 0.0


def _equal(one: Passage, other: Passage) -> int:
    """Return how many pairs of equal amounts there are, three at most; small counts of nothing left out."""
    pairs = sum(
        found == amount and (bool(amount[1]) or amount[3] >= _TELLING_FROM or amount[3] < 1)
        for amount in one.amounts
        for found in other.amounts
    )
    return min(_MOST_AMOUNTS, pairs)
