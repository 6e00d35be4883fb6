"""Names spelled otherwise: a slip, or one name carried over from another script in two ways."""

from __future__ import annotations

import pytest
from test_discrepancies import between

TOLD = "The keeper of the lighthouse, {}, said on Monday that the lamp had failed."
APART = [
    ("Ann Holt", "Anne Holt"),
    ("Tom Smith", "Tom Smyth"),
    ("Sara Voss", "Sarah Voss"),
    ("Jon Voss", "John Voss"),
    ("Ida Clark", "Ida Clarke"),
    ("Steven Holt", "Stephen Holt"),
    ("Marc Holt", "Mark Holt"),
    ("Philip Voss", "Phillip Voss"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_spelling_of_a_name_is_a_conflict_however_short(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = between(TOLD.format(first), TOLD.format(second))
        assert [(d.rule, d.state.value) for d in found] == [("name-spelled-otherwise", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Voss", "Sergei Voss"),
        ("Mohammed Voss", "Muhammad Voss"),
        ("Ida Dombrovsky", "Ida Dombrovskiy"),
        ("Khalid Voss", "Khaled Voss"),
    ],
)
def test_a_name_of_another_script_is_a_note(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = between(TOLD.format(first), TOLD.format(second))
        assert [(d.rule, d.state.value) for d in found] == [("name-of-another-script", "worded-differently")]


def test_the_note_on_another_script_comes_last() -> None:
    one = "The envoy left Kyiv on Monday with 12 boxes of seed for the farms."
    other = "The envoy left Kiev on Monday with about 12 boxes of seed for the farms."
    assert [d.rule for d in between(one, other)][-1] == "name-of-another-script"
    assert len(between(one, other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tim Holt", "Tom Holt"),
        ("Rob Holt", "Bob Holt"),
        ("Dave Holt", "David Holt"),
        ("Jan Holt", "Joan Holt"),
        ("Ann Holt and Anne Voss", "Anne Voss"),
    ],
)
def test_two_people_and_short_forms_are_no_spellings(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(TOLD.format(first), TOLD.format(second)) if "spelling" in d.why] == []


def test_a_place_and_its_adjective_are_one() -> None:
    one, other = (f"The {word} mayor said on Monday that the lamp had failed." for word in ("Texan", "Texas"))
    assert between(one, other) == ()


def test_a_slip_that_both_texts_have_is_none_between_them() -> None:
    text = (
        "Ida Selvikk, the pollster of Tolby, said so. The mayor thanked Selvikke, who has been right before."
    )
    assert between(text, text) == ()
    assert between(text, text.replace("Selvikke", "Selvikk")) != ()


LONGER = [
    # A title, an initial or a short first name on one side does not hide how the rest is spelled.
    ("Senators Lindsey Voss and Ida Holt of Ordby", "Lindsay Voss", ("Lindsey Voss", "Lindsay Voss")),
    ("Ambassador Tracey Jacobson", "Tracey Jacobsen", ("Tracey Jacobson", "Tracey Jacobsen")),
    ("District Judge William Alsop", "William Allsop", ("William Alsop", "William Allsop")),
    ("William H. Alsop", "William Allsop", ("William H. Alsop", "William Allsop")),
    ("Zac Vorhies", "Zachary Voorhies", ("Zac Vorhies", "Zachary Voorhies")),
]


@pytest.mark.parametrize(("one", "other", "told"), LONGER)
def test_titles_initials_and_short_first_names_hide_no_spelling(
    one: str, other: str, told: tuple[str, str]
) -> None:
    for first, second, values in ((one, other, told), (other, one, told[::-1])):
        found = [d for d in between(TOLD.format(first), TOLD.format(second)) if d.type == "name"]
        assert [(d.rule, d.state.value, d.values) for d in found] == [
            ("name-spelled-otherwise", "conflict", values)
        ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senator Ida Holt", "Ida Holt"),
        ("Ida M. Holt", "Ida Holt"),
        ("Zac Vorhies", "Zachary Vorhies"),
        ("Top House Democrats", "House Democratic"),
        ("Judge Tim Holt", "Tom Holt"),
        ("Zac Holt", "Zachary Marlow"),
        ("Dan Holt", "Dana Marle"),
        ("Senator Ida Holt and Ida Holte", "Ida Holte"),
        ("Judge Rob Holt", "Bob Holt"),
        ("Mayor Ann Orr Holt", "Ann Orr Holt"),
    ],
)
def test_titles_and_short_forms_alone_are_no_spellings(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(TOLD.format(first), TOLD.format(second)) if "spelling" in d.why] == []


def test_a_name_written_apart_is_another_wording() -> None:
    one = "The hunter was fined in the Redwater National Forest on Monday, the ranger said."
    other = "The hunter was fined in the Red Water National Forest on Monday, the ranger said."
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(first, second) if d.type == "name"]
        assert [(d.rule, d.state.value) for d in found] == [("name-written-apart", "worded-differently")]
    both = f"{other} The Redwater National Forest is large."
    assert [d.why for d in between(one, both) if d.rule == "name-written-apart"] == []
    hyphen = one.replace("Redwater", "Red-Water")
    assert [d.why for d in between(hyphen, other) if d.rule == "name-written-apart"] == []


def test_two_letters_exchanged_are_a_slip() -> None:
    one = "The keeper Ida Dombrovsky said on Monday that the lamp of Tolby had failed."
    other = f"{one}\n\n“The lamp is old,” Dombrovksy said of it."
    for first, second in ((one, other), (other, one)):
        assert "name-slipped-once" in [d.rule for d in between(first, second)]
    again = f"{one}\n\n“The lamp is old,” Dombrovsky said of it."
    assert "name-slipped-once" not in [d.rule for d in between(one, again)]
