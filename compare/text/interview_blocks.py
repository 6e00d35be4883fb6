"""An article as interviews are laid out: headings, labels and paragraphs, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.model import Article, FurnitureKind
from compare.text.quotations import quotations
from compare.text.speaker_labels import asks

# Longer paragraphs that end in a question mark are arguments, not questions put to somebody.
_LONGEST_QUESTION = 60
FIRST = re.compile(r"\bI\b|\b(?:[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
TOGETHER = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
SECOND = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Yy]ourself)\b")
_SIGN_OFF = re.compile(
    r"\b(?:interview|conversation|transcript|answers?|Q ?& ?A)\b[^.]{0,60}"
    r"\b(?:edited|condensed|conducted|shortened)\b|\b(?:was|were) (?:speaking|talking) (?:to|with)\b"
    r"|\bas told to\b|\binterview by\b|\bedited for\b",
    re.IGNORECASE,
)
_LABEL_NAME = re.compile(
    r"(?:\W{0,6}\d{1,2}:\d{2}(?::\d{2})?\W{1,6})?[\W_]{0,6}(?P<name>[^\W_][^:,()\[\]*_–—]*)"
)
_OPENING = frozenset("\"'“«„»‘‚")
_CAPITAL_BEFORE = re.compile(r"(\b[^\W\d_a-z][\w.’-]{0,24})[ \u00a0]\Z")
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
            self.kind is not FurnitureKind.SPEAKER
            and asks(self.text)
            and len(self.text.split()) <= _LONGEST_QUESTION
            # “Why?” in marks, or the end of a longer quotation, is asked by somebody the article quotes.
            and self.text.count("“") == self.text.count("”")
            and self.text[0] not in _OPENING
        )

    @property
    def is_prompt(self) -> bool:
        """Whether it is one short sentence to "you" in which nobody says "I" or "we"."""
        addressed = SECOND.search(self.plain()) is not None
        return len(self.sentences) == 1 and addressed and not self.first_person

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

    @property
    def first_person(self) -> bool:
        """Whether somebody says "I" or "we" in it, outside of quotation marks."""
        plain = self.plain()
        return FIRST.search(plain) is not None or TOGETHER.search(plain) is not None

    def names(self, person: str) -> bool:
        """Return whether it names a person outside of quotation marks, and no other of the surname."""
        first, _, surname = person.rpartition(" ")
        own = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", *first.casefold().split()[:1]}
        plain = self.plain()
        for found in re.finditer(rf"\b{re.escape(surname)}\b", plain) if surname else ():
            before = _CAPITAL_BEFORE.search(plain, max(0, found.start() - 30), found.start())
            if before is None or before[1].rstrip(".").casefold() in own:
                return True
        return False


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
