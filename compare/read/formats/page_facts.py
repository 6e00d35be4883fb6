"""What a web page states about its article: JSON-LD, Open Graph and other meta elements, never a guess."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compare.read.dates import date_line
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


# ------------------------------------------------------------------------------------------------ linked data
# What a page's JSON-LD says of its article, references to other parts of it followed.

Thing = Mapping[str, Any]

ARTICLE = re.compile(r"(?:Article|^Report|^LiveBlogPosting|^BlogPosting|NewsReport)$")
BLOCK = re.compile(r"application/ld\+json ?(?:;|\Z)", re.IGNORECASE)
MOST_JSON = 256 * 1024
MOST_BLOCKS = 20
MOST_THINGS = 5000
DEEPEST = 8
# A line of the report, as in front matter.
LONGEST = 300
# Keys of what a thing of the page holds beside its article: the article may stand below them.
AROUND = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """The article's own entry, and every entry that has an `@id`; both may be empty."""

    article: Thing
    by_id: Mapping[str, Thing]

    def line(self, key: str) -> str | None:
        """Return a text of the article's entry on one line."""
        value = self.article.get(key)
        return line_of(html.unescape(value)) if isinstance(value, str) else None

    def names(self, *keys: str) -> list[str]:
        """Return the names under the first of the keys that has any."""
        for key in keys:
            found = list(dict.fromkeys(self._names(self.article.get(key), depth=0)))
            if found:
                return found
        return []

    def _names(self, value: object, *, depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            return
        if isinstance(value, list):
            for each in value:
                yield from self._names(each, depth=depth + 1)
        elif isinstance(value, dict):
            inside = value.get("name") or value.get("@list") or value.get("@set")
            reference = value.get("@id")
            if inside:
                yield from self._names(inside, depth=depth + 1)
            elif isinstance(reference, str) and reference in self.by_id:
                yield from self._names(self.by_id[reference].get("name"), depth=depth + 1)
        elif isinstance(value, str):
            name = line_of(html.unescape(value))
            if name and value in self.by_id:
                yield from self._names(self.by_id[value].get("name"), depth=depth + 1)
            elif name and "://" not in name and not name.startswith(("#", "/")):
                yield name

    @property
    def is_paid_for(self) -> bool:
        """Whether the page says that its article, or a part of it, is not free to read."""
        parts = _listed(self.article.get("hasPart"))
        return any(_is_false(each) for each in [self.article, *parts])


def linked_data(tree: Any, *, headings: frozenset[str]) -> LinkedData:  # noqa: ANN401 - lxml has no types
    """Return what the page's JSON-LD holds; of several articles the one whose headline the page shows.

    `headings` are the page's headings in small letters.
    """
    things: list[Thing] = []
    blocks = [block for block in tree.iter("script") if BLOCK.match((block.get("type") or "").strip())]
    for block in blocks[:MOST_BLOCKS]:
        text = block.text or ""
        if len(text) <= MOST_JSON:
            try:
                things += _things(json.loads(_bare(text), strict=False), depth=0)
            except (ValueError, RecursionError):
                continue
    del things[MOST_THINGS:]
    by_id = {each["@id"]: each for each in things if isinstance(each.get("@id"), str) and each.get("name")}
    articles = [each for each in things if _is_article(each)]
    shown = (each for each in articles if str(each.get("headline")).casefold() in headings)
    return LinkedData(article=next(shown, articles[0] if articles else {}), by_id=by_id)


def _bare(text: str) -> str:
    """Return the data without the comment marks that old content systems put around scripts."""
    opening = text.find("CDATA[", 0, 80)
    inside = text[opening + 6 :].rpartition("]]>")[0] if opening >= 0 else text
    first = min((at for at in (inside.find("{"), inside.find("[")) if at >= 0), default=0)
    return inside[first : 1 + inside.rfind("]" if inside[first : first + 1] == "[" else "}")]


def line_of(text: str) -> str | None:
    """Return the text as a line fit for the report, None if it is empty."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words[:LONGEST].strip() or None


def _things(value: object, *, depth: int) -> Iterator[Thing]:
    """Yield the entries of the page, and those that stand in them under a key of their own."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth=depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in AROUND:
            yield from _things(value.get(key), depth=depth + 1)
        for key in ("author", "creator", "publisher"):
            yield from (each for each in _listed(value.get(key)) if isinstance(each, dict))


def _is_article(thing: Thing) -> bool:
    return any(isinstance(kind, str) and ARTICLE.search(kind) for kind in _listed(thing.get("@type")))


def _is_false(value: object) -> bool:
    said = value.get("isAccessibleForFree") if isinstance(value, dict) else None
    return said is False or (
        isinstance(said, str) and said.rpartition("/")[2].strip().lower() in {"false", "no"}
    )


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
