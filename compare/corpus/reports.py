"""The stories with most to tell as reports, made by a batch of their articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from compare.batch.job import Order
from compare.batch.rows import BatchRow
from compare.batch.run import Batch
from compare.corpus.grouping import COMPARED
from compare.corpus.writing import ENDING
from compare.render.layout import Layout
from compare.temporary import temporary_folder

FOLDER = "reports"
# What a story has to tell: where texts differ, then how they word things, then what one leaves out.
_TELLING = ("discrepancy", "framing-pair", "claim")


@contextmanager
def batch_of(folder: Path, number: int, *, words: tuple[tuple[str, str], ...] = ()) -> Iterator[Batch]:
    """Give a batch of the stories with most to tell; its articles lie in a folder that is gone afterwards."""
    with temporary_folder() as scratch:
        rows = tuple(_row(scratch, story, articles) for story, articles in _stories(folder, number))
        order = Order(format="pdf", layout=Layout(), outlets={}, encodings={}, words=words)
        yield Batch(rows, order, folder / FOLDER)


def _stories(folder: Path, number: int) -> list[tuple[str, list[dict[str, Any]]]]:
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    found = pq.read_table(folder / f"findings{ENDING}", columns=["story", "kind"])
    counts: dict[str, dict[str, int]] = {}
    for row in found.group_by(["story", "kind"]).aggregate([([], "count_all")]).to_pylist():
        counts.setdefault(row["story"], {})[row["kind"]] = row["count_all"]
    ranked = sorted(counts, key=lambda story: ([-counts[story].get(kind, 0) for kind in _TELLING], story))
    chosen = ranked[:number]
    members = pq.read_table(
        folder / f"stories{ENDING}",
        columns=["story", "id"],
        filters=pc.field("story").isin(chosen) & (pc.field("role") == COMPARED),
    ).to_pylist()
    ids = [member["id"] for member in members]
    texts = pq.read_table(folder / f"articles{ENDING}", filters=pc.field("id").isin(ids))
    articles = {article["id"]: article for article in texts.to_pylist()}
    return [
        (story, [articles[member["id"]] for member in members if member["story"] == story])
        for story in chosen
    ]


def _row(scratch: Path, story: str, articles: list[dict[str, Any]]) -> BatchRow:
    """Return the row of a story, its articles written to files that say what is known of each."""
    base = scratch / story
    base.mkdir()
    names = []
    for number, article in enumerate(articles, start=1):
        names.append(f"{number:02}.md")
        (base / names[-1]).write_text(_with_front_matter(article), encoding="utf-8", newline="")
    return BatchRow(
        place=story,
        base=base,
        files=tuple(names),
        name=f"{articles[0]['date'] or 'undated'}-{story}",
        outlets=tuple(article["outlet"] for article in articles),
    )


def _with_front_matter(article: dict[str, Any]) -> str:
    r"""Return a text under what is known of it; one that begins with such a block stays as it is.

    >>> _with_front_matter({"title": None, "date": "2024-06-05", "language": "en", "text": "Rain fell."})
    '---\npublished: "2024-06-05"\nlanguage: "en"\n---\n\nRain fell.'
    """
    text = str(article["text"])
    if text.lstrip().startswith(("---", "+++")):
        return text
    said = {"title": article["title"], "published": article["date"], "language": article["language"]}
    # A string of JSON is one of YAML too.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in said.items() if value]
    return "\n".join(["---", *lines, "---", "", text])
