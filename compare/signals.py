"""Signals that ask a run to stop, and how they wait while files move into place."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator

# Windows has no SIGHUP.
STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Let no signal break off what is done within; the first that came is obeyed right after it.

    Masking them would not do: a thread of a library could take the signal, and Python's handler would still
    run here. Other threads than the main one are never broken off, and one that is ignored stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def remember(number: int, _frame: object) -> None:
        came.append(number)

    try:
        with contextlib.ExitStack() as before:
            for number in STOPPING:
                handler = signal.getsignal(number)
                # None is one that was not set from Python, and could not be set again from here.
                if handler not in (None, signal.SIG_IGN):
                    before.callback(signal.signal, number, handler)
                    signal.signal(number, remember)
            yield
    finally:
        for number in came[:1]:
            signal.raise_signal(number)
