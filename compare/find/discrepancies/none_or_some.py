"""None here, some there: nobody was hurt, three people were hurt; no arrests, two arrests."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.values import Amount, Kind
from compare.text.values.heads import counts_people, is_generic, status_of

RULE = "none-or-some"
_NOBODY = frozenset("nobody none".split())
_SOME = frozenset("several some many few numerous".split())
_ALL = frozenset("all everyone everybody".split())
_UNHURT = frozenset("unhurt unharmed uninjured unscathed".split())
_ALIVE = frozenset("survive survives survived surviving survivor survivors".split())
# "No one else", "no longer", "no further arrests".
_MORE = word_set("discrepancies.none_or_some.more")
_DEGREES = frozenset("seriously badly critically severely gravely slightly lightly".split())
_EVENTS = frozenset("injuries injury deaths death casualties fatalities arrests arrest survivors".split())


class _Told(Struct, frozen=True, kw_only=True):
    what: str
    """`dead`, `hurt`, `missing`, `held`, `fled` or `alive`."""
    none: bool
    noun: str
    """Whose fate it is; empty where anybody is meant."""
    degree: frozenset[str]
    extent: Extent


def none_or_some_differences(pair: Pair) -> Iterator[Difference]:
    """Yield what befell nobody by one text and somebody by the other."""
    told = [list(_told(side)) for side in pair.sides]
    if not (told[0] and told[1]) or not (same_setting(pair) and same_day(pair)):
        return
    for one in told[0]:
        for other in told[1]:
            if not _apart(one, other) or any(_both(of, one.what) for of in told):
                continue
            said = [
                s.quote(t.extent.start, t.extent.end) for s, t in zip(pair.sides, (one, other), strict=True)
            ]
            days = [side.document.article.published for side in pair.sides]
            later = all(days) and days[0] != days[1]
            yield Difference(
                type=DiscrepancyType.NEGATION,
                state=DiscrepancyState.LATER_COUNT if later else DiscrepancyState.CONFLICT,
                rule=RULE,
                extents=(one.extent, other.extent),
                values=(said[0], said[1]),
                why=f"{{0}} says “{said[0]}”, {{1}} says “{said[1]}”.",
            )
            return


def _both(told: list[_Told], what: str) -> bool:
    """Tell whether one text says both, of two groups."""
    return len({t.none for t in told if t.what == what}) > 1


def _apart(one: _Told, other: _Told) -> bool:
    if one.none == other.none or one.degree != other.degree:
        return False
    none = one if one.none else other
    some = other if one.none else one
    same = none.what == some.what or (none.what, some.what) == ("hurt", "dead")
    return same and (not none.noun or not some.noun or none.noun == some.noun)


def _told(side: Side) -> Iterator[_Told]:
    for at, item in enumerate(side.items):
        word = item.surface.lower()
        if isinstance(item.value, Amount):
            yield from _counted(side, at, item.value)
        elif word in _NOBODY or word == "no":
            yield from _phrase(side, at, none=True)
        elif word in _SOME:
            yield from _phrase(side, at, none=False)
        elif word in _UNHURT and any(side.items[k].surface.lower() in _ALL for k in clause.before(side, at)):
            whole = Extent(start=side.items[clause.before(side, at)[0]].start, end=item.end)
            yield _Told(what="hurt", none=True, noun="", degree=frozenset(), extent=whole)


def _what(word: str) -> str:
    return "alive" if word in _ALIVE else status_of(word)


def _counted(side: Side, at: int, amount: Amount) -> Iterator[_Told]:
    around = (*clause.before(side, at), *clause.behind(side, at))
    if amount.kind is not Kind.COUNT or amount.low <= 0 or _doubtful(side, around):
        return
    what = amount.head.status or next(
        (_what(side.items[k].surface.lower()) for k in around if side.items[k].surface.lower() in _ALIVE), ""
    )
    if what and counts_people(amount.head.word):
        noun = "" if is_generic(amount.head.word) else amount.head.key
        near = clause.behind(side, at)
        last = next((k for k in near if _what(side.items[k].surface.lower()) == what), None)
        first = next((k for k in clause.before(side, at) if _what(side.items[k].surface.lower()) == what), at)
        end = amount.end if last is None else side.items[last].end
        start = min(amount.start, side.items[first].start)
        yield _Told(
            what=what,
            none=False,
            noun=noun,
            degree=_degree(side, around),
            extent=Extent(start=start, end=end),
        )


def _phrase(side: Side, at: int, *, none: bool) -> Iterator[_Told]:
    """Yield "nobody was hurt", "none of the guests was hurt", "no arrests", "several guests were hurt"."""
    near = clause.behind(side, at)
    last = next((k for k in near if _what(side.items[k].surface.lower())), None)
    if last is None or _doubtful(side, range(at, last + 1)) or _doubtful(side, clause.before(side, at)):
        return
    if clause.denied(side, range(at + 1, last)):
        return
    word = side.items[last].surface.lower()
    between = [side.items[k] for k in range(at + 1, last)]
    people = [i for i in between if clause.plain(i) and counts_people(i.surface.lower())]
    one = at + 1 < len(side.items) and side.items[at + 1].surface.lower() == "one"
    whole = side.items[at].surface.lower() in _NOBODY or (none and one) or word in _EVENTS
    if not (whole or people):
        return
    noun = people[-1].key if people and not is_generic(people[-1].surface.lower()) else ""
    yield _Told(
        what=_what(word),
        none=none,
        noun=noun,
        degree=_degree(side, range(at, last + 1)),
        extent=Extent(start=side.items[at].start, end=side.items[last].end),
    )


def _degree(side: Side, places: range | tuple[int, ...]) -> frozenset[str]:
    return _DEGREES.intersection(side.items[k].surface.lower() for k in places)


def _doubtful(side: Side, places: range | tuple[int, ...]) -> bool:
    return clause.unreal(side, iter(places)) or any(side.items[k].surface.lower() in _MORE for k in places)
