"""Where one text puts to a source what the other says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.identity import Identities
from compare.find.voice import Voices
from compare.model import (
    Attribution,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Link,
    Relation,
    SourceType,
    Voice,
)

RULE = "attributed-in-one"
# Passages that share only a part may attribute just the part that the other lacks.
_SAME_STATEMENT = frozenset((Relation.NEAR_VERBATIM, Relation.REWORDED))
# Below this score the passages may be two statements, of which only one is put to a source.
_SURE = 75.0
# Nor are two sentences with a person's name and title in common one statement.
_FEWEST_PLAIN_WORDS = 4
_SAME_WORD = 85.0


def sourcing(
    links: Sequence[Link], voices: Mapping[str, Voices], identities: Identities, *, first: int
) -> tuple[Discrepancy, ...]:
    """Return one finding a link whose passages say one thing, one by a source; numbers go on from `first`."""
    found: list[Discrepancy] = []
    for link in links:
        if link.relation not in _SAME_STATEMENT or link.score < _SURE or not _is_one_statement(link):
            continue
        said = [
            voices[span.article].attributed(sentence, span)
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        ]
        # The other sentence must be free of anybody's report: "The peak has passed, he said" is nobody's own.
        free = [
            sentence not in voices[span.article].attributions and not _quotes(voices[span.article], sentence)
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        ]
        if not any(_is_sourced(said[place]) and free[1 - place] for place in (0, 1)):
            continue
        found.append(_discrepancy(link, said, voices, identities, first + len(found)))
    return tuple(found)


def _is_one_statement(link: Link) -> bool:
    plain = [pair for pair in link.shared if pair.nearness >= _SAME_WORD and pair.words[0][0].islower()]
    return len(plain) >= _FEWEST_PLAIN_WORDS


def _is_sourced(said: Attribution | None) -> bool:
    """Return whether a source is told by what it is: "she" and passives without one leave it open."""
    return said is not None and said.source_type is not SourceType.NOBODY and len(said.name.split()) > 1


def _quotes(voices: Voices, sentence_id: str) -> bool:
    """Return whether a sentence has a quotation mark: part of a longer quotation is nobody's own voice."""
    label = voices.article.label
    sentence = voices.article.sentences[int(sentence_id[len(label) :]) - 1]
    return any(mark in voices.article.text[sentence.start : sentence.end] for mark in '"“”«»„')


def _discrepancy(
    link: Link,
    said: Sequence[Attribution | None],
    voices: Mapping[str, Voices],
    identities: Identities,
    number: int,
) -> Discrepancy:
    by = next(place for place, one in enumerate(said) if one is not None)
    name = next(one.name for one in said if one is not None)
    sourced, asserted = link.spans[by].article, link.spans[1 - by].article
    return Discrepancy(
        id=identities.of(RULE, [voices[s.article].article.text[s.start : s.end] for s in link.spans]),
        number=f"D{number}",
        rule=RULE,
        spans=link.spans,
        sentences=link.sentences,
        why=f"{sourced} puts this to a source ({name}); {asserted} says it in its own voice.",
        voice=Voice.OUTLET,
        type=DiscrepancyType.SOURCE,
        state=DiscrepancyState.WORDING,
        link=link.id,
        passages=link.spans,
        values=tuple(name if place == by else "no source" for place in (0, 1)),
    )
