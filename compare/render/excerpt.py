"""Words of a text in the clause that they stand in, so that they can be judged where they are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Article, Extent
from compare.render.quotation import sentences_in, shortened

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
    def nested(self) -> bool:
        """The words hold double quotation marks, so that single ones go around them."""
        return any(mark in self.text for mark in '“”"')


def excerpt(article: Article, extent: Extent, *, limit: int) -> Excerpt:
    """Return the clauses that a stretch stands in, where they are no longer than `limit`, else the stretch.

    >>> from compare.read import article_from_bytes
    >>> text = "It rained, and eleven people drowned, he said."
    >>> article = article_from_bytes(text.encode(), name="a.txt", label="A")[0]
    >>> excerpt(article, Extent(start=15, end=21), limit=80).text
    'and eleven people drowned, he said.'
    """
    start, end = _clauses(article, extent)
    if end - start <= limit:
        before, after = article.text[start : extent.start], article.text[extent.end : end].rstrip(_LOOSE)
        return Excerpt(
            before=before,
            words=article.text[extent.start : extent.end],
            after=after,
            start=start,
            cut=False,
        )
    return bare(article, extent, limit=limit)


def joined(article: Article, extents: Sequence[Extent], *, limit: int) -> Excerpt | None:
    """Return one quotation from the first to the last of several stretches, the first of them its key words.

    None where it would be longer than `limit`.
    """
    start, end = min(each.start for each in extents), max(each.end for each in extents)
    key = extents[0]
    if end - start > limit:
        return None
    return Excerpt(
        before=article.text[start : key.start],
        words=article.text[key.start : key.end],
        after=article.text[key.end : end],
        start=start,
        cut=False,
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
