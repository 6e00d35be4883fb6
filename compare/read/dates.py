"""Lines that are nothing but dates of publication, with labels, weekdays and times, or nothing but a time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from msgspec import Struct

from compare.read.asked import AnyOf, Asked

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE = (
    r"(?:,? ?\(?(?:(?:gmt|utc) ?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|[a-z]{1,5}(?: time)?)\)?"
    r"| \([a-z ]{1,30}\)?)?"
)
_CLOCK = (
    r"(?:\d{1,2}(?:(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)"
    rf"|\d{{4}}(?= (?:gmt|utc|hrs|ist)\b)|(?:12 )?(?:noon|midnight)){_ZONE}"
)
_NUMBER = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_NUMBER.format('d1')}[ -](?:of )?(?P<m1>{_MONTH}),?"
    r"(?:[ -](?P<y1>\d{4}|['’]\d{2}|(?<=-)\d{2}))?"
    rf"|(?P<m2>{_MONTH}) {_NUMBER.format('d2')}(?:,? (?P<y2>\d{{4}}))?"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<y4>(?:19|20)\d{2})(?P<m4>0[1-9]|1[0-2])(?P<d4>[0-3]\d)"
    r"|(?P<s1>\d{1,2})[/.-](?P<s2>\d{1,2})[/.-](?P<y5>\d{4})"
    r"|(?P<s3>\d{1,2})[/.](?P<s4>\d{1,2})[/.](?P<y6>\d{2}))"
)
_LABEL = (
    r"(?:(?:this (?:article|story|post|report|piece|page) (?:was|is|has been) )?"
    r"(?:(?:first|last|originally|web|date) )?"
    r"(?:published|posted|updated|modified|created|issued|filed|revised|edited|reviewed|dated)"
    r"(?: online)?(?: on| at)?"
    r"|(?:(?:release|publication|publishing|issue|posting) )?date(?: of (?:publication|issue))?"
    r"|embargo(?:ed)?(?: until)?|for (?:immediate )?release)"
)
# What labels and dates open with, and how a month and a day meet, in small letters (see asked.py).
_LABEL_OPENS = (
    *(f"this {text} " for text in ("article", "story", "post", "report", "piece", "page")),
    *("first ", "last ", "originally ", "web ", "date", "published", "posted", "updated", "modified"),
    *("created", "issue", "filed", "revised", "edited", "reviewed", "release", "publication", "publishing"),
    *("posting", "embargo", "for immediate release", "for release"),
)
_CLOCK_OPENS = ("0", "noon", "midnight")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS_SPELLED = (
    *("january", "february", "march", "april", "june", "july", "august", "september", "sept", "sepember"),
    *("october", "november", "december", *MONTHS),
)
_MET = (
    *(f"{end}{by}{month}" for end in ("0", "st", "nd", "rd", "th") for by in " -" for month in MONTHS),
    *(f"of {month}" for month in MONTHS),
    *(f"{month}{stop} 0" for month in _MONTHS_SPELLED for stop in ("", ".")),
    *("0-0", "0/0", "0.0", "00000000"),
)
LABEL = Asked(rf"{_LABEL}:?", opens=_LABEL_OPENS, flags=re.IGNORECASE)
DATE = Asked(
    rf"(?:(?P<label>{_LABEL})(?: ?[:–—-] ?| ))?"
    rf"(?:{_CLOCK},?(?: [-–—])? (?:on )?)?(?:{_DAY_NAME},? )?{_DATE}(?:,? \(?{_DAY_NAME}\)?)?"
    rf"(?:(?:,| at|, at| [-–—]|t)? ?{_CLOCK})?",
    words=_MET,
    opens=(*_LABEL_OPENS, *_CLOCK_OPENS, *_DAYS, *MONTHS),
    flags=re.IGNORECASE,
)
CLOCK = Asked(_CLOCK, opens=_CLOCK_OPENS, flags=re.IGNORECASE)
CLOCK_ONLY = AnyOf(
    Asked(
        rf"(?P<label>{_LABEL}):? (?:{_CLOCK}|yesterday)",
        words=(*_CLOCK_OPENS, "yesterday"),
        opens=_LABEL_OPENS,
        flags=re.IGNORECASE,
    ),
    Asked(
        rf"(?:{_LABEL}:? )?(?:\d{{1,2}}|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?) ago",
        words=(" ago",),
        flags=re.IGNORECASE,
    ),
    opens=(*_LABEL_OPENS, "0", "a"),
    flags=re.IGNORECASE,
)
_AGAIN = r"(?:updated|modified|published|posted|edited|revised)\b"
# What parts two dates of a line: a sign, the next label, or nothing where a copied page lost its line break.
PARTS = re.compile(
    r" ?[|•·] ?| / "
    r"|(?<!last)(?<!first)(?<!originally)(?<!\bdate)(?<!\bweb)(?<!\bwas)(?<!\bis)(?<!\bbeen)"
    rf"(?:,| and)? (?=\(?(?:(?:last|first|originally) )?{_AGAIN})"
    r"|(?<=[\w)])(?=(?-i:(?:Last|First) [mpu]|Updated|Modified|Published|Posted))"
    r"|(?<=\b20\d\d)(?=\d{1,2}[: ]|(?-i:[A-Z][a-z]{2}))",
    re.IGNORECASE,
)
UPDATING = re.compile(r"updated|modified|revised|edited|reviewed", re.IGNORECASE)
# A place or an outlet that some sites print beside a labelled date: "Updated - June 11, 2024 - MARLE".
CAPITALS = re.compile(r"[A-Z][A-Z.]{2,}(?: [A-Z][A-Z.]+){0,2}")
# What some print beside the date: "10 June 2024 | Press release | 3 min read".
BESIDE = re.compile(
    r"(?:press|news|media) (?:release|statement)|statement|news"
    r"|\d{1,2}[ -]min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
DASHED = re.compile(r" [–—-] (?=[A-Z]{3})")

# The longest date line that makes sense: published and updated, each with weekday, time and zone.
MAX_LENGTH = 160
# Two figures for a year: from here on they are of the last century, as in POSIX.
OLD = 69


class DateLine(Struct, frozen=True, kw_only=True):
    """A line of dates; `iso` is None where it gives no full date or could be read in two ways."""

    iso: str | None
    ambiguous: bool = False
    updated: bool = False
    """It says only when the text was last changed."""


def date_line(text: str) -> DateLine | None:
    """Return the date that the whole line is, or None where it is anything else.

    Of several, the date of publication goes before that of an update.

    >>> date_line("Oct. 12, 2023, 10:15 a.m. EDT").iso
    '2023-10-12'
    >>> date_line("10/11/2023").ambiguous
    True
    >>> date_line("On October 12, 2023, the summit opened.") is None
    True
    """
    if not text or len(text) > MAX_LENGTH or not any(map(str.isdigit, text)):
        return None
    dates: list[DateLine] = []
    label = ""
    labelled = capitals = 0
    for part in (part for piece in PARTS.split(text) for part in DASHED.split(piece)):
        bare = part.strip(" ,;-–—()[]")
        match = DATE.fullmatch(bare) or _sentence(bare)
        if match:
            dates.append(_resolved(match, label=match["label"] or label))
            labelled += bool(match["label"] or label)
        elif LABEL.fullmatch(bare):
            label = bare
            continue
        elif CLOCK_ONLY.fullmatch(bare):
            dates.append(DateLine(iso=None, updated=True))
        elif CAPITALS.fullmatch(bare):
            capitals += 1
        elif bare and not CLOCK.fullmatch(bare) and not (dates and BESIDE.fullmatch(bare)):
            return None
        label = ""
    return first_published(dates) if capitals <= labelled else None


def first_published(dates: Iterable[DateLine]) -> DateLine | None:
    """Return the date of publication among several: one that is said to be no update, and full, if any is.

    >>> first_published([DateLine(iso="2023-10-13", updated=True), DateLine(iso="2023-10-12")]).iso
    '2023-10-12'
    """
    return min(dates, key=lambda date: (date.updated, date.iso is None), default=None)


def is_date_label(text: str) -> bool:
    """Return whether the line only says what date follows on the next: "Published", "Last updated:".

    >>> is_date_label("Published on")
    True
    """
    return len(text) <= MAX_LENGTH and LABEL.fullmatch(text) is not None


def _sentence(text: str) -> re.Match[str] | None:
    """Match a date with a stop, which says what it is: "Published 3 March 2024." but not "3 March 2024."."""
    match = DATE.fullmatch(text[:-1]) if text.endswith(".") else None
    return match if match and match["label"] else None


def _resolved(match: re.Match[str], *, label: str) -> DateLine:
    updated = UPDATING.search(label) is not None
    year = next((match[key] for key in ("y1", "y2", "y3", "y4", "y5", "y6") if match[key]), None)
    if year is None:
        return DateLine(iso=None, updated=updated)
    if match["s1"] or match["s3"]:
        first, second = int(match["s1"] or match["s3"]), int(match["s2"] or match["s4"])
        if first != second and first <= 12 and second <= 12:
            return DateLine(iso=None, ambiguous=True, updated=updated)
        day, month = (first, second) if first > 12 else (second, first)
    elif match["m3"] or match["m4"]:
        month, day = int(match["m3"] or match["m4"]), int(match["d3"] or match["d4"])
    else:
        name = match["m1"] or match["m2"]
        month, day = MONTHS.index(name[:3].lower()) + 1, int(match["d1"] or match["d2"])
    try:
        return DateLine(iso=datetime.date(_full(year), month, day).isoformat(), updated=updated)
    except ValueError:
        return DateLine(iso=None, updated=updated)


def _full(year: str) -> int:
    figures = int(year.lstrip("'’"))
    if figures >= 100 or len(year) == 4:
        return figures
    return figures + (1900 if figures >= OLD else 2000)


# ----------------------------------------------------------------------------------------------------- stamps
# Times of day, as they stand above the entries of a live report.

_HOUR = r"(?:[01]?\d|2[0-4])"
_HALF = r"(?: ?[ap]\.? ?m\b\.?)"
_STAMP_CLOCK = (
    rf"(?:{_HOUR}[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d{{1,6}})?)?{_HALF}?|{_HOUR}{_HALF}|(?:12 )?(?:noon"
    rf"|midnight))"
)
# Letters of zones as papers write them; a word such as "pm" alone or a place's name is none.
_STAMP_ZONE = (
    r"(?:z|(?:gmt|utc)(?: ?[+−-] ?\d{1,2}(?::?\d{2})?)?|[+−-]\d{2}:?\d{2}|(?:[ecmp]|ak|ha|hk|k|j|i|b|ne|nz"
    r"|ae|ac|aw|sg|ph)?[sd]?t|(?:c|e|w|m)e?s?t|bst|ist|aes?t|aedt|acdt|msk|wib|wat|cat|eat|sast|pkt"
    r"|local(?: time)?|(?:[a-z]+ )?time|hrs?|hours|uhr)"
)
_STAMP_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober)?\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|today|yesterday)"
_DAY = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? {_STAMP_MONTH}|{_STAMP_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,? \d{4})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_STAMP_DATE = rf"(?:{_WEEKDAY}(?:,? {_DAY})?|{_DAY})"
_TIME = (
    rf"{_STAMP_CLOCK}(?:,? ?\(?{_STAMP_ZONE}\)?)?(?: ?[(/] ?{_STAMP_CLOCK}(?:,? ?\(?{_STAMP_ZONE}\)?)?\)?)?"
)
_STAMP_LABEL = (
    r"(?:(?:(?:last|first|originally) )?(?:updated?|posted|published|modified|edited|added|sent|filed"
    r"|(?:block )?time|live)(?: (?:on|at))?:? (?:at )?)?"
)
_AGO = (
    r"(?:\d{1,3}|an?|one|two|three|four|five) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d"
    r"|days?)\.?(?: \d{1,2} ?(?:m|mins?|minutes?)\.?)? ago"
)
_STAMP = (
    rf"{_STAMP_LABEL}(?:(?:at )?{_TIME}(?:(?:,| on| [-–—|·•])? {_STAMP_DATE})?"
    rf"|{_STAMP_DATE}(?:,| at| [-–—|·•])?(?: "
    rf"|(?<=\d)t){_TIME})"
)
# One of these stands in every stamp, 0 for any figure.
_TIMELY = (
    *("noon", "midnight", " ago", "just now", "0:0", "0.0", "0h0", "0 gmt", "0 utc", "0 hrs", "0 hours"),
    *(f"0{half}" for half in ("am", "pm", "a m", "p m", "a.m", "p.m", "a. m", "p. m")),
    *(f"0 {half}" for half in ("am", "pm", "a m", "p m", "a.m", "p.m", "a. m", "p. m")),
)
# A stamp opens with one of these.
_OPENS = (
    *("[", "(", "0", "noon", "midnight", "at ", "a", "one", "two", "three", "four", "five", "just now"),
    *("last ", "first ", "originally ", "updat", "post", "publish"),
    *("modifi", "edit", "sent", "filed", "block "),
    *("time", "live", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "yesterday"),
    *("jan", "feb", "mar", "may", "jun", "jul", "sep", "oct", "nov", "dec"),
)
STAMP = Asked(
    rf"[\[(]?(?:{_STAMP}(?: ?[|•·/–—-] ?{_STAMP})?|{_STAMP_LABEL}{_AGO}|just now"
    rf"|{_STAMP_LABEL}\d{{4}} (?:gmt|utc|hrs"
    rf"|hours))[\])]?[:.]?",
    words=_TIMELY,
    opens=_OPENS,
    flags=re.IGNORECASE,
)
BARE = Asked(rf"[\[(]?(?:{_TIME}|{_AGO})[\])]?", words=_TIMELY, flags=re.IGNORECASE)
LEADING = Asked(
    rf"{_TIME}(?: ?[|:·•–—-] ?| )(?=[^\W\d_]|[“\"‘])",
    words=_TIMELY,
    opens=("0", "noon", "midnight"),
    flags=re.IGNORECASE,
)
MAX_STAMP = 120


def is_stamp(text: str) -> bool:
    """Return whether a line is nothing but a time of day, with or without its label, zone and date.

    >>> [is_stamp(line) for line in ("17.42 BST", "Updated at 16:05", "2h ago", "At 16:05 it fell.")]
    [True, True, True, False]
    """
    if len(text) > MAX_STAMP:
        return False
    plain = text.strip(" *_#•·|—–\t").removesuffix("--").rstrip()
    return STAMP.fullmatch(plain) is not None
