"""Datelines that name their day, as press releases have them, and the date that a dateline gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.read.dates import DateLine, date_line

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
_DATE = (
    rf"(?i:(?:{_DAY_NAME},? )?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY})(?P<year>,? {_YEAR})?"
    rf"|(?P<iso>{_YEAR}-\d{{2}}-\d{{2}}))"
)
_WORD = r"[A-Z][\w.'’-]{0,30}"
_PLACE = rf"{_WORD}(?:(?: (?:upon|on|de|la|le|of|the|and) | |/){_WORD}){{0,3}}"
# (Reuters), /PRNewswire/, / ACCESSWIRE /, (GLOBE NEWSWIRE): an agency or a wire that carries releases.
_AGENCY = r"(?:\([A-Z][A-Za-z. /&-]{1,28}\)|/ ?[A-Z][A-Za-z -]{2,20} ?/)"
_DASH = r"(?: ?(?:—|―|--) ?| [–/-] |: |(?<=/) |\Z)"
# After the stop stands a sentence: a capital, a mark, a figure or a currency, but no second date or year.
_SENTENCE = rf"(?=[A-Z\"“‘'£$€\d]|\Z)(?!{_YEAR}\b|(?i:{_DAY} {_MONTH}|{_MONTH} {_DAY}))"

PLACE_AND_DAY = re.compile(
    rf"(?P<place>{_PLACE}(?:, {_PLACE}){{0,2}})(?: ?{_AGENCY})?(?:,? [–—|/-] ?|, ?| \(|(?<=/) )"
    rf"{_DATE}\)?[,.]?(?: ?{_AGENCY})?{_DASH}{_SENTENCE}"
)
DAY_AND_PLACE = re.compile(
    rf"{_DATE}(?:,? [–—|/-] ?|, ?)(?P<place>{_PLACE}(?:, {_PLACE})?)"
    rf"(?: ?{_AGENCY})?{_DASH}{_SENTENCE}"
)
DAY_AND_AGENCY = re.compile(rf"{_DATE},? {_AGENCY}{_DASH}{_SENTENCE}")
# MARLE--(BUSINESS WIRE)--Halden Hotels ...
WIRE = re.compile(
    rf"{_PLACE}(?:, {_PLACE})? ?(?:--|—|–) ?{_AGENCY}(?:(?: ?(?:--|—"
    rf"|–) ?)(?P<day>{_DATE}))?{_DASH}{_SENTENCE}"
)
# [Marle, 5 June 2024]
BRACKETED = re.compile(rf"\[(?P<place>{_PLACE}(?:, {_PLACE})?), {_DATE}\][:.]? {_SENTENCE}")
DAY = re.compile(_DATE)
# "Paris, 13 November 2015 – Friday – changed the country": a second dash soon after makes it an insertion.
INSERTION = re.compile(r"[^–—.]{1,60} [–—-] [a-z]")

BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
MAX_LENGTH = 120
# As for bare datelines: one may follow a standfirst and a summary.
OPENING = 3


def dated_opening_end(text: str) -> int:
    """Return how many characters of a paragraph are a place with its day, or a day with an agency.

    >>> dated_opening_end("Marle, 5 June 2024 – Halden Hotels announced the plan.")
    20
    >>> dated_opening_end("Marle, 5 June 2024 – a day that nobody forgot.")
    0
    """
    head = text[:MAX_LENGTH]
    for pattern in (PLACE_AND_DAY, DAY_AND_PLACE, DAY_AND_AGENCY, WIRE, BRACKETED):
        match = pattern.match(head)
        if not match:
            continue
        told = match.groupdict()
        place = told.get("place")
        if place and not (told["year"] or told["iso"]) and not place.isupper():
            # "Marle, June 5 – The council ..." may head an entry of a list; in capitals it is a dateline.
            continue
        if INSERTION.match(text[match.end() : match.end() + MAX_LENGTH]) or DAY.fullmatch(place or ""):
            continue
        return len(match[0].rstrip())
    return 0


def dated_opening(text: str, starts: Sequence[int]) -> tuple[int, int] | None:
    """Return where the one such dateline of paragraphs that begin there stands; several are a list."""
    ends = [(at, dated_opening_end(text[at : at + MAX_LENGTH].translate(BREAKS))) for at in starts]
    found = [(at, at + length) for at, length in ends if length]
    return found[0] if len(found) == 1 and found[0][0] in starts[:OPENING] else None


def date_in(dateline: str) -> tuple[str, DateLine] | None:
    """Return the words of the day that a dateline names and the date they are, None where it names none.

    >>> date_in("MARLE, June 5, 2024 /PRNewswire/ --")[1].iso
    '2024-06-05'
    >>> date_in("MARLE, June 5 (Reuters) —")
    ('June 5', DateLine(iso=None, ambiguous=False, updated=False))
    """
    match = DAY.search(dateline)
    found = date_line(match[0]) if match else None
    return (match[0], found) if match and found else None
