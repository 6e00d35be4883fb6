"""The function `conflict` of the scorer's adapter: whether two sentences are shown with a conflict."""

from __future__ import annotations

from hashlib import sha256

from msgspec.structs import replace

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.identity import Identities
from compare.model import (
    Article,
    Discrepancy,
    DiscrepancyState,
    Extent,
    Link,
    Origin,
    Relation,
    Sentence,
    Span,
    Tier,
    fingerprint,
)
from compare.text.clauses import clauses
from compare.text.document import Document
from compare.text.values import values


def conflict(a: str, b: str) -> bool:
    """Return whether two sentences, taken as linked, are shown with a conflict."""
    return any(found.state is DiscrepancyState.CONFLICT for found in found_between(a, b))


def found_between(a: str, b: str) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of two sentences, linked where the aligner links them or a head is shared."""
    articles = (_article("A", a), _article("B", b))
    documents = {article.label: Document(article) for article in articles}
    # Taken as linked, however sure the aligner is.
    links = tuple(replace(link, tier=Tier.SURE) for link in align([*documents.values()]).links)
    if not links and _heads(a) & _heads(b):
        links = (_whole(articles),)
    return find_discrepancies(links, documents, Identities())


def _heads(text: str) -> set[str]:
    """Return what the numbers of a sentence count, and "date" where it has one."""
    found = values(text, 0, len(text))
    heads = {a.head.status or a.head.key or a.unit for a in found.amounts}
    return (heads | {"date" for _ in found.moments}) - {""}


def _article(label: str, text: str) -> Article:
    whole = text or " "
    extents = tuple(Extent(start=s, end=e) for s, e in clauses(whole, 0, len(whole)))
    return Article(
        label=label,
        outlet=None,
        title=None,
        byline=None,
        published=None,
        language="en",
        origin=Origin(
            name=label,
            sha256=sha256(whole.encode()).hexdigest(),
            encoding="utf-8",
            text_sha256=fingerprint(whole),
        ),
        text=whole,
        furniture=(),
        sentences=(Sentence(id=f"{label}1", start=0, end=len(whole), paragraph=1, clauses=extents),),
    )


def _whole(articles: tuple[Article, Article]) -> Link:
    return Link(
        id="L",
        spans=tuple(Span(article=a.label, start=0, end=len(a.text)) for a in articles),
        sentences=tuple(a.sentences[0].id for a in articles),
        relation=Relation.PARTIAL,
        tier=Tier.SURE,
        score=0.0,
        certainty=0.0,
        parts={},
        shared=(),
        differing=(),
        rule="whole-sentences",
        why="",
    )
