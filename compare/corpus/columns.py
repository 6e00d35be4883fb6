"""Which column of a table holds what: named by the user, or known from the exports that people have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from compare.errors import UsageError

FIELDS = ("id", "text", "date", "outlet", "title", "url", "language")


def asked_columns(said: str | None) -> Mapping[str, str]:
    """Return the column for each field that the user named one for.

    >>> asked_columns("text=maintext, date=date_publish")
    {'text': 'maintext', 'date': 'date_publish'}

    Raises:
        UsageError: if a part does not say FIELD=COLUMN, or there is no such field.
    """
    found = {}
    for part in (said or "").split(","):
        if not part.strip():
            continue
        field, sign, column = (piece.strip() for piece in part.partition("="))
        if not sign or not column or field not in FIELDS:
            raise UsageError(
                f"--columns: {part.strip()!r} does not say FIELD=COLUMN; fields are {', '.join(FIELDS)}"
            )
        found[field] = column
    return found


def chosen_columns(
    names: Iterable[str], asked: Mapping[str, str], *, shown: str, text_needed: bool
) -> Mapping[str, str]:
    """Return the column for each field that a table has.

    >>> chosen_columns(["stories_id", "publish_date", "Story Text"], {}, shown="a.csv", text_needed=True)
    {'id': 'stories_id', 'text': 'Story Text', 'date': 'publish_date'}

    Raises:
        UsageError: if a column that was asked for is missing, or none holds the text.
    """
    there = list(names)
    plain = {_plain(name): name for name in reversed(there)}
    found = {}
    for field, known in _known().items():
        if field in asked:
            if asked[field] not in there:
                raise UsageError(f"{shown} has no column {asked[field]!r}; it has {_listed(there)}")
            found[field] = asked[field]
        elif name := next((plain[name] for name in known if name in plain), None):
            found[field] = name
    if text_needed and "text" not in found:
        raise UsageError(
            f"{shown} has no column that is known to hold the text; add --columns text=NAME, or --texts "
            f"FOLDER; it has {_listed(there)}"
        )
    return found


def _listed(names: list[str]) -> str:
    return ", ".join(names[:30]) or "none"


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


@lru_cache(maxsize=1)
def _known() -> Mapping[str, list[str]]:
    from compare.files import tables_of

    return tables_of(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
