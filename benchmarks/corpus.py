"""Measure corpora: how time and memory grow, whether rows are equal, what two workers gain, how stories hold.

    uv run python benchmarks/corpus.py [--sizes 1000,5000,20000] [--until compare|group|propose]
    uv run python benchmarks/corpus.py --equal 1000
    uv run python benchmarks/corpus.py --quality [../shared/bench/dev/articles_moralevents.jsonl]

The articles are made, not real: each event takes a sample pair of `sources/`, with names, figures and half
of the longer words drawn anew (the same for all who tell it), sentences left out, moved and taken from
elsewhere, figures changed, and one event in twenty has a copy that is cut at its end. Six events in ten are
told once, one in twenty by four. So figures of time say how it grows; how well stories are found is measured
on labelled articles.

The first form prints processor seconds of each stage, one process, the peak of memory, and the exponent that
joins a row to the one above (1 is linear). `--until propose` ends before passages are looked at, which takes
most of the time to stories. The second compares the files of one process, of two workers, and of two workers
of which one is killed with SIGKILL while passages are looked at and another while stories are compared, and
prints how much faster two workers are. The third takes articles with labelled events, a JSON object a line
with `event`, `date`, `url` and `text`, and prints how many pairs of one event are in one story, and what is
merged. POSIX only.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from typing import Any

import scale

ROOT = Path(__file__).resolve().parent.parent
LABELLED = ROOT / "../shared/bench/dev/articles_moralevents.jsonl"
STAGES = ("read", "count", "index", "frequencies", "weigh", "propose", "verify", "group", "compare", "write")
COLUMNS = (
    ("to pairs", STAGES[:6]),
    ("passages", ("verify",)),
    ("stories", ("group",)),
    ("comparing", STAGES[8:]),
)
_WORD = re.compile(r"\b[a-z]{6,}\b|(?<=[a-z,] )[A-Z][a-z]{3,}\b|\b\d+\b")
_SEED = 11
# Articles of a day, and how many of ten events are told by one, two, three and four.
_A_DAY = 30
_TOLD = (1,) * 12 + (2,) * 5 + (3,) * 2 + (4,)
_OUTLETS = [
    f"{name} {kind}" for name in "Marle Quill Sarn Velden Kirn".split() for kind in ("Post", "Courier")
]


# ------------------------------------------------------------------------------------------------ articles


def made(number: int) -> Iterator[dict[str, Any]]:
    """Yield that many articles as lines of a table have them, the same at every call."""
    from compare.read import read_article

    draw = random.Random(_SEED)  # noqa: S311 (the same articles each time)
    words = scale._vocabulary(draw)
    pairs = []
    for folder in sorted(each for each in (ROOT / "sources").iterdir() if each.is_dir()):
        told = []
        for file in sorted(folder.glob("*.md")):
            article, _ = read_article(file, label="A")
            told.append([" ".join(article.text[s.start : s.end].split()) for s in article.sentences])
        pairs.append(told)
    every = [sentence for told in pairs for sentences in told for sentence in sentences]
    first = datetime.date(2021, 1, 1)
    event = count = 0
    while count < number:
        day = first + datetime.timedelta(days=count // _A_DAY)
        for row in _event(draw, words, draw.choice(pairs), every, copied=draw.random() < 0.05):
            if count == number:
                return
            day_of_row = day + datetime.timedelta(days=draw.randrange(2))
            yield {"id": f"e{event}-{count}", "date": day_of_row.isoformat(), **row}
            count += 1
        event += 1


def _event(
    draw: random.Random,
    words: Sequence[str],
    pair: Sequence[Sequence[str]],
    every: Sequence[str],
    *,
    copied: bool,
) -> Iterator[dict[str, str]]:
    new: dict[str, str] = {}
    outlets = draw.sample(_OUTLETS, 6)
    many = draw.choice(_TOLD)
    for at in range(many):
        own = [_other(sentence, words, draw, {}) for sentence in draw.sample(every, 3)]
        told = [_other(sentence, words, draw, new) for sentence in pair[at % 2]]
        told = [sentence for sentence in told if draw.random() < 0.85] or told
        if at > 1:
            draw.shuffle(told)
        told = [_miscounted(sentence, draw) for sentence in told]
        text = _paragraphs([*told, *own])
        title = " ".join(told[0].split()[:9]).rstrip(".,;:")
        yield {"outlet": outlets[at], "title": title, "text": text}
    if copied:
        yield {
            "outlet": outlets[5],
            "title": title,
            "text": text[: len(text) * 4 // 5].rpartition(". ")[0] + ".",
        }


def _other(sentence: str, words: Sequence[str], draw: random.Random, new: dict[str, str]) -> str:
    """Return a sentence in which words are other ones, those of an event always the same."""

    def put(match: re.Match[str]) -> str:
        old = match[0]
        if old not in new:
            if old.isdigit():
                new[old] = str(draw.randrange(1, 10 ** len(old)))
            elif old[0].islower() and draw.random() < 0.5:
                new[old] = old
            else:
                word = words[int(len(words) ** draw.random()) - 1]
                new[old] = word.capitalize() if old[0].isupper() else word
        return new[old]

    return _WORD.sub(put, sentence)


def _miscounted(sentence: str, draw: random.Random) -> str:
    return re.sub(r"\b\d+\b", lambda m: m[0] if draw.random() < 0.9 else str(int(m[0]) + 1), sentence)


def _paragraphs(sentences: Sequence[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def written(number: int, folder: Path) -> Path:
    """Write a table of made articles and return its file."""
    file = folder / f"{number}.jsonl"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(row)}\n" for row in made(number))
    return file


# ----------------------------------------------------------------------------------------------- measuring


def child(table: str, out: str, jobs: int, until: str) -> None:
    """Make a corpus in this process and print what each stage took."""
    from compare.corpus.plan import Choices
    from compare.corpus.run import Corpus

    corpus = Corpus((table,), Choices(), Path(out))
    took: dict[str, list[float]] = {}
    stage, wall, spent = "", time.perf_counter(), _processor()
    for step in corpus.run(jobs=jobs, scheduler=None, anew=True):
        if step.stage != stage:
            took[stage] = [time.perf_counter() - wall, _processor() - spent]
            if stage == until:
                break
            stage, wall, spent = step.stage, time.perf_counter(), _processor()
    else:
        took[stage] = [time.perf_counter() - wall, _processor() - spent]
    print(json.dumps({"took": took, "counts": corpus.counts, "peak": _peak()}))


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(table: Path, out: Path, *, jobs: int, until: str = "write", kills: int = 0) -> dict[str, Any]:
    """Return what a run in a process of its own took; workers are killed at two of its stages if asked."""
    command = [sys.executable, __file__, "--child", str(table), str(out), str(jobs), until]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for stage in ("verify-*", "compare-*")[:kills]:
        while process.poll() is None and not any((out / ".sidebyside-corpus").glob(stage)):
            time.sleep(0.02)
        if process.poll() is None:
            victim = workers_of(process.pid)[0]
            os.kill(victim, signal.SIGKILL)
            print(f"killed the worker {victim} after the first part of {stage[:-2]}", flush=True)
    told, _ = process.communicate()
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(told)
    return found


def workers_of(driver: int) -> list[int]:
    """Return the processes that Dask started."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == driver and b"spawn_main" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found


def growth(sizes: Sequence[int], until: str, folder: Path) -> None:
    """Print processor seconds of the stages by size, with exponents."""
    heads = "".join(f"{name:>11}" for name, _ in COLUMNS)
    rest = f"{'all':>9}{'ms each':>9}{'exponent':>10}{'MB':>7}  pairs, stories, pairs in them"
    print(f"{'articles':>9}{heads}{rest}")
    before: tuple[int, float] | None = None
    for size in sizes:
        found = run(written(size, folder), folder / f"out{size}", jobs=1, until=until)
        took = found["took"]
        columns = [sum(took.get(stage, (0, 0))[1] for stage in stages) for _, stages in COLUMNS]
        all_of_it = sum(columns)
        exponent = log(all_of_it / before[1]) / log(size / before[0]) if before else None
        counts = found["counts"]
        shown = ", ".join(str(counts.get(name, "-")) for name in ("proposed", "stories_told", "pairs"))
        cells = "".join(f"{column:11.1f}" for column in columns)
        grown = f"{exponent:10.2f}" if exponent is not None else f"{'':10}"
        print(
            f"{size:9}{cells}{all_of_it:9.1f}{1000 * all_of_it / size:9.2f}{grown}"
            f"{found['peak']:7.0f}  {shown}",
            flush=True,
        )
        before = size, all_of_it


def equal(size: int, folder: Path) -> None:
    """Print whether three ways to run give the same bytes, and how much faster two workers compare."""
    table = written(size, folder)
    walls, digests = {}, {}
    for name, jobs, kills in (
        ("one process", 1, 0),
        ("two workers", 2, 0),
        ("two workers, two killed", 2, 2),
    ):
        out = folder / name.replace(" ", "-")
        began = time.perf_counter()
        found = run(table, out, jobs=jobs, kills=kills)
        walls[name] = {stage: took[0] for stage, took in found["took"].items()}
        digests[name] = {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(out.glob("*.*"))
        }
        spent = sum(took[1] for took in found["took"].values())
        same = digests[name] == digests["one process"]
        print(
            f"{name:24} {time.perf_counter() - began:7.1f} s, {spent:7.1f} s of processors that had ended, "
            f"{found['counts']['findings']} findings, files equal: {'yes' if same else 'NO'}",
            flush=True,
        )
    for stage in ("verify", "compare"):
        print(
            f"{stage}: two workers are {walls['one process'][stage] / walls['two workers'][stage]:.2f} "
            "times as fast"
        )


def quality(file: Path, folder: Path) -> None:
    """Print how many pairs of one labelled event are in one story, and how many stories hold two events."""
    import pyarrow.parquet as pq

    from compare.cli import main as command

    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    events: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        events[row["url"]].add(row["event"])
    out = folder / "out"
    assert command(["corpus", str(file), "-o", str(out), "--jobs", "1", "-q"]) == 0
    of = {row["id"]: row["story"] for row in pq.read_table(out / "stories.parquet").to_pylist()}
    labelled = [two for two in combinations(sorted(events), 2) if events[two[0]] & events[two[1]]]
    together = sum(of.get(one, 1) == of.get(other, 2) for one, other in labelled)
    members = defaultdict(list)
    for article, story in of.items():
        members[story].append(article)
    found = [two for articles in members.values() for two in combinations(articles, 2)]
    right = sum(bool(events[one] & events[other]) for one, other in found)
    merged = sum(
        not set.intersection(*(events[article] for article in articles)) for articles in members.values()
    )
    print(f"{len(events)} articles, {len(labelled)} pairs of one event: {together} in one story")
    print(
        f"{len(members)} stories, {len(found)} pairs in them: {right} of one event; {merged} stories hold two"
    )


def main() -> None:
    """Print what was asked for."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
        return
    parser = argparse.ArgumentParser(description="Measure corpora.")
    parser.add_argument("--sizes", default="1000,5000,20000", help="articles (default: 1000,5000,20000)")
    parser.add_argument(
        "--until", default="write", choices=("write", "compare", "group", "propose"), help="last stage"
    )
    parser.add_argument("--equal", type=int, metavar="N", help="run N articles in three ways")
    parser.add_argument(
        "--quality", nargs="?", const=LABELLED, type=Path, metavar="FILE", help="labelled articles"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if asked.quality:
            quality(asked.quality, Path(scratch))
        elif asked.equal:
            equal(asked.equal, Path(scratch))
        else:
            growth([int(size) for size in asked.sizes.split(",")], asked.until, Path(scratch))
    print(f"(load of the machine now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
