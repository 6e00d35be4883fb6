"""How far a long run is, on one line of a terminal that it writes over; nothing where no terminal is."""

from __future__ import annotations

import sys
import time

_MINUTE = 60
# Fewer say little of how long the others take.
_ENOUGH = 3


class Progress:
    """A line such as `12 of 500 reports, about 4 min left`."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._began = time.monotonic()
        self._width = 0

    def show(self, done: int, *, made: int) -> None:
        """Show how many are done; `made` of them took time, the others were there before."""
        if self._shown:
            spent = time.monotonic() - self._began
            left = (self._total - done) * spent / made if made >= _ENOUGH else None
            self._write(f"{done} of {self._total} reports{time_left(left)}")

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
