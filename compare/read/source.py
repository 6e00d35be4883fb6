"""An article's bytes, from a path or standard input, or one line that says why not."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from compare.errors import UnreadableArticleError
from compare.read.formats.kinds import MOST_BYTES, most_bytes

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"

# 10,000 sentences are about 1.3 MB; four times that many bytes would be UTF-32. The longest of 739 real
# articles that we looked at has 61 kB, so more than this is a dump or a mistake.
MAX_BYTES = 4 * 1024 * 1024
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


def read_bytes(source: Path | str) -> bytes:
    """Return everything that the file, or standard input for `-`, holds.

    Raises:
        UnreadableArticleError: if there is no such file, it is no regular file, may not be read or is
            larger than `MAX_BYTES`, or than its format may be.
    """
    if str(source) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_FORMAT_BYTES + 1)
        return _small_enough(data, shown=STANDARD_INPUT_NAME)
    shown = printable(str(source))
    path = Path(source)
    try:
        _refuse_what_is_no_file(path.stat().st_mode, shown=shown)
        with path.open("rb") as stream:
            data = stream.read(MAX_FORMAT_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableArticleError(f"cannot read {shown}: there is no such file; check its name") from error
    except PermissionError as error:
        raise UnreadableArticleError(
            f"cannot read {shown}: you may not read it; ask its owner or change its permissions"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticleError(f"cannot read {shown}: {reason}; check the file and its name") from error
    return _small_enough(data, shown=shown)


def _refuse_what_is_no_file(mode: int, *, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableArticleError(f"cannot read {shown}: it is a folder; name one article's file in it")
    if not stat.S_ISREG(mode):
        raise UnreadableArticleError(
            f"cannot read {shown}: it is not a regular file; use - to read from standard input"
        )


def _small_enough(data: bytes, *, shown: str) -> bytes:
    most = most_bytes(data, text=MAX_BYTES)
    if len(data) > most:
        raise UnreadableArticleError(
            f"cannot read {shown}: it is larger than {most // 1024**2} MB; give one article's text"
        )
    return data
