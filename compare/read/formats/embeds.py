"""Posts of social networks in a story: their words in quotation marks, or a word that one was left out.

A post is a source that the story cites. Without marks its words would read as the outlet's own.
"""

from __future__ import annotations

import re
from typing import Any

from compare.read.formats.boxes import is_beside
from compare.read.formats.paragraphs import words_in

# What the networks' own code puts on a post: class, and elements of AMP pages.
POSTS = frozenset(
    """twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed bluesky-embed mastodon-embed
    text-post-media reddit-card reddit-embed-bq threads-embed telegram-post tumblr-post vk-post""".split()
)
ELEMENTS = ("amp-twitter", "amp-instagram", "amp-facebook", "amp-tiktok", "amp-reddit", "twitter-widget")
WRAPPERS = frozenset("div figure section span p center aside".split())
STATUS = re.compile(r"//(?:mobile\.|www\.)?(?:twitter|x)\.com/\w{1,30}/status/", re.IGNORECASE)
# The address of a frame that holds one post.
FRAME = re.compile(
    r"//(?:[\w-]{1,30}\.){0,3}(?:(?:twitter|x)\.com/(?:embed|i/|\w{1,30}/status)|instagram\.com/(?:p|reel|tv)/"
    r"|facebook\.com/plugins/(?:post|video)|tiktok\.com/(?:embed|player)|bsky\.app/embed|threads\.(?:net|com)/@"
    r"|reddit(?:media)?\.com/r/|truthsocial\.com/@|t\.me/[\w/]{1,60}\?embed|vk\.com/widget"
    r"|[\w.-]{1,60}/@\w{1,30}/\d{1,20}/embed)",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"(?:twitter|x|facebook|instagram|threads|bluesky|tiktok|mastodon|embedded) (?:tweet|post)\b", re.I
)
# Nothing that the author of a post wrote.
LINKS = re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/|t\.co/)\S{1,200}")
NO_WORDS = re.compile(
    r"view (?:this|more on|on|post on)\b|(?:a )?(?:photo|post|video) (?:shared|posted) by\b|view profile",
    re.I,
)
SIGNED = re.compile(r"[—–―-]{1,2} ?([^()—–]{1,60} \(@\w{1,30}\)(?:,? [\w ,]{4,30})?)")
QUOTED = re.compile(r"[\"“].{0,5000}[\"”]", re.DOTALL)
FEWEST_WORDS = 3
# For each the text around it is looked at; a live page of a day has some 40.
MOST = 100


def into_quotations(tree: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """Set each post's words in a paragraph, marked as a quotation, with its signature below.

    Returned is what stands for each post that the page holds, in order: its quotation, or nothing where the
    page holds none of its words.
    """
    kept: list[str] = []
    done: set[Any] = set()
    for post in [each for each in tree.iter() if isinstance(each.tag, str) and _is_post(each)][:MOST]:
        place = _alone(post)
        if not done.isdisjoint(post.iterancestors()) or is_beside(place):
            continue
        done.add(post)
        words, signature = _said(post)
        kept.append(words)
        for line in filter(None, (words, signature)):
            paragraph = post.makeelement("p")
            paragraph.text = line
            place.addprevious(paragraph)
        post.drop_tree()
    return kept


def _alone(post: Any) -> Any:  # noqa: ANN401
    """Return the outermost element around the post that holds nothing else: sites wrap them in figures."""
    words = words_in(post)
    for above in post.iterancestors():
        if above.tag not in WRAPPERS or words_in(above) != words:
            break
        post = above
    return post


def note_on_posts(kept: list[str], text: str) -> str | None:
    r"""Return what is said of the posts in the text, None where there is none on the page.

    >>> note_on_posts(["“We saw it.”", ""], "She wrote:\n\n“We saw it.”")
    'an embedded post stands in quotation marks; an embedded post was left out'
    """
    found = sum(1 for words in kept if words and words in text)
    said = [
        _counted(found, one="stands in quotation marks", more="stand in quotation marks"),
        _counted(len(kept) - found, one="was left out", more="were left out"),
    ]
    return "; ".join(filter(None, said)) or None


def _counted(number: int, *, one: str, more: str) -> str:
    if number < 2:
        return f"an embedded post {one}" if number else ""
    return f"{number} embedded posts {more}"


def _is_post(element: Any) -> bool:  # noqa: ANN401
    if element.tag in ELEMENTS:
        return True
    if element.tag == "iframe":
        source = element.get("src") or element.get("data-src") or ""
        return (
            FRAME.search(source[:400]) is not None
            or TITLED.match((element.get("title") or "")[:100]) is not None
        )
    if element.tag not in {"blockquote", "div", "figure", "section"}:
        return False
    if not POSTS.isdisjoint((element.get("class") or "").lower().split()):
        return True
    # Some programs save a page without its classes; the post's own link stays.
    links = element.iter("a") if element.tag == "blockquote" else ()
    return any(STATUS.search((link.get("href") or "")[:300]) for link in links)


def _said(post: Any) -> tuple[str, str]:  # noqa: ANN401
    """Return the post's words as a quotation, and its author and day as the networks write them."""
    lines = list(post.iter("p"))
    texts = (" ".join(LINKS.sub(" ", words_in(line)).split()) for line in lines)
    words = " ".join(text for text in texts if text and not NO_WORDS.match(text))
    if len(words.split()) < FEWEST_WORDS:
        return "", ""
    for line in lines:
        line.drop_tree()
    # What furniture rules know for a signature: of others, the story itself says who wrote the post.
    signed = SIGNED.search(words_in(post))
    whole = QUOTED.fullmatch(words) is not None
    return (words if whole else f"“{words}”"), f"— {signed[1]}" if signed else ""
