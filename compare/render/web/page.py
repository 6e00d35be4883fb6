"""Comparison -> one HTML file for a browser: everything is in it, and it may load nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from compare.kinds import ATTRIBUTION, CLAIM, DISCREPANCY, FRAMING_PAIR, SHARED_FACT, TABS, kind_of
from compare.model import Comparison, Relation, SharedFact
from compare.render.pages.templates import filled, style
from compare.render.parts import method, overview
from compare.render.parts.references import Register, anchor, register
from compare.render.parts.scope import no_conflict
from compare.render.parts.view import View, spoken, view
from compare.render.parts.wording import SOURCES, listed
from compare.render.web.galleys import galleys

LABELS = {kind.part: kind.label or kind.noun for kind in TABS} | {"topic": "same topic only"}
"""What a label in the texts is called by a screen reader, by kinds as the filter has them."""
# What the page may do: run its own style and script, told by their hashes, and nothing else.
POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def web(comparison: Comparison) -> str:
    """Return the comparison as one HTML file that needs no other file and no network."""
    from markupsafe import Markup

    sheet, script = style("web.css"), style("web.js")
    # Ours, and as it stands: text that is printed gets break points in long words, hashes too.
    policy = Markup(POLICY.format(style=_source(sheet), script=_source(script)))  # noqa: S704
    # Labels lead to sentences of the texts in full.
    labels = register(comparison, full_texts=True)
    page = view(comparison, labels)
    return filled(
        "web.html.j2",
        page=page,
        galleys=galleys(comparison, labels),
        # The rows of the shared facts by their numbers.
        facts={fact.number: fact for meeting in page.meetings for fact in meeting.facts},
        lengths=listed(tuple(f"{m.words:,} in {m.article}" for m in comparison.measures)),
        spoken=spoken(comparison, labels),
        kinds=_tabs(comparison, page),
        kind_of=_kinds(comparison, labels),
        labels=_labels(comparison, labels),
        measured=_measured(comparison, page.cards),
        style=sheet,
        script=script,
        policy=policy,
        no_conflict=no_conflict(comparison),
        source_types=SOURCES,
        kind_words=LABELS,
        scales=tuple(scale for scale, *_ in method.SCALES),
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
        ("topic", "Same topic only", sum(len(meeting.related) for meeting in page.meetings)),
    )
    return tuple(kind for kind in counts if kind[2])


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
