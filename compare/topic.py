"""What a comparison is about: the names that its texts begin with and come back to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.model import Article, Comparison, FurnitureKind
from compare.text.firstnames import sex_of
from compare.text.runs import NAMES_NOTHING, bare, is_role
from compare.text.senses import base_form, commonness
from compare.text.speech.speakers import names_body

_TOPIC = 3
# Words with so many first letters in common are one name in two forms.
_STEM = 5
# "Department" alone names nothing.
_COMMON = 0.3
# What a text is about stands in its headline or its first sentences.
_OPENING = 5
_NAME = re.compile(
    r"[A-Z][\w’'-]+"
    r"(?: (?:(?:de|da|del|della|di|van|von|der|den|bin|al|of|of the|for|v\.|vs\.) )?[A-Z][\w’'-]+)*"
)


def is_body(name: str) -> bool:
    """Return whether a name says that it is a body's: "Harbour Board".

    >>> is_body("Harbour Board"), is_body("San Francisco")
    (True, False)
    """
    return names_body(name.split())


def topic(comparison: Comparison) -> str:
    """Return the two or three names that both texts begin with and come back to most, or nothing."""
    texts = {article.label: " ".join(article.text.split()) for article in comparison.articles}
    openings = [_opening(article) for article in comparison.articles]
    linked: dict[str, int] = {}
    for link in comparison.links:
        one, other = (
            " ".join(article.text[span.start : span.end].split())
            for span in link.spans
            for article in comparison.articles
            if article.label == span.article
        )
        for name in {name for found in _NAME.findall(one) for name in _names(found)}:
            if name in other:
                linked[name] = linked.get(name, 0) + 1
    # A word that is written small somewhere is no name: "Stop!"
    found = {
        name: links + min(text.count(name) for text in texts.values())
        for name, links in linked.items()
        if not any(re.search(rf"\b{re.escape(name.lower())}\b", text) for text in texts.values())
    }
    first = {name: count for name, count in found.items() if all(name in opening for opening in openings)}
    chosen = _foremost(first, list(texts.values()))
    if len(chosen) < 2:
        chosen = _foremost(found, list(texts.values()))
    return ", ".join(chosen) if len(chosen) > 1 else ""


def _foremost(found: Mapping[str, int], texts: Sequence[str]) -> list[str]:
    chosen: list[str] = []
    for name in sorted(found, key=lambda name: (-found[name], -len(name), name)):
        full = _in_full(name, texts)
        # "Eric" alone names nobody.
        if len(chosen) < _TOPIC and sex_of(full) is None and not any(_one(full, each) for each in chosen):
            chosen.append(full)
    return chosen


def _opening(article: Article) -> str:
    """Return headline and first sentences, in one line."""
    heads = [p for p in article.furniture if p.kind is FurnitureKind.HEADLINE]
    pieces = [*heads, *article.sentences[:_OPENING]]
    return " ".join(" ".join(article.text[p.start : p.end].split()) for p in pieces)


def _in_full(name: str, texts: Sequence[str]) -> str:
    """Return "Ann Orr" for "Orr" where every text has it so, by one first name."""
    full = [
        {n for run in _NAME.findall(text) for n in _names(run) if n.endswith(f" {name}")} for text in texts
    ]
    both = set.intersection(*full) if full else set()
    return both.pop() if len(both) == 1 else name


def _names(run: str) -> Iterator[str]:
    """Yield the names of a run of capitalised words, roles left out: "Jo Orr" of "Mayor Jo Orr"."""
    for name in (run, *re.split(r" (?:of|of the|for) ", run)):
        words = bare(name).split()
        while words and words[0].lower() in NAMES_NOTHING:
            words = words[1:]
        common = len(words) == 1 and commonness(base_form(words[0].lower())) > _COMMON
        if words and len(" ".join(words)) > 2 and not common and not is_role(words[-1]):
            yield " ".join(words)


def _one(name: str, other: str) -> bool:
    """Tell whether two names have a word in common, or one made of the other: "Russia", "Russian"."""
    initials = ["".join(word[0] for word in each.split() if word[0].isupper()) for each in (name, other)]
    return (
        name == initials[1]
        or other == initials[0]
        or any(
            x == y or (min(len(x), len(y)) >= _STEM and x[:_STEM] == y[:_STEM])
            for x in re.split(r"[ -]", name)
            for y in re.split(r"[ -]", other)
        )
    )
