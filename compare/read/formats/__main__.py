"""The child: bytes on standard input, JSON on standard output, within limits that it sets itself."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import asdict
from typing import NoReturn

from compare.read.formats.extracted import SAVE_AS_TEXT, Extracted, Refusal
from compare.read.formats.kinds import CALLED, Kind

# As for plain text: 10,000 sentences are about 1.3 MB.
MOST_CHARACTERS = 4 * 1024 * 1024


def main() -> int:
    """Return 0 once the answer, a text or why there is none, is written."""
    kind = Kind(sys.argv[1])
    data = sys.stdin.buffer.read()
    fence()
    sys.stdout.buffer.write(json.dumps(answer(data, kind=kind, encoding=sys.argv[2] or None)).encode())
    return 0


def answer(data: bytes, *, kind: Kind, encoding: str | None) -> dict[str, str | None]:
    """Return the fields of what was read, or `why` not and a `tip`."""
    from compare.errors import SideBySideError

    try:
        found = asdict(read(data, kind=kind, encoding=encoding))
    except Refusal as refusal:
        return {"why": refusal.why, "tip": refusal.tip}
    except MemoryError:
        return {"why": f"it is {CALLED[kind]} that needs too much memory to read", "tip": SAVE_AS_TEXT}
    except SideBySideError as error:
        why, _, tip = str(error).removeprefix("cannot read : ").partition("; ")
        return {"why": why, "tip": tip}
    except Exception:
        return {}
    if len(found["text"]) > MOST_CHARACTERS:
        return {"why": f"it is {CALLED[kind]} with more than 4 MB of text", "tip": "give one article's text"}
    if not any(char.isalnum() for char in found["text"]):
        return {"why": f"it is {CALLED[kind]} without an article's text", "tip": SAVE_AS_TEXT}
    return found


# ------------------------------------------------------------------------------------------------ the readers
# The reader of each kind.


def read(data: bytes, *, kind: Kind, encoding: str | None = None) -> Extracted:
    """Return the article in the bytes; only the reader that is needed, and its library, is loaded.

    Raises:
        Refusal: if there is no article to be had from them.
    """
    if kind is Kind.HTML:
        from compare.read.formats.web_page import read_web_page

        return read_web_page(data, encoding=encoding)
    if kind is Kind.DOCX:
        from compare.read.formats.word import read_word

        return read_word(data)
    if kind is Kind.ODT:
        from compare.read.formats.open_document import read_open_document

        return read_open_document(data)
    if kind is Kind.PDF:
        from compare.read.formats.printed import read_pdf

        return read_pdf(data)
    if kind is Kind.EPUB:
        from compare.read.formats.book import read_book

        return read_book(data)
    from compare.read.formats.rich_text import read_rich_text

    return read_rich_text(data)


# ------------------------------------------------------------------------------------------------------ fence
# What the child may use up and what it may not do at all.

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


if __name__ == "__main__":
    sys.exit(main())
