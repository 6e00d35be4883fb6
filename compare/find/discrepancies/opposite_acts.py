"""Acts that cannot both be: called off and gone ahead, stopped and gone on, admitted and denied."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies import clause
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_list
from compare.text.syntax import is_attribute, is_participle

RULE = "opposite-acts"
# Each line of the list is one question, what stands on the two sides of a "|" are its two answers.
_ANSWERS: dict[tuple[str, ...], list[tuple[int, int]]] = {}
for _line, _entry in enumerate(word_list("discrepancies.opposite_acts.answers")):
    for _side, _list in enumerate(_entry.split("|")):
        for _word in _list.split("/"):
            _ANSWERS.setdefault(tuple(_word.split("_")), []).append((_line, _side))
_AGAIN = frozenset(("again", "anew"))
_UNREAL_BUT_SURE = frozenset("will shall".split())
_STARTING = frozenset("start begin".split())
_FEWEST_SHARED = 2
_NEAR, _FEWEST_NEAR = 9, 4


class _Act(Struct, frozen=True, kw_only=True):
    answers: tuple[tuple[int, int], ...]
    around: frozenset[str]
    """The words of its clause."""
    names: frozenset[str]
    """Who does it."""
    near: frozenset[str]
    """The words beside it, over commas."""
    extent: Extent


def opposite_act_differences(pair: Pair) -> Iterator[Difference]:
    """Yield acts on one thing that cannot both be, where most of what stands beside them is the same."""
    acts = [list(_acts(side)) for side in pair.sides]
    if not (acts[0] and acts[1]) or not (same_setting(pair) and same_day(pair)):
        return
    for one in acts[0]:
        for other in acts[1]:
            if not _opposed(one, other) or any(
                _opposed(act, mine) for of, mine in zip(acts, (one, other), strict=True) for act in of
            ):
                continue
            if one.names and other.names and not one.names & other.names:
                continue
            shared = len(one.around & other.around)
            half = 2 * shared >= min(len(one.around), len(other.around))
            if not (shared >= _FEWEST_SHARED and half) and len(one.near & other.near) < _FEWEST_NEAR:
                continue
            said = [
                s.quote(a.extent.start, a.extent.end) for s, a in zip(pair.sides, (one, other), strict=True)
            ]
            yield Difference(
                type=DiscrepancyType.NEGATION,
                state=DiscrepancyState.CONFLICT,
                rule=RULE,
                extents=(one.extent, other.extent),
                values=(said[0], said[1]),
                why=f"{{0}} says “{said[0]}”, {{1}} says “{said[1]}”.",
            )
            return


def _opposed(one: _Act, other: _Act) -> bool:
    return any(x[0] == y[0] and x[1] != y[1] for x in one.answers for y in other.answers)


def _acts(side: Side) -> Iterator[_Act]:
    for at, item in enumerate(side.items):
        if item.value is not None or item.name or not item.surface.islower() or is_attribute(side.items, at):
            continue
        last, answers = _answers(side, at)
        subject, rest = clause.before(side, at), clause.behind(side, last)
        # "The fair will go ahead" is said against "has been called off"; other plans are no acts.
        planned = any(side.items[k].surface.lower() in _UNREAL_BUT_SURE for k in subject[-2:])
        sure = last > at and planned
        if not answers or clause.denied(side, subject) or (clause.unreal(side, subject) and not sure):
            continue
        if any(side.items[k].surface.lower() == "to" for k in subject[-1:]):
            continue
        if last == at and is_participle(item.surface.lower()):
            # "Tweets backing a dismissal" are nobody's act of one day.
            continue
        around = clause.words(side, subject) | clause.words(side, rest)
        yield _Act(
            answers=answers,
            around=around - {item.key},
            names=clause.names(side, subject),
            near=side.keys(at - _NEAR, last + _NEAR + 1) - {item.key},
            extent=Extent(start=item.start, end=side.items[last].end),
        )


def _answers(side: Side, at: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return where an act of the list ends, and what it answers."""
    keys = tuple(
        item.key if k == 0 else item.surface.lower() for k, item in enumerate(side.items[at : at + 3])
    )
    for length in (3, 2, 1):
        found = _ANSWERS.get(keys[:length])
        if found is not None and len(keys) >= length:
            return at + length - 1, tuple(found)
    again = next((k for k in clause.behind(side, at)[:5] if side.items[k].surface.lower() in _AGAIN), None)
    if (
        keys
        and keys[0] in _STARTING
        and again is not None
        and is_participle(side.items[at + 1].surface.lower())
    ):
        # "Started selling it again"
        return again, tuple(_ANSWERS.get(("resume",), ()))
    return at, ()
