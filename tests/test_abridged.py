"""Reports of very long texts: shorter than the comparison, and they say by how much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compare import compare_articles, read_article
from compare.model import Comparison
from compare.render import many
from compare.render import report as abridged
from compare.render.layout import Layout
from compare.render.report import html

SOURCES = Path(__file__).parent.parent / "sources"
FULL = "The full texts"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    files = sorted((SOURCES / "flood").glob("*.md"))
    return compare_articles(
        [read_article(file, label=label)[0] for file, label in zip(files, "AB", strict=True)]
    )


def text(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup.partition("<body>")[2]).split())


@pytest.mark.parametrize(
    ("most", "said"),
    [
        ("PAIRS", "2 passages"),
        ("PERHAPS", "4 passages that are perhaps the same"),
        ("DIFFERENCES", None),
        ("SOURCE_ROWS", "4 sources"),
        ("SENTENCES", "the full texts"),
    ],
)
def test_a_part_that_is_too_long_says_what_it_lacks(
    most: str,
    said: str | None,
    comparison: Comparison,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole = text(html(comparison))
    monkeypatch.setattr(abridged, most, 3)
    page = html(comparison)
    if said is None:
        assert text(page) == whole
        assert caplog.messages == []
        return
    assert caplog.messages == [f"too long to print whole: {said} left out; --format html has all"]
    assert len(text(page)) < len(whole)
    number = said.partition(" ")[0]
    if number.isdigit():
        said_by_part = [int(n) for n in re.findall(r"and (\d+) more, left out here for length", text(page))]
        assert int(number) in (sum(said_by_part), *said_by_part)
        assert FULL in text(page)
    else:
        assert FULL not in text(page)
        assert "The texts are too long to stand here in full" in text(page)
    # Numbers are those of the whole comparison.
    assert text(page)[:1_500] == whole[:1_500]


def test_no_link_leads_to_a_row_that_is_left_out(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    for most in ("PAIRS", "DIFFERENCES", "SOURCE_ROWS"):
        monkeypatch.setattr(abridged, most, 1)
    page = html(comparison)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert "f-S1" in targets


def test_only_so_many_pairs_of_texts_stand_in_a_report(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    files = sorted(SOURCES.glob("*/*.md"))[:4]
    four = compare_articles(
        [read_article(file, label=label)[0] for file, label in zip(files, "ABCD", strict=True)]
    )
    monkeypatch.setattr(many, "MEETINGS", 2)
    page = html(four, Layout(pairs=True))
    assert "and 4 more, left out here for length" in page
    assert page.count('class="list of-two"') == 1
    assert "4 pairs of texts" in caplog.messages[0]
