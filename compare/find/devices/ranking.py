"""Which stretches of lines laid together tell most, and which of them a report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp

from msgspec import Struct

from compare.align.relations import FIRM
from compare.find.devices.contrast import Contrast, Side
from compare.find.devices.laying import Laid, Line, unmet
from compare.model import Extent
from compare.text.valence import strength

# One logistic regression over stretches of 46 labelled pairs of real articles: whether a reader named them as
# a contrast or difference, the telling ones at double or triple weight. benchmarks/devices.py fits and prints
# it; docs/how-it-decides.md says what each measure is and how many rows are right.
CONSTANT = -3.61
WEIGHTS: Mapping[str, float] = {
    "odds_against": 0.377,
    "headline": 1.357,
    "leads": 0.388,
    "first_both": 1.31,
    "unlike": 2.139,
    "score": 2.935,
    "shorter": -0.142,
    "words_in_all": -0.215,
    "best": 0.325,
    "unmet_both": 0.234,
    "unmet_share": -0.965,
    "met": 0.422,
    "across": -0.106,
    "length": 0.35,
    "quoted": -1.045,
    "quoted_both": 1.658,
    "strength": 0.067,
    "names": -0.604,
    "start": 0.289,
    "start_apart": -0.674,
}
# Pairs of stretches tried for two lines: the best of either alone with the best of the other.
_BEST_ALONE = 20
# A report folds those behind the eighth.
MOST = 16
_MOST_A_LINE = 3
# Log odds under which fewer than nine rows in twenty are contrasts to a reader: none is shown for less.
_LEAST = -0.2
# What is worded alike on both sides tells nothing.
_FEWEST_UNMET = 0.3
_FULL = 16


class _Stretch(Struct, frozen=True, kw_only=True):
    first: int
    stop: int
    unmet: float
    met: float
    quoted: float
    strength: float
    names: float
    start: float

    @property
    def length(self) -> int:
        return self.stop - self.first


class Candidate(Struct, frozen=True, kw_only=True):
    """Two stretches of lines laid together, with the measures that they are ranked by."""

    laid: Laid
    stretches: tuple[tuple[int, int], tuple[int, int]]
    """The words from one to before another, on either side."""
    measures: Mapping[str, float]


def contrasts(pairs: Sequence[Laid]) -> list[Contrast]:
    """Return the contrasts worth showing between two texts, those that tell most first."""
    ranked = sorted(
        ((odds(found.measures), found) for pair in pairs for found in candidates(pair)), key=_order
    )
    chosen: list[tuple[float, Candidate]] = []
    pairs_seen: set[tuple[str, str]] = set()
    lines: Counter[str] = Counter()
    for value, found in ranked:
        if value < _LEAST:
            break
        names = (found.laid.sides[0].name, found.laid.sides[1].name)
        if names in pairs_seen or any(lines[name] >= _MOST_A_LINE for name in names):
            continue
        pairs_seen.add(names)
        lines.update(names)
        chosen.append((value, found))
        if len(chosen) == MOST:
            break
    by_pair: dict[tuple[str, str], list[tuple[float, Candidate]]] = {}
    for value, found in ranked:
        by_pair.setdefault((found.laid.sides[0].name, found.laid.sides[1].name), []).append((value, found))
    return [_contrast(value, found, by_pair) for value, found in chosen]


def odds(measures: Mapping[str, float]) -> float:
    """Return the log odds that a reader names two stretches."""
    return CONSTANT + sum(weight * measures[name] for name, weight in WEIGHTS.items())


def candidates(pair: Laid) -> Iterator[Candidate]:
    """Yield the pairs of stretches of two lines, measured; the same ones when the texts are swapped."""
    sides = [_stretches(pair, side) for side in (0, 1)]
    if not all(sides):
        return
    common = _of_lines(pair)
    best = [sorted(found, key=_alone)[:_BEST_ALONE] for found in sides]
    for one in best[0]:
        for other in best[1]:
            if one.unmet + other.unmet >= _FEWEST_UNMET:
                yield Candidate(
                    laid=pair,
                    stretches=((one.first, one.stop), (other.first, other.stop)),
                    measures={**common, **_measures(pair, one, other)},
                )


def _stretches(pair: Laid, side: int) -> list[_Stretch]:
    line, weights = pair.sides[side], pair.weights[side]
    fresh = frozenset(unmet(pair, side))
    found = []
    for first, stop in line.phrases:
        places = [k for k in range(first, stop) if line.words[k].content]
        if not places:
            continue
        found.append(
            _Stretch(
                first=first,
                stop=stop,
                unmet=sum(weights[k] for k in places if k in fresh),
                met=sum(weights[k] for k in places if k not in fresh),
                quoted=sum(line.quoted[k] for k in places) / len(places),
                strength=sum(strength(line.lower[k]) for k in range(first, stop)),
                names=sum(line.words[k].name for k in places) / len(places),
                start=first / len(line.words),
            )
        )
    return found


def _alone(stretch: _Stretch) -> tuple[float, int, int]:
    """Return what sorts the stretches of a line by what each promises without the other side's."""
    value = sum(weight * getattr(stretch, name, 0.0) for name, weight in _ALONE.items())
    return -value, stretch.first, stretch.stop


_ALONE = {"unmet": 0.3, "met": 0.6, "length": 0.03, "strength": 0.2, "names": -0.4, "quoted": -0.5}


def _of_lines(pair: Laid) -> dict[str, float]:
    places = [line.place for line in pair.sides]
    weights = [sum(found) for found in pair.weights]
    fresh = [sum(pair.weights[side][k] for k in unmet(pair, side)) for side in (0, 1)]
    lengths = [len(line.words) for line in pair.sides]
    return {
        "odds": pair.odds,
        "odds_against": min(pair.odds, 0.0),
        "headline": float(0 in places),
        "leads": float(all(0 < place <= 2 for place in places)),
        "first_both": float(all(place == 1 for place in places)),
        "unlike": sum(fresh) / (sum(weights) + 0.01),
        "score": pair.score / 100,
        "shorter": min(lengths) / 10,
        "words_in_all": sum(lengths) / 10,
        "best": float(pair.best),
    }


def _measures(pair: Laid, one: _Stretch, other: _Stretch) -> dict[str, float]:
    inside, across = 0.0, 0
    for k, (there, _) in pair.met.items():
        here, beyond = one.first <= k < one.stop, other.first <= there < other.stop
        if here and beyond:
            inside += (pair.weights[0][k] + pair.weights[1][there]) / 2
        across += here != beyond
    fresh = one.unmet + other.unmet
    return {
        "unmet": fresh,
        "unmet_both": min(one.unmet, other.unmet),
        "unmet_share": fresh / (fresh + one.met + other.met + 0.01),
        "met": inside,
        "across": float(across),
        "length": (one.length + other.length) / 10,
        "length_apart": abs(one.length - other.length) / 10,
        "quoted": one.quoted + other.quoted,
        "quoted_both": one.quoted * other.quoted,
        "strength": one.strength + other.strength,
        "names": one.names + other.names,
        "start": one.start + other.start,
        "start_apart": abs(one.start - other.start),
    }


def _order(ranked: tuple[float, Candidate]) -> tuple[float, float, list[str], list[int]]:
    value, found = ranked
    lines, stretches = found.laid.sides, found.stretches
    depth = sum(
        line.place / (1 + len(line.document.article.sentences)) + first / len(line.words)
        for line, (first, _) in zip(lines, stretches, strict=True)
    )
    quotes = sorted(_quote(line, stretch) for line, stretch in zip(lines, stretches, strict=True))
    return -round(value, 6), round(depth, 9), quotes, sorted(first for first, _ in stretches)


def _quote(line: Line, stretch: tuple[int, int]) -> str:
    extent = _extent(line, stretch)
    return line.document.article.text[extent.start : extent.end]


def _extent(line: Line, stretch: tuple[int, int]) -> Extent:
    return Extent(start=line.words[stretch[0]].start, end=line.words[stretch[1] - 1].end)


def _contrast(
    value: float, found: Candidate, by_pair: Mapping[tuple[str, str], Sequence[tuple[float, Candidate]]]
) -> Contrast:
    """Return the row: the best stretch of either line, and the next best of it where there is room."""
    lines = found.laid.sides
    others = by_pair[lines[0].name, lines[1].name]
    sides = []
    for side, line in enumerate(lines):
        kept = [found.stretches[side]]
        for _, other in others:
            stretch = other.stretches[side]
            if max(stretch[0], kept[0][0]) >= min(stretch[1], kept[0][1]):
                kept.append(stretch)
                break
        sides.append(Side(sentence=line.name, extents=tuple(_extent(line, each) for each in sorted(kept))))
    return Contrast(
        sides=(sides[0], sides[1]),
        rank=round(100 / (1 + exp(-value)), 1),
        evidence=_evidence(found.laid),
        alone=(_alone_in(found.laid, 0, sides[0]), _alone_in(found.laid, 1, sides[1])),
    )


def _alone_in(pair: Laid, side: int, shown: Side) -> tuple[str, ...]:
    line = pair.sides[side]
    text = line.document.article.text
    words = [
        line.words[k]
        for k in unmet(pair, side)
        if any(e.start <= line.words[k].start and line.words[k].end <= e.end for e in shown.extents)
    ]
    return tuple(dict.fromkeys(text[word.start : word.end] for word in words))


def _evidence(pair: Laid) -> str:
    one, other = pair.sides
    # In alphabetical order, which stays when the texts are swapped.
    met = sorted(
        {
            one.lower[k]
            if one.lower[k] == other.lower[there]
            else " ~ ".join(sorted((one.lower[k], other.lower[there])))
            for k, (there, nearness) in pair.met.items()
            if nearness >= FIRM
        }
    )
    if 0 in (one.place, other.place):
        laid = "a headline and a sentence"
    elif pair.odds > 0:
        laid = "passages that tell one fact"
    else:
        laid = "passages near each other"
    return f"{laid}; words that meet: {', '.join(met[:_FULL]) or 'none'}"
