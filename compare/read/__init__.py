"""Files to articles: guards, encoding, front matter, furniture, sentences."""

from __future__ import annotations

from pathlib import Path

from compare.limits import DEFAULT, Limits
from compare.model import Article, Note
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
    limits: Limits = DEFAULT,
) -> tuple[Article, tuple[Note, ...]]:
    """Return the article in a file, or on standard input for `-`, and what its reader should be warned of.

    Raises:
        UnreadableArticleError: if the file cannot be read, holds no article, or more than the limits allow.
        UsageError: if there is no such encoding.
    """
    return article_from_bytes(
        read_bytes(source, max_bytes=limits.bytes),
        name=source_name(source),
        label=label,
        encoding=encoding,
        outlet=outlet,
        language=language,
        limits=limits,
    )
