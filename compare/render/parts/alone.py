"""Which statements of one text can stand by themselves: the best of them, in place of all, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from compare.render.parts.differences import Only

MOST = 8
FEWEST_WORDS = 6
# Openings that lean on the sentence before.
_LEANS = re.compile(
    r"[\"“‘']?(?:he|she|it|they|we|i|you|his|her|hers|its|their|theirs|this|that|these|those|there|so|but|and|"
    r"or|said|says|such|another|others?|both|most|some|one(?=\s(?:is|was|of|has|had)\b)|then|yet|still|also|instead|"
    r"the\s(?:other|latter|former))\b",
    re.IGNORECASE,
)
# "Beijing puts", "Evening trains ran": no doing.
_DOING = re.compile(
    r"(?!(?:Beij|Nanj|Chongq|K|Spr|Even|Morn|Build|Noth|Everyth|Someth|Anyth|Wyom|Read|Flem)ing\b)"
    r"[A-Z][a-z]{2,20}ing\s(?!\w{1,20}s\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|said|says"
    r"|\w{2,20}ed)\b"
)
# "Speaking on the quay, the mayor praised them" goes on with who did so, an item of a list with more of it.
_GOES_ON = re.compile(r"(?:including|and|or|such|with|as|but|while|which|who|[a-z]{2,20}ing)\b")
_JOINT = re.compile(r", | [—–] ")
_WORD = re.compile(r"\w[\w’'-]*")

Statement = TypeVar("Statement")


def stands_alone(words: str) -> bool:
    """Tell whether a statement is understood without the sentence before it.

    >>> stands_alone("The harbour board raised the toll to nine crowns in May.")
    True
    >>> [stands_alone(each) for each in ("“Why now?”", "It was abruptly cancelled on Monday by the board.")]
    [False, False]
    """
    if len(_WORD.findall(words)) < FEWEST_WORDS or words.rstrip("”’\"' ").endswith("?"):
        return False
    first = words.lstrip("“‘\"'([ ")[:1]
    return not first.islower() and not _LEANS.match(words) and not _is_item(words)


def _is_item(words: str) -> bool:
    """Tell whether words are an item of a list and no sentence: "Requiring staff at schools to be tested."""
    if not _DOING.match(words) or _FINITE.search(words):
        return False
    behind = _JOINT.split(words, maxsplit=1)[1:]
    return not behind or _GOES_ON.match(behind[0]) is not None


def best(only: Only, *, most: int = MOST) -> Only:
    """Return a text's statements that no other has, the most salient that stand alone, and how many more."""
    chosen = preferred(((claim, claim.quotation.text) for claim in only.claims), most)
    return replace(only, claims=tuple(chosen), more=len(only.claims) - len(chosen))


def preferred(statements: Iterable[tuple[Statement, str]], most: int) -> list[Statement]:
    """Return the first statements that stand alone; where there are none, the first of all."""
    every = list(statements)
    found = [statement for statement, words in every if stands_alone(words)]
    return (found or [statement for statement, _ in every])[:most]
