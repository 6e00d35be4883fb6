"""From links between two texts each to facts of all texts: which passages of N texts tell one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct

from compare.align.passages import Passage
from compare.model import Extent, Link, Relation, Span, Tier

# Two links mean one passage of a text where half of the shorter stretch lies in the other.
_OVERLAP = 0.5
# What two groups of passages are to each other is the mean certainty of all their pairs; a pair without a
# sure link counts 0. On the labelled sub-topics (benchmarks/many.py) 16, 20, 24 and 30 all have .96 to .97
# right pairs of sentences in a row, and find .33, .30, .26 and .25 of them; texts of one event in that set
# are nearer to each other than most, so that the lowest is not taken.
AVERAGE = 20.0
# A fact that a text tells in more sentences than this is a story.
MOST_SENTENCES = 3
# How sure a link must be that attaches a text to a row.
ATTACHED = 40.0
# Words whose nearness is less than this are half a match, as in the links themselves.
_FIRM = 60.0
_TEN = 10

Key = tuple[str, str, int]


class Row(Struct, frozen=True, kw_only=True):
    """Passages of two texts or more that tell one fact."""

    spans: tuple[Span, ...]
    """In the order of the texts and of their sentences; each is all that the links of the row cover there."""
    sentences: tuple[str, ...]
    links: tuple[str, ...]
    """The ids of the links between these passages."""
    attached: tuple[str, ...]
    """The texts that a link which is not sure attaches to it."""


class _Node(Struct, frozen=True, kw_only=True):
    """A passage that links meet."""

    article: str
    sentence: str
    extent: Extent
    key: Key
    """What it says and where, without the letter of its text, which hangs on the order of the files."""


def rows(links: Sequence[Link], texts: Mapping[str, str], passages: Mapping[str, Passage]) -> tuple[Row, ...]:
    """Return the facts that two texts or more tell, in the order in which the texts tell them.

    Sure links build rows: the two nearest groups of passages become one, then the next two, as long as the
    mean of all their pairs holds and a word that is no name is common to them. A perhaps link
    attaches a text to a row that it does not stand in. `passages` are the sentences by their ids.
    """
    nodes, placed = _nodes(links, texts)
    sure = [link for link in links if link.tier is Tier.SURE]
    same = _same_words(sure, passages)
    said = [_said(node, passages, same) for node in nodes]
    ends = [_ends(link, placed) for link in links]
    found = []
    for group in _grouped(nodes, said, sure, placed):
        sums = _sums(group, links, ends)
        members = _fewest(group, sums, nodes)
        attached = _attached(members, sums, links, ends, nodes, said)
        found.append(_row(members, attached, links, ends))
    order = list(texts)
    return tuple(sorted(found, key=lambda row: _place(row, texts, order)))


def _weight(link: Link) -> int:
    """Return the certainty of a link in tenths: whole numbers add up to the same in any order."""
    return 100 * _TEN if link.relation is Relation.NEAR_VERBATIM else round(_TEN * link.certainty)


# --------------------------------------------------------------------------------------------- passages


def _nodes(
    links: Sequence[Link], texts: Mapping[str, str]
) -> tuple[list[_Node], Mapping[tuple[str, int, int], int]]:
    """Return the passages that links meet, and which of them each stretch of a link belongs to."""
    stretches: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for link in links:
        for span, sentence in zip(link.spans, link.sentences, strict=True):
            stretches[span.article, sentence].add((span.start, span.end))
    nodes: list[_Node] = []
    placed: dict[tuple[str, int, int], int] = {}
    for (label, sentence), inside in stretches.items():
        for merged in _merged(sorted(inside)):
            start, end = min(one[0] for one in merged), max(one[1] for one in merged)
            for one in merged:
                placed[label, *one] = len(nodes)
            nodes.append(
                _Node(
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


def _ends(link: Link, placed: Mapping[tuple[str, int, int], int]) -> tuple[int, int]:
    one, other = (placed[span.article, span.start, span.end] for span in link.spans)
    return one, other


# ------------------------------------------------------------------------------------------------- rows


class _Group(Struct, kw_only=True):
    members: tuple[int, ...]
    key: Key
    said: Mapping[str, frozenset[str]]
    """By text, the words that may carry a fact."""
    near: dict[int, int]
    """The sum of the certainties of the links to each other group, in tenths."""


def _grouped(
    nodes: Sequence[_Node],
    said: Sequence[frozenset[str]],
    links: Sequence[Link],
    placed: Mapping[tuple[str, int, int], int],
) -> list[tuple[int, ...]]:
    """Return the passages by row, only rows of two texts or more."""
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for link in links:
        one, other = sorted(_ends(link, placed))
        pairs[one, other] = max(pairs[one, other], _weight(link))
    groups = {
        k: _Group(members=(k,), key=nodes[k].key, said={nodes[k].article: said[k]}, near={})
        for k in sorted({k for pair in pairs for k in pair})
    }
    for (one, other), weight in pairs.items():
        groups[one].near[other] = groups[other].near[one] = weight
    queue = [entry for one, other in pairs if (entry := _entry(one, other, groups, nodes))]
    heapify(queue)
    fresh = len(nodes)
    while queue:
        _, _, one, other = heappop(queue)
        if one not in groups or other not in groups or not _one_fact(groups[one], groups[other]):
            continue
        groups[fresh] = _joined(groups, one, other, fresh)
        for near in groups[fresh].near:
            if entry := _entry(fresh, near, groups, nodes):
                heappush(queue, entry)
        fresh += 1
    return [group.members for group in groups.values() if len({nodes[k].article for k in group.members}) > 1]


_Entry = tuple[float, tuple[Key, Key], int, int]


def _entry(one: int, other: int, groups: Mapping[int, _Group], nodes: Sequence[_Node]) -> _Entry | None:
    """Return two groups as they wait for their turn, None where their mean is too low."""
    first, second = groups[one], groups[other]
    pairs = sum(nodes[x].article != nodes[y].article for x in first.members for y in second.members)
    mean = first.near[other] / _TEN / pairs
    if mean < AVERAGE:
        return None
    keys = sorted((first.key, second.key))
    return -mean, (keys[0], keys[1]), one, other


def _joined(groups: dict[int, _Group], one: int, other: int, fresh: int) -> _Group:
    """Return two groups as one, named anew to all that are near either."""
    first, second = groups.pop(one), groups.pop(other)
    near: dict[int, int] = defaultdict(int)
    for group in (first, second):
        for k, weight in group.near.items():
            if k not in (one, other):
                near[k] += weight
    for k, weight in near.items():
        groups[k].near.pop(one, None)
        groups[k].near.pop(other, None)
        groups[k].near[fresh] = weight
    said = {
        label: first.said.get(label, frozenset()) | second.said.get(label, frozenset())
        for label in (*first.said, *second.said)
    }
    return _Group(
        members=(*first.members, *second.members), key=min(first.key, second.key), said=said, near=dict(near)
    )


def _one_fact(first: _Group, second: _Group) -> bool:
    """Return whether a word that is no name is common to two groups."""
    return bool(
        _shared(
            [
                first.said.get(label, frozenset()) | second.said.get(label, frozenset())
                for label in {**first.said, **second.said}
            ]
        )
    )


def _shared(said: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the words that more than two texts in three have: both of two, all of three, four of five."""
    counted = Counter(word for words in said for word in words)
    return frozenset(word for word, texts in counted.items() if 3 * texts > 2 * len(said))


# -------------------------------------------------------------------------------------------- the words


def _said(node: _Node, passages: Mapping[str, Passage], same: Mapping[str, str]) -> frozenset[str]:
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


def _same_words(links: Iterable[Link], passages: Mapping[str, Passage]) -> Mapping[str, str]:
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


# ------------------------------------------------------------------------------------------- the middle


def _sums(members: Sequence[int], links: Sequence[Link], ends: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return how near each passage of a row is to the others."""
    sums: dict[int, int] = dict.fromkeys(members, 0)
    for link, (one, other) in zip(links, ends, strict=True):
        if link.tier is Tier.SURE and one in sums and other in sums:
            sums[one] += _weight(link)
            sums[other] += _weight(link)
    return sums


def _fewest(members: Sequence[int], sums: Mapping[int, int], nodes: Sequence[_Node]) -> tuple[int, ...]:
    """Return the passages without those that stand in a fourth sentence of a text, the nearest kept."""
    kept: dict[str, list[str]] = defaultdict(list)
    for k in sorted(members, key=lambda k: (-sums[k], nodes[k].key)):
        sentences = kept[nodes[k].article]
        if nodes[k].sentence not in sentences and len(sentences) < MOST_SENTENCES:
            sentences.append(nodes[k].sentence)
    return tuple(k for k in members if nodes[k].sentence in kept[nodes[k].article])


def _attached(
    members: Sequence[int],
    sums: Mapping[int, int],
    links: Sequence[Link],
    ends: Sequence[tuple[int, int]],
    nodes: Sequence[_Node],
    said: Sequence[frozenset[str]],
) -> dict[str, int]:
    """Return by text the passage that a link to the middle of a row attaches to it."""
    centre = min(members, key=lambda k: (-sums[k], nodes[k].key))
    by_text: dict[str, frozenset[str]] = {}
    for k in members:
        by_text[nodes[k].article] = by_text.get(nodes[k].article, frozenset()) | said[k]
    common = _shared(list(by_text.values()))
    offered: dict[str, list[tuple[int, Key, int]]] = defaultdict(list)
    for link, pair in zip(links, ends, strict=True):
        other = pair[1 - pair.index(centre)] if centre in pair else centre
        if nodes[other].article not in by_text and link.certainty >= ATTACHED and said[other] & common:
            offered[nodes[other].article].append((-_weight(link), nodes[other].key, other))
    return {label: min(found)[2] for label, found in offered.items()}


def _row(
    members: Sequence[int],
    attached: Mapping[str, int],
    links: Sequence[Link],
    ends: Sequence[tuple[int, int]],
) -> Row:
    inside = {*members, *attached.values()}
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
    )


def _place(row: Row, texts: Mapping[str, str], order: Sequence[str]) -> tuple[float, list[str], list[int]]:
    """Return where the texts tell a fact, the same whatever the order of the texts."""
    shares = [
        min(s.start / len(texts[label]) for s in row.spans if s.article == label)
        for label in sorted({s.article for s in row.spans}, key=order.index)
    ]
    quotations = sorted(texts[s.article][s.start : s.end] for s in row.spans)
    return round(sum(sorted(shares)) / len(shares), 9), quotations, sorted(s.start for s in row.spans)
