"""How much or how many: "main" against "crucial", "all" against "some", "the only" against "one of"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.items import Item

RULE = "another-degree"
# Each line is a scale; words on one step of it say the same.
_SCALES = tuple(
    tuple(frozenset(step.split()) for step in line.split("|"))
    for line in """
    only sole | main chief primary principal biggest largest leading | key crucial major important vital
    all every each entire whole | most | many several numerous | some | few
    always | often frequently usually | sometimes occasionally | rarely seldom | never
    fully completely entirely totally | largely mostly mainly | partly partially
    certainly definitely | probably likely | possibly perhaps maybe
    must | should | may might
    unanimously | narrowly
    """.strip().splitlines()
)
_STEPS = {
    word.strip(): (number, place)
    for number, scale in enumerate(_SCALES)
    for place, step in enumerate(scale)
    for word in step
}
# "Main supplier of oil" and "a crucial supplier of energy": so far apart the noun may stand.
_REACH = 2
# In these scales the noun behind the word must be the same, which makes looser passages comparable.
_ADJECTIVES = frozenset((0,))
_ALIKE = 60.0


def degree_differences(pair: Pair) -> Iterator[Difference]:
    """Yield words of one scale but unlike steps that stand before the same noun or in the same place."""
    one, other = pair.sides
    for i, item in enumerate(one.items):
        step = _step(item)
        if step is None or i in pair.matched:
            continue
        for j, rival in enumerate(other.items):
            there = _step(rival)
            if there is None or there[0] != step[0] or there[1] == step[1] or j in pair.matched.values():
                continue
            if _one_place(pair, i, j) or (step[0] in _ADJECTIVES and _one_noun(one, i, other, j)):
                yield _difference(pair, item, rival)
                break


def _step(item: Item) -> tuple[int, int] | None:
    return _STEPS.get(item.surface.lower()) if item.value is None else None


def _one_place(pair: Pair, i: int, j: int) -> bool:
    """Tell whether the word before and the word behind meet, in passages of much the same words."""
    before = i == 0 == j or pair.matched.get(i - 1) == j - 1
    after = pair.matched.get(i + 1) == j + 1
    return pair.alike >= _ALIKE and before and after


def _one_noun(one: Side, i: int, other: Side, j: int) -> bool:
    """Tell whether both words stand before the same noun."""
    nouns = _nouns(one, i), _nouns(other, j)
    return bool(nouns[0] & nouns[1])


def _nouns(side: Side, at: int) -> frozenset[str]:
    found = []
    for k in range(at + 1, min(len(side.items), at + 1 + _REACH)):
        item = side.items[k]
        between = side.text[side.items[k - 1].end : item.start]
        if item.value is not None or not item.content or between.strip():
            break
        found.append(item.key)
    return frozenset(found[-1:])


def _difference(pair: Pair, item: Item, rival: Item) -> Difference:
    return Difference(
        type=DiscrepancyType.DEGREE,
        state=DiscrepancyState.WORDING,
        rule=RULE,
        extents=(Extent(start=item.start, end=item.end), Extent(start=rival.start, end=rival.end)),
        values=(item.surface, rival.surface),
        why=f"{{0}} says “{_phrase(pair.sides[0], item)}”, {{1}} says “{_phrase(pair.sides[1], rival)}”.",
    )


def _phrase(side: Side, item: Item) -> str:
    """Return a word with the next one, "main supplier"."""
    after = next((other for other in side.items if other.start >= item.end), None)
    return side.quote(item.start, after.end if after is not None else item.end)
