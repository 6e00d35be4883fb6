"""Sixth stage: pairs that hold to stories, with an id each that comes from its first article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from compare.align.copies import COPIED
from compare.corpus.clusters import average_link, joined
from compare.corpus.place import Place
from compare.corpus.plan import Choices
from compare.corpus.store import Shelf, numbers, read_table, shelf, write_table

_UNITS = 10_000
COMPARED, LEFT_OUT = "compared", "left out"
# Two of which each stands in the other as far as this are one text: laying them together tells nothing.
_SAME = 0.9


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one event, the first one first."""

    id: str
    keys: tuple[int, ...]
    compared: frozenset[int]
    copy_of: dict[int, int]
    pairs: tuple[dict[str, Any], ...]
    """What was found of its articles two by two."""


def story_id(first: int) -> str:
    """Return the id of a story by the key of its earliest article; one that joins later does not change it.

    >>> story_id(255)
    'S00000000000000ff'
    """
    return f"S{first:016x}"


def group(place: Place, parts: int, choices: Choices) -> None:
    """Write which articles are of which story, and beside it the pairs that made it one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = ["a", "b", "cosine", "sure", "share_a", "share_b", "problem"]
    pairs: list[dict[str, Any]] = []
    tables = [read_table(place.of("verify", part), names) for part in range(parts)]
    rows: list[dict[str, Any]] = []
    if tables:
        verified = pa.concat_tables(tables)
        good = pc.and_(
            pc.equal(verified["problem"], ""),
            pc.or_(
                pc.greater_equal(verified["sure"], choices.firm),
                pc.equal(verified["sure"], -1),
            ),
        )
        known = shelf(place)
        stories = [
            _story(keys, edges, known, most=choices.most)
            for component in _components(verified.filter(good))
            for keys, edges in _parted(component, least=round(choices.similar * _UNITS))
        ]
        stories.sort(key=lambda story: (known.day_of(story.keys[0]), story.keys[0]))
        rows = [
            {
                "story": story.id,
                "key": key,
                "role": COMPARED if key in story.compared else LEFT_OUT,
                "copy_of": story.copy_of.get(key),
            }
            for story in stories
            for key in story.keys
        ]
        pairs = [{"story": story.id, **pair} for story in stories for pair in story.pairs]
    keyed = [("story", pa.string()), ("a", pa.uint64()), ("b", pa.uint64()), ("cosine", pa.float64())]
    shares = [("share_a", pa.float64()), ("share_b", pa.float64())]
    kept = pa.schema([*keyed, ("sure", pa.int32()), *shares])
    write_table(place.of("kept"), pa.Table.from_pylist(pairs, kept))
    schema = pa.schema(
        [("story", pa.string()), ("key", pa.uint64()), ("role", pa.string()), ("copy_of", pa.uint64())]
    )
    write_table(place.of("stories"), pa.Table.from_pylist(rows, schema))


class Kept(msgspec.Struct, frozen=True):
    """Two articles that hold together: how alike, how many sure links, how much of each is in the other."""

    a: int
    b: int
    cosine: float
    sure: int
    share_a: float
    share_b: float

    @property
    def weight(self) -> int:
        """How alike they are in whole numbers."""
        return round(self.cosine * _UNITS)


def _components(pairs: Any) -> Iterator[list[Kept]]:  # noqa: ANN401
    """Yield the pairs that hang together; figures are in arrays, since of all there may be millions."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not pairs.num_rows:
        return
    names = ("a", "b", "cosine", "sure", "share_a", "share_b")
    columns = [numbers(pairs[name]) for name in names]
    a, b = columns[:2]
    keys, at = np.unique(np.concatenate([a, b]), return_inverse=True)
    ends = at[: len(a)], at[len(a) :]
    graph = coo_array((np.ones(len(a), np.int8), ends), shape=(len(keys), len(keys)))
    of_pair = connected_components(graph, directed=False)[1][ends[0]]
    order = np.lexsort((b, a, of_pair))
    bounds = np.flatnonzero(np.append([True], np.diff(of_pair[order]) != 0))
    for some in np.split(order, bounds[1:]):
        yield [Kept(*(column[i].item() for column in columns)) for i in some]


def _parted(pairs: Sequence[Kept], *, least: int) -> Iterator[tuple[tuple[int, ...], list[Kept]]]:
    groups = average_link([(pair.a, pair.b, pair.weight) for pair in pairs], least=least)
    of = {key: at for at, keys in enumerate(groups) for key in keys}
    inside: list[list[Kept]] = [[] for _ in groups]
    for pair in pairs:
        if pair.a in of and of.get(pair.a) == of.get(pair.b):
            inside[of[pair.a]].append(pair)
    yield from zip(groups, inside, strict=True)


def _story(members: tuple[int, ...], pairs: Sequence[Kept], known: Shelf, *, most: int) -> Story:
    keys = tuple(sorted(members, key=lambda key: (known.day_of(key), key)))
    copies = [(pair.a, pair.b) for pair in pairs if max(pair.share_a, pair.share_b) >= COPIED]
    twins = [(pair.a, pair.b) for pair in pairs if min(pair.share_a, pair.share_b) >= _SAME]
    leader, first = joined(copies, keys), joined(twins, keys)
    common = dict.fromkeys(keys, 0)
    for pair in pairs:
        common[pair.a] += pair.weight
        common[pair.b] += pair.weight
    # Copies go first, then those that have least in common with the others.
    single = (key for key in keys if first[key] == key)
    ranked = sorted(single, key=lambda key: (leader[key] != key, -common[key], known.day_of(key), key))
    compared = frozenset(ranked[:most]) if len(ranked) > 1 else frozenset[int]()
    place = {key: at for at, key in enumerate(keys)}
    return Story(
        id=story_id(keys[0]),
        keys=keys,
        compared=compared,
        copy_of={key: leader[key] for key in keys if leader[key] != key},
        pairs=tuple(_told(pair, place) for pair in sorted(pairs, key=lambda p: _ends(p, place))),
    )


def _ends(pair: Kept, place: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(sorted((place[pair.a], place[pair.b])))


def _told(pair: Kept, place: Mapping[int, int]) -> dict[str, Any]:
    """Return a pair with the earlier article first."""
    ends = (pair.a, pair.b) if place[pair.a] < place[pair.b] else (pair.b, pair.a)
    shares = (pair.share_a, pair.share_b) if ends[0] == pair.a else (pair.share_b, pair.share_a)
    told = {"a": ends[0], "b": ends[1], "cosine": pair.cosine, "sure": pair.sure}
    return {**told, "share_a": shares[0], "share_b": shares[1]}
