"""A town here, and the state or country that it lies in there."""

from __future__ import annotations

import pytest
from test_beside import between

CLOSER = [
    (
        "The mayor spoke of the ferry at a campaign stop in Iowa.",
        "The mayor spoke of the ferry at a campaign stop in Tolby, Iowa.",
        {"Iowa", "Tolby, Iowa"},
    ),
    (
        "Edda Lunn keeps the harbour letters at her home in New York.",
        "Edda Lunn keeps the harbour letters at her home in Orle Bay, N.Y., she said.",
        {"New York", "Orle Bay, N.Y."},
    ),
    (
        "A ferry caught fire near a brewery in California on Monday.",
        "A ferry caught fire near a brewery in San Orle, Calif. on Monday.",
        {"California", "San Orle, Calif."},
    ),
    (
        "The board met the ferry crews in Norway.",
        "The board met the ferry crews in Tolby, Norway.",
        {"Norway", "Tolby, Norway"},
    ),
]
ALIKE = [
    # The same town, or another one, or no state at all.
    ("The board met in Tolby, Iowa, on Monday.", "On Monday the board met in Tolby in Iowa."),
    ("The board met the crews in Tolby, Iowa.", "The board met the crews in Orle, Iowa."),
    ("The board met the crews in Tolby, Iowa.", "The board met the crews in Ohio."),
    ("The board met the crews in Tolby.", "The board met the crews at the pier."),
    # Countries and people in a row.
    (
        "The board fears a strike in Honduras, Guatemala and Belize.",
        "The board fears a strike in Guatemala this year.",
    ),
    ("The board sent letters to Lunn, Marr and Pell.", "The board sent letters to Marr."),
    # Two towns of one state: nobody knows which.
    (
        "Crews of the ferry struck in Tolby, Iowa, and then in Orle, Iowa.",
        "Crews of the ferry struck in Iowa.",
    ),
    # The state of a name and of a party.
    ("Edda Lunn (D-Iowa) met the crews.", "Edda Lunn met the crews in Iowa."),
    ("The Iowa ferry board met the crews.", "The ferry board met the crews in Tolby."),
    ("The board met the crews in May, Iowa papers said.", "The board met the crews in Iowa."),
]


@pytest.mark.parametrize(("one", "other", "told"), CLOSER)
def test_a_town_and_its_state_alone_are_more_and_less_exact(one: str, other: str, told: set[str]) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d for d in between(first, second) if d.rule == "place-told-more-closely"]
        assert [d.state.value for d in found] == ["more-or-less-precise"]
        assert set(found[0].values) == told


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_other_places_and_rows_of_names_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = [d.why for d in between(first, second) if d.rule == "place-told-more-closely"]
        assert found == []
