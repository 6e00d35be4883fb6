"""What the child may use up and what it may not do at all."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn

# Loading trafilatura takes 60 MB, a web page of 5 MB full of tags 650 MB of addresses at the worst.
MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 25

# The names of audit events for what no reader has a reason to do: the network, programs, changes to files.
FORBIDDEN = frozenset(
    """socket.connect socket.bind socket.getaddrinfo socket.gethostbyname socket.sendto subprocess.Popen
    os.system os.exec os.posix_spawn os.spawn os.fork os.forkpty os.startfile os.remove os.rename os.mkdir
    os.rmdir os.truncate os.chmod os.chown os.symlink os.link shutil.rmtree webbrowser.open""".split()
)


def fence() -> None:
    """Lower this process's limits for good: memory, processor time, no files written, no network."""
    if sys.platform == "linux":
        _end_with_the_parent()
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's limit on time is what is left
        pass
    else:
        for what, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(what)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (allowed, allowed))
    sys.addaudithook(_refuse)


def _end_with_the_parent() -> None:
    """Have the kernel kill this process when the one that started it is gone, however that ended."""
    import ctypes

    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        _forbidden(event)


def _forbidden(event: str) -> NoReturn:
    raise PermissionError(f"a reader tried {event}")
