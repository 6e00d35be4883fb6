"""Rows of a table, one an article: Parquet, lines of JSON, CSV, each read piece by piece."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from compare.corpus.columns import chosen_columns
from compare.corpus.inputs import ZIPPED, kind_of_table
from compare.corpus.plan import Input
from compare.errors import UnreadableArticleError

# A cell or a line may hold an article, and no more than that; what is longer is a row of errors.
_LONGEST = 16 * 1024 * 1024
_ROWS = 256

Row = tuple[str, Mapping[str, Any], str]
"""Where it stands, its values by field, and what is wrong with it, empty where nothing is."""


def rows(source: Input, asked: Mapping[str, str], *, text_needed: bool = True) -> Generator[Row, None, None]:
    """Yield the rows of a table.

    Raises:
        UsageError: if the table has not the columns that are needed.
        UnreadableArticleError: if it is no such table.
    """
    kind = kind_of_table(source.name)
    read = {".parquet": _parquet, ".csv": _csv, ".tsv": _csv, ".json": _json}.get(kind or "", _lines)
    try:
        with closing(read(source, asked, text_needed=text_needed)) as found:
            yield from found
    except (OSError, EOFError, ValueError, csv.Error) as error:
        # What pyarrow raises is a ValueError or an OSError; EOFError is what ends a broken .gz.
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())[:200]
        raise UnreadableArticleError(
            f"cannot read the table {source.name}: {reason}; check the file, and its ending"
        ) from error


def _parquet(source: Input, asked: Mapping[str, str], *, text_needed: bool) -> Generator[Row, None, None]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(source.path) as file:
        named = chosen_columns(file.schema_arrow.names, asked, shown=source.name, text_needed=text_needed)
        number = 0
        columns = list(named.values())
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield f"row {number}", {field: row[name] for field, name in named.items()}, ""


def _csv(source: Input, asked: Mapping[str, str], *, text_needed: bool) -> Generator[Row, None, None]:
    csv.field_size_limit(_LONGEST)
    with _opened(source) as raw:
        stream = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        first = stream.readline()
        # Spreadsheets in many countries write semicolons, since the comma parts their decimals.
        ending = "\t" if kind_of_table(source.name) == ".tsv" else ","
        mark = ending if ending in first else next((mark for mark in ";\t" if mark in first), ending)
        names = next(csv.reader([first], delimiter=mark), [])
        named = chosen_columns(names, asked, shown=source.name, text_needed=text_needed)
        at = {field: names.index(name) for field, name in named.items()}
        reader = csv.reader(stream, delimiter=mark)
        begins = 2
        for cells in reader:
            if any(cells):
                missing = len(cells) <= max(at.values(), default=0)
                problem = "its row has fewer cells than there are columns" if missing else ""
                values = {} if missing else {field: cells[place] for field, place in at.items()}
                yield f"line {begins}", values, problem
            begins = reader.line_num + 2


def _lines(source: Input, asked: Mapping[str, str], *, text_needed: bool) -> Generator[Row, None, None]:
    named: Mapping[str, str] | None = None
    with _opened(source) as stream:
        number = 0
        while line := stream.readline(_LONGEST):
            number += 1
            cut = not line.endswith(b"\n") and len(line) == _LONGEST
            while cut and (more := stream.readline(_LONGEST)) and not more.endswith(b"\n"):
                pass
            if cut:
                yield f"line {number}", {}, f"the line is longer than {_LONGEST // 1024**2} MB"
                continue
            if not line.strip():
                continue
            found = _object(line)
            if isinstance(found, str):
                yield f"line {number}", {}, found
                continue
            # Objects need not all have the same keys: those of the first say what the file calls things.
            if named is None or not set(named.values()) <= found.keys():
                needed = text_needed and named is None
                own = chosen_columns(
                    found, asked if named is None else {}, shown=source.name, text_needed=needed
                )
                named = {**own, **(named or {})}
            yield f"line {number}", {field: found.get(name) for field, name in named.items()}, ""


def _json(source: Input, asked: Mapping[str, str], *, text_needed: bool) -> Generator[Row, None, None]:
    """Yield the articles of a file that is one object or a list of them, as news-please saves an article."""
    with _opened(source) as stream:
        if not isinstance(_object(stream.readline(_LONGEST)), str) and stream.readline(_LONGEST).strip():
            # Lines of JSON under another ending.
            yield from _lines(source, asked, text_needed=text_needed)
            return
    with _opened(source) as stream:
        data = stream.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise ValueError(f"it is longer than {_LONGEST // 1024**2} MB; save it as lines of JSON (.jsonl)")
    read = json.loads(data)
    for number, found in enumerate(read if isinstance(read, list) else [read], start=1):
        if not isinstance(found, dict):
            yield f"item {number}", {}, "it is no object"
            continue
        named = chosen_columns(found, asked, shown=source.name, text_needed=text_needed)
        yield f"item {number}", {field: found.get(name) for field, name in named.items()}, ""


def _object(line: bytes) -> dict[str, Any] | str:
    try:
        found = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return f"the line is no JSON: {str(error)[:100]}"
    return found if isinstance(found, dict) else "the line is no JSON object"


@contextmanager
def _opened(source: Input) -> Iterator[Any]:
    if source.name.lower().endswith(ZIPPED):
        import gzip

        with gzip.open(source.path, "rb") as stream:
            yield stream
    else:
        with Path(source.path).open("rb") as plain:
            yield plain
