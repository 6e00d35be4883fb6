"""A task of a handout: what it asks, what it prints, where students write, and the answers of the key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from compare.model import Article, Discrepancy, Extent, Finding, FramingPair, SharedFact, Span
from compare.quote import Quotation, headline, shortened
from compare.render.layout import Level
from compare.render.lesson.copyfit import Face, Sheet, lines
from compare.render.lesson.material import Material, Place
from compare.render.parts.overview import Run
from compare.render.parts.references import Reference

Runs = tuple[Run, ...]
HOW = "Write the sentence numbers too."
PAD = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCell:
    """A cell of a task's table; `rules` are writing lines, `answer` is printed on them in the key."""

    said: Runs = ()
    ticks: tuple[tuple[str, bool], ...] = ()
    """What students tick; the key ticks the true ones."""
    rules: int = 0
    starter: str = ""
    answer: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, the label of the text that it is on, and its share of the width."""

    head: str
    share: float
    side: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A row of a task; its height is fixed, so that the key's is the same."""

    height: float
    cells: tuple[TaskCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task, numbered by its place."""

    title: str
    ask: str
    columns: tuple[Column, ...]
    rows: tuple[TaskRow, ...]
    points: int
    example: str = ""
    """A worked example, of invented texts: what an answer looks like."""
    help: str = ""
    """Words to use, or how to begin a sentence; only where the level gives them."""
    marking: str = ""
    """What the key says about marking this task."""

    def height(self, sheet: Sheet) -> float:
        """Return how much of a page the task takes, the space above it included."""
        heads = (
            5.6 * sheet.scale
            if any(column.head or column.side is not None for column in self.columns)
            else 1.0
        )
        rows = sum(row.height for row in self.rows)
        asked = sheet.asked(self.ask) + sheet.asked(self.help) + sheet.asked(self.shown)
        return 10.4 * sheet.scale + asked + heads + rows

    @property
    def shown(self) -> str:
        """Return the example as the page prints it."""
        return f"Example: {self.example}" if self.example else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the makers of tasks work with: the material, the sentences that are printed, paper and level."""

    found: Material
    taken: frozenset[Place]
    sheet: Sheet
    level: Level

    def printed(self, finding: Finding) -> bool:
        """Return whether the extracts hold every sentence that a finding needs."""
        headed = {headline(text): text for text in self.found.texts}
        for span, name in zip(finding.spans, finding.sentences, strict=False):
            if name in headed and not _in_headline(headed[name], span):
                return False
        places = self.found.places(finding)
        return places <= self.taken and (bool(places) or all(name in headed for name in finding.sentences))

    def width(self, share: float) -> float:
        """Return the width of a column's words."""
        return self.sheet.width * share - 3.0

    def row(self, columns: Sequence[Column], *cells: TaskCell) -> TaskRow:
        """Return a row that is as high as its highest cell."""
        heights = [
            self._height(cell, self.width(column.share)) for cell, column in zip(cells, columns, strict=True)
        ]
        return TaskRow(height=round(max(heights) + PAD * self.sheet.scale, 1), cells=cells)

    def _height(self, cell: TaskCell, width: float) -> float:
        sheet = self.sheet
        total = sheet.said(plain(cell.said), width) if cell.said else 0.0
        if cell.ticks:
            total += sheet.said("  ".join(f"☐ {words}" for words, _ in cell.ticks), width) + 0.6 * sheet.scale
        return total + cell.rules * sheet.pitch

    def rules(self, number: int) -> int:
        """Return how many writing lines stand for so many on a plain page."""
        return number * 2 if self.sheet.large else number

    def fitted(self, items: Iterable[Runs], *, share: float, rules: int, starter: str = "") -> Runs:
        """Return as many answers as the writing lines hold, separated, at least the first."""
        kept: Runs = ()
        most = rules * 2
        for item in items:
            more = (*kept, Run(words=" · "), *item) if kept else item
            words = f"{starter} {plain(more)}"
            if (
                kept
                and lines(words, width=self.width(share), size=9.6 * self.sheet.scale, face=Face.BOLD) > most
            ):
                continue
            kept = more
        return kept


# What students write on is 100 mm wide at least; what they read stands beside it.
READ, WRITE = 0.41, 0.59


def both(runs: Sequence[Runs]) -> Runs:
    """Return what two texts say, one after the other."""
    found: Runs = ()
    for each in runs:
        found = (*found, *(words(" — ") if found else ()), *each)
    return found


def plain(runs: Runs) -> str:
    """Return the words of some runs as the page has them, to measure them."""
    return "".join(
        chain.from_iterable(
            (
                run.words,
                f"“{run.quotation.text}” …" if run.quotation else "",
                f" {run.reference.words}" if run.reference else "",
            )
            for run in runs
        )
    )


def words(text: str) -> Runs:
    """Return words of the tool's."""
    return (Run(words=text),)


def quoted(article: Article, extent: Extent, *, limit: int) -> Runs:
    """Return a quotation, cut if it is longer than so many characters."""
    return (Run(quotation=shortened(article, extent, limit=limit)),)


def reference(found: Material, name: str) -> Runs:
    """Return the label of a sentence, or of a headline."""
    for side, text in enumerate(found.texts):
        if name == headline(text):
            return (Run(reference=Reference(words=f"{text.label} headline", href="", side=side)),)
        if name.startswith(text.label):
            return (Run(reference=Reference(words=name, href="", side=side)),)
    return (Run(reference=Reference(words=name, href="", side=0)),)


def cited(found: Material, span: Span, name: str, *, limit: int) -> Runs:
    """Return a quotation with the label of its sentence."""
    return (*quoted(found.article(span.article), span, limit=limit), *reference(found, name))


def in_order(desk: Desk, finding: SharedFact | Discrepancy | FramingPair) -> tuple[list[Span], list[str]]:
    """Return what a finding quotes of each text, first text first, with the labels of the sentences."""
    spans = list(finding.passages if isinstance(finding, Discrepancy) else finding.spans)
    if isinstance(finding, FramingPair):
        # Of a contrast in several stretches a row quotes from the first to the last.
        spans = [
            Span(article=label, start=min(s.start for s in here), end=max(s.end for s in here))
            for label in dict.fromkeys(s.article for s in spans)
            for here in [[s for s in spans if s.article == label]]
        ]
    known = dict(zip((span.article for span in finding.spans), finding.sentences, strict=False))
    labels = [text.label for text in desk.found.texts]
    spans.sort(key=lambda span: labels.index(span.article))
    names = []
    for span in spans:
        place = desk.found.place(span)
        there = desk.found.texts[place[0]].sentences[place[1]].id if place else span.article
        names.append(known.get(span.article, there))
    return spans, names


def exact(article: Article, extent: Extent, piece: str) -> Quotation | None:
    """Return a piece of a passage as a quotation, where the passage has it word for word."""
    start = article.text.find(piece, extent.start, extent.end) if piece else -1
    if start < 0:
        return None
    return Quotation(text=piece, start=start, end=start + len(piece), cut=False)


def _in_headline(article: Article, span: Span) -> bool:
    from compare.render.lesson.extracts import headline as shown

    title = shown(article)
    return title is not None and article.text[span.start : span.end] in title.text
