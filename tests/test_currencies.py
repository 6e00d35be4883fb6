"""Sums and bounds that both can hold: in two currencies, set or rough, or an average."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.identity import Identities
from compare.model import Discrepancy
from compare.read.article import article_from_bytes
from compare.text.document import Document


def numbers(one: str, other: str) -> list[Discrepancy]:
    known = {
        label: Document(
            article_from_bytes(f"---\ndate: 2024-06-14\n---\n\n{text}\n".encode(), name="x.md", label=label)[
                0
            ]
        )
        for label, text in zip("AB", (one, other), strict=True)
    }
    found = find_discrepancies(align([*known.values()]).links, known, Identities())
    return [d for d in found if d.type == "number"]


SUMS = [
    (
        "The park service of Tolby diverted $2.5 million to pay for the parade.",
        "The park service of Tolby diverted £2m to pay for the parade.",
    ),
    (
        "The lighthouse in Reed Lane was sold to a brewer for €340,000.",
        "The lighthouse in Reed Lane was sold to a brewer for $360,000.",
    ),
    (
        "The harbour board borrowed C$40m for the new pier.",
        "The harbour board borrowed about $30m for the new pier.",
    ),
]
NOT_ONE = [
    # No rate makes them one.
    ("The harbour board borrowed £2m for the new pier.", "The harbour board borrowed $9m for the new pier."),
    # One of the texts has both.
    (
        "The harbour board borrowed $2.5m (£2m) for the new pier.",
        "The harbour board borrowed $2.5m for the new pier.",
    ),
    # Money that no list has, prices below what a rate can tell, a former value.
    (
        "The harbour board borrowed ¥2m for the new pier.",
        "The harbour board borrowed $15,000 for the new pier.",
    ),
    ("The ferry ticket to Orle costs £8 today.", "The ferry ticket to Orle costs $10 today."),
    # Other things.
    (
        "The mill paid £2m in wages to its welders.",
        "The brewer bought the lighthouse from a widow for $2.5m in June.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SUMS)
def test_one_sum_in_two_currencies_is_shown_with_both(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [(d.rule, d.state.value) for d in numbers(first, second)] == [
            ("sum-in-another-currency", "more-or-less-precise")
        ]


@pytest.mark.parametrize(("one", "other"), NOT_ONE)
def test_sums_that_no_rate_makes_one_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in numbers(first, second) if d.rule == "sum-in-another-currency"] == []


SET = [
    (
        "Nurses get the jab six months after the first.",
        "Nurses get the jab at least six months after the first.",
    ),
    ("Fares in Tolby rose 22 per cent.", "Fares in Tolby rose an average of 22 per cent."),
    ("Crews who earn less than $50,000 get a bonus.", "Crews under the limit of $50,000 get a bonus."),
    ("Crews who earn up to $75 a day get a bonus.", "Crews who earn less than $75 a day get a bonus."),
]
ROUGH = [
    (
        "The mayor proposed a more than $2 trillion plan for the ports.",
        "The mayor proposed a roughly $2 trillion plan for the ports.",
    ),
    (
        "The harbour board approved $100 million for the pier.",
        "The harbour board approved up to $100 million for the pier.",
    ),
    (
        "Jo Marr was held about 30 hours after the fire in the mill.",
        "Jo Marr was held less than 30 hours after the fire in the mill.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SET)
def test_a_bound_that_is_set_and_an_average_are_not_rough(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert numbers(first, second) == []


@pytest.mark.parametrize(("one", "other"), ROUGH)
def test_a_rough_figure_and_another_bound_are_shown(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.state.value for d in numbers(first, second)] == ["more-or-less-precise"]
