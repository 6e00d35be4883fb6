"""What a hand may have put into a saved comparison: odd names, texts and numbers without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import log10
from typing import TYPE_CHECKING

from compare.limits import MAX_NAME
from compare.model import Claim, Placement, Readability

if TYPE_CHECKING:
    from compare.model import Comparison

# Longer than any comment of a reviewer; one word of 300,000 characters took 78 s to set, 10,000 take 2 s.
_LONGEST = 10_000
# No count, offset or grade of two articles comes near it; JSON itself knows no greatest number.
_GREATEST = 10**9
# Of a score, with what adding fractions may add to it.
_WHOLE = 100.001
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
    yield from _numbers(comparison)
    about = [(a.published, a.language, a.origin) for a in comparison.articles]
    # The words that two sentences share are listed; an article's own text has limits of its own.
    sentences = (s.end - s.start for article in comparison.articles for s in article.sentences)
    most = max(_LONGEST, 2 * max(sentences, default=0))
    rest = (comparison.links, comparison.findings, comparison.measures, comparison.notes)
    for said in _texts((*rest, comparison.settings, comparison.versions, about)):
        if len(said) > most:
            yield f"{said[:20]!r}... has {len(said):,} characters, more than {most:,}"


def _numbers(comparison: Comparison) -> Iterator[str]:
    """Yield what is wrong with a number: no such count, score or share can be."""
    scores = [
        *((f"link {link.id}", "score", link.score) for link in comparison.links),
        *(
            (f"finding {f.number}", "salience", f.salience)
            for f in comparison.findings
            if isinstance(f, Claim)
        ),
        *(
            (f"finding {f.number}", "share", place.share)
            for f in comparison.findings
            if isinstance(f, Placement)
            for place in f.positions
        ),
    ]
    for named, what, value in scores:
        if not 0 <= value <= _WHOLE:
            yield f"{named} has the {what} {_short(value)}, which is not from 0 to 100"
    for measure in comparison.measures:
        figures = measure.readability
        counted = (figures.syllables, figures.difficult_words) if isinstance(figures, Readability) else ()
        if any(count < 0 for count in (measure.words, measure.sentences, measure.paragraphs, *counted)):
            yield f"a count of article {measure.article} is less than nothing"
    for article in comparison.articles:
        for sentence in article.sentences:
            if sentence.paragraph < 0:
                yield f"sentence {sentence.id} is in a paragraph before the first"
            clauses = sentence.clauses
            if any(not sentence.start <= each.start < each.end <= sentence.end for each in clauses):
                yield f"sentence {sentence.id} has a clause outside of it"
    for number in _all_numbers(
        (comparison.articles, comparison.links, comparison.findings, comparison.measures)
    ):
        if not -_GREATEST <= number <= _GREATEST:
            yield f"it holds {_short(number)}, beyond any number that two articles give"


def _short(number: float) -> str:
    """Return a number as it can be printed: Python itself refuses to write one of 5,000 digits."""
    if isinstance(number, int) and abs(number) > _GREATEST:
        return f"a number of {int(number.bit_length() * log10(2)) + 1:,} digits"
    return f"{number:g}"


def _all_numbers(part: object) -> Iterator[float]:
    """Yield every number in a part of a comparison, in the order of its fields."""
    if isinstance(part, int | float):
        yield part
    elif isinstance(part, Mapping):
        yield from _all_numbers(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _all_numbers(each)
    else:
        for field in getattr(part, "__struct_fields__", ()):
            yield from _all_numbers(getattr(part, field))


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
