"""The first page: the texts' cards, the counts, and a few sentences made of the most salient findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import (
    Article,
    Claim,
    ClaimType,
    Comparison,
    Measures,
    Readability,
    Relation,
    SharedFact,
    Voice,
)
from compare.render.marks import Mark
from compare.render.passages import Fact, Meeting, Pair
from compare.render.quotation import Quotation, shortened
from compare.render.references import Reference, Register
from compare.render.wording import count, date_words, in_words, listed, name

# Characters of a quotation on the first page: about two lines of half a page.
FIRST_PAGE_QUOTATION = 110
MISSED = 4
# Shares of the way down that are nearer than this are the same place to a reader.
APART = 25.0
# A text at least so many times as long as the other has more to say for that alone.
LONGER = 1.3

_UNIT = re.compile(r"[ \u00a0]\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One text as the first page introduces it."""

    side: int
    label: str
    name: str
    headline: str | None
    byline: str
    date: str
    figures: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a sentence: the tool's words, or a quotation, a label, a page reference."""

    words: str = ""
    quotation: Quotation | None = None
    reference: Reference | None = None
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What a reader of one text alone misses: claims found only in another."""

    reading: Card
    items: tuple[tuple[Quotation, Reference], ...]
    more: int
    href: str


def cards(comparison: Comparison) -> tuple[Card, ...]:
    """Return one card a text; what a file does not say is said to be missing."""
    measures = {measure.article: measure for measure in comparison.measures}
    return tuple(
        Card(
            side=side,
            label=article.label,
            name=name(article),
            headline=article.title,
            byline=article.byline or "no byline",
            date=date_words(article.published) if article.published else "undated",
            figures=_figures(article, measures.get(article.label)),
            file=article.origin.name,
        )
        for side, article in enumerate(comparison.articles)
    )


def _figures(article: Article, measures: Measures | None) -> str:
    if measures is None:
        return count(len(article.sentences), "sentence")
    parts = [
        count(measures.words, "word"),
        count(measures.sentences, "sentence"),
        count(measures.paragraphs, "paragraph"),
    ]
    if isinstance(measures.readability, Readability):
        parts.append(f"reading grade {measures.readability.flesch_kincaid_grade:.1f}")
    else:
        parts.append("reading grade not measured")
    return " · ".join(parts)


def counts(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the first page with their words."""
    facts = sum(isinstance(finding, SharedFact) for finding in comparison.findings)
    found = [(str(facts), "shared fact" if facts == 1 else "shared facts")]
    for article in comparison.articles:
        claims = [f for f in comparison.findings if isinstance(f, Claim) and _side(f) == article.label]
        found.append((str(len(claims)), f"found only in {article.label}"))
    for article in comparison.articles:
        linked = len(linked_sentences(comparison, article))
        found.append(
            (f"{linked} of {len(article.sentences)}", f"sentences of {article.label} with a counterpart")
        )
    return tuple(found)


def _side(claim: Claim) -> str:
    return claim.spans[0].article if claim.spans else ""


def linked_sentences(comparison: Comparison, article: Article) -> frozenset[str]:
    """Return the ids of an article's sentences that share something with another text."""
    own = {sentence.id for sentence in article.sentences}
    return frozenset(
        sentence
        for link in comparison.links
        if link.relation is not Relation.RELATED
        for sentence in link.sentences
        if sentence in own
    )


def missed(comparison: Comparison, register: Register, cards: Sequence[Card]) -> tuple[Missed, ...]:
    """Return for each text the most salient claims found only in the others, one a sentence."""
    by_label = {article.label: article for article in comparison.articles}
    found = []
    for card in cards:
        claims = [
            f for f in comparison.findings if isinstance(f, Claim) and f.spans and _side(f) != card.label
        ]
        top: dict[str, Claim] = {}
        # A detail is part of a sentence and reads badly alone.
        for claim in sorted(claims, key=lambda claim: (claim.type is ClaimType.DETAIL, -claim.salience)):
            top.setdefault(claim.sentences[0], claim)
        chosen = list(top.values())[:MISSED]
        items = tuple(
            (
                shortened(by_label[_side(claim)], claim.spans[0], limit=FIRST_PAGE_QUOTATION),
                register.sentence(claim.sentences[0]),
            )
            for claim in chosen
        )
        others = [other for other in cards if other.side != card.side]
        href = f"#only-{others[0].side}" if others else ""
        found.append(Missed(reading=card, items=items, more=len(claims) - len(chosen), href=href))
    return tuple(found)


def highlights(
    comparison: Comparison, meetings: Sequence[Meeting], cards: Sequence[Card]
) -> tuple[tuple[Run, ...], ...]:
    """Return up to five sentences on what stands out, each with where to read on."""
    found: list[tuple[Run, ...]] = []
    for meeting in meetings:
        first, second = (cards[side] for side in meeting.sides)
        if not meeting.pairs:
            words = (
                f"No passage of {first.label} was found to report the same thing as one of {second.label}. "
                "They may be about different events, or tell one event in no common words."
            )
            found.append((Run(words=words),))
            continue
        found.append(_overlap(comparison, meeting, first, second))
        found.extend(_details(comparison, meeting))
        found.append(_closest(meeting))
        found.extend(_placed_apart(meeting, first, second))
    found.extend(_sources(comparison))
    return tuple(found[:5])


def _overlap(comparison: Comparison, meeting: Meeting, first: Card, second: Card) -> tuple[Run, ...]:
    """Return how much of each text the other reports too, and how the texts differ in length."""
    shares = []
    for card, side in ((first, 0), (second, 1)):
        linked = {pair.passages[side].reference.words for pair in meeting.pairs}
        total = len(comparison.articles[card.side].sentences)
        noun = "sentence" if total == 1 else "sentences"
        shares.append(f"{in_words(len(linked))} of {card.label}’s {in_words(total)} {noun}")
    words = f"{shares[0]} and {shares[1]} report something that the other text reports too"
    sizes = {m.article: m.words for m in comparison.measures}
    small, large = sorted((first, second), key=lambda card: sizes.get(card.label, 0))
    ratio = sizes.get(large.label, 0) / max(sizes.get(small.label, 0), 1)
    longer = f" {large.label} is {ratio:.1f} times as long as {small.label}." if ratio >= LONGER else ""
    return (Run(words=words[0].upper() + words[1:]), Run(page="#side-by-side"), Run(words=f".{longer}"))


def _details(comparison: Comparison, meeting: Meeting) -> Iterator[tuple[Run, ...]]:
    """Yield one sentence on the names and figures that matching passages have on one side only."""
    richest: tuple[tuple[Quotation, ...], tuple[Quotation, ...]] = ((), ())
    where, best = None, 0
    for pair in meeting.pairs:
        keys = _own_keys(comparison, pair, 0), _own_keys(comparison, pair, 1)
        # A figure says more than a name, which is often a person's other title.
        worth = sum(2 if any(map(str.isdigit, key.text)) else 1 for key in (*keys[0], *keys[1]))
        if worth > best:
            richest, where, best = keys, pair, worth
    if where is None:
        return
    runs = [Run(words="Where both report the same thing, ")]
    for passage, own in zip(where.passages, richest, strict=True):
        if own:
            label = comparison.articles[passage.side].label
            runs.append(Run(words=f"{' and ' if len(runs) > 1 else ''}only {label} writes "))
            for i, key in enumerate(own[:3]):
                if i:
                    runs.append(Run(words=" and " if i == min(len(own), 3) - 1 else ", "))
                runs.append(Run(quotation=key))
            runs.append(Run(reference=passage.reference))
    yield (*runs, Run(page=f"#{where.id}"), Run(words="."))


def _own_keys(comparison: Comparison, pair: Pair, own: int) -> tuple[Quotation, ...]:
    """Return the boxed names and figures of one side that the other text has nowhere.

    A bare figure takes the word after it along: "21 feet".
    """
    passage, other = pair.passages[own], pair.passages[1 - own]
    text, elsewhere = (comparison.articles[side].text for side in (passage.side, other.side))
    found, here = [], passage.start
    for piece in passage.pieces:
        end = here + len(piece.text)
        if piece.mark is Mark.KEY and piece.text not in elsewhere:
            unit = _UNIT.match(text, end) if not any(map(str.isalpha, piece.text)) else None
            stop = unit.end() if unit else end
            found.append(Quotation(text=text[here:stop], start=here, end=stop, cut=False))
        here = end
    return tuple(found)


def _closest(meeting: Meeting) -> tuple[Run, ...]:
    pair = max(meeting.pairs, key=lambda pair: pair.share)
    first, second = pair.passages
    return (
        Run(words="The closest passages: "),
        Run(quotation=first.quotation),
        Run(reference=first.reference),
        Run(words=" and "),
        Run(quotation=second.quotation),
        Run(reference=second.reference),
        Run(page=f"#{pair.id}"),
        Run(words="."),
    )


def _placed_apart(meeting: Meeting, first: Card, second: Card) -> Iterator[tuple[Run, ...]]:
    placed = [fact for fact in meeting.facts if fact.shares is not None]
    if not placed:
        return
    fact = max(placed, key=_distance)
    if _distance(fact) < APART or fact.shares is None:
        return
    yield (
        Run(quotation=fact.quotation),
        Run(reference=fact.references[0]),
        Run(reference=fact.references[1]),
        Run(words=f" stands {_where(fact.shares[0])} {first.label}"),
        Run(words=f" and {_where(fact.shares[1])} {second.label}"),
        Run(page="#shared-facts"),
        Run(words="."),
    )


def _distance(fact: Fact) -> float:
    return abs(fact.shares[0] - fact.shares[1]) if fact.shares else 0.0


def _where(share: float) -> str:
    if share < 1:
        return "at the very start of"
    return "at the very end of" if share > 99 else f"{share:.0f}% of the way down"


def _sources(comparison: Comparison) -> Iterator[tuple[Run, ...]]:
    named = {
        article.label: sum(
            isinstance(f, Claim) and _side(f) == article.label and f.voice is Voice.NAMED_SOURCE
            for f in comparison.findings
        )
        for article in comparison.articles
    }
    if any(named.values()):
        parts = tuple(f"{in_words(n) if n else 'none'} only in {label}" for label, n in named.items())
        first = min(i for i, number in enumerate(named.values()) if number)
        words = f"Claims put to a named source: {listed(parts)}"
        yield (Run(words=words), Run(page=f"#only-{first}"), Run(words="."))
