"""What a web page holds beside its story: boxes, what no reader sees, the gate in front of the rest.

Boxes are found by the names that sites give them: what content systems call them by default, and what stood
in the seven made layouts that `web_page.py` gives figures for: on those the figures flatter it.
"""

from __future__ import annotations

import re
from typing import Any

from compare.read.formats.paragraphs import words_in
from compare.read.furniture.notices import is_paywall

PARTS = frozenset(
    """figure figcaption aside nav footer form button noscript iframe svg template dialog select""".split()
)
# Words of a class or an id, whole and in small letters.
NAMES = frozenset(
    """caption imagecaption wp-caption-text newsletter newsletter-signup signup related related-stories
    inline-related read-more readmore promo comments comment comment-list reader-comments disqus_thread share
    share-bar sharing social sharedaddy cookie cookie-banner gallery author-bio advertisement advert ad
    twitter-tweet instagram-media most-read recommended sidebar breadcrumbs htmlmoduleenhancement""".split()
)
# The same inside of longer names: `article__caption`, `c-newsletter-signup`, `ImageCaption-sc-1x2y`.
PARTLY = re.compile(
    r"(?:^|[_-])(?:(?:img|image|photo|media|picture|figure|video|gallery|slide)[_-]{0,2})?captions?(?:$|[_-])"
    r"|(?:^|[_-])(?:photo|image|media)[_-]{0,2}credits?(?:$|[_-])"
    r"|(?:^|[_-])(?:newsletter|taboola|outbrain|recirc|recirculation|breadcrumbs?|advert|advertisement|adslot"
    r"|ad[_-](?:slot|unit|container|wrapper|label))(?:$|[_-])"
    r"|(?:author|about[_-]the[_-]author|writer|contributor)[_-]{1,2}(?:bio|box|description|biography|about)(?:$|[_-])"
    r"|about-the-author|(?:story|article|content)[_-]continue[sd]?(?:$|[_-])"
    r"|(?:^|[_-])(?:video|watch)[_-]{1,2}(?:stub|promo|teaser|embed|player|related)(?:$|[_-])"
    r"|(?:^|[_-])(?:inline|story|article|in)[_-]{1,2}(?:promo|recirc|related)(?:$|[_-])"
)
# Never the page as a whole: sites put such words on <body> and <article> to say what is on them.
NAMED = frozenset("div section p ul ol blockquote span table".split())
# A box that holds more than this share of a page's text is no box beside it: ASP.NET puts a page in one form.
MOST = 0.5


def without_boxes(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take the boxes out of the page, each with what is in it; the text behind it stays."""
    for element in list(tree.iter("script", "style", "noscript", "template")):
        _drop(element)
    most = MOST * len(tree.text_content())
    for element in [*tree.iter(*PARTS), *(each for each in tree.iter(*NAMED) if _named(each))]:
        if len(element.text_content()) <= most:
            _drop(element)


def is_beside(element: Any) -> bool:  # noqa: ANN401
    """Return whether the element stands in a box beside the story."""
    return any(
        above.tag in {"nav", "footer", "aside", "form"} or _named(above) for above in element.iterancestors()
    )


def _drop(element: Any) -> None:  # noqa: ANN401
    if element.getparent() is not None:
        element.drop_tree()


def _named(element: Any) -> bool:  # noqa: ANN401
    if element.tag not in NAMED:
        return False
    words = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return not NAMES.isdisjoint(words) or any(PARTLY.search(word) for word in words)


# ----------------------------------------------------------------------------------------------------- hidden
# What a page holds and no reader sees: taken out before anything is looked for in it.

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
MOST_HIDDEN = 0.5
LONGEST_STYLE = 2000


def without_hidden(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take out what is hidden by an attribute or its own style, unless that is most of the page's text."""
    code = [each for each in tree.iter("script", "style", "noscript", "template") if _inside(each)]
    most = MOST_HIDDEN * (len(tree.text_content()) - sum(len(each.text_content()) for each in code))
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


# --------------------------------------------------------------------------------------------------- the gate
# What on a page says that the rest of the story is for subscribers, be it in a box that is no text.

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
