"""The editions of three texts and more: what is counted is listed, what is quoted is exact."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import page as validator
import pikepdf
import pytest
from hypothesis import given, settings
from test_across import FIRST, OWN, TOLL, compared, groups, values, wordings

from compare import compare_articles, read_article
from compare.model import Comparison, Fact
from compare.render.documents import documents
from compare.render.layout import Edition, Layout
from compare.render.lesson.many import html as handout
from compare.render.lesson.many import plan
from compare.render.report import html, pdf
from compare.render.web import web

SAMPLE = Path(__file__).parent.parent / "sources" / "cold-store-fire"
PLAIN = Layout(full_texts=False)


def of_one_event(texts: int) -> Comparison:
    """So many texts that tell one or two facts and give five tolls, each with something of its own."""
    numbers = ("11", "14", "14", "17", "11", "14", "17", "11", "14", "11")
    told = [f"{TOLL[n % 3].format(numbers[n])} {OWN[n % 6]} Text {n} says more." for n in range(texts)]
    return compared([f"{each} {FIRST}" if n < 3 else each for n, each in enumerate(told)])


@pytest.fixture(scope="module")
def sample() -> Comparison:
    files = sorted(SAMPLE.glob("*.md"))
    return compare_articles([read_article(f, label=label)[0] for f, label in zip(files, "ABCD", strict=True)])


def words(markup: str) -> str:
    body = markup.partition("</head>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).replace("\u200b", "").split())


# ------------------------------------------------------------------------------------------- the report


@pytest.mark.parametrize("variant", ["pdf/ua-1", "pdf/a-2a"])
@pytest.mark.parametrize(
    ("texts", "layout"), [(3, PLAIN), (5, Layout()), (8, PLAIN), (4, Layout(large_print=True, pairs=True))]
)
@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
def test_a_validator_finds_that_the_pages_meet_the_standard(texts: int, layout: Layout, variant: str) -> None:
    made = pdf(of_one_event(texts), replace(layout, pdf_variant=variant))
    found = validator.validate_pdf_bytes(made, profile="ua1" if variant == "pdf/ua-1" else "2a")
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []


@pytest.mark.parametrize(("texts", "across"), [(3, 0), (6, 0), (7, 1), (10, 1)])
def test_the_table_lies_across_the_page_from_seven_texts_on(texts: int, across: int) -> None:
    with pikepdf.open(io.BytesIO(pdf(of_one_event(texts), PLAIN))) as pages:
        boxes = [page.mediabox for page in pages.pages]
        assert any(box[2] > box[3] for box in boxes) is bool(across)
        assert len(boxes) <= (12 if texts > 5 else 9)


def test_the_sample_has_all_parts_and_few_pages(sample: Comparison) -> None:
    markup = html(sample, PLAIN)
    for part in ("together", "values", "framing", "one-text", "speakers", "readability", "method"):
        assert markup.count(f'id="{part}"') == 1, part
    assert "f-S1" not in markup
    said = "A and B are near copies, and name Coastwire as where they have it from: counted as one witness."
    assert said in words(markup)
    assert "in 4 of 4 texts, 3 of them independent" in words(markup)
    assert "as of 3 May 2024" in words(markup)
    with pikepdf.open(io.BytesIO(pdf(sample, PLAIN))) as pages:
        assert len(pages.pages) <= 7


def test_pairs_stand_there_when_they_are_asked_for(sample: Comparison) -> None:
    with_pairs = html(sample, Layout(pairs=True))
    assert with_pairs.count('id="pairs"') == 1
    assert with_pairs.count('id="f-S1"') == 1
    assert "Pairs of texts" not in html(sample)


def counts(markup: str) -> dict[str, int]:
    return {
        said: int(number.replace(",", ""))
        for number, said in re.findall(r'<div class="cell"><b>([\d,]+)</b><br>([^<]+)</div>', markup)
    }


@settings(max_examples=12, deadline=None)
@given(groups)
def test_what_the_first_page_counts_is_listed(texts: list[str]) -> None:
    comparison = compared(texts)
    markup = html(comparison, PLAIN)
    told = counts(markup)
    facts = sum(number for said, number in told.items() if said.startswith("told "))
    assert facts == len(re.findall(r'<tr id="f-E\d+"', markup))
    against = told.get("conflict", 0) + told.get("conflicts", 0)
    assert against == sum(row.state == "conflict" for row in values(comparison))
    worded = len(wordings(comparison))
    assert told.get("things worded apart", 0) == len(re.findall(r'id="f-W\d+"', markup)) == worded
    # Every link on the page leads somewhere.
    ids = set(re.findall(r' id="([^"]+)"', markup))
    assert set(re.findall(r' href="#([^"]+)"', markup)) <= ids


@settings(max_examples=12, deadline=None)
@given(groups)
def test_every_quotation_on_the_page_is_in_a_text(texts: list[str]) -> None:
    comparison = compared(texts)
    whole = [" ".join(article.text.split()) for article in comparison.articles]
    for markup in (html(comparison, PLAIN), web(comparison)):
        for quoted in re.findall(r"<q(?: [^>]*)?>(.*?)</q>", markup, flags=re.DOTALL):
            said = " ".join(unescape(re.sub(r"<[^>]+>", "", quoted)).replace("\u200b", "").split())
            assert any(said in text for text in whole), said


def test_texts_of_one_topic_are_told_to_be_no_event() -> None:
    topic = compared([f"{OWN[0]} {FIRST}", f"{OWN[1]} {FIRST}", *OWN[2:4]])
    assert sum(isinstance(each, Fact) for each in topic.findings) == 1
    assert [note.code for note in topic.notes] == ["topic"]
    assert "share a topic and hardly an event" in words(html(topic, PLAIN))
    assert "topic" not in [note.code for note in of_one_event(4).notes]


# ------------------------------------------------------------------------------------ tables and lists


def rows(comparison: Comparison, layout: Layout) -> list[dict[str, str]]:
    (made,) = documents(comparison, format="csv", layout=layout)
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_the_wide_table_has_a_row_a_thing_and_pairs_only_when_asked(sample: Comparison) -> None:
    wide = rows(sample, PLAIN)
    assert {row["kind"] for row in wide}.isdisjoint({"shared-fact", "discrepancy", "framing-pair", "figure"})
    (toll,) = [row for row in wide if row["number"] == "V1"]
    assert [toll[f"{label} sentences"] for label in "ABCD"] == ["A1", "B1", "C1", "D2"]
    assert wide[0]["number"] == "E1"
    assert {"shared-fact", "discrepancy"} <= {row["kind"] for row in rows(sample, Layout(pairs=True))}


def test_the_long_table_has_a_row_for_each_text(sample: Comparison) -> None:
    long = rows(sample, Layout(long=True))
    toll = [row for row in long if row["number"] == "V1"]
    assert [(row["text"], row["outlet"], row["value"], row["copy of"]) for row in toll] == [
        ("A", "Coastwire", "9 people", "B"),
        ("B", "Harrowmere Standard", "9 people", "A"),
        ("C", "The Dockworker", "14 people", ""),
        ("D", "Trade & Tide", "14 people", ""),
    ]
    texts = {article.label: article.text for article in sample.articles}
    assert all(row["quotation"].lstrip("'") in texts[row["text"]] for row in long)
    assert {row["placement"] for row in long} >= {"lead", "middle", "end"}


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_lists_begin_with_what_stands_over_all_texts(sample: Comparison, format: str) -> None:
    (made,) = documents(sample, format=format, layout=PLAIN)
    said = made.decode()
    headings = ("What they tell, together", "Values beside each other", "Only in")
    order = [said.index(heading) for heading in headings]
    assert order == sorted(order)
    assert "Shared facts" not in said
    assert "In both" not in said


# ---------------------------------------------------------------------------------------- the handout


@pytest.mark.parametrize("texts", [3, 4, 6])
def test_answers_stand_in_what_students_read(texts: int) -> None:
    lesson = plan(of_one_event(texts))
    assert len(lesson.texts) == texts
    printed = {line.id for text in lesson.texts for line in text.lines}
    assert lesson.statements
    assert lesson.contrasts
    for statement in lesson.statements:
        first = [told[0] for told in statement.told if told]
        assert first
        assert printed.issuperset(first)
    for contrast in lesson.contrasts:
        assert printed.issuperset(given[0][1] for given in contrast.given if given)


def test_the_key_has_the_answers_and_the_handout_none(sample: Comparison) -> None:
    lesson = plan(sample)
    students, key = (words(handout(lesson, PLAIN, audience)) for audience in ("class", "teacher"))
    assert "A and B are near copies: one witness." in key
    assert "near copies" not in students
    assert "Fourteen C1" in key
    assert "Fourteen C1" not in students
    assert "Compare four news texts" in students


def test_the_handout_is_that_of_all_texts_and_has_two_pages(sample: Comparison) -> None:
    pages, key = documents(sample, format="pdf", layout=Layout(edition=Edition.CLASSROOM))
    with pikepdf.open(io.BytesIO(pages)) as read, pikepdf.open(io.BytesIO(key)) as answers:
        assert len(read.pages) == 2
        assert len(answers.pages) == 3


def test_the_word_files_have_the_same_tables(sample: Comparison) -> None:
    import docx

    pages, key = documents(sample, format="docx", layout=Layout(edition=Edition.CLASSROOM))
    again, _ = documents(sample, format="docx", layout=Layout(edition=Edition.CLASSROOM))
    assert pages == again
    lesson = plan(sample)
    said = []
    for made in (pages, key):
        tables = docx.Document(io.BytesIO(made)).tables
        said.append([[cell.text for cell in row.cells] for table in tables[2:] for row in table.rows[1:]])
    students, teacher = said
    statements = len(lesson.statements)
    assert len(students) == len(teacher) == statements + len(lesson.contrasts) + 2
    assert [row[1:] for row in teacher[:statements]] == [list(each.answers) for each in lesson.statements]
    assert not any(cell for row in students[:-2] for cell in row[1:])
