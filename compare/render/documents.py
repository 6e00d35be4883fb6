"""A comparison to the files that were asked for, in the format and the edition that were asked for."""

from __future__ import annotations

import logging
from pathlib import Path

from compare.model import Comparison
from compare.render.layout import Edition, Layout
from compare.render.review import reviewed

TEMPLATES = {
    Edition.READER: ("report.html.j2", "macros.html.j2", "report.css"),
    Edition.CLASSROOM: ("handout.html.j2", "handout.css"),
    Edition.EDITOR: ("memo.html.j2", "macros.html.j2", "memo.css"),
}
"""What each edition takes from a user's folder of templates, beside `fonts.css` and `own.css`."""
LARGE = ("large.css", "report-large.css")

log = logging.getLogger(__name__)


def documents(comparison: Comparison, *, format: str, layout: Layout) -> tuple[bytes, ...]:
    """Return the files, the main one first; each renderer, and what it needs, is imported when it is used.

    JSON is the comparison as it stands; every other format leaves out what a person rejected in it.

    Raises:
        RenderingError: if the report cannot be made or a system library is missing.
        UsageError: if a template cannot be used.
    """
    if layout.template:
        _tell_unused(layout.template, format=format, layout=layout)
    if format == "json":
        from compare.render.plain.json import to_json

        return (to_json(comparison),)
    shown = reviewed(comparison)
    if layout.edition is Edition.CLASSROOM:
        from compare.render.lesson.classroom import handout_and_key

        return handout_and_key(shown, layout)
    if layout.edition is Edition.EDITOR:
        from compare.render.memo.memo import memo

        return (memo(shown, layout),)
    if format == "pdf":
        from compare.render.report.pdf import pdf

        return (pdf(shown, layout),)
    if format == "html":
        from compare.render.web.page import web

        return (web(shown).encode("utf-8", "replace"),)
    if format == "markdown":
        from compare.render.plain.markdown import markdown

        return (markdown(shown).encode("utf-8", "replace"),)
    if format == "csv":
        from compare.render.plain.csv import csv

        return (csv(shown).encode("utf-8", "replace"),)
    from compare.render.plain.text import text

    return (text(shown).encode("utf-8", "replace"),)


def _tell_unused(folder: Path, *, format: str, layout: Layout) -> None:
    """Log one line where a folder of templates is given and nothing of it goes into the report."""
    if format != "pdf":
        log.warning("nothing of the template folder %s is used: only PDFs are made from templates", folder)
        return
    large = LARGE if layout.large_print and layout.edition is Edition.READER else ()
    names = ("own.css", *TEMPLATES[layout.edition], *large, "fonts.css")
    if not any((folder / name).is_file() for name in names):
        log.warning(
            "nothing of the template folder %s is used: it has none of %s; see docs/templates.md",
            folder,
            ", ".join(names),
        )
