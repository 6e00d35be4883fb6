"""What a rule hands on: a difference between two passages, before it has a number."""

from __future__ import annotations

from msgspec import Struct

from compare.model import DiscrepancyState, DiscrepancyType, Extent


class Difference(Struct, frozen=True, kw_only=True):
    """A difference between two linked passages; a side that lacks the thing has no extent.

    `why` may hold `{0}` and `{1}`, which stand for the labels of the articles.
    """

    type: DiscrepancyType
    state: DiscrepancyState
    rule: str
    extents: tuple[Extent | None, Extent | None]
    values: tuple[str, str]
    why: str
