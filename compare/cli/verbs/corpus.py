"""`sidebyside corpus INPUT -o FOLDER`: articles by the thousand to stories and to rows of findings."""

from __future__ import annotations

import os
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.articles import word_lists
from compare.cli.help_page import Sectioned, exit_codes, option
from compare.cli.messages import Progress, say
from compare.cli.options import debug_option, telling_options, with_options, words_option
from compare.errors import RenderingError, UsageError
from compare.signals import Terminated

if TYPE_CHECKING:
    from compare.corpus.run import Corpus, Step

_CODES = {
    0: "the files are written; what could not be read is in errors.parquet",
    2: "an option or a table cannot be used, or the folder holds another corpus",
    3: "the input cannot be read, or no article in it",
    4: "the folder cannot be written",
    5: "packages are missing (the line says how to install them), or a fault in the program",
    6: "some of the reports of --reports are not written; all else is",
}
EPILOG = f"""
INPUT is a table of articles (.parquet, .jsonl, .json, .csv, .tsv, also .gz), an article, or a folder of
such files. Columns of Media Cloud's and news-please's exports are known by their names.

Into the folder go articles, stories, pairs, facts, findings and errors as .parquet, and manifest.json. The
same command goes on where an earlier one was stopped.

{exit_codes(_CODES)}
Examples:

\b
  sidebyside corpus articles.parquet -o findings/
  sidebyside corpus mediacloud.csv --texts pages/ -o findings/ --reports 20
  sidebyside corpus crawl/*.jsonl.gz -o findings/ --columns text=body,date=day
"""
_INPUT, _STORIES, _RUN = "The articles", "The stories", "The run"
_MOST_JOBS = 256
_MOST_DAYS = 366


@click.command(cls=Sectioned, epilog=EPILOG)
@click.argument("named", metavar="INPUT...", nargs=-1, required=True)
@with_options(
    option(
        _INPUT, "-o", "--output", required=True, metavar="FOLDER", help="Where the files go; made if missing."
    ),
    option(
        _INPUT,
        "--columns",
        metavar="FIELD=NAME,...",
        help="Which column holds text, date, outlet, title, url, id or language.  [default: by known names]",
    ),
    option(
        _INPUT,
        "--texts",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="FOLDER",
        help="Texts of a table that has none: files named by id (.txt, .md, .html).",
    ),
    option(
        _STORIES,
        "--window",
        type=click.IntRange(0, _MOST_DAYS),
        metavar="DAYS",
        default=2,
        show_default=True,
        help="Compare articles that are at most so many days apart.",
    ),
    option(
        _STORIES,
        "--similar",
        type=click.FloatRange(0.05, 1.0),
        metavar="SHARE",
        default=0.18,
        show_default=True,
        help="Look at two articles whose words are so alike (cosine).",
    ),
    option(
        _STORIES,
        "--firm",
        type=click.IntRange(min=0),
        metavar="N",
        default=2,
        show_default=True,
        help="Keep them where so many passages are surely told by both; 0 takes no look.",
    ),
    option(
        _STORIES,
        "--most-in-a-story",
        "most",
        type=click.IntRange(2, 26),
        metavar="N",
        default=12,
        show_default=True,
        help="Compare so many articles of a story; copies are left out first.",
    ),
    option(_STORIES, "--undated", is_flag=True, help="Group articles without a date too, with each other."),
    words_option,
    option(
        _RUN,
        "--jobs",
        type=click.IntRange(1, _MOST_JOBS),
        metavar="N",
        help="Processes on this machine; 1 needs no Dask.  [default: one for each core]",
    ),
    option(
        _RUN, "--scheduler", metavar="ADDRESS", help="Use the workers of a Dask scheduler (tcp://host:8786)."
    ),
    option(_RUN, "--anew", is_flag=True, from_settings=False, help="Begin again, whatever the folder holds."),
    option(
        _RUN,
        "--reports",
        type=click.IntRange(min=0),
        metavar="N",
        default=0,
        help="Make PDFs of the N stories with most to tell, in FOLDER/reports.",
    ),
    *telling_options,
    debug_option(expose=True),
)
def corpus(
    *,
    named: tuple[str, ...],
    output: str,
    columns: str | None,
    texts: Path | None,
    window: int,
    similar: float,
    firm: int,
    most: int,
    undated: bool,
    words: Path | None,
    jobs: int | None,
    scheduler: str | None,
    anew: bool,
    reports: int,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Group articles by event and write findings as tables."""
    if not output:
        raise UsageError("the name of the folder after -o is empty; name one")
    if jobs is not None and scheduler is not None:
        raise UsageError("--jobs is for this machine and --scheduler for others; give one of them")
    processes = jobs or _cores()
    _refuse_missing(engine=scheduler is not None or processes > 1)
    lists = word_lists(words)

    from compare.corpus.columns import asked_columns
    from compare.corpus.plan import Choices
    from compare.corpus.run import Corpus
    from compare.text.wordlists import wordlists

    # A list of wordings that cannot be used is one error, not one a story.
    wordlists(*lists)
    choices = Choices(
        columns=asked_columns(columns),
        texts=str(texts.absolute()) if texts else None,
        window=window,
        similar=similar,
        firm=firm,
        most=most,
        undated=undated,
        words=lists,
    )
    made = Corpus(named, choices, Path(output))
    _follow(made, jobs=processes, scheduler=scheduler, anew=anew, quiet=quiet, verbose=verbose)
    if not quiet:
        for note in made.notes:
            say("warning", note)
        if bad := made.counts["errors"]:
            say("warning", f"what could not be used is in {made.folder / 'errors.parquet'} ({bad:,} rows)")
        told = ", ".join(f"{made.counts[name]:,} {name}" for name in ("articles", "stories_told", "findings"))
        say("wrote", f"{told.replace('stories_told', 'stories')} into {made.folder}")
    if reports:
        _report(made, reports, jobs=min(processes, _cores()), quiet=quiet, debug=debug)


def _refuse_missing(*, engine: bool) -> None:
    """Refuse to begin without the packages of the extra.

    Raises:
        RenderingError: if one is not installed.
    """
    needed = ["numpy", "pyarrow", "scipy", *(["distributed", "cryptography"] if engine else [])]
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise RenderingError(
            f"a corpus needs packages that are not installed ({', '.join(missing)}); type in the clone: "
            "uv sync --extra corpus, or: pip install '.[corpus]'"
        )


def _follow(
    made: Corpus, *, jobs: int, scheduler: str | None, anew: bool, quiet: bool, verbose: bool
) -> None:
    """Make the corpus, saying on stderr how far it is."""
    from compare.corpus.run import SAID

    progress: Progress | None = None
    step: Step | None = None
    try:
        with closing(made.run(jobs=jobs, scheduler=scheduler, anew=anew)) as steps:
            for step in steps:
                if step.done == step.kept:
                    if progress:
                        progress.clear()
                    progress = Progress(step.parts, quiet=quiet, what=f"parts, {SAID[step.stage]}")
                    if verbose:
                        kept = f", {step.kept} of them kept" if step.kept else ""
                        say("stage", f"{SAID[step.stage]}: {step.parts} parts{kept}")
                if progress:
                    progress.show(step.done, made=step.done - step.kept)
    except (KeyboardInterrupt, Terminated):
        if progress:
            progress.clear()
        if not quiet and step is not None:
            parts = f"{step.done} of {step.parts} parts of {SAID[step.stage]}"
            say("stopped", f"{parts} are in {made.folder}; the same command goes on from there")
        raise
    finally:
        if progress:
            progress.clear()


def _report(made: Corpus, number: int, *, jobs: int, quiet: bool, debug: bool) -> None:
    from compare.batch.outcome import Status
    from compare.corpus.reports import batch_of
    from compare.errors import PartialBatchError

    with batch_of(made.folder, number, words=made.plan.choices.words) as batch:
        progress = Progress(len(batch.rows), quiet=quiet)
        try:
            with closing(batch.run(processes=jobs, resume=True, fail_fast=False)) as events:
                for done, event in enumerate(events, 1):
                    progress.clear()
                    if event.outcome.error:
                        say("error", f"{event.outcome.name}: {event.outcome.error}")
                        if debug:
                            for line in event.trace.splitlines():
                                say("traceback", line)
                    progress.show(done, made=done)
        finally:
            progress.clear()
        missing = sum(outcome.status is not Status.WRITTEN for outcome in batch.outcomes.values())
    if missing:
        raise PartialBatchError(
            f"{missing} of {len(batch.rows)} reports not written into {batch.folder}; see summary.csv there"
        )
    if not quiet:
        say("wrote", f"{len(batch.rows)} reports into {batch.folder}")


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
