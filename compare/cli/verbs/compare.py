"""`sidebyside compare A B [C ...]`: read, compare, report."""

from __future__ import annotations

import os
from pathlib import Path

import click

from compare.cli.articles import Named, word_lists
from compare.cli.destination import destination, write_all
from compare.cli.help_page import Sectioned, exit_codes
from compare.cli.messages import say, warn
from compare.cli.options import (
    general_options,
    layout_options,
    limit_options,
    reading_options,
    report_options,
    with_layout,
    with_limits,
    with_options,
    wording_options,
    words_option,
)
from compare.cli.values import ForArticle, epoch_date
from compare.limits import Limits
from compare.render.layout import Layout

EPILOG = f"""
A, B, C... are files of one article each: text, Markdown, a saved web page (HTML), Word (DOCX), LibreOffice
(ODT), PDF with a text layer, EPUB or RTF, told by their content; - reads one from standard input, and
https://... fetches one page, the only use of the network. The report calls them by these letters, in the
order given. From all but text and Markdown the article's text is taken first, within limits.

{exit_codes()}
Examples:

\b
  sidebyside compare courier.txt herald.txt -o report.pdf
  sidebyside compare courier.txt herald.txt --outlet A="The Courier" --outlet B="The Herald"
  sidebyside compare courier.txt herald.txt --format json -o - | less
  curl -s https://example.org/story.txt | sidebyside compare - herald.txt -o report.pdf
  sidebyside compare https://example.org/story herald.txt -o report.pdf
"""


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("articles", nargs=-1, required=True, metavar="A B [C]...")
@with_options(
    *report_options,
    *layout_options,
    *wording_options,
    words_option,
    *reading_options,
    *limit_options,
    *general_options,
)
@with_layout
@with_limits
def compare(
    *,
    articles: tuple[str, ...],
    output: str | None,
    format: str | None,
    layout: Layout,
    title: str | None,
    date: str | None,
    outlet: tuple[ForArticle, ...],
    encoding: tuple[ForArticle, ...],
    language: str | None,
    limits: Limits,
    words: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Compare articles about one event and write the report."""
    named = Named.of(articles, outlets=outlet, encodings=encoding, allow_addresses=True)
    to = destination(output, format=format, inputs=articles, layout=layout)
    printed = date or epoch_date(os.environ.get("SOURCE_DATE_EPOCH"))

    from compare.model import Settings
    from compare.pipeline import compare_articles
    from compare.render.documents import documents

    lists = word_lists(words)
    read, notes = named.read(language=language, limits=limits, verbose=verbose)
    settings = Settings(title=title or None, date=printed)
    comparison = compare_articles(read, settings=settings, notes=notes, words=lists)
    warn(comparison.notes, quiet=quiet)
    for file in write_all(documents(comparison, format=to.format, layout=layout), to, inputs=articles):
        if verbose:
            say("wrote", str(file))
