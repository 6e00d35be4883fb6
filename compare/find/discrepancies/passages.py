"""Two linked passages made ready for comparing: items in order, their values, and what stands in one slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from compare.model import Extent, Relation, Sentence
from compare.text.document import Document
from compare.text.items import Item
from compare.text.quotations import crossing
from compare.text.values import Amount, Moment

# Beyond this a passage is no sentence of a news article, and aligning it would take long.
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two linked passages."""

    document: Document
    sentence: Sentence
    extent: Extent
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """The whole article's text."""
        return self.document.article.text

    def quote(self, start: int, end: int) -> str:
        """Return a stretch of the article on one line."""
        return " ".join(self.text[start:end].split())

    def quoted(self, start: int, end: int) -> bool:
        """Return whether a stretch stands inside quotation marks."""
        return any(s <= start and end <= e for s, e in crossing(self.document.quotations, start, end))

    def all_amounts(self) -> Iterator[Amount]:
        """Yield every amount of the article's sentences."""
        for found in self.document.values.values():
            yield from found.amounts

    def amounts(self) -> list[tuple[int, Amount]]:
        """Return the amounts with the index of their item."""
        return [(k, item.value) for k, item in enumerate(self.items) if isinstance(item.value, Amount)]

    def moments(self) -> list[tuple[int, Moment]]:
        """Return the dates and times with the index of their item."""
        return [(k, item.value) for k, item in enumerate(self.items) if isinstance(item.value, Moment)]

    def keys(self, first: int = 0, stop: int | None = None) -> frozenset[str]:
        """Return the keys of the content words among these items."""
        stop = len(self.items) if stop is None else stop
        return frozenset(i.key for i in self.items[max(0, first) : stop] if i.content and i.value is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two linked passages and how their items meet in order."""

    relation: Relation
    sides: tuple[Side, Side]
    matched: dict[int, int] = field(default_factory=dict)
    """Index of an item on the first side to the index of the item in the same place on the second."""
    alike: float = 0.0
    """Share of the items that meet in order, 0-100."""

    @property
    def labels(self) -> tuple[str, str]:
        """The labels of the two articles, in the order of the sides."""
        return self.sides[0].document.article.label, self.sides[1].document.article.label

    @property
    def verbatim(self) -> bool:
        """The passages are the same words but for a few."""
        return self.alike >= _VERBATIM

    def slot(self, i: int, j: int) -> int:
        """Return how many content words in a row around two items meet, -1 where the items do not."""
        if self.matched.get(i) != j:
            return -1
        left, right = self._run(i, j, -1), self._run(i, j, 1)
        around = [*range(i - left, i), *range(i + 1, i + 1 + right)]
        sides = (left > 0 or (i == 0 and j == 0)) and (
            right > 0 or (i + 1 == len(self.sides[0].items) and j + 1 == len(self.sides[1].items))
        )
        content = sum(self.sides[0].items[k].content for k in around)
        return content if sides or content >= _ONE_SIDED else 0

    def framed(self, place: int, at: int) -> bool:
        """Return whether the items around one of side `place` (0 or 1) both meet the other side."""
        met = set(self.matched) if place == 0 else set(self.matched.values())
        last = len(self.sides[place].items) - 1
        return (at == 0 or at - 1 in met) and (at == last or at + 1 in met)

    def _run(self, i: int, j: int, step: int) -> int:
        length = 0
        while length < _RUN and self.matched.get(i + step * (length + 1)) == j + step * (length + 1):
            length += 1
        return length


# Seven words in ten the same in the same order.
_VERBATIM = 70.0
_RUN = 6
# Evidence on one side only must be longer.
_ONE_SIDED = 3


def side(document: Document, sentence: Sentence, extent: Extent) -> Side:
    """Return a passage with its items in order."""
    return Side(
        document=document,
        sentence=sentence,
        extent=extent,
        items=tuple(
            i for i in document.items(sentence.id) if extent.start <= i.start and i.end <= extent.end
        ),
    )


def pair(relation: Relation, one: Side, other: Side) -> Pair:
    """Return two passages with their items aligned, the same way whichever comes first."""
    keys = [item.key for item in one.items], [item.key for item in other.items]
    if max(map(len, keys)) > _LONGEST:
        return Pair(relation=relation, sides=(one, other))
    swapped = keys[0] > keys[1]
    first, second = keys[::-1] if swapped else keys
    matched: dict[int, int] = {}
    for code in Indel.opcodes(first, second):
        if code.tag == "equal":
            for k in range(code.src_end - code.src_start):
                i, j = code.src_start + k, code.dest_start + k
                matched[j if swapped else i] = i if swapped else j
    total = len(first) + len(second)
    return Pair(
        relation=relation,
        sides=(one, other),
        matched=matched,
        alike=200 * len(matched) / total if total else 0.0,
    )
