"""Second stage: a batch of rows to articles, with the words and names of each as counted numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.corpus.place import Place
from compare.corpus.reading import FIELDS
from compare.corpus.records import Record, from_row, number_of
from compare.corpus.store import mapped, write_table

if TYPE_CHECKING:
    import pyarrow as pa

# Words are told apart by a number below this one: how many articles have each takes 16 MB, of any corpus.
TERMS = 1 << 22
# Of a longer text the beginning says what it is about.
_LETTERS = 40_000
_MOST = 65_535
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORT = 3
# "Ann Orr", "White House": two names in a row say more of an event than either.
_GAP = re.compile(r"[ \u00a0]")


def count(place: Place, number: int, source: int, batch: int) -> None:
    """Write the articles of one batch of rows that were read."""
    with mapped(place.of("read", source)) as reader:
        raw = reader.get_batch(batch)
        found = [_record(raw, row) for row in range(raw.num_rows)]
    write_table(place.of("count", number), _table(found))


def _record(raw: pa.RecordBatch, row: int) -> Record:
    said = {name: raw.column(name)[row].as_py() for name in (*FIELDS, "place", "problem", "data", "whole")}
    where, problem, data = said["place"], said["problem"] or "", said["data"]
    values = {field: said[field] for field in FIELDS}
    if said["whole"]:
        return from_row(values, place=where, problem=problem, data=data)
    return from_row({**values, "text": data.decode()}, place=where, problem=problem)


def schema() -> pa.Schema:
    """Return what is kept of an article."""
    import pyarrow as pa

    text = ["id", "outlet", "date", "title", "url", "language", "sha256", "text", "place", "problem"]
    return pa.schema(
        [
            ("key", pa.uint64()),
            ("digest", pa.uint64()),
            ("day", pa.int32()),
            *((name, pa.string()) for name in text),
            ("terms", pa.list_(pa.uint32())),
            ("counts", pa.list_(pa.uint16())),
        ]
    )


def _table(records: list[Record]) -> pa.Table:
    import pyarrow as pa

    counted = [sorted(_counted(record.text).items()) for record in records]
    columns = {name: [getattr(record, name) for record in records] for name in Record.__struct_fields__}
    columns["terms"] = [[term for term, _ in terms] for terms in counted]
    columns["counts"] = [[min(times, _MOST) for _, times in terms] for terms in counted]
    return pa.table({field.name: columns[field.name] for field in schema()}, schema=schema())


def _counted(text: str) -> Counter[int]:
    return Counter(map(_number, terms(text[:_LETTERS])))


def terms(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters, and every two capitalised ones that follow each other.

    >>> list(terms("In May, Ann Orr's bridges fell."))
    ['may', 'in may', 'ann', 'orr', 'ann orr', 'bridge', 'fell']
    """
    before, end = "", -1
    for match in _WORD.finditer(text):
        word = match[0]
        plain = word.lower()
        if len(plain) > _SHORT and plain.endswith("s") and not plain.endswith("ss"):
            plain = plain[:-1]
        named = word[0].isupper()
        if len(plain) >= _SHORT:
            yield plain
        if named and before and match.start() == end + 1 and _GAP.match(text, end):
            yield f"{before} {plain}"
        before, end = (plain if named else ""), match.end()


@lru_cache(maxsize=200_000)
def _number(term: str) -> int:
    return number_of(term.encode()) % TERMS
