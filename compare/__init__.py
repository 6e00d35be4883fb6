"""Side by Side: two news articles about one event, compared with quotations.

    from compare import article_from_bytes, compare_articles, to_json

    texts = {"A": "The dam broke on Monday.", "B": "On Monday the dam broke, officials said."}
    articles = [article_from_bytes(t.encode(), name=f"{n}.txt", label=n)[0] for n, t in texts.items()]
    comparison = compare_articles(articles)

The names are looked up when they are first used: `import compare` alone loads nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.errors import SideBySideError as SideBySideError
    from compare.model import Article as Article
    from compare.model import Comparison as Comparison
    from compare.model import Settings as Settings
    from compare.pipeline import VERSION as __version__  # noqa: N811
    from compare.pipeline import compare_articles as compare_articles
    from compare.read import article_from_bytes as article_from_bytes
    from compare.read import read_article as read_article
    from compare.render.plain.json import from_json as from_json
    from compare.render.plain.json import to_json as to_json
    from compare.render.plain.text import text as text
    from compare.render.report import pdf as pdf

_HOME = {
    "Article": "compare.model",
    "Comparison": "compare.model",
    "Settings": "compare.model",
    "SideBySideError": "compare.errors",
    "article_from_bytes": "compare.read",
    "compare_articles": "compare.pipeline",
    "from_json": "compare.render.plain.json",
    "pdf": "compare.render.report",
    "read_article": "compare.read",
    "text": "compare.render.plain.text",
    "to_json": "compare.render.plain.json",
}
__all__ = [*_HOME, "__version__"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name == "__version__":
        return import_module("compare.pipeline").VERSION
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'compare' has no attribute {name!r}")
