"""Who, where, when, whether: what cannot both hold in sentences that are built otherwise."""

from __future__ import annotations

import pytest
from test_discrepancies import between

APART = [
    (
        "Nobody was hurt when the crane in Tolby fell.",
        "Four people were hurt when the crane in Tolby fell.",
        "none-or-some",
    ),
    (
        "No one died in the blaze at the dairy in Tolby.",
        "The blaze at the dairy in Tolby killed two people.",
        "none-or-some",
    ),
    (
        "There were no survivors of the landslide near Tolby.",
        "Three people survived the landslide near Tolby.",
        "none-or-some",
    ),
    (
        "None of the guests was hurt when the pier in Tolby gave way.",
        "Several guests were hurt when the pier in Tolby gave way.",
        "none-or-some",
    ),
    (
        "Shoppers in Tolby also spent less over the winter as rents rose.",
        "Shoppers in Tolby spent more over the winter as rents rose.",
        "opposite-words",
    ),
    (
        "Exports of timber from Tolby fell in the second quarter.",
        "In the second quarter, the port said, exports of timber from Tolby rose.",
        "opposite-directions",
    ),
    (
        "The regatta in Tolby has been called off because of the fog, the club said.",
        "The regatta in Tolby will go ahead despite the fog, the club said.",
        "opposite-acts",
    ),
    (
        "The dairy stopped selling the cheese in 2019 after two complaints.",
        "The dairy continued to sell the cheese in 2019 after two complaints.",
        "opposite-acts",
    ),
    (
        "The keeper has admitted starting the fire in the tower of Tolby.",
        "The keeper denies starting the fire in the tower of Tolby.",
        "opposite-acts",
    ),
    (
        "The girl, 9, was found in a barn near Tolby.",
        "The girl, 9, was found in a church near Tolby.",
        "another-place",
    ),
    (
        "The lorry left the road north of Tolby early on Friday.",
        "Early on Friday the lorry left the road south of Tolby.",
        "another-place",
    ),
    (
        "In a May 14 letter, forty councillors asked the ministry to keep the ferry of Tolby running.",
        "Forty councillors sent a letter on May 21 asking the ministry to keep the ferry of Tolby running.",
        "date-of-the-same-thing",
    ),
    (
        "The council in Tolby met on Monday to hear the keeper of the lock and two divers.",
        "On Thursday the council in Tolby met to hear the keeper of the lock and two divers.",
        "another-time-of-the-same-act",
    ),
    (
        "Keepers in Tolby have to register by Nov. 22, the ministry said.",
        "The deadline for keepers in Tolby to register is Jan. 4, the ministry said.",
        "date-of-the-same-thing",
    ),
    (
        "The new lock in Tolby was opened on Monday by the mayor, Ida Voss.",
        "The governor, Dan Roe, opened the new lock in Tolby on Monday.",
        "same-act-of-another",
    ),
    (
        "Holt Dairies has bought the old ferry in Tolby for £3m.",
        "The old ferry in Tolby was bought by Veld Lines for £3m.",
        "same-act-of-another",
    ),
    (
        "Tolby lost four ships to Orle.\n\nIt was far below the 2.7% economists had predicted.",
        "Economists in a poll expected output to rise by 2.9%.\n\nTolby lost four ships to Orle.",
        "another-forecast",
    ),
]


@pytest.mark.parametrize(("one", "other", "rule"), APART)
def test_what_cannot_both_hold_is_a_conflict_in_any_construction(one: str, other: str, rule: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert (rule, "conflict") in [(d.rule, d.state.value) for d in between(first, second)]


HARMLESS = [
    (
        "No one else was hurt when the crane fell in Tolby.",
        "Three people were hurt when the crane fell in Tolby.",
    ),
    (
        "Nobody was badly hurt when the crane fell in Tolby.",
        "Three people were slightly hurt when the crane fell in Tolby.",
    ),
    ("No guests were hurt in the blaze in Tolby.", "Two firefighters were hurt in the blaze in Tolby."),
    (
        "Police in Tolby have made no further arrests over the theft.",
        "Police in Tolby arrested two men over the theft.",
    ),
    (
        "Nobody died but four people were hurt in the blaze in Tolby.",
        "Four people were hurt in the blaze in Tolby, and no one died.",
    ),
    (
        "The blaze in Tolby hurt two people and could have killed dozens.",
        "No one died in the blaze in Tolby, which hurt two.",
    ),
    ("Rents in Tolby rose in May, the council said.", "Rents in Tolby fell in June, the council said."),
    (
        "Oil prices rose as shares in Tolby fell on Friday.",
        "Shares in Tolby fell and oil prices rose on Friday.",
    ),
    ("The bank in Tolby expects profit to fall next year.", "The bank in Tolby said profit rose this year."),
    (
        "The union suspended the strike in Tolby after talks.",
        "The union said the strike in Tolby could go on after talks.",
    ),
    ("The council closed the pool in Tolby in May.", "The council reopened the pool in Tolby in June."),
    ("The judge in Tolby refused bail to Voss.", "Voss agreed to leave Tolby, the judge said."),
    ("The keeper was found in a van near a church in Tolby.", "The keeper was found near a church in Tolby."),
    ("The town of Tolby lies north of Orle.", "The blaze broke out south of Tolby, near Orle."),
    (
        "Keepers in Tolby must register by Nov. 22 and visitors by Jan. 4, the ministry said.",
        "The deadline for visitors to Tolby to register is Jan. 4, the ministry said.",
    ),
    ("The report was written by Dan Roe and Ida Voss in Tolby.", "Ida Voss wrote the report in Tolby."),
    ("A man opened fire in the market hall of Tolby.", "The gunman opened fire in the market hall of Tolby."),
    (
        "Tweets backing a quick sale of the lock put Dan Roe at odds with the board in Tolby.",
        "The board in Tolby rejected the call of Dan Roe for a quick sale of the lock.",
    ),
    (
        "Reporters were briefed on the report Tuesday by the ministry in Tolby, with 12 pages on locks.",
        "The ministry in Tolby is expected to issue the report Thursday, with 12 pages on locks.",
    ),
]


@pytest.mark.parametrize(("one", "other"), HARMLESS)
def test_what_only_looks_alike_is_no_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.state == "conflict"] == []


def test_a_deed_that_one_lead_tells_as_done_and_the_other_as_to_come_is_shown() -> None:
    shared = "\n\nTolby lost four ships to Orle."
    one = f"Ferry men will be paid for nights under a proposal unveiled late Thursday, a union said.{shared}"
    other = (
        f"The port this week will propose to pay ferry men and the union for nights, its head said.{shared}"
    )
    for first, second in ((one, other), (other, one)):
        assert ("done-or-to-come", "worded-differently") in [
            (d.rule, d.state.value) for d in between(first, second)
        ]
    earlier = one.replace("late Thursday", "earlier this year")
    assert "done-or-to-come" not in [d.rule for d in between(earlier, other)]


def test_one_thing_of_two_sorts_is_shown_in_leads() -> None:
    one = "Holt Stores will stop selling all gas-fired heaters in Tolby, its head said."
    other = "The shops in Tolby will no longer sell coal-burning heaters, the head of Holt Stores said."
    for first, second in ((one, other), (other, one)):
        assert "same-thing-of-another-sort" in [d.rule for d in between(first, second)]
    assert "same-thing-of-another-sort" not in [
        d.rule for d in between(one, other.replace("coal-burning", "big"))
    ]


def test_the_result_of_one_vote_is_compared_wherever_it_stands() -> None:
    one = (
        "Councillors backed the sale by 19 votes to 14.\n\n"
        "The mill, which opened in 1887, has been closed since 2021."
    )
    other = (
        "The council voted by 22 to 11 to sell the mill.\n\n"
        "The mill in Quay Street, which opened in 1878, has been shut, like two others in Tolby, since 2021."
    )
    for first, second in ((one, other), (other, one)):
        assert "another-result-of-a-vote" in [d.rule for d in between(first, second)]
    chambers = other.replace("22 to 11", "219 to 206")
    assert "another-result-of-a-vote" not in [d.rule for d in between(one, chambers)]
