"""Where a report goes and in which format: refused before any work where it cannot go there."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from compare.cli.outcome import silence_stdout
from compare.errors import UnwritableReportError, UsageError
from compare.render.documents import BINARY, SUFFIXES, rendition
from compare.render.layout import Edition, Layout

_FORMATS = {suffix: format for format, suffix in SUFFIXES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A file, or standard output where `path` is None."""

    path: Path | None
    format: str
    companions: tuple[Path, ...] = ()
    """Further files beside it: the key of a handout."""


def destination(
    output: str | None, *, format: str | None, inputs: Sequence[str], layout: Layout | None = None
) -> Destination:
    """Return where to write and in which format.

    Raises:
        UsageError: if the format is not said or not made in this edition, or a terminal would get what it
            cannot show.
        UnwritableReportError: if the folder is missing or closed to us, or the file is an input.
    """
    edition = layout.edition if layout else Edition.READER
    if output is None or output == "-":
        if rendition(format or "text", edition).companions:
            ending = SUFFIXES[format or "text"]
            raise UsageError(f"a handout and its key are two files; add -o handout{ending}")
        if format in BINARY and sys.stdout is not None and sys.stdout.isatty():
            raise UsageError(
                f"a {BINARY[format]} cannot be shown in a terminal; add -o report{SUFFIXES[format]}"
            )
        return Destination(path=None, format=format or "text")
    path = Path(output)
    chosen = format or _FORMATS.get(path.suffix.lower())
    if chosen is None:
        ending = f"the ending {path.suffix!r}" if path.suffix else "no ending"
        raise UsageError(
            f"{output} has {ending}, which names no format; end it in {', '.join(_FORMATS)}, or add --format"
        )
    more = rendition(chosen, edition).companions if path.name else ()
    companions = tuple(path.with_name(f"{path.stem}{each}{path.suffix}") for each in more)
    for file in (path, *companions):
        _refuse_unwritable(file, inputs=inputs)
        if file is not path and file.resolve() == path.resolve():
            raise UnwritableReportError(f"cannot write {file}: it leads to {path}; choose another name")
    return Destination(path=path, format=chosen, companions=companions)


def _refuse_unwritable(path: Path, *, inputs: Sequence[str]) -> None:
    try:
        with suppress(FileNotFoundError, NotADirectoryError):
            # Since Python 3.14 `is_dir` says no to a name that is too long or holds a null character.
            path.stat()
        if path.is_dir():
            raise UnwritableReportError(f"cannot write {path}: it is a folder; name a file in it")
        if not path.parent.is_dir():
            raise UnwritableReportError(
                f"cannot write {path}: there is no folder {path.parent}; make it first"
            )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableReportError(f"cannot write {path}: {reason}; choose another name") from error
    if path.is_file() and not os.access(path, os.W_OK):
        raise UnwritableReportError(f"cannot write {path}: the file is read-only; choose another name")
    # A pipe or device is written straight, whatever its folder allows: `-o >(lpr)`.
    if (path.is_file() or not path.exists()) and not os.access(path.parent, os.W_OK):
        raise UnwritableReportError(f"cannot write {path}: you may not write in its folder; choose another")
    for source in inputs:
        if _is_standard_input(path) if source == "-" else same_file(path, Path(source)):
            raise UnwritableReportError(f"cannot write {path}: it is one of the inputs; choose another name")


def _is_standard_input(path: Path) -> bool:
    """Return whether a file is the one behind `<`."""
    try:
        return path.is_file() and os.path.samestat(path.stat(), os.fstat(sys.stdin.fileno()))
    except (OSError, ValueError, AttributeError):
        return False


def same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, by whatever links; a missing file is no other."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def write_all(documents: Sequence[bytes], to: Destination, *, inputs: Sequence[str]) -> tuple[Path, ...]:
    """Write a report and what goes with it, all of them or none, and return the files.

    Raises:
        UnwritableReportError: as `write` does.
    """
    if to.path is None:
        write(documents[0], to, inputs=inputs)
        return ()
    from compare.files import write_together

    files = (to.path, *to.companions)
    pairs = zip(files, documents, strict=True)
    write_together(pairs, protect=[Path(source) for source in inputs if source != "-"])
    return files


def write(data: bytes, to: Destination, *, inputs: Sequence[str]) -> None:
    """Write a report to its file, whole or not at all, or to standard output.

    Raises:
        UnwritableReportError: if it cannot be written; without a text where the reader of standard output
            has gone, which nobody needs to be told.
    """
    if to.path is not None:
        from compare.files import write_whole

        write_whole(to.path, data, protect=[Path(source) for source in inputs if source != "-"])
        return
    if sys.stdout is None:
        raise UnwritableReportError("cannot write to standard output: it is closed; add -o FILE")
    try:
        if sys.stdout.isatty():
            shown = data.decode("utf-8").encode(sys.stdout.encoding, "replace")
            sys.stdout.write(shown.decode(sys.stdout.encoding))
        else:
            sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError as error:
        silence_stdout()
        raise UnwritableReportError from error
    except OSError as error:
        silence_stdout()
        raise UnwritableReportError(
            f"cannot write to standard output: {error.strerror}; add -o FILE"
        ) from error
