"""The lists of wordings in `compare/words/`: loaded, checked, and extended by a user's own file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct

from compare.errors import UsageError
from compare.files import PACKAGE, tables_of
from compare.text.inflection import Part, forms
from compare.text.tokens import surfaces

SHIPPED = ("affairs", "conflict", "degree", "money", "people", "power", "speech")
_Kind = TypeVar("_Kind", bound=StrEnum)
_ADVICE = "see compare/words/ for how an entry is written"


class Family(StrEnum):
    """What a listed wording does; plain words are listed to stand against the others."""

    METAPHOR = "metaphor"
    LOADED = "loaded"
    EUPHEMISM = "euphemism"
    INTENSIFIER = "intensifier"
    HEDGE = "hedge"
    PLAIN = "plain"
    RISE = "rise"
    FALL = "fall"


class Entry(Struct, frozen=True, kw_only=True):
    """One listed wording: what it does, why it is listed and by whose advice, and when it stays silent."""

    term: str
    concept: str
    family: Family
    part: Part
    why: str
    source: str
    instead: tuple[str, ...]
    fires: str
    silent: str
    only_in_pairs: bool
    """It is worth showing beside another text's word for the same thing, never alone."""
    wordings: tuple[tuple[str, ...], ...]
    """Its forms, each as words in small letters."""
    unless: frozenset[str]
    """Words that silence it when they stand within three words of it."""
    near: frozenset[str]
    """Words of which one must stand within six words of it."""
    next: frozenset[str]
    """Words of which one must follow it."""


WordLists = tuple[Entry, ...]
_PLAIN_FIELDS = {"family", "as", "why", "source", "instead", "only_in_pairs"}
_ENTRY_FIELDS = _PLAIN_FIELDS | {"fires", "silent", "also", "unless", "near", "next"}


def wordlists(*extra: tuple[str, str]) -> WordLists:
    """Return the shipped entries with those of users' files, given as (file's name, its text).

    A later entry takes the place of an earlier one of the same concept and term; a file that says
    `replace = true` takes the place of everything before it.

    Raises:
        UsageError: if a file is no list of wordings.

    >>> [entry.concept for entry in wordlists() if entry.term == "regime"]
    ['those-who-govern']
    """
    found = {(entry.concept, entry.term): entry for entry in _shipped()}
    for name, text in extra:
        entries, alone = parsed(text, name=name)
        found = {} if alone else found
        found |= {(entry.concept, entry.term): entry for entry in entries}
    return tuple(found.values())


@cache
def _shipped() -> WordLists:
    folder = PACKAGE / "words"
    return tuple(
        entry
        for name in SHIPPED
        for entry in parsed(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"), name=name)[0]
    )


def parsed(text: str, *, name: str) -> tuple[WordLists, bool]:
    """Return the entries of one file, and whether it takes the place of all others.

    Raises:
        UsageError: if it is no TOML, or an entry lacks something or has something unknown.
    """
    try:
        tables = tables_of(text)
    except ValueError as error:
        raise UsageError(f"cannot read the word list {name}: {error}; {_ADVICE}") from None
    alone = tables.pop("replace", False)
    if not isinstance(alone, bool):
        raise UsageError(f"word list {name}: replace is neither true nor false; {_ADVICE}")
    return tuple(_entries(tables, name)), alone


def _entries(tables: Mapping[str, Any], name: str) -> Iterator[Entry]:
    for concept, table in tables.items():
        if not isinstance(table, dict) or not isinstance(table.get("terms"), dict):
            raise UsageError(f"word list {name}: [{concept}] has no terms; {_ADVICE}")
        shared = {key: value for key, value in table.items() if key != "terms"}
        _known(shared, _PLAIN_FIELDS, f"word list {name}: [{concept}]")
        for term, own in table["terms"].items():
            place = f"word list {name}: {concept}.{term}"
            if not isinstance(own, dict):
                raise UsageError(f"{place} is no table; {_ADVICE}")
            _known(own, _ENTRY_FIELDS, place)
            yield _entry(term, concept, {**shared, **own}, place)


def _known(given: Iterable[str], allowed: set[str], place: str) -> None:
    for key in given:
        if key not in allowed:
            raise UsageError(f"{place} has an unknown key {key}; known are {', '.join(sorted(allowed))}")


def _entry(term: str, concept: str, said: Mapping[str, Any], place: str) -> Entry:
    family = _one_of(Family, said.get("family"), f"{place}: family")
    part = _one_of(Part, said.get("as"), f"{place}: as")
    texts = {key: _text(said.get(key), f"{place}: {key}") for key in ("why", "source", "fires", "silent")}
    only = said.get("only_in_pairs", False)
    if not isinstance(only, bool):
        raise UsageError(f"{place}: only_in_pairs is neither true nor false; {_ADVICE}")
    instead = _texts(said.get("instead"), f"{place}: instead")
    also, unless, near, following = (
        _texts(said.get(key, []), f"{place}: {key}") for key in ("also", "unless", "near", "next")
    )
    if not instead or not all(map(_words, (term, *also))):
        raise UsageError(f"{place} has no word of its own or none to use instead; {_ADVICE}")
    return Entry(
        term=term,
        concept=concept,
        family=family,
        part=part,
        instead=instead,
        only_in_pairs=only,
        wordings=tuple(dict.fromkeys(form for each in (term, *also) for form in _wordings(each, part))),
        unless=frozenset(unless),
        near=frozenset(near),
        next=frozenset(following),
        **texts,
    )


def _wordings(term: str, part: Part) -> Iterator[tuple[str, ...]]:
    tokens = _words(term)
    # Of "shore up" the first word has forms, of "asylum seeker" the last.
    place = len(tokens) - 1 if part is Part.NOUN else 0
    if part is Part.NOUN and "of" in tokens:
        place = tokens.index("of") - 1
    for form in forms(tokens[place], part):
        yield (*tokens[:place], form, *tokens[place + 1 :])


def _words(term: str) -> tuple[str, ...]:
    """Return the words of a term as those of a text are cut."""
    return tuple(term[start:end].lower() for start, end in surfaces(term, 0, len(term)))


def _one_of(kind: type[_Kind], said: object, place: str) -> _Kind:
    try:
        return kind(str(said))
    except ValueError:
        raise UsageError(f"{place} is {said!r}; it can be {', '.join(kind)}") from None


def _text(said: object, place: str) -> str:
    if not isinstance(said, str) or not said.strip():
        raise UsageError(f"{place} is missing or empty; {_ADVICE}")
    return said


def _texts(said: object, place: str) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(each, str) and each.strip() for each in said):
        raise UsageError(f"{place} is no list of words; {_ADVICE}")
    return tuple(said)
