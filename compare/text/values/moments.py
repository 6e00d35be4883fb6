"""Dates and times of a passage, as exact as they are written and seen from the article's own date."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.text.en import word_set
from compare.text.tokens import Token
from compare.text.values.calendar import (
    MONTHS,
    WEEKDAYS,
    Days,
    nearest,
    stretch,
    weekdays,
    written_out,
)
from compare.text.values.periods import may_begin, period

_EARLIEST, _LATEST = 1000, 2099


class Moment(Struct, frozen=True, kw_only=True):
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
    sort: str = ""
    """"fiscal", "quarter", "half" or "season", which is compared with its like alone."""
    number: int = 0
    """Which quarter or half."""
    years: tuple[int, ...] = ()
    """The years of one of these."""
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


_ZONES = word_set("values.moments.zones")


def clock_time(text: str, found: Sequence[Token], at: int) -> Moment | None:
    """Return the time of day that begins at a token, or None."""
    token = found[at]
    hour, minute, stop = -1, 0, at + 1
    if token.lower in ("noon", "midnight"):
        return made(text, found, at, stop, minutes=720 if token.lower == "noon" else 0)
    if not token.figure or (token.glued and at and found[at - 1].text not in "(“\"'‘"):
        return None
    hours, mark, minutes = token.text.partition(":" if ":" in token.text else ".")
    half = lower_at(found, stop)
    if half in ("a.m.", "p.m.", "am", "pm", "a.m", "p.m"):
        stop += 1
    else:
        half = ""
    if not hours.isdigit() or len(hours) > 2 or (mark and len(minutes) != 2):
        return None
    if not half and ":" not in token.text and lower_at(found, stop) not in ("o'clock",):
        return None
    hour, minute = int(hours), int(minutes or 0)
    if hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = lower_at(found, stop)
    if zone in _ZONES:
        stop += 1
    else:
        zone = ""
    return made(text, found, at, stop, minutes=60 * hour + minute, zone=zone)


# What stands before a year: without one of these "1500 homes" is a count.


_BEFORE_MONTH = word_set("values.moments.before_month")
_YEAR_AFTER = word_set("values.moments.year_after")


# First and last year of "the early 1970s" and the like, seen from the decade's first. Nobody draws the line
# at a year, so that early and late reach over it.
_PARTS = {"early": (-2, 5), "late": (4, 12), "mid": (2, 7)}
_YEAR = 366


_STARTS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset("today tonight yesterday tomorrow last this next noon midnight".split())
)


def find_moments(text: str, found: Sequence[Token], published: int | None) -> tuple[Moment, ...]:
    """Return the dates and times among the tokens of a passage; `published` is the article's day.

    >>> from compare.text.tokens import tokens
    >>> text = "On Wednesday, March 6, at 10:30 p.m., a year after 2023"
    >>> [m.reading for m in find_moments(text, tokens(text, 0, len(text)), 738952)]
    ['2024-03-06', '22:30', '2023']
    """
    moments_: list[Moment] = []
    at = 0
    while at < len(found):
        if not (found[at].figure or lower_at(found, at) in _STARTS or may_begin(found[at])):
            at += 1
            continue
        moment = (
            _period(text, found, at, published)
            or _dated(text, found, at, published)
            or _relative(text, found, at, published)
            or clock_time(text, found, at)
            or _decades(text, found, at)
            or _year(text, found, at)
        )
        if moment is None:
            at += 1
            continue
        moments_.append(moment)
        at = moment.stop
    return tuple(moments_)


def _period(text: str, found: Sequence[Token], at: int, published: int | None) -> Moment | None:
    """Return "Q3", "2012-13", "mid-2023" or "June 10 and 11"."""
    known = period(found, at, published)
    if known is None:
        return None
    whole = made(text, found, at, known.stop, days=known.days, year=known.year, month=known.month)
    return replace(whole, sort=known.sort, number=known.number, years=known.years)


def _dated(text: str, found: Sequence[Token], at: int, published: int | None) -> Moment | None:
    """Return "Wednesday, March 6, 2024", "6 March", "2024-03-06", "Wednesday", "in March"."""
    iso = _iso(text, found, at)
    if iso is not None:
        return iso
    begin = at
    weekday = WEEKDAYS.get(lower_at(found, at)) if found[at].text[0].isupper() else None
    if weekday is not None:
        at += 1
        if lower_at(found, at) in ("night", "morning", "evening", "afternoon") and _month_day(found, at + 2):
            at += 1
        if lower_at(found, at) == "," and _month_day(found, at + 1) is not None:
            at += 1
    parts = _month_day(found, at)
    if parts is None:
        if weekday is None:
            return None
        way = lower_at(found, begin - 1)
        days = weekdays(published, weekday, way) if published else ()
        return made(text, found, begin, begin + 1, weekday=weekday, days=days)
    month, day, stop = parts
    year, stop = _year_behind(found, stop)
    if year is not None:
        only = stretch(year, month, day)
        days = (only,) if only else ()
    else:
        days = nearest(published, month, day) if published else ()
        if weekday is not None and day is not None:
            days = tuple(d for d in days if (d[0] - 1) % 7 == weekday) or days
    if day is None and year is None and not _month_alone(found, at):
        return None
    return made(text, found, begin, stop, year=year, month=month, day=day, weekday=weekday, days=days)


def _month_day(found: Sequence[Token], at: int) -> tuple[int, int | None, int] | None:
    """Return month, day and where they stop: "March 6th", "6 March", "the 6th of March", "March"."""
    if at >= len(found):
        return None
    if found[at].figure:
        day = _day(found, at)
        if day is None:
            return None
        stop = at + 1
        if lower_at(found, stop) in ("st", "nd", "rd", "th"):
            stop += 1
        if lower_at(found, stop) == "of":
            stop += 1
        month = _month(found, stop)
        return (month, day, stop + 1) if month else None
    month = _month(found, at)
    if month is None:
        return None
    stop = at + 1
    day = _day(found, stop) if stop < len(found) else None
    if day is None:
        return month, None, stop
    stop += 1
    if lower_at(found, stop) in ("st", "nd", "rd", "th") and found[stop].glued:
        stop += 1
    return month, day, stop


def _month(found: Sequence[Token], at: int) -> int | None:
    if at >= len(found) or not found[at].text[0].isupper():
        return None
    return MONTHS.get(lower_at(found, at))


def _day(found: Sequence[Token], at: int) -> int | None:
    written = found[at].text
    if not (written.isascii() and written.isdigit() and len(written) <= 2 and 1 <= int(written) <= 31):
        return None
    after = found[at + 1] if at + 1 < len(found) else None
    # "March 10.5" and "March 10%" are no dates.
    return None if after is not None and after.text in "%$" else int(written)


def _year_behind(found: Sequence[Token], at: int) -> tuple[int | None, int]:
    place = at + (lower_at(found, at) in (",", "of"))
    year = as_year(found, place)
    return (year, place + 1) if year is not None else (None, at)


def _month_alone(found: Sequence[Token], at: int) -> bool:
    """Tell whether a month's name without a day is one: "in May", "since March", not "May" or "March"."""
    return lower_at(found, at - 1) in _BEFORE_MONTH


def _iso(text: str, found: Sequence[Token], at: int) -> Moment | None:
    year = as_year(found, at)
    if year is None or at + 4 >= len(found) or found[at + 1].text != "-" or found[at + 3].text != "-":
        return None
    month, day = found[at + 2].text, found[at + 4].text
    if not (len(month) == len(day) == 2 and month.isdigit() and day.isdigit()):
        return None
    only = stretch(year, int(month), int(day))
    if only is None:
        return None
    return made(text, found, at, at + 5, year=year, month=int(month), day=int(day), days=(only,))


def _relative(text: str, found: Sequence[Token], at: int, published: int | None) -> Moment | None:
    word, after = lower_at(found, at), lower_at(found, at + 1)
    stop, shifts = at + 1, (0, 0)
    if word in ("today", "tonight"):
        # An evening's words are printed the next morning.
        shifts = (-1, 0)
    elif word == "yesterday":
        shifts = (-2, -1)
    elif word == "tomorrow":
        shifts = (0, 1)
    elif word == "last" and after == "night":
        stop, shifts = at + 2, (-2, 0)
    elif word == "this" and after in ("morning", "afternoon", "evening"):
        stop, shifts = at + 2, (-1, 0)
    elif word in ("last", "next", "this") and after in ("week", "month", "year"):
        length = {"week": 7, "month": 31, "year": 366}[after]
        stop = at + 2
        shifts = {"last": (-2 * length, 0), "this": (-length, length), "next": (0, 2 * length)}[word]
    else:
        return None
    days = ((published + shifts[0], published + shifts[1]),) if published else ()
    return made(text, found, at, stop, days=days, relative=True)


def _decades(text: str, found: Sequence[Token], at: int) -> Moment | None:
    """Return "the 1970s", or "the late 1960s and early 1970s" as one stretch."""
    first = _decade(found, at)
    if first is None:
        return None
    days, stop = first
    join = stop + 1 if lower_at(found, stop) in ("and", "or", "to", "-", "–") else stop
    place = join + (lower_at(found, join) in _PARTS) if join > stop else stop
    second = _decade(found, place) if join > stop else None
    if second is not None and days[0] <= second[0][0] <= days[1] + _YEAR * 5:
        days, stop = (days[0], second[0][1]), second[1]
    return made(text, found, at, stop, days=(days,))


def _decade(found: Sequence[Token], at: int) -> tuple[Days, int] | None:
    """Return the days of "1970s" or "early 1970's", some years wider where it is early or late."""
    year = as_year(found, at)
    if year is None or year % 10:
        return None
    apart = lower_at(found, at + 1) in ("'", "’")
    stop = at + 2 + apart
    if lower_at(found, stop - 1) != "s" or not found[stop - 1].glued:
        return None
    hyphen = lower_at(found, at - 1) in ("-", "–")
    low, high = _PARTS.get(lower_at(found, at - 2 if hyphen else at - 1), (0, 9))
    begin, end = stretch(year + low, None, None), stretch(year + high, None, None)
    return ((begin[0], end[1]), stop) if begin and end else None


def _counted(found: Sequence[Token], at: int) -> bool:
    """Tell whether a plural noun stands within the next three words."""
    for token in found[at : at + 3]:
        if not token.word or token.lower in ("and", "in", "of", "to", "was", "is", "as", "has", "this"):
            return False
        if token.lower.endswith("s") and not token.lower.endswith("ss"):
            return True
    return False


def _year(text: str, found: Sequence[Token], at: int) -> Moment | None:
    """Return a year that stands for itself: "in 1987", "the flood of 1987", "(2013)", "a 2017 contract"."""
    year = as_year(found, at)
    if year is None or year < 1500:
        return None
    token, before = found[at], lower_at(found, at - 1)
    if token.glued and before not in ("(", "-", "–", "'", "‘", '"', "“", "/"):
        return None
    after = found[at + 1] if at + 1 < len(found) else None
    if after is not None and after.glued and after.text not in ",.;:)-–—'’\"”?!":
        return None
    if before in ("$", "£", "€", "about", "than", "least", "some", "over", "nearly", "almost", "around"):
        return None
    if lower_at(found, at + 1) in ("'", "’") and lower_at(found, at + 2) == "s":
        return None
    # "1500 homes" are homes, "the 2017 contracts" and "in 1987" are years.
    plural = after is not None and after.text.islower() and after.word and not after.glued
    if (year < 1900 or (plural and _counted(found, at + 1))) and before not in _YEAR_AFTER:
        return None
    only = stretch(year, None, None)
    return made(text, found, at, at + 1, year=year, days=(only,) if only else ())
