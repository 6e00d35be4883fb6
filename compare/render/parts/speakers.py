"""Who speaks, as the rows of a page: the ledger's sources with their counts and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.kinds import count
from compare.model import Comparison, SourceType
from compare.render.parts.ledger import LedgerRow, Tally, ledger
from compare.render.parts.references import Reference, Register
from compare.render.parts.wording import SOURCES

NAMED = (SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION)
# Characters of a source's name: two lines of its column.
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """How often one text lets a source speak, in words, and in which sentences."""

    times: int
    words: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source; `cited` has a member a text, in the order of the comparison."""

    name: str
    type: SourceType
    cited: tuple[Cited, ...]

    @property
    def named(self) -> bool:
        """Return whether a reader could ask this source."""
        return self.type in NAMED

    @property
    def texts(self) -> frozenset[int]:
        """Return the places of the texts in which the source speaks."""
        return frozenset(side for side, cited in enumerate(self.cited) if cited.times)


def sources(comparison: Comparison, register: Register) -> tuple[Source, ...]:
    """Return the sources, the most cited first; what is put to nobody comes last."""
    rows = sorted(ledger(comparison), key=lambda row: row.source_type is SourceType.NOBODY)
    return tuple(_source(row, register) for row in rows)


def counts(sources: Sequence[Source]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return how often each text cites each type of source; types that no text cites are left out."""
    found = []
    for kind, words in SOURCES.items():
        cited = [source.cited for source in sources if source.type is kind]
        if cited:
            found.append(
                (words, tuple(sum(each.times for each in text) for text in zip(*cited, strict=True)))
            )
    return tuple(found)


def _source(row: LedgerRow, register: Register) -> Source:
    name = " ".join(row.name.split())
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1].rstrip() + "…"
    cited = tuple(
        Cited(
            times=tally.times,
            words=_words(tally),
            references=tuple(register.sentence(sentence) for sentence in tally.sentences),
        )
        for tally in row.tallies
    )
    return Source(name=name, type=row.source_type, cited=cited)


def _words(tally: Tally) -> str:
    words = f" ({count(tally.words_quoted, 'word')})" if tally.words_quoted else ""
    quoted = f"quoted {tally.direct}{words}" if tally.direct else ""
    reported = f"reported {tally.indirect}" if tally.indirect else ""
    return ", ".join(filter(None, (quoted, reported)))
