"""Dates of two occasions are no conflict, and those of one are."""

from __future__ import annotations

import pytest
from test_discrepancies import between

SHARED = "The ferry of Tolby ran aground on the northern bank at dawn, the harbour office said.\n\n"

TWO = [
    # Counted.
    ("The first debate is held on Sept. 9 in Tolby.", "The second debate is held on Oct. 4 in Tolby."),
    (
        "Marr, who was elected in 2010, opened the pier.",
        "Marr, who was elected in November 2016 for a second term, opened the pier.",
    ),
    # Steps of one case, and of one life.
    ("Marr was arrested on Monday in Tolby.", "Marr was charged on Tuesday in Tolby."),
    ("The pilot died on Monday in Tolby.", "The pilot was buried on Thursday in Tolby."),
    # Elsewhere.
    (
        "The strike began on Monday at the mill of Tolby, the union said.",
        "The strike began on Tuesday at the mill of Cambry, the union said.",
    ),
    (
        "Marr won the race on Tuesday in Tolby, the office said.",
        "Marr won the race on Wednesday in Cambry, the office said.",
    ),
    # Each month of a series has its figure.
    ("In January the mill made a loss of $2 million.", "In February the mill made a loss of $3 million."),
    # A year in the name of a law.
    (
        "The Clean Rivers Act of 1965 was cut down by the court.",
        "The Clean Rivers Act was cut down by the court in June 2013.",
    ),
]
ONE = [
    ("The second debate is held on Sept. 9 in Tolby.", "The second debate is held on Oct. 4 in Tolby."),
    (
        "Marr, who was elected in 2010, opened the pier.",
        "Marr, who was elected in November 2016, opened the pier.",
    ),
    ("Marr was arrested on Monday in Tolby.", "Marr was arrested on Tuesday in Tolby."),
    (
        "The strike began on Monday at the mill of Tolby, the union said.",
        "The strike began on Tuesday at the mill of Tolby, the union said.",
    ),
    ("In January the mill made a loss of $2 million.", "In February the mill made a loss of $2 million."),
    (
        "The Clean Rivers Act was cut down by the court in 2011.",
        "The Clean Rivers Act was cut down by the court in June 2013.",
    ),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_dates_of_two_occasions_are_no_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = between(SHARED + first, SHARED + second)
        assert [d.why for d in found if d.type == "date" and d.state == "conflict"] == []


@pytest.mark.parametrize(("one", "other"), ONE)
def test_dates_of_one_occasion_are_a_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = between(SHARED + first, SHARED + second)
        assert len([d for d in found if d.type == "date" and d.state == "conflict"]) == 1
