"""How strongly an English word judges, for better or worse."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def strength(word: str) -> float:
    """Return how far a word in small letters is from neutral, 0 to 4; 0 for words that judge nothing.

    After the ratings by ten people each of C. J. Hutto and E. Gilbert, "VADER: A Parsimonious Rule-based
    Model for Sentiment Analysis of Social Media Text" (ICWSM 2014).

    >>> strength("horrific") > strength("table")
    True
    """
    return abs(_ratings().get(word, 0.0))


def valence(word: str) -> float:
    """Return the rating itself, from -4 (worst) to 4 (best).

    >>> valence("praised") > 0 > valence("failed")
    True
    """
    return _ratings().get(word, 0.0)


@cache
def _ratings() -> Mapping[str, float]:
    lines = files("compare.text.en").joinpath("valence.txt").read_text("ascii").splitlines()
    return {word: float(value) for word, _, value in (line.partition(" ") for line in lines)}
