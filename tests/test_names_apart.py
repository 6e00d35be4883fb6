"""Names that two texts write otherwise in sentences that nothing links."""

from __future__ import annotations

import pytest
from test_discrepancies import between

# What joins the two texts, so that they are compared at all.
SHARED = "The ferry of Tolby ran aground on the northern bank at dawn, the harbour office said.\n\n"

FOUND = [
    # Slips in both parts of a name under one title.
    (
        "The dredging will be led by Ambassador Marion Haldane, an aide said.",
        "Ambassador Maxion Haldorne was sent out to watch over the works.",
        ("name-spelled-otherwise", "conflict"),
    ),
    # A first name in short.
    (
        "The pilot, Steven Dombrow, was on the bridge.",
        "Steve Dombrow had been a pilot for years.",
        ("first-name-in-short", "worded-differently"),
    ),
    (
        "The owner is Daniel Orrwick of Marle.",
        "A man called Dan Orrwick owns her.",
        ("first-name-in-short", "worded-differently"),
    ),
    (
        "Her brother Daniel Orrwick owns her.",
        "Dan Orrwick, her brother, owns her.",
        ("first-name-in-short", "worded-differently"),
    ),
    (
        "The owner is Daniel Orrwick, 67, of Marle.",
        "Dan Orrwick, 67, owns her.",
        ("first-name-in-short", "worded-differently"),
    ),
    # The Arabic article.
    (
        "The fighters of al-Qasem had left the coast.",
        "Nobody feared Al-Qasam, which was far off.",
        ("name-spelled-otherwise", "conflict"),
    ),
    # A body with a word less inside its name.
    (
        "She sits on the Tolby Ferry and Harbour Works Committee.",
        "He wrote to the Tolby Ferry Works Committee.",
        ("fuller-name-of-a-body", "more-or-less-precise"),
    ),
    (
        "The Marle National Bird Forest lies behind it.",
        "Behind it the Marle National Forest begins.",
        ("fuller-name-of-a-body", "more-or-less-precise"),
    ),
]
SILENT = [
    # Two people, of whom both first names are names.
    ("Ambassador Martin Haldane was there.", "Ambassador Marvin Haldorne was there."),
    # Either name stands in the other text too.
    (
        "Ambassador Marion Haldane was there, and so was Ambassador Maxion Haldorne.",
        "Ambassador Maxion Haldorne was there.",
    ),
    ("Pilot Steven Dombrow and Steve Dombrow, his son, were there.", "Steve Dombrow was there."),
    # What stands beside them is of two people.
    ("Mayor Dan Orrwick was there.", "His brother Daniel Orrwick was there."),
    ("The pilot, Christopher Orrwick, her son, was there.", "Chris Orrwick, his uncle, was there."),
    ("Daniel Orrwick, 67, was there.", "Dan Orrwick, 31, was there."),
    # No title, or another.
    ("A keeper, Marion Haldane, was there.", "Maxion Haldorne was there."),
    ("Ambassador Marion Haldane was there.", "Warden Maxion Haldorne was there."),
    # Another name that begins alike, or another surname.
    ("The pilot, Dan Orrwick, was there.", "Dana Orrwick was there."),
    ("The pilot, Daniel Orrwick, was there.", "Dan Orrwood was there."),
    # Another body.
    ("The Tolby Valley High School was shut.", "The Tolby Valley Junior High School was shut."),
    ("The Tolby Ferry Works Committee met.", "The Tolby Road Works Committee met."),
    ("The Tolby Committee met.", "The Tolby Ferry Committee met."),
    # A day is no part of a name.
    ("The Tolby Ferry Office Report on Thursday was short.", "The Tolby Ferry Office Thursday said so."),
    ("The Tolby Ferry Office Report was short.", "The Tolby Ferry Thursday Office Report was short."),
    # Both forms in one text.
    (
        "The Tolby Ferry and Harbour Works Committee met. The Tolby Ferry Works Committee met too.",
        "The Tolby Ferry Works Committee met.",
    ),
    # People have middle names.
    ("Ann Lee Maria Dombrow was there.", "Ann Maria Dombrow was there."),
    # Two groups.
    ("The fighters of al-Qasem had left.", "The fighters of al-Badr had left."),
    ("The fighters of al-Qasem and of al-Qasam had left.", "Nobody feared al-Qasam, which is far."),
]


@pytest.mark.parametrize(("one", "other", "told"), FOUND)
def test_a_name_that_can_only_be_the_other_is_shown(one: str, other: str, told: tuple[str, str]) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(SHARED + first, SHARED + second) if d.type == "name"]
        assert [(d.rule, d.state.value) for d in found] == [told]
        assert found[0].values[0] in first
        assert found[0].values[1] in second


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_what_may_be_another_or_is_known_by_both_names_is_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = between(SHARED + first, SHARED + second)
        assert [d.why for d in found if d.rule in {told[0] for _, _, told in FOUND}] == []


def test_a_name_is_told_once_with_its_article_or_without() -> None:
    one, other = "Omar Badr al-Tarimi left the coast on foot.", "Omar Badr al-Tarini left the coast on foot."
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(SHARED + first, SHARED + second) if d.type == "name"]
        assert [d.state.value for d in found] == ["conflict"]
