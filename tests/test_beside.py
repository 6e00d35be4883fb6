"""Figures, times and quotations of one thing, laid side by side in whatever construction."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.find.discrepancies import find_discrepancies, find_figures
from compare.find.discrepancies.beside import lay_beside
from compare.find.identity import Identities
from compare.model import Discrepancy, Figure
from compare.read.article import article_from_bytes
from compare.text.document import Document


def documents(one: str, other: str, days: tuple[str, str]) -> dict[str, Document]:
    return {
        label: Document(
            article_from_bytes(f"---\ndate: {day}\n---\n\n{text}\n".encode(), name="x.md", label=label)[0]
        )
        for label, text, day in zip("AB", (one, other), days, strict=True)
    }


def between(
    one: str, other: str, days: tuple[str, str] = ("2024-06-14", "2024-06-14")
) -> tuple[Discrepancy, ...]:
    known = documents(one, other, days)
    return find_discrepancies(align([*known.values()]).links, known, Identities())


def figures(one: str, other: str) -> tuple[Figure, ...]:
    known = documents(one, other, ("2024-06-14", "2024-06-14"))
    beside = lay_beside(align([*known.values()]).links, known)
    return find_figures(beside, known, Identities())


CONFLICTS = [
    # Another construction: moved words, another verb, a passive, an apposition.
    (
        "Edda Lunn was jailed for four years on Monday.",
        "On Monday Edda Lunn was sentenced to nine years in jail.",
    ),
    (
        "Jon Pell, 61, was pulled from the harbour of Tolby.",
        "The 16-year-old Jon Pell was pulled from the harbour of Tolby.",
    ),
    (
        "Edda Lunn, the harbour master, 47, opened the gate.",
        "Edda Lunn, the harbour master, who is 74, opened the gate.",
    ),
    (
        "The lighthouse in Reed Lane was bought for £3.1m.",
        "A brewer will pay £3.6m for the lighthouse in Reed Lane.",
    ),
    (
        "The board of Tolby backed the ferry plan by 21 votes to 9.",
        "The board of Tolby voted 19-11 for the ferry plan.",
    ),
    # Below the last step of a round number, beyond what rounding explains.
    ("The mill in Tolby will close 2,000 places.", "The mill in Tolby will close 2,400 places."),
    ("The pier at Tolby will cost £200m.", "The pier at Tolby will cost £260m."),
    # Times of one act.
    (
        "The ferry struck the pier near Tolby at 6.10am and nine people fell.",
        "Nine people fell when the ferry struck a pier near Tolby at 6.55am.",
    ),
    (
        "The mill, which opened in 1856, has been empty since a fire in March 2021.",
        "The factory, which opened in 1865, has been empty since a fire in March 2021.",
    ),
    # Yes and no, and the road's number.
    ("The fishermen of Tolby called off the march.", "The fishermen of Tolby called the march."),
    ("The court in Tolby upheld the licence.", "The court in Tolby quashed the licence."),
    ("The mill in Tolby will hire 40 welders.", "The mill in Tolby will sack 40 welders."),
    ("The pile-up on the A41 near Tolby hurt six.", "The pile-up on the A47 near Tolby hurt six."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_one_thing_told_in_another_construction_conflicts(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.state.value for d in between(first, second)].count("conflict") >= 1


STATES = [
    (
        "The mill in Tolby had a gross profit of £6m.",
        "The mill in Tolby had a net profit of £4m.",
        "other-measure",
    ),
    (
        "Ticket prices at the Tolby baths rose 4% last year.",
        "Wages at the Tolby baths rose 7% last year.",
        "other-measure",
    ),
    (
        "The union said 800 people left the mill in Tolby.",
        "The ministry said 500 people left the mill in Tolby.",
        "other-source",
    ),
    (
        "The storm in Tolby broke 61 windows.",
        "The storm in Tolby broke about 60 windows.",
        "more-or-less-precise",
    ),
    (
        "Nearly two dozen sailors left the ferry in Tolby.",
        "In Tolby 22 sailors left the ferry.",
        "more-or-less-precise",
    ),
    (
        "The fire in Tolby burned a third of the barns.",
        "The fire in Tolby burned 33% of the barns.",
        "worded-differently",
    ),
    (
        "The mayor of Tolby opened the pier on Thursday.",
        "The mayor of Tolby opened the pier late Thursday.",
        "more-or-less-precise",
    ),
    (
        "The mayor of Tolby opened the pier on Thursday.",
        "The mayor of Tolby opened the pier on 13 June.",
        "worded-differently",
    ),
]


@pytest.mark.parametrize(("one", "other", "state"), STATES)
def test_what_can_both_hold_is_told_as_what_it_is(one: str, other: str, state: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert {d.state.value for d in between(first, second)} == {state}


SILENT = [
    # Parts, sums, an earlier value, another period.
    (
        "The police of Tolby fined 15 drivers on Friday.",
        "The police of Tolby fined 34 drivers on Friday and Saturday.",
    ),
    ("The fund of Tolby gave £3m last year and £4m this year.", "The fund of Tolby gave £7m over two years."),
    (
        "The ferry from Tolby had 120 passengers and nine crew.",
        "The ferry from Tolby had 129 people on board.",
    ),
    (
        "The wave at Tolby killed nine people, including the cook.",
        "The wave at Tolby killed eight people and the cook.",
    ),
    ("Shares in Tolby Mills fell 4.1% in early trading.", "Shares in Tolby Mills closed 3.2 per cent lower."),
    # One moment in two zones, one night of two days.
    (
        "The lock at Tolby was shut at 10 p.m. ET on Monday.",
        "The lock at Tolby was shut at 3am BST on Tuesday.",
    ),
    ("The wave hit Tolby overnight into Friday.", "The wave hit Tolby on Thursday night."),
    # One value in two ways of writing.
    ("Three out of four barns in Tolby burned.", "Three-quarters of the barns in Tolby burned."),
    ("The bell of Tolby weighs 20 stone.", "The bell of Tolby weighs 127 kilograms."),
    ("The mill in Tolby made 4,200 nets.", "The mill in Tolby made 4 200 nets."),
    ("Some 8 lakh people saw the ferry of Tolby.", "Some 800,000 people saw the ferry of Tolby."),
    ("A record 9m people saw the ferry of Tolby.", "A record 9 million people saw the ferry of Tolby."),
]


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_parts_sums_zones_and_ways_of_writing_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.state != "worded-differently"] == []


def test_counts_of_two_days_are_a_later_count() -> None:
    days = "2024-06-14", "2024-06-17"
    found = between("The wave hurt 40 people in Tolby.", "The wave hurt 90 people in Tolby.", days)
    assert [(d.state.value, d.why) for d in found] == [
        ("later-count", "A, of 2024-06-14, gives 40 people hurt; B, of 2024-06-17, gives 90 people hurt.")
    ]


def test_both_sources_are_named() -> None:
    found = between(
        "The union said 800 people left the mill in Tolby.",
        "The ministry said 500 people left the mill in Tolby.",
    )
    assert [d.why for d in found] == [
        "A, citing the union, gives 800 people; B, citing the ministry, gives 500 people."
    ]


def test_figures_that_agree_are_lines_of_a_table() -> None:
    one = "The wave hurt 40 people in Tolby. Nine boats sank in the harbour."
    other = "In Tolby 40 people were hurt by the wave. In the harbour nine boats sank."
    assert [(f.number, f.counted, f.values) for f in figures(one, other)] == [
        ("G1", "people", ("40 people", "40 people")),
        ("G2", "boats", ("9 boats", "9 boats")),
    ]
    assert between(one, other) == ()


QUOTED = [
    (
        "“We will mend the old wall before the autumn,” Jo Marr said.",
        "“We will mend the wall before the autumn,” Jo Marr said.",
    ),
    (
        "“The board has kept its word for ten years,” Jo Marr said.",
        "“The board had kept its word for ten years,” Jo Marr said.",
    ),
    # The speaker stands in the middle of one utterance.
    (
        "“The men raised the gate in time. That certainly spared the mill,” said the miller, Dan Roe.",
        "“The men raised the gate in time,” said the miller, Dan Roe. “That spared the mill.”",
    ),
    (
        "“We will never sell the mill to a stranger,” Jo Marr said on Monday.",
        "“We will,” Jo Marr said on Monday, “sell the mill to a stranger.”",
    ),
]


@pytest.mark.parametrize(("one", "other"), QUOTED)
def test_words_left_out_or_changed_inside_the_marks_are_shown(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [(d.type.value, d.rule) for d in between(first, second)] == [
            ("quotation", "quotation-in-other-words")
        ]


NOT_ALTERED = [
    # An insert says that it is one; a shorter quotation and another spelling change nothing.
    (
        "“We will mend [the wall] before the autumn,” Jo Marr said.",
        "“We will mend it before the autumn,” Jo Marr said.",
    ),
    (
        "“We won't mend the wall before the autumn,” Jo Marr said.",
        "“We wont mend the wall before the autumn,” Jo Marr said.",
    ),
    (
        "“We organise the fair every autumn in Tolby,” she said.",
        "“We organize the fair every autumn in Tolby,” she said.",
    ),
    (
        "“The men raised the gate in time. That spared the mill,” said the miller, Dan Roe.",
        "“The men raised the gate in time,” said the miller, Dan Roe. “That spared the mill.”",
    ),
    (
        "Jo Marr said it was “a wall that nobody wanted to pay for”.",
        "Jo Marr said it was a wall “that nobody wanted to pay for”.",
    ),
]


@pytest.mark.parametrize(("one", "other"), NOT_ALTERED)
def test_inserts_spellings_and_shorter_quotations_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.type == "quotation"] == []


def test_the_same_words_put_to_two_people_are_shown() -> None:
    one = "“The wall of Tolby will not last another winter,” Jo Marr told reporters."
    other = "“The wall of Tolby will not last another winter,” Dan Roe told reporters."
    for first, second in ((one, other), (other, one)):
        assert "same-words-of-another-speaker" in [d.rule for d in between(first, second)]
    assert [d.rule for d in between(one, one.replace("Jo Marr", "she"))] == []


def test_shares_of_two_things_are_left_alone() -> None:
    one = "The union in Tolby has 25 per cent of the welders, the mill said."
    other = "The union in Tolby has 41 per cent of the drivers, the mill said."
    assert [d.why for d in between(one, other) if d.state == "conflict"] == []


@pytest.mark.parametrize(
    ("one", "other", "rougher"),
    [
        (
            "The mill of Tolby lost 5.4 million crowns.",
            "The mill of Tolby lost nearly 4.7 million crowns.",
            False,
        ),
        (
            "The mill of Tolby lost 4.7 million crowns.",
            "The mill of Tolby lost just over 5.4 million crowns.",
            False,
        ),
        (
            "The mill of Tolby lost 4.6 million crowns.",
            "The mill of Tolby lost nearly 4.7 million crowns.",
            True,
        ),
        (
            "The mill of Tolby lost 5.1 million crowns.",
            "The mill of Tolby lost about 4.7 million crowns.",
            True,
        ),
    ],
)
def test_nearly_is_under_a_figure_and_just_over_above_it(one: str, other: str, rougher: bool) -> None:  # noqa: FBT001
    for first, second in ((one, other), (other, one)):
        assert ("more-or-less-precise" in [d.state for d in between(first, second)]) is rougher


def test_a_bound_that_a_text_also_gives_plainly_is_no_rougher() -> None:
    one = "The ferry to Orle was shut for around six weeks. The mill lies idle."
    other = "The ferry to Orle was shut for six weeks."
    plainly = f"{one} Nobody crossed in those six weeks."
    for first, second, rougher in ((one, other, True), (plainly, other, False), (other, plainly, False)):
        assert ("more-or-less-precise" in [d.state for d in between(first, second)]) is rougher


@pytest.mark.parametrize(
    ("one", "other", "denied"),
    [
        (
            "The court said the papers will be handed over.",
            "The court said the papers will not be handed over.",
            True,
        ),
        (
            "The court said the papers will be handed over.",
            "The court said the papers will not immediately be handed over.",
            False,
        ),
        (
            "The names of the dead have been released.",
            "The names of the dead have not yet been released.",
            True,
        ),
    ],
)
def test_not_immediately_is_no_denial_and_not_yet_is_one(one: str, other: str, denied: bool) -> None:  # noqa: FBT001
    for first, second in ((one, other), (other, one)):
        assert ("negation" in [d.type for d in between(first, second)]) is denied


MONTHS = [
    (
        "The mayor received her first jab on Jan. 21 and the other on March 11, 2024.",
        "He asked whether she had taken ill after the jabs, which the mayor received in January and March.",
    ),
    ("The firm added 500 jobs last month, the mill said.", "The firm added 500 jobs in May, the mill said."),
]
OTHER_MONTHS = [
    (
        "The mill of Tolby reopened on May 3 after the flood.",
        "The mill of Tolby reopened in late May after the flood.",
    ),
    ("The mill of Tolby was shut on May 30.", "The mill of Tolby was shut in early May."),
    ("Jo Marr was born on May 3.", "The ferry sank in May."),
]


@pytest.mark.parametrize(("one", "other"), MONTHS)
def test_a_month_and_its_day_are_more_and_less_exact(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert "more-or-less-precise" in [d.state for d in between(first, second) if d.type == "date"]


@pytest.mark.parametrize(("one", "other"), OTHER_MONTHS)
def test_a_day_outside_the_part_of_a_month_or_a_bound_is_no_closer_look(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert "more-or-less-precise" not in [d.state for d in between(first, second) if d.type == "date"]
