"""What a web page states about its article: JSON-LD, Open Graph and other meta elements, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compare.read.dates import date_line
from compare.read.formats.linked_data import line_of, linked_data
from compare.read.letters.entities import decoded

ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=[T ]|$)")
MAILED = re.compile(r"[A-Z][a-z]{2}, (\d{1,2} [A-Z][a-z]{2} \d{4}) \d")
IN_UTC = re.compile(r"\d(?:Z|[+-]00:?00)\Z")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
# "By Jane Doe" is a line of a page; the report writes "by" itself.
BY = re.compile(r"(?:written )?by:? ", re.IGNORECASE)
MOST_HEADINGS = 20
PAID_FOR = frozenset({"locked", "paid", "premium", "subscriber", "subscribers"})

# Open Graph, Dublin Core, and what analytics and newsletters (Parse.ly, Sailthru, Chartbeat) ask sites for.
NAMES = {
    "title": """og:title twitter:title dc.title dcterms.title parsely-title sailthru.title headline hdl
        citation_title title""".split(),
    "byline": """author article:author article:author_name og:article:author dc.creator dcterms.creator
        parsely-author sailthru.author byl byline cxenseparse:author rnews:author citation_author creator
        cse_authors""".split(),
    "published": """article:published_time og:article:published_time og:published_time datepublished
        article:published article.published parsely-pub-date sailthru.date dc.date.issued dcterms.issued
        dc.date dcterms.date dcterms.created dc.date.created dc.terms.created cxenseparse:recs:publishtime
        rnews:datepublished citation_publication_date publish-date publish_date publishdate publication_date
        published_time pubdate pub_date ptime displaydate date""".split(),
    "outlet": ["og:site_name"],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the page states; None where it does not."""

    title: str | None
    byline: str | None
    published: str | None
    published_in_utc: bool
    """Whether the day is that of Greenwich, which may be another one where the outlet is."""
    outlet: str | None
    language: str | None
    paid_for: bool
    """Whether the page says that its article is not free to read."""


def page_facts(tree: Any) -> Facts:  # noqa: ANN401 - lxml has no types
    """Return what the page's head and data say of the article, JSON-LD before meta elements.

    The title is the heading that a reader sees where the page states the same one; the outlet is a name that
    the page gives for its publisher or site and never taken from an address or a title.
    """
    heads = [line_of(decoded(head.text_content()).text) or "" for head in tree.xpath("//h1")[:MOST_HEADINGS]]
    data = linked_data(tree, headings=frozenset(head.casefold() for head in heads))
    metas = _metas(tree)
    stated = (
        data.line("headline")
        or _first(metas, "title")
        or line_of(decoded(tree.findtext(".//title") or "").text)
    )
    authors = ", ".join(data.names("author", "creator")) or _all(metas, "byline")
    day = data.line("datePublished") or data.line("dateCreated") or _first(metas, "published")
    access = " ".join(metas.get("article:content_tier", [])).lower()
    return Facts(
        title=_seen(tree, stated, heads) or stated,
        byline=_author(authors),
        published=_date(day),
        published_in_utc=IN_UTC.search(day or "") is not None,
        outlet=_first(metas, "outlet") or next(iter(data.names("publisher")), None),
        language=_language(tree.get("lang")),
        paid_for=data.is_paid_for
        or access in PAID_FOR
        or any(said.lower() == "false" for said in metas.get("isaccessibleforfree", [])),
    )


def _metas(tree: Any) -> dict[str, list[str]]:  # noqa: ANN401
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        keys = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        line = line_of(decoded(meta.get("content") or "").text)
        if line:
            for key in keys.lower().split()[:4]:
                found.setdefault(key, []).append(line)
    return found


def _first(metas: Mapping[str, list[str]], field: str) -> str | None:
    return next(iter(_each(metas, field)), None)


def _all(metas: Mapping[str, list[str]], field: str) -> str | None:
    """Return all values of the first name that has any: some sites write an element for each author."""
    return ", ".join(dict.fromkeys(_each(metas, field))) or None


def _each(metas: Mapping[str, list[str]], field: str) -> list[str]:
    for name in NAMES[field]:
        values = [line for line in metas.get(name, ()) if "://" not in line]
        if values:
            return values
    return []


def _author(line: str | None) -> str | None:
    if line is None:
        return None
    prefix = BY.match(line)
    return line[prefix.end() :] if prefix else line


def _date(line: str | None) -> str | None:
    if line is None:
        return None
    iso, mailed = ISO.match(line), MAILED.match(line)
    found = date_line("-".join(iso.groups()) if iso else mailed[1] if mailed else line)
    return found.iso if found else None


def _seen(tree: Any, stated: str | None, heads: list[str]) -> str | None:  # noqa: ANN401
    """Return the heading that the stated title is, has with a site's name added to it, or is short for."""
    if stated is None:
        return heads[0] if len(heads) == 1 else None
    small = stated.casefold()
    inside = [head for head in heads if head and head.casefold() in small]
    longer = [head for head in heads if head.casefold().startswith(f"{small} ")]
    return max(inside, key=len, default=None) or next(iter(longer), None) or _trimmed(tree, stated)


def _trimmed(tree: Any, stated: str) -> str | None:  # noqa: ANN401
    """Return a lower heading or bold line that the title begins or ends with, on pages without an <h1>."""
    for head in tree.xpath("//h2|//h3|//b|//strong")[: 4 * MOST_HEADINGS]:
        line = line_of(decoded(head.text_content()).text)
        if line and len(line) > len(stated) / 2 and (stated.startswith(line) or stated.endswith(line)):
            return line
    return None


def _language(code: str | None) -> str | None:
    """Return the page's language unless it is English, which is many sites' default: the text tells."""
    match = LANGUAGE.fullmatch((code or "").strip())
    return match[0] if match and match[1].lower() not in {"en", "eng"} else None
