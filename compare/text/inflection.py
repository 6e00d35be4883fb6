"""The forms of a regular English word, for lists that name words by their base form."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


class Part(StrEnum):
    """As what a listed word is read."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    ANY = "any"


def forms(base: str, part: Part) -> tuple[str, ...]:
    """Return a base form with its regular inflections.

    >>> forms("slam", Part.VERB), forms("crony", Part.NOUN), forms("evade", Part.VERB)
    (('slam', 'slams', 'slammed', 'slamming'), ('crony', 'cronies'), ('evade', 'evades', 'evaded', 'evading'))
    """
    if part in (Part.ADJECTIVE, Part.ADVERB):
        return (base,)
    return (base, *_endings(base, verb=part is not Part.NOUN))


def _endings(base: str, *, verb: bool) -> Iterator[str]:
    consonant_y = base.endswith("y") and base[-2:-1] not in _VOWELS
    yield base[:-1] + "ies" if consonant_y else base + ("es" if base.endswith(_HISSING) else "s")
    if not verb:
        return
    if base.endswith("e"):
        yield base + "d"
        yield base[:-1] + "ing"
    elif consonant_y:
        yield base[:-1] + "ied"
        yield base + "ing"
    else:
        # One vowel and one consonant at the end of a short word: "slam", "cut", not "sack" or "soar".
        doubled = len(base) <= 5 and _ends_short(base)
        yield base + (base[-1] if doubled else "") + "ed"
        yield base + (base[-1] if doubled else "") + "ing"


def _ends_short(base: str) -> bool:
    tail = base[-3:]
    return (
        len(tail) == 3
        and tail[0] not in _VOWELS
        and tail[1] in _VOWELS
        and tail[2] not in _VOWELS | frozenset("wxy")
        and sum(letter in _VOWELS for letter in base) == 1
    )
