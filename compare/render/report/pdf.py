"""Comparison -> PDF, in the edition that was asked for."""

from __future__ import annotations

from itertools import count

from compare.model import Comparison
from compare.render.layout import Layout, Paper
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import printed
from compare.render.pages.stacked import stacked
from compare.render.pages.templates import paged
from compare.render.parts import figures
from compare.render.parts.scope import no_conflict
from compare.render.parts.wording import SOURCES
from compare.render.report.abridged import abridged, texts_fit, warn, without_dead_links
from compare.render.report.page import build

HEIGHTS = {Paper.A4: 748.0, Paper.LETTER: 698.0}
"""The points between the margins of the report's first page."""


def pdf(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """Return the reader's report as a tagged PDF; equal comparisons give equal bytes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    chosen = layout or Layout()
    return printed(html(comparison, chosen), chosen)


def html(comparison: Comparison, layout: Layout | None = None) -> str:
    """Return the HTML that `pdf` prints, its style sheet inside; its fonts come from `press.fonts()`.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    from markupsafe import Markup

    chosen = layout or Layout()
    large = ("large.css", "report-large.css") if chosen.large_print else ()
    full_texts = chosen.full_texts and texts_fit(comparison)
    whole = build(
        comparison,
        full_texts=full_texts,
        height=None if chosen.large_print else HEIGHTS[chosen.paper],
        width=figures.LARGE_WIDTH if chosen.large_print else figures.WIDTH,
    )
    page = abridged(whole)
    warn(page.left_out, texts=full_texts != chosen.full_texts)
    markup = paged(
        "report.html.j2",
        chosen,
        sheets=("report.css", *large),
        page=page,
        svg=Markup,
        figures=count(1).__next__,
        full_texts=full_texts,
        too_long=full_texts != chosen.full_texts,
        no_conflict=no_conflict(comparison),
        source_types=SOURCES,
        undrawable=remark(undrawable(comparison)),
    )
    if page.left_out:
        markup = without_dead_links(markup)
    return stacked(markup) if chosen.large_print else markup
