"""Remarks that are made only where they are asked for: what one text has alone, and shared runs of words."""

from __future__ import annotations

from collections.abc import Iterator

from compare.check.remark import Quoted, Remark, line, quotation
from compare.check.shared_runs import overlap
from compare.find.identity import Identities
from compare.kinds import Concern
from compare.model import Article, Attribution, Claim, Comparison, SourceType, Voice

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


def _source(claim: Claim, comparison: Comparison) -> str:
    """Return to whom the text of a claim puts it, as that text names the source; or nothing."""
    here = claim.spans[0]
    meeting = [
        (min(here.end, one.spans[0].end) - max(here.start, one.spans[0].start), one)
        for one in comparison.findings
        if isinstance(one, Attribution) and one.spans and one.spans[0].article == here.article
    ]
    most, told = max(meeting, key=lambda each: each[0], default=(0, None))
    if told is None or most <= 0 or told.source_type is SourceType.NOBODY:
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
    named = _source(claim, comparison)
    if claim.voice is Voice.OUTLET:
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
