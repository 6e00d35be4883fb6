"""Times of day, and days of one act, that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.occasions import of_a_name, two_occasions
from compare.find.discrepancies.pairing import (
    Pair,
    moments_agree,
    over_midnight,
    same_day,
    same_setting,
    same_thing_told,
)
from compare.find.discrepancies.same_thing import figures_apart
from compare.find.discrepancies.times import (
    CONFLICT_RULE,
    Time,
    one_sided,
    part_of_month,
    time_difference,
)
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.items import Item
from compare.text.syntax import REPORTING, is_auxiliary, is_tensed

_FEWEST_SHARED, _CLOSE = 3, 2
_MINUTES, _ROUGH_MINUTES, _HOURS = 10, 45, 180
# Reporting and helping verbs are no act of one day.
_NO_ACTS = REPORTING | frozenset("be have do will would can could may might should say tell".split())


def time_conflicts(pair: Pair) -> Iterator[Difference]:
    """Yield times of day, and days of one act, that cannot both be right; for surely linked sentences."""
    clocks = [[Time(side, k, m) for k, m in side.moments() if m.clock] for side in pair.sides]
    if all(len(of) == 1 for of in clocks):
        x, y = clocks[0][0], clocks[1][0]
        if _clocks_apart(pair, x, y) and len(x.around.wide & y.around.wide) >= _FEWEST_SHARED:
            yield _conflict(x, y)
    dated = [[Time(side, k, m) for k, m in side.moments() if not m.clock] for side in pair.sides]
    if all(len(of) == 1 for of in dated) and _moved_apart(pair, dated[0][0], dated[1][0]):
        yield _conflict(dated[0][0], dated[1][0])
        return
    for x in dated[0]:
        for y in dated[1]:
            if _acts_apart(pair, x, y, dated):
                yield _conflict(x, y)
            elif _parts_apart(pair, x, y):
                # "By the middle of May" may be early in May.
                open_ = one_sided(x) or one_sided(y)
                yield time_difference(x, y, DiscrepancyState.WORDING if open_ else DiscrepancyState.CONFLICT)


def clause_time_conflicts(pair: Pair) -> Iterator[Difference]:
    """Yield days of one act in two linked clauses, whose sentences may have other days besides."""
    dated = [[Time(side, k, m) for k, m in side.moments() if not m.clock] for side in pair.sides]
    for x in dated[0]:
        for y in dated[1]:
            if _acts_apart(pair, x, y, dated):
                yield _conflict(x, y)


def _parts_apart(pair: Pair, x: Time, y: Time) -> bool:
    """Tell whether one thing is put to two parts of one month: early in May, by the middle of May."""
    parts = [part_of_month(time) for time in (x, y)]
    if not all(parts) or parts[0] == parts[1] or x.moment.month != y.moment.month:
        return False
    if x.moment.weekday is not None or y.moment.weekday is not None or not moments_agree(x.moment, y.moment):
        return False
    if any(
        part_of_month(Time(s, k, m))
        for t, s in ((x, x.side), (y, y.side))
        for k, m in s.moments()
        if k != t.at
    ):
        return False
    return same_setting(pair) and len(x.around.wide & y.around.wide) >= _CLOSE


def _clocks_apart(pair: Pair, x: Time, y: Time) -> bool:
    if x.moment.zone != y.moment.zone or over_midnight(pair, x.moment, y.moment):
        return False
    if not (same_day(pair) and same_setting(pair)):
        return False
    gap = abs((x.moment.minutes or 0) - (y.moment.minutes or 0))
    rough = any(_rough(time) for time in (x, y))
    known = any(
        m.minutes == mine.moment.minutes
        for mine, side in ((x, pair.sides[1]), (y, pair.sides[0]))
        for found in side.document.values.values()
        for m in found.moments
        if m.clock
    )
    # The hour of a meeting and of its end are two; who confuses them is off by hours.
    return not known and (_ROUGH_MINUTES if rough else _MINUTES) <= gap <= _HOURS


def _rough(time: Time) -> bool:
    """Tell whether "about", "just after" or the like stands before a time of day."""
    before = {item.key for item in time.side.items[max(0, time.at - 2) : time.at]}
    return bool(
        before & {"about", "around", "after", "before", "shortly", "nearly", "roughly", "by", "until"}
    )


def _acts_apart(pair: Pair, x: Time, y: Time, dated: list[list[Time]]) -> bool:
    """Tell whether one act is put to two days or years: its verb and most words around it meet."""
    if moments_agree(x.moment, y.moment) or x.moment.relative or y.moment.relative or x.length != y.length:
        return False
    if two_occasions(pair, x.at, y.at) or of_a_name(x.side, x.at) or of_a_name(y.side, y.at):
        return False
    deed = x.around.deed
    if x.moment.sort != y.moment.sort or (x.moment.sort and figures_apart(pair)):
        return False
    if not deed or deed != y.around.deed or deed in _NO_ACTS or over_midnight(pair, x.moment, y.moment):
        return False
    if sum(t.around.deed == deed for of in dated for t in of) != 2 or not same_setting(pair):
        return False
    others = [{t.words for t in of if t is not mine} for of, mine in zip(dated, (x, y), strict=True)]
    if others[0] != others[1] or _names_differ(x, y) or one_sided(x) or one_sided(y):
        return False
    relative = all(_in_relative_clause(time) for time in (x, y))
    if not (relative or same_thing_told(pair)) or _objects(x) != _objects(y):
        return False
    shared, all_ = len(x.around.wide & y.around.wide), min(len(x.around.wide), len(y.around.wide))
    if relative and others[0]:
        # "Which opened in 1887, has been closed since May": by the other date it is one thing.
        return shared >= _CLOSE
    return shared >= _FEWEST_SHARED and shared * 4 >= all_ * 3


def _moved_apart(pair: Pair, x: Time, y: Time) -> bool:
    """Tell whether one sentence is the other with another day, which may stand at its other end."""
    if not pair.verbatim or x.length != y.length or moments_agree(x.moment, y.moment):
        return False
    if not all(any(map(_finite, side.items)) for side in pair.sides):
        # A line without a verb is a title: "Stocks to watch on Monday".
        return False
    if x.moment.relative or y.moment.relative or x.moment.sort or y.moment.sort or figures_apart(pair):
        return False
    if one_sided(x) != one_sided(y) or _names_differ(x, y) or over_midnight(pair, x.moment, y.moment):
        return False
    if two_occasions(pair, x.at, y.at):
        return False
    shared, all_ = len(x.around.wide & y.around.wide), max(len(x.around.wide), len(y.around.wide))
    return shared >= _FEWEST_SHARED and shared * 10 >= all_ * 9


def _finite(item: Item) -> bool:
    word = item.surface.lower()
    return item.value is None and not item.name and (is_tensed(word) or is_auxiliary(word))


def _in_relative_clause(time: Time) -> bool:
    """Tell whether it dates something said by the way: "the baths, which opened in 1887, are closed"."""
    verb = time.around.verb
    return verb is not None and verb > 0 and time.side.items[verb - 1].key in ("which", "who", "that")


def _objects(time: Time) -> frozenset[str]:
    """Return the words of content between the verb and its date: "a map of the raid" of "released ... on"."""
    verb = time.around.verb
    return frozenset() if verb is None or verb > time.at else time.side.keys(verb + 1, time.at)


def _names_differ(x: Time, y: Time) -> bool:
    one, other = x.around.names, y.around.names
    return bool(one - other) and bool(other - one)


def _conflict(x: Time, y: Time) -> Difference:
    told = [t.side.quote(t.moment.start, t.moment.end) for t in (x, y)]
    return Difference(
        type=DiscrepancyType.DATE,
        state=DiscrepancyState.CONFLICT,
        rule=CONFLICT_RULE,
        extents=(
            Extent(start=x.moment.start, end=x.moment.end),
            Extent(start=y.moment.start, end=y.moment.end),
        ),
        values=(x.moment.reading, y.moment.reading),
        why=f"{{0}} gives {told[0]}, {{1}} gives {told[1]}.",
    )
