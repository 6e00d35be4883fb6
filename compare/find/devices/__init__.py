"""How two texts word one thing: stretches laid together, ranked by how much they tell, named by device."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.align import Ground
from compare.find.devices.contrast import Contrast
from compare.find.devices.given import always_shown
from compare.find.devices.laying import laid
from compare.find.devices.ranking import contrasts
from compare.find.devices.spoken import quoted_apart
from compare.find.identity import Identities
from compare.model import Device, FramingPair, Link, Span, Voice
from compare.telling import LAID_TOGETHER
from compare.text.document import Document

__all__ = ["find_devices"]

# Words that a reason names a side.
_MOST_NAMED = 5
_WORDS = {
    Device.HEADLINE: "the two headlines",
    Device.LEAD: "how each begins",
    Device.CLOSE: "how each ends",
    Device.NAME: "two ways to name it",
    Device.ACT: "two ways to tell what was done",
    Device.DOER: "acting in one, acted on in the other",
    Device.DEGREE: "how much or how far",
    Device.CERTAINTY: "how sure",
    Device.NUMBER: "the figure as each gives it",
    Device.QUOTATION: "which words each quotes",
    Device.SPEECH_VERB: "what kind of saying it is",
    Device.SOURCE_LABEL: "who the speaker is said to be",
    Device.CAUSE: "why, or what follows",
    Device.EVALUATION: "a judging word on one side",
    Device.SCARE_QUOTES: "in quotation marks in one text only",
    Device.DIRECTION: "opposite directions",
    Device.WORDING: "two wordings",
}


def find_devices(
    documents: Mapping[str, Document],
    grounds: Sequence[Ground],
    links: Sequence[Link],
    identities: Identities,
    *,
    first: int,
) -> tuple[FramingPair, ...]:
    """Return for every two texts their headlines, leads and closes, and the contrasts that tell most.

    Of texts that no passage joins nothing more is laid side by side. Findings are numbered from F`first`, the
    best contrast of a pair of texts before its next.
    """
    joined = {frozenset(s.article for s in link.spans) for link in links}
    found: list[FramingPair] = []
    for ground in grounds:
        if any(label not in documents for label in ground.labels):
            continue
        one, other = (documents[label] for label in ground.labels)
        told = ground.lexicon.english and all(d.article.language == "en" for d in (one, other))
        told = told and frozenset(ground.labels) in joined
        ranked = (*contrasts(laid(ground, one, other)), *quoted_apart(one, other)) if told else ()
        for contrast in (*always_shown(one, other), *sorted(ranked, key=lambda c: -c.rank)):
            found.append(_finding(contrast, (one, other), first + len(found), identities))
    return tuple(found)


def _finding(
    contrast: Contrast, documents: tuple[Document, Document], number: int, identities: Identities
) -> FramingPair:
    device = contrast.device
    spans, names, voices = [], [], []
    for document, side in zip(documents, contrast.sides, strict=True):
        label = document.article.label
        for sentence, extent in zip(side.sentences, side.extents, strict=True):
            spans.append(Span(article=label, start=extent.start, end=extent.end))
            names.append(sentence)
            voices.append(_voice(document, sentence, extent.start, extent.end))
    quotes = [documents[s.article != documents[0].article.label].article.text[s.start : s.end] for s in spans]
    return FramingPair(
        id=identities.of(f"{LAID_TOGETHER}-{device}", quotes),
        number=f"F{number}",
        rule=LAID_TOGETHER,
        spans=tuple(spans),
        sentences=tuple(names),
        why=_why(contrast, device, documents),
        voice=next((voice for voice in sorted(voices) if voice is not Voice.OUTLET), Voice.OUTLET),
        device=device,
        rank=contrast.rank,
        evidence=contrast.evidence,
        concept=_WORDS[device],
        target=contrast.target,
        voices=tuple(voices),
        opposite=device is Device.DIRECTION,
        alternatives=(),
    )


def _why(contrast: Contrast, device: Device, documents: tuple[Document, Document]) -> str:
    """Return what the two sides do not share, or what they are."""
    if contrast.target:
        return f"Both quote {contrast.target}, each with other words."
    told = [
        f"{document.article.label} alone has {', '.join(words[:_MOST_NAMED])}"
        for document, words in zip(documents, contrast.alone, strict=True)
        if words
    ]
    said = "; ".join(told) or _WORDS[device]
    return f"{said[0].upper()}{said[1:]}."


def _voice(document: Document, sentence: str, start: int, end: int) -> Voice:
    span = Span(article=document.article.label, start=start, end=end)
    if sentence == f"{document.article.label}0":
        return Voice.QUOTATION if document.voices.quoted(span) > _MOSTLY else Voice.OUTLET
    return document.voices.speaking_in(sentence, span)


_MOSTLY = 60.0
