"""A report's last parts: readability, what was set aside, and the texts in full with numbered sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.model import (
    Article,
    Comparison,
    Extent,
    Furniture,
    Measures,
    NotMeasured,
    OtherReadability,
    Readability,
    Sentence,
)
from compare.quote import Quotation, shortened
from compare.render.parts.references import Reference, Register, spelled
from compare.render.parts.wording import FURNITURE

SET_ASIDE_QUOTATION = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A stretch of a file that was recognised as no sentence."""

    label: str
    side: int
    kind: str
    quotation: Quotation
    times: int


def measured(comparison: Comparison) -> tuple[tuple[int, Measures, Readability], ...]:
    """Return the texts whose readability was measured, with their places."""
    places = {article.label: i for i, article in enumerate(comparison.articles)}
    return tuple(
        (places[m.article], m, m.readability)
        for m in comparison.measures
        if isinstance(m.readability, Readability)
    )


def unmeasured(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the texts whose readability was not measured, each with the reason."""
    return tuple(
        (m.article, m.readability.reason)
        for m in comparison.measures
        if isinstance(m.readability, NotMeasured)
    )


def otherwise(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the texts in other languages whose readability was measured, each with its figures in words."""
    return tuple(
        (
            m.article,
            "; ".join(
                (
                    *(f"{each.name} {each.value:.1f} ({each.scale})" for each in m.readability.formulas),
                    f"{m.readability.words_per_sentence:.1f} words a sentence",
                    f"{m.readability.characters_per_word:.1f} letters a word",
                )
            ),
        )
        for m in comparison.measures
        if isinstance(m.readability, OtherReadability)
    )


def readable(comparison: Comparison) -> tuple[tuple[int, str, str], ...]:
    """Return a line of figures a measured text: its place, the figures in words, its hardest sentence."""
    return tuple(
        (
            side,
            f"{r.words_per_sentence:.1f} words a sentence · grade {r.flesch_kincaid_grade:.1f} "
            f"(years of school in the US) · reading ease {r.flesch_reading_ease:.0f} of 100 · "
            f"{r.difficult_words:,} difficult words",
            r.hardest_sentence,
        )
        for side, _, r in measured(comparison)
    )


def set_aside(comparison: Comparison) -> tuple[SetAside, ...]:
    """Return what was set aside in each text, in its order and its exact words; equal pieces as one."""
    found: dict[tuple[int, str, str], SetAside] = {}
    for side, article in enumerate(comparison.articles):
        for piece in article.furniture:
            key = side, piece.kind, article.text[piece.start : piece.end]
            extent = Extent(start=piece.start, end=piece.end)
            found[key] = SetAside(
                label=article.label,
                side=side,
                kind=FURNITURE[piece.kind],
                quotation=found[key].quotation
                if key in found
                else shortened(article, extent, limit=SET_ASIDE_QUOTATION),
                times=found[key].times + 1 if key in found else 1,
            )
    return tuple(found.values())


# -------------------------------------------------------------------------------------------------- fulltext
# The appendix: a whole text with numbered sentences, what was set aside in its place, and margin notes.

# Characters of a paragraph that is kept on one page: a quarter of a page.
LONGEST_KEPT = 1400
# The appendix's measures in points, as its style sheet sets them. A line of running text holds 75 to 95
# characters and a line of a note 20 to 24: both are taken from the side that parts notes too far.
LINE, LINE_HEIGHT, PARAGRAPH_GAP = 110, 13.2, 6.2
NOTE_LINE, NOTE_HEIGHT, NOTE_MARGIN = 18, 9.4, 3.0
_ALONE = "Only "


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One sentence; `before` is what stands between it and the one before, if that is more than space."""

    id: str
    number: int
    name: str
    before: str
    text: str
    used: bool
    notes: tuple[tuple[str, tuple[Reference, ...]], ...]
    """What the margin says from here on: sentences, and the findings that use each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of sentences, or a stretch that was set aside (`kind` says as what)."""

    kind: str
    number: int
    text: str
    sentences: tuple[Numbered, ...]
    slack: float = 0.0
    """Points that the paragraph's last note needs below its text."""

    @property
    def long(self) -> bool:
        """The paragraph may be broken over two pages."""
        return sum(len(sentence.text) for sentence in self.sentences) > LONGEST_KEPT


def blocks(article: Article, side: int, register: Register) -> tuple[Block, ...]:
    """Return the whole text in its order: every character that is not white space is in some block."""
    found: list[Block] = []
    numbered: list[Numbered] = []
    paragraph, count, here = -1, 0, 0
    for number, piece in _in_order(article):
        before = article.text[here : piece.start].strip()
        text = article.text[piece.start : piece.end]
        if isinstance(piece, Furniture):
            if piece.end <= here:
                continue
            _close(found, numbered, count)
            if before:
                found.append(Block(kind="other", number=0, text=before, sentences=()))
            found.append(Block(kind=FURNITURE[piece.kind], number=0, text=text, sentences=()))
        else:
            if piece.paragraph != paragraph:
                _close(found, numbered, count)
                paragraph, count = piece.paragraph, count + 1
            numbered.append(
                Numbered(
                    id=f"s{side}-{number}",
                    number=number,
                    name=piece.id,
                    before=before,
                    text=text,
                    used=bool(_named(register.uses.get(piece.id, ()))),
                    notes=(),
                )
            )
        here = max(here, piece.end)
    _close(found, numbered, count)
    found = [_with_notes(block, register) for block in found]
    if rest := article.text[here:].strip():
        found.append(Block(kind="other", number=0, text=rest, sentences=()))
    return tuple(found)


def _named(uses: Sequence[Reference]) -> tuple[Reference, ...]:
    """Return the findings in words; what is in one text only stands on the page without a number."""
    named = (replace(use, words=spelled(use.words)) for use in uses)
    return tuple(use for use in named if not use.words.startswith(_ALONE))


def _with_notes(block: Block, register: Register) -> Block:
    """Return a paragraph with its margin notes, those joined that would lie on each other.

    Lines are estimated from below, since WeasyPrint neither stacks floats in a margin nor tells where a line
    ended: 16 of 50 notes on texts of short sentences overlapped without this.
    """
    notes: dict[int, list[tuple[str, tuple[Reference, ...]]]] = {}
    anchor, since, height = 0, 0, 0.0
    for i, sentence in enumerate(block.sentences):
        if sentence.used:
            if since // LINE * LINE_HEIGHT >= height:
                anchor, since, height = i, 0, NOTE_MARGIN
            uses = _named(register.uses[sentence.name])
            notes.setdefault(anchor, []).append((sentence.name, uses))
            letters = len(sentence.name) + sum(len(use.words) + 1 for use in uses)
            height += NOTE_HEIGHT * -(-letters // NOTE_LINE)
        since += len(sentence.text) + len(sentence.before) + 4
    sentences = tuple(replace(s, notes=tuple(notes.get(i, ()))) for i, s in enumerate(block.sentences))
    left = -(-since // LINE) * LINE_HEIGHT + PARAGRAPH_GAP
    return replace(block, sentences=sentences, slack=round(max(0.0, height - left), 1))


def _in_order(article: Article) -> Iterator[tuple[int, Sentence | Furniture]]:
    """Yield sentences, counted from 1, and furniture by where they start."""
    numbered: list[tuple[int, Sentence | Furniture]] = [*enumerate(article.sentences, 1)]
    numbered += [(0, piece) for piece in article.furniture]
    yield from sorted(numbered, key=lambda each: (each[1].start, each[1].end))


def _close(found: list[Block], numbered: list[Numbered], count: int) -> None:
    if numbered:
        found.append(Block(kind="", number=count, text="", sentences=tuple(numbered)))
        numbered.clear()
