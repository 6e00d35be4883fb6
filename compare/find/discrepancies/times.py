"""Days and times of one thing that are given more or less exactly, or in another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from compare.find.discrepancies.acts import adverbial
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import (
    Pair,
    Side,
    moments_agree,
)
from compare.find.discrepancies.things import Thing
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.values import Moment

RULE = "time-of-the-same-thing"
CONFLICT_RULE = "another-time-of-the-same-act"
_FEWEST_SHARED = 3
_BOUNDS = frozenset("after before since by until till from between to through".split())
_PARTS = frozenset("morning afternoon evening night noon midnight".split())
_SAYING = frozenset("say tell add".split())
_BEFORE = frozenset("early late mid".split())
# What must meet around two times, in sure links and in perhaps links.
_ENOUGH, _ENOUGH_PERHAPS = 3, 5
# "On Thursday" and "in May" are of one thing in one sentence of two sooner than "May" and "2004".
_LONG = 40
_WEEKS = 21
_ONE_DAY = frozenset("today yesterday tomorrow".split())
_CLOSE = 2
_WHEN = ", when "
# What must meet in surely linked sentences that give one day by two verbs.
_FEWEST_SURE = 4
# About where in a month "early", "mid" and "late" are.
_MIDDLE = {"early": 5, "mid": 15, "late": 26}
_AROUND = 6


@dataclass(frozen=True)
class Time:
    """A day or a time of day of a sentence."""

    side: Side
    at: int
    moment: Moment

    @cached_property
    def around(self) -> Thing:
        """The words beside it."""
        return Thing(self.side, self.at, self.moment)

    @cached_property
    def extent(self) -> Extent:
        """It with the part of the day: "late Tuesday", "Thursday morning"."""
        start, end = self.moment.start, self.moment.end
        items = self.side.items
        if self.at and items[self.at - 1].surface.lower() in _BEFORE:
            start = items[self.at - 1].start
        if self.at + 1 < len(items) and items[self.at + 1].surface.lower() in _PARTS:
            end = items[self.at + 1].end
        return Extent(start=start, end=end)

    @property
    def words(self) -> tuple[str, ...]:
        """It as written, in small letters."""
        return tuple(self.side.quote(self.extent.start, self.extent.end).lower().replace(".", "").split())

    @property
    def part(self) -> bool:
        """It tells the part of the day."""
        return self.extent != Extent(start=self.moment.start, end=self.moment.end) or self.clocked

    @property
    def clocked(self) -> bool:
        """A time of day stands beside it."""
        return any(
            isinstance(item.value, Moment) and item.value.clock
            for item in self.side.items[max(0, self.at - 2) : self.at + 3]
        )

    @property
    def spoken(self) -> bool:
        """It says when somebody spoke, which two interviews may do on two days."""
        verb = self.around.verb
        if verb is None or self.side.items[verb].key not in _SAYING:
            return False
        item = self.side.items[verb]
        # "The firm added 500 jobs last month" is said by nobody.
        return (
            item.key != "add" or self.side.text[item.end : item.end + 1] in tuple(",.:") or self._that(verb)
        )

    def _that(self, verb: int) -> bool:
        return verb + 1 < len(self.side.items) and self.side.items[verb + 1].key == "that"

    @property
    def length(self) -> int:
        """How many days it may be of at the most; 1 for a weekday."""
        if self.moment.weekday is not None or self.moment.day is not None or self.words[0] in _ONE_DAY:
            return 1
        if self.moment.days:
            return max(last - first + 1 for first, last in self.moment.days)
        return 31 if self.moment.month is not None else 366


def time_differences(pair: Pair, *, sure: bool, leads: bool = False) -> Iterator[Difference]:
    """Yield the days of one thing that agree but are told more exactly in one text, or in another way.

    `leads` are linked sentences with which two texts begin: their day is that of the news.
    """
    times = [[Time(side, k, m) for k, m in side.moments() if not m.clock] for side in pair.sides]
    scored = []
    for x in times[0]:
        for y in times[1]:
            if not moments_agree(x.moment, y.moment) or not (x.moment.days and y.moment.days):
                continue
            if "fiscal" in (x.moment.sort, y.moment.sort) and x.moment.sort != y.moment.sort:
                # Nobody knows in which month a firm's year begins.
                continue
            if _told_there(x, times[1], y) or _told_there(y, times[0], x):
                continue
            points = _evidence(pair, x, y, times)
            if (sure or leads) and _one_day(x, y, times, _FEWEST_SURE if sure else _FEWEST_SHARED):
                scored.append((-points, sorted((x.words, y.words)), x, y))
                continue
            if sure and (_one_month(x, y, times) or _one_year(x, y, times)):
                scored.append((-points, sorted((x.words, y.words)), x, y))
                continue
            if x.around.deed != y.around.deed and (not sure or len(x.around.near & y.around.near) < _CLOSE):
                # "Asked last week for the report" and "informed on March 24 of it" are two acts.
                continue
            if points >= (_ENOUGH if sure else _ENOUGH_PERHAPS):
                scored.append((-points, sorted((x.words, y.words)), x, y))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, x, y in sorted(scored, key=lambda one: (one[0], one[1], one[2].at + one[3].at)):
        if x.at in used[0] or y.at in used[1]:
            continue
        used[0].add(x.at)
        used[1].add(y.at)
        state = _state(x, y)
        if state is not None:
            yield time_difference(x, y, state)


def _one_day(x: Time, y: Time, times: list[list[Time]], fewest: int) -> bool:
    """Tell whether one fact has its day told in two ways, whatever the verbs: "Thursday", "on May 5".

    Each sentence must name no other time of that day, which may be of something else.
    """
    if x.length != 1 or y.length != 1 or x.clocked or y.clocked or _quoted_today(x) or _quoted_today(y):
        return False
    if any(sum(t.length == 1 and moments_agree(t.moment, x.moment) for t in of) != 1 for of in times):
        return False
    return len(x.around.wide & y.around.wide) >= fewest


def _quoted_today(time: Time) -> bool:
    """Tell whether "today" is a name in quotation marks."""
    return time.moment.relative and time.side.text[time.moment.end : time.moment.end + 1] in tuple('”"')


def _one_year(x: Time, y: Time, times: list[list[Time]]) -> bool:
    """Tell whether both sentences name one year, once, and one of them the month too."""
    years = [{t.moment.year for t in of if t is not mine} for of, mine in zip(times, (x, y), strict=True)]
    if x.moment.year is None or x.moment.year != y.moment.year or any(x.moment.year in of for of in years):
        return False
    return closer_look(x, y) and len(x.around.wide & y.around.wide) >= _CLOSE


def closer_look(x: Time, y: Time) -> bool:
    """Return whether one is a month or year, and the other a day or month in it: "in 2020", "in July 2020".

    "The 2020 count" is named after a year and need not be held in it.
    """
    for rough, fine in ((x, y), (y, x)):
        if rough.moment.day is not None or rough.moment.relative or rough.moment.sort or fine.moment.sort:
            continue
        if rough.moment.month is None and rough.moment.year is None:
            continue
        if rough.moment.month is None:
            closer = fine.moment.month is not None and fine.moment.year == rough.moment.year
        else:
            fuller = (fine.moment.day, fine.moment.year) != (None, rough.moment.year)
            closer = fuller and fine.moment.month == rough.moment.month and rough.moment.year is None
        if closer and adverbial(rough.side, rough.at) and adverbial(fine.side, fine.at):
            return moments_agree(x.moment, y.moment) and not _part_of_month_wrong(x, y)
    return False


def _one_month(x: Time, y: Time, times: list[list[Time]]) -> bool:
    """Tell whether a month is named in both sentences, once, and one of them says more of it than its name.

    "In October" and "on October 28" of one fact are one time, whatever the verbs; no count of words tells
    that better, as such sentences often have several dates.
    """
    if x.moment.month is None or x.moment.month != y.moment.month or x.moment.sort or y.moment.sort:
        return False
    if any(sum(t.moment.month == x.moment.month for t in of) != 1 for of in times):
        return False
    if (x.moment.day is None) == (y.moment.day is None) or x.spoken != y.spoken:
        return False
    if one_sided(x) != one_sided(y) or _part_of_month_wrong(x, y):
        return False
    return len(x.around.wide & y.around.wide) >= _CLOSE


def _part_of_month_wrong(x: Time, y: Time) -> bool:
    """Tell whether a day of a month lies outside "early in" or "late in" it."""
    for one, other in ((x, y), (y, x)):
        part, day = part_of_month(one), other.moment.day
        if part and day is not None and abs(day - _MIDDLE[part]) > _AROUND:
            return True
    return False


def _told_there(time: Time, others: list[Time], counterpart: Time) -> bool:
    """Tell whether the other sentence names the very day that a time is of, apart from the counterpart."""
    return time.length == 1 < counterpart.length and any(
        other.length == 1 and moments_agree(time.moment, other.moment) for other in others
    )


def in_two_parts(x: Time, y: Time) -> bool:
    """Return whether two times are of two parts of a month: early May, mid-May."""
    parts = part_of_month(x), part_of_month(y)
    return all(parts) and parts[0] != parts[1]


def part_of_month(time: Time) -> str:
    """Return "early", "mid" or "late" of "early May" and "mid-May", nothing where there is none."""
    if time.moment.month is None or time.moment.day is not None:
        return ""
    first = time.words[0].split("-")[0]
    return first if first in _BEFORE else ""


def one_sided(time: Time) -> bool:
    """Return whether a time is a bound, "after 1990", or the end of a stretch."""
    before = time.side.items[max(0, time.at - 2) : time.at]
    if time.side.text[time.moment.end : time.moment.end + len(_WHEN)] == _WHEN:
        # "After October 28, when the letter came": the day of the letter.
        return False
    return any(item.key in _BOUNDS for item in before[-2 if before and before[-1].key in _BEFORE else -1 :])


def _evidence(pair: Pair, x: Time, y: Time, times: list[list[Time]]) -> int:
    one, other = x.around, y.around
    if x.spoken != y.spoken:
        return 0
    if one.deed != other.deed and max(x.length, y.length) > _LONG and len(one.near & other.near) < _CLOSE:
        return 0
    points = min(3, len(one.near & other.near)) + min(2, len(one.wide & other.wide) // 3)
    points += 2 * (bool(one.deed) and one.deed == other.deed and one.deed not in ("be", "have"))
    points += 2 * all(len(of) == 1 for of in times) + 3 * (x.words == y.words)
    # "Last week" and "this week's appearance"
    points -= 2 * (_owning(x) != _owning(y))
    points += 2 * (_bound(x) == _bound(y) != "")
    return points + 2 * (pair.slot(x.at, y.at) >= 1)


def _owning(time: Time) -> bool:
    return time.words[-1].endswith(("'s", "’s"))


def _bound(time: Time) -> str:
    """Return where a time stands in "between December 2020 and August 2021", nothing elsewhere."""
    items, at = time.side.items, time.at
    if at and items[at - 1].key in ("between", "from"):
        return "first"
    opened = at > 2 and items[at - 3].key in ("between", "from") and isinstance(items[at - 2].value, Moment)
    return "last" if opened else ""


def _state(x: Time, y: Time) -> DiscrepancyState | None:
    if x.words == y.words:
        return None
    if in_two_parts(x, y) or _part_of_month_wrong(x, y):
        # "Early January" and "by mid-January": neither is a closer look at the other; see `_parts_apart`.
        return None
    one, other = x.length, y.length
    if one == other == 1:
        if x.clocked != y.clocked:
            return DiscrepancyState.PRECISION
        if x.part != y.part:
            return DiscrepancyState.PRECISION
        kinds = [(t.moment.relative, t.moment.weekday is not None, t.moment.day is not None) for t in (x, y)]
        return DiscrepancyState.WORDING if kinds[0] != kinds[1] else None
    weekday = [t for t in (x, y) if t.moment.weekday is not None and t.moment.day is None]
    if weekday and max(one, other) > _WEEKS:
        # "Friday" is no closer look at "March".
        return None
    if one == other or (min(one, other) > _LONG and max(one, other) < 366):
        return None
    return DiscrepancyState.PRECISION


def told_otherwise(x: Time, y: Time) -> Difference | None:
    """Return how two times that agree are told otherwise, None where they are not."""
    state = DiscrepancyState.PRECISION if closer_look(x, y) else _state(x, y)
    return None if state is None else time_difference(x, y, state)


def time_difference(x: Time, y: Time, state: DiscrepancyState) -> Difference:
    """Return the difference of two times in a state."""
    told = [t.side.quote(t.extent.start, t.extent.end) for t in (x, y)]
    tail = {
        DiscrepancyState.PRECISION: ": one is more exact, both can hold.",
        DiscrepancyState.WORDING: (
            ": two parts of a month." if in_two_parts(x, y) else ": one day told in two ways."
        ),
    }.get(state, ".")
    return Difference(
        type=DiscrepancyType.DATE,
        state=state,
        rule=CONFLICT_RULE if state is DiscrepancyState.CONFLICT else RULE,
        extents=(x.extent, y.extent),
        values=(x.moment.reading, y.moment.reading),
        why=f"{{0}} gives {told[0]}, {{1}} gives {told[1]}{tail}",
    )
