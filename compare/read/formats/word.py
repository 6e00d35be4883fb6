"""DOCX to its paragraphs: the text as it would be printed, headings marked.

python-docx reads no text boxes, hyperlinks or tracked changes by itself and builds the whole document with
lxml, so it would save little: a DOCX is a ZIP of XML, gone through here in one pass.

A Word file's properties name the account and the day of saving, which are no byline and no date of
publication: they are left alone, and bylines and dates are looked for in the text, as in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
    styles = _styles(packed) if STYLES in packed.names else _Styles()
    paragraphs = [words for words in _paragraphs(packed, styles) if words.strip("# \n")]
    return Extracted(text="\n\n".join(paragraphs) + "\n", encoding="utf-8")


@dataclass(slots=True)
class _Styles:
    levels: dict[str, int] = field(default_factory=dict)
    """The level of each heading style by its id: Word translates ids, but not the styles' names."""
    hidden: dict[str, bool] = field(default_factory=dict)
    """Whether the style hides its text or shows it, of those that say so."""


def _styles(packed: Packed) -> _Styles:
    found = _Styles()
    style = ""
    for event, tag, said in packed.events(STYLES):
        if event != "start":
            continue
        if tag == "style":
            style = said.get("styleId", "")
        elif tag == "name":
            name = said.get("val", "")
            level = HEADING.fullmatch(name)
            if level or name.lower() == "title":
                found.levels[style] = int(level[1]) if level else 1
        elif tag == "basedOn" and found.hidden.get(said.get("val", "")):
            # A style stands below the one that it is based on.
            found.hidden[style] = True
        elif tag == "vanish" and style:
            found.hidden[style] = _on(said)
    return found


def _on(said: dict[str, str]) -> bool:
    return said.get("val", "true").lower() not in {"0", "false", "off"}


@dataclass(slots=True)
class _Paragraph:
    # A paragraph can hold a text box with paragraphs of its own, hence a stack of these.
    pieces: list[str] = field(default_factory=list)
    mark: str = ""
    hidden: bool = False
    """Whether its style hides what is in it."""
    run_hidden: bool | None = None
    """Whether the run that is open hides its text; None where it does not say."""
    in_run: bool = False

    def take(self, words: str) -> None:
        if not (self.hidden if self.run_hidden is None else self.run_hidden):
            self.pieces.append(words)


def _paragraphs(packed: Packed, styles: _Styles) -> Iterator[str]:
    open_ones: list[_Paragraph] = []
    skipping = 0
    inside = False
    for event, tag, said in packed.events(MAIN):
        if event == "text":
            if inside and open_ones and not skipping:
                open_ones[-1].take(tag)
        elif tag in PASSED_OVER:
            skipping += 1 if event == "start" else -1
        elif skipping:
            continue
        elif tag == "t":
            inside = event == "start"
        elif tag == "p" and event == "start":
            open_ones.append(_Paragraph())
        elif tag == "p" and open_ones:
            done = open_ones.pop()
            yield from lines("".join(done.pieces), mark=done.mark)
        elif open_ones and tag == "r":
            open_ones[-1].in_run, open_ones[-1].run_hidden = event == "start", None
        elif event == "start" and open_ones:
            _set(open_ones[-1], tag, said, styles)


def _set(paragraph: _Paragraph, tag: str, said: dict[str, str], styles: _Styles) -> None:
    """Take up a property or a break of the paragraph."""
    if tag == "pStyle":
        style = said.get("val", "")
        level = styles.levels.get(style, 0)
        paragraph.mark = "#" * level + " " if level else paragraph.mark
        paragraph.hidden = styles.hidden.get(style, False)
    elif tag == "rStyle" and paragraph.in_run:
        paragraph.run_hidden = styles.hidden.get(said.get("val", ""))
    elif tag == "vanish" and paragraph.in_run:
        # Outside of a run it is said of the paragraph's own mark, and hides no letter.
        paragraph.run_hidden = _on(said)
    elif tag in BREAKS:
        paragraph.take(BREAKS[tag])
