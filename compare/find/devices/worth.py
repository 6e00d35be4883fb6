"""Whether a reader would call a row telling: that both sides speak of one thing, and that it is no trifle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log

from compare.find.devices.contrast import Side
from compare.find.devices.laying import Laid, Line
from compare.text.tokens import Word
from compare.text.valence import strength

# Two logistic regressions over 800 rows of two articles on one topic each (60 topics, none of the labelled
# pairs), which readers who knew nothing of the rules called telling (.45), trivial (.24) or unrelated (.31):
# whether a row is of one thing, and whether a row of one thing tells. In ten folds by topic .63 of the best
# quarter by `worth` tell and .56 of the best half; area under the curve .66.
RELATED_CONSTANT = -0.56
RELATED: Mapping[str, float] = {
    "rank": 0.344,
    "odds_against": 0.226,
    "odds_for": 0.317,
    "lines_alike": 1.170,
    "names": -0.480,
    "headline": 1.063,
    "sure": 3.987,
}
TELLS_CONSTANT = -0.45
TELLS: Mapping[str, float] = {
    "odds_for": -0.227,
    "shown_alike": -1.003,
    "figures_alone": -0.345,
    "strongest": 0.345,
    "leads": 0.746,
    "first_both": 0.553,
    "quoted_both": -1.073,
    "deep": -0.117,
    "stretches": 0.454,
}
# How much the readers of rows count beside those who labelled whole pairs.
READ = 2


def worth(measures: Mapping[str, float]) -> float:
    """Return how much a row tells, 0-100: a third by who labelled whole pairs, the rest by who read rows."""
    related, tells = shares(measures)
    read = related * tells
    return 100 / (1 + exp(-(measures["rank"] + READ * log(read / (1 - read))) / (1 + READ)))


def shares(measures: Mapping[str, float]) -> tuple[float, float]:
    """Return how likely a row is of one thing, and how likely one that is of one thing tells, 0-1."""
    return _share(measures, RELATED, RELATED_CONSTANT), _share(measures, TELLS, TELLS_CONSTANT)


def _share(measures: Mapping[str, float], weights: Mapping[str, float], constant: float) -> float:
    return 1 / (1 + exp(-constant - sum(weight * measures[name] for name, weight in weights.items())))


def row_measures(
    pair: Laid, sides: tuple[Side, Side], of_stretches: Mapping[str, float], *, rank: float
) -> dict[str, float]:
    """Return the measures of a row, the same when the texts are swapped.

    `of_stretches` are those of its best two stretches, `rank` is their log odds.
    """
    shown = [_shown(line, side) for line, side in zip(pair.sides, sides, strict=True)]
    lines = [frozenset(word.key for word in line.words if word.content) for line in pair.sides]
    keys = [frozenset(word.key for word, _ in found if word.content) for found in shown]
    alone = [
        [(word, lower) for word, lower in found if word.content and word.key not in other]
        for found, other in zip(shown, reversed(lines), strict=True)
    ]
    plain = [[lower for word, lower in found if not word.name and not lower[0].isdigit()] for found in alone]
    places = [line.place / (1 + len(line.document.article.sentences)) for line in pair.sides]
    return {
        "rank": rank,
        "odds_against": min(pair.odds, 0.0),
        "odds_for": max(pair.odds, 0.0),
        "lines_alike": _alike(lines),
        "shown_alike": _alike(keys),
        "figures_alone": float(sum(lower[0].isdigit() for found in alone for _, lower in found)),
        "strongest": max((strength(lower) for found in plain for lower in found), default=0.0),
        "names": of_stretches["names"],
        "deep": sum(places),
        "stretches": float(sum(len(side.extents) for side in sides)),
        "sure": pair.sure,
        "headline": of_stretches["headline"],
        "leads": of_stretches["leads"],
        "first_both": of_stretches["first_both"],
        "quoted_both": of_stretches["quoted_both"],
    }


def _shown(line: Line, side: Side) -> list[tuple[Word, str]]:
    return [
        (word, lower)
        for word, lower in zip(line.words, line.lower, strict=True)
        if any(extent.start <= word.start and word.end <= extent.end for extent in side.extents)
    ]


def _alike(sets: Sequence[frozenset[str]]) -> float:
    """Return which share of the smaller set is in the other."""
    return len(sets[0] & sets[1]) / max(1, min(map(len, sets)))
