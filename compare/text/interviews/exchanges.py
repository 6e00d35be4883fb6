"""Questions and the answers below them, as an article lays them out, and whether they are put to somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from compare.model import Article, FurnitureKind
from compare.text.interviews.labels import asks, is_numbered
from compare.text.interviews.people import Interviewee
from compare.text.quotations import outside, quotations

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


class Block(Struct, frozen=True, kw_only=True):
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
        whole = marks[:1] == ((0, len(self.text)),)
        return self.text if whole else outside(self.text, marks, 0, len(self.text))

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


# Without labels: so many questions, in so much of what follows the first of them. A column with a rhetorical
# question here and there has one in twenty paragraphs.
FEWEST, _SHARE = 2, 0.12
# And so many where no line above tells who speaks.
_FEWEST_UNTOLD, _SHARE_UNTOLD, _IN_PERSON = 3, 0.2, 0.4
_BY_SHARE = 0.3


class Exchange(Struct, frozen=True, kw_only=True):
    """A question and the paragraphs below it up to the next one."""

    question: Block
    answers: tuple[Block, ...]

    @property
    def addresses(self) -> bool:
        """Whether the question says "you"."""
        return SECOND.search(self.question.plain()) is not None

    @property
    def asks_for_itself(self) -> bool:
        """Whether the question says "I" or "my", as readers' questions do."""
        return FIRST.search(self.question.plain()) is not None

    @property
    def asks_together(self) -> bool:
        """Whether the question says "we", as explainers do: "What do we know?"."""
        return TOGETHER.search(self.question.plain()) is not None

    @property
    def first_person(self) -> bool:
        """Whether the answer says "I" or "my"."""
        return any(FIRST.search(block.plain()) for block in self.answers)

    @property
    def plural(self) -> bool:
        """Whether the answer says "we" or "our"."""
        return any(TOGETHER.search(block.plain()) for block in self.answers)


def below(found: Sequence[Block], at: int, stops: Collection[int]) -> list[Block]:
    """Return the paragraphs between a block and the next of the stops."""
    end = min((stop for stop in stops if stop > at), default=len(found))
    return [block for block in found[at + 1 : end] if block.sentences]


def is_talk(
    found: Sequence[Block], labels: Mapping[int, str], askers: frozenset[str], told: Interviewee | None
) -> bool:
    """Return whether labels are an interview's: names are, Q and A may be those of an explainer."""
    if not all(is_numbered(name) or name.casefold() in ("question", "answer") for name in labels.values()):
        return True
    exchanges = []
    for at in labels:
        if labels[at] in askers and (asked := below(found, at, labels)):
            answer = next((k for k in labels if k > at and labels[k] not in askers), len(found) - 1)
            exchanges.append(Exchange(question=asked[0], answers=tuple(below(found, answer, labels))))
    number = len(exchanges)
    if not number or 2 * sum(one.asks_for_itself for one in exchanges) >= max(number, 2):
        return False
    in_person = sum(one.first_person for one in exchanges)
    if told and not _third(exchanges, told) and (in_person or told.plainly):
        return True
    together = (
        sum(one.plural for one in exchanges) >= _BY_SHARE * number
        and sum(one.addresses for one in exchanges) >= _BY_SHARE * number
        and not any(one.asks_together for one in exchanges)
    )
    return in_person >= _BY_SHARE * number or together


def are_put(
    found: Sequence[Block],
    questions: frozenset[int],
    labels: Mapping[int, str],
    told: Interviewee | None,
    *,
    sure: bool,
    announced: bool,
) -> bool:
    """Return whether questions without labels are put to somebody who answers in the paragraphs below.

    `sure`: the labels beside them are an interview's; `announced`: a heading says that the text is one.
    """
    if not questions:
        return False
    stops = questions | set(labels)
    exchanges = [
        Exchange(question=found[at], answers=tuple(below(found, at, stops))) for at in sorted(questions)
    ]
    number = len(exchanges)
    addressed = sum(one.addresses for one in exchanges)
    in_person = sum(one.first_person for one in exchanges)
    if sure and all(found[at + 1].label for at in questions):
        return True
    if sure:
        return bool(addressed or in_person)
    share = number / max(1, len(below(found, min(questions) - 1, labels)) - number)
    if number < FEWEST or share < _SHARE:
        return False
    if 2 * sum(one.asks_for_itself for one in exchanges) >= number:
        return False
    if min(questions) > len(found) / 2:
        return False
    together = sum(one.first_person or one.plural for one in exchanges)
    if announced and addressed and together >= _BY_SHARE * number:
        # A caption below an answer may name the speaker.
        return not told or 3 * _third(exchanges, told) < number
    if told and not _third(exchanges, told):
        spoken = in_person >= _BY_SHARE * number and (addressed > 0 or told.plainly)
        return spoken or (told.plainly and number >= _FEWEST_UNTOLD and share >= _SHARE_UNTOLD)
    return (
        told is None
        and number >= _FEWEST_UNTOLD
        and share >= _SHARE_UNTOLD
        and addressed >= _BY_SHARE * number
        and in_person >= _IN_PERSON * number
    )


def prompts(found: Sequence[Block], questions: frozenset[int]) -> frozenset[int]:
    """Return the paragraphs that are put to somebody as questions are.

    "Your critics say you panicked." Only where answers are one paragraph long, so that a second stands out.
    """
    answers = [below(found, at, questions) for at in questions]
    if 2 * sum(len(one) == 1 for one in answers) < len(answers):
        return frozenset()
    return frozenset(
        at
        for at, block in enumerate(found[:-1])
        if at > min(questions)
        and block.is_prompt
        and found[at - 1].sentences
        and at - 1 not in questions
        and found[at + 1].sentences
        and at + 1 not in questions
    )


def _third(exchanges: Sequence[Exchange], told: Interviewee) -> int:
    """Return how many answers name the person interviewed, as a writer does: a note below the last may."""
    return sum(
        any(block.names(told.name) for block in (one.answers if at + 1 < len(exchanges) else one.answers[:1]))
        for at, one in enumerate(exchanges)
    )
