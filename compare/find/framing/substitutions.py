"""Other words in the same slot: what differs between equal words of two linked passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compare.find.framing.directions import STANDING
from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line
from compare.find.framing.phrases import adjoin
from compare.find.framing.rows import Pair, Row, side
from compare.language.wordlists import Family
from compare.model import Link, Span

RULE = "same-slot"
_WIDEST = 5
_FLANK = 2
# Without a listed word on both sides the slot has to be narrow to be one slot.
_NARROW = 2
_WHY = "The same slot between equal words is filled with another word."


def substitution_rows(pair: Pair, links: Sequence[Link]) -> Iterator[Row]:
    """Yield the contrasting stretches of linked passages; one of their words at least is listed."""
    for link in links:
        lines = tuple(text.line(sentence) for text, sentence in zip(pair.texts, link.sentences, strict=True))
        within = tuple(_inside(line, span) for line, span in zip(lines, link.spans, strict=True))
        for block in _blocks(lines, within):
            row = _row(pair, (lines[0], lines[1]), block, link.spans)
            if row:
                yield row


def _inside(line: Line, span: Span) -> range:
    places = [n for n, word in enumerate(line.words) if span.start <= word.start and word.end <= span.end]
    return range(places[0], places[-1] + 1) if places else range(0)


Block = tuple[int, int, int, int]


def _blocks(lines: Sequence[Line], within: Sequence[range]) -> Iterator[Block]:
    """Yield first and last index in either line of every short stretch between equal words."""
    keys = [[line.key(at) for at in places] for line, places in zip(lines, within, strict=True)]
    # The matcher favours its first sequence; taken in one order, swapped texts give the same blocks.
    swap = keys[0] > keys[1]
    first, second = (keys[1], keys[0]) if swap else (keys[0], keys[1])
    for kind, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal" or max(j - i, m - k) > _WIDEST or not (i and k):
            continue
        if j == len(first) or m == len(second):
            continue
        one, other = ((k, m), (i, j)) if swap else ((i, j), (k, m))
        yield (
            within[0][one[0]],
            within[0][one[0]] + one[1] - one[0] - 1,
            within[1][other[0]],
            within[1][other[0]] + other[1] - other[0] - 1,
        )


def _row(pair: Pair, lines: tuple[Line, Line], block: Block, spans: Sequence[Span]) -> Row | None:
    parts = ((block[0], block[1]), (block[2], block[3]))
    for line, (first, last) in zip(lines, parts, strict=True):
        inside = line.words[first : last + 1]
        named = any(at in line.countries for at in range(first, last + 1))
        if named or any(w.name or w.key[0].isdigit() for w in inside):
            return None
    listed = [_listed(hits, line, part) for hits, line, part in zip(pair.hits, lines, parts, strict=True)]
    loaded = [hit for hits in listed for hit in hits if hit.entry.family is not Family.PLAIN]
    common = {h.entry.concept for h in listed[0]} & {h.entry.concept for h in listed[1]}
    if not loaded and not common:
        return None
    if {h.entry.term for h in listed[0]} & {h.entry.term for h in listed[1]}:
        return None
    empty = any(first > last for first, last in parts)
    if not common and not all(_closed(pair, n, lines[n], parts[n]) for n in (0, 1)):
        return None
    if empty and not all(_modifier(lines[n], parts[n]) for n in (0, 1)):
        return None
    ends = [_flanked(pair, n, lines[n], parts[n], spans[n]) for n in (0, 1)]
    if not all(any(lines[n].words[at].content for at in _flanks(ends[n], parts[n])) for n in (0, 1)):
        return None
    shown = loaded or [hit for hits in listed for hit in hits if hit.entry.concept in common]
    shown.sort(key=lambda hit: (hit.entry.concept not in common, hit.entry.term))
    return Row(
        rule=RULE,
        concept=shown[0].entry.concept.replace("-", " "),
        target=", ".join(
            sorted({lines[0].low[at] for at in _flanks(ends[0], parts[0]) if lines[0].words[at].content})
        ),
        sides=(
            side(pair.texts[0], lines[0], *ends[0]),
            side(pair.texts[1], lines[1], *ends[1]),
        ),
        why=shown[0].entry.why if loaded else _WHY,
        alternatives=shown[0].entry.instead,
        rank=3.5 + bool(common),
    )


def _closed(pair: Pair, place: int, line: Line, part: tuple[int, int]) -> bool:
    """Return whether the words on both sides belong to the same phrase, the one behind saying something."""
    text, after = pair.texts[place].article.text, part[1] + 1
    return (
        after < len(line.words)
        and adjoin(text, line, part[0])
        and adjoin(text, line, after)
        and line.words[after].content
        and part[1] - part[0] < _NARROW
    )


def _modifier(line: Line, part: tuple[int, int]) -> bool:
    """Return whether a stretch that the other text lacks is one modifier; an empty one is."""
    return part[1] <= part[0]


def _listed(hits: Sequence[Hit], line: Line, part: tuple[int, int]) -> list[Hit]:
    return [
        h
        for h in hits
        if h.line is line
        and part[0] <= h.first
        and h.last <= part[1]
        and h.entry.concept != STANDING
        and h.entry.family not in (Family.RISE, Family.FALL)
    ]


def _flanks(ends: tuple[int, int], part: tuple[int, int]) -> list[int]:
    return [*range(ends[0], part[0]), *range(part[1] + 1, ends[1] + 1)]


def _flanked(pair: Pair, place: int, line: Line, part: tuple[int, int], span: Span) -> tuple[int, int]:
    """Return the stretch with the nearest equal content word on either side, where one stands close by."""
    text = pair.texts[place].article.text
    first, last = part
    for at in range(part[0] - 1, max(-1, part[0] - 1 - _FLANK), -1):
        if not adjoin(text, line, at + 1) or line.words[at].start < span.start:
            break
        if line.words[at].content:
            first = at
            break
    for at in range(part[1] + 1, min(len(line.words), part[1] + 1 + _FLANK)):
        if not adjoin(text, line, at) or line.words[at].end > span.end:
            break
        if line.words[at].content:
            last = at
            break
    return first, last
