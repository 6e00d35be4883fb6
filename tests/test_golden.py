"""The sample pairs’ editions, word by word and as pictures: a change that shows has to be accepted."""

from __future__ import annotations

import pytest
from golden.editions import CASES, GOLDEN, MOST_CHANGED, changed, contact_sheet, goldens, made
from PIL import Image, ImageDraw

MEND = "look at it with uv run python tests/golden/accept.py --show, and accept it without --show"


@pytest.mark.parametrize(("pair", "edition"), CASES)
def test_an_edition_says_what_it_said_and_looks_as_it_looked(pair: str, edition: str) -> None:
    """Words, not lines: other releases of Pango may break a line elsewhere."""
    for place, text, sheet in goldens(pair, edition):
        assert text.split() == place.read_text(encoding="utf-8").split(), MEND
        if sheet is not None:
            with Image.open(place.with_suffix(".png")) as kept:
                assert changed(kept, sheet)[0] <= MOST_CHANGED, MEND


def test_nothing_is_kept_of_editions_that_are_gone() -> None:
    current = {f"{pair}.{edition}" for pair, edition in CASES}
    kept = {file.name.rsplit(".", 1)[0] for file in GOLDEN.iterdir() if file.suffix in (".txt", ".png")}
    assert {name.split("-2")[0] for name in kept} == current


def test_pictures_are_small() -> None:
    large = {f.name: f.stat().st_size for f in GOLDEN.glob("*.png") if f.stat().st_size > 100_000}
    assert large == {}


def test_a_picture_that_lacks_a_paragraph_is_another_picture_and_a_soft_edge_is_none() -> None:
    sheet = contact_sheet(made("flood", "reader")[0]).convert("L")
    lacking = sheet.copy()
    ImageDraw.Draw(lacking).rectangle((215, 60, 390, 200), fill=255)
    assert changed(sheet, lacking)[0] > MOST_CHANGED
    softer = sheet.point(lambda grey: min(255, grey + 20))
    assert changed(sheet, softer)[0] == 0
    assert changed(sheet, sheet.crop((0, 0, 100, 100)))[0] == 1
