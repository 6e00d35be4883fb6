"""Rise in one text and decline in the other, said of one kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.framing.hits import Hit
from compare.find.framing.phrases import names_target
from compare.find.framing.rows import Pair, Row, side
from compare.find.framing.targets import target_name
from compare.text.syntax import adjoin
from compare.text.wordlists import Family

RULE = "opposite-direction"
STANDING = "standing"
_REACH = 8
_WHY = (
    "One text has it rising, the other declining; they may speak of different sides of it, so compare both."
)


def direction_rows(pair: Pair) -> Iterator[Row]:
    """Yield pairs of opposite directions that share a thing or its kind, and a name nearby."""
    moved = [
        [
            (hit, thing)
            for concept in sorted(concepts)
            for hit in concepts[concept]
            if hit.entry.family in (Family.RISE, Family.FALL)
            and (thing := _moved(pair, place, hit)) is not None
        ]
        for place, concepts in enumerate((pair.by_concept(0), pair.by_concept(1)))
    ]
    kinds = [_kinds(hits) for hits in pair.hits]
    for one, thing in moved[0]:
        for other, rival in moved[1]:
            if {one.entry.family, other.entry.family} != {Family.RISE, Family.FALL}:
                continue
            same = one.line.key(thing) == other.line.key(rival)
            if not same and not ((one.line.id, thing) in kinds[0] and (other.line.id, rival) in kinds[1]):
                continue
            shared = _names(one) & _names(other)
            if not shared or not (same or len(shared) > 1 or any(k.startswith("@") for k in shared)):
                continue
            yield Row(
                rule=RULE,
                concept="direction",
                target=target_name(((pair.texts[0], one.line), (pair.texts[1], other.line)), shared),
                sides=(
                    side(pair.texts[0], one.line, min(one.first, thing), max(one.last, thing)),
                    side(pair.texts[1], other.line, min(other.first, rival), max(other.last, rival)),
                ),
                why=_WHY,
                alternatives=(*one.entry.instead[:1], *other.entry.instead[:1]),
                rank=1.5 + min(2, len(shared)) / 2 + same,
                opposite=True,
            )


def _kinds(hits: tuple[Hit, ...]) -> frozenset[tuple[str, int]]:
    return frozenset((hit.line.id, hit.last) for hit in hits if hit.entry.concept == STANDING)


def _moved(pair: Pair, place: int, hit: Hit) -> int | None:
    """Return the index of what rises or falls: "waning influence", "decline in trade", "trade has grown"."""
    text, line = pair.texts[place].article.text, hit.line
    after = hit.last + 1
    if after < len(line.low) and adjoin(text, line, after):
        if line.low[hit.last].endswith(("ing", "ed")) and names_target(line, after):
            return after
        if line.low[after] in ("in", "of"):
            at = after + 1
            return at if at < len(line.low) and names_target(line, at) and not line.words[at].name else None
    at = hit.first - 1
    while at >= 0 and line.low[at] in ("has", "have", "had", "been", "is", "are", "was", "were"):
        at -= 1
    if at >= 0 and adjoin(text, line, at + 1) and names_target(line, at) and not line.words[at].name:
        return at
    return None


def _names(hit: Hit) -> frozenset[str]:
    line = hit.line
    places = range(max(0, hit.first - _REACH), min(len(line.words), hit.last + 1 + _REACH))
    return frozenset(
        line.key(at) for at in places if at in line.countries or (line.words[at].name and not line.titled)
    )
