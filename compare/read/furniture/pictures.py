"""Captions without a credit: a picture described in the present tense, with the place and day it was taken.

No sentence of a report is put so: a report tells in the past what happened on a day of a year that it names.
"""

from __future__ import annotations

import re

from compare.read.asked import Asked
from compare.text.en import word_set

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = rf"(?:{_MONTH}\.? \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTH}\.?,? (?:19|20)\d\d)"
_PICTURE = (
    r"(?:photo|photograph|picture|image|illustration|sketch|frame|frame grab|video grab|screen ?grab"
    r"|screenshot|still|combination)"
)
_MADE = r"taken|provided|released|made|supplied|obtained|posted"
# The day that ends a caption, with what stands before it: "in Marle, Ohio, on March 3, 2020".
DATED = Asked(
    rf"(?P<before>\S{{1,40}}) (?P<on>on )?(?:{_WEEKDAY},? )?{_DAY}"
    r"(?P<place>,? (?:in|at|near|outside) [A-Z][^,;:“”]{1,40}(?:, [A-Z][^,;:“”]{1,24})?)?[.]?\Z",
    words=("00", "0 00"),
)
# Marle, Ohio, on March 3, 2020: a region, and a comma on both of its sides.
IN_REGION = re.compile(r"\b(?:in|at|near|outside) [A-Z][^,;:“”]{1,40}, [A-Z][^,;:“”]{1,24},?\Z")
# "In this March 3, 2020, photo, …"; "In this photo provided by …"; "A general view of …"
OPENS = Asked(
    rf"(?:FILE ?[-–—:] ?)?In this (?:{_DAY},? (?:[\w-]{{1,20}} ){{0,3}}{_PICTURE}\b|(?:[\w-]{{1,20}} ){{0,3}}"
    rf"{_PICTURE} (?:{_MADE})\b)|An? (?:general|aerial|undated|satellite|drone|combination|wide|exterior"
    rf"|overhead) (?:file )?(?:view|shot|{_PICTURE})\b",
    opens=("file", "in this ", "a ", "an "),
    words=("photo", "pic", "ima", "ill", "ske", "fra", "vid", "scr", "sti", "com", "view", "shot"),
)
# "… is seen in this handout picture taken on March 3, 2020"
WITHIN = re.compile(rf"\b(?:in|from) (?:this|an?) (?:[\w-]{{1,20}} ){{0,3}}{_PICTURE} (?:{_MADE})\b")
# "in Marle, U.S., March 3, 2020": where an agency's pictures were taken
COUNTRY = re.compile(r", U\.[SK]\.,?\Z")
# Ann Orr, left, hugs her son.
BESIDE = re.compile(
    r"[A-Z][\w.’'-]{1,30},(?: \d{1,3},)? (?:(?:far |second |2nd |third |3rd |centre |center )?(?:from )?"
    r"(?:left|right)|centre|center|foreground|background),? (?P<verb>[a-z]{2,20})\b"
)
# Ann Orr (L-C) meets John Roe (2nd R): places in a picture; "(R)" alone is a party's letter.
LETTERED = re.compile(r"\((?:[LRC]-[LRC]|[LR]|C|2nd [LR]|[23][LR]|L to R|top [LRC]?|bottom [LRC]?)\)")
PARTY = re.compile(r"\([RLC]\)")
# Without its year a day says less, so that the place has its region or the day its weekday.
RECENT = re.compile(rf" on (?P<week>{_WEEKDAY}, )?(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})[.]?\Z")
SAID = re.compile(r"\b(?:said|says|told|tells|according|will|would|since|until)\b|[“”\"?!]")
FIRST = re.compile(
    r"(?:He|She|It|They|We|I|You|There|Then|But|And|Or|So|If|When|Since|After|Before|That|What)\b"
)

SHOWING = word_set("furniture.pictures.showing")
PLANNED = word_set("furniture.pictures.planned")
SEEN = word_set("furniture.pictures.seen")
NO_SUBJECT = word_set("furniture.pictures.no_subject")
MAX_LENGTH = 450
MIN_WORDS = 6


def is_picture(text: str) -> bool:
    """Return whether a whole line is a caption that says when or how its picture was taken.

    >>> is_picture("Mayor Ann Orr waves to the crowd in Marle, Ohio, on March 3, 2020.")
    True
    >>> is_picture("Mayor Ann Orr waved to the crowd in Marle, Ohio, on March 3, 2020.")
    False
    """
    if len(text) > MAX_LENGTH or len(text.split()) < MIN_WORDS or SAID.search(text) or FIRST.match(text):
        return False
    if (beside := BESIDE.search(text)) and beside["verb"] in SHOWING | PLANNED:
        return True
    places = LETTERED.findall(text)
    if places and (("(L)" in places and "(R)" in places) or not all(map(PARTY.fullmatch, places))):
        return _shows(text, SHOWING | PLANNED)
    if recent := RECENT.search(text):
        place = text[: recent.start()]
        return bool(recent["week"] or IN_REGION.search(place)) and _shows(place, SHOWING)
    dated = DATED.search(text)
    if OPENS.match(text):
        return dated is not None or " photo" in text[:60]
    if dated is None:
        return False
    above = text[: dated.end("before")]
    if WITHIN.search(text) or COUNTRY.search(above):
        return True
    place, before = dated["place"] or "", dated["before"]
    # "until March 3, 2020" and "the riots of March 3, 2020" date a matter and no picture; but "at the Hall
    # November 9, 2016 in Marle": with the place behind it, a day may stand behind any noun.
    placed = before.endswith(",") or before[0].isupper()
    if not placed and (not place or before.lower() in NO_SUBJECT):
        return False
    # A visit that is still to come is told in the present too, but hardly with its region and year.
    regions = IN_REGION.search(above) or ", " in place.lstrip(", ")
    verbs = SHOWING if dated["on"] and not regions else SHOWING | PLANNED
    return _shows(above, verbs)


def _shows(text: str, verbs: frozenset[str]) -> bool:
    words = [word.strip(",.()").lower() for word in text.split()]
    return any(
        words[at - 1] not in NO_SUBJECT
        and (word in verbs or (word in {"is", "are"} and words[at + 1 : at + 2] and words[at + 1] in SEEN))
        for at, word in enumerate(words)
        if at
    )
