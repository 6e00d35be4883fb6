"""Third stage: which articles there are, how many have each word, and the words that tell most of each."""

from __future__ import annotations

import json
from typing import Any

from compare.corpus.aside import aside
from compare.corpus.counting import TERMS
from compare.corpus.place import Place
from compare.corpus.store import numbers, read_table, write_table

# Of 48, 128 and 400 terms the fewest found as many labelled pairs at as few others.
HEAVIEST = 48


def index(place: Place, parts: int) -> None:
    """Write where each article stands; of several with one id it is the same one, whatever their order."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    columns: dict[str, list[Any]] = {name: [] for name in ("key", "digest", "day", "part", "row")}
    for part in range(parts):
        table = read_table(place.of("count", part), ["key", "digest", "day", "problem"])
        good = np.flatnonzero(numbers(pc.equal(table["problem"], "")))
        for name in ("key", "digest", "day"):
            columns[name].append(numbers(table[name])[good])
        columns["part"].append(np.full(len(good), part, dtype=np.uint32))
        columns["row"].append(good.astype(np.uint32))
    joined = {name: np.concatenate(arrays) for name, arrays in columns.items()}
    order = np.lexsort((joined["row"], joined["part"], joined["digest"], joined["key"]))
    ordered = {name: array[order] for name, array in joined.items()}
    first = np.append([True], ordered["key"][1:] != ordered["key"][:-1])[: len(order)]
    kept = {name: array[first] for name, array in ordered.items() if name != "digest"}
    same = np.append([False], ordered["digest"][1:] == ordered["digest"][:-1])[: len(order)]
    twice = {name: ordered[name][~first] for name in ("part", "row")}
    # Which one stands twice and which is another article under the same id, for the table of errors.
    write_table(place.of("twice"), pa.table({**twice, "same": same[~first]}))
    write_table(place.of("index"), pa.table(kept))


def frequencies(place: Place, parts: int) -> None:
    """Write how many articles have each term."""
    import numpy as np

    found = np.zeros(TERMS, dtype=np.int32)
    for part in range(parts):
        table = read_table(place.of("count", part), ["terms"])
        terms = table["terms"].combine_chunks()
        # A batch's terms are no more than some hundred thousand.
        there, times = np.unique(numbers(terms.flatten()), return_counts=True)
        found[there] += times.astype(np.int32)
    with aside(place.of("frequencies")) as part_file, part_file.open("wb") as stream:
        np.save(stream, found)


def weigh(place: Place, number: int) -> None:
    """Write the heaviest terms of a part's articles, by day and key."""
    import numpy as np
    import pyarrow as pa

    with place.of("frequencies").open("rb") as stream:
        frequency = np.load(stream)
    where = read_table(place.of("index"), ["part", "row", "day", "key"])
    total = where.num_rows
    ours = np.flatnonzero(numbers(where["part"]) == number)
    rows, days, keys = (numbers(where[name])[ours] for name in ("row", "day", "key"))
    order = np.lexsort((keys, days))
    table = read_table(place.of("count", number), ["terms", "counts"])
    terms_column, counts_column = table["terms"].combine_chunks(), table["counts"].combine_chunks()
    terms, counts = [], []
    for row in rows[order]:
        heavy = _heaviest(
            numbers(terms_column[int(row)].values), numbers(counts_column[int(row)].values), frequency, total
        )
        terms.append(heavy[0])
        counts.append(heavy[1])
    each, times = np.unique(days, return_counts=True)
    said = {"days": json.dumps({int(day): int(many) for day, many in zip(each, times, strict=True)})}
    made = pa.table(
        {
            "key": pa.array(keys[order], pa.uint64()),
            "day": pa.array(days[order], pa.int32()),
            "terms": pa.array(terms, pa.list_(pa.uint32())),
            "weights": pa.array(counts, pa.list_(pa.float64())),
        }
    )
    write_table(place.of("weigh", number), made.replace_schema_metadata(said))


def _heaviest(terms: Any, counts: Any, frequency: Any, total: int) -> tuple[Any, Any]:  # noqa: ANN401
    """Return an article's heaviest terms in the order of their numbers, and their weights, of length 1."""
    import numpy as np

    # What no other article has tells nothing of what two have in common.
    shared = frequency[terms] > 1
    terms, counts = terms[shared], counts[shared]
    # What all of three articles have still weighs something: they may be all that there is of one event.
    weights = (1 + np.log(counts)) * np.log((total + 1) / frequency[terms])
    # Rounded, so that the heaviest are the same whatever a processor makes of the last digit.
    weights = np.round(weights, 9)
    first = np.sort(np.lexsort((terms, -weights))[:HEAVIEST])
    terms, weights = terms[first], weights[first]
    length = float(np.sqrt(np.sum(weights * weights)))
    return (terms, weights / length) if length else (terms[:0], weights[:0])
