"""What a page holds and no reader sees: taken out before anything is looked for in it."""

from __future__ import annotations

import re
from typing import Any

# As authors write it in an element's own style; what style sheets hide is shown by others of theirs.
UNSEEN = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|rem|%)?\s{0,9}(?:;|!|$)"
    r"|(?:left|top|right|text-indent)\s{0,9}:\s{0,9}-\d{4,9}(?:px|pt|em))",
    re.IGNORECASE,
)
# What sites call text for screen readers only, such as "(opens in a new tab)".
FOR_READERS = frozenset(
    """sr-only sr-text screen-reader-text screen-reader screenreader-text visually-hidden visuallyhidden
    visually-hidden-focusable u-visually-hidden is-visually-hidden element-invisible a11y-hidden show-for-sr
    assistive-text offscreen off-screen""".split()
)
# A page saved while a window lay over it, or before its scripts ran, may hide its whole story.
MOST = 0.5
LONGEST_STYLE = 2000


def without_hidden(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take out what is hidden by an attribute or its own style, unless that is most of the page's text."""
    code = [each for each in tree.iter("script", "style", "noscript", "template") if _inside(each)]
    most = MOST * (len(tree.text_content()) - sum(len(each.text_content()) for each in code))
    for element in [each for each in tree.iter() if isinstance(each.tag, str) and _is_hidden(each)]:
        # One that went with what it stood in is not in the page any more.
        if _inside(element) and len(element.text_content()) <= most:
            element.drop_tree()


def _inside(element: Any) -> bool:  # noqa: ANN401
    return element.getparent() is not None


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    if element.tag in {"html", "body", "head", "script", "meta", "link", "title"}:
        return False
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if not FOR_READERS.isdisjoint((element.get("class") or "").lower().split()):
        return True
    return UNSEEN.search((element.get("style") or "")[:LONGEST_STYLE]) is not None
