"""Files without running text: their headings are read as it, or where there are none their other lines."""

from __future__ import annotations

from collections.abc import Set

from compare.model import Furniture, FurnitureKind
from compare.read.furniture.layout import Layout
from compare.read.furniture.stamps import is_stamp

HEADINGS = frozenset(
    {FurnitureKind.SECTION, FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD, FurnitureKind.CROSSHEAD}
)
ANY = frozenset(FurnitureKind) - {FurnitureKind.MARKUP}


def headings_as_text(text: str, page: Layout) -> Layout:
    """Return the layout with its headings as paragraphs."""
    return _as_text(text, page, kinds=HEADINGS)


def lines_as_text(text: str, page: Layout) -> Layout:
    """Return the layout with all lines but markup as paragraphs."""
    return _as_text(text, page, kinds=ANY)


def _as_text(text: str, page: Layout, *, kinds: Set[FurnitureKind]) -> Layout:
    """Return the layout with the pieces of some kinds as paragraphs; a time of day is never one."""
    kept: list[Furniture] = []
    taken: list[Furniture] = []
    for piece in page.furniture:
        read = piece.kind in kinds and not is_stamp(text[piece.start : piece.end])
        (taken if read else kept).append(piece)
    body = [*page.body, *((piece.start, piece.end) for piece in taken)]
    return Layout(furniture=tuple(kept), body=tuple(sorted(body)))
