"""Links and articles to findings, one module a kind."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from compare.find.attribution import attributions
from compare.find.claims import claims
from compare.find.cues import cues
from compare.find.discrepancies import discrepancies
from compare.find.framing.pairs import framing_pairs
from compare.find.guesses import without_guesses
from compare.find.identity import Identities
from compare.find.placement import placements
from compare.find.shared_facts import shared_facts
from compare.find.sourcing import sourcing
from compare.find.tension import tensions
from compare.find.voice import Voices
from compare.model import Article, Finding, Link, Tension
from compare.text.lost_letters import LOST, legible
from compare.text.wordlists import WordLists

__all__ = ["find"]


def find(
    articles: Sequence[Article], links: Sequence[Link], *, lists: WordLists | None = None
) -> tuple[Finding, ...]:
    """Return every finding, kind after kind: what is shared, what differs, how it is worded, who speaks.

    Rules and lists that are made of English words are asked of English texts alone: see `not_looked_for`.
    Where letters are lost, sentences and speakers are found as if the likeliest signs stood there, but no
    difference, claim or wording rests on that, and a source is named as the text has it.
    """
    if not any(LOST in article.text for article in articles):
        return _find(articles, links, lists=lists)
    found = _find([replace(each, text=legible(each.text)) for each in articles], links, lists=lists)
    return without_guesses(found, articles, links)


def _find(
    articles: Sequence[Article], links: Sequence[Link], *, lists: WordLists | None
) -> tuple[Finding, ...]:
    identities = Identities()
    english = [article for article in articles if article.language == "en"]
    known = {article.label for article in english}
    between = [link for link in links if all(span.article in known for span in link.spans)]
    said = {
        article.label: attributions(article, identities) if article.label in known else ()
        for article in articles
    }
    voices = {article.label: Voices.of(article, said[article.label]) for article in articles}
    facts = shared_facts(links, voices, identities)
    # "Will you resign?" neither agrees with "She would not resign" nor contradicts it.
    stated = [
        link
        for link in between
        if not any(
            voices[s.article].is_question(one) for s, one in zip(link.spans, link.sentences, strict=True)
        )
    ]
    differences = discrepancies(english, stated, voices, identities)
    pairs = framing_pairs(english, stated, voices, identities, lists=lists)
    told = [span for pair in pairs for span in pair.spans]
    uneasy: list[Tension] = []
    for article in english:
        uneasy += tensions(article, identities, first=len(uneasy) + 1)
    return (
        *facts,
        *claims(articles, links, voices, identities, differences=differences),
        *placements(facts, {article.label: article for article in articles}, identities),
        *differences,
        *sourcing(stated, voices, identities, first=len(differences) + 1),
        *pairs,
        *(
            cue
            for article in english
            for cue in cues(article, voices[article.label], identities, lists=lists, told=told)
        ),
        *(one for article in articles for one in said[article.label]),
        *uneasy,
    )
