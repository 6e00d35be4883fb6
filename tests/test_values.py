"""Numbers, dates and times as they are read from a text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.find.discrepancies.same_thing import agree
from compare.text.values import values

PUBLISHED = "2024-06-14"


def readings(text: str) -> list[str]:
    return [amount.reading for amount in values(text, 0, len(text)).amounts]


def days(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [moment.reading for moment in values(text, 0, len(text), published=published).moments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,300 people left", ["2,300 people"]),
        ("thirty-five trucks and two hundred and five cars", ["35 trucks", "205 cars"]),
        ("a 2 1/2 week trial", ["17.5 days trial"]),
        ("120 to 140 posts will go", ["120 to 140 posts"]),
        ("between 3.5 and 4.5 per cent", ["3.5 % to 4.5 %"]),
        ("from 4.42 percent to 4.48 percent", ["4.42 %", "4.48 %"]),
        ("double-digit growth", ["10 to 99.99 growth"]),
        ("dozens of ships", ["20 to 120 ships"]),
        ("nearly a third of the total", ["nearly 33.333 % total"]),
        ("three percentage points", ["3 points"]),
        ("$1.2bn, £61 and 20p", ["USD 1,200,000,000", "GBP 61", "GBP 0.2"]),
        ("as much as $3 billion a year", ["up to USD 3,000,000,000"]),
        ("about a quarter of a million crowns", ["about crown 250,000"]),
        ("a 21-year-old man", ["21 years man"]),
        ("Anna Pell, 58, denied it", ["58 years"]),
        ("A 36-year-old guide fell", ["36 years guide"]),
        ("£38b, $250-M, $10 mil and 5 b", ["GBP 38,000,000,000", "USD 250,000,000", "USD 10,000,000", "5 b"]),
        ("the twenty-first bridge", ["number 21 bridge"]),
        ("at least 14 dead", ["at least 14"]),
        ("for readers of 18+", ["more than 18"]),
        ("a magnitude 4.6 earthquake", ["4.6 magnitude earthquake"]),
        ("ozone of .20 parts", ["0.2 parts"]),
        # Other ways to write thousands and millions.
        ("3 500 men, 16’157 nets and 12,00,000 votes", ["3,500 men", "16,157 nets", "1,200,000 votes"]),
        ("1.250,5 metres, 3·5 per cent", ["1,250.5 m", "3.5 %"]),
        ("3 lakh people paid Rs 500 crore", ["300,000 people", "INR 5,000,000,000"]),
        (
            "1.2m people, 25m Americans and $3 m",
            ["1,200,000 people", "25,000,000 americans", "USD 3,000,000"],
        ),
        ("the 200m hurdles and 5m away", ["200 m hurdles", "5 m away"]),
        ("two out of three voters, one in five", ["66.667 % voters", "20 %"]),
        ("two in three days", ["2", "3 days"]),
        ("one and a half miles in half an hour", ["2,414.016 m", "30 minutes"]),
        ("13 stone, 40C and 104 degrees Fahrenheit", ["82.554 kg", "40 degC", "40 degC"]),
        ("40 square miles and 2 sq km", ["103,599,524.413 m2", "2,000,000 m2"]),
        ("HK$5m and NZ$3", ["HKD 5,000,000", "NZD 3"]),
        ("by 19 votes to 14", ["19 to 14"]),
        ("Jon Orr, who is 45, sang", ["45 years"]),
        ("Edda Lunn, the chief, 54, sang", ["54 years"]),
        # Nobody can tell thousands from thousandths here.
        ("the fair drew 12.500 people", []),
        ("growth was revised up to 2.1 per cent", ["2.1 %"]),
        ("more than 2,000 of the city's 11,000 drivers", ["more than 2,000", "11,000 drivers"]),
        ("On May 3 200 people fled", ["200 people"]),
        # Labels and names are no amounts.
        ("Flight 370, an F-35, Route 66 and 9/11", []),
        ("UPDATE 2-Talks go on", []),
        ("the film Fantastic Four was shown", []),
        ("one of them was there", []),
    ],
)
def test_amounts_are_read_with_unit_head_and_modifier(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("the blast killed 14 workers", "dead"),
        ("14 workers were killed", "dead"),
        ("the death toll from the quake rises to 14", "dead"),
        ("bombs hurt 14", "hurt"),
        ("nine are missing", "missing"),
        ("police arrested 8 people", "held"),
        ("14 workers were paid", ""),
    ],
)
def test_what_happened_to_those_counted(text: str, status: str) -> None:
    assert [a.head.status for a in values(text, 0, len(text)).amounts] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday, March 6, it rained", ["2024-03-06"]),
        ("on 6 March and on the 7th of March", ["6 March", "7th of March"]),
        ("on March 6, 2019", ["2019-03-06"]),
        ("in March 2023", ["March 2023"]),
        ("in 1987, when 1500 homes were built", ["1987"]),
        ("at 11.40 p.m. and at 09:05", ["23:40", "09:05"]),
        ("they march in spring and may fall", []),
        ("on February 30, 2024", ["February 30, 2024"]),
    ],
)
def test_dates_are_as_exact_as_written(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_a_weekday_is_seen_from_the_articles_date() -> None:
    text = "It fell on Wednesday."
    (moment,) = values(text, 0, len(text), published=PUBLISHED).moments
    dates = [datetime.date.fromordinal(first).isoformat() for first, _ in moment.days]
    assert dates == ["2024-06-12", "2024-06-19"]


def test_without_the_articles_date_nothing_is_filled_in() -> None:
    text = "It fell yesterday, on Wednesday, March 6."
    assert [moment.days for moment in values(text, 0, len(text)).moments] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("61 homes", "about 60 homes", True),
        ("40 ft", "12 metres", True),
        ("6.4 metres", "21 feet", True),
        ("nearly a third of it", "32 per cent", True),
        ("almost 4 per cent", "3.8 per cent", True),
        ("£412.6 million", "£413 million", True),
        ("28 days", "four weeks", True),
        ("120 to 140 posts", "about 130 posts", True),
        ("more than 200 people", "301 people", True),
        ("11 homes", "14 homes", False),
        ("at least 14 homes", "11 homes", False),
        ("4.48 percent", "4.46 percent", False),
        ("$1.34 billion", "$937 million", False),
        ("above 500,000 crowns", "below 500,000 crowns", False),
        ("more than 2,000 homes", "more than 3,000 homes", False),
        ("6 metres", "6 kilometres", False),
    ],
)
def test_rough_and_converted_amounts_agree(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    x, y = (values(text, 0, len(text)).amounts[0] for text in (one, other))
    assert agree(x, y) is expected
    assert agree(y, x) is expected


@given(st.text(alphabet="0123456789.,:/-$% abMmt’'()", max_size=80))
def test_any_text_is_read_and_every_value_stands_where_it_says(text: str) -> None:
    found = values(text, 0, len(text), published=PUBLISHED)
    for value in (*found.amounts, *found.moments):
        assert 0 <= value.start < value.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["1,", "two hundred and ", "$", "March ", "1-", "at least ", "20-", "a third of a "]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = piece * 20_000
    values(text, 0, len(text), published=PUBLISHED)
