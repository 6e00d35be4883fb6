"""The words of some sentences that are worth teaching, with plain meanings: for a classroom handout.

It stands alone beside the stages, since it looks words up and finds nothing out about the articles: renderers
may use it, as they may not use `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Article, Sentence
from compare.text.senses import entry, gloss, is_news_word
from compare.text.sensitive import sensitive
from compare.text.words import words

__all__ = ["Term", "sensitive", "vocabulary"]

_HYPHENS = ("-", "‐", "‑")
_NAME_GOES_ON = re.compile(r" [A-Z]")
_OFFICE = re.compile(r"[ -]general\b", re.IGNORECASE)
# So many first letters are a word in its forms.
_STEM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word in its base form, its meaning, and the id of the sentence in which a reader meets it first."""

    word: str
    meaning: str
    sentence: str


def vocabulary(passages: Iterable[tuple[Article, Iterable[Sentence]]]) -> tuple[Term, ...]:
    """Return the rare words of the sentences that have a sure meaning, those first that a class needs most.

    Words of the news come before others, rarer ones before commoner ones. A text that does not read as
    English has none.
    """
    found: dict[str, tuple[tuple[bool, int, str], Term]] = {}
    for article, sentences in passages:
        for sentence in sentences if article.language == "en" else ():
            for base, meaning in _rare(article.text, sentence):
                known = entry(base)
                rank = not is_news_word(base), known.count if known else 0, base
                found.setdefault(base, (rank, Term(word=base, meaning=meaning, sentence=sentence.id)))
    return tuple(term for _, term in sorted(found.values(), key=lambda each: each[0]))


def _rare(text: str, sentence: Sentence) -> Iterable[tuple[str, str]]:
    for word in words(text, sentence.start, sentence.end):
        # Half of "cross-examination" is not what it means; a name means nobody's trade.
        around = text[word.end : word.end + 1], text[max(0, word.start - 1) : word.start]
        joined = any(mark in _HYPHENS for mark in around)
        surface = text[word.start : word.end]
        # "Brightwater Dredging" and "the attorney general" are not what their words mean.
        named = surface[:1].isupper() and (word.start > sentence.start or _NAME_GOES_ON.match(text, word.end))
        named = named or _OFFICE.match(text, word.end) is not None
        if not word.content or word.name or joined or named:
            continue
        known = gloss(surface.casefold())
        if known and not _circular(*known):
            yield known


def _circular(base: str, meaning: str) -> bool:
    """Tell whether a meaning explains a word by itself: "an expert in strategy" for a strategist."""
    stem = base[:_STEM]
    return len(base) >= _STEM and any(word.startswith(stem) for word in meaning.casefold().split())
