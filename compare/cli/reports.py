"""A comparison to the bytes of the report that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Comparison


def report(comparison: Comparison, *, format: str, paper: str, full_texts: bool) -> bytes:
    """Return the report; each format's renderer, and what it needs, is imported when it is used.

    Raises:
        RenderingError: if the report cannot be made or a system library is missing.
    """
    if format == "pdf":
        from compare.render.pdf import pdf

        return pdf(comparison, paper=paper, full_texts=full_texts)
    if format == "json":
        from compare.render.json import to_json

        return to_json(comparison)
    from compare.render.text import text

    return text(comparison).encode("utf-8", "replace")
