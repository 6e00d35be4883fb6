"""What the tool never says: words that judge an outlet, or say more than an absence shows."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from compare.check.lines import text as lines
from compare.check.remarks import remarks
from compare.model import Comparison
from compare.pipeline import compare_articles
from compare.read import read_article
from compare.render.plain.json import schema, to_json
from compare.render.plain.text import text
from compare.render.report import html

ROOT = Path(__file__).parent.parent
REFUSED = re.compile(
    r"\b(?:bias[\s-]scores?|leanings?|slant(?:s|ed)?|(?:un)?reliable|propaganda|omits|omitted|hides)\b",
    re.IGNORECASE,
)
WRITTEN = sorted(
    [
        *(ROOT / "report_templates").rglob("*.j2"),
        *(ROOT / "report_templates").rglob("*.css"),
        *(ROOT / "compare" / "words").glob("*.toml"),
        *(ROOT / "compare" / "text" / "en").glob("*.toml"),
        *(ROOT / "docs").glob("*.schema.json"),
        *(ROOT / "tests" / "help").glob("*.txt"),
    ]
)
EVENTS = sorted(folder for folder in (ROOT / "sources").iterdir() if len(list(folder.glob("*.md"))) == 2)
NAMES = [folder.name for folder in EVENTS]


def refused(words: str) -> list[str]:
    """Return each refused word with what stands before and after it, so that a failure shows the place."""
    return [words[max(0, m.start() - 40) : m.end() + 40] for m in REFUSED.finditer(words)]


@cache
def compared(folder: Path) -> Comparison:
    """Return the comparison of a folder's articles, made once."""
    files = sorted(folder.glob("*.md"))
    return compare_articles([read_article(f, label=label)[0] for label, f in zip("ABC", files, strict=False)])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("It hides and omits.", 2),
        ("A Bias Score of 4; a bias-score", 2),
        ("Unreliable, slanted propaganda", 3),
        ("A cleaning rota; he chides them for an omission.", 0),
    ],
)
def test_the_refused_words_are_found_and_others_are_not(words: str, number: int) -> None:
    assert len(refused(words)) == number


@pytest.mark.parametrize("file", WRITTEN, ids=[str(file.relative_to(ROOT)) for file in WRITTEN])
def test_no_template_word_list_or_page_of_ours_has_a_refused_word(file: Path) -> None:
    assert refused(file.read_text(encoding="utf-8")) == []


def test_neither_has_the_schema_as_the_code_gives_it() -> None:
    assert refused(schema().decode()) == []


@pytest.mark.parametrize("folder", EVENTS, ids=NAMES)
def test_no_finding_link_or_note_says_a_refused_word(folder: Path) -> None:
    made = compared(folder)
    said = chain(
        (finding.why for finding in made.findings),
        (link.why for link in made.links),
        (note.text for note in made.notes),
        (alternative for f in made.findings for alternative in getattr(f, "alternatives", ())),
        (f"{f.rule} {getattr(f, 'concept', '')}" for f in made.findings),
    )
    assert [words for words in said if refused(words)] == []
    assert len(made.findings) > 20


@pytest.mark.parametrize("folder", EVENTS, ids=NAMES)
def test_nor_does_a_whole_report_of_texts_that_have_none(folder: Path) -> None:
    made = compared(folder)
    assert [each.label for each in made.articles if refused(each.text)] == []
    checked = lines(remarks(made), made.articles, draft="draft.md").decode()
    for report in (html(made), text(made), to_json(made).decode(), checked):
        assert refused(report) == []
