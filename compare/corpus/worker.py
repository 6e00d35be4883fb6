"""What a worker of this machine does before its first task; it stands alone because Dask loads it by name."""

from __future__ import annotations

import gc
import logging
import signal

# The figure of compare.cli.
_OBJECTS = 200_000


def dask_setup(worker: object) -> None:  # noqa: ARG001
    """Leave Ctrl-C to the process that started this one, and say nothing: tasks tell what fails."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    gc.set_threshold(_OBJECTS, 20, 50)
    logging.getLogger("compare").addHandler(logging.NullHandler())
    for each in ("distributed", "tornado", "asyncio"):
        logging.getLogger(each).setLevel(logging.CRITICAL)
