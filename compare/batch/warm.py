"""What every worker needs, made once, in the server that workers are forked from.

Lists of words, the dictionary of syllables and the templates take 0.5 s. Nothing here may start a thread,
since a forked process has only the one that forked it: that is why no page is set here.
"""

from __future__ import annotations

import gc

_ARTICLES = (b"Rain fell. The bridge was closed, the mayor said.", b"The old bridge was closed on Friday.")


def _warm() -> None:
    from compare.pipeline import compare_articles
    from compare.read import article_from_bytes
    from compare.render.web import web

    articles = [
        article_from_bytes(data, name=label, label=label)[0]
        for label, data in zip("AB", _ARTICLES, strict=True)
    ]
    web(compare_articles(articles))
    gc.collect()
    # Frozen objects are never looked at again, so their pages stay shared between the workers.
    gc.freeze()


_warm()
