"""A contrast before it is a finding: two stretches, what they name, and why they were put together."""

from __future__ import annotations

from dataclasses import dataclass

from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line, Text
from compare.model import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A stretch of one text."""

    text: Text
    line: Line
    extent: Extent

    @property
    def quote(self) -> str:
        """The words."""
        return self.text.quote(self.extent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts with their listed wordings and the sentences that were linked."""

    texts: tuple[Text, Text]
    hits: tuple[tuple[Hit, ...], tuple[Hit, ...]]
    linked: frozenset[tuple[str, str]]

    def together(self, one: Line, other: Line) -> bool:
        """Return whether two lines were linked."""
        return (one.id, other.id) in self.linked


def side(text: Text, line: Line, first: int, last: int) -> Side:
    """Return the stretch from one word of a line to another, both included."""
    return Side(text=text, line=line, extent=Extent(start=line.words[first].start, end=line.words[last].end))
