"""Numbers, dates and times of a passage as typed values with offsets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.text.tokens import Token, tokens
from compare.text.values.amounts import Amount, Kind, Modifier, find_amounts
from compare.text.values.calendar import day_number
from compare.text.values.moments import Moment, find_moments

__all__ = ["Amount", "Kind", "Modifier", "Moment", "Token", "Values", "values"]


class Values(Struct, frozen=True, kw_only=True):
    """The tokens of a passage, and the amounts and moments among them in order."""

    tokens: tuple[Token, ...]
    amounts: tuple[Amount, ...]
    moments: tuple[Moment, ...]


def values(
    text: str, start: int, end: int, *, published: str | None = None, cut: Sequence[Token] | None = None
) -> Values:
    """Return the values of `text[start:end]`; dates are seen from `published` (ISO), never from today.

    `cut` are the tokens of the stretch where they are known already.

    >>> found = values("Two of them met on Friday, 12 July.", 0, 35, published="2024-06-14")
    >>> [m.reading for m in found.moments], [a.reading for a in found.amounts]
    (['2024-07-12'], ['2'])
    """
    found = tuple(tokens(text, start, end) if cut is None else cut)
    dated = find_moments(text, found, day_number(published))
    taken = frozenset(k for moment in dated for k in range(moment.first, moment.stop))
    return Values(tokens=found, amounts=find_amounts(found, taken), moments=dated)
