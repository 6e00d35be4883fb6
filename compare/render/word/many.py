"""Three texts and more -> the handout with one table over all of them, and its key, as Word files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.model import Comparison
from compare.render.layout import Layout
from compare.render.lesson.many import Extracted, Lesson, plan
from compare.render.word.pieces import ended, heading, line, outlet, paragraph, quote, row, say, table
from compare.render.word.sheet import ANSWERED, KICKER, LINE, QUOTED, REFERENCE, WRITTEN, blank, packed, width

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_NUMBERS = "Sentence numbers are those of the full texts."
_FOOT = f"Extracts quoted unchanged for comparison in class. {_NUMBERS}"
_KEY_FOOT = f"Teacher’s key: answers stand where students write. {_NUMBERS}"
# Beside each other texts need 55 mm of a line.
_ABREAST = 3


def handout_and_key(comparison: Comparison, layout: Layout) -> tuple[bytes, bytes]:
    """Return both files; equal comparisons give equal bytes."""
    lesson = plan(comparison, layout.level)
    date = comparison.settings.date
    return tuple(packed(_document(lesson, layout, date, key=key)) for key in (False, True))  # type: ignore[return-value]


def _document(lesson: Lesson, layout: Layout, date: str | None, *, key: bool) -> Document:
    title = f"{lesson.title} (teacher’s key)" if key else lesson.title
    document = blank(title, layout, foot=_KEY_FOOT if key else _FOOT, date=date)
    line(
        document, "Teacher’s key · do not hand out" if key else f"Compare {lesson.number} news texts", KICKER
    )
    heading(document, lesson.title, 0)
    if key:
        line(document, f"{lesson.minutes} minutes · {lesson.points} points")
    else:
        line(document, "Name, class, date", LINE)
    fore = paragraph(document)
    say(fore, "Every text selects. Different is not the same as wrong.", bold=True)
    say(
        fore,
        " Read the extracts, then fill in the tables. The numbers are sentence numbers; […] stands where "
        "sentences are left out.",
    )
    _extracts(document, lesson, layout)
    _tasks(document, lesson, layout, key=key)
    if key:
        heading(document, "For the teacher", 1)
        for each in lesson.advice:
            line(document, each, "List Bullet")
    ended(document)
    return document


def _extracts(document: Document, lesson: Lesson, layout: Layout) -> None:
    """Add the extracts, three abreast or two; in large print one below the other."""
    heading(document, "The texts", 1)
    if layout.large_print:
        for text in lesson.texts:
            heading(document, outlet(text.card.label, text.card.name), 2)
            _extract(document, text)
        return
    abreast = _ABREAST if len(lesson.texts) == _ABREAST else 2
    for at in range(0, len(lesson.texts), abreast):
        side_by_side = lesson.texts[at : at + abreast]
        heads = [f"{outlet(text.card.label, text.card.name)} · {text.card.date}" for text in side_by_side]
        made = table(document, heads, [1 / len(heads)] * len(heads), width=width(layout))
        for cell, text in zip(row(made, whole=False), side_by_side, strict=True):
            _extract(cell, text)
        ended(document)


def _extract(place: Document | _Cell, text: Extracted) -> None:
    if text.card.headline:
        say(paragraph(place), text.card.headline, style=QUOTED, bold=True)
    for each in text.lines:
        if each.gap:
            line(place, "[…]")
        made = paragraph(place)
        say(made, each.id, style=REFERENCE)
        say(made, " ")
        say(made, each.quotation.text, style=QUOTED)
    if not text.lines:
        line(place, "This text has no sentences.")


def _tasks(document: Document, lesson: Lesson, layout: Layout, *, key: bool) -> None:
    labels = [f"Text {text.card.label}" for text in lesson.texts]
    number = 1
    heading(document, f"{number} All, some, or one?", 2, new_page=True)
    _ask(document, lesson.ask_told, lesson.help_told)
    made = table(document, ["What is said", *labels], _shares(0.44, len(labels)), width=width(layout))
    for statement in lesson.statements:
        first, *cells = row(made)
        said = paragraph(first)
        quote(said, statement.quotation.text, nested=statement.quotation.nested, cut=statement.quotation.cut)
        if key:
            say(said, f" {statement.number}", style=REFERENCE)
        for cell, answer in zip(cells, statement.answers, strict=True):
            _answer(cell, answer if key else "")
    if lesson.contrasts:
        number += 1
        heading(document, f"{number} Where they contrast", 2)
        _ask(document, lesson.ask_contrast, lesson.help_contrast)
        heads = ["Of what", *labels, "Can all be right?"]
        made = table(document, heads, [0.15, *[0.61 / len(labels)] * len(labels), 0.24], width=width(layout))
        for contrast in lesson.contrasts:
            first, *cells = row(made)
            line(first, f"{contrast.about} {contrast.number}" if key else contrast.about)
            for cell, answer in zip(cells, (*contrast.answers, contrast.answer), strict=True):
                _answer(cell, answer if key else "")
    number += 1
    heading(document, f"{number} Who is quoted?", 2)
    _ask(document, lesson.ask_quoted, lesson.help_quoted)
    made = table(document, ["", *labels], _shares(0.15, len(labels)), width=width(layout))
    for head, answers in (("Named", lesson.named), ("Not asked", [""] * len(labels))):
        first, *cells = row(made)
        line(first, head)
        for cell, answer in zip(cells, answers, strict=True):
            _answer(cell, answer if key else "")
    number += 1
    heading(document, f"{number} Count the witnesses", 2)
    _ask(document, lesson.ask_witnesses, lesson.help_witnesses)
    _answer(document, lesson.witnesses if key else "")
    if not key:
        paragraph(document, LINE)
        paragraph(document, LINE)


def _ask(document: Document, words: str, help_: str) -> None:
    line(document, words, held=True)
    if help_:
        say(paragraph(document), help_, bold=True)


def _shares(first: float, texts: int) -> Sequence[float]:
    return [first, *[(1 - first) / texts] * texts]


def _answer(place: Document | _Cell, words: str) -> None:
    made = paragraph(place, ANSWERED if words else LINE)
    if words:
        say(made, words, style=WRITTEN)
