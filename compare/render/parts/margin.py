"""The margin of a full text: what each sentence meets in the other text, and what differs there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.model import Comparison, Discrepancy, Finding, FramingPair, Tension, Tier
from compare.render.parts.drawings import told
from compare.render.parts.figures import Told
from compare.render.parts.references import Reference, Register, anchor, to
from compare.telling import ALWAYS

# Shares of the width: the least that a column can be read in, and what its numbers and margin take of each.
NARROWEST, BESIDE = 0.38, 0.1
# Beyond this the shorter text would stand beside an empty column for pages.
MOST_UNLIKE = 2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """Beside one sentence: where another text tells it, and which differences and wordings it is part of."""

    told: Told
    meets: tuple[Reference, ...]
    findings: tuple[Reference, ...]


def margins(comparison: Comparison, register: Register) -> Mapping[str, Margin]:
    """Return by sentence what its margin says."""
    meets: dict[str, dict[str, Reference]] = {}
    findings: dict[str, dict[str, Reference]] = {}
    for tier in (Tier.SURE, Tier.PERHAPS):
        for link in comparison.links:
            number = register.links[link.id][0]
            for here, there in (link.sentences, link.sentences[::-1]) if link.tier is tier else ():
                reference = register.sentence(there)
                words = reference.words if tier is Tier.SURE else f"{reference.words}?"
                meets.setdefault(here, {}).setdefault(
                    reference.words, Reference(words=words, href=f"#{anchor(number)}", side=reference.side)
                )
    for finding in comparison.findings:
        if _beside(finding):
            for name in finding.sentences:
                findings.setdefault(name, {})[finding.number] = to(finding)
    by_sentence = told(comparison)
    return {
        name: Margin(
            told=by_sentence[name],
            meets=tuple(meets.get(name, {}).values()),
            findings=tuple(findings.get(name, {}).values()),
        )
        for name in by_sentence
    }


def _beside(finding: Finding) -> bool:
    if isinstance(finding, FramingPair):
        return finding.device not in ALWAYS
    return isinstance(finding, Discrepancy | Tension)


def facing(comparison: Comparison) -> tuple[float, float] | None:
    """Return the shares of the width of two columns in which two texts face each other; None for none."""
    if len(comparison.articles) != 2:
        return None
    first, second = (max(len(article.text), 1) for article in comparison.articles)
    if max(first, second) > MOST_UNLIKE * min(first, second):
        return None
    # Both end on about the same page.
    share = BESIDE + (1 - 2 * BESIDE) * first / (first + second)
    share = min(max(share, NARROWEST), 1 - NARROWEST)
    return share, 1 - share
