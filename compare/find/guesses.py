"""What was found of texts in which letters are lost (U+FFFD), without what may rest on a guess at them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compare.model import (
    Article,
    Attribution,
    Claim,
    Discrepancy,
    Figure,
    Finding,
    FramingCue,
    FramingPair,
    Link,
    Tension,
    Tier,
)
from compare.text.lost_letters import LOST, guesses

_WORD = re.compile("[\\w’]+")
# One word in five: a quotation whose marks are lost has two, and its other words tell whether it is shared.
MOST_DAMAGE = 0.2


def without_guesses(
    found: Sequence[Finding], articles: Sequence[Article], links: Sequence[Link]
) -> tuple[Finding, ...]:
    """Return the findings that hold whatever the lost letters were, numbered anew.

    What both texts share stays, and so does who speaks, under the name as it stands. No difference or
    wording is drawn from a sentence with a lost letter nor from what it is linked with; such a sentence is
    found in one text only where most of its words are whole.
    """
    damage = {
        sentence.id: share
        for article in articles
        for sentence in article.sentences
        if (share := _damage(article.text[sentence.start : sentence.end]))
    }
    damaged = set(damage)
    beyond = {sentence for sentence, share in damage.items() if share > MOST_DAMAGE}
    linked = {
        sentence
        for link in links
        if link.tier is Tier.SURE and not damaged.isdisjoint(link.sentences)
        for sentence in link.sentences
    }
    between = {link.id for link in links if not damaged.isdisjoint(link.sentences)}
    words = {article.label: guesses(article.text) for article in articles}
    numbers: Counter[str] = Counter()
    kept: list[Finding] = []
    for finding in found:
        if _rests(finding, damaged=damaged, beyond=beyond | linked, between=between):
            continue
        prefix = finding.number.rstrip("0123456789")
        numbers[prefix] += 1
        kept.append(
            _as_it_stands(
                replace(finding, number=f"{prefix}{numbers[prefix]}"), words[finding.spans[0].article]
            )
        )
    return tuple(kept)


def _damage(sentence: str) -> float:
    """Return the share of a sentence's words that have lost a letter."""
    words = sentence.split() if LOST in sentence else []
    return sum(LOST in word for word in words) / len(words) if words else 0.0


def _rests(finding: Finding, *, damaged: set[str], beyond: set[str], between: set[str]) -> bool:
    if isinstance(finding, Discrepancy | Figure):
        return finding.link in between or not damaged.isdisjoint(finding.sentences)
    if isinstance(finding, Claim):
        return not beyond.isdisjoint(finding.sentences)
    return isinstance(finding, FramingPair | FramingCue | Tension) and not damaged.isdisjoint(
        finding.sentences
    )


def _as_it_stands(finding: Finding, words: Mapping[str, str]) -> Finding:
    """Return the finding with guessed words as the text has them, in what is said of it and of whom."""

    def restored(said: str) -> str:
        return _WORD.sub(lambda match: words.get(match[0], match[0]), said)

    if isinstance(finding, Attribution):
        return replace(finding, why=restored(finding.why), name=restored(finding.name))
    return finding
