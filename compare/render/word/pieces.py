"""What handout and memo put into a Word file: words, quotations, lines to write on, tables with heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.quote import legible
from compare.render.layout import Layout
from compare.render.lesson.tasks import Runs
from compare.render.word.sheet import END, HEAD, KICKER, QUOTED, REFERENCE, blank

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

# A file may break a sentence into lines; a page shows a space there, and Word would break the line.
_LINE_END = re.compile(r"[\t\n\r\f\x85\u2028\u2029]")
BOX, TICKED = "☐\u00a0", "☑\u00a0"
"""Boxes, with the blank that keeps them beside their words."""


def begun(title: str, layout: Layout, *, kicker: str, heads: str, foot: str, date: str | None) -> Document:
    """Return a file that has its first lines: what it is, and what it is about; `title` is the file's own."""
    document = blank(title, layout, foot=foot, date=date)
    line(document, kicker, KICKER)
    heading(document, heads, 0)
    return document


def say(paragraph: Paragraph, words: str, *, style: str | None = None, bold: bool | None = None) -> None:
    """Add words to a paragraph, as they stand but for what XML cannot hold and for ends of lines."""
    run = paragraph.add_run(_LINE_END.sub(" ", legible(words)), style)
    if bold is not None:
        run.bold = bold


def quote(paragraph: Paragraph, text: str, *, nested: bool, cut: bool) -> None:
    """Add a quotation in its marks: single ones around words that hold double ones."""
    opening, closing = "‘’" if nested else "“”"
    say(paragraph, opening)
    say(paragraph, text, style=QUOTED)
    say(paragraph, f"{closing}…" if cut else closing)


def tell(paragraph: Paragraph, runs: Runs, *, style: str | None = None) -> None:
    """Add the runs of a sentence: words of the tool's, quotations, labels of sentences."""
    for before, run in zip((None, *runs), runs, strict=False):
        if run.quotation:
            if before and before.words.endswith(":"):
                say(paragraph, " ")
            quote(paragraph, run.quotation.text, nested=run.quotation.nested, cut=run.quotation.cut)
        elif run.reference:
            say(paragraph, f" {run.reference.words}", style=REFERENCE)
        else:
            say(paragraph, run.words, style=style)


def paragraph(place: Document | _Cell, style: str = "Normal") -> Paragraph:
    """Return a new paragraph; in an empty cell the one that every cell has."""
    from docx.table import _Cell

    if isinstance(place, _Cell):
        first: Paragraph = place.paragraphs[0]
        if len(place.paragraphs) == 1 and not first.runs and first._p.pPr is None:
            first.style = style
            return first
    made: Paragraph = place.add_paragraph(style=style)
    return made


def line(place: Document | _Cell, words: str = "", style: str = "Normal", *, held: bool = False) -> Paragraph:
    """Add a paragraph with words of the tool's; no page ends between a held one and what follows."""
    made = paragraph(place, style)
    if held:
        made.paragraph_format.keep_with_next = True
    if words:
        say(made, words)
    return made


def heading(document: Document, words: str, level: int, *, after: str = "", new_page: bool = False) -> None:
    """Add a heading of Word's for its outline; level 0 is the title, `after` stands in light type."""
    made = document.add_heading(level=level)
    say(made, words)
    if after:
        say(made, f" {after}", bold=False)
    if new_page:
        made.paragraph_format.page_break_before = True


def table(document: Document, heads: Sequence[str], shares: Sequence[float], *, width: float) -> Table:
    """Return a table that has columns of these shares, and a row of heads, repeated on each page, if any."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    made: Table = document.add_table(rows=1 if any(heads) else 0, cols=len(shares), style="Table Grid")
    made.autofit = False
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(share * width)
    if any(heads):
        for cell, words in zip(made.rows[0].cells, heads, strict=True):
            line(cell, words, HEAD)
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        made.rows[0]._tr.get_or_add_trPr().append(repeated)
    return made


def row(made: Table, *, height: float = 0.0, whole: bool = True) -> tuple[_Cell, ...]:
    """Return the cells of a new row, at least so many mm high; no page's end parts it if it stays whole."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    new: _Row = made.add_row()  # type: ignore[no-untyped-call]
    if whole:
        new._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
    if height:
        new.height, new.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    return tuple(new.cells)


def ended(document: Document) -> None:
    """Add what has to stand behind a table at the end of a file: a paragraph, as low as may be."""
    document.add_paragraph(style=END)


def outlet(label: str, name: str) -> str:
    """Return the mark of a text in words, since a screen reader tells no letter in a shape.

    >>> outlet("A", "Marle Courier"), outlet("B", "Text B")
    ('Text A: Marle Courier', 'Text B')
    """
    return f"Text {label}" if name == f"Text {label}" else f"Text {label}: {name}"
