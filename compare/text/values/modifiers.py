"""Words that make a number rough or a bound: "about", "at least", "nearly", "or more"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from compare.text.values.tokens import Token


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
        "an average of",
        "in the region of",
        "something like",
        "maybe",
    ),
    Modifier.EXACT: ("exactly", "precisely"),
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

    >>> from compare.text.values.tokens import find_tokens
    >>> modifier_before(find_tokens("at least 14", 0, 11), 2)
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
