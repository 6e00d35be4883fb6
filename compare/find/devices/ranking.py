"""Which stretches of lines laid together tell most, and which of them a report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from compare.align.relations import FIRM
from compare.find.devices.contrast import Contrast, Side
from compare.find.devices.laying import Laid, Line, unmet
from compare.find.devices.phrases import parted, rounded
from compare.find.devices.recognised import device_of
from compare.find.devices.worth import row_measures, shares, worth
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
# More of a side's own words than this in an earlier row: the row tells that once more.
_AGAIN = 0.8
# Of rows below hardly any tells. A report shows the likelier ones alone; see `compare.telling`.
LEAST = 36.0
# How likely a row must be of one thing, and how likely to tell if it is: one cannot make up for the other.
LEAST_SHARES = (0.4, 0.3)
# What is worded alike on both sides tells nothing.
_FEWEST_UNMET = 0.3
_FULL = 16
# Keeps a share of nothing from being divided by nothing.
_SOME = 0.01


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


class _Row(Struct, frozen=True, kw_only=True):
    best: Candidate
    sides: tuple[Side, Side]
    worth: float


def contrasts(pairs: Sequence[Laid]) -> list[Contrast]:
    """Return the contrasts worth showing between two texts, those that tell most first."""
    rows = sorted((row for pair in pairs if (row := _row(pair)) and row.worth >= LEAST), key=_by_worth)
    own = [(_own_places(row, 0), _own_places(row, 1)) for row in rows]
    lines: Counter[str] = Counter()
    chosen: list[Contrast] = []
    for n, row in enumerate(rows):
        names = [side.sentences[0] for side in row.sides]
        if len(chosen) == MOST or any(lines[name] >= _MOST_A_LINE for name in names):
            continue
        # What is told once tells nothing when it stands beside a less likely sentence again.
        surer = [k for k, other in enumerate(rows) if (-other.best.laid.odds, k) < (-row.best.laid.odds, n)]
        if not any(_again(own[n][side], own[k][side]) for k in surer for side in (0, 1)):
            lines.update(names)
            chosen.append(_contrast(row))
    return chosen


def _again(places: set[tuple[str, int]], told: set[tuple[str, int]]) -> bool:
    return bool(places) and len(places & told) > _AGAIN * len(places)


def _own_places(row: _Row, side: int) -> set[tuple[str, int]]:
    """Return the line and the places in its text of the words that a row shows and the other line lacks."""
    line = row.best.laid.sides[side]
    starts = (line.words[k].start for k in unmet(row.best.laid, side))
    return {(line.name, at) for at in starts if any(e.start <= at < e.end for e in row.sides[side].extents)}


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
        "unmet_share": fresh / (fresh + one.met + other.met + _SOME),
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


def _row(pair: Laid) -> _Row | None:
    """Return the row of two lines: the best stretch of either, and its next best where there is room."""
    found = _valued(pair)
    if not found:
        return None
    best = _first(pair, found)
    sides, whole = [], []
    for side, line in enumerate(pair.sides):
        kept = best[side]
        apart = [v for v in found if max(v[1][side].first, kept.first) >= min(v[1][side].stop, kept.stop)]
        stretches = [kept, *([_first(pair, apart)[side]] if apart else ())]
        shown_here = sorted((each.first, each.stop) for each in stretches)
        text = line.document.article.text
        places = parted(text, line.words, line.lower, line.phrases, shown_here)
        sides.append(_side(line, places))
        whole.append(_side(line, rounded(text, line.words, places)))
    shown = (sides[0], sides[1])
    candidate = Candidate(
        laid=pair,
        stretches=((best[0].first, best[0].stop), (best[1].first, best[1].stop)),
        measures={**_of_lines(pair), **_measures(pair, *best)},
    )
    value = odds(candidate.measures)
    measures = row_measures(pair, shown, candidate.measures, rank=value)
    # Of rows of two sentences that both have a likelier one, three in five are of two things.
    if not pair.best and not measures["headline"] and not measures["leads"]:
        return None
    if any(share < least for share, least in zip(shares(measures), LEAST_SHARES, strict=True)):
        return None
    told = worth(measures)
    return _Row(best=candidate, sides=(whole[0], whole[1]), worth=round(told, 1))


def _side(line: Line, places: Sequence[tuple[int, int]]) -> Side:
    extents = tuple(_extent(line, place) for place in places)
    return Side(sentences=(line.name,) * len(extents), extents=extents)


def _valued(pair: Laid) -> list[tuple[float, tuple[_Stretch, _Stretch]]]:
    """Return the log odds of the pairs of stretches of two lines, as `odds` has them, but for a constant.

    The sum is taken apart, what hangs on one stretch from what hangs on both: there are hundreds of pairs.
    """
    sides = [sorted(_stretches(pair, side), key=_alone)[:_BEST_ALONE] for side in (0, 1)]
    met = [
        (k, there, (pair.weights[0][k] + pair.weights[1][there]) / 2) for k, (there, _) in pair.met.items()
    ]
    inside = [
        [
            frozenset(n for n, place in enumerate(met) if each.first <= place[side] < each.stop)
            for each in found
        ]
        for side, found in enumerate(sides)
    ]
    alone = [
        [sum(WEIGHTS[name] * getattr(each, name) * scale for name, scale in _ADDED) for each in found]
        for found in sides
    ]
    valued = []
    for i, one in enumerate(sides[0]):
        for j, other in enumerate(sides[1]):
            fresh = one.unmet + other.unmet
            if fresh < _FEWEST_UNMET:
                continue
            both = inside[0][i] & inside[1][j]
            value = (
                alone[0][i]
                + alone[1][j]
                + WEIGHTS["unmet_both"] * min(one.unmet, other.unmet)
                + WEIGHTS["unmet_share"] * fresh / (fresh + one.met + other.met + _SOME)
                + WEIGHTS["met"] * sum(met[n][2] for n in both)
                + WEIGHTS["across"] * (len(inside[0][i]) + len(inside[1][j]) - 2 * len(both))
                + WEIGHTS["quoted_both"] * one.quoted * other.quoted
                + WEIGHTS["start_apart"] * abs(one.start - other.start)
            )
            valued.append((round(value, 6), (one, other)))
    return valued


_ADDED = (("length", 0.1), ("quoted", 1.0), ("strength", 1.0), ("names", 1.0), ("start", 1.0))


def _first(pair: Laid, found: Sequence[tuple[float, tuple[_Stretch, _Stretch]]]) -> tuple[_Stretch, _Stretch]:
    """Return the pair of stretches with the highest value; among equals none is first by the texts' order."""
    most = max(value for value, _ in found)
    return min((both for value, both in found if value == most), key=lambda both: _order(pair, both))


def _order(pair: Laid, stretches: tuple[_Stretch, _Stretch]) -> tuple[float, list[str], list[int]]:
    quotes = sorted(_quote(line, (s.first, s.stop)) for line, s in zip(pair.sides, stretches, strict=True))
    return round(sum(s.start for s in stretches), 9), quotes, sorted(s.first for s in stretches)


def _by_worth(row: _Row) -> tuple[float, float, list[str], list[int]]:
    lines, stretches = row.best.laid.sides, row.best.stretches
    depth = sum(
        line.place / (1 + len(line.document.article.sentences)) + first / len(line.words)
        for line, (first, _) in zip(lines, stretches, strict=True)
    )
    quotes = sorted(_quote(line, stretch) for line, stretch in zip(lines, stretches, strict=True))
    return -row.worth, round(depth, 9), quotes, sorted(first for first, _ in stretches)


def _quote(line: Line, stretch: tuple[int, int]) -> str:
    extent = _extent(line, stretch)
    return line.document.article.text[extent.start : extent.end]


def _extent(line: Line, stretch: tuple[int, int]) -> Extent:
    return Extent(start=line.words[stretch[0]].start, end=line.words[stretch[1] - 1].end)


def _contrast(row: _Row) -> Contrast:
    pair, sides = row.best.laid, row.sides
    return Contrast(
        sides=sides,
        device=device_of(pair, sides),
        rank=row.worth,
        evidence=_evidence(pair),
        alone=(_alone_in(pair, 0, sides[0]), _alone_in(pair, 1, sides[1])),
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
