"""Which contrasts of wording a report shows, and in what order: not all sixteen that a comparison holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from compare.model import (
    Comparison,
    Device,
    Discrepancy,
    Fact,
    Figure,
    Finding,
    FramingPair,
    Placement,
    SharedFact,
    ToldNearby,
    ValueRow,
    WordingRow,
)

ALWAYS = frozenset((Device.HEADLINE, Device.LEAD, Device.CLOSE))
"""What every two texts have, whether it tells much or little."""
# What a reader takes in; the rest stands in the JSON.
MOST_CONTRASTS = 8
# Of 101 rows of twenty topics that no weight was fitted on, readers who knew no rule called three in five
# telling from this rank on and a third below; two are shown even so: an empty table tells less.
_TELLS, _AT_LEAST = 53.0, 2
FEWEST = 3
"""From so many texts on there are rows over all of them."""
_OF_TWO = (SharedFact, Discrepancy, Figure, FramingPair, Placement, ToldNearby)
LAID_TOGETHER = "laid-together"
"""The rule of a contrast that no list names: found by laying the texts together."""


def telling(findings: Sequence[Finding]) -> tuple[FramingPair, ...]:
    """Return the contrasts of wording that a report shows, two texts after two texts.

    Of each two texts come headline, lead and close, then the others, those that tell most first: at most
    eight, those of a rank that seldom tells only to make two; and what a person has reviewed.
    """
    pairs = [f for f in findings if isinstance(f, FramingPair)]
    order = {texts: at for at, texts in reversed(list(enumerate(map(_texts, pairs))))}
    shown = []
    others: Counter[frozenset[str]] = Counter()
    for pair in sorted(pairs, key=lambda f: (order[_texts(f)], f.device not in ALWAYS, -f.rank)):
        if pair.device not in ALWAYS:
            others[_texts(pair)] += 1
        most = MOST_CONTRASTS if pair.device in ALWAYS or pair.rank >= _TELLS else _AT_LEAST
        if others[_texts(pair)] <= most or pair.review is not None:
            shown.append(pair)
    return tuple(shown)


def folded(comparison: Comparison) -> tuple[FramingPair, ...]:
    """Return the contrasts that a report leaves out and HTML folds, those that tell most first."""
    shown = {pair.id for pair in telling(comparison.findings)}
    pairs = (f for f in comparison.findings if isinstance(f, FramingPair) and f.id not in shown)
    return tuple(sorted(pairs, key=lambda f: -f.rank))


def _texts(pair: FramingPair) -> frozenset[str]:
    return frozenset(span.article for span in pair.spans)


def as_told(comparison: Comparison) -> Comparison:
    """Return the comparison as every format but JSON tells it: with those contrasts alone, in their order.

    What is told already is told again unchanged.
    """
    findings = comparison.findings
    pairs: Iterator[Finding] = iter(telling(findings))
    told = tuple(
        found
        for each in findings
        for found in (islice(pairs, 1) if isinstance(each, FramingPair) else (each,))
    )
    return comparison if told == findings else replace(comparison, findings=told)


def over_all(comparison: Comparison) -> Comparison:
    """Return a comparison of three texts and more without what two of them each share, differ in or word.

    Rows over all texts tell it; of two texts it is all that there is.
    """
    if len(comparison.articles) < FEWEST:
        return comparison
    kept = tuple(f for f in comparison.findings if not isinstance(f, _OF_TWO))
    rows = (Fact, ValueRow, WordingRow)
    first = sorted(kept, key=lambda each: not isinstance(each, rows))
    return replace(comparison, findings=tuple(first))


def counted(comparison: Comparison) -> tuple[Finding, ...]:
    """Return the findings that a count goes by: all that is told but what every two texts have."""
    return tuple(
        f for f in as_told(comparison).findings if not (isinstance(f, FramingPair) and f.device in ALWAYS)
    )
