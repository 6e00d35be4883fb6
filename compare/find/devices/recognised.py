"""By what device two stretches differ: the plainest sign decides, from figures to the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from compare.find.devices.contrast import Contrast, Side
from compare.find.devices.phrases import has_verb
from compare.find.discrepancies.polarity import opposite
from compare.model import Device
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.syntax import REPORTING, is_past
from compare.text.tokens import Word
from compare.text.valence import strength, valence

_CERTAIN = word_set("devices.recognised.certain")
_DEGREES = word_set("devices.recognised.degrees")
_BEFORE_FIGURES = frozenset(("about", "around", "over", "under", "up"))
_COUNTING = word_set("devices.recognised.counting")
_CAUSE = word_set("devices.recognised.cause")
_PASSIVE = word_set("devices.recognised.passive")
# "Condemned" beside "said", "failed" beside "ended".
_JUDGING = 1.9
_MOSTLY = 0.6
_SCARE_WORDS = 4


class _Words:
    """The words of one side, all its stretches together."""

    def __init__(self, document: Document, side: Side) -> None:
        text = document.article.text
        self.words: list[Word] = [w for e in side.extents for w in document.words(e.start, e.end)]
        self.lower = [text[w.start : w.end].lower() for w in self.words]
        self.content = {w.key for w in self.words if w.content}
        inside = [any(a <= w.start and w.end <= b for a, b in document.quotations) for w in self.words]
        self.quoted = sum(inside) / max(1, len(inside))
        self.short_quotations = [
            (a, b)
            for a, b in document.quotations
            if any(e.start <= a and b <= e.end for e in side.extents)
            and len(text[a:b].split()) <= _SCARE_WORDS
        ]

    def own(self, other: _Words) -> list[str]:
        """Return its words that the other side has not, in small letters."""
        return [
            low
            for word, low in zip(self.words, self.lower, strict=True)
            if word.key not in {w.key for w in other.words}
        ]

    def measures_more(self, other: _Words) -> bool:
        """Return whether it has a word for how much or how far that the other side has not."""
        keys = {w.key for w in other.words}
        return any(
            low in _DEGREES
            and self.words[k].key not in keys
            # "Over 40 people", "up to 40": elsewhere these are prepositions.
            and (low not in _BEFORE_FIGURES or _counts(self.lower[k + 1 : k + 3]))
            for k, low in enumerate(self.lower)
        )


def device_of(contrast: Contrast, documents: tuple[Document, Document]) -> Device:
    """Return the device of a contrast; the same when the texts are swapped."""
    one, other = (_Words(d, s) for d, s in zip(documents, contrast.sides, strict=True))
    fresh = (one.own(other), other.own(one))
    for device, told in (
        (Device.NUMBER, all(_figures(words) for words in fresh)),
        (Device.QUOTATION, min(one.quoted, other.quoted) > _MOSTLY),
        (Device.DIRECTION, _opposed(one, other)),
        (Device.CERTAINTY, any(set(words) & _CERTAIN for words in fresh)),
        (Device.SCARE_QUOTES, bool(one.short_quotations) != bool(other.short_quotations)),
        (Device.SPEECH_VERB, all(set(words) & REPORTING for words in fresh)),
        (Device.EVALUATION, _judges(fresh)),
        (Device.DEGREE, one.measures_more(other) or other.measures_more(one)),
        (Device.CAUSE, any(set(words) & _CAUSE for words in fresh)),
        (Device.DOER, _turned(one, other) or _turned(other, one)),
        (Device.ACT, has_verb(one.lower) and has_verb(other.lower)),
    ):
        if told:
            return device
    return Device.NAME


def _figures(words: Sequence[str]) -> bool:
    return any(word[0].isdigit() for word in words)


def _counts(words: Sequence[str]) -> bool:
    return _figures(words) or not _COUNTING.isdisjoint(words)


def _opposed(one: _Words, other: _Words) -> bool:
    return any(
        opposite(x, y)
        for x in sorted(one.content - other.content)
        for y in sorted(other.content - one.content)
    )


def _judges(fresh: tuple[Sequence[str], Sequence[str]]) -> bool:
    sums = [sum(valence(word) for word in words) for words in fresh]
    most = max((strength(word) for words in fresh for word in words), default=0.0)
    return most >= _JUDGING and abs(sums[0] - sums[1]) >= _JUDGING


def _turned(side: _Words, other: _Words) -> bool:
    """Return whether somebody is acted on ("was shot", "were told") on one side, and nobody on the other."""
    turned = any(
        word in _PASSIVE and is_past(after) for word, after in zip(side.lower, side.lower[1:], strict=False)
    )
    # "Were cut" beside "were axed", "was full" beside "was crowded": not every form shows what it is.
    return turned and not _PASSIVE & set(other.lower)
