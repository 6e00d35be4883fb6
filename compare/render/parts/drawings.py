"""The report's figures drawn from a comparison: each with its title, remark and alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.kinds import count
from compare.model import Comparison, Relation
from compare.render.parts import appendix, figures
from compare.render.parts.figures import Bars, BoxRow, Join, Stroke
from compare.render.parts.passages import Meeting
from compare.render.parts.references import Register
from compare.render.parts.speakers import Source, counts

LINES = {
    Relation.NEAR_VERBATIM: Stroke.SOLID,
    Relation.REWORDED: Stroke.SOLID,
    Relation.PARTIAL: Stroke.DASHED,
}
# A figure of more facts than this is longer than its page: in large print, half as many.
MOST_PLACED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure: its SVG, and what its caption says beyond the legend."""

    svg: str
    title: str
    words: str


def rows(comparison: Comparison, labels: Register, meeting: Meeting, *, width: float) -> Drawing:
    """Return the sentences of two texts as boxes, and lines between those that are linked."""
    order = {sentence: number - 1 for sentence, (_, number, _) in labels.sentences.items()}
    joins, words = [], []
    for pair, sure in (
        *((each, True) for each in meeting.pairs),
        *((each, False) for each in meeting.perhaps),
    ):
        upper, lower = (passage.reference.words for passage in pair.passages)
        if upper in order and lower in order:
            joins.append(
                Join(
                    upper=order[upper],
                    lower=order[lower],
                    line=LINES[pair.relation] if sure else Stroke.DOTTED,
                    score=pair.share,
                )
            )
            words.append(f"{upper} and {lower} ({pair.words})")
    boxes = [
        BoxRow(
            label=comparison.articles[side].label,
            side=side,
            sentences=len(comparison.articles[side].sentences),
            shared=frozenset((j.upper, j.lower)[k] for j in joins if j.line is not Stroke.DOTTED),
            perhaps=frozenset((j.upper, j.lower)[k] for j in joins if j.line is Stroke.DOTTED),
        )
        for k, side in enumerate(meeting.sides)
    ]
    first, second = boxes
    said = f"Linked sentences: {'; '.join(words[:60])}." if words else "No sentences are linked."
    if len(words) > 60:
        said += f" And {len(words) - 60} more."
    svg = figures.meeting(
        first,
        second,
        joins,
        width=width,
        alternative=f"{count(first.sentences, 'sentence')} of {first.label} above "
        f"{count(second.sentences, 'sentence')} of {second.label}. {said}",
    )
    drawn = min(len(joins), figures.MOST_LINES)
    extra = f" Of {len(joins)} links the {drawn} strongest are drawn." if drawn < len(joins) else ""
    return Drawing(svg=svg, title=f"Where {first.label} and {second.label} meet.", words=extra)


def placement(comparison: Comparison, meeting: Meeting, *, width: float) -> Drawing | None:
    """Return where each text puts the shared facts; None where no fact is placed."""
    placed = [(f.number, *f.shares) for f in meeting.facts if f.shares is not None]
    if not placed:
        return None
    kept = sorted(placed, key=lambda fact: (-abs(fact[1] - fact[2]), fact[0]))[
        : round(MOST_PLACED * width / figures.WIDTH)
    ]
    shown = [fact for fact in placed if fact in kept]
    first, second = (comparison.articles[side].label for side in meeting.sides)
    words = "; ".join(f"{number}: {a:.0f}% in {first}, {b:.0f}% in {second}" for number, a, b in shown)
    extra = (
        f" Of {len(placed)} shared facts the {len(kept)} that lie furthest apart are drawn."
        if len(kept) < len(placed)
        else ""
    )
    svg = figures.placement(
        shown,
        sides=meeting.sides,
        width=width,
        alternative=f"Share of the way down each text. {words}.",
    )
    return Drawing(svg=svg, title="Where each text puts the shared facts.", words=extra)


def scales(comparison: Comparison, *, width: float) -> str:
    """Return the readability figure; nothing where no text was measured."""
    measures = appendix.scales(comparison)
    if not measures:
        return ""
    said = "; ".join(f"{row.title}: {', '.join(row.shown)}" for row in measures)
    return figures.readability(measures, width=width, alternative=f"Readability. {said}.")


def speakers(comparison: Comparison, sources: Sequence[Source], *, width: float) -> Drawing | None:
    """Return how often each text cites each type of source; None where nobody is cited."""
    rows = counts(sources)
    if not rows:
        return None
    labels = [article.label for article in comparison.articles]
    totals = (sum(numbers) for numbers in zip(*(row for _, row in rows), strict=True))
    said = "; ".join(f"{title}: {_each(labels, row)}" for title, row in rows)
    bars = [Bars(title=title, numbers=row) for title, row in rows]
    return Drawing(
        svg=figures.speakers(
            bars, width=width, alternative=f"How often each type of source is cited. {said}."
        ),
        title="Who speaks.",
        words=f"How often each type of source is quoted or reported; in all {_each(labels, totals)}.",
    )


def _each(labels: Sequence[str], numbers: Iterable[int]) -> str:
    return ", ".join(f"{label} {number}" for label, number in zip(labels, numbers, strict=True))
