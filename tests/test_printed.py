"""PDFs as they are typeset: hyphens at line ends, narrow columns, footnotes."""

from __future__ import annotations

import html
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.read.formats.printed import read_pdf
from compare.read.formats.typeset import Usage, joined

NOTHING = Usage(words=frozenset(), hard=False)
FIRST = (
    "The long-delayed report on the old harbour wall at Stellmouth says that a well-known surveyor warned "
    "the cash-strapped council of a high-risk breach in a 14-page memo, and that the then-leader, an "
    "ex-minister of the 19-member cabinet, left it unread for two-and-a-half years."
)
SECOND = (
    "Engineers measured the foundations through the summer and brought up three anchors, one of them "
    "mediaeval, before the equipment was taken away; more than 2,300 residents signed the petition."
)
THIRD = (
    "The department announced that an independent investigation would begin in September, and that the "
    "temporary barriers along the promenade would remain until the repairs had been completed."
)


@cache
def printed(style: str, *, body: str = "", times: int = 1) -> str:
    """What is read of a PDF with these paragraphs, without its heading."""
    import weasyprint

    text = body or "".join(f"<p>{html.escape(each)}</p>" for each in (FIRST, SECOND, THIRD) * times)
    source = f"<html lang=en><style>@page{{size:A4;margin:2cm}}body{{font:10pt serif}}{style}</style>"
    data = weasyprint.HTML(string=f"{source}<h1>The wall</h1>{text}").write_pdf()
    return read_pdf(data).text.removeprefix("# The wall\n\n").removesuffix("\n")


# ------------------------------------------------------------------------------------- hyphens at line ends


@pytest.mark.parametrize(
    "word",
    """a 27-|year-old, a 12-|day visit, 2012-|13, 10-|15, in Sixty-|five, Anglo-|French, US-|backed,
    X-|ray, G-|7, six-|month, two-|thirds, twenty-|one, four-|legged, half-|hour, ex-|minister,
    vice-|president, then-|mayor, self-|defence, non-|violent, co-|operate, re-|election,
    anti-|government, pre-|trial, mid-|July, pro-|European, post-|election, multi-|million,
    cross-|border, well-|known, high-|speed, far-|right, long-|term, tax-|free, drug-|related,
    state-|run, child-|friendly, day-to-|day, up-to-|date, state-of-|the-art, out-|of-court,
    mother-in-|law, three-and-|a-half, in-|depth, off-|duty, at Stellmouth-|based,
    editor-|in-chief, D.C.-|area, week-|long, war-|torn, by-|election, so-|called""".split(","),
)
def test_a_hyphen_of_the_word_is_kept(word: str) -> None:
    before, after = word.strip().split("|")
    assert joined(f"He saw {before}", f"{after} here", NOTHING) == f"He saw {before}{after} here"


@pytest.mark.parametrize(
    "word",
    """engi-|neer, gov-|ernment, par-|liament, com-|munity, pass-|ing, work-|ers, six-|teen, nine-|ty,
    ten-|der, eight-|een, self-|ish, non-|sense, ex-|pert, ex-|press, co-|median, re-|gional,
    anti-|body, pro-|duce, mid-|night, post-|pone, all-|ege, be-|come, to-|day, with-|out,
    an-|other, some-|one, under-|funded, over-|crowded, in-|form, flood-|water, law-|makers,
    smart-|phone, spokes-|woman, lock-|down, fire-|fighters, home-|land, head-|line,
    child-|like, every-|thing, offi-|cials, evacu-|ated, Stell-|mouth, Mc-|Donald, long-stand-|ing, coun-|ter,
    region-|ally, car-|bon, dead-|line, thous-|and, mot-|to, for-|mer""".split(","),
)
def test_a_hyphen_of_typesetting_goes(word: str) -> None:
    before, after = word.strip().split("|")
    assert joined(f"He saw {before}", f"{after} here", NOTHING) == f"He saw {before[:-1]}{after} here"


@pytest.mark.parametrize(
    ("above", "line", "right"),
    [
        ("both two-", "and three-storey houses", "both two- and three-storey houses"),
        ("from mid-", "to late June", "from mid- to late June"),
        ("from 2012–", "13 on", "from 2012–13 on"),
        ("the wall—", "which fell", "the wall—which fell"),
        ("the wall", "—which fell", "the wall—which fell"),
        ("the wall –", "which fell", "the wall – which fell"),
        ("engi\u00ad", "neers", "engineers"),
        ("engi\u2010", "neers", "engineers"),
        ("a 12\u2010", "day visit", "a 12-day visit"),
    ],
)
def test_other_line_ends(above: str, line: str, right: str) -> None:
    assert joined(above, line, NOTHING) == right


def test_the_texts_own_use_goes_before_the_dictionary() -> None:
    usage = Usage.of(
        ["Her co-worker and the floodwall, the flood-gate", "and the coworkers of Hart-", "well"]
    )
    assert joined("the flood-", "wall", usage) == "the floodwall"
    assert joined("the flood-", "gate", usage) == "the flood-gate"
    assert joined("her co-", "worker", usage) == "her co-worker"
    assert "hart" not in usage.words


def test_a_file_that_cuts_with_another_sign_has_hyphens_of_its_own() -> None:
    cut = Usage.of(["the engi\u2010", "neer saw the regi-", "on"])
    assert joined("the flood-", "water", cut) == "the flood-water"
    assert joined("the high\u2010", "speed", cut) == "the highspeed"
    own = Usage.of(["the engi\u2010", "neer saw the high\u2010speed train"])
    assert joined("the flood-", "water", own) == "the floodwater"


@given(st.text("ab-–— .\u2010\u00ad1A", min_size=1), st.text("ab-–— .1A", min_size=1))
def test_joining_loses_no_letter(above: str, line: str) -> None:
    def letters(text: str) -> str:
        return "".join(filter(str.isalnum, text))

    assert letters(joined(above, line, NOTHING)) == letters(above + line)


# ----------------------------------------------------------------------------------------- pages and columns

WHOLE = "\n\n".join((FIRST, SECOND, THIRD))


@pytest.mark.parametrize(
    "style",
    [
        "body{width:5cm}",
        "body{width:5cm;hyphens:auto}",
        "body{width:5cm;hyphens:auto;hyphenate-character:'-'}",
        "body{width:4.4cm;hyphens:auto;hyphenate-character:'-';text-align:justify}",
        "body{width:5cm;hyphens:auto}p{margin:0;text-indent:1em}",
        "body{width:12cm;hyphens:auto;hyphenate-character:'-'}",
    ],
)
def test_narrow_columns_are_read_whole(style: str) -> None:
    assert printed(style) == WHOLE


@pytest.mark.parametrize("sign", ["-", "‐"])
def test_three_columns_are_one_text(sign: str) -> None:
    style = f"body{{column-count:3;column-gap:6mm;hyphens:auto;hyphenate-character:'{sign}'}}"
    style += "h1{column-span:all}"
    assert printed(style, times=3) == "\n\n".join([WHOLE] * 3)


def test_a_short_line_that_was_broken_by_hand_ends_a_paragraph() -> None:
    body = f"<p>By Jane Doe</p><p>Stellmouth</p><p>{FIRST}</p>".replace("<p>", "<p style='margin:0'>")
    assert printed("body{width:12cm}", body=body) == f"By Jane Doe\n\nStellmouth\n\n{FIRST}"


# ------------------------------------------------------------------------------------------------- footnotes

NOTED = "<p>The wall fell at dawn.<sup>1</sup> Divers came, she said,<sup>2</sup> and left.</p>"
FOOT = "<div style='position:fixed;bottom:0;font-size:{size}pt'>{notes}</div>"
NOTES = "<p>{0}Police put the time at six, and the coast guard at seven.</p><p>{1}In a letter.</p>"


@pytest.mark.parametrize("size", [8, 10])
@pytest.mark.parametrize("marks", ["1. |2. ", "<sup>1</sup> |<sup>2</sup> ", "1 |2 ", "[1] |[2] "])
def test_footnotes_are_left_out_and_their_figures(size: int, marks: str) -> None:
    import weasyprint

    foot = FOOT.format(size=size, notes=NOTES.format(*marks.split("|")))
    source = f"<style>@page{{size:A5;margin:2cm}}</style>{NOTED}<p>{SECOND}</p>{foot}"
    taken = read_pdf(weasyprint.HTML(string=source).write_pdf())
    assert taken.text == f"The wall fell at dawn. Divers came, she said, and left.\n\n{SECOND}\n"
    assert taken.note == "2 footnotes left out"


@pytest.mark.parametrize(
    ("body", "right"),
    [
        (
            "<p>The site has 12 km<sup>2</sup> of land and 5<sup>th</sup> place.",
            "12 km2 of land and 5th place.",
        ),
        ("<p>It was 10<sup>9</sup> units, she said.", "The site has 10"),
        ("<p>1. Police put the time at six.</p><p>2. Nobody was hurt.", "1. Police put the time at six."),
        ("<p>Sales rose by 3.14 per cent in vol.2 of the report.", "3.14 per cent in vol.2 of the report."),
        ("<p>Version No.1 was lost.", "No.1 was lost."),
    ],
)
def test_other_figures_stay(body: str, right: str) -> None:
    text = printed("", body=f"{body}</p><p>{SECOND}</p>")
    assert right.replace("The site has 10", "It was 109 units") in text
    assert text.endswith(SECOND)


@pytest.mark.parametrize(
    "last",
    [
        "<p>Only<br>1 in ten of the houses behind the wall is insured.",
        "<p>Steps follow.</p><p>1. Measure it.</p><p>2. Mend it.</p><p>3. Paint it.",
    ],
)
def test_a_line_that_begins_with_the_same_figure_is_no_footnote(last: str) -> None:
    body = "<p>The wall fell.<sup>1</sup></p><p>Divers came.<sup>3</sup></p>" + last
    assert printed("p{margin:0 0 8pt}", body=body).replace("\n\n", " ").endswith(("insured.", "Paint it."))


def test_a_figure_behind_the_stop_at_the_size_of_the_text_goes_too() -> None:
    assert printed("", body=f"<p>The wall fell at dawn.3 Divers came.</p><p>{SECOND}</p>").startswith(
        "The wall fell at dawn. Divers came."
    )
