"""Which sentences and headlines of two texts are laid together, and how their words meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct

from compare.align import Ground
from compare.align.passages import Passage
from compare.align.relations import FIRM, SURE, word_pairs
from compare.align.vocabulary import Vocabulary
from compare.find.devices.phrases import phrases
from compare.text.document import Document
from compare.text.quotations import crossing
from compare.text.tokens import Word

# So many pairs of sentences of two texts are looked at: of what a reader would name a contrast two thirds
# stand in the forty nearest pairs, and with more of them the rest hides the telling.
_MOST_PAIRS = 30
# Two first sentences tell one thing more often than their words say.
_LEADING = 2
_LEAD_GAIN = 1.5
_FARTHEST = -4.0
# A headline and a sentence of the other text: what meets must weigh so much.
_HEADLINE_WEIGHT = 1.2


class Line(Struct, frozen=True, kw_only=True):
    """A sentence or headline made ready; `place` is 0 for a headline, else the sentence's number."""

    document: Document
    name: str
    place: int
    words: tuple[Word, ...]
    lower: tuple[str, ...]
    quoted: tuple[bool, ...]
    phrases: tuple[tuple[int, int], ...]


class Laid(Struct, frozen=True, kw_only=True):
    """Two lines laid together."""

    sides: tuple[Line, Line]
    odds: float
    """The log odds that both tell one fact."""
    sure: float
    """Which share of either text's sentences surely meets one of the other's, the lower of the two shares."""
    score: float
    best: int
    """In how many of the two lines' own lists this pair comes first."""
    met: dict[int, tuple[int, float]]
    """By a word's place in the first line: that of its counterpart, and how near."""
    weights: tuple[tuple[float, ...], tuple[float, ...]]
    """What each word weighs, 0 for words of grammar."""


def laid(ground: Ground, one: Document, other: Document) -> list[Laid]:
    """Return the pairs of lines of two texts that may speak of one thing, the nearest first."""
    heads = (_headline(one), _headline(other))
    odds: dict[tuple[int, int], float] = {}
    scores: dict[tuple[int, int], float] = {}
    nearest: dict[tuple[int, int], float] = {}
    for cell in ground.cells:
        place = (cell.row + 1, cell.column + 1)
        odds[place], scores[place] = _odds(cell.certainty), cell.score
        for side in (0, 1):
            key = (side, place[side])
            nearest[key] = max(nearest.get(key, 0.0), odds[place])
    odds |= _headed(heads, ground)
    for i in range(1, min(_LEADING, len(ground.rows)) + 1):
        for j in range(1, min(_LEADING, len(ground.columns)) + 1):
            odds.setdefault((i, j), _FARTHEST)

    def order(place: tuple[int, int]) -> tuple[float, float, int, int, list[str]]:
        leads = 0 < place[0] <= _LEADING and 0 < place[1] <= _LEADING
        share = place[0] / (1 + len(ground.rows)) + place[1] / (1 + len(ground.columns))
        return (
            -round(odds[place] + _LEAD_GAIN * leads, 6),
            round(share, 9),
            sum(place),
            abs(place[0] - place[1]),
            # The first with the third, or the third with the first: which, must not hang on the texts' order.
            sorted(map(_words, (one, other), place)),
        )

    twins = (
        {cell.row + 1 for cell in ground.verbatim},
        {cell.column + 1 for cell in ground.verbatim},
    )
    if heads[0] == heads[1]:
        twins = (twins[0] | {0}, twins[1] | {0})
    lines: dict[tuple[int, int], Line] = {}
    sure = [cell for cell in ground.cells if cell.certainty >= SURE]
    common = min(
        len({cell.row for cell in sure}) / max(1, len(ground.rows)),
        len({cell.column for cell in sure}) / max(1, len(ground.columns)),
    )
    found = []
    for place in sorted(odds, key=order)[:_MOST_PAIRS]:
        # Where both are told word for word elsewhere, laying them together tells nothing.
        if place[0] in twins[0] and place[1] in twins[1]:
            continue
        pair = []
        for side, document in enumerate((one, other)):
            key = (side, place[side])
            if key not in lines:
                lines[key] = _line(document, place[side])
            pair.append(lines[key])
        best = sum(odds[place] >= nearest.get((side, place[side]), 99.0) for side in (0, 1))
        both = _together(
            pair[0],
            pair[1],
            ground.lexicon,
            odds=odds[place],
            score=scores.get(place, 30.0),
            best=best,
            sure=common,
        )
        # Two first sentences without a word in common are shown as the leads that they are.
        if any(nearness >= FIRM for _, nearness in both.met.values()):
            found.append(both)
    return found


def _words(document: Document, place: int) -> str:
    extent = document.article.sentences[place - 1] if place else document.headlines[0]
    return document.article.text[extent.start : extent.end]


def _odds(certainty: float) -> float:
    share = min(0.999, max(0.001, certainty / 100))
    return log(share / (1 - share))


def _headline(document: Document) -> frozenset[str]:
    head = next(iter(document.headlines), None)
    if head is None:
        return frozenset()
    return frozenset(word.key for word in document.words(head.start, head.end) if word.content)


def _headed(heads: tuple[frozenset[str], frozenset[str]], ground: Ground) -> dict[tuple[int, int], float]:
    """Return the odds of a headline and the other text's sentences."""
    sides: tuple[Sequence[Passage], Sequence[Passage]] = (ground.rows, ground.columns)
    lexicon = ground.lexicon
    found = {}
    for side, head in enumerate(heads):
        known = frozenset(key for key in head if key in lexicon.weight)
        weight = lexicon.weigh(known) + len(head - known)
        for k, passage in enumerate(sides[1 - side], start=1):
            met = lexicon.covered(known, passage.keys)
            if met >= _HEADLINE_WEIGHT:
                found[(0, k) if side == 0 else (k, 0)] = -2.5 + 3 * met / max(weight, 1.0)
    return found


def _line(document: Document, place: int) -> Line:
    article = document.article
    if place:
        whole, name = article.sentences[place - 1], article.sentences[place - 1].id
        start, end = whole.start, whole.end
    else:
        head = document.headlines[0]
        start, end, name = head.start, head.end, f"{article.label}0"
    words = document.words(start, end)
    lower = tuple(article.text[word.start : word.end].lower() for word in words)
    return Line(
        document=document,
        name=name,
        place=place,
        words=words,
        lower=lower,
        quoted=tuple(bool(crossing(document.quotations, word.start, word.end)) for word in words),
        phrases=tuple(phrases(article.text, words, lower)),
    )


def _together(
    one: Line, other: Line, lexicon: Vocabulary, *, odds: float, score: float, best: int, sure: float
) -> Laid:
    known = _with(lexicon, one, other)
    places = [{word.start: k for k, word in enumerate(line.words)} for line in (one, other)]
    met = {
        places[0][first.start]: (places[1][second.start], nearness)
        for first, second, nearness in word_pairs(one.words, other.words, known)
    }
    return Laid(
        sides=(one, other),
        odds=odds,
        sure=sure,
        score=score,
        best=best,
        met=met,
        weights=(_weights(one, known), _weights(other, known)),
    )


def _with(lexicon: Vocabulary, *lines: Line) -> Vocabulary:
    """Return the vocabulary with the words of headlines, which weigh as much as any rare word."""
    new = {w.key for line in lines for w in line.words if w.content and w.key not in lexicon.weight}
    if not new:
        return lexicon
    return Vocabulary(
        weight={**lexicon.weight, **dict.fromkeys(sorted(new), 1.0)},
        near={**lexicon.near, **{key: {} for key in sorted(new)}},
        english=lexicon.english,
    )


def _weights(line: Line, lexicon: Vocabulary) -> tuple[float, ...]:
    return tuple(lexicon.weight[word.key] if word.content else 0.0 for word in line.words)


def unmet(laid_: Laid, side: int) -> Iterator[int]:
    """Yield the places of the content words of one line that nothing firm stands for in the other."""
    firm = {(one if side == 0 else other) for one, (other, nearness) in laid_.met.items() if nearness >= FIRM}
    yield from (k for k, word in enumerate(laid_.sides[side].words) if word.content and k not in firm)
