"""How alike two sentences are: a few lexical measures, each 0-100, blended by fitted weights."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p, sqrt

from rapidfuzz import fuzz

from compare.align.vocabulary import Vocabulary, vocabulary
from compare.language.words import Word, without_possessive, words
from compare.model import Extent

_GRAM = 4
# The weight of shared words at which `mass` reaches 100: about a dozen rare words.
_FULL_MASS = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence made ready for matching."""

    text: str
    words: tuple[Word, ...]
    plain: tuple[str, ...]
    """The words in small letters, possessive endings left out."""
    keys: frozenset[str]
    clauses: tuple[Extent, ...]
    clause_keys: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A sentence of one text against a sentence of the other."""

    row: int
    column: int
    parts: Mapping[str, float]
    score: float


def passage(text: str, start: int, end: int, clauses: Sequence[Extent]) -> Passage:
    """Return the sentence `text[start:end]` with its words and the keys of each clause."""
    found = words(text, start, end)
    content = [word for word in found if word.content]
    return Passage(
        text=text[start:end],
        words=found,
        plain=tuple(without_possessive(text[word.start : word.end]).lower() for word in found),
        keys=frozenset(word.key for word in content),
        clauses=tuple(clauses),
        clause_keys=tuple(
            frozenset(w.key for w in content if c.start <= w.start and w.end <= c.end) for c in clauses
        ),
    )


def score_cells(rows: Sequence[Passage], columns: Sequence[Passage]) -> tuple[Vocabulary, list[Cell]]:
    """Return every pair of sentences that shares a content word, scored, in order of row and column."""
    lexicon = vocabulary([p.keys for p in (*rows, *columns)])
    letters = _letters(rows, columns)
    raw = {
        (i, j): _parts(rows[i], columns[j], lexicon, letters.get((i, j), 0.0))
        for i, j in _candidates(rows, columns, lexicon)
    }
    standing = _standing({cell: (parts["letters"] + parts["overlap"]) / 2 for cell, parts in raw.items()})
    cells = []
    for (i, j), parts in sorted(raw.items()):
        parts["standing"] = standing[i, j]
        rounded = {name: round(value, 1) for name, value in parts.items()}
        cells.append(Cell(row=i, column=j, parts=rounded, score=blend(rounded)))
    return lexicon, cells


# The blend: a logistic regression fitted on the development half of SuperPAL's pairs and four hand-labelled
# article pairs (16 pairs, 231 links), times ten and rounded. 50 is even odds of a labelled link, and ten
# points are one unit of log odds. Each half without the other's weights reaches the same within .01;
# benchmarks/quality.py prints what it reaches.
CONSTANT = -17.0
WEIGHTS: Mapping[str, float] = {
    "overlap": 0.35,
    "mass": 0.40,
    "clause": 0.25,
    "letters": 0.45,
    "run": 0.50,
    "standing": 0.20,
}


def blend(parts: Mapping[str, float]) -> float:
    """Return the score, 0-100, that the printed parts give."""
    total = CONSTANT + sum(weight * parts[name] for name, weight in WEIGHTS.items())
    return round(min(100.0, max(0.0, total)), 1)


def _candidates(
    rows: Sequence[Passage], columns: Sequence[Passage], lexicon: Vocabulary
) -> set[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, column in enumerate(columns):
        told[column.plain or (column.text,)].append(j)
        for key in sorted(column.keys):
            places[key].append(j)
    # Sentences of function words alone meet only when they are the same.
    same = {(i, j) for i, row in enumerate(rows) for j in told.get(row.plain or (row.text,), ())}
    return same | {
        (i, j)
        for i, row in enumerate(rows)
        for key in row.keys
        for other in (key, *lexicon.near[key])
        for j in places.get(other, ())
    }


def _parts(row: Passage, column: Passage, lexicon: Vocabulary, letters: float) -> dict[str, float]:
    shared = _shared(row.keys, column.keys, lexicon)
    return {
        "overlap": 100 * _dice(shared, row.keys, column.keys, lexicon),
        "mass": min(100.0, 100 * log1p(shared) / log1p(_FULL_MASS)),
        "clause": 100
        * max(
            _dice(_shared(x, y, lexicon), x, y, lexicon) for x in row.clause_keys for y in column.clause_keys
        ),
        "letters": letters,
        "run": fuzz.partial_ratio(*sorted((row.text, column.text), key=lambda t: (len(t), t))),
    }


def _shared(one: frozenset[str], other: frozenset[str], lexicon: Vocabulary) -> float:
    """Return the weight of what two sets of keys share: each key's best counterpart, both ways, halved.

    Soft token overlap as in Jimenez, Gonzalez and Gelbukh, "Soft Cardinality" (SPIRE 2010).
    """
    return (_covered(one, other, lexicon) + _covered(other, one, lexicon)) / 2


def _covered(one: frozenset[str], other: frozenset[str], lexicon: Vocabulary) -> float:
    total = 0.0
    for key in sorted(one):
        if key in other:
            total += lexicon.weight[key]
            continue
        near = lexicon.near[key]
        if near:
            total += lexicon.weight[key] * max((v for k, v in near.items() if k in other), default=0.0)
    return total


def _dice(shared: float, one: frozenset[str], other: frozenset[str], lexicon: Vocabulary) -> float:
    # Sums are of two numbers, so that swapping the texts gives the same bits.
    weight = _weight(one, lexicon) + _weight(other, lexicon)
    return 2 * shared / weight if weight else 0.0


def _weight(keys: frozenset[str], lexicon: Vocabulary) -> float:
    return sum(lexicon.weight[key] for key in sorted(keys))


def _letters(rows: Sequence[Passage], columns: Sequence[Passage]) -> dict[tuple[int, int], float]:
    """Return the cosine, 0-100, of TF-IDF vectors of runs of four letters (3 to 5 does no better)."""
    grams = [_grams(p) for p in (*rows, *columns)]
    frequency: Counter[str] = Counter()
    for found in grams:
        frequency.update(found.keys())
    size = len(grams)
    idf = {gram: log(1 + size / count) for gram, count in frequency.items()}
    vectors = []
    for found in grams:
        vector = {gram: (1 + log(count)) * idf[gram] for gram, count in found.items()}
        length = sqrt(sum(value * value for value in vector.values()))
        vectors.append({gram: value / length for gram, value in vector.items()})
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(vectors[len(rows) :]):
        for gram, value in vector.items():
            postings[gram].append((j, value))
    products: dict[tuple[int, int], float] = defaultdict(float)
    for i, vector in enumerate(vectors[: len(rows)]):
        for gram, value in vector.items():
            for j, other in postings.get(gram, ()):
                products[i, j] += value * other
    # Rounded, since the order of summing differs when the texts are swapped.
    return {cell: round(100 * min(1.0, value), 6) for cell, value in products.items()}


def _grams(sentence: Passage) -> Counter[str]:
    text = f" {' '.join(sentence.plain)} "
    return Counter(text[place : place + _GRAM] for place in range(len(text) - _GRAM + 1))


def _standing(values: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return how far each cell stands above (below: negative) its best rival in its row and column."""
    best: dict[tuple[str, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (i, j), value in values.items():
        for line in (("row", i), ("column", j)):
            best[line] = sorted((*best[line], value))[-2:]
    standing = {}
    for (i, j), value in values.items():
        rivals = (best[line][0 if value == best[line][1] else 1] for line in (("row", i), ("column", j)))
        standing[i, j] = value - max(rivals)
    return standing
