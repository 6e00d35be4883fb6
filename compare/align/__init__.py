"""Passages of two articles to the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from itertools import combinations

from msgspec.structs import replace

from compare.align.passages import Passage, passage
from compare.align.relations import FIRM, HIGHEST, RELATED, REPORTED, SMALL, STEEPER, Meeting, meetings
from compare.align.scoring import CONSTANT, WEIGHTS, score_cells
from compare.model import Article, Counterpart, Link, Relation, Span
from compare.text.document import Document
from compare.text.senses import SOURCE

__all__ = ["align", "alignment_versions"]

RULE = "lexical-blend"


def align(documents: Sequence[Document], *, printed: Sequence[Article] = ()) -> tuple[Link, ...]:
    """Return the links between every two of the articles, in the order in which the texts tell them.

    `printed` are the articles as they stand, where documents are made of legible ones.
    """
    articles = printed or [document.article for document in documents]
    ready = {document.article.label: _passages(document) for document in documents}
    links: list[Link] = []
    for first, second in combinations(articles, 2):
        rows, columns = ready[first.label], ready[second.label]
        lexicon, cells = score_cells(rows, columns)
        found = [_link(first, second, m) for m in meetings(rows, columns, lexicon, cells)]
        links += sorted(found, key=lambda link: _order(link, first, second))
    return _distinct(links)


def alignment_versions() -> dict[str, str]:
    """Return the blend and its thresholds, to print in the method box."""
    from rapidfuzz import __version__

    blend = " ".join(f"{weight:+g} {name}" for name, weight in WEIGHTS.items())
    return {
        "rapidfuzz": __version__,
        "word senses": SOURCE,
        "score": f"{CONSTANT:g} {blend}, held between 0 and 100",
        "thresholds": (
            f"shared from {REPORTED:g}, related from {RELATED:g}; {STEEPER:g} higher for every 2.7 times"
            f" {SMALL} pairs of sentences, up to {HIGHEST:g}"
        ),
    }


def _passages(document: Document) -> list[Passage]:
    article = document.article
    return [
        passage(article.text, s, s.clauses, document.words(s.start, s.end), english=article.language == "en")
        for s in article.sentences
    ]


def _link(first: Article, second: Article, meeting: Meeting) -> Link:
    articles = (first, second)
    spans = tuple(
        Span(article=article.label, start=extent.start, end=extent.end)
        for article, extent in zip(articles, meeting.extents, strict=True)
    )
    shared = tuple(
        Counterpart(
            words=(first.text[one.start : one.end], second.text[other.start : other.end]),
            nearness=round(100 * nearness, 1),
        )
        for one, other, nearness in meeting.counterparts
    )
    quotations = sorted(article.text[s.start : s.end] for article, s in zip(articles, spans, strict=True))
    return Link(
        id="L" + sha256("\0".join((RULE, *quotations)).encode("utf-8", "surrogatepass")).hexdigest()[:10],
        spans=(spans[0], spans[1]),
        sentences=(first.sentences[meeting.cell.row].id, second.sentences[meeting.cell.column].id),
        relation=meeting.relation,
        score=meeting.cell.score,
        parts=dict(meeting.cell.parts),
        shared=shared,
        differing=tuple(
            Span(article=article.label, start=extent.start, end=extent.end)
            for article, extents in zip(articles, meeting.differing, strict=True)
            for extent in extents
        ),
        rule=RULE,
        why=_why(meeting.relation, shared),
    )


def _why(relation: Relation, shared: Sequence[Counterpart]) -> str:
    """Return one line: the words that meet, plain where they are the same, joined by ~ where they are not."""
    firm = _listed([pair for pair in shared if pair.nearness >= 100 * FIRM])
    loose = _listed([pair for pair in shared if pair.nearness < 100 * FIRM])
    meet = "Nearly the same words" if relation is Relation.NEAR_VERBATIM else "Words that meet"
    if not firm and not loose:
        return "The same words."
    return f"{meet}: {firm or 'none'}." + (f" Loosely: {loose}." if loose else "")


def _listed(pairs: Sequence[Counterpart]) -> str:
    return ", ".join(
        dict.fromkeys(p.words[0] if p.words[0] == p.words[1] else " ~ ".join(p.words) for p in pairs)
    )


def _order(link: Link, first: Article, second: Article) -> tuple[float, tuple[str, str]]:
    # By both places together, so that swapping the texts does not reorder the report.
    shares = (link.spans[0].start / len(first.text)) + (link.spans[1].start / len(second.text))
    quotations = [a.text[s.start : s.end] for a, s in zip((first, second), link.spans, strict=True)]
    return round(shares, 9), (min(quotations), max(quotations))


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links with a count behind the id of a repeated pair of quotations."""
    seen: Counter[str] = Counter()
    distinct = []
    for link in links:
        seen[link.id] += 1
        again = seen[link.id]
        distinct.append(link if again == 1 else replace(link, id=f"{link.id}-{again}"))
    return tuple(distinct)
