"""What a report's labels lead to: sentences of the full texts, and findings by their numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from compare.kinds import kind_of
from compare.model import (
    Comparison,
    FindingBase,
    Link,
    Sentence,
    SharedFact,
)
from compare.quote import headline, place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A label and where it leads: `href` is empty where the report leaves its target out."""

    words: str
    href: str
    side: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Every label of one report; anchors are made of counts, so that no id can break them."""

    sentences: Mapping[str, tuple[int, int, Sentence]]
    """By id: the article's place, the sentence's place in it, the sentence."""
    links: Mapping[str, tuple[str, Link]]
    """By id: the number printed for a link, and the link."""
    uses: Mapping[str, tuple[Reference, ...]]
    """By sentence id: the findings and links that use the sentence."""
    headlines: Mapping[str, int]
    """By the id under which findings in a headline stand (`B0`): the article's place."""
    full_texts: bool

    def sentence(self, name: str) -> Reference:
        """Return the reference to a sentence by its id, or to a headline."""
        place = self.sentences.get(name)
        if place is None and name in self.headlines:
            side = self.headlines[name]
            href = f"#text-{side}" if self.full_texts else ""
            return Reference(words=place_name(name), href=href, side=side)
        if place is None:
            return Reference(words=name, href="", side=0)
        side, number, _ = place
        return Reference(words=name, href=f"#s{side}-{number}" if self.full_texts else "", side=side)


def register(comparison: Comparison, *, full_texts: bool) -> Register:
    """Return every label of a report on this comparison."""
    sentences = {
        sentence.id: (side, number, sentence)
        for side, article in enumerate(comparison.articles)
        for number, sentence in enumerate(article.sentences, 1)
    }
    facts = {f.link: f for f in comparison.findings if isinstance(f, SharedFact)}
    links: dict[str, tuple[str, Link]] = {}
    uses: dict[str, dict[str, Reference]] = defaultdict(dict)
    for i, link in enumerate(comparison.links, 1):
        fact = facts.get(link.id)
        number = fact.number if fact else f"L{i}"
        links[link.id] = (number, link)
        for name in link.sentences:
            uses[name][number] = Reference(words=number, href=f"#{anchor(number)}", side=0)
    for finding in comparison.findings:
        # A shared fact stands with its link. Attributions have no row: the ledger counts them, and a margin
        # that listed them too had twice as many numbers.
        if kind_of(finding).row and not isinstance(finding, SharedFact):
            for name in finding.sentences:
                uses[name][finding.number] = to(finding)
    return Register(
        sentences=sentences,
        links=links,
        uses={name: tuple(used.values()) for name, used in uses.items()},
        headlines={headline(article): side for side, article in enumerate(comparison.articles)},
        full_texts=full_texts,
    )


def to(finding: FindingBase) -> Reference:
    """Return the reference to the row of a finding."""
    return Reference(words=finding.number, href=f"#{anchor(finding.number)}", side=0)


_SPELLED = {"S": "Both", "L": "Perhaps", "D": "Differ", "F": "Words", "T": "Tension"}
_CODE = re.compile(r"(S|L|D|F|T|U|C)([A-Z]{0,4})(\d{1,6})")


def spelled(number: str) -> str:
    """Return a finding's number as pages for readers print it: words, with the same figure.

    >>> [spelled(number) for number in ("S3", "D1", "F4", "UA7", "CB2")]
    ['Both 3', 'Differ 1', 'Words 4', 'Only A 7', 'Loaded B 2']
    """
    code = _CODE.fullmatch(number)
    if code is None:
        return number
    kind, text, figure = code.groups()
    if kind in "UC":
        return f"{'Only' if kind == 'U' else 'Loaded'} {text} {figure}" if text else number
    return f"{_SPELLED[kind]} {figure}" if not text else number


def anchor(number: str) -> str:
    """Return the id of the place where a numbered finding stands.

    >>> anchor("S3"), anchor("S 3é")
    ('f-S3', 'f-S-20-3-e9-')
    """
    return "f-" + "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in number)
