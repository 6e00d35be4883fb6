"""Kills a batch at each of its steps in turn, resumes it, and says where the files differ from a clean one.

    python killed_batch.py LIST.csv

A step is a call that changes a file: each may be the last before SIGKILL. Reports are made once, in this
process, so that a round takes milliseconds.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from compare.batch import run
from compare.batch.job import Job, Made, Order, made
from compare.batch.journal import NAME as JOURNAL
from compare.batch.rows import BatchRow, rows_of_list
from compare.render.layout import Layout

STEPS = {"open", "flush", "close", "replace", "unlink"}
answered: dict[int, Made] = {}


def answers(jobs: list[Job], **_: object) -> Iterator[tuple[Job, Made]]:
    """The later rows first, as processes may answer in any order."""
    for job in reversed(jobs):
        if job.number not in answered:
            answer = made(job)
            assert isinstance(answer, Made)
            answered[job.number] = answer
        yield job, answered[job.number]


def batch(rows: tuple[BatchRow, ...], out: Path, *, resume: bool) -> None:
    order = Order(format="text", layout=Layout(), outlets={}, encodings={})
    for _ in run.Batch(rows, order, out).run(processes=1, resume=resume, fail_fast=False):
        pass


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def killed(rows: tuple[BatchRow, ...], out: Path, *, before: int) -> bool:
    """Run a batch in a process that is killed before a step; return whether it got as far as that step."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = before

    def count(_frame: FrameType, event: str, what: object) -> None:
        nonlocal left
        if event == "c_call" and getattr(what, "__name__", "") in STEPS:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    batch(rows, out, resume=False)
    os._exit(0)


def main(listed: Path) -> None:
    run.answers = answers  # type: ignore[assignment]
    # A killed process loses nothing that it has handed to the system; only a machine's fall would.
    os.fsync = lambda _: None
    run.order_key = lambda _: "the same each time"
    rows = rows_of_list(listed.read_bytes(), shown="", base=listed.parent)
    clean, out = Path("clean"), Path("out")
    batch(rows, clean, resume=False)
    step, litter = 0, 0
    out.mkdir()
    while killed(rows, out, before=step):
        litter += any(name.endswith(".part") for name in contents(out))
        if step % 2 and (journal := out / JOURNAL).exists():
            # What is left of a line that was longer than one block of the disk.
            journal.write_bytes(journal.read_bytes()[:-9])
        batch(rows, out, resume=True)
        if contents(out) != contents(clean):
            print(f"other files after step {step}")  # noqa: T201
        shutil.rmtree(out)
        out.mkdir()
        step += 1
    assert contents(out) == contents(clean)
    print(f"{step} steps, litter after {litter}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
