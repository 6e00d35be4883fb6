"""Lines for people, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Note


def say(kind: str, text: str) -> None:
    """Print `kind: text` on stderr as one line, whatever characters a file's name brought into it."""
    if sys.stderr is None:
        return
    line = one_line(f"{kind}: {text}")
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)  # noqa: T201


def warn(notes: Iterable[Note], *, quiet: bool) -> None:
    """Print notes as warning lines, now, and what is logged later as it comes; nothing where `quiet`."""
    _tell_logged(quiet=quiet)
    if not quiet:
        for note in notes:
            say("warning", note.text)


def _tell_logged(*, quiet: bool) -> None:
    """Print what the package's modules log as warning lines; nothing where `quiet`.

    Without a handler Python prints the bare message on stderr.
    """
    import logging

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say("warning", record.getMessage())

    log = logging.getLogger("compare")
    log.handlers[:] = [logging.NullHandler() if quiet else Lines(level=logging.WARNING)]
    log.propagate = False


def one_line(text: str) -> str:
    r"""Return the text with line ends as spaces and unprintable characters escaped.

    A terminal obeys escape sequences, also those in the name of a file.

    >>> one_line("no\nsuch \x1b[31mfile")
    'no such \\x1b[31mfile'
    """
    joined = " ".join(text.splitlines())
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in joined)
