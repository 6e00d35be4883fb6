"""PDF with a text layer to its paragraphs.

PDFium (pypdfium2, BSD 3-Clause or Apache 2.0) gives characters with their places in the order in which they
were set, which is the reading order of columns in what browsers, Word and layout programs write. It needs no
package beside it and takes 0.03 s for a page with what is below, where pdfminer.six takes 0.1 to 0.2 s.

A PDF's own title and author are often those of the program or account that wrote it, so the headline and
byline are looked for in the text.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from compare.read.formats.columns import in_reading_order
from compare.read.formats.extracted import Extracted, Refusal
from compare.read.formats.typeset import Line, paragraphs

SAVE_AS_TEXT = "copy the article's text into a .txt or .md file"
# An article printed from a web page has 2 to 12 pages.
MOST_PAGES = 50
# A page of a broadsheet has 15,000 characters.
MOST_ON_A_PAGE = 100_000
LEAST_TEXT = 20
# How many lines from a page's edges a running head or foot may take up.
EDGE = 2
# Page numbers; and the address, date and time that browsers print at a page's edges.
FOLIO = re.compile(
    r"(?:page |p\. ?)?[-–— ]{0,3}\d{1,4}(?: ?(?:/|of) ?\d{1,4})?[-–— ]{0,3}"
    r"|https?://\S+(?: \d{1,4}/\d{1,4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}.{0,200}",
    re.IGNORECASE,
)
HYPHENS = {0x02: "\u00ad", 0xFFFE: "\u00ad", 0xFFFF: ""}


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
        pages = [in_reading_order(list(_lines(document[number]))) for number in range(count)]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal("it is a PDF locked with a password", "save it without one") from error
        # The list of objects, or a page: without one of its pages an article is no whole one.
        raise Refusal("it is a PDF that is damaged", "save it again") from error
    letters = sum(char.isalnum() for page in pages for line in page for char in line.text)
    if letters < LEAST_TEXT:
        raise Refusal("it is a PDF without a text layer, such as a scan", "run OCR over it, or type the text")
    text = paragraphs(_without_edges(pages))
    strange = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if strange > letters / 4:
        raise Refusal("it is a PDF whose letters have no meaning but their shape", SAVE_AS_TEXT)
    return Extracted(text=text, encoding="unicode")


def _lines(page: Any) -> Iterator[Line]:  # noqa: ANN401 - pypdfium2's classes are untyped
    """Yield the page's lines as they were set; one ends where PDFium sees a line end or a wide gap."""
    import pypdfium2.raw

    raw: Any = pypdfium2.raw
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_ON_A_PAGE:
        raise Refusal("it is a PDF with more text on a page than can be read", SAVE_AS_TEXT)
    box = [ctypes.c_double() for _ in range(4)]
    units: list[str] = []
    left = bottom = float("inf")
    right = top = float("-inf")
    sizes: Counter[float] = Counter()

    def line() -> Iterator[Line]:
        nonlocal left, right, bottom, top
        words = " ".join(
            "".join(units).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").split()
        )
        if words and sizes:
            size = max(sizes, key=lambda each: (sizes[each], each))
            yield Line(text=words, left=left, right=right, bottom=bottom, top=top, size=size)
        units.clear()
        sizes.clear()
        left = bottom = float("inf")
        right = top = float("-inf")

    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        char = HYPHENS.get(code) or (chr(code) if 32 <= code < 0x10000 else " ")
        if code in {10, 13}:
            yield from line()
            continue
        if not char.isspace():
            raw.FPDFText_GetCharBox(text, index, *box)
            x1, x2, y1, y2 = (edge.value for edge in box)
            size = round(raw.FPDFText_GetFontSize(text, index), 1) or 1.0
            # Words stand less than one size apart, columns more than two.
            if sizes and x1 - right > max(2 * size, 2 * (top - bottom)) > 0:
                yield from line()
            left, right, bottom, top = min(left, x1), max(right, x2), min(bottom, y1), max(top, y2)
            sizes[size] += 1
        units.append(char)
    yield from line()


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


def _edge(page: Sequence[Line]) -> set[Line]:
    heights = sorted({round(line.bottom) for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return {line for line in page if round(line.bottom) in outer}


def _form(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())
