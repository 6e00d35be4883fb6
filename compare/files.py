"""Files out: written whole or not at all, never over an input; and where the package's data lies."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from compare.errors import RenderingError, UnwritableReportError
from compare.signals import held_back

PACKAGE = Path(__file__).resolve().parent
# Our own keys have three. Python's reader takes quadratic time on them: `a.a.a...` of 40 kB took 9 s.
_MOST_PARTS = 32
_PART = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_ENDLESS_KEY = re.compile(rf"(?:{_PART}\.[ \t]*+){{{_MOST_PARTS}}}")


def write_whole(path: Path | str, data: bytes, *, protect: Iterable[Path | str] = ()) -> None:
    """Write the bytes so that `path` holds all of them or what it held before; its mode is kept.

    A symbolic link stays one: the file that it points to is written. Devices and pipes (`/dev/null`) cannot
    be replaced and are written straight. `protect` are files, by whatever name, that must not be written.

    Raises:
        UnwritableReportError: if the file cannot be written there; nothing is left behind.
    """
    write_together([(path, data)], protect=protect)


def write_together(
    files: Iterable[tuple[Path | str, bytes]], *, protect: Iterable[Path | str] = (), owner: str = ""
) -> None:
    """Write several files as `write_whole` writes one, all or none of them.

    All are on the disk under other names before the first one moves into place, and a signal to stop waits
    for the last one. `owner` goes into these names, so that `leftovers` can tell them from those of others
    who write there at the same moment.

    Raises:
        UnwritableReportError: if one cannot be written; nothing is left behind.
    """
    kept = tuple(protect)
    staged: list[tuple[Path, Path]] = []
    straight: list[tuple[Path, bytes, str]] = []
    try:
        with held_back():
            for path, data in files:
                with _explained(path):
                    shown = _printable(path)
                    # Looked up once: a link put there after the check would lead to an article.
                    target = Path(path).resolve()
                    _refuse_inputs(target, kept, shown=shown)
                    mode = _present_mode(Path(path), shown=shown)
                    if mode is not None and not stat.S_ISREG(mode):
                        # Under its own name: `/dev/fd/63` of `>(lpr)` leads to no path.
                        straight.append((Path(path), data, shown))
                        continue
                    # Known before it is there, so that nothing can come between the two.
                    staged.append((_beside(target, owner=owner), target))
                    _fill(staged[-1][0], data, mode=mode)
        for path, data, shown in straight:
            with _explained(path):
                _write_straight(path, data, shown=shown)
        with held_back():
            _move(staged, owner=owner)
    except BaseException:
        with held_back():
            _remove(temporary for temporary, _ in staged)
        raise


def _move(staged: Sequence[tuple[Path, Path]], *, owner: str) -> None:
    """Move files into place; where one cannot be, those before it become what they were."""
    spares = [(_beside(target, owner=owner), target) for _, target in staged[:-1]]
    moved: set[Path] = set()
    try:
        for spare, target in spares:
            with _explained(target):
                _keep(target, spare)
        for temporary, target in staged:
            with _explained(target):
                temporary.replace(target)
            moved.add(target)
    except BaseException:
        for spare, target in spares:
            if target in moved:
                with contextlib.suppress(OSError):
                    spare.replace(target) if spare.exists() else target.unlink()
        raise
    finally:
        _remove(spare for spare, _ in spares)


def _keep(target: Path, spare: Path) -> None:
    """Give what stands there a second name, or a copy of that name where the disk knows no second names."""
    try:
        spare.hardlink_to(target)
    except (OSError, NotImplementedError):
        with contextlib.suppress(FileNotFoundError):
            _fill(spare, target.read_bytes(), mode=target.stat().st_mode)


def _remove(temporaries: Iterable[Path]) -> None:
    for temporary in temporaries:
        with contextlib.suppress(OSError):
            temporary.unlink()


@contextlib.contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise UnwritableReportError(
            f"cannot write {_printable(path)}: {_reason(error, Path(path))}"
        ) from error


def leftovers(folder: Path, *, owner: str) -> Iterator[Path]:
    """Return what an `owner` that was killed left half-written in the folder."""
    yield from folder.glob(f".sidebyside-{owner}-*.part")


def read_named(path: Path, *, most_bytes: int) -> bytes:
    """Return all that a settings file, a list or a saved comparison holds.

    Raises:
        OSError: if it cannot be read, is no regular file (one such as /dev/zero never ends), or is longer
            than `most_bytes`; its `strerror` says why.
        ValueError: if the name holds a null character.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    with path.open("rb") as stream:
        return no_longer_than(most_bytes, stream.read(most_bytes + 1))


def no_longer_than(most_bytes: int, data: bytes) -> bytes:
    """Return the bytes if they are no more than that.

    Raises:
        OSError: if they are more.
    """
    if len(data) > most_bytes:
        raise OSError(errno.EFBIG, f"it is longer than {most_bytes:,} bytes")
    return data


def tables_of(text: str) -> dict[str, Any]:
    """Return what a TOML text says.

    >>> tables_of("paper = 'letter'")
    {'paper': 'letter'}

    Raises:
        ValueError: if it is no TOML; its text is the reason, for people.
    """
    import tomllib

    # A key is in one line, and the search takes 0.0005 s for each list of ours.
    dotted = (line for line in text.split("\n") if line.count(".") >= _MOST_PARTS)
    if any(map(_ENDLESS_KEY.search, dotted)):
        raise ValueError(f"it has a key of more than {_MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError as error:
        # 1,000 brackets are enough.
        raise ValueError("it has too many brackets inside each other") from error
    except ValueError as error:
        # Python reads no whole number of more than 4,300 digits, and says so in words for programmers.
        raise ValueError("it has a number that is too long") from error


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


def _write_straight(path: Path, data: bytes, *, shown: str) -> None:
    """Write to a device or a pipe; a pipe that nobody reads would keep us waiting for ever."""
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise UnwritableReportError(
                f"cannot write {shown}: nobody reads from this pipe; start its reader first"
            ) from error
        raise
    with os.fdopen(descriptor, "wb") as stream:
        os.set_blocking(descriptor, True)
        stream.write(data)


def _beside(target: Path, *, owner: str) -> Path:
    """Return a name for a temporary file beside the target."""
    mark = f"{owner}-" if owner else ""
    return target.with_name(f".sidebyside-{mark}{os.urandom(8).hex()}.part")


def _fill(temporary: Path, data: bytes, *, mode: int | None) -> None:
    """Write a temporary file, to disk."""
    # Opened with 0666, so that the user's umask decides as for any new file; tempfile would give 0600.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))


def _printable(path: Path | str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in str(path))


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"there is no folder {_printable(path.parent)}; make it first"
    if isinstance(error, PermissionError):
        return "you may not write in this folder; name another one"
    reason = getattr(error, "strerror", None) or str(error)
    return f"{reason}; make room or name another place"
