"""Where each text puts what both say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.identity import Identities
from compare.model import Article, Placement, Position, SharedFact, Zone

RULE = "place-in-text"
# The first and the last fifth: in a text of 25 sentences the first five are what a hurried reader sees.
_LEAD = 20.0
_END = 80.0


def placements(
    facts: Sequence[SharedFact], articles: Mapping[str, Article], identities: Identities
) -> tuple[Placement, ...]:
    """Return where each shared fact stands in each of its texts, in the order of the facts."""
    return tuple(_placement(fact, articles, identities) for fact in facts)


def _placement(fact: SharedFact, articles: Mapping[str, Article], identities: Identities) -> Placement:
    positions = tuple(
        position(articles[span.article], sentence)
        for span, sentence in zip(fact.spans, fact.sentences, strict=True)
    )
    places = ", ".join(f"{p.sentence} ({p.share:.0f}% of the way down)" for p in positions)
    return Placement(
        id=identities.of(RULE, [articles[s.article].text[s.start : s.end] for s in fact.spans]),
        number=fact.number.replace("S", "P", 1),
        rule=RULE,
        spans=fact.spans,
        sentences=fact.sentences,
        why=f"{fact.number} stands at {places}.",
        voice=fact.voice,
        fact=fact.id,
        positions=positions,
    )


def position(article: Article, sentence: str) -> Position:
    """Return where a sentence stands in its text; a text of one sentence is all lead."""
    place = int(sentence[len(article.label) :]) - 1
    share = round(100 * place / max(1, len(article.sentences) - 1), 1)
    zone = Zone.LEAD if share <= _LEAD else Zone.END if share >= _END else Zone.MIDDLE
    return Position(sentence=sentence, share=share, zone=zone)
