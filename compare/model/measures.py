"""Counts and readability of one article."""

from __future__ import annotations

from compare.model.record import Record


class Readability(Record, frozen=True, tag_field="kind", tag="measured"):
    """textstat's figures for the body of one text, with the counts they rest on."""

    syllables: int
    difficult_words: int
    """Occurrences of words of two or more syllables that are not on Dale and Chall's list; names too."""
    flesch_reading_ease: float
    """0-100 and beyond; higher is easier."""
    flesch_kincaid_grade: float
    """US school grade."""
    words_per_sentence: float
    characters_per_word: float
    """Letters and digits; punctuation is not counted."""
    hardest_sentence: str
    """The id of the sentence with the highest Flesch-Kincaid grade."""
    hardest_grade: float


class Formula(Record, frozen=True):
    """What one formula gives for a text."""

    name: str
    value: float
    scale: str
    """Which way it runs: "higher is easier" or "higher is harder"."""


class OtherReadability(Record, frozen=True, tag_field="kind", tag="measured-otherwise"):
    """Figures for a text in another language than English, by the formulas that were made for it."""

    formulas: tuple[Formula, ...]
    """The one that a first page has room for first; syllables are estimated by hyphenation."""
    words_per_sentence: float
    characters_per_word: float


class NotMeasured(Record, frozen=True, tag_field="kind", tag="not-measured"):
    """A figure that would mislead, and the reason it is left out."""

    reason: str


class Measures(Record, frozen=True):
    """Counts of one article's body (furniture left out)."""

    article: str
    words: int
    """In scripts without spaces between words: letters or signs."""
    sentences: int
    paragraphs: int
    readability: Readability | OtherReadability | NotMeasured
