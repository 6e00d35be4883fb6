"""A person's review in the JSON: accepted, rejected, relabelled and commented findings, and edited texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import made
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from compare.errors import UsageError
from compare.model import Comparison, Decision, Discrepancy, Finding, Placement, Relation, Review, SharedFact
from compare.render.plain.json import from_json, to_json
from compare.render.plain.text import text
from compare.render.review import reviewed


def after(number: str, **review: Any) -> Comparison:
    """The bridge's comparison with a review of one finding."""
    whole = made.bridge()
    findings = tuple(replace(f, review=Review(**review)) if f.number == number else f for f in whole.findings)
    return replace(whole, findings=findings)


def numbers(comparison: Comparison) -> set[str]:
    return {finding.number for finding in comparison.findings}


def test_a_comparison_that_nobody_reviewed_is_shown_as_it_is() -> None:
    whole = made.bridge()
    assert reviewed(whole) is whole


def test_a_rejected_claim_is_gone_and_counted() -> None:
    whole = made.bridge()
    shown = reviewed(after("A1", decision=Decision.REJECTED))
    assert numbers(shown) == numbers(whole) - {"A1"}
    assert [note.text for note in shown.notes if note.code == "review"] == [
        "reviewed by a person: 1 finding rejected and not shown"
    ]


def test_a_rejected_shared_fact_takes_its_link_and_what_stands_in_it() -> None:
    whole = made.bridge()
    fact = next(f for f in whole.findings if isinstance(f, SharedFact))
    shown = reviewed(after(fact.number, decision=Decision.REJECTED))
    assert fact.link in {link.id for link in whole.links}
    assert fact.link not in {link.id for link in shown.links}
    for finding in shown.findings:
        assert not (isinstance(finding, SharedFact | Discrepancy) and finding.link == fact.link)
        assert not (isinstance(finding, Placement) and finding.fact == fact.id)
    assert from_json(to_json(shown), name="shown") == shown


def test_an_accepted_finding_stays_and_is_counted() -> None:
    shown = reviewed(after("A1", decision=Decision.ACCEPTED, comment="checked by phone"))
    assert numbers(shown) == numbers(made.bridge())
    assert shown.notes[-1].text == "reviewed by a person: 1 finding accepted"


def test_a_relabelled_fact_relabels_its_link() -> None:
    whole = made.bridge()
    findings = tuple(
        replace(f, relation=Relation.NEAR_VERBATIM) if isinstance(f, SharedFact) else f
        for f in whole.findings
    )
    shown = reviewed(replace(whole, findings=findings))
    relations = {link.id: link.relation for link in shown.links}
    assert {relations[f.link] for f in findings if isinstance(f, SharedFact)} == {Relation.NEAR_VERBATIM}


def edited(change: Callable[[dict[str, Any]], None]) -> bytes:
    """The JSON of the bridge's comparison after somebody changed it by hand."""
    loaded = json.loads(to_json(made.bridge()))
    change(loaded)
    return json.dumps(loaded, ensure_ascii=False, indent=4).encode()


def in_first(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda loaded: loaded["findings"][0].update({key: value})


ACCEPTED = {"decision": "accepted", "comment": "checked"}
EDITS = [in_first("review", ACCEPTED), in_first("review", {"comment": "?"}), in_first("relation", "partial")]
REFUSED = [
    (in_first("review", {"decision": "maybe"}), "Invalid enum value 'maybe'"),
    (in_first("review", {"verdict": "accepted"}), "unknown field `verdict`"),
    (in_first("relation", "same"), "Invalid enum value 'same'"),
    (
        lambda loaded: loaded["articles"][1].update(
            text=loaded["articles"][1]["text"].replace("Monday", "Sunday")
        ),
        "the text of article B was changed after it was compared",
    ),
]


@pytest.mark.parametrize("change", EDITS)
def test_what_a_reviewer_may_write_can_be_read(change: Callable[[dict[str, Any]], None]) -> None:
    assert from_json(edited(change), name="edited.json")


@pytest.mark.parametrize(("change", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_what_a_reviewer_may_not_write_is_refused_in_a_line(
    change: Callable[[dict[str, Any]], None], why: str
) -> None:
    with pytest.raises(UsageError) as refusal:
        from_json(edited(change), name="edited.json")
    line = str(refusal.value)
    assert line.startswith("edited.json: not a comparison that can be used: ")
    assert why in line
    assert "\n" not in line


def test_a_rejected_finding_stands_in_no_text_report() -> None:
    rejected = next(f for f in made.bridge().findings if isinstance(f, Discrepancy))
    assert f"  {rejected.number}  " in text(made.bridge())
    assert f"  {rejected.number}  " not in text(reviewed(after(rejected.number, decision=Decision.REJECTED)))


@settings(max_examples=30, deadline=None)
@given(made.comparisons())
def test_rejecting_everything_leaves_a_comparison_that_can_be_read(comparison: Comparison) -> None:
    def rejected(finding: Finding) -> Finding:
        return replace(finding, review=Review(decision=Decision.REJECTED))

    shown = reviewed(replace(comparison, findings=tuple(map(rejected, comparison.findings))))
    assert shown.findings == ()
    assert from_json(to_json(shown), name="shown") == shown
