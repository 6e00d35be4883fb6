"""`sidebyside batch LIST.csv|FOLDER -o reports/`: many reports, one failure at a time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.articles import by_label, word_lists
from compare.cli.destination import Destination, write
from compare.cli.help_page import Sectioned, exit_codes, option
from compare.cli.messages import Progress, one_line, say
from compare.cli.options import (
    date_option,
    debug_option,
    edition_option,
    layout_options,
    limit_options,
    outlet_option,
    reading_options,
    telling_options,
    with_layout,
    with_limits,
    with_options,
    words_option,
)
from compare.cli.values import ForArticle, epoch_date
from compare.errors import PartialBatchError, UsageError
from compare.limits import MAX_SECONDS, Limits
from compare.render.documents import SUFFIXES, rendition
from compare.render.layout import Layout
from compare.signals import Terminated

if TYPE_CHECKING:
    from compare.batch.rows import BatchRow
    from compare.batch.run import Batch, Event

_CODES = {
    0: "all reports are written",
    2: "an option, a settings file or the list cannot be used",
    4: "the folder or the summary cannot be written",
    5: "there is a fault in the program",
    6: "some reports are not written; the others are",
}
EPILOG = f"""
A list is CSV in UTF-8. Its first line names the columns: a, b (c and so on for more articles), and if you
like name, title, outlet_a, outlet_b. Names of files start from the list's folder. Or name a folder:
each folder in it holds the articles of one comparison, A, B and so on in the order of their names.

The reports, summary.csv and summary.json go into the folder of -o, and nothing goes anywhere else.

{exit_codes(_CODES, without=[3])}
Examples:

\b
  sidebyside batch pairs.csv -o reports/
  sidebyside batch pairs.csv -o reports/ --resume
  sidebyside batch sources/ -o handouts/ --for classroom --paper letter
"""
_BATCH = "The batch"
# More processes than this need more memory (140 MB each) than a machine of so many cores is sure to have.
_MOST_JOBS = 64


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("source", metavar="LIST.csv|FOLDER")
@with_options(
    option(
        _BATCH,
        "-o",
        "--output",
        required=True,
        metavar="FOLDER",
        help="Where the reports go; made if it is missing.",
    ),
    option(
        _BATCH,
        "--resume",
        is_flag=True,
        help="Keep reports that are there, unchanged, from the same articles, options and version.",
    ),
    option(
        _BATCH,
        "--jobs",
        type=click.IntRange(1, _MOST_JOBS),
        metavar="N",
        help="How many to make at once.  [default: one for each core]",
    ),
    option(
        _BATCH,
        "--timeout",
        type=click.IntRange(min=1),
        metavar="SECONDS",
        default=MAX_SECONDS,
        show_default=True,
        help="Give up a report that takes longer, and go on with the others.",
    ),
    option(_BATCH, "--fail-fast", is_flag=True, help="Stop at the first failure."),
    option(
        _BATCH,
        "--format",
        type=click.Choice(tuple(SUFFIXES)),
        default=next(iter(SUFFIXES)),
        show_default=True,
        help="What to write.",
    ),
    edition_option,
    *layout_options,
    date_option("the reports"),
    outlet_option(),
    words_option,
    *reading_options,
    *limit_options,
    *telling_options,
    debug_option(expose=True),
)
@with_layout
@with_limits
def batch(
    *,
    source: str,
    output: str,
    resume: bool,
    jobs: int | None,
    timeout: int,
    fail_fast: bool,
    format: str,
    layout: Layout,
    date: str | None,
    outlet: tuple[ForArticle, ...],
    encoding: tuple[ForArticle, ...],
    language: str | None,
    limits: Limits,
    words: Path | None,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Compare many groups of articles and write a report of each."""
    rendition(format, layout.edition)
    if not source:
        raise UsageError("the name of the list is empty; name a CSV file or a folder")
    if not output:
        raise UsageError("the name of the folder after -o is empty; name one")
    _refuse_lost_folder()
    printed = date or epoch_date(os.environ.get("SOURCE_DATE_EPOCH"))
    lists = word_lists(words)
    folder = Path(output)
    rows, listed = _rows(source, folder)

    from compare.batch.job import LETTERS, Order
    from compare.batch.outcome import Status, table, totals
    from compare.batch.run import SUMMARIES, Batch
    from compare.text.wordlists import wordlists

    # A list of wordings that cannot be used is one error, not one a row.
    wordlists(*lists)
    letters = LETTERS[: max(2, *(len(row.files) for row in rows))]
    order = Order(
        format=format,
        layout=_absolute(layout),
        date=printed,
        outlets=by_label(outlet, letters, "--outlet"),
        encodings=by_label(encoding, letters, "--encoding"),
        language=language,
        words=lists,
        limits=limits,
    )
    made = Batch(rows, order, folder, sources=[*listed, *([words] if words else [])])
    _follow(
        made,
        processes=jobs or _cores(),
        timeout=timeout,
        resume=resume,
        fail_fast=fail_fast,
        quiet=quiet,
        verbose=verbose,
        debug=debug,
    )
    outcomes = [made.outcomes[number] for number in range(len(rows))]
    count = totals(outcomes)
    write(_printable(table(outcomes)), Destination(path=None, format="text"), inputs=())
    if count[Status.WRITTEN] < len(outcomes):
        missing = len(outcomes) - count[Status.WRITTEN]
        raise PartialBatchError(
            f"{missing} of {len(outcomes)} reports not written into {folder}: {count[Status.FAILED]} failed; "
            f"see {folder / SUMMARIES[0]}, and add --resume to make only what is missing"
        )
    if not quiet:
        number = "1 report" if len(outcomes) == 1 else f"{len(outcomes)} reports"
        say("wrote", f"{number} into {folder}; see {folder / SUMMARIES[0]}")


def _refuse_lost_folder() -> None:
    """Raise a UsageError if the folder that the command was started in is gone: processes start in it."""
    try:
        os.getcwd()  # noqa: PTH109 (only whether there is one)
    except OSError as error:
        raise UsageError("the present folder has been removed; go to another one (cd)") from error


def _rows(source: str, folder: Path) -> tuple[tuple[BatchRow, ...], tuple[Path, ...]]:
    """Return the rows, and the list if it is a file.

    Raises:
        UsageError: if there is none, or it cannot be used.
    """
    path = Path(source)
    # What is wrong with a name is told where it is read.
    with suppress(OSError, ValueError):
        if path.is_dir():
            from compare.batch.rows import rows_of_folder

            return rows_of_folder(path, without=folder), ()
    from compare.batch.rows import read_list, rows_of_list

    return rows_of_list(read_list(path, shown=source), shown=source, base=path.parent), (path,)


def _follow(
    batch: Batch,
    *,
    processes: int,
    timeout: int,
    resume: bool,
    fail_fast: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Run the batch, saying on stderr what fails and how far it is."""
    progress = Progress(len(batch.rows), quiet=quiet)
    made = 0
    try:
        progress.show(0, made=0)
        running = batch.run(processes=processes, resume=resume, fail_fast=fail_fast, timeout=timeout)
        with closing(running) as events:
            for done, event in enumerate(events, 1):
                made += not event.kept
                progress.clear()
                for kind, text in _lines(event, verbose=verbose, debug=debug):
                    say(kind, text)
                progress.show(done, made=made)
    except (KeyboardInterrupt, Terminated):
        from compare.batch.outcome import Status, totals
        from compare.batch.workers import dismiss_server

        dismiss_server()
        progress.clear()
        there = totals(list(batch.outcomes.values()))[Status.WRITTEN]
        if not quiet:
            number = f"{there} of {len(batch.rows)} reports"
            say("stopped", f"{number} are in {batch.folder}; add --resume to go on")
        raise
    finally:
        progress.clear()


def _lines(event: Event, *, verbose: bool, debug: bool) -> Sequence[tuple[str, str]]:
    """Return what to say of one row."""
    outcome = event.outcome
    where = f"{outcome.place}, {outcome.name}" if outcome.place != outcome.name else outcome.name
    if outcome.error:
        traced = [("traceback", line) for line in event.trace.splitlines()] if debug else []
        return [*traced, ("error", f"{where}: {outcome.error}")]
    if not verbose:
        return []
    warned = [("warning", f"{where}: {text}") for text in outcome.warnings]
    return [*warned, ("kept" if event.kept else "wrote", ", ".join(outcome.reports))]


def _absolute(layout: Layout) -> Layout:
    """Return the layout with a template folder that is found from everywhere."""
    from dataclasses import replace

    return replace(layout, template=layout.template.absolute()) if layout.template else layout


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(_MOST_JOBS, len(os.sched_getaffinity(0)))
    return min(_MOST_JOBS, os.cpu_count() or 1)


def _printable(text: str) -> bytes:
    return "".join(f"{one_line(line)}\n" for line in text.splitlines()).encode("utf-8", "backslashreplace")
