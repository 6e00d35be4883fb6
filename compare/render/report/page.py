"""Comparison -> Page: all that a report shows, in its order, as plain values; pure and without markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.model import Comparison
from compare.render.parts import comments, differences, drawings, figures, overview, passages, speakers
from compare.render.parts import highlights as first_page
from compare.render.parts.drawings import Drawing
from compare.render.parts.only import Only, only
from compare.render.parts.passages import Meeting
from compare.render.parts.references import Reference, register
from compare.render.parts.scope import scope, unattributed, unsought
from compare.render.parts.wording import date_words, in_words, listed, measured_in, name, noted
from compare.render.report import fulltext, method, room

# Characters that the margins above and below a page hold in one line, beside what else stands there.
HEAD, FOOT = 90, 110
# Share of the first page. Above three quarters the next part does not fit on the rest in any case.
SURELY = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that the report's template prints."""

    title: str
    head: str
    foot: str
    language: str
    date: str
    iso_date: str | None
    number: str
    roomy: bool
    """The first page surely holds what stands on it, so that the next part may be sent to the second."""
    cards: tuple[overview.Card, ...]
    counts: tuple[tuple[str, str], ...]
    scope: tuple[str, ...]
    """What was not looked for, and that the texts are in several languages."""
    unsought: bool
    unattributed: bool
    highlights: tuple[first_page.Sentence, ...]
    missed: tuple[overview.Missed, ...]
    meetings: tuple[Meeting, ...]
    rows: tuple[Drawing, ...]
    placements: tuple[Drawing | None, ...]
    contrasts: tuple[differences.Contrasts, ...]
    tensions: tuple[differences.Remarked, ...]
    cues: tuple[differences.Remarked, ...]
    sources: tuple[speakers.Source, ...]
    speakers: Drawing | None
    only: tuple[Only, ...]
    plain: bool
    """Some claim carries no remark: a statement in the outlet's own voice."""
    lengths: str
    scales: str
    unmeasured: tuple[tuple[str, str], ...]
    otherwise: tuple[tuple[str, str], ...]
    """Texts in other languages with their figures in words."""
    measured: tuple[overview.Card, ...]
    raw_counts: tuple[tuple[str, tuple[str, ...]], ...]
    hardest: tuple[tuple[str, Reference], ...]
    set_aside: tuple[method.SetAside, ...]
    notes: tuple[tuple[str, str], ...]
    comments: Mapping[str, str]
    """A reviewer's words, by the anchor of the finding's row."""
    remarks: tuple[tuple[str, str], ...]
    """A reviewer's words on findings without a row."""
    versions: tuple[tuple[str, str], ...]
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
    cards = overview.cards(comparison)
    meetings = passages.meetings(comparison, labels)
    only_in = only(comparison, labels)
    sources = speakers.sources(comparison, labels)
    contrasts = differences.contrasts(
        comparison, labels, [(meeting.sides, bool(meeting.pairs)) for meeting in meetings]
    )
    heading = comparison.settings.title or title(comparison)
    highlights = first_page.highlights(comparison, meetings, cards, contrasts=contrasts, sources=sources)
    missed = overview.missed(comparison, labels, cards)
    lines = scope(comparison)
    rows = tuple(drawings.rows(comparison, labels, m, width=width) for m in meetings if m.pairs or m.related)
    return Page(
        comments=comments.beside(comparison),
        remarks=comments.numbered(comparison),
        title=heading,
        head=_at_most(heading, HEAD),
        foot=_at_most("  ·  ".join(_footer(card) for card in cards), FOOT),
        language="en",
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        iso_date=comparison.settings.date,
        number=in_words(len(cards)),
        roomy=height is not None
        and room.filled(heading, cards, highlights, len(rows), missed, scope=lines) < height * SURELY,
        cards=cards,
        counts=overview.counts(comparison, sources),
        scope=lines,
        unsought=unsought(comparison),
        unattributed=unattributed(comparison),
        highlights=highlights,
        missed=missed,
        meetings=meetings,
        rows=rows,
        placements=tuple(drawings.placement(comparison, meeting, width=width) for meeting in meetings),
        contrasts=contrasts,
        tensions=differences.tensions(comparison, labels),
        cues=differences.cues(comparison, labels),
        sources=sources,
        speakers=drawings.speakers(comparison, sources, width=width),
        only=only_in,
        plain=not unattributed(comparison)
        and any(not claim.remark for text in only_in for claim in text.claims),
        lengths=_lengths(comparison),
        scales=drawings.scales(comparison, width=width),
        unmeasured=method.unmeasured(comparison),
        otherwise=method.otherwise(comparison),
        measured=tuple(cards[side] for side, _, _ in method.measured(comparison)),
        raw_counts=method.raw_counts(comparison),
        hardest=tuple((grade, labels.sentence(sentence)) for grade, sentence in method.hardest(comparison)),
        set_aside=method.set_aside(comparison),
        notes=tuple(map(noted, comparison.notes)),
        versions=tuple(sorted(comparison.versions.items())),
        texts=tuple(fulltext.blocks(a, side, labels) for side, a in enumerate(comparison.articles))
        if full_texts
        else (),
    )


def title(comparison: Comparison) -> str:
    """Return a plain title made of what is there: how many accounts, and whose."""
    number = {1: "One account", 2: "Two accounts, side by side", 3: "Three accounts, side by side"}.get(
        len(comparison.articles), f"{len(comparison.articles)} accounts, side by side"
    )
    if not any(article.outlet for article in comparison.articles):
        return number
    return f"{number}: {listed(tuple(name(article) for article in comparison.articles))}"


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
