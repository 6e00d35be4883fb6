"""Which texts are largely one text: two of them are no two witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from compare.align.agencies import agencies
from compare.text.document import Document

# Of pairs of real articles on one event the median has .005 to .07 of its runs of five words in common; of
# agency copies nine in ten have .5 and more, and next to nothing lies between.
COPIED = 0.5
# Where both name one agency, less is enough: what a paper rewrites of its report is still that report.
COPIED_OF_AN_AGENCY = 0.15
# Runs of eight words are told of passages, where a name and a title can be six; five times that is no phrase.
LONG_RUN = 40
_GRAM = 5
# A brief of two or three sentences repeats a statement or a headline, and is no copy for that.
_FEWEST = 50

Run = tuple[str, ...]


class Copy(Struct, frozen=True, kw_only=True):
    """Two texts of which one is largely in the other, outside of quotation marks."""

    labels: tuple[str, str]
    shares: tuple[float, float]
    """How much of each stands in the other, from 0 to 1."""
    agency: str = ""
    """The agency that both name as where they have it from."""


def near_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Return every two texts that are largely one, or have many words in a row in common.

    Of two that name one agency a part is enough.
    """
    named = agencies([document.article for document in documents])
    read = [(document.article.label, list(_runs(document))) for document in documents]
    made = [(label, runs, {gram for run in runs for gram in _windows(run, _GRAM)}) for label, runs in read]
    found = []
    for (one, runs, grams), (other, others, rivals) in combinations(made, 2):
        shares = _shares(grams, rivals)
        both = sorted(named[one].keys() & named[other].keys())
        # The longer way to write it: "Associated Press" before "AP".
        agency = (
            max((named[side][both[0]] for side in (one, other)), key=lambda n: (len(n), n)) if both else ""
        )
        least = COPIED_OF_AN_AGENCY if agency else COPIED
        if max(shares) >= least or _long_run(runs, others, grams & rivals):
            found.append(Copy(labels=(one, other), shares=shares, agency=agency))
    return tuple(found)


def copied_shares(one: Document, other: Document) -> tuple[float, float]:
    """Return how much of each of two texts stands in the other, from 0 to 1, quotations left out."""
    grams, rivals = (
        {gram for run in _runs(document) for gram in _windows(run, _GRAM)} for document in (one, other)
    )
    return _shares(grams, rivals)


def _shares(grams: set[Run], rivals: set[Run]) -> tuple[float, float]:
    common = len(grams & rivals)
    one, other = (common / len(side) if len(side) >= _FEWEST else 0.0 for side in (grams, rivals))
    return one, other


def witnesses(labels: Sequence[str], copies: Sequence[Copy]) -> tuple[tuple[str, ...], ...]:
    """Return the texts by witness: near copies of each other, or of a third, are one.

    >>> witnesses("ABC", [Copy(labels=("A", "C"), shares=(0.9, 0.6))])
    (('A', 'C'), ('B',))
    """
    groups = [[label] for label in labels]
    for copy in copies:
        one, other = (next(group for group in groups if label in group) for label in copy.labels)
        if one is not other:
            one += other
            groups.remove(other)
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _runs(document: Document) -> Iterator[Run]:
    """Yield the words of a text in small letters, cut where somebody is quoted."""
    text, run = document.article.text, list[str]()
    for sentence in document.article.sentences:
        for word in document.words(sentence.start, sentence.end):
            if document.voices.within(word.start):
                if run:
                    yield tuple(run)
                run = []
            else:
                run.append(text[word.start : word.end].lower())
    if run:
        yield tuple(run)


def _windows(run: Run, size: int) -> Iterator[Run]:
    return (run[at : at + size] for at in range(len(run) - size + 1))


def _long_run(runs: Sequence[Run], others: Sequence[Run], common: set[Run]) -> bool:
    """Return whether two texts have a long run of words; only where all its parts are common is it made."""
    if len(common) < LONG_RUN // _GRAM:
        return False
    ours, theirs = (set(_candidates(side, common)) for side in (runs, others))
    return not ours.isdisjoint(theirs)


def _candidates(runs: Sequence[Run], common: set[Run]) -> Iterator[Run]:
    for run in runs:
        length = 0
        for at, gram in enumerate(_windows(run, _GRAM)):
            length = length + 1 if gram in common else 0
            if length > LONG_RUN - _GRAM:
                yield run[at + _GRAM - LONG_RUN : at + _GRAM]
