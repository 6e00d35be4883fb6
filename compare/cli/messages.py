"""Lines for people, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Note

# A wrong value of 5,000 characters would fill the screen; our longest line without names has 500.
_LONGEST = 2_000


def say(kind: str, text: str) -> None:
    """Print `kind: text` on stderr as one line, whatever characters a file's name brought into it."""
    tell(_short(one_line(f"{kind}: {text}")))


def tell(text: str) -> None:
    """Print a text on stderr; where that cannot be written the run goes on, and its exit code speaks."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)  # noqa: T201
        sys.stderr.flush()
    except OSError:
        # Python would end with 1, which `check` means as "found", or with 120 at its own flush.
        _silence()


def _silence() -> None:
    import os

    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device, not a path)
        os.dup2(nowhere.fileno(), sys.stderr.fileno())


def _short(line: str) -> str:
    """Return the line, its middle left out where a file brought more into it than a person reads."""
    if len(line) <= _LONGEST:
        return line
    return f"{line[: _LONGEST // 2]} ... {line[-_LONGEST // 2 :]}"


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
