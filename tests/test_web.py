"""The HTML edition as text: whose tags, exact quotations, what the page may do, and a reviewer's words."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import made
import msgspec
import pytest
from hypothesis import given, settings
from test_wording import refused

from compare.model import Claim, Comparison, Review, SharedFact
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.render.documents import documents
from compare.render.layout import Layout
from compare.render.parts.references import register
from compare.render.web import galleys, web

VOID = {"meta", "br", "input", "rect"}


class Parsed(HTMLParser):
    """What the tests ask of a page: tags, attributes, headings, quotations, the words of each sentence."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.quoted: list[str] = []
        self.lines: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(markup)
        assert self._open == [], "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes.update(given)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag in ("q", "blockquote"):
            self.quoted.append("")
        name = given.get("class") or ""
        if name == "line":
            self.lines[given["id"] or ""] = ""
        if tag not in VOID:
            self._open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag, "tags are closed in order"

    def handle_data(self, data: str) -> None:
        if {"q", "blockquote"} & {tag for tag, _ in self._open}:
            self.quoted[-1] += data
        names = {name for _, name in self._open}
        if "line" in names and not {"n", "chips"} & names:
            self.lines[next(reversed(self.lines))] += data


def cleaned(words: str) -> str:
    """Words as HTML carries them: without what it cannot hold, and without break points."""
    return printable(words).replace(ZERO_WIDTH_SPACE, "").replace("\r\n", "\n").replace("\r", "\n")


# ------------------------------------------------------------------------------ laws, for any comparison


@settings(max_examples=40)
@given(made.comparisons())
def test_every_quotation_is_exact_and_every_link_has_its_target(comparison: Comparison) -> None:
    texts = [cleaned(article.text) for article in comparison.articles]
    page = Parsed(web(comparison))
    for quotation in page.quoted:
        words = quotation.replace(ZERO_WIDTH_SPACE, "")
        assert any(words in text for text in texts), words
    assert sorted(page.ids) == sorted(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


@settings(max_examples=40)
@given(made.comparisons())
def test_the_tags_are_the_templates_whatever_the_texts_say(comparison: Comparison) -> None:
    page = Parsed(web(comparison))
    # The same comparison of texts that have none of the characters that HTML is made of.
    plain = msgspec.json.encode(comparison).translate(bytes.maketrans(b"<>&", b"***"))
    assert Counter(page.tags) == Counter(Parsed(web(msgspec.json.decode(plain, type=Comparison))).tags)
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert {name for name in page.attributes if name == "style" or name.startswith("on")} == set()
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(page.levels))


@settings(max_examples=40)
@given(made.comparisons())
def test_both_texts_stand_there_sentence_by_sentence(comparison: Comparison) -> None:
    page = Parsed(web(comparison))
    for side, article in enumerate(comparison.articles):
        for number, sentence in enumerate(article.sentences, 1):
            shown = page.lines[f"s{side}-{number}"].replace(ZERO_WIDTH_SPACE, "")
            words = cleaned(article.text[sentence.start : sentence.end])
            assert shown.removeprefix("\u00a0") == words


@settings(max_examples=40)
@given(made.comparisons())
def test_the_runs_of_a_sentence_are_the_sentence(comparison: Comparison) -> None:
    for article, galley in zip(
        comparison.articles, galleys(comparison, register(comparison, full_texts=True)), strict=True
    ):
        lines = {line.name: line for stretch in galley.stretches for line in stretch.lines}
        for sentence in article.sentences:
            runs = lines[sentence.id].runs
            assert "".join(run.text for run in runs) == article.text[sentence.start : sentence.end]
            assert all(run.text for run in runs)


@settings(max_examples=20)
@given(made.comparisons())
def test_the_policy_names_the_style_and_the_script_that_are_there(comparison: Comparison) -> None:
    markup = web(comparison)
    policy = html.unescape(re.findall('Content-Security-Policy" content="([^"]+)"', markup)[0])
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", markup, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert allowed.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert allowed == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_equal_comparisons_give_equal_bytes_through_the_front_door() -> None:
    first, second = (documents(made.bridge(), format="html", layout=Layout()) for _ in range(2))
    assert first == second
    assert first[0].startswith(b'<!DOCTYPE html>\n<html lang="en">')


def test_nothing_in_the_page_names_another_place() -> None:
    markup = web(made.bridge())
    assert re.findall(r"https?:|//[a-z]|url\(|@import|@font-face|\bsrc=|<link", markup) == []


# ------------------------------------------------------------------------------------------- its parts


def test_overlapping_findings_cut_a_sentence_into_runs() -> None:
    a, _ = galleys(bridge := made.bridge(), register(bridge, full_texts=True))
    runs = a.stretches[0].lines[0].runs
    assert [(run.text, run.findings, run.marks) for run in runs] == [
        ("The ", ("f-S1",), ("close",)),
        ("old harbour bridge", ("f-S1", "f-F2"), ("close", "frame")),
        (" was ", ("f-S1",), ("close",)),
        ("shut to lorries", ("f-S1", "f-D2", "f-T1"), ("close", "value", "question")),
        (" on Monday", ("f-S1", "f-T1"), ("close", "question")),
        (", ", ("f-S1",), ("close",)),
        ("the city council said", ("f-S1", "f-D3"), ("close", "value")),
        (".", ("f-S1",), ("close",)),
    ]


def test_what_was_set_aside_is_kept_apart_at_head_and_end() -> None:
    a, _ = galleys(bridge := made.bridge(), register(bridge, full_texts=True))
    assert a.head == (("headline", "Cracks shut the harbour bridge to lorries"),)
    assert a.tail == (("comments line", "Leave a comment"),)
    assert [len(stretch.lines) for stretch in a.stretches] == [2, 2]


@pytest.mark.parametrize(
    ("number", "place"),
    [("S1", 'id="f-S1"'), ("P1", 'id="f-S1"'), ("A1", 'id="f-A1"'), ("D2", 'id="f-D2"'), ("F1", 'id="f-F1"'),
     ("CB1", 'id="f-CB1"'), ("T1", 'id="f-T1"'), ("Q2", 'id="speakers"')],
)  # fmt: skip
def test_a_reviewers_comment_stands_beside_its_finding_as_the_reviewers_words(
    number: str, place: str
) -> None:
    bridge = made.bridge()
    said = Review(comment="Ask <b>both</b> desks")
    findings = tuple(
        msgspec.structs.replace(f, review=said) if f.number == number else f for f in bridge.findings
    )
    markup = web(msgspec.structs.replace(bridge, findings=findings))
    words = "<b>Reviewer:</b> Ask &lt;b&gt;both&lt;/b&gt; desks</p>"
    assert markup.count(words) == 1
    entry = markup[markup.index(place) :]
    assert words in entry[: entry.index("</section>" if number == "Q2" else "</li>")]


def test_without_a_review_there_is_no_reviewer() -> None:
    assert "Reviewer" not in web(made.bridge()).partition("</style>")[2]


def test_every_finding_is_in_the_list_with_its_kind() -> None:
    bridge = made.bridge()
    listed = dict(re.findall(r'<li class="finding" id="f-(\w+)" data-kind="(\w+)"', web(bridge)))
    assert listed == {
        **dict.fromkeys(("S1", "S2"), "shared"),
        **dict.fromkeys(("A1", "A2", "B1", "B2", "B3"), "only"),
        **dict.fromkeys(("D1", "D2", "D3"), "differ"),
        **dict.fromkeys(("F1", "F2"), "framing"),
        **{"CB1": "wording", "T1": "question", "L3": "perhaps"},
    }


def test_the_kinds_of_the_filter_say_how_many_there_are() -> None:
    bridge = made.bridge()
    shown = re.findall(r'name="kind" value="(\w+)"><span>[\w ]+ <b>(\d+)</b>', web(bridge))
    listed = Counter(re.findall(r'class="finding"[^>]* data-kind="(\w+)"', web(bridge)))
    assert {kind: int(number) for kind, number in shown} == listed
    assert sum(isinstance(f, SharedFact) for f in bridge.findings) == listed["shared"]
    assert sum(isinstance(f, Claim) for f in bridge.findings) == listed["only"]


def test_words_of_the_headline_light_up_where_the_headline_is_a_stretch_of_the_file() -> None:
    bridge = made.bridge()
    a, b = bridge.articles
    shut = made.span(a, "Cracks shut")
    pair = msgspec.structs.replace(
        next(f for f in bridge.findings if f.number == "F2"),
        spans=(shut, made.span(b, "harbour bridge")),
        sentences=("A0", "B3"),
    )
    findings = tuple(pair if f.number == "F2" else f for f in bridge.findings)
    markup = web(msgspec.structs.replace(bridge, findings=findings))
    assert (
        '<span class="run frame" data-f="f-F2">Cracks shut</span> the harbour bridge to lorries</h3>'
        in markup
    )
    assert 'in the headline:<span class="chips"> <a class="chip k-framing" href="#f-F2"' in markup
    assert "no headline" not in markup.lower().partition("text-1")[0].partition("text-0")[2]


def test_the_page_of_texts_without_them_says_no_refused_word() -> None:
    assert refused(web(made.bridge())) == []
