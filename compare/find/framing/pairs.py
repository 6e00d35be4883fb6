"""The rows worth showing for every two texts, as findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from compare.find.framing.actors import persons
from compare.find.framing.concepts import concept_rows
from compare.find.framing.conclusions import RULE as ARGUMENTS
from compare.find.framing.conclusions import conclusion_rows
from compare.find.framing.directions import direction_rows
from compare.find.framing.doers import doer_rows
from compare.find.framing.hits import Finder, Hit
from compare.find.framing.labels import RULE as LABELS
from compare.find.framing.labels import label_rows
from compare.find.framing.lines import Text
from compare.find.framing.rows import Pair, Row
from compare.find.framing.substitutions import substitution_rows
from compare.find.identity import Identities
from compare.model import Device, FramingPair, Link, Tier, Voice
from compare.text.wordlists import WordLists, wordlists

# A page's table; long texts have no more of them than a reader takes in.
MOST = 8
# Where a listed wording meets another of its kind for one thing, a reader nearly always sees a contrast.
_LISTED = 98.0
_BY_RULE = {ARGUMENTS: Device.CAUSE, LABELS: Device.EVALUATION}


def framing_pairs(
    texts: Mapping[str, Text],
    links: Sequence[Link],
    identities: Identities,
    *,
    lists: WordLists | None = None,
) -> tuple[FramingPair, ...]:
    """Return the contrasts of wording between every two articles that share a fact, in the texts' order."""
    finder = Finder.of(wordlists() if lists is None else lists)
    hits = {
        label: tuple(hit for line in text.lines for hit in finder.hits(text.article.text, line))
        for label, text in texts.items()
    }
    by_line = {label: _by_line(of_text) for label, of_text in hits.items()}
    named = {label: persons(text, _listed(hits[label])) for label, text in texts.items()}
    found: list[FramingPair] = []
    for one, other in combinations(texts, 2):
        met = [k for k in links if (k.spans[0].article, k.spans[1].article) == (one, other)]
        between = [link for link in met if link.tier is Tier.SURE]
        if not between:
            continue
        pair = Pair(
            texts=(texts[one], texts[other]),
            hits=(hits[one], hits[other]),
            by_line=(by_line[one], by_line[other]),
            linked=frozenset(link.sentences for link in between),
            persons=(named[one], named[other]),
        )
        for row in _chosen(
            (
                *concept_rows(pair),
                *substitution_rows(pair, between),
                *label_rows(pair),
                *doer_rows(pair),
                *direction_rows(pair),
                *conclusion_rows(pair, between),
            )
        ):
            found.append(_finding(row, len(found) + 1, identities))
    return tuple(found)


def _listed(hits: Iterable[Hit]) -> frozenset[tuple[str, int]]:
    return frozenset((hit.line.id, at) for hit in hits for at in range(hit.first, hit.last + 1))


def _device(row: Row) -> Device:
    if row.opposite:
        return Device.DIRECTION
    return Device.DOER if row.concept == "who acts" else _BY_RULE.get(row.rule, Device.NAME)


def _by_line(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.line.id].append(hit)
    return found


def _chosen(rows: Iterable[Row]) -> list[Row]:
    """Return the best rows, none that says again what a better one says, in the order of the texts."""
    chosen: list[Row] = []
    for row in sorted(rows, key=lambda row: row.order):
        # "The embattled minister" holds "the minister": there the longer one is the contrast.
        both = row.rule != LABELS and _said_in_both(row)
        if not both and not any(_same(row, better) for better in chosen):
            chosen.append(row)
    chosen = chosen[:MOST]
    return sorted(
        chosen,
        key=lambda row: (
            round(sum(s.extent.start / len(s.text.article.text) for s in row.sides), 9),
            row.order,
        ),
    )


def _said_in_both(row: Row) -> bool:
    one, other = row.sides
    return (
        one.quote.lower() in other.text.article.text.lower()
        or other.quote.lower() in one.text.article.text.lower()
    )


def _same(row: Row, better: Row) -> bool:
    """Return whether a row repeats another: on both sides the stretches meet, or one concept and target."""
    meet = [
        max(a.extent.start, b.extent.start) < min(a.extent.end, b.extent.end)
        for a, b in zip(row.sides, better.sides, strict=True)
    ]
    if (row.concept == "who acts") != (better.concept == "who acts"):
        return False
    if (row.rule == ARGUMENTS) != (better.rule == ARGUMENTS):
        return False
    if all(meet):
        return True
    return row.concept == better.concept and (any(meet) or row.target == better.target)


def _finding(row: Row, number: int, identities: Identities) -> FramingPair:
    voices = tuple(side.text.voice(side.line, side.extent) for side in row.sides)
    return FramingPair(
        id=identities.of(row.rule, [side.quote for side in row.sides]),
        number=f"F{number}",
        rule=row.rule,
        spans=tuple(side.text.span(side.extent.start, side.extent.end) for side in row.sides),
        sentences=tuple(side.line.id for side in row.sides),
        why=row.why,
        # A finding has one voice: the outlet's only where both outlets speak themselves.
        voice=next((voice for voice in sorted(voices) if voice is not Voice.OUTLET), Voice.OUTLET),
        concept=row.concept,
        target=row.target,
        device=_device(row),
        rank=_LISTED,
        evidence="wordings of one concept in linked texts",
        voices=voices,
        opposite=row.opposite,
        alternatives=row.alternatives,
    )
