"""Dates and times that two linked passages give differently for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.acts import (
    ONCE,
    act_of,
    doer_of,
    end_of,
    event_of,
    is_range,
    stands_alone,
    subject_of,
)
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.occasions import counted_once, of_a_name, two_occasions
from compare.find.discrepancies.pairing import (
    Pair,
    Side,
    moments_agree,
    over_midnight,
    same_setting,
    same_thing_told,
)
from compare.find.discrepancies.polarity import opposite
from compare.find.discrepancies.same_thing import figures_apart
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation
from compare.text.items import Item
from compare.text.syntax import is_act, is_auxiliary
from compare.text.values import Moment

SLOT_RULE = "date-in-the-same-place"
VERB_RULE = "date-of-the-same-act"
BIRTH_RULE = "another-act-on-the-day-of-birth"
EVENT_RULE = "date-of-the-same-event"
END_RULE = "date-of-the-same-start-or-end"
LACKING_RULE = "date-in-one-only"
# Sentences that share so little besides the verb may tell of two acts.
_FEWEST_SHARED = 2
# "Before 2010" reaches back, "since 2010" goes on.
_WAYS = {"before": -1, "by": -1, "until": -1, "till": -1, "after": 1, "since": 1, "from": 1}
_NEVER = (0, 10**7)
_Found = tuple[int, Moment]


def date_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the dates and times that differ, and those that one text gives more exactly."""
    first, second = (side.moments() for side in pair.sides)
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, x in first:
        for j, y in second:
            if _placed_apart(pair, i, j, first, second) or _acts_apart(pair, i, j, first, second):
                continue
            if x.clock == y.clock and _born_then(pair, i, j, first, second):
                yield _difference(pair, x, y, BIRTH_RULE, DiscrepancyState.CONFLICT)
            if x.clock == y.clock and (moments_agree(x, y) or _bounds_meet(pair, i, j)):
                if i not in taken[0] and j not in taken[1] and pair.slot(i, j) >= 2 and _finer(x, y):
                    yield _difference(pair, x, y, SLOT_RULE, DiscrepancyState.PRECISION)
                taken[0].add(i)
                taken[1].add(j)
    ours = [found for found in first if found[0] not in taken[0]]
    theirs = [found for found in second if found[0] not in taken[1]]
    met: tuple[set[int], set[int]] = (set(), set())
    for i, x in ours:
        for j, y in theirs:
            rule = _rule(pair, (i, x), (j, y), ours, theirs)
            if rule:
                met[0].add(i)
                met[1].add(j)
                yield _difference(pair, x, y, rule, DiscrepancyState.CONFLICT)
    if pair.relation is Relation.NEAR_VERBATIM:
        for more, open_ in enumerate((ours, theirs)):
            left = [(k, m) for k, m in open_ if k not in met[more] and act_of(pair.sides[more], k)]
            yield from _lacking(pair, more, left)


def _placed_apart(pair: Pair, i: int, j: int, first: list[_Found], second: list[_Found]) -> bool:
    """Tell whether in near-verbatim passages either moment stands in the place of another one."""
    if not pair.verbatim or pair.matched.get(i) == j:
        return False
    return any(pair.slot(i, k) >= 1 for k, _ in second) or any(pair.slot(k, j) >= 1 for k, _ in first)


def _acts_apart(pair: Pair, i: int, j: int, first: list[_Found], second: list[_Found]) -> bool:
    """Tell whether either moment is of a birth or the like, and the other text dates that otherwise."""
    acts = act_of(pair.sides[0], i), act_of(pair.sides[1], j)
    if acts[0] == acts[1]:
        return False
    theirs = acts[0] in ONCE and any(act_of(pair.sides[1], k) == acts[0] for k, _ in second)
    return theirs or (acts[1] in ONCE and any(act_of(pair.sides[0], k) == acts[1] for k, _ in first))


def _born_then(pair: Pair, i: int, j: int, first: list[_Found], second: list[_Found]) -> bool:
    """Tell whether one text has somebody born on the very day on which the other has them do something."""
    days = [side.items[k].value for side, k in zip(pair.sides, (i, j), strict=True)]
    full = [(m.year, m.month, m.day) if isinstance(m, Moment) else None for m in days]
    if full[0] != full[1] or full[0] is None or None in full[0]:
        return False
    acts = act_of(pair.sides[0], i), act_of(pair.sides[1], j)
    names = [{i.key for i in s.items if i.content and i.surface[:1].isupper()} for s in pair.sides]
    # A text that dates the other act too means two acts, and that one agrees or not by itself.
    told = [{act_of(s, k) for k, _ in found} for s, found in zip(pair.sides, (first, second), strict=True)]
    if acts[0] in told[1] or acts[1] in told[0]:
        return False
    return "born" in acts and acts[0] != acts[1] and all(acts) and bool(names[0] & names[1])


def _bounds_meet(pair: Pair, i: int, j: int) -> bool:
    """Tell whether a date and "before" or "after" another can both hold; unsure counts as yes."""
    ways = [
        _WAYS.get(side.items[k - 1].key, 0) if k and not is_range(side, k) else 0
        for side, k in zip(pair.sides, (i, j), strict=True)
    ]
    if ways[0] == ways[1] or act_of(pair.sides[0], i) != act_of(pair.sides[1], j):
        return False
    spans = []
    for side, k, way in zip(pair.sides, (i, j), ways, strict=True):
        moment = side.items[k].value
        if not isinstance(moment, Moment) or len(moment.days) != 1:
            return True
        first, last = moment.days[0]
        spans.append((_NEVER[0] if way < 0 else first, _NEVER[1] if way > 0 else last))
    return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]


def _lacking(pair: Pair, more: int, left: list[_Found]) -> Iterator[Difference]:
    """Yield dates that the other of two near-verbatim passages leaves out."""
    if any(not m.clock for _, m in pair.sides[1 - more].moments()):
        return
    for k, x in left:
        if not pair.framed(more, k):
            continue
        if x.clock or x.relative:
            continue
        here = Extent(start=x.start, end=x.end)
        said = pair.sides[more].quote(x.start, x.end)
        yield Difference(
            type=DiscrepancyType.DATE,
            state=DiscrepancyState.ONE_ONLY,
            rule=LACKING_RULE,
            extents=(here, None) if more == 0 else (None, here),
            values=(x.reading, "") if more == 0 else ("", x.reading),
            why=f"{{{more}}} gives {said}; {{{1 - more}}} says the same without it.",
        )


def _rule(pair: Pair, one: _Found, other: _Found, ours: list[_Found], theirs: list[_Found]) -> str:
    """Return the rule by which two disagreeing moments are of one thing, or nothing."""
    (i, x), (j, y) = one, other
    if x.sort != y.sort or (x.sort and figures_apart(pair)):
        # Nobody knows in which months a firm's year begins; and each year of a series has its figure.
        return ""
    if x.clock != y.clock or (x.zone != y.zone and (x.zone or y.zone)) or over_midnight(pair, x, y):
        return ""
    acts = act_of(pair.sides[0], i), act_of(pair.sides[1], j)
    if opposite(*acts) or two_occasions(pair, i, j):
        # "Closed in May" and "reopened in June" are two events.
        return ""
    evidence = pair.slot(i, j)
    if not all(any(map(_finite, side.items)) or _closed(side) for side in pair.sides):
        # A line without a verb is a title: "Stocks to watch on Monday".
        return ""
    if evidence >= 0 and (
        evidence >= 1 and same_thing_told(pair) if pair.verbatim else evidence >= 3 and same_setting(pair)
    ):
        return SLOT_RULE
    if x.clock or not same_setting(pair):
        return ""
    if _one_end(pair, i, j):
        return END_RULE
    if is_range(pair.sides[0], i) or is_range(pair.sides[1], j):
        return ""
    if _one_event(pair, i, j):
        return EVENT_RULE
    return VERB_RULE if _one_act(pair, one, other, ours, theirs) else ""


def _one_act(pair: Pair, one: _Found, other: _Found, ours: list[_Found], theirs: list[_Found]) -> bool:
    """Tell whether two dates are of one act."""
    (i, _), (j, _) = one, other
    acts = act_of(pair.sides[0], i), act_of(pair.sides[1], j)
    if not acts[0] or acts[0] != acts[1] or not same_thing_told(pair):
        return False
    if of_a_name(pair.sides[0], i) or of_a_name(pair.sides[1], j) or counted_once(pair):
        return False
    doers = doer_of(pair.sides[0], i), doer_of(pair.sides[1], j)
    if all(doers) and doers[0] != doers[1]:
        return False
    # Another date by the same verb, or a date settled between the two texts, and it may be another act.
    if any(act_of(pair.sides[0], k) == acts[0] for k, m in ours if k != i and not m.clock):
        return False
    if any(act_of(pair.sides[1], k) == acts[1] for k, m in theirs if k != j and not m.clock):
        return False
    if _once(pair, i, j):
        return True
    shared = pair.sides[0].keys() & pair.sides[1].keys() - {acts[0]}
    return len(shared) >= _FEWEST_SHARED


def _one_event(pair: Pair, i: int, j: int) -> bool:
    """Tell whether two dates say when one event was held, whatever the verb."""
    events = event_of(pair.sides[0], i), event_of(pair.sides[1], j)
    names = [{item.key for item in side.items if item.name} for side in pair.sides]
    return bool(events[0]) and events[0] == events[1] and (not all(names) or bool(names[0] & names[1]))


def _once(pair: Pair, i: int, j: int) -> bool:
    """Tell whether two dates are of what happens once, such as a birth, to what may be one thing."""
    one, other = pair.sides
    if act_of(one, i) not in ONCE or not (stands_alone(one, i) and stands_alone(other, j)):
        return False
    subjects = subject_of(one, i), subject_of(other, j)
    if not all(subjects) or subjects[0] == subjects[1]:
        return True
    # "The film" may be "Long Harvest", and two names or two nouns are two things.
    named = [
        any(i.name for i in side.items if i.key == s) for side, s in zip(pair.sides, subjects, strict=True)
    ]
    return named[0] != named[1]


def _one_end(pair: Pair, i: int, j: int) -> bool:
    """Tell whether one thing began, or ended, at both dates."""
    ends = end_of(pair.sides[0], i), end_of(pair.sides[1], j)
    if not ends[0][0] or ends[0][0] != ends[1][0]:
        return False
    things = ends[0][1], ends[1][1]
    if is_range(pair.sides[0], i) == is_range(pair.sides[1], j):
        shared = pair.sides[0].keys() & pair.sides[1].keys()
        return bool(things[0] & things[1]) and len(shared) > _FEWEST_SHARED
    # "Was shot from March to May" and "filming began in April" meet in "the film".
    keys = [side.keys() | thing for side, thing in zip(pair.sides, things, strict=True)]
    return bool((things[0] & keys[1]) | (things[1] & keys[0]))


def _closed(side: Side) -> bool:
    return side.text[side.extent.start : side.sentence.end].rstrip("\"”’' ").endswith((".", "!", "?"))


def _finite(item: Item) -> bool:
    return item.value is None and (is_act(item.surface.lower()) or is_auxiliary(item.surface.lower()))


def _finer(x: Moment, y: Moment) -> bool:
    parts = [(m.year is not None, m.month is not None, m.day is not None) for m in (x, y)]
    if "fiscal" in (x.sort, y.sort) and x.sort != y.sort:
        return False
    absolute = all(m.month is not None or m.year is not None for m in (x, y))
    return absolute and parts[0] != parts[1] and (parts[0][1:] != parts[1][1:])


def _difference(pair: Pair, x: Moment, y: Moment, rule: str, state: DiscrepancyState) -> Difference:
    said = [side.quote(m.start, m.end) for side, m in zip(pair.sides, (x, y), strict=True)]
    for k, m in enumerate((x, y)):
        # "Wednesday" alone cannot be checked in five seconds.
        if not m.clock and m.weekday is not None and m.day is None and len(m.days) == 1:
            said[k] += f" ({m.reading})"
    tail = ": one is more exact, both can hold." if state is DiscrepancyState.PRECISION else "."
    return Difference(
        type=DiscrepancyType.DATE,
        state=state,
        rule=rule,
        extents=(Extent(start=x.start, end=x.end), Extent(start=y.start, end=y.end)),
        values=(x.reading, y.reading),
        why=f"{{0}} gives {said[0]}, {{1}} gives {said[1]}{tail}",
    )
