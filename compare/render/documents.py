"""A comparison to the files that were asked for, in the format and the edition that were asked for."""

from __future__ import annotations

from compare.model import Comparison
from compare.render.layout import Edition, Layout
from compare.render.review import reviewed


def documents(comparison: Comparison, *, format: str, layout: Layout) -> tuple[bytes, ...]:
    """Return the files, the main one first; each renderer, and what it needs, is imported when it is used.

    JSON is the comparison as it stands; every other format leaves out what a person rejected in it.

    Raises:
        RenderingError: if the report cannot be made or a system library is missing.
        UsageError: if a template cannot be used.
    """
    if format == "json":
        from compare.render.json import to_json

        return (to_json(comparison),)
    shown = reviewed(comparison)
    if layout.edition is Edition.CLASSROOM:
        from compare.render.classroom import handout_and_key

        return handout_and_key(shown, layout)
    if layout.edition is Edition.EDITOR:
        from compare.render.memo import memo

        return (memo(shown, layout),)
    if format == "pdf":
        from compare.render.pdf import pdf

        return (pdf(shown, layout),)
    if format == "html":
        from compare.render.web import web

        return (web(shown).encode("utf-8", "replace"),)
    if format == "markdown":
        from compare.render.markdown import markdown

        return (markdown(shown).encode("utf-8", "replace"),)
    if format == "csv":
        from compare.render.csv import csv

        return (csv(shown).encode("utf-8", "replace"),)
    from compare.render.text import text

    return (text(shown).encode("utf-8", "replace"),)
