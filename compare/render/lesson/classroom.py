"""Comparison -> a student's handout and the teacher's key, from one template."""

from __future__ import annotations

from compare.model import Comparison
from compare.render.layout import Layout
from compare.render.lesson.plan import Lesson, plan
from compare.render.pages.press import printed
from compare.render.pages.templates import paged


def handout_and_key(comparison: Comparison, layout: Layout) -> tuple[bytes, bytes]:
    """Return both PDFs; the key has the handout's pages with answers where students write, and one of notes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    lesson = plan(comparison, layout)
    pages, key = (html(lesson, layout, audience) for audience in ("class", "teacher"))
    return printed(pages, layout), printed(key, layout)


def html(lesson: Lesson, layout: Layout, audience: str) -> str:
    """Return the HTML of the handout, or for the audience `teacher` of the key.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    return paged("handout.html.j2", layout, sheets=("handout.css",), lesson=lesson, key=audience == "teacher")
