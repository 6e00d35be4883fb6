"""What is not looked for in texts of other languages than English, in the words that reports print."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Article

# Found by laying two texts together, so that both must be English; then what one text alone shows.
_BETWEEN = (
    "conflicts of figures and dates",
    "conflicts of names",
    "other differences in what linked passages say",
    "contrasts of wording",
)
_WITHIN = (
    "attribution (who says what)",
    "loaded wording",
    "questions within one text",
    "bylines and other lines beside the text",
)
READABILITY = "readability"


def not_looked_for(articles: Sequence[Article], *, unmeasured: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what the languages of the articles lack; nothing where all are English.

    `unmeasured` are the labels of the texts in whose language no readability formula exists.
    """
    others = [article.label for article in articles if article.language != "en"]
    if not others:
        return ()
    english = len(articles) - len(others)
    between = f" with {_listed(others)}" if english > 1 else ""
    within = f" in {_listed(others)}" if english else ""
    found = [f"{what}{between}" for what in _BETWEEN] + [f"{what}{within}" for what in _WITHIN]
    if unmeasured:
        some = len(unmeasured) < len(articles)
        found.append(READABILITY + (f" of {_listed(unmeasured)}" if some else ""))
    return tuple(found)


def _listed(labels: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))
