"""What a web page states about its article: JSON-LD, Open Graph and other meta elements, never a guess."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compare.read.dates import date_line

ARTICLE = re.compile(r"Article$|^(?:Report|LiveBlogPosting|BlogPosting)$")
ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]|$)")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
# "By Jane Doe" is a line of a page; the report writes "by" itself.
BY = re.compile(r"(?:written )?by:? ", re.IGNORECASE)
MOST_JSON = 256 * 1024
MOST_BLOCKS = 20
# A line of the report, as in front matter.
LONGEST = 300
DEEPEST = 6

NAMES = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate"),
    "outlet": ("og:site_name",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the page states; None where it does not."""

    title: str | None
    byline: str | None
    published: str | None
    outlet: str | None
    language: str | None


def page_facts(tree: Any) -> Facts:  # noqa: ANN401 - lxml has no types
    """Return what the page's head and data say of the article, JSON-LD before meta elements.

    The title is the heading that a reader sees where the page states the same one; the outlet is a name that
    the page gives for its publisher or site and never taken from an address or a title.
    """
    data = next(_articles(tree), {})
    metas = _metas(tree)
    stated = _line(data.get("headline")) or _first(metas, "title") or _line(tree.findtext(".//title"))
    authors = ", ".join(_names(data.get("author"))) or _first(metas, "byline")
    return Facts(
        title=_seen(tree, stated) or stated,
        byline=_author(authors),
        published=_date(_line(data.get("datePublished"))) or _date(_first(metas, "published")),
        outlet=_first(metas, "outlet") or next(iter(_names(data.get("publisher"))), None),
        language=_language(tree.get("lang")),
    )


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    for block in tree.xpath("//script[@type='application/ld+json']")[:MOST_BLOCKS]:
        text = block.text or ""
        if len(text) <= MOST_JSON:
            try:
                yield from _typed(json.loads(text), depth=0)
            except (ValueError, RecursionError):
                continue


def _typed(value: object, *, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _typed(each, depth=depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(kind, str) and ARTICLE.search(kind) for kind in _listed(kinds)):
            yield value
        yield from _typed(value.get("@graph"), depth=depth + 1)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(value: object) -> Iterator[str]:
    for each in _listed(value):
        name = _line(each.get("name") if isinstance(each, dict) else each)
        if name and "://" not in name:
            yield name


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        line = _line(meta.get("content"))
        if line:
            found.setdefault(key.strip().lower(), line)
    return found


def _first(metas: Mapping[str, str], field: str) -> str | None:
    return next((metas[name] for name in NAMES[field] if name in metas and "://" not in metas[name]), None)


def _line(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join("".join(char if char.isprintable() else " " for char in value).split())
    return words[:LONGEST].strip() or None


def _author(line: str | None) -> str | None:
    if line is None:
        return None
    prefix = BY.match(line)
    return line[prefix.end() :] if prefix else line


def _date(line: str | None) -> str | None:
    if line is None:
        return None
    iso = ISO.match(line)
    found = date_line(iso[1] if iso else line)
    return found.iso if found else None


def _seen(tree: Any, stated: str | None) -> str | None:  # noqa: ANN401
    """Return the heading that the stated title is, or has with a site's name added to it."""
    heads = [_line(head.text_content()) for head in tree.xpath("//h1")[:MOST_BLOCKS]]
    if stated is None:
        return heads[0] if len(heads) == 1 else None
    inside = [head for head in heads if head and head.casefold() in stated.casefold()]
    return max(inside, key=len, default=None) or _trimmed(tree, stated)


def _trimmed(tree: Any, stated: str) -> str | None:  # noqa: ANN401
    """Return a lower heading or bold line that the title begins or ends with, on pages without an <h1>."""
    for head in tree.xpath("//h2|//h3|//b|//strong")[: 4 * MOST_BLOCKS]:
        line = _line(head.text_content())
        if line and len(line) > len(stated) / 2 and (stated.startswith(line) or stated.endswith(line)):
            return line
    return None


def _language(code: str | None) -> str | None:
    """Return the page's language unless it is English, which is many sites' default: the text tells."""
    match = LANGUAGE.fullmatch((code or "").strip())
    return match[0] if match and match[1].lower() not in {"en", "eng"} else None
