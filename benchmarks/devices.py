"""Fit the ranking of contrasts of wording to labelled pairs, and judge it on pairs that it was not fitted on.

    uv run --with scikit-learn python benchmarks/devices.py [FOLDER] [--json OUT]

FOLDER (default: ../shared/bench/dev/pairs) holds a folder a pair: `A.md`, `B.md`, and `labels.json` with
`sentences` (by article, as they were labelled), `contrasts` (each with `a` and `b`, lists of
`["A3", "words"]`, and `salience`: high, medium or low), `differences` (`a` and `b`, one such place each) and
`facts`. Pairs are dealt to six folds in the order of their names, and for links to five as `links.py` does;
each pair is judged with the weights that the other folds give. It prints these weights, how many of the rows
that a report shows are right (on both sides they share half of a labelled stretch, or half of their own), how
often other stretches of the same sentences, as long, would be (chance), and how many labelled contrasts are
found, without and with the rows of headline, lead and close. `--json OUT` writes each pair's comparison, made
with the weights of the other folds, to `OUT/NAME.json`. The last line of weights, of all pairs, is what
`compare/find/devices/ranking.py` has.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import links
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.align import align, evidence
from compare.find.devices import ranking
from compare.find.devices.laying import laid
from compare.model import Article, Comparison, FramingPair
from compare.pipeline import compare_articles
from compare.read import read_article
from compare.render.plain.json import to_json
from compare.telling import ALWAYS, telling
from compare.text.document import Document

FOLDS = 6
# How much a labelled contrast counts in the fit; a difference of fact is seldom one of wording too.
SALIENCE = {"high": 3.0, "medium": 2.0, "low": 1.0, "difference": 0.6}
# How strongly the fit is held back.
HELD = 0.02
# What is fitted; `odds`, `unmet` and `length_apart` are measured too: no more rows come right with them.
NAMES = tuple(ranking.WEIGHTS)
TRIES = 8
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a reader named: where it stands in either text, and how telling it is."""

    sides: tuple[tuple[Place, ...], tuple[Place, ...]]
    salience: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All pairs of stretches that are ranked in a pair of articles."""

    measures: np.ndarray
    right: np.ndarray
    weights: np.ndarray


def named(folder: Path, articles: Sequence[Article]) -> list[Named]:
    """Return what readers named in a pair."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    places = {a.label: links.places_of(a, labels["sentences"][a.label]) for a in articles}
    found = []
    for kind in ("differences", "contrasts"):
        for each in labels[kind]:
            sides = [
                tuple(_place(article, places[article.label], *quoted) for quoted in _listed(each[side]))
                for article, side in zip(articles, "ab", strict=True)
            ]
            told = each["salience"] if kind == "contrasts" else "difference"
            found.append(Named(sides=(sides[0], sides[1]), salience=told))
    return found


def _listed(quoted: Sequence) -> Sequence[Sequence[str]]:
    return quoted if not quoted or isinstance(quoted[0], list) else [quoted]


def _place(article: Article, places: Sequence[Place], sentence: str, words: str) -> Place:
    """Return where labelled words stand, or their whole sentence."""
    if number := int(sentence[1:]):
        start, end = places[number - 1]
    else:
        start, end = next(((p.start, p.end) for p in article.furniture if p.kind == "headline"), (0, 0))
    match = re.compile(r"\s+".join(map(re.escape, words.split()))).search(article.text, start, end)
    return match.span() if match else (start, end)


def _meet(one: Place, other: Place) -> bool:
    """Return whether two stretches share half of the shorter one."""
    shorter = min(one[1] - one[0], other[1] - other[0])
    return min(one[1], other[1]) - max(one[0], other[0]) >= max(1, shorter / 2)


def _met(places: Sequence[Place], side: int, labelled: Sequence[Named]) -> set[int]:
    return {
        n
        for n, each in enumerate(labelled)
        if any(_meet(one, other) for one in places for other in each.sides[side])
    }


def measured(articles: tuple[Article, Article], labelled: Sequence[Named]) -> Measured:
    """Return the measures of a pair's stretches, which are right, and how much each counts in a fit."""
    documents = [Document(article) for article in articles]
    rows, right, weights = [], [], []
    for ground in align(documents).grounds:
        for pair in laid(ground, documents[0], documents[1]):
            known: tuple[dict[Place, set[int]], dict[Place, set[int]]] = ({}, {})
            for found in ranking.candidates(pair):
                for side in (0, 1):
                    first, stop = found.stretches[side]
                    if (first, stop) not in known[side]:
                        words = pair.sides[side].words
                        place = (words[first].start, words[stop - 1].end)
                        known[side][first, stop] = _met([place], side, labelled)
                both = known[0][found.stretches[0]] & known[1][found.stretches[1]]
                rows.append([found.measures[name] for name in NAMES])
                right.append(bool(both))
                weights.append(max((SALIENCE[labelled[n].salience] for n in both), default=1.0))
    # A long pair has no more say than a short one.
    return Measured(
        measures=np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES)),
        right=np.array(right, dtype=bool),
        weights=np.array(weights) / max(1, len(weights)),
    )


def fitted(pairs: Sequence[Measured]) -> tuple[dict[str, float], float]:
    """Return the weights and the constant that these pairs give."""
    measures = np.vstack([pair.measures for pair in pairs])
    weights = np.concatenate([pair.weights for pair in pairs])
    scaler = StandardScaler().fit(measures)
    model = LogisticRegression(C=HELD, max_iter=400)
    model.fit(
        scaler.transform(measures),
        np.concatenate([pair.right for pair in pairs]),
        sample_weight=weights / weights.mean(),
    )
    own = model.coef_[0] / scaler.scale_
    told = {name: round(float(weight), 3) for name, weight in zip(NAMES, own, strict=True)}
    return told, round(float(model.intercept_[0] - own @ scaler.mean_), 2)


def judged(comparison: Comparison, labelled: Sequence[Named], seed: str) -> Counter[str]:
    """Return the counts of a pair: rows, right ones, what chance has right, and what was found."""
    counts: Counter[str] = Counter()
    found: dict[bool, set[int]] = {True: set(), False: set()}
    chance = Random(seed)  # noqa: S311
    for row in telling(comparison.findings):
        sides = _sides(row, comparison)
        met = _met(sides[0], 0, labelled) & _met(sides[1], 1, labelled)
        found[row.device in ALWAYS] |= met
        if row.device in ALWAYS:
            continue
        counts["rows"] += 1
        counts["right"] += bool(met)
        for _ in range(TRIES):
            other = [_elsewhere(row, side, comparison, chance) for side in (0, 1)]
            counts["chance"] += bool(_met(other[0], 0, labelled) & _met(other[1], 1, labelled))
    for n, each in enumerate(labelled):
        counts[f"{each.salience} named"] += 1
        counts[f"{each.salience} found"] += n in found[False]
        counts[f"{each.salience} with"] += n in found[False] | found[True]
    return counts


def _sides(row: FramingPair, comparison: Comparison) -> list[list[Place]]:
    return [[(s.start, s.end) for s in row.spans if s.article == a.label] for a in comparison.articles]


def _elsewhere(row: FramingPair, side: int, comparison: Comparison, chance: Random) -> list[Place]:
    """Return stretches as long as those of a row, anywhere in the same sentence or headline."""
    article = comparison.articles[side]
    homes = {s.id: (s.start, s.end) for s in article.sentences}
    heads = [(p.start, p.end) for p in article.furniture if p.kind == "headline"]
    found = []
    for span, name in zip(row.spans, row.sentences, strict=True):
        if span.article == article.label:
            start, end = homes.get(name) or heads[0]
            long = span.end - span.start
            at = chance.randint(start, max(start, end - long))
            found.append((at, at + long))
    return found


def told(counts: Mapping[str, int], pairs: int) -> str:
    """Return the figures in three lines."""
    rows = counts["rows"]
    lines = [
        f"rows {rows / pairs:.1f} a pair, right {counts['right'] / rows:.2f}, "
        f"chance {counts['chance'] / rows / TRIES:.2f}"
    ]
    for kind, words in (("found", "found by these rows"), ("with", "with headline, lead and close")):
        shares = (f"{s} {counts[f'{s} {kind}'] / max(1, counts[f'{s} named']):.2f}" for s in SALIENCE)
        lines.append(f"{words:32} {', '.join(shares)}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(description="Fit the ranking of contrasts and judge it in six folds.")
    parser.add_argument("folder", nargs="?", type=Path, default=links.DEFAULT)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    folders = sorted(file.parent for file in asked.folder.glob("*/labels.json"))
    if len(folders) < FOLDS:
        print(f"error: {asked.folder} has no {FOLDS} labelled pairs; name their folder", file=sys.stderr)
        return 2
    _, linked, _ = links.folds_of([links.labelled(folder) for folder in folders])
    articles = [tuple(read_article(f / f"{side}.md", label=side)[0] for side in "AB") for f in folders]
    labelled = [named(folder, two) for folder, two in zip(folders, articles, strict=True)]
    pairs = []
    for n, (two, known) in enumerate(zip(articles, labelled, strict=True)):
        evidence.WEIGHTS, evidence.CONSTANT = linked[n % links.FOLDS]
        pairs.append(measured(two, known))
    folds = [fitted([p for n, p in enumerate(pairs) if n % FOLDS != fold]) for fold in range(FOLDS)]
    for name, (weights, constant) in zip(
        [*map(str, range(FOLDS)), "all"], [*folds, fitted(pairs)], strict=True
    ):
        print(
            f"fold {name:4} {constant:+g} " + " ".join(f"{each:+g} {part}" for part, each in weights.items())
        )
    counts: Counter[str] = Counter()
    for n, (folder, two) in enumerate(zip(folders, articles, strict=True)):
        evidence.WEIGHTS, evidence.CONSTANT = linked[n % links.FOLDS]
        ranking.WEIGHTS, ranking.CONSTANT = folds[n % FOLDS]
        comparison = compare_articles(two)
        counts += judged(comparison, labelled[n], folder.name)
        if asked.json:
            asked.json.mkdir(parents=True, exist_ok=True)
            (asked.json / f"{folder.name}.json").write_bytes(to_json(comparison))
    print(told(counts, len(folders)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
