"""Where linked passages differ: one module a type of difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from compare.find.discrepancies.actors import actor_differences
from compare.find.discrepancies.afar import find_afar
from compare.find.discrepancies.beside import Beside, lay_beside, sentence_of
from compare.find.discrepancies.codes import code_differences
from compare.find.discrepancies.dated_things import dated_thing_differences
from compare.find.discrepancies.dates import date_differences
from compare.find.discrepancies.degree import degree_differences
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.directions import direction_differences
from compare.find.discrepancies.doers import doer_differences
from compare.find.discrepancies.doers_named import named_doer_differences
from compare.find.discrepancies.far_times import find_far_times
from compare.find.discrepancies.figures import RULE as FIGURE_RULE
from compare.find.discrepancies.fuller_places import fuller_place_differences
from compare.find.discrepancies.introductions import find_introductions, find_slips
from compare.find.discrepancies.large_numbers import find_large_numbers
from compare.find.discrepancies.legal import legal_differences
from compare.find.discrepancies.names import SCRIPT_RULE, name_differences, spelling_differences
from compare.find.discrepancies.names_apart import find_names_apart
from compare.find.discrepancies.nationality import nationality_differences
from compare.find.discrepancies.none_or_some import none_or_some_differences
from compare.find.discrepancies.opposite_acts import opposite_act_differences
from compare.find.discrepancies.other_times import clause_time_conflicts, time_conflicts
from compare.find.discrepancies.pairing import Pair, pair, side
from compare.find.discrepancies.places import place_differences
from compare.find.discrepancies.polarity import polarity_differences
from compare.find.discrepancies.ranks import rank_differences
from compare.find.discrepancies.sizes import find_sizes
from compare.find.discrepancies.stages import stage_differences
from compare.find.discrepancies.telling import said
from compare.find.identity import Identities
from compare.model import Discrepancy, DiscrepancyState, Extent, Figure, Link, Span, Tier, Voice
from compare.text.document import Document

__all__ = ["find_discrepancies", "find_figures"]

_RULES: tuple[Callable[[Pair], Iterable[Difference]], ...] = (
    rank_differences,
    date_differences,
    name_differences,
    nationality_differences,
    polarity_differences,
    degree_differences,
    legal_differences,
    actor_differences,
    doer_differences,
    code_differences,
    fuller_place_differences,
)
# What is compared in the whole sentences of which a clause is linked.
_WIDE_RULES: tuple[Callable[[Pair], Iterable[Difference]], ...] = (spelling_differences, stage_differences)
# Of these the ones that are none of `_RULES`.
_WHOLE_RULES: tuple[Callable[[Pair], Iterable[Difference]], ...] = (stage_differences,)
# And of those that are surely linked.
_SURE_RULES: tuple[Callable[[Pair], Iterable[Difference]], ...] = (
    time_conflicts,
    none_or_some_differences,
    direction_differences,
    opposite_act_differences,
    place_differences,
    named_doer_differences,
)
# "11 dead" and "at least 14 have died" are less sure to be one fact for their figures, and what a reader
# looks for first. In 46 pairs of real articles no false difference came of the links from here on.
_EVEN = 50.0
# What a reader wants to know first: whether anything conflicts.
_RANK = {
    DiscrepancyState.CONFLICT: 0,
    DiscrepancyState.LATER_COUNT: 1,
    DiscrepancyState.OTHER_MEASURE: 2,
    DiscrepancyState.OTHER_SOURCE: 3,
    DiscrepancyState.WORDING: 4,
    DiscrepancyState.PRECISION: 5,
    DiscrepancyState.ONE_ONLY: 6,
}
_Found = tuple[Link | None, Pair, Difference]
"""The link is None where a name is spelled otherwise in sentences that no link joins."""


def find_discrepancies(
    links: Sequence[Link],
    documents: Mapping[str, Document],
    identities: Identities,
    *,
    beside: Sequence[Beside] | None = None,
) -> tuple[Discrepancy, ...]:
    """Return the differences inside linked passages, conflicts first, then in the order of the links.

    Passages that are perhaps linked count where they are sooner one fact than not. `beside` are the figures,
    times and quotations that are laid side by side, where that has been done.
    """
    laid = lay_beside(links, documents) if beside is None else beside
    found = sorted(
        _distinct(_without_own(_found(links, documents, laid), documents)),
        # How a foreign name is written is a note, and comes last.
        key=lambda one: (one[2].rule == SCRIPT_RULE, _RANK[one[2].state]),
    )
    return tuple(
        _discrepancy(link, pair_, difference, number, documents, identities)
        for number, (link, pair_, difference) in enumerate(found, start=1)
    )


def _without_own(found: Iterable[_Found], documents: Mapping[str, Document]) -> Iterator[_Found]:
    """Yield the differences without those of two sentences of which either text has both."""

    def plain(document: Document, sentence: Extent) -> str:
        return " ".join(document.article.text[sentence.start : sentence.end].split())

    told = {label: {plain(d, s) for s in d.article.sentences} for label, d in documents.items()}
    for one in found:
        sides = one[1].sides
        if not all(
            plain(side_.document, side_.sentence) in told[other.document.article.label]
            for side_, other in zip(sides, sides[::-1], strict=True)
        ):
            yield one


def find_figures(
    beside: Sequence[Beside], documents: Mapping[str, Document], identities: Identities
) -> tuple[Figure, ...]:
    """Return the figures of linked sentences that both texts give alike, each once, in reading order."""
    best: dict[tuple[object, ...], Beside] = {}
    for one in beside:
        if one.figures is None or one.difference is not None or one.link is None:
            continue
        values = one.figures.one.amount.reading, one.figures.other.amount.reading
        key = (one.pair.labels, values)
        if key not in best or one.figures.evidence > best[key].figures.evidence:  # type: ignore[union-attr]
            best[key] = one
    found = sorted(best.values(), key=_place)
    return tuple(_figure(one, number, documents, identities) for number, one in enumerate(found, start=1))


def _place(one: Beside) -> tuple[float, tuple[str, ...]]:
    """Return where in both texts a figure stands, the same way whichever comes first."""
    assert one.figures is not None  # noqa: S101 - only those with figures are asked
    things = (one.figures.one, one.figures.other)
    shares = sum(t.amount.start / max(1, len(t.side.text)) for t in things)
    return round(shares, 9), tuple(sorted(t.side.quote(t.amount.start, t.amount.end) for t in things))


def _figure(one: Beside, number: int, documents: Mapping[str, Document], identities: Identities) -> Figure:
    assert one.figures is not None  # noqa: S101 - only those with figures are asked
    things = (one.figures.one, one.figures.other)
    spans = tuple(
        Span(article=t.side.document.article.label, start=t.amount.start, end=t.amount.end) for t in things
    )
    told = [said(t.side, t.amount) for t in things]
    sentences = tuple(t.side.sentence.id for t in things)
    speaking = sorted(
        documents[span.article].voices.speaking_in(sentence, span)
        for span, sentence in zip(spans, sentences, strict=True)
    )
    return Figure(
        id=identities.of(
            "figure", [t.side.text[s.start : s.end] for t, s in zip(things, spans, strict=True)]
        ),
        number=f"G{number}",
        rule=FIGURE_RULE,
        spans=spans,
        sentences=sentences,
        why=f"{spans[0].article} gives {told[0]}, {spans[1].article} gives {told[1]}: the same.",
        voice=next((v for v in speaking if v is not Voice.OUTLET), Voice.OUTLET),
        counted=min(
            (t.amount.head.word or " ".join(t.measured) for t in things), key=lambda words: (not words, words)
        ),
        link=one.link.id if one.link is not None else None,
        passages=tuple(  # type: ignore[arg-type]
            Span(article=s.article, start=t.side.extent.start, end=t.side.extent.end)
            for s, t in zip(spans, things, strict=True)
        ),
        values=(things[0].amount.reading, things[1].amount.reading),
    )


def _found(
    links: Sequence[Link], documents: Mapping[str, Document], laid: Sequence[Beside]
) -> Iterator[_Found]:
    by_thing: dict[tuple[str, ...], list[Difference]] = defaultdict(list)
    for one in laid:
        if one.difference is not None:
            by_thing[tuple(s.sentence.id for s in one.pair.sides)].append(one.difference)
            yield one.link, one.pair, one.difference
    for link in links:
        if link.tier is not Tier.SURE and link.certainty < _EVEN:
            # What a letter or hearing is dated tells enough by itself.
            sentences = (
                sentence_of(documents[s.article], k) for s, k in zip(link.spans, link.sentences, strict=True)
            )
            ready = _pair(link, [Extent(start=s.start, end=s.end) for s in sentences], documents)
            yield from ((link, ready, found) for found in dated_thing_differences(ready))
            continue
        inside = [Extent(start=span.start, end=span.end) for span in link.spans]
        ready = _pair(link, inside, documents)
        told_apart = list(by_thing[link.sentences])
        for rule in _RULES:
            for difference in rule(ready):
                # "Second largest" and "third largest" are an ordinal and a rank at once.
                if not any(_repeats(difference, other) for other in told_apart):
                    told_apart.append(difference)
                    yield link, ready, difference
        whole = [Extent(start=side_.sentence.start, end=side_.sentence.end) for side_ in ready.sides]
        wide = _pair(link, whole, documents) if whole != inside else ready
        if wide is not ready and link.tier is Tier.SURE:
            for difference in clause_time_conflicts(ready):
                if not any(_repeats(difference, other) for other in told_apart):
                    told_apart.append(difference)
                    yield link, ready, difference
        for rule in (
            dated_thing_differences,
            *(_SURE_RULES if link.tier is Tier.SURE else ()),
            *(_WIDE_RULES if wide is not ready else _WHOLE_RULES),
        ):
            for difference in rule(wide):
                if not any(_repeats(difference, other) for other in told_apart):
                    told_apart.append(difference)
                    yield link, wide, difference
    shared = {(link.spans[0].article, link.spans[1].article) for link in links if link.tier is Tier.SURE}
    for labels in sorted(shared):
        spelled: set[tuple[str, ...]] = set()
        for apart in find_introductions(documents[labels[0]], documents[labels[1]]):
            for difference in spelling_differences(apart):
                # "President Ann Orr" and "Ann Orr" are two ways to name one who is spelled otherwise there.
                ends = tuple(value.split()[-1] for value in difference.values)
                if len(set(ends)) > 1 and ends in spelled:
                    continue
                spelled.add(ends)
                yield None, apart, difference
        two = documents[labels[0]], documents[labels[1]]
        for apart, difference in sorted(
            (
                *find_slips(*two),
                *find_names_apart(*two),
                *find_sizes(*two),
                *find_large_numbers(*two),
                *find_afar(*two),
                *find_far_times(*two),
            ),
            key=lambda one: sorted(one[1].values),
        ):
            if not any(
                _repeats(difference, other) for other in by_thing[tuple(s.sentence.id for s in apart.sides)]
            ):
                yield None, apart, difference


def _repeats(one: Difference, other: Difference) -> bool:
    """Tell whether two rules found one difference: of one type and state, in the same stretches."""
    pairs = zip(one.extents, other.extents, strict=True)
    return (one.type, one.state) == (other.type, other.state) and all(
        x is not None and y is not None and max(x.start, y.start) < min(x.end, y.end) for x, y in pairs
    )


def _pair(link: Link, extents: Sequence[Extent], documents: Mapping[str, Document]) -> Pair:
    sides = []
    for span, sentence, extent in zip(link.spans, link.sentences, extents, strict=True):
        known = documents[span.article]
        sides.append(side(known, sentence_of(known, sentence), extent))
    return pair(link.relation, sides[0], sides[1])


def _distinct(found: Iterable[_Found]) -> list[_Found]:
    """Return each difference once: the same values in several links are one, the best link's."""
    best: dict[tuple[object, ...], _Found] = {}
    linked: dict[tuple[str, ...], list[Difference]] = defaultdict(list)
    every = list(found)
    for link, pair_, difference in every:
        if link is not None:
            linked[tuple(s.sentence.id for s in pair_.sides)].append(difference)
    for one in every:
        link, pair_, difference = one
        # "Tamimi" and "al-Tamimi" of one place are one name.
        sentences = tuple(s.sentence.id for s in pair_.sides)
        if link is None and any(_repeats(difference, other) for other in linked[sentences]):
            continue
        key = (pair_.labels, difference.type, difference.state, difference.values)
        if key not in best or _score(one) > _score(best[key]):
            best[key] = one
    return list(best.values())


def _score(found: _Found) -> float:
    return found[0].score if found[0] is not None else 0.0


def _discrepancy(
    link: Link | None,
    pair_: Pair,
    difference: Difference,
    number: int,
    documents: Mapping[str, Document],
    identities: Identities,
) -> Discrepancy:
    spans, sentences, values = [], [], []
    for side_, extent, value in zip(pair_.sides, difference.extents, difference.values, strict=True):
        if extent is not None:
            spans.append(Span(article=side_.document.article.label, start=extent.start, end=extent.end))
            sentences.append(side_.sentence.id)
            values.append(value)
    speaking = sorted(
        documents[span.article].voices.speaking_in(sentence, span)
        for span, sentence in zip(spans, sentences, strict=True)
    )
    passages = [
        Span(article=s.document.article.label, start=s.extent.start, end=s.extent.end) for s in pair_.sides
    ]
    texts = {side_.document.article.label: side_.text for side_ in pair_.sides}
    return Discrepancy(
        id=identities.of(difference.rule, [texts[s.article][s.start : s.end] for s in spans]),
        number=f"D{number}",
        rule=difference.rule,
        spans=tuple(spans),
        sentences=tuple(sentences),
        why=difference.why.replace("{0}", pair_.labels[0]).replace("{1}", pair_.labels[1]),
        voice=next((v for v in speaking if v is not Voice.OUTLET), Voice.OUTLET),
        type=difference.type,
        state=difference.state,
        link=link.id if link is not None else None,
        passages=(passages[0], passages[1]),
        values=tuple(values),
    )
