"""Lines for people, on stderr."""

from __future__ import annotations

import sys
import time
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


# --------------------------------------------------------------------------------------------------- progress
# How far a long run is, on one line of a terminal that it writes over; nothing where no terminal is.

_MINUTE = 60
# Fewer say little of how long the others take.
_ENOUGH = 3


class Progress:
    """A line such as `12 of 500 reports, about 4 min left`."""

    def __init__(self, total: int, *, quiet: bool, what: str = "reports") -> None:
        self._total = total
        self._what = what
        self._shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._began = time.monotonic()
        self._width = 0

    def show(self, done: int, *, made: int) -> None:
        """Show how many are done; `made` of them took time, the others were there before."""
        if self._shown:
            spent = time.monotonic() - self._began
            left = (self._total - done) * spent / made if made >= _ENOUGH else None
            self._write(f"{done} of {self._total} {self._what}{time_left(left)}")

    def clear(self) -> None:
        """Take the line away, so that another can be printed in its place."""
        if self._width:
            self._write("")

    def _write(self, line: str) -> None:
        print(f"\r{line:{self._width}}\r{line}", end="", file=sys.stderr, flush=True)  # noqa: T201
        self._width = len(line)


def time_left(seconds: float | None) -> str:
    """Return what to add about the time left.

    >>> time_left(None), time_left(0.2), time_left(40), time_left(400), time_left(9000)
    ('', ', about 1 s left', ', about 40 s left', ', about 7 min left', ', about 2 h 30 min left')
    """
    if seconds is None:
        return ""
    if seconds < 1.5 * _MINUTE:
        return f", about {max(1, round(seconds))} s left"
    minutes = round(seconds / _MINUTE)
    if minutes < 1.5 * _MINUTE:
        return f", about {minutes} min left"
    return f", about {minutes // _MINUTE} h {minutes % _MINUTE} min left"
