"""An article's bytes, from a path or standard input, or one line that says why not."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from compare.errors import UnreadableArticleError
from compare.limits import MAX_BYTES
from compare.read.formats.kinds import MOST_BYTES, most_bytes

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"

MAX_FORMAT_BYTES = max(MOST_BYTES.values())


def printable(name: str) -> str:
    r"""Return a file's name fit for one line of output: control characters and lone surrogates escaped.

    >>> printable("a\nb.txt")
    'a\\nb.txt'
    """
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)


def source_name(source: Path | str) -> str:
    """Return the source's name without its folder."""
    return STANDARD_INPUT_NAME if str(source) == STANDARD_INPUT else printable(Path(source).name)


def read_bytes(source: Path | str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return everything that the file, or standard input for `-`, holds.

    Raises:
        UnreadableArticleError: if there is no such file, it is no regular file, may not be read or is
            larger than `max_bytes`, or than its format may be.
    """
    most = max(max_bytes, MAX_FORMAT_BYTES)
    if str(source) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(most + 1)
        return _small_enough(data, max_bytes, shown=STANDARD_INPUT_NAME)
    shown = printable(str(source))
    path = Path(source)
    try:
        _refuse_what_is_no_file(path.stat().st_mode, shown=shown)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableArticleError(f"cannot read {shown}: there is no such file; check its name") from error
    except PermissionError as error:
        raise UnreadableArticleError(
            f"cannot read {shown}: you may not read it; ask its owner or change its permissions"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticleError(f"cannot read {shown}: {reason}; check the file and its name") from error
    return _small_enough(data, max_bytes, shown=shown)


def _refuse_what_is_no_file(mode: int, *, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableArticleError(f"cannot read {shown}: it is a folder; name one article's file in it")
    if not stat.S_ISREG(mode):
        raise UnreadableArticleError(
            f"cannot read {shown}: it is not a regular file; use - to read from standard input"
        )


def _small_enough(data: bytes, max_bytes: int, *, shown: str) -> bytes:
    most = most_bytes(data, text=max_bytes)
    if len(data) > most and most != max_bytes:
        raise UnreadableArticleError(
            f"cannot read {shown}: it is larger than {most // 1024**2} MB; give one article's text"
        )
    if len(data) > most:
        raise UnreadableArticleError(
            f"cannot read {shown}: it is larger than {most:,} bytes; give one article's text, or raise "
            "--max-bytes"
        )
    return data
