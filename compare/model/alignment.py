"""Passages that meet, and why we say so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from compare.model.record import Record, Span


class Relation(StrEnum):
    """How two passages relate. `RELATED` is one topic only: shown, never counted as shared."""

    NEAR_VERBATIM = "near-verbatim"
    REWORDED = "reworded"
    PARTIAL = "partial"
    RELATED = "related"


class Counterpart(Record, frozen=True):
    """A word of one passage and the word that stands for it in the other, and how near they are, 0-100."""

    words: tuple[str, str]
    nearness: float


class Link(Record, frozen=True):
    """Two passages, one an article, that report the same thing, and why we say so.

    `score` is recomputed from `parts` by the rule's printed weights. `differing` are the words of either
    passage that found no counterpart in the other, neighbours merged; `shared` are the words that did.
    """

    id: str
    spans: tuple[Span, Span]
    sentences: tuple[str, str]
    relation: Relation
    score: float
    parts: Mapping[str, float]
    shared: tuple[Counterpart, ...]
    differing: tuple[Span, ...]
    rule: str
    why: str
