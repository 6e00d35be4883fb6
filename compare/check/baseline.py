"""Accepted findings: a file of ids, one a line, that a check leaves out from then on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from compare.check.lines import quotations
from compare.check.remark import Remark
from compare.errors import UsageError
from compare.files import read_named
from compare.model import Article

_HEAD = """\
# Findings that an editor has accepted, one a line: an id, and for people what it stood for.
# sidebyside check --baseline leaves them out. Lines and what follows an id may be changed or removed.
"""
_ID = re.compile(r"[0-9a-f]{8,64}(?:-[0-9]{1,9})?")
# 100,000 accepted findings; more is another file.
_MOST_BYTES = 20_000_000
_AGAIN = "make it again with --write-baseline"


def read_baseline(path: Path) -> frozenset[str]:
    """Return the ids in a baseline file.

    Raises:
        UsageError: if it cannot be read, is no UTF-8 text, or a line does not start with an id.
    """
    try:
        data = read_named(path, most_bytes=_MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read the baseline {path}: {reason}; {_AGAIN}") from error
    return ids(data, name=str(path))


def ids(data: bytes, *, name: str) -> frozenset[str]:
    r"""Return the ids in a baseline's bytes; `name` is for messages.

    Raises:
        UsageError: if it is no UTF-8 text, or a line does not start with an id.

    >>> sorted(ids(b"# why\n3f2a9c1b2d error number\n\n", name="accepted"))
    ['3f2a9c1b2d']
    """
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"cannot use the baseline {name}: it is not UTF-8 text; {_AGAIN}") from error
    found = set()
    for number, each in enumerate(lines, start=1):
        first = each.split(maxsplit=1)[:1]
        if not first or first[0].startswith("#"):
            continue
        if not _ID.fullmatch(first[0]):
            raise UsageError(f"cannot use the baseline {name}: line {number} starts with no id; {_AGAIN}")
        found.add(first[0])
    return frozenset(found)


def baseline(remarks: Sequence[Remark], *, articles: Sequence[Article]) -> bytes:
    """Return a baseline file that accepts these remarks.

    Its order is that of the ids, and it says nothing of places, which move with every edit of the draft.
    """
    entries = sorted((each.id, each.severity, each.kind, quotations(each, articles)) for each in remarks)
    body = "".join(f"{id_}  {severity} {kind}: {words}\n" for id_, severity, kind, words in entries)
    return (_HEAD + body).encode("utf-8", "replace")
