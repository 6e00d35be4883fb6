"""What any comparison shows: the two headlines, how each text begins, and how each ends."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.devices.contrast import Contrast, Side
from compare.model import Device, Extent
from compare.text.document import Document
from compare.text.tokens import tokens

# A news lead is told in a sentence or two, a close in up to three.
_LEAD, _CLOSE = 2, 3


def always_shown(one: Document, other: Document) -> Iterator[Contrast]:
    """Yield headline, lead and close of two texts, where both have them; of equal texts the headline only."""
    documents = (one, other)
    heads = [next(iter(document.headlines), None) for document in documents]
    if heads[0] is not None and heads[1] is not None:
        sides = [
            Side(sentences=(f"{document.article.label}0",), extents=(head,))
            for document, head in zip(documents, heads, strict=True)
            if head is not None
        ]
        yield _row(Device.HEADLINE, sides[0], sides[1], "both headlines")
    if not (one.article.sentences and other.article.sentences):
        return
    leads = [_side(document, slice(0, _LEAD)) for document in documents]
    if _words(one, leads[0]) != _words(other, leads[1]):
        yield _row(Device.LEAD, leads[0], leads[1], "the first sentences of both")
    closes = [_side(document, slice(-_CLOSE, None)) for document in documents]
    long = all(len(document.article.sentences) > _LEAD + _CLOSE for document in documents)
    if long and _words(one, closes[0]) != _words(other, closes[1]):
        yield _row(Device.CLOSE, closes[0], closes[1], "the last sentences of both")


def _row(device: Device, one: Side, other: Side, evidence: str) -> Contrast:
    return Contrast(sides=(one, other), rank=100.0, evidence=evidence, device=device)


def _side(document: Document, place: slice) -> Side:
    sentences = document.article.sentences[place]
    return Side(
        sentences=(sentences[0].id,), extents=(Extent(start=sentences[0].start, end=sentences[-1].end),)
    )


def _words(document: Document, side: Side) -> list[str]:
    """Return the words alone: marks and hyphens are a matter of how a text was typed."""
    extent = side.extents[0]
    found = tokens(document.article.text, extent.start, extent.end)
    return [token.lower for token in found if token.word or token.figure]
