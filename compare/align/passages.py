"""Sentences made ready for matching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.model import Extent
from compare.text.words import Word, without_possessive


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
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
    english: bool = True


def passage(
    text: str, whole: Extent, clauses: Sequence[Extent], found: tuple[Word, ...], *, english: bool = True
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
        english=english,
    )
