"""The sample articles: what each file must hold, and that no two are the same text."""

from __future__ import annotations

import datetime
import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml

SOURCES = Path(__file__).parent.parent / "sources"
ARTICLES = sorted(SOURCES.glob("*/*.md"))
EVENTS = sorted(folder for folder in SOURCES.iterdir() if folder.is_dir())
PAIRS = [event for event in EVENTS if len(list(event.iterdir())) == 2]
NAMES = [str(article.relative_to(SOURCES)) for article in ARTICLES]


def front_matter(article: Path) -> dict[str, object]:
    _, head, _ = article.read_text(encoding="utf-8").split("---\n", 2)
    loaded = yaml.safe_load(head)
    assert isinstance(loaded, dict)
    return loaded


def body(article: Path) -> list[str]:
    text = article.read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.findall(r"[\w'-]+", text.lower())


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_four_events_of_two_articles_and_one_of_four() -> None:
    assert [(event.name, len(list(event.iterdir()))) for event in EVENTS] == [
        ("bishkek-visit", 2),
        ("city-budget", 2),
        ("cold-store-fire", 4),
        ("flood", 2),
        ("harbour-trial", 2),
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_front_matter_names_outlet_title_byline_and_date(article: Path) -> None:
    found = front_matter(article)
    assert list(found) == ["outlet", "title", "byline", "date"]
    assert isinstance(found["date"], datetime.date)
    assert all(isinstance(found[key], str) and found[key] for key in ("outlet", "title", "byline"))


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_file_is_named_for_its_outlet(article: Path) -> None:
    outlet = str(front_matter(article)["outlet"]).lower()
    assert all(word in outlet for word in article.stem.split("-"))


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_length_is_that_of_a_short_news_article(article: Path) -> None:
    assert 250 <= len(body(article)) <= 700


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_encoding_is_utf_8_with_plain_line_ends(article: Path) -> None:
    raw = article.read_bytes()
    assert raw.decode("utf-8").endswith("\n")
    assert b"\r" not in raw
    assert b"\t" not in raw


def test_outlets_are_all_different() -> None:
    outlets = [front_matter(article)["outlet"] for article in ARTICLES]
    assert len(set(outlets)) == len(outlets) == 12


@pytest.mark.parametrize("event", PAIRS, ids=[event.name for event in PAIRS])
def test_the_two_texts_are_written_apart(event: Path) -> None:
    """Eight equal words in a row would be one text reworded, or a quotation both carry: none is so long."""
    first, second = (body(article) for article in sorted(event.glob("*.md")))
    assert runs(first, 8) & runs(second, 8) == set()


def test_no_text_is_printed_twice() -> None:
    for first, second in combinations(ARTICLES, 2):
        assert body(first) != body(second)


def test_readme_lists_every_event_and_the_licence() -> None:
    readme = (SOURCES / "README.md").read_text(encoding="utf-8")
    assert "CC0 1.0" in readme
    assert all(f"`{event.name}/`" in readme for event in EVENTS)
