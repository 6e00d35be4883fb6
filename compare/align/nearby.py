"""Which sentence or headline of the other text comes nearest: what touches is not told by one text alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from compare.align.passages import Passage
from compare.align.scoring import Cell
from compare.align.vocabulary import Vocabulary

# Of what is listed first as told by one text, .96 is so where sentences as near as this are left out, and
# .85 where only the linked are.
NEAR = 20.0
# A quotation whose words stand in the other sentence, and a headline that tells half of a sentence.
_QUOTED = 60.0
_HEADLINE = 0.5
_FEWEST_IN_HEADLINE = 3


class Touching(StrEnum):
    """What makes two sentences touch."""

    WORDS = "words"
    FIGURE = "figure"
    QUOTATION = "quotation"
    HEADLINE = "headline"


class Touch(Struct, frozen=True, kw_only=True):
    """A sentence of the other text (None: its headline) that may tell what one sentence tells."""

    other: int | None
    by: Touching
    certainty: float


def touches(
    cells: Iterable[Cell], rows: Sequence[Passage], columns: Sequence[Passage]
) -> tuple[dict[int, Touch], dict[int, Touch]]:
    """Return for the sentences of either text the one of the other that comes nearest, where one touches."""
    found: tuple[dict[int, Touch], dict[int, Touch]] = ({}, {})
    for cell in cells:
        by = _touching(cell, rows[cell.row], columns[cell.column])
        if by is None:
            continue
        for side, one, other in ((0, cell.row, cell.column), (1, cell.column, cell.row)):
            best = found[side].get(one)
            if best is None or best.certainty < cell.certainty:
                found[side][one] = Touch(other=other, by=by, certainty=cell.certainty)
    return found


def _touching(cell: Cell, row: Passage, column: Passage) -> Touching | None:
    if cell.certainty >= NEAR:
        return Touching.WORDS
    if cell.parts["amounts"] and _names(row) & _names(column):
        return Touching.FIGURE
    return Touching.QUOTATION if cell.parts["quoted_told"] >= _QUOTED else None


def _names(passage: Passage) -> frozenset[str]:
    return frozenset(word.key for word in passage.words if word.name)


def headline_touches(
    headline: frozenset[str], sentences: Sequence[Passage], lexicon: Vocabulary
) -> Mapping[int, Touch]:
    """Return which sentences the other text's headline, by its keys, tells half of, or is told by."""
    known = frozenset(key for key in headline if key in lexicon.weight)
    found = {}
    for k, sentence in enumerate(sentences):
        met = sum(value > 0 for value in lexicon.met(known, sentence.keys).values())
        told = max(_share(known, sentence.keys, lexicon), _share(sentence.keys, known, lexicon))
        if met >= _FEWEST_IN_HEADLINE and told >= _HEADLINE:
            found[k] = Touch(other=None, by=Touching.HEADLINE, certainty=0.0)
    return found


def _share(one: frozenset[str], other: frozenset[str], lexicon: Vocabulary) -> float:
    weight = lexicon.weigh(one)
    return lexicon.covered(one, other) / weight if weight else 0.0
