"""A nearly empty last page: rows are set closer where that saves it, and only there."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from compare.render.pages import press


def page(height: int) -> str:
    return f"<html><head><style>p {{ height: {height}mm }}</style></head><body><p>A</p><p>B</p></body></html>"


@pytest.mark.parametrize(
    ("height", "closer", "tries", "pages"),
    [
        # A page of A4 holds 257 mm between margins of 20; two blocks of 240 leave a page nearly empty.
        (140, "p { height: 100mm }", [2], 2),
        (110, "p { height: 100mm }", [1], 1),
        (140, "", [2], 2),
    ],
)
def test_a_last_page_with_enough_on_it_stays(
    height: int, closer: str, tries: list[int], pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert laid_out(page(height), closer, monkeypatch) == (tries, pages)


def test_a_last_page_with_next_to_nothing_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    text = page(120).replace("</body>", "<p style='height: 30mm'>C</p></body>")
    assert laid_out(text, "p { height: 100mm }", monkeypatch) == ([2, 1], 1)
    # Where being closer saves no page nothing is closer.
    assert laid_out(text, "p { height: 119mm }", monkeypatch) == ([2, 2], 2)


def laid_out(text: str, closer: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], int]:
    """How many pages each try has, and the file."""
    tries: list[int] = []
    whole = press._laid_out

    def spied(*given: Any, **options: Any) -> Any:
        made = whole(*given, **options)
        tries.append(len(made.pages))
        return made

    monkeypatch.setattr(press, "_laid_out", spied)
    made = press.printed(text, closer=closer)
    monkeypatch.undo()
    return tries, len(pikepdf.open(io.BytesIO(made)).pages)
