"""Comparison -> an editor's memo as a Word file: what the PDF holds, to be filled in and passed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.kinds import Severity
from compare.model import Comparison
from compare.render.layout import Layout
from compare.render.memo.memo import Memo, build
from compare.render.memo.rows import SIGNS, MemoRow, Saying, Section
from compare.render.parts.overview import Card
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
)
from compare.render.word.sheet import LINE, QUOTED, REFERENCE, SMALL, packed, width

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_WEIGHTS = {Severity.ERROR: "conflict", Severity.WARNING: "look into", Severity.NOTE: "to know"}
_HEADS = ("No.", "Where", "What was found, and the texts", "Sign off")
_SHARES = (0.12, 0.09, 0.65, 0.14)
_LARGE_HEADS, _LARGE_SHARES = ("No.", "What was found, the texts, what is suggested"), (0.2, 0.8)
_LEGEND = (
    "Under a number: “conflict” with another text; “look into” it; “to know”, for information. Numbers and "
    "sentences (A12, B7; ¶ for the draft’s paragraph) are those of the comparison report. Words in quotation "
    "marks are the texts’ own, those in bold what a remark is about."
)
_LIMITS = (
    "The memo lists what rules found when they laid the texts next to each other. It does not decide what is "
    "true: two texts that agree can both be wrong, and a draft without a row is not an approved one."
)
_DECISIONS = ("publish", "publish after changes", "hold")


def memo(comparison: Comparison, layout: Layout) -> bytes:
    """Return the memo; equal comparisons give equal bytes."""
    made = build(comparison)
    name = f"Editor’s memo: {made.title}"
    document = begun(
        name,
        layout,
        kicker=" · ".join(filter(None, ("Editor’s memo · before publication", made.date))),
        heads=made.title,
        foot=name if len(name) < 80 else f"{name[:78].rstrip()}…",
        date=made.iso_date,
    )
    _texts(document, made)
    counts = " · ".join(f"{number} {words}" for _, number, words in made.counts)
    line(document, f"{counts} · {made.missing} not found in the draft · {made.only} found only in it")
    _decision(document, layout)
    line(document, _LEGEND, SMALL)
    for each in made.scope:
        line(document, each, SMALL)
    for section in made.sections:
        _section(document, made, section, layout)
    if made.lighter:
        verb = "is" if made.lighter == 1 else "are"
        line(document, f"{made.lighter} more of little weight {verb} in the report.", SMALL)
    if made.empty:
        looked = "Nothing found, or not looked for:" if made.scope else "Looked for, and nothing found:"
        shared = "" if made.close else " ".join(("", *made.overlaps))
        line(document, f"{looked} {made.empty}.{shared}", SMALL)
    _limits(document, made)
    ended(document)
    return packed(document)


def _texts(document: Document, made: Memo) -> None:
    draft = made.draft
    date = "no date in the file" if draft.date == "undated" else draft.date
    _card(document, "Draft", draft, (draft.byline, date, draft.figures))
    for other in made.others:
        figures = other.figures if len(made.others) == 1 else ""
        _card(document, "Compared with", other, (other.headline or "", other.byline, other.date, figures))


def _card(document: Document, role: str, card: Card, more: Sequence[str]) -> None:
    told = paragraph(document)
    say(told, f"{role} · {outlet(card.label, card.name)}", bold=True)
    say(told, "".join(f" · {each}" for each in more if each))


def _section(document: Document, made: Memo, section: Section, layout: Layout) -> None:
    heading(document, section.title, 1)
    all_ = len(section.rows) + section.more
    more = f"; {len(section.rows)} of {all_}, the others are in the report" if section.more else ""
    line(document, f"{section.lead}{more}", SMALL, held=True)
    if section.title == made.close:
        line(document, " ".join(made.overlaps), SMALL, held=True)
    large = layout.large_print
    rows = table(
        document,
        _LARGE_HEADS if large else _HEADS,
        _LARGE_SHARES if large else _SHARES,
        width=width(layout),
    )
    for each in section.rows:
        number, *others = row(rows)
        say(paragraph(number), each.named, bold=True)
        if each.signs is SIGNS:
            line(number, _WEIGHTS[each.severity], SMALL)
        # In large print all but the number stands in one column.
        where, text, signs = others * 3 if large else others
        _where(where, made, each)
        _text(text, each)
        first, *others_ = each.signs
        boxes = ((TICKED if each.accepted else BOX) + first, *(f"{BOX}{words}" for words in others_))
        for box in ("   ".join(boxes),) if large else boxes:
            line(signs, box)


def _where(cell: _Cell, made: Memo, each: MemoRow) -> None:
    told = paragraph(cell)
    if not each.place:
        say(told, f"not in {made.draft.label}")
        return
    say(told, each.place, style=REFERENCE)
    if each.paragraph:
        say(told, f" ¶{each.paragraph}")


def _text(cell: _Cell, each: MemoRow) -> None:
    """Add what the texts say, and what was found in it."""
    if each.kind or each.why:
        found = paragraph(cell)
        if each.kind:
            say(found, f"{each.kind[0].upper()}{each.kind[1:]}. ", bold=True)
        say(found, each.why, bold=True)
    told: Paragraph | None = None
    for said in each.quoted:
        if told is None or not said.beside:
            told = paragraph(cell)
        else:
            say(told, ", ")
        if each.placed:
            for _, sign, behind in said.marks:
                say(told, f"{sign} {behind}".rstrip(), style=REFERENCE)
                say(told, " ")
        _quoted(told, said)
    if each.action:
        line(cell, each.action)
    if each.comment:
        comment = paragraph(cell)
        say(comment, "Reviewer:", bold=True)
        say(comment, f" {each.comment}")


def _quoted(told: Paragraph, said: Saying) -> None:
    """Add a quotation with the words that it is about in bold."""
    if not said.said:
        say(told, "no such words in ")
    words = said.excerpt
    opening, closing = "‘’" if words.nested else "“”"
    say(told, opening)
    if words.marked:
        say(told, words.before, style=QUOTED)
        say(told, words.words, style=QUOTED, bold=True)
        say(told, words.after, style=QUOTED)
    else:
        say(told, words.text, style=QUOTED)
    say(told, f"{closing} …" if words.cut else closing)


def _decision(document: Document, layout: Layout) -> None:
    from docx.shared import Mm

    heading(document, "Decision", 1)
    signed = line(document, "Checked by", LINE)
    signed.paragraph_format.tab_stops.add_tab_stop(Mm(width(layout) * 0.6))
    signed.add_run("\t")
    say(signed, "Date")
    line(document, "   ".join(f"{BOX}{each}" for each in _DECISIONS))


def _limits(document: Document, made: Memo) -> None:
    notes = "".join(
        f" Note on {article}: {text}." if article else f" Note: {text}." for article, text in made.notes
    )
    version = f" Side by Side {made.version}." if made.version else ""
    line(document, f"{_LIMITS}{notes}{version}", SMALL)
