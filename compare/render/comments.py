"""What a reviewer wrote about findings: beside the finding's row, or among the notes where it has none."""

from __future__ import annotations

from collections.abc import Mapping

from compare.model import Comparison, SharedFact
from compare.render.references import ROWS, anchor


def beside(comparison: Comparison) -> Mapping[str, str]:
    """Return the comments on findings that have a row of their own, by the anchor of the row."""
    return {
        anchor(finding.number): finding.review.comment
        for finding in comparison.findings
        if isinstance(finding, ROWS | SharedFact) and finding.review and finding.review.comment
    }


def elsewhere(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the comments on other findings (who speaks, placement, close wording) with their numbers."""
    return tuple(
        (finding.number, finding.review.comment)
        for finding in comparison.findings
        if not isinstance(finding, ROWS | SharedFact) and finding.review and finding.review.comment
    )
