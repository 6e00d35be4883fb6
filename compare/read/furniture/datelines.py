"""Datelines: the place, date and agency in front of a report's first sentence, and the day that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase

from compare.read.asked import Asked
from compare.read.dates import DateLine, date_line
from compare.text.en import word_list, word_set

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August"
_MONTH += r"|September|October|November|December)"
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# dpa and some others write themselves small.
_AGENCY = r"(?:\((?:[A-Z][A-Za-z. /-]{1,28}|dpa|epd|sid|ots|apa|efe|ap|afp)\)|CNN)"
_CAPITALS = r"[A-Z][A-Z.'’-]*(?:[ /][A-Z][A-Z.'’/-]*){0,3}"
_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_DASH = r"(?: ?(?:—|―|--)|\s[–-])(?:\s+|$|(?=[A-Z\"“‘]))"

# WEST PALM BEACH, Fla. — / BISHKEK, Oct 12 (Reuters) - / MOSCOW, October 12. /TASS/. / BRUSSELS —
CAPITAL_PLACE = Asked(
    rf"(?P<place>{_CAPITALS})(?P<region>, {_PLACE})?(?P<date>,? {_DATE}\.?)?"
    rf"(?P<agency>,? ?{_AGENCY}| /[A-Z]{{2,12}}/\.)?(?:(?<=/\.)\s+|{_DASH})"
    # (MARLE, Orne) —
    rf"|\({_CAPITALS}(?:, {_PLACE})?\){_DASH}",
    opens=(*ascii_lowercase, "("),
)
# Moscow (AFP) - / Wilmington, Delaware CNN — / Tarnholm, Oct 12 (Reuters) –
NAMED_AGENCY = Asked(
    rf"(?:{_PLACE}(?:/{_PLACE})?(?:, {_PLACE})?(?:,? {_DATE})?,? )?{_AGENCY}(?:{_DASH}|\s(?=[A-Z\"“]))",
    words=("(", "cnn"),
)

# Labels in capitals that stand before a dash and are no places.
NO_PLACES = word_set("furniture.datelines.no_places")
PLACES = frozenset(
    {"NEW YORK", "NEW DELHI", "NEW ORLEANS", "NEW HAVEN", "THE HAGUE", "NEW BRUNSWICK", "NEW LONDON"}
)
MAX_LENGTH = 90


def dateline_end(text: str, *, first: bool) -> int:
    """Return how many characters of a paragraph are its dateline, trailing white space left out; 0 for none.

    A bare place in capitals counts only in the report's first paragraph; with a region, a date or an
    agency beside it, in any.

    >>> dateline_end("SEOUL, South Korea — The border opened.", first=True)
    20
    >>> dateline_end("NATO — the alliance — agreed.", first=True)
    0
    """
    head = text[:MAX_LENGTH]
    # "The border" is no place in capitals: nearly every paragraph ends the question here.
    match = None if head[1:2].islower() else CAPITAL_PLACE.match(head)
    if match and match["place"] is None:
        return len(match[0].rstrip()) if first else 0
    if match:
        place = match["place"]
        told = match["region"] or match["date"] or match["agency"]
        # NEW YORK and THE HAGUE begin as labels do.
        label = place.split()[0] in NO_PLACES and not (told and " " in place) and place not in PLACES
        alone = match.end() == len(text.rstrip())
        if len(place) < 3 or label or not (told or first or (alone and place in PLACES)):
            return 0
        return len(match[0].rstrip())
    match = NAMED_AGENCY.match(head)
    return len(match[0].rstrip()) if match and (first or match[0].rstrip() == text.rstrip()) else 0


# --------------------------------------------------------------------------------------------- with their day
# As press releases have them; the date of the text is taken from them where nothing else states it.

_MONTH_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
_FULL_DATE = (
    rf"(?i:(?:{_DAY_NAME},? )?(?:{_DAY} {_MONTH_WORD}|{_MONTH_WORD} {_DAY})(?P<year>,? {_YEAR})?"
    rf"|(?P<iso>{_YEAR}-\d{{2}}-\d{{2}}))"
)
_WORD = r"[A-Z][\w.'’-]{0,30}"
_NAMED_PLACE = rf"{_WORD}(?:(?: (?:upon|on|de|la|le|of|the|and) | |/){_WORD}){{0,3}}"
# (Reuters), /PRNewswire/, / ACCESSWIRE /, (GLOBE NEWSWIRE): an agency or a wire that carries releases.
_WIRE_AGENCY = r"(?:\([A-Z][A-Za-z. /&-]{1,28}\)|/ ?[A-Z][A-Za-z -]{2,20} ?/)"
_ANY_DASH = r"(?: ?(?:—|―|--) ?| [–/-] |: |(?<=/) |\Z)"
# After the stop stands a sentence: a capital, a mark, a figure or a currency, but no second date or year.
_SENTENCE = rf"(?=[A-Z\"“‘'£$€\d]|\Z)(?!{_YEAR}\b|(?i:{_DAY} {_MONTH_WORD}|{_MONTH_WORD} {_DAY}))"

# One of these stands in every date, 0 for any figure.
# `_MONTH_WORD` takes "sep" with "ember" too.
_MONTHS = (*word_list("base.months"), *word_list("base.months_short"), "sepember")
_DATED = (
    "0-0",
    *(f"0{nth} {month}" for nth in ("", "st", "nd", "rd", "th") for month in _MONTHS if len(month) == 3),
    *(f"{month}{stop} 0" for month in _MONTHS for stop in ("", ".")),
)
_DAYS = ("0", "mon", "tue", "wed", "thu", "fri", "sat", "sun", *_MONTHS)
_AFTER = tuple(f"{sign}{day}" for sign in (*"–—|/-,(", "– ", "— ", "| ", "/ ", "- ", ", ") for day in _DAYS)
PLACE_AND_DAY = Asked(
    rf"(?P<place>{_NAMED_PLACE}(?:, {_NAMED_PLACE}){{0,2}})(?: ?{_WIRE_AGENCY})?"
    rf"(?:,? [–—|/-] ?|, ?| \(|(?<=/) )"
    rf"{_FULL_DATE}\)?[,.]?(?: ?{_WIRE_AGENCY})?{_ANY_DASH}{_SENTENCE}",
    words=_AFTER,
)
DAY_AND_PLACE = Asked(
    rf"{_FULL_DATE}(?:,? [–—|/-] ?|, ?)(?P<place>{_NAMED_PLACE}(?:, {_NAMED_PLACE})?)"
    rf"(?: ?{_WIRE_AGENCY})?{_ANY_DASH}{_SENTENCE}",
    words=_DATED,
    opens=_DAYS,
)
DAY_AND_AGENCY = Asked(rf"{_FULL_DATE},? {_WIRE_AGENCY}{_ANY_DASH}{_SENTENCE}", words=_DATED, opens=_DAYS)
# MARLE--(BUSINESS WIRE)--Halden Hotels ...
WIRE = Asked(
    rf"{_NAMED_PLACE}(?:, {_NAMED_PLACE})? ?(?:--|—|–) ?{_WIRE_AGENCY}(?:(?: ?(?:--|—"
    rf"|–) ?)(?P<day>{_FULL_DATE}))?{_ANY_DASH}{_SENTENCE}",
    words=tuple(f"{dash}{sign}" for dash in ("--", "—", "–") for sign in ("(", "/", " (", " /")),
)
# [Marle, 5 June 2024]
BRACKETED = Asked(
    rf"\[(?P<place>{_NAMED_PLACE}(?:, {_NAMED_PLACE})?), {_FULL_DATE}\][:.]? {_SENTENCE}",
    words=_DATED,
    opens=("[",),
)
DAY = Asked(_FULL_DATE, words=_DATED)
# "Paris, 13 November 2015 – Friday – changed the country": a second dash soon after makes it an insertion.
INSERTION = re.compile(r"[^–—.]{1,60} [–—-] [a-z]")

BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
MAX_DATED = 120
# As for bare datelines: one may follow a standfirst and a summary.
OPENING = 3


def dated_opening_end(text: str) -> int:
    """Return how many characters of a paragraph are a place with its day, or a day with an agency.

    >>> dated_opening_end("Marle, 5 June 2024 – Halden Hotels announced the plan.")
    20
    >>> dated_opening_end("Marle, 5 June 2024 – a day that nobody forgot.")
    0
    """
    head = text[:MAX_DATED]
    named = (
        (PLACE_AND_DAY, DAY_AND_PLACE, DAY_AND_AGENCY, WIRE, BRACKETED) if DAY.may_match(head) else (WIRE,)
    )
    for pattern in named:
        match = pattern.match(head)
        if not match:
            continue
        told = match.groupdict()
        place = told.get("place")
        if place and not (told["year"] or told["iso"]) and not place.isupper():
            # "Marle, June 5 – The council ..." may head an entry of a list; in capitals it is a dateline.
            continue
        if INSERTION.match(text[match.end() : match.end() + MAX_DATED]) or DAY.fullmatch(place or ""):
            continue
        return len(match[0].rstrip())
    return 0


def dated_opening(text: str, starts: Sequence[int]) -> tuple[int, int] | None:
    """Return where the one such dateline of paragraphs that begin there stands; several are a list."""
    ends = [(at, dated_opening_end(text[at : at + MAX_DATED].translate(BREAKS))) for at in starts]
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
