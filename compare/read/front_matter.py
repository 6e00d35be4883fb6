"""YAML front matter: a `---` block at the top that says outlet, title, byline, date and language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compare.errors import UnreadableArticleError

_BREAK = r"(?:\r\n|[\n\r])"
OPENING = re.compile(rf"\s{{0,100}}?---[ \t]*{_BREAK}")
CLOSING = re.compile(rf"^(?:---|\.\.\.)[ \t]*(?:{_BREAK}|\Z)", re.MULTILINE)
PAIR = re.compile(r"[ \t]*(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?=\s|\Z)[ \t]*(?P<value>[^\n\r]*)")

# Real front matter has a few hundred characters; PyYAML needs about 0.1 s for this many.
MAX_LENGTH = 16 * 1024
# Real front matter is two deep. PyYAML's scanner takes quadratic time on brackets: 8,000 take 17 s.
MAX_DEPTH = 12
# A value is printed in one line of a report.
MAX_VALUE = 300

KEYS: Mapping[str, tuple[str, ...]] = {
    "outlet": ("outlet", "publication", "publisher", "source", "site"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("published", "date", "publication_date", "pubdate"),
    "language": ("lang", "language"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands in the block, as text; `title_at` is where the title stands in the file, word for word."""

    end: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    title_at: tuple[int, int] | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A scalar or a list of scalars under a top-level key, with the stretch that holds it."""

    text: str
    start: int
    end: int


def front_matter(text: str, *, name: str) -> FrontMatter:
    """Return what the front matter says; an empty record where the text begins without one.

    No YAML value is ever built into an object: scalars are read as the text that stands there, so that
    `date: 2023-10-22`, `title: 42` and `lang: no` all stay what the writer typed.

    Raises:
        UnreadableArticleError: if the block is longer than `MAX_LENGTH` or uses aliases.
    """
    opening = OPENING.match(text)
    if not opening:
        return FrontMatter()
    first = text[opening.end() : opening.end() + 4000].lstrip("\r\n\t #")
    if not PAIR.match(first) and not CLOSING.match(text, opening.end()):
        return FrontMatter()
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return FrontMatter(problem=f"{name}: the front matter has no closing ---; read as text")
    if closing.start() - opening.end() > MAX_LENGTH:
        raise UnreadableArticleError(
            f"cannot read {name}: its front matter is longer than {MAX_LENGTH // 1024} kB; shorten it"
        )
    problem = None
    try:
        found = dict(_yaml_pairs(text[opening.end() : closing.start()], offset=opening.end(), name=name))
    except _NotYamlError as error:
        problem = f"{name}: the front matter is not valid YAML ({error}); read line by line"
        found = dict(_line_pairs(text, opening.end(), closing.start()))
    values: dict[str, str] = {}
    title_at = None
    for field_name, keys in KEYS.items():
        value = next((found[key] for key in keys if key in found and _clean(found[key].text)), None)
        if value is None or (field_name == "outlet" and "://" in value.text):
            continue
        values[field_name] = _clean(value.text)
        if field_name == "title":
            title_at = _verbatim(text, value)
    return FrontMatter(end=closing.end(), values=values, title_at=title_at, problem=problem)


class _NotYamlError(Exception):
    """The block cannot be parsed; its text is where and why, on one line."""


def _yaml_pairs(block: str, *, offset: int, name: str) -> Iterator[tuple[str, Value]]:
    """Yield the top-level keys and values from the parser's events, which are flat and build nothing."""
    import yaml

    depth = 0
    key: str | None = None
    parts: list[str] = []
    start = 0
    try:
        for event in yaml.parse(block, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise UnreadableArticleError(
                    f"cannot read {name}: its front matter uses aliases (*{event.anchor}); write values out"
                )
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                if depth == 1 and key is not None:
                    yield key, Value(text=", ".join(parts), start=start, end=offset + _index(event.end_mark))
                    key, parts = None, []
            elif isinstance(event, yaml.CollectionStartEvent):
                if depth == 0 and isinstance(event, yaml.SequenceStartEvent):
                    raise _NotYamlError("it is a list, not keys with values")
                if depth == 1:
                    start = offset + _index(event.start_mark)
                depth += 1
                if depth > MAX_DEPTH:
                    raise _NotYamlError("too many brackets inside each other")
            elif isinstance(event, yaml.ScalarEvent):
                if depth == 0:
                    raise _NotYamlError("it is plain text, not keys with values")
                if depth > 1:
                    parts.append(event.value)
                elif key is None:
                    key = event.value.strip().lower()
                else:
                    at = (offset + _index(event.start_mark), offset + _index(event.end_mark))
                    yield key, Value(text=event.value, start=at[0], end=at[1])
                    key = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _NotYamlError(f"line {mark.line + 2}" if mark else "it holds odd characters") from error


def _index(mark: Any) -> int:  # noqa: ANN401 - PyYAML has two Mark types, with and without its C parser
    return int(mark.index) if mark is not None else 0


def _line_pairs(text: str, start: int, end: int) -> Iterator[tuple[str, Value]]:
    """Yield `key: value` lines as they stand, for the commonest slip: a colon in an unquoted title."""
    at = start
    while at < end:
        match = PAIR.match(text, at, end)
        if match:
            value = match["value"].strip().strip("\"'")
            first = text.find(value, match.start("value"))
            yield match["key"].strip().lower(), Value(text=value, start=first, end=first + len(value))
        line = re.compile(_BREAK).search(text, at, end)
        at = line.end() if line else end


def _clean(value: str) -> str:
    """Return the value fit for a line of a report: one line, printable, no longer than `MAX_VALUE`."""
    words = " ".join(value.split())
    kept = "".join(char for char in words if char.isprintable())
    return kept[:MAX_VALUE].strip() if kept.lower() not in {"null", "~", "none"} else ""


def _verbatim(text: str, value: Value) -> tuple[int, int] | None:
    """Return where the value stands letter by letter in its stretch, None where YAML changed it."""
    wanted = value.text.strip()
    at = text.find(wanted, value.start, value.end) if wanted else -1
    return (at, at + len(wanted)) if at >= 0 else None
