"""Other words in the same slot: what differs between equal words of two linked passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from compare.find.framing.concepts import SPEECH
from compare.find.framing.directions import STANDING
from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line
from compare.find.framing.phrases import names_target
from compare.find.framing.rows import Pair, Row, side
from compare.find.framing.targets import target_name
from compare.model import Link, Span
from compare.text.inflection import Part as Inflected
from compare.text.syntax import adjoin
from compare.text.wordlists import Family

RULE = "same-slot"
_WIDEST = 5
# Without a loaded word for the same concept the slot has to be narrow to be one slot.
_NARROW = 3
_FLANK = 2
# The matcher takes the square of the words; real sentences have 120 at most.
_LONGEST = 300
_WHY = "The same slot between equal words is filled with another word."
_DIRECTIONS = (Family.RISE, Family.FALL)

Part = tuple[int, int]


class _Slot(Struct, frozen=True, kw_only=True):
    """Differing words of two lines by first and last index (last before first: none), and what adjoins."""

    parts: tuple[Part, Part]
    left: int
    """How many of the words in front are equal and belong to the phrase."""
    right: int

    def whole(self, place: int) -> Part:
        first, last = self.parts[place]
        return first - self.left, last + self.right

    @property
    def widest(self) -> int:
        return max(last - first + 1 for first, last in self.parts)

    @property
    def empty(self) -> bool:
        return any(last < first for first, last in self.parts)


def substitution_rows(pair: Pair, links: Sequence[Link]) -> Iterator[Row]:
    """Yield the contrasting stretches of linked passages; one of their words at least is listed."""
    by_id = [{line.id: line for line in text.lines} for text in pair.texts]
    for link in links:
        lines = (by_id[0][link.sentences[0]], by_id[1][link.sentences[1]])
        within = [_inside(line, span) for line, span in zip(lines, link.spans, strict=True)]
        if max(map(len, within)) > _LONGEST:
            continue
        for parts in _differing(lines, within):
            row = _row(pair, lines, _slot(pair, lines, within, parts))
            if row:
                yield row


def _inside(line: Line, span: Span) -> range:
    places = [n for n, word in enumerate(line.words) if span.start <= word.start and word.end <= span.end]
    return range(places[0], places[-1] + 1) if places else range(0)


def _differing(lines: tuple[Line, Line], within: Sequence[range]) -> Iterator[tuple[Part, Part]]:
    """Yield the short stretches that stand between equal words."""
    keys = [[line.key(at) for at in places] for line, places in zip(lines, within, strict=True)]
    # The matcher favours its first sequence; taken in one order, swapped texts give the same stretches.
    swap = keys[0] > keys[1]
    first, second = (keys[1], keys[0]) if swap else (keys[0], keys[1])
    for i, j, k, m in _between_equal(first, second):
        if max(j - i, m - k) > _WIDEST or not i or not k:
            continue
        if j == len(first) or m == len(second):
            continue
        one, other = ((k, m), (i, j)) if swap else ((i, j), (k, m))
        starts = within[0].start, within[1].start
        yield (
            (starts[0] + one[0], starts[0] + one[1] - 1),
            (starts[1] + other[0], starts[1] + other[1] - 1),
        )


def _between_equal(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield start and end in both of each stretch that differs, with all that adjoins it."""
    i = k = 0
    for step in (*Levenshtein.opcodes(first, second), None):
        if step is not None and step.tag != "equal":
            continue
        start, dest = (step.src_start, step.dest_start) if step else (len(first), len(second))
        if start > i or dest > k:
            yield i, start, k, dest
        if step:
            i, k = step.src_end, step.dest_end


def _slot(pair: Pair, lines: tuple[Line, Line], within: Sequence[range], parts: tuple[Part, Part]) -> _Slot:
    return _Slot(
        parts=parts,
        left=_equal(pair, lines, within, [first for first, _ in parts], step=-1),
        right=_equal(pair, lines, within, [last for _, last in parts], step=1),
    )


def _equal(
    pair: Pair, lines: tuple[Line, Line], within: Sequence[range], edges: Sequence[int], *, step: int
) -> int:
    """Return how many equal words adjoin, up to the first that says something; 0 where none does."""
    for count in range(1, _FLANK + 1):
        places = [edge + step * count for edge in edges]
        if not all(place in inside for place, inside in zip(places, within, strict=True)):
            return 0
        joints = [place + (step < 0) for place in places]
        if not all(
            adjoin(text.article.text, line, joint)
            for text, line, joint in zip(pair.texts, lines, joints, strict=True)
        ):
            return 0
        if lines[0].key(places[0]) != lines[1].key(places[1]):
            return 0
        if lines[0].words[places[0]].content:
            return count
    return 0


def _row(pair: Pair, lines: tuple[Line, Line], slot: _Slot) -> Row | None:
    if not (slot.left or slot.right) or any(_named(n, p) for n, p in zip(lines, slot.parts, strict=True)):
        return None
    listed = [_listed(pair, place, lines[place], slot.parts[place]) for place in (0, 1)]
    if {h.entry.term for h in listed[0]} & {h.entry.term for h in listed[1]}:
        return None
    common = {h.entry.concept for h in listed[0]} & {h.entry.concept for h in listed[1]}
    loaded = [hit for hits in listed for hit in hits if hit.entry.family is not Family.PLAIN]
    shown = [hit for hit in loaded if hit.entry.concept in common]
    if shown:
        if {hit.entry.concept for hit in shown} == {SPEECH} and slot.widest > 1:
            return None
    elif common:
        # Two plain words for one thing: only where the very same words stand on both sides.
        if not (slot.left and slot.right) or slot.widest > _NARROW:
            return None
        shown = [
            hit
            for hits in listed
            for hit in hits
            if hit.entry.concept in common and hit.entry.part is not Inflected.VERB
        ]
    elif (
        loaded
        and slot.right
        # "Eliminate constitutional rights" and "violate some constitutional right" fill no one slot.
        and slot.widest <= (2 if slot.left and not slot.empty else 1)
        and not _noun_for_nothing(lines, slot)
    ):
        shown = loaded
    if not shown:
        return None
    first = min(shown, key=lambda hit: (hit.entry.concept, hit.entry.term))
    ends = [slot.whole(place) for place in (0, 1)]
    return Row(
        rule=RULE,
        concept=first.entry.concept.replace("-", " "),
        target=_target(pair, lines, slot),
        sides=(side(pair.texts[0], lines[0], *ends[0]), side(pair.texts[1], lines[1], *ends[1])),
        why=first.entry.why if loaded else _WHY,
        alternatives=first.entry.instead,
        rank=3.5 + bool(common),
    )


def _noun_for_nothing(lines: tuple[Line, Line], slot: _Slot) -> bool:
    """Return whether one text has a noun where the other has no word: the nouns before are two things.

    "A school massacre in" beside "a school in" is no contrast; "a terrorist attack" beside "an attack" is.
    """
    return slot.empty and not all(
        line.words[last + 1].content
        for line, (first, last) in zip(lines, slot.parts, strict=True)
        if first <= last < len(line.words) - 1
    )


def _named(line: Line, part: Part) -> bool:
    """Return whether a name or figure stands in a stretch: that is another kind of difference."""
    words = [(at, line.words[at]) for at in range(part[0], part[1] + 1)]
    return any(at in line.countries or word.name or word.key[0].isdigit() for at, word in words)


def _listed(pair: Pair, place: int, line: Line, part: Part) -> list[Hit]:
    return [
        hit
        for hit in pair.inside(place, line, *part)
        if hit.entry.concept != STANDING and hit.entry.family not in _DIRECTIONS
    ]


def _target(pair: Pair, lines: tuple[Line, Line], slot: _Slot) -> str:
    """Return what stands behind the slot where that is a thing or name, else what stands before it."""
    line = lines[0]
    (first, last), (start, end) = slot.parts[0], slot.whole(0)
    sides = [
        [at for at in places if names_target(line, at)]
        for places in (range(last + 1, end + 1), range(start, first))
    ]
    keys = {line.key(at) for at in sides[0] or sides[1]}
    return target_name(tuple(zip(pair.texts, lines, strict=True)), keys)
