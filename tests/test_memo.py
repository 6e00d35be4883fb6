"""The editor's memo: its words, its quotations, its pages, and that all remarks of a check are in it."""

from __future__ import annotations

import html as markup
import io
import json
import logging
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import made
import msgspec
import pikepdf
import pytest
from hypothesis import given, settings

from compare.check.remarks import remarks
from compare.cli import main
from compare.kinds import ASKED, CUES, Concern
from compare.model import Comparison, CueMark, DiscrepancyState, Extent, Settings, SourceType
from compare.pipeline import compare_articles
from compare.quote import ZERO_WIDTH_SPACE, excerpt, printable
from compare.read import article_from_bytes, read_article
from compare.render.layout import Layout, Paper
from compare.render.memo import rows as memo_rows
from compare.render.memo.memo import build, html, memo

ROOT = Path(__file__).parent.parent
EVENTS = sorted(folder.name for folder in (ROOT / "sources").iterdir() if len(list(folder.glob("*.md"))) == 2)
WAYS = [(event, way) for event in EVENTS for way in ("there", "back")]


@cache
def compared(event: str, way: str) -> Comparison:
    """Return the comparison of a sample pair, either of the two as the draft."""
    files = sorted((ROOT / "sources" / event).glob("*.md"))[:: 1 if way == "there" else -1]
    return compare_articles([read_article(f, label=label)[0] for f, label in zip(files, "AB", strict=True)])


def words(page: str) -> str:
    """Return what a page says, a line for each row, paragraph and cell."""
    body = page.partition("<body>")[2]
    quoted = re.sub(r"<q[^>]*>", "“", body).replace("</q>", "”")
    parted = re.sub(r"</?(?:tr|p|h\d|section|header|div|thead|tbody|table)\b[^>]*>|<br>", "\n", quoted)
    parted = re.sub(r"</t[dh]>", " | ", parted)
    lines = markup.unescape(re.sub(r"<[^>]+>", "", parted)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines))) + "\n"


def quotations(page: str) -> list[str]:
    found = re.findall(r"<q(?: class=\"single\")?>(.*?)</q>", page, re.DOTALL)
    return [markup.unescape(re.sub(r"</?b>", "", each)) for each in found]


def shown(text: str) -> str:
    return printable(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("event", "way"), WAYS)
def test_a_memo_of_a_sample_pair_has_three_pages_at_the_most(event: str, way: str, paper: Paper) -> None:
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collector(level=logging.WARNING)
    logger.addHandler(handler)
    pages = memo(compared(event, way), Layout(paper=paper))
    logger.removeHandler(handler)
    assert complaints == []
    assert 1 <= len(pikepdf.open(io.BytesIO(pages)).pages) <= 3


def crowded() -> Comparison:
    """Return a comparison with more of everything than a memo has room for, in long sentences."""
    told = "the {} council of the harbour town said that it had closed bridge number {} to all heavy lorries"
    one = [
        told.format("first", n) + f", and it will have {n} new ribs by the end of the year."
        for n in range(40)
    ]
    two = [
        told.format("second", n) + f", though only {n + 1} ribs were ever ordered from abroad."
        for n in range(40)
    ]
    a, b = made.article("A", [one]), made.article("B", [two])
    links = [made.link((a, one[n]), (b, two[n])) for n in range(20)]
    return made.comparison(
        [a, b],
        links=links,
        findings=[
            *(
                made.discrepancy(link, f"D{n}", (a, f"bridge number {n}"), (b, f"{n + 1} ribs"))
                for n, link in enumerate(links)
            ),
            *(
                made.discrepancy(
                    link, f"D{n + 20}", (a, f"bridge number {n}"), state=DiscrepancyState.ONE_ONLY
                )
                for n, link in enumerate(links)
            ),
            *(made.claim(b, words, f"UB{n}") for n, words in enumerate(two[20:])),
            *(made.claim(a, words, f"UA{n}") for n, words in enumerate(one[20:])),
            *(
                made.framing_pair((a, one[n]), (b, two[n]), f"F{n}", alternatives=("plain",) * 9)
                for n in range(9)
            ),
            *(made.cue(a, f"bridge number {n}", f"C{n}", mark=CueMark.LOADED) for n in range(20, 30)),
            *(made.attribution(a, one[n], "nobody", f"Q{n}", type=SourceType.NOBODY) for n in range(20)),
            *(made.fact(made.link((a, one[n]), (b, two[n])), f"S{n}", close_wording=True) for n in range(9)),
        ],
    )


@pytest.mark.parametrize("paper", Paper)
def test_a_crowded_memo_has_three_pages_and_says_what_it_leaves_out(paper: Paper) -> None:
    pages = memo(crowded(), Layout(paper=paper))
    assert len(pikepdf.open(io.BytesIO(pages)).pages) <= 3
    assert all(section.rows for section in build(crowded()).sections)


def test_every_remark_of_a_check_is_a_row_or_counted() -> None:
    for each in [crowded(), *(compared(*way) for way in WAYS)]:
        every = memo_rows.found(each)
        sections = memo_rows.sections(each, every)
        merged = len(memo_rows._merged(every))
        assert sum(len(section.rows) + section.more for section in sections) == merged
        rows = {row.id: row for section in sections for row in section.rows}
        for remark in remarks(each):
            if remark.id in rows and remark.kind != "close-wording":
                row = rows[remark.id]
                assert (row.severity, row.number) == (remark.severity, remark.number)
                assert row.why == memo_rows.reason(remark)


@pytest.mark.parametrize(
    ("concern", "why", "said"),
    [
        (Concern.MISSING, "Not found in the draft. B says it in its own voice.", ""),
        (
            Concern.MISSING,
            "Not found in the draft. B puts it to a source (Jo Holm).",
            "B puts it to a source (Jo Holm).",
        ),
        (Concern.ONLY, "Not found in another text. The draft says it in its own voice.", ""),
        (Concern.PLACEMENT, "S4 stands at A14 and at B5.", "Both 4 stands at A14 and at B5."),
        (Concern.NO_SOURCE, "Not found in the draft. B says it in its own voice.", None),
    ],
)
def test_a_row_leaves_out_what_its_heading_says_and_names_findings_in_words(
    concern: Concern, why: str, said: str | None
) -> None:
    found = memo_rows.found(compared("flood", "there"))[0]
    told = memo_rows.reason(replace(found, kind=concern, why=why))
    assert told == (why if said is None else said)


def test_what_two_texts_write_is_followed_by_no_words_of_a_list() -> None:
    found = next(each for way in WAYS for each in memo_rows.found(compared(*way)) if each.alternatives)
    assert memo_rows.action(replace(found, kind=Concern.FRAMING, alternatives=("area", "zone"))) == ""
    cue = replace(found, kind=next(iter(CUES)), alternatives=("help",))
    assert memo_rows.action(cue) == "Consider: help."


def test_a_draft_without_a_headline_is_called_by_its_first_words() -> None:
    a = made.article("A", [["The board of the small harbour town of Venn met in May."]])
    b = made.article("B", [["Rain fell."]])
    assert build(made.comparison([a, b])).title == "Draft: “The board of the small harbour town of” …"
    assert build(made.comparison([b, a])).title == "Draft: “Rain fell.”"


@pytest.mark.parametrize(("event", "way"), WAYS)
def test_numbers_are_those_of_the_comparison(event: str, way: str) -> None:
    each = compared(event, way)
    numbers = {finding.id: finding.number for finding in each.findings}
    rows = [row for section in build(each).sections for row in section.rows]
    assert rows
    assert [row.number for row in rows] == [numbers.get(row.id, row.number) for row in rows]
    assert {row.number[0] for row in rows if row.id not in numbers} <= {"M"}


@settings(max_examples=60)
@given(made.comparisons())
def test_any_comparison_gives_a_memo_that_quotes_verbatim(each: Comparison) -> None:
    texts = {article.label: article.text for article in each.articles}
    expected = []
    for section in build(each).sections:
        for row in section.rows:
            for said in row.quoted:
                quoted = said.excerpt
                assert texts[said.label][quoted.start : quoted.start + len(quoted.text)] == quoted.text
                expected.append(shown(quoted.text))
    page = html(each)
    # The key words are a piece of their own: a long word with a break point may be cut there.
    assert [q.replace(ZERO_WIDTH_SPACE, "") for q in quotations(page)] == [
        q.replace(ZERO_WIDTH_SPACE, "") for q in expected
    ]
    assert html(each) == page


def test_an_article_cannot_break_out_of_a_memo() -> None:
    hostile = "<script>alert(1)</script> & </q></td> “x” {{ 7 * 7 }} is shut."
    a, b = made.article("A", [[hostile]], title=hostile), made.article("B", [["<b>It</b> is shut."]])
    page = html(
        made.comparison([a, b], findings=[made.claim(a, hostile, "UA1"), made.claim(b, "<b>It</b>", "UB1")])
    )
    assert "<script" not in page
    assert {hostile, "<b>It</b> is shut."} <= set(quotations(page))


def test_a_reviewers_word_is_in_the_row_and_a_rejected_finding_in_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(file) for file in sorted((ROOT / "sources" / "flood").glob("*.md"))]
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *files, "-o", "c.json", "-q"]) == 0
    comparison = json.loads(Path("c.json").read_text(encoding="utf-8"))
    number, name = [finding for finding in comparison["findings"] if finding["kind"] == "discrepancy"]
    number["review"] = {"decision": "accepted", "comment": "The desk has the <later> count."}
    name["review"] = {"decision": "rejected"}
    Path("c.json").write_text(json.dumps(comparison), encoding="utf-8")

    from compare.render.plain.json import from_json
    from compare.render.review import reviewed

    page = words(html(reviewed(from_json(Path("c.json").read_bytes(), name="c.json"))))
    assert "Reviewer: The desk has the <later> count." in page
    assert "☑ accept" in page
    assert "Haldane: one name" not in page
    assert main(["render", "c.json", "--for", "editor", "-o", "memo.pdf", "-q"]) == 0
    assert Path("memo.pdf").read_bytes().startswith(b"%PDF")


def test_the_head_says_what_is_compared_and_when() -> None:
    page = words(html(made.bridge(settings=Settings(date="2024-03-09"))))
    assert page.startswith(
        "Editor’s memo · before publication · 9 March 2024\nCracks shut the harbour bridge to lorries\n"
    )
    assert "Ida Brandt · 5 March 2024\n43 words" in page
    assert "no byline · undated\n" in page


@pytest.mark.parametrize("large", [False, True])
def test_a_long_title_keeps_to_its_line_below_the_page(*, large: bool) -> None:
    titled = made.bridge(settings=Settings(title="A bridge that was shut for a very long time " * 6))
    pages = memo(titled, Layout(large_print=large))
    from pdfminer.high_level import extract_text

    assert "…" in extract_text(io.BytesIO(pages)).split("Editor’s memo: ")[1].splitlines()[0]


def test_a_section_without_a_row_is_named_at_the_end() -> None:
    a, b = made.article("A", [["The cat sat."]]), made.article("B", [["Rain fell."]])
    page = words(html(made.comparison([a, b])))
    assert "Looked for, and nothing found: “Check first”, “Missing in your draft”," in page
    assert "B shares no run of six words or more with the draft." in page


def test_severity_is_said_in_words_beside_the_bar() -> None:
    page = "".join(html(compared(event, way)) for event, way in WAYS)
    rows = re.findall(
        r"<tr class=\"(\w+)\"><th scope=\"row\">[\w\u00a0]+<br><span class=\"weight\">([a-z ]+)<", page
    )
    assert {"first", "second", "third"} == {bar for bar, _ in rows}
    assert set(rows) == {("first", "conflict"), ("second", "look into"), ("third", "to know")}


def test_large_print_has_no_type_under_sixteen_points() -> None:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTChar, LTTextContainer

    def characters(box: object) -> list[LTChar]:
        if isinstance(box, LTChar):
            return [box]
        return [c for part in box for c in characters(part)] if hasattr(box, "__iter__") else []

    pages = memo(compared("flood", "there"), Layout(large_print=True))
    sizes = [
        character.size
        for page in extract_pages(io.BytesIO(pages))
        for box in page
        if isinstance(box, LTTextContainer)
        for character in characters(box)
    ]
    assert len(sizes) > 1000
    assert min(sizes) >= 15.9


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert memo(compared("flood", "back")) == memo(compared("flood", "back"))


def test_asked_kinds_are_those_that_a_memo_has_beside_a_check() -> None:
    every = memo_rows.found(compared("flood", "there"))
    plain = remarks(compared("flood", "there"))
    assert {each.kind for each in every if each not in plain} <= {*ASKED}


def test_the_decision_stands_above_the_rows_and_counts_are_of_what_is_listed() -> None:
    for way in WAYS:
        built, page = build(compared(*way)), words(html(compared(*way)))
        assert page.index("Checked by") < page.index(built.sections[0].lead)
        listed = [row for section in built.sections for row in section.rows if row.signs is memo_rows.SIGNS]
        assert sum(number for _, number, _ in built.counts) == len(listed)


def test_a_row_says_its_reason_before_it_quotes_and_has_words_of_its_own_to_tick() -> None:
    for way in WAYS:
        page = html(compared(*way))
        for row in re.findall(r"<tr class=\"(?:first|second|third)\">.*?</tr>", page, re.DOTALL):
            assert row.find('<p class="why">') < row.index('<p class="said">')
        for section in build(compared(*way)).sections:
            asked = section.title in ("Missing in your draft", "Only in yours")
            assert {row.signs for row in section.rows} == {
                memo_rows.ASKED_SIGNS if asked else memo_rows.SIGNS
            }


def test_the_name_of_a_body_is_no_close_wording() -> None:
    one = "The mayor spoke at the General Assembly of the United Northern Harbour Towns on Monday night."
    other = "Nurses wrote to the General Assembly of the United Northern Harbour Towns, and asked for pay."
    files = [
        article_from_bytes(t.encode(), name=f"{n}.txt", label=n)[0] for n, t in (("A", one), ("B", other))
    ]
    rows = [row for section in build(compare_articles(files)).sections for row in section.rows]
    assert [row for row in rows if "in a row" in row.why] == []


@pytest.mark.parametrize(
    ("cut", "words", "begins"),
    [
        # A clause that breaks off behind its verb is read from its beginning; one behind a joint is not.
        ("Monday and cost", "90 crowns", "The toll will be raised Monday"),
        ("and cost", "90 crowns", "and cost"),
    ],
)
def test_an_excerpt_begins_where_it_can_be_read(cut: str, words: str, begins: str) -> None:
    said = "The toll will be raised Monday and cost carters 90 crowns in all."
    text = made.article("A", [[said]])
    sentence = text.sentences[0]
    at = sentence.start + said.index(cut)
    parts = (Extent(start=sentence.start, end=at), Extent(start=at, end=sentence.end))
    text = msgspec.structs.replace(text, sentences=(msgspec.structs.replace(sentence, clauses=parts),))
    start = text.text.index(words)
    found = excerpt(text, Extent(start=start, end=start + len(words)), limit=200)
    assert found.text.startswith(begins)
