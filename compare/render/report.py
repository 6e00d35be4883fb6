"""The reader's report: comparison -> the page that it prints, abridged where it would be too long -> PDF."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple, TypeVar

from compare.model import Comparison
from compare.render import many
from compare.render.layout import Layout, Paper
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import edition
from compare.render.pages.templates import paged
from compare.render.parts import appendix, drawings, figures, overview, room
from compare.render.parts.alone import MOST, best
from compare.render.parts.differences import Contrasts
from compare.render.parts.drawings import Drawing, Strip
from compare.render.parts.front import Front
from compare.render.parts.margin import Margin, facing, margins
from compare.render.parts.overview import no_conflict
from compare.render.parts.passages import Meeting
from compare.render.parts.references import Reference, register, spelled
from compare.render.parts.view import View, numbered, view
from compare.render.parts.wording import SOURCES, listed, measured_in
from compare.telling import ALWAYS, as_told

HEIGHTS = {Paper.A4: 748.0, Paper.LETTER: 698.0}
"""The points between the margins of the report's first page."""


def pdf(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """Return the reader's report as a tagged PDF; equal comparisons give equal bytes (see `edition`)."""
    return edition(html, comparison, layout)


def html(comparison: Comparison, layout: Layout | None = None) -> str:
    """Return the HTML that `pdf` prints, its style sheet inside; its fonts come from `press.fonts()`.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    from markupsafe import Markup

    chosen = layout or Layout()
    if len(comparison.articles) >= many.FEWEST:
        full_texts = chosen.full_texts and texts_fit(comparison)
        warn({}, texts=full_texts != chosen.full_texts)
        of_many = without_dead_links(many.html(as_told(comparison), chosen, full_texts=full_texts))
        return stacked(of_many) if chosen.large_print else of_many
    large = ("large.css", "report-large.css") if chosen.large_print else ()
    full_texts = chosen.full_texts and texts_fit(comparison)
    whole = build(
        comparison,
        full_texts=full_texts,
        height=None if chosen.large_print else HEIGHTS[chosen.paper],
        width=figures.LARGE_WIDTH if chosen.large_print else figures.WIDTH,
    )
    page = abridged(whole)
    cut = {part: number - whole.left_out.get(part, 0) for part, number in page.left_out.items()}
    warn({part: number for part, number in cut.items() if number}, texts=full_texts != chosen.full_texts)
    markup = paged(
        "report.html.j2",
        chosen,
        sheets=("report.css", *large),
        page=page,
        svg=Markup,
        spelled=spelled,
        full_texts=full_texts,
        too_long=full_texts != chosen.full_texts,
        no_conflict=no_conflict(comparison),
        source_types=SOURCES,
        undrawable=remark(undrawable(comparison)),
    )
    markup = without_dead_links(markup)
    return stacked(markup) if chosen.large_print else markup


# -------------------------------------------------------------------------------------------------- stacked
# Tables as blocks, one cell below the other: what large print has in place of columns.

# Attribute values are escaped: no ">" stands in one.
_NOTHING = re.compile(r"</?col(?:group)?\b[^<>]*>|<t[dh](?: [^<>]*)?></t[dh]>")
_TAG = re.compile(r"<(/?)(table|thead|tbody|tr|td|th)\b([^<>]*)>")
_SPOKEN_OF_TABLES = re.compile(r' (?:scope|colspan|rowspan)="[^"]*"')


def stacked(markup: str) -> str:
    """Return a page of ours with every table as `div`s, their old tag as a class: `s-table`, `s-td`.

    A style sheet alone cannot do it: a `table` that is displayed as blocks is still tagged as a table in the
    PDF, and as a broken one.

    >>> stacked('<table class="list"><tr><th scope="row">S1</th><td></td></tr></table>')
    '<div class="s-table list"><div class="s-tr"><div class="s-th">S1</div></div></div>'
    """
    return _TAG.sub(_block, _NOTHING.sub("", markup))


def _block(tag: re.Match[str]) -> str:
    closing, name, rest = tag.groups()
    if closing:
        return "</div>"
    kept = _SPOKEN_OF_TABLES.sub("", rest)
    if 'class="' in kept:
        named = kept.replace('class="', f'class="s-{name} ', 1)
        return f"<div{named}>"
    return f'<div class="s-{name}"{kept}>'


# --------------------------------------------------------------------------------------------------- the page
# Comparison -> Page: what the printed report shows, in its order, abridged where it would be too long.

# Characters that the margins above and below a page hold in one line, beside what else stands there.
HEAD, FOOT = 90, 110
# Shares of the first page: fuller than the one the next part would run onto it, emptier than the other a page
# break behind it would leave a hole.
SURELY, AT_LEAST = 0.99, 0.68
# How many facts, contrasts beside the strongest and statements of one text only the first page tries to hold.
_FIRST_PAGES = (
    (5, 3, 3),
    (5, 2, 3),
    (4, 2, 3),
    (5, 2, 2),
    (4, 2, 2),
    (3, 2, 2),
    (4, 2, 1),
    (3, 2, 1),
    (2, 2, 1),
    (1, 2, 1),
    (2, 1, 1),
    (1, 1, 1),
    (2, 0, 1),
)
# Longer than this is a formula: it stands in JSON.
LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(View):
    """Everything that the report's template prints."""

    head: str
    foot: str
    language: str
    roomy: bool
    """The first page surely holds what stands on it, so that the next part may be sent to the second."""
    counts: tuple[tuple[str, str], ...]
    alone: tuple[overview.Alone, ...]
    coverage: Drawing | None
    strips: Mapping[str, Strip]
    """By the anchor of its pair: where both texts place a shared fact."""
    margins: Mapping[str, Margin]
    """By sentence."""
    facing: tuple[float, float] | None
    """The shares of the width of two full texts that stand beside each other; None where they follow."""
    plain: bool
    """Some claim carries no remark: a statement in the outlet's own voice."""
    lengths: str
    readable: tuple[tuple[overview.Card, str, Reference], ...]
    """A line a text."""
    remarks: tuple[tuple[str, str], ...]
    """A reviewer's words on findings without a row."""
    texts: tuple[tuple[appendix.Block, ...], ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How many rows a part lacks because the report would be too long; see `abridged`."""


def build(
    comparison: Comparison, *, full_texts: bool, height: float | None, width: float = figures.WIDTH
) -> Page:
    """Return the report's page model; without the full texts no label leads to a sentence.

    `height` is that of the first page between its margins, in points; None where its content is sure to run
    over. `width` is what the figures are drawn on.
    """
    comparison = as_told(comparison)
    most = _USUAL if height is not None else _LARGE
    labels = register(comparison, full_texts=full_texts)
    seen = view(comparison, labels)
    alone = overview.alone(comparison, labels, seen.cards, besides=seen.front.sentences)
    coverage = drawings.coverage(comparison, width=width)
    drawn = len(seen.cards) if coverage else 0
    front, alone, filled = _fitting(seen, alone, drawn, height)
    kept = {each.name: getattr(seen, each.name) for each in fields(View)}
    return Page(
        **{
            **kept,
            "front": front,
            "meetings": tuple(likeliest(each, most.perhaps) for each in seen.meetings),
            "contrasts": tuple(most_telling(each, most.framing) for each in seen.contrasts),
            "only": tuple(best(each, most=most.only) for each in seen.only),
            "versions": tuple(_short(seen.versions)),
        },
        head=_at_most(seen.title, HEAD),
        foot=_at_most("  ·  ".join(_footer(card) for card in seen.cards), FOOT),
        language="en",
        roomy=height is not None and height * AT_LEAST < filled < height * SURELY,
        counts=overview.counts(comparison, seen.sources),
        alone=alone,
        coverage=coverage,
        strips=drawings.strips(comparison, seen.meetings),
        margins=margins(comparison, labels),
        facing=facing(comparison) if height is not None else None,
        left_out={part: number for part, number in _kept_back(seen, most) if number},
        plain=not seen.unattributed
        and any(not claim.remark for each in seen.only for claim in best(each, most=most.only).claims),
        lengths=_lengths(comparison),
        readable=tuple(
            (seen.cards[side], words, labels.sentence(hardest))
            for side, words, hardest in appendix.readable(comparison)
        ),
        remarks=(*numbered(comparison), *_on_rows_kept_back(seen, most)),
        texts=tuple(appendix.blocks(a, side, labels) for side, a in enumerate(comparison.articles))
        if full_texts
        else (),
    )


def _fitting(
    seen: View, alone: tuple[overview.Alone, ...], drawn: int, height: float | None
) -> tuple[Front, tuple[overview.Alone, ...], float]:
    """Return what the first page shows, with fewer facts and statements where it would run over."""
    best = seen.front, alone, 0.0
    for facts, others, items in _FIRST_PAGES:
        front = replace(seen.front, facts=seen.front.facts[:facts], others=seen.front.others[:others])
        kept = tuple(overview.fewer(each, items) for each in alone)
        filled = room.filled(
            seen.title, seen.cards, seen.highlights, drawn, kept, front=front, scope=seen.scope
        )
        best = front, kept, filled
        if height is None or filled <= height * SURELY:
            break
    return best


def _short(versions: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what the report was made with; formulas and thresholds stand in the JSON edition."""
    yield from ((key, value) for key, value in versions if len(value) <= LONGEST_VERSION)


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


# ------------------------------------------------------------------------------------------------- abridged
# What a printed report leaves out of two very long texts, so that it can still be made and read. A page takes
# 0.4 s and 8 MB to set: 400 sentences a text, four times the longest of 400 real articles, made 118 pages in
# 52 s. Every number that the report prints is that of the whole comparison, and each place where rows are
# left out says how many.

# Rows of each part; no sample has more than 20.
PAIRS, PERHAPS, DIFFERENCES, FRAMING, WORDINGS, SOURCE_ROWS = 100, 40, 80, 60, 60, 80
# Perhapses and contrasts of wording that a reader is shown on paper: the likeliest and the most telling. The
# margin of the full texts names every perhaps, the HTML edition lists all.
MOST_PERHAPS, MOST_FRAMING = 8, 11


class _Most(NamedTuple):
    """How many rows of three parts a reader is shown on paper."""

    perhaps: int
    framing: int
    only: int


_USUAL = _Most(perhaps=MOST_PERHAPS, framing=MOST_FRAMING, only=MOST)
# In 16 points a row takes three times the room.
_LARGE = _Most(perhaps=3, framing=7, only=4)
# Some 25 pages; real articles have 96 at the most.
SENTENCES = 600

_ID = re.compile(r' id="([^"]+)"')
_LINK = re.compile(r' href="#([^"]+)"')

log = logging.getLogger(__name__)
Listed = TypeVar("Listed")


def texts_fit(comparison: Comparison) -> bool:
    """Return whether the report can end with all texts in full."""
    return sum(len(article.sentences) for article in comparison.articles) <= SENTENCES


def likeliest(meeting: Meeting, most: int = MOST_PERHAPS) -> Meeting:
    """Return the same with only the likeliest of what is perhaps the same, in its order."""
    kept = sorted(meeting.perhaps, key=lambda pair: -pair.certainty)[:most]
    return replace(meeting, perhaps=tuple(pair for pair in meeting.perhaps if pair in kept))


def most_telling(between: Contrasts, most: int = MOST_FRAMING) -> Contrasts:
    """Return the same with headline, beginning and end, and the most telling of other contrasts."""
    found = sorted(between.framing, key=lambda row: (row.device not in ALWAYS, -row.rank))[:most]
    return replace(between, framing=tuple(row for row in between.framing if row in found))


def _kept_back(seen: View, most: _Most) -> Iterator[tuple[str, int]]:
    for meeting in seen.meetings:
        yield "perhaps", len(meeting.perhaps) - len(likeliest(meeting, most.perhaps).perhaps)
    for between in seen.contrasts:
        yield "framing", len(between.framing) - len(most_telling(between, most.framing).framing)


def _on_rows_kept_back(seen: View, most: _Most) -> Iterator[tuple[str, str]]:
    """Yield a reviewer's words on findings that have no row on paper, with their numbers."""
    hidden: list[tuple[str, str]] = []
    for only in seen.only:
        kept = best(only, most=most.only).claims
        hidden += [(row.id, row.number) for row in only.claims if row not in kept]
    for meeting in seen.meetings:
        likely = likeliest(meeting, most.perhaps).perhaps
        hidden += [(row.id, row.number) for row in meeting.perhaps if row not in likely]
    for between in seen.contrasts:
        telling = most_telling(between, most.framing).framing
        hidden += [(row.id, row.number) for row in between.framing if row not in telling]
    yield from ((spelled(number), seen.comments[place]) for place, number in hidden if place in seen.comments)


@dataclass(slots=True)
class _Scissors:
    """Cuts rows off and keeps count, by the part that they are missing from."""

    left_out: dict[str, int]

    def cut(self, rows: tuple[Listed, ...], part: str, most: int) -> tuple[Listed, ...]:
        if len(rows) > most:
            self.left_out[part] = self.left_out.get(part, 0) + len(rows) - most
        return rows[:most]

    def meeting(self, meeting: Meeting) -> Meeting:
        return replace(
            meeting,
            pairs=self.cut(meeting.pairs, "passages", PAIRS),
            perhaps=self.cut(meeting.perhaps, "perhaps", PERHAPS),
        )

    def contrasts(self, between: Contrasts) -> Contrasts:
        return replace(
            between,
            differences=self.cut(between.differences, "differences", DIFFERENCES),
            framing=self.cut(between.framing, "framing", FRAMING),
        )


def abridged(page: Page) -> Page:
    """Return the page with no more rows in any part than can be printed; most pages as they are."""
    scissors = _Scissors(dict(page.left_out))
    short = replace(
        page,
        meetings=tuple(map(scissors.meeting, page.meetings)),
        contrasts=tuple(map(scissors.contrasts, page.contrasts)),
        told=tuple(
            replace(told, rows=scissors.cut(told.rows, f"{told.kind.tag}s", WORDINGS)) for told in page.told
        ),
        cues=scissors.cut(page.cues, "wordings", WORDINGS),
        sources=scissors.cut(page.sources, "sources", SOURCE_ROWS),
        left_out=scissors.left_out,
    )
    return short if scissors.left_out != page.left_out else page


_SAID = {"perhaps": "passages that are perhaps the same"}


def warn(left_out: Mapping[str, int], *, texts: bool) -> None:
    """Log one line on what is left out of a report, `texts` for the full texts."""
    said = [f"{number:,} {_SAID.get(part, part)}" for part, number in left_out.items()]
    if texts:
        said.append("the full texts")
    if said:
        log.warning("too long to print whole: %s left out; --format html has all", _listed(said))


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def without_dead_links(markup: str) -> str:
    """Return a page whose links lead to rows that are on it; the words of others stay, as plain ones."""
    ids = set(_ID.findall(markup))
    return _LINK.sub(lambda link: link[0] if link[1] in ids else "", markup)
