"""The reader of each kind."""

from __future__ import annotations

from compare.read.formats.extracted import Extracted
from compare.read.formats.kinds import Kind


def read(data: bytes, *, kind: Kind, encoding: str | None = None) -> Extracted:
    """Return the article in the bytes; only the reader that is needed, and its library, is loaded.

    Raises:
        Refusal: if there is no article to be had from them.
    """
    if kind is Kind.HTML:
        from compare.read.formats.web_page import read_web_page

        return read_web_page(data, encoding=encoding)
    if kind is Kind.DOCX:
        from compare.read.formats.word import read_word

        return read_word(data)
    if kind is Kind.ODT:
        from compare.read.formats.open_document import read_open_document

        return read_open_document(data)
    if kind is Kind.PDF:
        from compare.read.formats.printed import read_pdf

        return read_pdf(data)
    if kind is Kind.EPUB:
        from compare.read.formats.book import read_book

        return read_book(data)
    from compare.read.formats.rich_text import read_rich_text

    return read_rich_text(data)
