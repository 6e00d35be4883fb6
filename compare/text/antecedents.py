"""Whom "who" and "they" stand for: the name or noun before, as the text words it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare.model import SourceType
from compare.text.en import word_set
from compare.text.runs import RUN, is_no_person, is_role, person
from compare.text.speech.phrases import PREPOSITIONS
from compare.text.speech.speakers import COUNTING, is_body, is_person
from compare.text.syntax import may_be_finite
from compare.text.words import FUNCTION_WORDS

# "Ann Orr, a friend of Quell and former clerk": what is told of a name behind it.
_TOLD_OF_NAME = re.compile(r",\s(?:(?:an?|the|his|her|its|their|one)\s)?[^,.;:()“”\"]{2,90}+$")
_DETERMINERS = word_set("text.antecedents.determiners")
_LONGEST, _TWO = 8, 2
_GROUPS = frozenset("police people men women children clergy".split())
_BEHIND_HEAD = re.compile(r"\s(?:of|for|in|from|on|at|with|who|that|to|near|close|familiar)\s|,|\s\(")


def antecedent(before: str, full: Mapping[str, str]) -> tuple[str, SourceType] | None:
    """Return whom a "who" behind these words of its sentence stands for, None where it is not plain.

    >>> antecedent("He met Ann Orr, a clerk in Quell, ", {})
    ('Ann Orr', <SourceType.PERSON: 'named-person'>)
    >>> antecedent("It helped two young women ", {})
    ('two young women', <SourceType.UNNAMED: 'unnamed'>)
    """
    apart = before.rstrip().endswith(",")
    before = before.rstrip(" ,")
    words = before.split()
    if not words:
        return None
    # "Ann Orr (D-Ohio), who".
    if before.endswith(")") and (bracket := before.rfind("(")) > 0:
        return antecedent(before[:bracket], full)
    if words[-1][0].isupper() and not is_role(words[-1]):
        return _name(before, words, full)
    if named := _told_of_name(before, full, apart=apart):
        return named, SourceType.PERSON
    phrase = _noun_phrase(words)
    return (phrase, SourceType.UNNAMED) if phrase else None


def _name(before: str, words: list[str], full: Mapping[str, str]) -> tuple[str, SourceType]:
    if named := _told_of_name(before, full, apart=True):
        # "Ann Orr, Democrat of Ohio, who".
        return named, SourceType.PERSON
    run = RUN.findall(before)
    if len(run) > 1 and before.endswith((f"{run[-2]} of {run[-1]}", f"{run[-2]}, {run[-1]}")):
        # "Sen. Ann Orr of Ohio, who".
        return person(run[-2], full), SourceType.PERSON
    name = person(run[-1], full) if run and before.endswith(run[-1]) else words[-1]
    return name, SourceType.INSTITUTION if is_no_person(name) else SourceType.PERSON


def _told_of_name(before: str, full: Mapping[str, str], *, apart: bool) -> str | None:
    """Return the name that an apposition right before "who" belongs to.

    `apart`: a comma stands before "who", so that it cannot go with the apposition's last noun alone.
    """
    told = _TOLD_OF_NAME.search(before)
    if told is None:
        return None
    inside = told[0].split()
    if not any(is_role(word) or is_body(word.lower()) for word in inside):
        return None
    if not apart and any(word in PREPOSITIONS for word in inside):
        return None
    run = list(RUN.finditer(before, 0, told.start()))
    if not run or run[-1].end() != told.start():
        return None
    name = person(run[-1][0], full)
    known = " " in name or name in full.values() or is_role(run[-1][0].split()[0])
    return name if known and not is_no_person(name) else None


def _noun_phrase(words: list[str]) -> str | None:
    """Return the phrase about a noun for people that some words end in."""
    head = words[-1].strip("“”\"'’()").lower()
    many = is_body(head) and head.endswith("s") and not head.endswith("ss")
    if not (is_person(head) or many or head in _GROUPS) or head in ("he", "she", "they", "who"):
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < _LONGEST:
        word = words[first - 1]
        plain = word.lower()
        before = words[first - 2].lower() if first > 1 else ""
        joins = plain == "and" and (is_person(before) or is_body(before))
        if plain in _DETERMINERS:
            first -= 1
            break
        if word[-1] in ',.;:—–()“”"' or ((plain in FUNCTION_WORDS or plain in PREPOSITIONS) and not joins):
            break
        if plain.endswith(("ed", "ing")) and "-" not in plain:
            break
        first -= 1
    if words[first - 1].lower() in ("both", "not") and first > 1 and words[first - 2].lower() == "to":
        # "To both entice workers who want it": the workers.
        first += 1
    return " ".join(words[first:]).strip("“”\"'’()")


def opening_group(words: list[str]) -> str | None:
    """Return the group that a sentence of these words is about, None where it opens otherwise.

    >>> opening_group("Panel members voted on it.".split())
    'Panel members'
    """
    while words and words[0].lower() in ("but", "and", "yet", "so", "still"):
        words = words[1:]
    if not words or words[0].lower() == "no":
        return None
    for k, word in enumerate(words[1:_LONGEST], start=1):
        if word == "including" and words[k - 1].endswith(","):
            head = words[k - 1].rstrip(",").lower()
            return " ".join(words[:k]).rstrip(",") if is_person(head) or is_body(head) else None
        if may_be_finite(word.lower()) and not is_person(word.lower()):
            head = words[k - 1].lower()
            both = (
                k > _TWO
                and words[k - _TWO - (not words[k - 1][0].isupper())] == "and"
                and words[0][0].isupper()
            )
            one = both and (words[k - 1][0].isupper() or is_person(head))
            group = one or head in _GROUPS or (head.endswith("s") and (is_person(head) or is_body(head)))
            plain = not {"that", "which", "who"} & {*words[:k]} and not any(
                part.endswith((",", ".", ";", ":")) or part.lower() in PREPOSITIONS for part in words[:k]
            )
            return " ".join(words[:k]) if group and plain else None
    return None


def is_group(written: str) -> bool:
    """Return whether a source's phrase names several people, for whom "they" may stand.

    >>> is_group("Aides to Kent"), is_group("The board"), is_group("the boss")
    (True, False, False)
    """
    words = _BEHIND_HEAD.split(written, maxsplit=1)[0].lower().split()
    if not words:
        return False
    head = words[-1]
    if len(words) > 1 and " and " in written and all(part[:1].isupper() for part in written.split(" and ")):
        return True
    if {"who", "whom"} & set(written.lower().split()):
        return False
    several = head.endswith("s") and not head.endswith(("ss", "'s", "’s"))
    return several or head in _GROUPS or words[0] in COUNTING or head in ("many", "some", "others", "most")
