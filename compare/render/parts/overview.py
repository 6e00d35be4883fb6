"""The first page: the texts' cards, the counts, and what a reader of one text alone misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.kinds import count
from compare.model import (
    Article,
    Claim,
    ClaimType,
    Comparison,
    DiscrepancyState,
    FramingPair,
    Measures,
    OtherReadability,
    Readability,
    SharedFact,
)
from compare.quote import Quotation, shortened
from compare.render.parts.differences import ranked
from compare.render.parts.references import Reference, Register
from compare.render.parts.scope import unattributed, unsought
from compare.render.parts.speakers import Source
from compare.render.parts.wording import date_words, measured_in, name

# Characters of a quotation on the first page: about two lines of half a page.
FIRST_PAGE_QUOTATION = 110
MISSED = 4


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
        count(measures.words, measured_in(article)),
        count(measures.sentences, "sentence"),
        count(measures.paragraphs, "paragraph"),
    ]
    if isinstance(measures.readability, Readability):
        parts.append(f"reading grade {measures.readability.flesch_kincaid_grade:.1f}")
    elif isinstance(measures.readability, OtherReadability):
        first = measures.readability.formulas[0]
        parts.append(f"{first.name} {first.value:.1f}")
    else:
        parts.append("reading grade not measured")
    return " · ".join(parts)


def counts(comparison: Comparison, sources: Sequence[Source]) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the first page with their words."""
    facts = sum(isinstance(finding, SharedFact) for finding in comparison.findings)
    pairs = sum(isinstance(finding, FramingPair) for finding in comparison.findings)
    found = [(str(facts), "shared fact" if facts == 1 else "shared facts")]
    for article in comparison.articles:
        claims = [f for f in comparison.findings if isinstance(f, Claim) and _side(f) == article.label]
        found.append((str(len(claims)), f"found only in {article.label}"))
    differences = ranked(comparison)
    conflicts = sum(each.state is DiscrepancyState.CONFLICT for each in differences)
    noun = "discrepancy" if len(differences) == 1 else "discrepancies"
    of_them = count(conflicts, "conflict") if conflicts else "no conflict"
    if unsought(comparison):
        found += [("–", "discrepancies: not looked for"), ("–", "framing pairs: not looked for")]
    else:
        found.append((str(len(differences)), f"{noun}, {of_them}"))
        found.append((str(pairs), "framing pair" if pairs == 1 else "framing pairs"))
    if unattributed(comparison):
        return (*found, ("–", "named sources: not looked for"))
    named = [source for source in sources if source.named]
    each = ", ".join(
        f"{sum(side in source.texts for source in named)} in {article.label}"
        for side, article in enumerate(comparison.articles)
    )
    found.append((str(len(named)), f"named {'source' if len(named) == 1 else 'sources'}: {each}"))
    return tuple(found)


def _side(claim: Claim) -> str:
    return claim.spans[0].article if claim.spans else ""


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
