"""Files out: written whole or not at all, never over an input; and where the package's data lies."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from compare.errors import RenderingError, UnwritableReportError

PACKAGE = Path(__file__).resolve().parent


def write_whole(path: Path | str, data: bytes, *, protect: Iterable[Path | str] = ()) -> None:
    """Write the bytes so that `path` holds all of them or what it held before; its mode is kept.

    A symbolic link stays one: the file that it points to is written. Devices and pipes (`/dev/null`) cannot
    be replaced and are written straight. `protect` are files, by whatever name, that must not be written.

    Raises:
        UnwritableReportError: if the file cannot be written there; nothing is left behind.
    """
    write_together([(path, data)], protect=protect)


def write_together(files: Iterable[tuple[Path | str, bytes]], *, protect: Iterable[Path | str] = ()) -> None:
    """Write several files as `write_whole` writes one, all or none of them.

    All are on the disk under other names before the first one moves into place.

    Raises:
        UnwritableReportError: if one cannot be written; nothing is left behind.
    """
    kept = tuple(protect)
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            with _explained(path):
                target = Path(path).resolve()
                _refuse_inputs(target, kept, shown=_printable(path))
                mode = _present_mode(target, shown=_printable(path))
                if mode is not None and not stat.S_ISREG(mode):
                    target.write_bytes(data)
                else:
                    staged.append((_staged(target, data, mode=mode), target))
        for temporary, target in staged:
            with _explained(target):
                temporary.replace(target)
    except BaseException:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise


@contextlib.contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise UnwritableReportError(
            f"cannot write {_printable(path)}: {_reason(error, Path(path))}"
        ) from error


def data_folder(name: str) -> Path:
    """Return the folder of that name inside the installed package, or beside it in a checkout.

    Raises:
        RenderingError: if it is in neither place.
    """
    for place in (PACKAGE / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise RenderingError(f"the package's folder {name} is missing; install sidebyside again")


def _refuse_inputs(target: Path, protect: Iterable[Path | str], *, shown: str) -> None:
    for source in protect:
        with contextlib.suppress(OSError, ValueError):
            if target.samefile(source):
                raise UnwritableReportError(
                    f"cannot write {shown}: it is one of the articles; name another file"
                )


def _present_mode(target: Path, *, shown: str) -> int | None:
    """Return the mode of what stands there, None for nothing."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise UnwritableReportError(f"cannot write {shown}: it is a folder; name a file in it")
    if not os.access(target, os.W_OK):
        raise UnwritableReportError(f"cannot write {shown}: the file is read-only; name another file")
    return mode


def _staged(target: Path, data: bytes, *, mode: int | None) -> Path:
    """Write a temporary file beside the target, to disk, and return it."""
    temporary = target.with_name(f".sidebyside-{secrets.token_hex(8)}.part")
    # Opened with 0666, so that the user's umask decides as for any new file; tempfile would give 0600.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _printable(path: Path | str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in str(path))


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"there is no folder {_printable(path.parent)}; make it first"
    if isinstance(error, PermissionError):
        return "you may not write in this folder; name another one"
    reason = getattr(error, "strerror", None) or str(error)
    return f"{reason}; make room or name another place"
