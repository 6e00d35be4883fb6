"""First stage: an input's rows as they stand, in batches; a folder's articles, so many at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.corpus.place import Place
from compare.corpus.plan import Choices, Input
from compare.corpus.store import gathered, write_batches
from compare.corpus.tables import Row, rows
from compare.errors import SideBySideError, UnreadableArticleError
from compare.read.formats import kind_of
from compare.read.source import read_bytes

if TYPE_CHECKING:
    import pyarrow as pa

# What a row's text may be called in the folder of --texts, after its id.
_TEXTS = (".txt", ".md", ".html", ".htm", "")
# Letters that a page counts as: 40 of them make a batch.
_PAGE = 400_000
FIELDS = ("id", "date", "outlet", "title", "url", "language")


def raw_schema() -> pa.Schema:
    """Return what is known of a row before it is looked at."""
    import pyarrow as pa

    told = [(name, pa.string()) for name in (*FIELDS, "place", "problem")]
    # A row's own text, or the bytes of a file.
    return pa.schema([*told, ("data", pa.binary()), ("whole", pa.bool_())])


def read(place: Place, number: int, sources: tuple[Input, ...], choices: Choices) -> None:
    """Write the rows of a table, or of some files that are an article each, as they stand."""
    import pyarrow as pa

    schema = raw_schema()
    listed = ((_work(row["data"]), row) for source in sources for row in _rows(source, choices))
    batches = (pa.RecordBatch.from_pylist(batch, schema=schema) for batch in gathered(listed))
    write_batches(place.of("read", number), batches, schema)


def _work(data: bytes) -> int:
    """Return how much a row counts in its batch: a page takes half a second, in a process of its own."""
    return max(len(data), _PAGE) if kind_of(data) else len(data)


def _rows(source: Input, choices: Choices) -> Iterator[dict[str, Any]]:
    if not source.table:
        yield _file(Path(source.path), {"id": source.name}, place=source.name)
        return
    try:
        yield from _of_table(source, choices)
    except SideBySideError as error:
        # What came before it is there.
        yield _raw(("", {}, str(error)), place=source.name)


def _of_table(source: Input, choices: Choices) -> Iterator[dict[str, Any]]:
    folder = Path(choices.texts) if choices.texts is not None else None
    for where, values, problem in rows(source, choices.columns, text_needed=folder is None):
        place = f"{source.name}, {where}"
        if folder is not None and not problem and not values.get("text"):
            yield _beside(folder, values, place=place)
        else:
            yield _raw((where, values, problem), place=place)


def _raw(row: Row, *, place: str, data: bytes | None = None) -> dict[str, Any]:
    from compare.corpus.records import as_text

    _, values, problem = row
    told: dict[str, Any] = {field: as_text(values.get(field)) or None for field in FIELDS}
    text = as_text(values.get("text")).encode() if data is None else data
    return {**told, "place": place, "problem": problem, "data": text, "whole": data is not None}


def _beside(folder: Path, values: Any, *, place: str) -> dict[str, Any]:  # noqa: ANN401
    from compare.corpus.records import as_text

    name = as_text(values.get("id")).strip()
    # Pandas makes 123.0 of 123 where another row has no id.
    name = name.removesuffix(".0")
    if not name or name in (".", "..") or "/" in name or "\\" in name or "\0" in name:
        return _raw(("", values, "its id is no name of a file in the folder of --texts"), place=place)
    for ending in _TEXTS:
        if (file := folder / f"{name}{ending}").is_file():
            return _file(file, {**values, "id": name}, place=place)
    return _raw(("", values, f"there is no file for its id {name} in the folder of --texts"), place=place)


def _file(file: Path, values: Any, *, place: str) -> dict[str, Any]:  # noqa: ANN401
    try:
        return _raw(("", values, ""), place=place, data=read_bytes(file))
    except SideBySideError as error:
        return _raw(("", values, str(error)), place=place, data=b"")


def read_first(source: Input, choices: Choices) -> None:
    """Look at the first row of a table, so that what all its rows lack is told before any work.

    Raises:
        UsageError: if it has not the columns that are needed.
        UnreadableArticleError: if it is no such table.
    """
    if not source.table:
        return
    found = rows(source, choices.columns, text_needed=choices.texts is None)
    if next(found, None) is None:
        raise UnreadableArticleError(f"{source.name} has no rows; name a table that holds articles")
    found.close()
