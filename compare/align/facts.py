"""From links between two texts each to facts of all texts: which passages of N texts tell one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compare.align.grouping import Ground, Pair, ground, grouped
from compare.align.nodes import TEN, Rarity, ends_of, nodes_of, said_in, same_words, shared, weight
from compare.align.passages import Passage
from compare.model import Link, Span, Tier

# A fact that a text tells in more sentences than this is a story.
MOST_SENTENCES = 3
# How sure a link must be that attaches a text to a row.
ATTACHED = 40.0
# How near on the mean a text must be to the others of its row; else it is only attached. Of 0, 40, 50, 60 and
# 70 the pairs of the labelled sub-topics that are right rise until 60: .975, .980, .983, .984, .983.
NEAR = 60.0
# How near a second sentence of a text must be to the others of its row; else it stands beside it. No pair is
# lost by that, as the row names it still; of 120 rows read one in ten had an intruder of this kind at 50.
TOO = 90.0


class Row(Struct, frozen=True, kw_only=True):
    """Passages of two texts or more that tell one fact."""

    spans: tuple[Span, ...]
    """In the order of the texts and of their sentences; each is all that the links of the row cover there."""
    sentences: tuple[str, ...]
    links: tuple[str, ...]
    """The ids of the links between these passages."""
    attached: tuple[str, ...]
    """The texts that perhaps tell it: by a link that is not sure, or further from the others than these."""
    also: tuple[str, ...] = ()
    """Other sentences of these texts that stand near some of the passages: a part of it, or what follows."""


def rows(
    links: Sequence[Link],
    texts: Mapping[str, str],
    passages: Mapping[str, Passage],
    *,
    witnesses: Sequence[Sequence[str]] = (),
) -> tuple[Row, ...]:
    """Return the facts that two texts or more tell, in the order in which the texts tell them.

    The two nearest groups of passages become one, then the next two, as long as the mean of all their pairs
    holds, a sure link or two witnesses stand between them, and words that are no names are common to them. A
    text far from the others of its row, or met by one perhaps link, is attached to it. `passages` are the
    sentences by their ids, `witnesses` the texts of which several are one by being copies.
    """
    nodes, placed = nodes_of(links, texts)
    same = same_words([link for link in links if link.tier is Tier.SURE], passages)
    witness = {label: n for n, label in enumerate(texts, start=len(witnesses))}
    witness.update({label: n for n, group in enumerate(witnesses) for label in group})
    said = [said_in(node, passages, same) for node in nodes]
    on = ground(nodes, said, links, placed, witness, Rarity(passages, same))
    ends = [ends_of(link, placed) for link in links]
    found = []
    for group in grouped(on):
        core, also = _core(_fewest(group, on), on)
        core, far = _cohering(core, on)
        attached = {**_attached(core, far, links, ends, on), **far}
        found.append(_row(core, also, attached, links, ends, on))
    order = list(texts)
    return tuple(sorted(found, key=lambda row: _place(row, texts, order)))


# --------------------------------------------------------------------------------- what a row is made of


def _sums(members: Iterable[int], on: Ground) -> dict[int, int]:
    """Return how near each passage of a row is to the others."""
    held = list(members)
    return {k: sum(on.between(k, other) for other in held) for k in held}


def _fewest(members: Sequence[int], on: Ground) -> tuple[int, ...]:
    """Return the passages without those that stand in a fourth sentence of a text, the nearest kept."""
    sums = _sums(members, on)
    kept: dict[str, list[str]] = defaultdict(list)
    for k in sorted(members, key=lambda k: (-sums[k], on.nodes[k].key)):
        sentences = kept[on.nodes[k].article]
        if on.nodes[k].sentence not in sentences and len(sentences) < MOST_SENTENCES:
            sentences.append(on.nodes[k].sentence)
    return tuple(k for k in members if on.nodes[k].sentence in kept[on.nodes[k].article])


def _core(members: Sequence[int], on: Ground) -> tuple[dict[str, tuple[int, ...]], list[int]]:
    """Return by text the sentence that is nearest to the others, with those as near to them, and the rest."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for k in members:
        by_text[on.nodes[k].article].append(k)

    def near(k: int) -> int:
        others = (held for label, held in by_text.items() if label != on.nodes[k].article)
        return sum(max(on.between(k, other) for other in held) for held in others)

    best = {label: min(held, key=lambda k: (-near(k), on.nodes[k].key)) for label, held in by_text.items()}
    core: dict[str, tuple[int, ...]] = {}
    also: list[int] = []
    for label, held in by_text.items():
        others = [k for other, k in best.items() if other != label]
        kept = []
        for k in held:
            mean = sum(on.between(k, other) for other in others) / TEN / len(others)
            if on.nodes[k].sentence == on.nodes[best[label]].sentence or mean >= TOO:
                kept.append(k)
            else:
                also.append(k)
        core[label] = tuple(kept)
    return core, also


def _cohering(
    core: Mapping[str, tuple[int, ...]], on: Ground
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Return the texts that are near to the others on the mean, and those that are not."""
    held, far = dict(core), dict[str, tuple[int, ...]]()
    while len(held) > 2:
        near = {
            label: sum(
                max(on.between(k, x) for k in mine for x in theirs)
                for other, theirs in held.items()
                if other != label
            )
            for label, mine in held.items()
        }
        furthest = min(held, key=lambda label: (near[label], min(on.nodes[k].key for k in held[label])))
        if near[furthest] / TEN / (len(held) - 1) >= NEAR:
            break
        far[furthest] = held.pop(furthest)
    return held, far


def _attached(
    core: Mapping[str, tuple[int, ...]],
    far: Mapping[str, tuple[int, ...]],
    links: Sequence[Link],
    ends: Sequence[Pair],
    on: Ground,
) -> dict[str, tuple[int, ...]]:
    """Return by text the passage that a link to the middle of a row attaches to it."""
    sums = _sums([k for held in core.values() for k in held], on)
    centre = min(sums, key=lambda k: (-sums[k], on.nodes[k].key))
    common = shared([frozenset[str]().union(*(on.said[k] for k in held)) for held in core.values()])
    offered: dict[str, list[tuple[int, tuple[str, str, int], int]]] = defaultdict(list)
    for link, pair in zip(links, ends, strict=True):
        other = pair[1 - pair.index(centre)] if centre in pair else centre
        label = on.nodes[other].article
        if label not in core and label not in far and link.certainty >= ATTACHED and on.said[other] & common:
            offered[label].append((-weight(link), on.nodes[other].key, other))
    return {label: (min(found)[2],) for label, found in offered.items()}


def _row(
    core: Mapping[str, tuple[int, ...]],
    also: Iterable[int],
    attached: Mapping[str, tuple[int, ...]],
    links: Sequence[Link],
    ends: Sequence[Pair],
    on: Ground,
) -> Row:
    inside = {k for members in (*core.values(), *attached.values()) for k in members}
    within = [link for link, pair in zip(links, ends, strict=True) if inside.issuperset(pair)]
    covered: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for link in within:
        for span, sentence in zip(link.spans, link.sentences, strict=True):
            covered[span.article, sentence].append(span)
    spans = sorted(
        (label, min(s.start for s in found), max(s.end for s in found), sentence)
        for (label, sentence), found in covered.items()
    )
    return Row(
        spans=tuple(Span(article=label, start=start, end=end) for label, start, end, _ in spans),
        sentences=tuple(sentence for *_, sentence in spans),
        links=tuple(link.id for link in within),
        attached=tuple(sorted(attached)),
        also=tuple(sorted({on.nodes[k].sentence for k in also} - {s for *_, s in spans}, key=_in_order)),
    )


def _in_order(sentence: str) -> tuple[str, int]:
    return sentence[:1], int(sentence[1:])


def _place(row: Row, texts: Mapping[str, str], order: Sequence[str]) -> tuple[float, list[str], list[int]]:
    """Return where the texts tell a fact, the same whatever the order of the texts."""
    shares = [
        min(s.start / len(texts[label]) for s in row.spans if s.article == label)
        for label in sorted({s.article for s in row.spans}, key=order.index)
    ]
    quotations = sorted(texts[s.article][s.start : s.end] for s in row.spans)
    return round(sum(sorted(shares)) / len(shares), 9), quotations, sorted(s.start for s in row.spans)
