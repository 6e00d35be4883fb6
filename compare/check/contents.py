"""Remarks that are made only where they are asked for: what one text has alone, and shared runs of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from compare.check.remark import Quoted, Remark, line, quotation
from compare.check.said import is_said
from compare.find.identity import Identities
from compare.kinds import Concern
from compare.model import Article, Attribution, Claim, Comparison, SourceType, Span, Voice
from compare.text.quotations import quotations
from compare.text.words import words

_PRONOUNS = frozenset("he she it they we i you who".split())
_RUN_WHY = "{} words in a row in both texts: is there a common source?"


def contents(comparison: Comparison, *, asked: frozenset[str], first: int) -> Iterator[Remark]:
    """Yield the remarks of the kinds that are asked for; runs are numbered from M`first`."""
    draft = comparison.articles[0]
    articles = {article.label: article for article in comparison.articles}
    for finding in comparison.findings:
        if isinstance(finding, Claim) and finding.spans:
            concern = Concern.ONLY if finding.spans[0].article == draft.label else Concern.MISSING
            if concern in asked:
                yield _claim(finding, concern, draft, articles, why=_why(finding, concern, comparison))
    if Concern.SHARED_RUN in asked:
        yield from _runs(comparison, first)


def _told(claim: Claim, comparison: Comparison) -> Attribution | None:
    """Return the attribution that has most of a claim."""
    here = claim.spans[0]
    meeting = [
        (min(here.end, one.spans[0].end) - max(here.start, one.spans[0].start), one)
        for one in comparison.findings
        if isinstance(one, Attribution) and one.spans and one.spans[0].article == here.article
    ]
    most, told = max(meeting, key=lambda each: each[0], default=(0, None))
    return told if most > 0 else None


def _source(told: Attribution | None) -> str:
    """Return to whom a text puts a claim, as that text names the source; or nothing."""
    if told is None or told.source_type is SourceType.NOBODY:
        return ""
    # "She" is a source that the text names elsewhere, and no name for this memo.
    return "" if told.name.lower() in _PRONOUNS else " ".join(told.name.split())


def _claim(
    finding: Claim, concern: Concern, draft: Article, articles: dict[str, Article], *, why: str
) -> Remark:
    said = finding.spans[0]
    words = quotation(said, articles[said.article])
    everywhere = Quoted(article=draft.label, place=draft.label, words=None, start=0, end=len(draft.text))
    return Remark(
        severity=concern.severity,
        kind=concern.value,
        state=None,
        id=finding.id,
        number=finding.number,
        line=line(draft, said.start) if concern is Concern.ONLY else 1,
        quoted=(words,) if concern is Concern.ONLY else (everywhere, words),
        why=why,
    )


def _why(claim: Claim, concern: Concern, comparison: Comparison) -> str:
    where = "in another text" if concern is Concern.ONLY else "in the draft"
    there = "The draft" if concern is Concern.ONLY else claim.spans[0].article
    told = _told(claim, comparison)
    named = _source(told)
    article = next(each for each in comparison.articles if each.label == claim.spans[0].article)
    if claim.voice is Voice.OUTLET or (told is not None and not is_said(told, article)):
        said = f"{there} says it in its own voice"
    elif named:
        said = f"{there} puts it to a source ({named})"
    else:
        said = f"{there} gives it as somebody's words"
    return f"Not found {where}. {said}."


def _runs(comparison: Comparison, first: int) -> Iterator[Remark]:
    draft = comparison.articles[0]
    identities = Identities()
    found = ((other, run) for other in comparison.articles[1:] for run in overlap(draft, other).runs)
    for number, (other, (here, there, length)) in enumerate(found, start=first):
        quoted = (quotation(here, draft), quotation(there, other))
        yield Remark(
            severity=Concern.SHARED_RUN.severity,
            kind=Concern.SHARED_RUN.value,
            state=None,
            id=identities.of("shared-run", [each.words or "" for each in quoted]),
            number=f"M{number}",
            line=line(draft, here.start),
            quoted=quoted,
            why=_RUN_WHY.format(length),
        )


# ------------------------------------------------------------------------------------------------ shared runs
# Runs of words that two texts share, outside of quotation marks, and how much of each text they are.

# The five pairs at hand have four runs of six words or more: one of ten that any editor would stop at, and
# three of six around the name of a body.
SHORTEST = 6
# Places of the other text that a run is tried at: a text that repeats itself a thousand times costs no more.
_MOST_PLACES = 8

_Words = list[tuple[int, int, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The runs that a draft shares with another text, in the draft's order."""

    runs: tuple[tuple[Span, Span, int], ...]
    """Where each stands in the draft and in the other text, and how many words it has."""
    shares: tuple[float, float]
    """Per cent of the draft's and of the other text's words that stand in a shared run."""


def overlap(draft: Article, other: Article) -> Overlap:
    """Return the runs of words, in any case, that both texts have outside of quotation marks.

    A run may go on over the end of a sentence, where both texts do.

    >>> from compare.read import article_from_bytes
    >>> texts = {"A": "They said the dam broke at noon on Monday.", "B": "The dam broke at noon on Sunday."}
    >>> a, b = (article_from_bytes(t.encode(), name="x", label=n)[0] for n, t in texts.items())
    >>> [(a.text[one.start:one.end], length) for one, _, length in overlap(a, b).runs]
    [('the dam broke at noon on', 6)]
    """
    one, two = _plain(draft), _plain(other)
    grams = _grams(two)
    runs, at = [], 0
    while at <= len(one) - SHORTEST:
        places = grams.get(_gram(one, at), [])[:_MOST_PLACES]
        length, place = max(((_length(one, two, at, p), -p) for p in places), default=(0, 0))
        if not length:
            at += 1
            continue
        spans = [
            Span(article=article.label, start=found[first][0], end=found[first + length - 1][1])
            for article, found, first in ((draft, one, at), (other, two, -place))
        ]
        runs.append((spans[0], spans[1], length))
        at += length
    common = grams.keys() & _grams(one).keys()
    return Overlap(runs=tuple(runs), shares=(_share(one, common), _share(two, common)))


def _plain(article: Article) -> _Words:
    """Return the words of the sentences; one inside quotation marks is None, and ends every run."""
    marks = [place for mark in quotations(article.text) for place in mark]
    found: _Words = []
    passed = 0
    for sentence in article.sentences:
        for word in words(article.text, sentence.start, sentence.end):
            while passed < len(marks) and marks[passed] <= word.start:
                passed += 1
            text = None if passed % 2 else article.text[word.start : word.end].lower().replace("’", "'")
            found.append((word.start, word.end, text))
    return found


def _gram(found: _Words, at: int) -> tuple[str | None, ...]:
    return tuple(word for _, _, word in found[at : at + SHORTEST])


def _grams(found: _Words) -> dict[tuple[str | None, ...], list[int]]:
    grams: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for at in range(len(found) - SHORTEST + 1):
        gram = _gram(found, at)
        if None not in gram:
            grams[gram].append(at)
    return dict(grams)


def _length(one: _Words, two: _Words, at: int, place: int) -> int:
    """Return how many words go on equal from two places."""
    length = 0
    while at + length < len(one) and place + length < len(two):
        mine, theirs = one[at + length][2], two[place + length][2]
        if mine is None or mine != theirs:
            break
        length += 1
    return length


def _share(found: _Words, common: AbstractSet[tuple[str | None, ...]]) -> float:
    inside: set[int] = set()
    for at in range(len(found) - SHORTEST + 1):
        if _gram(found, at) in common:
            inside.update(range(at, at + SHORTEST))
    return 100 * len(inside) / len(found) if found else 0.0
