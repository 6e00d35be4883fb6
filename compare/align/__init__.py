"""Passages of two articles to the links between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from compare.align.copies import Copy, near_copies
from compare.align.evidence import CONSTANT as ODDS
from compare.align.evidence import WEIGHTS as EVIDENCE
from compare.align.nearby import Touching, headline_touches, touches
from compare.align.passages import Passage, measured, passage
from compare.align.relations import FIRM, PERHAPS, SURE, Meeting, meetings
from compare.align.scoring import CONSTANT, WEIGHTS, Cell, score_cells
from compare.align.vocabulary import Vocabulary
from compare.model import Article, Counterpart, Link, Relation, Span
from compare.text.document import Document
from compare.text.quotations import Stretches, merged
from compare.text.senses import SOURCE

__all__ = ["Alignment", "Ground", "Neighbour", "align", "alignment_versions", "prepared"]

RULE = "lexical-blend"
# "In a statement on Monday", before who speaks, and "said in a statement on Monday that".
_SHORT_SETTING = 40
# Pairs of sentences that are kept for laying wordings together.
_MOST_LAID = 40


class Neighbour(Struct, frozen=True, kw_only=True):
    """The sentence or headline of another text that may tell what a sentence tells."""

    sentence: str
    """Its id; that of a headline is `B0`."""
    by: Touching
    certainty: float
    """That of their being one fact, 0-100; 0 for a headline."""


class Ground(Struct, frozen=True, kw_only=True):
    """Two texts' sentences, the surest pairs of them, and what their words weigh."""

    labels: tuple[str, str]
    rows: Sequence[Passage]
    columns: Sequence[Passage]
    lexicon: Vocabulary
    cells: tuple[Cell, ...]
    """The surest first."""
    verbatim: tuple[Cell, ...]
    """Told in both in nearly the same words."""


class Alignment(Struct, frozen=True, kw_only=True):
    """What meets in the articles, two and two."""

    links: tuple[Link, ...]
    """In the order in which the texts tell them."""
    nearest: Mapping[str, Neighbour]
    """By the id of a sentence, where anything in another text touches it."""
    grounds: tuple[Ground, ...] = ()
    """For every two of the articles, what wordings are laid together by."""
    copies: tuple[Copy, ...] = ()
    """Which two are largely one text."""


def align(documents: Sequence[Document], *, printed: Sequence[Article] = ()) -> Alignment:
    """Return what meets in every two of the articles.

    `printed` are the articles as they stand, where documents are made of legible ones.
    """
    articles = printed or [document.article for document in documents]
    known = {document.article.label: document for document in documents}
    ready = {label: prepared(document) for label, document in known.items()}
    links: list[Link] = []
    nearest: dict[str, Neighbour] = {}
    grounds: list[Ground] = []
    for first, second in combinations(articles, 2):
        rows, columns = ready[first.label], ready[second.label]
        lexicon, cells = score_cells(rows, columns)
        met = meetings(rows, columns, lexicon, cells)
        grounds.append(
            Ground(
                labels=(first.label, second.label),
                rows=rows,
                columns=columns,
                lexicon=lexicon,
                cells=tuple(sorted(cells, key=_surest)[:_MOST_LAID]),
                verbatim=tuple(m.cell for m in met if m.relation is Relation.NEAR_VERBATIM),
            )
        )
        found = [_link(first, second, m) for m in met]
        links += sorted(found, key=lambda link: _order(link, first, second))
        sides = touches(cells, rows, columns)
        for one, other, passages, near in (
            (first, second, rows, sides[0]),
            (second, first, columns, sides[1]),
        ):
            headed = headline_touches(_headline(known[other.label]), passages, lexicon)
            for k, touch in {**headed, **near}.items():
                found_so_far = nearest.get(one.sentences[k].id)
                if found_so_far is None or found_so_far.certainty < touch.certainty:
                    told_in = f"{other.label}0" if touch.other is None else other.sentences[touch.other].id
                    nearest[one.sentences[k].id] = Neighbour(
                        sentence=told_in, by=touch.by, certainty=touch.certainty
                    )
    return Alignment(
        links=_distinct(links), nearest=nearest, grounds=tuple(grounds), copies=near_copies(documents)
    )


def _surest(cell: Cell) -> tuple[float, float, int, int]:
    # The order of two cells must not hang on which text is the first.
    return -cell.certainty, -cell.score, cell.row + cell.column, abs(cell.row - cell.column)


def _headline(document: Document) -> frozenset[str]:
    return frozenset(
        word.key
        for head in document.headlines
        for word in document.words(head.start, head.end)
        if word.content
    )


def alignment_versions() -> dict[str, str]:
    """Return the blend and its thresholds, to print in the method box."""
    from rapidfuzz import __version__

    return {
        "rapidfuzz": __version__,
        "word senses": SOURCE,
        "score": f"{CONSTANT:g} {_sum(WEIGHTS)}, held between 0 and 100",
        "certainty": f"logistic function of {ODDS:g} {_sum(EVIDENCE)}",
        "thresholds": f"sure from a certainty of {SURE:g}, perhaps from {PERHAPS:g}",
    }


def _sum(weights: Mapping[str, float]) -> str:
    return " ".join(f"{weight:+g} {name}" for name, weight in weights.items())


def prepared(document: Document) -> list[Passage]:
    """Return the sentences of an article made ready for matching."""
    article = document.article
    frames = _frames(document)
    return [
        passage(
            article.text,
            s,
            s.clauses,
            document.words(s.start, s.end),
            quotations=document.quotations,
            amounts=[measured(amount) for amount in document.values[s.id].amounts],
            frames=frames.get(s.id, ()),
            english=article.language == "en",
        )
        for s in article.sentences
    ]


def _frames(document: Document) -> dict[str, Stretches]:
    """Return by sentence where it says who speaks, from the source to the verb and up to what is said."""
    begins = {sentence.id: sentence.start for sentence in document.article.sentences}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for report in document.reports:
        told = sorted((one.start, one.end) for one in (report.source, report.cue) if one is not None)
        if not told:
            continue
        start, end = told[0][0], told[-1][1]
        if end < report.content.start <= end + _SHORT_SETTING:
            end = report.content.start
        if start - _SHORT_SETTING <= begins[report.sentence] < end <= report.content.start:
            start = begins[report.sentence]
        if start < report.content.end <= end:
            continue
        # "The ministry blocked the sale of the port, saying": what stands between is told too.
        if told[-1][0] - told[0][1] > _SHORT_SETTING:
            found[report.sentence] += [(start, told[0][1]), (told[-1][0], end)]
        else:
            found[report.sentence].append((start, end))
    return {sentence: merged(stretches) for sentence, stretches in found.items()}


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
        tier=meeting.tier,
        score=meeting.cell.score,
        certainty=meeting.cell.certainty,
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
