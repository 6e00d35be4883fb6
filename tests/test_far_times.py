"""Days and months of one thing in sentences of two texts that differ, or that nothing links."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.discrepancies.far_times import find_far_times
from compare.find.identity import Identities
from compare.model import Discrepancy
from compare.read.article import article_from_bytes
from compare.text.document import Document

_OPENING = "The harbour board of Tolby met behind closed doors and chose Edda Lunn as its new head."
_DAY = "2024-06-14"


def documents(one: str, other: str, opening: str = _OPENING) -> dict[str, Document]:
    return {
        label: Document(
            article_from_bytes(
                f"---\ndate: {_DAY}\n---\n\n{opening}\n\n{text}\n".encode(), name="x.md", label=label
            )[0]
        )
        for label, text in zip("AB", (one, other), strict=True)
    }


def dates(one: str, other: str, opening: str = _OPENING) -> list[Discrepancy]:
    known = documents(one, other, opening)
    found = find_discrepancies(align([*known.values()]).links, known, Identities())
    return [d for d in found if d.type == "date"]


CLOSER = [
    # The year once in either text, and the month or the day in one of them.
    (
        "The brewery filed for bankruptcy in 2020 and has blamed the flood ever since.",
        "Its rivals recall that the brewery, which declared bankruptcy in July 2020, had paid high rents.",
    ),
    (
        "He was inspired by a lantern parade that he saw in Marle in 2017.",
        "The mayor has dreamed of it since he watched a lantern parade on 14 July 2017.",
    ),
    ("The ferry sank off Orle in 1972.", "In December 1972 the ferry sank with all its mail."),
    # The month, and a day in it.
    (
        "The stricter toll rules, opposed by drivers, start in October.",
        "Drivers would pay under the toll rules, starting Oct. 1, whatever they think.",
    ),
    # What is told from the day of the article, and the calendar's day.
    (
        "Clerks used a pair of notes June 3 to announce the delay of the toll.",
        "But the town hall announced this month the delay of the toll for want of staff.",
    ),
    (
        "The assembly voted May 18 to impeach the harbour judge.",
        "The harbour judge was impeached by the assembly last month over a ring.",
    ),
]
APART = [
    # Named after a year.
    (
        "Critics had warned of the 2020 toll count, as the office had lost half of its staff to the mill.",
        "Nobody expected queues: a toll strike began on 3 May 2020, and with it a count of lost days.",
    ),
    # Another thing, or one word in common.
    ("The brewery burned down in 2020.", "The ferry was sold in July 2020 to a firm abroad."),
    ("The pier opened in October.", "Edda Lunn was born on Oct. 1 on an island."),
    # Another month, another year, a day outside the part of the month.
    ("The brewery filed for bankruptcy in 2020.", "The brewery filed for bankruptcy in July 2021."),
    ("The brewery filed for bankruptcy in late May.", "The brewery filed for bankruptcy on May 2, it said."),
    # The year stands for many things in one of the texts.
    (
        "The mill grew in 2020. The pier burned in 2020. The ferry, whose bankruptcy came in 2020, is gone.",
        "A bankruptcy of the mill in July 2020 was feared.",
    ),
    # A deadline is no day of the act beside it.
    (
        "Counters told the toll office this month that its roof leaks and that they want new chairs.",
        "Lawyers fear that the toll office could miss a June 30 deadline for its report on ferries.",
    ),
    # Both are named in one of the texts.
    (
        "Clerks used notes June 3 to announce the delay of the toll, and said this month it stays.",
        "The town hall announced this month the delay of the toll for want of staff.",
    ),
    # Last week and another week's day.
    (
        "The assembly impeached the harbour judge last week.",
        "The assembly voted on April 2 to impeach the harbour judge of Orle.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CLOSER)
def test_a_closer_look_at_a_time_is_found_in_whatever_sentences(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.state.value for d in dates(first, second)] == ["more-or-less-precise"]


@pytest.mark.parametrize(("one", "other"), APART)
def test_times_of_two_things_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        known = documents(first, second)
        assert [d.why for _, d in find_far_times(known["A"], known["B"])] == []


def test_a_firms_year_is_no_year_of_the_calendar() -> None:
    assert dates("The mill lost money on tolls in FY23.", "The mill lost money on tolls in May 2023.") == []


LEADS = [
    # One day by two verbs.
    (
        "A judge in Tolby ruled late Monday that the harbour board must hear the ferry crews.",
        "A judge in Tolby on Monday ordered the harbour board to hear the ferry crews.",
        "more-or-less-precise",
    ),
    (
        "The harbour board of Tolby on Thursday limited who may use the old ferry pier.",
        "The harbour board of Tolby announced on June 13 that it will limit who may use the old ferry pier.",
        "worded-differently",
    ),
    (
        "The harbour board of Tolby chose a new ferry master on Saturday after a long dispute.",
        "A new ferry master was chosen by the harbour board of Tolby this week after a long dispute.",
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "state"), LEADS)
def test_the_day_of_the_news_is_compared_whatever_the_verbs(one: str, other: str, state: str | None) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d.state.value for d in dates(first, second, opening="")]
        assert found == ([state] if state else ["more-or-less-precise"])


def test_a_day_that_is_named_twice_is_left_alone() -> None:
    one = "The harbour board of Tolby met on Monday morning and chose a ferry master on Monday night."
    other = "The harbour board of Tolby chose a ferry master on Monday after a long dispute."
    assert [d.why for d in dates(one, other, opening="") if d.state == "conflict"] == []


def test_a_bound_before_when_is_a_day() -> None:
    one = "She destroyed the letters of the harbour board after the town asked for them in late May."
    other = "She destroyed the letters of the harbour board after May 28, when the town asked for them."
    assert [d.state.value for d in dates(one, other, opening="")] == ["more-or-less-precise"]
