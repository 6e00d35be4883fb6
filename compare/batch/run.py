"""A batch from its rows to its folder: what can be kept is kept, the rest is made, one failure at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from compare.batch.job import Failed, Job, Made, Order
from compare.batch.journal import NAME as JOURNAL
from compare.batch.journal import Journal, WrittenReport, digest, key, order_key, recorded, still_there
from compare.batch.outcome import Outcome, Status, summary_csv, summary_json
from compare.batch.output import SUMMARY, Inputs, locked, make_folder, put, stems
from compare.batch.rows import BatchRow
from compare.batch.workers import answers
from compare.errors import UnreadableArticleError, UnwritableReportError
from compare.limits import MAX_SECONDS
from compare.read.source import read_bytes
from compare.render.documents import SUFFIXES, rendition
from compare.signals import held_back

SUMMARIES = (f"{SUMMARY}.csv", f"{SUMMARY}.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a row; `kept` says that its report was there already."""

    number: int
    outcome: Outcome
    kept: bool = False
    trace: str = ""


@dataclass(slots=True)
class Batch:
    """Rows on their way to reports; `outcomes` and the summaries are complete when `run` has ended."""

    rows: Sequence[BatchRow]
    order: Order
    folder: Path
    sources: Sequence[Path] = ()
    """Files beside the articles that must not be written: the list, word lists."""
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    _stems: tuple[str, ...] = ()
    _entries: dict[int, WrittenReport] = field(default_factory=dict)
    _printed: str = ""

    def run(
        self, *, processes: int, resume: bool, fail_fast: bool, timeout: float = MAX_SECONDS
    ) -> Generator[Event, None, None]:
        """Make the reports and return what happens, as it happens; then write the summaries.

        Closing the iterator, Ctrl-C or SIGTERM ends all processes. What was made by then is there for
        `resume`, and the summaries say which rows had not been tried.

        Raises:
            UnwritableReportError: if the folder, the journal or a summary cannot be written.
        """
        self._stems = stems(row.wanted_name for row in self.rows)
        self._printed = order_key(self.order)
        make_folder(self.folder)
        with locked(self.folder):
            inputs = Inputs([*self.sources, *(path for row in self.rows for path in row.paths)])
            for name in (*SUMMARIES, JOURNAL):
                if refusal := inputs.refusal(self.folder / name):
                    raise UnwritableReportError(refusal)
            made = self._events(inputs, processes=processes, resume=resume, timeout=timeout)
            try:
                with closing(made) as events:
                    for event in events:
                        self.outcomes[event.number] = event.outcome
                        yield event
                        if fail_fast and event.outcome.status is Status.FAILED:
                            break
            except Exception:
                raise
            except BaseException:
                # Stopped. An older summary would tell of another batch; a second Ctrl-C ends this too.
                with contextlib.suppress(UnwritableReportError):
                    self._finish()
                raise
            self._finish()

    def _events(
        self, inputs: Inputs, *, processes: int, resume: bool, timeout: float
    ) -> Generator[Event, None, None]:
        known = recorded(self.folder) if resume else {}
        jobs: list[Job] = []
        for number, row in enumerate(self.rows):
            job = self._job(number, row)
            problem = row.problem or next(filter(None, map(inputs.refusal, self._targets(number))), "")
            if problem:
                yield self._failure(number, problem)
            elif (entry := self._kept(job, known)) is not None:
                self._entries[number] = entry
                yield Event(number=number, outcome=self._written(number, entry), kept=True)
            else:
                jobs.append(job)
        journal = Journal(self.folder, self._in_order())
        with closing(answers(jobs, processes=processes, seconds=timeout)) as done:
            yield from self._written_down(done, journal)
        journal.finish(self._in_order())

    def _written_down(self, done: Iterable[tuple[Job, Made | Failed]], journal: Journal) -> Iterator[Event]:
        for job, answer in done:
            if isinstance(answer, Failed):
                yield self._failure(job.number, answer.reason, trace=answer.trace)
                continue
            targets = self._targets(job.number)
            names = (target.name for target in targets)
            entry = WrittenReport(
                key=key(job, answer.inputs, printed=self._printed),
                files=dict(zip(names, map(digest, answer.documents), strict=True)),
                counts=dict(answer.counts),
                warnings=answer.warnings,
            )
            try:
                # A signal waits until the summary knows of the files that it finds in their places.
                with held_back():
                    put(zip(targets, answer.documents, strict=True), protect=job.paths)
                    self._entries[job.number] = entry
            except UnwritableReportError as error:
                yield self._failure(job.number, str(error))
                continue
            journal.add(entry)
            yield Event(number=job.number, outcome=self._written(job.number, entry))

    def _finish(self) -> None:
        """Write the summaries, rows that were never tried included."""
        for number in range(len(self.rows)):
            if number in self.outcomes:
                continue
            # What was written as the stop came has told nobody yet.
            entry = self._entries.get(number)
            self.outcomes[number] = (
                self._written(number, entry) if entry else self._outcome(number, status=Status.NOT_TRIED)
            )
        ordered = [self.outcomes[number] for number in range(len(self.rows))]
        made = (summary_csv(ordered), summary_json(ordered))
        put(zip((self.folder / name for name in SUMMARIES), made, strict=True))

    def _job(self, number: int, row: BatchRow) -> Job:
        return Job(
            number=number,
            stem=self._stems[number],
            paths=row.paths,
            shown=row.files,
            outlets=row.outlets or (None,) * len(row.files),
            title=row.title,
            order=self.order,
        )

    def _targets(self, number: int) -> tuple[Path, ...]:
        more = rendition(self.order.format, self.order.layout.edition).companions
        ending = SUFFIXES[self.order.format]
        return tuple(self.folder / f"{self._stems[number]}{part}{ending}" for part in ("", *more))

    def _kept(self, job: Job, known: Mapping[str, WrittenReport]) -> WrittenReport | None:
        if not known:
            return None
        try:
            read = [digest(read_bytes(path, max_bytes=self.order.limits.bytes)) for path in job.paths]
        except UnreadableArticleError:
            return None
        entry = known.get(key(job, read, printed=self._printed))
        names = [target.name for target in self._targets(job.number)]
        return entry if entry is not None and still_there(entry, self.folder, names) else None

    def _in_order(self) -> list[WrittenReport]:
        return [self._entries[number] for number in sorted(self._entries)]

    def _written(self, number: int, entry: WrittenReport) -> Outcome:
        return self._outcome(
            number,
            status=Status.WRITTEN,
            reports=tuple(entry.files),
            counts=entry.counts,
            warnings=entry.warnings,
        )

    def _failure(self, number: int, reason: str, *, trace: str = "") -> Event:
        return Event(
            number=number, outcome=self._outcome(number, status=Status.FAILED, error=reason), trace=trace
        )

    def _outcome(
        self,
        number: int,
        *,
        status: Status,
        reports: tuple[str, ...] = (),
        error: str = "",
        counts: Mapping[str, int] | None = None,
        warnings: tuple[str, ...] = (),
    ) -> Outcome:
        row = self.rows[number]
        return Outcome(
            name=self._stems[number],
            place=row.place,
            articles=row.files,
            status=status,
            reports=reports,
            error=error,
            counts=counts or {},
            warnings=warnings,
        )
