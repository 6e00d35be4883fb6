"""Counts and readability of one article's body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.measure.formulas import has_formula, readability, readability_versions
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


# ------------------------------------------------------------------------------------------------------ words
# The words that the readability formulas count.

# textstat deletes punctuation wherever it stands: "plan—which" and "and/or" would each become one word.
_BETWEEN_WORDS = re.compile(r"[\s‒–—―/\\|…]+|--+|\.\.+")
_SENTENCE_ENDS = re.compile(r"[.!?_]+")
_APOSTROPHES = str.maketrans("‘’ʼ＇", "''''")


# Signs that are counted one by one: no space parts words of these scripts. Marks go with their letter.
_SIGN = (
    "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3]"
)


def count_of(sentence: str) -> int:
    """Return how many words a sentence has, each Chinese, Japanese or Thai sign counted as one.

    >>> count_of("The bridge is shut."), count_of("市长说：“1200万元”。")
    (4, 6)
    """
    # Compiling a class of so many signs takes longer than a whole English article.
    if not any("\u0e01" <= char <= "\u17b3" or char >= "\u3005" for char in sentence if char > "\u0e00"):
        return len(words_of(sentence))
    rest, signs = re.subn(_SIGN, " ", sentence)
    return signs + len(words_of(rest))


def words_of(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence as textstat should see them.

    A word has a letter or a digit; what a hyphen joins is one word, as in textstat. Full stops inside a
    word go (textstat would end a sentence there), apostrophes become straight ones and letters small ones
    (textstat knows contractions in that form only). None of this changes a syllable count otherwise.

    >>> words_of("The U.S. — it’s 3.5-fold – “agreed”.")
    ('the', 'us', "it's", '35-fold', '“agreed”')
    """
    tidy = sentence.translate(_APOSTROPHES).lower()
    pieces = (_SENTENCE_ENDS.sub("", piece) for piece in _BETWEEN_WORDS.split(tidy))
    return tuple(piece for piece in pieces if any(map(str.isalnum, piece)))
