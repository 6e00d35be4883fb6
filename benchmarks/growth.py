"""Show how the time of the stages that read text grows with hostile text.

    uv run python benchmarks/growth.py [STAGE ...]

One line a repeated piece: the two sizes in characters, the processor seconds of each, and the exponent that
joins them. 1 is linear, 2 quadratic. Small times are noise, so an exponent says little below 0.05 s.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from math import log

from compare.align import align
from compare.find.attribution import attributions
from compare.find.identity import Identities
from compare.model import Article
from compare.read import article_from_bytes
from compare.text.clauses import clauses
from compare.text.document import Document
from compare.text.sentences import sentences

# Between the two sizes lies this factor.
_GROWTH = 8
_RUNS = 2
PIECES = {
    "clauses": ("and he was ", ", which ", "(", ") ", "“a ", "”", "—", "said that ", "a, ", "that he said "),
    "sentences": (
        *(".", ". ", '."', '"', "(a. ", "A", "A.", "Inc. Foo said ", "a! ", "2. b ", "• ", "[1]", "- "),
        *("a.Bb", "。", " "),
    ),
    "attribution": (
        *('"', "“a ", "‘a ", "said ", "Kent said that ", "A.", "according to ", "“a b c d.” "),
        *("He said it. ", "a'"),
    ),
    "reading": (
        *("a", "A. ", "(", "`", "```\n", "<!-- ", "By Jane Jane Jane\n", "A/", "- ", "[", "=", "a: b\n"),
        *("Jane Doe, Jane Doe | Jane\n", " ", " #", "a "),
    ),
    "aligning": ("re-", "U.", "a", "Saint ", "word "),
}
SIZES = {"clauses": 1_500, "sentences": 4_000, "attribution": 800, "reading": 4_000, "aligning": 800}


def _article(text: str, label: str = "A") -> Article:
    return article_from_bytes(text.encode(), name="a.txt", label=label)[0]


def _prepared(stage: str, piece: str, count: int) -> Callable[[], object]:
    """Return the call that is timed, with everything before it done."""
    if stage == "clauses":
        text = "He left the house " + piece * count
        return lambda: clauses(text, 0, len(text))
    if stage == "sentences":
        return lambda: sentences("a. " + piece * count)
    if stage == "attribution":
        article = _article("Rain fell. " + piece * count)
        return lambda: attributions(Document(article), Identities())
    if stage == "reading":
        return lambda: _article(piece * count + "\n\nRain fell on the town.")
    both = [_article(piece * count + " once.", label) for label in "AB"]
    return lambda: align([Document(article) for article in both])


def seconds(call: Callable[[], object]) -> float:
    """Return the least processor time of a few runs."""
    best = float("inf")
    for _ in range(_RUNS):
        began = time.process_time()
        call()
        best = min(best, time.process_time() - began)
    return best


def run(stages: list[str]) -> None:
    print(f"{'stage':<12}{'piece':<30}{'sizes':>17}{'seconds':>17}{'exponent':>10}")
    for stage in stages:
        for piece in PIECES[stage]:
            counts = (SIZES[stage], SIZES[stage] * _GROWTH)
            small, large = (max(1e-6, seconds(_prepared(stage, piece, count))) for count in counts)
            sizes = "/".join(str(len(piece) * count) for count in counts)
            exponent = log(large / small) / log(_GROWTH)
            print(f"{stage:<12}{piece!r:<30}{sizes:>17}{small:>9.3f}{large:>8.3f}{exponent:>10.2f}")


if __name__ == "__main__":
    run(sys.argv[1:] or list(PIECES))
