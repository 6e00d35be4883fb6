"""What three texts or more tell together: one finding a fact, whoever tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.align import Alignment
from compare.align.copies import witnesses
from compare.align.facts import Row, rows
from compare.find.identity import Identities
from compare.model import Article, Fact, Link, Voice
from compare.text.document import Document

RULE = "linked-by-average"
# What two texts tell together are their shared facts.
FEWEST = 3
_DAY = "YYYY-MM-DD"


def find_facts(
    links: Sequence[Link],
    alignment: Alignment,
    documents: Mapping[str, Document],
    identities: Identities,
) -> tuple[Fact, ...]:
    """Return the facts over all texts, those of most independent texts first; none of two texts."""
    if len(documents) < FEWEST:
        return ()
    passages = {
        sentence.id: passage
        for ground in alignment.grounds
        for label, side in zip(ground.labels, (ground.rows, ground.columns), strict=True)
        for sentence, passage in zip(documents[label].article.sentences, side, strict=True)
    }
    texts = {label: document.article.text for label, document in documents.items()}
    groups = witnesses(list(documents), alignment.copies)
    found = [(row, *_told(row, groups)) for row in rows(links, texts, passages, witnesses=groups)]
    found.sort(key=lambda each: (-each[2], -len(each[1])))
    return tuple(
        _fact(row, told, independent, number, documents, identities)
        for number, (row, told, independent) in enumerate(found, start=1)
    )


def _told(row: Row, groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], int]:
    """Return which texts surely tell a fact, and how many of them are none's copies."""
    told = tuple(sorted({span.article for span in row.spans} - set(row.attached)))
    return told, sum(any(label in group for label in told) for group in groups)


def _fact(
    row: Row,
    told: Sequence[str],
    independent: int,
    number: int,
    documents: Mapping[str, Document],
    identities: Identities,
) -> Fact:
    speaking = sorted(
        documents[span.article].voices.speaking_in(sentence, span)
        for span, sentence in zip(row.spans, row.sentences, strict=True)
        if span.article not in row.attached
    )
    why = f"Told by {len(told)} of {len(documents)} texts"
    if independent < len(told):
        why += f", {independent} of them independent"
    if row.attached:
        why += f"; perhaps by {', '.join(row.attached)}"
    return Fact(
        id=identities.of(RULE, [documents[s.article].article.text[s.start : s.end] for s in row.spans]),
        number=f"E{number}",
        rule=RULE,
        spans=row.spans,
        sentences=row.sentences,
        why=f"{why}.",
        voice=next((voice for voice in speaking if voice is not Voice.OUTLET), Voice.OUTLET),
        links=row.links,
        attached=row.attached,
        independent=independent,
        first=_first(
            [documents[label].article for label in told],
            [documents[label].article for label in row.attached],
        ),
        also=row.also,
    )


def _first(articles: Sequence[Article], perhaps: Sequence[Article]) -> str | None:
    """Return the text that is of a day before all others; None where dates do not tell.

    A text that only perhaps tells the fact may have told it first, and is never said to have.
    """
    days = sorted((article.published or "", article.label) for article in articles)
    if any(len(day) != len(_DAY) for day, _ in days) or days[0][0] == days[1][0]:
        return None
    earliest, label = days[0]
    later = all(len(a.published or "") == len(_DAY) and (a.published or "") > earliest for a in perhaps)
    return label if later else None
