"""Comparison -> an editor's memo on the first article, the draft: one to three pages to be signed off."""

from __future__ import annotations

from dataclasses import dataclass

from compare.check.contents import SHORTEST, overlap
from compare.kinds import Concern, Severity, count
from compare.model import Comparison
from compare.render.layout import Layout
from compare.render.memo import rows as memo_rows
from compare.render.memo.rows import CLOSE, SIGNS, Section
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import edition
from compare.render.pages.templates import paged
from compare.render.parts.overview import Card, cards, scope
from compare.render.parts.wording import date_words, in_words, listed, noted

# Characters of a title that the margin below a page holds in one line, beside what else stands there.
FOOT, LARGE_FOOT = 90, 24
# Less room between rows and lines, so that no page holds one row and the end; types keep their size.
CLOSER = """
@page { margin-top: 12mm; margin-bottom: 13.5mm }
section { margin-top: 2mm }
.rows td, .rows tbody th { padding-top: .7mm; padding-bottom: .7mm }
q { line-height: 1.26 }
.rows td.signs { line-height: 1.2 }
.close { margin-top: 1.8mm; padding: 1mm 3mm 1.4mm }
.do { margin-top: .2mm }
"""
# A draft without a headline is called by so many of its words.
_TITLE_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """Everything that the memo's template prints."""

    title: str
    date: str
    iso_date: str | None
    version: str
    draft: Card
    others: tuple[Card, ...]
    counts: tuple[tuple[Severity, int, str], ...]
    missing: int
    only: int
    sections: tuple[Section, ...]
    empty: str
    """The sections in which nothing was found."""
    lighter: int
    """Remarks of sections that list none of them."""
    close: str
    """The title of the section on close wording, where there is one."""
    overlaps: tuple[str, ...]
    scope: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]


def memo(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """Return the memo as a tagged PDF; equal comparisons give equal bytes (see `edition`)."""
    return edition(html, comparison, layout, closer="" if layout and layout.large_print else CLOSER)


def html(comparison: Comparison, layout: Layout | None = None) -> str:
    """Return the HTML that `memo` prints, its style sheet inside.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    chosen, made = layout or Layout(), build(comparison)
    length = LARGE_FOOT if chosen.large_print else FOOT
    return paged(
        "memo.html.j2",
        chosen,
        sheets=("memo.css",),
        memo=made,
        foot=made.title if len(made.title) <= length else made.title[: length - 1].rstrip() + "…",
        undrawable=remark(undrawable(comparison)),
    )


def build(comparison: Comparison) -> Memo:
    """Return the memo's view model."""
    found = memo_rows.found(comparison)
    draft, *others = cards(comparison)
    made = memo_rows.sections(comparison, found)
    # A count that the reader cannot follow up in the sections is worth nothing.
    listed_rows = [row for section in made for row in section.rows if row.signs is SIGNS]
    number = {severity: sum(row.severity is severity for row in listed_rows) for severity in Severity}
    return Memo(
        title=comparison.settings.title or comparison.articles[0].title or _begun(comparison, draft),
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        iso_date=comparison.settings.date,
        version=comparison.versions.get("sidebyside", ""),
        draft=draft,
        others=tuple(others),
        counts=(
            (
                Severity.ERROR,
                number[Severity.ERROR],
                "conflict" if number[Severity.ERROR] == 1 else "conflicts",
            ),
            (Severity.WARNING, number[Severity.WARNING], "to look into"),
            (Severity.NOTE, number[Severity.NOTE], "to know"),
        ),
        missing=sum(each.kind == Concern.MISSING for each in found),
        only=sum(each.kind == Concern.ONLY for each in found),
        sections=tuple(section for section in made if section.rows),
        empty=listed(
            tuple(f"“{section.title}”" for section in made if not section.rows and not section.more)
        ),
        lighter=sum(section.more for section in made if not section.rows),
        close=next((section.title for section in made if section.rows and section.title == CLOSE), ""),
        overlaps=_overlaps(comparison),
        scope=scope(comparison),
        notes=tuple(map(noted, comparison.notes)),
    )


def _begun(comparison: Comparison, draft: Card) -> str:
    """Return what a draft without a headline is called: by its first words, or by its file."""
    first, words = next(iter(comparison.articles[0].sentences), None), []
    if first is not None:
        words = comparison.articles[0].text[first.start : first.end].split()
    begun = " ".join(words[:_TITLE_WORDS]).strip('“”"')
    return f"Draft: “{begun}”{' …' if len(words) > _TITLE_WORDS else ''}" if begun else f"Draft: {draft.file}"


def _overlaps(comparison: Comparison) -> tuple[str, ...]:
    """Return a sentence for each other text: how much of both stands in runs that they share."""
    draft = comparison.articles[0]
    said = []
    for other in comparison.articles[1:]:
        shared = overlap(draft, other)
        runs = count(len(shared.runs), "run") if shared.runs else "no run"
        mine, theirs = (f"{share:.1f} %" for share in shared.shares)
        part = f": {mine} of the draft’s words and {theirs} of {other.label}’s" if shared.runs else ""
        length = f"{in_words(SHORTEST)} words or more"
        said.append(f"{other.label} shares {runs} of {length} with the draft{part}.")
    return tuple(said)
