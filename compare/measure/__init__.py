"""Counts and readability of one article's body."""

from __future__ import annotations

from compare.measure.formulas import readability, readability_versions
from compare.measure.words import words_of
from compare.model import Article, Measures

__all__ = ["measure", "readability_versions"]


def measure(article: Article) -> Measures:
    """Return the counts of an article's sentences and, where they mean something, readability figures."""
    sentences = {s.id: words_of(article.text[s.start : s.end]) for s in article.sentences}
    return Measures(
        article=article.label,
        words=sum(map(len, sentences.values())),
        sentences=len(article.sentences),
        paragraphs=len({s.paragraph for s in article.sentences}),
        readability=readability(sentences, language=article.language),
    )
