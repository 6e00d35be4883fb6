"""`sidebyside check DRAFT OTHER [OTHER ...]`: an editor's remarks on a draft, one a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.articles import Named, word_lists
from compare.cli.destination import Destination, destination, write
from compare.cli.help_page import Sectioned, exit_codes, option
from compare.cli.messages import say, warn
from compare.cli.options import (
    READING,
    addresses_option,
    general_options,
    limit_options,
    outlet_option,
    reading_options,
    with_limits,
    with_options,
    words_option,
)
from compare.cli.values import FailOn, ForArticle
from compare.errors import FindingsError, UsageError
from compare.limits import Limits

if TYPE_CHECKING:
    from compare.check.fail_on import Threshold
    from compare.check.remarks import Remark
    from compare.model import Comparison

_CODES = {
    0: "checked; nothing was found that --fail-on asks for",
    1: "something was found that --fail-on asks for",
    2: "an option, a settings file or a baseline cannot be used",
    4: "the remarks or the baseline cannot be written",
    5: "there is a fault in the program",
}
EPILOG = f"""
DRAFT and the others are files of one article each: text, Markdown, a saved web page, Word (DOCX),
LibreOffice (ODT), PDF with a text layer, EPUB or RTF; - reads one from standard input, and with
--allow-addresses https://... fetches one page. The draft is A, the others B, C... Remarks go to standard
output, their count to standard error.

\b
Severities:
  error    the draft and another text conflict
  warning  legal status, an altered quotation, a superlative without a source,
           a plural source without a name, a long run of equal words, a tension
           inside the draft
  note     a wording, a place in the text, a value that is more or less
           precise, who says so, a time word without a day, a long sentence

{exit_codes(_CODES)}
Examples:

\b
  sidebyside check draft.txt agency.txt
  sidebyside check draft.txt agency.txt herald.txt --fail-on error,superlative
  sidebyside check draft.txt agency.txt --write-baseline draft.accepted
  sidebyside check draft.txt agency.txt --baseline draft.accepted --exit-code
"""
_REMARKS = "The remarks"
_BASELINE = "The baseline"


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("articles", nargs=-1, required=True, metavar="DRAFT OTHER [OTHER]...")
@with_options(
    option(
        _REMARKS,
        "--format",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help="Lines for people and grep, or JSON for programs.",
        from_settings=False,
    ),
    option(
        _REMARKS,
        "--fail-on",
        type=FailOn(),
        metavar="LEVEL",
        help="Exit with 1 where there is a remark of this severity or a heavier one: error, warning, note or "
        "never; a kind such as number, superlative or conflict may stand beside it, after a comma; "
        "missing, only and shared-run are looked for where they are named.",
    ),
    option(
        _REMARKS, "--exit-code", is_flag=True, help="The same as --fail-on error where that is not given."
    ),
    option(
        _BASELINE,
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Leave out the findings that this file accepts.",
    ),
    option(
        _BASELINE,
        "--write-baseline",
        metavar="FILE",
        help="Write a file that accepts all that is found now, and exit with 0.",
    ),
    outlet_option(READING),
    *reading_options,
    addresses_option,
    *limit_options,
    words_option,
    *general_options,
)
@with_limits
def check(
    *,
    articles: tuple[str, ...],
    format: str,
    fail_on: Threshold | None,
    exit_code: bool,
    baseline: Path | None,
    write_baseline: str | None,
    outlet: tuple[ForArticle, ...],
    encoding: tuple[ForArticle, ...],
    language: str | None,
    allow_addresses: bool,
    limits: Limits,
    words: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check a draft against other articles, one remark a line."""
    named = Named.of(articles, outlets=outlet, encodings=encoding, allow_addresses=allow_addresses)
    to = _baseline_destination(write_baseline, articles)

    from compare.check.fail_on import threshold
    from compare.check.lines import baseline as baseline_of
    from compare.check.lines import read_baseline, summary
    from compare.check.remarks import remarks
    from compare.pipeline import compare_articles

    lists = word_lists(words)
    known = read_baseline(baseline) if baseline is not None else None
    read, notes = named.read(language=language, limits=limits, verbose=verbose)
    comparison = compare_articles(read, notes=notes, words=lists)
    warn(comparison.notes, quiet=quiet)
    level = fail_on or (threshold("error") if exit_code else None)
    found = remarks(comparison, asked=level.kinds if level else ())
    new = tuple(remark for remark in found if remark.id not in (known or ()))
    if to is not None:
        write(baseline_of(found, articles=read), to, inputs=articles)
        if verbose:
            say("wrote", str(to.path))
    accepted = len(found) - len(new)
    shown = _shown(new, comparison, articles=articles, format=format, accepted=accepted)
    write(shown, Destination(path=None, format=format), inputs=articles)
    if not quiet:
        say("found", summary(new, accepted=None if known is None else accepted))
    if verbose and known is not None:
        gone = len(known - {remark.id for remark in found})
        say("baseline", f"{len(known)} accepted, {gone} of them not found any more")
    if level and to is None and any(level.meets(severity=r.severity, names=r.names) for r in new):
        raise FindingsError


def _baseline_destination(file: str | None, articles: tuple[str, ...]) -> Destination | None:
    """Return where the baseline goes, refused before any work where it cannot go there."""
    if file is None:
        return None
    if file in ("", "-"):
        raise UsageError("--write-baseline needs the name of a file; standard output has the remarks")
    return destination(file, format="text", inputs=articles)


def _shown_name(file: str) -> str:
    # A name that is no UTF-8 cannot stand in JSON.
    return file.encode("utf-8", "backslashreplace").decode()


def _shown(
    found: tuple[Remark, ...],
    comparison: Comparison,
    *,
    articles: tuple[str, ...],
    format: str,
    accepted: int,
) -> bytes:
    from compare.check.lines import json, text
    from compare.read.address import is_address

    files = [
        article.origin.name if file == "-" or is_address(file) else _shown_name(file)
        for file, article in zip(articles, comparison.articles, strict=True)
    ]
    if format == "json":
        return json(found, articles=comparison.articles, files=files, accepted=accepted)
    return text(found, comparison.articles, draft=files[0])
