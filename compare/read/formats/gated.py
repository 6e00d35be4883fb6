"""What on a page says that the rest of the story is for subscribers, be it in a box that is no text."""

from __future__ import annotations

import re
from typing import Any

from compare.read.formats.sentences import words_in
from compare.read.furniture.notices import is_paywall

# Words that content systems put on the box that stands in for the rest of a story.
GATE = re.compile(
    r"(?:^|[\s_-])(?:pay|reg|sub|subscriber|subscription|registration|login|meter)[_-]?wall"
    r"|(?:^|[\s_-])(?:gate|gated|gateway|metered|barrier|piano|tp-container|subscriber-only|premium)(?:$|[\s_-])",
    re.IGNORECASE,
)
LINES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "li", "a", "strong", "button")
# The menus of most sites ask to sign in.
OF_THE_SITE = frozenset({"nav", "footer", "header"})
LONGEST = 320
MOST_INSIDE = 12


def is_gated(tree: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Return whether a line of the story, or of a box in its place, invites to subscribe or sign in."""
    for line in tree.iter(*LINES):
        if len(line) <= MOST_INSIDE and _is_short(line) and is_paywall(words_in(line)) and _stands_in(line):
            return True
    return False


def _is_short(line: Any) -> bool:  # noqa: ANN401
    length = 0
    for piece in line.itertext():
        length += len(piece.strip())
        if length > LONGEST:
            return False
    return length > 0


def _stands_in(line: Any) -> bool:  # noqa: ANN401
    above = list(line.iterancestors())
    if any(
        GATE.search(f"{each.get('class') or ''} {each.get('id') or ''}"[:400]) for each in [line, *above[:6]]
    ):
        return True
    tags = {each.tag for each in above}
    return not tags.isdisjoint({"article", "main"}) and tags.isdisjoint(OF_THE_SITE)
