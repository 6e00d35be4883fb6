"""What a page's JSON-LD says of its article, references to other parts of it followed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
