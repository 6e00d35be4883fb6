"""Folders of our own for temporary files: removed whatever happens, and swept up where a run was killed."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from compare.signals import held_back

# With the process that made it: what it left is told from what another one still uses.
_OURS = re.compile(r"sidebyside-([0-9]{1,9})(?:-[a-z0-9_]{8})?")
_SOCKETS = re.compile(r"pymp-[a-z0-9_]{8}")
# Seconds; numbers of processes are used again, and another container may have others.
_OLD = 24 * 60 * 60


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a new folder that is gone afterwards, whichever signal comes when.

    What a run that was killed left there more than a day ago is removed first, once in a process.
    """
    import tempfile

    made: list[str] = []
    try:
        with held_back():
            sweep(tempfile.gettempdir())
            made.append(tempfile.mkdtemp(prefix=f"sidebyside-{os.getpid()}-"))
        yield Path(made[0])
    finally:
        try:
            with held_back():
                _remove(made)
        except BaseException:
            # A signal came before it could be held back, or right after.
            _remove(made)
            raise


def mark(folder: Path) -> None:
    """Say whose a folder is that a library made for this process, so that `sweep` may take it."""
    with contextlib.suppress(OSError):
        (folder / f"sidebyside-{os.getpid()}").touch()


@lru_cache(maxsize=1)
def sweep(folder: str) -> None:
    """Remove what runs of ours that were killed left in a folder for temporary files more than a day ago.

    Only folders of this user with our mark, whose process is gone.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        _remove(entry.path for entry in entries if _left(entry))


def _left(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder that a killed run left."""
    try:
        known = _OURS.fullmatch(entry.name)
        if not (known or _SOCKETS.fullmatch(entry.name)) or not entry.is_dir(follow_symlinks=False):
            return False
        found = entry.stat(follow_symlinks=False)
        if found.st_uid != os.getuid() or time.time() - found.st_mtime < _OLD:
            return False
        owner = known or next(
            filter(None, (_OURS.fullmatch(each.name) for each in Path(entry.path).iterdir())), None
        )
        return owner is not None and not _runs(int(owner[1]))
    except OSError:
        return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


def _remove(folders: Iterable[str]) -> None:
    import shutil

    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
