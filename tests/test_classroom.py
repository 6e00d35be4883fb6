"""The handout for a class and its key: four pages, black only, exact quotations, sure answers."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import made
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.model import Comparison, Decision, Discrepancy, Review, Settings
from compare.pipeline import compare_articles
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.read import article_from_bytes, read_article
from compare.render.layout import Edition, Layout, Level, Paper
from compare.render.lesson import copyfit
from compare.render.lesson.beyond import has_figure
from compare.render.lesson.classroom import handout_and_key, html, plan
from compare.render.lesson.tasks import Task
from compare.render.parts.overview import Run
from compare.text.senses import gloss
from compare.vocabulary import sensitive, vocabulary

ROOT = Path(__file__).parent.parent
EVENTS = sorted(folder for folder in (ROOT / "sources").iterdir() if len(list(folder.glob("*.md"))) == 2)
NAMES = [folder.name for folder in EVENTS]
FLOOD = next(folder for folder in EVENTS if folder.name == "flood")
REFUSED = re.compile(
    r"\b(?:bias\w*|leaning|slant\w*|(?:un)?reliable|propaganda|omit\w*|hides|better text)\b", re.I
)


class Words(HTMLParser):
    """The words of a page line by line, and what it prints as the texts' own."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.quoted: list[str] = []
        self._within: list[tuple[str, bool]] = []
        self.feed(markup.partition("<body")[2].partition(">")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "br", "col"):
            return
        theirs = tag == "q" or (dict(attrs).get("class") in ("words", "headline") and tag != "section")
        self._within.append((tag, theirs))
        if theirs:
            self.quoted.append("")
        if tag in ("p", "div", "h1", "h2", "h3", "tr", "td", "th", "li"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser names it)
        if self._within:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._within and self._within[-1][1]:
            self.quoted[-1] += data
            data = f"“{data}”" if self._within[-1][0] == "q" else data
        self.lines[-1] += data

    @property
    def text(self) -> str:
        lines = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in lines if line) + "\n"


@cache
def compared(folder: Path) -> Comparison:
    files = sorted(folder.glob("*.md"))
    return compare_articles([read_article(f, label=label)[0] for label, f in zip("ABC", files, strict=False)])


def layout(**chosen: object) -> Layout:
    return Layout(edition=Edition.CLASSROOM, **chosen)  # type: ignore[arg-type]


def both(comparison: Comparison, chosen: Layout) -> tuple[str, str]:
    lesson = plan(comparison, chosen)
    return html(lesson, chosen, "class"), html(lesson, chosen, "teacher")


@cache
def made_of(folder: Path, paper: Paper, level: Level) -> tuple[bytes, bytes]:
    return handout_and_key(compared(folder), layout(paper=paper, level=level))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def cleaned(words: str) -> str:
    return " ".join(printable(words).replace(ZERO_WIDTH_SPACE, "").split())


def foreign(comparison: Comparison, markup: str) -> list[str]:
    """What a page prints as the texts' own that stands in none of them."""
    texts = [cleaned(article.text) for article in comparison.articles]
    return [q for q in Words(markup).quoted if not any(cleaned(q) in text for text in texts)]


# ------------------------------------------------------------------------------------- what stands there


@pytest.mark.parametrize("folder", EVENTS, ids=NAMES)
@pytest.mark.parametrize("level", Level)
def test_pages_quote_exactly_and_judge_nobody(folder: Path, level: Level) -> None:
    made_for = compared(folder)
    pages = both(made_for, layout(level=level))
    assert [foreign(made_for, page) for page in pages] == [[], []]
    assert [REFUSED.findall(Words(page).text) for page in pages] == [[], []]
    assert 'class="answer"' not in pages[0]
    assert pages[1].count('class="answer"') >= 9


def test_extracts_are_whole_sentences_in_order_with_marks_where_some_are_left_out() -> None:
    lesson = plan(compared(FLOOD), layout())
    for article, extract in zip(compared(FLOOD).articles, lesson.extracts, strict=True):
        by_id = {s.id: (n, article.text[s.start : s.end]) for n, s in enumerate(article.sentences)}
        numbers = [by_id[line.id][0] for line in extract.lines]
        assert numbers == sorted(numbers)
        assert len(numbers) >= 5
        assert [line.quotation.text for line in extract.lines] == [
            by_id[line.id][1] for line in extract.lines
        ]
        gaps = [n - before > 1 for before, n in pairwise(numbers)]
        assert [line.gap for line in extract.lines] == [False, *gaps]


def test_tasks_use_only_sentences_that_the_class_can_read() -> None:
    for folder in EVENTS:
        lesson = plan(compared(folder), layout())
        read = {line.id for extract in lesson.extracts for line in extract.lines}
        used = {
            run.reference.words
            for page in lesson.pages
            for task in page
            for row in task.rows
            for cell in row.cells
            for run in (*cell.said, *cell.answer)
            if run.reference and not run.reference.words.endswith("headline")
        }
        assert used <= read
        assert len(used) >= 8


def test_levels_differ_in_the_help_that_they_give() -> None:
    support, core, challenge = (plan(compared(FLOOD), layout(level=level)) for level in Level)
    assert [bool(task.help) for page in support.pages for task in page].count(True) >= 5
    assert {task.help for page in (*core.pages, *challenge.pages) for task in page} == {""}
    hidden = [
        t for page in challenge.pages for t in page if t.title in ("Do they disagree?", "The same fact")
    ]
    said = [cell.said for task in hidden for row in task.rows for cell in row.cells]
    assert hidden
    assert [runs for runs in said if any(run.quotation for run in runs)] == []


def test_without_a_sure_difference_no_task_asks_for_one() -> None:
    whole = compared(FLOOD)
    agreed = replace(whole, findings=tuple(f for f in whole.findings if not isinstance(f, Discrepancy)))
    titles = [
        [task.title for page in plan(each, layout()).pages for task in page] for each in (whole, agreed)
    ]
    assert ["Do they disagree?" in each for each in titles] == [True, False]


def tasks(comparison: Comparison) -> dict[str, Task]:
    return {task.title: task for page in plan(comparison, layout()).pages for task in page}


def test_every_lesson_has_both_beginnings_and_an_example_for_each_task() -> None:
    for folder in EVENTS:
        lesson = plan(compared(folder), layout())
        assert [extract.lines[0].id for extract in lesson.extracts] == ["A1", "B1"]
        found = [task for page in lesson.pages for task in page]
        assert found[0].title == "Two headlines"
        assert found[-1].title == "Leave the page"
        assert [task.title for task in found if not task.example] == []


def test_a_task_without_two_sure_items_falls_back_to_how_the_texts_begin() -> None:
    whole = compared(FLOOD)
    bare = replace(whole, findings=(), links=())
    for title in ("The same fact", "Only in one text", "Which words?"):
        assert any(run.reference and run.reference.words in ("A1", "B1") for run in said(tasks(bare)[title]))
    assert len(tasks(bare)["The same fact"].rows) == 1
    assert len(tasks(whole)["The same fact"].rows) >= 2


def said(task: Task) -> list[Run]:
    return [run for row in task.rows for cell in row.cells for run in cell.said]


def test_writing_lines_are_a_hundred_millimetres_long() -> None:
    for paper in Paper:
        lesson = plan(compared(FLOOD), layout(paper=paper))
        widths = [
            lesson.sheet.width * column.share - 3
            for page in lesson.pages
            for task in page
            for row in task.rows
            for cell, column in zip(row.cells, task.columns, strict=True)
            if cell.rules
        ]
        assert min(widths) >= 100


ONE = """# Ferry company raises fares

The ferry company raised its fares by nine per cent on Monday.

A ticket from Lund to Ostmark will now cost 12 crowns, said Mara Holt, who runs the company.

The last rise was in 2019, and the harbour board had not been told of it.
"""
OTHER = """# Islanders angry about dearer tickets

Islanders protested on Monday after the ferry company raised its fares by nine per cent.

Some 200 people stood at the quay of Ostmark with drums.

“We cannot pay this,” said Jon Aspen, a baker.
"""


def test_the_key_says_only_in_of_what_neither_headline_nor_sentence_of_the_other_has() -> None:
    files = [
        article_from_bytes(t.encode(), name=f"{n}.md", label=n)[0] for n, t in (("A", ONE), ("B", OTHER))
    ]
    found = tasks(compare_articles(files))["Only in one text"]
    answers = [
        " ".join(run.quotation.text for run in row.cells[-1].answer if run.quotation) for row in found.rows
    ]
    assert "raised its fares" not in " ".join(answers)


def test_a_source_of_the_key_stands_in_the_sentence_that_it_is_asked_of() -> None:
    for folder in EVENTS:
        whole = compared(folder)
        texts = {s.id: a.text[s.start : s.end] for a in whole.articles for s in a.sentences}
        for row in tasks(whole)["Who says so?"].rows:
            asked = [run.reference.words for run in row.cells[0].said if run.reference]
            for run in row.cells[-1].answer:
                if run.quotation and asked:
                    assert run.quotation.text in texts[asked[0]]


def test_a_sentence_that_leans_on_the_one_before_brings_it() -> None:
    """Not after "[…]": "That covers several million more" is understood with what it is said of."""
    leaning = re.compile(
        r"[\"“]?(?:He|She|It|They|This|That|These|Those|The other|One was|Another)\b(?! the\b)"
    )
    for folder in EVENTS:
        for text in plan(compared(folder), layout()).extracts:
            for line in text.lines:
                assert not (line.gap and leaning.match(line.quotation.text)), line.quotation.text


def test_what_is_quoted_of_a_shared_fact_shows_what_both_tell() -> None:
    rows = tasks(compared(next(f for f in EVENTS if f.name == "bishkek-visit")))["The same fact"].rows
    asked = [" ".join(run.quotation.text for run in row.cells[0].said if run.quotation) for row in rows]
    assert any("arrest warrant" in words for words in asked)


@pytest.mark.parametrize("folder", EVENTS, ids=NAMES)
def test_parts_of_figures_are_no_words_of_a_headline(folder: Path) -> None:
    for row in tasks(compared(folder))["Two headlines"].rows:
        words = {run.quotation.text.casefold() for run in row.cells[-1].answer if run.quotation}
        assert not words & {"cent", "million", "more", "than"}


def test_the_task_on_words_says_what_it_shows() -> None:
    asked = {folder.name: tasks(compared(folder))["Which words?"].ask for folder in EVENTS}
    assert asked["flood"].startswith("The two texts begin in different words.")
    assert asked["bishkek-visit"].startswith("Here one thing is put into two sets of words; below it")


@pytest.mark.parametrize(
    ("words", "looked_up"),
    [
        ("The tolls rose to nine crowns.", False),
        ("The tolls rose on 12 May.", True),
        ("It cost £40 million.", True),
        ("Edda Lunn, who is 81, woke up.", False),
        ("Welk, 58, left; a 14-year-old stayed.", False),
        ("Welk, 58, paid 3 crowns.", True),
        ("A COVID-19 test is free.", False),
    ],
)
def test_an_age_is_no_figure_to_look_up(words: str, looked_up: object) -> None:
    assert has_figure(words) is looked_up


@pytest.mark.parametrize(
    ("words", "explained"),
    [
        ("The board hired a strategist.", []),
        ("The attorney general said nothing.", []),
        ("An attorney said nothing.", ["attorney"]),
        ("They will dredge the river.", ["dredge"]),
        ("She works for Brightwater Dredging there.", []),
        ("Dredging Brightwater Bay takes years.", []),
    ],
)
def test_names_offices_and_circles_are_not_explained(words: str, explained: list[str]) -> None:
    text = made.article("A", [[words]])
    assert [term.word for term in vocabulary([(text, text.sentences)])] == explained


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("Two people died and nine were hurt when the bridge fell.", ("death",)),
        ("A gunman shot a guard.", ("violence",)),
        ("He was convicted of rape.", ("sexual violence",)),
        ("The report speaks of racist jokes and of a murder.", ("death", "racism")),
        ("The town shot up in the tables, and the deadline was missed.", ("violence",)),
        ("The race was run in May; the attic was warm.", ()),
    ],
)
def test_a_teacher_is_told_what_the_extracts_speak_of(words: str, subjects: tuple[str, ...]) -> None:
    assert sensitive([words]) == subjects


def test_a_reviewers_comment_is_in_the_key_alone() -> None:
    whole = made.bridge()
    review = Review(decision=Decision.ACCEPTED, comment="Ask the harbour master.")
    commented = replace(whole, findings=(replace(whole.findings[0], review=review), *whole.findings[1:]))
    pages = [Words(page).text for page in both(commented, layout())]
    assert ["Ask the harbour master." in page for page in pages] == [False, True]


def test_of_more_than_two_texts_the_first_two_are_used_and_the_key_says_so() -> None:
    files = [*sorted(FLOOD.glob("*.md")), next(EVENTS[0].glob("*.md"))]
    three = compare_articles([read_article(f, label=label)[0] for label, f in zip("ABC", files, strict=True)])
    pages = [Words(page).text for page in both(three, layout())]
    assert ["uses the first two of them" in page for page in pages] == [False, True]


def test_a_title_of_the_users_is_printed() -> None:
    assert (
        "Same flood, two stories"
        in both(made.bridge(settings=Settings(title="Same flood, two stories")), layout())[0]
    )


# ------------------------------------------------------------------------------------- the pages


# Every level on the paper where there is less room, the usual one on both.
@pytest.mark.parametrize("folder", EVENTS, ids=NAMES)
@pytest.mark.parametrize(
    ("paper", "level"), [*((Paper.LETTER, level) for level in Level), (Paper.A4, Level.CORE)]
)
def test_handout_has_three_or_four_pages_and_the_key_one_of_answers_and_one_of_cautions(
    folder: Path, paper: Paper, level: Level
) -> None:
    pages, key = (len(opened(pdf).pages) for pdf in made_of(folder, paper, level))
    assert pages in (3, 4)
    assert key == 2


def test_a_thin_lesson_has_its_last_tasks_on_one_page() -> None:
    """One difference and how the texts begin are too little for a page, two differences are enough."""
    folders = sorted({FLOOD, *FLOOD.parent.iterdir()} - {FLOOD.parent / "README.md"})
    pages = {
        folder.name: len(opened(made_of(folder, Paper.A4, Level.CORE)[0]).pages)
        for folder in folders
        if len(list(folder.glob("*.md"))) == 2
    }
    assert pages["harbour-trial"] == 3
    assert pages["city-budget"] == 4


@pytest.mark.parametrize("at", [0, 1])
def test_ink_is_black_on_white_paper(at: int) -> None:
    inks = set()
    for page in opened(made_of(FLOOD, Paper.A4, Level.CORE)[at]).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"):
                inks.add(tuple(float(each) for each in operands))
    assert inks - {(0.0,), (1.0,), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)} == set()
    assert inks


def test_style_has_no_tint_no_hairline_and_lines_that_a_hand_can_use() -> None:
    style = (ROOT / "report_templates" / "handout.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", style)) == {"#000", "#fff"}
    assert min(float(width) for width in re.findall(r"border[\w-]*: ([\d.]+)pt", style)) >= 0.5
    assert ".rule { height: 8mm;" in style


def test_files_are_tagged_and_titled_and_the_same_each_time() -> None:
    first, again = made_of(FLOOD, Paper.A4, Level.CORE), handout_and_key(compared(FLOOD), layout())
    assert first == again
    for pdf, title in zip(
        first, ("One event, two texts", "One event, two texts (teacher’s key)"), strict=True
    ):
        document = opened(pdf)
        assert str(document.Root.Lang) == "en"
        assert document.Root.MarkInfo.Marked
        assert str(document.docinfo["/Title"]) == title


def test_large_print_has_the_same_tasks_in_larger_type() -> None:
    large = layout(large_print=True)
    tasks = [task.title for page in plan(compared(FLOOD), large).pages for task in page]
    assert tasks == [task.title for page in plan(compared(FLOOD), layout()).pages for task in page]
    handout, key = handout_and_key(compared(FLOOD), large)
    assert 2 <= len(opened(key).pages) < len(opened(handout).pages) < 16


# ------------------------------------------------------------------------------------- any comparison


@given(made.comparisons(), st.sampled_from(Level), st.sampled_from(Paper), st.booleans())
def test_any_comparison_makes_a_lesson_with_exact_quotations(
    comparison: Comparison, level: Level, paper: Paper, large: object
) -> None:
    chosen = layout(level=level, paper=paper, large_print=bool(large))
    for page in both(comparison, chosen):
        assert foreign(comparison, page) == []
    lesson = plan(comparison, chosen)
    assert len([task for page in lesson.pages for task in page if task.rows and task.points]) in (6, 7)


@settings(max_examples=6)
@given(made.comparisons(fewest=2), st.sampled_from(Level), st.sampled_from(Paper))
def test_any_comparison_makes_a_handout_of_three_or_four_pages(
    comparison: Comparison, level: Level, paper: Paper
) -> None:
    handout, _ = handout_and_key(comparison, layout(level=level, paper=paper))
    assert len(opened(handout).pages) in (3, 4)


LONG = "The council, which had met for hours, " + "and which had heard many of its members, " * 60 + "voted."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "Rain fell."),
        ("Rain fell.", "A cat slept."),
        (LONG, "The council voted."),
        (LONG, LONG),
        ("Rain fell. " * 300, "The mayor spoke for an hour. " * 300),
    ],
    ids=["empty", "short", "one long sentence", "the same twice", "many short ones"],
)
def test_odd_texts_make_a_sensible_handout(one: str, other: str) -> None:
    comparison = made.comparison(
        [made.article(label, [[t]] if t else []) for label, t in zip("AB", (one, other), strict=True)]
    )
    handout, _ = handout_and_key(comparison, layout())
    assert len(opened(handout).pages) in (3, 4)
    assert [foreign(comparison, page) for page in both(comparison, layout())] == [[], []]


# ------------------------------------------------------------------------------------- words and widths


@pytest.mark.parametrize(
    ("face", "file"),
    [
        (copyfit.Face.SERIF, "ReportSerif-Regular"),
        (copyfit.Face.SANS, "ReportSans-Regular"),
        (copyfit.Face.BOLD, "ReportSans-Semibold"),
    ],
)
def test_widths_are_those_of_the_fonts(face: copyfit.Face, file: str) -> None:
    font = TTFont(ROOT / "report_templates" / "fonts" / f"{file}.ttf")
    drawn = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    known = copyfit._widths(face)
    wider = {c for c in copyfit._WIDER if known[c] >= drawn[c]}
    assert wider == set(copyfit._WIDER)
    assert {c: width for c, width in known.items() if c in drawn and c not in wider} == {
        c: width
        for c, width in drawn.items()
        if c not in wider and not unicodedata.combining(c) and unicodedata.category(c) not in ("Cc", "Cf")
    }


def test_words_in_other_scripts_are_as_wide_as_their_letters() -> None:
    # 40 mm at 10 pt are 11.1 squares: twelve Cyrillic letters of the serif, and eleven Chinese ones.
    words = ("ж" * 12, "ж" * 13, "水" * 11, "水" * 12)
    assert [copyfit.lines(word, width=40, size=10) for word in words] == [1, 2, 1, 2]
    assert copyfit.lines("cafe\u0301s " * 9, width=40, size=10) == copyfit.lines(
        "cafés " * 9, width=40, size=10
    )


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("remittances", "remittance"),
        ("waning", "waning"),
        ("acquitted", "acquit"),
        ("signatory", "signatory"),
        # Words with several senses, common words, names, slurs and what has to do with sex.
        ("channel", None),
        ("field", None),
        ("house", None),
        ("bishkek", None),
        ("gypsy", None),
        ("prostitute", None),
    ],
)
def test_only_words_with_one_sure_meaning_are_explained(word: str, known: str | None) -> None:
    found = gloss(word)
    assert (found[0] if found else None) == known


@pytest.mark.parametrize("name", ["newswords.txt", "glosses.txt"])
def test_meanings_are_sorted_short_and_fit_for_a_school(name: str) -> None:
    text = (ROOT / "compare" / "text" / "en" / name).read_text(encoding="utf-8").partition("\n\n")[2]
    rows = [line.split("\t") for line in text.splitlines()]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert max(len(row[-1]) for row in rows) <= 84
    assert [
        row
        for row in rows
        if re.search(r"\b(?:sexual|slur|obscene|naked|rape|prostitut|copulat)", " ".join(row))
    ] == []


def test_words_of_the_samples_are_worth_teaching() -> None:
    """Each was read in its sentence; a change here is to be read too."""
    shown = {
        folder.name: [term.word for row in plan(compared(folder), layout()).terms for term in row]
        for folder in EVENTS
    }
    assert shown == {
        "bishkek-visit": "deportation import airbase allege".split(),
        "city-budget": "treasurer contingency additional consultant".split(),
        "flood": "spillway upstream ambulance province downstream".split(),
        "harbour-trial": "custody invoice acquit fraudster bribery dredge".split(),
    }
