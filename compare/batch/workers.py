"""Processes that make reports: so many at once, renewed after some reports, ended with the batch.

Each has a pipe of its own, so that a death is the failure of one report. In pebble 5.2 (LGPL-3) all workers
write into one: one that is killed while it sends leaves that one's lock taken, and every later report waits;
and it tells time by the clock on the wall, which goes on while a machine sleeps. In loky 3.7 (BSD) a death is
the failure of all reports.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.util import get_temp_dir
from pathlib import Path
from typing import Any

from compare.batch.job import Failed, Job, Made, made
from compare.errors import RenderingError
from compare.temporary import mark, sweep

# A worker that collects its garbage after each report stays at the same size (139 MB after report 5 and after
# report 33), so this guards only against what libraries may keep. A new worker takes 0.03 s.
REPORTS_A_WORKER = 50
# Time is told in steps of so many seconds: of a night that the machine slept through, only one counts.
_GLANCE = 1.0
# Seconds before each try to start a process.
_PAUSES = (0.0, 0.1, 1.0)
# Seconds for a process to go after it was told to.
_PATIENCE = 3.0
# And until a process that was told to end is told again.
_AGAIN = 0.1


@dataclass(slots=True, kw_only=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    job: Job | None = None
    given: int = 0
    left: float = 0.0
    """Seconds until its answer is not waited for any longer."""

    def give(self, job: Job, *, seconds: float) -> None:
        self.job = job
        self.given += 1
        self.left = seconds
        # A worker that has died is found out about when its answer is waited for.
        with contextlib.suppress(OSError):
            self.pipe.send(job)

    def answer(self, *, seconds: float) -> Made | Failed:
        try:
            # Where the process ended first, what it sent may still lie in the pipe.
            if self.pipe.poll():
                answer: Made | Failed = self.pipe.recv()
                return answer
        except (EOFError, OSError):
            pass
        if self.left <= 0 and self.process.is_alive():
            reason = f"it took longer than {seconds:g} s; compare shorter articles, or raise --timeout"
            return Failed(reason=reason)
        self.process.join(_PATIENCE)
        return Failed(reason=_death(self.process.exitcode))

    def dismiss(self) -> None:
        """Let the process end by itself, as one without work does when its pipe is closed."""
        self.pipe.close()
        self.process.join(_PATIENCE)
        self.end()

    def end(self) -> None:
        """End the process; it writes temporary files only, and removes those when it is told to end."""
        self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()


def answers(
    jobs: Iterable[Job], *, processes: int, seconds: float
) -> Generator[tuple[Job, Made | Failed], None, None]:
    """Return each job with its report as it is done, in any order; closing the iterator ends all processes.

    A process that dies, for want of memory or by somebody's hand, or takes longer than `seconds`, is the
    failure of its job alone.
    """
    waiting = deque(jobs)
    if not waiting:
        return
    sweep(tempfile.gettempdir())
    context = _context(pages=waiting[0].order.format == "pdf")
    crew: list[_Worker] = []
    try:
        for _ in range(min(processes, len(waiting))):
            _hire(crew, context)
            crew[-1].give(waiting.popleft(), seconds=seconds)
        while crew:
            for worker in _ready(crew):
                job, answer = worker.job, worker.answer(seconds=seconds)
                spent = worker.given >= REPORTS_A_WORKER or worker.left <= 0
                if not waiting or spent or not worker.process.is_alive():
                    # Out of time, it still works and would hear of nothing else.
                    worker.end() if worker.left <= 0 else worker.dismiss()
                    crew.remove(worker)
                    if waiting:
                        _hire(crew, context)
                        worker = crew[-1]
                if waiting:
                    worker.give(waiting.popleft(), seconds=seconds)
                if job is not None:
                    yield job, answer
    finally:
        with _undisturbed():
            for worker in crew:
                worker.process.terminate()
            for worker in crew:
                worker.end()


def dismiss_server() -> None:
    """End the server that workers are forked from; left alone it would load the rest first and then go."""
    server: Any = getattr(forkserver, "_forkserver", None)
    pid = getattr(server, "_forkserver_pid", None)
    if pid is None or not hasattr(server, "_stop"):
        return
    with _undisturbed(), contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)
        server._stop()


def _ready(crew: list[_Worker]) -> list[_Worker]:
    """Return those that have answered, died or used up their time, as soon as there is one."""
    signs = [each for worker in crew for each in (worker.pipe, worker.process.sentinel)]
    while True:
        began = time.monotonic()
        ready = set(wait(signs, timeout=_GLANCE))
        passed = min(time.monotonic() - began, _GLANCE)
        for worker in crew:
            worker.left -= passed
        found = [
            worker
            for worker in crew
            if worker.pipe in ready or worker.process.sentinel in ready or worker.left <= 0
        ]
        if found:
            return found


def _context(*, pages: bool) -> BaseContext:
    """Return how processes are started.

    Never a plain fork: Pango and rapidfuzz may have threads by then. On Linux a server that has imported
    everything forks the workers, 0.03 s each: twelve reports by two workers that are started anew took a
    seventh more processor time. Elsewhere all are, since Apple's libraries may not be used after a fork and
    Windows has none.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # It lets Ctrl-C through again when it starts, which is not to happen just before the server starts.
    resource_tracker.ensure_running()
    press = ["compare.batch.warm_press"] if pages else []
    context.set_forkserver_preload([*press, "compare.batch.warm"])
    return context


def _hire(crew: list[_Worker], context: BaseContext) -> None:
    """Start a process; where somebody has ended the server, a later try finds that out and starts another.

    Raises:
        RenderingError: if none can be started.
    """
    failure: Exception | None = None
    for pause in _PAUSES:
        time.sleep(pause)
        with _undisturbed():
            ours, theirs = context.Pipe()
            # Not a daemon: readers of some formats start a process of their own, which daemons may not.
            process: BaseProcess = context.Process(target=_work, args=(theirs,))  # type: ignore[attr-defined]
            try:
                process.start()
            except (EOFError, OSError) as error:
                failure = error
                ours.close()
            else:
                crew.append(_Worker(process=process, pipe=ours))
                if sys.platform == "linux":
                    # The server's socket is in it: what a killed batch leaves is swept up by this mark.
                    mark(Path(get_temp_dir()))
                return
            finally:
                theirs.close()
    reason = getattr(failure, "strerror", None) or "the server of processes has ended"
    raise RenderingError(
        f"cannot start a process for a report: {reason}; add --resume and fewer --jobs"
    ) from failure


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C waiting; processes that are started meanwhile never hear it, only their parent does."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection) -> None:
    # Both reach all processes of a terminal; the parent ends this one when it has heard them.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    logging.getLogger("compare").addHandler(logging.NullHandler())
    # The figure of compare.cli; what a report leaves behind goes right after it.
    gc.set_threshold(200_000, 20, 50)
    signal.signal(signal.SIGTERM, _stop)
    sys.unraisablehook = _unheard
    try:
        _serve(pipe)
    except _Stopped:
        _repeat(never=True)
    else:
        return
    # A library's finaliser may remove a file when the report that was being made is forgotten.
    gc.collect()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.raise_signal(signal.SIGTERM)


def _serve(pipe: Connection) -> None:
    while True:
        try:
            job = pipe.recv()
            pipe.send(made(job))
        except (EOFError, OSError):
            return
        gc.collect()


class _Stopped(BaseException):
    """SIGTERM, as an exception: by default a process would leave its temporary files."""


def _stop(_number: int, _frame: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _repeat()
    raise _Stopped


def _repeat(*, never: bool = False) -> None:
    """Have it raised again soon, or not again: inside of a finaliser, such as WeasyPrint's, it is lost."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_IGN if never else _stop)
        signal.setitimer(signal.ITIMER_REAL, 0 if never else _AGAIN)


def _unheard(lost: sys.UnraisableHookArgs) -> None:
    """Print what a finaliser raised, as Python does, but not that the process was told to end."""
    if not issubclass(lost.exc_type, _Stopped):
        sys.__unraisablehook__(lost)


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            by = signal.Signals(-code).name
            want = ", as for want of memory" if by == "SIGKILL" else ""
            return f"its process was ended by {by}{want}; add --resume and fewer --jobs"
    return f"its process ended with {code}; add --resume and fewer --jobs"
