"""The handout, its key and the memo as Word files: the PDFs' words, real headings and tables, equal bytes."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import made
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from test_classroom import EVENTS, FLOOD, NAMES, Words, compared

from compare.errors import UsageError
from compare.model import Comparison, Decision, Review, Settings
from compare.render.documents import documents, rendition
from compare.render.layout import Edition, Layout, Level, Paper
from compare.render.lesson.classroom import html, plan
from compare.render.memo.memo import build
from compare.render.memo.memo import html as memo_html

CLASSROOM, EDITOR = Layout(edition=Edition.CLASSROOM), Layout(edition=Edition.EDITOR)


@cache
def files(comparison: Path, layout: Layout) -> tuple[bytes, ...]:
    return documents(compared(comparison), format="docx", layout=layout)


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph, those of tables too, in the order of the file."""
    return [Paragraph(each, document) for each in document.element.body.iter(qn("w:p"))]


def told(document: Document) -> str:
    return "\n".join(each.text for each in paragraphs(document))


def spoken(words: str) -> list[str]:
    """Words without the signs beside them, with what WeasyPrint alone needs taken out."""
    return re.findall(r"\w+|[☐☑]", words.replace("\u200b", ""))


def missing(page: str, document: Document) -> list[str]:
    left = spoken(told(document))
    lacking = []
    for word in spoken(page):
        if word in left:
            left.remove(word)
        else:
            lacking.append(word)
    return lacking


# --------------------------------------------------------------------------------------------- the handout


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("event", EVENTS, ids=NAMES)
def test_handout_and_key_hold_every_word_of_the_pages(event: Path, level: Level) -> None:
    layout = replace(CLASSROOM, level=level)
    lesson = plan(compared(event), layout)
    for content, audience in zip(files(event, layout), ("class", "teacher"), strict=True):
        document = opened(content)
        document.element.body.append(document.sections[0].footer.paragraphs[0]._p)
        page = Words(html(lesson, layout, audience)).text.replace("ClassDate", "Class Date")
        assert missing(page, document) == []


@pytest.mark.parametrize("event", EVENTS, ids=NAMES)
def test_quotations_stand_word_for_word_with_their_sentence_numbers(event: Path) -> None:
    texts = {article.label: article for article in compared(event).articles}
    every = [text for article in texts.values() for text in [" ".join(article.text.split())]]
    for content in (*files(event, CLASSROOM), *files(event, EDITOR)):
        document = opened(content)
        quoted = [
            run.text.strip()
            for each in paragraphs(document)
            for run in each.runs
            if run.style.name == "Quoted"
        ]
        assert len(quoted) > 10
        assert [q for q in quoted if not any(" ".join(q.split()) in text for text in every)] == []
    numbered = {
        each.runs[0].text: each.text
        for each in paragraphs(opened(files(event, CLASSROOM)[0]))
        if each.runs and re.fullmatch(r"[AB]\d+", each.runs[0].text)
    }
    for name, words in numbered.items():
        article = texts[name[0]]
        sentence = next(s for s in article.sentences if s.id == name)
        assert words == f"{name} {' '.join(article.text[sentence.start : sentence.end].split())}"
    assert len(numbered) > 5


@pytest.mark.parametrize("event", EVENTS, ids=NAMES)
def test_answers_stand_in_the_key_and_in_no_handout(event: Path) -> None:
    handout, key = map(opened, files(event, CLASSROOM))

    def styled(document: Document, style: str) -> list[Paragraph]:
        return [each for each in paragraphs(document) if each.style.name == style]

    lesson = plan(compared(event), CLASSROOM)
    cells = [cell for page in lesson.pages for task in page for row in task.rows for cell in row.cells]
    assert len(styled(key, "Answer Line")) == sum(bool(cell.answer) for cell in cells) > 5
    assert styled(handout, "Answer Line") == []
    assert len(styled(handout, "Writing Line")) >= sum(cell.rules for cell in cells)
    assert "☑" in told(key)
    assert "☑" not in told(handout)
    assert "check" not in {run.text.strip() for each in paragraphs(handout) for run in each.runs}
    assert "For the teacher" not in told(handout)


def test_tasks_are_numbered_headings_under_a_title() -> None:
    heads = [
        (each.style.name, each.text)
        for each in paragraphs(opened(files(FLOOD, CLASSROOM)[0]))
        if each.style.name.startswith(("Title", "Heading"))
    ]
    assert [name for name, _ in heads] == ["Title", *["Heading 1"] * 3, *["Heading 2"] * 7]
    assert [text for _, text in heads[:4]] == [
        "One event, two texts",
        "The texts",
        "Words with the sentence where you meet them first",
        "Tasks",
    ]
    assert [text.rpartition(" ")[0].rpartition(" ")[0] for name, text in heads if name == "Heading 2"] == [
        "1 Two headlines",
        "2 The same fact",
        "3 Only in one text",
        "4 Do they disagree?",
        "5 Which words?",
        "6 Who says so?",
        "7 Leave the page",
    ]


# ------------------------------------------------------------------------------------------------ the memo


@pytest.mark.parametrize("event", EVENTS, ids=NAMES)
def test_memo_holds_every_row_of_the_pages(event: Path) -> None:
    document = opened(files(event, EDITOR)[0])
    built = build(compared(event))
    numbers = [
        table.cell(at, 0).text.split("\n")[0] for table in document.tables for at in range(1, len(table.rows))
    ]
    assert numbers == [row.named for section in built.sections for row in section.rows]
    # A break parts words, as the end of a paragraph does; the Word file has heads of its own.
    markup = re.sub(r"<thead>.*?</thead>", "", memo_html(compared(event))).replace("<br>", " ")
    markup = markup.replace('<span class="ref">', ' <span class="ref">')
    page = Words(markup).text
    shown = page[page.index(built.sections[0].lead) :]
    assert len(shown) > 1000
    assert missing(shown, document) == []


def test_memo_shows_what_a_reviewer_has_said() -> None:
    comparison = compared(FLOOD)
    findings = list(comparison.findings)
    at = next(i for i, f in enumerate(findings) if f.number == "D1")
    findings[at] = msgspec.structs.replace(
        findings[at], review=Review(decision=Decision.ACCEPTED, comment="the desk has the later count")
    )
    reviewed = msgspec.structs.replace(comparison, findings=tuple(findings))
    document = opened(documents(reviewed, format="docx", layout=EDITOR)[0])
    assert "Reviewer: the desk has the later count" in told(document)
    assert told(document).count("☑\u00a0accept") == 1
    handout, key = documents(reviewed, format="docx", layout=CLASSROOM)
    assert "D1 the desk has the later count" in told(opened(key))
    assert "the later count" not in told(opened(handout))


# ------------------------------------------------------------------------------------------------ the file


@pytest.mark.parametrize("layout", [CLASSROOM, EDITOR], ids=["handout", "memo"])
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
def test_every_table_repeats_its_heads_and_keeps_its_rows_whole(layout: Layout, large: bool) -> None:  # noqa: FBT001
    for content in files(FLOOD, replace(layout, large_print=large)):
        document = opened(content)
        assert len(document.tables) >= 4
        for table in document.tables:
            assert [
                row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows
            ] == [
                True,
                *[False] * (len(table.rows) - 1),
            ]
            assert all(cell.text for cell in table.rows[0].cells)
            assert whole(table) or "Nobody in" in table.cell(1, 0).text
        assert [style.font.size.pt for style in (document.styles["Normal"],)] == [16.5 if large else 9.0]


def whole(table: Table) -> bool:
    return all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows[1:])


def test_lines_to_write_on_are_borders() -> None:
    document = opened(files(FLOOD, CLASSROOM)[0])
    assert "__" not in told(document)
    borders = document.styles["Writing Line"].element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    # Word draws paragraphs with equal borders as one box: only `between` parts them.
    assert [border.tag for border in borders] == [qn("w:bottom"), qn("w:between")]
    empty = [p for p in paragraphs(document) if p.style.name == "Writing Line" and not p.text]
    assert len(empty) > 10


@pytest.mark.parametrize(
    ("paper", "millimetres", "spelling"),
    [(Paper.A4, (210.0, 297.0), "en-GB"), (Paper.LETTER, (215.9, 279.4), "en-US")],
)
@pytest.mark.parametrize("layout", [CLASSROOM, EDITOR], ids=["handout", "memo"])
def test_paper_margins_and_language(
    layout: Layout, paper: Paper, millimetres: tuple[float, float], spelling: str
) -> None:
    for content in files(FLOOD, replace(layout, paper=paper)):
        document = opened(content)
        (section,) = document.sections
        size = section.page_width, section.page_height
        assert [round(each.mm, 1) for each in size if each] == list(millimetres)
        assert [round(m.mm) for m in (section.left_margin, section.right_margin) if m] == [15, 15]
        languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
        assert (languages, document.core_properties.language) == ({spelling}, "en")
        wide = round((section.page_width or 0) / 36000 - 30, 1)
        for table in document.tables:
            assert sum(column.width.mm for column in table.columns) == pytest.approx(wide, abs=0.5)


def test_properties_name_nobody_and_no_clock() -> None:
    dated = msgspec.structs.replace(made.bridge(), settings=Settings(title="T" * 300, date="2024-03-09"))
    for comparison, year in ((made.bridge(), 1980), (dated, 2024)):
        for layout in (CLASSROOM, EDITOR):
            for content in documents(comparison, format="docx", layout=layout):
                known = opened(content).core_properties
                assert (known.author, known.last_modified_by, known.comments) == ("", "", "")
                assert known.created == known.modified
                assert known.created is not None
                assert known.created.year == year
                assert known.title
                with zipfile.ZipFile(io.BytesIO(content)) as parts:
                    assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                    assert not [name for name in parts.namelist() if "thumbnail" in name or "app.xml" in name]
    assert opened(files(FLOOD, CLASSROOM)[1]).core_properties.title == "One event, two texts (teacher’s key)"


_DIGESTS = """
import hashlib, sys
sys.path.insert(0, "tests")
import made
from compare.render.documents import documents
from compare.render.layout import Edition, Layout
for edition in (Edition.CLASSROOM, Edition.EDITOR):
    for content in documents(made.bridge(), format="docx", layout=Layout(edition=edition)):
        print(hashlib.sha256(content).hexdigest())
"""


def test_equal_comparisons_give_equal_bytes_at_any_time_and_seed() -> None:
    root = Path(__file__).parent.parent
    runs = [
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert len(set(runs[0].split())) == 3


def test_what_xml_cannot_hold_and_ends_of_lines_break_no_file() -> None:
    article = made.bridge().articles[0]
    hostile = msgspec.structs.replace(
        article,
        outlet="The\x00 <Gazette> & Co\ud800",
        title=None,
        text=article.text.replace(" ", "\n", 3).replace(" ", "\x0c", 1),
    )
    comparison = msgspec.structs.replace(made.bridge(), articles=(hostile, *made.bridge().articles[1:]))
    for layout in (CLASSROOM, EDITOR):
        for content in documents(comparison, format="docx", layout=layout):
            document = opened(content)
            assert "The <Gazette> & Co" in told(document)
            assert "\n" not in "".join(each.text for each in paragraphs(document))


def test_nothing_is_said_about_fonts_that_the_file_does_not_use() -> None:
    article = made.bridge().articles[0]
    other = msgspec.structs.replace(article, outlet="漢字 Gazette")
    comparison = msgspec.structs.replace(made.bridge(), articles=(other, *made.bridge().articles[1:]))
    assert "fonts lack" in html(plan(comparison, CLASSROOM), CLASSROOM, "teacher")
    for layout in (CLASSROOM, EDITOR):
        for content in documents(comparison, format="docx", layout=layout):
            assert "漢字 Gazette" in told(opened(content))
            assert "fonts" not in told(opened(content))


@settings(max_examples=15, deadline=None)
@given(comparison=made.comparisons())
def test_any_comparison_can_be_handed_out_and_signed_off(comparison: Comparison) -> None:
    for layout in (CLASSROOM, EDITOR):
        for content in documents(comparison, format="docx", layout=layout):
            assert opened(content).paragraphs


def test_a_readers_report_is_no_word_file() -> None:
    with pytest.raises(UsageError) as refused:
        rendition("docx", Edition.READER)
    assert str(refused.value) == (
        "a reader's report is not made as docx; add --for classroom or --for editor, "
        "or ask for another format"
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    names = []
    for name, content in zip(
        ("handout", "key", "memo"), (*files(FLOOD, CLASSROOM), *files(FLOOD, EDITOR)), strict=True
    ):
        (tmp_path / f"{name}.docx").write_bytes(content)
        names.append(f"{name}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", *names],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    for name, words in (("handout", "7 Leave the page"), ("key", "For the teacher"), ("memo", "Check first")):
        assert words in (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
