"""What the law says of somebody so far: alleged, accused, charged, convicted, acquitted."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.syntax import is_past
from compare.text.values.heads import counts_people

LADDER_RULE = "another-legal-status"
ALLEGED_RULE = "alleged-in-one-only"
_LADDER = {
    word: (step, name)
    for step, name, words in (
        (1, "suspected", "suspected suspects suspect"),
        (2, "accused", "accused accuses accuse accusing"),
        (3, "charged", "charged charges indicted"),
        (5, "convicted", "convicted convicts jailed guilty sentenced imprisoned"),
        (6, "acquitted", "acquitted cleared exonerated"),
    )
    for word in words.split()
}
_ALLEGED = frozenset("alleged allegedly reputedly purported purportedly".split())
# Any of these in the other passage keeps the doubt, in other words.
_DOUBT = _ALLEGED | word_set("discrepancies.legal.doubt")
_BEFORE_ADJECTIVE = word_set("discrepancies.legal.before_adjective")
_OFFENCE_FOLLOWS = frozenset("of with over for".split())
_OFFENCE_REACH = 9
_REACH = 6
_ALIKE = 60.0


def legal_differences(pair: Pair) -> Iterator[Difference]:
    """Yield legal statuses that differ in one place, and things "alleged" in one text only."""
    yield from _ladder(pair)
    yield from _alleged(pair, 0)
    yield from _alleged(pair, 1)


def _ladder(pair: Pair) -> Iterator[Difference]:
    if pair.alike < _ALIKE:
        return
    one, other = pair.sides
    met = set(pair.matched.values())
    for i, item in enumerate(one.items):
        status = _status(one, i)
        if status is None or i in pair.matched:
            continue
        for j, rival in enumerate(other.items):
            there = _status(other, j)
            if there is None or j in met or there[0] == status[0] or not _one_place(pair, i, j):
                continue
            ends = {status[0], there[0]} == {5, 6}
            yield Difference(
                type=DiscrepancyType.LEGAL_STATUS,
                state=DiscrepancyState.CONFLICT if ends else DiscrepancyState.WORDING,
                rule=LADDER_RULE,
                extents=(Extent(start=item.start, end=item.end), Extent(start=rival.start, end=rival.end)),
                values=(status[1], there[1]),
                why=f"{{0}} says “{item.surface}”, {{1}} says “{rival.surface}”: another step of a case.",
            )
            break


def _status(side: Side, at: int) -> tuple[int, str] | None:
    """Return the step that a word names; "not guilty" is acquitted."""
    word = side.items[at].surface.lower()
    if word == "guilty" and at and side.items[at - 1].key == "not":
        return _LADDER["acquitted"]
    return _LADDER.get(word)


def _one_place(pair: Pair, i: int, j: int) -> bool:
    """Tell whether two statuses have the same word before or behind them, or are about one offence.

    "Police charged Ann Lee with fraud", "Ann Lee was convicted of fraud": one person, one offence.
    """
    if pair.matched.get(i - 1) == j - 1 or pair.matched.get(i + 1) == j + 1:
        return True
    return bool(_offences(pair.sides[0], i) & _offences(pair.sides[1], j)) and _one_person(pair)


def _offences(side: Side, at: int) -> frozenset[str]:
    """Return what a status can be about: words of substance behind "with", "of" or "over", no names."""
    behind = side.items[at + 1 : at + 1 + _OFFENCE_REACH]
    led = [k for k, item in enumerate(behind) if item.surface.lower() in _OFFENCE_FOLLOWS]
    first = (next((item for item in behind[k + 1 :] if item.content), None) for k in led)
    return frozenset(item.key for item in first if item and not item.name and item.value is None)


def _one_person(pair: Pair) -> bool:
    one = pair.sides[0]
    met = (one.items[i] for i in pair.matched)
    return any(item.name or counts_people(item.surface.lower()) for item in met)


def _alleged(pair: Pair, more: int) -> Iterator[Difference]:
    """Yield "alleged" before a thing that the other passage names without any word of doubt."""
    side, other = pair.sides[more], pair.sides[1 - more]
    # Doubt anywhere in the other sentence counts: "the payments, he said, were fees".
    if any(token.lower in _DOUBT for token in other.document.values[other.sentence.id].tokens):
        return
    for at, item in enumerate(side.items):
        if item.surface.lower() not in _ALLEGED or side.quoted(item.start, item.end):
            continue
        if item.surface.lower() == "alleged" and (at == 0 or side.items[at - 1].key not in _BEFORE_ADJECTIVE):
            # "A report that alleged" is the verb.
            continue
        thing = _thing(side, at, other) if item.surface.lower() == "alleged" else _next(pair, more, at)
        if thing is None:
            continue
        noun, there = thing
        here = Extent(start=item.start, end=noun.end)
        plain = Extent(start=there.start, end=there.end)
        said = side.quote(here.start, here.end), other.quote(plain.start, plain.end)
        yield Difference(
            type=DiscrepancyType.LEGAL_STATUS,
            state=DiscrepancyState.ONE_ONLY,
            rule=ALLEGED_RULE,
            extents=(here, plain) if more == 0 else (plain, here),
            values=(said[0], said[1]) if more == 0 else (said[1], said[0]),
            why=f"“{item.surface}” stands in {{{more}}} only; {{{1 - more}}} has “{said[1]}” without it.",
        )
        return


def _next(pair: Pair, more: int, at: int) -> tuple[Item, Item] | None:
    """Return the word right behind "allegedly" where the other passage has it in the same place."""
    back = pair.matched if more == 0 else {j: i for i, j in pair.matched.items()}
    side, other = pair.sides[more], pair.sides[1 - more]
    there = back.get(at + 1)
    if there is None or not side.items[at + 1].content or pair.alike < _ALIKE:
        return None
    return side.items[at + 1], other.items[there]


def _thing(side: Side, at: int, other: Side) -> tuple[Item, Item] | None:
    """Return the nearest word of substance behind "alleged" that the other passage has too, in both texts."""
    found = {item.key: item for item in reversed(other.items) if item.content and not item.name}
    for item in side.items[at + 1 : at + 1 + _REACH]:
        if item.surface.lower() in ("and", "but", "that", "which", "who", "said"):
            return None
        if (
            not item.content
            or item.value is not None
            or item.name
            or item.key not in found
            or len(item.key) < 4
        ):
            continue
        # Not the people it was done to, and no verb of the other text.
        if not (counts_people(item.surface.lower()) or is_past(found[item.key].surface.lower())):
            return item, found[item.key]
    return None
