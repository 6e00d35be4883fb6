"""A date or a time of day, and what the readers of both need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.text.values.calendar import Days, written_out
from compare.text.values.tokens import Token

_EARLIEST, _LATEST = 1000, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date or a time of day as it stands in a text.

    `days` are the stretches that it can be, seen from the article's date: several where a weekday can be
    the last or the next one, none where the article has no date and the words need one.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minutes: int | None = None
    """Minutes since midnight, for a time of day."""
    zone: str = ""
    days: tuple[Days, ...] = ()
    relative: bool = False
    """"Today", "yesterday", "last week"."""
    first: int = 0
    stop: int = 0
    text: str = ""

    @property
    def clock(self) -> bool:
        """It is a time of day."""
        return self.minutes is not None

    @property
    def reading(self) -> str:
        """The moment as a finding prints it."""
        if self.minutes is not None:
            return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"
        if len(self.days) == 1 and self.days[0][0] == self.days[0][1]:
            return written_out(self.days[0])
        return self.text


def lower_at(found: Sequence[Token], at: int) -> str:
    """Return a token in small letters without a possessive ending, nothing past either end."""
    # "Saturday's rampage"
    return found[at].lower.removesuffix("'s") if 0 <= at < len(found) else ""


def made(
    text: str,
    found: Sequence[Token],
    first: int,
    stop: int,
    *,
    days: tuple[Days, ...] = (),
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    minutes: int | None = None,
    zone: str = "",
    relative: bool = False,
) -> Moment:
    """Return the moment whose tokens are `found[first:stop]`."""
    start, end = found[first].start, found[stop - 1].end
    return Moment(
        start=start,
        end=end,
        year=year,
        month=month,
        day=day,
        weekday=weekday,
        minutes=minutes,
        zone=zone,
        days=days,
        relative=relative,
        first=first,
        stop=stop,
        text=" ".join(text[start:end].split()),
    )


def as_year(found: Sequence[Token], at: int) -> int | None:
    """Return the year that a token of four digits can be, or None."""
    if at >= len(found):
        return None
    written = found[at].text
    if len(written) == 4 and written.isascii() and written.isdigit() and _EARLIEST <= int(written) <= _LATEST:
        return int(written)
    return None
