"""DOCX to its paragraphs: the text as it would be printed, headings marked.

python-docx reads no text boxes, hyperlinks or tracked changes by itself and builds the whole document with
lxml, so it would save little: a DOCX is a ZIP of XML, gone through here in one pass.

A Word file's properties name the account and the day of saving, which are no byline and no date of
publication: they are left alone, and bylines and dates are looked for in the text, as in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.read.formats.extracted import Extracted, Refusal, lines
from compare.read.formats.packed import Packed

CALLED = "a Word file"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"
# Struck by a tracked change, said twice for old programs, field codes, notes and comments by others.
PASSED_OVER = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange"}
BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
HEADING = re.compile(r"(?:heading|kop|titre|.berschrift) ?([1-6])", re.IGNORECASE)


def read_word(data: bytes) -> Extracted:
    """Return the text of a Word document.

    Raises:
        Refusal: if it is no Word text, is locked or damaged, or reaches a limit.
    """
    packed = Packed(data, called=CALLED)
    if MAIN not in packed.names:
        raise Refusal("it is an Office file without a Word text", "copy the article's text into a .txt file")
    levels = _levels(packed) if STYLES in packed.names else {}
    paragraphs = [words for words in _paragraphs(packed, levels) if words.strip("# \n")]
    return Extracted(text="\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _levels(packed: Packed) -> dict[str, int]:
    """Return the level of each heading style by its id: Word translates ids, but not the styles' names."""
    levels: dict[str, int] = {}
    style = ""
    for event, tag, said in packed.events(STYLES):
        if event == "start" and tag == "style":
            style = said.get("styleId", "")
        elif event == "start" and tag == "name":
            name = said.get("val", "")
            level = HEADING.fullmatch(name)
            if level or name.lower() == "title":
                levels[style] = int(level[1]) if level else 1
    return levels


def _paragraphs(packed: Packed, levels: dict[str, int]) -> Iterator[str]:
    # A paragraph can hold a text box with paragraphs of its own, hence the stacks.
    pieces: list[list[str]] = []
    marks: list[str] = []
    skipping = 0
    inside = False
    for event, tag, said in packed.events(MAIN):
        if event == "text":
            if inside and pieces and not skipping:
                pieces[-1].append(tag)
        elif tag in PASSED_OVER:
            skipping += 1 if event == "start" else -1
        elif skipping:
            continue
        elif tag == "t":
            inside = event == "start"
        elif tag == "p" and event == "start":
            pieces.append([])
            marks.append("")
        elif tag == "p" and pieces:
            yield from lines("".join(pieces.pop()), mark=marks.pop())
        elif event == "start" and pieces:
            level = levels.get(said.get("val", ""), 0) if tag == "pStyle" else 0
            marks[-1] = "#" * level + " " if level else marks[-1]
            pieces[-1].append(BREAKS.get(tag, ""))
