"""What a number counts: the noun behind it, and whether it counts the dead, the hurt or the held."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from compare.text.en import word_set
from compare.text.senses import MOST_WORDS, base_form
from compare.text.syntax import is_auxiliary, is_participle, is_past, is_present
from compare.text.tokens import Token
from compare.text.words import FUNCTION_WORDS


class Head(Struct, frozen=True, kw_only=True):
    """The noun that a number counts, as written and by its key, and what happened to those counted."""

    word: str
    key: str
    status: str
    """`dead`, `hurt`, `missing`, `held`, `fled`, or empty."""
    of: bool
    """The number is part of a group: "two of the eleven"."""
    kind: frozenset[str] = frozenset()
    """The words between number and noun: "settler" of "1,500 settler homes"."""


_STATUS = {
    "dead": """dead die died dies dying kill kills killed killing killings deaths death fatalities fatality
    slain perished toll fatally lives""",
    "hurt": "injured injure injures injuring injuries injury wounded wounds wound wounding hurt hurts",
    "missing": "missing unaccounted",
    "held": "arrested arrests arrest detained detains held jailed custody arresting detaining",
    "fled": "evacuated displaced fled homeless evacuees displaces displacing evacuates",
}
_BY_WORD = {word: status for status, words in _STATUS.items() for word in words.split()}
# What a number's head may follow: "14 more bodies", "nine suspected militants".
_PEOPLE = word_set("values.heads.people")
# "40 per cent of the workers eligible"
_BEHIND_NOUN = frozenset("eligible ineligible available responsible liable able unable aware alive".split())
_GENERIC = frozenset("people person persons others victim victims human humans body bodies".split())
# They end the phrase: "14 dead", "14 died", "14 more".
_NO_NOUN = frozenset("dead missing more die died dies".split())
# They stand between "of" and what is counted: "two of their officers".
_POINTING = word_set("values.heads.pointing")
_LONGEST = 6
_REACH = 5
_STOPS = word_set("values.heads.stops")


def head_of(found: Sequence[Token], first: int, stop: int) -> Head:
    """Return the head of the number whose tokens are `found[first:stop]`.

    >>> from compare.text.tokens import tokens
    >>> text = "the blast killed 14 factory workers and wounded 30"
    >>> head_of(tokens(text, 0, len(text)), 3, 4)
    Head(word='workers', key='worker', status='dead', of=False, kind=frozenset({'factory'}))
    """
    place, of = stop, False
    if place < len(found) and found[place].lower == "of" and place + 1 < len(found):
        of = True
        place += 1
        while place < len(found) and found[place].lower in _POINTING:
            place += 1
    head = _noun(found, place)
    word = found[head].text.lower() if head is not None else ""
    return Head(
        word=word,
        key=key(word) if word else "",
        status=_status(found, first, stop, head),
        of=of,
        kind=frozenset(t.lower for t in found[place:head] if t.word) if head is not None else frozenset(),
    )


@lru_cache(maxsize=MOST_WORDS)
def key(word: str) -> str:
    """Return the form under which two heads meet."""
    return base_form(word.removesuffix("'s"))


def status_of(word: str) -> str:
    """Return what a lower-case word says of people: `dead`, `hurt`, `missing`, `held`, `fled`, or nothing."""
    return _BY_WORD.get(word, "")


def counts_people(word: str) -> bool:
    """Tell whether a head is persons, or none is named."""
    return not word or word in _PEOPLE


def is_generic(word: str) -> bool:
    """Tell whether a head is any persons at all."""
    return not word or word in _GENERIC


def _noun(found: Sequence[Token], place: int) -> int | None:
    """Return the index of the last noun of the phrase that begins at `place`, None for none."""
    head = None
    for at in range(place, min(len(found), place + _LONGEST)):
        token = found[at]
        word = token.lower
        if token.text == "-" and at > place and token.glued:
            continue
        if not token.word or word in _STOPS or is_auxiliary(word) or word in _NO_NOUN:
            if word == "more" and head is None:
                continue
            break
        if word in FUNCTION_WORDS:
            break
        if word.endswith(("'s", "s'")):
            # "2,000 of the city's 11,000 firefighters" and "two of London's bridges"
            continue
        if _verb_like(word) and not _adjective(found, at):
            break
        if head is not None and (is_present(word) or word in _BEHIND_NOUN):
            break
        if word.endswith("ly") and len(word) > 4:
            break
        head = at
    return head


def _verb_like(word: str) -> bool:
    return is_past(word) or (is_participle(word) and word not in _BY_WORD)


def _adjective(found: Sequence[Token], at: int) -> bool:
    """Tell whether a participle stands before its noun ("suspected militants", "injured people")."""
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        after is not None
        and after.word
        and after.lower not in _STOPS
        and after.lower not in FUNCTION_WORDS
        and not is_past(after.lower)
        and not after.lower.endswith("ly")
        and (found[at].text.islower() or not after.text[0].islower())
        and found[at].lower not in ("killed", "died", "wounded", "arrested", "hit", "held")
    )


def _status(found: Sequence[Token], first: int, stop: int, head: int | None) -> str:
    """Return the status that the words right behind or right before a number give to those counted."""
    if head is not None and found[head].lower in _BY_WORD:
        return _BY_WORD[found[head].lower]
    begin = head + 1 if head is not None else stop
    for at in range(begin, min(len(found), begin + _REACH)):
        token = found[at]
        if (
            token.figure
            or (not token.word and token.text != "-")
            or token.lower in ("and", "but", "in", "at", "as", "by")
        ):
            break
        if token.lower in _BY_WORD:
            return _BY_WORD[token.lower]
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = found[at]
        if token.figure or (not token.word and token.text not in "-'’‘"):
            break
        if token.lower in _BY_WORD:
            # "The economy is missing 4 million jobs": nobody looks for these.
            lacking = _BY_WORD[token.lower] == "missing" and head is not None
            if lacking and not counts_people(found[head].lower):  # type: ignore[index]
                return ""
            return _BY_WORD[token.lower] if _governs(found, at, first) else ""
        if token.lower in ("in", "after", "by", "when", "and", "as", "who", "from", "before", "while"):
            break
    return _toll(found, first)


def _governs(found: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a word before a number speaks of it: "killing at least 14", not "killed was 14"."""
    between = {token.lower for token in found[at + 1 : first]}
    return not between & {"that", "which", "is", "was", "were", "have", "had"}


def _toll(found: Sequence[Token], first: int) -> str:
    """Return `dead` for "the death toll from the quake has risen to 14"."""
    before = [token.lower for token in found[max(0, first - 12) : first]]
    if "toll" not in before:
        return ""
    risen = before[-4:]
    verbs = ("rise", "rose", "risen", "climb", "hit", "reach", "jump", "pass", "stand", "stood", "now", "put")
    return "dead" if any(word.startswith(verb) for word in risen for verb in verbs) else ""
