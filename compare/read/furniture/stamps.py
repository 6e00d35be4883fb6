"""Stamps: lines that are nothing but a time of day, as they stand above the entries of a live report."""

from __future__ import annotations

import re

from compare.read.asked import Asked

_HOUR = r"(?:[01]?\d|2[0-4])"
_HALF = r"(?: ?[ap]\.? ?m\b\.?)"
_CLOCK = (
    rf"(?:{_HOUR}[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d{{1,6}})?)?{_HALF}?|{_HOUR}{_HALF}|(?:12 )?(?:noon"
    rf"|midnight))"
)
# Letters of zones as papers write them; a word such as "pm" alone or a place's name is none.
_ZONE = (
    r"(?:z|(?:gmt|utc)(?: ?[+−-] ?\d{1,2}(?::?\d{2})?)?|[+−-]\d{2}:?\d{2}|(?:[ecmp]|ak|ha|hk|k|j|i|b|ne|nz"
    r"|ae|ac|aw|sg|ph)?[sd]?t|(?:c|e|w|m)e?s?t|bst|ist|aes?t|aedt|acdt|msk|wib|wat|cat|eat|sast|pkt"
    r"|local(?: time)?|(?:[a-z]+ )?time|hrs?|hours|uhr)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober)?\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|today|yesterday)"
_DAY = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_DATE = rf"(?:{_WEEKDAY}(?:,? {_DAY})?|{_DAY})"
_TIME = rf"{_CLOCK}(?:,? ?\(?{_ZONE}\)?)?(?: ?[(/] ?{_CLOCK}(?:,? ?\(?{_ZONE}\)?)?\)?)?"
_LABEL = (
    r"(?:(?:(?:last|first|originally) )?(?:updated?|posted|published|modified|edited|added|sent|filed"
    r"|(?:block )?time|live)(?: (?:on|at))?:? (?:at )?)?"
)
_AGO = (
    r"(?:\d{1,3}|an?|one|two|three|four|five) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d"
    r"|days?)\.?(?: \d{1,2} ?(?:m|mins?|minutes?)\.?)? ago"
)
_STAMP = (
    rf"{_LABEL}(?:(?:at )?{_TIME}(?:(?:,| on| [-–—|·•])? {_DATE})?|{_DATE}(?:,| at| [-–—|·•])?(?: "
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
    rf"[\[(]?(?:{_STAMP}(?: ?[|•·/–—-] ?{_STAMP})?|{_LABEL}{_AGO}|just now|{_LABEL}\d{{4}} (?:gmt|utc|hrs"
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
MAX_LENGTH = 120


def is_stamp(text: str) -> bool:
    """Return whether a line is nothing but a time of day, with or without its label, zone and date.

    >>> [is_stamp(line) for line in ("17.42 BST", "Updated at 16:05", "2h ago", "At 16:05 it fell.")]
    [True, True, True, False]
    """
    if len(text) > MAX_LENGTH:
        return False
    plain = text.strip(" *_#•·|—–\t").removesuffix("--").rstrip()
    return STAMP.fullmatch(plain) is not None
