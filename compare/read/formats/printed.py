"""PDF with a text layer to its paragraphs.

PDFium (pypdfium2, BSD 3-Clause or Apache 2.0) gives characters with their places in the order in which they
were set, which is the reading order of columns in what browsers, Word and layout programs write. It needs no
package beside it and takes 0.03 s for a page with what is below, where pdfminer.six takes 0.1 to 0.2 s.

A PDF's own title and author are often those of the program or account that wrote it, so the headline and
byline are looked for in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from compare.read.formats.extracted import SAVE_AS_TEXT, Extracted, Refusal
from compare.read.formats.glyphs import page_lines
from compare.read.formats.typeset import Line, in_reading_order, paragraphs

# An article printed from a web page has 2 to 12 pages.
MOST_PAGES = 50
LEAST_TEXT = 20
# How many lines from a page's edges a running head or foot may take up.
EDGE = 2
# Page numbers; and the address, date and time that browsers print at a page's edges.
FOLIO = re.compile(
    r"(?:page |p\. ?)?[-–— ]{0,3}\d{1,4}(?: ?(?:/|of) ?\d{1,4})?[-–— ]{0,3}"
    r"|https?://\S+(?: \d{1,4}/\d{1,4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}.{0,200}",
    re.IGNORECASE,
)
# A footnote begins with the figure by which the text refers to it.
NOTE = re.compile(r"[(\[]?(\d{1,3}|[*†‡§])[.)\]:]{0,2}(?= ?\S)")
# It is set smaller than the text, or this many sizes below it; lines of a text stand 1.2 sizes apart.
SMALLER = 0.95
APART = 1.9
# A column has 100 lines at most.
COLUMN = 200


def read_pdf(data: bytes) -> Extracted:
    """Return the text of a PDF's pages without running heads, page numbers and hyphens at line ends.

    Raises:
        Refusal: if it is locked, damaged or too long, or has no text layer.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
        count = len(document)
        if count > MOST_PAGES:
            raise Refusal(f"it is a PDF of more than {MOST_PAGES} pages", "give the article's pages only")
        read = [page_lines(document[number]) for number in range(count)]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal("it is a PDF locked with a password", "save it without one") from error
        # The list of objects, or a page: without one of its pages an article is no whole one.
        raise Refusal("it is a PDF that is damaged", "save it again") from error
    pages = [in_reading_order(page.lines) for page in read]
    letters = sum(char.isalnum() for page in pages for line in page for char in line.text)
    if letters < LEAST_TEXT:
        raise Refusal("it is a PDF without a text layer, such as a scan", "run OCR over it, or type the text")
    kept = [
        _without_notes(page, each.references) for page, each in zip(_without_edges(pages), read, strict=True)
    ]
    notes = sum(number for _, number in kept)
    text = paragraphs([lines for lines, _ in kept])
    strange = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if strange > letters / 4:
        raise Refusal("it is a PDF whose letters have no meaning but their shape", SAVE_AS_TEXT)
    note = f"{notes} footnote{'s' * (notes > 1)} left out" if notes else None
    return Extracted(text=text, encoding="unicode", note=note)


def _without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without what stands at the edge of half the pages or more."""
    edges = [_edge(page) for page in pages]
    seen = Counter(form for edge in edges for form in {_form(line) for line in edge})
    most = max(2, len(pages) / 2)
    return [
        [
            line
            for line in page
            if not (line in edge and (FOLIO.fullmatch(line.text) or seen[_form(line)] >= most))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _without_notes(page: Sequence[Line], references: Collection[str]) -> tuple[list[Line], int]:
    """Return the page without the footnotes that its text refers to, and how many these were."""
    number = 0
    kept: list[Line] = []
    foot: Line | None = None
    for line in page:
        begins = NOTE.match(line.text)
        refers = begins is not None and begins[1] in references
        if foot is None and begins and refers and _is_note(line, begins[1], kept[-COLUMN:]):
            foot = line
        # What is below it belongs to it or to the next one; the next column begins higher.
        if foot is not None and line.bottom > foot.top:
            foot = None
        if foot is None:
            kept.append(line)
        else:
            number += refers
    return kept, number


def _is_note(line: Line, figure: str, before: Sequence[Line]) -> bool:
    """Return whether a line stands below all of its column, apart from it or smaller, and in no list."""
    column = [other for other in before if other.left < line.right and line.left < other.right]
    if not column or any(other.bottom <= line.bottom for other in column):
        return False
    if figure.isdigit() and any(other.text.startswith(f"{int(figure) - 1}. ") for other in column):
        return False
    above = min(column, key=lambda other: other.bottom)
    return line.size < SMALLER * above.size or above.bottom - line.bottom > APART * above.size


def _edge(page: Sequence[Line]) -> set[Line]:
    heights = sorted({round(line.bottom) for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return {line for line in page if round(line.bottom) in outer}


def _form(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())
