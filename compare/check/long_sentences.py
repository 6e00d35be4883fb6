"""The longest sentences of a draft."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Article, Span
from compare.text.quotations import share_quoted
from compare.text.words import words

# Of the 266 sentences of the ten articles at hand 8 have more words than this.
LONG = 35
# A list of all of them would be a verdict on the style; the longest few are the ones to look at.
MOST = 3
_MOSTLY_QUOTED = 50.0


def long_sentences(draft: Article, marks: Sequence[tuple[int, int]]) -> tuple[tuple[Span, int], ...]:
    """Return the longest sentences over the limit with their numbers of words, in the draft's order.

    What somebody says in quotation marks (`marks`) is not the draft's to cut.
    """
    counted = [
        (Span(article=draft.label, start=sentence.start, end=sentence.end), length)
        for sentence in draft.sentences
        if (length := len(words(draft.text, sentence.start, sentence.end))) > LONG
        and share_quoted(tuple(marks), sentence.start, sentence.end) < _MOSTLY_QUOTED
    ]
    longest = sorted(counted, key=lambda each: (-each[1], each[0].start))[:MOST]
    return tuple(sorted(longest, key=lambda each: each[0].start))
