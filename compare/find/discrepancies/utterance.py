"""What differs between two quotations of one utterance."""

from __future__ import annotations

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Sentence


class Utterance(Struct, frozen=True, kw_only=True):
    """What differs between two quotations, and the sentences it stands in."""

    sentences: tuple[Sentence, Sentence]
    difference: Difference


def utterance(
    sentences: tuple[Sentence, Sentence],
    extents: tuple[Extent, Extent],
    values: tuple[str, str],
    why: str,
    *,
    rule: str,
    state: DiscrepancyState,
    type_: DiscrepancyType = DiscrepancyType.QUOTATION,
) -> Utterance:
    """Return a difference with the sentences it stands in."""
    return Utterance(
        sentences=sentences,
        difference=Difference(
            type=type_,
            state=state,
            rule=rule,
            extents=extents,
            values=values,
            why=why,
        ),
    )
