"""Who does the tasks: this process, workers of this machine, or a cluster's; Dask hands out tasks, no data.

Of the engines that were tried, Dask is the one that is pure Python, has no server of its own to install, and
replaces a worker that dies; with Ray, as sure, two workers took 1,387 MB where Dask took 712.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from compare.corpus.tasks import Task, do
from compare.errors import RenderingError, UsageError
from compare.temporary import temporary_folder

# A task that was on so many workers when they died is given up; three, as Dask has it, may be by hand.
_DEATHS = 10
# Tasks that a worker has in sight, so that it does not wait for the next one.
_AHEAD = 4
# Seconds to find a scheduler, and for workers to end.
_FIND, _END = 20, 10
# How many parts of a stage are worth the start of workers, ten seconds of processor time for two. Those of
# other stages take milliseconds each.
_WORTH = {"read": 2, "count": 2, "verify": 4, "compare": 4}
_OTHERS = 100
_QUIET = ("distributed", "tornado", "asyncio", "bokeh")


class Engine:
    """Does tasks in any order; workers are started when there is enough to do."""

    def __init__(self, *, jobs: int, scheduler: str | None, shared: Path) -> None:
        self._jobs, self._scheduler, self._shared = jobs, scheduler, shared
        self._client: Any = None
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *raised: object) -> None:
        self._client = None
        self._stack.close()

    def done(self, tasks: Sequence[Task]) -> Generator[Task, None, None]:
        """Do the tasks and return each as it is done.

        Raises:
            SideBySideError: as a task does.
            RenderingError: if workers die of a task again and again, or cannot be started.
        """
        if self._scheduler is None and (self._jobs == 1 or not self._worth(tasks)):
            for task in tasks:
                do(task)
                yield task
            return
        if self._client is None:
            self._client = self._stack.enter_context(self._started())
        yield from self._handed_out(tasks)

    def _worth(self, tasks: Sequence[Task]) -> bool:
        fewest = 2 if self._client is not None else _WORTH.get(tasks[0].stage, _OTHERS) if tasks else 1
        return len(tasks) >= fewest

    def _handed_out(self, tasks: Sequence[Task]) -> Iterator[Task]:
        from distributed import KilledWorker, as_completed

        waiting = iter(tasks)
        known: dict[str, Task] = {}
        follow = as_completed(loop=self._client.loop)
        try:
            workers = len(self._client.scheduler_info(n_workers=-1)["workers"]) or 1
            for _ in range(_AHEAD * workers):
                self._give(waiting, known, follow)
            for future in follow:
                task = known.pop(future.key)
                try:
                    future.result()
                except KilledWorker as error:
                    raise RenderingError(
                        f"a worker ended {_DEATHS} times while it made the part {task.name}, as for want of "
                        "memory; use fewer --jobs and run the same command to go on"
                    ) from error
                yield task
                self._give(waiting, known, follow)
        finally:
            follow.clear()

    def _give(self, waiting: Iterator[Task], known: dict[str, Task], follow: Any) -> None:  # noqa: ANN401
        task = next(waiting, None)
        if task is not None:
            future = self._client.submit(do, task, key=f"{task.name}-{os.urandom(4).hex()}", pure=False)
            known[future.key] = task
            follow.add(future)

    @contextlib.contextmanager
    def _started(self) -> Iterator[Any]:
        _settle()
        if self._scheduler is not None:
            with _connected(self._scheduler, self._shared) as client:
                yield client
        else:
            with temporary_folder() as scratch, _local(self._jobs, scratch) as client:
                yield client


def _settle() -> None:
    """Set what Dask goes by, for good: its threads may still ask when a start was broken off by Ctrl-C."""
    import dask

    levels = dict.fromkeys(_QUIET, "critical")
    chosen = {
        "logging": levels,
        "distributed.scheduler.allowed-failures": _DEATHS,
        "distributed.worker.multiprocessing-method": "spawn",
        "distributed.worker.preload": ["compare.corpus.worker"],
        "distributed.worker.use-file-locking": False,
        # No pages about itself, on whatever port.
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
        # A core that has other work answers late: no worker is dead for that.
        "distributed.comm.timeouts.connect": "60s",
        "distributed.comm.timeouts.tcp": "120s",
        "distributed.scheduler.worker-ttl": "10 minutes",
    }
    dask.config.set(chosen)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)


@contextlib.contextmanager
def _local(jobs: int, scratch: Path) -> Iterator[Any]:
    """Give a client of workers on this machine; whoever else is on it cannot hand them work."""
    from distributed import Client

    cluster = _cluster(jobs, scratch)
    try:
        client = Client(cluster, set_as_default=False)
        try:
            yield client
        finally:
            _quietly(client.close, timeout=_END)
    finally:
        _quietly(cluster.close, timeout=_END)


def _cluster(jobs: int, scratch: Path) -> Any:  # noqa: ANN401
    from distributed import LocalCluster
    from distributed.security import Security

    try:
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            # Any port: the usual one may be another run's. Nothing is served on it, see `_settle`.
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            local_directory=str(scratch),
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            # An open port of this machine would let any other user of it run code as this one.
            security=Security.temporary(),
            protocol="tls://",
        )
    except (OSError, RuntimeError, TimeoutError) as error:
        raise RenderingError(
            f"cannot start {jobs} processes: {' '.join(str(error).split())[:200]}; use fewer --jobs, or "
            "--jobs 1"
        ) from error


def _quietly(close: Any, *, timeout: float) -> None:  # noqa: ANN401
    with contextlib.suppress(Exception):
        close(timeout=timeout)


@contextlib.contextmanager
def _connected(address: str, shared: Path) -> Iterator[Any]:
    """Give a client of a cluster's scheduler, whose workers have this version and see the folder."""
    from distributed import Client

    try:
        client = Client(address, set_as_default=False, timeout=_FIND)
    except (OSError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UsageError(
            f"no scheduler answers at {address}: {reason}; start dask scheduler first"
        ) from error
    try:
        _refuse_strangers(client, address, shared)
        yield client
    finally:
        _quietly(client.close, timeout=_END)


def _refuse_strangers(client: Any, address: str, shared: Path) -> None:  # noqa: ANN401
    from compare.corpus.plan import versions

    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise UsageError(f"the scheduler at {address} has no workers; start dask worker on your machines")
    try:
        answers = client.run(_known, str(shared))
    except Exception as error:
        raise UsageError(
            f"the workers of {address} cannot run this: {type(error).__name__}: {str(error)[:200]}; install "
            "sidebyside with its extra corpus on each"
        ) from error
    for worker, (there, found) in answers.items():
        if not there:
            raise UsageError(
                f"the worker {worker} does not see the folder {shared}; name one that all machines share"
            )
        if found != versions():
            raise UsageError(f"the worker {worker} has other versions of packages; install the same on each")


def _known(shared: str) -> tuple[bool, dict[str, str]]:
    from compare.corpus.plan import versions

    return Path(shared).is_dir(), versions()
