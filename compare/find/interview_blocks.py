"""An article as interviews are laid out: headings, labels and paragraphs, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.language.quotations import quotations
from compare.language.speaker_labels import asks
from compare.model import Article, FurnitureKind

# Longer paragraphs that end in a question mark are arguments, not questions put to somebody.
_LONGEST_QUESTION = 60
_I = re.compile(r"\bI\b|\b(?:[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Yy]ourself)\b")
_SIGN_OFF = re.compile(
    r"\b(?:interview|conversation|transcript|answers?|Q ?& ?A)\b[^.]{0,60}"
    r"\b(?:edited|condensed|conducted|shortened)\b|\b(?:was|were) (?:speaking|talking) (?:to|with)\b"
    r"|\bas told to\b|\binterview by\b|\bedited for\b",
    re.IGNORECASE,
)
_LABEL_NAME = re.compile(
    r"(?:\W{0,6}\d{1,2}:\d{2}(?::\d{2})?\W{1,6})?[\W_]{0,6}(?P<name>[^\W_][^:,()\[\]*_–—]*)"
)
_HEADS = (FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD, FurnitureKind.CROSSHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a label or a paragraph; `sentences` are the indices of a paragraph's."""

    start: int
    end: int
    text: str
    kind: FurnitureKind | None = None
    sentences: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """The name in a label, an empty one for every other block."""
        found = _LABEL_NAME.match(self.text) if self.kind is FurnitureKind.SPEAKER else None
        return found["name"].strip().rstrip(".)") if found else ""

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark and is short enough to be put to somebody."""
        return (
            self.kind not in (FurnitureKind.SPEAKER, FurnitureKind.HEADLINE)
            and asks(self.text)
            and len(self.text.split()) <= _LONGEST_QUESTION
        )

    @property
    def signs_off(self) -> bool:
        """Whether it tells how the interview was made."""
        return _SIGN_OFF.search(self.text) is not None

    def plain(self) -> str:
        """Return its words outside of quotation marks, all of them where it is one quotation as a whole."""
        marks = quotations(self.text)
        if not marks or marks[0] == (0, len(self.text)):
            return self.text
        edges = [0, *(edge for mark in marks for edge in mark), len(self.text)]
        return " ".join(self.text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))

    def names(self, surname: str) -> bool:
        """Return whether it names a person outside of quotation marks."""
        return bool(surname) and re.search(rf"\b{re.escape(surname)}\b", self.plain()) is not None


def blocks(article: Article) -> tuple[Block, ...]:
    """Return the headings, labels and paragraphs of an article in order.

    A question in bold at the head of a paragraph is a paragraph of its own.
    """
    found = [
        Block(start=piece.start, end=piece.end, text=article.text[piece.start : piece.end], kind=piece.kind)
        for piece in article.furniture
        if piece.kind in _HEADS or piece.kind is FurnitureKind.SPEAKER
    ]
    numbered = enumerate(article.sentences)
    for _, group in groupby(numbered, key=lambda pair: pair[1].paragraph):
        found += _paragraph(article, [at for at, _ in group])
    return tuple(sorted(found, key=lambda block: block.start))


def may_be_interview(article: Article) -> bool:
    """Return whether it has a speaker's label, or two paragraphs or headings that end in a question mark.

    Every article is asked this, so it looks at the last characters of the paragraphs and no more.
    """
    if any(piece.kind is FurnitureKind.SPEAKER for piece in article.furniture):
        return True
    return sum(1 for _ in _asking(article)) > 1


def _asking(article: Article) -> Iterator[int]:
    for piece in article.furniture:
        if piece.kind in _HEADS and asks(article.text[max(piece.start, piece.end - 12) : piece.end]):
            yield piece.start
    last = len(article.sentences) - 1
    for at, sentence in enumerate(article.sentences):
        ends = at == last or article.sentences[at + 1].paragraph != sentence.paragraph
        bold = article.text.startswith(("**", "__"), sentence.start)
        if (ends or bold) and asks(article.text[max(sentence.start, sentence.end - 12) : sentence.end]):
            yield sentence.start


def _paragraph(article: Article, inside: Sequence[int]) -> Iterator[Block]:
    text, sentences = article.text, article.sentences
    start, end = sentences[inside[0]].start, sentences[inside[-1]].end
    mark = text[start : start + 2]
    closed = text.find(mark, start + 2, end) if mark in ("**", "__") else -1
    lead = [at for at in inside if closed > 0 and sentences[at].end <= closed + 2]
    if lead and len(lead) < len(inside) and asks(text[start : sentences[lead[-1]].end]):
        yield _block(article, lead)
        yield _block(article, inside[len(lead) :])
    else:
        yield _block(article, inside)


def _block(article: Article, inside: Sequence[int]) -> Block:
    start, end = article.sentences[inside[0]].start, article.sentences[inside[-1]].end
    return Block(start=start, end=end, text=article.text[start:end], sentences=tuple(inside))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and the paragraphs below it up to the next one."""

    question: Block
    answers: tuple[Block, ...]

    @property
    def addresses(self) -> bool:
        """Whether the question says "you"."""
        return _YOU.search(self.question.plain()) is not None

    @property
    def asks_for_itself(self) -> bool:
        """Whether the question says "I" or "my", as readers' questions do."""
        return _I.search(self.question.plain()) is not None

    @property
    def asks_together(self) -> bool:
        """Whether the question says "we", as explainers do: "What do we know?"."""
        return _WE.search(self.question.plain()) is not None

    @property
    def first_person(self) -> bool:
        """Whether the answer says "I" or "my"."""
        return any(_I.search(block.plain()) for block in self.answers)

    @property
    def plural(self) -> bool:
        """Whether the answer says "we" or "our"."""
        return any(_WE.search(block.plain()) for block in self.answers)
