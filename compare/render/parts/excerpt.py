"""Words of a text in the clause that they stand in, so that they can be judged where they are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Article, Extent
from compare.quote import sentences_in, shortened

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
