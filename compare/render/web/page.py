"""Comparison -> one HTML file for a browser: everything is in it, and it may load nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.kinds import ATTRIBUTION, CLAIM, DISCREPANCY, FRAMING_PAIR, SHARED_FACT, TABS, kind_of
from compare.model import Comparison, Relation, SharedFact
from compare.render.pages.templates import filled, style
from compare.render.parts import differences, overview, passages, speakers
from compare.render.parts import highlights as first_page
from compare.render.parts.comments import beside, spoken
from compare.render.parts.only import Only, only
from compare.render.parts.passages import Fact, Meeting
from compare.render.parts.references import Reference, Register, anchor, register
from compare.render.parts.scope import no_conflict, scope, unattributed, unsought
from compare.render.parts.wording import SOURCES, date_words, in_words, listed
from compare.render.report import method
from compare.render.report.page import title
from compare.render.web.galleys import Galley, galleys

LABELS = {kind.part: kind.label or kind.noun for kind in TABS} | {"topic": "same topic only"}
"""What a label in the texts is called by a screen reader, by kinds as the filter has them."""
SIDES = ("a", "b", "c", "d", "e")
# What the page may do: run its own style and script, told by their hashes, and nothing else.
POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """Everything that the template of the HTML edition shows."""

    title: str
    date: str
    number: str
    cards: tuple[overview.Card, ...]
    scope: tuple[str, ...]
    unsought: bool
    unattributed: bool
    highlights: tuple[first_page.Sentence, ...]
    galleys: tuple[Galley, ...]
    meetings: tuple[Meeting, ...]
    facts: Mapping[str, Fact]
    """The rows of the shared facts by their numbers."""
    contrasts: tuple[differences.Contrasts, ...]
    tensions: tuple[differences.Remarked, ...]
    cues: tuple[differences.Remarked, ...]
    only: tuple[Only, ...]
    lengths: str
    sources: tuple[speakers.Source, ...]
    comments: Mapping[str, str]
    """What a reviewer said of a finding, by the place of the finding in the list."""
    spoken: tuple[tuple[Reference, str], ...]
    """What a reviewer said of a statement that is put to somebody: the list has sources, not statements."""
    kinds: tuple[tuple[str, str, int], ...]
    """The kinds of finding that there are: name for the filter, words, how many."""
    kind_of: Mapping[str, str]
    """The kind of each finding, by the link to it."""
    labels: Mapping[str, str]
    """What a link within the page is called, by where it leads."""
    measured: tuple[tuple[overview.Card, tuple[str, ...]], ...]
    raw_counts: tuple[tuple[str, tuple[str, ...]], ...]
    hardest: tuple[tuple[str, Reference], ...]
    unmeasured: tuple[tuple[str, str], ...]
    otherwise: tuple[tuple[str, str], ...]
    set_aside: tuple[method.SetAside, ...]
    notes: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]


def web(comparison: Comparison) -> str:
    """Return the comparison as one HTML file that needs no other file and no network."""
    from markupsafe import Markup

    sheet, script = style("web.css"), style("web.js")
    # Ours, and as it stands: text that is printed gets break points in long words, hashes too.
    policy = Markup(POLICY.format(style=_source(sheet), script=_source(script)))  # noqa: S704
    return filled(
        "web.html.j2",
        page=build(comparison),
        sides=SIDES,
        style=sheet,
        script=script,
        policy=policy,
        no_conflict=no_conflict(comparison),
        source_types=SOURCES,
        kind_words=LABELS,
        scales=tuple(scale for scale, *_ in method.SCALES),
    )


def build(comparison: Comparison) -> WebPage:
    """Return what the page shows, as plain values; its labels lead to sentences of the texts in full."""
    labels = register(comparison, full_texts=True)
    cards = overview.cards(comparison)
    meetings = passages.meetings(comparison, labels)
    sources = speakers.sources(comparison, labels)
    contrasts = differences.contrasts(
        comparison, labels, [(meeting.sides, bool(meeting.pairs)) for meeting in meetings]
    )
    tensions, cues = differences.tensions(comparison, labels), differences.cues(comparison, labels)
    only_in = only(comparison, labels)
    number = {
        SHARED_FACT: sum(len(meeting.pairs) for meeting in meetings),
        DISCREPANCY: sum(len(between.differences) for between in contrasts),
        FRAMING_PAIR: sum(len(between.framing) for between in contrasts),
        CLAIM: sum(len(text.claims) for text in only_in),
        ATTRIBUTION: len(sources),
    }
    every = Counter(kind_of(finding) for finding in comparison.findings)
    counts = (
        *((kind.part, kind.button, number.get(kind, every[kind])) for kind in TABS),
        ("topic", "Same topic only", sum(len(meeting.related) for meeting in meetings)),
    )
    return WebPage(
        title=comparison.settings.title or title(comparison),
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        number=in_words(len(cards)),
        cards=cards,
        scope=scope(comparison),
        unsought=unsought(comparison),
        unattributed=unattributed(comparison),
        highlights=first_page.highlights(comparison, meetings, cards, contrasts=contrasts, sources=sources),
        galleys=galleys(comparison, labels),
        meetings=meetings,
        facts={fact.number: fact for meeting in meetings for fact in meeting.facts},
        contrasts=contrasts,
        tensions=tensions,
        cues=cues,
        only=only_in,
        lengths=listed(tuple(f"{m.words:,} in {m.article}" for m in comparison.measures)),
        sources=sources,
        comments=beside(comparison),
        spoken=spoken(comparison, labels),
        kinds=tuple(kind for kind in counts if kind[2]),
        kind_of=_kinds(comparison, labels),
        labels=_labels(comparison, labels),
        measured=_measured(comparison, cards),
        raw_counts=method.raw_counts(comparison),
        hardest=tuple((grade, labels.sentence(sentence)) for grade, sentence in method.hardest(comparison)),
        unmeasured=method.unmeasured(comparison),
        otherwise=method.otherwise(comparison),
        set_aside=method.set_aside(comparison),
        notes=tuple((note.article or "", note.text) for note in comparison.notes),
        versions=tuple(sorted(comparison.versions.items())),
    )


def _source(text: str) -> str:
    """Return how a policy names an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _kinds(comparison: Comparison, labels: Register) -> Mapping[str, str]:
    links = {
        f"#{anchor(number)}": "topic" if link.relation is Relation.RELATED else "shared"
        for number, link in labels.links.values()
    }
    rows = [(f, kind_of(f)) for f in comparison.findings if not isinstance(f, SharedFact)]
    return links | {f"#{anchor(finding.number)}": kind.part for finding, kind in rows if kind.row}


def _labels(comparison: Comparison, labels: Register) -> Mapping[str, str]:
    numbers = [number for number, _ in labels.links.values()] + [f.number for f in comparison.findings]
    parts = {"#speakers": "who speaks", "#side-by-side": "the texts", "#shared-facts": "the list"}
    return {**parts, **{f"#{anchor(number)}": number for number in numbers}}


def _measured(
    comparison: Comparison, cards: Sequence[overview.Card]
) -> tuple[tuple[overview.Card, tuple[str, ...]], ...]:
    """Return the readability figures, a row a measured text, a value a scale."""
    return tuple(
        (cards[side], tuple(form.format(getattr(figures, field)) for _, field, _, _, form in method.SCALES))
        for side, _, figures in method.measured(comparison)
    )
