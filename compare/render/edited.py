"""What a hand may have put into a saved comparison: names of another form, texts without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from compare.limits import MAX_NAME

if TYPE_CHECKING:
    from compare.model import Comparison

# Longer than any comment of a reviewer; one word of 300,000 characters took 78 s to set, 10,000 take 2 s.
_LONGEST = 10_000
_NUMBER = re.compile(r"[A-Z]{1,2}[0-9]{1,9}")


def oddities(comparison: Comparison) -> Iterator[str]:
    """Yield what no comparison of ours holds and a page, a link or a terminal would suffer from."""
    names = [
        comparison.settings.title,
        *(n for a in comparison.articles for n in (a.title, a.outlet, a.byline)),
    ]
    if any(len(name or "") > MAX_NAME for name in names):
        yield f"a title, an outlet or a byline has more than {MAX_NAME} characters"
    if not comparison.articles:
        yield "it has no articles"
    for article in comparison.articles:
        if not ("A" <= article.label <= "Z" and len(article.label) == 1):
            yield f"an article is called {article.label!r}, not by a letter from A to Z"
        for sentence in article.sentences:
            if not _NUMBER.fullmatch(sentence.id):
                yield f"a sentence is called {sentence.id!r}, not like A1"
    for finding in comparison.findings:
        if not _NUMBER.fullmatch(finding.number):
            yield f"a finding has the number {finding.number!r}, not one like D1"
    about = [(a.published, a.language, a.origin) for a in comparison.articles]
    # The words that two sentences share are listed; an article's own text has limits of its own.
    sentences = (s.end - s.start for article in comparison.articles for s in article.sentences)
    most = max(_LONGEST, 2 * max(sentences, default=0))
    rest = (comparison.links, comparison.findings, comparison.measures, comparison.notes)
    for said in _texts((*rest, comparison.settings, comparison.versions, about)):
        if len(said) > most:
            yield f"{said[:20]!r}... has {len(said):,} characters, more than {most:,}"


def _texts(part: object) -> Iterator[str]:
    """Yield every text in a part of a comparison, in the order of its fields."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from part
        yield from _texts(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _texts(each)
    else:
        for field in getattr(part, "__struct_fields__", ()):
            yield from _texts(getattr(part, field))
