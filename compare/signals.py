"""Signals that ask a run to stop: what they become, and how they wait while files move into place."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator

# Windows has no SIGHUP.
STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
# Seconds until what was lost is raised again.
_AGAIN = 0.01


class Terminated(BaseException):
    """SIGTERM or SIGHUP, as an exception: what is half-done is taken back on the way out, as after Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def answer_to_the_end() -> None:
    """Turn signals into exceptions from now on, until `ignore_from_now` or the end of the process.

    Only those that the program left alone: `nohup` has SIGHUP ignored. An exception that comes while Python
    runs a finaliser of a library is lost, and printed; it is raised again a moment later instead.
    """
    _answer()
    before = sys.unraisablehook

    def lost(what: sys.UnraisableHookArgs) -> None:
        if issubclass(what.exc_type, (Terminated, KeyboardInterrupt)) and hasattr(signal, "setitimer"):
            again = what.exc_value or KeyboardInterrupt()

            def raised(_number: int, _frame: object) -> None:
                raise again

            signal.signal(signal.SIGALRM, raised)
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        else:
            before(what)

    sys.unraisablehook = lost


def ignore_from_now() -> None:
    """Let the process come to its end undisturbed: nothing is left to be broken off, and its code is known.

    Python puts its own handlers back when it shuts down, and a signal would end it as the system does; one
    that is ignored stays so.
    """
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def termination() -> Iterator[None]:
    """Turn SIGTERM, and the SIGHUP of a terminal that is closed, into `Terminated` for a while.

    Only in the main thread, and only those that the program left alone.
    """
    ours = _answer() if threading.current_thread() is threading.main_thread() else []
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _answer() -> list[signal.Signals]:
    ours = [number for number in STOPPING if signal.getsignal(number) is signal.SIG_DFL]

    def stop(got: int, _frame: object) -> None:
        for number in ours:
            signal.signal(number, signal.SIG_IGN)
        raise Terminated(got)

    for number in ours:
        signal.signal(number, stop)
    return ours


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
