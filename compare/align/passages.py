"""Sentences made ready for matching."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from compare.model import Extent
from compare.text.quotations import Stretches, crossing
from compare.text.values import Amount
from compare.text.words import Word, without_possessive

Measured = tuple[str, str, float, float]
"""An amount's kind, unit, lowest and highest value."""


class Passage(Struct, frozen=True, kw_only=True):
    """A sentence made ready for matching."""

    text: str
    words: tuple[Word, ...]
    sequence: tuple[str, ...]
    """Their keys, as often as they stand there."""
    plain: tuple[str, ...]
    """The words in small letters, possessive endings left out."""
    keys: frozenset[str]
    figures: frozenset[str]
    """The keys that are figures."""
    neighbours: frozenset[tuple[str, str]]
    """The keys that follow each other, words of grammar between them left out."""
    clauses: tuple[Extent, ...]
    clause_keys: tuple[frozenset[str], ...]
    quoted: frozenset[str] = frozenset()
    """The keys that stand in quotation marks."""
    amounts: tuple[Measured, ...] = ()
    """Its figures, as they were read."""
    framed: frozenset[int] = frozenset()
    """Where the words start that tell who speaks rather than what is said."""
    english: bool = True

    @property
    def quoted_share(self) -> float:
        """How many of its keys stand in quotation marks, from 0 to 1."""
        return len(self.quoted) / len(self.keys) if self.keys else 0.0


def measured(amount: Amount) -> Measured:
    """Return what makes two amounts equal."""
    return amount.kind.value, amount.unit, amount.low, amount.high


def passage(
    text: str,
    whole: Extent,
    clauses: Sequence[Extent],
    found: tuple[Word, ...],
    *,
    quotations: Stretches = (),
    amounts: Sequence[Measured] = (),
    frames: Stretches = (),
    english: bool = True,
) -> Passage:
    """Return the sentence at `whole` that has these clauses and words, with the keys of each clause."""
    content = [word for word in found if word.content]
    return Passage(
        text=text[whole.start : whole.end],
        words=found,
        sequence=tuple(word.key for word in found),
        plain=tuple(without_possessive(text[word.start : word.end]).lower() for word in found),
        keys=frozenset(word.key for word in content),
        figures=frozenset(word.key for word in content if word.key[0].isdigit()),
        neighbours=frozenset(pairwise(word.key for word in content)),
        clauses=tuple(clauses),
        clause_keys=tuple(
            frozenset(w.key for w in content if c.start <= w.start and w.end <= c.end) for c in clauses
        ),
        quoted=frozenset(word.key for word in content if crossing(quotations, word.start, word.end)),
        amounts=tuple(amounts),
        framed=frozenset(word.start for word in content if crossing(frames, word.start, word.end)),
        english=english,
    )
