"""Datelines: the place, date and agency in front of a report's first sentence."""

from __future__ import annotations

import re

from compare.text.en import word_set

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August"
_MONTH += r"|September|October|November|December)"
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# dpa and some others write themselves small.
_AGENCY = r"(?:\((?:[A-Z][A-Za-z. /-]{1,28}|dpa|epd|sid|ots|apa|efe|ap|afp)\)|CNN)"
_CAPITALS = r"[A-Z][A-Z.'’-]*(?:[ /][A-Z][A-Z.'’/-]*){0,3}"
_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_DASH = r"(?: ?(?:—|―|--)|\s[–-])(?:\s+|$|(?=[A-Z\"“‘]))"

# WEST PALM BEACH, Fla. — / BISHKEK, Oct 12 (Reuters) - / MOSCOW, October 12. /TASS/. / BRUSSELS —
CAPITAL_PLACE = re.compile(
    rf"(?P<place>{_CAPITALS})(?P<region>, {_PLACE})?(?P<date>,? {_DATE}\.?)?"
    rf"(?P<agency>,? ?{_AGENCY}| /[A-Z]{{2,12}}/\.)?(?:(?<=/\.)\s+|{_DASH})"
    # (MARLE, Orne) —
    rf"|\({_CAPITALS}(?:, {_PLACE})?\){_DASH}"
)
# Moscow (AFP) - / Wilmington, Delaware CNN — / Tarnholm, Oct 12 (Reuters) –
NAMED_AGENCY = re.compile(
    rf"(?:{_PLACE}(?:/{_PLACE})?(?:, {_PLACE})?(?:,? {_DATE})?,? )?{_AGENCY}(?:{_DASH}|\s(?=[A-Z\"“]))"
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
    match = CAPITAL_PLACE.match(head)
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
