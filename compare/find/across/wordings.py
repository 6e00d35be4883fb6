"""How all texts word one thing: contrasts of two texts each that share a stretch, as one row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from compare.find.across.joining import Tie, joined
from compare.find.identity import Identities
from compare.model import Fact, Finding, FramingPair, Span, Voice, WordingRow
from compare.telling import ALWAYS, LAID_TOGETHER, MOST_CONTRASTS
from compare.text.document import Document

RULE = "wordings-over-texts"
# A third text that words it otherwise again is worth so many points of rank.
_A_TEXT = 5.0
# A text stands in a row where more than half of the other texts there are laid beside it.
_FEWEST_MET = 2
# Of one fact no more rows are shown, however many ways there are to word its parts.
_OF_A_FACT = 2


def wording_rows(
    findings: Sequence[Finding],
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    identities: Identities,
) -> tuple[WordingRow, ...]:
    """Return the eight things whose wordings over all texts tell most: a place or more a text.

    Contrasts are one row where they are of one device and share a stretch of a text.
    """
    pairs = [f for f in findings if isinstance(f, FramingPair) and f.device not in ALWAYS and _sides(f)]
    texts = {label: document.article.text for label, document in documents.items()}
    order = {label: place for place, label in enumerate(sorted(texts, key=texts.__getitem__))}
    ties = [_tie(number, pair) for number, pair in enumerate(pairs)]
    rows = [
        [pairs[tie.finding] for tie in sorted(group, key=lambda tie: tie.weight)]
        for group in joined(ties, order)
    ]
    rows = [near for row in rows if (near := _near(row, order))]
    home = _facts_of(facts)
    kept: list[list[FramingPair]] = []
    shown: Counter[str] = Counter()
    for row in sorted(rows, key=lambda row: (-_worth(row), _quoted(row, texts))):
        within = _within(row, home)
        if within is None or any(_met(row, other) for other in kept):
            continue
        if within and all(shown[fact] >= _OF_A_FACT for fact in within):
            continue
        shown.update(within)
        kept.append(row)
        if len(kept) == MOST_CONTRASTS:
            break
    return tuple(_row(row, number, documents, identities) for number, row in enumerate(kept, start=1))


def _sides(pair: FramingPair) -> tuple[Span, ...]:
    """Return the stretch of each text from its first place to its last."""
    labels = tuple(dict.fromkeys(span.article for span in pair.spans))
    if len(labels) != 2:
        return ()
    return tuple(
        Span(
            article=label,
            start=min(s.start for s in pair.spans if s.article == label),
            end=max(s.end for s in pair.spans if s.article == label),
        )
        for label in labels
    )


def _tie(number: int, pair: FramingPair) -> Tie:
    one, other = _sides(pair)
    return Tie(
        finding=number,
        room=pair.device if pair.rule == LAID_TOGETHER else pair.concept,
        spans=(one, other),
        told=(None, None),
        again=(None, None),
        weight=(-pair.rank,),
    )


def _worth(row: Sequence[FramingPair]) -> float:
    texts = len({span.article for pair in row for span in pair.spans})
    return max(pair.rank for pair in row) + _A_TEXT * (texts - 2)


def _near(row: Sequence[FramingPair], order: Mapping[str, int]) -> list[FramingPair]:
    """Return a row without the texts that few others are laid beside: ends of a chain word something else."""
    kept = list(row)
    if any(pair.rule != LAID_TOGETHER for pair in row):
        # These are one or two words each, and of one concept.
        return kept
    while True:
        met: dict[str, list[float]] = defaultdict(list)
        for pair in kept:
            for label in {span.article for span in pair.spans}:
                met[label].append(pair.rank)
        far = [label for label, ranks in met.items() if _FEWEST_MET * len(ranks) <= len(met) - 1]
        if not far:
            return kept
        worst = min(far, key=lambda label: (len(met[label]), max(met[label]), order[label]))
        kept = [pair for pair in kept if all(span.article != worst for span in pair.spans)]


def _facts_of(facts: Sequence[Fact]) -> Mapping[str, frozenset[str]]:
    """Return the facts that each sentence tells."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for sentence in fact.sentences:
            found[sentence].add(fact.id)
    return {sentence: frozenset(ids) for sentence, ids in found.items()}


def _within(row: Sequence[FramingPair], home: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Return the facts in which contrasts of a row stand; None where nothing says that it is of one thing.

    What a list of wordings found was laid together by a link and needs no fact.
    """
    found = frozenset(
        fact
        for pair in row
        for fact in frozenset.intersection(*(home.get(each, frozenset()) for each in pair.sentences))
    )
    return found if found or any(pair.rule != LAID_TOGETHER for pair in row) else None


def _met(row: Sequence[FramingPair], other: Sequence[FramingPair]) -> bool:
    """Return whether two texts have one stretch in both rows: a name and a judgement may be one word."""
    theirs = [span for pair in other for span in pair.spans]
    shared = {
        mine.article
        for pair in row
        for mine in pair.spans
        for their in theirs
        if mine.article == their.article and mine.start < their.end and their.start < mine.end
    }
    return len(shared) > 1


def _quoted(row: Sequence[FramingPair], texts: Mapping[str, str]) -> list[str]:
    return sorted(texts[s.article][s.start : s.end] for pair in row for s in pair.spans)


def _row(
    row: Sequence[FramingPair], number: int, documents: Mapping[str, Document], identities: Identities
) -> WordingRow:
    """Return a row as a finding; what a text writes is what its highest contrast has."""
    cells: dict[str, list[tuple[Span, str, Voice]]] = {}
    for pair in row:
        taken = set(cells)
        for span, sentence, voice in zip(pair.spans, pair.sentences, pair.voices, strict=True):
            if span.article not in taken:
                cells.setdefault(span.article, []).append((span, sentence, voice))
    told = [cell for label in documents for cell in cells.get(label, ())]
    best = row[0]
    return WordingRow(
        id=identities.of(RULE, [documents[s.article].article.text[s.start : s.end] for s, _, _ in told]),
        number=f"W{number}",
        rule=RULE,
        spans=tuple(span for span, _, _ in told),
        sentences=tuple(sentence for _, sentence, _ in told),
        why=best.why if len(cells) == 2 else f"{len(cells)} texts word it: {best.concept}.",
        voice=next(
            (voice for _, _, voice in sorted(told, key=lambda one: one[2]) if voice is not Voice.OUTLET),
            Voice.OUTLET,
        ),
        device=best.device,
        rank=best.rank,
        concept=best.concept,
        target=best.target,
        voices=tuple(voice for _, _, voice in told),
        findings=tuple(pair.id for pair in row),
    )
