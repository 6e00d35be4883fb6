"""Which reader a file needs, by its first bytes and never by its name."""

from __future__ import annotations

from enum import StrEnum

from compare.read.formats.fragment import LENGTH, is_fragment

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
