"""How much one article may be: beyond, it is refused, for time and memory grow with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import UnreadableArticleError

# 10,000 sentences are about 1.3 MB; four times that many bytes would be UTF-32. The longest of 739 real
# articles that we looked at has 61 kB, so more than this is a dump or a mistake.
MAX_BYTES = 4 * 1024 * 1024
# The longest of 400 real articles has 96. Two texts of so many take minutes and 500 MB (docs/limits.md).
MAX_SENTENCES = 10_000
# The longest of 11,452 real sentences has 5,238 characters, a list that had lost its line ends; the next 850.
MAX_SENTENCE = 10_000

# Sentences that are laid beside each other, counted once for each two articles: 26 of 60 sentences, or six of
# 1,300. 26 articles of 40 sentences took 40 s.
MAX_BESIDE = 40_000

# A report of a batch: nine pages take 3 s, the JSON of the longest texts that the limits let through 156 s.
MAX_SECONDS = 600

# A title or an outlet's name; 100,000 characters took 22 s to set.
MAX_NAME = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most bytes of a file, sentences of an article, and characters of a sentence."""

    bytes: int = MAX_BYTES
    sentences: int = MAX_SENTENCES
    sentence: int = MAX_SENTENCE


DEFAULT = Limits()


def hold_to(limits: Limits, found: Sequence[Sequence[tuple[int, int]]], *, name: str) -> None:
    """Refuse an article, given as the sentences of each paragraph, that is larger than the limits.

    Raises:
        UnreadableArticleError: if it has too many sentences, or one that is too long.
    """
    count = sum(len(inside) for inside in found)
    if count > limits.sentences:
        raise UnreadableArticleError(
            f"cannot read {name}: it has {count:,} sentences, more than {limits.sentences:,}; "
            "give one article's text, or raise --max-sentences"
        )
    longest = max(end - start for inside in found for start, end in inside)
    if longest > limits.sentence:
        raise UnreadableArticleError(
            f"cannot read {name}: {longest:,} characters stand in it without a sentence's end, more than "
            f"{limits.sentence:,}; check that it is running text, or raise --max-sentence-length"
        )


def hold_together(limits: Limits, counts: Sequence[int]) -> None:
    """Refuse articles, given by their numbers of sentences, that are too many of such a length.

    Raises:
        UnreadableArticleError: if all pairs of them have too many sentences in sum.
    """
    beside = (len(counts) - 1) * sum(counts)
    most = max(MAX_BESIDE, 2 * limits.sentences)
    if beside > most:
        raise UnreadableArticleError(
            f"cannot compare {len(counts)} articles of {sum(counts):,} sentences: each two of them would "
            f"make {beside:,} sentences, more than {most:,}; compare fewer at once, or raise --max-sentences"
        )
