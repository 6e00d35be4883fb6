"""Parts of a corpus: each is written aside and renamed when whole, so that what is there is finished."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

PART = ".part"


@contextlib.contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Give a name to write a file under; it is moved to its place when all is written, or removed.

    Two workers may make one part, where the first was given up too early: both write the same bytes.
    """
    part = _beside(target)
    try:
        yield part
        _to_disk(part)
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


@contextlib.contextmanager
def folder_aside(target: Path) -> Iterator[Path]:
    """Give a new folder to write files in, as `aside` gives a file."""
    part = _beside(target)
    try:
        part.mkdir()
        yield part
        for file in part.iterdir():
            _to_disk(file)
        # One that is there already holds the same.
        with contextlib.suppress(OSError):
            part.rename(target)
        if not target.is_dir():
            raise FileNotFoundError(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left half-written."""
    for part in folder.rglob(f".*{PART}"):
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                part.unlink()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}-{os.getpid()}-{os.urandom(4).hex()}{PART}")


def _to_disk(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())
