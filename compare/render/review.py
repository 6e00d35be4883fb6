"""A comparison after a person's review: rejected findings gone, relabelled ones consistent, both counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from compare.kinds import count
from compare.model import (
    Comparison,
    Decision,
    Discrepancy,
    Finding,
    Link,
    Note,
    Placement,
    SharedFact,
    ValueRow,
    WordingRow,
)


def reviewed(comparison: Comparison) -> Comparison:
    """Return the comparison as reports show it: the same one where nobody reviewed it.

    A rejected shared fact takes its link with it, and what was found inside that link. A fact whose
    relation was changed by hand passes the change on to its link. Numbers stay as they were.
    """
    decisions = Counter(f.review.decision for f in comparison.findings if f.review and f.review.decision)
    relations = {f.link: f.relation for f in comparison.findings if isinstance(f, SharedFact)}
    relabelled = any(relations.get(link.id, link.relation) is not link.relation for link in comparison.links)
    if not decisions and not relabelled:
        return comparison
    from msgspec.structs import replace

    gone = {f.link for f in comparison.findings if isinstance(f, SharedFact) and _rejected(f)}
    facts = {f.id for f in comparison.findings if isinstance(f, SharedFact) and f.link in gone}
    kept = tuple(f for f in comparison.findings if not _rejected(f) and not _within(f, gone, facts))
    kept = _with_whole_rows(kept)
    links: tuple[Link, ...] = tuple(
        replace(link, relation=relations.get(link.id, link.relation))
        for link in comparison.links
        if link.id not in gone
    )
    return replace(comparison, links=links, findings=kept, notes=(*comparison.notes, *_notes(decisions)))


def _rejected(finding: Finding) -> bool:
    return finding.review is not None and finding.review.decision is Decision.REJECTED


def _within(finding: Finding, links: set[str], facts: set[str]) -> bool:
    """Return whether a finding stands or falls with a link."""
    match finding:
        case SharedFact() | Discrepancy():
            return finding.link in links
        case Placement():
            return finding.fact in facts
    return False


def _with_whole_rows(kept: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings without rows over all texts of which every finding on two texts is gone."""
    ids = {finding.id for finding in kept}
    return tuple(
        f for f in kept if not isinstance(f, ValueRow | WordingRow) or not ids.isdisjoint(f.findings)
    )


def _notes(decisions: Mapping[Decision, int]) -> tuple[Note, ...]:
    rejected, accepted = decisions.get(Decision.REJECTED, 0), decisions.get(Decision.ACCEPTED, 0)
    if not rejected and not accepted:
        return ()
    parts = [f"{count(accepted, 'finding')} accepted"] if accepted else []
    if rejected:
        parts.append(f"{count(rejected, 'finding')} rejected and not shown")
    return (Note(code="review", text=f"reviewed by a person: {', '.join(parts)}"),)
