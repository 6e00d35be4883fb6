"""The base of every type, and stretches of text."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every type here: immutable, slotted, keyword-only, strict about its fields."""


class Extent(Record, frozen=True):
    """A stretch of one text whose article is known from where it stands: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that is empty or runs backwards.

        Raises:
            ValueError: if `end` is not past `start`, or `start` is negative.
        """
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of text: {self.start} to {self.end}")


class Span(Extent, frozen=True):
    """A stretch of a labelled article's text, quotable as it stands."""

    article: str
