"""Where one text puts to a source what the other says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.identity import Identities
from compare.find.voice import Voices
from compare.model import Attribution, Discrepancy, DiscrepancyState, DiscrepancyType, Link, Relation, Voice

RULE = "attributed-in-one"
# Passages that share only a part may attribute just the part that the other lacks.
_SAME_STATEMENT = frozenset((Relation.NEAR_VERBATIM, Relation.REWORDED))


def sourcing(
    links: Sequence[Link], voices: Mapping[str, Voices], identities: Identities, *, first: int
) -> tuple[Discrepancy, ...]:
    """Return one finding a link whose passages say one thing, one by a source; numbers go on from `first`."""
    found: list[Discrepancy] = []
    for link in links:
        if link.relation not in _SAME_STATEMENT:
            continue
        said = [
            voices[span.article].attributed(sentence, span)
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        ]
        if (said[0] is None) == (said[1] is None):
            continue
        found.append(_discrepancy(link, said, voices, identities, first + len(found)))
    return tuple(found)


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
