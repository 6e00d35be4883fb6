"""Dates and times that two linked passages give differently for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.passages import Item, Pair, Side
from compare.find.discrepancies.setting import moments_agree, same_setting
from compare.language.senses import base_form
from compare.language.values import Moment
from compare.language.verbs import AUXILIARIES, PRESENT, REPORTING, is_participle, is_past
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation

SLOT_RULE = "date-in-the-same-place"
VERB_RULE = "date-of-the-same-act"
LACKING_RULE = "date-in-one-only"
_REACH = 9
# Sentences that share so little besides the verb may tell of two acts.
_FEWEST_SHARED = 2
# Verbs that pass with everything and say nothing of what took place; and talking, which is done every day.
_EMPTY = frozenset("have be do get take make go come begin start say tell follow include be see".split())
# Of the verbs that report speech these are acts of one day.
_STATED = frozenset("rule agree decide".split())
_Found = tuple[int, Moment]


def date_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the dates and times that differ, and those that one text gives more exactly."""
    first, second = (side.moments() for side in pair.sides)
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, x in first:
        for j, y in second:
            if x.clock == y.clock and moments_agree(x, y) and not _placed_apart(pair, i, j, first, second):
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
            left = [(k, m) for k, m in open_ if k not in met[more] and _act(pair.sides[more], k)]
            yield from _lacking(pair, more, left)


def _placed_apart(pair: Pair, i: int, j: int, first: list[_Found], second: list[_Found]) -> bool:
    """Tell whether in near-verbatim passages either moment stands in the place of another one."""
    if not pair.verbatim or pair.matched.get(i) == j:
        return False
    return any(pair.slot(i, k) >= 1 for k, _ in second) or any(pair.slot(k, j) >= 1 for k, _ in first)


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
    if x.clock != y.clock or (x.zone != y.zone and (x.zone or y.zone)):
        return ""
    evidence = pair.slot(i, j)
    if not all(any(map(_finite, side.items)) or _closed(side) for side in pair.sides):
        # A line without a verb is a title: "Stocks to watch on Monday".
        return ""
    if evidence >= 0 and (evidence >= 1 if pair.verbatim else evidence >= 3 and same_setting(pair)):
        return SLOT_RULE
    if x.clock or pair.relation is Relation.RELATED or not same_setting(pair):
        return ""
    acts = _act(pair.sides[0], i), _act(pair.sides[1], j)
    if not acts[0] or acts[0] != acts[1]:
        return ""
    doers = _doer(pair.sides[0], i), _doer(pair.sides[1], j)
    if all(doers) and doers[0] != doers[1]:
        return ""
    # Another date by the same verb, or a date settled between the two texts, and it may be another act.
    if any(_act(pair.sides[0], k) == acts[0] for k, m in ours if k != i and not m.clock):
        return ""
    if any(_act(pair.sides[1], k) == acts[1] for k, m in theirs if k != j and not m.clock):
        return ""
    shared = pair.sides[0].keys() & pair.sides[1].keys() - {acts[0]}
    return VERB_RULE if len(shared) >= _FEWEST_SHARED else ""


def _act(side: Side, at: int) -> str:
    """Return the base form of the verb that a date goes with, nothing where it is a word of reporting."""
    life = _life(side, at)
    if life:
        return life
    place = _verb(side, at)
    if place is None:
        return ""
    word = side.items[place].surface.lower()
    key = "born" if word == "born" else base_form(word)
    return "" if (word in REPORTING and key not in _STATED) or key in _EMPTY else key


def _verb(side: Side, at: int) -> int | None:
    """Return the index of the verb that a date goes with: the nearest before it, else right behind it."""
    before = range(at - 1, max(-1, at - _REACH), -1)
    behind = range(at + 1, min(len(side.items), at + 4))
    places: list[int] = [*before, *behind]
    for k in places:
        item = side.items[k]
        if k < at and isinstance(item.value, Moment) and not _range_before(side, k, at):
            return None
        if k > at and item.key in ("that", "which", "who"):
            return None
        if item.value is None and not item.name and _is_verb(item) and not _attribute(side, k):
            return k
    return None


def _attribute(side: Side, at: int) -> bool:
    """Tell whether a verb's form stands before a noun: "a leaked draft"."""
    return at > 0 and side.items[at - 1].key in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
    )


def _doer(side: Side, at: int) -> str:
    """Return the last word of the name right before the verb of a date, nothing where none stands there."""
    place = _verb(side, at)
    if place is None or _life(side, at):
        return ""
    for k in range(place - 1, max(-1, place - 4), -1):
        if side.items[k].name:
            return side.items[k].key
    return ""


def _life(side: Side, at: int) -> str:
    """Return what a date in "(4 July 1810 – 9 May 1871)" is of: a birth or a death."""
    value = side.items[at].value
    if not isinstance(value, Moment):
        return ""
    before, after = (
        side.text[max(0, value.start - 4) : value.start].rstrip()[-1:],
        side.text[value.end : value.end + 4].strip()[:1],
    )
    neighbours = [side.items[k].value for k in (at - 1, at + 1) if 0 <= k < len(side.items)]
    if not any(isinstance(n, Moment) for n in neighbours):
        return ""
    if before == "(" and after and after in "-–—−":
        return "born"
    return "die" if before and before in "-–—−" and after == ")" else ""


def _range_before(side: Side, k: int, at: int) -> bool:
    # "Tuesday, March 5, at noon": the time of day and the day belong together.
    first, second = side.items[k].value, side.items[at].value
    return isinstance(first, Moment) and isinstance(second, Moment) and first.clock != second.clock


def _is_verb(item: Item) -> bool:
    word = item.surface.lower()
    if word in AUXILIARIES:
        return False
    return word == "born" or is_past(word) or word in PRESENT or is_participle(word)


def _closed(side: Side) -> bool:
    return side.text[side.extent.start : side.sentence.end].rstrip("\"”’' ").endswith((".", "!", "?"))


def _finite(item: Item) -> bool:
    return item.value is None and (_is_verb(item) or item.surface.lower() in AUXILIARIES)


def _finer(x: Moment, y: Moment) -> bool:
    parts = [(m.year is not None, m.month is not None, m.day is not None) for m in (x, y)]
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
