"""Comparison -> View: what printed report and HTML edition both show, as plain values without markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.kinds import TENSION
from compare.model import Attribution, Comparison, Placement, SharedFact
from compare.render.parts import appendix, differences, overview, passages, speakers
from compare.render.parts.differences import Only, only
from compare.render.parts.front import Front, front
from compare.render.parts.overview import scope, unattributed, unsought
from compare.render.parts.references import Reference, Register, anchor
from compare.render.parts.together import Band, together
from compare.render.parts.wording import date_words, in_words, listed, name, noted
from compare.topic import topic


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that templates print, but for what one edition alone has."""

    title: str
    date: str
    iso_date: str | None
    number: str
    cards: tuple[overview.Card, ...]
    scope: tuple[str, ...]
    """What was not looked for, and that the texts are in several languages."""
    unsought: bool
    unattributed: bool
    highlights: tuple[overview.Sentence, ...]
    front: Front
    together: tuple[Band, ...]
    """What three texts or more tell, a row a fact; nothing for two."""
    meetings: tuple[passages.Meeting, ...]
    contrasts: tuple[differences.Contrasts, ...]
    told: tuple[differences.Told, ...]
    """Kinds of which only reasons and quotations are told, such as tensions."""
    cues: tuple[differences.Remarked, ...]
    sources: tuple[speakers.Source, ...]
    only: tuple[Only, ...]
    unmeasured: tuple[tuple[str, str], ...]
    otherwise: tuple[tuple[str, str], ...]
    """Texts in other languages with their figures in words."""
    set_aside: tuple[appendix.SetAside, ...]
    notes: tuple[tuple[str, str], ...]
    comments: Mapping[str, str]
    """A reviewer's words, by the anchor of the finding's row."""
    versions: tuple[tuple[str, str], ...]

    @property
    def tensions(self) -> tuple[differences.Remarked, ...]:
        """Copies of our templates that users keep ask for these by name."""
        return tuple(row for told in self.told if told.kind is TENSION for row in told.rows)


def view(comparison: Comparison, labels: Register) -> View:
    """Return what both editions show; the register says where their labels lead."""
    cards = overview.cards(comparison)
    meetings = passages.meetings(comparison, labels)
    sources = speakers.sources(comparison, labels)
    contrasts = differences.contrasts(
        comparison, labels, [(meeting.sides, bool(meeting.pairs)) for meeting in meetings]
    )
    return View(
        title=comparison.settings.title or title(comparison),
        date=date_words(comparison.settings.date) if comparison.settings.date else "",
        iso_date=comparison.settings.date,
        number=in_words(len(cards)),
        cards=cards,
        scope=scope(comparison),
        unsought=unsought(comparison),
        unattributed=unattributed(comparison),
        highlights=overview.highlights(comparison, meetings, cards, contrasts=contrasts, sources=sources),
        front=front(comparison, meetings, contrasts, sources),
        together=together(comparison, labels),
        meetings=meetings,
        contrasts=contrasts,
        told=differences.plain_kinds(comparison, labels),
        cues=differences.cues(comparison, labels),
        sources=sources,
        only=only(comparison, labels),
        unmeasured=appendix.unmeasured(comparison),
        otherwise=appendix.otherwise(comparison),
        set_aside=appendix.set_aside(comparison),
        notes=tuple(map(noted, comparison.notes)),
        comments=beside(comparison),
        versions=tuple(sorted(comparison.versions.items())),
    )


def title(comparison: Comparison) -> str:
    """Return the names that both texts are about; where none are shared, how many accounts, and whose."""
    told = topic(comparison)
    if told:
        return told
    number = {1: "One account", 2: "Two accounts, side by side", 3: "Three accounts, side by side"}.get(
        len(comparison.articles), f"{len(comparison.articles)} accounts, side by side"
    )
    if not any(article.outlet for article in comparison.articles):
        return number
    return f"{number}: {listed(tuple(name(article) for article in comparison.articles))}"


def beside(comparison: Comparison) -> Mapping[str, str]:
    """Return the comments by their findings’ anchors; one on a placement stands with its shared fact."""
    facts = {f.id: f.number for f in comparison.findings if isinstance(f, SharedFact)}
    found: dict[str, list[str]] = {}
    for finding in comparison.findings:
        if finding.review and finding.review.comment and not isinstance(finding, Attribution):
            number = facts.get(finding.fact, "") if isinstance(finding, Placement) else finding.number
            found.setdefault(anchor(number), []).append(finding.review.comment)
    return {place: " · ".join(said) for place, said in found.items()}


def spoken(comparison: Comparison, labels: Register) -> tuple[tuple[Reference, str], ...]:
    """Return the comments on statements that are put to somebody: pages list sources, not statements."""
    return tuple(
        (labels.sentence(finding.sentences[0]), finding.review.comment)
        for finding in comparison.findings
        if isinstance(finding, Attribution) and finding.review and finding.review.comment
    )


def numbered(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the same comments with the numbers of their findings, for pages that list no sentences."""
    return tuple(
        (finding.number, finding.review.comment)
        for finding in comparison.findings
        if isinstance(finding, Attribution) and finding.review and finding.review.comment
    )
