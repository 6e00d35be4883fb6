"""The extracts of a handout: whole sentences of both texts, those that the tasks need, as many as fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model import Article, Relation, Sentence
from compare.quote import Quotation, shortened, whole
from compare.render.lesson.copyfit import Sheet
from compare.render.lesson.material import Material, Place
from compare.render.parts.wording import date_words, name

_BETWEEN = 1.2
_LONGEST_HEADLINE = 110
# Characters of a first sentence that alone would be too long: about a dozen lines.
_CUT = 500
# Openings that cannot be understood without the sentence before.
_LEANS_BACK = re.compile(
    r"[\"“‘'(]?(?:(?:he|she|it|they|his|her|its|their|this|these|those|such|both|neither|others?|another)\b|most\s(?!of\b)"
    r"|that\s(?!the\b|a\b|an\b)|one\s(?:is|was|of\sthem)\b|the\s(?:other|latter|former|two|three)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLine:
    """A sentence as it stands in the text; `gap` says that sentences before it are left out."""

    id: str
    quotation: Quotation
    gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What a class reads of one text."""

    side: int
    label: str
    name: str
    date: str
    headline: Quotation | None
    lines: tuple[ExtractLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Groups of sentences of which a task would like so many, the best first; a group counts whole."""

    groups: tuple[frozenset[Place], ...]
    number: int


def chosen(found: Material, sheet: Sheet, wishes: Iterable[Wish], *, height: float) -> frozenset[Place]:
    """Return the sentences that both extracts print: each wish in turn, as far as a height in mm allows.

    A group whose sentences are there already is taken before one that needs room.
    """
    taken: frozenset[Place] = frozenset()
    for wish in wishes:
        number = 0
        whole_groups = (_understood(found.texts, group) for group in wish.groups)
        for group in sorted(whole_groups, key=lambda group: not group <= taken):
            if number == wish.number:
                break
            if group and _fits(found.texts, sheet, taken | group, height):
                taken, number = taken | group, number + 1
    return taken


def _understood(texts: Sequence[Article], group: frozenset[Place]) -> frozenset[Place]:
    """Return a group with the sentence before each that leans on it: "That covers several million more"."""
    more: set[Place] = set()
    for side, number in group:
        sentence = texts[side].sentences[number]
        words = texts[side].text[sentence.start : sentence.end]
        if number and _LEANS_BACK.match(words):
            more.add((side, number - 1))
    return group | more


def rewarding(found: Material, groups: Iterable[frozenset[Place]]) -> tuple[frozenset[Place], ...]:
    """Return groups of sentences, those first that give the tasks most for their length."""
    worth: dict[Place, float] = {}
    findings = [
        *((fact, 1.0 if fact.relation is Relation.PARTIAL else 2.0) for fact in found.facts),
        *((each, 3.0) for each in (*found.differences, *found.wordings)),
        *((each, 1.5) for each in (*found.named, *found.unnamed)),
        *((claim, claim.salience / 100) for claims in found.claims for claim in claims),
    ]
    for finding, weight in findings:
        for place in found.places(finding):
            worth[place] = worth.get(place, 0.0) + weight

    def density(group: frozenset[Place]) -> float:
        sentences = [found.texts[side].sentences[number] for side, number in group]
        # A line is lost to every sentence, whatever its length.
        return sum(worth.get(place, 0.0) for place in group) / (
            1 + sum(40 + s.end - s.start for s in sentences)
        )

    return tuple(sorted(groups, key=lambda group: -density(group)))


def filling(found: Material) -> tuple[Wish, ...]:
    """Return what fills the room that the tasks leave: first sentences, then claims of both in turn."""
    firsts = tuple(frozenset({(side, 0)}) for side, text in enumerate(found.texts) if text.sentences)
    longest = max(map(len, found.claims), default=0)
    claims = [each[at] for at in range(longest) for each in found.claims if at < len(each)]
    whole_texts = [(side, n) for side, text in enumerate(found.texts) for n in range(len(text.sentences))]
    return (
        Wish(groups=firsts, number=len(firsts)),
        Wish(groups=tuple(found.places(fact) for fact in found.facts), number=len(found.facts)),
        Wish(groups=tuple(found.places(claim) for claim in claims), number=len(claims)),
        Wish(groups=tuple(frozenset({place}) for place in whole_texts[:400]), number=400),
    )


def extracts(found: Material, taken: frozenset[Place]) -> tuple[Extract, ...]:
    """Return both extracts; of a text whose sentences are all too long the first is cut, with a mark."""
    made = []
    for side, text in enumerate(found.texts):
        numbers = sorted(number for place, number in taken if place == side)
        made.append(
            Extract(
                side=side,
                label=text.label,
                name=" ".join(name(text).split())[:60],
                date=date_words(text.published) if text.published else "",
                headline=headline(text),
                lines=_lines(text, numbers) if numbers else _cut(text),
                total=len(text.sentences),
            )
        )
    return tuple(made)


def tallest(found: Material, sheet: Sheet, taken: frozenset[Place]) -> float:
    """Return the height of the longer extract."""
    return max(
        (_height(text, sheet, side, taken) for side, text in enumerate(found.texts)),
        default=0.0,
    )


def headline(article: Article) -> Quotation | None:
    """Return an article's headline where the text holds it, cut if it is long."""
    start = article.text.find(article.title) if article.title else -1
    if start < 0 or not article.title:
        return None
    extent = Sentence(id="", paragraph=0, clauses=(), start=start, end=start + len(article.title))
    return shortened(article, extent, limit=_LONGEST_HEADLINE)


def _fits(texts: Sequence[Article], sheet: Sheet, taken: frozenset[Place], height: float) -> bool:
    return all(_height(text, sheet, side, taken) <= height for side, text in enumerate(texts))


def _height(text: Article, sheet: Sheet, side: int, taken: frozenset[Place]) -> float:
    title = headline(text)
    total = 5.4 * sheet.scale + (sheet.text(title.text, sheet.column * 0.94) if title else 0)
    before = -1
    numbers = sorted(n for place, n in taken if place == side)
    if not numbers:
        return total + sum(sheet.text(line.quotation.text, sheet.column) for line in _cut(text)) + 8
    for number in numbers:
        sentence = text.sentences[number]
        gap = "[…] " if before >= 0 and number > before + 1 else ""
        words = f"{gap}{sentence.id} {text.text[sentence.start : sentence.end]}"
        total += sheet.text(words, sheet.column) + _BETWEEN * sheet.scale
        before = number
    return total


def _lines(text: Article, numbers: Sequence[int]) -> tuple[ExtractLine, ...]:
    return tuple(
        ExtractLine(
            id=text.sentences[number].id,
            quotation=whole(text, text.sentences[number]),
            gap=at > 0 and number > numbers[at - 1] + 1,
        )
        for at, number in enumerate(numbers)
    )


def _cut(text: Article) -> tuple[ExtractLine, ...]:
    if not text.sentences:
        return ()
    first = text.sentences[0]
    return (ExtractLine(id=first.id, quotation=shortened(text, first, limit=_CUT), gap=False),)
