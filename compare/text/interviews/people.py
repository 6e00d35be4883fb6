"""The people that a text names in full, found again by surname, first name or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from compare.text.countries import country
from compare.text.en import word_set
from compare.text.speech.speakers import is_person, names_body
from compare.text.words import FUNCTION_WORDS

_CAPITAL = r"[^\W\d_a-z][\w’'-]{0,30}"
_RUN = re.compile(
    rf"\b{_CAPITAL}(?:[ \u00a0]"
    rf"(?:[^\W\d_a-z]\.|(?:de|van|von|der|den|del|di|da|al|bin|la|le)\b|{_CAPITAL})){{1,5}}"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,3}")
_POSSESSIVE = re.compile(r"['’]s?$")
# "The Marle Courier", "at Tarn Bridge": what stands behind these is no person.
_NO_PERSON_BEHIND = re.compile(r"\b(?:[Tt]he|[Aa]t|[Ii]n|[Nn]ear)\s\Z")
_MOST = 5000


@dataclass(frozen=True, slots=True)
class FullNames:
    """Full names in the order in which a text first has them."""

    names: tuple[str, ...]

    def __contains__(self, name: object) -> bool:
        """Return whether a full name is one of them as it is written."""
        return name in self.names

    def find(self, written: str) -> str | None:
        """Return the one full name that a surname, a first name or initials stand for, None if none or two.

        >>> known = FullNames(("Susan Reade", "Helen Marsh"))
        >>> known.find("SR"), known.find("Ms Marsh"), known.find("HELEN"), known.find("Orr")
        ('Susan Reade', 'Helen Marsh', 'Helen Marsh', None)
        >>> FullNames(("Susan Lee", "Helen Marsh")).find("LEE")
        'Susan Lee'
        """
        words = bare_name(written).casefold().split()
        found = [name for name in self.names if words and _bears(name.casefold().split(), words)]
        if not found and is_initials(written):
            # Behind the names: "LEE" and "COX" look like initials too.
            letters = written.replace(".", "").casefold()
            found = [name for name in self.names if letters in _initials(name)]
        # "Susan Reade" and "Susan A. Reade" are one.
        ends = {(name.split()[0].casefold(), name.split()[-1].casefold()) for name in found}
        return found[0] if len(ends) == 1 else None


def full_names(text: str, *, labels: Iterable[str] = ()) -> FullNames:
    """Return the people whom a text names in full, and the `labels` of two words and more that are names.

    >>> full_names("Ms Susan Reade met Tom Rask in the Old Hall.").names
    ('Susan Reade', 'Tom Rask')
    """
    found: dict[str, None] = {}
    for run in _RUN.finditer(text):
        if len(found) >= _MOST:
            break
        if not _NO_PERSON_BEHIND.search(text, max(0, run.start() - 8), run.start()):
            name = person(run[0])
            if name:
                found[name] = None
    written = {name.casefold() for name in found}
    for label in labels:
        name = bare_name(label)
        if len(name.split()) > 1 and name.casefold() not in written and person(name):
            found[name] = None
    # A label in capitals is no name beside the one that the text gives.
    small = {name.casefold() for name in found if not name.isupper()}
    return FullNames(tuple(name for name in found if not (name.isupper() and name.casefold() in small)))


def person(run: str) -> str | None:
    """Return the full name in a run of words with capitals, None where it is a body's or a country's."""
    words = bare_name(_POSSESSIVE.sub("", run)).split()
    while words and (words[-1].casefold() in FUNCTION_WORDS or is_day_or_month(words[-1])):
        words.pop()
    if any(word.endswith(("'", "’", "'s", "’s")) for word in words):
        # "May’s Interview", "the ‘Mets Poet’".
        return None
    if len(words) < 2 or not words[-1][0].isupper() or any(w.casefold() in FUNCTION_WORDS for w in words):
        return None
    if country(" ".join(words)) or country(words[0]):
        return None
    if names_body([word.title() if run.isupper() else word for word in words]):
        return None
    return " ".join(words)


def bare_name(written: str) -> str:
    """Return a name without titles, roles and words that only begin a sentence.

    >>> bare_name("MS. ORR"), bare_name("When Mr Tom Rask"), bare_name("Chief Susan Reade")
    ('ORR', 'Tom Rask', 'Susan Reade')
    """
    words = written.split()
    while len(words) > 1 and (words[0].casefold() in FUNCTION_WORDS or is_title(words[0])):
        words.pop(0)
    # "Deputy Harbour Secretary Ann Orr": the name begins behind the last role, if two words are left.
    roles = [at for at, word in enumerate(words[:-2]) if is_title(word) or is_person(word.casefold())]
    return " ".join(words[roles[-1] + 1 :] if roles else words)


def is_initials(written: str) -> bool:
    """Return whether a label is two or three capital letters, with full stops or without."""
    return _INITIALS.fullmatch(written) is not None


def _initials(name: str) -> set[str]:
    letters = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
    return {letters, letters[0] + letters[-1]}


def _bears(name: list[str], words: list[str]) -> bool:
    return set(words) <= set(name) and (words[-1] == name[-1] or words == name[:1])


def is_title(word: str) -> bool:
    """Return whether a word goes before a name, whatever its letters: "Dr", "MS.", "Senator"."""
    return word.casefold().rstrip(".") in word_set("interviews.people.titles")


def is_day_or_month(word: str) -> bool:
    """Return whether a word is a day's or month's, which may stand behind a name: "Ann Orr Sunday"."""
    return word.casefold() in word_set("interviews.people.days")
