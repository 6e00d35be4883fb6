"""The parts' files: Arrow's, not packed, so that one article of a million is read without the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.corpus.aside import aside
from compare.corpus.place import Place

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

# A batch ends with as many articles, or letters: so much is in memory at once.
ARTICLES = 500
_LETTERS = 16_000_000
# Files that are held open; systems allow 256 and more.
_OPEN = 100


def write_table(target: Path, table: pa.Table) -> None:
    """Write a table as a part."""
    import pyarrow as pa

    with (
        aside(target) as part,
        pa.OSFile(str(part), "wb") as sink,
        pa.ipc.new_file(sink, table.schema) as out,
    ):
        out.write_table(table)


def write_batches(target: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write batches as a part, one after the other."""
    import pyarrow as pa

    with aside(target) as part, pa.OSFile(str(part), "wb") as sink, pa.ipc.new_file(sink, schema) as out:
        for batch in batches:
            out.write_batch(batch)


@contextmanager
def mapped(file: Path) -> Iterator[pa.RecordBatchFileReader]:
    """Open a part; only what is looked at is read from the disk."""
    import pyarrow as pa

    with pa.memory_map(str(file)) as source, pa.ipc.open_file(source) as reader:
        yield reader


def read_table(file: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a part whole, or some of its columns."""
    import pyarrow as pa

    with pa.OSFile(str(file), "rb") as source:
        options = pa.ipc.IpcReadOptions()
        if columns is not None:
            with pa.ipc.open_file(source) as reader:
                options = pa.ipc.IpcReadOptions(
                    included_fields=[reader.schema.get_field_index(name) for name in columns]
                )
        with pa.ipc.open_file(source, options=options) as reader:
            return reader.read_all()


def said_of(file: Path) -> Mapping[str, str]:
    """Return what a part says of itself."""
    with mapped(file) as reader:
        return {key.decode(): value.decode() for key, value in (reader.schema.metadata or {}).items()}


def numbers(column: Any) -> Any:  # noqa: ANN401
    """Return a column of figures."""
    return column.to_numpy(zero_copy_only=False)


def gathered(rows: Iterable[tuple[int, Any]]) -> Iterator[list[Any]]:
    """Return rows, given with their sizes, in batches that memory holds.

    >>> [len(batch) for batch in gathered((1, "a") for _ in range(1_001))]
    [500, 500, 1]
    """
    batch: list[Any] = []
    size = 0
    for letters, row in rows:
        if batch and (len(batch) == ARTICLES or size + letters > _LETTERS):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += letters
    if batch:
        yield batch


class Shelf:
    """The articles of a corpus by their keys."""

    def __init__(self, place: Place) -> None:
        self._place = place
        index = read_table(place.of("index"))
        self.key = numbers(index["key"])
        self.day = numbers(index["day"])
        self._part = numbers(index["part"])
        self._row = numbers(index["row"])

    def at(self, key: int) -> int:
        """Return where in the index an article stands."""
        import numpy as np

        found = int(np.searchsorted(self.key, np.uint64(key)))
        if found >= len(self.key) or int(self.key[found]) != key:
            raise KeyError(key)
        return found

    def day_of(self, key: int) -> int:
        """Return the day of an article."""
        return int(self.day[self.at(key)])

    def article(self, key: int) -> dict[str, Any]:
        """Return what is known of an article, with its text."""
        at = self.at(key)
        return self.article_at(int(self._part[at]), int(self._row[at]))

    def article_at(self, part: int, row: int) -> dict[str, Any]:
        """Return the article that stands in a row of a part."""
        batch = _held(self._place, part).get_batch(0)
        return {
            name: batch.column(name)[row].as_py()
            for name in batch.schema.names
            if name not in ("terms", "counts")
        }

    def in_order(self) -> np.ndarray[Any, Any]:
        """Return the places in the index by day, then by key."""
        import numpy as np

        return np.lexsort((self.key, self.day))

    def place_at(self, at: int) -> tuple[int, int]:
        """Return part and row of a place in the index."""
        return int(self._part[at]), int(self._row[at])


@lru_cache(maxsize=_OPEN)
def _held(place: Place, part: int) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.ipc.open_file(pa.memory_map(str(place.of("count", part))))


@lru_cache(maxsize=1)
def shelf(place: Place) -> Shelf:
    """Return the articles of a corpus, opened once in a process."""
    return Shelf(place)
