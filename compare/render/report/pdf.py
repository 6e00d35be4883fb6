"""Comparison -> PDF, in the edition that was asked for."""

from __future__ import annotations

import re
from itertools import count

from compare.model import Comparison
from compare.render.layout import Layout, Paper
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import edition
from compare.render.pages.templates import paged
from compare.render.parts import figures
from compare.render.parts.overview import no_conflict
from compare.render.parts.wording import SOURCES
from compare.render.report.page import abridged, build, texts_fit, warn, without_dead_links

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
