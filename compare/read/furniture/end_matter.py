"""What stands below a text's end: a release's notes to editors, its contacts, a firm's lines on itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.furniture.lines import Line, is_title_case, reads_as_prose

ENDED = re.compile(
    r"[^\w]{0,8}(?:ends?|end of (?:the )?(?:press |news |media )?(?:release|statement))[^\w]{0,8}",
    re.IGNORECASE,
)
THIRTY = re.compile(r"[-–—*~#/ ]{1,5}30[-–—*~#/ ]{1,5}|30 ?[-–—]")
HASHES = re.compile(r"(?:# ?){3,5}")
HEAD = re.compile(
    r"(?:notes? (?:to|for) (?:the )?(?:news )?(?:editors?|journalists|media|the media|correspondents)"
    r"|(?:media|press|news)(?: and \w+)? (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office"
    r"|notes?)(?: details)?|contacts?(?: (?:details|information|us|for (?:the )?(?:media|press)))?|for"
    r" (?:media|press) (?:enquiries|inquiries)|for (?:more|further|additional) (?:information"
    r"|details)(?:,? (?:please )?contact)?|further information|background notes?|forward[- ]looking"
    r" statements?|cautionary (?:note|statement)\b[\w ,-]{0,80}|safe harbou?r(?: statement)?|(?:images?"
    r"|photos?|pictures?|interviews?) (?:are )?available\b[\w ,-]{0,60})(?:\s?:)?",
    re.IGNORECASE,
)
# Heads that are also crossheads: contacts or short lines follow them in a release.
CROSSHEAD = re.compile(r"contacts?|further information|background notes?|news office", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:(?:media|press|news|editorial|investor|pr|public)(?: and \w+)? (?:contacts?|enquiries|inquiries"
    r"|relations|office)|contacts?|for (?:more|further|additional|media|press|all)(?: \w+){0,2}"
    r" (?:information|details|enquiries|inquiries|questions))(?: ?[:–—-] ?|,? (?:please )?(?:contact|call"
    r"|visit|email|e-mail|phone|go to|see|write to|ring)\b).{2,240}|notes? (?:to|for) (?:the )?editors?"
    r" ?[:–—-] ?.{2,400}",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"[^@\n]{0,80}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}", re.IGNORECASE)
PHONE = re.compile(
    r"(?:[\w .’'-]{1,40}[,:|] ?)?(?:(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|office|fax|t|m|p)[.:]*"
    r" ?\+?|\+)\(?\d[\d ()./-]{6,22}\d",
    re.IGNORECASE,
)
ABOUT = re.compile(r"about (?P<name>[^.!?:]{2,80}):?", re.IGNORECASE)

# A release's notes are seldom longer than the release; a second text below an "ENDS" is.
SPARE_WORDS = 80
MAX_CONTACT = 14
MAX_ADDRESS = 120
MAX_LENGTH = 450
# Blocks from a firm's words on itself to the end.
MAX_ABOUT = 12


def end_matter(lines: Sequence[Line], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which lines stand below the text's end, or are a contact or a firm's words on itself."""
    prose = [index for index, line in enumerate(lines) if index not in known and reads_as_prose(line)]
    if not prose:
        return set()
    free = [index for index in range(len(lines)) if index not in known]
    rest = _contacts(lines, free)
    rest |= _about(lines, [index for index in free if index not in rest], prose)
    at = 0
    for index in range(prose[0] + 1, len(lines)):
        while at < len(free) and free[at] <= index:
            at += 1
        first = lines[free[at]] if at < len(free) else None
        if index not in known and _is_head(lines[index], first):
            return {index, *free[at:], *rest}
        if _is_end(lines[index], first):
            above = sum(len(lines[free[up]].words) for up in range(at) if free[up] < index)
            told = sum(len(lines[down].words) for down in free[at:]) <= above + SPARE_WORDS
            headed = first is not None and HEAD.fullmatch(_bare(first)) is not None
            return {index, *(free[at:] if told or headed else ()), *rest}
    return rest


def _bare(line: Line) -> str:
    return line.text.strip(" *_#")


def _is_head(line: Line, below: Line | None) -> bool:
    text = _bare(line)
    if not HEAD.fullmatch(text):
        return False
    if below is None:
        return text.endswith(":")
    return not CROSSHEAD.fullmatch(text) or _is_contact(below) or not reads_as_prose(below)


def _is_end(line: Line, below: Line | None) -> bool:
    if HASHES.fullmatch(line.text):
        return below is None or bool(
            HEAD.fullmatch(_bare(below)) or CONTACT.fullmatch(below.text) or ABOUT.fullmatch(_bare(below))
        )
    return ENDED.fullmatch(line.text) is not None or THIRTY.fullmatch(line.text) is not None


def _contacts(lines: Sequence[Line], free: Sequence[int]) -> set[int]:
    return {index for index in free if _is_contact(lines[index])}


def _is_contact(line: Line) -> bool:
    short = len(line.text) <= MAX_ADDRESS and len(line.words) <= MAX_CONTACT
    if short and (ADDRESSED.fullmatch(line.text) or PHONE.fullmatch(line.text)):
        return True
    return len(line.text) <= MAX_LENGTH and CONTACT.fullmatch(line.text) is not None


def _about(lines: Sequence[Line], free: Sequence[int], prose: Sequence[int]) -> set[int]:
    """Return the lines "About Halden Hotels" and what such a firm says of itself below, to the end."""
    for at, index in enumerate(free[:-1]):
        match = ABOUT.fullmatch(_bare(lines[index]))
        if match is None or index <= prose[0] or not is_title_case(match["name"].split()):
            continue
        if len(free) - at > MAX_ABOUT:
            continue
        rest = [lines[below] for below in free[at + 1 :]]
        first = match["name"].split()
        names = {word for word in first if word[0].isupper() and len(word) > 2} or set(first)
        opening = {word.strip(",.’'()") for word in rest[0].words[:8]}
        if names & opening and sum(map(reads_as_prose, rest)) <= 3:
            return set(free[at:])
    return set()
