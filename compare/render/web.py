"""Comparison -> one HTML file for a browser: everything is in it, and it may load nothing."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from compare.kinds import ATTRIBUTION, CLAIM, DISCREPANCY, FRAMING_PAIR, SHARED_FACT, TABS, kind_of
from compare.model import (
    Article,
    Comparison,
    Extent,
    FramingPair,
    FurnitureKind,
    Link,
    Relation,
    SharedFact,
    Tier,
)
from compare.quote import headline
from compare.render.pages.templates import filled, style
from compare.render.parts import across, appendix, differences, drawings, overview
from compare.render.parts.overview import no_conflict
from compare.render.parts.references import Reference, Register, anchor, register, spelled
from compare.render.parts.view import View, spoken, view
from compare.render.parts.wording import SOURCES, listed
from compare.telling import ALWAYS, as_told, folded

LABELS = {kind.part: kind.label or kind.noun for kind in TABS} | {"perhaps": "perhaps the same"}
"""What a label in the texts is called by a screen reader, by kinds as the filter has them."""
_LATER = {DISCREPANCY.part: 0, FRAMING_PAIR.part: 1}
# What the page may do: run its own style and script, told by their hashes, and nothing else.
POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def web(comparison: Comparison) -> str:
    """Return the comparison as one HTML file that needs no other file and no network."""
    from markupsafe import Markup

    more = ("web-many.{}",) if len(comparison.articles) > 2 else ()
    sheet, script = (style(f"web.{kind}", *(name.format(kind) for name in more)) for kind in ("css", "js"))
    # Ours, and as it stands: text that is printed gets break points in long words, hashes too.
    policy = Markup(POLICY.format(style=_source(sheet), script=_source(script)))  # noqa: S704
    rest = folded(comparison)
    comparison = as_told(comparison)
    # Labels lead to sentences of the texts in full.
    labels = register(comparison, full_texts=True)
    page = view(comparison, labels)
    fold = _fold(replace(comparison, findings=rest), labels, page)
    return filled(
        "web.html.j2",
        page=page,
        over=across.over(comparison, labels),
        galleys=galleys(comparison, labels),
        # The rows of the shared facts by their numbers.
        facts={fact.number: fact for meeting in page.meetings for fact in meeting.facts},
        lengths=listed(tuple(f"{m.words:,} in {m.article}" for m in comparison.measures)),
        spoken=spoken(comparison, labels),
        kinds=_tabs(comparison, page),
        kind_of=_kinds(comparison, labels),
        labels=_labels(comparison, labels),
        readable=tuple(
            (page.cards[side], words, labels.sentence(hardest))
            for side, words, hardest in appendix.readable(comparison)
        ),
        style=sheet,
        script=script,
        policy=policy,
        no_conflict=no_conflict(comparison),
        source_types=SOURCES,
        kind_words=LABELS,
        boxes=drawings.rows(comparison),
        counts=overview.counts(comparison, page.sources),
        devices=_devices((*page.contrasts, *fold.values())),
        fold=fold,
        spelled=spelled,
    )


def _tabs(comparison: Comparison, page: View) -> tuple[tuple[str, str, int], ...]:
    """Return the kinds of finding that there are: name for the filter, words, how many."""
    every = Counter(kind_of(finding) for finding in comparison.findings)
    number = {
        SHARED_FACT: sum(len(meeting.pairs) for meeting in page.meetings),
        DISCREPANCY: sum(len(between.differences) for between in page.contrasts),
        FRAMING_PAIR: sum(len(between.framing) for between in page.contrasts),
        CLAIM: sum(len(text.claims) for text in page.only),
        ATTRIBUTION: len(page.sources),
    }
    counts = (
        *((kind.part, kind.button, number.get(kind, every[kind])) for kind in TABS),
        ("perhaps", "Perhaps the same", sum(len(meeting.perhaps) for meeting in page.meetings)),
    )
    # As the list has them: what differs before what is shared.
    return tuple(sorted((kind for kind in counts if kind[2]), key=lambda kind: _LATER.get(kind[0], 2)))


def _fold(rest: Comparison, labels: Register, page: View) -> Mapping[tuple[int, int], differences.Contrasts]:
    """Return the contrasts that tell less often, by the places of their two texts."""
    between = differences.contrasts(rest, labels, [(two.sides, two.linked) for two in page.contrasts])
    return {two.sides: two for two in between}


def _devices(contrasts: Sequence[differences.Contrasts]) -> tuple[tuple[str, str], ...]:
    """Return by which devices wordings differ: name for the filter, words, in the order of the list."""
    found = {row.device: row.concept or row.device for two in contrasts for row in two.framing}
    return tuple((device.value, words) for device, words in found.items())


def _source(text: str) -> str:
    """Return how a policy names an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _kinds(comparison: Comparison, labels: Register) -> Mapping[str, str]:
    links = {
        f"#{anchor(number)}": "shared" if link.tier is Tier.SURE else "perhaps"
        for number, link in labels.links.values()
    }
    rows = [(f, kind_of(f)) for f in comparison.findings if not isinstance(f, SharedFact)]
    return links | {f"#{anchor(finding.number)}": kind.part for finding, kind in rows if kind.row}


def _labels(comparison: Comparison, labels: Register) -> Mapping[str, str]:
    numbers = [number for number, _ in labels.links.values()] + [f.number for f in comparison.findings]
    parts = {"#speakers": "who speaks", "#side-by-side": "the texts", "#shared-facts": "the list"}
    return {**parts, **{f"#{anchor(number)}": spelled(number) for number in numbers}}


# --------------------------------------------------------------------------------------------------- galleys
# The texts in full as columns to read: sentences cut into runs, each with the findings it belongs to.

LINKED = {
    Relation.NEAR_VERBATIM: "close",
    Relation.REWORDED: "close",
    Relation.PARTIAL: "partly",
}
"""How a passage that both texts tell is ruled; the names are classes of the style sheet."""


def _ruled(link: Link) -> str:
    return LINKED[link.relation] if link.tier is Tier.SURE else "perhaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRun:
    """A stretch of a sentence: the places of its findings in the list, and how it is marked."""

    text: str
    findings: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLine:
    """One numbered sentence; its runs, joined, are the sentence."""

    id: str
    name: str
    before: str
    runs: tuple[MarkedRun, ...]
    uses: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph of sentences, or what was set aside between two: kinds with their words."""

    lines: tuple[NumberedLine, ...] = ()
    aside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """One text in full; `head` and `tail` are what was set aside before and after its sentences."""

    side: int
    language: str | None
    head: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    tail: tuple[tuple[str, str], ...]
    headline: tuple[MarkedRun, ...]
    """The headline where it is a stretch of the file, else empty."""
    uses: tuple[Reference, ...]
    """The findings that quote the headline."""


_Mark = tuple[int, int, str, str]


def galleys(comparison: Comparison, register: Register) -> tuple[Galley, ...]:
    """Return every text in full, in the order of the comparison."""
    marks = _marks(comparison, register)
    return tuple(
        _galley(article, side, register, marks.get(article.label, ()))
        for side, article in enumerate(comparison.articles)
    )


def _galley(article: Article, side: int, register: Register, marks: Sequence[_Mark]) -> Galley:
    by_sentence = _by_sentence(article, marks)
    stretches: list[Stretch] = []
    for block in appendix.blocks(article, side, register):
        if block.sentences:
            lines = (_line(article, s, register, by_sentence) for s in block.sentences)
            stretches.append(Stretch(lines=tuple(lines)))
        elif stretches and stretches[-1].aside:
            stretches[-1] = Stretch(aside=(*stretches[-1].aside, (block.kind, block.text)))
        else:
            stretches.append(Stretch(aside=((block.kind, block.text),)))
    head = stretches.pop(0).aside if stretches and stretches[0].aside else ()
    tail = stretches.pop().aside if stretches and stretches[-1].aside else ()
    return Galley(
        side=side,
        language=article.language,
        head=head,
        stretches=tuple(stretches),
        tail=tail,
        headline=_headline(article, marks),
        uses=register.uses.get(headline(article), ()),
    )


def _line(
    article: Article, numbered: appendix.Numbered, register: Register, marks: Mapping[int, Sequence[_Mark]]
) -> NumberedLine:
    sentence = register.sentences[numbered.name][2]
    return NumberedLine(
        id=numbered.id,
        name=numbered.name,
        before=numbered.before,
        runs=tuple(_runs(article.text, sentence, marks.get(sentence.start, ()))),
        uses=register.uses.get(numbered.name, ()),
    )


def _headline(article: Article, marks: Sequence[_Mark]) -> tuple[MarkedRun, ...]:
    for piece in article.furniture:
        words = article.text[piece.start : piece.end]
        if piece.kind is FurnitureKind.HEADLINE and words == article.title:
            over = [mark for mark in marks if mark[0] < piece.end and mark[1] > piece.start]
            return tuple(_runs(article.text, piece, over))
    return ()


def _runs(text: str, stretch: Extent, marks: Sequence[_Mark]) -> Iterator[MarkedRun]:
    """Yield a stretch cut at every end of a mark, so that marks may overlap as they like."""
    ends = {end for mark in marks for end in mark[:2] if stretch.start < end < stretch.end}
    for start, end in pairwise(sorted({stretch.start, stretch.end, *ends})):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        yield MarkedRun(
            text=text[start:end],
            findings=tuple(dict.fromkeys(finding for _, _, finding, _ in over)),
            marks=tuple(dict.fromkeys(kind for _, _, _, kind in over if kind)),
        )


def _marks(comparison: Comparison, register: Register) -> Mapping[str, Sequence[_Mark]]:
    """Return the marks of each text by its label."""
    found: dict[str, list[_Mark]] = {}
    for number, link in register.links.values():
        for span in link.spans:
            mark = span.start, span.end, anchor(number), _ruled(link)
            found.setdefault(span.article, []).append(mark)
    for finding in comparison.findings:
        kind = kind_of(finding)
        # Headline, lead and close light up with their row, but marked they would be a page in italics.
        whole = isinstance(finding, FramingPair) and finding.device in ALWAYS
        for span in finding.spans if kind.mark else ():
            mark = span.start, span.end, anchor(finding.number), "" if whole else kind.mark
            found.setdefault(span.article, []).append(mark)
    return found


def _by_sentence(article: Article, marks: Iterable[_Mark]) -> Mapping[int, Sequence[_Mark]]:
    """Return the marks that touch each sentence, by where the sentence starts."""
    found: dict[int, list[_Mark]] = {}
    for mark in marks:
        first = bisect_right(article.sentences, mark[0], key=lambda sentence: sentence.end)
        for sentence in article.sentences[first:]:
            if sentence.start >= mark[1]:
                break
            found.setdefault(sentence.start, []).append(mark)
    return found
