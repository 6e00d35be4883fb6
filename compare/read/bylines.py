"""Byline lines: who wrote it, on a line of its own, with role, place or date beside the name."""

from __future__ import annotations

import re

from msgspec import Struct

from compare.read.dates import CLOCK, DateLine, date_line, first_published
from compare.text.en import word_set

PREFIX = re.compile(
    r"(?:by|written by|story by|words by|text by|posted by|report(?:ed)? by|analysis by|opinion by"
    r"|commentary by|author):? ",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|story|curated|translated)"
    r" by [^!?]{3,400}\)?\.?",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|analyst|bureau|staff|news"
    r"|press|chief|desk|agency|author|fellow|producer|newsroom)\b",
    re.IGNORECASE,
)
AGENCIES = {"associated press", "the associated press", "reuters", "afp", "ap", "agence france-presse", "upi"}
PARTICLES = word_set("read.bylines.particles")
JOINERS = {"and", "&", "with", "in", "for", "the", "of"}
# Words that begin sentences and headlines, in capitals or not, and no name.
NO_NAMES = word_set("read.bylines.no_names")
# A role is a few words beside the name: "Chief political correspondent, Riverton Post".
MAX_ROLE = 6
NO_NAME_SIGN = re.compile(r"[\d“”\"()?!;:/]")
SEPARATOR = re.compile(r" ?[|•·] ?| [–—/-] ")
# "By" and names of three authors with their towns; the longest in 739 articles has 14 words.
MAX_WORDS = 20


class Byline(Struct, frozen=True, kw_only=True):
    """Who a byline line names, and the date where the line gives one."""

    names: str
    date: DateLine | None
    sure: bool
    """It says "by", a role or a date; a bare name is a byline only where its neighbours say so."""


def byline(text: str) -> Byline | None:
    """Return what the line says of the author, or None where it is no byline.

    >>> byline("Written by Allan Millward | October 22, 2023").names
    'Allan Millward'
    >>> byline("By Friday the water had gone.") is None
    True
    """
    if len(text) > 200 or len(text.split()) > MAX_WORDS:
        return None
    pieces, date = _without_date(text)
    if not pieces:
        return None
    prefix = PREFIX.match(pieces[0])
    first = pieces[0][prefix.end() :] if prefix else pieces[0]
    names, roles = _names_and_roles([first, *pieces[1:]], lenient=prefix is not None)
    if not names:
        return None
    agency = names.lower() in AGENCIES
    if not prefix and not agency and len(names.split()) < 2:
        return None
    return Byline(names=names, date=date, sure=bool(prefix or agency or date or roles))


def is_credits(text: str) -> bool:
    """Return whether the line is one of an agency's credits: "(Reporting by ...; Editing by ...)".

    >>> is_credits("(Reporting by Jane Doe; Editing by John Roe.)")
    True
    """
    return len(text) <= 450 and CREDITS.fullmatch(text) is not None


def _without_date(text: str) -> tuple[list[str], DateLine | None]:
    """Return the line's pieces that are no dates, and the date among them or at the end of the last."""
    parts = [part.strip() for part in SEPARATOR.split(text) if part.strip()]
    found = {part: date_line(part) for part in parts}
    date = first_published(each for each in found.values() if each)
    pieces = [part for part in parts if not found[part] and not (date and CLOCK.fullmatch(part))]
    if not pieces or date:
        return pieces, date
    words = pieces[-1].split()
    for cut in range(1, len(words)):
        date = date_line(" ".join(words[cut:]))
        if date:
            # "By Jane Doe on June 10, 2024"
            names = words[: cut - 1] if cut > 1 and words[cut - 1] == "on" else words[:cut]
            return [*pieces[:-1], " ".join(names).rstrip(" ,;:")], date
        date = date_line(" ".join(words[:cut]))
        if date and PREFIX.match(" ".join(words[cut:]) + " "):
            return [*pieces[:-1], " ".join(words[cut:])], date
    return pieces, None


def _names_and_roles(pieces: list[str], *, lenient: bool) -> tuple[str, bool]:
    names: list[str] = []
    roles = False
    for segment in (part.strip() for piece in pieces for part in piece.split(",")):
        if names and segment and (ROLE.search(segment) or segment.lower() in AGENCIES):
            if len(segment.split()) > MAX_ROLE or segment.endswith((".", "!", "?")):
                return "", False
            roles = True
        elif segment.lower() in AGENCIES or _is_name(segment, lenient=lenient):
            if not roles:
                names.append(segment)
        elif segment and not segment.startswith("@"):
            return "", False
    return ", ".join(names), roles


def _is_name(segment: str, *, lenient: bool) -> bool:
    words = segment.split()
    if not 1 <= len(words) <= (12 if lenient else 5):
        return False
    if segment.endswith((".", "!", "?", ":")) and not segment.endswith(("Jr.", "Sr.")):
        return False
    small = PARTICLES | (JOINERS if lenient else {"and", "&"})
    capitals = [word for word in words if word.lower() not in small]
    return bool(capitals) and all(_is_name_word(word) for word in capitals)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word.lower() not in NO_NAMES and NO_NAME_SIGN.search(word) is None
