"""What two texts say of one thing in sentences that nothing links: its direction, what was expected of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.directions import all_moves, move_difference
from compare.find.discrepancies.objects import object_differences
from compare.find.discrepancies.pairing import Pair, Side, pair, same_day, side
from compare.find.discrepancies.stages import lead_stage_differences
from compare.find.discrepancies.things import MEASURES, Thing
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.values import Amount, Kind, Modifier

VOTE_RULE = "another-result-of-a-vote"
FORECAST_RULE = "another-forecast"
_FORECASTERS = word_set("discrepancies.afar.forecasters")
_EXPECTING = word_set("discrepancies.afar.expecting")
_VOTING = frozenset("vote ballot".split())
_REACH = 12
# Of one vote about as many take part by either text.
_AS_MANY = 0.1
_FEWEST_TOLD = 2
_LEAD, _BEGINNING = 3, 5


class _Figure(Struct, frozen=True, kw_only=True):
    side: Side
    amount: Amount
    measured: frozenset[str]


def find_afar(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield what cannot both hold of one thing in whatever sentences, where each text says it in one way."""
    yield from _directions(one, other)
    yield from _forecasts(one, other)
    yield from _votes(one, other)
    yield from _leads(one, other)
    yield from _objects(one, other)


def _sides(document: Document) -> Iterator[Side]:
    for sentence in document.article.sentences:
        yield side(document, sentence, Extent(start=sentence.start, end=sentence.end))


def _leads(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield how far the two leads say that one deed has come, in texts of one day."""
    if one.article.published != other.article.published:
        return
    found = [
        (ready, difference)
        for here in list(_sides(one))[:_LEAD]
        for there in list(_sides(other))[:_LEAD]
        for ready in (pair(Relation.PARTIAL, here, there),)
        for difference in lead_stage_differences(ready)
    ]
    # Where both say when, the reader sees why they differ.
    yield from sorted(found, key=_timeless)[:1]


def _objects(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield the first thing of two sorts that the beginnings of two texts tell of."""
    for here in list(_sides(one))[:_BEGINNING]:
        for there in list(_sides(other))[:_BEGINNING]:
            ready = pair(Relation.PARTIAL, here, there)
            for difference in object_differences(ready):
                yield ready, difference
                return


def _timeless(found: tuple[Pair, Difference]) -> tuple[int, int, list[str]]:
    sides = found[0].sides
    first = sum(int(s.sentence.id[len(s.document.article.label) :]) for s in sides)
    return sum(not s.moments() for s in sides), first, sorted(found[1].values)


def _directions(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    ours, theirs = all_moves(_sides(one)), all_moves(_sides(other))
    for thing in sorted(ours.keys() & theirs.keys(), key=sorted):
        mine, rivals = ours[thing], theirs[thing]
        if (
            len(thing) < _FEWEST_TOLD
            or len({m.way for _, m in mine}) > 1
            or len({m.way for _, m in rivals}) > 1
        ):
            continue
        (here, x), (there, y) = mine[0], rivals[0]
        ready = pair(Relation.PARTIAL, here, there)
        if x.way != y.way and same_day(ready):
            yield ready, move_difference(ready, x, y)


def _forecasts(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield what economists expected of a rate, where each text gives one such figure."""
    ours, theirs = list(_expected(one)), list(_expected(other))
    for x in ours:
        for y in theirs:
            kin = [
                [f for f in of if f.amount.kind is x.amount.kind and f.amount.unit == x.amount.unit]
                for of in (ours, theirs)
            ]
            if y not in kin[1] or any(len({f.amount.low for f in of}) > 1 for of in kin):
                continue
            told = x.measured and y.measured and not x.measured & y.measured
            ready = pair(Relation.PARTIAL, x.side, y.side)
            if x.amount.low == y.amount.low or told or not same_day(ready):
                continue
            said = [f.side.quote(f.amount.start, f.amount.end) for f in (x, y)]
            yield (
                ready,
                Difference(
                    type=DiscrepancyType.NUMBER,
                    state=DiscrepancyState.CONFLICT,
                    rule=FORECAST_RULE,
                    extents=(
                        Extent(start=x.amount.start, end=x.amount.end),
                        Extent(start=y.amount.start, end=y.amount.end),
                    ),
                    values=(x.amount.reading, y.amount.reading),
                    why=f"{{0}} says {said[0]} was expected, {{1}} says {said[1]}.",
                ),
            )
            return


def _votes(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield the result of a vote, where each text tells of one."""
    ours, theirs = list(_counted(one)), list(_counted(other))
    if any(len({frozenset((v.amount.low, v.amount.high)) for v in of}) != 1 for of in (ours, theirs)):
        return
    x, y = ours[0], theirs[0]
    ready = pair(Relation.PARTIAL, x.side, y.side)
    if {x.amount.low, x.amount.high} == {y.amount.low, y.amount.high} or not same_day(ready):
        return
    totals = [v.amount.low + v.amount.high for v in (x, y)]
    if abs(totals[0] - totals[1]) > _AS_MANY * max(totals):
        # Two chambers.
        return
    said = [v.side.quote(v.amount.start, v.amount.end) for v in (x, y)]
    yield (
        ready,
        Difference(
            type=DiscrepancyType.NUMBER,
            state=DiscrepancyState.CONFLICT,
            rule=VOTE_RULE,
            extents=(
                Extent(start=x.amount.start, end=x.amount.end),
                Extent(start=y.amount.start, end=y.amount.end),
            ),
            values=(x.amount.reading, y.amount.reading),
            why=f"{{0}} gives {said[0]}, {{1}} gives {said[1]}.",
        ),
    )


def _counted(document: Document) -> Iterator[_Figure]:
    """Yield "by 19 votes to 14", "voted 22-11"."""
    for whole in _sides(document):
        for at, amount in whole.amounts():
            near = {item.key for item in whole.items[max(0, at - _REACH) : at + 3]}
            words = whole.text[amount.start : amount.end].lower()
            if amount.kind is Kind.SCORE and ("vote" in words or near & _VOTING):
                yield _Figure(side=whole, amount=amount, measured=frozenset())


def _expected(document: Document) -> Iterator[_Figure]:
    for whole in _sides(document):
        words = {item.surface.lower() for item in whole.items}
        if not (words & _FORECASTERS and words & _EXPECTING):
            continue
        for at, amount in whole.amounts():
            near = {i.surface.lower() for i in whole.items[max(0, at - _REACH) : at + _REACH]}
            fitting = (
                amount.kind is Kind.SHARE
                and amount.modifier is Modifier.EXACT
                and amount.written != "fraction"
            )
            if fitting and near & _FORECASTERS and near & _EXPECTING and not Thing(whole, at, amount).old:
                measured = clause.words(whole, clause.before(whole, at)) & MEASURES
                yield _Figure(side=whole, amount=amount, measured=measured)
