"""What tells a sentence of the story from a label or a teaser: how it begins and ends, and its length."""

from __future__ import annotations

import re
from typing import Any

# Of the links that are whole paragraphs, those to other stories have 4 to 11 words, or no stop.
FEWEST_WORDS = 12
ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")
OPENERS = "\"'“‘«‹([¿¡"
# "READ MORE: ...", "Related: ...", and what asks for a click.
TEASER = re.compile(
    r"(?:read|watch|see|listen|more|related|also|don['’]t miss|recommended|analysis|opinion|explainer|video"
    r"|in pictures|live|exclusive|background|in depth|from the archives?|editorial)(?: [\w’']{1,15}){0,4} ?"
    r"[:|–—>»]"
    r"|(?:click|read|watch|listen|sign up|subscribe|register|follow|download|join|get|find out|discover|see)"
    r" (?:here|more|our|how|why|what|who|the (?:full|latest|rest)|to|for|us|all|about|now|in full)\b",
    re.IGNORECASE,
)


def words_in(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the element's text on one line."""
    return " ".join(element.text_content().split())


def is_full_sentence(line: str) -> bool:
    """Return whether the line is a sentence of a story, or several, and no label, headline or teaser.

    >>> is_full_sentence("The ferry will run every ten minutes from Tuesday, the harbour office said.")
    True
    >>> is_full_sentence("Town divided over its new bridge"), is_full_sentence("Nobody was hurt.")
    (False, False)
    """
    opening = line.lstrip(OPENERS)[:1]
    return (
        bool(opening)
        and not opening.islower()
        and opening.isprintable()
        and len(line.split()) >= FEWEST_WORDS
        and ENDS.search(line[-8:]) is not None
        and TEASER.match(line) is None
    )
