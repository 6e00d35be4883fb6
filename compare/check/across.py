"""A draft against two others and more: one remark a thing, and what several tell that the draft does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from compare.check.remark import Quoted, Remark, quotation
from compare.kinds import SEVERITIES, Concern
from compare.model import Article, Comparison, Fact, ValueRow


def joined(comparison: Comparison, made: Sequence[Remark]) -> list[Remark]:
    """Return the remarks with those of one row of values as one, the heaviest, that quotes all its texts."""
    draft = comparison.articles[0].label
    articles = {article.label: article for article in comparison.articles}
    kept = list(made)
    for row in comparison.findings:
        if not isinstance(row, ValueRow):
            continue
        members = [remark for remark in kept if remark.id in row.findings]
        if len(members) < 2:
            continue
        first = min(members, key=lambda one: (SEVERITIES.index(one.severity), made.index(one)))
        mine = first.quoted[0]
        others = [quotation(span, articles[span.article]) for span in row.spans if span.article != draft]
        quoted = (mine, *{(one.article, one.words): one for one in others}.values())
        whole = replace(first, quoted=quoted, why=row.why)
        kept = [whole if one is first else one for one in kept if one is first or one not in members]
    return kept


def missing(comparison: Comparison, *, asked: Collection[str]) -> Iterator[Remark]:
    """Yield a remark for each fact that two other texts or more tell and the draft does not."""
    if Concern.MISSING not in asked:
        return
    draft = comparison.articles[0]
    articles = {article.label: article for article in comparison.articles}
    for fact in comparison.findings:
        if not isinstance(fact, Fact) or draft.label in {span.article for span in fact.spans}:
            continue
        told = [label for label in articles if label in {s.article for s in fact.spans} - set(fact.attached)]
        first = [next(span for span in fact.spans if span.article == label) for label in told]
        independent = f", {fact.independent} of them independent" if fact.independent < len(told) else ""
        yield Remark(
            severity=Concern.MISSING.severity,
            kind=Concern.MISSING.value,
            state=None,
            id=fact.id,
            number=fact.number,
            line=1,
            quoted=(_everywhere(draft), *(quotation(span, articles[span.article]) for span in first)),
            why=f"Not found in the draft. {', '.join(told[:-1])} and {told[-1]} tell it{independent}.",
        )


def _everywhere(draft: Article) -> Quoted:
    return Quoted(article=draft.label, place=draft.label, words=None, start=0, end=len(draft.text))
