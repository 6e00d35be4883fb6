"""Three texts and more: what two of them each were found to say otherwise, as rows over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.across.values import value_rows
from compare.find.across.wordings import wording_rows
from compare.find.identity import Identities
from compare.model import Fact, Finding, ValueRow, WordingRow
from compare.text.document import Document

__all__ = ["find_across"]

FEWEST = 3


def find_across(
    findings: Sequence[Finding],
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    identities: Identities,
) -> tuple[ValueRow | WordingRow, ...]:
    """Return the values and the wordings of one thing over all texts; none where there are but two."""
    if len(documents) < FEWEST:
        return ()
    return (
        *value_rows(findings, documents, identities),
        *wording_rows(findings, facts, documents, identities),
    )
