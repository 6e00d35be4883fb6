"""A settings file: TOML whose keys are the long options, which the command line overrides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from compare.cli.values import IsoDate
from compare.errors import UsageError
from compare.files import read_named, tables_of

_MOST_BYTES = 1_000_000

# The long options that may stand in a file, for all verbs: one file serves them all.
KEYS = (
    "format",
    "for",
    "paper",
    "large-print",
    "full-texts",
    "level",
    "pdf-variant",
    "template",
    "title",
    "date",
    "outlet",
    "encoding",
    "language",
    "words",
    "fail-on",
    "exit-code",
    "baseline",
    "jobs",
    "resume",
    "fail-fast",
    "timeout",
)


def use_settings_file(ctx: click.Context, _param: click.Parameter, path: Path | None) -> None:
    """Make a settings file's values the defaults of the command's other options (a click callback).

    Raises:
        UsageError: if the file cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    if path is None or ctx.resilient_parsing:
        return
    options = {
        spelled.removeprefix("--"): param
        for param in ctx.command.params
        if getattr(param, "from_settings", True)
        for spelled in param.opts
    }
    defaults: dict[str, Any] = {}
    for key, value in _read(path).items():
        if key not in KEYS:
            raise UsageError(f"{path}: there is no setting {key!r}{_hint(key)}")
        if key in options and options[key].name:
            converted = _converted(options[key], value, place=f"{path}: {key}", ctx=ctx)
            defaults[str(options[key].name)] = converted
    ctx.default_map = {**(ctx.default_map or {}), **defaults}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tables_of(read_named(path, most_bytes=_MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot use the settings file {path}: {reason}") from error


def _converted(option: click.Parameter, value: object, *, place: str, ctx: click.Context) -> Any:  # noqa: ANN401
    flag = bool(getattr(option, "is_flag", False))
    number = isinstance(option.type, click.IntRange)
    if option.multiple and isinstance(value, dict) and all(isinstance(name, str) for name in value.values()):
        given: object = [f"{label}={name}" for label, name in value.items()]
    elif option.multiple and isinstance(value, str):
        given = [value]
    elif isinstance(value, date) and isinstance(option.type, IsoDate):
        given = value.isoformat()
    elif isinstance(value, bool) == flag and isinstance(value, bool | (int if number else str)):
        given = value
    else:
        needed = (
            "true or false"
            if flag
            else 'a table such as {A = "..."}'
            if option.multiple
            else "a whole number"
            if number
            else "a text in quotes"
        )
        raise UsageError(f"{place} must be {needed}")
    try:
        return option.type_cast_value(ctx, given)
    except click.BadParameter as error:
        raise UsageError(f"{place}: {error.message.rstrip('.')}") from error
    except ValueError as error:
        # A command line cannot hold one; in a file it can be the name of another file.
        raise UsageError(f"{place} holds a null character; take it out") from error


def _hint(key: str, known: Iterable[str] = KEYS) -> str:
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {nearest[0]!r}?" if nearest else f"; there are {', '.join(known)}"
