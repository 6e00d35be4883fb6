"""Notes on the article itself: corrections, clarifications, notes of an update, editors' notes.

A note tells what an article said before or what was changed in it; read as a sentence it would say the very
thing that it takes back. It is told by a label in front, or by naming "this article" and what was done to it:
a bill's earlier version, a market's correction and a constitution's amended article are none.
"""

from __future__ import annotations

import re

from compare.read.furniture.correction_wordings import (
    BRACKETED,
    CHANGES,
    CLARIFIES,
    CORRECTS,
    DATED,
    EDGES,
    EDITOR,
    FINISHED,
    GOES_ON,
    HEADLINE_LABEL,
    HEADLINE_TAIL,
    LABEL,
    MENTIONED,
    OF_THE_TEXT,
    OPENING,
    OWNING,
    PUBLISHED,
    SENTENCE_END,
    UPDATES,
    WEAK_LABEL,
)

# A note of more than this is an article; one at a paragraph's end has a few sentences.
MAX_LENGTH = 2_000
MAX_TAIL = 4


def note_start(text: str) -> int | None:
    """Return where the note on the article begins with which a paragraph ends, 0 for all of it, or None.

    >>> note_start("This article was amended on 3 May to correct the mayor's name.")
    0
    >>> note_start("Work starts in May. This story has been updated.")
    20
    >>> note_start("This law was amended on 3 May.") is None
    True
    """
    if len(text) > MAX_LENGTH:
        return None
    flat = re.sub(r"\s", " ", text)
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(flat))]
    parts = [flat[start:end].strip() for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]
    if _is_note(flat.strip()):
        return 0
    for at in range(max(0, len(parts) - MAX_TAIL), len(parts)):
        opens = MENTIONED.search(parts[at]) or (at and _is_note(flat[starts[at] :].strip()))
        if opens and all(map(_goes_on, parts[at + 1 :])):
            return starts[at]
    return None


def is_head(text: str) -> bool | None:
    """Return whether a line that is nothing but a note's head is sure to be one; None for any other line.

    >>> is_head("Correction: 6 June 2024"), is_head("Correction"), is_head("Corrections officers")
    (True, False, None)
    """
    plain = text[_edge(text) :].rstrip(" *_)]")
    for label in (LABEL, WEAK_LABEL):
        match = label.match(plain)
        rest = plain[match.end() :] if match else ""
        if match and (not rest or DATED.fullmatch(rest)):
            told = bool(rest) or match["mark"] != "" or any(char.isdigit() for char in plain)
            return label is LABEL and (told or len(plain.split()) > 1)
    return None


def of_the_text(text: str) -> bool:
    """Return whether a paragraph below a note's head speaks of the article and not of the news."""
    return OF_THE_TEXT.search(text) is not None


def without_label(text: str) -> str:
    """Return a note's words below its label: what follows "Correction:"; all of it where nothing does.

    >>> without_label("Correction: The mayor is 61.")
    'The mayor is 61.'
    """
    start = _edge(text)
    label = LABEL.match(text, start) or WEAK_LABEL.match(text, start)
    return (
        text[label.end() :] if label and label["mark"] not in ("", " to ") and text[label.end() :] else text
    )


def goes_on(text: str) -> bool:
    """Return whether a line below a note goes on with it.

    >>> goes_on("The correct number is 14."), goes_on("The council was elected in 2019.")
    (True, False)
    """
    return _goes_on(text[_edge(text) :])


def headline_edges(text: str) -> tuple[int, int]:
    """Return where a headline begins and ends between an agency's marks of a correction.

    >>> text = "CORRECTED-Bridge falls (Corrects day in paragraph 2)"
    >>> start, end = headline_edges(text)
    >>> text[start:end]
    'Bridge falls'
    """
    label = HEADLINE_LABEL.match(text)
    start = label.end() if label else 0
    tail = HEADLINE_TAIL.search(text, start)
    return start, tail.start() if tail else len(text)


def described(text: str) -> str:
    """Return what a note is, for the reader.

    >>> described("This story has been updated with a statement."), described("Editor's note: Part 2 of 3.")
    ('a note of an update', 'an editor’s note')
    """
    if CLARIFIES.match(text[_edge(text) :]):
        return "a clarification"
    if CORRECTS.search(text):
        return "a correction"
    return "a note of an update" if UPDATES.search(text) else "an editor’s note"


def _edge(text: str) -> int:
    match = EDGES.match(text)
    return match.end() if match else 0


def _is_note(text: str) -> bool:
    if BRACKETED.fullmatch(text):
        return True
    plain = text[_edge(text) :]
    if OPENING.match(plain):
        return True
    label = LABEL.match(plain)
    if label and label["mark"] and len(plain) > label.end():
        rest = plain[label.end() :]
        sure = bool(FINISHED.search(rest)) and (":" in label["mark"] or bool(EDITOR.match(plain)))
        return sure or of_the_text(rest)
    weak = WEAK_LABEL.match(plain)
    if weak and weak["mark"]:
        rest = plain[weak.end() :]
        sorry = OWNING.match(plain) is not None and OF_THE_TEXT.search(rest) is not None
        return bool(sorry or OPENING.match(rest) or CHANGES.match(rest))
    late = PUBLISHED.match(plain)
    return bool(late and OPENING.match(plain, late.end()))


def _goes_on(text: str) -> bool:
    return GOES_ON.match(text) is not None or _is_note(text) or MENTIONED.search(text) is not None
