"""Comparison -> PDF, in the edition that was asked for."""

from __future__ import annotations

from itertools import count

from compare.model import Comparison
from compare.render.layout import Layout, Paper
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import printed
from compare.render.pages.stacked import stacked
from compare.render.pages.templates import filled, style
from compare.render.parts import figures
from compare.render.parts.scope import no_conflict
from compare.render.parts.wording import SOURCES
from compare.render.report.abridged import abridged, texts_fit, warn, without_dead_links
from compare.render.report.page import build

PAPERS = {Paper.A4: ("A4", 748.0), Paper.LETTER: ("letter", 698.0)}
"""The style sheet's name of a paper, and the points between the margins of the report's first page."""
SIDES = ("a", "b", "c", "d", "e")


def pdf(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """Return the reader's report as a tagged PDF; equal comparisons give equal bytes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    chosen = layout or Layout()
    return printed(html(comparison, chosen), variant=chosen.pdf_variant, own=chosen.template)


def html(comparison: Comparison, layout: Layout | None = None) -> str:
    """Return the HTML that `pdf` prints, its style sheet inside; its fonts come from `press.fonts()`.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    from markupsafe import Markup

    chosen = layout or Layout()
    size, height = PAPERS[chosen.paper]
    large = ("large.css", "report-large.css") if chosen.large_print else ()
    full_texts = chosen.full_texts and texts_fit(comparison)
    whole = build(
        comparison,
        full_texts=full_texts,
        height=None if chosen.large_print else height,
        width=figures.LARGE_WIDTH if chosen.large_print else figures.WIDTH,
    )
    page = abridged(whole)
    warn(page.left_out, texts=full_texts != chosen.full_texts)
    markup = filled(
        "report.html.j2",
        own=chosen.template,
        page=page,
        size=size,
        large=chosen.large_print,
        style=style("fonts.css", "report.css", *large, own=chosen.template),
        sides=SIDES,
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
