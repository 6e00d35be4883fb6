"""What the texts say where a remark is, as an editor's memo quotes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.check.remark import Quoted, Remark
from compare.kinds import Concern
from compare.model import Article, DiscrepancyType, Extent
from compare.quote import with_noun
from compare.render.parts.excerpt import Excerpt, bare, excerpt, joined

# Characters of a quotation: three lines of its column.
LIMIT = 150
# Whole passages say where they stand, and no more.
_PASSAGE = 90
_CLOSE = (Concern.CLOSE_WORDING, Concern.SHARED_RUN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a text says; where it has no such words, the passage that lacks them."""

    side: int
    label: str
    excerpt: Excerpt
    places: tuple[tuple[int, str, str], ...]
    """The side, label and place of each text that has the words: a sentence, or what else they stand in."""
    said: bool = True
    beside: bool = False
    """It is so short that it goes into the line of the one before."""

    @property
    def marks(self) -> tuple[tuple[int, str, str], ...]:
        """Return for each place the side, what its sign says, and what stands behind the sign."""
        return tuple(
            (side, place, "") if place.startswith(label) else (side, label, place)
            for side, label, place in self.places
        )


def sayings(remark: Remark, articles: Sequence[Article]) -> tuple[Saying, ...]:
    """Return what a remark quotes, in the clauses around it; of what the draft lacks it has nothing."""
    sides = {article.label: (side, article) for side, article in enumerate(articles)}
    quoted = remark.quoted[1:] if remark.kind == Concern.MISSING else remark.quoted
    side, article = sides[quoted[0].article]
    first = quoted[0]
    if remark.kind in _CLOSE:
        # One run of words, in the draft's letters, and where all texts have it.
        words = bare(article, _extent(first), limit=2 * LIMIT)
        places = tuple((sides[each.article][0], each.article, each.place) for each in quoted)
        return (Saying(side=side, label=article.label, excerpt=words, places=places),)
    if remark.kind == Concern.UNNAMED_SOURCE and len({each.article for each in quoted}) == 1:
        whole = joined(article, [_extent(each) for each in quoted], limit=LIMIT)
        return (
            Saying(
                side=side, label=article.label, excerpt=whole, places=((side, article.label, first.place),)
            ),
        )
    if remark.kind == Concern.UNDATED_TIME and len(quoted) > 1:
        return tuple(
            Saying(
                side=side,
                label=article.label,
                excerpt=bare(article, _extent(each), limit=LIMIT),
                places=((side, article.label, each.place),),
                beside=each is not first,
            )
            for each in quoted
        )
    return tuple(_saying(each, remark, *sides[each.article]) for each in quoted)


def _saying(quoted: Quoted, remark: Remark, side: int, article: Article) -> Saying:
    extent = _extent(quoted)
    if remark.kind == DiscrepancyType.NUMBER and quoted.words is not None:
        noun = with_noun(article, extent)
        extent = Extent(start=noun.start, end=noun.end)
    return Saying(
        side=side,
        label=article.label,
        excerpt=bare(article, extent, limit=_PASSAGE)
        if remark.kind == Concern.PLACEMENT
        else excerpt(article, extent, limit=LIMIT),
        places=((side, article.label, quoted.place),),
        said=quoted.words is not None,
    )


def _extent(quoted: Quoted) -> Extent:
    return Extent(start=quoted.start, end=quoted.end)
