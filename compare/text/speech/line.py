"""A sentence as the rules for reported speech read it, and what they find in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from compare.model import CueClass, SourceType, SpeechMode
from compare.text.en import word_set
from compare.text.tokens import as_written

# "U.S", with the full stop that is its own.
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,9}[^\W\d_]\Z")
_TITLES = word_set("speech.line.titles")
CLOSERS = frozenset(("”", '"', "»", "’", "'", "''"))
_ACRONYMS = frozenset(("WHO", "US", "IT"))
STOPS = frozenset((";", ":", "—", "–", "--", "―", "…", "..."))
# Of this many words and more, two thirds with a capital make a line that is set like a headline.
_HEADLINE, _CAPITALS = 4, 0.66
_TIMES = word_set("speech.line.times")
_NUMBERS = frozenset("one two three four five six seven eight nine ten twenty hundred".split())


class SpeechLine(Struct, kw_only=True):
    """The words and marks of one sentence, side by side in lists of one length."""

    text: str
    start: int
    end: int
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[bool]
    """It stands inside quotation marks, or is one."""
    headline: bool

    def __len__(self) -> int:
        """Return the number of words and marks."""
        return len(self.words)

    def at(self, index: int) -> str:
        """Return the lower-case word there, an empty one past the ends."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def capital(self, index: int) -> bool:
        """Return whether the word there is written with a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def is_word(self, index: int) -> bool:
        """Return whether there is a word there and no mark."""
        return 0 <= index < len(self.words) and self.words[index][0].isalnum()

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the offsets of the tokens from `first` up to and without `stop`."""
        return self.starts[first], self.ends[stop - 1]


class Phrase(Struct, frozen=True, kw_only=True):
    """The tokens of a source: from `first` up to and without `stop`, about the noun `head`."""

    first: int
    stop: int
    head: int
    type: SourceType
    opens: int = -1
    """Where the role begins that the name stands behind: "the chairman, Ann Orr"; -1 where there is none."""


class SpeechHit(Struct, frozen=True, kw_only=True):
    """One place where a source's words are reported: token ranges, the stops left out."""

    source: Phrase | None
    cue: tuple[int, int]
    content: tuple[int, int]
    cue_class: CueClass
    rule: str


class Speech(Struct, frozen=True, kw_only=True):
    """What one source is reported to say within one sentence; offsets into the text."""

    sentence: int
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    source_type: SourceType
    cue_class: CueClass
    mode: SpeechMode
    rule: str


def line(text: str, start: int, end: int, quotations: Iterable[tuple[int, int]]) -> SpeechLine:
    """Return the words and marks of the sentence `text[start:end]`; `quotations` touch it, in order."""
    found = _joined(text, as_written(text, start, end))
    starts, ends = [s for s, _ in found], [e for _, e in found]
    quoted = [False] * len(found)
    marks = list(quotations)
    at = 0
    for index, (first, _) in enumerate(found):
        while at < len(marks) and marks[at][1] <= first:
            at += 1
        quoted[index] = at < len(marks) and marks[at][0] <= first
    words = [text[s:e] for s, e in found]
    spoken = [w for w in words if w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in spoken)
    return SpeechLine(
        text=text,
        start=start,
        end=end,
        words=words,
        # "WHO" and "US" are names where the line is not set in capitals.
        lower=[w if w in _ACRONYMS else w.lower().replace("’", "'") for w in words],
        starts=starts,
        ends=ends,
        quoted=quoted,
        headline=len(spoken) >= _HEADLINE and capitals >= _CAPITALS * len(spoken),
    )


def _joined(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the offsets of the tokens, a title, initial or short form with its full stop as one."""
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if text[start:end] == "." and spans and spans[-1][1] == start:
            before = text[slice(*spans[-1])]
            initial = len(before) == 1 and before.isupper()
            if initial or before.lower() in _TITLES or _DOTTED.match(before):
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return spans


def is_time(word: str) -> bool:
    """Return whether a lower-case word is one that tells the time of speaking."""
    return word in _TIMES


def is_number(word: str) -> bool:
    """Return whether a lower-case word is a small number, in words or figures.

    >>> is_number("four"), is_number("10"), is_number("many")
    (True, True, False)
    """
    return word in _NUMBERS or word.isdigit()
