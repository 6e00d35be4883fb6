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
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from compare.read.formats.extracted import SAVE_AS_TEXT, Extracted, Refusal
from compare.read.formats.typeset import TypeLine, in_reading_order, paragraphs
from compare.text.en import word_set

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


def _without_edges(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
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


def _without_notes(page: Sequence[TypeLine], references: Collection[str]) -> tuple[list[TypeLine], int]:
    """Return the page without the footnotes that its text refers to, and how many these were."""
    number = 0
    kept: list[TypeLine] = []
    foot: TypeLine | None = None
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


def _is_note(line: TypeLine, figure: str, before: Sequence[TypeLine]) -> bool:
    """Return whether a line stands below all of its column, apart from it or smaller, and in no list."""
    column = [other for other in before if other.left < line.right and line.left < other.right]
    if not column or any(other.bottom <= line.bottom for other in column):
        return False
    if figure.isdigit() and any(other.text.startswith(f"{int(figure) - 1}. ") for other in column):
        return False
    above = min(column, key=lambda other: other.bottom)
    return line.size < SMALLER * above.size or above.bottom - line.bottom > APART * above.size


def _edge(page: Sequence[TypeLine]) -> set[TypeLine]:
    heights = sorted({round(line.bottom) for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return {line for line in page if round(line.bottom) in outer}


def _form(line: TypeLine) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


# ---------------------------------------------------------------------------------------------- lines of type
# The characters of a PDF's page to lines of type, without the figures of footnotes.
#
# PDFium makes one line of two where a hyphen ends the first, and three of one where a figure is raised: by
# the characters' places, lines are parted and put together again.

# A page of a broadsheet has 15,000 characters.
MOST_ON_A_PAGE = 100_000
# What PDFium gives for a hyphen at a line's end; 0xFFFF stands for no character.
HYPHENS = {0x02, 0xFFFE}
CUT = "\x02"
NOTHING = 0xFFFF
BREAKS = {10, 13}
# A figure above the line is set smaller and stands higher by at least this much of the size.
SMALLER_TYPE = 0.95
RAISED = 0.12
MARKS = frozenset("0123456789*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹,")
LONGEST_MARK = 5
# A raised figure behind these is a power: "12 km2", "CO2" where it is set too high.
UNITS = re.compile(r"(?:^|[^A-Za-z])(?:[kcmµ]?m|ft|in|mi|yd|sq|s|CO|H|R|[A-Z])$")
# The same, set as large as the text.
LEVEL = re.compile(r"(?<=[a-z]{3})[.!?][”’\"]?([1-9][0-9]?)(?=$| [“‘\"]?[A-Z])")
ABBREVIATED = word_set("formats.printed.abbreviated")
REFERRING = re.compile(r"[^\W\d_]$|[.,;:!?…”’»)\]\"']$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character with its box, the place of its baseline, and its size."""

    char: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float


@dataclass(slots=True)
class PrintedPage:
    """A page's lines as they were set, and the footnotes' figures that were left out of them."""

    lines: list[TypeLine] = field(default_factory=list)
    references: set[str] = field(default_factory=set)


def page_lines(page: Any) -> PrintedPage:  # noqa: ANN401 - pypdfium2's classes are untyped
    """Return the page's lines; one ends where PDFium sees a line end or a wide gap.

    Raises:
        Refusal: if there is more on the page than can be read.
    """
    found = PrintedPage()
    row = _Baseline(found)
    for glyph in _glyphs(page):
        if glyph is None:
            row.end()
        else:
            row.add(glyph)
    row.close()
    return found


def _glyphs(page: Any) -> Iterator[Glyph | None]:  # noqa: ANN401
    """Yield the page's characters, None for the end of a line."""
    import pypdfium2.raw

    raw: Any = pypdfium2.raw
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_ON_A_PAGE:
        raise Refusal(
            "it is a PDF with more text on a page than can be read",
            "copy the article's text into a .txt or .md file",
        )
    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in BREAKS:
            yield None
            continue
        if code == NOTHING:
            continue
        char = CUT if code in HYPHENS else chr(code) if 32 <= code < 0x10000 else " "
        raw.FPDFText_GetCharBox(text, index, *box)
        raw.FPDFText_GetCharOrigin(text, index, *origin)
        x1, x2, y1, y2 = (edge.value for edge in box)
        size = round(raw.FPDFText_GetFontSize(text, index), 1) or 1.0
        yield Glyph(char=char, left=x1, right=x2, bottom=y1, top=y2, base=origin[1].value, size=size)


class _Baseline:
    """A line while its characters come in."""

    def __init__(self, page: PrintedPage) -> None:
        self._page = page
        self._start()

    def _start(self) -> None:
        self._units: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._marks: list[Glyph] = []
        self._last: Glyph | None = None
        """The last character that is neither white space nor a raised figure."""
        self._left = self._bottom = float("inf")
        self._right = self._top = float("-inf")
        self._ended = self._after_mark = False

    def end(self) -> None:
        """Note that PDFium sees the end of a line here."""
        self._ended = True

    def add(self, glyph: Glyph) -> None:
        """Take the next character, as part of the line or of the next one."""
        if glyph.char.isspace():
            self._settle(before=" ")
            self._units.append(" ")
            return
        last = self._last
        if last is not None and self._is_mark(glyph, last):
            self._marks.append(glyph)
            return
        self._settle(before=" " if self._ended else glyph.char)
        if last is not None and not self._goes_on(glyph, last):
            self.close()
        elif last is not None and self._ended and self._units[-1:] != [" "]:
            self._units.append(" ")
        self._take(glyph)

    def close(self) -> None:
        """Hand the line to the page, if there is anything in it."""
        self._settle(before=" ")
        units = "".join(self._units).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        words = LEVEL.sub(self._without_figure, " ".join(units.split()))
        if words and self._sizes:
            size = max(self._sizes, key=lambda each: (self._sizes[each], each))
            self._page.lines.append(
                TypeLine(
                    text=words,
                    left=self._left,
                    right=self._right,
                    bottom=self._bottom,
                    top=self._top,
                    size=size,
                )
            )
        self._start()

    def _without_figure(self, match: re.Match[str]) -> str:
        word = match.string[max(0, match.start() - 20) : match.start()].rpartition(" ")[2]
        if word.lower() in ABBREVIATED:
            return match[0]
        self._page.references.add(match[1])
        return match[0].removesuffix(match[1])

    def _take(self, glyph: Glyph) -> None:
        self._units.append("-" if glyph.char == CUT else glyph.char)
        self._last = glyph
        self._ended = self._after_mark = False
        self._sizes[glyph.size] += 1
        self._left, self._right = min(self._left, glyph.left), max(self._right, glyph.right)
        self._bottom, self._top = min(self._bottom, glyph.bottom), max(self._top, glyph.top)

    def _settle(self, *, before: str) -> None:
        """Leave the raised figures out that refer to a footnote, and take the others for text."""
        marks, self._marks = self._marks, []
        if not marks:
            return
        text = "".join(self._units[-30:]).rstrip()
        said = "".join(mark.char for mark in marks)
        refers = REFERRING.search(text) and not UNITS.search(text) and len(marks) <= LONGEST_MARK
        if refers and not before.isalnum():
            self._page.references.update(re.findall(r"\d+|[^\d,]", unicodedata.normalize("NFKC", said)))
            self._after_mark = True
        else:
            for mark in marks:
                base = self._last
                self._take(mark)
                self._last = base

    def _is_mark(self, glyph: Glyph, last: Glyph) -> bool:
        """Return whether a character is set small and high behind the line so far."""
        right = self._marks[-1].right if self._marks else last.right
        raised = glyph.base - last.base
        return (
            glyph.char in MARKS
            and glyph.size <= SMALLER_TYPE * last.size
            and RAISED * last.size <= raised <= last.size
            and -last.size <= glyph.left - right <= last.size
        )

    def _goes_on(self, glyph: Glyph, last: Glyph) -> bool:
        """Return whether a character stands on the line of the last one."""
        gap = glyph.left - self._right
        near = gap <= max(2 * glyph.size, 2 * (self._top - self._bottom))
        level = abs(glyph.base - last.base) <= 0.3 * max(glyph.size, last.size)
        if last.char == CUT:
            return near and level
        if not self._ended:
            return near
        if self._after_mark:
            return near and level and gap > 0
        # A footnote begins with its raised figure.
        figure = "".join(self._units).strip()
        lowered = last.base - glyph.base
        return (
            figure.isdigit()
            and last.size <= SMALLER_TYPE * glyph.size
            and RAISED * glyph.size <= lowered <= glyph.size
            and 0 < gap <= 2 * glyph.size
        )
