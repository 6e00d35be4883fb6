"""A user's own list of wordings, named on the command line."""

from __future__ import annotations

from pathlib import Path

from compare.errors import UsageError
from compare.files import read_named

# Ours have 10 to 40 kB.
_MOST_BYTES = 1_000_000


def word_lists(file: Path | None) -> tuple[tuple[str, str], ...]:
    """Return the file's name and text, nothing where none is named.

    Raises:
        UsageError: if the file cannot be read as text.
    """
    if file is None:
        return ()
    # A name that is no UTF-8 could not be written into a report.
    name = file.name.encode("utf-8", "backslashreplace").decode()
    try:
        return ((name, read_named(file, most_bytes=_MOST_BYTES).decode("utf-8-sig")),)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise UsageError(f"cannot read the word list {file}: {reason}; check its name") from error
