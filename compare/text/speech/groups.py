"""The words around a reporting verb: its group, adverbs, times, and pronouns in contractions."""

from __future__ import annotations

from compare.text.speech.line import Line
from compare.text.speech.speakers import PRONOUNS
from compare.text.verbs import AUXILIARIES

_ADVERBS = frozenset(
    """also then later now still just even never once often again further not always already only both first
    thus therefore soon simply instead previously n't too ever here far perhaps maybe
    today yesterday almost nearly all well meanwhile indeed moreover nevertheless""".split()
)
# Between subject and verb: "made certain to highlight", "went on to say", "was quick to add".
_CHAIN = frozenset(
    """made make makes certain sure clear went go goes on to seek seeks sought tried tries try began
    begun begins begin
    continued continues used quick careful came come wants wanted took takes care able keen eager happy
    proceeded ready""".split()
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later last week
    month year
    night morning afternoon evening january february march april may june july august september october
    november
    december tonight this past ago recently""".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten twenty hundred".split())


def is_adverb(word: str) -> bool:
    """Return whether a lower-case word may stand between subject and verb."""
    return word in _ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "ally", "july", "assembly")
    )


def is_time(word: str) -> bool:
    """Return whether a lower-case word is one that tells the time of speaking."""
    return word in _TIMES


def is_number(word: str) -> bool:
    """Return whether a lower-case word is a small number, in words or figures.

    >>> is_number("four"), is_number("10"), is_number("many")
    (True, True, False)
    """
    return word in _NUMBERS or word.isdigit()


def pronoun_of(word: str) -> str:
    """Return the pronoun of a contraction, "he" of "he's", or an empty word."""
    before, mark, _ = word.partition("'")
    return before if mark and before in PRONOUNS else ""


def verb_group(line: Line, verb: int) -> int:
    """Return the index of the first word of the verb's group: "has also" in "has also said".

    A chain that leads to it counts too: "made certain to highlight".
    """
    at = verb
    chained = line.at(verb - 1) == "to"
    while at > 0:
        word = line.at(at - 1)
        if pronoun_of(word) or (at > 1 and line.capital(at - 1) and not line.headline):
            break
        if line.quoted[at - 1] or not (
            word in AUXILIARIES
            or is_adverb(word)
            or word in ("have", "be", "been", "being")
            or (chained and word in _CHAIN)
        ):
            break
        at -= 1
    return at
