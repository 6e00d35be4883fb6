"""Dates of publication: a line that is nothing but a date, with its label, weekday and time."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ZONE = r"(?: ?\(?(?:[a-z]{1,5}|[+-]\d{2}:?\d{2}|utc[+-]\d{1,2})\)?)?"
_CLOCK = rf"\d{{1,2}}(?:(?:[:.]\d{{2}}){{1,2}}(?:\.\d{{1,6}})?(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?){_ZONE}"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY.format('d1')} (?:of )?(?P<m1>{_MONTH}),?(?: (?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH}) {_DAY.format('d2')}(?:,? (?P<y2>\d{{4}}))?"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<s1>\d{1,2})[/.](?P<s2>\d{1,2})[/.](?P<y4>\d{4}))"
)
DATE = re.compile(
    r"(?P<label>(?:(?:first|last|originally) )?(?:published|posted|updated|modified|created|issued|date)"
    r"(?: on| at)?:? )?"
    rf"(?:{_CLOCK},? (?:on )?)?{_WEEKDAY}{_DATE}(?:(?:,| at| -| –|t)? ?{_CLOCK})?",
    re.IGNORECASE,
)
CLOCK_ONLY = re.compile(
    rf"(?:last )?(?:updated|published|posted)(?: at)?:? {_CLOCK}|\d{{1,2}} (?:minutes?|hours?|days?) ago",
    re.IGNORECASE,
)
PARTS = re.compile(
    r" ?[|•·] ?|(?<!\blast)(?<!^first) (?=(?:last )?(?:updated|modified|published|posted)\b)", re.IGNORECASE
)

# The longest date line that makes sense: published and updated, each with weekday, time and zone.
MAX_LENGTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line of dates; `iso` is None where it gives no full date or could be read in two ways."""

    iso: str | None
    ambiguous: bool = False


def date_line(text: str) -> DateLine | None:
    """Return the date that the whole line is, or None where it is anything else.

    Of several, the date of publication goes before that of an update.

    >>> date_line("Oct. 12, 2023, 10:15 a.m. EDT")
    DateLine(iso='2023-10-12', ambiguous=False)
    >>> date_line("10/11/2023")
    DateLine(iso=None, ambiguous=True)
    >>> date_line("On October 12, 2023, the summit opened.") is None
    True
    """
    if not text or len(text) > MAX_LENGTH:
        return None
    dates: list[tuple[bool, DateLine]] = []
    for part in PARTS.split(text):
        match = DATE.fullmatch(part.strip(" ,;-–—"))
        if match:
            label = (match["label"] or "").lower()
            dates.append(("updated" in label or "modified" in label, _resolved(match)))
        elif CLOCK_ONLY.fullmatch(part.strip()):
            dates.append((True, DateLine(iso=None)))
        else:
            return None
    dates.sort(key=lambda pair: (pair[1].iso is None, pair[0]))
    return dates[0][1]


def _resolved(match: re.Match[str]) -> DateLine:
    year = next((match[key] for key in ("y1", "y2", "y3", "y4") if match[key]), None)
    if year is None:
        return DateLine(iso=None)
    if match["s1"]:
        first, second = int(match["s1"]), int(match["s2"])
        if first != second and first <= 12 and second <= 12:
            return DateLine(iso=None, ambiguous=True)
        day, month = (first, second) if first > 12 else (second, first)
    elif match["m3"]:
        month, day = int(match["m3"]), int(match["d3"])
    else:
        name = match["m1"] or match["m2"]
        month, day = MONTHS.index(name[:3].lower()) + 1, int(match["d1"] or match["d2"])
    try:
        return DateLine(iso=datetime.date(int(year), month, day).isoformat())
    except ValueError:
        return DateLine(iso=None)
