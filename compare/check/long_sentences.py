"""The longest sentences of a draft."""

from __future__ import annotations

from compare.model import Span
from compare.text.document import Document
from compare.text.quotations import share_quoted

# Of the 266 sentences of the ten articles at hand 8 have more words than this.
LONG = 35
# A list of all of them would be a verdict on the style; the longest few are the ones to look at.
MOST = 3
_MOSTLY_QUOTED = 50.0


def long_sentences(document: Document) -> tuple[tuple[Span, int], ...]:
    """Return the longest sentences over the limit with their numbers of words, in the draft's order.

    What somebody says in quotation marks is not the draft's to cut.
    """
    draft = document.article
    counted = [
        (Span(article=draft.label, start=sentence.start, end=sentence.end), length)
        for sentence in draft.sentences
        if (length := len(document.words(sentence.start, sentence.end))) > LONG
        and share_quoted(document.quotations, sentence.start, sentence.end) < _MOSTLY_QUOTED
    ]
    longest = sorted(counted, key=lambda each: (-each[1], each[0].start))[:MOST]
    return tuple(sorted(longest, key=lambda each: each[0].start))
