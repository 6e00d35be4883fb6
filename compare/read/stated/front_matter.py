"""Front matter: a block of YAML or TOML at the top that says outlet, title, byline, date and language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.errors import UnreadableArticleError
from compare.read.stated.stated import Stated, Value, chosen, fields, heads, pieces, plain, said
from compare.read.stated.yaml_pairs import NotYamlError, known_key, line_pairs, yaml_pairs

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
