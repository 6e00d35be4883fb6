"""Which attributions an editor and a class can take at their word, and how often one source has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.check.remark import Remark
from compare.kinds import Concern, count
from compare.model import Article, Attribution, SpeechMode

# "Senators hoping to pass the bill", "passengers who refuse to wear masks": wanting and doing, no saying.
_TO_DO = re.compile(r"to [a-z]")
# What everybody calls a thing, or thought of it: "what is known as", "was considered a success".
_CALLED = re.compile(
    r"\b(?:known|considered|called|named|dubbed|thought of|seen|viewed|regarded)\b", re.IGNORECASE
)
# "Many Republicans" and "Republicans" are one source; "other senators" are others.
_HOW_MANY = re.compile(r"(?:(?:the|many|some|several|most|few|a few|a number of|all) )+", re.IGNORECASE)
# "Senators, however".
_BEHIND = re.compile(r",.*", re.DOTALL)


def is_said(found: Attribution, article: Article) -> bool:
    """Return whether somebody is said to say or think something, and not to want or refuse to do it."""
    content = found.spans[0]
    return not _TO_DO.match(article.text, content.start, content.end)


def is_without_source(found: Attribution, article: Article) -> bool:
    """Return whether an editor could ask who says so.

    Of 23 such statements of 47 pairs of articles, quotations had their speaker in the sentence before (11 of
    11), and "known" and "considered" told of no saying (5 of 5).
    """
    if found.mode is SpeechMode.DIRECT:
        return False
    return found.cue is None or not _CALLED.search(article.text, found.cue.start, found.cue.end)


def one_a_source(made: Sequence[Remark]) -> list[Remark]:
    """Return the remarks with those on one source without a name as one, the first, that counts them."""
    by_source: dict[str, list[Remark]] = {}
    for remark in made:
        if remark.kind == Concern.UNNAMED_SOURCE:
            by_source.setdefault(_source(remark), []).append(remark)
    kept = []
    for remark in made:
        same = by_source.get(_source(remark), [remark]) if remark.kind == Concern.UNNAMED_SOURCE else [remark]
        first = min(same, key=lambda one: (one.quoted[0].start, one.id))
        if remark is first:
            places = list(dict.fromkeys(one.quoted[0].place for one in sorted(same, key=_start)))
            where = (
                f" {count(len(places), 'sentence')} have it: {', '.join(places)}." if len(places) > 1 else ""
            )
            kept.append(replace(remark, why=f"{remark.why}{where}"))
    return kept


def _start(remark: Remark) -> int:
    return remark.quoted[0].start


def _source(remark: Remark) -> str:
    words = " ".join(_BEHIND.sub("", remark.quoted[0].words or "").split())
    return _HOW_MANY.sub("", words, count=1).casefold() if _HOW_MANY.match(words) else words.casefold()
