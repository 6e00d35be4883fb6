"""Large print: the sizes that the option promises, one column, nothing off the page, no lost words."""

from __future__ import annotations

import io
import re
from collections import Counter

import made
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar
from test_report import letters, worded

from compare.render.layout import Layout, Paper
from compare.render.report import html, pdf

# What the page's head and foot take, in points.
HEAD, FOOT = 60, 55


@pytest.fixture(scope="module", params=list(Paper))
def pages(request: pytest.FixtureRequest) -> list[list[LTChar]]:
    made_pages = pdf(made.bridge(), Layout(paper=request.param, large_print=True))
    return [
        [c for c in letters(page) if c.get_text().strip() and c.size > 1.5]
        for page in extract_pages(io.BytesIO(made_pages))
    ]


def test_text_stands_in_16_points_labels_in_14_and_nothing_in_less_than_12(
    pages: list[list[LTChar]],
) -> None:
    sizes = Counter(round(c.size, 1) for page in pages for c in page)
    total = sum(sizes.values())
    assert min(sizes) >= 11.9
    assert sum(number for size, number in sizes.items() if size >= 16) > 0.85 * total
    assert sum(number for size, number in sizes.items() if size < 14) < 0.1 * total


def test_the_same_words_stand_in_it_and_no_table(pages: list[list[LTChar]]) -> None:
    usual, large = html(made.bridge()), html(made.bridge(), Layout(large_print=True))
    assert not re.search("<(?:table|tr|td|th)[ >]", large)
    for name in ("side-by-side", "differences", "framing", "one-text"):
        words = [
            Counter(worded(told(markup.partition(f'id="{name}"')[2].partition("</section>")[0])).split())
            for markup in (usual, large)
        ]
        assert words[0] - words[1] == Counter(), name
    assert len(pages) > 5


def told(markup: str) -> str:
    """A part without where the rest of its rows is to be found."""
    return re.sub(r'<p class="more">.*?</p>', "", markup)


def test_both_passages_of_a_pair_are_as_wide_as_the_page() -> None:
    stacked = html(made.bridge(), Layout(large_print=True)).partition('id="f-S1"')[2]
    first, second = re.findall(r'<div class="cell passage ([ab])"><span class="glyph \1">', stacked)[:2]
    assert (first, second) == ("a", "b")
