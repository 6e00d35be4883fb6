"""Numbers in figures and in words: from tokens to a value and how finely it is given.

A parser of our own: text2num 3.1 (MIT) keeps offsets too, but reads no "a third", "half a million",
"1.2 billion", "two dozen", "one-million", "dozens" or "double-digit", most of what news adds to plain
numbers. On 2.2 million characters of news it read 2,485 others as `_spelled` does: it would take the place of
that alone, by way of a compiled library.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.text.en import word_list, word_set
from compare.text.values.tokens import Token
from compare.text.words import FUNCTION_WORDS

_UNITS = {word: value for value, word in enumerate(word_list("values.numerals.units"))}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "k": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mil": 1e6,
    "b": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
# Behind "200m" these tell a length, and the others that millions are counted.
_OF_LENGTH = word_set("values.numerals.of_length")
_COUNTED = frozenset("people men women children users viewers".split())
_GLUED_ONLY = frozenset(("k", "m", "mm", "b"))
# Without a currency before them these are metres, millimetres and labels.
_OF_MONEY = frozenset(("m", "mm", "b"))
_ORDINALS = {
    word: value
    for value, word in enumerate(
        word_list("values.numerals.ordinals"),
        start=1,
    )
}
_TIMES = frozenset(
    "day days week weeks month months year years hour hours minute minutes attempts tries - / : games".split()
)
_PARTS = {"half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_VAGUE = {
    "dozens": (20.0, 120.0),
    "scores": (30.0, 300.0),
    "hundreds": (150.0, 2000.0),
    "thousands": (1500.0, 100000.0),
    "millions": (1.5e6, 1e9),
}
_DIGITS = {"single": (1.0, 9.99), "double": (10.0, 99.99), "triple": (100.0, 999.99)}
_STARTS = frozenset(
    {"a", "an", "half", "one", "dozen", *_UNITS, *_TENS, *_ORDINALS, *_VAGUE, *_DIGITS, *MAGNITUDES}
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LONGEST = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as read: its bounds (equal but for vague ones), its finest step, and where it stops."""

    low: float
    high: float
    step: float
    stop: int
    """Index behind its last token."""
    ordinal: bool = False
    fraction: bool = False
    vague: bool = False


def may_start(token: Token) -> bool:
    """Return whether a number can begin with this token: most words are turned away here, unread."""
    return token.figure or token.lower in _STARTS


def numeral(found: Sequence[Token], at: int) -> Numeral | None:
    """Return the number that begins at a token, or None.

    >>> from compare.text.values.tokens import find_tokens
    >>> [numeral(find_tokens(t, 0, len(t)), 0).low for t in ("2,300", "twenty-one", "1.2 billion", "2 1/2")]
    [2300.0, 21.0, 1200000000.0, 2.5]
    """
    token = found[at]
    if token.figure:
        return _figure(found, at)
    if token.lower in _DIGITS and _word(found, at + 1, "-") and _word(found, at + 2, "digit", "digits"):
        low, high = _DIGITS[token.lower]
        return Numeral(low=low, high=high, step=1, stop=at + 3, vague=True)
    if token.lower in _VAGUE:
        low, high = _VAGUE[token.lower]
        return Numeral(low=low, high=high, step=1, stop=at + 1, vague=True)
    return _out_of(found, at) or _fraction(found, at) or _spelled(found, at)


def _word(found: Sequence[Token], at: int, *words: str) -> bool:
    return 0 <= at < len(found) and found[at].lower in words


def _figure(found: Sequence[Token], at: int) -> Numeral | None:
    plain = found[at].text
    if len(plain) > _LONGEST or not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        return None
    value = float(plain.replace(",", ""))
    step = _step(plain.replace(",", ""))
    stop = at + 1
    if _word(found, stop, "st", "nd", "rd", "th") and found[stop].glued:
        return Numeral(low=value, high=value, step=1, stop=stop + 1, ordinal=True)
    part = _slashed(found, stop)
    if part is not None:
        return Numeral(low=value + part, high=value + part, step=0.25, stop=stop + 3)
    if _word(found, stop, "/") and found[stop].glued:
        return None
    if _word(found, stop, "½", "¼", "¾"):
        more = {"½": 0.5, "¼": 0.25, "¾": 0.75}[found[stop].text]
        return Numeral(low=value + more, high=value + more, step=0.25, stop=stop + 1)
    share = _out_of(found, at)
    if share is not None:
        return share
    factor, stop = _magnitude(found, stop)
    return Numeral(low=value * factor, high=value * factor, step=step * factor, stop=stop)


def _slashed(found: Sequence[Token], at: int) -> float | None:
    """Return the fraction "1/2" that follows a whole number ("2 1/2"), or None."""
    if at + 2 < len(found) and found[at].text == "1" and found[at + 1].text == "/" and not found[at].glued:
        below = found[at + 2].text
        return {"2": 0.5, "3": 1 / 3, "4": 0.25}.get(below)
    return None


def _step(plain: str) -> float:
    """Return how finely a figure is given: 412.6 to a tenth, 2000 to a thousand; below 100 to one."""
    if "." in plain:
        return float(10 ** -len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0"))
    return float(10**zeros) if len(plain) > 2 else 1.0


def _magnitude(found: Sequence[Token], at: int) -> tuple[float, int]:
    """Return the factor of the magnitude words at a token, "hundred thousand" too, and where they stop."""
    factor = 1.0
    while at < len(found):
        if found[at].text == "-" and _joined_magnitude(found, at):
            # "$250-M" and "a 250-million deal".
            return MAGNITUDES[found[at + 1].lower] * factor, at + 2
        word = found[at]
        if word.lower not in MAGNITUDES:
            break
        # "$3 m" is money, "3 m" a length.
        apart = not word.glued and not _money_before(found, at)
        if word.lower in _GLUED_ONLY and (apart or factor != 1):
            break
        if (
            word.lower in _OF_MONEY
            and word.text != "M"
            and not (_money_before(found, at) or _counts(found, at + 1))
        ):
            break
        factor *= MAGNITUDES[word.lower]
        at += 1
    return factor, at


def _counts(found: Sequence[Token], at: int) -> bool:
    """Tell whether a plural noun or persons follow: "1.2m people", "25m Americans", not "200m hurdles"."""
    for token in found[at : at + 3]:
        word = token.lower
        if not token.word or word in _OF_LENGTH or word in FUNCTION_WORDS:
            return False
        if word in _COUNTED or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us"))):
            return True
    return False


def _joined_magnitude(found: Sequence[Token], at: int) -> bool:
    if _word(found, at + 1, "million", "billion", "trillion"):
        return True
    return _word(found, at + 1, *_OF_MONEY) and found[at + 1].glued and _money_before(found, at)


def _money_before(found: Sequence[Token], at: int) -> bool:
    # "£5m" is five million, "5m" may be five metres.
    if at < 2:
        return False
    return found[at - 2].text in "$€£¥₽₹" or found[at - 2].text.endswith("$") or found[at - 2].lower == "rs"


def _spelled(found: Sequence[Token], at: int) -> Numeral | None:
    stop, total, current, step = at, 0.0, 0.0, 1.0
    seen = False
    if found[at].lower in ("a", "an"):
        if not (_word(found, at + 1, "hundred", "thousand", "million", "billion", "dozen")):
            return None
        current, stop = 1.0, at + 1
    while stop < len(found):
        word = found[stop].lower
        if word in _UNITS or word in _TENS:
            more = _UNITS.get(word, _TENS.get(word, 0))
            # "forty-one" and "hundred (and) five" go on; "two three" are two numbers.
            if seen and not (0 < more < _room(current)):
                break
            current += more
        elif word == "dozen":
            total, current, stop, seen = total + 12 * max(1.0, current), 0.0, stop + 1, True
            break
        elif word in MAGNITUDES and len(word) > 3 and (seen or current):
            factor = MAGNITUDES[word]
            if factor == 100:
                current *= factor
            else:
                total, current = total + current * factor, 0.0
            step = factor
        elif word in _ORDINALS and (not seen or (current >= 20 and current % 10 == 0)):
            value = total + current + _ORDINALS[word]
            return Numeral(low=value, high=value, step=1, stop=stop + 1, ordinal=True)
        elif word in ("-", "and") and seen and _joins(found, stop, current, total):
            stop += 1
            continue
        else:
            break
        seen = True
        stop += 1
    if not seen:
        return None
    value = total + current
    if _half_more(found, stop):
        factor, after = _magnitude(found, stop + 3)
        return Numeral(low=(value + 0.5) * factor, high=(value + 0.5) * factor, step=factor / 4, stop=after)
    return Numeral(low=value, high=value, step=step if value % step == 0 else 1.0, stop=stop)


def _room(current: float) -> float:
    """Return below which value the next word must be to belong to the number so far."""
    if current >= 100 and current % 100 == 0:
        return 100
    if current >= 20 and current % 10 == 0:
        return 10
    return 100 if current == 0 else 0


def _joins(found: Sequence[Token], at: int, current: float, total: float) -> bool:
    if at + 1 >= len(found):
        return False
    after = found[at + 1].lower
    if found[at].text == "-":
        return (after in _UNITS or after in _ORDINALS) and current >= 20 and current % 10 == 0
    return (current >= 100 or (total > 0 and current == 0)) and (after in _UNITS or after in _TENS)


def _half_more(found: Sequence[Token], at: int) -> bool:
    """Tell whether "and a half" or "and one-half" follows."""
    return _word(found, at, "and") and _word(found, at + 1, "a") and _word(found, at + 2, "half")


def _out_of(found: Sequence[Token], at: int) -> Numeral | None:
    """Return "two out of three", "one in five" and "3 in 10" as the share that they are."""
    few, stop = _small(found, at), at + 1
    if few is None:
        return None
    if (_word(found, stop, "out") and _word(found, stop + 1, "of")) or (
        _word(found, stop, "of", "in") and _word(found, stop + 1, "every")
    ):
        stop += 2
    elif _word(found, stop, "in"):
        stop += 1
    else:
        return None
    all_ = _small(found, stop)
    # "One in 2016" and "two in three days" are no shares.
    if all_ is None or not few < all_ or (few == 1 and all_ == 1) or _word(found, stop + 1, *_TIMES):
        return None
    return Numeral(low=few / all_, high=few / all_, step=0.02, stop=stop + 1, fraction=True)


def _small(found: Sequence[Token], at: int) -> float | None:
    """Return a whole number up to 100 of one token, None for anything else."""
    if at >= len(found):
        return None
    token = found[at]
    if token.figure:
        return (
            float(token.text)
            if token.text.isascii() and token.text.isdigit() and len(token.text) < 3
            else None
        )
    return float(_UNITS[token.lower]) if token.lower in _UNITS else None


def _fraction(found: Sequence[Token], at: int) -> Numeral | None:
    """Return "half", "a third", "two-thirds", "three quarters", "a quarter of a million"."""
    word, stop, above = found[at].lower, at, 1
    if word in ("a", "one", "two", "three", "four", "five"):
        above = _UNITS.get(word, 1)
        stop = at + (2 if _word(found, at + 1, "-") else 1)
    elif word != "half":
        return None
    elif _word(found, at + 1, "an") and _word(found, at + 2, "hour"):
        return Numeral(low=0.5, high=0.5, step=0.25, stop=at + 2)
    part = found[stop].lower.removesuffix("s") if stop < len(found) else ""
    plural = stop < len(found) and found[stop].lower.endswith("s")
    if part == "hal" or part not in _PARTS or plural != (above > 1):
        return None
    stop += 1
    if (
        part not in ("half", "quarter")
        and above == 1
        and not _word(found, stop, "of", ",", ".", "less", "more")
    ):
        # "a third man" is an ordinal.
        return None
    value = above / _PARTS[part]
    if _word(found, stop, "a") or (_word(found, stop, "of") and _word(found, stop + 1, "a")):
        factor, after = _magnitude(found, stop + (2 if found[stop].lower == "of" else 1))
        if factor > 1:
            return Numeral(low=value * factor, high=value * factor, step=factor / 20, stop=after)
    if part == "quarter" and not _word(found, stop, "of"):
        return None
    if part == "half" and not _word(found, stop, "of", "the", "its", "their", "his", "her", "all"):
        return None
    return Numeral(low=value, high=value, step=0.02, stop=stop, fraction=True)
