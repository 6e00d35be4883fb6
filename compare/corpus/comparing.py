"""Seventh stage: the stories' articles through the comparison, to rows of findings, facts and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

import msgspec

from compare.corpus.aside import folder_aside
from compare.corpus.findings import fact_rows, fact_schema, finding_rows, finding_schema, links_of
from compare.corpus.grouping import COMPARED
from compare.corpus.place import Place
from compare.corpus.plan import Choices
from compare.corpus.store import mapped, numbers, read_table, shelf, write_table
from compare.corpus.texts import article_of
from compare.corpus.verifying import told
from compare.model import Article

if TYPE_CHECKING:
    import pyarrow as pa

# Pairs of a part: half a minute of work at most, but for long texts.
_PAIRS = 12
TABLES = ("findings", "facts", "pairs", "errors")


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some stories: where they stand in the table of stories, and their pairs in that of pairs."""

    stories: tuple[int, int]
    kept: tuple[int, int]


def chunks(place: Place) -> list[Chunk]:
    """Return the stories in parts of about as much work."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    stories = read_table(place.of("stories"), ["story", "role"])
    if not stories.num_rows:
        return []
    names = numbers(stories["story"].cast(pa.large_string()))
    starts = np.flatnonzero(np.append([True], names[1:] != names[:-1]))
    ends = np.append(starts[1:], len(names))
    compared = np.cumsum(np.append([0], numbers(pc.equal(stories["role"], COMPARED))))
    many = compared[ends] - compared[starts]
    kept = numbers(read_table(place.of("kept"), ["story"])["story"].cast(pa.large_string()))
    # Every story has a pair that made it one, and both tables have them in one order.
    kept_starts = np.flatnonzero(np.append([True], kept[1:] != kept[:-1]))
    kept_ends = np.append(kept_starts[1:], len(kept))
    found: list[Chunk] = []
    first, work = 0, 0
    for at, texts in enumerate(many.tolist()):
        work += texts * (texts - 1) // 2 + 1
        if work >= _PAIRS or at == len(many) - 1:
            found.append(
                Chunk(
                    stories=(int(starts[first]), int(ends[at])),
                    kept=(int(kept_starts[first]), int(kept_ends[at])),
                )
            )
            first, work = at + 1, 0
    return found


def compare(place: Place, number: int, chunk: Chunk, choices: Choices) -> None:
    """Write what is found in some stories, four tables in a folder."""
    stories, kept = _slice(place.of("stories"), chunk.stories), _slice(place.of("kept"), chunk.kept)
    made: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for story, rows in groupby(stories, key=lambda row: row["story"]):
        pairs = [pair for pair in kept if pair["story"] == story]
        for name, found in _story(place, story, list(rows), pairs, choices).items():
            made[name] += found
    with folder_aside(place.of("compare", number)) as folder:
        _write(folder, made)


def _slice(file: Path, rows: tuple[int, int]) -> list[dict[str, Any]]:
    with mapped(file) as reader:
        found: list[dict[str, Any]] = reader.read_all().slice(rows[0], rows[1] - rows[0]).to_pylist()
    return found


def _write(folder: Path, made: dict[str, list[dict[str, Any]]]) -> None:
    import pyarrow as pa

    for name, schema in schemas().items():
        write_table(folder / name, pa.Table.from_pylist(made[name], schema))


def schemas() -> dict[str, pa.Schema]:
    """Return the columns of the tables that comparing gives."""
    import pyarrow as pa

    text, number, share = pa.string(), pa.int32(), pa.float64()
    ends = [(f"{name}{side}", text) for side in "ab" for name in ("", "outlet_", "date_")]
    links = [("cosine", share), ("sure_links", number), ("perhaps_links", number)]
    pairs = [("story", text), *ends, *links, ("share_a", share), ("share_b", share), ("compared", pa.bool_())]
    errors = [(name, text) for name in ("place", "id", "story", "stage", "problem")]
    return {
        "findings": finding_schema(),
        "facts": fact_schema(),
        "pairs": pa.schema(pairs),
        "errors": pa.schema(errors),
    }


def _story(
    place: Place, story: str, rows: Sequence[dict[str, Any]], kept: Sequence[dict[str, Any]], choices: Choices
) -> dict[str, list[dict[str, Any]]]:
    from compare.limits import DEFAULT, hold_together
    from compare.pipeline import compare_articles

    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    stored = {row["key"]: shelf(place).article(row["key"]) for row in rows}
    keys, articles = [], list[Article]()
    for key in (row["key"] for row in rows if row["role"] == COMPARED):
        try:
            articles.append(article_of(stored[key], label=ascii_uppercase[len(articles)]))
            keys.append(key)
        except Exception as error:
            found["errors"].append(_error(told(error), story=story, of=stored[key]))
    comparison = None
    if len(articles) > 1:
        try:
            hold_together(DEFAULT, [len(article.sentences) for article in articles])
            comparison = compare_articles(articles, words=choices.words)
            ids = {article.label: stored[key]["id"] for key, article in zip(keys, articles, strict=True)}
            found["findings"] = list(finding_rows(comparison, ids, story=story))
            found["facts"] = list(fact_rows(comparison, ids, story=story))
        except Exception as error:
            found["errors"].append(_error(told(error), story=story))
    known = {(pair["a"], pair["b"]): pair for pair in kept}
    links = {}
    if comparison is not None:
        for (one, a), (other, b) in combinations(zip(ascii_uppercase, keys, strict=False), 2):
            links[a, b] = links_of(comparison, (one, other))
    order = {row["key"]: at for at, row in enumerate(rows)}
    shares = dict(
        _shares(articles, keys, [ends for ends in links if ends not in known or known[ends]["sure"] < 0])
    )
    for ends in sorted({*known, *links}, key=lambda ends: (order[ends[0]], order[ends[1]])):
        found["pairs"].append(
            _pair(story, ends, stored, known.get(ends, {}), links.get(ends), shares.get(ends))
        )
    return found


def _shares(
    articles: Sequence[Article], keys: Sequence[int], wanted: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[float, float]]]:
    """Yield how much of each of two texts stands in the other, for pairs that were not looked at before."""
    from compare.align.copies import copied_shares
    from compare.text.document import Document

    read = (
        {key: Document.legible(article) for key, article in zip(keys, articles, strict=True)}
        if wanted
        else {}
    )
    for a, b in wanted:
        one, other = copied_shares(read[a], read[b])
        yield (a, b), (round(one, 4), round(other, 4))


def _pair(
    story: str,
    ends: tuple[int, int],
    stored: dict[int, dict[str, Any]],
    known: dict[str, Any],
    links: tuple[int, int] | None,
    shares: tuple[float, float] | None,
) -> dict[str, Any]:
    looked = known.get("sure", -1)
    sure = links[0] if links else looked if looked >= 0 else None
    if shares is None and looked >= 0:
        shares = known["share_a"], known["share_b"]
    row: dict[str, Any] = {
        "story": story,
        "cosine": known.get("cosine"),
        "sure_links": sure,
        "perhaps_links": links[1] if links else None,
        "share_a": shares[0] if shares else None,
        "share_b": shares[1] if shares else None,
        "compared": links is not None,
    }
    for side, key in zip("ab", ends, strict=True):
        article = stored[key]
        row |= {side: article["id"], f"outlet_{side}": article["outlet"], f"date_{side}": article["date"]}
    return row


def _error(problem: str, *, story: str, of: dict[str, Any] | None = None) -> dict[str, Any]:
    known = of or {}
    where = {"place": known.get("place"), "id": known.get("id")}
    return {**where, "story": story, "stage": "compare", "problem": problem}
