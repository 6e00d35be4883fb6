"""What a page that lost its lines glues to a paragraph: words in front of it, notes and credits behind it."""

from __future__ import annotations

import re

from compare.model import FurnitureKind
from compare.read.bylines import is_credits
from compare.read.furniture.boilerplate import post_start
from compare.read.furniture.corrections import note_start
from compare.read.furniture.end_matter import contribution_start

# "Choose your plan ArrowRight The council …"; "Advertisement Story continues below advertisement The …"
FRONT = re.compile(
    r"(?:[^.?!\n]{0,160}?\bArrow ?Right|(?:ADVERTISEMENT|Advertisement)?\s?(?:Story|Article"
    r"|Report) continues below"
    r" (?:this )?(?:advertisement|ad)\b\.?|ADVERTISEMENT|Advertisement - (?:scroll"
    r"|story continues) [a-z ]{3,40})"
    r"\s+(?=[A-Z“\"‘'\d])"
)
CREDIT_MARK = re.compile(r"\((?:Additional r|Further r|R|W|E)(?:eporting|riting|diting) by ")


def front_end(paragraph: str) -> int:
    """Return where a paragraph begins below a page's words that are glued in front of it; 0 for none.

    >>> front_end("Story continues below advertisement The bridge is shut.")
    36
    """
    match = FRONT.match(paragraph)
    return match.end() if match else 0


def back_start(paragraph: str) -> tuple[int, FurnitureKind | None]:
    """Return where the text of a paragraph ends, and what follows: a note, a credit, a post's signature."""
    for found, kind in (
        (note_start(paragraph), FurnitureKind.CORRECTION),
        (contribution_start(paragraph) or _credits_start(paragraph), FurnitureKind.BYLINE),
        (post_start(paragraph), FurnitureKind.CAPTION),
    ):
        if found:
            return len(paragraph[:found].rstrip()), kind
    return len(paragraph), None


def _credits_start(paragraph: str) -> int | None:
    """Return where "(Reporting by …; Editing by …)" begins at the end of a paragraph."""
    match = CREDIT_MARK.search(paragraph)
    return match.start() if match and is_credits(" ".join(paragraph[match.start() :].split())) else None
