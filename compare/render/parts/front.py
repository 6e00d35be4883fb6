"""What a first page says before all else: the strongest contrast, two more, what both tell, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Article, Comparison, Device, DiscrepancyState, Extent
from compare.quote import Quotation, shortened, whole
from compare.render.parts.differences import Contrast, Contrasts, Difference, Wording
from compare.render.parts.passages import Meeting, Passage
from compare.render.parts.references import Reference
from compare.render.parts.speakers import Source
from compare.telling import ALWAYS

# Rows beside the strongest, and facts and speakers by name.
_OTHERS, _FACTS, _NAMES, _TOPIC = 2, 5, 4, 3
# A contrast that stands large is a few words; a longer one is set smaller.
_LARGE, _ROW, _CONTEXT, _FACT = 64, 130, 240, 110
# Words with so many first letters in common are one name in two forms.
_STEM = 5
# Words of a statement that can stand alone.
_FEWEST = 5
_PLAIN = (Device.LEAD, Device.NUMBER, Device.QUOTATION)
# From this rank on nearly every reader sees a contrast.
_SURELY = 98.0
# A name and what it is, without what it does: "Jo Holm, who runs the port".
_NAMED_ALONE = re.compile(r"[^,]+, (?:who|which|whose|the|an?)\b[^,]*,?")
_SAID = re.compile(
    r"\W*(?:said|says|told|stated|added|announced|claimed|argued|believes?|will|has|have|had)\b"
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
# Capitals that name nothing: first words of sentences, days, months, titles.
_NO_NAMES = frozenset(
    """The A An In On At But And He She It They His Her This That These Those As For After When While With By
    From Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December President Secretary Mr Mrs Ms Dr
    Sen Sens Rep Reps Gov""".split()
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
    speakers: tuple[tuple[int, str], ...]


def front(
    comparison: Comparison,
    meetings: Sequence[Meeting],
    contrasts: Sequence[Contrasts],
    sources: Sequence[Source],
) -> Front:
    """Return the first page's findings; without a contrast or conflict there is no strongest one."""
    rows = list(_rows(comparison.articles, contrasts))
    return Front(
        strongest=rows[0] if rows else None,
        others=tuple(rows[1 : 1 + _OTHERS]),
        facts=tuple(_facts(comparison.articles, meetings)),
        speakers=tuple(_speakers(comparison.articles, sources)),
    )


def topic(comparison: Comparison) -> str:
    """Return the two or three names that both texts come back to most in what they share, or nothing."""
    texts = {article.label: " ".join(article.text.split()) for article in comparison.articles}
    linked: dict[str, int] = {}
    for link in comparison.links:
        one, other = (
            " ".join(article.text[span.start : span.end].split())
            for span in link.spans
            for article in comparison.articles
            if article.label == span.article
        )
        for name in {name for found in _NAME.findall(one) for name in _names(found)}:
            if name in other:
                linked[name] = linked.get(name, 0) + 1
    # A word that is written small somewhere is no name: "Stop!"
    found = {
        name: links + min(text.count(name) for text in texts.values())
        for name, links in linked.items()
        if not any(re.search(rf"\b{re.escape(name.lower())}\b", text) for text in texts.values())
    }
    chosen: list[str] = []
    for name in sorted(found, key=lambda name: (-found[name], -len(name), name)):
        if len(chosen) < _TOPIC and not any(_one(name, other) for other in chosen):
            chosen.append(name)
    return ", ".join(chosen) if len(chosen) > 1 else ""


def _names(run: str) -> Iterator[str]:
    words = run.removesuffix("’s").removesuffix("'s").split()
    while words and words[0] in _NO_NAMES:
        words = words[1:]
    if words and len(" ".join(words)) > 2:
        yield " ".join(words)


def _one(name: str, other: str) -> bool:
    """Tell whether two names have a word in common, or one made of the other: "Russia", "Russian"."""
    return any(
        x == y or (min(len(x), len(y)) >= _STEM and x[:_STEM] == y[:_STEM])
        for x in re.split(r"[ -]", name)
        for y in re.split(r"[ -]", other)
    )


def _rows(articles: Sequence[Article], contrasts: Sequence[Contrasts]) -> Iterator[Strong]:
    """Yield conflicts, then contrasts, the most telling first, none of sentences that one before is of."""
    seen: set[str] = set()
    conflicts = [
        each
        for between in contrasts
        for each in between.differences
        if each.state is DiscrepancyState.CONFLICT and all(each.sides)
    ]
    framing = [row for between in contrasts for row in between.framing]
    found = [row for row in framing if row.device not in ALWAYS]
    found.sort(
        key=lambda row: (row.rank < _SURELY, row.device is not Device.DIRECTION, -row.rank, _large(row))
    )
    rows: list[Difference | Contrast] = [*conflicts, *found]
    if not conflicts and (not found or found[0].rank < _SURELY):
        # The headlines stand on the cards; how each begins tells more than a contrast that may be none.
        rows = [*[row for row in framing if row.device is Device.LEAD][:1], *rows]
    for row in rows:
        places = {each.reference.words for side in row.sides for each in side}
        if places & seen:
            continue
        seen |= places
        yield _strong(articles, row)


def _large(row: Contrast) -> int:
    return max(each.quotation.end - each.quotation.start for side in row.sides for each in side)


def _strong(articles: Sequence[Article], row: Difference | Contrast) -> Strong:
    if isinstance(row, Difference):
        label = f"{row.words}: {row.type}"
    elif row.opposite:
        label = "opposite directions"
    else:
        # By which device two wordings differ is told by single words: too little for a first page.
        label = row.target or (row.concept if row.device in _PLAIN else "worded otherwise")
    return Strong(
        label=f"{label[0].upper()}{label[1:]}" if label else "",
        href=f"#{row.id}",
        sides=tuple(_told(articles[side[0].side], side) for side in row.sides if side),
    )


def _told(article: Article, wordings: Sequence[Wording]) -> Told:
    first = min(wordings, key=lambda each: each.quotation.start)
    quotation = first.quotation
    if quotation.end - quotation.start > _ROW:
        quotation = shortened(article, Extent(start=quotation.start, end=quotation.end), limit=_ROW)
    sentence = next((s for s in article.sentences if s.start <= quotation.start < s.end), None)
    context = None
    begins = sentence is not None and quotation.start == sentence.start
    if begins and quotation.end - quotation.start > _LARGE:
        # The words of a beginning and its sentence are one: it stands once, and longer.
        whole_ = Extent(start=first.quotation.start, end=max(first.quotation.end, quotation.end))
        quotation = shortened(article, whole_, limit=_CONTEXT)
    elif sentence is not None and (sentence.end - sentence.start) > (quotation.end - quotation.start) + 20:
        context = shortened(article, Extent(start=sentence.start, end=sentence.end), limit=_CONTEXT)
        if context.end < quotation.end:
            context = whole(article, Extent(start=sentence.start, end=sentence.end))
    return Told(
        side=first.side,
        quotation=quotation,
        large=quotation.end - quotation.start <= _LARGE,
        context=context,
        reference=first.reference,
    )


def _facts(
    articles: Sequence[Article], meetings: Sequence[Meeting]
) -> Iterator[tuple[Quotation, tuple[Reference, Reference]]]:
    """Yield the surest facts of two texts, none of a sentence that one before is of."""
    seen: set[str] = set()
    pairs = sorted((pair for meeting in meetings for pair in meeting.pairs), key=lambda pair: -pair.certainty)
    count = 0
    for pair in pairs:
        references = tuple(passage.reference for passage in pair.passages)
        # A passage that begins inside its sentence is no statement to begin with: "said Kent, the mayor".
        begin = [passage for passage in pair.passages if _begins(_words(passage))]
        if {each.words for each in references} & seen or count >= _FACTS or not begin:
            continue
        first = min(begin, key=lambda passage: (len(_words(passage)), _words(passage)))
        extent = Extent(start=first.start, end=first.start + len(_words(first)))
        quotation = shortened(articles[first.side], extent, limit=_FACT)
        # Cut before what is said only the speaker is left, without a verb.
        if quotation.cut and _SAID.match(articles[first.side].text, quotation.end):
            continue
        seen |= {each.words for each in references}
        count += 1
        yield quotation, (references[0], references[1])


def _begins(words: str) -> bool:
    """Tell whether words may stand alone: they begin as a sentence does, and are no name alone."""
    if _NAMED_ALONE.fullmatch(words):
        return False
    return len(words.split()) >= _FEWEST and (not words[:1].isalpha() or not words[0].islower())


def _words(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


def _speakers(articles: Sequence[Article], sources: Sequence[Source]) -> Iterator[tuple[int, str]]:
    # A name that begins small is a stretch of a sentence.
    named = [source for source in sources if source.named and not source.name[:1].islower()]
    for side, _ in enumerate(articles):
        here = [source.name for source in named if side in source.texts]
        more = len(here) - _NAMES
        words = " · ".join(here[:_NAMES]) + (f" · {more} more" if more > 0 else "")
        yield side, words or "nobody by name"
