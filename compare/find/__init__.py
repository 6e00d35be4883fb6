"""Links and articles to findings, one module a kind."""

from __future__ import annotations

from collections.abc import Sequence

from compare.find.claims import claims
from compare.find.identity import Identities
from compare.find.placement import placements
from compare.find.shared_facts import shared_facts
from compare.find.voice import Voices
from compare.model import Article, Finding, Link

__all__ = ["find"]


def find(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Finding, ...]:
    """Return every finding: shared facts, then claims found in one text only, then placements."""
    identities = Identities()
    voices = {article.label: Voices.of(article) for article in articles}
    facts = shared_facts(links, voices, identities)
    return (
        *facts,
        *claims(articles, links, voices, identities),
        *placements(facts, {article.label: article for article in articles}, identities),
    )
