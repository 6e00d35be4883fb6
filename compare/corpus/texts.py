"""An article of the corpus as the comparison takes it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from compare.errors import UnreadableArticleError
from compare.model import Article
from compare.read import article_from_bytes


def article_of(row: dict[str, Any], *, label: str) -> Article:
    """Return the article of a stored row; its quotations are stretches of the row's text.

    Raises:
        UnreadableArticleError: if no news text is in it.
    """
    article, _ = article_from_bytes(
        row["text"].encode(),
        name=row["id"],
        label=label,
        encoding="utf-8",
        outlet=row["outlet"],
        language=row["language"],
    )
    if article.text != row["text"]:
        raise UnreadableArticleError(
            f"cannot read {row['id']}: its text is another one when it is read again; please report it"
        )
    return replace(article, title=row["title"] or article.title, published=row["date"])
