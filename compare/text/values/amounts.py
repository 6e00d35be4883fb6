"""Numbers of a passage as typed amounts with what makes them rough: counts, shares, money, measures, ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from compare.text.tokens import Token
from compare.text.values.heads import Head, head_of
from compare.text.values.numerals import Numeral, is_label, may_start, numeral
from compare.text.values.units import CURRENCY_OWNERS, MONEY, SYMBOLS, UNITS, plain, unit_named


class Modifier(StrEnum):
    """How a number is meant."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    OVER = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    UNDER = "under"
    RANGE = "between"


_BEFORE = {
    Modifier.JUST_OVER: (
        "just over",
        "a little over",
        "just more than",
        "slightly over",
        "slightly more than",
    ),
    Modifier.NEARLY: (
        "nearly",
        "almost",
        "close to",
        "closer to",
        "just under",
        "just less than",
        "slightly less than",
        "approaching",
        "just short of",
        "not quite",
    ),
    Modifier.AT_LEAST: ("at least", "no fewer than", "no less than", "a minimum of", "not less than"),
    Modifier.UP_TO: (
        "up to",
        "as many as",
        "as much as",
        "at most",
        "no more than",
        "a maximum of",
        "not more than",
        "as high as",
    ),
    Modifier.OVER: ("more than", "over", "above", "in excess of", "upwards of", "greater than", "exceeding"),
    Modifier.UNDER: ("less than", "fewer than", "under", "below"),
    Modifier.ABOUT: (
        "about",
        "around",
        "roughly",
        "approximately",
        "some",
        "an estimated",
        "estimated",
        "circa",
        "perhaps",
        "approx",
        "in the region of",
        "something like",
        "maybe",
    ),
    # An average is no rough figure.
    Modifier.EXACT: ("exactly", "precisely", "an average of"),
}
_PHRASES: dict[tuple[str, ...], Modifier] = {
    tuple(phrase.split()): modifier for modifier, phrases in _BEFORE.items() for phrase in phrases
}
_RAISED = frozenset("revised went goes moved pushed edged bumped climbed rounded add adds added rose".split())
_LONGEST = max(map(len, _PHRASES))
_AFTER: dict[tuple[str, ...], Modifier] = {
    ("or", "so"): Modifier.ABOUT,
    ("or", "more"): Modifier.AT_LEAST,
    ("or", "less"): Modifier.UP_TO,
    ("or", "fewer"): Modifier.UP_TO,
    ("-", "odd"): Modifier.ABOUT,
    ("-", "plus"): Modifier.OVER,
    ("+",): Modifier.OVER,
}


def modifier_before(found: Sequence[Token], at: int) -> tuple[Modifier, int]:
    """Return the modifier of the number that begins at a token, and where its phrase begins.

    >>> from compare.text.tokens import tokens
    >>> modifier_before(tokens("at least 14", 0, 11), 2)
    (<Modifier.AT_LEAST: 'at least'>, 0)
    """
    for length in range(min(_LONGEST, at), 0, -1):
        phrase = tuple(token.lower for token in found[at - length : at])
        if phrase == ("up", "to") and at > length and found[at - length - 1].lower in _RAISED:
            # "Revised up to 2.1 per cent" gives a value and no bound.
            continue
        if phrase in _PHRASES:
            return _PHRASES[phrase], at - length
    return Modifier.EXACT, at


def modifier_after(found: Sequence[Token], at: int) -> tuple[Modifier, int]:
    """Return the modifier that follows a number ending before a token, and where its phrase stops."""
    for length in (2, 1):
        phrase = tuple(token.lower for token in found[at : at + length])
        if phrase in _AFTER:
            return _AFTER[phrase], at + len(phrase)
    return Modifier.EXACT, at


class Kind(StrEnum):
    """What sort of amount a number is."""

    COUNT = "count"
    ORDINAL = "ordinal"
    SHARE = "share"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"


class Amount(Struct, frozen=True, kw_only=True):
    """A number as it stands in a text and as it was read, in base units (metres, seconds, per cent)."""

    start: int
    end: int
    kind: Kind
    low: float
    high: float
    step: float
    """How finely it is given, in base units; equal amounts of unequal steps may round to each other."""
    modifier: Modifier
    unit: str
    """Base unit or currency; empty for a count."""
    written: str
    """The unit's word as written, which tells feet from metres."""
    head: Head
    first: int
    """Index of its first and behind its last token, modifier left out."""
    stop: int

    @property
    def reading(self) -> str:
        """The amount as a finding prints it."""
        value = unit_named(self.unit, self.high) if self.unit else plain(self.high)
        if self.high != self.low:
            value = f"{unit_named(self.unit, self.low) if self.unit else plain(self.low)} to {value}"
        if self.kind is Kind.ORDINAL:
            value = f"number {value}"
        plainly = self.modifier in (Modifier.EXACT, Modifier.RANGE)
        sign = "" if plainly else f"{self.modifier.value} "
        return f"{sign}{value} {self.head.word}".strip()


# "12.500 people" may be thousands, as much of the world writes them: nobody can tell.
_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_VOTES = frozenset("votes goals points runs games seats".split())


_SYMBOL_STARTS = frozenset(symbol[0] for symbol in SYMBOLS if not symbol[0].isalpha()) | {
    *(symbol.removesuffix("$") for symbol in SYMBOLS if symbol[0].isalpha())
}


def find_amounts(found: Sequence[Token], taken: frozenset[int]) -> tuple[Amount, ...]:
    """Return the amounts among the tokens of a passage; `taken` are indices that dates and times hold.

    >>> from compare.text.tokens import tokens
    >>> text = "About 2,300 people lost nearly a third of £1.2bn"
    >>> [a.reading for a in find_amounts(tokens(text, 0, len(text)), frozenset())]
    ['about 2,300 people', 'nearly 33.333 %', 'GBP 1,200,000,000']
    """
    amounts_: list[Amount] = []
    at = 0
    while at < len(found):
        if not (may_start(found[at]) or found[at].lower in _SYMBOL_STARTS):
            at += 1
            continue
        amount = None if at in taken else _amount(found, at, taken)
        if amount is not None:
            amounts_.append(amount)
            at = amount.stop
            continue
        read = None if at in taken else numeral(found, at)
        at = max(at + 1, read.stop if read else 0)
    return tuple(amounts_)


def _amount(found: Sequence[Token], at: int, taken: frozenset[int]) -> Amount | None:
    symbol, begin = _symbol(found, at)
    read = numeral(found, begin) if begin < len(found) else None
    if read is None or any(k in taken for k in range(at, read.stop)):
        return None
    if is_label(found, at, read):
        return None
    other, read_stop = _range_end(found, at, read, symbol)
    low, high = (read.low, read.high) if other is None else (read.low, other.high)
    last = other or read
    if other is not None and low < 1000 <= last.step and last.high / 1000 > low:
        # "8 to 9 million" shares its magnitude.
        factor = last.step
        while factor * low < high / 20:
            factor *= 10
        low *= factor
    kind, unit, written, factor, stop = _unit(found, at, read_stop, symbol, last)
    if kind is Kind.COUNT and last.ordinal:
        kind = Kind.ORDINAL
    if other is not None and low >= high:
        kind = Kind.SCORE
    if kind is Kind.COUNT and not symbol and _EITHER.fullmatch(found[at].text):
        return None
    modifier, first = modifier_before(found, at)
    if modifier is Modifier.EXACT:
        modifier, stop = modifier_after(found, stop)
    if last.vague or (other is not None and kind is not Kind.SCORE):
        modifier = Modifier.RANGE
    head = head_of(found, at, stop)
    if unit == "degC" and written == "f":
        low, high = (low - 32) / 1.8, (high - 32) / 1.8
    if kind is Kind.COUNT and modifier in (Modifier.EXACT, Modifier.RANGE) and _aged(found, at):
        kind, unit, factor = Kind.AGE, "s", UNITS["year"][1]
    if kind is Kind.COUNT and _one_as_pronoun(found, at, read, head):
        return None
    return Amount(
        start=found[first].start,
        end=found[stop - 1].end,
        kind=kind,
        low=low * factor,
        high=high * factor,
        step=last.step * factor,
        modifier=modifier,
        unit=unit,
        written=written,
        head=head,
        first=first,
        stop=stop,
    )


def _symbol(found: Sequence[Token], at: int) -> tuple[str, int]:
    for length in (2, 1):
        pieces = found[at : at + length]
        written = "".join(t.lower for t in pieces)
        if len(pieces) == length and written in SYMBOLS and all(t.glued for t in pieces[1:]):
            return SYMBOLS[written], at + length
    return "", at


def _range_end(found: Sequence[Token], at: int, read: Numeral, symbol: str) -> tuple[Numeral | None, int]:
    """Return the second number of "120 to 140", "between 3.5 and 4.5", "91-73", and where it stops."""
    stop = read.stop
    before = found[at - 1].lower if at else ""
    skip = stop
    # "£3m to £5m", "20% to 30%"
    if skip < len(found) and found[skip].lower in ("%", "per", "percent") and before != "from":
        skip += 2 if found[skip].lower == "per" else 1
    counted = skip < len(found) and found[skip].lower in _VOTES
    if counted and [t.lower for t in found[skip + 1 : skip + 2]] in (["to"], ["against"]):
        # "By 19 votes to 14"
        other = numeral(found, skip + 2) if skip + 2 < len(found) else None
        return (other, other.stop) if other is not None and other.low <= read.low else (None, stop)
    if skip + 1 >= len(found):
        return None, stop
    join = found[skip].lower
    allowed = join == "and" if before == "between" else (join in ("-", "–", "to", "or") and before != "from")
    if not allowed or read.ordinal or read.vague:
        return None, stop
    _, second = _symbol(found, skip + 1)
    if second >= len(found) or (second > skip + 1) != bool(symbol):
        return None, stop
    other = numeral(found, second)
    if other is None or other.ordinal or other.vague:
        return None, stop
    if join == "to" and before != "between" and other.low <= read.low and found[at].word:
        return None, stop
    if join == "or" and other.low != read.low + 1:
        return None, stop
    return other, other.stop


def _unit(
    found: Sequence[Token], begin: int, at: int, symbol: str, read: Numeral
) -> tuple[Kind, str, str, float, int]:
    """Return kind, base unit, written unit, factor and where the unit stops."""
    if symbol:
        return Kind.MONEY, symbol, symbol, 1.0, at
    if _is_magnitude(found, begin, at):
        return Kind.MEASURE, "magnitude", "magnitude", 1.0, at
    here = found[at].lower if at < len(found) else ""
    after = found[at + 1].lower if at + 1 < len(found) else ""
    if here in ("percent", "%", "pct", "pc") or (here == "per" and after in ("cent", "cents")):
        stop = at + (2 if here == "per" else 1)
        nearby = found[stop].lower if stop < len(found) else ""
        if nearby in ("point", "points"):
            return Kind.POINTS, "points", "points", 1.0, stop + 1
        return Kind.SHARE, "%", "%", 1.0, stop
    if here == "percentage" and after in ("point", "points"):
        return Kind.POINTS, "points", "points", 1.0, at + 2
    if read.fraction:
        return Kind.SHARE, "%", "fraction", 100.0, at
    if here == "p" and found[at].glued:
        return Kind.MONEY, "GBP", "p", 0.01, at + 1
    warm = _temperature(found, at)
    if warm is not None:
        return Kind.MEASURE, "degC", warm[0], 1.0, warm[1]
    if here in ("square", "sq") and after in UNITS and UNITS[after][0] == "m":
        return Kind.MEASURE, "m2", f"square {after.rstrip('s')}", UNITS[after][1] ** 2, at + 2
    place = at
    hyphen = here == "-" and at + 1 < len(found)
    if hyphen:
        place = at + 1
    while place < len(found) and found[place].lower in CURRENCY_OWNERS and place < at + 3:
        place += 1
    word = found[place].lower if place < len(found) else ""
    if place == at and _is_age(found, begin, at) and 0 < read.low < 120:
        return Kind.AGE, "s", "year", UNITS["year"][1], at
    if word not in UNITS or read.ordinal or (place > at + hyphen and UNITS[word][0] not in MONEY):
        return Kind.COUNT, "", "", 1.0, at
    base, factor = UNITS[word]
    following = [t.lower for t in found[place + 1 : place + 3]]
    if word in ("year", "years") and (following[:1] == ["old"] or following == ["-", "old"]):
        return Kind.AGE, "s", "years", factor, place + 1 + (2 if following[0] == "-" else 1)
    if base in MONEY:
        kind = Kind.MONEY
    elif base == "s":
        kind = Kind.DURATION
    else:
        kind = Kind.MEASURE
    return kind, base, word.rstrip("s"), factor, place + 1


def _temperature(found: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the scale and where it stops: "40C", "104 F", "104 degrees Fahrenheit", "38.9 °C"."""
    words = [token.lower for token in found[at : at + 3]]
    capital = at < len(found) and found[at].text in ("C", "F") and found[at].glued
    if capital:
        return found[at].lower, at + 1
    if words[:1] in (["degrees"], ["°"], ["degree"], ["º"]) and len(words) > 1:
        name = words[2] if words[1] == "-" and len(words) > 2 else words[1]
        stop = at + (3 if words[1] == "-" else 2)
        if name in ("c", "celsius", "centigrade"):
            return "c", stop
        if name in ("f", "fahrenheit"):
            return "f", stop
    return None


def _is_magnitude(found: Sequence[Token], begin: int, stop: int) -> bool:
    """Tell whether a number is an earthquake's: "magnitude 6.3", "6.3-magnitude", "6.3 in magnitude"."""
    before = [token.lower for token in found[max(0, begin - 2) : begin]]
    after = [token.lower for token in found[stop : stop + 2]]
    return "magnitude" in (*before[-1:], *after) or before == ["magnitude", "of"]


def _is_age(found: Sequence[Token], at: int, stop: int) -> bool:
    """Tell whether a bare number between a name and a comma is an age: "Dorian Welk, 58, denied"."""
    return (
        at >= 2
        and found[at].figure
        and found[at - 1].text == ","
        and found[at - 2].word
        and (found[at - 2].text[0].isupper() or _in_apposition(found, at, stop))
        and stop < len(found)
        and found[stop].text in ",."
    )


def _in_apposition(found: Sequence[Token], at: int, stop: int) -> bool:
    """Tell whether a number between commas goes on with a name: "Edda Lunn, the harbour master, 47,"."""
    if stop >= len(found) or found[stop].text != ",":
        return False
    before = found[max(0, at - 9) : at - 2]
    named = [one.word and one.text[0].isupper() and two.text == "," for one, two in pairwise(before)]
    return any(named) and not any(token.figure for token in before)


def _aged(found: Sequence[Token], at: int) -> bool:
    """Tell whether a number says how old: "aged 58", "people 50 to 64"."""
    before = [token.lower for token in found[max(0, at - 2) : at]]
    named = bool({"aged", "age", "ages"} & set(before))
    after = found[at + 1].text if at + 1 < len(found) else "."
    if before in (["who", "is"], ["who", "was"]) and after in ".,;)":
        return found[at].figure
    return found[at].figure and (named or before[-1:] in (["people"], ["adults"]))


def _one_as_pronoun(found: Sequence[Token], at: int, read: Numeral, head: Head) -> bool:
    """Tell whether "one" or "first" counts nothing: "one of them", "no one", "at first"."""
    if found[at].figure:
        return False
    if read.low == 1 and not read.ordinal:
        return not head.status or head.word == ""
    return found[at].lower in ("second", "third", "half", "first") and not head.word
