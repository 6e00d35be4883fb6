"""How alike two sentences are letter by letter: the cosine of TF-IDF vectors of runs of four letters."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

# Runs of 3 to 5 letters do no better.
_GRAM = 4
# Two sentences that stand alone say nothing of how rare a run is.
_FEWEST_SENTENCES = 10


class Letters:
    """The vectors of all sentences, in arrays: 20,000 sentences take some 30 MB."""

    def __init__(self, rows: Sequence[Sequence[str]], columns: Sequence[Sequence[str]]) -> None:
        """Weigh each run of letters by how few sentences have it, in the text that has it more often."""
        frequency = _frequency(rows) | _frequency(columns)
        size = max(len(rows), len(columns), _FEWEST_SENTENCES)
        # Numbered in alphabetical order, so that sums run in one order whichever text comes first.
        self._number = {gram: number for number, gram in enumerate(sorted(frequency))}
        self._idf = {gram: log(1 + size / count) for gram, count in frequency.items()}
        self._rows = [self._vector(words) for words in rows]
        self._columns = [self._vector(words) for words in columns]
        self._open: tuple[int, dict[int, float]] = (-1, {})

    def cosine(self, row: int, column: int) -> float:
        """Return the cosine of two sentences, 0-100; quickest when one row is asked for many times on end."""
        if self._open[0] != row:
            self._open = (row, dict(zip(*self._rows[row], strict=True)))
        known = self._open[1]
        numbers, values = self._columns[column]
        product = sum([known[n] * value for n, value in zip(numbers, values, strict=True) if n in known])
        return 100 * min(1.0, product)

    def _vector(self, words: Sequence[str]) -> tuple[array[int], array[float]]:
        values = {
            self._number[gram]: (1 + log(count)) * self._idf[gram] for gram, count in _grams(words).items()
        }
        numbers = sorted(values)
        length = sqrt(sum(values[n] * values[n] for n in numbers))
        return array("l", numbers), array("d", (values[n] / length for n in numbers))


def _frequency(sentences: Sequence[Sequence[str]]) -> Counter[str]:
    frequency: Counter[str] = Counter()
    for words in sentences:
        frequency.update(_grams(words).keys())
    return frequency


def _grams(words: Sequence[str]) -> Counter[str]:
    text = f" {' '.join(words)} "
    return Counter(text[place : place + _GRAM] for place in range(len(text) - _GRAM + 1))
