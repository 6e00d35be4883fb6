"""`sidebyside render COMPARISON.json`: a report from a saved comparison, without analysing again."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.articles import by_label
from compare.cli.destination import destination, write_all
from compare.cli.help_page import Sectioned, exit_codes
from compare.cli.messages import say, warn
from compare.cli.options import (
    general_options,
    layout_options,
    report_options,
    with_layout,
    with_options,
    wording_options,
)
from compare.cli.values import ForArticle, epoch_date
from compare.errors import UsageError
from compare.files import no_longer_than, read_named
from compare.render.layout import Layout

if TYPE_CHECKING:
    from compare.model import Comparison

# Two texts of 10,000 sentences, the longest that are compared, give about 50 MB.
_MOST_BYTES = 200_000_000
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
@with_options(*report_options, *layout_options, *wording_options, *general_options)
@with_layout
def render(
    *,
    comparison: str,
    output: str | None,
    format: str | None,
    layout: Layout,
    title: str | None,
    date: str | None,
    outlet: tuple[ForArticle, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Write a report from a saved comparison, without analysing again."""
    to = destination(output, format=format, inputs=[comparison], layout=layout)
    saved = _saved(comparison)
    labels = [article.label for article in saved.articles]
    outlets = by_label(outlet, labels, "--outlet")
    printed = date or saved.settings.date or epoch_date(os.environ.get("SOURCE_DATE_EPOCH"))

    from msgspec.structs import replace

    from compare.render.documents import documents

    changed = replace(
        saved,
        settings=replace(saved.settings, title=title or saved.settings.title, date=printed),
        articles=tuple(replace(a, outlet=outlets.get(a.label, a.outlet)) for a in saved.articles),
    )
    warn(changed.notes, quiet=quiet)
    for file in write_all(documents(changed, format=to.format, layout=layout), to, inputs=[comparison]):
        if verbose:
            say("wrote", str(file))


def _saved(source: str) -> Comparison:
    name = "standard input" if source == "-" else source
    if source == "-" and sys.stdin is None:
        raise UsageError("standard input (-) is closed; name a file")
    try:
        if source == "-":
            data = no_longer_than(_MOST_BYTES, sys.stdin.buffer.read(_MOST_BYTES + 1))
        else:
            data = read_named(Path(source), most_bytes=_MOST_BYTES)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read the comparison {name}: {reason}; check its name") from error
    from compare.render.plain.json import from_json

    return from_json(data, name=name)
