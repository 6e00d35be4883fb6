"""EPUB to the text of its chapters, in the order of its spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from compare.read.dates import date_line
from compare.read.formats.extracted import Extracted, Refusal
from compare.read.formats.packed import Packed

CALLED = "an EPUB book"
CONTAINER = "META-INF/container.xml"
LOCKED = "META-INF/encryption.xml"
HEADS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
BLOCKS = {
    *HEADS,
    "p",
    "li",
    "blockquote",
    "div",
    "td",
    "th",
    "dt",
    "dd",
    "pre",
    "section",
    "body",
    "br",
    "tr",
}
PASSED_OVER = {"head", "script", "style", "nav", "figcaption", "svg", "math", "aside"}
FACTS = {"title", "creator", "date", "publisher", "language"}
MOST_CHAPTERS = 500
LONGEST = 300


def read_book(data: bytes) -> Extracted:
    """Return the text of a book's chapters, and the title, authors, date and publisher that it states.

    Raises:
        Refusal: if it is no EPUB, is locked or damaged, or reaches a limit.
    """
    packed = Packed(data, called=CALLED)
    if LOCKED in packed.names and b"http://www.idpf.org/2008/embedding" not in packed.read(LOCKED):
        raise Refusal("it is an EPUB book under copy protection", "copy the article's text into a .txt file")
    roots = (said for _, tag, said in packed.events(CONTAINER) if tag == "rootfile")
    package = next((said["full-path"] for said in roots if "full-path" in said), "")
    facts: dict[str, list[str]] = {}
    files: dict[str, str] = {}
    spine: list[str] = []
    stated = ""
    for event, tag, said in packed.events(package):
        if event == "text":
            if stated:
                facts[stated][-1] += tag
        elif tag in FACTS:
            stated = tag if event == "start" else ""
            if stated:
                facts.setdefault(stated, []).append("")
        elif event == "start" and tag == "item" and said.get("media-type") == "application/xhtml+xml":
            if "nav" not in said.get("properties", "").split():
                files[said.get("id", "")] = said.get("href", "")
        elif event == "start" and tag == "itemref" and said.get("linear") != "no":
            spine.append(said.get("idref", ""))
    folder = posixpath.dirname(package)
    chapters = [posixpath.normpath(posixpath.join(folder, unquote(files[id]))) for id in spine if id in files]
    if len(chapters) > MOST_CHAPTERS:
        raise Refusal(f"it is {CALLED} of more than {MOST_CHAPTERS} chapters", "give one article's text")
    blocks = [block for chapter in chapters for block in _blocks(packed, chapter)]
    date = date_line(_one(facts, "date")[:10])
    language = _one(facts, "language")
    return Extracted(
        text="\n\n".join(blocks) + "\n",
        encoding="utf-8",
        title=_one(facts, "title") or None,
        byline=", ".join(filter(None, map(_line, facts.get("creator", [])))) or None,
        published=date.iso if date else None,
        outlet=_one(facts, "publisher") or None,
        language=language if language and not language.lower().startswith("en") else None,
    )


def _one(facts: dict[str, list[str]], name: str) -> str:
    return next((line for line in map(_line, facts.get(name, [])) if line), "")


def _line(words: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())[:LONGEST]


def _blocks(packed: Packed, chapter: str) -> Iterator[str]:
    """Yield the chapter's blocks, each on a line, headings marked."""
    words: list[str] = []
    mark = ""
    skipping = 0
    for event, tag, _ in packed.events(chapter):
        if event == "text":
            if not skipping:
                words.append(tag)
        elif tag in PASSED_OVER:
            skipping += 1 if event == "start" else -1
        elif tag in BLOCKS and not skipping:
            line = " ".join("".join(words).split())
            if line:
                yield mark + line
            words = []
            mark = HEADS.get(tag, "") if event == "start" else ""
