"""What must hold for any two texts with quotations, dates and names that are nearly the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_laws import article

from compare.model import Discrepancy
from compare.pipeline import compare_articles

WORDS = (
    "the mill ferry will reopen before spring harvest fair because nobody has paid for it and we never said "
    "that no one can close US United States twice"
).split()
MARKS = ("“”", '""', "‘’", "«»", "„“", '“"')
PEOPLE = ("Jo Marr", "Ann Orr", "Mayor Dan Orrwick", "Mayor Daniel Orrwick", "she", "the mayor")
TIMES = ("on Monday", "on Friday", "in May", "in July 2020", "in 2020", "last week", "in Arabic")
FORMS = (
    "{0}{2},{1} {3} said {4}.",
    "{3} told us {4}: {0}{2}.{1}",
    "{3} said it was {0}{2}{1} {4}.",
    "{0}{2}.\n\n{0}We know.{1} {3} left {4}.",
)
NAMED = (
    "The Tolby Ferry and Harbour Works Committee met {}.",
    "The Tolby Ferry Works Committee met {}.",
    "The fighters of al-Qasem left {}.",
    "Al-Qasam was far off {}.",
    "The first debate is held {} in Springfield, Illinois.",
    "The second debate is held {} in Illinois.",
    "The Clean Rivers Act of 1972 was cut down {}.",
)
SHARED = "The ferry of Tolby ran aground on the northern bank at dawn, the harbour office said."
BASE = (
    "we never said that the mill will reopen before the harvest fair because nobody has paid for it".split()
)

changes = st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.sampled_from(["", *WORDS])), max_size=3)


@st.composite
def sayings(draw: st.DrawFn) -> str:
    words = list(BASE)
    for at, word in draw(changes):
        words[at] = word
    start = draw(st.integers(0, 6))
    said = " ".join(word for word in words[start:] if word) or "no"
    marks = draw(st.sampled_from(MARKS))
    form, who, when = (draw(st.sampled_from(of)) for of in (FORMS, PEOPLE, TIMES))
    told = form.format(marks[0], marks[1], said[:1].upper() + said[1:], who, when)
    return told[:1].upper() + told[1:]


named = st.tuples(st.sampled_from(NAMED), st.sampled_from(TIMES)).map(lambda two: two[0].format(two[1]))
text = st.lists(st.one_of(sayings(), named), min_size=1, max_size=5).map(
    lambda told: "\n\n".join((SHARED, *told))
)


def differences(one: str, other: str) -> list[tuple[str, ...]]:
    """Return the differences by kind, rule, and what they quote of either text."""
    compared = compare_articles([article(one, "A"), article(other, "B")])
    texts = {"A": one, "B": other}
    return sorted(
        (
            str(d.type),
            str(d.state),
            d.rule,
            *(f"{s.article}{s.start} {texts[s.article][s.start : s.end]}" for s in d.spans),
        )
        for d in compared.findings
        if isinstance(d, Discrepancy)
    )


@given(text, text)
def test_swapping_the_texts_swaps_what_differs(one: str, other: str) -> None:
    turned = str.maketrans("AB", "BA")
    swapped = [
        (*d[:3], *sorted(side[:1].translate(turned) + side[1:] for side in d[3:]))
        for d in differences(other, one)
    ]
    assert sorted((*d[:3], *sorted(d[3:])) for d in differences(one, other)) == sorted(swapped)


@given(text)
def test_a_text_beside_itself_differs_in_nothing(one: str) -> None:
    assert differences(one, one) == []


def test_of_two_sentences_that_both_texts_have_neither_differs_from_the_other() -> None:
    apart = "The ferry office was opened in 2020.", "The ferry office was opened in July 2020."
    one, other = (f"{SHARED}\n\n{told}" for told in apart)
    assert [d[2] for d in differences(one, other)] == ["time-of-the-same-thing"]
    assert differences(f"{one} {apart[1]}", f"{other} {apart[0]}") == []
