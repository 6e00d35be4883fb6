"""Runs a reader in a process of its own, and turns however that ends into a text or one line."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import UnreadableArticleError
from compare.read.formats.extracted import SAVE_AS_TEXT, Extracted
from compare.read.formats.kinds import CALLED, Kind
from compare.read.letters.decoding import decode

if TYPE_CHECKING:
    import subprocess

# A web page of the 5 MB that are allowed takes 4 s on a slow machine, fifty pages of PDF under 1 s.
SECONDS = 30
PACKAGES = str(Path(__file__).parents[3])


def extract(data: bytes, *, kind: Kind, name: str, encoding: str | None = None) -> Extracted:
    """Return the article in the bytes, read in a child process that cannot outlive this call.

    Raises:
        UnreadableArticleError: if the reader finds no article, or reaches its limits.
        UsageError: if there is no such encoding.
    """
    import json
    import subprocess

    called = CALLED[kind]
    if encoding:
        decode(b"", name=name, encoding=encoding)
    try:
        answer = _answer(data, arguments=[kind, encoding or ""])
        said = json.loads(answer) if answer else {"why": f"it is damaged, or no real {_bare(called)}"}
        if "why" not in said:
            return Extracted(**said)
        why, tip = said["why"], said.get("tip", SAVE_AS_TEXT)
    except subprocess.TimeoutExpired:
        why, tip = f"it is {called} that takes longer than {SECONDS} s to read", SAVE_AS_TEXT
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or "its reader did not answer"
        why, tip = f"it is {called}, and {reason}", SAVE_AS_TEXT
    raise UnreadableArticleError(f"cannot read {name}: {why}; {tip}")


def _bare(called: str) -> str:
    return called.partition(" ")[2]


def _answer(data: bytes, *, arguments: list[str]) -> bytes:
    """Return what the child prints; nothing if it died."""
    import subprocess

    # -P: the folder that the user happens to be in is no place to import from.
    command = [sys.executable, "-P", "-m", "compare.read.formats", *arguments]
    paths = [PACKAGES, os.environ.get("PYTHONPATH", "")]
    process = subprocess.Popen(  # noqa: S603 - our own module; the file's bytes go to its standard input
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONWARNINGS": "ignore"},
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(data, timeout=SECONDS)
    except BaseException:
        # Ctrl-C reaches only us, for the child has a group of its own: it is ended here, with that group.
        _end(process)
        raise
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
