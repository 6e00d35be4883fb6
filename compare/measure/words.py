"""The words that the readability formulas count."""

from __future__ import annotations

import re

# textstat deletes punctuation wherever it stands: "plan—which" and "and/or" would each become one word.
_BETWEEN_WORDS = re.compile(r"[\s‒–—―/\\|…]+|--+|\.\.+")
_SENTENCE_ENDS = re.compile(r"[.!?_]+")
_APOSTROPHES = str.maketrans("‘’ʼ＇", "''''")


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
