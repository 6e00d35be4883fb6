"""Days as ordinal numbers: what a named day can be, seen from the article's own date."""

from __future__ import annotations

import datetime
from calendar import monthrange

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sep sept sep. sept.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon.",
            "tuesday tue. tues.",
            "wednesday wed.",
            "thursday thu. thur. thurs.",
            "friday fri.",
            "saturday sat.",
            "sunday sun.",
        )
    )
    for name in names.split()
}
Days = tuple[int, int]
"""First and last day of a stretch of time, as proleptic Gregorian ordinals."""


def day_number(iso: str | None) -> int | None:
    """Return the ordinal of an ISO date, None for none or for a date that does not exist.

    >>> day_number("2024-02-30") is None
    True
    """
    try:
        return datetime.date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def written_out(days: Days) -> str:
    """Return a stretch of days as ISO dates.

    >>> written_out((738886, 738886))
    '2024-01-01'
    """
    first, last = (datetime.date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"


def stretch(year: int, month: int | None, day: int | None) -> Days | None:
    """Return the days of a date, a month or a year; None where there is no such day."""
    try:
        if month is None:
            return datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
        if day is None:
            first = datetime.date(year, month, 1).toordinal()
            return first, first + monthrange(year, month)[1] - 1
        only = datetime.date(year, month, day).toordinal()
    except ValueError:
        return None
    return only, only


def nearest(published: int, month: int, day: int | None) -> tuple[Days, ...]:
    """Return the days that a date without a year can be: the ones within eleven months of the article."""
    year = datetime.date.fromordinal(published).year
    found = (stretch(y, month, day) for y in (year - 1, year, year + 1))
    # A month or more away from the article's own month either way, both are possible.
    return tuple(days for days in found if days and abs(days[0] - published) <= 335)


def weekdays(published: int, weekday: int, way: str) -> tuple[Days, ...]:
    """Return the days that a weekday's name can be: the last and the next; with "last" or "next" fewer."""
    back = (datetime.date.fromordinal(published).weekday() - weekday) % 7
    before = published - back
    if way == "last":
        return tuple((day, day) for day in (before - 7 if back == 0 else before, before - 7))
    if way == "next":
        return tuple((day, day) for day in (before + 7, before + 14))
    return (before, before), (before + 7, before + 7)
