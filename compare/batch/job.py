"""One report of a batch, from its files to its bytes; this is what a worker does."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from compare.errors import SideBySideError, UsageError
from compare.limits import DEFAULT, Limits, hold_together
from compare.render.layout import Layout

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What holds for every report of the batch."""

    format: str
    layout: Layout
    date: str | None = None
    outlets: Mapping[str, str]
    """By letter; what a row says goes before."""
    encodings: Mapping[str, str]
    language: str | None = None
    words: tuple[tuple[str, str], ...] = ()
    limits: Limits = DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One report to make."""

    number: int
    """Which row of the batch it is, from 0."""
    stem: str
    paths: tuple[Path, ...]
    shown: tuple[str, ...]
    """The files as the list has them, for messages."""
    outlets: tuple[str | None, ...]
    title: str | None
    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that can be written."""

    documents: tuple[bytes, ...]
    inputs: tuple[str, ...]
    """SHA-256 of the bytes that were read, a file each."""
    counts: Mapping[str, int]
    """How many findings of each kind a report tells, headline, lead and close not counted."""
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why there is no report."""

    reason: str
    trace: str = ""
    """For --debug."""


def made(job: Job) -> Made | Failed:
    """Return the report's bytes, or why it cannot be made; nothing is written, and nothing is raised."""
    try:
        return _made(job)
    except SideBySideError as error:
        return Failed(reason=_shown(str(error), job), trace=traceback.format_exc())
    except MemoryError:
        return Failed(reason="there is not enough memory; compare shorter articles, or use fewer --jobs")
    except Exception as error:
        kind = type(error).__name__
        reason = f"a fault in the program ({kind}: {error}); please report it, with what --debug prints"
        return Failed(reason=_shown(reason, job), trace=traceback.format_exc())


def _made(job: Job) -> Made:
    from compare.kinds import kind_of
    from compare.model import Settings
    from compare.pipeline import compare_articles
    from compare.read import read_article
    from compare.render.documents import documents
    from compare.telling import counted

    _refuse_twins(job)
    order = job.order
    read = [
        read_article(
            path,
            label=label,
            encoding=order.encodings.get(label),
            outlet=own or order.outlets.get(label),
            language=order.language,
            limits=order.limits,
        )
        for label, path, own in zip(LETTERS, job.paths, job.outlets, strict=False)
    ]
    hold_together(order.limits, [len(article.sentences) for article, _ in read])
    comparison = compare_articles(
        [article for article, _ in read],
        settings=Settings(title=job.title, date=order.date),
        notes=[note for _, notes in read for note in notes],
        words=order.words,
    )
    return Made(
        documents=documents(comparison, format=order.format, layout=order.layout),
        inputs=tuple(article.origin.sha256 for article in comparison.articles),
        counts=dict(Counter(kind_of(found).tag for found in counted(comparison))),
        warnings=tuple(note.text for note in comparison.notes),
    )


def _refuse_twins(job: Job) -> None:
    for one, other in combinations(range(len(job.paths)), 2):
        try:
            same = job.paths[one].samefile(job.paths[other])
        except (OSError, ValueError):
            continue
        if same:
            raise UsageError(f"{job.shown[one]} and {job.shown[other]} are the same file; name two articles")


def _shown(message: str, job: Job) -> str:
    """Return a message with the files called as in the list, wherever the list lies."""
    from compare.read.source import printable

    longest_first = sorted(zip(job.paths, job.shown, strict=True), key=lambda pair: -len(str(pair[0])))
    for path, shown in longest_first:
        message = message.replace(printable(str(path)), printable(shown)).replace(str(path), shown)
    # Other verbs read standard input, and a batch does not.
    return message.replace("use - to read from standard input", "save it in a file")
