"""The folder of a batch: made if missing, locked, and nothing written outside of it or over an input.

Its files have names that every file system takes, no two alike.
"""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from compare.errors import UnwritableReportError
from compare.files import leftovers, write_together
from compare.render.documents import KEY

# Names only a batch gives: a `compare` may be writing into the same folder at the same moment.
_OWNER = "batch"


def make_folder(folder: Path) -> None:
    """Make the folder, and those that it lies in, where they are missing.

    Raises:
        UnwritableReportError: if it cannot be made, is a file, or may not be written in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UnwritableReportError(f"cannot write into {folder}: it is no folder; name one") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableReportError(f"cannot make the folder {folder}: {reason}; name another one") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UnwritableReportError(f"cannot write into {folder}: you may not; name another folder")


@contextlib.contextmanager
def locked(folder: Path, *, owner: str = _OWNER) -> Iterator[None]:
    """Keep a second batch, or other `owner`, out of the folder; remove what a killed one left half-written.

    The lock goes with the process, however that ends. Windows has no such lock on a folder.

    Raises:
        UnwritableReportError: if another one writes there.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise UnwritableReportError(
            f"cannot write into {folder}: {error.strerror}; name another folder"
        ) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UnwritableReportError(
                f"cannot write into {folder}: another {owner} does; wait for it or name another folder"
            ) from error
        except OSError:
            # Some network file systems know no locks.
            pass
        else:
            for leftover in leftovers(folder, owner=owner):
                with contextlib.suppress(OSError):
                    leftover.unlink()
        yield
    finally:
        os.close(descriptor)


def put(files: Iterable[tuple[Path, bytes]], *, protect: Iterable[Path] = ()) -> None:
    """Write files of the batch, all or none of them, each whole.

    Raises:
        UnwritableReportError: if one cannot be written; nothing is left behind.
    """
    write_together(files, protect=protect, owner=_OWNER)


class Inputs:
    """The files that the batch reads, known by what they are and not by their names."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._known = {known for file in files if (known := _identity(file)) is not None}

    def refusal(self, target: Path) -> str:
        """Return why the file may not be written, empty where it may be."""
        if target.is_symlink():
            return f"cannot write {target}: it is a link, which may lead out of the folder; remove it"
        if _identity(target) in self._known:
            return f"cannot write {target}: it is one of the inputs; give another name or folder"
        return ""


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


# ------------------------------------------------------------------------------------------------------ names
# What the reports of a batch are called: names that every file system takes, no two alike.

# A name may have 255 bytes on most systems; endings, numbers and "-key" want room.
_MOST_BYTES = 180
_MOST_CHARACTERS = 100
# Windows keeps them for devices, whatever the ending; `summary` is ours.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"))
)
SUMMARY = "summary"
_KEPT = "-_.,()&+'"


def stems(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a file's name without an ending for each name that is wanted, in the same order.

    The later of two that a file system may take for one gets a number, whether they differ in capitals or
    in the way an accent is encoded. A name depends on those before it only.

    >>> stems(["Flood", "flood", "../../etc/passwd", "-rf", "con", "", "summary"])
    ('Flood', 'flood-2', 'etc-passwd', 'rf', 'con-', 'report', 'summary-2')
    """
    taken = {SUMMARY}
    numbers: dict[str, int] = {}
    found = []
    for name in wanted:
        plain = stem = _safe(name)
        alike = _seen(plain)
        while taken & _claims(stem):
            # Going on from the last number: a list of 10,000 rows of one name would take minutes else.
            numbers[alike] = numbers.get(alike, 1) + 1
            stem = f"{plain}-{numbers[alike]}"
        taken |= _claims(stem)
        found.append(stem)
    return tuple(found)


def _claims(stem: str) -> set[str]:
    """Return what a report of this name takes: itself and its key."""
    return {_seen(stem), _seen(stem + KEY)}


def _seen(name: str) -> str:
    """Return a name as a file system sees it that does not tell capitals or ways to write an accent apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def _safe(name: str) -> str:
    spelled = unicodedata.normalize("NFC", name)
    kept = "".join(char if char.isalnum() or char in _KEPT else _join(char) for char in spelled)
    plain = "-".join(piece for piece in kept.split("-") if piece.strip("."))[:_MOST_CHARACTERS]
    cut = plain.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip("-.,'+ ")
    if cut.partition(".")[0].lower() in _DEVICES:
        device, dot, rest = cut.partition(".")
        return f"{device}-{dot}{rest}"
    return cut or "report"


def _join(char: str) -> str:
    # Marks of scripts such as Devanagari are part of a word; anything else that is no letter parts words.
    return char if unicodedata.category(char) in ("Mn", "Mc") else "-"
