"""A Word file of ours: its paper, styles and properties, and bytes that come of its content alone."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from compare.quote import legible
from compare.render.layout import Layout, Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

SANS, SERIF = "Arial", "Times New Roman"
"""The tool's words and the texts' own: Word, Pages, Google Docs and LibreOffice have these or their likes."""
QUOTED, REFERENCE, WRITTEN = "Quoted", "Reference", "Answer"
"""Character styles: words of a text, the number of a sentence, and what the key writes for students."""
KICKER, SMALL, HEAD, LINE, ANSWERED, END = (
    "Kicker", "Small Print", "Table Head", "Writing Line", "Answer Line", "After a Table",
)  # fmt: skip
"""Paragraph styles; a writing line is a border, so that words typed on it do not push it away."""
LARGE = 1.7
"""Large print has 17 points where a plain page has 10, as a handout's PDF has."""
SIDE_MARGIN = 15.0
_TOP, _BOTTOM, _FOOT = 12.0, 15.0, 7.0
_PAPERS = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
# Spelling is checked in the English of the paper's countries; the texts may be in either.
_SPELLING = {Paper.A4: "en-GB", Paper.LETTER: "en-US"}
_LINE, _LARGE_LINE = 8.0, 12.0
# Where no date is printed: the first that the entries of a ZIP file can have.
_UNDATED = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
# What the library's empty file brings along: a picture of a page, and the name of another program.
_NOT_OURS = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
_TABLE_STYLES = ("TableNormal", "TableGrid")


def width(layout: Layout) -> float:
    """Return the millimetres between the margins."""
    return _PAPERS[layout.paper][0] - 2 * SIDE_MARGIN


def blank(title: str, layout: Layout, *, foot: str, date: str | None = None) -> Document:
    """Return an empty document with the layout's paper and size of type, and the number of each page."""
    import docx

    document = docx.Document()
    _without_what_is_not_ours(document)
    _paper(document, layout)
    _styles(document, LARGE if layout.large_print else 1.0, layout)
    _foot(document, foot, layout)
    _properties(document, title, date)
    return document


def packed(document: Document) -> bytes:
    """Return the document's bytes: entries in one order and of one time, so that equals are equal."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(made, "w") as file:
        # Programs look for the list of types at the top.
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, date_time=_UNDATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Else it says on which system it was made.
            entry.create_system = 0
            file.writestr(entry, parts.read(name))
    return made.getvalue()


def _without_what_is_not_ours(document: Document) -> None:
    from docx.oxml.ns import qn

    for relations in (document.part.package.rels, document.part.rels):
        for name, each in list(relations.items()):
            if each.reltype.endswith(_NOT_OURS):
                del relations[name]
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLE_STYLES:
            document.styles.element.remove(style)
    settings = document.settings.element
    for name in ("w:savePreviewPicture", "w:rsids"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    for found in settings.iter(qn("w:compatSetting")):
        # An older mode makes Word show "Compatibility Mode" in its title.
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")


def _paper(document: Document, layout: Layout) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    wide, high = _PAPERS[layout.paper]
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = Mm(SIDE_MARGIN)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.header_distance = section.footer_distance = Mm(_FOOT)


def _styles(document: Document, scale: float, layout: Layout) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    styles = document.styles
    # Cells keep their words, and the lowest line to write on, off their borders.
    for margins in styles["Table Grid"].element.iter(qn("w:tblCellMar")):
        for place, twips in (("w:top", "20"), ("w:bottom", "50")):
            for margin in margins.iter(qn(place)):
                margin.set(qn("w:w"), twips)
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _SPELLING[layout.paper])

    def paragraphs(
        name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 0
    ) -> ParagraphStyle:
        known = name in styles
        style: ParagraphStyle = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known and name != "Normal":
            style.base_style = styles["Normal"]
        if style.element.rPr is not None:
            style.element.remove(style.element.rPr)
        _face(style, SANS)
        style.font.size, style.font.bold = Pt(round(size * scale * 2) / 2), bold or None
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before * scale), Pt(after * scale)
        shape.line_spacing = 1.0
        return style

    plain = scale == 1
    # In large print nothing of the texts is under 16 points, no label under 14, no foot under 13.
    paragraphs("Normal", 9.2 if plain else 9.6, after=1)
    title = paragraphs("Title", 17, bold=True, after=2)
    for border in title.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    paragraphs("Heading 1", 11, bold=True, before=4, after=1.5)
    paragraphs("Heading 2", 10, bold=True, before=5, after=1)
    paragraphs(KICKER, 8 if plain else 8.3, bold=True)
    paragraphs(SMALL, 7.6 if plain else 8.3, after=1)
    paragraphs(HEAD, 8 if plain else 8.3, bold=True).paragraph_format.keep_with_next = True
    paragraphs("List Bullet", 9.2 if plain else 9.6, after=1)
    paragraphs("Footer", 7.6 if plain else 7.8)
    end = paragraphs(END, 1 / scale)
    end.paragraph_format.line_spacing = Pt(1)
    line = paragraphs(LINE, 9.2 if plain else 9.6)
    _ruled(line)
    line.paragraph_format.line_spacing = Mm(_LARGE_LINE if layout.large_print else _LINE)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    answer = paragraphs(ANSWERED, 9.2 if plain else 9.6, before=2)
    _ruled(answer)
    for name, face, bold in ((QUOTED, SERIF, None), (REFERENCE, SANS, True), (WRITTEN, None, None)):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        if face:
            _face(style, face)
        style.font.bold, style.font.italic = bold, True if name == WRITTEN else None


def _face(style: object, face: str) -> None:
    """Set all letters of a style in a face; Word asks for it once for each kind of script."""
    from docx.oxml.ns import qn
    from docx.styles.style import CharacterStyle

    assert isinstance(style, CharacterStyle)  # noqa: S101 (a paragraph's style is one too)
    style.font.name = face
    style.element.rPr.rFonts.set(qn("w:cs"), face)


def _ruled(style: ParagraphStyle) -> None:
    """Draw a line under each paragraph of a style, and between two of them, which Word else takes as one."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for place in ("w:bottom", "w:between"):
        border = OxmlElement(place)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def _foot(document: Document, words: str, layout: Layout) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    document.styles["Footer"].element.get_or_add_pPr()._remove_tabs()
    stops.add_tab_stop(Mm(width(layout)), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{legible(words)}\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    number.append(shown)
    field.append(number)
    paragraph._p.append(field)


def _properties(document: Document, title: str, date: str | None) -> None:
    day = datetime.fromisoformat(date) if date else datetime(*_UNDATED)
    known = document.core_properties
    known.title = legible(title)[:_LONGEST_PROPERTY]
    known.author = known.last_modified_by = known.comments = known.keywords = ""
    known.language = "en"
    known.created = known.modified = day
    known.revision = 1
