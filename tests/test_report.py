"""The report: its words, its quotations, its pages, and that nothing in an article can break it."""

from __future__ import annotations

import builtins
import io
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import made
import pikepdf
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

from compare.errors import RenderingError
from compare.model import Attribution, Claim, Comparison, FurnitureKind, Placement, Review, Settings, Tier
from compare.quote import ZERO_WIDTH_SPACE, printable, shortened, with_noun
from compare.render.layout import Layout
from compare.render.pages.glyphs import undrawable
from compare.render.pages.press import fonts, printed
from compare.render.parts import figures
from compare.render.parts.passages import Mark, pieces
from compare.render.report import html, pdf

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "report_templates"
FORBIDDEN = "bias score, leaning, slant, reliable, propaganda, omits, omitted, hides".split(", ")


class Parsed(HTMLParser):
    """What the tests ask of the HTML: tags, ids, links, headings, quotations."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.quoted: list[str] = []
        self.titles: list[str] = []
        self._within: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag in ("q", "blockquote"):
            self.quoted.append("")
        if tag not in ("meta", "br", "col"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if {"q", "blockquote"} & set(self._within):
            self.quoted[-1] += data
        if self._within and re.fullmatch("h[1-6]", self._within[-1]):
            level, words = self.headings[-1]
            self.headings[-1] = level, words + data


def cleaned(words: str) -> str:
    """Words as HTML carries them: without what it cannot hold, and without break points."""
    return printable(words).replace(ZERO_WIDTH_SPACE, "").replace("\r\n", "\n").replace("\r", "\n")


@pytest.fixture(scope="module", params=["a4", "letter"])
def report(request: pytest.FixtureRequest) -> bytes:
    """The bridge's report on both papers; WeasyPrint's log must stay silent."""
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    handler = Collector(level=logging.WARNING)
    logger.addHandler(handler)
    pages = pdf(made.bridge(settings=Settings(date="2024-03-09")), Layout(paper=request.param))
    logger.removeHandler(handler)
    assert complaints == []
    return pages


# ------------------------------------------------------------------------------------------ its words


def test_the_first_page_says_what_there_is() -> None:
    words = worded(html(made.bridge()).partition("<body>")[2].partition("<nav>")[0])
    for expected in (
        "Council, bridge",
        "Ida Brandt · 5 March 2024",
        "no headline in the file",
        "no byline · undated",
        "43 words · 4 sentences · 2 paragraphs · reading grade 12.4",
        "Two of A’s four sentences and two of B’s five sentences report something that the other",
        "3 differences, 1 conflict",
        "2 contrasts of wording",
        "2 named sources",
        "Conflict: degree “shut to lorries”",
        "“heavy lorries” “On Monday the city council closed the harbour bridge to heavy lorries.” B3",
        "Opposite directions “We had no choice” A3 “years of neglect” B2",
        "Who speaks Mara Lund",
        "Who speaks Olaf Berg",
    ):
        assert expected in words


def worded(markup: str) -> str:
    """Markup as words, with quotation marks; what ends a line, cell or item parts words."""
    quoted = re.sub(r"<q[^>]*>", "“", markup.replace("&nbsp;", " ")).replace("</q>", "”")
    parted = re.sub(r"</?(?:td|th|tr|p|li|div|h\d|br|b|tbody|figcaption)\b[^>]*>", " ", quoted)
    return " ".join(re.sub(r"<[^>]+>", "", parted).split())


def test_the_title_and_the_date_are_the_users() -> None:
    markup = html(made.bridge(settings=Settings(title="A bridge shut", date="2024-03-09")))
    assert "<h1>A bridge shut</h1>" in markup
    assert "Two news texts compared · 9 March 2024" in markup
    assert '<meta name="dcterms.created" content="2024-03-09">' in markup


def test_no_word_of_verdict_stands_in_templates_or_code() -> None:
    files = [*TEMPLATES.glob("*.j2"), *(ROOT / "compare" / "render").glob("*.py")]
    said = [(f.name, w) for f in files for w in FORBIDDEN if w in f.read_text(encoding="utf-8").lower()]
    assert said == []


def test_absence_and_agreement_are_put_in_place() -> None:
    markup = html(made.bridge())
    assert "Both texts say this; that does not make it true." in markup
    assert "Not found in the other text: the most prominent statements." in markup
    assert (
        "Absence is not bias: the texts differ in length (43 in A and 51 in B words), date and purpose"
        in markup
    )


def test_unrelated_texts_get_an_honest_report() -> None:
    a, b = made.article("A", [["The cat sat."]]), made.article("B", [["Rain fell on Monday."]])
    markup = html(made.comparison([a, b], readable=False))
    assert "No passage of A was found to report the same thing as one of B" in markup
    assert "Not measured for A: fewer than 100 words." in markup


def test_passages_that_are_perhaps_the_same_are_never_among_the_shared() -> None:
    comparison = made.bridge()
    shared = html(comparison).partition('id="side-by-side"')[2].partition("Perhaps the same")[0]
    perhaps = [link for link in comparison.links if link.tier is Tier.PERHAPS]
    assert "They blame the council" not in shared
    assert len(perhaps) == 1


def test_a_character_that_the_fonts_lack_is_named() -> None:
    a = made.article("A", [["The sign reads 漢字 and 🙂."]])
    assert undrawable(made.comparison([a])) == ("字", "漢", "🙂")
    assert "lack 3 characters of the texts (U+5B57, U+6F22, U+1F642; CJK)" in html(made.comparison([a, a]))


def part(markup: str, name: str) -> str:
    """One part of the report as words."""
    return worded(markup.partition(f'id="{name}"')[2].partition("</section>")[0])


def test_differences_are_listed_conflicts_first_with_both_stretches_and_the_why() -> None:
    words = part(html(made.bridge()), "differences")
    rows = [
        "Differ 2 conflict degree all lorries in A, only heavy ones in B “shut to lorries” A1 “heavy "
        "lorries” B3",
        "Differ 1 more or less precise number 14 is more than 12 “14” A2 “more than a dozen ribs” B4",
        "Differ 3 in one text only who says so B says it in its own voice “the city council said” A1 "
        "nothing in the linked passage B3",
        "Tension 1 A Do both hold? “shut to lorries on Monday” A1 “We had no choice” A3",
    ]
    places = [words.index(row) for row in rows]
    assert places == sorted(places)
    assert "it does not say who is right" in words
    assert "No conflict" not in words


def test_texts_without_a_conflict_are_said_to_have_none() -> None:
    whole = made.bridge()
    agreed = made.comparison(
        whole.articles, links=whole.links, findings=[f for f in whole.findings if f.number != "D2"]
    )
    sentence = "2 linked passages were compared for conflicts of number, date and name; none is listed."
    assert sentence in part(html(agreed), "differences")
    assert "No conflict" not in html(agreed).partition("<nav>")[0].partition("<body>")[2]
    bare = html(made.comparison(whole.articles, links=whole.links))
    assert sentence in part(bare, "differences")
    assert "Nothing was worded otherwise in passages that tell one thing." in part(bare, "framing")
    assert "No statement that a text puts to somebody was found." in part(bare, "speakers")
    apart = part(html(made.comparison(whole.articles)), "differences")
    assert "No passages of A and B are linked, so that none were compared." in apart
    assert sentence not in apart


def test_framing_pairs_name_the_voice_and_the_plain_wordings() -> None:
    words = part(html(made.bridge()), "framing")
    for expected in (
        "Words 1 the council · closing · opposite directions , which need not contradict · made for a test "
        "“We had no choice” A3 a direct quotation “years of neglect” B2 put to a",
        "Words 2 the bridge · closing · made for a test “old harbour bridge” A1 “harbour bridge” B3",
        "Loaded B 1 “neglect” B2 loaded wording",
    ):
        assert expected in words


def test_a_wording_in_a_headline_leads_to_the_full_text() -> None:
    a, b = made.bridge().articles
    pair = made.framing_pair((a, "harbour bridge was shut"), (b, "harbour bridge"), "F1")
    headed = {**{f: getattr(pair, f) for f in pair.__struct_fields__}, "sentences": ("A0", "B3")}
    markup = html(made.comparison([a, b], findings=[type(pair)(**headed)]))
    assert '<a class="ref a" href="#text-0">&nbsp;A\u00a0headline</a>' in markup


def test_the_ledger_counts_who_speaks_and_how() -> None:
    words = part(html(made.bridge()), "speakers")
    for expected in (
        "Mara Lund named expert quoted 1 (4 words) A3 –",
        "Olaf Berg named person – reported 1 B5",
        "2 statements without a name unnamed reported 1 A1 reported 1 B2",
    ):
        assert expected in words


def test_the_margin_and_the_pairs_name_the_findings_that_stand_there() -> None:
    markup = html(made.bridge())
    lines = re.findall(
        r'<div class="line (\w+)[^"]*" id="(s\d-\d)">.*?<div class="cell beside">(.*?)</div>', markup
    )
    beside = {name: (told, re.findall(r">([^<]+)</a>", said)) for told, name, said in lines}
    assert beside["s0-1"] == (
        "met",
        ["B3", *("Differ\u00a02 Differ\u00a03 Words\u00a02 Tension\u00a01".split(" "))],
    )
    assert beside["s1-2"] == ("maybe", ["A3?", "Words\u00a01"])
    heads = re.findall(r'<p class="head"><b>(Both \d)</b>(.*?)</p>', markup)
    named = {number: re.findall(r'class="finding" href="#f-(\w+)"', head) for number, head in heads}
    assert named == {"Both 1": ["D2", "D3", "F2"], "Both 2": ["D1"]}
    assert '<i class="value">shut to lorries</i>' in markup
    assert '<i class="frame">old harbour bridge</i>' in markup


# ------------------------------------------------------------------------------------- its quotations


@settings(max_examples=40, deadline=None)
@given(made.comparisons())
def test_every_quotation_is_exact_and_every_link_has_its_target(comparison: Comparison) -> None:
    texts = [cleaned(article.text) for article in comparison.articles]
    for full_texts in (True, False):
        page = Parsed(html(comparison, Layout(full_texts=full_texts)))
        for quotation in page.quoted:
            words = quotation.replace(ZERO_WIDTH_SPACE, "")
            assert any(words in text for text in texts), words
        assert sorted(page.ids) == sorted(set(page.ids))
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


@settings(max_examples=25, deadline=None)
@given(made.comparisons())
def test_the_tags_are_the_templates(comparison: Comparison) -> None:
    page = Parsed(html(comparison))
    known = set(re.findall(r"<([a-z][a-z0-9]*)", "".join(f.read_text() for f in TEMPLATES.glob("*.j2"))))
    assert set(page.tags) <= known | {"svg", "path", "text", "circle"}
    assert "script" not in page.tags
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@settings(max_examples=25, deadline=None)
@given(made.comparisons())
def test_the_appendix_has_every_character_of_the_texts(comparison: Comparison) -> None:
    markup = html(comparison)
    printed_text = re.sub(r"<[^>]+>", "", markup.partition("<nav>")[2])
    for article in comparison.articles:
        # Front matter and markup are named and not printed.
        kept = article.text
        for piece in reversed(article.furniture):
            if piece.kind in (FurnitureKind.FRONT_MATTER, FurnitureKind.MARKUP):
                kept = kept[: piece.start] + kept[piece.end :]
        assert {c for c in cleaned(kept) if c.isalpha()} <= set(printed_text)
    for article in comparison.articles:
        for sentence in article.sentences:
            assert re.search(f">{re.escape(sentence.id[1:])}</b>", markup)


@pytest.mark.parametrize("limit", range(1, 70, 4))
def test_a_shortened_quotation_is_a_slice_that_ends_with_a_word(limit: int) -> None:
    words = "When the river rose, nobody in the lower town had been warned; the sirens were silent."
    where = made.article("A", [[words]])
    cut = shortened(where, made.span(where, words), limit=limit)
    assert cut.text == where.text[cut.start : cut.end]
    if not cut.cut:
        assert limit * 1.4 >= len(words) > limit
        return
    assert len(cut.text) <= limit * 1.4
    if limit > 4:
        assert words[len(cut.text)] in " ,;."


@pytest.mark.parametrize(
    ("stretch", "quoted"),
    [
        ("11", "11 dead"),
        ("at least 14", "at least 14 people"),
        ("21", "21"),
        ("1987", "1987"),
        ("seven million", "seven million crowns"),
        ("half", "half"),
    ],
)
def test_a_figure_is_quoted_with_what_it_counts(stretch: str, quoted: str) -> None:
    words = (
        "There were 11 dead in one town, at least 14 people in 21, seven million crowns since 1987; half. So"
    )
    where = made.article("A", [[words]])
    found = with_noun(where, made.span(where, stretch))
    assert found.text == quoted == where.text[found.start : found.end]


def test_a_quotation_is_cut_at_a_clause_rather_than_a_word() -> None:
    words = "When the river rose, nobody in the lower town had been warned."
    where = made.article("A", [[words]])
    assert shortened(where, made.span(where, words), limit=30).text == "When the river rose"
    assert shortened(where, made.span(where, words), limit=80).text == words


@pytest.mark.parametrize(
    ("words", "limit", "cut"),
    [
        # Never between a figure and its noun, inside a name, or after a word that promises more.
        (
            "Families sent home up to three billion crowns in that long and cold year of wind",
            37,
            "Families sent home",
        ),
        (
            "They met Amy Hagstrom Miller of the Ostrand clinic on a windy day in the autumn of",
            22,
            "They met",
        ),
        (
            "He attended a summit of the Commonwealth of Independent States in the old capital",
            47,
            "He attended a summit",
        ),
        (
            "The mayor of the upper town told a crowd that had come from all of the river said",
            33,
            "The mayor of the upper town",
        ),
        (
            "A council of nine members has for many years looked after all bridges in the town",
            40,
            "A council of nine members",
        ),
        # At a comma near the limit, else before a joint: not between a noun and what it has before it.
        (
            "The board will vote on orders for a number of the old mayor's former top aides, "
            "three of them clerks of the town, and one a cook",
            70,
            "The board will vote on orders for a number of the old mayor's former top aides",
        ),
        (
            "The old pier of Marle, closed since the great storm of March, was sold to a bank of the capital",
            64,
            "The old pier of Marle, closed since the great storm of March",
        ),
        (
            "The harbour board rejected plans to tax small boats under an old law of the province of Ostrand",
            60,
            "The harbour board rejected plans to tax small boats",
        ),
    ],
)
def test_a_cut_leaves_no_figure_name_or_promise_open(words: str, limit: int, cut: str) -> None:
    where = made.article("A", [[words]])
    sentence = where.sentences[0]
    whole = replace(sentence, clauses=())
    found = shortened(replace(where, sentences=(whole,)), made.span(where, words), limit=limit)
    assert found.text == cut


def test_names_and_figures_are_boxed_and_other_words_ruled() -> None:
    where = made.article("A", [["Engineers found cracks in 14 of its steel ribs, Mara Lund said."]])
    differing = [made.span(where, words) for words in ("Engineers", "14", "steel ribs", "Mara Lund")]
    found = pieces(where, where.sentences[0], differing)
    assert [(piece.text, piece.mark) for piece in found if piece.mark is not Mark.PLAIN] == [
        ("Engineers", Mark.WORDS),
        ("14", Mark.KEY),
        ("steel ribs", Mark.WORDS),
        ("Mara Lund", Mark.KEY),
    ]
    assert "".join(piece.text for piece in found) == where.text[: where.sentences[0].end]


def test_two_figures_with_a_comma_between_are_two_boxes() -> None:
    where = made.article("A", [["The budget begins on 1 April, 4.1 per cent above that of last year."]])
    found = pieces(where, where.sentences[0], [made.span(where, "1 April, 4.1")])
    assert [piece.text for piece in found if piece.mark is Mark.KEY] == ["1 April", "4.1"]


def test_differences_and_framing_keep_their_marks_however_much_differs() -> None:
    where = made.article("A", [["Engineers found 14 deep cracks in ribs."]])
    differing = [made.span(where, "Engineers found 14 deep cracks in ribs")]
    values, wordings = [made.span(where, "14")], [made.span(where, "found 14 deep cracks")]
    found = pieces(where, where.sentences[0], differing, values=values, wordings=wordings)
    assert [(piece.text, piece.mark) for piece in found if piece.mark is not Mark.PLAIN] == [
        ("found ", Mark.FRAME),
        ("14", Mark.VALUE),
        (" deep cracks", Mark.FRAME),
    ]
    assert "".join(piece.text for piece in found) == where.text[: where.sentences[0].end]


def test_where_most_words_differ_only_names_and_figures_are_marked() -> None:
    where = made.article("A", [["Engineers found cracks in 14 ribs."]])
    found = pieces(where, where.sentences[0], [made.span(where, "Engineers found cracks in 14 ribs")])
    assert [piece.text for piece in found if piece.mark is Mark.KEY] == ["14"]
    assert not [piece for piece in found if piece.mark is Mark.WORDS]


# ------------------------------------------------------------------------------------------ its pages


def test_the_pdf_is_tagged_titled_bookmarked_and_dated(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "en"
        assert str(document.docinfo["/Title"]) == "Council, bridge"
        assert str(document.docinfo["/CreationDate"]).startswith("D:20240309")
        with document.open_outline() as outline:
            (top,) = outline.root
            names = [item.title for item in top.children]
    assert names == [
        "Side by side",
        "Where they differ",
        "How each words it",
        "Found in one text only",
        "Who speaks",
        "Perhaps the same: look",
        "The full texts",
        "Readability Compare, do not judge: these figures say nothing of quality.",
        "Method and limits",
    ]


def test_every_figure_has_an_alternative_text(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as document:
        drawn = [e for e in elements(document.Root.StructTreeRoot) if e.get("/S") == "/Figure"]
        said = [str(each.get("/Alt", "")) for each in drawn]
        headings = [e for e in elements(document.Root.StructTreeRoot) if e.get("/S") == "/H1"]
    assert len(said) == 3
    assert (
        "A, 4 sentences, told by another text too: 1, 2. B, 5 sentences, told by another text too: 3, 4."
        in said[0]
    )
    assert all(len(words) > 20 for words in said)
    assert len(headings) == 1


def elements(node: Any) -> Iterator[pikepdf.Dictionary]:
    """Every element of a tag tree."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_every_font_is_the_reports_own_and_embedded(report: bytes) -> None:
    names = set()
    with pikepdf.open(io.BytesIO(report)) as document:
        for page in document.pages:
            for font in page.resources.get("/Font", {}).values():
                (drawn,) = font.DescendantFonts
                assert "/FontFile2" in drawn.FontDescriptor
                names.add(str(font.BaseFont).partition("+")[2])
    assert {name.rpartition("-")[0] or name for name in names} <= {"Report-Sans", "Report-Serif", "Report"}


def test_no_letter_lies_near_the_edge_or_on_another(report: bytes) -> None:
    for page in extract_pages(io.BytesIO(report)):
        drawn = sorted(
            (c for c in letters(page) if c.get_text().strip() and c.size > 1.5), key=lambda c: c.x0
        )
        assert len(drawn) > 100
        for i, one in enumerate(drawn):
            assert min(one.x0, one.y0, page.width - one.x1, page.height - one.y1) > 10
            for other in drawn[i + 1 :]:
                if other.x0 > one.x1 - 0.6:
                    break
                apart = abs((one.y0 + one.y1) - (other.y0 + other.y1)) / 2
                if one.get_text().isalnum() and other.get_text().isalnum():
                    over = min(one.x1, other.x1) - other.x0
                    assert apart > 3 or over < 0.45 * min(one.width, other.width), (one, other)


def letters(node: Any) -> Iterator[LTChar]:
    """Every printed character of a page."""
    if isinstance(node, LTChar):
        yield node
    elif hasattr(node, "__iter__"):
        for each in node:
            yield from letters(each)


def test_margin_notes_of_short_sentences_do_not_lie_on_each_other() -> None:
    names = [f"He saw item {i}." for i in range(60)]
    a = made.article("A", [names[:20], names[20:21], names[21:]])
    claims = [made.claim(a, words, f"U{i}") for i, words in enumerate(names)]
    pages = pdf(made.comparison([a], findings=claims))
    seen = [
        (round(c.x0), round(c.y0), number)
        for number, page in enumerate(extract_pages(io.BytesIO(pages)))
        for c in letters(page)
        if c.x0 > 0.83 * page.width and 6 < c.size < 12
    ]
    rows = sorted({(number, y) for _, y, number in seen})
    assert len(rows) > 40
    close = [b for a, b in pairwise(rows) if a[0] == b[0] and 0 < b[1] - a[1] < 7]
    assert close == []


def test_the_tags_keep_the_reading_order(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as document:
        kinds = [
            str(e.S) for e in elements(document.Root.StructTreeRoot) if str(e.S) in ("/H1", "/H2", "/Figure")
        ]
    first, pairs = ["/H1", "/H2", "/Figure", "/H2", "/H2"], ["/H2", "/Figure", "/Figure"]
    # Differences, wordings, one text only, speakers, perhaps, full texts, readability, method.
    assert kinds == [*first, *pairs, *["/H2"] * 8]


@pytest.mark.parametrize("title", [None, "A very long title of many words. " * 25])
def test_side_by_side_begins_the_second_page_however_full_the_first_is(title: str | None) -> None:
    pages = extract_pages(io.BytesIO(pdf(made.bridge(settings=Settings(title=title)))))
    first, second = list(pages)[:2]
    parts = ["".join(c.get_text() for c in letters(page) if 12 < c.size < 20) for page in (first, second)]
    assert "Side by side" not in parts[0]
    assert "Side by side" in parts[1]
    assert len(list(letters(second))) > 1000


def test_without_the_full_texts_the_labels_lead_nowhere() -> None:
    whole, short = html(made.bridge()), html(made.bridge(), Layout(full_texts=False))
    assert 'id="s0-1"' in whole
    assert 'href="#s0-1"' in whole
    assert "The full texts" not in short
    assert "#s0-1" not in short
    assert "lead to the full texts" not in short


def test_three_texts_are_compared_two_by_two() -> None:
    a, b = made.bridge().articles
    c = made.article("C", [["The harbour bridge is closed to lorries.", "A ferry will run."]])
    shut = made.link((a, "The old harbour bridge"), (c, "The harbour bridge is closed to lorries."))
    comparison = made.comparison(
        [a, b, c], links=[shut], findings=[made.fact(shut, "S1"), made.claim(c, "A ferry will run.", "C1")]
    )
    markup = html(comparison, Layout(pairs=True))
    assert [f"f-S{n}" in markup for n in (1, 2)] == [True, False]
    assert "f-S1" not in html(comparison)
    assert "Not found in any other text" in markup
    assert pdf(comparison).startswith(b"%PDF-")


# --------------------------------------------------------------------------------------- its colours


def test_every_colour_of_words_stands_out_from_its_ground() -> None:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    inks = {ink for ink in re.findall(r"[^-]color: (#\w+)", style) if ink != "#fff"} | {
        *figures.COLOURS,
        figures.INK,
        figures.GREY,
    }
    grounds = {"#FFFFFF", *re.findall(r"background: (#[E-F]\w{5})", style)}
    assert len(grounds) == 4
    for ink in inks:
        for ground in grounds:
            assert contrast(ink, ground) >= 5.5, (ink, ground)
    for ground in {*figures.COLOURS, "#1A1A1A"}:
        assert contrast("#FFFFFF", ground) >= 4.5


def test_figures_and_style_sheet_use_the_same_colours() -> None:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    for name, tint in zip("abcde", figures.COLOURS, strict=True):
        assert f".ref.{name} {{ color: {tint} }}" in style


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# ------------------------------------------------------------------------------- nothing can break it


@settings(max_examples=5, deadline=None)
@given(made.comparisons(fewest=2))
def test_any_comparison_prints(comparison: Comparison) -> None:
    assert pdf(comparison).startswith(b"%PDF-")


def test_a_word_of_100000_letters_prints() -> None:
    a, b = made.article("A", [["x" * 100_000]]), made.article("B", [["A short one."]])
    pages = pdf(made.comparison([a, b], readable=False))
    with pikepdf.open(io.BytesIO(pages)) as document:
        assert 10 < len(document.pages) < 60


def test_lone_surrogates_and_control_characters_are_left_out() -> None:
    a = made.article("A", [["A \ud800lone\x00 \x1b[31msign\ufffe."]])
    markup = html(made.comparison([a, a]))
    assert "A lone [31msign." in markup
    markup.encode()


def test_the_same_comparison_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale, and a machine without a single font."""
    empty = tmp_path / "fonts.conf"
    empty.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>'
    )
    made_here = "sys.stdout.buffer.write(pdf(made.bridge()))"
    program = f"import sys, made; from compare.render.report import pdf; {made_here}"
    elsewhere = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}",
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "FONTCONFIG_FILE": str(empty),
    }
    made_there = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], env=elsewhere, capture_output=True, check=True
    )
    assert made_there.stdout == pdf(made.bridge())


def test_a_script_that_no_font_has_is_a_warning_with_its_name(tmp_path: Path) -> None:
    """On a machine without a font, so that it is the same on all."""
    empty = tmp_path / "fonts.conf"
    empty.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>'
    )
    article, other = tmp_path / "a.txt", tmp_path / "b.txt"
    other.write_text("The sign is new.\n", encoding="utf-8")
    article.write_text("The sign reads 漢字 and สวัสดี here.\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "compare", "compare", article, other, "-o", tmp_path / "x.pdf"],
        env={**os.environ, "FONTCONFIG_FILE": str(empty)},
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "warning: no font has 7 characters of the texts (CJK, Thai): boxes stand for them" in run.stderr


def test_nothing_but_the_reports_fonts_is_loaded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttf"
    secret.write_bytes(b"secret")
    ours = fonts()
    assert ours.fetch("report-font:ReportSans-Regular.ttf").read()[:4] == b"\x00\x01\x00\x00"
    for url in (
        secret.as_uri(),
        "https://example.org/a.ttf",
        f"report-font:{secret}",
        "report-font:../report.css",
    ):
        with pytest.raises(ValueError, match="nothing but its own fonts"):
            ours.fetch(url)


def test_lost_fonts_are_an_error_and_not_another_face() -> None:
    with pytest.raises(RenderingError, match="fonts cannot be used"):
        printed(html(made.bridge()).replace("ReportSans-Regular.ttf", "ReportSans-Nowhere.ttf"))


def test_a_missing_pango_is_one_line_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def without_pango(name: str, *rest: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return load(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(RenderingError) as missing:
        pdf(made.bridge())
    line = str(missing.value)
    assert "\n" not in line
    for words in ("apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0", "Fedora", "brew"):
        assert words in line


# ------------------------------------------------------------------------------------------ its fonts


def test_the_fonts_keep_their_licence_and_not_their_reserved_name() -> None:
    from fontTools.ttLib import TTFont

    folder = TEMPLATES / "fonts"
    covered: set[int] = set()
    for file in sorted(folder.glob("*.ttf")):
        with TTFont(file) as font:
            names = {n: font["name"].getDebugName(n) or "" for n in (1, 4, 6)}
            assert not [name for name in names.values() if "source" in name.lower()]
            assert "SIL Open Font License" in font["name"].getDebugName(13)
            assert "Reserved Font Name" in font["name"].getDebugName(0)
            covered |= set(font.getBestCmap())
    for family in ("Serif", "Sans"):
        assert "SIL OPEN FONT LICENSE" in (folder / f"OFL-Report{family}.txt").read_text(encoding="utf-8")
    listed = [line.split("-") for line in (folder / "coverage.txt").read_text().split()]
    assert {p for first, last in listed for p in range(int(first, 16), int(last, 16) + 1)} == covered
    assert set(map(ord, "aéłŝжЩλ–—“”‘’…€£₽→≈≠✓☐•¶\u00a0\u2011\u202f")) <= covered


# ------------------------------------------------------------------------------- a reviewer's comments


def test_a_reviewers_words_stand_beside_the_finding_that_they_speak_of() -> None:
    comparison = made.bridge()
    reviewed = made.comparison(
        comparison.articles,
        links=comparison.links,
        findings=[replace(f, review=Review(comment=f"On <{f.number}>.")) for f in comparison.findings],
    )
    markup = html(reviewed)
    rows = {"S1", "D1", "F1", "CB1", "T1"} | {f.number for f in comparison.findings if isinstance(f, Claim)}
    for number in rows:
        row = markup.partition(f'id="f-{number}"')[2].partition(" id=")[0]
        # What has no row on paper stands among the notes.
        kept_back = f"<b>{number}</b> Reviewer: On &lt;{number}&gt;." in markup
        assert kept_back or f"<b>Reviewer:</b> On &lt;{number}&gt;." in row, number
    for finding in comparison.findings:
        if isinstance(finding, Attribution):
            assert f"<b>{finding.number}</b> Reviewer: On &lt;{finding.number}&gt;." in markup
        if isinstance(finding, Placement):
            assert f"· On &lt;{finding.number}&gt;." in markup, "with its shared fact"
    assert "Reviewer" not in html(comparison)
