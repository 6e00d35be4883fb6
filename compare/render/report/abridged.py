"""What a printed report leaves out of two very long texts, so that it can still be made and read.

A page takes 0.4 s and 8 MB to set: 400 sentences a text, four times the longest of 400 real articles, made
118 pages in 52 s. Every number that the report prints is that of the whole comparison, and each place where
rows are left out says how many.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from compare.model import Comparison
from compare.render.parts.differences import Contrasts
from compare.render.parts.only import Only
from compare.render.parts.passages import Meeting

if TYPE_CHECKING:
    from compare.render.report.page import Page

# Rows of each part, for all texts together; no sample has more than 20, or 60 claims.
PAIRS, TOPICS, DIFFERENCES, FRAMING, WORDINGS, CLAIMS, SOURCES = 100, 40, 80, 60, 60, 300, 80
# However many share a part, each gets so many of its rows.
FEWEST = 3
# Pairs of texts, of which eight texts make 28 and 26 texts 325; the first text meets all others among them.
MEETINGS = 30
# Five texts meet in ten ways.
FIGURES = 10
# Some 25 pages; real articles have 96 at the most.
SENTENCES = 600

_ID = re.compile(r' id="([^"]+)"')
_LINK = re.compile(r' href="#([^"]+)"')

log = logging.getLogger(__name__)
Row = TypeVar("Row")


def texts_fit(comparison: Comparison) -> bool:
    """Return whether the report can end with all texts in full."""
    return sum(len(article.sentences) for article in comparison.articles) <= SENTENCES


@dataclass(slots=True)
class _Scissors:
    """Cuts rows off and keeps count, by the part that they are missing from."""

    left_out: dict[str, int]

    def cut(self, rows: tuple[Row, ...], part: str, most: int) -> tuple[Row, ...]:
        if len(rows) > most:
            self.left_out[part] = len(rows) - most
        return rows[:most]

    def meeting(self, meeting: Meeting, among: int) -> Meeting:
        pairs, topics = _share(PAIRS, among), _share(TOPICS, among)
        sides = _sides(meeting)
        return replace(
            meeting,
            pairs=self.cut(meeting.pairs, f"passages-{sides}", pairs),
            related=self.cut(meeting.related, f"topics-{sides}", topics),
            # Each is a row on one of the pairs.
            facts=self.cut(meeting.facts, f"facts-{sides}", pairs),
        )

    def contrasts(self, between: Contrasts, among: int) -> Contrasts:
        sides = _sides(between)
        return replace(
            between,
            differences=self.cut(between.differences, f"differences-{sides}", _share(DIFFERENCES, among)),
            framing=self.cut(between.framing, f"framing-{sides}", _share(FRAMING, among)),
        )

    def only(self, only: Only, among: int) -> Only:
        return replace(only, claims=self.cut(only.claims, f"claims-{only.side}", _share(CLAIMS, among)))


def _sides(of: Meeting | Contrasts) -> str:
    return "-".join(map(str, of.sides))


def _share(rows: int, among: int) -> int:
    return max(FEWEST, rows // max(1, among))


def abridged(page: Page) -> Page:
    """Return the page with no more rows in any part than can be printed; most pages as they are."""
    scissors = _Scissors({})
    among = min(len(page.meetings), MEETINGS)
    meetings = scissors.cut(page.meetings, "pairs of texts", MEETINGS)
    short = replace(
        page,
        meetings=tuple(scissors.meeting(each, among) for each in meetings),
        rows=scissors.cut(page.rows, "figures", FIGURES),
        placements=tuple(drawing if i < FIGURES else None for i, drawing in enumerate(page.placements)),
        contrasts=tuple(scissors.contrasts(each, among) for each in page.contrasts[:MEETINGS]),
        tensions=scissors.cut(page.tensions, "tensions", WORDINGS),
        cues=scissors.cut(page.cues, "wordings", WORDINGS),
        sources=scissors.cut(page.sources, "sources", SOURCES),
        only=tuple(scissors.only(each, len(page.only)) for each in page.only),
        left_out=scissors.left_out,
    )
    return short if scissors.left_out else page


def warn(left_out: Mapping[str, int], *, texts: bool) -> None:
    """Log one line on what is left out of a report, `texts` for the full texts."""
    counted: dict[str, int] = {}
    for part, number in left_out.items():
        kind = part.partition("-")[0]
        counted[kind] = counted.get(kind, 0) + number
    said = [f"{number:,} {kind}" for kind, number in counted.items() if kind != "facts"]
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
