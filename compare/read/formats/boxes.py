"""What stands on a web page beside and between the paragraphs: found by the names that sites give it.

The names are what content systems call such boxes by default, and what stood in the seven made layouts that
`web_page.py` gives figures for: on those the figures flatter it.
"""

from __future__ import annotations

import re
from typing import Any

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
