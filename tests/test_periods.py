"""Stretches of time that are written short, and what two of them say of one thing."""

from __future__ import annotations

import pytest
from test_discrepancies import between

from compare.find.discrepancies.pairing import moments_agree
from compare.text.values import values
from compare.text.values.calendar import written_out

PUBLISHED = "2024-06-14"


def read(text: str, published: str | None = PUBLISHED) -> list[str]:
    found = values(text, 0, len(text), published=published)
    amounts = [amount.reading for amount in found.amounts]
    return [
        f"{moment.text}: {', '.join(map(written_out, moment.days))}" for moment in found.moments
    ] + amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sales in FY23 and FY2022", ["FY23: ", "FY2022: "]),
        ("sales in FY 2021/22", ["FY 2021/22: "]),
        ("in fiscal 2019 and in the financial year 2020-21", ["fiscal 2019: ", "financial year 2020-21: "]),
        ("in Q3", ["Q3: "]),
        ("in 2Q 2022", ["2Q 2022: "]),
        ("the third quarter of 2023 was poor", ["third quarter of 2023: "]),
        ("third-quarter sales", ["third-quarter: "]),
        ("by mid-2023", ["mid-2023: 2023-04-01 to 2023-09-30"]),
        ("in early 2023", ["early 2023: 2023-01-01 to 2023-05-31"]),
        ("in late 2023", ["late 2023: 2023-08-01 to 2023-12-31"]),
        ("the 2012-13 season", ["2012-13: 2012-01-01 to 2013-12-31"]),
        ("in 2012/13", ["2012/13: 2012-01-01 to 2013-12-31"]),
        ("they meet on June 10 and 11 in Tolby", ["June 10 and 11: 2024-06-10 to 2024-06-11"]),
        ("they meet on 10 and 11 June", ["10 and 11 June: 2024-06-10 to 2024-06-11"]),
        ("they meet on June 10-12", ["June 10-12: 2024-06-10 to 2024-06-12"]),
        ("on 10, 11 and 13 June 2022", ["10, 11 and 13 June 2022: 2022-06-10 to 2022-06-13"]),
        (
            "on Monday 10 and Tuesday 11 June",
            ["Monday 10 and Tuesday 11 June: 2024-06-10 to 2024-06-11"],
        ),
        # What only looks like it.
        ("on June 10 and 11 people left", ["June 10: 2024-06-10", "11 people"]),
        ("on June 10, 11 people left", ["June 10: 2024-06-10", "11 people"]),
        ("on June 10 and 11 of them", ["June 10: 2024-06-10", "11"]),
        ("on June 10 and 11 per cent", ["June 10: 2024-06-10", "11 %"]),
        ("in the first half he scored", ["number 1 half"]),
        ("by 2024-06-03", ["2024-06-03: 2024-06-03"]),
        ("the H1N1 flu and the Q400", []),
        ("in the mid-1970s", ["1970s: 1972-01-01 to 1977-12-31"]),
    ],
)
def test_stretches_of_time_are_read_whole(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_without_the_articles_date_the_days_have_no_year() -> None:
    assert read("they meet on June 10 and 11", None) == ["June 10 and 11: "]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Q3", "the third quarter of 2023", True),
        ("Q3 2023", "2Q 2023", False),
        ("Q3 2023", "Q3 2022", False),
        ("2012-13", "2013-14", False),
        ("2012-13", "2012/13", True),
        ("FY23", "fiscal 2023", True),
        ("FY23", "FY22", False),
        ("June 10 and 11", "11 June", True),
        ("June 10 and 11", "13 June", False),
        ("mid-2023", "July 2023", True),
        ("early 2023", "late 2023", False),
    ],
)
def test_two_stretches_of_time_agree_where_they_can_be_one(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    first, second = (values(f"in {t}", 0, len(t) + 3, published=PUBLISHED).moments[0] for t in (one, other))
    assert moments_agree(first, second) is moments_agree(second, first) is expected


def test_figures_of_two_years_are_not_compared() -> None:
    one = "Net profit at the mill in Tolby was £20m in FY22, the board said."
    other = "Net profit at the mill in Tolby was £34m in FY23, the board said."
    assert between(one, other) == ()
    assert [d.state.value for d in between(one, other.replace("FY23", "FY22"))] == ["conflict"]
