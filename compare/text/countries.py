"""Countries as news names them: by name, people, capital or seat of government, with offsets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from msgspec import Struct

from compare.text.en import table
from compare.text.tokens import surfaces


class Role(StrEnum):
    """By what a country is named."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


class Naming(Struct, frozen=True, kw_only=True):
    """The country that a name stands for, by ISO code (blocs and disputed places: X..), and how it does."""

    code: str
    role: Role


class Mention(Struct, frozen=True, kw_only=True):
    """A stretch of text that names a country."""

    start: int
    end: int
    code: str
    role: Role


_ROLES = {"names": Role.COUNTRY, "people": Role.DEMONYM, "capital": Role.CAPITAL, "seats": Role.SEAT}
_POSSESSIVE = re.compile(r"['’ʼ]s$")
# A full stop or comma and a space: "St. Lucia", "Washington, D.C."
_WIDEST_GAP = 2


def country(name: str) -> Naming | None:
    """Return what a whole name stands for; capitals count, accents and the kind of apostrophe do not.

    >>> country("the Kremlin"), country("polish")
    (Naming(code='RU', role=<Role.SEAT: 'seat'>), None)
    """
    return _namings().get(_name(name))


def usual_name(code: str) -> str:
    """Return the name that a country mostly goes by.

    Raises:
        KeyError: if no country has this code.

    >>> usual_name("KG")
    'Kyrgyzstan'
    """
    name: str = table("countries")[code]["names"][0]
    return name


def mentions(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Return the countries named in `text[start:end]`, the longest name at each place; no possessive endings.

    >>> text = "North Korea’s guests left the White House."
    >>> [(text[m.start : m.end], m.code, m.role.value) for m in mentions(text, 0, len(text))]
    [('North Korea', 'KP', 'country'), ('White House', 'US', 'seat')]
    """
    cut = surfaces(text, start, end)
    keys = [_key(text[first:stop]) for first, stop in cut]
    found: list[Mention] = []
    place = 0
    while place < len(cut):
        longest = min(_longest().get(_bare(keys[place]), 0), len(cut) - place)
        for length in range(longest, 0, -1):
            stretch = cut[place : place + length]
            naming = _namings().get(_ending_bare(keys[place : place + length]))
            if naming and all(_adjoin(text, one[1], other[0]) for one, other in pairwise(stretch)):
                tail = _POSSESSIVE.search(text, *stretch[-1])
                finish = stretch[-1][1] - (len(tail.group()) if tail else 0)
                found.append(Mention(start=stretch[0][0], end=finish, code=naming.code, role=naming.role))
                place += length
                break
        else:
            place += 1
    return tuple(found)


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= _WIDEST_GAP and not text[end:start].strip(" \t\n.,-")


def _key(token: str) -> str:
    whole = token.replace("’", "'").replace("ʼ", "'").replace(".", "")
    return whole if whole.isascii() else "".join(c for c in normalize("NFD", whole) if c.isascii())


def _bare(key: str) -> str:
    return _POSSESSIVE.sub("", key)


def _ending_bare(keys: Sequence[str]) -> tuple[str, ...]:
    # Only the last word may be possessive: "China's Taipei" is no name, "People's Republic" part of one.
    return (*keys[:-1], _bare(keys[-1])) if keys else ()


def _name(name: str) -> tuple[str, ...]:
    keys = [_key(name[first:stop]) for first, stop in surfaces(name, 0, len(name))]
    return _ending_bare(keys[1:] if keys[:1] in (["the"], ["The"]) else keys)


@cache
def _namings() -> Mapping[tuple[str, ...], Naming]:
    return {
        _name(name): Naming(code=code, role=role)
        for code, entry in table("countries").items()
        for field, role in _ROLES.items()
        for name in entry.get(field, ())
    }


@cache
def _longest() -> Mapping[str, int]:
    """Return how many words the longest name has that begins with each word."""
    longest: dict[str, int] = {}
    for keys in _namings():
        first = _bare(keys[0])
        longest[first] = max(len(keys), longest.get(first, 0))
    return longest
