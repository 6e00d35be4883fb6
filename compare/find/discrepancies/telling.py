"""A figure as a reader says it."""

from __future__ import annotations

from compare.find.discrepancies.pairing import Side
from compare.text.values import Amount, Kind, Modifier
from compare.text.values.heads import counts_people


def said(side: Side, amount: Amount) -> str:
    """Return a number as written, with what it counts."""
    written = side.quote(amount.start, amount.end)
    status = amount.head.status if amount.head.status in ("dead", "hurt", "missing", "held") else ""
    head = amount.head.word
    if head and head != status and amount.modifier is not Modifier.RANGE:
        written += f" of {head}" if amount.head.of else f" {head}"
    if status and counts_people(head) and amount.kind is Kind.COUNT:
        written += f" {status}"
    return written
