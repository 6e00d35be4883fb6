"""Which contrasts of wording a reader, an editor and a class get to see."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import made
import pytest
from msgspec.structs import replace

from compare.check.remarks import remarks
from compare.kinds import Concern
from compare.model import Article, Comparison, Decision, Device, FramingPair, Review, Voice
from compare.pipeline import compare_articles
from compare.read import read_article
from compare.render.documents import documents
from compare.render.layout import Layout
from compare.render.lesson.material import MOST_WORDS, material
from compare.render.plain.text import text
from compare.render.report import html
from compare.render.web import web
from compare.telling import ALWAYS, LAID_TOGETHER, MOST_CONTRASTS, as_told, counted, folded, telling

SOURCES = Path(__file__).parent.parent / "sources"
ONE, OTHER, THIRD = (
    made.article(
        label,
        [[f"The {adjective} ferry number {n} came into the {place} harbour late." for n in range(1, 15)]],
        outlet=f"Outlet {label}",
    )
    for label, adjective, place in (("A", "old", "inner"), ("B", "battered", "main"), ("C", "small", "outer"))
)


def row(n: int, device: Device = Device.NAME, **others: object) -> FramingPair:
    """Return a contrast of the nth sentences of the first two texts."""
    return made.framing_pair(
        (ONE, f"The old ferry number {n} came"),
        (OTHER, f"The battered ferry number {n} came"),
        f"F{n}",
        device=device,
        **{"rule": LAID_TOGETHER, "target": "", **others},
    )


ROWS = (
    row(1, rank=98.0, rule="same-slot", target="the ferry"),
    row(2, Device.LEAD, rank=100.0),
    row(3, Device.HEADLINE, rank=100.0),
    *(row(n, rank=100.0 - 3 * n) for n in range(4, 13)),
    row(13, Device.CLOSE, rank=100.0),
)
LINKS = tuple(
    made.link(
        (ONE, f"The old ferry number {n} came into the inner harbour late."),
        (OTHER, f"The battered ferry number {n} came into the main harbour late."),
    )
    for n in range(1, 14)
)


def comparison(*found: FramingPair, articles: tuple[Article, ...] = (ONE, OTHER)) -> Comparison:
    return made.comparison(articles, links=LINKS, findings=found or ROWS)


# -------------------------------------------------------------------------------------- what is shown


def test_headline_lead_and_close_come_first_and_eight_others_in_the_order_of_their_rank() -> None:
    assert [pair.number for pair in telling(ROWS)] == (
        ["F2", "F3", "F13", "F1"] + [f"F{n}" for n in range(4, 11)]
    )


def test_what_a_person_has_looked_at_is_shown_whatever_its_rank() -> None:
    seen = replace(ROWS[-2], review=Review(decision=Decision.ACCEPTED, comment="We meant it."))
    assert ROWS[-2] not in telling(ROWS)
    assert telling((*ROWS[:-2], seen, ROWS[-1]))[-1] == seen


def test_every_two_texts_have_eight_of_their_own() -> None:
    others = [
        made.framing_pair(
            (ONE, f"The old ferry number {n} came"),
            (THIRD, f"The small ferry number {n} came"),
            f"F{20 + n}",
            rank=60.0 + n,
            rule=LAID_TOGETHER,
        )
        for n in range(1, 12)
    ]
    shown = [pair.number for pair in telling((*ROWS, *others))]
    assert len(shown) == 3 + 2 * MOST_CONTRASTS
    assert shown[-MOST_CONTRASTS:] == [f"F{20 + n}" for n in range(11, 3, -1)]


@pytest.mark.parametrize(
    ("ranks", "shown"),
    [((70.0, 60.0, 55.0, 50.0, 49.0), 3), ((70.0, 50.0, 49.0), 2), ((50.0, 49.0, 48.0), 2), ((50.0,), 1)],
)
def test_rows_that_seldom_tell_are_shown_only_to_make_two(ranks: tuple[float, ...], shown: int) -> None:
    pairs = [replace(row(n), rank=rank) for n, rank in enumerate(ranks, start=4)]
    assert list(telling(pairs)) == pairs[:shown]


def test_other_findings_stay_where_they_are() -> None:
    whole = made.bridge()
    assert as_told(whole) is whole
    first, second = (f for f in whole.findings if isinstance(f, FramingPair))
    turned = as_told(
        replace(
            whole,
            findings=tuple(
                replace(f, rank=10.0) if f == first else replace(f, rank=20.0) if f == second else f
                for f in whole.findings
            ),
        )
    )
    assert [f.number for f in turned.findings] == [
        {"F1": "F2", "F2": "F1"}.get(f.number, f.number) for f in whole.findings
    ]


def test_a_count_leaves_out_what_every_two_texts_have() -> None:
    assert len(counted(comparison())) == MOST_CONTRASTS
    assert not any(f.device in ALWAYS for f in counted(comparison()) if isinstance(f, FramingPair))


# ------------------------------------------------------------------------------------------ its formats

SHOWN = [pair.number for pair in telling(ROWS)]


def written(format: str) -> str:
    return documents(comparison(), format=format, layout=Layout())[0].decode("utf-8-sig")


def test_the_table_has_the_rows_that_are_told() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
    assert [each["number"] for each in rows] == SHOWN


def test_markdown_has_the_rows_that_are_told_and_says_what_each_is() -> None:
    found = re.findall(r"^- \*\*(F\d+)\*\* (\w+)", written("markdown"), re.MULTILINE)
    assert [number for number, _ in found] == SHOWN
    assert dict(found)["F4"] == "closing"


def test_the_terminal_has_the_rows_that_are_told_and_counts_those_that_were_found() -> None:
    said = written("text")
    assert "How each words it: 8 contrasts of wording\n" in said
    assert re.findall(r"^  (F\d+)  ", said, re.MULTILINE) == SHOWN
    assert "  F1  the ferry\n" in said
    assert "  F4  closing\n" in said
    assert text(comparison()) == said


def test_the_json_has_every_row() -> None:
    assert all(f'"number": "{pair.number}"' in written("json") for pair in ROWS)


def test_every_label_of_the_html_edition_leads_to_a_row_that_is_there() -> None:
    page = written("html")
    assert {*re.findall(r'href="#(f-[^"]+)"', page)} <= {*re.findall(r'id="(f-[^"]+)"', page)}
    assert 'id="f-F10"' in page
    assert 'href="#f-F12"' not in page


def test_a_headline_lead_or_close_marks_no_words_of_the_texts() -> None:
    def marked(pair: FramingPair) -> list[str]:
        return re.findall(r'class="run [^"]*\bframe\b[^"]*" data-f="([^"]*)"', web(comparison(pair)))

    for device in sorted(ALWAYS):
        assert marked(row(5, device)) == []
    assert len(marked(row(5))) == 2


# --------------------------------------------------------------------------------------------- a draft


def noted(*found: FramingPair, links: bool = True) -> list[str]:
    whole = comparison(*found)
    whole = whole if links else replace(whole, links=())
    return [r.number for r in remarks(whole) if r.kind == Concern.FRAMING]


def test_an_editor_sees_the_listed_contrasts_and_the_three_best_others() -> None:
    assert noted(*ROWS) == ["F1", "F4", "F5", "F6"]


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(row(4, rank=69.9), id="it tells little"),
        pytest.param(row(4, Device.LEAD, rank=100.0), id="how the texts begin"),
        pytest.param(row(4, rank=99.0, voices=(Voice.OUTLET, Voice.NAMED_SOURCE)), id="a source speaks"),
    ],
)
def test_some_contrasts_are_no_remark(pair: FramingPair) -> None:
    assert noted(pair) == []
    assert noted(replace(pair, rule="same-slot")) == ["F4"]


def test_a_contrast_in_passages_that_may_tell_two_things_is_no_remark() -> None:
    assert noted(row(4, rank=99.0)) == ["F4"]
    assert noted(row(4, rank=99.0), links=False) == []


# --------------------------------------------------------------------------------------------- a class


def taught(*found: FramingPair) -> list[str]:
    return [f.number for f in material(comparison(*found)).wordings]


def test_a_class_gets_short_contrasts_the_best_first_and_no_headline_lead_or_close() -> None:
    assert taught(*ROWS) == ["F1", *(f"F{n}" for n in range(4, 13))]


def test_a_long_contrast_is_no_line_of_a_task() -> None:
    words = "The old ferry number 4 came into the inner harbour late. The old ferry"
    assert len(words.split()) > MOST_WORDS
    long = replace(row(4), spans=(made.span(ONE, words), row(4).spans[1]))
    assert taught(long, row(5)) == ["F5"]


def test_a_contrast_of_passages_without_a_sure_link_is_not_taught() -> None:
    assert [f.number for f in material(replace(comparison(row(4)), links=())).wordings] == []


def test_a_headline_or_close_is_no_disagreement() -> None:
    found = material(comparison(row(3, Device.CLOSE, opposite=True), row(5, Device.DIRECTION, opposite=True)))
    assert [f.number for f in found.differences] == ["F5"]


@pytest.mark.parametrize("edition", ["csv", "markdown", "text"])
def test_every_format_shows_the_same_rows_of_a_sample(edition: str) -> None:
    files = sorted((SOURCES / "flood").glob("*.md"))
    whole = compare_articles([read_article(f, label=label)[0] for f, label in zip(files, "AB", strict=True)])
    page = documents(whole, format=edition, layout=Layout())[0].decode()
    numbers = set(re.findall(r"\bF\d+\b", page))
    assert numbers == {pair.number for pair in telling(whole.findings)}
    assert len(numbers) > 3


def test_the_report_and_the_html_edition_leave_out_the_same_rows_whoever_calls_them() -> None:
    seen, _, fold = web(comparison()).partition('<details class="fold">')
    for page in (html(comparison()), seen):
        assert re.findall(r'id="f-(F\d+)"', page) == SHOWN
    assert re.findall(r'id="f-(F\d+)"', fold) == ["F11", "F12"]
    assert [pair.number for pair in folded(comparison())] == ["F11", "F12"]


def test_telling_what_is_told_changes_nothing() -> None:
    once = as_told(comparison())
    assert as_told(once) is once
