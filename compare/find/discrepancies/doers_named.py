"""Who did it: one act that is done once, by one name here and by another there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.countries import country
from compare.text.en import word_set
from compare.text.syntax import before_group, is_passive, is_past, object_head, subject_head
from compare.text.values import Moment

RULE = "same-act-of-another"
_ONCE = word_set("discrepancies.doers_named.once")
_REACH = 6
_NO_DOER = frozenset("and or of with some by".split())


class _Deed(Struct, frozen=True, kw_only=True):
    verb: str
    target: str
    names: frozenset[str]
    extent: Extent


def named_doer_differences(pair: Pair) -> Iterator[Difference]:
    """Yield acts on one target that are done once and have two doers; neither text names the other's."""
    deeds = [list(_deeds(side)) for side in pair.sides]
    if not (deeds[0] and deeds[1]) or not (same_setting(pair) and same_day(pair)):
        return
    for one in deeds[0]:
        for other in deeds[1]:
            if (one.verb, one.target) != (other.verb, other.target) or not _apart(pair, one, other):
                continue
            said = [
                s.quote(d.extent.start, d.extent.end) for s, d in zip(pair.sides, (one, other), strict=True)
            ]
            yield Difference(
                type=DiscrepancyType.ACTOR,
                state=DiscrepancyState.CONFLICT,
                rule=RULE,
                extents=(one.extent, other.extent),
                values=(said[0], said[1]),
                why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”: one act, two doers.",
            )
            return


def _apart(pair: Pair, one: _Deed, other: _Deed) -> bool:
    """Tell whether two doers are two names; "a man" and "the gunman" may be one."""
    there = [{item.key for item in side.items} for side in pair.sides]
    if one.names & there[1] or other.names & there[0]:
        return False
    if one.names and other.names:
        return not any(country(name.capitalize()) for name in one.names | other.names)
    return False


def _deeds(side: Side) -> Iterator[_Deed]:
    for at, item in enumerate(side.items):
        if item.value is not None or item.name or item.key not in _ONCE or not is_past(item.surface.lower()):
            continue
        passive = is_passive(side.items, at)
        doer = _behind_by(side, at) if passive else _before(side, at)
        target = subject_head(side.items, at) if passive else object_head(side.text, side.items, at + 1)
        if doer is None or target is None or target in doer:
            continue
        before = clause.before(side, at)
        if clause.unreal(side, before) or clause.denied(side, before):
            continue
        places = (*doer, at, target)
        yield _Deed(
            verb=item.key,
            target=side.items[target].key,
            names=clause.names(side, doer),
            extent=Extent(start=side.items[min(places)].start, end=side.items[max(places)].end),
        )


def _behind_by(side: Side, verb: int) -> range | None:
    """Return the doer behind a passive's "by": "the mayor, Ann Orr"."""
    by = verb + 1
    while by < len(side.items) and _between(side, by):
        by += 1
    if by >= len(side.items) or side.items[by].key != "by":
        return None
    stop = by + 1
    while stop < min(len(side.items), by + _REACH) and _of_phrase(side, stop, first=by + 1):
        stop += 1
    return range(by + 1, stop) if stop > by + 1 and clause.words(side, range(by + 1, stop)) else None


def _between(side: Side, at: int) -> bool:
    """Tell whether a word may stand between a passive and its doer: "opened on Monday by"."""
    item = side.items[at]
    return item.surface.endswith("ly") or isinstance(item.value, Moment) or item.key == "on"


def _before(side: Side, verb: int) -> range | None:
    """Return the doer before an active verb: "the governor, Tom Bly,"."""
    last = before_group(side.items, verb)
    first = last
    while first >= 0 and last - first < _REACH and _of_phrase(side, first, first=0):
        first -= 1
    found = range(first + 1, last + 1)
    opened = first >= 0 and side.items[first].key in _NO_DOER
    return found if found and not opened and clause.words(side, found) else None


def _of_phrase(side: Side, at: int, *, first: int) -> bool:
    """Tell whether a word belongs to a name with its title, over the comma between them."""
    item = side.items[at]
    if item.value is not None:
        return False
    if at > first and set(side.text[side.items[at - 1].end : item.start]) & set(";:.()—–"):
        return clause.capital(item)
    return (clause.plain(item) and not is_past(item.surface.lower())) or item.key in (
        "a",
        "an",
        "the",
        "its",
        "their",
    )
