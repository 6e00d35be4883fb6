"""Pairs to groups by average link: two groups are one while all their pairs are alike enough on average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Edge = tuple[int, int, int]
"""Two members, and how alike they are in ten thousandths: whole numbers add up to the same in any order."""


def average_link(edges: Iterable[Edge], *, least: int) -> list[tuple[int, ...]]:
    """Return the groups of two and more, each and all in order; a pair that has no edge counts 0.

    >>> average_link([(1, 2, 9000), (2, 3, 8000), (3, 4, 9000)], least=3000)
    [(1, 2), (3, 4)]
    >>> average_link([(1, 2, 9000), (2, 3, 8000), (1, 3, 2000), (8, 9, 4000)], least=3000)
    [(1, 2, 3), (8, 9)]
    """
    alike: dict[int, dict[int, int]] = defaultdict(dict)
    for one, other, weight in edges:
        alike[one][other] = alike[other][one] = weight
    # A group goes by the least of its members.
    groups: dict[int, tuple[int, ...]] = {member: (member,) for member in alike}
    waiting = [
        _entry(groups, one, other, w) for one in alike for other, w in alike[one].items() if one < other
    ]
    heapify(waiting)
    while waiting:
        _, one, other, sizes, weight = heappop(waiting)
        stale = one not in groups or other not in groups or alike[one].get(other) != weight
        if stale or sizes != (len(groups[one]), len(groups[other])):
            continue
        if weight < least * sizes[0] * sizes[1]:
            continue
        groups[one] = tuple(sorted((*groups[one], *groups.pop(other))))
        del alike[one][other]
        for third, more in alike.pop(other).items():
            if third != one:
                alike[one][third] = alike[third][one] = alike[one].get(third, 0) + more
                del alike[third][other]
        for third, more in alike[one].items():
            heappush(waiting, _entry(groups, min(one, third), max(one, third), more))
    return sorted(group for group in groups.values() if len(group) > 1)


def _entry(
    groups: dict[int, tuple[int, ...]], one: int, other: int, weight: int
) -> tuple[float, int, int, tuple[int, int], int]:
    sizes = (len(groups[one]), len(groups[other]))
    return -weight / (sizes[0] * sizes[1]), one, other, sizes, weight


def joined(pairs: Iterable[tuple[int, int]], members: Sequence[int]) -> dict[int, int]:
    """Return for each member the first one, in their order, that pairs lead to.

    >>> joined([(3, 1), (7, 3)], [1, 3, 5, 7])
    {1: 1, 3: 1, 5: 5, 7: 1}
    """
    place = {member: at for at, member in enumerate(members)}
    leader = {member: member for member in members}

    def found(member: int) -> int:
        while leader[member] != member:
            member = leader[member]
        return member

    for one, other in pairs:
        first, second = sorted((found(one), found(other)), key=place.__getitem__)
        leader[second] = first
    return {member: found(member) for member in members}
