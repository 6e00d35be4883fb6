"""Corpora made by processes that are killed: the same files as by one that was left alone."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_corpus import articles, write_lines

from compare.cli import main
from compare.corpus.run import WORK

NEEDED = "needs the extra: uv sync --extra corpus"
duckdb = pytest.importorskip("duckdb", reason=NEEDED)
pytest.importorskip("distributed", reason=NEEDED)
pytest.importorskip("pyarrow", reason=NEEDED)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "compare", "corpus"]
# A loaded machine is no fault of the code.
PATIENCE = 240


def until(said: Callable[[], bool], *, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not said():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.02)


def workers_of(driver: int) -> list[int]:
    """The processes that Dask started, not those that watch over semaphores."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            started = b"spawn_main" in (process / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == driver and started:
            found.append(int(process.name))
    return found


def alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("made") / "articles.jsonl", articles(300))


@pytest.fixture(scope="module")
def undisturbed(table: Path) -> Path:
    """What one process makes that nobody kills."""
    out = table.parent / "undisturbed"
    assert main(["corpus", str(table), "-o", str(out), "--jobs", "1", "-q"]) == 0
    return out


@pytest.fixture
def started(table: Path, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start a run with two workers; whatever becomes of the test, it is ended."""
    running: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        command = [*COMMAND, str(table), "-o", str(tmp_path / "out"), "--jobs", "2"]
        # What a killed run leaves there goes with the test's own folder.
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        process = subprocess.Popen(
            command,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "TMPDIR": str(scratch)},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@LINUX
def test_a_worker_and_then_the_driver_are_killed_and_the_files_are_the_same(
    undisturbed: Path, tmp_path: Path, started: Callable[[], subprocess.Popen[str]]
) -> None:
    out = tmp_path / "out"
    work = out / WORK
    first = started()
    until(lambda: any(work.glob("verify-*")) or first.poll() is not None, what="the first looked-at pairs")
    victims = workers_of(first.pid)
    assert len(victims) == 2
    os.kill(victims[0], signal.SIGKILL)
    # Its place is taken by another, and the stage comes to its end.
    until(lambda: (work / "stories").exists() or first.poll() is not None, what="the stories")
    until(lambda: any(work.glob("compare-*")) or first.poll() is not None, what="the first compared story")
    left = workers_of(first.pid)
    assert len(left) == 2, "one was started for the one that was killed"
    assert victims[0] not in left
    first.kill()
    first.wait()
    until(lambda: not any(map(alive, left)), what="the end of workers without a driver")
    kept = {file.name: file.stat().st_mtime_ns for file in work.iterdir() if not file.name.startswith(".")}
    assert kept
    assert not (out / "manifest.json").exists()

    second = started()
    until(lambda: (out / "manifest.json").exists() or second.poll() is not None, what="the manifest")
    _, said = second.communicate(timeout=PATIENCE)
    assert second.returncode == 0, said
    assert "wrote: 300 articles" in said
    assert said.count("\n") == 1, "nothing but one line: no library speaks"
    assert contents(out) == contents(undisturbed)


@LINUX
def test_ctrl_c_ends_workers_quietly_and_the_same_command_goes_on(
    undisturbed: Path, tmp_path: Path, started: Callable[[], subprocess.Popen[str]]
) -> None:
    work = tmp_path / "out" / WORK
    first = started()
    until(lambda: any(work.glob("compare-*")) or first.poll() is not None, what="the first compared story")
    left = workers_of(first.pid)
    # As a terminal does, to all processes at once.
    os.killpg(first.pid, signal.SIGINT)
    _, said = first.communicate(timeout=PATIENCE)
    assert first.returncode == 130
    assert said.startswith("stopped: ")
    assert "parts of comparing are in" in said
    # click ends the line on which a terminal shows ^C.
    assert "\n" not in said.rstrip("\n")
    until(lambda: not any(map(alive, left)), what="the end of the workers")
    assert list(work.glob(".*.part")) == []
    out = tmp_path / "out"
    assert (
        main(["corpus", str(undisturbed.parent / "articles.jsonl"), "-o", str(out), "--jobs", "1", "-q"]) == 0
    )
    assert contents(out) == contents(undisturbed)


def test_duckdb_reads_all_that_is_written(undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(undisturbed)

    def asked(query: str) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = duckdb.sql(query).fetchall()
        return found

    manifest = json.loads((undisturbed / "manifest.json").read_bytes())
    for name in ("articles", "stories", "pairs", "facts", "findings", "errors"):
        assert asked(f"from '{name}.parquet' select count(*)") == [(manifest["counts"][name],)]
    # Every quotation is the text's.
    other = """
        select count(*) from 'findings.parquet' f, unnest(f.spans) u(span)
        join 'articles.parquet' a on a.id = span.article
        where substr(a.text, span.start + 1, span."end" - span.start) <> span.quote
    """
    assert asked(other) == [(0,)]
    sides = """
        select count(*) from 'findings.parquet' f join 'articles.parquet' a on a.id = f.b
        where substr(a.text, f.start_b + 1, f.end_b - f.start_b) <> f.quote_b or f.outlet_b <> a.outlet
    """
    assert asked(sides) == [(0,)]
    # Versions of one made event are one story.
    together = """
        select count(distinct story) = 1, count(*) from 'stories.parquet' group by split_part(id, '-', 1)
    """
    assert sum(one for one, many in asked(together) if many > 1) > 40


QUERIES = re.findall(
    r"```sql\n(.+?)```", (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.mark.parametrize("query", QUERIES, ids=range(1, len(QUERIES) + 1))
def test_the_queries_of_the_page_run_and_find_something(
    query: str, undisturbed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(undisturbed)
    found = duckdb.sql(query).fetchall()
    # Nobody cuts a quotation short in these articles or copies, and no figures conflict.
    assert bool(found) == ("not exists" in query or "source-label" in query)


def test_there_are_queries() -> None:
    assert len(QUERIES) == 5
