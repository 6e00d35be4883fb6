"""Who did it: one act on one target, done by the police here and by the army there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.syntax import before_group, is_passive, is_past, object_head, subject_head

RULE = "different-doer"
# Doers that are told apart for sure, in kinds; the words of one line are one group or its members. "Security
# forces", "officers" and "officials" stand in none, since they may be of any.
_KINDS = {
    "armed": """
    police policeman policemen policewoman policewomen gendarme gendarmes
    army military soldier soldiers troops marines
    rebel rebels insurgent insurgents militant militants guerrillas jihadists
    protester protesters demonstrator demonstrators rioters
    settler settlers
    firefighter firefighters
    """,
    "bodies": """
    parliament lawmakers legislators senate senators congress mps
    government cabinet ministry minister ministers
    court courts judge judges jury magistrate tribunal
    council councillors
    """,
}
_GROUPS = {
    word: (kind, number)
    for kind, lines in _KINDS.items()
    for number, line in enumerate(lines.strip().splitlines())
    for word in line.split()
}
# Acts that one party does. Many may praise, condemn or back one thing, and both texts be right.
_ACTS = word_set("discrepancies.doers.acts")


class _Deed(Struct, frozen=True, kw_only=True):
    verb: str
    target: str
    group: tuple[str, int]
    extent: Extent


def doer_differences(pair: Pair) -> Iterator[Difference]:
    """Yield acts on one target whose doers are of one kind and cannot be one another's part or member.

    Both may hold (two forces may fire), so that this is another wording and no conflict.
    """
    first = list(_deeds(pair.sides[0]))
    second = list(_deeds(pair.sides[1])) if first else []
    if not second or not (same_setting(pair) and same_day(pair)):
        return
    groups = [_groups(side) for side in pair.sides]
    for one in first:
        for other in second:
            if (one.verb, one.target) != (other.verb, other.target) or one.group[0] != other.group[0]:
                continue
            # "Soldiers backed by police": the other's doer may have done it too.
            if one.group not in groups[1] and other.group not in groups[0]:
                yield _difference(pair, one, other)


def _groups(side: Side) -> set[tuple[str, int]]:
    """Return the groups that the whole sentence names, in whatever part."""
    tokens = side.document.values[side.sentence.id].tokens
    return {_GROUPS[token.lower] for token in tokens if token.lower in _GROUPS}


def _deeds(side: Side) -> Iterator[_Deed]:
    for at, item in enumerate(side.items):
        if item.value is not None or item.key not in _ACTS or not is_past(item.surface.lower()):
            continue
        found = _passive(side, at) if is_passive(side.items, at) else _active(side, at)
        if found is None:
            continue
        doer, target = found
        places = (at, doer, target)
        extent = Extent(start=side.items[min(places)].start, end=side.items[max(places)].end)
        group = _GROUPS[side.items[doer].surface.lower()]
        yield _Deed(verb=item.key, target=side.items[target].key, group=group, extent=extent)


def _active(side: Side, verb: int) -> tuple[int, int] | None:
    """Return doer and target of "police opened fire"; a doer with anything behind it is left alone."""
    doer = before_group(side.items, verb)
    target = object_head(side.text, side.items, verb + 1)
    return (doer, target) if target is not None and _is_doer(side, doer) else None


def _passive(side: Side, verb: int) -> tuple[int, int] | None:
    """Return doer and target of "the square was cleared by police"."""
    by = verb + 1
    if by >= len(side.items) or side.items[by].key != "by":
        return None
    target = subject_head(side.items, verb)
    if target is None:
        return None
    for doer in range(by + 1, min(len(side.items), by + 4)):
        if _is_doer(side, doer):
            return doer, target
    return None


def _is_doer(side: Side, at: int) -> bool:
    """Tell whether a word names a group, alone: "police", not "police chief" and no "some soldiers"."""
    if not 0 <= at < len(side.items) or side.items[at].surface.lower() not in _GROUPS:
        return False
    after = side.items[at + 1] if at + 1 < len(side.items) else None
    compound = (
        after is not None
        and after.content
        and after.value is None
        and not is_past(after.surface.lower())
        and not side.text[side.items[at].end : after.start].strip()
    )
    before = side.items[at - 1] if at else None
    joined = before is not None and before.key in ("and", "or", "some", "of", "by", "with", "no", "not", "'s")
    near_by = before is not None and before.key == "by"
    return not (compound or (joined and not near_by))


def _difference(pair: Pair, one: _Deed, other: _Deed) -> Difference:
    said = [s.quote(d.extent.start, d.extent.end) for s, d in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.ACTOR,
        state=DiscrepancyState.WORDING,
        rule=RULE,
        extents=(one.extent, other.extent),
        values=(said[0], said[1]),
        why=f"{{0}} has “{said[0]}”, {{1}} has “{said[1]}”: one act, two doers.",
    )
