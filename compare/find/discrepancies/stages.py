"""How far an act has come: done here and still to come there, certain here and possible there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, moments_agree, same_day, same_setting
from compare.find.discrepancies.polarity import NOT_ALTOGETHER
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_list, word_set
from compare.text.syntax import REPORTING, is_attribute, is_past, named_subject, object_head

RULE = "done-or-to-come"
_MAY = frozenset("could may might".split())
_WILL = frozenset("will shall must".split())
_PLANS = word_set("discrepancies.stages.plans")
_PERFECT = frozenset("has have had was were been".split())
_HARMLESS = frozenset("also now then soon still later finally formally officially eventually".split())
_NEGATIONS = frozenset("not never no cannot nor".split())
_NOUNS_TOO = frozenset("plan plans aim aims hope hopes".split())
_HAVING = frozenset("has have had".split())
# What is told as done behind none of these is done.
_UNREAL = _MAY | _WILL | _PLANS | frozenset("would to if be being is are".split())
_BEFORE_NOUN = word_set("discrepancies.stages.before_noun")
# They are of no act of their own: "called on", "called for", "will call".
_LIGHT = word_set("discrepancies.stages.light")
# What is allowed to stand between a helper and its verb.
_REACH = 4
_NEAR, _BESIDE = 8, 3
_FEWEST_NEAR = 2
# In leads that nothing links so many words must meet; each line of the list is one deed.
_FEWEST_TOLD = 3
_EARLIER = frozenset("earlier last ago previously before first originally".split())
_DEEDS = {
    verb: number
    for number, line in enumerate(word_list("discrepancies.stages.deeds"))
    for verb in line.split("/")
}


class _Act(Struct, frozen=True, kw_only=True):
    verb: str
    first: int
    """Where its helper stands: "plans" of "plans to open"."""
    at: int
    stage: str
    extent: Extent


def stage_differences(pair: Pair) -> Iterator[Difference]:
    """Yield acts that one text tells as done and the other as to come, or as sure and as possible."""
    if not same_setting(pair):
        return
    acts = [list(_acts(side)) for side in pair.sides]
    for one in acts[0]:
        for other in acts[1]:
            if one.verb != other.verb or one.verb in _LIGHT or not _apart(one.stage, other.stage):
                continue
            if {one.stage, other.stage} == {"possible", "sure"} and _suffered(pair, one, other):
                continue
            if any(sum(a.verb == one.verb for a in of) != 1 for of in acts):
                continue
            if any(_long_ago(side, act) for side, act in zip(pair.sides, (one, other), strict=True)):
                continue
            if _meeting(pair, one, other) >= _FEWEST_NEAR and _of_one_deed(pair, one, other):
                yield _difference(pair, one, other)


def lead_stage_differences(pair: Pair) -> Iterator[Difference]:
    """Yield what one lead tells as done and the other as to come, where the verbs are of one deed."""
    if not same_setting(pair) or not same_day(pair):
        return
    acts = [[(_DEEDS[a.verb], a) for a in _acts(side) if a.verb in _DEEDS] for side in pair.sides]
    shared = pair.sides[0].keys() & pair.sides[1].keys()
    for deed, one in acts[0]:
        for other_deed, other in acts[1]:
            open_ = {one.stage, other.stage}
            if deed != other_deed or "done" not in open_ or not open_ & {"sure", "planned"}:
                continue
            if any(_long_ago(side, act) for side, act in zip(pair.sides, (one, other), strict=True)):
                continue
            if len(shared - {one.verb, other.verb}) >= _FEWEST_TOLD:
                timed = [_with_time(side, act) for side, act in zip(pair.sides, (one, other), strict=True)]
                yield _difference(pair, timed[0], timed[1])
                return


def _with_time(side: Side, act: _Act) -> _Act:
    """Return an act with the day beside it: "unveiled late Monday", "this week will propose"."""
    near = [m for k, m in side.moments() if abs(k - act.at) <= _BESIDE and not m.clock]
    if not near:
        return act
    start, end = min(act.extent.start, near[0].start), max(act.extent.end, near[0].end)
    return replace(act, extent=Extent(start=start, end=end))


def _long_ago(side: Side, act: _Act) -> bool:
    """Tell whether an act is put to an earlier time: "a version unveiled earlier this year"."""
    behind = {item.surface.lower() for item in side.items[act.at + 1 : act.at + 4]}
    return not behind.isdisjoint(_EARLIER)


def _meeting(pair: Pair, one: _Act, other: _Act) -> int:
    """Return how many words of content, and days, meet beside two acts."""
    around = [_around(side, act) for side, act in zip(pair.sides, (one, other), strict=True)]
    days = [
        [m for k, m in side.moments() if abs(k - act.at) <= _NEAR and not m.clock]
        for side, act in zip(pair.sides, (one, other), strict=True)
    ]
    if all(days) and not any(moments_agree(x, y) for x in days[0] for y in days[1]):
        return 0
    return len(around[0] & around[1]) + all(days)


def _of_one_deed(pair: Pair, one: _Act, other: _Act) -> bool:
    """Tell whether no other doer and no other object is named: "will hold a vote", "has held the letters"."""
    both = tuple(zip(pair.sides, (one, other), strict=True))
    doers = [named_subject(side.items, act.first) for side, act in both]
    objects = [object_head(side.text, side.items, act.at + 1) for side, act in both]
    return all(
        pair.sides[0].items[first].key == pair.sides[1].items[second].key
        for first, second in (doers, objects)
        if first is not None and second is not None
    )


def _apart(one: str, other: str) -> bool:
    """Tell whether two stages are a difference: who plans to do it will do it, as news tells it."""
    return one != other and {one, other} != {"sure", "planned"}


def _suffered(pair: Pair, one: _Act, other: _Act) -> bool:
    """Tell whether one alone is a passive: what "could be voted on" is not who "will vote"."""
    passive = [
        any(side.items[k].surface.lower() == "be" for k in range(act.first, act.at))
        for side, act in zip(pair.sides, (one, other), strict=True)
    ]
    return passive[0] != passive[1]


def _around(side: Side, act: _Act) -> frozenset[str]:
    return side.keys(act.at - _NEAR, act.at + _NEAR + 1) - {act.verb}


def _acts(side: Side) -> Iterator[_Act]:
    """Yield the verbs of an act that are told as done, as sure, as planned or as possible."""
    low = [item.surface.lower().replace("’", "'") for item in side.items]
    taken: set[int] = set()
    for at in range(len(low)):
        stage = _opened(low, at)
        verb = None if stage is None else _verb(side, low, at + (2 if stage == "planned" else 1))
        if stage is not None and verb is not None:
            taken.add(verb)
            denied = any(
                _negates(low[k]) and low[k + 1] not in NOT_ALTOGETHER for k in range(max(0, at - 1), verb)
            )
            yield _act(side, at, verb, "denied" if denied else stage)
    for at, word in enumerate(low):
        if at in taken or not is_past(word) or word in REPORTING or is_attribute(side.items, at):
            continue
        if side.items[at].name or side.items[at].value is not None:
            continue
        first = at
        while first and (low[first - 1] in _PERFECT or low[first - 1].endswith("ly")):
            first -= 1
        before = low[max(0, first - 3) : at]
        if any(_negates(word) for word in before) or _UNREAL.intersection(before):
            continue
        yield _act(side, first, at, "done")


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _opened(low: list[str], at: int) -> str | None:
    word = low[at]
    if word.removesuffix("n't") in _MAY:
        return "possible"
    if word in _WILL or word.endswith("'ll") or word == "won't":
        return "sure"
    before = low[at - 1] if at else ""
    # "Has plans to", "the plan to"; "has planned to" is a verb.
    noun = before in _BEFORE_NOUN or (word in _NOUNS_TOO and before in _HAVING)
    return "planned" if word in _PLANS and low[at + 1 : at + 2] == ["to"] and not noun else None


def _verb(side: Side, low: list[str], first: int) -> int | None:
    """Return where the verb of a helper stands: "soon be fined" behind "will"."""
    for k in range(first, min(len(low), first + _REACH)):
        if low[k] == "have":
            return None
        if low[k] in ("be", "not", "never") or low[k].endswith("ly") or low[k] in _HARMLESS:
            continue
        item = side.items[k]
        return k if item.content and not item.name and item.value is None else None
    return None


def _act(side: Side, first: int, verb: int, stage: str) -> _Act:
    return _Act(
        verb=side.items[verb].key,
        first=first,
        at=verb,
        stage=stage,
        extent=Extent(start=side.items[first].start, end=side.items[verb].end),
    )


_TOLD = {
    "done": "as done",
    "sure": "as sure",
    "planned": "as planned",
    "possible": "as possible",
    "denied": "as not so",
}


def _difference(pair: Pair, one: _Act, other: _Act) -> Difference:
    said = [s.quote(a.extent.start, a.extent.end) for s, a in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NEGATION,
        state=DiscrepancyState.WORDING,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} tells it {_TOLD[one.stage]} (“{said[0]}”), {{1}} {_TOLD[other.stage]} (“{said[1]}”).",
    )
