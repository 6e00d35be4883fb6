"""Which passages stand in one row: the nearest two groups become one, as long as something vouches for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from statistics import median

from msgspec import Struct

from compare.align.nodes import TEN, Key, Node, Placed, Rarity, ends_of, shared, weight
from compare.model import Link, Tier

# What two groups of passages are to each other is the mean certainty of all their pairs; a pair without a
# link counts 0. On the labelled sub-topics (benchmarks/many.py) 12, 15, 20 and 25 find .43, .40, .39 and .35
# of the pairs at .95, .97, .98 and .97 right.
AVERAGE = 20.0
# A link that is not sure vouches for two groups together with another one, to another text: what two
# witnesses are near is in one row. With it .40 of these pairs are found in place of .31, .97 of them right.
VOUCHING = 40.0
_WITNESSES = 2
# The links of a row, at their median, and how rare the words are that its texts have in common, must make
# up so much: "the court granted the order" is told by many sentences on a trial. A word that is e times as
# rare as another adds two points. It takes most of the rows out that only a topic holds together.
EVIDENCE = 92.0
_RARE = 2.0

Pair = tuple[int, int]


class _Group(Struct, kw_only=True):
    members: tuple[int, ...]
    key: Key
    said: Mapping[str, frozenset[str]]
    """By text, the words that may carry a fact."""
    near: dict[int, tuple[Pair, ...]]
    """The linked passages, by the other group that they reach."""


class Ground(Struct, frozen=True, kw_only=True):
    """Passages, the links between them, and what their words weigh."""

    nodes: Sequence[Node]
    said: Sequence[frozenset[str]]
    certain: Mapping[Pair, int]
    """By two linked passages their certainty, in tenths."""
    sure: frozenset[Pair]
    witness: Mapping[str, int]
    """Which witness a text is: near copies are one."""
    rarity: Rarity

    def between(self, one: int, other: int) -> int:
        """Return the certainty of two passages, 0 where no link is."""
        return self.certain.get((min(one, other), max(one, other)), 0)


def ground(
    nodes: Sequence[Node],
    said: Sequence[frozenset[str]],
    links: Sequence[Link],
    placed: Placed,
    witness: Mapping[str, int],
    rarity: Rarity,
) -> Ground:
    """Return what rows are built on."""
    certain: dict[Pair, int] = defaultdict(int)
    sure = set()
    for link in links:
        one, other = sorted(ends_of(link, placed))
        certain[one, other] = max(certain[one, other], weight(link))
        if link.tier is Tier.SURE:
            sure.add((one, other))
    return Ground(
        nodes=nodes, said=said, certain=certain, sure=frozenset(sure), witness=witness, rarity=rarity
    )


def grouped(on: Ground) -> list[tuple[int, ...]]:
    """Return the passages by row, only rows of two texts or more."""
    nodes = on.nodes
    groups = {
        k: _Group(members=(k,), key=nodes[k].key, said={nodes[k].article: on.said[k]}, near={})
        for k in sorted({k for pair in on.certain for k in pair})
    }
    for pair in on.certain:
        one, other = pair
        groups[one].near[other] = groups[other].near[one] = (pair,)
    queue = [entry for one, other in on.certain if (entry := _entry(one, other, groups, on))]
    heapify(queue)
    fresh = len(nodes)
    while queue:
        _, _, one, other = heappop(queue)
        if one not in groups or other not in groups or not _one_fact(groups[one], groups[other], on):
            continue
        groups[fresh] = _joined(groups, one, other, fresh)
        for near in groups[fresh].near:
            if entry := _entry(fresh, near, groups, on):
                heappush(queue, entry)
        fresh += 1
    return [group.members for group in groups.values() if len({nodes[k].article for k in group.members}) > 1]


_Entry = tuple[float, tuple[Key, Key], int, int]


def _entry(one: int, other: int, groups: Mapping[int, _Group], on: Ground) -> _Entry | None:
    """Return two groups as they wait for their turn, None where they are far or nothing vouches for them."""
    first, second = groups[one], groups[other]
    met = first.near[other]
    pairs = sum(on.nodes[x].article != on.nodes[y].article for x in first.members for y in second.members)
    mean = sum(on.certain[pair] for pair in met) / TEN / pairs
    if mean < AVERAGE or not (any(pair in on.sure for pair in met) or _vouched(first, met, on)):
        return None
    keys = sorted((first.key, second.key))
    return -mean, (keys[0], keys[1]), one, other


def _vouched(first: _Group, met: Sequence[Pair], on: Ground) -> bool:
    """Return whether two witnesses of one group meet the other, though none of them surely."""
    sides: tuple[set[int], set[int]] = (set(), set())
    for pair in met:
        if on.certain[pair] >= TEN * VOUCHING:
            for k in pair:
                sides[k in first.members].add(on.witness[on.nodes[k].article])
    return max(map(len, sides)) >= _WITNESSES


def _joined(groups: dict[int, _Group], one: int, other: int, fresh: int) -> _Group:
    """Return two groups as one, named anew to all that are near either."""
    first, second = groups.pop(one), groups.pop(other)
    near: dict[int, tuple[Pair, ...]] = {}
    for group in (first, second):
        for k, met in group.near.items():
            if k not in (one, other):
                near[k] = near.get(k, ()) + met
    for k, met in near.items():
        groups[k].near.pop(one, None)
        groups[k].near.pop(other, None)
        groups[k].near[fresh] = met
    return _Group(
        members=(*first.members, *second.members),
        key=min(first.key, second.key),
        said=_of_both(first, second),
        near=near,
    )


def _of_both(first: _Group, second: _Group) -> dict[str, frozenset[str]]:
    return {
        label: first.said.get(label, frozenset()) | second.said.get(label, frozenset())
        for label in (*first.said, *second.said)
    }


def _one_fact(first: _Group, second: _Group, on: Ground) -> bool:
    """Return whether words that are no names are common to two groups, rare ones where links are doubtful."""
    common = shared(list(_of_both(first, second).values()))
    members = sorted((*first.members, *second.members))
    linked = [on.between(one, other) for n, one in enumerate(members) for other in members[n + 1 :]]
    certain = median(certain for certain in linked if certain) / TEN
    return bool(common) and certain + _RARE * on.rarity.of(common) >= EVIDENCE
