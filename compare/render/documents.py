"""Every rendition, a format in an edition, and what makes it: a comparison to the files that were asked for.

The command line reads the table before any work: what renders is imported by the function that needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.render.layout import Edition, Layout

if TYPE_CHECKING:
    from compare.model import Comparison

SUFFIXES = {
    "pdf": ".pdf",
    "docx": ".docx",
    "html": ".html",
    "markdown": ".md",
    "csv": ".csv",
    "json": ".json",
    "text": ".txt",
}
"""The formats, and how their files end."""
BINARY = {"pdf": "PDF", "docx": "Word file"}
"""The formats that no terminal shows, and what such a file is called."""
_MANY = 3
KEY = "-key"
"""Ends the name of a handout's key, which lies beside the handout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """How an edition is made in a format."""

    make: Callable[[Comparison, Layout], tuple[bytes, ...]]
    """Returns the files, the main one first, then one for each of `companions`."""
    companions: tuple[str, ...] = ()
    """What further files have at the end of the main one's name, before the ending."""
    templates: tuple[str, ...] = ()
    """What it takes from a user's folder of templates, beside `fonts.css` and `own.css`."""
    large: tuple[str, ...] = ()
    """The same for large print."""
    whole: bool = False
    """It shows what a person has rejected too, and every contrast of wording."""
    folds: bool = False
    """It folds the contrasts of wording that others leave out, and so is given all."""


def _report(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.report import pdf

    return (pdf(comparison, layout),)


def _handout(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    if len(comparison.articles) >= _MANY:
        from compare.render.lesson.many import handout_and_key as over_all

        return over_all(comparison, layout)
    from compare.render.lesson.classroom import handout_and_key

    return handout_and_key(comparison, layout)


def _memo(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.memo.memo import memo

    return (memo(comparison, layout),)


def _word_handout(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    if len(comparison.articles) >= _MANY:
        from compare.render.word.many import handout_and_key as over_all

        return over_all(comparison, layout)
    from compare.render.word.lesson import handout_and_key

    return handout_and_key(comparison, layout)


def _word_memo(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.word.memo import memo

    return (memo(comparison, layout),)


def _web(comparison: Comparison, _: Layout) -> tuple[bytes, ...]:
    from compare.render.web import web

    return (web(comparison).encode("utf-8", "replace"),)


def _markdown(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.plain.markdown import markdown

    return (markdown(_listed(comparison, layout)).encode("utf-8", "replace"),)


def _csv(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.plain.csv import csv
    from compare.render.plain.long import long

    table = long if layout.long else csv
    return (table(_listed(comparison, layout)).encode("utf-8", "replace"),)


def _listed(comparison: Comparison, layout: Layout) -> Comparison:
    """Return what lists of findings are made of: of three texts and more pairs only if asked for."""
    from compare.telling import over_all

    return comparison if layout.pairs else over_all(comparison)


def _json(comparison: Comparison, _: Layout) -> tuple[bytes, ...]:
    from compare.render.plain.json import to_json

    return (to_json(comparison),)


def _text(comparison: Comparison, layout: Layout) -> tuple[bytes, ...]:
    from compare.render.plain.text import text

    return (text(_listed(comparison, layout)).encode("utf-8", "replace"),)


RENDITIONS = {
    ("pdf", Edition.READER): Rendition(
        make=_report,
        templates=("report.html.j2", "macros.html.j2", "report.css", "many.html.j2", "many.css"),
        large=("large.css", "report-large.css", "many-large.css"),
    ),
    ("pdf", Edition.CLASSROOM): Rendition(
        make=_handout,
        companions=(KEY,),
        templates=("handout.html.j2", "handout.css", "handout_many.html.j2", "handout-many.css"),
    ),
    ("pdf", Edition.EDITOR): Rendition(make=_memo, templates=("memo.html.j2", "macros.html.j2", "memo.css")),
    ("docx", Edition.CLASSROOM): Rendition(make=_word_handout, companions=(KEY,)),
    ("docx", Edition.EDITOR): Rendition(make=_word_memo),
    ("html", Edition.READER): Rendition(make=_web, folds=True),
    ("markdown", Edition.READER): Rendition(make=_markdown),
    ("csv", Edition.READER): Rendition(make=_csv),
    ("json", Edition.READER): Rendition(make=_json, whole=True),
    ("text", Edition.READER): Rendition(make=_text),
}


def rendition(format: str, edition: Edition) -> Rendition:
    """Return how an edition is made in a format.

    >>> rendition("pdf", Edition.CLASSROOM).companions
    ('-key',)

    Raises:
        UsageError: if it is not made in this format.
    """
    found = RENDITIONS.get((format, edition))
    if found is not None:
        return found
    if edition is Edition.READER:
        has = " or ".join(f"--for {each}" for each in Edition if (format, each) in RENDITIONS)
        raise UsageError(f"a reader's report is not made as {format}; add {has}, or ask for another format")
    formats = " or ".join(each for each in SUFFIXES if (each, edition) in RENDITIONS)
    raise UsageError(
        f"--for {edition} is made as {formats}, not as {format}; ask for one of these, or leave out --for"
    )


def documents(comparison: Comparison, *, format: str, layout: Layout) -> tuple[bytes, ...]:
    """Return the files, the main one first; each renderer, and what it needs, is imported when it is used.

    JSON is the comparison as it stands; every other format leaves out what a person rejected in it, and the
    contrasts of wording that tell least, which the HTML edition folds.

    Raises:
        RenderingError: if the report cannot be made or a system library is missing.
        UsageError: if a template cannot be used, or the edition is not made in this format.
    """
    chosen = rendition(format, layout.edition)
    if layout.template:
        _tell_unused(layout.template, chosen, large=layout.large_print)
    if chosen.whole:
        return chosen.make(comparison, layout)
    from compare.render.review import reviewed
    from compare.telling import as_told

    seen = reviewed(comparison)
    return chosen.make(seen if chosen.folds else as_told(seen), layout)


def _tell_unused(folder: Path, chosen: Rendition, *, large: bool) -> None:
    """Log one line where a folder of templates is given and nothing of it goes into the report."""
    import logging

    log = logging.getLogger(__name__)
    if not chosen.templates:
        log.warning("nothing of the template folder %s is used: only PDFs are made from templates", folder)
        return
    names = ("own.css", *chosen.templates, *(chosen.large if large else ()), "fonts.css")
    if not any((folder / name).is_file() for name in names):
        log.warning(
            "nothing of the template folder %s is used: it has none of %s; see docs/templates.md",
            folder,
            ", ".join(names),
        )
