"""Who speaks: the sources of all texts under one name each, counted; counts only, without judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Article, Attribution, Comparison, SourceType, SpeechMode
from compare.render.references import Reference, Register
from compare.render.wording import SOURCES

NAMED = (SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION)
TYPES = tuple(SOURCES)
# Characters of a source's name: two lines of its column.
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """How often one text lets a source speak, and in which sentences."""

    quoted: int
    reported: int
    references: tuple[Reference, ...]

    @property
    def words(self) -> str:
        """Return the counts as a report prints them; nothing where the source does not speak.

        >>> Cited(quoted=1, reported=2, references=()).words
        'quoted 1, reported 2'
        """
        counts = (("quoted", self.quoted), ("reported", self.reported))
        return ", ".join(f"{word} {number}" for word, number in counts if number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source as a row of the ledger, a member of `cited` a text."""

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
        return frozenset(side for side, cited in enumerate(self.cited) if cited.references)


def attributions(comparison: Comparison) -> tuple[Attribution, ...]:
    """Return every statement that a text puts to somebody."""
    return tuple(f for f in comparison.findings if isinstance(f, Attribution))


def ledger(comparison: Comparison, register: Register) -> tuple[Source, ...]:
    """Return the sources by type, then those that speak in most texts and most often."""
    articles = {article.label: (side, article) for side, article in enumerate(comparison.articles)}
    grouped: dict[str, list[Attribution]] = {}
    for each in attributions(comparison):
        grouped.setdefault(_key(each), []).append(each)
    sources = [_source(found, articles, register) for found in grouped.values()]
    return tuple(sorted(sources, key=_order))


def counts(comparison: Comparison) -> dict[SourceType, tuple[int, ...]]:
    """Return how many statements each text puts to each type of source that somebody has."""
    tally = Counter((f.source_type, f.spans[0].article) for f in attributions(comparison))
    rows = {kind: tuple(tally[kind, article.label] for article in comparison.articles) for kind in SourceType}
    return {kind: row for kind, row in rows.items() if any(row)}


def _key(each: Attribution) -> str:
    """Return what makes two sources one: their name; people without one stay apart from those with."""
    return f"{each.source_type in NAMED} {' '.join(each.name.split()).casefold()}"


def _source(
    found: Sequence[Attribution], articles: dict[str, tuple[int, Article]], register: Register
) -> Source:
    cited = []
    for label in articles:
        here = [each for each in found if each.spans[0].article == label]
        quoted = sum(each.mode is not SpeechMode.INDIRECT for each in here)
        sentences = dict.fromkeys(each.sentences[0] for each in here)
        cited.append(
            Cited(
                quoted=quoted,
                reported=len(here) - quoted,
                references=tuple(register.sentence(name) for name in sentences),
            )
        )
    types = Counter(each.source_type for each in found)
    return Source(
        name=_name(found[0].name),
        type=max(types, key=lambda kind: (types[kind], -TYPES.index(kind))),
        cited=tuple(cited),
    )


def _name(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"


def _order(source: Source) -> tuple[int, int, int]:
    often = sum(cited.quoted + cited.reported for cited in source.cited)
    return TYPES.index(source.type), -len(source.texts), -often
