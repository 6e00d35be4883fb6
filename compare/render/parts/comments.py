"""What a reviewer wrote about findings: beside the finding's row, or elsewhere where it has none."""

from __future__ import annotations

from collections.abc import Mapping

from compare.model import Attribution, Comparison, Placement, SharedFact
from compare.render.parts.references import Reference, Register, anchor


def beside(comparison: Comparison) -> Mapping[str, str]:
    """Return the comments by their findings’ anchors; one on a placement stands with its shared fact."""
    facts = {f.id: f.number for f in comparison.findings if isinstance(f, SharedFact)}
    found: dict[str, list[str]] = {}
    for finding in comparison.findings:
        if finding.review and finding.review.comment and not isinstance(finding, Attribution):
            number = facts.get(finding.fact, "") if isinstance(finding, Placement) else finding.number
            found.setdefault(anchor(number), []).append(finding.review.comment)
    return {place: " · ".join(said) for place, said in found.items()}


def spoken(comparison: Comparison, labels: Register) -> tuple[tuple[Reference, str], ...]:
    """Return the comments on statements that are put to somebody: pages list sources, not statements."""
    return tuple(
        (labels.sentence(finding.sentences[0]), finding.review.comment)
        for finding in comparison.findings
        if isinstance(finding, Attribution) and finding.review and finding.review.comment
    )


def numbered(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the same comments with the numbers of their findings, for pages that list no sentences."""
    return tuple(
        (finding.number, finding.review.comment)
        for finding in comparison.findings
        if isinstance(finding, Attribution) and finding.review and finding.review.comment
    )
