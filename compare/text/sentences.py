"""Sentences with exact offsets: paragraphs first, then a decision at every mark that may end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.text.abbreviations import (
    ANY_CASE,
    BEFORE_NUMBER,
    CAPITALISED,
    CLOCK,
    EXCLAIMED,
    LINKING,
    TITLES,
    is_said_by,
    opens,
    opens_after_clock,
    opens_by_context,
)
from compare.text.elsewhere.stops import Elsewhere, wide_mark_ends
from compare.text.paragraphs import paragraphs
from compare.text.syntax import REPORTING

_BULLETS = "•⁃▪●‣◦"
_QUOTES = frozenset("\"'”’»“«‹›")
# Possessive quantifiers keep every pattern linear on runs of dots, quotes or brackets. They stand after
# single characters alone: Python before 3.11.5 goes wrong on groups (python/cpython#106052).
_CLOSING = r"[\"'”’»›)\]}〉》」』*）】]*+"
# „So schließt man.“ and »So.« too: before white space no mark opens. French has a space before its mark.
_OTHER_CLOSING = rf"(?:[“‘«‹](?=[\s,.;:!?…]|\Z)|[ \u00a0\u202f]»(?=[\s,.;:!?…)]|\Z)){_CLOSING}"
_CLOSERS = rf"{_CLOSING}(?:\[\d{{1,3}}\]{_CLOSING}|{_OTHER_CLOSING})*"
# Han signs, kana and what stands between them: no space parts sentences.
_EAST_ENDS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"))
_EAST = "".join(f"{first}-{last}" for first, last in _EAST_ENDS)
_SPACED = r"[ \u00a0]\.++(?![^\s.\"'”’)\]])"
_MARK = re.compile(
    rf"(?P<wide>[。！？｡।॥۔؟։።፧။។៕]++{_CLOSERS})"
    # A question in Greek, a full stop in Armenian; the letter before is looked at last, for speed.
    r"|(?P<own>[;:\u037e](?<=[Ͱ-Ͽἀ-῿][;\u037e]|[ա-և]:)[”»)]*+)(?=\s)"
    # Each search begins before a run of stops and takes twenty spaced ones at most: 10,000 dots in a row
    # took seconds, a million for ever.
    rf"|(?P<stop>(?<![.!?…])[.!?…]++(?:(?:{_SPACED}){{20}}|(?:{_SPACED}){{0,19}}(?!{_SPACED})))"
    rf"(?P<close>{_CLOSERS})(?=\s|\Z|[“A-ZА-ЯЁІЇЄΑ-Ω{_EAST}])"
    r"|(?<=\s)(?P<face>[:;=]['-]?[)(DPp])(?=\s|\Z)"
    r"|(?<=\s)(?P<rule>\*{3,}+|_{3,}+|={3,}+|-{3,}+)(?=\s|\Z)"
    rf"|(?<=\s)(?P<bullet>[{_BULLETS}])"
)
_LEAD = re.compile(rf"\s*+[{_BULLETS}]?\s*+")
_NEXT = re.compile(
    r"\s*(?P<open>[\"'“”„‘‚«»‹›「『(\[{¿¡*_—–-]*+)\s?(?P<word>[^\s\"“”,;:.!?…()\[\]—]*+)(?P<after>[.!?…]?)"
)
_BEFORE_WORD = re.compile(r"[\s\"“”„«»¿¡(\[{—–/<>|-]")
_REFERENCE = re.compile(r"\s\([^()]{1,60}\)[.;,]")
_ADDRESS = re.compile(r"[\w.-]{1,40}@|(?:Com|Net|Org|Co|Js|Ru|Ру|Ua)\b")
_NUMERAL = re.compile(r"(?:[IVX]{1,4}|\d{1,3}|[A-Za-z])\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
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
    left = _items(text, start, end)
    begin, seen, depth = _first_letter(text, start, end), start, 0
    elsewhere = Elsewhere(text, start, end)
    for match in _MARK.finditer(text, start, end):
        # An enumeration's own numbers divide it, and their full stops do not.
        while left and left[-1] <= match.start():
            begin, depth = left.pop(), 0
            yield begin
        cut = match.end()
        depth = max(0, depth + text.count("(", seen, cut) - text.count(")", seen, cut))
        seen = cut
        kind = match.lastgroup
        if _is_stop_and_dots(text, match, end):
            kind, cut = "wide", match.start() + 1
        if kind in ("bullet", "rule"):
            yield match.start()
        elif (kind == "wide" and match["wide"] and not wide_mark_ends(text, match, end)) or (
            kind == "own" and not _next_word(text, cut, end)[:1].isupper()
        ):
            continue
        elif kind == "face":
            if not _next_word(text, cut, end)[:1].isupper():
                continue
        elif kind == "close" and not _ends(text, begin, match, end, elsewhere):
            continue
        elif depth and text[begin] != "(" and text.find(")", cut, cut + _CONTEXT) >= 0:
            # In a bracket that is a part of the sentence.
            continue
        begin, depth = _first_letter(text, cut, end), 0
        if kind != "bullet":
            yield cut
    yield from reversed(left)


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


def _next_word(text: str, at: int, end: int) -> str:
    found = _NEXT.match(text, at, min(end, at + _AHEAD))
    return found["word"] if found else ""


def _ends(text: str, begin: int, mark: re.Match[str], end: int, elsewhere: Elsewhere) -> bool:
    """Tell whether a full stop, question mark, exclamation mark or ellipsis ends the sentence."""
    at, stop, close = mark.end(), mark["stop"], mark["close"]
    if at >= end:
        return False
    word = _word_before(text, begin, mark.start())
    if not text[at].isspace():
        return not elsewhere.abbreviates(word) and _ends_without_space(text, at, word, stop, close)
    following = _NEXT.match(text, at, min(end, at + _AHEAD))
    if not following or not following["word"]:
        return False
    after = following["word"]
    if stop == "." and not close:
        said = elsewhere.ends(word, following)
        if said is not None:
            return said
    if after[0].islower() and not after[1:2].isupper() and after not in ("http", "https", "www"):
        return _ends_before_lower_case(word, stop + close, following)
    if _QUOTES.intersection(close) and _REFERENCE.match(text, at, min(end, at + _AHEAD)):
        return False
    if "!" in stop or "?" in stop:
        if not word and text[mark.start() - 1] == "(":
            return False
        if word in EXCLAIMED and not opens(following):
            return False
        return not (_QUOTES.intersection(close) and is_said_by(text, following.start("word"), REPORTING))
    if len(stop) > 1 or stop == "…":
        # Spaced dots within a sentence are a pause; "I" has its capital anywhere.
        return not (
            text[mark.start() - 1].isspace() and (stop == ". . ." or (after[0] == "I" and opens(following)))
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
    if stop[-1] in "!?" and _is_far_eastern(text[at]):
        return True
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
        return opens(following)
    if lower == "etc":
        return True
    if _is_abbreviation(word):
        return (
            opens(following)
            or opens_by_context(text, begin, at, word, following)
            or (lower in CLOCK and opens_after_clock(text, begin, at, following))
        )
    return True


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word may be written with a full stop of its own."""
    if word.lower() in ANY_CASE or word in CAPITALISED or word in TITLES or _DOTTED.match(word):
        return True
    # Bhd., Pty., Sgd.: a word without a vowel is no whole word.
    # Asked of ASCII alone: "été", "für" and every Russian word have none of these vowels.
    return (
        len(word) > 1
        and word.isascii()
        and word.isalpha()
        and word[1:].islower()
        and _VOWELS.isdisjoint(word.lower())
    )


def _is_far_eastern(sign: str) -> bool:
    # Compiling a class of so many signs takes longer than all that it would ever be asked.
    return any(first <= sign <= last for first, last in _EAST_ENDS)


_FIRST_ITEM = re.compile(r"(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])\s")
_NEXT_ITEM = re.compile(r"(?<=\s)(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])(?=\s)")


def _items(text: str, start: int, end: int) -> list[int]:
    """Return where the second and later _items of an enumeration in the paragraph begin, the last first."""
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return []
    found, sign = [], first["sign"]
    for match in _NEXT_ITEM.finditer(text, first.end() - 1, end):
        following = str(int(sign) + 1) if sign.isdigit() else chr(ord(sign) + 1)
        if match["sign"] == following and match["mark"] == first["mark"]:
            found.append(match.start())
            sign = following
    return found[::-1]
