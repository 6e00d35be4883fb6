"""Whether two dates are of two occasions: the second debate, another step of a case, another's strike."""

from __future__ import annotations

from compare.find.discrepancies.acts import act_of
from compare.find.discrepancies.pairing import Pair, Side
from compare.find.discrepancies.polarity import opposite
from compare.find.discrepancies.same_thing import figures_apart
from compare.find.discrepancies.spelling import near_spelling, of_one_place
from compare.text.en import word_list
from compare.text.values import Kind, Moment

# Each line has the steps of one case or life, which follow each other on days of their own.
_STEPS = {
    step: number
    for number, line in enumerate(word_list("discrepancies.occasions.steps"))
    for step in line.split("/")
}


def two_occasions(pair: Pair, i: int, j: int) -> bool:
    """Return whether what stands beside two dates says that they are of two occasions."""
    moments = [side.items[k].value for side, k in zip(pair.sides, (i, j), strict=True)]
    rough = [isinstance(m, Moment) and not m.clock and m.day is None and m.weekday is None for m in moments]
    if all(rough) and figures_apart(pair):
        # Each month or year of a series has its figure.
        return True
    acts = act_of(pair.sides[0], i), act_of(pair.sides[1], j)
    steps = [_STEPS.get(act) for act in acts]
    if acts[0] != acts[1] and steps[0] is not None and steps[0] == steps[1]:
        return True
    return _counted_apart(pair) or _another_there(pair)


def of_a_name(side: Side, at: int) -> bool:
    """Return whether a year is part of what a law or treaty is called: "the Clean Rivers Act of 1972"."""
    value = side.items[at].value
    if not isinstance(value, Moment) or value.month is not None or at < 2 or side.items[at - 1].key != "of":
        return False
    return side.items[at - 2].name and side.text[side.items[at - 2].end : side.items[at - 1].start] == " "


def counted_once(pair: Pair) -> bool:
    """Return whether one passage says which time it is, and the other does not: "for a second term"."""
    return len({any(a.kind is Kind.ORDINAL and a.low > 1 for _, a in s.amounts()) for s in pair.sides}) > 1


def _counted_apart(pair: Pair) -> bool:
    """Tell whether both count one thing, and not to one number: "the first debate", "the second debate"."""
    counted = [
        {(a.head.key, a.low) for _, a in side.amounts() if a.kind is Kind.ORDINAL and a.head.key}
        for side in pair.sides
    ]
    things = [{key for key, _ in found} for found in counted]
    return bool(things[0] & things[1]) and not counted[0] & counted[1]


def _another_there(pair: Pair) -> bool:
    """Tell whether a name or verb gives way between words that meet: "in Tolby", "in Marle"."""
    one, other = pair.sides
    met = set(pair.matched.values())
    for i, item in enumerate(one.items):
        if i in pair.matched or item.value is not None:
            continue
        before = pair.matched.get(i - 1)
        if before is None or before + 1 in met or before + 1 >= len(other.items):
            continue
        rival = other.items[before + 1]
        after = pair.matched.get(i + 1)
        closed = after == before + 2 or (i + 1 == len(one.items) and before + 2 == len(other.items))
        words = item.surface.lower(), rival.surface.lower()
        if not closed or rival.value is not None:
            continue
        if opposite(item.key, rival.key) or (item.name and rival.name and not _may_be_one(*words)):
            return True
    return False


def _may_be_one(one: str, other: str) -> bool:
    short, long = sorted((one.replace(".", ""), other.replace(".", "")), key=len)
    return long.startswith(short[:3]) or near_spelling(one, other) or of_one_place(one, other)
