"""Stretches of time written short: "FY23", "Q3 2023", "mid-2023", "2012-13", "June 10 and 11"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.text.en import word_set
from compare.text.tokens import Token
from compare.text.values.calendar import MONTHS, WEEKDAYS, Days, nearest, stretch

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SORTS = {"quarter": ("quarter", 4), "half": ("half", 2)}
_SHORT = {"q": ("quarter", 4), "h": ("half", 2)}
_DASHES = frozenset("-–")
_JOINS = frozenset("and to or & - –".split())
_PARTS = frozenset("early mid late".split())
# First and last month of a part of a year. Nobody draws the line at a month, so that they reach over it.
_MONTHS_OF = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_LAST_YEAR, _CENTURY = 2099, 100
# What may stand behind "June 10 and 11": in "June 10 and 11 of them" the second number counts something.
_GOING_ON = word_set("values.periods.going_on")


class Period(Struct, frozen=True, kw_only=True):
    """A stretch of time as it stands in a text: where it stops, and what it can be compared by."""

    stop: int
    days: tuple[Days, ...] = ()
    year: int | None = None
    month: int | None = None
    weekday: int | None = None
    sort: str = ""
    """"fiscal", "quarter", "half" or "season": compared with its like alone."""
    number: int = 0
    years: tuple[int, ...] = ()


def period(found: Sequence[Token], at: int, published: int | None) -> Period | None:
    """Return the stretch of time that begins at a token, or None.

    >>> from compare.text.tokens import tokens
    >>> [period(tokens(t, 0, len(t)), 0, None).years for t in ("FY23", "2012-13", "3Q 2023")]
    [(2023,), (2012, 2013), (2023,)]
    """
    return (
        _fiscal(found, at)
        or _quarter(found, at)
        or _part_of_year(found, at)
        or _season(found, at)
        or _days_of_month(found, at, published)
    )


def _lower(found: Sequence[Token], at: int) -> str:
    return found[at].lower.removesuffix("'s") if 0 <= at < len(found) else ""


def _year(found: Sequence[Token], at: int, *, short: bool = False) -> int | None:
    """Return the year that a figure is: of four digits, or of two where the words before ask for one."""
    if not 0 <= at < len(found):
        return None
    written = found[at].text
    if not (written.isascii() and written.isdigit()):
        return None
    if len(written) == 4 and int(written) <= _LAST_YEAR and written[0] in "12":
        return int(written)
    return 2000 + int(written) if short and len(written) == 2 else None


def _two_years(found: Sequence[Token], at: int) -> tuple[tuple[int, ...], int] | None:
    """Return the years of "2012-13", "2012/13" or "2012-2013", and where they stop."""
    first = _year(found, at)
    if first is None or at + 2 >= len(found) or found[at + 1].text not in "-–/":
        return None
    last = found[at + 2]
    if not (found[at + 1].glued and last.glued and last.text.isascii() and last.text.isdigit()):
        return None
    more = found[at + 3].text if at + 3 < len(found) and found[at + 3].glued else ""
    if more in ("-", "/", "%", "–") or len(last.text) not in (2, 4):
        # "2024-06-03" is a day.
        return None
    second = int(last.text) if len(last.text) == 4 else first - first % _CENTURY + int(last.text)
    if len(last.text) == 2 and second < first:
        second += _CENTURY
    return ((first, second), at + 3) if first < second <= first + 20 else None


def _fiscal(found: Sequence[Token], at: int) -> Period | None:
    """Return "FY23", "FY 2023/24", "fiscal 2023", "financial year 2022-23"."""
    word, place = _lower(found, at), at + 1
    if word == "fy" and found[at].text.isupper():
        short = True
    elif word in ("fiscal", "financial"):
        short = False
        if _lower(found, place) == "year":
            place += 1
        elif word == "financial":
            return None
    else:
        return None
    years = _two_years(found, place)
    if years is not None:
        return Period(stop=years[1], sort="fiscal", years=years[0])
    year = _year(found, place, short=short)
    return None if year is None else Period(stop=place + 1, year=year, sort="fiscal", years=(year,))


def _quarter(found: Sequence[Token], at: int) -> Period | None:
    """Return "Q3", "3Q", "H1 2023", "the third quarter of 2023"; a half needs its year."""
    word, after = _lower(found, at), _lower(found, at + 1)
    token = found[at]
    sort, number, stop = "", 0, at + 2
    if word in _SHORT and token.text.isupper() and after.isdigit() and found[at + 1].glued:
        (sort, most), number = _SHORT[word], int(after[:2])
    elif token.figure and len(word) == 1 and after in _SHORT and found[at + 1].glued:
        (sort, most), number = _SHORT[after], int(word) if word.isdigit() else 0
    elif word in _NUMBERS and after in ("-", *_SORTS):
        place = at + 2 if after == "-" else at + 1
        if _lower(found, place) not in _SORTS:
            return None
        (sort, most), number, stop = _SORTS[_lower(found, place)], _NUMBERS[word], place + 1
    else:
        return None
    if not 1 <= number <= most:
        return None
    place = stop + (_lower(found, stop) in ("of", ",", "in"))
    fiscal = _fiscal(found, place) if place < len(found) else None
    years = fiscal.years if fiscal else ()
    end = fiscal.stop if fiscal else stop
    year = None if fiscal else _year(found, place)
    if year is not None:
        years, end = (year,), place + 1
    if sort == "half" and not years:
        # "The first half" may be of a match.
        return None
    return Period(stop=end, year=years[-1] if years else None, sort=sort, number=number, years=years)


def _part_of_year(found: Sequence[Token], at: int) -> Period | None:
    """Return "mid-2023", "early 2023", "late 2023"."""
    word = _lower(found, at)
    place = at + 1 + (_lower(found, at + 1) in _DASHES)
    year = _year(found, place) if word in _PARTS else None
    after = found[place + 1] if place + 1 < len(found) else None
    if year is None or (after is not None and after.glued and after.text in ("s", "-", "–", "/", "%")):
        return None
    months = [stretch(year, month, None) for month in _MONTHS_OF[word]]
    if months[0] is None or months[1] is None:
        return None
    return Period(stop=place + 1, year=year, days=((months[0][0], months[1][1]),))


def _season(found: Sequence[Token], at: int) -> Period | None:
    """Return "2012-13" as one stretch; two years next to each other are a season or a budget's year."""
    years = _two_years(found, at)
    if years is None or years[0][0] < 1800:
        return None
    ends = [stretch(year, None, None) for year in years[0]]
    if ends[0] is None or ends[1] is None:
        return None
    one = years[0][1] == years[0][0] + 1
    return Period(
        stop=years[1],
        days=((ends[0][0], ends[1][1]),),
        sort="season" if one else "",
        years=years[0] if one else (),
    )


def _days_of_month(found: Sequence[Token], at: int, published: int | None) -> Period | None:
    """Return "June 10 and 11", "June 10-12", "10 and 11 June", "Sunday 9 and 16 June" as one stretch."""
    weekday = WEEKDAYS.get(_lower(found, at))
    begin = at + 1 if weekday is not None and at + 1 < len(found) else at
    if weekday is not None and _lower(found, begin) == ",":
        begin += 1
    month = _month(found, begin)
    if month is not None:
        days, stop = _day_list(found, begin + 1)
        if len(days) < 2 or not _ends(found, stop):
            return None
    else:
        days, stop = _day_list(found, begin)
        month = _month(found, stop + (_lower(found, stop) == "of")) if len(days) > 1 else None
        if month is None:
            return None
        stop += 1 + (_lower(found, stop) == "of")
    place = stop + (_lower(found, stop) == ",")
    year = _year(found, place)
    stop = place + 1 if year is not None else stop
    return Period(stop=stop, year=year, month=month, days=_reached(year, month, days, published))


def _reached(year: int | None, month: int, days: list[int], published: int | None) -> tuple[Days, ...]:
    """Return the stretches from the first to the last day, one for each year that it can be."""
    firsts: tuple[Days | None, ...] = (stretch(year, month, days[0]),) if year else ()
    if year is None and published:
        firsts = nearest(published, month, days[0])
    return tuple((first[0], first[0] + days[-1] - days[0]) for first in firsts if first)


def _month(found: Sequence[Token], at: int) -> int | None:
    if not 0 <= at < len(found) or not found[at].text[0].isupper():
        return None
    return MONTHS.get(_lower(found, at))


def _day_list(found: Sequence[Token], at: int) -> tuple[list[int], int]:
    """Return the days of "10 and 11", "10, 11 and 12", "10-12", "10th and 11th", and where they stop."""
    days: list[int] = []
    stop = at
    joined = True
    while joined:
        place, commas = stop, 0
        if days:
            while _lower(found, place) in (*_JOINS, ",") and commas < 2:
                commas, place = commas + 1, place + 1
            if place == stop:
                break
        if WEEKDAYS.get(_lower(found, place)) is not None and days:
            place += 1
        day = _day(found, place)
        if day is None or (days and day <= days[-1]):
            break
        days.append(day)
        stop = place + 1
        if _lower(found, stop) in ("st", "nd", "rd", "th") and found[stop].glued:
            stop += 1
    # "June 10, 11" without "and" may be a day and a count.
    ended = len(days) > 1 and any(_lower(found, k) in _JOINS for k in range(at, stop))
    return (days, stop) if ended else ([], at)


def _day(found: Sequence[Token], at: int) -> int | None:
    if not 0 <= at < len(found):
        return None
    written = found[at].text
    if not (written.isascii() and written.isdigit() and len(written) <= 2 and 1 <= int(written) <= 31):
        return None
    return None if _lower(found, at + 1) in ("%", "$", "per", "percent") else int(written)


def _ends(found: Sequence[Token], at: int) -> bool:
    """Tell whether nothing behind the last number is what it counts: "June 10 and 11 in Marle"."""
    if at >= len(found) or not found[at].word:
        return at >= len(found) or found[at].text not in "%$-/:"
    return found[at].lower in _GOING_ON or found[at].text[0].isupper()


def may_begin(token: Token) -> bool:
    """Return whether a stretch of time can begin with a token that is no figure and no month or day."""
    return token.lower in _STARTS


_STARTS = frozenset(("fy", "fiscal", "financial", *_SHORT, *_NUMBERS, *_PARTS))
