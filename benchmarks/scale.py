"""Show how time and memory grow with the length of two articles: alignment, whole JSON, whole PDF.

    uv run python benchmarks/scale.py [--sizes 50,500,2000,10000] [--stages align,json,pdf] [--profile]

Each row is a process of its own: the sentences of each text, processor seconds, the peak of memory, and the
exponent that joins it to the row above (1 is linear, 2 quadratic). The texts are made from the samples in
`sources/`: half of the second tells the first again with a word or a number changed, in another order, and
the rest is its own. Names, figures and half of the longer words are drawn anew for each sentence, the
common ones often and the rare ones seldom, as in real text. POSIX only.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from math import log
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (50, 500, 2_000, 10_000)
STAGES = ("read", "align", "json", "pdf")
_SEED = 5
_WORD = re.compile(r"\b[a-z]{6,}\b|(?<=[a-z,] )[A-Z][a-z]{3,}\b|\b\d+\b")


def texts(sentences: int) -> tuple[str, str]:
    """Return two texts of so many sentences each, the same at every call."""
    # A seed, not a secret: the same texts in every run.
    draw = random.Random(_SEED)  # noqa: S311
    patterns = list(_patterns())
    words = _vocabulary(draw)
    first = [_drawn(draw.choice(patterns), words, draw) for _ in range(sentences)]
    told = [_drawn(each, words, draw, share=0.1) for each in draw.sample(first, sentences // 2)]
    own = [_drawn(draw.choice(patterns), words, draw) for _ in range(sentences - len(told))]
    second = told + own
    draw.shuffle(second)
    return _paragraphs(first), _paragraphs(second)


def _patterns() -> Iterator[str]:
    from compare.read import read_article

    for file in sorted((ROOT / "sources").glob("*/*.md")):
        article, _ = read_article(file, label="A")
        for sentence in article.sentences:
            yield " ".join(article.text[sentence.start : sentence.end].split())


def _vocabulary(draw: random.Random) -> list[str]:
    from importlib.resources import files

    lines = files("compare.measure").joinpath("syllables.txt").read_text(encoding="ascii").splitlines()
    words = [
        word for word, _, _ in (line.partition(" ") for line in lines) if word.isalpha() and len(word) > 4
    ]
    draw.shuffle(words)
    return words


def _drawn(pattern: str, words: list[str], draw: random.Random, *, share: float = 0.5) -> str:
    def other(match: re.Match[str]) -> str:
        old = match[0]
        if draw.random() > share:
            return old
        if old.isdigit():
            return str(draw.randrange(1, 10 ** len(old)))
        # Zipf's law: the place of the word drawn is spread evenly on a scale of logarithms.
        new = words[int(len(words) ** draw.random()) - 1]
        return new.capitalize() if old[0].isupper() else new

    return _WORD.sub(other, pattern)


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)) + "\n"


def measured(stage: str, sentences: int, *, profile: bool = False) -> tuple[float, float]:
    """Return the processor seconds of one stage in this process, and its peak of memory in MB."""
    from compare.align import align
    from compare.pipeline import compare_articles
    from compare.read import article_from_bytes
    from compare.render.documents import documents
    from compare.render.layout import Layout
    from compare.render.plain.json import from_json, to_json
    from compare.text.document import Document

    def read() -> list:
        return [
            article_from_bytes(text.encode(), name=f"{label}.txt", label=label)[0]
            for text, label in zip(made, "AB", strict=True)
        ]

    made = texts(sentences)
    call = read
    if stage != "read":
        both = read()
        call = {
            "align": lambda: align([Document(article) for article in both]),
            "json": lambda: from_json(to_json(compare_articles(both)), name="-"),
            "pdf": lambda: documents(compare_articles(both), format="pdf", layout=Layout()),
        }[stage]
    began = time.process_time()
    if profile:
        import cProfile

        cProfile.runctx("call()", {}, {"call": call}, sort="cumulative")
    else:
        call()
    seconds = time.process_time() - began
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(stages: list[str], sizes: list[int]) -> None:
    print(f"{'stage':<8}{'sentences':>16}{'seconds':>10}{'MB':>8}{'exponent':>10}")
    for stage in stages:
        before: tuple[int, float] | None = None
        for size in sizes:
            command = [sys.executable, __file__, "--one", stage, str(size)]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seconds, memory = (float(each) for each in printed.split())
            growth = f"{log(seconds / before[1]) / log(size / before[0]):.2f}" if before else ""
            print(
                f"{stage:<8}{f'{size:,} x {size:,}':>16}{seconds:>10.2f}{memory:>8.0f}{growth:>10}",
                flush=True,
            )
            before = (size, seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--stages", default=",".join(STAGES))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--profile", nargs=2, metavar=("STAGE", "SIZE"), help="print where the time goes")
    asked = parser.parse_args()
    if asked.one:
        print(*measured(asked.one[0], int(asked.one[1])))
    elif asked.profile:
        measured(asked.profile[0], int(asked.profile[1]), profile=True)
    else:
        run(asked.stages.split(","), [int(size) for size in asked.sizes.split(",")])
