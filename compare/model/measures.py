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


class NotMeasured(Record, frozen=True, tag_field="kind", tag="not-measured"):
    """A figure that would mislead, and the reason it is left out."""

    reason: str


class Measures(Record, frozen=True):
    """Counts of one article's body (furniture left out)."""

    article: str
    words: int
    sentences: int
    paragraphs: int
    readability: Readability | NotMeasured
