"""Measure the links between sentences on labelled news, beside two plain ways of finding them.

    uv run python benchmarks/quality.py [FOLDER]

FOLDER (default: ../shared/bench/dev) holds `align_*.jsonl`: an article pair a line, with `a_sentences`,
`b_sentences` and `links` (pairs of sentence numbers). AP is the average precision of the ranking by score;
P, R and F1 are those of the links that a report shows as shared. The plain ways have no such point, so
theirs is the best that any threshold reaches on these very data.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log, sqrt
from pathlib import Path

from adapter import align
from rapidfuzz import fuzz

DEFAULT = Path("../shared/bench/dev")
Scored = list[tuple[int, int, float, bool]]
Way = Callable[[Sequence[str], Sequence[str]], Scored]


def ours(rows: Sequence[str], columns: Sequence[str]) -> Scored:
    return list(align(rows, columns))


def token_set_ratio(rows: Sequence[str], columns: Sequence[str]) -> Scored:
    return [
        (i, j, fuzz.token_set_ratio(row.lower(), column.lower()), False)
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
    ]


def character_tfidf(rows: Sequence[str], columns: Sequence[str]) -> Scored:
    """Return cosines of TF-IDF vectors of runs of three to five characters."""
    counts = [
        Counter(text[at : at + n] for n in (3, 4, 5) for at in range(len(text) - n + 1))
        for text in (f" {sentence.lower()} " for sentence in (*rows, *columns))
    ]
    frequency = Counter(gram for found in counts for gram in found)
    vectors = []
    for found in counts:
        vector = {g: (1 + log(n)) * log(1 + len(counts) / frequency[g]) for g, n in found.items()}
        length = sqrt(sum(value * value for value in vector.values()))
        vectors.append({gram: value / length for gram, value in vector.items()})
    return [
        (i, j, sum(v * vectors[len(rows) + j].get(g, 0.0) for g, v in vectors[i].items()), False)
        for i in range(len(rows))
        for j in range(len(columns))
    ]


def average_precision(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """Return the mean, over the true ones, of the precision down to each.

    >>> average_precision([True, False, True], [0.9, 0.8, 0.7])
    0.8333333333333333
    """
    hits, total = 0, 0.0
    for rank, place in enumerate(sorted(range(len(truth)), key=lambda k: -scores[k]), 1):
        if truth[place]:
            hits += 1
            total += hits / rank
    return total / max(1, hits)


def prf(hits: int, shown: int, links: int) -> tuple[float, float, float]:
    precision, recall = hits / max(1, shown), hits / max(1, links)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best_prf(truth: Sequence[bool], scores: Sequence[float]) -> tuple[float, float, float]:
    hits, best = 0, (0.0, 0.0, 0.0)
    for shown, place in enumerate(sorted(range(len(truth)), key=lambda k: -scores[k]), 1):
        hits += truth[place]
        best = max(best, prf(hits, shown, sum(truth)), key=lambda figures: figures[2])
    return best


def figures(way: Way, pairs: Iterable[dict[str, list[str]]]) -> tuple[float, float, float, float]:
    """Return average precision, precision, recall and F1 of one way over all article pairs."""
    truth, scores, hits, shown = [], [], 0, 0
    for pair in pairs:
        links = {(link[0], link[1]) for link in pair["links"]}
        cells = way(pair["a_sentences"], pair["b_sentences"])
        # A link that has no score stands last.
        missing = links - {(i, j) for i, j, *_ in cells}
        truth += [(i, j) in links for i, j, *_ in cells] + [True] * len(missing)
        scores += [score for *_, score, _ in cells] + [float("-inf")] * len(missing)
        hits += sum((i, j) in links for i, j, _, told in cells if told)
        shown += sum(told for *_, told in cells)
    point = prf(hits, shown, sum(truth)) if shown else best_prf(truth, scores)
    return (average_precision(truth, scores), *point)


def main(arguments: Sequence[str]) -> int:
    """Print the table and return the exit code."""
    folder = Path(arguments[0]) if arguments else DEFAULT
    files = sorted(folder.glob("align_*.jsonl"))
    if not files:
        print(
            f"error: no align_*.jsonl in {folder}; name the folder of labelled article pairs", file=sys.stderr
        )
        return 2
    print(f"{'data':16} {'way':18} {'AP':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for file in files:
        pairs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for way in (ours, token_set_ratio, character_tfidf):
            numbers = " ".join(f"{figure:6.3f}" for figure in figures(way, pairs))
            print(f"{file.stem:16} {way.__name__:18} {numbers}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
