"""The reader's report of three texts and more: what all tell, give and write, a row over all of them."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from compare.model import Claim, Comparison, Extent, Fact, Tension, ValueRow, WordingRow
from compare.quote import shortened
from compare.render.layout import Layout
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.templates import SIZES, paged
from compare.render.parts import (
    across,
    appendix,
    differences,
    overview,
    passages,
    speakers,
)
from compare.render.parts.differences import Only, only
from compare.render.parts.references import Reference, Register, register, to
from compare.render.parts.together import MOST_QUOTED, Band, Row, counted, together
from compare.render.parts.view import beside, numbered, title
from compare.render.parts.wording import SOURCES, date_words, in_words, noted

FEWEST = 3
LANDSCAPE = 7
"""From so many texts on the table of facts lies across the page."""
# Rows of each part; what is left out stands in the HTML edition, and each part says how many.
VALUES, TENSIONS, SOURCE_ROWS, ASIDE, PAIRS, MEETINGS = 16, 8, 20, 16, 200, 30
CLAIMS = 8
TOGETHER = {"in all": 60, "in most": 40, "in some": 30, "in two": 24, "in near copies only": 12}
# Facts that the first page tells, and characters of a claim beyond five texts.
FIRST, CLAIM = 5, 130
# Texts that each have a card; more stand in a list.
CARDS = 4

Listed = TypeVar("Listed")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that the template prints."""

    title: str
    date: str
    iso_date: str | None
    number: str
    words_for: tuple[str, ...]
    """Counts in words."""
    language: str
    head: str
    foot: str
    cards: tuple[overview.Card, ...]
    as_cards: bool
    quoted: bool
    """Cells of the table have room for words."""
    landscape: bool
    scope: tuple[str, ...]
    unsought: bool
    unattributed: bool
    counts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    """Near copies, and texts that share a topic and hardly an event."""
    strongest: across.Values | None
    telling: across.Wordings | None
    first: tuple[Row, ...]
    first_of_most: bool
    """More than half of the texts tell each of these."""
    alone: tuple[overview.Alone, ...]
    """The first of what one text alone tells, of three texts."""
    together: tuple[Band, ...]
    values: tuple[across.Values, ...]
    leads: tuple[across.Worded, ...]
    wordings: tuple[across.Wordings, ...]
    only: tuple[Only, ...]
    told: tuple[differences.Told, ...]
    sources: tuple[speakers.Source, ...]
    readable: tuple[tuple[overview.Card, str, Reference], ...]
    unmeasured: tuple[tuple[str, str], ...]
    otherwise: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    reviewed: tuple[tuple[str, str], ...]
    comments: dict[str, str]
    set_aside: tuple[appendix.SetAside, ...]
    versions: tuple[tuple[str, str], ...]
    meetings: tuple[passages.Meeting, ...]
    """Two texts each, where they were asked for."""
    texts: tuple[tuple[appendix.Block, ...], ...]
    left_out: dict[str, int] = field(default_factory=dict)


def html(comparison: Comparison, layout: Layout, *, full_texts: bool) -> str:
    """Return the HTML of the report of three texts or more, links to what it lacks left in.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    from markupsafe import Markup

    large = ("large.css", "report-large.css", "many-large.css") if layout.large_print else ()
    page = build(comparison, layout, full_texts=full_texts)
    if lacking := page.left_out.get("pairs of texts"):
        log.warning("too long to print whole: %s pairs of texts left out; --format html has all", lacking)
    return paged(
        "many.html.j2",
        layout,
        sheets=("report.css", "many.css", *large),
        page=page,
        svg=Markup,
        paper=SIZES[layout.paper],
        full_texts=full_texts,
        too_long=layout.full_texts and not full_texts,
        source_types=SOURCES,
        undrawable=remark(undrawable(comparison)),
    )


def build(comparison: Comparison, layout: Layout, *, full_texts: bool) -> Page:
    """Return what the report prints, no part longer than can be read."""
    labels = over_all(comparison, register(comparison, full_texts=full_texts))
    cards = overview.cards(comparison)
    many = len(cards) > MOST_QUOTED
    left_out: dict[str, int] = {}
    sources = speakers.sources(comparison, labels)
    over = across.over(comparison, labels)
    values, wordings = over.values, over.wordings
    bands = together(comparison, labels)
    rows = [row for band in bands for row in band.rows]
    first = _first(rows)
    conflict = next((row for row in values if row.words == "conflict"), None)
    heading = comparison.settings.title or title(comparison)

    def cut(found: Sequence[Listed], part: str, most: int) -> tuple[Listed, ...]:
        if len(found) > most:
            left_out[part] = len(found) - most
        return tuple(found[:most])

    return Page(
        title=heading,
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        iso_date=comparison.settings.date,
        number=in_words(len(cards)),
        words_for=tuple(in_words(n) for n in range(len(cards) + 1)),
        language="en",
        head=_at_most(heading, 90),
        foot=f"Texts {cards[0].label} to {cards[-1].label}"
        if many
        else _at_most("  ·  ".join(_footer(card) for card in cards), 110),
        cards=cards,
        as_cards=len(cards) <= CARDS,
        quoted=not many,
        landscape=len(cards) >= LANDSCAPE and not layout.large_print,
        scope=overview.scope(comparison),
        unsought=overview.unsought(comparison),
        unattributed=overview.unattributed(comparison),
        counts=counts(comparison, sources),
        remarks=over.remarks,
        strongest=conflict or next((row for row in values if row.state is not None), None),
        telling=wordings[0] if wordings else None,
        first=first,
        first_of_most=bool(first) and all(2 * len(row.sides) > len(cards) for row in first),
        alone=() if len(cards) > FEWEST else overview.alone(comparison, labels, cards),
        together=tuple(
            replace(band, rows=cut(band.rows, f"facts {band.words}", TOGETHER[band.words])) for band in bands
        ),
        values=cut(values, "values", VALUES),
        leads=across.leads(comparison, labels),
        wordings=wordings,
        only=tuple(
            replace(each, claims=cut(_short(each, comparison, many=many), f"claims-{each.side}", CLAIMS))
            for each in only(comparison, labels)
        ),
        told=tuple(
            replace(each, rows=cut(each.rows, each.kind.tag, TENSIONS))
            for each in differences.plain_kinds(comparison, labels)
        ),
        sources=cut(_shared_first(sources), "sources", SOURCE_ROWS),
        readable=tuple(
            (cards[side], words, labels.sentence(hardest))
            for side, words, hardest in appendix.readable(comparison)
        ),
        unmeasured=appendix.unmeasured(comparison),
        otherwise=appendix.otherwise(comparison),
        notes=tuple(noted(note) for note in comparison.notes),
        reviewed=numbered(comparison),
        comments=dict(beside(comparison)),
        set_aside=cut(appendix.set_aside(comparison), "set aside", ASIDE),
        versions=tuple(sorted(comparison.versions.items())),
        meetings=tuple(
            replace(each, pairs=cut(each.pairs, f"pairs-{each.sides[0]}-{each.sides[1]}", PAIRS))
            for each in cut(passages.meetings(comparison, labels), "pairs of texts", MEETINGS)
        )
        if layout.pairs
        else (),
        texts=tuple(appendix.blocks(a, side, labels) for side, a in enumerate(comparison.articles))
        if full_texts
        else (),
        left_out=left_out,
    )


def over_all(comparison: Comparison, labels: Register) -> Register:
    """Return the register whose uses of a sentence are the rows that stand over all texts."""
    uses: dict[str, dict[str, Reference]] = defaultdict(dict)
    for finding in comparison.findings:
        if isinstance(finding, Fact | ValueRow | WordingRow | Claim | Tension):
            for sentence in finding.sentences:
                uses[sentence][finding.number] = to(finding)
    return replace(labels, uses={sentence: tuple(used.values()) for sentence, used in uses.items()})


def counts(comparison: Comparison, sources: Sequence[speakers.Source]) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the first page, each that of a list in the report."""
    rows = across.value_rows(comparison)
    against = across.conflicts(comparison)
    differing = sum(row.state is not None for row in rows) - against
    told: list[tuple[int, str]] = [(number, f"told {words}") for words, number in counted(comparison)]
    told += [
        (against, "conflict" if against == 1 else "conflicts"),
        (differing, "other difference" if differing == 1 else "other differences"),
        (len(across.wording_rows(comparison)), "things worded apart"),
        (sum(isinstance(f, Claim) for f in comparison.findings), "found in one only"),
        (sum(source.named for source in sources), "named sources"),
    ]
    return tuple((f"{number:,}", words) for number, words in told if number)


def _first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the first rows that are sure throughout, no sentence quoted twice.

    What two of many tell stands here only where nothing is told by more.
    """
    firm = [row for row in rows if row.firm]
    more = [row for row in firm if len(row.sides) > 2] if firm and len(firm[0].cells) > FEWEST else []
    kept: list[Row] = []
    for row in more or firm:
        if all(row.references[0] != other.references[0] for other in kept):
            kept.append(row)
        if len(kept) == FIRST:
            break
    return tuple(kept)


def _short(each: Only, comparison: Comparison, *, many: bool) -> tuple[differences.ClaimRow, ...]:
    if not many:
        return each.claims
    article = comparison.articles[each.side]
    return (
        tuple(
            replace(claim, quotation=shortened(article, _extent(claim), limit=CLAIM))
            for claim in each.claims[:CLAIMS]
        )
        + each.claims[CLAIMS:]
    )


def _extent(claim: differences.ClaimRow) -> Extent:
    return Extent(start=claim.quotation.start, end=claim.quotation.end)


def _shared_first(sources: Sequence[speakers.Source]) -> tuple[speakers.Source, ...]:
    """Return the sources that most texts let speak first, those without a name last."""
    return tuple(sorted(sources, key=lambda source: (not source.named, -len(source.texts))))


def _footer(card: overview.Card) -> str:
    return card.name if card.name == f"Text {card.label}" else f"{card.label}: {card.name}"


def _at_most(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"
