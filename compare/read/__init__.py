"""Files to articles: guards, encoding, front matter, furniture, sentences."""

from __future__ import annotations

from pathlib import Path

from compare.errors import UnreadableArticleError, UsageError
from compare.limits import DEFAULT, Limits
from compare.model import Article, Note
from compare.read.address import is_address
from compare.read.article import article_from_bytes
from compare.read.source import read_bytes, source_name

__all__ = ["Limits", "article_from_bytes", "read_article"]


def read_article(
    source: Path | str,
    *,
    label: str,
    encoding: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    allow_addresses: bool = False,
    limits: Limits = DEFAULT,
) -> tuple[Article, tuple[Note, ...]]:
    """Return the article in a file, or on standard input for `-`, and what its reader should be warned of.

    A text that begins with `https://` is an address, and its page is fetched where `allow_addresses` is set.

    Raises:
        UnreadableArticleError: if the file cannot be read, holds no article, or more than the limits allow.
        UsageError: if there is no such encoding, or addresses are not allowed.
    """
    if is_address(source):
        if not allow_addresses:
            raise address_refused(str(source))
        return _article_from_address(
            str(source), label=label, encoding=encoding, outlet=outlet, language=language, limits=limits
        )
    return article_from_bytes(
        read_bytes(source, max_bytes=limits.bytes),
        name=source_name(source),
        label=label,
        encoding=encoding,
        outlet=outlet,
        language=language,
        limits=limits,
    )


def address_refused(source: str) -> UsageError:
    """Return the error for an address where only files are read unless more was asked for."""
    from compare.read.address.link import shown

    return UsageError(
        f"{shown(source)} is an address, and only files are read here; add --allow-addresses "
        "(allow_addresses=True in Python), or save the page and name that file"
    )


def _article_from_address(
    text: str,
    *,
    label: str,
    encoding: str | None,
    outlet: str | None,
    language: str | None,
    limits: Limits,
) -> tuple[Article, tuple[Note, ...]]:
    """Fetch a page and read its bytes as those of a saved one."""
    from compare.read.address.fetch import fetch
    from compare.read.formats import kind_of
    from compare.read.formats.kinds import Kind

    fetched = fetch(text)
    if kind_of(fetched.page.data) is not Kind.HTML:
        # What a server calls text/html may be anything: no other reader is given bytes from outside.
        raise UnreadableArticleError(
            f"cannot read {fetched.asked.shown}: what came is no web page; save it and name that file"
        )
    article, notes = article_from_bytes(
        fetched.page.data,
        name=fetched.asked.shown,
        label=label,
        encoding=encoding or fetched.page.encoding,
        outlet=outlet,
        language=language,
        limits=limits,
    )
    if fetched.came_from.shown != fetched.asked.shown:
        line = f"{fetched.asked.shown}: the page came from {fetched.came_from.shown}"
        notes = (Note(code="redirected", text=line, article=label), *notes)
    return article, notes
