"""Who speaks: names that stand for one actor, who is cited how often, and the rows that pages print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.kinds import count
from compare.model import Article, Attribution, Comparison, SourceType, SpeechMode
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


# ---------------------------------------------------------------------------------------------------- ledger
# Who is cited, by which text, how often and how: the attributions of a comparison as counts.

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


# ---------------------------------------------------------------------------------------------------- actors
# Which names stand for one actor: a surname for the full name, "the board" for "the harbour board".

NOT_NAMED = "not named here"
"""The row of sources that only a pronoun stands for."""
_POINTING = frozenset("he she they it who which that those these this his her their them him whom".split())
_PEOPLE = frozenset((SourceType.PERSON, SourceType.EXPERT))
# "Kyrgyz" and "Kyrgyzstan", "Norway" and "Norwegian": so many letters make two words one country or thing.
_STEM = 5
_INITIALS = 3
# Behind these another name begins: "a report of the board" is no board.
_SMALL = frozenset("of the and for from by or in with at".split())


def actors(found: Sequence[Attribution]) -> Mapping[str, str]:
    """Return for each source's name the name of its row in the ledger; names that stay are left out."""
    rows: dict[str, str] = {}
    rows |= _people({one.name for one in found if one.source_type in _PEOPLE})
    rows |= _bodies([one for one in found if one.source_type is SourceType.INSTITUTION])
    for one in found:
        if one.source_type is not SourceType.NOBODY and points(one.name):
            rows[one.name] = NOT_NAMED
    return rows


def points(name: str) -> bool:
    """Return whether a name only points at somebody: a pronoun, or "this person".

    >>> points("They"), points("this person"), points("Those on the board"), points("Hanna Voss")
    (True, True, False, False)
    """
    words = name.casefold().split()
    return bool(words) and words[0] in _POINTING and len(words) <= (2 if words[0] in ("this", "that") else 1)


def _people(names: set[str]) -> dict[str, str]:
    """Return the full names of surnames that only one cited person bears."""
    full: dict[str, dict[tuple[str, str], list[str]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if " " in name:
            words = name.split()
            full.setdefault(words[-1], {}).setdefault((words[0], words[-1]), []).append(name)
    rows: dict[str, str] = {}
    for surname, bearers in full.items():
        # "John A. Orr" and "John Orr" are one.
        rows |= {name: known[0] for known in bearers.values() for name in known}
        if len(bearers) == 1:
            rows[surname] = next(iter(bearers.values()))[0]
    return rows


def _bodies(found: Sequence[Attribution]) -> dict[str, str]:
    """Return for the names of bodies the longer name that ends in them or has them for initials, if one does.

    A single word ("the board") goes with a longer name only behind it in the same text.
    """
    names = sorted({one.name for one in found})
    words = {name: _in_small(name) for name in names}
    first: dict[tuple[str, str], int] = {}
    for one in found:
        at = one.spans[0]
        first[at.article, one.name] = min(at.start, first.get((at.article, one.name), at.start))
    rows: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if _stands_for(words[other], words[name], name)]
        same = next((other for other in names if other < name and _alike(words[other], words[name])), name)
        if not longer or not all(_alike(words[other], words[longer[0]]) for other in longer):
            rows[name] = same
            continue
        best = longer[0]
        alone = len(words[name]) == 1 and not name.isupper()
        texts = [article for article, written in first if written == name]
        earlier = all(
            any(first.get((article, other), first[article, name]) < first[article, name] for other in longer)
            for article in texts
        )
        rows[name] = best if earlier or not alone else same
    return {name: rows[row] for name, row in rows.items()}


def _stands_for(longer: tuple[str, ...], shorter: tuple[str, ...], written: str) -> bool:
    """Return whether a name ends in a shorter one, or has it for initials."""
    if len(longer) <= len(shorter) or not shorter:
        return False
    if written.isupper() and len(shorter) == 1 and len(written) >= _INITIALS:
        return "".join(word[0] for word in longer if word not in _SMALL) == shorter[0]
    return longer[-len(shorter) :] == shorter and not _SMALL & set(longer)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names are forms of one: "Norway's central bank", "the Norwegian central bank"."""
    return len(one) == len(other) and all(map(_same, one, other))


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])


def _in_small(name: str) -> tuple[str, ...]:
    plain = name.casefold().replace("’", "'").replace(".", "")
    words = (word.removesuffix("'s").strip("'") for word in plain.split())
    return tuple(word for word in words if word not in ("a", "an") and word)
