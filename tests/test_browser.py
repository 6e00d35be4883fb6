"""The HTML edition in a browser: what a person sees, points at, taps and types, and what axe-core finds.

Needs Chromium. Where none is found the tests are skipped; on a build machine (CI=true) they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import made
import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from compare.model import Comparison, Device, FramingPair, Review
from compare.pipeline import compare_articles
from compare.read import article_from_bytes, read_article
from compare.render.web import web

ROOT = Path(__file__).parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = {"phone": 390, "tablet": 820, "desk": 1440}
MISSING = "no Chromium on the path: install it (Debian: apt-get install chromium) to test the HTML edition"
UNFOLDED = ".finding:not(.fold .finding)"
UNLIT = "document.querySelectorAll('.lit').length === 0"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own Chromium, without a window."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Chromium's sandbox does not start for root.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=sandbox)
        yield started
        started.close()


@cache
def flood() -> Comparison:
    """A real-sized pair, from the sample articles."""
    files = sorted((ROOT / "sources" / "flood").glob("*.md"))
    return compare_articles([read_article(f, label=label)[0] for label, f in zip("AB", files, strict=True)])


def three() -> Comparison:
    """Three texts, the third of them empty of links."""
    bridge = made.bridge()
    third = made.article("C", [["Ferries ran all night.", "Nobody was hurt."]], outlet="Quay Radio")
    return msgspec.structs.replace(
        bridge,
        articles=(*bridge.articles, third),
        measures=(*bridge.measures, made.measures(third, readable=False)),
    )


@cache
def four() -> Comparison:
    """Four texts on one event, of which three tell the first fact and two the second."""
    told = (
        "Fire broke out in the grain store at Pellworth harbour on Sunday night. "
        "Eleven people were taken to the hospital, the harbour master said.",
        "Fire broke out in the grain store at Pellworth harbour on Sunday night. "
        "Fourteen people were taken to the hospital, the harbour master said.",
        "On Sunday night fire broke out in the grain store at Pellworth harbour. A dog was found.",
        "The mayor keeps bees. Nobody could say when the ferry would run again.",
    )
    return compare_articles(
        [
            article_from_bytes(t.encode(), name=f"{n}.md", label=n)[0]
            for n, t in zip("ABCD", told, strict=True)
        ]
    )


def unknown_language() -> Comparison:
    """Texts of which nobody said in what language they are, and that do not read as English."""
    bridge = made.bridge()
    articles = tuple(msgspec.structs.replace(each, language=None) for each in bridge.articles)
    return msgspec.structs.replace(bridge, articles=articles)


def reviewed() -> Comparison:
    bridge = made.bridge()
    said = Review(comment="Ask the council.")
    findings = tuple(msgspec.structs.replace(f, review=said) for f in bridge.findings)
    return msgspec.structs.replace(bridge, findings=findings)


class Opened:
    """Pages of one test: each must stay silent and ask the network for nothing."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._folder = browser, folder
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def __call__(
        self, comparison: Comparison, *, width: int = 1440, anchor: str = "", **options: Any
    ) -> Page:
        file = self._folder / "report.html"
        file.write_text(web(comparison), encoding="utf-8")
        page = self._browser.new_page(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        page.set_default_timeout(5_000)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri() + anchor)
        return page


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(browser, tmp_path)
    yield opened
    for context in browser.contexts:
        context.close()
    assert opened.complaints == []
    assert {url.partition("#")[0] for url in opened.requests} <= {(tmp_path / "report.html").as_uri()}


def lit(page: Page, within: str) -> list[str]:
    """The marked words that are lit within a part of the page."""
    return page.locator(f"{within} .run.lit").all_inner_texts()


def seen(page: Page, selector: str) -> bool:
    """Tell whether the middle of an element is where a person can see it, with nothing over it."""
    return bool(
        page.locator(selector).first.evaluate(
            """each => { const box = each.getClientRects()[0];
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return each.contains(top) || top?.contains(each) && top.matches('.run, .line, p') }"""
        )
    )


# ------------------------------------------------------------------------------------- accessibility


def violations(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_at_any_width(scheme: Any, open_page: Opened) -> None:
    page = open_page(reviewed(), color_scheme=scheme)
    for width in WIDTHS.values():
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_does_it_where_passages_are_lit_and_the_finding_has_come_along(
    scheme: Any, open_page: Opened
) -> None:
    page = open_page(reviewed(), width=390, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.locator("#s0-1 .run").nth(1).click()
    assert page.locator("#peek").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("which", [flood, three, four, unknown_language])
def test_nor_does_it_with_long_texts_or_three_or_an_unknown_language(which: Any, open_page: Opened) -> None:
    # Contrast takes three quarters of the time, and the colours are those of the page above.
    assert violations(open_page(which(), width=820), without=("color-contrast",)) == []


@pytest.mark.parametrize("which", [flood, three, four])
def test_no_page_is_wider_than_its_window(which: Any, open_page: Opened) -> None:
    page = open_page(which())
    for width in (320, *WIDTHS.values()):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_what_can_be_hit_is_at_least_24_pixels_high_and_wide(width: int, open_page: Opened) -> None:
    page = open_page(flood(), width=width)
    sizes = page.evaluate(
        """[...document.querySelectorAll('nav a, summary, #filter input, button')]
        .map(each => each.getBoundingClientRect()).filter(box => box.width)
        .map(box => Math.min(box.width, box.height))"""
    )
    assert len(sizes) > 10
    assert min(sizes) >= 24
    labels = page.evaluate(
        """[...document.querySelectorAll('a.ref, a.see, a.chip')].filter(each => each.getClientRects().length)
        .map(each => getComputedStyle(each, '::after'))
        .map(area => Math.min(parseFloat(area.width), parseFloat(area.height)))"""
    )
    assert len(labels) > 100
    assert min(labels) >= 24


# --------------------------------------------------------------------------------- passages light up


def test_pointing_at_a_passage_lights_up_all_that_belongs_to_it(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.locator("#s0-2 .run").first.hover()
    assert "".join(lit(page, "#text-0")) == "Engineers found cracks in 14 of its 60 steel ribs."
    assert "".join(lit(page, "#text-1")) == "Inspectors had found cracks in more than a dozen ribs."
    assert page.locator(".finding.lit").evaluate_all("all => all.map(each => each.id)") == ["f-S2"]
    page.locator("h1").hover()
    page.wait_for_function(UNLIT)


def test_pointing_at_a_finding_lights_up_its_passages(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.locator("#f-F2").hover()
    assert lit(page, "#text-0") == ["old harbour bridge"]
    assert lit(page, "#text-1") == ["harbour bridge"]


def test_the_keyboard_lights_up_what_it_stands_on_and_escape_lets_go(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.locator("#text-0").focus()
    page.keyboard.press("Tab")  # the fold of what was set aside
    page.keyboard.press("Tab")  # what is named in the text stands before what it shares
    assert page.evaluate("document.activeElement.textContent") == "Differ\N{NO-BREAK SPACE}2"
    while page.evaluate("document.activeElement.textContent") != "S1":
        page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert "".join(lit(page, "#text-1")) == (
        "On Monday the city council closed the harbour bridge to heavy lorries."
    )
    page.keyboard.press("Escape")
    page.wait_for_function(UNLIT)


def test_the_first_tab_stop_skips_to_the_findings(open_page: Opened) -> None:
    page = open_page(flood())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#findings")
    assert seen(page, "#the-findings")


def test_findings_come_before_the_texts_on_a_phone_and_the_strongest_kind_first(open_page: Opened) -> None:
    page = open_page(flood(), width=WIDTHS["phone"])
    tops = [page.locator(each).first.bounding_box() for each in ("#findings", "#f-D1", "#f-S1", "#text-0")]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 4
    assert heights == sorted(heights)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_box_of_the_map_leads_to_its_sentence_and_a_button_back(width: int, open_page: Opened) -> None:
    page = open_page(flood(), width=width)
    assert not page.locator("#back").is_visible()
    box = page.get_by_role("link", name="B20, in this text alone")
    box.click()
    assert seen(page, "#s1-20 .n")
    page.locator("#back").click()
    assert box.evaluate("each => each === document.activeElement")
    assert not page.locator("#back").is_visible()


def test_wordings_are_filtered_by_device(open_page: Opened) -> None:
    page = open_page(flood())
    device = page.get_by_label("Wordings by device")
    device.select_option(label="the two headlines")
    assert shown(page) == ["F1"]
    page.get_by_label("All", exact=True).check()
    assert device.input_value() == ""
    assert len(shown(page)) > 50


def test_selecting_words_to_copy_holds_nothing(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.locator("#s0-2 .run").first.dblclick()
    page.locator("h1").hover()
    assert page.evaluate("String(getSelection())")
    page.keyboard.press("Escape")
    page.locator("#s1-4 .run").first.click(modifiers=["Shift"])
    page.locator("h1").hover()
    page.wait_for_function(UNLIT)


def test_a_tap_on_a_phone_holds_the_light_and_brings_the_finding_along(open_page: Opened) -> None:
    page = open_page(flood(), width=390, has_touch=True)
    page.locator("#text-0 .run[data-f~=f-S2]").first.tap()
    assert lit(page, "#text-1")
    # Both texts are quoted, of each finding that the sentence is part of.
    assert page.locator("#peeked blockquote").count() in (2, 4)
    assert seen(page, "#peeked blockquote")
    assert seen(page, "#text-0 .run.lit")
    page.locator("#close").tap()
    assert not page.locator("#peek").is_visible()
    page.wait_for_function(UNLIT)


def test_the_entry_on_a_phone_leads_on_to_the_other_text(open_page: Opened) -> None:
    page = open_page(flood(), width=390)
    page.locator("#text-0 .chip[data-f=f-S2]").first.click()
    other = page.locator("#peeked a.ref.b").first
    place = other.get_attribute("href") or ""
    other.click()
    assert page.url.endswith(place)
    assert seen(page, f"{place} .n")


def test_a_click_at_a_desk_brings_both_passages_and_the_entry_into_sight(open_page: Opened) -> None:
    page = open_page(flood(), anchor="#side-by-side")
    last = flood().links[-1].id
    number = next(f.number for f in flood().findings if getattr(f, "link", "") == last)
    page.locator(f"#f-{number} .number").click()
    for side in (0, 1):
        assert seen(page, f"#text-{side} .run[data-f~=f-{number}]")
    assert seen(page, f"#f-{number} .number")
    assert not page.locator("#peek").is_visible()


def test_the_keyboard_follows_a_label_to_its_entry_at_any_width(open_page: Opened) -> None:
    page = open_page(flood(), width=390)
    page.locator("#text-0 .chip[data-f=f-S2]").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#f-S2")
    assert seen(page, "#f-S2 .number")
    assert not page.locator("#peek").is_visible()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_an_entry_jumps_to_its_sentences(width: int, open_page: Opened) -> None:
    page = open_page(flood(), width=width)
    for side in "ab":
        reference = page.locator(f"#f-S5 a.ref.{side}").first
        place = reference.get_attribute("href") or ""
        reference.click()
        assert seen(page, f"{place} .n")


# ------------------------------------------------------------------------------------------ the list


def shown(page: Page) -> list[str]:
    """The numbers of the findings that are shown, sources by their names."""
    return page.locator(".finding:visible").evaluate_all("all => all.map(each => each.id.slice(2))")


def test_the_list_is_filtered_by_kind_and_the_labels_in_the_texts_with_it(open_page: Opened) -> None:
    page = open_page(made.bridge())
    assert page.locator("#count").inner_text() == "18 of 18 findings shown"
    page.get_by_label("Discrepancies 3").check()
    assert shown(page) == ["D2", "D1", "D3"]  # conflicts first
    assert page.locator("#count").inner_text() == "3 of 18 findings shown"
    assert page.locator("#count").get_attribute("aria-live") == "polite"
    labels = page.locator(".text .chip:visible").all_inner_texts()
    assert set(labels) == {f"Differ\N{NO-BREAK SPACE}{n}" for n in (1, 2, 3)}
    assert page.locator(".group:visible h3").all_inner_texts() == ["Where they differ 3"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("DETOUR tunnel", ["B1"]), ("hauliers' face", []), ("engineers", ["S2"]), ("<script>", [])],
)
def test_the_list_is_searched_by_words(words: str, numbers: list[str], open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.get_by_role("searchbox").fill(words)
    assert shown(page) == numbers
    assert page.locator("#count").inner_text() == f"{len(numbers)} of 18 findings shown"


def test_the_arrow_keys_go_through_the_kinds(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.get_by_label("All", exact=True).focus()
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["D2", "D1", "D3"]


def test_a_label_whose_finding_is_filtered_out_brings_the_list_back(open_page: Opened) -> None:
    page = open_page(made.bridge())
    page.get_by_label("Wording 2", exact=True).check()
    page.locator(".first a.see[href='#f-D2']").click()
    assert seen(page, "#f-D2 .number")
    assert len(shown(page)) == 18


# ------------------------------------------------------------------- without script, on paper, at rest


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_everything_is_there_without_script(width: int, open_page: Opened) -> None:
    page = open_page(flood(), width=width, java_script_enabled=False)
    assert not page.locator("#filter").is_visible()
    assert not page.locator("#peek").is_visible()
    assert page.locator(".finding:visible").count() == page.locator(UNFOLDED).count() > 50
    assert page.locator(".line:visible").count() == sum(len(each.sentences) for each in flood().articles)
    page.locator("#f-S5 a.ref.b").first.click()
    target = page.locator(":target")
    assert target.get_attribute("class") == "line"
    box = target.bounding_box()
    assert box
    assert 0 < box["y"] < 900


def test_paper_has_the_texts_and_the_findings_and_nothing_to_press(open_page: Opened) -> None:
    page = open_page(flood())
    page.locator("#text-0 .run").first.click()
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.querySelector('.chip-word.conflict')).color"
    assert page.evaluate(colour) == "rgb(0, 0, 0)", "no white on a ground that is not printed"
    for selector in ("nav", "#filter", "#peek", ".skip"):
        assert not page.locator(selector).is_visible()
    assert page.locator(".finding:visible").count() == page.locator(UNFOLDED).count()
    assert page.evaluate(
        """[...document.querySelectorAll('.text, #findings, .desk')]
        .every(each => each.scrollHeight <= each.clientHeight + 8)"""
    ), "no column of the page is cut off"


def telling_less() -> Comparison:
    """Ten contrasts of the same two sentences, of which the last two tell less often."""
    bridge = made.bridge()
    first = next(f for f in bridge.findings if isinstance(f, FramingPair))
    ranks = (*range(90, 82, -1), 40, 30)
    devices = [Device.NAME] * 9 + [Device.CAUSE]
    pairs = [
        msgspec.structs.replace(
            first, id=f"fold-{n}", number=f"F{n}", rank=float(rank), device=device, concept=device.value
        )
        for n, (rank, device) in enumerate(zip(ranks, devices, strict=True), start=1)
    ]
    others = [f for f in bridge.findings if not isinstance(f, FramingPair)]
    return msgspec.structs.replace(bridge, findings=(*others, *pairs))


def test_wordings_that_tell_less_are_folded_and_the_keyboard_opens_them(open_page: Opened) -> None:
    page = open_page(telling_less())
    fold = page.locator(".fold")
    assert fold.locator("summary").inner_text() == "2 more wordings, which tell less often"
    assert fold.locator(".finding:visible").count() == 0
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert fold.locator(".number").all_inner_texts() == ["Words 9", "Words 10"]
    assert fold.locator(".finding:visible").count() == 2
    page.keyboard.press("Enter")
    assert fold.locator(".finding:visible").count() == 0
    # Neither a tab nor the texts have them.
    assert page.get_by_label("Wording 8", exact=True).count() == 1
    assert page.locator(".text [data-f~='f-F9']").count() == 0
    assert page.locator("#count").inner_text().split(" ")[0] == str(page.locator(UNFOLDED).count())


def test_a_search_and_the_choice_of_a_device_look_into_the_fold(open_page: Opened) -> None:
    page = open_page(telling_less())
    page.locator("select[name=device]").select_option(Device.CAUSE.value)
    assert shown(page) == ["F10"]
    assert page.locator("#count").inner_text().endswith(" findings shown, and 1 that tells less often")
    page.get_by_label("Discrepancies").check()
    assert not page.locator(".fold").is_visible()
    page.get_by_label("Wording 8", exact=True).check()
    assert not page.locator(".fold").evaluate("each => each.open")


def test_an_address_of_a_folded_row_opens_the_fold(open_page: Opened) -> None:
    assert seen(open_page(telling_less(), anchor="#f-F10"), "#f-F10")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_width_names_the_outlets_in_what_stays_on_top(width: int, open_page: Opened) -> None:
    page = open_page(flood(), width=width)
    for name in page.locator("nav .outlet-name").all():
        box = name.bounding_box()
        assert box
        assert box["width"] > 60


def test_nothing_moves_for_those_who_asked_for_that(open_page: Opened) -> None:
    page = open_page(made.bridge())
    moving = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(moving) == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) == "smooth"


def test_the_policy_stops_what_a_text_could_bring_in(open_page: Opened) -> None:
    page = open_page(made.bridge())
    failed: list[str | None] = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    page.evaluate(
        """() => { const each = document.createElement('img'); each.src = 'https://example.org/x.png';
        document.body.append(each); document.body.setAttribute('style', 'color: red') }"""
    )
    page.wait_for_function("document.images[0].complete")
    assert failed == ["csp"]
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    stopped = [each for each in open_page.complaints if "Content Security Policy" in each]
    assert len(stopped) == len(open_page.complaints) == 2
    open_page.complaints.clear()
    # What the policy stops is announced as a request too.
    open_page.requests = [url for url in open_page.requests if "example.org" not in url]


# ------------------------------------------------------------------------------------- three and more


def test_the_keyboard_leaves_the_facts_that_all_ticked_texts_tell(open_page: Opened) -> None:
    page = open_page(four())
    shown = page.locator("#matrix .fact:visible th")
    assert shown.all_inner_texts() == ["E1", "E2"]
    for label, left in (("C", ["E1"]), ("D", [])):
        page.locator("#outlets label", has_text=f"Text {label}").locator("input").focus()
        page.keyboard.press("Space")
        assert shown.all_inner_texts() == left
        assert page.locator("#facts-count").inner_text() == f"{len(left)} of 2 facts shown"
    assert violations(page) == []
    # A link to a row takes the filter away.
    page.evaluate("location.hash = '#f-E2'")
    page.wait_for_function("!document.getElementById('f-E2').hidden")
    assert shown.all_inner_texts() == ["E1", "E2"]


def test_the_heads_of_the_columns_stay_where_the_table_is_scrolled(open_page: Opened) -> None:
    page = open_page(four())
    page.evaluate("document.querySelector('.together .wide').style.maxHeight = '120px'")
    page.evaluate("document.querySelector('.together .wide').scrollTop = 200")
    gap = page.evaluate(
        "document.querySelector('#matrix thead th').getBoundingClientRect().top"
        " - document.querySelector('.together .wide').getBoundingClientRect().top"
    )
    assert -1 <= gap <= 3
