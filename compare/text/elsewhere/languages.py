"""What is known of languages other than English: words of grammar, abbreviations, the stemmer's name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from compare.files import PACKAGE

# Scripts that are written without spaces between words.
UNSPACED = frozenset(("zh", "ja", "th", "lo", "km", "my"))


class OtherLanguage(Struct, frozen=True, kw_only=True):
    """One language of the list; words are in small letters, abbreviations without their last full stop."""

    code: str
    name: str
    function: frozenset[str]
    """Words of grammar."""
    title: frozenset[str] = frozenset()
    """Abbreviations before a name."""
    number: frozenset[str] = frozenset()
    """Abbreviations before a figure."""
    any: frozenset[str] = frozenset()
    """Abbreviations that end a sentence only before a word that opens one."""
    closing: frozenset[str] = frozenset()
    """Abbreviations that mostly stand at a sentence's end."""
    ordinals: bool = False
    """A figure with a full stop is an ordinal, also before a capital."""
    letters: frozenset[str] = frozenset()
    """Letters that no other language of its script has."""
    vowelless: bool = False
    """A word may lack a vowel and be no abbreviation."""
    nouns: bool = False
    """Every noun is written with a capital."""
    stemmer: str | None = None
    """Snowball's name of it."""


def root(code: str | None) -> str:
    """Return the language of a code without country and script, the empty string for none.

    >>> root("de-AT"), root("nb"), root("eng"), root(None)
    ('de', 'no', 'en', '')
    """
    plain = (code or "").lower().replace("_", "-").partition("-")[0]
    return _SAME.get(plain, plain)


# Written forms that share a list, and three-letter codes that people give.
_SAME = {
    "nb": "no", "nn": "no", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es",
    "por": "pt", "ita": "it", "nld": "nl", "dut": "nl", "pol": "pl", "rus": "ru", "ukr": "uk", "ell": "el",
    "gre": "el", "ara": "ar", "hin": "hi", "zho": "zh", "chi": "zh", "cmn": "zh", "jpn": "ja", "kor": "ko",
    "bs": "hr", "iw": "he", "in": "id",
}  # fmt: skip


def language(code: str | None) -> OtherLanguage | None:
    """Return what is known of a language, None where it is not on the list.

    >>> [language(code) and language(code).name for code in ("de-at", "tlh")]
    ['German', None]
    """
    return languages().get(root(code))


def language_name(code: str | None) -> str:
    """Return the language's English name, else its code, else words that say it is not known.

    >>> language_name("pt-br"), language_name("tlh"), language_name(None)
    ('Portuguese', 'tlh', 'a language that was not recognised')
    """
    if root(code) == "en":
        return "English"
    if not code:
        return "a language that was not recognised"
    known = language(code)
    return known.name if known else code


@cache
def languages() -> Mapping[str, OtherLanguage]:
    """Return every language of `languages.toml` beside this module by its code.

    Reading it takes 0.01 s, so nothing asks for it before a text does not read as English.
    """
    text = (PACKAGE / "text" / "elsewhere" / "languages.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    scripts = tables.pop("scripts")
    found = {code: _language(code, table) for code, table in tables.items()}
    return found | {
        code: OtherLanguage(code=code, name=name, function=frozenset()) for code, name in scripts.items()
    }


_LISTS = ("function", "title", "number", "any", "closing")


def _language(code: str, table: Mapping[str, str | bool]) -> OtherLanguage:
    lists = {key: frozenset(str(table.get(key, "")).lower().split()) for key in _LISTS}
    stemmer = table.get("stemmer")
    return OtherLanguage(
        code=code,
        name=str(table["name"]),
        ordinals=bool(table.get("ordinals")),
        letters=frozenset(str(table.get("letters", ""))),
        vowelless=bool(table.get("vowelless")),
        nouns=bool(table.get("nouns")),
        stemmer=str(stemmer) if stemmer else None,
        **lists,
    )
