"""The marked edition: two full texts that face each other, their bars and margins, and what stands alone."""

from __future__ import annotations

import re

import made
import pytest
from test_report import worded

from compare.render.parts.alone import stands_alone
from compare.render.parts.front import _begins
from compare.render.parts.margin import facing
from compare.render.parts.references import spelled
from compare.render.report import html


@pytest.mark.parametrize(
    ("statement", "alone"),
    [
        ("The harbour board raised the toll to nine crowns in May.", True),
        ("“We paid for the bridge twice over,” said Jo Holm, a fisher.", False),
        ("They were brought pizza by the mayor of the town.", False),
        ("Why was nobody in the lower town warned in time?", False),
        ("said the mayor of Ostrand, who had not been told.", False),
        ("He tweeted a picture of it later that night.", False),
        ("Big difference.", False),
        ("Theodora Lind has led the harbour board since 2019.", True),
        ("One harbour pilot, who gave no name, blamed the board.", True),
        ("One was a concert at the old airfield of Marle.", False),
        ("The other was a concert at the old airfield of Marle.", False),
        ("The others on the quay went home before the rain set in.", True),
        # Items of a list, and what looks like one.
        ("Bolstering the sea wall, including new gates at the cheapest yards of the coast.", False),
        ("Giving staff at the school — and at the pool — free tickets for the ferry.", False),
        ("Speaking on the quay, the mayor put the blame on the board.", True),
        ("Closing the pier was a mistake, the board found in May.", True),
        ("Beijing put more boats to sea, including two new ferries.", True),
        ("Evening trains ran late, and buses stood at the depot.", True),
    ],
)
def test_what_leans_on_the_sentence_before_does_not_stand_alone(statement: str, alone: object) -> None:
    assert stands_alone(statement) is alone


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("Jo Holm, who runs the harbour of Ostrand", False),
        ("Jo Holm, who runs the harbour, closed it on Monday", True),
        ("said Jo Holm, the mayor of the town", False),
        ("The harbour was closed on Monday", True),
    ],
)
def test_a_name_without_what_it_does_is_no_fact(words: str, begins: object) -> None:
    assert _begins(words) is begins


@pytest.mark.parametrize("number", ["", "S", "3", "X4", "E2", "U7", "SA3", "S3b"])
def test_what_is_no_code_of_ours_is_printed_as_it_is(number: str) -> None:
    assert spelled(number) == number


def test_two_texts_face_each_other_and_very_unlike_ones_do_not() -> None:
    short, longer = made.article("A", [["Rain fell on the town."]]), made.article("B", [["Rain fell. " * 9]])
    assert facing(made.comparison([short, longer], readable=False)) is None
    bridge = made.bridge()
    widths = facing(bridge)
    assert widths is not None
    assert sum(widths) == pytest.approx(1)
    assert facing(made.comparison([*bridge.articles, short], readable=False)) is None


def test_each_sentence_stands_once_in_the_full_texts_with_its_bar() -> None:
    markup = html(made.bridge())
    bars = re.findall(r'<div class="line (\w+)[^"]*" id="s(\d)-(\d)">', markup)
    assert len(bars) == sum(len(article.sentences) for article in made.bridge().articles)
    kinds = {(int(side), int(number)): bar for bar, side, number in bars}
    assert kinds[0, 1] == "met"
    assert kinds[1, 2] == "maybe"
    assert kinds[0, 4] == "single"
    # Each fact has its row side by side, with where it stands, and no second one.
    assert 'id="shared-facts"' not in markup
    assert worded(markup).count("Both 1") == 1
