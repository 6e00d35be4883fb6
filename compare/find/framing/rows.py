"""A contrast before it is a finding: two stretches, what they name, and why they were put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.find.framing.actors import Place
from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line, Text
from compare.model import Extent
from compare.text.wordlists import Family

# Of one concept in one text. Articles of 1,500 words have 30 at most; a whole book is not compared in full.
_MOST_COMPARED = 60


class Side(Struct, frozen=True, kw_only=True):
    """A stretch of one text."""

    text: Text
    line: Line
    extent: Extent

    @property
    def quote(self) -> str:
        """The words."""
        return self.text.quote(self.extent)


class Row(Struct, frozen=True, kw_only=True):
    """Two stretches for one thing. Rows with a higher rank are shown first where there is no room for all."""

    rule: str
    concept: str
    target: str
    sides: tuple[Side, Side]
    why: str
    alternatives: tuple[str, ...]
    rank: float
    opposite: bool = False

    @property
    def order(self) -> tuple[float, str, str]:
        """Where it stands among others, the same when the texts are swapped."""
        one, other = sorted(side.quote for side in self.sides)
        return -self.rank, one, other


class Pair(Struct, frozen=True, kw_only=True):
    """Two texts with their listed wordings and the sentences that were linked."""

    texts: tuple[Text, Text]
    hits: tuple[tuple[Hit, ...], tuple[Hit, ...]]
    by_line: tuple[Mapping[str, Sequence[Hit]], Mapping[str, Sequence[Hit]]]
    linked: frozenset[tuple[str, str]]
    persons: tuple[Mapping[str, Sequence[Place]], Mapping[str, Sequence[Place]]]
    """Where each person is named, by first and last name."""

    def by_concept(self, place: int) -> dict[str, list[Hit]]:
        """Return a text's wordings by concept, loaded ones first, no more than can be compared."""
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in sorted(self.hits[place], key=lambda hit: hit.entry.family is Family.PLAIN):
            if len(found[hit.entry.concept]) < _MOST_COMPARED:
                found[hit.entry.concept].append(hit)
        return found

    def inside(self, place: int, line: Line, first: int, last: int) -> list[Hit]:
        """Return the wordings of a text that stand in a stretch of a line."""
        hits = self.by_line[place].get(line.id, ())
        return [hit for hit in hits if first <= hit.first and hit.last <= last]

    def together(self, one: Line, other: Line) -> bool:
        """Return whether two lines were linked."""
        return (one.id, other.id) in self.linked


def side(text: Text, line: Line, first: int, last: int) -> Side:
    """Return the stretch from one word of a line to another, both included."""
    return Side(text=text, line=line, extent=Extent(start=line.words[first].start, end=line.words[last].end))
