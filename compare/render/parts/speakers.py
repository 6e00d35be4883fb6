"""Who speaks: names that stand for one actor, who is cited how often, and the rows that pages print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

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
    kinds: tuple[tuple[SourceType, tuple[int, ...]], ...]
    """How often each text cites it as which sort of source: several where many are one row."""

    @property
    def named(self) -> bool:
        """Return whether a reader could ask this source."""
        return self.type in NAMED

    @property
    def texts(self) -> frozenset[int]:
        """Return the places of the texts in which the source speaks."""
        return frozenset(side for side, cited in enumerate(self.cited) if cited.times)


def sources(comparison: Comparison, register: Register) -> tuple[Source, ...]:
    """Return the people and bodies with a name, the most cited first, then all others as one row."""
    rows = ledger(comparison)
    named = [row for row in rows if row.named]
    rest = [row for row in rows if not row.named]
    found = [_source((row,), row.name, register) for row in named]
    if rest:
        statements = sum(row.times for row in rest)
        found.append(_source(rest, f"{count(statements, 'statement')} without a name", register))
    return tuple(found)


def counts(sources: Sequence[Source]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return how often each text cites each type of source; types that no text cites are left out."""
    found = []
    for kind, words in SOURCES.items():
        cited = [times for source in sources for type_, times in source.kinds if type_ is kind]
        if cited:
            found.append((words, tuple(map(sum, zip(*cited, strict=True)))))
    return tuple(found)


def _source(rows: Sequence[LedgerRow], name: str, register: Register) -> Source:
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1].rstrip() + "…"
    cited = tuple(
        Cited(
            times=tally.times,
            words=_words(tally),
            references=tuple(register.sentence(sentence) for sentence in tally.sentences),
        )
        for tally in map(_together, zip(*(row.tallies for row in rows), strict=True))
    )
    return Source(
        name=name,
        type=rows[0].source_type if len(rows) == 1 and rows[0].named else SourceType.UNNAMED,
        cited=cited,
        kinds=tuple((row.source_type, tuple(tally.times for tally in row.tallies)) for row in rows),
    )


def _together(tallies: Sequence[Tally]) -> Tally:
    """Return the counts of several sources in one text as those of one."""
    return Tally(
        article=tallies[0].article,
        times=sum(each.times for each in tallies),
        direct=sum(each.direct for each in tallies),
        indirect=sum(each.indirect for each in tallies),
        words_quoted=sum(each.words_quoted for each in tallies),
        sentences=tuple(sorted({s for each in tallies for s in each.sentences}, key=_in_order)),
    )


def _in_order(sentence: str) -> tuple[str, int]:
    return sentence.rstrip("0123456789"), int("".join(filter(str.isdigit, sentence)) or 0)


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
    named: bool
    """A reader could ask for it: a person of two names or with a title, a body written with a capital."""

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
    found = [each for one in found for each in _apart(one)]
    names = actors(found, texts=[article.text for article in articles.values()])
    rows: dict[tuple[str, bool], list[Attribution]] = {}
    for one in found:
        row = names.get(one.name, one.name)
        spoken_for = row != NOT_NAMED and row in names.values() and row[:1].isupper()
        named = row != NOT_NAMED and (
            spoken_for or one.source_type not in (SourceType.UNNAMED, SourceType.NOBODY)
        )
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
    elif type_ is SourceType.UNNAMED and any(written[0].casefold() != one.name.casefold() for one in ones):
        # "A spokesman for the Harbour Board".
        type_ = SourceType.INSTITUTION
    return LedgerRow(
        name=written[0],
        source_type=type_,
        tallies=tuple(_tally(label, ones, article) for label, article in articles.items()),
        named=type_ in NAMED and _could_be_asked(written[0], type_, ones, articles),
    )


def _apart(one: Attribution) -> tuple[Attribution, ...]:
    """Return what two people say together as what each of them says."""
    alone = _AND_OTHERS.sub("", one.name)
    if alone != one.name and not alone.islower() and one.source_type is SourceType.INSTITUTION:
        # "The Quell Rifle Club and other groups".
        return (replace(one, name=alone),)
    both = one.name.split(" and ")
    if one.source_type not in _PEOPLE or len(both) != _TWO or not all(name[:1].isupper() for name in both):
        return (one,)
    return tuple(replace(one, name=name) for name in both)


def _could_be_asked(
    name: str, type_: SourceType, ones: Sequence[Attribution], articles: Mapping[str, Article]
) -> bool:
    if type_ is SourceType.INSTITUTION:
        first, *rest = name.split()
        # "Our research", "The senators": a capital for its place in the sentence alone.
        inside = re.compile(rf"[a-z,] {re.escape(first)}\b")
        plain = bool(rest) and first.istitle() and not any(word[0].isupper() for word in rest)
        begins = first.casefold() in _SMALL_BEGINNINGS or (
            plain and not any(inside.search(articles[one.spans[0].article].text) for one in ones)
        )
        return any(letter.isupper() for word in (rest if begins else (first, *rest)) for letter in word)
    if " " in name:
        return name[:1].isupper() or any(word[0].isupper() for word in name.split()[-2:])
    # "Mr. Orr", "Mayor Orr": a title stands before the surname.
    titled = re.compile(rf"\b(?:{_PERSONAL}) {re.escape(name)}\b")
    return any(titled.search(articles[one.spans[0].article].text) for one in ones if one.source)


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
_INITIALS, _CLIPPED, _TWO = 3, 4, 2
_SPOKE = (
    r"(?:spokes(?:man|woman|person|people)|statements?|reports?|press release|news release|release|review|"
    r"analysis|study|survey|poll|data|figures|statistics|estimates?|memo|letter|filing|guidelines|website)"
)
_OWN = r"((?:[A-ZÀ-ÖØ-Þ][\w’'&.-]*)(?:\s(?:(?:of|for|the|and)\s){0,3}[A-ZÀ-ÖØ-Þ][\w’'&.-]*)*)"
# "A spokesman for the Harbour Board", and "the Harbour Board’s report".
_STATED = re.compile(r"([A-ZÀ-ÖØ-Þ][^()\n]{2,80}) \((?:the )?([A-Z][A-Z.&]{1,7})\)")
_FOR = re.compile(
    rf"^(?:[Aa]n?\s|[Tt]he\s)?(?:\w+\s){{0,2}}(?i:{_SPOKE})\s(?:(?:released|published|issued)\s(?:[\w.]+\s){{0,4}})?"
    rf"(?:for|from|by|of)\s(?:\w+\sat\s)?(?:the\s)?{_OWN}$"
)
_BODYS = re.compile(rf"^(?:[Aa]n?\s|[Tt]he\s)?{_OWN}\s{_SPOKE}(?:\sof\s.{{1,60}})?$")
_AND_OTHERS = re.compile(r"\sand\s(?:\w+\s){0,2}others?\b.*$")
# Behind these another name begins: "a report of the board" is no board.
_PERSONAL = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Rev|Sgt|Capt|Lt|Col)\.?|President|Senator|Governor|Mayor|Minister|"
    "Secretary|Chancellor|Chairman|Judge|Justice|Speaker|Leader|Representative|Congressman|Congresswoman|Premier|"
    "Officer|Detective|Sheriff|Commissioner|Pope|King|Queen|Prince|Princess|Sir|Lord|Lady"
)
_SMALL_BEGINNINGS = frozenset(
    "our their his her its the a an this that these those new one two some many most several data".split()
)
_NO_FIRST_NAMES = frozenset(
    "the a an while when as if but and since though after before with for like even how why what many some "
    "most other that in on at by to of from former then said".split()
)
_SMALL = frozenset("of the and for from by or in with at".split())


def actors(found: Sequence[Attribution], *, texts: Sequence[str] = ()) -> Mapping[str, str]:
    """Return for each source's name the name of its row in the ledger; names that stay are left out.

    `texts` may state what letters stand for: "the Quell Rifle Club (QRC)".
    """
    rows: dict[str, str] = {}
    people = {one.name for one in found if one.source_type in _PEOPLE}
    rows |= _in_full(people, texts)
    rows |= _people(people | set(rows.values()))
    bodies = [one for one in found if one.source_type is SourceType.INSTITUTION]
    spoken = {one.name: body for one in found if (body := _spoken_for(one))}
    bodies = [replace(one, name=spoken.get(one.name, one.name)) for one in bodies]
    rows |= _bodies(bodies, texts)
    rows |= {name: rows.get(body, body) for name, body in spoken.items()}
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


def _in_full(names: set[str], texts: Sequence[str]) -> dict[str, str]:
    """Return the full names that the texts give for surnames alone, where they give one each."""
    rows: dict[str, str] = {}
    for name in sorted(names):
        if " " in name:
            continue
        written = re.compile(rf"(?<![.!?“”\"] )\b([A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-Z]\.)?) {re.escape(name)}\b")
        title = re.compile(rf"(?:{_PERSONAL})")
        found = {first for text in texts for first in written.findall(text) if not title.fullmatch(first)}
        firsts = {first for first in found if first.casefold() not in _NO_FIRST_NAMES}
        if len(firsts) == 1 and firsts != {name}:
            rows[name] = f"{firsts.pop()} {name}"
    return rows


def _spoken_for(one: Attribution) -> str | None:
    """Return the body that a spokesman or a report without a name of its own speaks for."""
    if one.source_type not in (SourceType.INSTITUTION, SourceType.UNNAMED):
        return None
    name = " ".join(one.name.split())
    if behind := _FOR.match(name):
        return behind[1]
    before = _BODYS.match(name)
    return before[1].removesuffix("’s").removesuffix("'s") if before else None


def _bodies(found: Sequence[Attribution], texts: Sequence[str] = ()) -> dict[str, str]:
    """Return for the names of bodies the longer name that ends in them or has them for initials, if one does.

    A single word ("the board") goes with a longer name only behind it in the same text.
    """
    names = sorted({one.name for one in found})
    stated = [told for text in texts for told in _STATED.findall(text)]
    words = {name: _in_small(name) for name in names}
    first: dict[tuple[str, str], int] = {}
    for one in found:
        at = one.spans[0]
        first[at.article, one.name] = min(at.start, first.get((at.article, one.name), at.start))
    rows: dict[str, str] = {}
    for name in names:
        longer = [
            other
            for other in names
            if _stands_for(words[other], words[name], name) or _is_stated(other, name, stated)
        ]
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
    if len(shorter) == 1 and len(longer) == _TWO and _INITIALS <= len(shorter[0]) <= _CLIPPED:
        # "The Fed" for the Federal Reserve.
        clipped = written[:1].isupper() and longer[0].startswith(shorter[0])
        return clipped or longer[-1:] == shorter
    return longer[-len(shorter) :] == shorter and not _SMALL & set(longer)


def _is_stated(longer: str, shorter: str, stated: Sequence[tuple[str, str]]) -> bool:
    """Return whether a text says that letters stand for a name: "the Quell Rifle Club (QRC)"."""
    return " " in longer and any(letters == shorter and name.endswith(longer) for name, letters in stated)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names are forms of one: "Norway's central bank", "the Norwegian central bank"."""
    if {"of", "for"} & {*one, *other} and len(one) > 1:
        # "Department of Justice", "Justice Department".
        return sorted({*one} - _SMALL) == sorted({*other} - _SMALL)
    return len(one) == len(other) and all(map(_same, one, other))


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])


def _in_small(name: str) -> tuple[str, ...]:
    plain = name.casefold().replace("’", "'").replace(".", "")
    words = (word.removesuffix("'s").strip("'") for word in plain.split())
    return tuple(word for word in words if word not in ("a", "an") and word)
