"""From scored pairs of sentences to links: which clauses meet, in which relation, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from rapidfuzz import fuzz

from compare.align.passages import Passage
from compare.align.scoring import Cell
from compare.align.vocabulary import Vocabulary
from compare.model import Extent, Relation, Tier
from compare.text.words import Word

# Out of fold nine in ten of the links from SURE on are facts that both texts tell, and two in three of all
# from PERHAPS on; the length of the texts adds nothing to that.
SURE = 68.0
SURE_REWORDED = 55.0
PERHAPS = 30.0
# Where a single word meets, five in six of the links from here on are facts, and two in seven of those below.
PERHAPS_BY_ONE_WORD = 45.0
# Word for word but for a change or two in a sentence: word-level Indel ratio of the linked passages.
NEAR_VERBATIM = 80.0
# A passage that has most of its weight in the other is the same statement in other words.
REWORDED = 54.0
# A clause belongs to the linked passage when this share of its weight is in the other sentence.
_CLAUSE_SHARE = 0.2
# Two words of one clause, and no single one.
_FEWEST = 2
# What the words that meet must weigh, names left out and common words discounted, in words that no other
# sentence has: names alone never make a fact.
_PLAIN_EVIDENCE = 0.2
# In other languages than English nothing tells a title from other words, yet "Bürgermeisterin Brandt" in both
# is no fact. So many words (or runs of two signs) in a row, in both sentences, are a name.
_NAME_WORDS = 2
_NAME_RUNS = 5
_SHORT_TITLE = 4
# A word that stands more often than this in one sentence is sought only near its own place.
_MOST_COPIES = 12
# Wider and narrower words, and the noun and the verb "state", are half a match: "gun" and "firearm", but
# "lie" and "front" too. Aliases of a country and words of one sense (0.7 and 0.8) are firm.
FIRM = 0.6


class Meeting(Struct, frozen=True, kw_only=True):
    """Two sentences that are linked, and the stretches of them that meet."""

    cell: Cell
    extents: tuple[Extent, Extent]
    relation: Relation
    tier: Tier
    counterparts: tuple[tuple[Word, Word, float], ...]
    differing: tuple[tuple[Extent, ...], tuple[Extent, ...]]


def meetings(
    rows: Sequence[Passage], columns: Sequence[Passage], lexicon: Vocabulary, cells: Iterable[Cell]
) -> list[Meeting]:
    """Return the links among scored cells; what both tell word for word elsewhere has no lesser link."""
    found = [m for cell in cells if (m := _meeting(rows[cell.row], columns[cell.column], lexicon, cell))]
    verbatim = [m.cell for m in found if m.relation is Relation.NEAR_VERBATIM]
    told_rows, told_columns = {c.row for c in verbatim}, {c.column for c in verbatim}
    return [
        m
        for m in found
        if m.relation is Relation.NEAR_VERBATIM
        or not (m.cell.row in told_rows and m.cell.column in told_columns)
    ]


def _meeting(row: Passage, column: Passage, lexicon: Vocabulary, cell: Cell) -> Meeting | None:
    verbatim = fuzz.ratio(row.sequence, column.sequence, score_cutoff=NEAR_VERBATIM) >= NEAR_VERBATIM
    if cell.certainty < PERHAPS and not verbatim:
        return None
    stretches = (_meeting_clauses(row, column, lexicon), _meeting_clauses(column, row, lexicon))
    # "Gowdy, the committee's chairman, said": a name and who speaks are nothing told.
    told = min(
        _told_words(_inside(passage.words, stretch), passage.framed)
        for passage, stretch in zip((row, column), stretches, strict=True)
    )
    extents = (_with_what_is_said(row, stretches[0]), _with_what_is_said(column, stretches[1]))
    inside = (_inside(row.words, extents[0]), _inside(column.words, extents[1]))
    counterparts = word_pairs(*inside, lexicon)
    if verbatim or _words_alike(*inside) >= NEAR_VERBATIM:
        relation = Relation.NEAR_VERBATIM
    elif _agreement(inside, lexicon) >= REWORDED:
        relation = Relation.REWORDED
    else:
        relation = Relation.PARTIAL
    met = [pair for pair in counterparts if pair[2] >= FIRM]
    said = [pair for pair in met if not (pair[0].start in row.framed and pair[1].start in column.framed)]
    if not verbatim and (
        not _says_something(said)
        or (len(said) < _FEWEST and cell.certainty < PERHAPS_BY_ONE_WORD)
        or (not lexicon.english and _is_one_name(inside, said))
    ):
        return None
    if verbatim:
        extents = (_whole(row), _whole(column))
        inside = (row.words, column.words)
        counterparts = word_pairs(*inside, lexicon)
    # Half a match counts in the score, yet to a reader "power" and "influence" differ.
    firm = [pair for pair in counterparts if pair[2] >= FIRM]
    matched = ({one.start for one, _, _ in firm}, {other.start for _, other, _ in firm})
    return Meeting(
        cell=cell,
        extents=extents,
        relation=relation,
        tier=Tier.SURE
        if verbatim or (told >= _FEWEST and _is_sure(relation, said, cell, lexicon))
        else Tier.PERHAPS,
        counterparts=counterparts,
        differing=(_differing(inside[0], matched[0]), _differing(inside[1], matched[1])),
    )


def _told_words(words: Sequence[Word], framed: Container[int]) -> int:
    """Return how many words of a stretch tell something: no names, no letters, none of who speaks."""
    return sum(
        word.content and not word.name and len(word.key) > 1 and word.start not in framed for word in words
    )


def _says_something(said: Sequence[tuple[Word, Word, float]]) -> bool:
    """Return whether more than names meets, who speaks and where left out."""
    return any(not (one.name and other.name) for one, other, _ in said)


def _is_sure(
    relation: Relation, said: Sequence[tuple[Word, Word, float]], cell: Cell, lexicon: Vocabulary
) -> bool:
    """Return whether a reader would sign that both tell this: several words meet, and some are no names.

    A figure beside a name is none: "Brandt employed 340 masons", "Brandt leads by 340 votes".
    """
    asked = SURE if relation is Relation.PARTIAL else SURE_REWORDED
    return (
        cell.certainty >= asked
        and len(said) >= _FEWEST
        and any(not (one.name and other.name) and not one.key[0].isdigit() for one, other, _ in said)
        and _plain(said, lexicon) >= _PLAIN_EVIDENCE
    )


def _is_one_name(
    inside: tuple[Sequence[Word], Sequence[Word]], firm: Sequence[tuple[Word, Word, float]]
) -> bool:
    """Return whether the few words that meet follow each other in both stretches, as title and name do."""
    runs = any(one.end > other.start for one, other in pairwise(inside[0]))
    if not 0 < len(firm) <= (_NAME_RUNS if runs else _NAME_WORDS):
        return False
    places = []
    for side, met in zip(inside, ([pair[0] for pair in firm], [pair[1] for pair in firm]), strict=True):
        said = [word for word in side if word.content]
        at = [said.index(word) for word in met]
        between = [word for k, word in enumerate(said) if min(at) < k < max(at) and k not in at]
        # "Bürgermeisterin Dr. Ilse Brandt", "la alcaldesa, la Sra. Ruiz".
        if not all(not runs and (word.name or word.end - word.start <= _SHORT_TITLE) for word in between):
            return False
        places.append(sorted(range(len(at)), key=at.__getitem__))
    return places[0] == places[1]


def _plain(counterparts: Sequence[tuple[Word, Word, float]], lexicon: Vocabulary) -> float:
    """Return what the words that meet weigh, names left out, in words that no other sentence has."""
    # The mean of the two words: with one side's alone a link could stand or fall with the order of the texts.
    return sum(
        nearness * (_told(one, lexicon) + _told(other, lexicon)) / 2
        for one, other, nearness in counterparts
        if not (one.name and other.name)
    )


def _told(word: Word, lexicon: Vocabulary) -> float:
    return lexicon.weight[word.key] * (1 - lexicon.common(word.key))


def _agreement(inside: tuple[Sequence[Word], Sequence[Word]], lexicon: Vocabulary) -> float:
    """Return how much of the weight of two stretches has a counterpart in the other, 0-100."""
    one, other = (frozenset(w.key for w in side if w.content) for side in inside)
    weight = lexicon.weigh(one) + lexicon.weigh(other)
    met = lexicon.covered(one, other) + lexicon.covered(other, one)
    return 100 * met / weight if weight else 0.0


def _words_alike(one: Sequence[Word], other: Sequence[Word]) -> float:
    # rapidfuzz calls two empty sequences alike, which suits: wordless sentences meet only when equal.
    return fuzz.ratio([w.key for w in one], [w.key for w in other])


def _whole(passage: Passage) -> Extent:
    return Extent(start=passage.clauses[0].start, end=passage.clauses[-1].end)


def _inside(words: Sequence[Word], extent: Extent) -> tuple[Word, ...]:
    return tuple(word for word in words if extent.start <= word.start and word.end <= extent.end)


def _meeting_clauses(passage: Passage, other: Passage, lexicon: Vocabulary) -> Extent:
    """Return the stretch from the first to the last clause that the other sentence tells too.

    "The institute estimates" is no such stretch: what it estimates belongs to it.
    """
    shares = [_covered_share(keys, other.keys, lexicon) for keys in passage.clause_keys]
    kept = [n for n, share in enumerate(shares) if share >= _CLAUSE_SHARE] or [shares.index(max(shares))]
    return Extent(start=passage.clauses[kept[0]].start, end=passage.clauses[kept[-1]].end)


def _with_what_is_said(passage: Passage, stretch: Extent) -> Extent:
    """Return the stretch with the clauses behind it, else before it, where it tells only who speaks."""
    first = next(n for n, clause in enumerate(passage.clauses) if clause.start == stretch.start)
    last = next(n for n, clause in enumerate(passage.clauses) if clause.end == stretch.end)
    while (
        passage.framed
        and (first or last + 1 < len(passage.clauses))
        and not _told_words(_inside(passage.words, stretch), passage.framed)
    ):
        first, last = (first, last + 1) if last + 1 < len(passage.clauses) else (first - 1, last)
        stretch = Extent(start=passage.clauses[first].start, end=passage.clauses[last].end)
    return stretch


def _covered_share(keys: frozenset[str], other: frozenset[str], lexicon: Vocabulary) -> float:
    weight = lexicon.weigh(keys)
    return lexicon.covered(keys, other) / weight if weight else 0.0


def word_pairs(
    one: Sequence[Word], other: Sequence[Word], lexicon: Vocabulary
) -> tuple[tuple[Word, Word, float], ...]:
    """Return content words paired one to one, nearest first, in order of the first text."""
    rows = [word for word in one if word.content]
    columns = [word for word in other if word.content]
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(columns):
        places[word.key].append(j)
    ranked = sorted(
        (
            (nearness, -abs(i / len(rows) - j / len(columns)), i, j)
            for i, word in enumerate(rows)
            for key, nearness in ((word.key, 1.0), *lexicon.near[word.key].items())
            for j in _around(places.get(key, ()), i * len(columns) / len(rows))
        ),
        # Among equals the pair that stands at the same share of its passage; the rest keeps swapping even.
        key=lambda found: (-found[0], -found[1], found[2] + found[3], abs(found[2] - found[3])),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for nearness, _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j, nearness))
    return tuple((rows[i], columns[j], nearness) for i, j, nearness in sorted(pairs))


def _around(places: Sequence[int], middle: float) -> Sequence[int]:
    if len(places) <= _MOST_COPIES:
        return places
    first = max(0, bisect_left(places, middle) - _MOST_COPIES // 2)
    return places[first : first + _MOST_COPIES]


def _differing(words: Sequence[Word], matched: set[int]) -> tuple[Extent, ...]:
    """Return the stretches of words without a counterpart; a function word alone is no difference."""
    runs: list[list[Word]] = [[]]
    for word in words:
        if word.content and word.start in matched:
            runs.append([])
        else:
            runs[-1].append(word)
    stretches = []
    for run in runs:
        content = [n for n, word in enumerate(run) if word.content]
        if content:
            stretches.append(Extent(start=run[content[0]].start, end=run[content[-1]].end))
    return tuple(stretches)
