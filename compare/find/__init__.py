"""Links and articles to findings, one module a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.align import Alignment
from compare.find.across import find_across
from compare.find.attribution import attributions
from compare.find.claims import find_claims
from compare.find.cues import find_cues
from compare.find.devices import find_devices
from compare.find.discrepancies import find_discrepancies, find_figures
from compare.find.discrepancies.beside import lay_beside
from compare.find.facts import find_facts
from compare.find.framing.lines import Text
from compare.find.framing.pairs import framing_pairs
from compare.find.identity import Identities
from compare.find.lost_letters import without_guesses
from compare.find.shared_facts import find_shared_facts, placements
from compare.find.sourcing import find_sourcing
from compare.find.tension import tensions
from compare.model import (
    Article,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Finding,
    Link,
    Tension,
)
from compare.text.document import Document
from compare.text.lost_letters import LOST
from compare.text.wordlists import WordLists

__all__ = ["find"]


def find(
    documents: Sequence[Document],
    alignment: Alignment,
    *,
    lists: WordLists | None = None,
    printed: Sequence[Article] = (),
) -> tuple[Finding, ...]:
    """Return every finding, kind after kind: what is shared, what differs, how it is worded, who speaks.

    Rules and lists that are made of English words are asked of English texts alone: see `not_looked_for`.
    Where letters are lost, sentences and speakers are found as if the likeliest signs stood there, but no
    difference, claim or wording rests on that, and a source is named as the text has it: `printed` are the
    articles as they stand, where documents are made of legible ones.
    """
    found = _find({document.article.label: document for document in documents}, alignment, lists=lists)
    if not any(LOST in article.text for article in printed):
        return found
    return without_guesses(found, printed, alignment.links)


def _find(
    documents: Mapping[str, Document], alignment: Alignment, *, lists: WordLists | None
) -> tuple[Finding, ...]:
    links = alignment.links
    identities = Identities()
    english = {label: one for label, one in documents.items() if one.article.language == "en"}
    between = [link for link in links if all(span.article in english for span in link.spans)]
    said = [attributions(document, identities) for document in english.values()]
    # "Will you resign?" neither agrees with "She would not resign" nor contradicts it.
    stated = [
        link
        for link in between
        if not any(
            documents[s.article].voices.is_question(one)
            for s, one in zip(link.spans, link.sentences, strict=True)
        )
    ]
    beside = lay_beside(stated, documents)
    differences = find_discrepancies(stated, documents, identities, beside=beside)
    agreeing = _agreeing(links, differences)
    facts = find_shared_facts(agreeing, documents, identities)
    texts = {label: Text.of(document) for label, document in english.items()}
    pairs = framing_pairs(texts, stated, identities, lists=lists)
    told = [span for pair in pairs for span in pair.spans]
    uneasy: list[Tension] = []
    for document in english.values():
        uneasy += tensions(document, identities, first=len(uneasy) + 1)
    found: tuple[Finding, ...] = (
        *facts,
        *find_claims(documents, alignment, identities),
        *placements(facts, {label: document.article for label, document in documents.items()}, identities),
        *differences,
        *find_figures(beside, documents, identities),
        *find_sourcing(stated, documents, identities, first=len(differences) + 1),
        *pairs,
        *find_devices(documents, alignment.grounds, links, identities, first=len(pairs) + 1),
        *(cue for text in texts.values() for cue in find_cues(text, identities, lists=lists, told=told)),
        *(one for of_text in said for one in of_text),
        *uneasy,
    )
    over_all = find_facts(agreeing, alignment, documents, identities)
    return (*found, *over_all, *find_across(found, over_all, documents, identities))


def _agreeing(links: Sequence[Link], differences: Sequence[Discrepancy]) -> tuple[Link, ...]:
    """Return the links but those of which one text denies what the other says."""
    denied = {
        found.link
        for found in differences
        if found.type is DiscrepancyType.NEGATION and found.state is DiscrepancyState.CONFLICT
    }
    return tuple(link for link in links if link.id not in denied)
