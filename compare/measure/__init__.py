"""Counts and readability of one article's body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.measure.formulas import has_formula, readability, readability_versions
from compare.measure.words import count_of, words_of
from compare.model import Article, Measures

__all__ = ["has_formula", "measure", "readability_versions"]


def measure(article: Article) -> Measures:
    """Return the counts of an article's sentences and, where they mean something, readability figures."""
    sentences = {s.id: words_of(article.text[s.start : s.end]) for s in article.sentences}
    return Measures(
        article=article.label,
        words=_words(article, sentences),
        sentences=len(article.sentences),
        paragraphs=len({s.paragraph for s in article.sentences}),
        readability=readability(sentences, language=article.language),
    )


def _words(article: Article, sentences: Mapping[str, Sequence[str]]) -> int:
    if article.language == "en":
        return sum(map(len, sentences.values()))
    return sum(count_of(article.text[s.start : s.end]) for s in article.sentences)
