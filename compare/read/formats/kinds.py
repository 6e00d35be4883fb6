"""What a file is, by its first bytes and never by its name: which reader it needs, or why it has none."""

from __future__ import annotations

import re
from enum import StrEnum

from compare.read.formats.extracted import SAVE_AS_TEXT

MEGABYTE = 1024 * 1024
# A ZIP names its first entries within the first kilobytes, and its last ones at its end.
ZIP_EDGE = 4096
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body")
# What may stand above a saved page's <html>: an XML declaration, comments of the browser that saved it.
PREAMBLE = (b"<?xml", b"<!--", b"<!doctype")
PREAMBLE_LENGTH = 2048


class Kind(StrEnum):
    """A format that text is taken out of."""

    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    EPUB = "epub"
    RTF = "rtf"


CALLED = {
    Kind.HTML: "a web page",
    Kind.DOCX: "a Word file",
    Kind.ODT: "an OpenDocument text (ODT)",
    Kind.PDF: "a PDF",
    Kind.EPUB: "an EPUB book",
    Kind.RTF: "a rich-text (RTF) file",
}

# Saved news pages have 0.1 to 2 MB and one of 5 MB takes about 4 s; the others carry pictures, which are
# passed over.
MOST_BYTES = {
    Kind.HTML: 5 * MEGABYTE,
    Kind.DOCX: 20 * MEGABYTE,
    Kind.ODT: 20 * MEGABYTE,
    Kind.PDF: 20 * MEGABYTE,
    Kind.EPUB: 20 * MEGABYTE,
    Kind.RTF: 20 * MEGABYTE,
}


def kind_of(data: bytes) -> Kind | None:
    r"""Return what the bytes are, or None where no reader is there for them (plain text, pictures, ...).

    >>> kind_of(b"%PDF-1.7\n%...")
    <Kind.PDF: 'pdf'>
    >>> kind_of(b"By Jane Doe\n") is None
    True
    """
    if data.startswith(b"PK\x03\x04"):
        edges = data[:ZIP_EDGE] + data[-ZIP_EDGE:]
        if b"epub+zip" in edges or b"META-INF/container.xml" in edges:
            return Kind.EPUB
        if OPEN_DOCUMENT in edges:
            return Kind.ODT
        return Kind.DOCX if b"word/" in edges else None
    head = data[:PREAMBLE_LENGTH].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    head = _narrow(head).lower()
    if head.startswith(WEB_PAGE) or (head.startswith(PREAMBLE) and b"<html" in head):
        return Kind.HTML
    return Kind.HTML if is_fragment(_narrow(data[: 2 * LENGTH])) else None


def most_bytes(data: bytes, *, text: int) -> int:
    """Return how many bytes a file that begins so may have; `text` is the answer for what is no format."""
    kind = kind_of(data)
    return text if kind is None else MOST_BYTES[kind]


def _narrow(head: bytes) -> bytes:
    """Return the ASCII letters of UTF-16, as some browsers save pages."""
    return head[2:].replace(b"\x00", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head


# ------------------------------------------------------------------------------------------- pieces of a page
# Whether bytes are a piece of a web page, without an <html> or <body>: begun by a tag, made of elements.
#
# A plain text may begin with a tag or hold some, and Markdown may hold whole elements: there most of the
# words stand outside of them.

# Elements that hold a line or more of text; a piece needs two of these, whatever it begins with.
BLOCKS = frozenset(
    b"p div article section main header h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption aside table"
    b" tr td address footer nav center dl dt dd".split()
)
BEGINNINGS = BLOCKS | frozenset(
    b"""span a b i em strong time img font script style link meta title noscript iframe picture small br
    hr""".split()
)
CODE = frozenset(b"script style noscript title".split())
TAG = re.compile(rb"<(/?)([a-z][a-z0-9]{0,11})(?:[\s/][^<>]{0,2000})?>", re.IGNORECASE)
COMMENT = re.compile(rb"<!--[^>]{0,1000}+>")
BREAKS = re.compile(rb"<br ?/?>\s{0,20}<br ?/?>", re.IGNORECASE)
BLANK = re.compile(rb"\n[ \t\r]*\n")
SPACE = b" \t\r\n\xef\xbb\xbf"
# Saved pieces are looked at so far; a tag of theirs may carry a picture's data.
LENGTH = 32 * 1024
# The share of the words that may stand outside of any element: line breaks, a name, a date.
MOST_OUTSIDE = 0.2
FEWEST_BLOCKS, FEWEST_BREAKS = 2, 2


def is_fragment(data: bytes) -> bool:
    r"""Return whether the bytes are a piece of a page.

    >>> is_fragment(b"<p>The bridge fell.</p>\n<p>Nobody was hurt.</p>")
    True
    >>> is_fragment(b"<b>Note:</b> the council met on Monday, and <i>nobody</i> came.")
    False
    """
    head = data[:LENGTH].lstrip(SPACE)
    if not head.startswith(b"<"):
        # A piece cut out behind its first tag: nothing but tags parts its paragraphs.
        if BLANK.search(head.rstrip()):
            return False
        cut = head.lower().partition(b"</p>")
        return len(BREAKS.findall(head)) >= FEWEST_BREAKS or (b"<" not in cut[0] and b"<p>" in cut[2])
    head = COMMENT.sub(b"", head).lstrip(SPACE)
    first = TAG.match(head)
    if not first or first[1] or first[2].lower() not in BEGINNINGS:
        return False
    return _is_made_of_elements(head)


def _is_made_of_elements(head: bytes) -> bool:
    inside = outside = blocks = breaks = depth = at = 0
    code = b""
    for tag in TAG.finditer(head):
        closing, name = tag[1], tag[2].lower()
        words = 0 if code else len(b"".join(head[at : tag.start()].split()))
        inside, outside = (inside + words, outside) if depth else (inside, outside + words)
        at = tag.end()
        if name in CODE:
            code = b"" if closing else name
        elif name == b"br":
            breaks += 1
        elif name in BLOCKS or name == b"span":
            blocks += name in BLOCKS
            # <p> closes the one before: what counts is whether any element is open.
            depth = max(0, depth - 1) if closing else (1 if name == b"p" and depth else depth + 1)
    rest = len(b"".join(head[at:].split()))
    inside, outside = (inside + rest, outside) if depth else (inside, outside + rest)
    if blocks < FEWEST_BLOCKS:
        # A story of lines with breaks between them stands in no block.
        return breaks >= FEWEST_BREAKS
    return outside <= MOST_OUTSIDE * (inside + outside)


# ------------------------------------------------------------------------------ no text and no format of ours


SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document", SAVE_AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", SAVE_AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", SAVE_AS_TEXT),
    (b"GIF87a", "a GIF picture", SAVE_AS_TEXT),
    (b"GIF89a", "a GIF picture", SAVE_AS_TEXT),
    (b"II*\x00", "a TIFF picture", SAVE_AS_TEXT),
    (b"MM\x00*", "a TIFF picture", SAVE_AS_TEXT),
    (b"RIFF", "a picture, sound or film (RIFF)", SAVE_AS_TEXT),
    (b"ID3", "a sound file (MP3)", SAVE_AS_TEXT),
    (b"OggS", "a sound or film (Ogg)", SAVE_AS_TEXT),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh9", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "a database", SAVE_AS_TEXT),
    (b"\x7fELF", "a program", "name the article's text file"),
)
ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"opendocument.", "an OpenDocument file"),
    (b"[Content_Types].xml", "an Office document"),
)

# A ZIP names its first entries within the first kilobytes: enough to tell Office files from an archive.
ZIP_HEAD = 4096


def foreign_format(data: bytes) -> tuple[str, str] | None:
    r"""Return what the bytes are and what to do about it, or None where they may be text.

    >>> foreign_format(b"GIF89a...")[0]
    'a GIF picture'
    >>> foreign_format(b"By Jane Doe\n") is None
    True
    """
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what, advice in SIGNATURES:
        if data.startswith(magic):
            return what, advice
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        names = data[:ZIP_HEAD]
        what = next((what for mark, what in ZIPPED if mark in names), "a ZIP archive")
        return what, "unpack it first" if what == "a ZIP archive" else SAVE_AS_TEXT
    if head.startswith(b"<?xml"):
        return "an XML file", SAVE_AS_TEXT
    return None
