"""What one text tells as done and the other as to come; names turned round or slipped; sizes of one thing."""

from __future__ import annotations

import pytest
from test_beside import between, documents

from compare.find.discrepancies.pairing import pair, side
from compare.find.discrepancies.times import time_differences
from compare.model import Extent, Relation

STAGES = [
    (
        "The mayor of Tolby opened the new pier on Friday.",
        "The mayor of Tolby will open the new pier on Friday.",
    ),
    (
        "Jo Marr was due to deliver her speech on the harbour on Friday.",
        "Jo Marr delivered her speech on the harbour on Friday.",
    ),
    (
        "Skippers who fish in the bay of Tolby could be fined £900.",
        "Skippers who fish in the bay of Tolby will be fined £900.",
    ),
    (
        "The council of Tolby is expected to sell the old mill to a brewer.",
        "The council of Tolby has sold the old mill to a brewer.",
    ),
    (
        "The council of Tolby may close the old ferry port this winter.",
        "The council of Tolby plans to close the old ferry port this winter.",
    ),
    (
        "The logs of the Tolby ferry will not soon be handed to the court.",
        "The owner must hand the logs of the Tolby ferry to the court.",
    ),
]


@pytest.mark.parametrize(("one", "other"), STAGES)
def test_an_act_done_here_and_to_come_there_is_shown(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(first, second) if d.rule == "done-or-to-come"]
        assert [d.state.value for d in found] == ["worded-differently"]
        assert found[0].why.startswith("A tells it as ")


NO_STAGES = [
    # What could be voted on, and who will vote.
    (
        "The mayor of Tolby laid out a plan for the mill that could be voted on this week.",
        "The mayor of Tolby announced that the board will vote this week on a plan for the mill.",
    ),
    # Who plans it will do it; a plan is a noun too.
    ("The council of Tolby plans to close the old port.", "The council of Tolby will close the old port."),
    ("The council of Tolby has plans to close the port.", "The council of Tolby closed the port in 1990."),
    # Two days, two acts of one verb; a rule, not an act.
    ("The mayor of Tolby opened the pier on Friday.", "The mayor of Tolby will open the baths on 3 July."),
    (
        "Nine votes are needed to close the port of Tolby.",
        "Nine votes will be needed to close the port of Tolby.",
    ),
    ("The mayor of Tolby would have opened the pier.", "The mayor of Tolby will open the pier."),
    # Another doer, another object, an earlier time.
    (
        "The Marlow clinic plans to open its ward in Tolby again this week.",
        "The Sorley clinic opened its ward in Tolby again this week.",
    ),
    (
        "The speaker of Tolby council is expected to hold a vote on the harbour letters.",
        "The speaker of Tolby council has held the harbour letters.",
    ),
    (
        "The council of Tolby will unveil a smaller plan for the harbour this week.",
        "The council's plan for the harbour of Tolby is smaller than one unveiled earlier this year.",
    ),
    # Verbs that pass with everything.
    ("The board of Tolby called on the owner to go.", "The board of Tolby will call the owner."),
]


@pytest.mark.parametrize(("one", "other"), NO_STAGES)
def test_plans_rules_and_other_days_are_no_stage_of_one_act(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.rule == "done-or-to-come"] == []


LINKED = "The ferry from Tolby sank in the bay on Friday with nine people on board. "


def rules(one: str, other: str) -> list[str]:
    return [d.rule for d in between(LINKED + one, LINKED + other)]


TURNED = [
    ("Boys of Edda Orr Lunn School swam ashore.", "The wave woke Edda Lunn Orr School."),
    ("A diver, Ana Reyes Mora, saw it.", "It was seen by the diver Ana Mora Reyes."),
]


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_a_long_name_with_two_parts_exchanged_is_one_name(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert rules(first, second) == ["name-turned-round"]


NOT_TURNED = [
    # The family's name first; two people; a text that has it both ways.
    ("A diver, Pak Tae Il, saw it.", "It was seen by the diver Tae Il Pak."),
    ("A diver, Lee Marr, saw it.", "It was seen by the diver Marr Lee."),
    ("Ana Reyes Mora saw it.", "Ana Mora Reyes, or Ana Reyes Mora, saw it. So said Ana Reyes Mora."),
]


@pytest.mark.parametrize(("one", "other"), NOT_TURNED)
def test_another_order_of_a_name_and_its_family_is_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert "name-turned-round" not in rules(first, second)


def test_a_surname_slipped_once_is_shown() -> None:
    one = "It was seen by Edda Haldren, a diver. Halden had left the pier at dawn."
    other = "Edda J. Haldren saw it from the pier."
    for first, second in ((one, other), (other, one)):
        assert rules(first, second) == ["name-slipped-once"]
    # Somebody of that very name, a word of the language, a country's people.
    assert rules(f"{one} Her cousin Dan Halden swam.", other) == []
    assert rules(one.replace("Halden had", "Haldren had"), other) == []
    assert rules("Jo Stoner saw it. Stone is used there.", "It was seen by Jo Stoner.") == []


SIZES = [
    (
        "The board of Tolby has a 300 page report on the wreck.",
        "The board of Tolby got a report which spans nearly 400 pages on the wreck.",
    ),
    (
        "The wave at Tolby shook a 12-storey hotel on the quay.",
        "At Tolby the wave hit a hotel of 15 storeys on the quay.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SIZES)
def test_two_sizes_of_one_thing_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(LINKED + first, LINKED + second) if d.rule == "size-of-the-same-thing"]
        assert [d.state.value for d in found] == ["conflict"]


NO_SIZES = [
    # Rounded; a bound; two reports in one text; nothing but the thing is shared.
    (
        "The board of Tolby has a 396-page report on the wreck.",
        "The board of Tolby got a report of 400 pages on the wreck.",
    ),
    (
        "The board of Tolby has a 300-page report on the wreck.",
        "The board of Tolby got a report of over 200 pages on the wreck.",
    ),
    (
        "The board of Tolby has a 300-page report on the wreck and a 90-page report on the bay.",
        "The board of Tolby got a report of 400 pages on the wreck.",
    ),
    ("A 300-page report blamed the cook.", "Divers found a report of 400 pages."),
]


@pytest.mark.parametrize(("one", "other"), NO_SIZES)
def test_rounded_sizes_and_two_things_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert "size-of-the-same-thing" not in rules(first, second)


def test_two_parts_of_one_month_are_two_times() -> None:
    one = "The new rules for the Tolby ferry start in early March."
    for first, second in ((one, one.replace("early", "late")), (one.replace("early", "late"), one)):
        assert [d.state.value for d in between(first, second)] == ["conflict"]
    by = "By late March the new rules for the Tolby ferry will start."
    (open_,) = [d for d in between(one, by) if d.type == "date"]
    assert open_.state.value == "worded-differently"
    # Neither is a closer look at the other.
    assert "more exact" not in open_.why
    assert "can hold" not in open_.why
    assert between(one, one.replace("in early", "early in")) == ()


def test_a_threshold_is_no_number_of_one_firm() -> None:
    one = "The rule of Tolby binds firms with 100 or more employees."
    other = "The rule of Tolby binds firms with more than 100 employees."
    assert [d.state.value for d in between(one, other)] == ["more-or-less-precise"]


UTTERANCES = [
    # Two interviews: nearly the same words, a small word more or less.
    (
        "“When we saw what happened in Tolby, we were so sad and so angry,” Jo Marr said.",
        "“As we looked at what happened down in Tolby, we were so shocked by it all,” Jo Marr said.",
    ),
    (
        "“As a skipper, Dan has great liability to me,” Jo Marr said of the ferry in Tolby.",
        "“They know a skipper has great liability if a ferry sinks,” Jo Marr said in Tolby.",
    ),
    (
        "Jo Marr wants the “full and complete report” on the ferry of Tolby.",
        "“The full and complete harbour report on the ferry is due,” Jo Marr of Tolby said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), UTTERANCES)
def test_two_utterances_are_not_one_in_other_words(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert "quotation-in-other-words" not in [d.rule for d in between(first, second)]


def test_two_acts_have_two_days_and_two_periods_two_shares() -> None:
    asked = "The board of Tolby asked the ferry owner for logs of the wreck last week."
    told = (
        "On 5 June in a long talk at the quay Jo Marr gave Tolby, its ferry owner and the board nine pages."
    )
    known = documents(asked, told, ("2024-06-14", "2024-06-14"))
    sides = [
        side(
            d,
            d.article.sentences[0],
            Extent(start=d.article.sentences[0].start, end=d.article.sentences[0].end),
        )
        for d in known.values()
    ]
    ready = pair(Relation.PARTIAL, sides[0], sides[1])
    assert list(time_differences(ready, sure=True)) == []
    one = "The paint on the Tolby ferry is 90% effective six months after it dries."
    other = "The paint on the Tolby ferry is 88% effective nine months after it dries."
    assert [d.why for d in between(one, other) if d.type == "number" and "%" in d.values[0]] == []
