"""Two days of one letter, hearing or deadline, whatever the verbs: "a Feb. 14 letter", "a letter Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, moments_agree, over_midnight, same_setting
from compare.find.discrepancies.same_thing import agree
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.values import Moment

RULE = "date-of-the-same-thing"
_THINGS = word_set("discrepancies.dated_things.things")
_OBLIGED = word_set("discrepancies.dated_things.obliged")
_MAKING = word_set("discrepancies.dated_things.making")
_ARTICLES = frozenset("a an the its his her their".split())
_PHRASE = 5
_UNTIL = frozenset("by before until till".split())
_DATED = frozenset("on of dated from".split())
_FEWEST_SHARED, _FEWEST_DUE = 3, 2


class _Dated(Struct, frozen=True, kw_only=True):
    what: str
    moment: Moment
    extent: Extent


def dated_thing_differences(pair: Pair) -> Iterator[Difference]:
    """Yield two days of one thing that has one day, where each passage dates one such thing."""
    found = [list(_dated(side)) for side in pair.sides]
    if not (found[0] and found[1]) or not same_setting(pair):
        return
    for one in found[0]:
        for other in found[1]:
            if one.what != other.what or any(sum(d.what == one.what for d in of) != 1 for of in found):
                continue
            if moments_agree(one.moment, other.moment) or over_midnight(pair, one.moment, other.moment):
                continue
            least = _FEWEST_DUE if one.what == "deadline" else _FEWEST_SHARED
            shared = (pair.sides[0].keys() & pair.sides[1].keys()) - {one.what}
            if len(shared) + _figures_meet(pair) >= least and not _known(pair, one, other):
                yield _difference(pair, one, other)
                return


def _figures_meet(pair: Pair) -> bool:
    """Tell whether a number of one passage stands in the other: "40 senators", "forty senators"."""
    amounts = [[a for _, a in side.amounts()] for side in pair.sides]
    return any(agree(x, y) and x.head.key == y.head.key for x in amounts[0] for y in amounts[1])


def _known(pair: Pair, one: _Dated, other: _Dated) -> bool:
    """Tell whether either sentence names the other's day too."""
    return any(
        m is not mine.moment and moments_agree(m, rival.moment)
        for side, mine, rival in zip(pair.sides, (one, other), (other, one), strict=True)
        for _, m in side.moments()
        if not m.clock
    )


def _dated(side: Side) -> Iterator[_Dated]:
    for at, moment in side.moments():
        if moment.clock or moment.relative or (moment.day is None and moment.weekday is None):
            continue
        noun = _noun(side, at)
        if noun is not None:
            extent = Extent(
                start=min(moment.start, side.items[noun].start), end=max(moment.end, side.items[noun].end)
            )
            yield _Dated(what=_thing(side, noun), moment=moment, extent=extent)
            continue
        due = _due(side, at)
        if due is not None:
            start, end = min(moment.start, side.items[due].start), max(moment.end, side.items[due].end)
            yield _Dated(what="deadline", moment=moment, extent=Extent(start=start, end=end))


def _noun(side: Side, at: int) -> int | None:
    """Return the thing that a day stands beside: "a Feb. 14 letter", "a letter on Tuesday"."""
    items = side.items
    if at + 1 < len(items) and _thing(side, at + 1) in _THINGS and _near(side, at, at + 1):
        follows = at + 2 < len(items) and clause.plain(items[at + 2]) and _near(side, at + 1, at + 2)
        return None if follows else at + 1
    dated = at > 0 and items[at - 1].key in _DATED
    k = at - 1 - dated
    if k < 0 or _thing(side, k) not in _THINGS or not _near(side, k, at):
        return None
    # "Briefed on the report Tuesday" dates the briefing, "sent a letter Tuesday" the letter.
    first = k
    while (
        first > 0
        and k - first < _PHRASE
        and (clause.plain(items[first - 1]) or items[first - 1].key in _ARTICLES)
    ):
        first -= 1
        if items[first].key in _MAKING:
            before = clause.before(side, first)
            return None if clause.unreal(side, before) or clause.denied(side, before) else k
    return None


def _thing(side: Side, at: int) -> str:
    """Return a noun in the singular: "letter", of which WordNet would make "let"."""
    return side.items[at].surface.lower().removesuffix("s")


def _near(side: Side, one: int, other: int) -> bool:
    return not set(side.text[side.items[one].end : side.items[other].start]) & set(",;:.()—–")


def _due(side: Side, at: int) -> int | None:
    """Return the word that makes a day a deadline: "must register by Nov. 22", "the deadline is Jan. 4"."""
    before = clause.before(side, at)
    line = next((k for k in before if side.items[k].key == "deadline"), None)
    if line is not None:
        return line
    by = at > 0 and side.items[at - 1].key in _UNTIL
    return next((k for k in before if side.items[k].surface.lower() in _OBLIGED), None) if by else None


def _difference(pair: Pair, one: _Dated, other: _Dated) -> Difference:
    said = [s.quote(d.extent.start, d.extent.end) for s, d in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.DATE,
        state=DiscrepancyState.CONFLICT,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(one.moment.reading, other.moment.reading),
        why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”.",
    )
