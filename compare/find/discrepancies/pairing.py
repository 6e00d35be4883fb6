"""Two linked passages side by side: what stands in one slot, and whether they are of one occasion."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from rapidfuzz.distance import Indel

from compare.model import Extent, Relation, Sentence
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.quotations import crossing
from compare.text.senses import entry
from compare.text.values import Amount, Moment

_ARTICLES = frozenset("a an the his her its their this that".split())
_OF_TIME = word_set("discrepancies.pairing.of_time")
_COMPASS = word_set("discrepancies.pairing.compass")
# Beyond this a passage is no sentence of a news article, and aligning it would take long.
_LONGEST = 400


class Side(Struct, frozen=True, kw_only=True):
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


class Pair(Struct, frozen=True, kw_only=True):
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


def same_setting(pair: Pair) -> bool:
    """Return whether nothing says that two passages speak of different places.

    They do where both name countries and none is shared, or both a part of the compass and not the same.
    """
    countries = [_countries(side) for side in pair.sides]
    compass = [
        {i.surface.lower() for i in side.items if i.surface.lower() in _COMPASS} for side in pair.sides
    ]
    return not any(one and other and not one & other for one, other in (countries, compass))


def same_thing_told(pair: Pair) -> bool:
    """Return whether no plain noun gives way to an unrelated one in the same place.

    "The film was released in 2003" and "the book was released in 2005" are of two things.
    """
    one, other = pair.sides
    met = set(pair.matched.values())
    for i, item in enumerate(one.items):
        if i in pair.matched or not _is_noun(one, i):
            continue
        before, after = pair.matched.get(i - 1), pair.matched.get(i + 1)
        if before is None or after is None or after - before != 2 or before + 1 in met:
            continue
        if _is_noun(other, before + 1) and not _related(item.key, other.items[before + 1].key):
            return False
    return True


def _is_noun(side: Side, at: int) -> bool:
    """Tell whether a word stands where a noun does: behind an article, before no other noun or adjective."""
    item, before = side.items[at], side.items[at - 1].key if at else ""
    plain = item.value is None and item.content and not item.name and item.surface.islower()
    after = side.items[at + 1] if at + 1 < len(side.items) else None
    return plain and before in _ARTICLES and (after is None or not after.content)


def _related(one: str, other: str) -> bool:
    """Tell whether two words may be one thing, by WordNet: one sense, or one a kind of the other."""
    first, second = entry(one), entry(other)
    if first is None or second is None:
        return True
    near = [e.senses | e.derived | e.kinds for e in (first, second)]
    return bool(near[0] & second.senses | near[1] & first.senses)


def same_day(pair: Pair) -> bool:
    """Return whether two passages may speak of one day: not where both name days and none is the same."""
    days = [[m for _, m in one.moments() if not m.clock] for one in pair.sides]
    return not all(days) or any(moments_agree(x, y) for x in days[0] for y in days[1])


def over_midnight(pair: Pair, x: Moment, y: Moment) -> bool:
    """Return whether another zone, or a night that two days share, may make two times one.

    Nine in the evening in New York is two in the morning of the next day in London; "overnight into Tuesday"
    is Monday night.
    """
    zones = [_zones(side) for side in pair.sides]
    if x.clock:
        return zones[0] != zones[1]
    if not (x.days and y.days):
        apart = 1 if x.weekday is None or y.weekday is None else (x.weekday - y.weekday) % 7
        near = apart in (1, 6)
    else:
        near = any(abs(a[0] - b[0]) <= 1 for a in x.days for b in y.days)
    nights = any({"night", "overnight", "midnight", "nightfall"} & _lower(side) for side in pair.sides)
    return near and (zones[0] != zones[1] or nights)


def _zones(side: Side) -> frozenset[str]:
    """Return the zones that a passage names: "gmt", "local", "eastern"."""
    found = {m.zone for _, m in side.moments() if m.zone}
    items = side.items
    for k in range(1, len(items)):
        if items[k].surface.lower() == "time" and items[k - 1].surface.lower() in _OF_TIME:
            found.add(items[k - 1].surface.lower())
    return frozenset(found)


def _lower(side: Side) -> set[str]:
    return {item.surface.lower() for item in side.items if item.value is None}


def moments_agree(x: Moment, y: Moment) -> bool:
    """Return whether two moments can be the same, as far as either says."""
    if x.minutes is not None and y.minutes is not None:
        return x.minutes == y.minutes or bool(x.zone) != bool(y.zone)
    if x.sort and x.sort == y.sort:
        # "Q3" and "the third quarter of 2023" can be one, "2012-13" and "2013-14" cannot.
        years = not (x.years and y.years) or set(x.years) <= set(y.years) or set(y.years) <= set(x.years)
        return years and x.number == y.number
    if x.weekday is not None and y.weekday is not None and x.weekday != y.weekday:
        return False
    if x.days and y.days:
        return any(a[0] <= b[1] and b[0] <= a[1] for a in x.days for b in y.days)
    if x.relative or y.relative:
        return True
    for one, other in ((x.year, y.year), (x.month, y.month), (x.day, y.day), (x.weekday, y.weekday)):
        if one is not None and other is not None and one != other:
            return False
    # Without a common part ("Friday", "Aug. 8") nothing says that they differ.
    return True


def _countries(side: Side) -> set[str]:
    return {m.code for m in side.document.countries(side.extent.start, side.extent.end)}
