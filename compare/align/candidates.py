"""Which sentences are worth scoring against each other: all that share a word, or in long texts the best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import product

from compare.align.passages import Passage
from compare.align.vocabulary import Vocabulary

# Up to so many pairs (two texts of 140 sentences) all are scored, which takes two seconds; beyond it each
# sentence keeps its best few.
EXACT_UP_TO = 20_000
_BEST = 6
# In long texts a word that more sentences than this have brings none of them forward. What is left grows
# with the text, not with its square.
_MOST_PLACES = 40


def candidates(
    rows: Sequence[Passage], columns: Sequence[Passage], lexicon: Vocabulary, *, exact_up_to: int
) -> list[tuple[int, int]]:
    """Return the pairs to score, in order; the same pairs, turned round, when the texts are swapped."""
    if len(rows) * len(columns) <= exact_up_to:
        pairs = {
            pair for i, found in _sharing(rows, columns, lexicon, None) for pair in ((i, j) for j in found)
        }
    else:
        pairs = {(i, j) for i, found in _sharing(rows, columns, lexicon, _MOST_PLACES) for j in _best(found)}
        turned = _sharing(columns, rows, lexicon, _MOST_PLACES)
        pairs |= {(i, j) for j, found in turned for i in _best(found)}
    return sorted(pairs | _same(rows, columns, each=len(rows) * len(columns) <= exact_up_to))


def _best(found: Mapping[int, float]) -> list[int]:
    return nsmallest(_BEST, found, key=lambda place: (-round(found[place], 6), place))


def _sharing(
    ones: Sequence[Passage], others: Sequence[Passage], lexicon: Vocabulary, most_places: int | None
) -> Iterator[tuple[int, dict[int, float]]]:
    """Yield for each sentence those that share a word with it and how much of their weight they share."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, other in enumerate(others):
        for key in other.keys:
            places[key].append(place)
    weight = [lexicon.weigh(other.keys) for other in others]
    for place, one in enumerate(ones):
        yield place, _shares(one, places, lexicon, weight, most_places)


def _shares(
    one: Passage,
    places: Mapping[str, Sequence[int]],
    lexicon: Vocabulary,
    weight: Sequence[float],
    most_places: int | None,
) -> dict[int, float]:
    own = lexicon.weigh(one.keys)
    shares: dict[int, float] = defaultdict(float)
    for key in sorted(one.keys):
        for other, nearness in ((key, 1.0), *lexicon.near[key].items()):
            found = places.get(other, ())
            if most_places is None or len(found) <= most_places:
                for place in found:
                    shares[place] += nearness * (lexicon.weight[key] + lexicon.weight[other])
    return {place: share / (own + weight[place]) for place, share in shares.items()}


def _same(rows: Sequence[Passage], columns: Sequence[Passage], *, each: bool) -> set[tuple[int, int]]:
    """Return the pairs of the same words, function words alone among them; in long texts nth with nth."""
    ours, theirs = _by_words(rows), _by_words(columns)
    pairs: set[tuple[int, int]] = set()
    for words, places in ours.items():
        others = theirs.get(words, [])
        pairs.update(product(places, others) if each else zip(places, others, strict=False))
    return pairs


def _by_words(sentences: Sequence[Passage]) -> dict[tuple[str, ...], list[int]]:
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        told[sentence.plain or (sentence.text,)].append(place)
    return told
