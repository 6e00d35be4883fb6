"""Runs of words with a capital, which may be names: where they stand, and what of them is the name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare.text.countries import country
from compare.text.en import word_set
from compare.text.senses import base_form, commonness
from compare.text.speech.speakers import is_person, names_body
from compare.text.words import FUNCTION_WORDS

# "U.S." is no initial with a name: all initials are taken, up to four.
_INITIAL = r"[^\W\d_a-z]\.\s?"
RUN = re.compile(
    rf"(?:\b(?:de|van|von|di|da)\s)?(?:(?:{_INITIAL}){{4}}|(?:{_INITIAL}){{0,3}}(?!{_INITIAL}))"
    r"[A-ZÀ-ÖØ-Þ][\w’'.-]*+"
    r"(?:\s(?:(?:de|van|von|der|den|del|di|da|al|bin|ibn|la|le|el)\s){0,2}[A-ZÀ-ÖØ-Þ][\w’'.-]*+)*"
)
# Whoever stands behind a body's possessive: "NPR's Ann Orr".
_OWNER = re.compile(r"^(?:\S+\s)*?(\S+)['’]s\s(?=\S)")
POSSESSIVE = re.compile(r"['’]s?$")
# "Secretary of State John Orr": what stands before two words with a capital is the role.
_ROLE_OF = re.compile(r"\b[\w-]+ of [\w-]+ (?=[A-Z][\w’'.-]+ [A-Z])")
_DAYS = word_set("base.weekdays")
_TITLES = word_set("text.runs.titles")
NAMES_NOTHING = word_set("text.runs.names_nothing")
"""Words in small letters that are written large and name nobody and nothing by themselves."""
# "Growth" begins a sentence, "Kent" does not: words commoner than this are no surnames by themselves.
_COMMON = 0.3


def bare(run: str) -> str:
    """Return a run of capitalised words without roles, titles and words that only begin a sentence."""
    owner = _OWNER.match(run)
    if owner and names_body([owner[1]]):
        run = run[owner.end() :]
    words = POSSESSIVE.sub("", run.rstrip(".")).split()
    while words and (words[0].lower() in FUNCTION_WORDS | _DAYS or is_role(words[0])):
        words.pop(0)
    roles = [k for k, word in enumerate(words[:-1]) if is_role(word)]
    return " ".join(words[roles[-1] + 1 :] if roles else words)


def is_role(word: str) -> bool:
    """Return whether a word is a title or what a person is: "Mr.", "mayor"."""
    plain = word.rstrip(".").lower()
    return plain in _TITLES or is_person(plain)


def is_no_person(name: str) -> bool:
    """Return whether a name is a country's, a body's, or a common word with a capital."""
    words = name.split()
    return (
        country(name) is not None
        or names_body(words)
        or any(country(word) for word in words[:1])
        or (len(words) == 1 and commonness(base_form(name.lower())) > _COMMON)
    )


def person(written: str, full: Mapping[str, str]) -> str:
    """Return a person's name without role and apposition, in full where `full` gives it."""
    written = _ROLE_OF.sub(lambda role: "" if is_role(role[0].split()[0]) else role[0], written)
    runs = people_in(written) or people_in(written.removesuffix("’s").removesuffix("'s"))
    if not runs:
        return written
    head = re.split(r",|\(|\b(?:of|for|at|from|in|with|who)\b", written, maxsplit=1)[0]
    first = people_in(head)
    people = [n for n in first if not is_no_person(n)]
    if not people and not (first and _begins_with(written, first[0])):
        # "An official of the board, Ann Orr of Quell": the first full name.
        people = [n for n in runs if not is_no_person(n)]
        people = [n for n in people if " " in n][:1] or people
    name = (people or first or runs)[-1]
    longer = full.get(name.rsplit(" ", 1)[-1], name)
    return longer if longer.endswith(" " + name) else name


def people_in(written: str) -> list[str]:
    """Return the names in a source's phrase, whoever only owns something left out ("Orr's lawyer")."""
    found = [bare(run) for run in RUN.findall(written) if not run.endswith(("’s", "'s"))]
    return [name for name in found if name]


def _begins_with(written: str, name: str) -> bool:
    """Return whether a phrase is about its first word, a surname that is a common word too: "Booker, who"."""
    return bool(re.match(rf"{re.escape(name)}\s*[,(]", written)) and country(name) is None
