"""Sets aside what is printed with an article and is no sentence of it: by line, by position, never lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from compare.model import Furniture, FurnitureKind
from compare.read.bylines import byline, is_credits
from compare.read.dates import date_line, is_stamp
from compare.read.furniture.boilerplate import boilerplate, is_around
from compare.read.furniture.corrections import goes_on, headline_edges, is_head, note_start, of_the_text
from compare.read.furniture.datelines import dateline_end
from compare.read.furniture.end_matter import (
    end_matter,
    is_contribution,
    is_labelled_tags,
    is_tags,
    lives,
)
from compare.read.furniture.entries import entry_heads, entry_times
from compare.read.furniture.glued import back_start, front_end
from compare.read.furniture.lines import (
    TextBlock,
    could_be_heading,
    is_markup_line,
    is_title_case,
    lines_of,
    markup,
    reads_as_prose,
)
from compare.read.furniture.masthead import Kinds, is_run_on, masthead, summary
from compare.read.furniture.notices import is_offer, is_paywall
from compare.text.en import word_set
from compare.text.interviews.labels import Label, speaker_labels

# A bare dateline may follow a standfirst and a summary.
OPENING = 3
# How many blocks from the end an author's line, a date or a list of tags may stand.
FOOT = 4
# Crossheads in real articles: up to 5 words as a sentence is written, up to 10 in capitals or title case.
MAX_CROSSHEAD = 5
MAX_TITLED_CROSSHEAD = 10
# Five words in capitals and a colon are a head; one to three may be who speaks.
MIN_SHOUTED = 4
# Headlines leave out articles and auxiliaries; a sentence of this length that lost its stop has one.
MIN_LINK, MAX_LINK = 6, 20
NO_HEADLINE = word_set("furniture.layout.no_headline")
# "Correction: ..." and "Updated: 14:02" have a colon too, and so has a firm's contact.
NO_SPEAKER = frozenset(
    {FurnitureKind.MARKUP, FurnitureKind.CORRECTION, FurnitureKind.END_MATTER, FurnitureKind.DATE}
)
QUOTED = re.compile(r"[‘“'\"«„][^‘“\"«„\n]{1,200}[’”'\"»“]")
NO_DISTANCE = frozenset(
    {
        FurnitureKind.SUMMARY,
        FurnitureKind.CORRECTION,
        FurnitureKind.CROSSHEAD,
        FurnitureKind.END_MATTER,
    }
)


class TextLayout(Struct, frozen=True, kw_only=True):
    """What is what in a file below its front matter: furniture, and the paragraphs that are left."""

    furniture: tuple[Furniture, ...]
    body: tuple[tuple[int, int], ...]


def layout(text: str, start: int, *, title: str | None) -> TextLayout:
    """Return the furniture of `text[start:]` and its paragraphs, in order, without overlap."""
    stretches = markup(text, start)
    furniture = [_set_aside(FurnitureKind.MARKUP, *stretch) for stretch in stretches]
    lines = list(lines_of(text, _between(stretches, start, len(text))))
    for index, line in enumerate(lines):
        lines[index], marks = _without_marks(text, line)
        furniture += marks
    kinds = _kinds(lines, title=title)
    labels = _speakers(text, lines, kinds)
    body: list[tuple[int, int]] = []
    paragraph = 0
    for index, line in enumerate(lines):
        if line.leader < line.start:
            furniture.append(_set_aside(FurnitureKind.MARKUP, line.leader, line.start))
        if line.end < line.trailer:
            furniture.append(_set_aside(FurnitureKind.MARKUP, line.end, line.trailer))
        if line.start == line.end:
            continue
        if index in kinds:
            furniture.append(_set_aside(kinds[index], line.start, line.end))
            continue
        if index in labels:
            paragraph += 1
            at = line.start
            for label in labels[index]:
                body += _stretch(at, label.start)
                written = text[label.start : label.end].rstrip()
                furniture.append(_set_aside(FurnitureKind.SPEAKER, label.start, label.start + len(written)))
                at = label.end
            body += _stretch(at, line.end)
            continue
        start = line.start + front_end(text[line.start : line.end])
        if line.start < start:
            glued = line.start + len(text[line.start : start].rstrip())
            furniture.append(_set_aside(FurnitureKind.PROMOTION, line.start, glued))
        opening = dateline_end(text[start : min(line.end, start + 120)], first=paragraph < OPENING)
        paragraph += 1
        if opening:
            furniture.append(_set_aside(FurnitureKind.DATELINE, start, start + opening))
        rest = text[start + opening : line.end]
        told, kind = back_start(rest)
        if kind:
            tail = len(rest) - len(rest[told:].lstrip())
            furniture.append(_set_aside(kind, start + opening + tail, line.end))
        if told:
            body.append((start + opening, start + opening + told))
    furniture.sort(key=lambda piece: piece.start)
    return TextLayout(furniture=tuple(furniture), body=tuple(body))


def _without_marks(text: str, line: TextBlock) -> tuple[TextBlock, list[Furniture]]:
    """Return a headline without an agency's marks of a correction, and those marks."""
    if date_line(line.text):
        return line, []
    start, end = headline_edges(text[line.start : line.end])
    start, end = line.start + start, line.start + end
    if (start, end) == (line.start, line.end) or reads_as_prose(line) or not text[start:end].strip():
        return line, []
    label = line.start + len(text[line.start : start].rstrip())
    tail = line.end - len(text[end : line.end].lstrip())
    marks = [
        (FurnitureKind.MARKUP, line.leader, line.start),
        (FurnitureKind.CORRECTION, line.start, label),
        (FurnitureKind.CORRECTION, tail, line.end),
        (FurnitureKind.MARKUP, line.end, line.trailer),
    ]
    bare = replace(line, start=start, end=end, leader=start, trailer=end)
    return replace(bare, text=" ".join(text[start:end].split())), [
        _set_aside(kind, *at) for kind, *at in marks if at[0] < at[1]
    ]


def _speakers(text: str, lines: Sequence[TextBlock], kinds: Kinds) -> Mapping[int, Sequence[Label]]:
    """Return the labels of an interview's lines, which are taken out of `kinds`.

    A heading is all label or none: a question in bold stays a crosshead.
    """
    labels = dict(speaker_labels(text, [(line.start, line.end) for line in lines]))
    for index in tuple(labels):
        line = lines[index]
        listed = line.leader < line.start and not line.level
        whole = labels[index][0].end == line.end
        # "Ann Orr: ‘I had no choice’" above a text without a label in its next line is a headline.
        # So is one that is nothing but a quotation above a question to the same person.
        title = kinds.get(index) is FurnitureKind.HEADLINE
        quoted = text[labels[index][0].end : line.end]
        headed = title and (index + 1 not in labels or QUOTED.fullmatch(quoted) is not None)
        if listed or headed or (line.level and not whole) or kinds.get(index) in NO_SPEAKER:
            del labels[index]
        else:
            kinds.pop(index, None)
    return labels


def _stretch(start: int, end: int) -> list[tuple[int, int]]:
    return [(start, end)] if start < end else []


def _set_aside(kind: FurnitureKind, start: int, end: int) -> Furniture:
    return Furniture(kind=kind, start=start, end=end)


def _between(stretches: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for stretch in stretches for edge in stretch), end]
    return [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2) if edges[at] < edges[at + 1]]


def _kinds(lines: Sequence[TextBlock], *, title: str | None) -> Kinds:
    kinds: Kinds = {}
    for index, line in enumerate(lines):
        kind = _by_itself(line)
        if kind:
            kinds[index] = kind
        elif index and kinds.get(index - 1) is FurnitureKind.CAPTION and line.text in lines[index - 1].text:
            # A photographer's name stands below the line that credits him once more.
            kinds[index] = FurnitureKind.CAPTION
    _notes(lines, kinds)
    _offers(lines, kinds)
    for kind, boxes in (
        (FurnitureKind.SUMMARY, summary),
        (FurnitureKind.END_MATTER, end_matter),
        (FurnitureKind.BYLINE, lives),
        (FurnitureKind.CROSSHEAD, entry_heads),
    ):
        kinds |= {index: kind for index in boxes(lines, kinds) if index not in kinds}
    # Boxes between headline and text are no distance: a byline below ten points is still above the text.
    # Nor is a live report's first entry a standfirst, though the next one's stamp stands below it.
    times = entry_times(lines, kinds)
    kinds |= dict.fromkeys(times, FurnitureKind.DATE)
    shown = [
        index for index in range(len(lines)) if index not in times and kinds.get(index) not in NO_DISTANCE
    ]
    known = {at: kinds[index] for at, index in enumerate(shown) if index in kinds}
    above = masthead([lines[index] for index in shown], known, title=title)
    kinds |= {shown[at]: kind for at, kind in above.items()}
    for index, line in enumerate(lines):
        if index not in kinds and (is_stamp(line.text) or (is_around(line.text) and not line.level)):
            kinds[index] = FurnitureKind.DATE if is_stamp(line.text) else FurnitureKind.PROMOTION
    _foot(lines, kinds)
    _crossheads(lines, kinds)
    return kinds


def _by_itself(line: TextBlock) -> FurnitureKind | None:
    """Return what a line is by its own words, wherever it stands."""
    glued = front_end(line.text)
    if glued:
        # "Choose your plan ArrowRight The council met." asks for money only in front of its sentence.
        return _by_itself(replace(line, text=line.text[glued:]))
    if is_markup_line(line.text):
        return FurnitureKind.MARKUP
    if note_start(line.text) == 0:
        return FurnitureKind.CORRECTION
    if is_paywall(line.text):
        return FurnitureKind.PROMOTION
    if is_run_on(line.text):
        return FurnitureKind.SUMMARY
    if is_contribution(line.text):
        return FurnitureKind.BYLINE
    # A stamp that gives the day may be the article's own date: the masthead looks first.
    if is_stamp(line.text) and not date_line(line.text):
        return FurnitureKind.DATE
    kind = None if line.level and could_be_heading(line) else boilerplate(line.text)
    # "Embargoed until 00:01, 3 March 2024" dates a release: the masthead looks first here as well.
    return None if kind is FurnitureKind.PROMOTION and is_around(line.text) and date_line(line.text) else kind


def _notes(lines: Sequence[TextBlock], kinds: Kinds) -> None:
    """Add the heads of notes with what stands below them, and the lines with which a note goes on."""
    for index, line in enumerate(lines):
        sure = is_head(line.text)
        below = index + 1
        if sure is None or below == len(lines):
            continue
        if sure or kinds.get(below) is FurnitureKind.CORRECTION or of_the_text(lines[below].text):
            kinds[index] = FurnitureKind.CORRECTION
            kinds.setdefault(below, FurnitureKind.CORRECTION)
    for index in range(1, len(lines)):
        if (
            kinds.get(index - 1) is FurnitureKind.CORRECTION
            and index not in kinds
            and goes_on(lines[index].text)
        ):
            kinds[index] = FurnitureKind.CORRECTION


def _offers(lines: Sequence[TextBlock], kinds: Kinds) -> None:
    """Add prices and buttons below the first invitation to subscribe."""
    called = (index for index, kind in sorted(kinds.items()) if kind is FurnitureKind.PROMOTION)
    first = next((index for index in called if is_paywall(lines[index].text)), len(lines))
    for index in range(first, len(lines)):
        if index not in kinds and is_offer(lines[index].text):
            kinds[index] = FurnitureKind.PROMOTION


def _foot(lines: Sequence[TextBlock], kinds: Kinds) -> None:
    """Add the tags, credits and dates that close a page; a foot needs a text above it."""
    open_lines = [index for index, line in enumerate(lines) if index not in kinds and not line.level]
    foot = open_lines[1:][-FOOT:]
    label = next((index for index in foot if is_labelled_tags(lines[index].text)), None)
    for index in foot:
        text = lines[index].text
        if label is not None and index >= label and not reads_as_prose(lines[index]):
            kinds[index] = FurnitureKind.TAGS
        elif is_credits(text):
            kinds[index] = FurnitureKind.BYLINE
        elif date_line(text):
            kinds[index] = FurnitureKind.DATE
        elif (found := byline(text)) and found.sure:
            kinds[index] = FurnitureKind.BYLINE
    last = next((index for index in reversed(foot) if index not in kinds), None)
    if last is not None and is_tags(lines[last].text):
        kinds[last] = FurnitureKind.TAGS


def _crossheads(lines: Sequence[TextBlock], kinds: Kinds) -> None:
    """Add the short lines without a stop that stand between two paragraphs."""
    for index, line in enumerate(lines):
        if index in kinds:
            continue
        inside = 0 < index < len(lines) - 1
        if line.level or (inside and _is_crosshead(line, above=lines[index - 1], below=lines[index + 1])):
            kinds[index] = FurnitureKind.CROSSHEAD


def _is_crosshead(line: TextBlock, *, above: TextBlock, below: TextBlock) -> bool:
    words = line.words
    shouted = line.text.isupper() and len(words) > MIN_SHOUTED and line.text.endswith(":")
    if line.leader == line.start and shouted and reads_as_prose(above) and reads_as_prose(below):
        return True
    if line.leader < line.start or not words or len(words) > MAX_LINK:
        return False
    if reads_as_prose(line) or not could_be_heading(line) or not reads_as_prose(below):
        return False
    if not reads_as_prose(above) or above.text.endswith((",", ";", ":")):
        return False
    titled = is_title_case(words) and 1 < len(words) <= MAX_TITLED_CROSSHEAD
    return titled or len(words) <= MAX_CROSSHEAD or _is_link(words)


def _is_link(words: Sequence[str]) -> bool:
    """Return whether a line is written as headlines are: of another story, where a page had a link to it."""
    return len(words) >= MIN_LINK and NO_HEADLINE.isdisjoint(word.lower().strip(",’'‘") for word in words)


# --------------------------------------------------------------------------------------------- headlines only
# Files without running text: their headings are read as it, or where there are none their other lines.

HEADINGS = frozenset(
    {FurnitureKind.SECTION, FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD, FurnitureKind.CROSSHEAD}
)
ANY = frozenset(FurnitureKind) - {FurnitureKind.MARKUP}


def headings_as_text(text: str, page: TextLayout) -> TextLayout:
    """Return the layout with its headings as paragraphs."""
    return _as_text(text, page, kinds=HEADINGS)


def lines_as_text(text: str, page: TextLayout) -> TextLayout:
    """Return the layout with all lines but markup as paragraphs."""
    return _as_text(text, page, kinds=ANY)


def _as_text(text: str, page: TextLayout, *, kinds: Set[FurnitureKind]) -> TextLayout:
    """Return the layout with the pieces of some kinds as paragraphs; a time of day is never one."""
    kept: list[Furniture] = []
    taken: list[Furniture] = []
    for piece in page.furniture:
        read = piece.kind in kinds and not is_stamp(text[piece.start : piece.end])
        (taken if read else kept).append(piece)
    body = [*page.body, *((piece.start, piece.end) for piece in taken)]
    return TextLayout(furniture=tuple(kept), body=tuple(sorted(body)))
