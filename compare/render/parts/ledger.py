"""Who is cited, by which text, how often and how: the attributions of a comparison as counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Article, Attribution, Comparison, SourceType, SpeechMode
from compare.render.parts.actors import NOT_NAMED, actors

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?|«[^»]*+»?|''(?:(?!'').)*(?:'')?", re.DOTALL)
_ORDER = tuple(SourceType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one text cites one source; `times` counts reporting words, not sentences."""

    article: str
    times: int
    direct: int
    """Times with words in quotation marks."""
    indirect: int
    words_quoted: int
    sentences: tuple[str, ...]
    """The sentences in which the text cites the source, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One source, with a tally for every article in the order of the comparison."""

    name: str
    source_type: SourceType
    tallies: tuple[Tally, ...]

    @property
    def times(self) -> int:
        """Return how often all texts together cite the source."""
        return sum(tally.times for tally in self.tallies)


def ledger(comparison: Comparison) -> tuple[LedgerRow, ...]:
    """Return a row for every source that the texts cite, the most cited first.

    One actor has one row: a surname counts for its one full name, "the board" for the one named more closely.
    Sources left unnamed are one row for each wording, and pronouns are one together.
    """
    articles = {article.label: article for article in comparison.articles}
    found = [one for one in comparison.findings if isinstance(one, Attribution)]
    names = actors(found)
    rows: dict[tuple[str, bool], list[Attribution]] = {}
    for one in found:
        row = names.get(one.name, one.name)
        named = row != NOT_NAMED and one.source_type not in (SourceType.UNNAMED, SourceType.NOBODY)
        rows.setdefault((row.casefold(), named), []).append(one)
    made = [_row(ones, names, articles) for ones in rows.values()]
    return tuple(
        sorted(
            made, key=lambda row: (-row.times, _ORDER.index(row.source_type), row.name.casefold(), row.name)
        )
    )


def _row(ones: Sequence[Attribution], names: Mapping[str, str], articles: Mapping[str, Article]) -> LedgerRow:
    # Named as expert once is named as expert: the sort that says most of a person comes second in the order.
    types = {one.source_type for one in ones}
    type_ = SourceType.EXPERT if SourceType.EXPERT in types else min(types, key=_ORDER.index)
    written = sorted({names.get(one.name, one.name) for one in ones})
    if NOT_NAMED in written:
        type_ = SourceType.UNNAMED
    return LedgerRow(
        name=written[0],
        source_type=type_,
        tallies=tuple(_tally(label, ones, article) for label, article in articles.items()),
    )


def _tally(label: str, ones: Sequence[Attribution], article: Article) -> Tally:
    """Return the counts of one text; the sentences of one quotation count once, by their common cue."""
    cues: dict[tuple[int, int], list[Attribution]] = {}
    for one in ones:
        span = one.spans[0]
        if span.article == label:
            at = one.cue or span
            cues.setdefault((at.start, at.end), []).append(one)
    direct = sum(any(one.mode is not SpeechMode.INDIRECT for one in told) for told in cues.values())
    return Tally(
        article=label,
        times=len(cues),
        direct=direct,
        indirect=len(cues) - direct,
        words_quoted=sum(_words_quoted(one, article) for told in cues.values() for one in told),
        sentences=tuple(dict.fromkeys(one.sentences[0] for told in cues.values() for one in told)),
    )


def _words_quoted(one: Attribution, article: Article) -> int:
    content = article.text[one.spans[0].start : one.spans[0].end]
    if one.mode is SpeechMode.INDIRECT:
        return 0
    if one.mode is SpeechMode.DIRECT:
        return len(_WORD.findall(content))
    return sum(len(_WORD.findall(quoted)) for quoted in _QUOTED.findall(content))
