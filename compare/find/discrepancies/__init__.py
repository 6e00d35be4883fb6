"""Where linked passages differ: one module a type of difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from compare.find.discrepancies.actors import actor_differences
from compare.find.discrepancies.dates import date_differences
from compare.find.discrepancies.degree import degree_differences
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.legal import legal_differences
from compare.find.discrepancies.names import name_differences
from compare.find.discrepancies.numbers import number_differences
from compare.find.discrepancies.passages import Pair, Told, pair, side
from compare.find.discrepancies.polarity import polarity_differences
from compare.find.discrepancies.quoted import quotation_differences
from compare.find.identity import Identities
from compare.find.voice import Voices
from compare.model import Article, Discrepancy, Extent, Link, Relation, Span, Voice

__all__ = ["discrepancies"]

_RULES: tuple[Callable[[Pair], Iterable[Difference]], ...] = (
    number_differences,
    date_differences,
    name_differences,
    polarity_differences,
    degree_differences,
    legal_differences,
    actor_differences,
    quotation_differences,
)
_Found = tuple[Link, Pair, Difference]


def discrepancies(
    articles: Sequence[Article], links: Sequence[Link], identities: Identities
) -> tuple[Discrepancy, ...]:
    """Return the differences inside linked passages, in the order of the links; related ones are no links."""
    told = {article.label: Told.of(article) for article in articles}
    voices = {article.label: Voices.of(article) for article in articles}
    found = _distinct(_found(links, told))
    return tuple(
        _discrepancy(link, pair_, difference, number, voices, identities)
        for number, (link, pair_, difference) in enumerate(found, start=1)
    )


def _found(links: Sequence[Link], told: dict[str, Told]) -> Iterator[_Found]:
    for link in links:
        if link.relation is Relation.RELATED:
            continue
        one, other = (
            side(
                told[span.article],
                told[span.article].article.sentences[int(sentence[len(span.article) :]) - 1],
                Extent(start=span.start, end=span.end),
            )
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        )
        ready = pair(link.id, link.relation, one, other)
        for rule in _RULES:
            for difference in rule(ready):
                yield link, ready, difference


def _distinct(found: Iterable[_Found]) -> list[_Found]:
    """Return each difference once: the same values in several links are one, the best link's."""
    best: dict[tuple[object, ...], _Found] = {}
    for one in found:
        link, _, difference = one
        labels = tuple(span.article for span in link.spans)
        key = (labels, difference.type, difference.state, difference.values)
        if key not in best or link.score > best[key][0].score:
            best[key] = one
    return list(best.values())


def _discrepancy(
    link: Link,
    pair_: Pair,
    difference: Difference,
    number: int,
    voices: dict[str, Voices],
    identities: Identities,
) -> Discrepancy:
    spans, sentences, values = [], [], []
    for passage, sentence, extent, value in zip(
        link.spans, link.sentences, difference.extents, difference.values, strict=True
    ):
        if extent is not None:
            spans.append(Span(article=passage.article, start=extent.start, end=extent.end))
            sentences.append(sentence)
            values.append(value)
    speaking = sorted(
        voices[span.article].speaking_in(sentence, span)
        for span, sentence in zip(spans, sentences, strict=True)
    )
    texts = {side_.told.article.label: side_.text for side_ in pair_.sides}
    return Discrepancy(
        id=identities.of(difference.rule, [texts[s.article][s.start : s.end] for s in spans]),
        number=f"D{number}",
        rule=difference.rule,
        spans=tuple(spans),
        sentences=tuple(sentences),
        why=difference.why.replace("{0}", link.spans[0].article).replace("{1}", link.spans[1].article),
        voice=next((v for v in speaking if v is not Voice.OUTLET), Voice.OUTLET),
        type=difference.type,
        state=difference.state,
        link=link.id,
        passages=link.spans,
        values=tuple(values),
    )
