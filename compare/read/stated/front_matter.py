"""Front matter: a block of YAML or TOML at the top that says outlet, title, byline, date and language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from compare.errors import UnreadableArticleError
from compare.read.stated.stated import Stated, Value, chosen, fields, heads, pieces, plain, said

_BREAK = r"(?:\r\n|[\n\r])"
OPENING = re.compile(rf"\s{{0,100}}?---[ \t]*{_BREAK}")
TOML_OPENING = re.compile(rf"\s{{0,100}}?\+\+\+[ \t]*{_BREAK}")
TOML_CLOSING = re.compile(rf"^\+\+\+[ \t]*(?:{_BREAK}|\Z)", re.MULTILINE)
TOML_PAIR = re.compile(
    r"^[ \t]{0,20}(?P<key>[A-Za-z][\w-]{0,40})[ \t]{0,20}=[ \t]{0,20}(?P<value>\S[^\n\r]*)", re.MULTILINE
)
CLOSING = re.compile(rf"^(?:---|\.\.\.)[ \t]*(?:{_BREAK}|\Z)", re.MULTILINE)

# Real front matter has a few hundred characters; PyYAML needs about 0.1 s for this many.
MAX_LENGTH = 16 * 1024


def front_matter(text: str, *, name: str) -> Stated:
    """Return what the front matter says; an empty record where the text begins without one.

    No YAML value is ever built into an object: scalars are read as the text that stands there, so that
    `date: 2023-10-22`, `title: 42` and `lang: no` all stay what the writer typed.

    Raises:
        UnreadableArticleError: if the block is longer than `MAX_LENGTH` or uses aliases.
    """
    opening = OPENING.match(text)
    if not opening:
        return _toml(text)
    first = text[opening.end() : opening.end() + 4000].lstrip("\r\n\t #")
    if not known_key(first) and not CLOSING.match(text, opening.end()):
        return Stated()
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return Stated(problem=f"{name}: the front matter has no closing ---; read as text")
    if closing.start() - opening.end() > MAX_LENGTH:
        raise UnreadableArticleError(
            f"cannot read {name}: its front matter is longer than {MAX_LENGTH // 1024} kB; shorten it"
        )
    problem = None
    try:
        found = list(yaml_pairs(text, opening.end(), closing.start(), name=name))
    except NotYamlError as error:
        problem = f"{name}: the front matter is not valid YAML ({error}); read line by line"
        found = list(line_pairs(text, opening.end(), closing.start()))
    values = chosen({plain(key): value for key, value in found}, names=fields()["front_matter"])
    block = pieces(text, [(0, closing.end())], heads(text, values))
    return Stated(end=closing.end(), values=said(values), pieces=block, problem=problem)


def _toml(text: str) -> Stated:
    """Return what a block between lines of `+++` says, as Hugo writes it; one that is no TOML is text."""
    opening = TOML_OPENING.match(text)
    closing = TOML_CLOSING.search(text, opening.end(), opening.end() + MAX_LENGTH) if opening else None
    found = dict(_toml_pairs(text, opening.end(), closing.start())) if opening and closing else {}
    if not found or not closing:
        return Stated()
    values = chosen(found, names=fields()["front_matter"])
    block = pieces(text, [(0, closing.end())], heads(text, values))
    return Stated(end=closing.end(), values=said(values), pieces=block)


def _toml_pairs(text: str, start: int, end: int) -> Iterator[tuple[str, Value]]:
    import tomllib

    for match in TOML_PAIR.finditer(text, start, end):
        try:
            value = tomllib.loads(f"value = {match['value']}")["value"]
        except tomllib.TOMLDecodeError:
            continue
        items = value if isinstance(value, list) else [value]
        # Dates stay what the writer typed.
        shown = ", ".join(map(str, items)) if isinstance(value, list | str) else match["value"].strip()
        yield plain(match["key"]), Value(text=shown, start=match.start("value"), end=match.end("value"))


# ------------------------------------------------------------------------------------------------------- YAML
# Top-level keys and values of a block of YAML, by the parser or, where it is none, line by line.

PAIR = re.compile(
    r"[ \t]*[\"']?(?P<key>[A-Za-z][\w -]{0,40}?)[\"']?[ \t]*:(?=\s|\Z)[ \t]*(?P<value>[^\n\r]*)"
)
# "title:Bridge falls" is a slip of the hand; "https://" and "12:30" are none.
TIGHT = re.compile(r"[ \t]{0,20}(?P<key>[A-Za-z][\w-]{2,20}):(?P<value>[^\s/][^\n\r]*)")
LINE = re.compile(r"[^\n\r]+")
ITEM = re.compile(r"[ \t]{0,20}-[ \t]+(?P<value>[^\n\r]*)")
BLOCK = re.compile(r"[>|][+-]?\d?[+-]?[ \t]*(?:#.*)?")

# Real front matter is two deep. PyYAML's scanner takes quadratic time on brackets: 8,000 take 17 s.
MAX_DEPTH = 12


class NotYamlError(Exception):
    """The block cannot be parsed; its text is where and why, on one line."""


def known_key(line: str) -> re.Match[str] | None:
    """Return the match of a line that begins with a key, one without a blank only where the key is known.

    >>> known_key("title:Bridge falls")["key"], known_key("https://riverton.example")
    ('title', None)
    """
    match = PAIR.match(line)
    if match:
        return match
    match = TIGHT.match(line)
    known = {name for names in fields()["front_matter"].values() for name in names} if match else set()
    return match if match and plain(match["key"]) in known else None


def yaml_pairs(text: str, start: int, end: int, *, name: str) -> Iterator[tuple[str, Value]]:
    """Yield the top-level keys and values from the parser's events, which are flat and build nothing.

    Raises:
        NotYamlError: if the block is no YAML, or no mapping.
        UnreadableArticleError: if it repeats values by alias.
    """
    import yaml

    events = _checked_events(text[start:end], name=name)
    key: str | None = None
    for event in events:
        if key is None and isinstance(event, yaml.ScalarEvent):
            key = event.value
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            continue
        first = start + _index(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            last = start + _index(event.end_mark)
            # "!Important: ..." and "&c. ..." are words of a title and no tag or anchor of ours.
            marked = event.anchor or (event.tag and not event.tag.startswith("tag:yaml.org,"))
            value = text[first:last] if marked else event.value
        else:
            inside = [event, *_rest(events)]
            last = start + _index(inside[-1].end_mark)
            value = _names_or_all(inside)
        if key is not None:
            yield key, Value(text=value, start=first, end=last)
        key = None


def _checked_events(block: str, *, name: str) -> Iterator[Any]:
    """Yield the events of one mapping after its own start, or say why there is none."""
    import yaml

    depth = 0
    anchors: set[str] = set()
    try:
        for event in yaml.parse(block, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                if event.anchor not in anchors:
                    # "title: *Exclusive" is Markdown.
                    raise NotYamlError(f"*{event.anchor} stands for nothing")
                raise UnreadableArticleError(
                    f"cannot read {name}: its front matter uses aliases (*{event.anchor}); write values out"
                )
            if isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) and event.anchor:
                anchors.add(event.anchor)
            if depth == 0 and isinstance(event, yaml.SequenceStartEvent):
                raise NotYamlError("it is a list, not keys with values")
            if depth == 0 and isinstance(event, yaml.ScalarEvent):
                raise NotYamlError("it is plain text, not keys with values")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise NotYamlError("too many brackets inside each other")
            if depth > 1 or (depth == 1 and not isinstance(event, yaml.MappingStartEvent)):
                yield event
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        raise NotYamlError(f"line {mark.line + 2}" if mark else "it holds odd characters") from error


def _rest(events: Iterator[Any]) -> Iterator[Any]:
    """Yield the events up to the end of the collection that has just begun."""
    import yaml

    depth = 1
    while depth:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield event


def _names_or_all(events: Iterable[Any]) -> str:
    """Return the names of things that have one (`author: {name: Jane, url: ...}`), else every scalar."""
    import yaml

    keys: list[str | None] = []
    mappings: list[bool] = []
    scalars: list[tuple[str | None, str]] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            mappings.append(isinstance(event, yaml.MappingStartEvent))
            keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            mappings.pop()
            keys.pop()
            if keys:
                keys[-1] = None
        elif isinstance(event, yaml.ScalarEvent):
            if mappings[-1] and keys[-1] is None:
                keys[-1] = event.value
                continue
            scalars.append((keys[-1], event.value))
            keys[-1] = None
    named = [value for key, value in scalars if key is None or key.strip().lower() == "name"]
    return ", ".join(named or [part for pair in scalars for part in pair if part is not None])


def _index(mark: Any) -> int:  # noqa: ANN401 - PyYAML has two Mark types, with and without its C parser
    return int(mark.index) if mark is not None else 0


def line_pairs(text: str, start: int, end: int) -> Iterator[tuple[str, Value]]:
    """Yield `key: value` lines as they stand, with the list or indented lines below a key that has none."""
    key = ""
    below: list[tuple[int, int]] = []
    for line in LINE.finditer(text, start, end):
        match = known_key(line[0])
        indented = line[0][:1] in " \t"
        if match and not (key and indented):
            yield from _gathered(text, key, below)
            key, below = "", []
            at = line.start() + match.start("value")
            value = match["value"].strip()
            if value and not BLOCK.fullmatch(value):
                yield match["key"], _unquoted(value, at=text.index(value, at))
            else:
                key = match["key"]
        elif key and (indented or ITEM.match(line[0])):
            below.append(line.span())
        elif line[0].strip():
            yield from _gathered(text, key, below)
            key, below = "", []
    yield from _gathered(text, key, below)


def _gathered(text: str, key: str, below: list[tuple[int, int]]) -> Iterator[tuple[str, Value]]:
    """Yield the lines below a key as one value: items with commas, others as the lines of a paragraph."""
    if not below:
        return
    items = [ITEM.match(text, *span) for span in below]
    if all(items):
        shown = ", ".join(_unquoted(item["value"].strip(), at=0).text for item in items if item)
    else:
        shown = " ".join(text[slice(*span)].strip() for span in below)
    yield key, Value(text=shown, start=below[0][0], end=below[-1][1])


def _unquoted(value: str, *, at: int) -> Value:
    """Return a value without the marks around it, which are those that do not belong to its words."""
    start, end = 0, len(value)
    mark = value[:1]
    if mark and mark in "\"'":
        inner = value[1:-1] if len(value) > 1 and value.endswith(mark) else ""
        first = inner.find(mark)
        # "We will" says the mayor, "or else": its first mark inside closes what the first of all opened.
        opens = first < 0 or inner[max(first - 1, 0)] in " ([\\'\"" or first == 0
        if inner and opens:
            start, end = 1, end - 1
        elif value.count(mark) == 1:
            start = 1
    shown = value[start:end]
    if start == 1 and end < len(value):
        shown = shown.replace('\\"', '"') if mark == '"' else shown.replace("''", "'")
    return Value(text=shown, start=at + start, end=at + end)
