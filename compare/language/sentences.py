"""Sentences with exact offsets: paragraphs first, then a decision at every mark that may end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.abbreviations import (
    ANY_CASE,
    BEFORE_NUMBER,
    CAPITALISED,
    EXCLAIMED,
    LINKING,
    OPENERS,
    TITLES,
)
from compare.language.paragraphs import paragraphs
from compare.language.verbs import REPORTING, may_be_finite

_BULLETS = "•⁃▪●‣◦"
_QUOTES = frozenset("\"'”’»")
# Possessive quantifiers keep every pattern linear on runs of dots, quotes or brackets. They stand after
# single characters alone: Python before 3.11.5 goes wrong on groups (python/cpython#106052).
_CLOSING = r"[\"'”’»›)\]}〉》」』*]*+"
_CLOSERS = rf"{_CLOSING}(?:\[\d{{1,3}}\]{_CLOSING})*"
_SPACED = r"[ \u00a0]\.++(?![^\s.\"'”’)\]])"
_MARK = re.compile(
    rf"(?P<wide>[。！？｡]++{_CLOSERS})"
    # Each search begins before a run of stops and takes twenty spaced ones at most: 10,000 dots in a row
    # took seconds, a million for ever.
    rf"|(?P<stop>(?<![.!?…])[.!?…]++(?:(?:{_SPACED}){{20}}|(?:{_SPACED}){{0,19}}(?!{_SPACED})))"
    rf"(?P<close>{_CLOSERS})(?=\s|\Z|[“A-Z])"
    r"|(?<=\s)(?P<face>[:;=]['-]?[)(DPp])(?=\s|\Z)"
    r"|(?<=\s)(?P<rule>\*{3,}+|_{3,}+|={3,}+|-{3,}+)(?=\s|\Z)"
    rf"|(?<=\s)(?P<bullet>[{_BULLETS}])"
)
_LEAD = re.compile(rf"\s*+[{_BULLETS}]?\s*+")
_NEXT = re.compile(
    r"\s*(?P<open>[\"'“”‘«‹(\[{¿¡*_—–-]*+)\s?(?P<word>[^\s\"“”,;:.!?…()\[\]—]*+)(?P<after>[.!?…]?)"
)
_FIRST_ITEM = re.compile(r"(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])\s")
_ITEM = re.compile(r"(?<=\s)(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])(?=\s)")
_BEFORE_WORD = re.compile(r"[\s\"“”(\[{—–/<>|-]")
_REFERENCE = re.compile(r"\s\([^()]{1,60}\)[.;,]")
_ADDRESS = re.compile(r"[\w.-]{1,40}@|(?:Com|Net|Org|Co|Js)\b")
_NUMERAL = re.compile(r"(?:[IVX]{1,4}|\d{1,3}|[A-Za-z])\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
_NAMES_THEN_WORD = re.compile(
    r"(?:(?:[A-Z][\w’'-]{0,30}|(?:[A-Z]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen)\.)\s{1,3}){1,4}([a-z’']{1,20})"
)
# Words that follow a company's or country's name as part of one noun: "Co. Chairman", "U.S. Treasury".
_ROLES = frozenset(
    """Chairman Chairwoman President Chief Vice Executive Director Secretary Senator Attorney Ambassador
    Representative General Common Class Series District Court Government Treasury Federal Supreme
    Senate House Congress Army Navy Air Marine Marines Coast Open Department Embassy State States
    Commerce Spokesman Spokeswoman Founder Senior Managing Deputy Assistant Treasurer Judge Justice
    Professor Rep Sen Gov Gen""".split()
)
_PLACING = frozenset("in to from of into outside across within throughout around inside".split())
_VOWELS = frozenset("aeiouy")
# How far the rules look around a mark: this bounds the time on text without spaces or without stops.
_BACK = 40
_AHEAD = 120
_CONTEXT = 300


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the offsets of the sentences inside `text[start:end]`, in order, trimmed of white space.

    Every character that is no white space is in exactly one of them. Closing quotation marks and brackets
    stay with the sentence that they close; sentences inside one pair of quotation marks are told apart.

    >>> [text[s:e] for text in ["Mr. Orr met the U.S. team. It won."] for s, e in sentences(text)]
    ['Mr. Orr met the U.S. team.', 'It won.']
    """
    spans: list[tuple[int, int]] = []
    for first, last in paragraphs(text, start, end):
        begin = first
        for cut in _cuts(text, first, last):
            spans += _piece(text, begin, cut)
            begin = cut
        spans += _piece(text, begin, last)
    return spans


def _piece(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the trimmed stretch, nothing if it is white space."""
    part = text[start:end]
    bare = part.lstrip()
    first = end - len(bare)
    return [(first, first + len(bare.rstrip()))] if bare else []


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets inside one paragraph before which a new sentence begins."""
    items = _items(text, start, end)
    begin, seen, depth = _first_letter(text, start, end), start, 0
    for match in _MARK.finditer(text, start, end):
        # An enumeration's own numbers divide it, and their full stops do not.
        while items and items[-1] <= match.start():
            begin, depth = items.pop(), 0
            yield begin
        cut = match.end()
        depth = max(0, depth + text.count("(", seen, cut) - text.count(")", seen, cut))
        seen = cut
        kind = match.lastgroup
        if _is_stop_and_dots(text, match, end):
            kind, cut = "wide", match.start() + 1
        if kind in ("bullet", "rule"):
            yield match.start()
        elif kind == "face":
            if not _next_word(text, cut, end)[:1].isupper():
                continue
        elif kind == "close" and not _ends(text, begin, match, end):
            continue
        elif depth and text[begin] != "(" and text.find(")", cut, cut + _CONTEXT) >= 0:
            # In a bracket that is a part of the sentence.
            continue
        begin, depth = _first_letter(text, cut, end), 0
        if kind != "bullet":
            yield cut
    yield from reversed(items)


def _is_stop_and_dots(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a full stop is followed by three dots for words left out of the next sentence."""
    return (
        (mark["stop"] or "").startswith(". . . .")
        and not text[mark.start() - 1].isspace()
        and _next_word(text, mark.end(), end)[:1].isupper()
    )


def _first_letter(text: str, at: int, end: int) -> int:
    """Return where the words of a sentence begin, past white space and one bullet."""
    found = _LEAD.match(text, at, end)
    return found.end() if found else at


def _items(text: str, start: int, end: int) -> list[int]:
    """Return where the second and later items of an enumeration in the paragraph begin, the last first."""
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return []
    found, sign = [], first["sign"]
    for match in _ITEM.finditer(text, first.end() - 1, end):
        following = str(int(sign) + 1) if sign.isdigit() else chr(ord(sign) + 1)
        if match["sign"] == following and match["mark"] == first["mark"]:
            found.append(match.start())
            sign = following
    return found[::-1]


def _next_word(text: str, at: int, end: int) -> str:
    found = _NEXT.match(text, at, min(end, at + _AHEAD))
    return found["word"] if found else ""


def _ends(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    """Tell whether a full stop, question mark, exclamation mark or ellipsis ends the sentence."""
    at, stop, close = mark.end(), mark["stop"], mark["close"]
    if at >= end:
        return False
    word = _word_before(text, begin, mark.start())
    if not text[at].isspace():
        return _ends_without_space(text, at, word, stop, close)
    following = _NEXT.match(text, at, min(end, at + _AHEAD))
    if not following or not following["word"]:
        return False
    after = following["word"]
    if after[0].islower() and not after[1:2].isupper() and after not in ("http", "https", "www"):
        return _ends_before_lower_case(word, stop + close, following)
    if _QUOTES.intersection(close) and _REFERENCE.match(text, at, min(end, at + _AHEAD)):
        return False
    if "!" in stop or "?" in stop:
        if not word and text[mark.start() - 1] == "(":
            return False
        if word in EXCLAIMED and not _opens(following):
            return False
        return not (_QUOTES.intersection(close) and _is_said_by(text, following.start("word"), REPORTING))
    if len(stop) > 1 or stop == "…":
        # Spaced dots within a sentence are a pause; "I" has its capital anywhere.
        return not (
            text[mark.start() - 1].isspace() and (stop == ". . ." or (after[0] == "I" and _opens(following)))
        )
    return _full_stop_ends(text, begin, mark.start(), word, following)


def _ends_before_lower_case(word: str, stop: str, following: re.Match[str]) -> bool:
    """Tell whether a sentence ends although the next word has no capital, as in careless writing."""
    return (
        stop == "."
        and len(word) > 3
        and word.isalpha()
        and word.islower()
        and not following["open"]
        and not _is_abbreviation(word)
        and word not in LINKING
    )


def _word_before(text: str, begin: int, at: int) -> str:
    """Return the word that touches the mark, without what opens or compounds it."""
    segment = text[max(begin, at - _BACK) : at]
    if not segment or segment[-1].isspace():
        return ""
    return _BEFORE_WORD.split(segment)[-1].lstrip(f"'‘{_BULLETS}")


def _ends_without_space(text: str, at: int, word: str, stop: str, close: str) -> bool:
    """Tell whether a sentence ends where the next one follows at once: "last year.The"."""
    if len(stop) > 1 or not word.isalpha() or _is_abbreviation(word):
        return False
    if _ADDRESS.match(text, at, at + _AHEAD):
        return False
    if text[at] == "“":
        return text[at + 1 : at + 2].isalnum()
    if _QUOTES.intersection(close):
        return True
    # "PhD.In" but not "e.V" or "Q.E": a word before the stop and a word of some length after it.
    return (
        len(word) > 1
        and word[-1].islower()
        and text[at + 1 : at + 3].islower()
        and text[at + 2 : at + 3] != ""
    )


def _full_stop_ends(text: str, begin: int, at: int, word: str, following: re.Match[str]) -> bool:
    """Tell whether a single full stop ends the sentence, given the words on both sides."""
    lower, after = word.lower(), following["word"]
    if at - len(word) == begin and _NUMERAL.match(word):
        return False
    if word in TITLES or lower in LINKING:
        return False
    if after[0].isdigit() and (lower in BEFORE_NUMBER or _is_abbreviation(word)):
        return False
    if len(word) == 1 and word.isalpha():
        return _opens(following)
    if lower == "etc":
        return True
    if _is_abbreviation(word):
        return _opens(following) or _opens_by_context(text, begin, at, word, following)
    return True


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word may be written with a full stop of its own."""
    if word.lower() in ANY_CASE or word in CAPITALISED or word in TITLES or _DOTTED.match(word):
        return True
    # Bhd., Pty., Sgd.: a word without a vowel is no whole word.
    return len(word) > 1 and word.isalpha() and word[1:].islower() and _VOWELS.isdisjoint(word.lower())


def _opens(following: re.Match[str]) -> bool:
    """Tell whether the next word is one that begins sentences and hardly ever names."""
    word = following["word"].replace("’", "'")
    return word.lower() in OPENERS and not (len(word) == 1 and following["after"])


def _opens_by_context(text: str, begin: int, at: int, word: str, following: re.Match[str]) -> bool:
    """Tell whether a capitalised word that may be a name begins a sentence after an abbreviation."""
    if "“" in following["open"] or '"' in following["open"]:
        return True
    left = text[max(begin, at - _CONTEXT) : at].split()
    if following["word"] in ("Mr", "Mrs", "Ms"):
        return len(left) > 4
    if following["word"] in _ROLES or not _is_said_by(text, following.start("word")):
        return False
    if "." in word and not (len(left) > 2 and left[-2].lower() == "the" and left[-3] in _PLACING):
        return False
    clause = " ".join(left).rpartition(",")[2].split()
    return any(may_be_finite(part) for part in clause)


def _is_said_by(text: str, at: int, verbs: frozenset[str] | None = None) -> bool:
    """Tell whether one to four names and then a verb follow."""
    found = _NAMES_THEN_WORD.match(text, at, at + _AHEAD)
    if not found:
        return False
    return found[1] in verbs if verbs is not None else may_be_finite(found[1])
