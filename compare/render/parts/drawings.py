"""The report's figures drawn from a comparison: each with its title, remark and alternative text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.kinds import count
from compare.model import Article, Comparison, Discrepancy, FramingPair, Tier
from compare.render.parts import figures
from compare.render.parts.figures import Box, BoxRow, Told
from compare.render.parts.passages import Meeting
from compare.telling import ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure: its SVG, and what its caption says beyond the legend."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Where two texts place a shared fact, drawn, and what else is remarked on it."""

    svg: str
    remark: str


def told(comparison: Comparison) -> Mapping[str, Told]:
    """Return by sentence whether another text tells it, perhaps tells it, or none does."""
    found: dict[str, Told] = {s.id: Told.ALONE for article in comparison.articles for s in article.sentences}
    for tier, words in ((Tier.PERHAPS, Told.PERHAPS), (Tier.SURE, Told.BOTH)):
        for link in comparison.links:
            if link.tier is tier:
                found.update((name, words) for name in link.sentences if name in found)
    return found


def rows(comparison: Comparison) -> tuple[BoxRow, ...]:
    """Return the texts as rows of boxes, a box a sentence."""
    by_sentence = told(comparison)
    differing = {s for f in comparison.findings if isinstance(f, Discrepancy) for s in f.sentences}
    worded = {
        s
        for f in comparison.findings
        if isinstance(f, FramingPair) and f.device not in ALWAYS
        for s in f.sentences
    }
    return tuple(
        BoxRow(
            label=article.label,
            side=side,
            boxes=tuple(
                Box(
                    size=sentence.end - sentence.start,
                    told=by_sentence[sentence.id],
                    paragraph=sentence.paragraph,
                    differs=sentence.id in differing,
                    worded=sentence.id in worded,
                )
                for sentence in article.sentences
            ),
        )
        for side, article in enumerate(comparison.articles)
    )


def coverage(comparison: Comparison, *, width: float) -> Drawing | None:
    """Return the map of what the texts share; None where no text has a sentence."""
    drawn = rows(comparison)
    if not any(row.boxes for row in drawn):
        return None
    marks = [box for row in drawn for box in row.boxes]
    legend = ["Each box is a sentence, as wide as it is long. Solid: told by another text too."]
    if any(box.told is Told.PERHAPS for box in marks):
        legend.append("Hatched: perhaps.")
    legend.append("White: not matched.")
    if any(box.differs for box in marks):
        legend.append("Wedge: a difference.")
    if any(box.worded and not box.differs for box in marks):
        legend.append("Grey rule: worded otherwise.")
    said = " ".join(_said(comparison.articles[row.side], row) for row in drawn)
    return Drawing(
        svg=figures.coverage(drawn, alternative=f"What the texts share. {said}", width=width),
        words=" ".join(legend),
    )


def _said(article: Article, row: BoxRow) -> str:
    shared = [str(i) for i, box in enumerate(row.boxes, 1) if box.told is Told.BOTH]
    listed = f"told by another text too: {', '.join(shared[:60])}" if shared else "none told by another text"
    more = f" and {len(shared) - 60} more" if len(shared) > 60 else ""
    return f"{article.label}, {count(len(row.boxes), 'sentence')}, {listed}{more}."


def strips(comparison: Comparison, meetings: Sequence[Meeting]) -> Mapping[str, Strip]:
    """Return by the anchor of its pair where each shared fact stands in both texts."""
    found = {}
    for meeting in meetings:
        first, second = (comparison.articles[side].label for side in meeting.sides)
        for fact in meeting.facts:
            svg = ""
            if fact.shares is not None:
                said = f"{first}: {fact.places[0]}. {second}: {fact.places[1]} of the way down."
                svg = figures.strip(meeting.sides, fact.shares, alternative=f"Where it stands. {said}")
            found[fact.href.removeprefix("#")] = Strip(svg=svg, remark=fact.remark)
    return found
