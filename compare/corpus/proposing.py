"""Fourth stage: which articles of neighbouring days have rare words in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from compare.corpus.place import Place
from compare.corpus.records import NO_DAY
from compare.corpus.store import mapped, numbers, write_table

# A word that more of a window have says little of an event and costs most: two of a hundred, no fewer than
# the first figure, no more than the last.
_FEW, _SHARE, _MANY = 25, 0.02, 2_000
# Later articles that are looked at of those that are like one; one event of a day has seldom more.
MOST_NEIGHBOURS = 10
# Articles of a window: their terms take 400 bytes each.
MOST_IN_A_WINDOW = 250_000
# Days that are looked at in one part end with as many articles, or days.
_ARTICLES, _DAYS = 2_000, 8
# Rows of a product at once.
_ROWS = 1_000


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """Some days in a row, and the parts that have articles of them or of the window after them."""

    first: int
    last: int
    parts: tuple[int, ...]


def stretches(days: Sequence[Mapping[int, int]], *, window: int, undated: bool) -> list[Days]:
    """Return the days of a corpus in stretches; `days` are how many articles each part has of each.

    >>> found = stretches([{1: 5, 2: 5}, {3: 1, 90: 1}], window=2, undated=False)
    >>> [(one.first, one.last, one.parts) for one in found]
    [(1, 3, (0, 1)), (90, 90, (1,))]
    """
    total: dict[int, int] = {}
    where: dict[int, set[int]] = {}
    for part, of_part in enumerate(days):
        for day, many in of_part.items():
            total[day] = total.get(day, 0) + many
            where.setdefault(day, set()).add(part)
    found: list[list[int]] = []
    held = 0
    for day in sorted(total):
        if day == NO_DAY and not undated:
            continue
        full = not found or held + total[day] > _ARTICLES or day - found[-1][0] >= _DAYS
        if full or found[-1][0] == NO_DAY:
            found.append([day, day])
            held = 0
        found[-1][1] = day
        held += total[day]
    return [
        Days(
            first=first,
            last=last,
            parts=tuple(
                sorted(set().union(*(where.get(day, set()) for day in range(first, last + window + 1))))
            ),
        )
        for first, last in found
    ]


def propose(place: Place, number: int, days: Days, window: int, similar: float) -> None:
    """Write every two articles of which the one is of these days, the other no older, and both are alike."""
    import numpy as np
    import pyarrow as pa

    articles = _Articles.read(place, days, days.last + window)
    found: list[tuple[Any, Any, Any]] = []
    said = {"capped_days": 0, "capped_articles": 0, "neighbours_left_out": 0}
    for day in sorted(set(articles.day[articles.day <= days.last].tolist())):
        within = articles.of_days(day, day + window if day != NO_DAY else day)
        if len(within.key) > MOST_IN_A_WINDOW:
            said["capped_days"] += 1
            said["capped_articles"] += len(within.key) - MOST_IN_A_WINDOW
            within = within.first(MOST_IN_A_WINDOW)
        pairs, more = _alike(within, int(np.count_nonzero(within.day == day)), similar)
        said["neighbours_left_out"] += more
        found += pairs
    columns: list[Any] = [np.concatenate([part[at] for part in found]) if found else [] for at in range(3)]
    made = pa.table(
        {
            "a": pa.array(columns[0], pa.uint64()),
            "b": pa.array(columns[1], pa.uint64()),
            "cosine": pa.array(columns[2], pa.float64()),
        }
    )
    write_table(
        place.of("propose", number), made.replace_schema_metadata({k: str(v) for k, v in said.items()})
    )


class _Articles(msgspec.Struct, frozen=True):
    """Articles by day and key, with the terms of each one after the other."""

    key: Any
    day: Any
    length: Any
    terms: Any
    weights: Any

    @classmethod
    def read(cls, place: Place, days: Days, last: int) -> _Articles:
        import numpy as np

        parts = []
        for part in days.parts:
            with mapped(place.of("weigh", part)) as reader:
                table = reader.read_all()
                day = numbers(table["day"])
                low, high = np.searchsorted(day, [days.first, last + 1])
                some = table.slice(int(low), int(high - low)).combine_chunks()
                listed = {name: some[name].combine_chunks() for name in ("terms", "weights")}
                parts.append(
                    (
                        numbers(some["key"]).copy(),
                        numbers(some["day"]).copy(),
                        numbers(listed["terms"].value_lengths()).astype(np.int64),
                        numbers(listed["terms"].flatten()).copy(),
                        numbers(listed["weights"].flatten()).copy(),
                    )
                )
        joined = cls(*(np.concatenate([each[at] for each in parts]) for at in range(5)))
        return joined._taken(np.lexsort((joined.key, joined.day)))

    def _taken(self, order: Any) -> _Articles:  # noqa: ANN401
        import numpy as np

        ends = np.cumsum(self.length)
        begins = ends - self.length
        length = self.length[order]
        # Where each term of the new order stands in the old one.
        shift = np.repeat(begins[order] - (np.cumsum(length) - length), length)
        at = np.arange(int(length.sum())) + shift
        return _Articles(self.key[order], self.day[order], length, self.terms[at], self.weights[at])

    def of_days(self, first: int, last: int) -> _Articles:
        import numpy as np

        low, high = np.searchsorted(self.day, [first, last + 1])
        return self._taken(np.arange(low, high))

    def first(self, many: int) -> _Articles:
        import numpy as np

        return self._taken(np.arange(many))


def _alike(articles: _Articles, own: int, similar: float) -> tuple[list[tuple[Any, Any, Any]], int]:
    """Return the pairs of the first `own` articles with later ones, and how many are left out."""
    import numpy as np
    from scipy.sparse import csr_array

    total = len(articles.key)
    known, at, times = np.unique(articles.terms, return_inverse=True, return_counts=True)
    most = min(_MANY, max(_FEW, int(_SHARE * total)))
    kept = (times[at] > 1) & (times[at] <= most)
    owner = np.repeat(np.arange(total), articles.length)[kept]
    pointers = np.append([0], np.cumsum(np.bincount(owner, minlength=total)))
    matrix = csr_array((articles.weights[kept], at[kept], pointers), shape=(total, len(known)))
    turned = matrix.T.tocsr()
    found = []
    left_out = 0
    for start in range(0, own, _ROWS):
        product = (matrix[start : min(own, start + _ROWS)] @ turned).tocoo()
        cosine = np.round(product.data, 4)
        row, column = product.row + start, product.col
        good = (cosine >= similar) & (column > row)
        row, column, cosine = row[good], column[good], np.minimum(cosine[good], 1.0)
        order = np.lexsort((articles.key[column], -cosine, row))
        row, column, cosine = row[order], column[order], cosine[order]
        begins = np.searchsorted(row, row)
        near = np.arange(len(row)) - begins < MOST_NEIGHBOURS
        left_out += int(np.count_nonzero(~near))
        found.append((articles.key[row[near]], articles.key[column[near]], cosine[near]))
    return found, left_out
