"""Measure batches: time a report against a single run, one core against two, and memory over many reports.

    uv run python benchmarks/batch.py [--pairs 12] [--format pdf]
    uv run python benchmarks/batch.py --soak 500 [--format text] [--never-renewed]

The first prints wall and processor time a report of single runs and of batches with one and with two
processes. The second makes many reports and prints, for each stretch of them, the most memory that a worker
had and the processor time a report. Pairs are the sample articles with some words and figures changed.
Linux only: it adopts the server that the workers are forked from, to be told its processor time.
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from compare.batch import workers
from compare.batch.job import Order
from compare.batch.outcome import Status
from compare.batch.rows import rows_of_list
from compare.batch.run import Batch
from compare.render.layout import Layout

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "compare"]
_SUBREAPER = 36
STRETCHES = (5, 50, 250, 500)
SYLLABLES = "ka lo mi ren sta vor del tun shi bra".split()


def pairs(number: int, folder: Path) -> list[tuple[str, str]]:
    """Write that many pairs into the folder and return their names."""
    chance = random.Random(5)  # noqa: S311 (the same pairs each time)
    samples = [sorted(each.iterdir())[:2] for each in sorted((ROOT / "sources").iterdir()) if each.is_dir()]
    found = []
    for n in range(number):
        files = []
        name = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        for letter, file in zip("ab", samples[n % len(samples)], strict=True):
            words = file.read_text(encoding="utf-8").split(" ")
            for at in chance.sample(range(len(words)), 12):
                # A new name and a new word, so that whatever is kept by word grows as it would in life.
                if words[at].isalpha():
                    words[at] = name if words[at][0].isupper() else "".join(chance.choices(SYLLABLES, k=3))
            target = folder / f"{n}{letter}.md"
            target.write_text(" ".join(words), encoding="utf-8")
            files.append(target.name)
        found.append((files[0], files[1]))
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("a", "b"), *found])
    return found


def seconds(command: Sequence[str]) -> tuple[float, float]:
    """Return the wall time of a command, and the processor time of all processes that it started."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    processor, wall = 0.0, 0.0
    while True:
        try:
            pid, status, used = os.wait4(-1, 0)
        except ChildProcessError:
            return wall, processor
        processor += used.ru_utime + used.ru_stime
        if pid == child.pid:
            wall = time.perf_counter() - began
            child.returncode = os.waitstatus_to_exitcode(status)
            assert child.returncode == 0


def compared(number: int, format: str, folder: Path) -> None:
    """Print single runs and batches beside each other."""
    made = pairs(number, folder)
    out = ["-q", "--format", format, "-o", str(folder / "single.out")]
    singles = [
        seconds([*COMMAND, "compare", *(str(folder / file) for file in pair), *out]) for pair in made[:4]
    ]
    wall, processor = (sum(column) / len(singles) for column in zip(*singles, strict=True))
    heads = f"{'wall':>7} {'processor':>10} {'wall / single':>14} {'processor / single':>19}"
    print(f"{'a report, seconds':28} {heads}")
    print(f"{'single run':28} {wall:7.2f} {processor:10.2f} {1:14.2f} {1:19.2f}")
    walls = {}
    for jobs in (1, 2):
        out = ["-o", str(folder / f"out{jobs}"), "--jobs", str(jobs), "--format", format]
        all_wall, all_processor = seconds([*COMMAND, "batch", str(folder / "list.csv"), *out, "-q"])
        walls[jobs] = all_wall
        a_wall, a_processor = all_wall / number, all_processor / number
        row = f"{a_wall:7.2f} {a_processor:10.2f} {a_wall / wall:14.2f} {a_processor / processor:19.2f}"
        print(f"{f'batch of {number}, {jobs} at once':28} {row}")
    print(f"two at once are {walls[1] / walls[2]:.2f} times as fast as one")
    print(f"(load of the machine now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


def soak(number: int, format: str, folder: Path) -> None:
    """Print memory and time by stretches of one long batch."""
    pairs(number, folder)
    rows = rows_of_list((folder / "list.csv").read_bytes(), shown="list.csv", base=folder)
    order = Order(format=format, layout=Layout(), outlets={}, encodings={})
    batch = Batch(rows, order, folder / "out")
    most, before, since = 0.0, 0.0, 0
    print(f"{'reports':>12} {'most memory of a worker':>24} {'processor, a report':>20}")
    for done, _ in enumerate(batch.run(processes=2, resume=False, fail_fast=False), 1):
        living = [child.pid for child in multiprocessing.active_children() if child.pid]
        most = max([most, *(resident(pid) for pid in living)])
        if done in STRETCHES or done == number:
            used = processor_of_workers()
            print(
                f"{since + 1:5} to {done:3} {most:21.0f} MB {(used - before) / (done - since):18.3f} s",
                flush=True,
            )
            most, before, since = 0.0, used, done
    assert all(outcome.status is Status.WRITTEN for outcome in batch.outcomes.values())


def resident(pid: int) -> float:
    """Return the megabytes that a process has in memory, shared ones included."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def processor_of_workers() -> float:
    """Return the processor seconds of the server, of its workers that have ended and of those that live."""
    server = multiprocessing.forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    living = [child.pid for child in multiprocessing.active_children() if child.pid]
    return _ticks(server, 11, 15) + sum(_ticks(pid, 11, 13) for pid in living)


def _ticks(pid: int, first: int, end: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    # User and system time, then those of children that have ended.
    return sum(map(int, fields[first:end])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description="Measure batches.")
    parser.add_argument("--pairs", type=int, default=12, help="reports of a batch (default: 12)")
    parser.add_argument("--soak", type=int, default=0, metavar="N", help="make N reports and print memory")
    parser.add_argument("--never-renewed", action="store_true", help="let workers live on through a soak")
    parser.add_argument("--format", default="pdf", help="what to write (default: pdf)")
    asked = parser.parse_args()
    if asked.never_renewed:
        workers.REPORTS_A_WORKER = sys.maxsize
    with tempfile.TemporaryDirectory() as scratch:
        if asked.soak:
            soak(asked.soak, asked.format, Path(scratch))
        else:
            compared(asked.pairs, asked.format, Path(scratch))


if __name__ == "__main__":
    main()
