"""Passages, names and remarks of any length within the limits: every edition is made, its words on paper."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache

import made
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.limits import MAX_NAME, MAX_SENTENCE
from compare.model import Comparison, Decision, FurnitureKind, Review, Tier
from compare.render.documents import documents
from compare.render.layout import Edition, Layout, Level, Paper

WORDS = (
    "harbour council report bridge water mayor minister budget storm river police court ledger fund".split()
)
LAYOUTS = {
    "a4": Layout(),
    "letter": Layout(paper=Paper.LETTER),
    "large": Layout(large_print=True),
    "memo": Layout(edition=Edition.EDITOR),
    "large memo": Layout(edition=Edition.EDITOR, large_print=True),
    **{f"handout, {level}": Layout(edition=Edition.CLASSROOM, level=level) for level in Level},
    "large handout": Layout(edition=Edition.CLASSROOM, large_print=True),
}


def sentence(length: int, seed: int) -> str:
    """Return a sentence of so many characters, the last a full stop."""
    text, place = "The", seed
    while len(text) < length - 1:
        # Steps without a common factor with the number of words: no two seeds give one text.
        place = place * 5 + seed + 3
        text += f" {WORDS[place % 1009 % len(WORDS)]}"
    return text[: length - 1].rstrip() + "."


def word(length: int, seed: int) -> str:
    """Return one word of so many letters."""
    return "abcdefgh"[seed % 8] * (length - 1) + "."


def linked(
    lengths: Sequence[int], *, second: float = 1.0, of: Callable[[int, int], str] = sentence
) -> Comparison:
    """Return a comparison of texts that share passages of these lengths; B's are `second` times as long."""
    said = [of(length, seed) for seed, length in enumerate(lengths)]
    told = [of(max(60, int(length * second)), seed)[:-1] + "!" for seed, length in enumerate(lengths)]
    a, b = made.article("A", [[words] for words in said]), made.article("B", [[words] for words in told])
    links = [made.link((a, one), (b, other)) for one, other in zip(said, told, strict=True)]
    return made.comparison(
        [a, b], links=links, findings=[made.fact(each, f"S{i}") for i, each in enumerate(links, 1)]
    )


@cache
def everything(length: int, *, name: int = 40, remark: int = 0) -> Comparison:
    """Return a comparison with each kind of row, everything that it quotes of that length."""
    said = [sentence(length, seed) for seed in range(3)]
    told = [sentence(length, seed + 10) for seed in range(3)]
    a, b = (
        made.article(
            label,
            [[words] for words in text],
            title=sentence(name, 21),
            outlet=sentence(name, 22),
            byline=sentence(name, 23),
            before=[(FurnitureKind.HEADLINE, sentence(length, 24))],
        )
        for label, text in (("A", said), ("B", told))
    )
    links = [made.link((a, said[i]), (b, told[i]), why=sentence(min(length, 900), 25)) for i in range(2)]
    links.append(made.link((a, said[2]), (b, told[2]), tier=Tier.PERHAPS))
    facts = [made.fact(link, f"S{i}") for i, link in enumerate(links[:2], 1)]
    why = sentence(length, 26)
    findings = [
        *facts,
        *(made.placement(fact, (a, b)) for fact in facts),
        *(made.discrepancy(links[i], f"D{i + 1}", (a, said[i]), (b, told[i]), why=why) for i in range(2)),
        *(made.framing_pair((a, said[i]), (b, told[i]), f"F{i + 1}", alternatives=(why,)) for i in range(2)),
        *(made.cue(a, said[i], f"W{i + 1}") for i in range(2)),
        *(made.claim(a, said[i], f"UA{i + 1}") for i in range(3)),
        *(made.claim(b, told[i], f"UB{i + 1}") for i in range(3)),
        made.tension(a, said[0], said[1], "T1"),
        *(made.attribution(a, said[i], sentence(name, i), f"Q{i + 1}") for i in range(2)),
    ]
    if remark:
        review = Review(decision=Decision.ACCEPTED, comment=sentence(remark, 27))
        findings = [replace(finding, review=review) for finding in findings]
    return made.comparison([a, b], links=links, findings=findings)


def printed(pages: bytes) -> tuple[str, list[str]]:
    """Return the letters of a PDF without spaces, and the words that do not stand on a page as a whole."""
    letters, off = "", []
    document = pdfium.PdfDocument(pages)
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage()
        letters += "".join(words.get_text_range().split())
        for place in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(place)
            if left < 0 or bottom < 0 or right > width or top > height:
                off.append(words.get_text_bounded(left, bottom, right, top))
    document.close()
    return letters, off


# Each of these stopped the press: rows that stay together and are taller than a page together.
STOPPED = [
    ((80, 3378), 1.0, "letter"),
    ((200, 200, 1200, 1200), 0.05, "a4"),
    ((80, 1946, 400), 1.0, "letter"),
]


@pytest.mark.parametrize(("lengths", "second", "layout"), STOPPED)
def test_long_passages_are_printed_whole(lengths: tuple[int, ...], second: float, layout: str) -> None:
    compared = linked(lengths, second=second)
    (pages,) = documents(compared, format="pdf", layout=bare(LAYOUTS[layout]))
    letters, off = printed(pages)
    for each in compared.articles[0].sentences:
        # A page's end may come in the middle: its first and its last words are there.
        passage = "".join(compared.articles[0].text[each.start : each.end].split())
        assert passage[:25] in letters
        assert passage[-15:] in letters
    assert off == []


def bare(layout: Layout) -> Layout:
    """Return the layout without the full texts, so that only the linked passages can hold the words."""
    return dataclasses.replace(layout, full_texts=False)


# Letter is among the cases above, and the sweep below takes all.
@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in ("letter", "handout, core")])
def test_every_edition_is_made_of_long_passages(layout: str) -> None:
    # In columns the marks of long passages are slow to set; the cases above are of that kind.
    length = 700 if layout == "a4" else 1_300
    for pages in documents(everything(length), format="pdf", layout=bare(LAYOUTS[layout])):
        assert pages.startswith(b"%PDF-")
        assert printed(pages)[1] == []


@pytest.mark.parametrize("format", ["html", "markdown", "text", "csv", "json"])
def test_every_format_holds_long_passages(format: str) -> None:
    compared = everything(MAX_SENTENCE, name=MAX_NAME)
    (written,) = documents(compared, format=format, layout=Layout())
    assert compared.articles[0].title is not None
    assert compared.articles[0].title.split()[-1].encode() in written


def test_one_word_of_the_greatest_length_stays_on_the_page() -> None:
    (pages,) = documents(linked([MAX_SENTENCE], of=word), format="pdf", layout=bare(Layout()))
    assert printed(pages)[1] == []


def test_names_of_the_greatest_length_stay_on_the_page() -> None:
    (pages,) = documents(everything(60, name=MAX_NAME), format="pdf", layout=Layout())
    assert printed(pages)[1] == []


def test_rows_that_stay_together_and_fit_on_no_page_are_parted() -> None:
    """Remarks are a reviewer's own, so that no style sheet knows their length."""
    compared = linked([40, 40, 40])
    review = Review(decision=Decision.ACCEPTED, comment=sentence(5_000, 1))
    remarked = replace(compared, findings=tuple(replace(f, review=review) for f in compared.findings))
    (pages,) = documents(remarked, format="pdf", layout=bare(Layout()))
    assert printed(pages)[1] == []


SWEEP = st.lists(st.integers(60, MAX_SENTENCE) | st.sampled_from([80, 400, 1_200]), min_size=1, max_size=5)


@pytest.mark.skipif(settings.default.max_examples < 500, reason="a sweep: --hypothesis-profile=thorough")
@given(SWEEP, st.sampled_from([1.0, 0.5, 0.05]), st.sampled_from(sorted(LAYOUTS)))
def test_passages_of_any_length_are_printed(lengths: list[int], second: float, layout: str) -> None:
    for pages in documents(linked(lengths, second=second), format="pdf", layout=LAYOUTS[layout]):
        assert printed(pages)[1] == []
