"""Of one speaker whom both texts quote: words that each quotes and the other does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from compare.find.devices.contrast import Contrast, Side
from compare.find.devices.phrases import MOST_WORDS, phrases
from compare.model import Device, Extent, SourceType
from compare.text.document import Document
from compare.text.reports import Report
from compare.text.runs import is_role
from compare.text.valence import strength

# Of such rows on 46 labelled pairs half are contrasts that a reader named, as of rows of this rank.
_RANK = 62.0
_MOST_SPEAKERS = 2
_MOST_A_SIDE = 3
# Shorter quotations are a word in quotation marks.
_FEWEST_WORDS = 4
# A quotation of which so many words stand in one of the other text's is quoted there too.
_QUOTED_TOO = 0.5
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT))


class _Quotation(Struct, frozen=True, kw_only=True):
    sentence: str
    extent: Extent
    """Its beginning, whole phrases of it."""
    keys: frozenset[str]
    """The content words of all of it."""
    weight: float


def quoted_apart(one: Document, other: Document) -> Iterator[Contrast]:
    """Yield a row a speaker, those first of whom both texts quote most."""
    sides = (_by_speaker(one), _by_speaker(other))
    rows = []
    for name, another in product(sides[0], sides[1]):
        if not one_speaker(name, another):
            continue
        quoted = (sides[0][name], sides[1][another])
        alone = [
            [quotation for quotation in quoted[k] if not _is_quoted(quotation, quoted[1 - k])] for k in (0, 1)
        ]
        if all(alone):
            rows.append((tuple(map(_chosen, alone)), min(map(len, alone)), (name, another)))
    rows.sort(key=lambda row: (-row[1], -sum(len(q.keys) for side in row[0] for q in side), sorted(row[2])))
    for chosen, _, (name, another) in rows[:_MOST_SPEAKERS]:
        made = [
            Side(sentences=tuple(q.sentence for q in side), extents=tuple(q.extent for q in side))
            for side in chosen
        ]
        yield Contrast(
            sides=(made[0], made[1]),
            device=Device.QUOTATION,
            rank=_RANK,
            evidence=f"one speaker: {' ~ '.join(sorted({name, another}))}",
            target=max(sorted((name, another)), key=len),
        )


def one_speaker(name: str, other: str) -> bool:
    """Return whether two texts' names are of one person.

    >>> one_speaker("Tove Lind", "Mayor Lind"), one_speaker("Per Lind", "Tove Lind")
    (True, False)
    """
    names = [[word for word in each.split() if not is_role(word)] for each in (name, other)]
    if not all(names) or names[0][-1].lower() != names[1][-1].lower():
        return False
    return any(len(each) == 1 for each in names) or names[0][0].lower() == names[1][0].lower()


def _by_speaker(document: Document) -> dict[str, list[_Quotation]]:
    found: dict[str, list[_Quotation]] = defaultdict(list)
    for report in document.reports:
        if report.source_type in _NAMED and report.name[:1].isupper():
            known = {quotation.extent for quotation in found[report.name]}
            found[report.name] += [q for q in _quotations(document, report) if q.extent not in known]
    return {name: quotations for name, quotations in found.items() if quotations}


def _quotations(document: Document, report: Report) -> Iterator[_Quotation]:
    """Yield the quotations in a report, each as it begins."""
    text = document.article.text
    for start, end in document.quotations:
        first, stop = max(start, report.content.start), min(end, report.content.end)
        words = document.words(first, stop) if first < stop else ()
        if len(words) < _FEWEST_WORDS:
            continue
        lower = [text[word.start : word.end].lower() for word in words]
        # As it begins: a quotation cut into from the middle reads as a shred.
        whole = max((stop for begin, stop in phrases(text, words, lower) if begin == 0), default=0)
        if len(text[words[0].start : words[-1].end].split()) <= MOST_WORDS:
            whole = len(words)
        if whole < _FEWEST_WORDS:
            continue
        yield _Quotation(
            sentence=report.sentence,
            extent=Extent(start=words[0].start, end=words[whole - 1].end),
            keys=frozenset(word.key for word in words if word.content),
            weight=sum(word.content for word in words) + sum(map(strength, lower)),
        )


def _is_quoted(quotation: _Quotation, others: Sequence[_Quotation]) -> bool:
    return any(
        len(quotation.keys & other.keys) >= _QUOTED_TOO * max(1, min(len(quotation.keys), len(other.keys)))
        for other in others
    )


def _chosen(quotations: Sequence[_Quotation]) -> tuple[_Quotation, ...]:
    """Return the most telling, in reading order."""
    best = sorted(quotations, key=lambda q: (-q.weight, q.extent.start))[:_MOST_A_SIDE]
    return tuple(sorted(best, key=lambda q: q.extent.start))
