"""Comparison -> Page: what the printed report shows, in its order, as plain values; pure, without markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from compare.model import Comparison
from compare.render.parts import drawings, figures, fulltext, method, overview
from compare.render.parts.drawings import Drawing
from compare.render.parts.references import register
from compare.render.parts.view import View, numbered, view
from compare.render.parts.wording import listed, measured_in
from compare.render.report import room

# Characters that the margins above and below a page hold in one line, beside what else stands there.
HEAD, FOOT = 90, 110
# Share of the first page. Above three quarters the next part does not fit on the rest in any case.
SURELY = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(View):
    """Everything that the report's template prints."""

    head: str
    foot: str
    language: str
    roomy: bool
    """The first page surely holds what stands on it, so that the next part may be sent to the second."""
    counts: tuple[tuple[str, str], ...]
    missed: tuple[overview.Missed, ...]
    rows: tuple[Drawing, ...]
    placements: tuple[Drawing | None, ...]
    speakers: Drawing | None
    plain: bool
    """Some claim carries no remark: a statement in the outlet's own voice."""
    lengths: str
    scales: str
    measured: tuple[overview.Card, ...]
    remarks: tuple[tuple[str, str], ...]
    """A reviewer's words on findings without a row."""
    texts: tuple[tuple[fulltext.Block, ...], ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How many rows a part lacks because the report would be too long; see `abridged`."""


def build(
    comparison: Comparison, *, full_texts: bool, height: float | None, width: float = figures.WIDTH
) -> Page:
    """Return the report's page model; without the full texts no label leads to a sentence.

    `height` is that of the first page between its margins, in points; None where its content is sure to run
    over. `width` is what the figures are drawn on.
    """
    labels = register(comparison, full_texts=full_texts)
    seen = view(comparison, labels)
    missed = overview.missed(comparison, labels, seen.cards)
    rows = tuple(
        drawings.rows(comparison, labels, m, width=width) for m in seen.meetings if m.pairs or m.related
    )
    filled = room.filled(seen.title, seen.cards, seen.highlights, len(rows), missed, scope=seen.scope)
    return Page(
        **{each.name: getattr(seen, each.name) for each in fields(View)},
        head=_at_most(seen.title, HEAD),
        foot=_at_most("  ·  ".join(_footer(card) for card in seen.cards), FOOT),
        language="en",
        roomy=height is not None and filled < height * SURELY,
        counts=overview.counts(comparison, seen.sources),
        missed=missed,
        rows=rows,
        placements=tuple(drawings.placement(comparison, each, width=width) for each in seen.meetings),
        speakers=drawings.speakers(comparison, seen.sources, width=width),
        plain=not seen.unattributed and any(not claim.remark for text in seen.only for claim in text.claims),
        lengths=_lengths(comparison),
        scales=drawings.scales(comparison, width=width),
        measured=tuple(seen.cards[side] for side, _, _ in method.measured(comparison)),
        remarks=numbered(comparison),
        texts=tuple(fulltext.blocks(a, side, labels) for side, a in enumerate(comparison.articles))
        if full_texts
        else (),
    )


def _footer(card: overview.Card) -> str:
    return card.name if card.name == f"Text {card.label}" else f"{card.label}: {card.name}"


def _at_most(words: str, length: int) -> str:
    """Return words that fit into one line of a page's margin."""
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _lengths(comparison: Comparison) -> str:
    words = tuple(f"{m.words:,} in {m.article}" for m in comparison.measures)
    units = {measured_in(article) for article in comparison.articles}
    unit = units.pop() if len(units) == 1 else "word"
    return f"the texts differ in length ({listed(words)} {unit}s), date and purpose" if words else ""
