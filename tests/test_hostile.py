"""Hostile and unlucky runs of the command: one line, the documented exit code, nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and devices of POSIX")
COMMAND = f"{sys.executable} -m compare"
TEXTS = {
    "a.txt": "The old bridge fell on Monday. Nobody was hurt, the mayor said.\n",
    "b.txt": "The old bridge collapsed on Monday, and two were hurt. Police closed 14 roads.\n",
}
AB = "compare a.txt b.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(line: str) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    return done.returncode, done.stderr.decode()


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {*TEXTS, "pipe"}


RUNS = [
    (
        "compare pipe a.txt -o r.json",
        3,
        "cannot read pipe: it is not a regular file; use - to read from standard input",
    ),
    (
        "compare - a.txt -o r.json </dev/zero",
        3,
        "cannot read standard input: it is larger than 4,194,304 bytes; "
        "give one article's text, or raise --max-bytes",
    ),
    ("compare '' a.txt", 2, "the name of an article is empty; name a file"),
    ("render /dev/zero", 2, "cannot read the comparison /dev/zero: it is not a regular file; check its name"),
    ("render pipe", 2, "cannot read the comparison pipe: it is not a regular file; check its name"),
    (f"{AB} --words pipe", 2, "cannot read the word list pipe: it is not a regular file; check its name"),
    (f"{AB} --settings pipe", 2, "cannot use the settings file pipe: it is not a regular file"),
    (
        "check a.txt b.txt --baseline pipe",
        2,
        "cannot read the baseline pipe: it is not a regular file; make it again with --write-baseline",
    ),
    (
        f"{AB} --format json -o pipe",
        4,
        "cannot write pipe: nobody reads from this pipe; start its reader first",
    ),
    (
        f"{AB} -o {'a' * 300}.json",
        4,
        f"cannot write {'a' * 300}.json: File name too long; choose another name",
    ),
    (
        f"{AB} --title {'x' * 1_001}",
        2,
        f"invalid value for '--title': '{'x' * 20}'... has 1,001 characters, more "
        "than 1000; shorten it (see sidebyside compare --help)",
    ),
    (
        "compare - b.txt --format json -o a.txt <a.txt",
        4,
        "cannot write a.txt: it is one of the inputs; choose another name",
    ),
    ("--help >/dev/full", 4, "cannot go on: No space left on device; make room, also for temporary files"),
]


@pytest.mark.parametrize(("arguments", "code", "line"), RUNS, ids=[run[0][:40] for run in RUNS])
def test_a_hostile_run_ends_in_one_line(arguments: str, code: int, line: str, folder: Path) -> None:
    assert shell(f"{COMMAND} {arguments}") == (code, f"error: {line}\n")
    assert files(folder) == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the size limit of Linux's shells")
@pytest.mark.parametrize("report", ["r.json", "r.html", "r.pdf"])
def test_a_full_disk_leaves_the_old_report(report: str, folder: Path) -> None:
    (folder / report).write_bytes(b"old")
    code, line = shell(f"ulimit -f 1; {COMMAND} {AB} -o {report}")
    assert code == 4
    assert line.startswith("error: cannot ")
    assert line.count("\n") == 1
    assert (folder / report).read_bytes() == b"old"
    assert files(folder) == {report}


def test_a_key_that_is_a_link_to_its_handout_is_refused(folder: Path) -> None:
    (folder / "h-key.pdf").symlink_to("h.pdf")
    line = "error: cannot write h-key.pdf: it leads to h.pdf; choose another name\n"
    assert shell(f"{COMMAND} {AB} -o h.pdf --for classroom") == (4, line)
    assert files(folder) == {"h-key.pdf"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of any bytes")
def test_a_name_that_is_no_text_is_checked_and_reported(folder: Path) -> None:
    (folder / "a.txt").rename(os.fsdecode(bytes(folder) + b"/\xff.txt"))
    assert shell(f"{COMMAND} check -q $'\\xff.txt' b.txt --format json") == (0, "")
    (folder / os.fsdecode(b"\xff.txt")).unlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "code"), [("compare a.txt none.txt --debug", 3), ("check a.txt b.txt", 0)]
)
def test_a_stderr_that_is_full_does_not_change_the_exit_code(arguments: str, code: int) -> None:
    assert shell(f"{COMMAND} {arguments} 2>/dev/full") == (code, "")


def test_a_pipe_of_the_shell_is_written(folder: Path) -> None:
    assert shell(f"{COMMAND} {AB} --format json -o >(cat > copy.json)")[0] == 0
    for _ in range(100):
        if (folder / "copy.json").exists() and (folder / "copy.json").read_bytes().endswith(b"}\n"):
            return
        time.sleep(0.05)
    pytest.fail("nothing came through the pipe")


STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)] if os.name == "posix" else []


@pytest.mark.parametrize(("number", "code"), STOPS)
@pytest.mark.parametrize("after", [0.5, 1.0])
def test_a_signal_leaves_no_litter(number: int, code: int, after: float, folder: Path) -> None:
    long = " ".join(f"The old bridge number {n} fell on Monday." for n in range(3_000))
    (folder / "a.txt").write_text(long, encoding="utf-8")
    child = subprocess.Popen([*COMMAND.split(), *AB.split(), "-o", "r.json"], stderr=subprocess.PIPE)
    time.sleep(after)
    child.send_signal(number)
    _, err = child.communicate(timeout=60)
    # A signal that comes before Python is up ends it as the system does.
    assert (child.returncode, err.strip()) in ((code, b""), (-number, b""))
    assert files(folder) == set()


# A run that sends itself a signal the moment something happens: what Python's audit hooks tell, or its end.
SIGNALLED = """
import atexit, os, signal, sys, time
event, about, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
sent = []
def send(*given):
    if not sent:
        sent.append(given)
        os.kill(os.getpid(), number)
def watch(what, given):
    if what == event and about in str(given[0]):
        send()
sys.addaudithook(watch)
if event == "lost":
    from compare.cli.verbs import compare as verb
    class Last:
        def __del__(self):
            send()
            for _ in range(1000):
                pass
    warn = verb.warn
    def warned(*given, **named):
        Last()
        # It is raised again within a hundredth of a second, or never.
        time.sleep(5)
        warn(*given, **named)
    verb.warn = warned
if event == "end":
    atexit.register(send)
if event == "import":
    import importlib.abc
    class Finder(importlib.abc.MetaPathFinder):
        def find_spec(self, name, *given):
            if name == about:
                send()
    sys.meta_path.insert(0, Finder())
del sys.argv[1:4]
from compare.cli import command
command()
"""
MOMENTS = [
    ("import", "click", "pdf", ""),
    ("lost", "", "json", ""),
    ("os.mkdir", "sidebyside-", "pdf", ""),
    ("open", "/sidebyside-", "pdf", ""),
    ("shutil.rmtree", "sidebyside-", "pdf", ""),
    # Signals wait until the report is in place; then this one is obeyed.
    ("os.rename", ".part", "json", "r.json"),
    ("end", "", "pdf", "r.pdf"),
]


@pytest.mark.parametrize(("event", "about", "ending", "there"), MOMENTS)
def test_a_signal_at_any_moment_ends_in_its_code(
    event: str, about: str, ending: str, there: str, folder: Path
) -> None:
    number, code = STOPS[sum(map(ord, event)) % len(STOPS)]
    (folder / "tmp").mkdir()
    report = f"r.{ending}"
    done = subprocess.run(
        [sys.executable, "-c", SIGNALLED, event, about, str(int(number)), *AB.split(), "-q", "-o", report],
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    # At the end there is nothing left to be broken off: the report is there, and so says the code.
    assert (done.returncode, done.stderr.strip()) == (0 if event == "end" else code, b"")
    assert files(folder) == {"tmp", there} - {""}
    assert list((folder / "tmp").iterdir()) == []


def test_a_terminal_that_is_closed_does_not_stop_what_nohup_started(folder: Path) -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGHUP)"
    run = (
        "import sys; from compare.cli import main; from compare.signals import termination; "
        f"w = termination(); w.__enter__(); {kill}"
    )
    line = f"{sys.executable} -c '{run}; sys.exit(main())' {AB} -q -o r.json"
    assert shell(f"trap '' HUP; {line}") == (0, "")
    assert files(folder) == {"r.json"}
