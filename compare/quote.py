"""Quotations: exact slices of an article's text, whole, shortened at a clause or word, or in their clause."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from compare.model import Article, Extent, Sentence

# Letters a line of the narrowest column holds; longer words get break points every BREAK_EVERY letters, since
# a 100,000-letter word under `overflow-wrap: anywhere` took WeasyPrint 403 s.
LONGEST_WORD = 26
BREAK_EVERY = 16
ZERO_WIDTH_SPACE = "\u200b"

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_NEXT_WORDS = re.compile(r"(?:[ \u00a0][\w’'-]+){1,2}")
_LETTER = re.compile(r"\w")
# Control characters and lone surrogates that XML cannot hold, noncharacters, and the marks that turn the
# direction of the text after them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# No quotation ends on these if it can help it.
_LOOSE_WORDS = frozenset(
    "a about after an and as at be been before between but by for from had has have he her his in into is it "
    "its no not of on or our over she since than that the their them they this through to under until was "
    "were when which while who whose will with would".split()
)
_LOOSE_ENDS = " \t\n\r\f\u00a0,;:—–-(["


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """`text` is `article.text[start:end]`; `cut` says that the passage goes on."""

    text: str
    start: int
    end: int
    cut: bool

    @property
    def nested(self) -> bool:
        """The words hold double quotation marks, so that single ones go around them."""
        return any(mark in self.text for mark in '“”"')


def printable(text: str) -> str:
    r"""Return a text that HTML can hold and a line can break: nothing else is changed.

    >>> printable("a\x00b"), printable("x" * 40).count(ZERO_WIDTH_SPACE)
    ('ab', 2)
    """
    return _LONG_WORD.sub(_with_breaks, legible(text))


def legible(text: str) -> str:
    r"""Return a text without the characters that nobody reads and XML cannot hold.

    >>> legible("a\x00b")
    'ab'
    """
    return _UNPRINTABLE.sub("", text)


def whole(article: Article, extent: Extent) -> Quotation:
    """Return a passage in full."""
    return Quotation(
        text=article.text[extent.start : extent.end], start=extent.start, end=extent.end, cut=False
    )


def shortened(article: Article, extent: Extent, *, limit: int) -> Quotation:
    """Return a passage cut to about `limit` characters: at a clause's end if one is near, else a word's.

    A single word longer than the limit is cut inside.
    """
    if extent.end - extent.start <= limit:
        return whole(article, extent)
    end = _last_clause_end(article, extent, limit) or _last_word_end(article.text, extent, limit)
    end = _without_loose_end(article.text, extent.start, end)
    rest = article.text[end : extent.end]
    if not _LETTER.search(rest):
        return whole(article, extent)
    return Quotation(text=article.text[extent.start : end], start=extent.start, end=end, cut=True)


def with_noun(article: Article, extent: Extent) -> Quotation:
    """Return a figure with the one or two words after it, which say what it counts: "11 dead"."""
    more = _NEXT_WORDS.match(article.text, extent.end)
    end = _without_loose_end(article.text, extent.start, more.end()) if more else extent.end
    return whole(article, Extent(start=extent.start, end=max(end, extent.end)))


def _last_clause_end(article: Article, extent: Extent, limit: int) -> int | None:
    ends = (
        clause.end
        for sentence in sentences_in(article, extent)
        for clause in sentence.clauses
        # Under three fifths of the limit the slice says too little; a word's end is better.
        if extent.start + limit * 0.6 <= clause.end <= min(extent.start + limit, extent.end - 1)
    )
    return max(ends, default=None)


def _last_word_end(text: str, extent: Extent, limit: int) -> int:
    stop = extent.start + limit
    ends = [match.start() for match in _WORD_END.finditer(text, extent.start + 1, stop + 1)]
    return ends[-1] if ends else stop


def _without_loose_end(text: str, start: int, end: int) -> int:
    """Return the end moved back over joining punctuation and words that promise more."""
    while True:
        kept = start + len(text[start:end].rstrip(_LOOSE_ENDS))
        last = text[start:kept].rpartition(" ")
        if last[0] and last[2].casefold() in _LOOSE_WORDS:
            kept -= len(last[2]) + 1
        if kept == end or kept <= start:
            return max(end, start + 1)
        end = kept


def sentences_in(article: Article, extent: Extent) -> tuple[Sentence, ...]:
    """Return the sentences that a passage touches; an article's sentences stand in order."""
    first = bisect_right(article.sentences, extent.start, key=lambda sentence: sentence.end)
    return tuple(takewhile(lambda sentence: sentence.start < extent.end, article.sentences[first:]))


def _with_breaks(match: re.Match[str]) -> str:
    word = match[0]
    pieces = [word[i : i + BREAK_EVERY] for i in range(0, len(word), BREAK_EVERY)]
    joined = pieces[0]
    for piece in pieces[1:]:
        # A break before a combining mark would part it from its letter.
        joined += piece if unicodedata.combining(piece[0]) else ZERO_WIDTH_SPACE + piece
    return joined


# ---------------------------------------------------------------------------------------------------- places
# What outputs call the place where a quotation stands.


def place(article: Article, extent: Extent) -> str:
    """Return the sentence in which a stretch begins, or what else it stands in."""
    for piece in article.sentences:
        if piece.start <= extent.start < piece.end:
            return piece.id
    for furniture in article.furniture:
        if furniture.start <= extent.start < furniture.end:
            return furniture.kind.value
    return article.label


def headline(article: Article) -> str:
    """Return the id under which findings stand that quote an article's headline."""
    return f"{article.label}0"


def place_name(of_headline: str) -> str:
    """Return what pages call a headline, by the id under which its findings stand.

    >>> place_name("A0")
    'A headline'
    """
    return f"{of_headline[:-1]} headline"


# --------------------------------------------------------------------------------------------------- excerpt
# Words of a text in the clause that they stand in, so that they can be judged where they are quoted.

_LOOSE = " \t\r\n,;:—–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A quotation with its key words apart: `before + words + after` is `text[start:start + length]`."""

    before: str
    words: str
    after: str
    start: int
    cut: bool
    """The words go on behind what is quoted."""

    @property
    def text(self) -> str:
        """Return the whole quotation."""
        return self.before + self.words + self.after

    @property
    def marked(self) -> bool:
        """There are other words beside the key words, from which these stand out."""
        return any(letter.isalnum() for letter in self.before + self.after)

    @property
    def opening(self) -> str:
        """Return what stands before the key words without the space in front of them."""
        return self.before.rstrip()

    @property
    def key(self) -> str:
        """Return the key words with the space in front of them: there WeasyPrint breaks no line too early."""
        return self.before[len(self.opening) :] + self.words

    @property
    def nested(self) -> bool:
        """The words hold double quotation marks, so that single ones go around them."""
        return any(mark in self.text for mark in '“”"')


def excerpt(article: Article, extent: Extent, *, limit: int) -> Excerpt:
    """Return the clauses that a stretch stands in, cut to about `limit` where that leaves the stretch in.

    >>> from compare.read import article_from_bytes
    >>> text = "Eleven people drowned when the dam broke on Monday. It rained."
    >>> article = article_from_bytes(text.encode(), name="a.txt", label="A")[0]
    >>> excerpt(article, Extent(start=0, end=6), limit=30)
    Excerpt(before='', words='Eleven', after=' people drowned', start=0, cut=True)
    """
    start, end = _clauses(article, extent)
    kept = shortened(article, Extent(start=start, end=end), limit=limit)
    if kept.end < extent.end:
        return bare(article, extent, limit=limit)
    return Excerpt(
        before=article.text[start : extent.start],
        words=article.text[extent.start : extent.end],
        after=article.text[extent.end : kept.end].rstrip(_LOOSE),
        start=start,
        cut=kept.cut,
    )


def joined(article: Article, extents: Sequence[Extent], *, limit: int) -> Excerpt:
    """Return one quotation from the first to the last of several stretches, the first named its key words.

    Where it is cut to `limit`, a key that stands behind the cut is not marked.
    """
    start, end = min(each.start for each in extents), max(each.end for each in extents)
    key, kept = extents[0], shortened(article, Extent(start=start, end=end), limit=limit)
    if key.end > kept.end:
        return Excerpt(before="", words=kept.text, after="", start=start, cut=kept.cut)
    return Excerpt(
        before=article.text[start : key.start],
        words=article.text[key.start : key.end],
        after=article.text[key.end : kept.end],
        start=start,
        cut=kept.cut,
    )


def bare(article: Article, extent: Extent, *, limit: int) -> Excerpt:
    """Return a stretch without the words around it."""
    kept = shortened(article, extent, limit=limit)
    return Excerpt(before="", words=kept.text, after="", start=kept.start, cut=kept.cut)


def _clauses(article: Article, extent: Extent) -> tuple[int, int]:
    met = [
        clause
        for sentence in sentences_in(article, extent)
        for clause in sentence.clauses
        if clause.start < extent.end and extent.start < clause.end
    ]
    start = min((clause.start for clause in met), default=extent.start)
    end = max((clause.end for clause in met), default=extent.end)
    return min(start, extent.start), max(end, extent.end)
