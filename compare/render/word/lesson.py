"""Comparison -> a handout and its key as Word files: what the PDFs hold, for a teacher to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Comparison
from compare.render.layout import Layout
from compare.render.lesson.classroom import Lesson, plan
from compare.render.lesson.extracts import Extract
from compare.render.lesson.notes import Notes
from compare.render.lesson.tasks import Column, Task, TaskCell
from compare.render.word.pieces import (
    BOX,
    TICKED,
    begun,
    ended,
    heading,
    line,
    outlet,
    paragraph,
    row,
    say,
    table,
    tell,
)
from compare.render.word.sheet import (
    ANSWERED,
    LINE,
    QUOTED,
    REFERENCE,
    SMALL,
    WRITTEN,
    packed,
    width,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_NUMBERS = "Sentence numbers are those of the full texts."
_FOOT = f"Extracts quoted unchanged for comparison in class. {_NUMBERS}"
_KEY_FOOT = f"Teacher’s key. {_NUMBERS}"
_LOOKED_UP = "A word that I looked up, and what it means:"


def handout_and_key(comparison: Comparison, layout: Layout) -> tuple[bytes, bytes]:
    """Return both files; equal comparisons give equal bytes."""
    lesson = plan(comparison, layout, own_fonts=False)
    date = comparison.settings.date
    return tuple(packed(_document(lesson, layout, date, key=key)) for key in (False, True))  # type: ignore[return-value]


def _document(lesson: Lesson, layout: Layout, date: str | None, *, key: bool) -> Document:
    title = f"{lesson.title} (teacher’s key)" if key else lesson.title
    document = begun(
        title,
        layout,
        kicker="Teacher’s key · do not hand out" if key else "Compare two news texts",
        heads=lesson.title,
        foot=_KEY_FOOT if key else _FOOT,
        date=date,
    )
    if key:
        notes = lesson.notes
        line(document, f"{notes.minutes} minutes · ages {notes.ages}")
        line(document, f"{notes.points} points · level {notes.level.partition(':')[0]}")
    else:
        _form(document, layout)
    fore = paragraph(document)
    say(fore, "Every text selects. Different is not the same as wrong.", bold=True)
    say(
        fore,
        " Read both extracts, then do the tasks. The numbers are sentence numbers; […] stands where "
        "sentences are left out.",
    )
    if key:
        line(document, " · ".join(outlet(text.label, text.name) for text in lesson.extracts))
    else:
        _extracts(document, lesson, layout)
        _terms(document, lesson)
    # With the first task: a heading that ends the page of the texts heads nothing.
    heading(document, "Answers" if key else "Tasks", 1, new_page=not key)
    tasks = [
        (each, page > 0 and not at)
        for page, tasks in enumerate(lesson.pages)
        for at, each in enumerate(tasks)
    ]
    for number, (each, turned) in enumerate(tasks, start=1):
        _task(document, lesson, each, layout, number=number, key=key, new_page=turned and not key)
    if key:
        _notes(document, lesson.notes, layout)
    ended(document)
    return document


def _form(document: Document, layout: Layout) -> None:
    """Add the line for name, class and date."""
    from docx.shared import Mm

    made = line(document, "Name", LINE)
    for share, label in ((0.5, "Class"), (0.75, "Date")):
        made.paragraph_format.tab_stops.add_tab_stop(Mm(width(layout) * share))
        made.add_run("\t")
        say(made, label)


def _extracts(document: Document, lesson: Lesson, layout: Layout) -> None:
    """Add the extracts beside each other, or in large print one below the other."""
    heading(document, "The texts", 1)
    heads = [_head(text) for text in lesson.extracts]
    if layout.large_print:
        for head, text in zip(heads, lesson.extracts, strict=True):
            heading(document, head, 2)
            _extract(document, text)
        return
    made = table(document, heads, [1 / len(heads)] * len(heads), width=width(layout))
    # A long extract may go on over the page.
    for cell, text in zip(row(made, whole=False), lesson.extracts, strict=True):
        _extract(cell, text)


def _head(text: Extract) -> str:
    mark = outlet(text.label, text.name)
    return f"{mark} · {text.date}" if text.date else mark


def _extract(place: Document | _Cell, text: Extract) -> None:
    if text.headline:
        made = paragraph(place)
        say(made, text.headline.text, style=QUOTED, bold=True)
        if text.headline.cut:
            say(made, "…")
    for each in text.lines:
        made = paragraph(place)
        if each.gap:
            say(made, "[…] ")
        say(made, each.id, style=REFERENCE)
        say(made, " ")
        say(made, each.quotation.text, style=QUOTED)
        if each.quotation.cut:
            say(made, " […]")
    if not text.lines:
        line(place, "This text has no sentences.")


def _terms(document: Document, lesson: Lesson) -> None:
    heading(document, "Words", 1, after="with the sentence where you meet them first")
    longest = max(map(len, lesson.terms), default=0)
    for term in (terms[at] for at in range(longest) for terms in lesson.terms if at < len(terms)):
        made = paragraph(document)
        say(made, term.word, bold=True)
        say(made, f" {term.sentence}", style=REFERENCE)
        say(made, f" {term.meaning}")
    if not lesson.terms:
        line(document, _LOOKED_UP, LINE)


def _task(
    document: Document, lesson: Lesson, task: Task, layout: Layout, *, number: int, key: bool, new_page: bool
) -> None:
    points = f"{task.points} points"
    heading(document, f"{number} {task.title}", 2, after=points, new_page=new_page)
    line(document, task.ask, held=True)
    if task.example:
        line(document, task.shown, held=True)
    if task.help:
        line(document, task.help, held=True)
    made = table(
        document,
        [_column(lesson, column) for column in task.columns],
        [column.share for column in task.columns],
        width=width(layout),
    )
    for each in task.rows:
        for cell, part in zip(row(made, height=each.height), each.cells, strict=True):
            _cell(cell, part, key=key)


def _column(lesson: Lesson, column: Column) -> str:
    """Return the head of a column, with the text that it is on."""
    if column.side is None or column.side >= len(lesson.extracts):
        return column.head
    text = lesson.extracts[column.side]
    mark = outlet(text.label, text.name)
    return f"{mark} · {column.head}" if column.head else mark


def _cell(cell: _Cell, part: TaskCell, *, key: bool) -> None:
    if part.said:
        tell(paragraph(cell), part.said)
    if part.ticks:
        boxes = (f"{TICKED if key and right else BOX}{words}" for words, right in part.ticks)
        line(cell, "   ".join(boxes))
    if not part.rules:
        return
    answer = part.answer if key else ()
    made = paragraph(cell, ANSWERED if answer else LINE)
    if part.starter:
        say(made, f"{part.starter} ")
    if answer:
        # An answer takes the lines that it needs; a teacher may add to it.
        tell(made, answer, style=WRITTEN)
        return
    for _ in range(part.rules - 1):
        paragraph(cell, LINE)


def _notes(document: Document, notes: Notes, layout: Layout) -> None:
    """Add the teacher's page."""
    heading(document, "For the teacher", 1, new_page=True)
    line(
        document,
        f"Time: {notes.reading} minutes to read, {notes.minutes - notes.reading} for the tasks. Ages "
        f"{notes.ages}; {notes.level}. The task is to show what each text says and to quote it; neither the "
        "handout nor this key says that one text is better.",
    )
    content = paragraph(document)
    say(content, "Content: ", bold=True)
    say(content, notes.content)
    heading(document, "Time and points", 2)
    made = table(
        document, ("Task", "Minutes", "Points", "Marking"), (0.26, 0.1, 0.1, 0.54), width=width(layout)
    )
    for number, each in enumerate(notes.marked, start=1):
        cells = row(made)
        for cell, words in zip(
            cells, (f"{number} {each.title}", str(each.minutes), str(each.points), each.marking), strict=True
        ):
            line(cell, words)
    for cell, words in zip(
        row(made), ("Together", str(notes.minutes - notes.reading), str(notes.points), ""), strict=True
    ):
        say(paragraph(cell), words, bold=True)
    heading(document, "Please check", 2)
    for check in notes.checks:
        line(document, check, "List Bullet")
    if notes.comments:
        heading(document, "A reviewer’s comments", 2)
        for name, comment in notes.comments:
            made_of = paragraph(document, "List Bullet")
            say(made_of, name, bold=True)
            say(made_of, f" {comment}")
    line(
        document,
        f"Standards that these tasks practise: {notes.standards}."
        + (" Numbers in brackets (Differ 1) are those of the report." * notes.numbered),
        SMALL,
    )
