"""What became of a row, and the summaries of all rows: CSV, JSON and a table to look at."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.batch.job import LETTERS
from compare.kinds import KINDS
from compare.render.plain.csv import BYTE_ORDER_MARK, harmless

_COLUMNS = {kind.tag: kind.column for kind in KINDS if kind.column}
_WIDEST = 40


class Status(StrEnum):
    """Whether there is a report."""

    WRITTEN = "written"
    FAILED = "failed"
    NOT_TRIED = "not tried"
    """The batch was stopped before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one row; no time is in it, so that equal batches have equal summaries."""

    name: str
    place: str
    articles: tuple[str, ...]
    status: Status
    reports: tuple[str, ...] = ()
    """Names in the output folder."""
    error: str = ""
    counts: Mapping[str, int]
    warnings: tuple[str, ...] = ()


def summary_csv(outcomes: Sequence[Outcome]) -> bytes:
    """Return a row a report under a row of names, with no cell that a spreadsheet takes for a formula."""
    most = max((len(outcome.articles) for outcome in outcomes), default=2)
    letters = LETTERS[: max(2, min(most, len(LETTERS)))]
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(
        (
            "name",
            "row",
            "status",
            *letters.lower(),
            "reports",
            "error",
            "warnings",
            *(kind.tag for kind in KINDS),
        )
    )
    for outcome in outcomes:
        articles = [*outcome.articles, *("" for _ in letters)][: len(letters)]
        counted = outcome.status is Status.WRITTEN
        cells = (
            *(outcome.name, outcome.place, outcome.status, *articles, "; ".join(outcome.reports)),
            *(outcome.error, str(len(outcome.warnings)) if counted else ""),
            *(str(outcome.counts.get(kind.tag, 0)) if counted else "" for kind in KINDS),
        )
        writer.writerow(harmless(cell) for cell in cells)
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8", "replace")


def summary_json(outcomes: Sequence[Outcome]) -> bytes:
    """Return the same, with the warnings in words."""
    rows = [
        {
            "name": outcome.name,
            "row": outcome.place,
            "status": outcome.status,
            "articles": outcome.articles,
            "reports": outcome.reports,
            "error": outcome.error,
            "warnings": outcome.warnings,
            "findings": {kind.tag: outcome.counts.get(kind.tag, 0) for kind in KINDS}
            if outcome.status is Status.WRITTEN
            else None,
        }
        for outcome in outcomes
    ]
    written = json.dumps({"rows": rows, **totals(outcomes)}, indent=1, ensure_ascii=False)
    return f"{written}\n".encode("utf-8", "replace")


def totals(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Return how many rows ended in which way."""
    return {status: sum(outcome.status is status for outcome in outcomes) for status in Status}


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the table for a terminal: a line a row, cut names, what went wrong in the summary's words.

    >>> ok = Outcome(name="flood", place="line 2", articles=(), status=Status.WRITTEN, counts={"claim": 9})
    >>> bad = Outcome(name="x", place="line 3", articles=(), status=Status.FAILED, error="why", counts={})
    >>> print(table([ok, bad]), end="")
    name   status   shared  one only  differ  framing
    flood  written       0         9       0        0
    x      failed   why
    """
    width = min(_WIDEST, max((len(outcome.name) for outcome in outcomes), default=0))
    width = max(width, len("name"))
    wide = max(len(status) for status in {outcome.status for outcome in outcomes} | {Status.WRITTEN})
    heads = "  ".join(_COLUMNS.values())
    lines = [f"{'name':{width}}  {'status':{wide}}  {heads}"]
    for outcome in outcomes:
        name = outcome.name if len(outcome.name) <= width else f"{outcome.name[: width - 1]}…"
        if outcome.status is Status.WRITTEN:
            rest = "  ".join(
                f"{outcome.counts.get(kind, 0):{len(heading)}}" for kind, heading in _COLUMNS.items()
            )
        else:
            rest = outcome.error
        lines.append(f"{name:{width}}  {outcome.status:{wide}}  {rest}".rstrip())
    return "".join(f"{line}\n" for line in lines)
