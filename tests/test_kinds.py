"""The table of kinds: it names what the model has, in words for all outputs; a help page can afford it."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import made
import pytest
from hypothesis import given, settings

from compare import kinds
from compare.check.fail_on import NEVER
from compare.model import Comparison, CueMark, DiscrepancyState, DiscrepancyType, Finding
from compare.pipeline import compare_articles
from compare.render.plain.csv import csv
from compare.render.plain.markdown import markdown
from compare.render.plain.text import text
from compare.render.web.page import web

TWO = (
    made.article(
        "A",
        [
            [
                "Nine people died in the fire at Orrin, the police said.",
                "The mill in the old town was shut at noon.",
            ]
        ],
    ),
    made.article("B", [["Police said that seven people died in the fire at Orrin.", "A dog was found."]]),
)


def test_the_names_are_those_of_the_model() -> None:
    tags = [kind.__struct_config__.tag for kind in get_args(Finding)]
    assert sorted(kind.tag for kind in kinds.KINDS) == sorted(map(str, tags))
    assert tuple(DiscrepancyType) == tuple(kinds.DIFFERENCES)
    assert set(DiscrepancyState) == set(kinds.STATES) == {kinds.CONFLICT, *kinds.QUESTIONS}
    assert tuple(CueMark) == tuple(kinds.CUES)


def test_no_name_means_two_things() -> None:
    assert len(set(kinds.NAMES)) == len(kinds.NAMES)
    assert not set(kinds.NAMES) & {*kinds.Severity, NEVER}
    for column in ("tag", "letter", "rank", "heading"):
        assert len({getattr(kind, column) for kind in kinds.KINDS}) == len(kinds.KINDS)
    assert [kind.tab for kind in kinds.TABS] == list(range(1, len(kinds.TABS) + 1))


def test_a_number_begins_with_the_letter_of_its_kind() -> None:
    found = compare_articles(TWO).findings
    assert {kinds.kind_of(each).tag for each in found} >= {"shared-fact", "discrepancy", "claim", "placement"}
    assert all(each.number.startswith(kinds.kind_of(each).letter) for each in found)


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.tag)
def test_every_output_that_lists_findings_has_every_kind(kind: kinds.Kind) -> None:
    shown = made.bridge()
    numbers = [each.number for each in shown.findings if kinds.kind_of(each) is kind]
    assert numbers
    table, listed, terminal, page = csv(shown), markdown(shown), text(shown), web(shown)
    assert all(f"{number},{kind.tag}," in table for number in numbers)
    # Where else a statement may stand is for those who work on the data: a reader has the links.
    assert all((f"**{number}**" in listed) is (kind not in kinds.UNLISTED) for number in numbers)
    # A screen has no room for single wordings.
    if kind.row and kind is not kinds.FRAMING_CUE:
        assert all(f"  {number}  " in terminal for number in numbers)
    if kind.row:
        assert all(f'class="chip k-{kind.part}" href="#f-{number}"' in page for number in numbers)


@settings(max_examples=40, deadline=None)
@given(made.comparisons())
def test_the_terminal_counts_the_questions_of_each_comparison(comparison: Comparison) -> None:
    asked = sum(kinds.kind_of(each) is kinds.TENSION for each in comparison.findings)
    lines = [line for line in text(comparison).splitlines() if line.startswith(kinds.TENSION.heading)]
    assert lines == ([f"Within one text: {asked} question{'s' if asked != 1 else ''}"] if asked else [])


def test_the_table_needs_no_model() -> None:
    program = "import sys, compare.kinds, compare.check.fail_on; print('compare.model' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
