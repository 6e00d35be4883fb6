"""Three texts and more: one row for what they give for one thing, and for how they word it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_uppercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.check.remarks import remarks
from compare.find.across.values import value_rows
from compare.find.identity import Identities
from compare.kinds import ASKED
from compare.model import (
    Article,
    Comparison,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Fact,
    Span,
    ValueRow,
    Voice,
    WordingRow,
)
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.document import Document

TOLL = (
    "{} people died when the Orla dam broke above Tessmark on Monday, the district office said.",
    "At least one dam broke on Monday. {} people died when the Orla dam broke above Tessmark.",
    "The Orla dam above Tessmark broke on Monday and {} people died, the district office said.",
)
OWN = (
    "A bakery on the quay opened its doors to anyone who needed bread.",
    "The railway line to Pellworth stays shut until the end of the month.",
    "Schoolchildren painted the walls of the sports hall in yellow.",
    "Nobody could say when the ferry would run again.",
    "The mayor keeps bees behind the town hall.",
    "Seven firms had bid for the new lock.",
)


def article(label: str, text: str, day: str | None = None) -> Article:
    head = f"---\ndate: {day}\n---\n\n" if day else ""
    return article_from_bytes(f"{head}{text}".encode(), name=f"{label}.md", label=label)[0]


def compared(texts: Sequence[str], days: Sequence[str | None] | None = None) -> Comparison:
    given = days or [None] * len(texts)
    return compare_articles([article(*each) for each in zip(ascii_uppercase, texts, given, strict=False)])


def tolls(*numbers: str) -> list[str]:
    return [
        f"{TOLL[place % 3 if number else 0].format(number)} {OWN[place]}" if number else OWN[place]
        for place, number in enumerate(numbers)
    ]


def values(comparison: Comparison) -> list[ValueRow]:
    return [each for each in comparison.findings if isinstance(each, ValueRow)]


@pytest.mark.parametrize(
    ("numbers", "why", "state"),
    [
        (("11", "14", "14"), "people: 11 (A1), 14 (B2, C1).", "conflict"),
        (("11", "14", "17"), "people: 11 (A1), 14 (B2), 17 (C1).", "conflict"),
        (("14", "14", "14"), "people: 14 (A1, B2, C1).", None),
        (("11", "", "14"), "people: 11 (A1), 14 (C1).", "conflict"),
        (("11", "", "11"), None, None),
        (("Eleven", "14", "more than 12"), "people: Eleven (A1), 14 (B2), more than 12 (C1).", "conflict"),
    ],
)
def test_what_all_give_for_one_thing_is_one_row(
    numbers: tuple[str, ...], why: str | None, state: str | None
) -> None:
    found = values(compared(tolls(*numbers)))
    assert [each.why for each in found] == ([why] if why else [])
    assert [each.state for each in found] == ([state] if why else [])


def test_one_conflict_over_five_texts_and_not_one_a_pair() -> None:
    comparison = compared(tolls("11", "14", "14", "17", "11"))
    assert sum(getattr(each, "state", None) == "conflict" for each in comparison.findings) > 5
    (row,) = values(comparison)
    assert row.state is DiscrepancyState.CONFLICT
    assert {s[0] for s in row.sentences} == set("ABCDE")
    assert row.why.count("14 (") == 1


def test_values_stand_by_the_dates_of_the_texts_where_all_have_one() -> None:
    days = ["2024-05-05", "2024-05-03", "2024-05-05"]
    (row,) = values(compared(tolls("17", "11", "17"), days))
    assert row.why == "people: as of 2024-05-03: 11 (B2); as of 2024-05-05: 17 (A1, C1)."
    assert row.state is DiscrepancyState.LATER_COUNT
    (undated,) = values(compared(tolls("17", "11", "17"), [days[0], None, days[2]]))
    assert "as of" not in undated.why


def test_two_figures_of_one_text_are_two_rows() -> None:
    texts = [
        f"{TOLL[0].format(dead)} {hurt} people were taken to the hospital in Pellworth. {own}"
        for dead, hurt, own in zip(("11", "11", "14"), ("30", "42", "30"), OWN, strict=False)
    ]
    rows = values(compared(texts))
    for row in rows:
        given = {(span.article, value) for span, value in zip(row.spans, row.values, strict=True)}
        assert len(given) == len({label for label, _ in given}), row.why
    assert len([row for row in rows if row.state is DiscrepancyState.CONFLICT]) == 2


def test_a_name_in_two_spellings_is_one_row() -> None:
    told = "Mayor Ines {} told the council on Monday that the Orla dam would be rebuilt by the spring."
    texts = [
        f"{told.format(name)} {own}"
        for name, own in zip(("Falkner", "Falkner", "Falknar"), OWN, strict=False)
    ]
    found = [row for row in values(compared(texts)) if row.type is DiscrepancyType.NAME]
    assert [row.why.count("Falkn") for row in found] == [2]
    assert {s[0] for s in found[0].sentences} == set("ABC")


def test_two_texts_have_no_rows_over_all() -> None:
    found = compared(tolls("11", "14")).findings
    assert not [each for each in found if isinstance(each, ValueRow | WordingRow | Fact)]


WORDED = (
    "Protesters stormed the council chamber in Tessmark on Monday and demanded that the dam be rebuilt.",
    "Demonstrators entered the council chamber in Tessmark on Monday and asked that the dam be rebuilt.",
    "A mob burst into the council chamber in Tessmark on Monday and demanded that the dam be rebuilt.",
)


def wordings(comparison: Comparison) -> list[WordingRow]:
    return [each for each in comparison.findings if isinstance(each, WordingRow)]


def test_what_each_calls_one_thing_is_one_row() -> None:
    comparison = compared([f"{told} {own}" for told, own in zip(WORDED, OWN, strict=False)])
    rows = wordings(comparison)
    assert rows
    assert {s[0] for s in rows[0].sentences} == set("ABC")
    for row in rows:
        assert len(row.voices) == len(row.spans) == len(row.sentences)
        assert row.findings


FIRST = "Fire broke out in the grain store at Pellworth harbour on Sunday night."


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2024-05-04", "2024-05-03", "2024-05-05"), "B"),
        (("2024-05-03", "2024-05-03", "2024-05-05"), None),
        ((None, "2024-05-03", "2024-05-05"), None),
        ((None, None, None), None),
    ],
)
def test_who_was_first_is_told_where_dates_tell(days: tuple[str | None, ...], first: str | None) -> None:
    comparison = compared([f"{FIRST} {own}" for own in OWN[:3]], days)
    (fact,) = [each for each in comparison.findings if isinstance(each, Fact)]
    assert fact.first == first


# ---------------------------------------------------------------------------------------------------- laws

POOL = [
    *(told.format(number) for told in TOLL for number in ("11", "14", "Eleven")),
    *WORDED,
    *OWN,
    FIRST,
    "Mayor Ines Falkner said that the dam would be rebuilt by the spring.",
    "Mayor Ines Falknar told reporters that the dam would be rebuilt by next spring.",
]
groups = st.lists(
    st.lists(st.sampled_from(POOL), min_size=1, max_size=7, unique=True).map(" ".join),
    min_size=3,
    max_size=6,
    unique=True,
)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_the_order_of_the_files_changes_letters_only(data: st.DataObject) -> None:
    texts = data.draw(groups)
    turned = data.draw(st.permutations(texts))
    assert shown(compared(texts)) == shown(compared(turned))


def shown(comparison: Comparison) -> list[object]:
    """The rows over all texts without the letters: kind, state, and each place as words of a text."""
    whole = {article.label: article.text for article in comparison.articles}
    return sorted(
        (
            type(each).__name__,
            str(getattr(each, "state", "")),
            sorted((whole[s.article], s.start, s.end) for s in each.spans),
        )
        for each in comparison.findings
        if isinstance(each, ValueRow | WordingRow | Fact)
    )


@settings(max_examples=30, deadline=None)
@given(groups)
def test_rows_are_made_of_what_is_listed(texts: list[str]) -> None:
    comparison = compared(texts)
    ids = {each.id for each in comparison.findings}
    for row in (*values(comparison), *wordings(comparison)):
        labels = Counter(span.article for span in row.spans)
        assert len(labels) > 1
        assert ids.issuperset(row.findings)
        for span, sentence in zip(row.spans, row.sentences, strict=True):
            home = next(s for a in comparison.articles for s in a.sentences if s.id == sentence)
            assert home.start <= span.start < span.end <= home.end
    used = [each for row in values(comparison) for each in row.findings]
    assert len(used) == len(set(used))
    assert [row.number for row in values(comparison)] == [f"V{n + 1}" for n in range(len(values(comparison)))]


# --------------------------------------------------------------------------------------- for an editor


def test_a_draft_has_one_remark_a_thing_and_what_the_others_tell_alone() -> None:
    texts = [
        f"{told} {own}" + (f" {FIRST}" if number else "")
        for number, (told, own) in enumerate(
            zip((TOLL[0].format("11"), TOLL[0].format("14"), TOLL[2].format("17")), OWN, strict=False)
        )
    ]
    comparison = compared(texts)
    found = remarks(comparison, asked=ASKED)
    conflicts = [each for each in found if each.state == "conflict"]
    assert [[quoted.place for quoted in each.quoted] for each in conflicts] == [["A1", "B1", "C1"]]
    (row,) = values(comparison)
    assert conflicts[0].why == row.why
    lacking = [each for each in found if each.number.startswith("E")]
    assert [each.why for each in lacking] == ["Not found in the draft. B and C tell it."]
    assert [quoted.words for quoted in lacking[0].quoted] == [None, FIRST, FIRST]
    assert not [each for each in remarks(comparison) if each.number.startswith("E")]


@pytest.mark.parametrize(
    ("names", "differing"),
    [
        (("Arvanian", "Arvania", "Arvanians"), 0),
        (("Arvania", "Arvanias", "Arvania"), 0),
        (("Arvanian", "Orvanian", "Arvanian"), 1),
        (("Jansen", "Janssen", "Jansen"), 1),
    ],
)
def test_a_name_in_the_form_of_its_sentence_is_no_difference(names: Sequence[str], differing: int) -> None:
    found = [
        Discrepancy(
            id=f"d{n}",
            number=f"D{n}",
            rule="made",
            spans=(Span(article="A", start=0, end=1), Span(article=label, start=0, end=1)),
            sentences=("A1", f"{label}1"),
            why="made",
            voice=Voice.OUTLET,
            type=DiscrepancyType.NAME,
            state=DiscrepancyState.CONFLICT,
            values=(names[0], name),
            passages=(Span(article="A", start=0, end=1), Span(article=label, start=0, end=1)),
            link=None,
        )
        for n, (label, name) in enumerate(zip("BC", names[1:], strict=True))
        if name != names[0]
    ]
    documents = {label: Document(article(label, OWN[n])) for n, label in enumerate("ABC")}
    assert len(value_rows(found, documents, Identities())) == differing
