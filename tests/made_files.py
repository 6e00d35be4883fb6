"""Files of each format for tests, made by hand: an article of four sentences wrapped in what surrounds it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from functools import cache

TITLE = "Riverton shuts its old bridge"
PARAGRAPHS = (
    "The council shut the old bridge on Monday after inspectors found cracks in two of its five piers, and "
    "said that it would stay shut until engineers had carried out a full survey of it.",
    "“We can take no risks with people’s lives,” Mayor Jane Roe told reporters outside the town hall. The "
    "ferry will run every ten minutes from Tuesday, and the fare will be £2.",
    "Residents were divided over the long-term plan, and many feared for the shops on the western bank, "
    "which depend on the passing trade and had counted on a busy summer after two lean years.",
)
CAPTION = "The bridge on Monday. Photograph: John Doe/Agency Pictures"
COMMENT = "My neighbour has lived there for thirty years and never once saw an inspector, so do not tell me."


def page(*, head: str = "", before: str = "", after: str = "", lang: str = "en-GB") -> str:
    """A saved news page with a menu, a banner, a picture, a box, comments and a footer."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2024-03-05T10:15:00Z",
        "dateModified": "2025-01-01",
        "author": [{"@type": "Person", "name": "Tom Ellis"}],
        "publisher": {"@type": "Organization", "name": "The Riverton Post"},
    }
    text = f"<p>{PARAGRAPHS[0]}</p><figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"
    text += (
        f"<p>{PARAGRAPHS[1]}</p><div class='newsletter'><p>Sign up and get the day in your inbox.</p></div>"
    )
    text += f"<h2>Fears for trade</h2><p>{PARAGRAPHS[2]}</p>"
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset=utf-8>"
        f"<title>{TITLE} | The Riverton Post</title>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script>{head}</head><body>{before}"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
        "<div class='cookie-banner'><p>We and our partners store cookies. Accept all?</p></div>"
        f"<main><article><h1>{TITLE}</h1><p class=byline>By Tom Ellis</p>{text}</article>{after}"
        f"<section class='comments'><h3>2 comments</h3><p>{COMMENT}</p></section></main>"
        "<footer>© 2024 The Riverton Post. All rights reserved.</footer></body></html>"
    )


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file; its dates are fixed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, stored)
    return stream.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, *, top: str = "", styles: str = "") -> bytes:
    """A DOCX around the paragraphs given as XML."""
    styles += "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{top}<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles xmlns:w='{WORD}'>{styles}</w:styles>",
        }
    )


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def draft() -> bytes:
    """A Word draft with a heading, a tracked change, a field and a tab."""
    first, *rest = PARAGRAPHS
    struck = f"<w:del><w:r><w:delText>Struck out.</w:delText></w:r></w:del><w:ins>{run(first[20:])}</w:ins>"
    body = f"<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr>{run(TITLE)}</w:p>"
    body += f"<w:p>{run('By Tom Ellis')}</w:p>"
    body += f"<w:p>{run(first[:20])}{struck}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p/>"
    return word(body + "".join(f"<w:p>{run(each)}</w:p>" for each in rest))


def open_document(body: str, *, manifest: str = "<m/>", top: str = "", styles: str = "") -> bytes:
    """An ODT around the paragraphs given as XML."""
    spaces = " ".join(f"xmlns:{name}='urn:{name}'" for name in ("office", "text", "style"))
    style = "<style:style style:name='P1' style:parent-style-name='Title'/>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{top}<office:document-content {spaces}>{style}{styles}"
            f"<office:body>{body}</office:body></office:document-content>",
            "META-INF/manifest.xml": manifest,
        }
    )


def written() -> bytes:
    """A draft of LibreOffice with a title, a tracked deletion, a note, a comment and a space of its own."""
    first, *rest = PARAGRAPHS
    body = "<text:tracked-changes><text:p>Struck out.</text:p></text:tracked-changes>"
    body += f"<text:p text:style-name='P1'>{TITLE}</text:p><text:p>By Tom<text:s/>Ellis</text:p>"
    note = "<text:note><text:p>A note.</text:p></text:note>"
    note += "<office:annotation><text:p>A comment.</text:p></office:annotation>"
    body += f"<text:p>{first[:20]}<text:span>{first[20:]}</text:span>{note}</text:p><text:p/>"
    return open_document(body + "".join(f"<text:p>{each}</text:p>" for each in rest))


def book(chapter: str = "", *, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An EPUB of one chapter."""
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11.dtd">'
    chapter = (
        chapter
        or f"{doctype}<html><head><title>x</title></head><body><h1>{TITLE}</h1>{paragraphs}</body></html>"
    )
    root = "<rootfile full-path='OPS/p.opf'/>"
    facts = f"<dc:title>{TITLE}</dc:title><dc:creator>Tom Ellis</dc:creator><dc:date>2024-03-05</dc:date>"
    facts += "<dc:publisher>The Riverton Post</dc:publisher>"
    items = "<item id='c1' href='text/c%201.xhtml' media-type='application/xhtml+xml'/>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f"<container><rootfiles>{root}</rootfiles></container>",
            "OPS/p.opf": f"<package xmlns:dc='x'><metadata>{facts}</metadata><manifest>{items}</manifest>"
            "<spine><itemref idref='c1'/></spine></package>",
            "OPS/text/c 1.xhtml": chapter,
            **(more or {}),
        }
    )


def rich_text() -> bytes:
    """An RTF file with a font table, a style, a picture, and its characters written in three ways."""
    escaped = [
        "".join(
            char if char.isascii() else f"\\u{ord(char)}?" if at % 2 else f"\\'{char.encode('cp1252').hex()}"
            for at, char in enumerate(each)
        )
        for each in (TITLE, "By Tom Ellis", *PARAGRAPHS)
    ]
    head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\*\generator X;}{\info{\author admin}}"
    return (head + "\\pard " + "\\par\n".join(escaped) + r"\par{\pict 89504e47}}").encode("ascii")


@cache
def printed(style: str = "", *, times: int = 1) -> bytes:
    """A PDF with running heads and page numbers, justified and hyphenated."""
    import weasyprint

    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS * times)
    css = (
        "@page{size:A5;margin:2cm;@top-center{content:'The Riverton Post, 5 March 2024';font-size:8pt}"
        "@bottom-center{content:'Page ' counter(page)}} body{font:10pt serif;hyphens:auto;text-align:justify}"
    )
    source = f"<html lang=en><style>{css}{style}</style><h1>{TITLE}</h1><p>By Tom Ellis</p>{text}"
    return weasyprint.HTML(string=source).write_pdf()


def pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF of objects written by hand, numbered from 1, the first the catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size {size}"
    return body + f"{end}{trailer}>>\nstartxref\n{len(body)}\n%%EOF\n".encode("latin-1")
