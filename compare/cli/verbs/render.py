"""`sidebyside render COMPARISON.json`: a report from a saved comparison, without analysing again."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.articles import by_label
from compare.cli.destination import destination, write
from compare.cli.help_page import Sectioned, exit_codes
from compare.cli.messages import say, warn
from compare.cli.options import general_options, report_options, with_options, wording_options
from compare.cli.reports import report
from compare.cli.values import ForArticle, epoch_date
from compare.errors import UsageError

if TYPE_CHECKING:
    from compare.model import Comparison

EPILOG = f"""
COMPARISON is a file that --format json wrote; - is standard input.

{exit_codes()}
Examples:

\b
  sidebyside compare courier.txt herald.txt -o comparison.json
  sidebyside render comparison.json -o report.pdf --paper letter --title "Two views of the flood"
"""


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("comparison")
@with_options(*report_options, *wording_options, *general_options)
def render(
    *,
    comparison: str,
    output: str | None,
    format: str | None,
    paper: str,
    full_texts: bool,
    title: str | None,
    date: str | None,
    outlet: tuple[ForArticle, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Write a report from a saved comparison, without analysing again."""
    to = destination(output, format=format, inputs=[comparison])
    saved = _saved(comparison)
    labels = [article.label for article in saved.articles]
    outlets = by_label(outlet, labels, "--outlet")
    printed = date or saved.settings.date or epoch_date(os.environ.get("SOURCE_DATE_EPOCH"))

    from msgspec.structs import replace

    changed = replace(
        saved,
        settings=replace(saved.settings, title=title or saved.settings.title, date=printed),
        articles=tuple(replace(a, outlet=outlets.get(a.label, a.outlet)) for a in saved.articles),
    )
    warn(changed.notes, quiet=quiet)
    write(report(changed, format=to.format, paper=paper, full_texts=full_texts), to, inputs=[comparison])
    if verbose and to.path is not None:
        say("wrote", str(to.path))


def _saved(source: str) -> Comparison:
    name = "standard input" if source == "-" else source
    if source == "-" and sys.stdin is None:
        raise UsageError("standard input (-) is closed; name a file")
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read the comparison {name}: {reason}") from error
    from compare.render.json import from_json

    return from_json(data, name=name)
