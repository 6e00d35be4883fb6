"""Sets aside what is printed with an article and is no sentence of it: by line, by position, never lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Furniture, FurnitureKind
from compare.read.boilerplate import boilerplate
from compare.read.bylines import byline, is_credits
from compare.read.datelines import dateline_end
from compare.read.dates import date_line
from compare.read.lines import Line, could_be_heading, is_title_case, lines_of, reads_as_prose
from compare.read.markdown import is_markup_line, markup
from compare.read.masthead import Kinds, masthead
from compare.read.tags import is_labelled_tags, is_tags
from compare.text.speaker_labels import Label, speaker_labels

# A bare dateline may follow a standfirst and a summary.
OPENING = 3
# How many blocks from the end an author's line, a date or a list of tags may stand.
FOOT = 4
# Crossheads in real articles: up to 5 words as a sentence is written, up to 10 in capitals or title case.
MAX_CROSSHEAD = 5
MAX_TITLED_CROSSHEAD = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What is what in a file below its front matter: furniture, and the paragraphs that are left."""

    furniture: tuple[Furniture, ...]
    body: tuple[tuple[int, int], ...]


def layout(text: str, start: int, *, title: str | None) -> Layout:
    """Return the furniture of `text[start:]` and its paragraphs, in order, without overlap."""
    stretches = markup(text, start)
    lines = list(lines_of(text, _between(stretches, start, len(text))))
    kinds = _kinds(lines, title=title)
    labels = _speakers(text, lines, kinds)
    furniture = [_set_aside(FurnitureKind.MARKUP, *stretch) for stretch in stretches]
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
        opening = dateline_end(text[line.start : min(line.end, line.start + 120)], first=paragraph < OPENING)
        paragraph += 1
        if opening:
            furniture.append(_set_aside(FurnitureKind.DATELINE, line.start, line.start + opening))
        if line.start + opening < line.end:
            body.append((line.start + opening, line.end))
    furniture.sort(key=lambda piece: piece.start)
    return Layout(furniture=tuple(furniture), body=tuple(body))


def _speakers(text: str, lines: Sequence[Line], kinds: Kinds) -> Mapping[int, Sequence[Label]]:
    """Return the labels of an interview's lines, which are taken out of `kinds`.

    A heading is all label or none: a question in bold stays a crosshead.
    """
    labels = dict(speaker_labels(text, [(line.start, line.end) for line in lines]))
    for index in tuple(labels):
        line = lines[index]
        listed = line.leader < line.start and not line.level
        whole = labels[index][0].end == line.end
        # "Ann Orr: ‘I had no choice’" above a text without a label in its next line is a headline.
        headed = kinds.get(index) is FurnitureKind.HEADLINE and index + 1 not in labels
        if listed or headed or (line.level and not whole) or kinds.get(index) is FurnitureKind.MARKUP:
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


def _kinds(lines: Sequence[Line], *, title: str | None) -> Kinds:
    kinds: Kinds = {}
    for index, line in enumerate(lines):
        if is_markup_line(line.text):
            kinds[index] = FurnitureKind.MARKUP
        elif not line.level or not could_be_heading(line):
            kind = boilerplate(line.text)
            if kind:
                kinds[index] = kind
    kinds |= masthead(lines, kinds, title=title)
    _foot(lines, kinds)
    _crossheads(lines, kinds)
    return kinds


def _foot(lines: Sequence[Line], kinds: Kinds) -> None:
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


def _crossheads(lines: Sequence[Line], kinds: Kinds) -> None:
    """Add the short lines without a stop that stand between two paragraphs."""
    for index, line in enumerate(lines):
        if index in kinds:
            continue
        inside = 0 < index < len(lines) - 1
        if line.level or (inside and _is_crosshead(line, above=lines[index - 1], below=lines[index + 1])):
            kinds[index] = FurnitureKind.CROSSHEAD


def _is_crosshead(line: Line, *, above: Line, below: Line) -> bool:
    words = line.words
    if line.leader < line.start or not words or len(words) > MAX_TITLED_CROSSHEAD:
        return False
    if reads_as_prose(line) or not could_be_heading(line) or not reads_as_prose(below):
        return False
    if not reads_as_prose(above) or above.text.endswith((",", ";", ":")):
        return False
    titled = is_title_case(words) and len(words) > 1
    return titled or len(words) <= MAX_CROSSHEAD
