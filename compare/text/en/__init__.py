"""The English that the rules go by, as lists of words in the files beside this one.

A file is named after a room of `compare/`, a table in it after the module whose rule goes by the list, the
list after the module's own name for it; `base.toml` has what several are made of. A list is words between
blanks; `@base.months` among them stands for all the words of that list, `claim+s+ed` for "claim" and two of
its forms by rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from compare.files import PACKAGE
from compare.text.inflection import Part, forms

_ENDINGS = ("", "s", "ed", "ing")


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of a list, for looking words up.

    >>> "monday" in word_set("base.weekdays")
    True
    """
    return frozenset(word_list(name))


def word_list(name: str) -> tuple[str, ...]:
    """Return the words of a list in the order of the file.

    >>> word_list("base.articles")
    ('a', 'an', 'the')
    """
    file, *path = name.split(".")
    found: object = _tables(file)
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    assert isinstance(found, str), f"{name} is no list of words"  # noqa: S101 - a list of ours, by its name
    words: list[str] = []
    for word in found.split():
        words += word_list(word[1:]) if word.startswith("@") else _forms(word)
    return tuple(words)


def _forms(word: str) -> tuple[str, ...]:
    base, *endings = word.split("+")
    by_rule = forms(base, Part.VERB) if endings else ()
    return (base, *(by_rule[_ENDINGS.index(ending)] for ending in endings))


def table(file: str) -> Mapping[str, Any]:
    """Return a file whose words are sorted by what they mean: `countries` and `reporting`.

    >>> table("countries")["FR"]["capital"]
    ['Paris']
    """
    return _tables(file)


@cache
def _tables(file: str) -> Mapping[str, Any]:
    """Return the tables of one file; only the files of the rules that are loaded are read."""
    import tomllib

    return tomllib.loads((PACKAGE / "text" / "en" / f"{file}.toml").read_text(encoding="utf-8"))
