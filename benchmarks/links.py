"""Fit the certainty of links to labelled pairs of articles, and judge it on pairs that it was not fitted on.

    uv run --with scikit-learn python benchmarks/links.py [FOLDER] [--json OUT]

FOLDER (default: ../shared/bench/dev/pairs) holds a folder a pair: `A.md`, `B.md`, and `labels.json` with
`sentences` (by article, as they were labelled) and `facts` (`["A3", "B7", "same" or "partial"]`: every two
sentences that tell one fact). Pairs are dealt to five folds in the order of their names; each fold is judged
with the weights that the other four give. It prints these weights, the average precision beside that of the
score alone, and precision and recall of the links that a report shows, of the sure ones and of all.
`--json OUT` writes each pair's comparison, made with the weights of the other folds, to `OUT/NAME.json`.
The last line of weights, of all pairs, is what `compare/align/evidence.py` has, rounded.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.align import align, evidence, prepared, scoring
from compare.align.relations import PERHAPS, SURE, SURE_REWORDED
from compare.align.scoring import score_cells
from compare.model import Article, Tier
from compare.pipeline import compare_articles
from compare.read import read_article
from compare.render.plain.json import to_json
from compare.text.document import Document

DEFAULT = Path("../shared/bench/dev/pairs")
FOLDS = 5
# What the regression is given; `clause` and `figures` enter by the blend alone, as pairs whose figures differ
# are where two texts contradict each other and must stay linked.
FITTED = [name for name in evidence.WEIGHTS if name not in ("clause", "figures")]
# How much of the blend of `scoring` is added, in its own log odds (six points are one), and how strongly the
# fit is held back. Without the blend the average precision here is .599, with half of it .594, with all .585:
# it holds what other labelled pairs have taught. From a hold of 0.01 to one of 0.5 it moves by .003.
BLEND, POINTS, HELD = 0.5, 6.0, 0.05
SAME = 2.0
Weights = tuple[dict[str, float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A pair of articles with its labelled facts and its scored pairs of sentences."""

    name: str
    articles: tuple[Article, Article]
    gold: Mapping[tuple[str, str], str]
    ids: tuple[Mapping[str, str], Mapping[str, str]]
    """By our number of a sentence that of the labelled sentence in which most of it stands."""
    parts: Sequence[Mapping[str, float]]
    pairs: Sequence[tuple[str, str]]
    scores: Sequence[float]


def labelled(folder: Path) -> Labelled:
    """Return one pair."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    one, other = (read_article(folder / f"{side}.md", label=side)[0] for side in "AB")
    rows, columns = (prepared(Document(article)) for article in (one, other))
    ids = (_ids(one, labels["sentences"]["A"]), _ids(other, labels["sentences"]["B"]))
    cells = score_cells(rows, columns)[1]
    return Labelled(
        name=folder.name,
        articles=(one, other),
        # Links to headlines are none.
        gold={(a, b): kind for a, b, kind in labels["facts"] if a != "A0" and b != "B0"},
        ids=ids,
        parts=[cell.parts for cell in cells],
        pairs=[
            (ids[0][one.sentences[cell.row].id], ids[1][other.sentences[cell.column].id]) for cell in cells
        ],
        scores=[cell.score for cell in cells],
    )


def places_of(article: Article, sentences: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the labelled sentences lie in this text, sought by their words, another splitter's too."""
    places, at = [], 0
    for words in sentences:
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        match = pattern.search(article.text, at) or pattern.search(article.text)
        places.append(match.span() if match else (0, 0))
        at = match.end() if match else at
    return places


def _ids(article: Article, sentences: Sequence[str]) -> dict[str, str]:
    """Return the labelled sentence of each of ours, by number."""
    places = places_of(article, sentences)
    found = {}
    for sentence in article.sentences:
        shared = [min(sentence.end, end) - max(sentence.start, start) for start, end in places]
        best = max(range(len(shared)), key=shared.__getitem__, default=-1)
        number = best + 1 if best >= 0 and shared[best] > 0 else 0
        found[sentence.id] = f"{article.label}{number}"
    return found


def fitted(pairs: Sequence[Labelled]) -> Weights:
    """Return the weights and the constant that these pairs give, not yet scaled to shares."""
    kinds = [pair.gold.get(each) for pair in pairs for each in pair.pairs]
    measures = np.array([[parts[name] for name in FITTED] for pair in pairs for parts in pair.parts])
    scaler = StandardScaler().fit(measures)
    model = LogisticRegression(C=HELD, max_iter=3000)
    model.fit(
        scaler.transform(measures),
        [kind is not None for kind in kinds],
        sample_weight=[SAME if kind == "same" else 1.0 for kind in kinds],
    )
    own = model.coef_[0] / scaler.scale_
    weights = dict.fromkeys(evidence.WEIGHTS, 0.0) | dict(zip(FITTED, map(float, own), strict=True))
    for name, weight in scoring.WEIGHTS.items():
        weights[name] += BLEND * weight / POINTS
    constant = float(model.intercept_[0] - own @ scaler.mean_) + BLEND * scoring.CONSTANT / POINTS
    return weights, constant


def log_odds(weights: Weights, pair: Labelled) -> list[float]:
    """Return the weighted sum of each scored pair of sentences."""
    return [weights[1] + sum(weights[0][name] * parts[name] for name in weights[0]) for parts in pair.parts]


def scaled(weights: Weights, by: tuple[float, float]) -> Weights:
    """Return the weights times a factor, and a constant added: a sum then is the log odds of a fact."""
    return {name: round(by[0] * each, 4) for name, each in weights[0].items()}, round(
        by[0] * weights[1] + by[1], 2
    )


def folds_of(pairs: Sequence[Labelled]) -> tuple[list[Weights], list[Weights], tuple[float, float]]:
    """Return the weights of each fold as fitted, then scaled to log odds, and what scales them."""
    others = [[p for n, p in enumerate(pairs) if n % FOLDS != fold] for fold in range(FOLDS)]
    folds = [fitted(of_fold) for of_fold in others]
    odds = [log_odds(folds[n % FOLDS], pair) for n, pair in enumerate(pairs)]
    # Held back, the sums are too near to even odds; one factor and one constant make shares of them.
    level = LogisticRegression(C=1e6).fit(
        np.array([[value] for of_pair in odds for value in of_pair]),
        [each in pair.gold for pair in pairs for each in pair.pairs],
    )
    by = (float(level.coef_[0][0]), float(level.intercept_[0]))
    return folds, [scaled(weights, by) for weights in folds], by


def average_precision(pairs: Sequence[Labelled], values: Sequence[Sequence[float]]) -> float:
    """Return the mean over all labelled facts of the precision down to each, 0 for those without a score."""
    best: dict[tuple[str, str, str], float] = {}
    for pair, of_pair in zip(pairs, values, strict=True):
        for each, value in zip(pair.pairs, of_pair, strict=True):
            key = (pair.name, *each)
            best[key] = max(value, best.get(key, value))
    facts = {(pair.name, *fact) for pair in pairs for fact in pair.gold}
    hits, total = 0, 0.0
    for rank, key in enumerate(sorted(best, key=lambda key: (-best[key], key)), 1):
        if key in facts:
            hits += 1
            total += hits / rank
    return total / max(1, len(facts))


def shown(pair: Labelled) -> dict[Tier, set[tuple[str, str]]]:
    """Return the labelled sentences that a report links, by tier."""
    found: dict[Tier, set[tuple[str, str]]] = {tier: set() for tier in Tier}
    for link in align([Document(article) for article in pair.articles]).links:
        found[link.tier].add((pair.ids[0][link.sentences[0]], pair.ids[1][link.sentences[1]]))
    return found


def told(name: str, found: Sequence[set[tuple[str, str]]], pairs: Sequence[Labelled]) -> str:
    """Return precision, recall, and recall of main statements in one line."""
    right = sum(len(links & pair.gold.keys()) for links, pair in zip(found, pairs, strict=True))
    same = [{fact for fact, kind in pair.gold.items() if kind == "same"} for pair in pairs]
    main = sum(len(links & facts) for links, facts in zip(found, same, strict=True))
    every, facts, mains = sum(map(len, found)), sum(len(p.gold) for p in pairs), sum(map(len, same))
    return (
        f"{name:28} P {right}/{every} = {right / max(1, every):.2f}   R {right}/{facts} ="
        f" {right / max(1, facts):.2f}   R of main statements {main}/{mains} = {main / max(1, mains):.2f}"
    )


def main(arguments: Sequence[str]) -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(description="Fit the certainty of links and judge it in five folds.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    folders = sorted(file.parent for file in asked.folder.glob("*/labels.json"))
    if len(folders) < FOLDS:
        print(f"error: {asked.folder} has no {FOLDS} labelled pairs; name their folder", file=sys.stderr)
        return 2
    pairs = [labelled(folder) for folder in folders]
    folds, told_by, by = folds_of(pairs)
    odds = [log_odds(folds[n % FOLDS], pair) for n, pair in enumerate(pairs)]
    every = [*told_by, scaled(fitted(pairs), by)]
    for name, (own, constant) in zip([*map(str, range(FOLDS)), "all"], every, strict=True):
        print(f"fold {name:4} {constant:+g} " + " ".join(f"{each:+g} {part}" for part, each in own.items()))
    print(f"average precision            {average_precision(pairs, odds):.3f}, of the score alone", end=" ")
    print(f"{average_precision(pairs, [pair.scores for pair in pairs]):.3f}")
    found = []
    for n, pair in enumerate(pairs):
        evidence.WEIGHTS, evidence.CONSTANT = told_by[n % FOLDS]
        found.append(shown(pair))
        if asked.json:
            asked.json.mkdir(parents=True, exist_ok=True)
            comparison = compare_articles(list(pair.articles))
            (asked.json / f"{pair.name}.json").write_bytes(to_json(comparison))
    sure = [links[Tier.SURE] for links in found]
    both = [links[Tier.SURE] | links[Tier.PERHAPS] for links in found]
    print(told(f"sure (from {SURE_REWORDED:g} or {SURE:g})", sure, pairs))
    print(told(f"with perhaps (from {PERHAPS:g})", both, pairs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
