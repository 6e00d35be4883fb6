"""`sidebyside compare A B [C ...]`: read, compare, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING

import click

from compare.cli.destination import destination, same_file, write
from compare.cli.help_page import EXIT_CODES, Sectioned, option
from compare.cli.messages import say, tell_logged
from compare.cli.options import general_options, report_options, with_options, wording_options
from compare.cli.reports import report
from compare.cli.values import Encoding, ForArticle, Language, epoch_date
from compare.errors import UsageError

if TYPE_CHECKING:
    from compare.model import Article, Note

EPILOG = f"""
A, B, C... are text or Markdown files, one article each; - reads one from standard input. The report calls
them by these letters, in the order given.

{EXIT_CODES}
Examples:

\b
  sidebyside compare courier.txt herald.txt -o report.pdf
  sidebyside compare courier.txt herald.txt --outlet A="The Courier" --outlet B="The Herald"
  sidebyside compare courier.txt herald.txt --format json -o - | less
  curl -s https://example.org/story.txt | sidebyside compare - herald.txt -o report.pdf
"""
_READING = "Reading the articles"


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("articles", nargs=-1, required=True, metavar="A B [C]...")
@with_options(
    *report_options,
    *wording_options,
    option(
        _READING,
        "--encoding",
        type=Encoding(),
        multiple=True,
        metavar="[A=]NAME",
        help="Encoding of the articles, or of one of them; may be repeated.  [default: found out]",
    ),
    option(
        _READING, "--language", type=Language(), metavar="CODE", help="Their language.  [default: found out]"
    ),
    *general_options,
)
def compare(
    *,
    articles: tuple[str, ...],
    output: str | None,
    format: str | None,
    paper: str,
    full_texts: bool,
    title: str | None,
    date: str | None,
    outlet: tuple[ForArticle, ...],
    encoding: tuple[ForArticle, ...],
    language: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Compare articles about one event and write the report."""
    labels = _labels(articles)
    outlets, encodings = by_label(outlet, labels, "--outlet"), by_label(encoding, labels, "--encoding")
    to = destination(output, format=format, inputs=articles)
    printed = date or epoch_date(os.environ.get("SOURCE_DATE_EPOCH"))

    from compare.model import Settings
    from compare.pipeline import compare_articles
    from compare.read import read_article

    read: list[Article] = []
    notes: list[Note] = []
    for label, source in zip(labels, articles, strict=True):
        article, remarks = read_article(
            source, label=label, encoding=encodings.get(label), outlet=outlets.get(label), language=language
        )
        read.append(article)
        notes.extend(remarks)
        if verbose:
            sentences = len(article.sentences)
            say("read", f"{label}: {article.origin.name}, {sentences} sentences, {article.origin.encoding}")
    comparison = compare_articles(read, settings=Settings(title=title or None, date=printed), notes=notes)
    tell_logged(quiet=quiet)
    if not quiet:
        for note in comparison.notes:
            say("warning", note.text)
    write(report(comparison, format=to.format, paper=paper, full_texts=full_texts), to, inputs=articles)
    if verbose and to.path is not None:
        say("wrote", str(to.path))


def _labels(articles: Sequence[str]) -> tuple[str, ...]:
    if len(articles) < 2:
        raise UsageError(f"{articles[0]} alone cannot be compared; name a second article")
    if len(articles) > len(ascii_uppercase):
        raise UsageError(f"{len(articles)} articles are too many; name at most {len(ascii_uppercase)}")
    if articles.count("-") > 1:
        raise UsageError("standard input (-) can be one article only; save the other in a file")
    if "-" in articles and sys.stdin is None:
        raise UsageError("standard input (-) is closed; name a file")
    for one, other in combinations((a for a in articles if a != "-"), 2):
        if one == other or same_file(Path(one), Path(other)):
            raise UsageError(f"{one} and {other} are the same file; name two articles")
    return tuple(ascii_uppercase[: len(articles)])


def by_label(values: Sequence[ForArticle], labels: Sequence[str], name: str) -> dict[str, str]:
    """Return the value for each label that has one; the later of two wins, one for all yields to one for A.

    Raises:
        UsageError: if there is no article of a label.
    """
    for each in values:
        if each.label is not None and each.label not in labels:
            raise UsageError(
                f"{name} {each.label}={each.value}: there is no article {each.label}; "
                f"the articles are {', '.join(labels)}"
            )
    general = {label: each.value for each in values if each.label is None for label in labels}
    return general | {each.label: each.value for each in values if each.label is not None}
