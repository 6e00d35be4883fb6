"""The PDF for screen readers and archives: a validator's verdict, tags in reading order, contrast, shapes."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import made
import page as validator
import pikepdf
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextBox, LTTextLine
from rapidfuzz.distance import LCSseq
from test_report import contrast, elements

from compare.model import Settings
from compare.render.layout import PDF_VARIANTS, Layout, Paper
from compare.render.report import html, pdf

TEMPLATES = Path(__file__).parent.parent / "report_templates"
PROFILES = {"pdf/ua-1": "ua1"} | {v: v.removeprefix("pdf/a-") for v in PDF_VARIANTS if "/a-" in v}
LAYOUTS = [
    Layout(paper=paper, large_print=large, pdf_variant=variant)
    for variant in PDF_VARIANTS
    for paper, large in ((Paper.A4, False), (Paper.LETTER, True))
]
BRIDGE = made.bridge(settings=Settings(date="2024-03-09"))


@pytest.fixture(scope="module", params=[False, True], ids=["usual", "large"])
def report(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    layout = Layout(large_print=request.param)
    return html(BRIDGE, layout), pdf(BRIDGE, layout)


# WeasyPrint leaves the colour profile open for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda x: f"{x.pdf_variant}-{x.paper}")
def test_a_validator_finds_that_the_pages_meet_the_standard(layout: Layout) -> None:
    found = validator.validate_pdf_bytes(pdf(BRIDGE, layout), profile=PROFILES[layout.pdf_variant])
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []
    assert found.is_compliant
    assert found.rules.total > 90


def test_the_validator_notices_what_a_file_lacks() -> None:
    found = validator.validate_pdf_bytes(pdf(BRIDGE, Layout(pdf_variant="pdf/ua-1")), profile="2a")
    assert not found.is_compliant


# ---------------------------------------------------------------------------------- the reading order


def said(markup: str) -> str:
    """The letters and figures of the HTML's body, without its drawings."""
    body = re.sub(r"<svg.*?</svg>", "", markup.partition("<body>")[2], flags=re.DOTALL)
    return squeezed(unescape(re.sub(r"<[^>]+>", " ", body)))


def squeezed(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def tagged_words(pages: bytes, scratch: Path) -> str:
    """The text of the tag tree in its order, as poppler reads it, without figures."""
    file = scratch / "report.pdf"
    file.write_bytes(pages)
    printed = subprocess.run(
        ["pdfinfo", "-struct-text", file], capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout
    kept, figure = [], None
    for line in printed.splitlines():
        depth = len(line) - len(line.lstrip())
        if figure is not None and depth > figure:
            continue
        figure = depth if line.strip().startswith("Figure") else None
        kept += re.findall(r'^\s*"(.*)"$', line)
    return squeezed("".join(kept))


def test_the_tag_trees_order_is_the_htmls(report: tuple[str, bytes], tmp_path: Path) -> None:
    markup, pages = report
    wanted, found = said(markup), tagged_words(pages, tmp_path)
    changes = LCSseq.editops(wanted, found).as_opcodes()
    assert [wanted[c.src_start : c.src_end] for c in changes if c.tag == "delete"] == []
    # What the tree has beyond the HTML are the numbers that the style sheet makes: of items and of pages.
    made_there = [found[c.dest_start : c.dest_end] for c in changes if c.tag == "insert"]
    assert [words for words in made_there if not re.fullmatch(r"p?\d+", words)] == []
    assert len(wanted) > 5000


def test_one_title_no_level_skipped_and_a_language(report: tuple[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(report[1])) as document:
        kinds = [str(e.S) for e in elements(document.Root.StructTreeRoot)]
        levels = [int(kind[2]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert document.Root.Lang == "en"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"])
        assert bool(document.Root.MarkInfo.Marked)


def test_every_figure_says_what_it_shows_and_every_link_has_a_target(report: tuple[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(report[1])) as document:
        figures = [e for e in elements(document.Root.StructTreeRoot) if e.S == "/Figure"]
        assert len(figures) == 3
        assert all(len(str(e.get("/Alt", ""))) > 20 for e in figures)
        names = {str(name) for name in destinations(document)}
        links = [a for p in document.pages for a in p.get("/Annots", []) if a.Subtype == "/Link"]
        assert len(links) > 20
        assert all(str(a.get("/Contents", "")) for a in links)
        for link in links:
            where = link.get("/Dest", link.get("/A", {}).get("/D") if "/A" in link else None)
            assert not isinstance(where, pikepdf.String) or str(where) in names


def destinations(document: pikepdf.Pdf) -> Iterator[Any]:
    def walk(node: Any) -> Iterator[Any]:
        yield from list(node.get("/Names", []))[::2]
        for kid in node.get("/Kids", []):
            yield from walk(kid)

    yield from walk(document.Root.Names.Dests)


# ------------------------------------------------------------------------------- fonts, edges, overlaps


def test_every_font_is_ours_and_embedded(report: tuple[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(report[1])) as document:
        fonts = [f for p in document.pages for f in p.resources.get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+Report-S(ans|erif)(-\w+)*", str(font.BaseFont)), font.BaseFont
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def word_boxes(node: Any) -> Iterator[tuple[float, float, float, float, str]]:
    """Words of one line as boxes, by the baseline and the height of an x: print may lie close."""
    if isinstance(node, LTTextLine):
        word: list[LTChar] = []
        for letter in [*node, None]:
            if isinstance(letter, LTChar) and letter.get_text().strip() and letter.size > 1.5:
                word.append(letter)
            elif word:
                base, height = min(c.y0 for c in word), word[0].size
                yield (
                    word[0].x0,
                    base + 0.3 * height,
                    word[-1].x1,
                    base + 0.65 * height,
                    "".join(c.get_text() for c in word),
                )
                word = []
    elif isinstance(node, LTTextBox) or hasattr(node, "__iter__"):
        for each in node:
            yield from word_boxes(each)


def test_no_word_is_near_an_edge_or_on_another(report: tuple[str, bytes]) -> None:
    for sheet in extract_pages(io.BytesIO(report[1])):
        boxes = sorted(word_boxes(sheet))
        assert boxes
        for i, (x0, y0, x1, y1, word) in enumerate(boxes):
            assert min(x0, y0, sheet.width - x1, sheet.height - y1) > 10, word
            for other in boxes[i + 1 :]:
                if other[0] >= x1 - 0.5:
                    break
                assert other[1] >= y1 - 0.3 or other[3] <= y0 + 0.3, (word, other)


# --------------------------------------------------------------------------------- colours and shapes

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * c for c in colour[1:])


@pytest.mark.parametrize("sheet", sorted(f.name for f in TEMPLATES.glob("*.css")))
def test_words_stand_out_from_every_ground_of_their_sheet(sheet: str) -> None:
    """WCAG AA asks 4.5 : 1. A rule with a ground is one pair; other inks may meet every pale ground."""
    style = re.sub(r"/\*.*?\*/", "", (TEMPLATES / sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    inks, grounds, pairs = set(), {"#FFFFFF"}, []
    for _, body in RULE.findall(style):
        ink = re.search(rf"(?:^|[;{{\s])color:\s*({COLOUR.pattern})", body)
        ground = re.search(rf"background(?:-color)?:\s*({COLOUR.pattern})", body)
        if ink and ground:
            pairs.append((full(ink[1]), full(ground[1])))
        elif ink and "line-height: 0" not in body:
            inks.add(full(ink[1]))
        elif ground and contrast(full(ground[1]), "#000000") > 14:
            grounds.add(full(ground[1]))
    weak = [(i, g) for i, g in [*pairs, *((i, g) for i in inks for g in grounds)] if contrast(i, g) < 4.5]
    assert weak == []


def test_a_and_b_differ_in_shape_wherever_they_differ_in_colour() -> None:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    rules = {}
    for selectors, body in RULE.findall(style):
        for selector in selectors.split(","):
            shape = re.sub(r"#[0-9A-Fa-f]{3,6}\b", "", body)
            rules[" ".join(selector.split())] = (body, shape)
    compared = []
    for selector, (body, shape) in rules.items():
        if re.search(r"\.a(?![\w-])", selector):
            twin = re.sub(r"\.a(?![\w-])", ".b", selector)
            assert twin in rules, selector
            if "border" in body or "background" in body:
                compared.append(selector)
                assert shape != rules[twin][1], selector
    assert {".glyph.a", ".passage.a", ".only.a", ".cards .cell.a"} <= set(compared)
