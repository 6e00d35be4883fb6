"""Comparison -> Page: all that a report shows, in its order, as plain values; pure and without markup."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Claim, ClaimType, Comparison, Relation, Voice
from compare.render import figures, fulltext, method, overview, passages, room
from compare.render.figures import Join, Line, Row
from compare.render.passages import Meeting
from compare.render.quotation import Quotation, whole
from compare.render.references import Reference, Register, anchor, register
from compare.render.wording import CLAIM_TYPES, VOICES, count, date_words, in_words, listed, name

LINES = {
    Relation.NEAR_VERBATIM: Line.SOLID,
    Relation.REWORDED: Line.SOLID,
    Relation.PARTIAL: Line.DASHED,
    Relation.RELATED: Line.DOTTED,
}
# A figure of more facts than this is longer than its page.
MOST_PLACED = 40
# Characters that the margins above and below a page hold in one line, beside what else stands there.
HEAD, FOOT = 90, 110
# Share of the first page. Above three quarters the next part does not fit on the rest in any case.
SURELY = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim found in one text only."""

    id: str
    number: str
    quotation: Quotation
    reference: Reference
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The claims found only in one text, most salient first."""

    side: int
    label: str
    name: str
    others: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure: its SVG, and what its caption says beyond the legend."""

    svg: str
    title: str
    words: str


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
    highlights: tuple[tuple[overview.Run, ...], ...]
    missed: tuple[overview.Missed, ...]
    meetings: tuple[Meeting, ...]
    rows: tuple[Drawing, ...]
    placements: tuple[Drawing | None, ...]
    only: tuple[Only, ...]
    plain: bool
    """Some claim carries no remark: a statement in the outlet's own voice."""
    lengths: str
    scales: str
    unmeasured: tuple[tuple[str, str], ...]
    measured: tuple[overview.Card, ...]
    raw_counts: tuple[tuple[str, tuple[str, ...]], ...]
    hardest: tuple[tuple[str, Reference], ...]
    set_aside: tuple[method.SetAside, ...]
    notes: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    texts: tuple[tuple[fulltext.Block, ...], ...]


def build(comparison: Comparison, *, full_texts: bool, height: float) -> Page:
    """Return the report's page model; without the full texts no label leads to a sentence.

    `height` is that of the first page between its margins, in points.
    """
    labels = register(comparison, full_texts=full_texts)
    cards = overview.cards(comparison)
    meetings = passages.meetings(comparison, labels)
    only_in = _only(comparison, labels)
    heading = comparison.settings.title or title(comparison)
    highlights = overview.highlights(comparison, meetings, cards)
    missed = overview.missed(comparison, labels, cards)
    rows = tuple(_rows(comparison, labels, m) for m in meetings if m.pairs or m.related)
    return Page(
        title=heading,
        head=_at_most(heading, HEAD),
        foot=_at_most("  ·  ".join(_footer(card) for card in cards), FOOT),
        language="en",
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        iso_date=comparison.settings.date,
        number=in_words(len(cards)),
        roomy=room.filled(heading, cards, highlights, len(rows), missed) < height * SURELY,
        cards=cards,
        counts=overview.counts(comparison),
        highlights=highlights,
        missed=missed,
        meetings=meetings,
        rows=rows,
        placements=tuple(_placement(comparison, meeting) for meeting in meetings),
        only=only_in,
        plain=any(not claim.remark for only in only_in for claim in only.claims),
        lengths=_lengths(comparison),
        scales=_scales(comparison),
        unmeasured=method.unmeasured(comparison),
        measured=tuple(cards[side] for side, _, _ in method.measured(comparison)),
        raw_counts=method.raw_counts(comparison),
        hardest=tuple((grade, labels.sentence(sentence)) for grade, sentence in method.hardest(comparison)),
        set_aside=method.set_aside(comparison),
        notes=tuple((note.article or "", note.text) for note in comparison.notes),
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


def _rows(comparison: Comparison, labels: Register, meeting: Meeting) -> Drawing:
    order = {sentence: number - 1 for sentence, (_, number, _) in labels.sentences.items()}
    joins, words = [], []
    for pair in (*meeting.pairs, *meeting.related):
        upper, lower = (passage.reference.words for passage in pair.passages)
        if upper in order and lower in order:
            joins.append(
                Join(upper=order[upper], lower=order[lower], line=LINES[pair.relation], score=pair.share)
            )
            words.append(f"{upper} and {lower} ({pair.words})")
    rows = [
        Row(
            label=comparison.articles[side].label,
            side=side,
            sentences=len(comparison.articles[side].sentences),
            shared=frozenset((j.upper, j.lower)[k] for j in joins if j.line is not Line.DOTTED),
            related=frozenset((j.upper, j.lower)[k] for j in joins if j.line is Line.DOTTED),
        )
        for k, side in enumerate(meeting.sides)
    ]
    first, second = rows
    said = f"Linked sentences: {'; '.join(words[:60])}." if words else "No sentences are linked."
    if len(words) > 60:
        said += f" And {len(words) - 60} more."
    svg = figures.meeting(
        first,
        second,
        joins,
        alternative=f"{count(first.sentences, 'sentence')} of {first.label} above "
        f"{count(second.sentences, 'sentence')} of {second.label}. {said}",
    )
    drawn = min(len(joins), figures.MOST_LINES)
    extra = f" Of {len(joins)} links the {drawn} strongest are drawn." if drawn < len(joins) else ""
    return Drawing(svg=svg, title=f"Where {first.label} and {second.label} meet.", words=extra)


def _placement(comparison: Comparison, meeting: Meeting) -> Drawing | None:
    placed = [(f.number, *f.shares) for f in meeting.facts if f.shares is not None]
    if not placed:
        return None
    kept = sorted(placed, key=lambda fact: (-abs(fact[1] - fact[2]), fact[0]))[:MOST_PLACED]
    shown = [fact for fact in placed if fact in kept]
    first, second = (comparison.articles[side].label for side in meeting.sides)
    words = "; ".join(f"{number}: {a:.0f}% in {first}, {b:.0f}% in {second}" for number, a, b in shown)
    extra = (
        f" Of {len(placed)} shared facts the {len(kept)} that lie furthest apart are drawn."
        if len(kept) < len(placed)
        else ""
    )
    svg = figures.placement(
        shown, sides=meeting.sides, alternative=f"Share of the way down each text. {words}."
    )
    return Drawing(svg=svg, title="Where each text puts the shared facts.", words=extra)


def _only(comparison: Comparison, labels: Register) -> tuple[Only, ...]:
    names = [article.label for article in comparison.articles]
    found = []
    for side, article in enumerate(comparison.articles):
        claims = sorted(
            (
                f
                for f in comparison.findings
                if isinstance(f, Claim) and f.spans and f.spans[0].article == article.label
            ),
            key=lambda claim: -claim.salience,
        )
        rows = tuple(
            ClaimRow(
                id=anchor(claim.number),
                number=claim.number,
                quotation=whole(article, claim.spans[0]),
                reference=labels.sentence(claim.sentences[0]),
                remark=_remark(claim),
            )
            for claim in claims
        )
        others = tuple(label for label in names if label != article.label)
        found.append(
            Only(side=side, label=article.label, name=name(article), others=listed(others), claims=rows)
        )
    return tuple(found)


def _remark(claim: Claim) -> str:
    """Return what kind of claim it is and whose voice speaks, where that is not the plain case."""
    spoken = "" if claim.voice is Voice.OUTLET else VOICES[claim.voice]
    # "attributed" and "put to a named source" would say one thing twice.
    plain = claim.type is ClaimType.STATEMENT or (claim.type is ClaimType.ATTRIBUTED and spoken)
    return ", ".join(filter(None, ("" if plain else CLAIM_TYPES[claim.type], spoken)))


def _lengths(comparison: Comparison) -> str:
    words = tuple(f"{m.words:,} in {m.article}" for m in comparison.measures)
    return f"the texts differ in length ({listed(words)} words), date and purpose" if words else ""


def _scales(comparison: Comparison) -> str:
    rows = method.scales(comparison)
    if not rows:
        return ""
    said = "; ".join(f"{row.title}: {', '.join(row.shown)}" for row in rows)
    return figures.readability(rows, alternative=f"Readability. {said}.")
