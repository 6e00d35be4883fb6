"""What a first page says before all else: the strongest contrast, two more, what both tell, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from compare.kinds import DIFFERENCES
from compare.model import (
    Article,
    Comparison,
    Device,
    DiscrepancyState,
    DiscrepancyType,
    Extent,
    SourceType,
)
from compare.quote import Quotation, shortened, whole
from compare.render.parts.differences import Contrast, Contrasts, Difference, Wording
from compare.render.parts.passages import Meeting, Passage
from compare.render.parts.references import Reference
from compare.render.parts.speakers import Source
from compare.subject import OF_BOTH
from compare.telling import ALWAYS
from compare.topic import is_body

# Rows beside the strongest, and facts and speakers by name.
_OTHERS, _FACTS, _NAMES = 3, 5, 4
# A contrast that stands large is a few words; a longer one is set smaller.
_LARGE, _ROW, _CONTEXT, _FACT = 64, 150, 240, 110
# A sentence is quoted from its start where its words up to the end of the stretch are no more letters.
_FROM_ITS_START = 200
_WITHIN_NAMES = frozenset("of for and the de van von der al bin".split())
_PEOPLE = frozenset((SourceType.PERSON, SourceType.EXPERT))
# Words of a statement that can stand alone.
_FEWEST = 5
_SMALL = (DiscrepancyType.NAME, DiscrepancyType.QUOTATION)
_PLAIN = (Device.LEAD, Device.NUMBER, Device.QUOTATION)
# From this rank on nine in ten readers see a contrast; from the other two in three do.
_SURELY, _LIKELY = 70.0, 55.0
# Of listed wordings the words themselves are the contrast; of others the clause is.
_LISTED = 95.0
# Of links from here on 95 in 100 are facts that both tell: a first page has room for no other.
_CERTAIN = 85.0
# A name and what it is, without what it does: "Jo Holm, who runs the port".
_NAMED_ALONE = re.compile(r"[^,]{1,80}, (?:who|which|whose|the|an?)\b[^,]{0,200},?")
_SAYING = re.compile(
    r"\b(?:said|says|told|stated|added|announced|claimed|argued|found|warned|believes?)\W{0,3}\Z"
)
_SAID = re.compile(
    r"\W{0,8}(?:said|says|told|stated|added|announced|claimed|argued|believes?|will|has|have|had)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one text writes: the words, whether they stand large, and the sentence that they are from."""

    side: int
    quotation: Quotation
    large: bool
    context: Quotation | None
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """A contrast or conflict on the first page; `sides` has a member a text that writes something."""

    label: str
    href: str
    sides: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The first page between the cards and the map."""

    strongest: Strong | None
    others: tuple[Strong, ...]
    facts: tuple[tuple[Quotation, tuple[Reference, Reference]], ...]
    told: int
    """How many facts both tell in all."""
    speakers: tuple[tuple[int, str], ...]

    @property
    def sentences(self) -> frozenset[str]:
        """The sentences that its rows quote, such as "A4"."""
        rows = (self.strongest, *self.others) if self.strongest else self.others
        return frozenset(told.reference.words for row in rows for told in row.sides)


def front(
    comparison: Comparison,
    meetings: Sequence[Meeting],
    contrasts: Sequence[Contrasts],
    sources: Sequence[Source],
) -> Front:
    """Return the first page's findings; without a contrast or conflict there is no strongest one."""
    rows = list(_rows(comparison.articles, contrasts))
    shown = {frozenset(told.reference.words for told in row.sides) for row in rows[: 1 + _OTHERS]}
    return Front(
        strongest=rows[0] if rows else None,
        others=tuple(rows[1 : 1 + _OTHERS]),
        facts=tuple(_facts(comparison.articles, meetings, shown)),
        told=sum(len(meeting.pairs) for meeting in meetings),
        speakers=tuple(_speakers(comparison.articles, sources)),
    )


def _rows(articles: Sequence[Article], contrasts: Sequence[Contrasts]) -> Iterator[Strong]:
    """Yield conflicts, then contrasts, the most telling first, none of sentences that one before is of."""
    seen: set[str] = set()
    differences = [each for between in contrasts for each in between.differences if all(each.sides)]
    conflicts = [each for each in differences if each.state is DiscrepancyState.CONFLICT and _is_news(each)]
    lesser = [each for each in differences if each not in conflicts]
    lesser.sort(key=lambda each: each.state is not DiscrepancyState.CONFLICT)
    framing = [row for between in contrasts for row in between.framing]
    found = [row for row in framing if row.device not in ALWAYS and row.rank >= _LIKELY]
    found.sort(
        key=lambda row: (
            row.rank < _SURELY,
            row.rank < _SURELY or row.device is not Device.DIRECTION,
            -row.rank,
            _large(row),
        )
    )
    rows: list[Difference | Contrast] = [*conflicts, *found[:1], *lesser[:1], *found[1:], *lesser[1:]]
    if not conflicts and (not found or found[0].rank < _SURELY):
        # The headlines stand on the cards; how each begins tells more than a contrast that may be none.
        rows = [*[row for row in framing if row.device is Device.LEAD][:1], *rows]
    for row in rows:
        places = {each.reference.words for side in row.sides for each in side}
        if places & seen:
            continue
        seen |= places
        yield _strong(articles, row)


def _is_news(each: Difference) -> bool:
    """Tell whether a difference may lead: not how a name is spelled or one is quoted, whoever is right."""
    return each.type not in {DIFFERENCES[kind].words for kind in _SMALL}


def _large(row: Contrast) -> int:
    return max(each.quotation.end - each.quotation.start for side in row.sides for each in side)


def _strong(articles: Sequence[Article], row: Difference | Contrast) -> Strong:
    if isinstance(row, Difference):
        label = f"{row.words}: {row.type}"
    elif row.opposite:
        label = "opposite directions"
    else:
        # By which device two wordings differ is told by single words: too little for a first page.
        label = row.target or (row.concept if row.device in _PLAIN else "")
        begin = all(each.reference.words[1:] == "1" for side in row.sides for each in side)
        if begin and label.startswith(OF_BOTH):
            label = "how each begins"
    return Strong(
        label=f"{label[0].upper()}{label[1:]}" if label else "",
        href=f"#{row.id}",
        sides=tuple(
            _told(articles[side[0].side], side, whole_clause=isinstance(row, Contrast) and row.rank < _LISTED)
            for side in row.sides
            if side
        ),
    )


def _told(article: Article, wordings: Sequence[Wording], *, whole_clause: bool) -> Told:
    first = min(wordings, key=lambda each: each.quotation.start)
    quotation = first.quotation
    sentence = next((s for s in article.sentences if s.start <= quotation.start < s.end), None)
    if whole_clause and sentence is not None:
        # "It is unclear whether the agency": a stretch of words is read with its clause.
        start = sentence.start if quotation.end - sentence.start <= _FROM_ITS_START else quotation.start
        limit = max(_ROW, quotation.end - start)
        quotation = shortened(article, Extent(start=start, end=sentence.end), limit=limit)
    else:
        few = quotation.end - quotation.start <= _LARGE
        start = quotation.start + (_behind_a_lone_mark(quotation.text) if few else 0)
        quotation = shortened(article, Extent(start=start, end=quotation.end), limit=_ROW)
    context = None
    begins = sentence is not None and quotation.start == sentence.start
    if begins and quotation.end - quotation.start > _LARGE:
        # The words of a beginning and its sentence are one: it stands once, and longer.
        whole_ = Extent(start=quotation.start, end=max(first.quotation.end, quotation.end))
        quotation = shortened(article, whole_, limit=_CONTEXT)
    elif sentence is not None and (sentence.end - sentence.start) > (quotation.end - quotation.start) + 20:
        context = shortened(article, Extent(start=sentence.start, end=sentence.end), limit=_CONTEXT)
        if context.end < quotation.end:
            context = whole(article, Extent(start=sentence.start, end=sentence.end))
    return Told(
        side=first.side,
        quotation=replace(quotation, cut=quotation.cut or (context is None and _goes_on(article, quotation))),
        large=quotation.end - quotation.start <= _LARGE,
        context=context,
        reference=first.reference,
    )


def _behind_a_lone_mark(words: str) -> int:
    """Return where words begin that end nobody's quotation: "which spans 400 pages" of "report,” which …".

    >>> _behind_a_lone_mark("report,” which spans 400 pages"), _behind_a_lone_mark("a “full report” it was")
    (9, 0)
    """
    close = words.find("”")
    if close < 0 or not {"“", '"', "‘"}.isdisjoint(words[:close]) or not words[close + 1 :].strip():
        return 0
    return close + 1 + len(words[close + 1 :]) - len(words[close + 1 :].lstrip(" ,"))


def _goes_on(article: Article, quotation: Quotation) -> bool:
    """Tell whether a sentence has more words behind what is quoted of it."""
    end = next((s.end for s in article.sentences if s.start < quotation.end <= s.end), quotation.end)
    return any(letter.isalnum() for letter in article.text[quotation.end : end])


def _facts(
    articles: Sequence[Article], meetings: Sequence[Meeting], shown: Set[frozenset[str]]
) -> Iterator[tuple[Quotation, tuple[Reference, Reference]]]:
    """Yield the surest facts of two texts, none of a sentence that one before is of, or that a row shows."""
    seen: set[str] = set()
    pairs = sorted((pair for meeting in meetings for pair in meeting.pairs), key=lambda pair: -pair.certainty)
    count = 0
    for pair in pairs:
        if pair.certainty < _CERTAIN:
            break
        references = tuple(passage.reference for passage in pair.passages)
        # A passage that begins inside its sentence is no statement to begin with: "said Kent, the mayor".
        begin = [passage for passage in pair.passages if _begins(_words(passage))]
        places = frozenset(each.words for each in references)
        if places & seen or places in shown or count >= _FACTS or not begin:
            continue
        first = min(begin, key=lambda passage: (len(_words(passage)), _words(passage)))
        extent = Extent(start=first.start, end=first.start + len(_words(first)))
        quotation = shortened(articles[first.side], extent, limit=_FACT)
        # Cut before what is said only the speaker is left, without a verb.
        if quotation.cut and (
            _SAID.match(articles[first.side].text, quotation.end) or _ends_in_saying(quotation.text)
        ):
            continue
        seen |= {each.words for each in references}
        count += 1
        # The text that is quoted is named first.
        at = pair.passages.index(first)
        yield quotation, (references[at], references[1 - at])


def _ends_in_saying(words: str) -> bool:
    """Tell whether what is said is cut off: "Also on Wednesday, prosecutors announced"."""
    return bool(_SAYING.search(words))


def _begins(words: str) -> bool:
    """Tell whether words may stand alone: they begin as a sentence does, and are no name alone."""
    if _NAMED_ALONE.fullmatch(words):
        return False
    return len(words.split()) >= _FEWEST and (not words[:1].isalpha() or not words[0].islower())


def _words(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


def _speakers(articles: Sequence[Article], sources: Sequence[Source]) -> Iterator[tuple[int, str]]:
    """Yield by text who speaks, people first, each by one name; a body where its name says that it is one."""
    # What has small words in it is a stretch of a sentence.
    named = [source for source in sources if source.named and _reads_as_a_name(source.name)]
    people = [source for source in named if source.type in _PEOPLE and not source.name.isupper()]
    bodies = [s for s in named if s.type not in _PEOPLE and is_body(s.name)]
    for side, _ in enumerate(articles):
        here = [s.name for s in (*people, *bodies) if side in s.texts and not _shorter(s, people)]
        more = len(here) - _NAMES
        words = " · ".join(here[:_NAMES]) + (f" · {more}\u00a0more" if more > 0 else "")
        yield side, words or "nobody by name"


def _reads_as_a_name(name: str) -> bool:
    return all(word[:1].isupper() or word in _WITHIN_NAMES for word in name.split())


def _shorter(source: Source, people: Sequence[Source]) -> bool:
    """Tell whether a person is named in full as well: "De Blasio" beside "Bill de Blasio"."""
    ending = f" {source.name.lower()}"
    return any(other.name.lower().endswith(ending) for other in people)
