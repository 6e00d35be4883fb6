"""The passages that links meet: which stretches of a text are one, and which words of them tell something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from msgspec import Struct

from compare.align.passages import Passage
from compare.model import Extent, Link, Relation

# Two links mean one passage of a text where half of the shorter stretch lies in the other.
_OVERLAP = 0.5
# Words whose nearness is less than this are half a match, as in the links themselves.
_FIRM = 60.0
# Certainties are reckoned in tenths: whole numbers add up to the same in any order.
TEN = 10

Key = tuple[str, str, int]
Placed = Mapping[tuple[str, int, int], int]


class Node(Struct, frozen=True, kw_only=True):
    """A passage that links meet."""

    article: str
    sentence: str
    extent: Extent
    key: Key
    """What it says and where, without the letter of its text, which hangs on the order of the files."""


def weight(link: Link) -> int:
    """Return the certainty of a link in tenths."""
    return 100 * TEN if link.relation is Relation.NEAR_VERBATIM else round(TEN * link.certainty)


def nodes_of(links: Sequence[Link], texts: Mapping[str, str]) -> tuple[list[Node], Placed]:
    """Return the passages that links meet, and which of them each stretch of a link belongs to."""
    stretches: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for link in links:
        for span, sentence in zip(link.spans, link.sentences, strict=True):
            stretches[span.article, sentence].add((span.start, span.end))
    nodes: list[Node] = []
    placed: dict[tuple[str, int, int], int] = {}
    for (label, sentence), inside in stretches.items():
        for merged in _merged(sorted(inside)):
            start, end = min(one[0] for one in merged), max(one[1] for one in merged)
            for one in merged:
                placed[label, *one] = len(nodes)
            nodes.append(
                Node(
                    article=label,
                    sentence=sentence,
                    extent=Extent(start=start, end=end),
                    key=(texts[label][start:end], texts[label], start),
                )
            )
    return nodes, placed


def _merged(stretches: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the stretches of one sentence by passage: the most alike first, and all of a passage overlap."""
    groups = [[one] for one in stretches]
    while True:
        best = max(
            (
                (min(_alike(x, y) for x in one for y in other), -i, -k)
                for i, one in enumerate(groups)
                for k, other in enumerate(groups[:i])
                if all(_overlap(x, y) >= _OVERLAP for x in one for y in other)
            ),
            default=None,
        )
        if best is None:
            return groups
        groups[-best[2]] += groups.pop(-best[1])


def _common(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    return _common(one, other) / min(one[1] - one[0], other[1] - other[0])


def _alike(one: tuple[int, int], other: tuple[int, int]) -> float:
    return _common(one, other) / max(one[1] - one[0], other[1] - other[0])


def ends_of(link: Link, placed: Placed) -> tuple[int, int]:
    """Return the two passages that a link joins."""
    one, other = (placed[span.article, span.start, span.end] for span in link.spans)
    return one, other


def said_in(node: Node, passages: Mapping[str, Passage], same: Mapping[str, str]) -> frozenset[str]:
    """Return the words of a passage that are no names and do not tell who speaks."""
    passage = passages[node.sentence]
    return frozenset(
        same.get(word.key, word.key)
        for word in passage.words
        if word.content
        and not (word.name and passage.english)
        and word.start not in passage.framed
        and node.extent.start <= word.start
        and word.end <= node.extent.end
    )


def same_words(links: Iterable[Link], passages: Mapping[str, Passage]) -> Mapping[str, str]:
    """Return for every word that a link lays to another one name for all that are laid together."""
    name: dict[str, str] = {}

    def root(key: str) -> str:
        while name.get(key, key) != key:
            key = name[key]
        return key

    for link in links:
        keys: list[dict[str, str]] = []
        for sentence in link.sentences:
            passage = passages[sentence]
            start = passage.clauses[0].start
            keys.append({passage.text[w.start - start : w.end - start]: w.key for w in passage.words})
        for pair in link.shared:
            if pair.nearness < _FIRM:
                continue
            one, other = (side.get(word) for side, word in zip(keys, pair.words, strict=True))
            if one is not None and other is not None and root(one) != root(other):
                low, high = sorted((root(one), root(other)))
                name[high] = low
    return {key: root(key) for key in name}


class Rarity:
    """How rare a word is among the sentences of all texts."""

    def __init__(self, passages: Mapping[str, Passage], same: Mapping[str, str]) -> None:
        """Count in how many sentences each word stands, those that links lay together as one."""
        self._count = Counter(
            key for passage in passages.values() for key in {same.get(key, key) for key in passage.keys}
        )
        self._sentences = len(passages)

    def of(self, words: Iterable[str]) -> float:
        """Return the sum over words of the logarithm of how many sentences there are to one with it."""
        return round(sum(sorted(log(self._sentences / max(1, self._count[word])) for word in words)), 6)


def shared(said: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the words that more than two texts in three have: both of two, all of three, four of five."""
    counted = Counter(word for words in said for word in words)
    return frozenset(word for word, texts in counted.items() if 3 * texts > 2 * len(said))
