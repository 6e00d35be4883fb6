"""Runs of tags at the end of a page: labelled, listed, or glued together where the links lost their gaps."""

from __future__ import annotations

import re

LABELLED = re.compile(
    r"(?:tags?|tagged|topics?|keywords?|filed under|categor(?:y|ies)|labels?|more on|explore more)"
    r"(?: ?:.{0,400}| with:? .{1,400}|)",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"#\w+(?:[ ,;]{1,3}#\w+)*")
# "AsiaKyrgyzstan": a small letter with a capital glued to it. Brand names (YouTube, McDonald) have one.
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[)\d])(?=[A-Z][a-z])")
LISTED = re.compile(r" ?[,|•·;/] ?")
MAX_LENGTH = 1500


def is_labelled_tags(text: str) -> bool:
    """Return whether the line says itself that it is a list of tags.

    >>> is_labelled_tags("Tags: floods, Riverton")
    True
    """
    return len(text) <= MAX_LENGTH and text[-1:] not in ".!?" and LABELLED.fullmatch(text) is not None


def is_tags(text: str) -> bool:
    """Return whether a line at the end of the page is a run of tags.

    >>> is_tags("RivertonFloodsRiverton CouncilMayor Roe")
    True
    >>> is_tags("He sold his iPhone on YouTube")
    False
    """
    if not text or len(text) > MAX_LENGTH or text[-1] in '.!?…"”’':
        return False
    if is_labelled_tags(text) or HASHTAGS.fullmatch(text):
        return True
    words = text.split()
    glued = len(GLUED.findall(text))
    # Two joints in running text would be two brand names; a sentence keeps most of its words apart and small.
    small = sum(word[0].islower() for word in words)
    if glued >= 2 and glued >= 0.12 * len(words) and small <= 0.35 * len(words) and ". " not in text:
        return True
    pieces = LISTED.split(text)
    return len(pieces) >= 3 and all(_is_tag(piece) for piece in pieces)


def _is_tag(piece: str) -> bool:
    words = piece.split()
    return 1 <= len(words) <= 4 and all(word[0].isupper() or word in {"of", "the", "and"} for word in words)
