"""The project's analysis behind the plain functions that a scorer of labelled news calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.adapter_attribution import attributions as attributions
from benchmarks.adapter_conflict import conflict as conflict
from benchmarks.adapter_framing import framing as framing
from benchmarks.adapter_framing import loaded as loaded
from compare.align.passages import Passage, measured, passage
from compare.align.relations import meetings
from compare.align.scoring import score_cells
from compare.model import Extent
from compare.text.clauses import clauses
from compare.text.quotations import quotations
from compare.text.sentences import sentences as split
from compare.text.values import values
from compare.text.words import words


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the sentences of a text."""
    return split(text)


def align(a_sentences: Sequence[str], b_sentences: Sequence[str]) -> Iterator[tuple[int, int, float, bool]]:
    """Yield every scored pair of sentences with whether a report links it, as sure or perhaps."""
    rows, columns = [_passage(s) for s in a_sentences], [_passage(s) for s in b_sentences]
    lexicon, cells = score_cells(rows, columns)
    shown = {(m.cell.row, m.cell.column) for m in meetings(rows, columns, lexicon, cells)}
    for cell in cells:
        yield cell.row, cell.column, cell.score, (cell.row, cell.column) in shown


def _passage(sentence: str) -> Passage:
    whole = sentence or " "
    parts = [Extent(start=s, end=e) for s, e in clauses(whole, 0, len(whole))]
    amounts = values(whole, 0, len(whole)).amounts
    return passage(
        whole,
        Extent(start=0, end=len(whole)),
        parts,
        words(whole, 0, len(whole)),
        quotations=quotations(whole),
        amounts=[measured(amount) for amount in amounts],
    )
