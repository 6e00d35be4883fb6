"""A corpus from its inputs to its files: stage after stage, what is finished is kept, the rest is made."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from compare.batch.output import Inputs, locked, make_folder, put
from compare.corpus.aside import sweep
from compare.corpus.engine import Engine
from compare.corpus.inputs import inputs
from compare.corpus.place import Place
from compare.corpus.plan import Choices, Input, Plan, hash_of, read_told, refuse_other, versions
from compare.corpus.reading import read_first
from compare.corpus.tasks import Task
from compare.corpus.writing import ENDING, FILES
from compare.errors import UnreadableArticleError, UnwritableReportError

MANIFEST = "manifest.json"
WORK = ".sidebyside-corpus"
_BEGUN = "plan.json"
# Files that one part reads, and their bytes where there are several.
_FILES, _BYTES = 500, 16 * 1024 * 1024
SAID = {
    "read": "reading",
    "count": "counting words",
    "index": "listing articles",
    "frequencies": "weighing words",
    "weigh": "weighing words",
    "propose": "looking for articles alike",
    "verify": "looking for passages in common",
    "group": "making stories",
    "compare": "comparing",
    "write": "writing",
}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How far a stage is: parts done of all its parts, `kept` of them from an earlier run."""

    stage: str
    done: int
    parts: int
    kept: int


class Corpus:
    """Articles on their way to findings; `counts` and `notes` are complete when `run` has ended."""

    def __init__(self, named: tuple[str, ...], choices: Choices, folder: Path) -> None:
        """Look at the inputs.

        Raises:
            UsageError: if there are none, or a table has not the columns that are needed.
            UnreadableArticleError: if one cannot be read.
        """
        found = inputs(named, without=folder)
        if len(found) == 1:
            # Of many, one that cannot be used is a row of errors.
            read_first(found[0], choices)
        self.plan = Plan(choices=choices, inputs=found, versions=versions())
        self.folder = folder
        self.counts: dict[str, int] = {}
        self.notes: list[str] = []
        self._work = folder / WORK
        self._place = Place(folder=str(self._work.absolute()), run=os.urandom(8).hex())
        self._parts: dict[str, int] = {}

    def run(self, *, jobs: int, scheduler: str | None, anew: bool) -> Generator[Step, None, None]:
        """Make what is missing and return how far it is; closing the iterator ends all workers.

        Raises:
            UsageError: if the folder holds another corpus, or the cluster cannot be used.
            UnwritableReportError: if the folder cannot be written.
            UnreadableArticleError: if no article at all can be read.
        """
        make_folder(self.folder)
        with locked(self.folder, owner="corpus"):
            self._refuse_inputs()
            if anew:
                self._clear()
            if self._finished():
                shutil.rmtree(self._work, ignore_errors=True)
                return
            self._begin()
            engine = Engine(jobs=jobs, scheduler=scheduler, shared=self._work.absolute())
            with engine:
                for stage, tasks in self._stages():
                    yield from self._made(engine, stage, tasks)
            self._end()

    # ---------------------------------------------------------------------------------- before and after

    def _refuse_inputs(self) -> None:
        """Refuse a folder in which a file of ours would take the place of an input."""
        ours = Inputs(Path(source.path) for source in self.plan.inputs)
        for name in (MANIFEST, *(f"{name}{ENDING}" for name in FILES)):
            if refusal := ours.refusal(self.folder / name):
                raise UnwritableReportError(refusal)

    def _refuse_strangers(self) -> None:
        """Refuse a folder with files under our names that no corpus wrote."""
        for name in FILES:
            file = self.folder / f"{name}{ENDING}"
            if file.exists():
                raise UnwritableReportError(
                    f"cannot write {file}: no corpus wrote the one that is there; name another folder, or "
                    "add --anew, which removes it"
                )

    def _clear(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        for name in (MANIFEST, *(f"{name}{ENDING}" for name in FILES)):
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def _finished(self) -> bool:
        """Return whether the folder holds just this, unchanged."""
        before = read_told(self.folder / MANIFEST)
        if before is None:
            return False
        refuse_other(before.get("plan", {}), self.plan, folder=self.folder)
        for name in FILES:
            file = self.folder / f"{name}{ENDING}"
            if not file.is_file() or hash_of(file) != before["files"][file.name]["sha256"]:
                return False
        self.counts, self.notes = before["counts"], before["notes"]
        return True

    def _begin(self) -> None:
        self._work.mkdir(exist_ok=True)
        begun = read_told(self._work / _BEGUN)
        if begun is not None:
            refuse_other(begun, self.plan, folder=self.folder)
        elif not (self.folder / MANIFEST).exists():
            self._refuse_strangers()
        sweep(self._work)
        for part in self.folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                part.unlink()
        put([(self._work / _BEGUN, _json(self.plan.told()))])

    def _end(self) -> None:
        from pyarrow.parquet import read_metadata

        files = {}
        for name in FILES:
            file = self.folder / f"{name}{ENDING}"
            self.counts[name] = read_metadata(file).num_rows
            files[file.name] = {"rows": self.counts[name], "sha256": hash_of(file)}
        self.counts["stories_told"] = self._told()
        self.notes += self._noted()
        told = {"plan": self.plan.told(), "counts": self.counts, "notes": self.notes, "files": files}
        put([(self.folder / MANIFEST, _json(told))])
        shutil.rmtree(self._work, ignore_errors=True)

    def _told(self) -> int:
        from compare.corpus.store import read_table

        return len(read_table(self._place.of("stories"), ["story"])["story"].unique())

    def _noted(self) -> Iterator[str]:
        if missed := self.counts["undated"] * (not self.plan.choices.undated):
            yield f"articles without a date are in no story ({missed:,}); add --undated to group them"
        if capped := self.counts["capped_articles"]:
            days = self.counts["capped_days"]
            yield f"{days:,} days have too many articles: {capped:,} were not looked at with the others"
        if left := self.counts["neighbours_left_out"]:
            yield f"{left:,} pairs of articles alike were not looked at: of each only the ten most alike are"

    # ------------------------------------------------------------------------------------------- stages

    def _made(self, engine: Engine, stage: str, tasks: list[Task]) -> Iterator[Step]:
        left = [task for task in tasks if not self._target(task).exists()]
        done = kept = len(tasks) - len(left)
        yield Step(stage=stage, done=done, parts=len(tasks), kept=kept)
        with contextlib.closing(engine.done(left)) as made:
            for _ in made:
                done += 1
                yield Step(stage=stage, done=done, parts=len(tasks), kept=kept)
        self._parts[stage] = len(tasks)

    def _target(self, task: Task) -> Path:
        if task.stage == "write":
            return self._work / "never kept"
        return self._place.of(_TARGETS.get(task.stage, task.stage), task.arguments.get("number"))

    def _stages(self) -> Iterator[tuple[str, list[Task]]]:
        """Yield each stage's tasks; what they are is read from the parts of the stages before."""
        choices, listed = self.plan.choices, list(self._sources())
        yield "read", self._tasks("read", ({"sources": some, "choices": choices} for some in listed))
        yield "count", self._tasks("count", self._batches(len(listed)))
        parts = {"parts": self._parts["count"]}
        if not parts["parts"]:
            raise UnreadableArticleError("there are no rows in any of these tables; name one with articles")
        yield "index", [self._task("index", parts)]
        self._refuse_none()
        yield "frequencies", [self._task("frequencies", parts)]
        yield "weigh", self._tasks("weigh", ({} for _ in range(parts["parts"])))
        yield "propose", self._tasks("propose", self._days())
        yield "verify", self._tasks("verify", self._pairs())
        yield "group", [self._task("group", {"parts": self._parts["verify"], "choices": choices})]
        yield "compare", self._tasks("compare", self._stories())
        made = {"folder": str(self.folder.absolute()), "parts": dict(self._parts)}
        yield "write", [self._task("write", {**made, "name": name}) for name in FILES]

    def _tasks(self, stage: str, each: Iterator[dict[str, Any]]) -> list[Task]:
        return [self._task(stage, {"number": number, **said}) for number, said in enumerate(each)]

    def _task(self, stage: str, said: Mapping[str, Any]) -> Task:
        which = said.get("number", said.get("name", ""))
        return Task(stage=stage, name=f"{stage} {which}".strip(), arguments={"place": self._place, **said})

    def _sources(self) -> Iterator[tuple[Input, ...]]:
        """Yield the inputs, small ones together: news-please saves a file an article."""
        some: list[Input] = []
        for source in self.plan.inputs:
            if some and (len(some) == _FILES or sum(one.size for one in some) + source.size > _BYTES):
                yield tuple(some)
                some = []
            some.append(source)
        yield tuple(some)

    def _batches(self, sources: int) -> Iterator[dict[str, Any]]:
        from compare.corpus.store import mapped

        for source in range(sources):
            with mapped(self._place.of("read", source)) as reader:
                yield from ({"source": source, "batch": batch} for batch in range(reader.num_record_batches))

    def _refuse_none(self) -> None:
        from compare.corpus.records import NO_DAY
        from compare.corpus.store import numbers, read_table

        days = numbers(read_table(self._place.of("index"), ["day"])["day"])
        if not len(days):
            first = read_table(self._place.of("count", 0), ["problem"])["problem"][0].as_py()
            raise UnreadableArticleError(
                f"there is no article that can be read: {first}; check the columns, or add "
                "--columns text=NAME"
            )
        self.counts["undated"] = int((days == NO_DAY).sum())

    def _days(self) -> Iterator[dict[str, Any]]:
        from compare.corpus.proposing import stretches
        from compare.corpus.store import said_of

        choices = self.plan.choices
        said = (said_of(self._place.of("weigh", part))["days"] for part in range(self._parts["weigh"]))
        days = [{int(day): many for day, many in json.loads(each).items()} for each in said]
        for some in stretches(days, window=choices.window, undated=choices.undated):
            yield {"days": some, "window": choices.window, "similar": choices.similar}

    def _pairs(self) -> Iterator[dict[str, Any]]:
        from compare.corpus.store import mapped, said_of
        from compare.corpus.verifying import PAIRS

        for name in ("capped_days", "capped_articles", "neighbours_left_out", "proposed"):
            self.counts[name] = 0
        for source in range(self._parts["propose"]):
            part = self._place.of("propose", source)
            for name, many in said_of(part).items():
                self.counts[name] += int(many)
            with mapped(part) as reader:
                rows = sum(reader.get_batch(at).num_rows for at in range(reader.num_record_batches))
            self.counts["proposed"] += rows
            for start in range(0, rows, PAIRS):
                yield {"source": source, "start": start, "firm": self.plan.choices.firm}

    def _stories(self) -> Iterator[dict[str, Any]]:
        from compare.corpus.comparing import chunks

        yield from ({"chunk": chunk, "choices": self.plan.choices} for chunk in chunks(self._place))


# Where a stage's one part is called otherwise than the stage; the last file that it writes.
_TARGETS = {"group": "stories"}


def _json(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "replace")
