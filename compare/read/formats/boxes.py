"""What stands on a web page beside and between the paragraphs: found by the names that sites give it.

The names are what content systems call such boxes by default, and what stood in the seven made layouts that
`web_page.py` gives figures for: on those the figures flatter it.
"""

from __future__ import annotations

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
# Never the page as a whole: sites put such words on <body> and <article> to say what is on them.
NAMED = frozenset("div section p ul ol blockquote span table".split())
# A paragraph or list of which more than this is links leads elsewhere.
LINKED = 0.8
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
    for element in [each for each in tree.iter("p", "ul") if _leads_elsewhere(each)]:
        _drop(element)


def _drop(element: Any) -> None:  # noqa: ANN401
    if element.getparent() is not None:
        element.drop_tree()


def _named(element: Any) -> bool:  # noqa: ANN401
    words = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return not NAMES.isdisjoint(words)


def _leads_elsewhere(element: Any) -> bool:  # noqa: ANN401
    """Return whether it is one link, or a list of nothing but links."""
    if element.tag == "p":
        links = element.findall("a")
        return len(links) == 1 and _share(links[0], element) > LINKED
    items = element.findall("li")
    links = [item.find("a") for item in items]
    return bool(items) and all(
        link is not None and _share(link, item) > LINKED for link, item in zip(links, items, strict=True)
    )


def _share(link: Any, element: Any) -> float:  # noqa: ANN401
    words = len(" ".join(element.text_content().split()))
    return len(" ".join(link.text_content().split())) / words if words else 0.0
