"""Last stage: the parts to the files that people read, row after row, in an order of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.corpus.aside import aside
from compare.corpus.comparing import schemas
from compare.corpus.place import Place
from compare.corpus.store import ARTICLES, numbers, read_table, shelf

if TYPE_CHECKING:
    import pyarrow as pa

FILES = ("articles", "stories", "pairs", "facts", "findings", "errors")
ENDING = ".parquet"
# Rows of a group, which readers take or pass over whole.
_GROUP = 50_000
# Bytes that wait to be written: rows with whole texts are fewer in a group.
_HELD = 32 * 1024 * 1024
_WRITTEN_TWICE = "the same article stands there twice; this one is passed over"
_SAME_ID = "another article has this id; this one is passed over"


def write(place: Place, folder: str, name: str, parts: dict[str, int]) -> None:
    """Write one of the files; `parts` are how many the stages made."""
    schema = schema_of(name)
    if name == "articles":
        tables = _articles(place, schema)
    elif name == "stories":
        tables = _stories(place, schema)
    elif name == "errors":
        tables = _tables(_errors(place, parts), schema)
    else:
        tables = (read_table(place.of("compare", part) / name) for part in range(parts["compare"]))
    _write(Path(folder) / f"{name}{ENDING}", tables, schema)


def schema_of(name: str) -> pa.Schema:
    """Return the columns of a file."""
    import pyarrow as pa

    text = pa.string()
    known = [(each, text) for each in ("id", "outlet", "date", "title")]
    if name == "articles":
        more = [(each, text) for each in ("url", "language", "sha256", "story", "text")]
        return pa.schema([*known, *more])
    if name == "stories":
        return pa.schema([("story", text), *known, ("role", text), ("copy_of", text)])
    found: pa.Schema = schemas()[name]
    return found


def _write(target: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    with aside(target) as part, ParquetWriter(str(part), schema, compression="zstd") as out:
        held: list[Any] = []
        for table in tables:
            held.append(table)
            if sum(each.num_rows for each in held) >= _GROUP or sum(each.nbytes for each in held) >= _HELD:
                out.write_table(pa.concat_tables(held), row_group_size=_GROUP)
                held = []
        out.write_table(pa.concat_tables([*held, schema.empty_table()]), row_group_size=_GROUP)


def _tables(rows: Iterable[dict[str, Any]], schema: pa.Schema) -> Iterator[pa.Table]:
    import pyarrow as pa

    held: list[dict[str, Any]] = []
    for row in rows:
        held.append(row)
        if len(held) == ARTICLES:
            yield pa.Table.from_pylist(held, schema)
            held = []
    yield pa.Table.from_pylist(held, schema)


def _articles(place: Place, schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield the articles by date and id's number, whatever the order in which they came."""
    import numpy as np

    known = shelf(place)
    stories = read_table(place.of("stories"), ["story", "key"]).sort_by("key")
    keys = numbers(stories["key"])

    def rows() -> Iterator[dict[str, Any]]:
        for at in known.in_order():
            article = known.article_at(*known.place_at(int(at)))
            found = int(np.searchsorted(keys, np.uint64(article["key"])))
            inside = found < len(keys) and int(keys[found]) == article["key"]
            yield {**article, "story": stories["story"][found].as_py() if inside else None}

    yield from _tables(({name: row[name] for name in schema.names} for row in rows()), schema)


def _stories(place: Place, schema: pa.Schema) -> Iterator[pa.Table]:
    known = shelf(place)

    def rows() -> Iterator[dict[str, Any]]:
        for batch in read_table(place.of("stories")).to_batches(ARTICLES):
            for row in batch.to_pylist():
                article = known.article(row["key"])
                copied = known.article(row["copy_of"])["id"] if row["copy_of"] is not None else None
                yield {**article, "story": row["story"], "role": row["role"], "copy_of": copied}

    yield from _tables(({name: row[name] for name in schema.names} for row in rows()), schema)


def _errors(place: Place, parts: dict[str, int]) -> Iterator[dict[str, Any]]:
    import pyarrow.compute as pc

    for part in range(parts["count"]):
        table = read_table(place.of("count", part), ["id", "place", "problem"])
        bad = table.filter(pc.not_equal(table["problem"], ""))
        for row in bad.to_pylist():
            yield {**row, "story": None, "stage": "read"}
    known = shelf(place)
    for row in read_table(place.of("twice")).to_pylist():
        article = known.article_at(row["part"], row["row"])
        problem = _WRITTEN_TWICE if row["same"] else _SAME_ID
        yield {
            "place": article["place"],
            "id": article["id"],
            "story": None,
            "stage": "read",
            "problem": problem,
        }
    # An article that cannot be read is met with each of its neighbours.
    seen = set[tuple[int, str]]()
    for part in range(parts["verify"]):
        table = read_table(place.of("verify", part), ["a", "wrong", "problem"])
        for row in table.filter(pc.not_equal(table["problem"], "")).to_pylist():
            key = row["a"] if row["wrong"] is None else row["wrong"]
            if (key, row["problem"]) not in seen:
                seen.add((key, row["problem"]))
                article = known.article(key)
                where = {"place": article["place"], "id": article["id"]}
                yield {**where, "story": None, "stage": "verify", "problem": row["problem"]}
    for part in range(parts["compare"]):
        yield from read_table(place.of("compare", part) / "errors").to_pylist()
