"""What a run touches beside its inputs: the files it was told to write, and folders for temporary files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="paths and libraries as Linux has them")
TEXTS = {
    "a.txt": "The old bridge fell on Monday. Nobody was hurt, the mayor said.\n",
    "b.txt": "The old bridge collapsed on Monday, and two were hurt. Police closed 14 roads.\n",
    "a.html": f"<html><body><article><p>{'The old bridge fell. ' * 40}</p></article></body></html>",
}
# Every call that changes a file, starts a program or opens a connection; of `open` those that may write.
WATCHED = """
import json, os, sys
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
           "shutil.rmtree", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork",
           "socket.connect", "socket.bind", "socket.getaddrinfo"}
seen = []
def watch(event, given):
    if event == "open" and isinstance(given[0], str) and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append([event, os.fspath(given[0])])
    elif event in CHANGES:
        seen.append([event, *(str(each) for each in given[:2])])
sys.addaudithook(watch)
sys.dont_write_bytecode = True
from compare.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, seen]))
"""
PART = ".sidebyside-N.part"
READER = "subprocess.Popen PYTHON ['PYTHON', '-P', '-m', 'compare.read.formats', <Kind.HTML: 'html'>, '']"


def touched(folder: Path, *arguments: str) -> list[str]:
    """Return what a run that succeeds touches, once each, the random parts of names left out."""
    # Of its own: where the tests run, the folder of temporary files may have any name.
    temporary = folder / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "HOME": str(folder / "home")}
    command = [sys.executable, "-c", WATCHED, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    code, seen = json.loads(done.stdout.splitlines()[-1])
    assert (code, done.stderr, list(temporary.iterdir())) == (0, "", [])
    lines = (" ".join(each).replace(f"{folder}/", "").replace(sys.executable, "PYTHON") for each in seen)
    # The number is that of the open folder.
    lines = (re.sub("^(os.remove [0-9a-f]{32}) [0-9]+$", r"\1 D", line) for line in lines)
    return sorted(
        {
            re.sub(r"(?<=/)(sidebyside-)?(?:[0-9]+-)?\w{8}\b", r"\1R", re.sub("[0-9a-f]{16}", "N", line))
            for line in lines
        }
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("compare", "a.txt", "b.txt", "-q", "-o", "r.json"),
            [f"open {PART}", f"os.rename {PART} r.json"],
        ),
        (
            ("check", "a.txt", "b.txt", "-q", "--write-baseline", "accepted"),
            [f"open {PART}", f"os.rename {PART} accepted"],
        ),
        (
            # A web page is read in a process of its own; fonts are kept in a folder of ours that is removed,
            # and Python tries first whether temporary files can be written.
            ("compare", "a.html", "b.txt", "-q", "-o", "r.pdf"),
            [
                f"open {PART}",
                "open /dev/null",
                "open tmp/R",
                "open tmp/sidebyside-R/NN",
                "os.mkdir tmp/sidebyside-R 448",
                "os.remove NN D",
                "os.remove tmp/R -1",
                f"os.rename {PART} r.pdf",
                "os.rmdir tmp/sidebyside-R -1",
                "shutil.rmtree tmp/sidebyside-R None",
                READER,
            ],
        ),
    ],
    ids=["json", "check", "pdf"],
)
def test_a_run_touches_what_was_named_and_nothing_else(
    arguments: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert touched(tmp_path.resolve(), *arguments) == expected
    assert {path.name for path in tmp_path.iterdir()} == {*TEXTS, arguments[-1], "tmp"}
