"""Where the texts differ and what one has alone, as rows: discrepancies, wordings, tensions, claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.kinds import CUES, DIFFERENCES, RANKED, STATES, Kind, kind_of
from compare.model import (
    Article,
    Claim,
    ClaimType,
    Comparison,
    Device,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Figure,
    Finding,
    FramingCue,
    FramingPair,
    Span,
    Voice,
)
from compare.quote import Quotation, shortened, whole, with_noun
from compare.render.parts.references import Reference, Register, anchor
from compare.render.parts.wording import CLAIM_TYPES, VOICES, listed, name
from compare.subject import labelled
from compare.telling import ALWAYS

# Characters of a quotation in a row: four lines of its column. Few stretches are longer.
LIMIT = 160
# Of a beginning or an end, which are sentences: four lines.
WHOLE = 200
_ORDER = tuple(STATES)
# A reason that only lists the words that stand in the quotations beside it.
LISTED = re.compile(r"[A-Z] alone has ")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a text says at one place; `voice` is said where it is not the outlet's."""

    side: int
    quotation: Quotation
    reference: Reference
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A discrepancy as a row; a side without wordings lacks what the other has."""

    id: str
    number: str
    type: str
    state: DiscrepancyState
    words: str
    sides: tuple[tuple[Wording, ...], tuple[Wording, ...]]
    lacking: tuple[Reference, Reference]
    """The sentences of the linked passages, named where the passage has nothing to quote."""
    why: str


_FIGURES = (DiscrepancyType.NUMBER, DiscrepancyType.DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A framing pair as a row."""

    id: str
    number: str
    target: str
    concept: str
    device: Device
    rank: float
    sides: tuple[tuple[Wording, ...], tuple[Wording, ...]]
    opposite: bool
    alternatives: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """A single wording, or a place of a tension: what it is and the places that it quotes."""

    id: str
    number: str
    side: int
    kind: str
    wordings: tuple[Wording, ...]
    alternatives: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The rows of a kind of which no more is told than reasons and quotations."""

    kind: Kind
    rows: tuple[Remarked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """Two texts' figures for one thing; `href` leads to the difference, and is empty where they agree."""

    counted: str
    sides: tuple[tuple[Wording, ...], tuple[Wording, ...]]
    words: str
    href: str
    agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrasts:
    """All that differs between two of the texts; `sides` are their places among the articles."""

    sides: tuple[int, int]
    differences: tuple[Difference, ...]
    figures: tuple[FigureRow, ...]
    """All comparable figures, those that differ first."""
    framing: tuple[Contrast, ...]
    linked: bool
    """There are passages in which differences could have been found."""

    @property
    def conflicts(self) -> int:
        """Return how many of the differences are conflicts."""
        return sum(each.state is DiscrepancyState.CONFLICT for each in self.differences)


def ranked(comparison: Comparison) -> tuple[Discrepancy, ...]:
    """Return the discrepancies in the order of a report: conflicts first, then as they were found."""
    found = [f for f in comparison.findings if isinstance(f, Discrepancy)]
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.state)))


def contrasts(
    comparison: Comparison, register: Register, meetings: Sequence[tuple[tuple[int, int], bool]]
) -> tuple[Contrasts, ...]:
    """Return what differs between each two texts; a meeting is their places and whether they are linked."""
    places = {article.label: side for side, article in enumerate(comparison.articles)}

    def between(spans: Sequence[Span]) -> tuple[int, ...]:
        return tuple(sorted({places[span.article] for span in spans}))

    differences = [(between(each.passages), each) for each in ranked(comparison)]
    pairs = [(between(f.spans), f) for f in comparison.findings if isinstance(f, FramingPair)]
    return tuple(
        Contrasts(
            sides=sides,
            differences=tuple(
                _difference(comparison, register, each, sides) for two, each in differences if two == sides
            ),
            figures=tuple(_figures(comparison, register, sides)),
            framing=tuple(
                _contrast(comparison.articles, register, each, sides) for two, each in pairs if two == sides
            ),
            linked=linked,
        )
        for sides, linked in meetings
    )


def _figures(comparison: Comparison, register: Register, sides: tuple[int, int]) -> Iterator[FigureRow]:
    """Yield the figures and dates that both of two texts give for one thing."""
    places = {article.label: side for side, article in enumerate(comparison.articles)}
    rows = []
    alike: list[Discrepancy | Figure] = [f for f in comparison.findings if isinstance(f, Figure)]
    for finding in [*ranked(comparison), *alike]:
        agree = isinstance(finding, Figure)
        if isinstance(finding, Discrepancy) and finding.type not in _FIGURES:
            continue
        told = _by_side(_wordings(comparison.articles, register, finding, ()), sides)
        if not all(told) or {places[span.article] for span in finding.spans} != set(sides):
            continue
        rows.append(
            FigureRow(
                counted=_counted(comparison, finding)
                if isinstance(finding, Figure)
                else DIFFERENCES[finding.type].words,
                sides=told,
                words="the same" if isinstance(finding, Figure) else STATES[finding.state],
                href="" if agree else f"#{anchor(finding.number)}",
                agree=agree,
            )
        )
    yield from sorted(rows, key=lambda row: row.agree)


def _counted(comparison: Comparison, finding: Figure) -> str:
    """Return what a figure counts where every text has the word; "go" of "going" names nothing."""
    texts = {article.label: article.text for article in comparison.articles}
    said = (texts[passage.article][passage.start : passage.end] for passage in finding.passages)
    return (
        finding.counted if all(f" {_words(finding.counted)} " in f" {_words(text)} " for text in said) else ""
    )


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def cues(comparison: Comparison, register: Register) -> tuple[Remarked, ...]:
    """Return the single wordings, text by text in the order in which they were found."""
    found = [
        Remarked(
            id=anchor(finding.number),
            number=finding.number,
            side=wording.side,
            kind=CUES[finding.mark],
            wordings=(wording,),
            alternatives=", ".join(finding.alternatives),
            why=finding.why,
        )
        for finding in comparison.findings
        if isinstance(finding, FramingCue)
        for wording in _wordings(comparison.articles, register, finding, (finding.voice,))[:1]
    ]
    return tuple(sorted(found, key=lambda each: each.side))


def plain_kinds(comparison: Comparison, register: Register) -> tuple[Told, ...]:
    """Return the findings of each kind of which only reasons and quotations are told, text by text."""
    told = []
    for kind in RANKED:
        rows = [
            _remarked(comparison, register, finding)
            for finding in comparison.findings
            if kind.title and kind_of(finding) is kind
        ]
        if rows:
            told.append(Told(kind=kind, rows=tuple(sorted(rows, key=lambda row: row.side))))
    return tuple(told)


def _remarked(comparison: Comparison, register: Register, finding: Finding) -> Remarked:
    wordings = _wordings(comparison.articles, register, finding, ())
    return Remarked(
        id=anchor(finding.number),
        number=finding.number,
        side=wordings[0].side,
        kind="",
        wordings=wordings,
        alternatives="",
        why=finding.why,
    )


def _difference(
    comparison: Comparison, register: Register, finding: Discrepancy, sides: tuple[int, int]
) -> Difference:
    wordings = _wordings(comparison.articles, register, finding, ())
    first, second = (_sentence_of(comparison.articles[side], finding) for side in sides)
    return Difference(
        id=anchor(finding.number),
        number=finding.number,
        type=DIFFERENCES[finding.type].words,
        state=finding.state,
        words=STATES[finding.state],
        sides=_by_side(wordings, sides),
        lacking=(register.sentence(first), register.sentence(second)),
        why=finding.why,
    )


def _contrast(
    articles: Sequence[Article], register: Register, finding: FramingPair, sides: tuple[int, int]
) -> Contrast:
    target, concept = labelled(finding, articles)
    listed_only = LISTED.match(finding.why) or finding.why.casefold() == f"{finding.concept.casefold()}."
    return Contrast(
        id=anchor(finding.number),
        number=finding.number,
        target=target,
        concept=concept,
        device=finding.device,
        rank=finding.rank,
        sides=_by_side(_wordings(articles, register, finding, finding.voices), sides),
        opposite=finding.opposite,
        alternatives=", ".join(finding.alternatives),
        why="" if listed_only else finding.why,
    )


def _wordings(
    articles: Sequence[Article],
    register: Register,
    finding: Finding,
    voices: Sequence[Voice],
) -> tuple[Wording, ...]:
    places = {article.label: side for side, article in enumerate(articles)}
    padded = [*voices, *[Voice.OUTLET] * len(finding.spans)]
    return tuple(
        Wording(
            side=places[span.article],
            quotation=_quotation(articles[places[span.article]], span, finding),
            reference=register.sentence(sentence),
            # A headline is the outlet's, whatever voice the sentence that it is laid beside has.
            voice="" if voice is Voice.OUTLET or sentence in register.headlines else VOICES[voice],
        )
        for span, sentence, voice in zip(finding.spans, finding.sentences, padded, strict=False)
    )


def _quotation(article: Article, span: Span, finding: Finding) -> Quotation:
    if isinstance(finding, Discrepancy) and finding.type is DiscrepancyType.NUMBER:
        found = with_noun(article, span)
        if len(found.text) <= LIMIT:
            return found
    whole = isinstance(finding, FramingPair) and finding.device in ALWAYS
    return shortened(article, span, limit=WHOLE if whole else LIMIT)


def _by_side(
    wordings: Sequence[Wording], sides: tuple[int, int]
) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    first, second = (tuple(each for each in wordings if each.side == side) for side in sides)
    return first, second


def _sentence_of(article: Article, finding: Discrepancy) -> str:
    """Return the id of the sentence in which the finding's passage of an article begins."""
    start = next(span.start for span in finding.passages if span.article == article.label)
    return next((s.id for s in article.sentences if s.start <= start < s.end), article.label)


# ------------------------------------------------------------------------------------------------------ only
# Claims found in one text only, as rows.


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim found in one text only."""

    id: str
    number: str
    quotation: Quotation
    reference: Reference
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The claims found only in one text, most salient first."""

    side: int
    label: str
    name: str
    others: str
    claims: tuple[ClaimRow, ...]
    more: int = 0
    """How many are left out where only the best are told."""


def only(comparison: Comparison, labels: Register) -> tuple[Only, ...]:
    """Return the claims of each text that no other has, most salient first."""
    names = [article.label for article in comparison.articles]
    found = []
    for side, article in enumerate(comparison.articles):
        claims = sorted(
            (
                f
                for f in comparison.findings
                if isinstance(f, Claim) and f.spans and f.spans[0].article == article.label
            ),
            key=lambda claim: -claim.salience,
        )
        rows = tuple(
            ClaimRow(
                id=anchor(claim.number),
                number=claim.number,
                quotation=whole(article, claim.spans[0]),
                reference=labels.sentence(claim.sentences[0]),
                remark=_remark(claim),
            )
            for claim in claims
        )
        others = tuple(label for label in names if label != article.label)
        found.append(
            Only(side=side, label=article.label, name=name(article), others=listed(others), claims=rows)
        )
    return tuple(found)


def _remark(claim: Claim) -> str:
    """Return what kind of claim it is and whose voice speaks, where that is not the plain case."""
    spoken = "" if claim.voice is Voice.OUTLET else VOICES[claim.voice]
    # "attributed" and "put to a named source" would say one thing twice.
    plain = claim.type is ClaimType.STATEMENT or (claim.type is ClaimType.ATTRIBUTED and spoken)
    return ", ".join(filter(None, ("" if plain else CLAIM_TYPES[claim.type], spoken)))
