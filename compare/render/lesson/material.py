"""What two texts give a class to work on: findings in the order in which tasks would take them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from compare.model import (
    Article,
    Attribution,
    Claim,
    ClaimType,
    Comparison,
    Discrepancy,
    Finding,
    FramingCue,
    FramingPair,
    Link,
    Relation,
    SharedFact,
    SourceType,
    Span,
    Tier,
    Voice,
)
from compare.quote import headline
from compare.render.parts.differences import ranked
from compare.telling import ALWAYS, LAID_TOGETHER

_Said = TypeVar("_Said", Attribution, Claim)

Place = tuple[int, int]
"""A text's place among the two, and a sentence's place in it."""
NAMED = (SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION)
# Under four words a reported statement says too little by itself: "them on Thursday".
FEWEST_WORDS, LONG_ENOUGH = 4, 7
# Of a contrast that no list names, on either side: a line and a half of a column.
MOST_WORDS = 12
# A content that opens so is part of a sentence: "disagree about what the day showed", "showed no reaction".
_LOOSE = frozenset("a about an any as at between by for from in into no of on the their them to with".split())
_NO_NAMES = frozenset(
    "and he her him his i it its one she they their them this that these those we who you".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The findings on the first two texts of a comparison, best first."""

    texts: tuple[Article, ...]
    links: Mapping[str, Link]
    facts: tuple[SharedFact, ...]
    differences: tuple[Discrepancy | FramingPair, ...]
    """Discrepancies, conflicts first, then wordings that point in opposite directions."""
    wordings: tuple[FramingPair | FramingCue, ...]
    named: tuple[Attribution, ...]
    unnamed: tuple[Attribution, ...]
    nobody: tuple[Claim, ...]
    """Statements in the outlet's own voice, in sentences that name no source."""
    claims: tuple[tuple[Claim, ...], ...]
    """By text, the most salient first."""

    def article(self, label: str) -> Article:
        """Return the text with that label."""
        return next(text for text in self.texts if text.label == label)

    def places(self, finding: Finding) -> frozenset[Place]:
        """Return the sentences that a reader needs to see what was found; headlines stand with the texts."""
        spans = (*finding.spans, *(finding.passages if isinstance(finding, Discrepancy) else ()))
        headlines = {headline(text) for text in self.texts}
        headed = {s for s, name in zip(finding.spans, finding.sentences, strict=False) if name in headlines}
        found = (self.place(span) for span in spans if span not in headed)
        return frozenset(place for place in found if place is not None)

    def place(self, span: Span) -> Place | None:
        """Return where a stretch begins, or None where it stands in no sentence."""
        side = next((i for i, text in enumerate(self.texts) if text.label == span.article), None)
        if side is None:
            return None
        sentences = self.texts[side].sentences
        number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        return (side, number) if number >= 0 and span.start < sentences[number].end else None


def material(comparison: Comparison) -> Material:
    """Return what the first two texts give; findings that touch a third are left to the report."""
    texts = (*comparison.articles, *(_absent(text) for text in comparison.articles))[:2]
    labels = {text.label for text in texts}
    findings = [f for f in comparison.findings if f.spans and {span.article for span in _all(f)} <= labels]
    links = {link.id: link for link in comparison.links}
    sure = {link.sentences for link in comparison.links if link.tier is Tier.SURE}
    pairs = [f for f in findings if isinstance(f, FramingPair) and _short(f, texts, sure)]
    pairs.sort(key=lambda pair: -pair.rank)
    said = [f for f in findings if isinstance(f, Attribution) and _clear(f, texts)]
    said = [f for f in said if _stands_alone(f, texts) or len(_words(f, texts).split()) > LONG_ENOUGH]
    said.sort(key=lambda each: not _stands_alone(each, texts))
    claims = sorted((f for f in findings if isinstance(f, Claim)), key=lambda claim: -claim.salience)
    claims = [claim for claim in claims if _telling(claim, texts)] or claims
    sourced = {f.sentences[0] for f in findings if isinstance(f, Attribution)}
    return Material(
        texts=texts,
        links=links,
        facts=tuple(
            sorted(
                (f for f in findings if isinstance(f, SharedFact) and f.link in links),
                key=lambda f: _fact(f, links),
            )
        ),
        differences=(
            *(f for f in ranked(comparison) if f in findings),
            *(pair for pair in pairs if pair.opposite),
        ),
        wordings=(
            *(pair for pair in pairs if not pair.opposite),
            *(pair for pair in pairs if pair.opposite),
            *(f for f in findings if isinstance(f, FramingCue)),
        ),
        named=_in_turn(f for f in said if f.source_type in NAMED),
        unnamed=_in_turn(f for f in said if f.source_type is SourceType.UNNAMED),
        nobody=_in_turn(
            claim
            for claim in claims
            if claim.voice is Voice.OUTLET
            and claim.type in (ClaimType.STATEMENT, ClaimType.JUDGEMENT)
            and claim.sentences[0] not in sourced
        ),
        claims=tuple(
            tuple(claim for claim in claims if claim.spans[0].article == text.label) for text in texts
        ),
    )


def _short(pair: FramingPair, texts: Iterable[Article], sure: Collection[tuple[str, str]]) -> bool:
    """Return whether a contrast fits a line of a task: what no list names has to be told by both besides."""
    if pair.device in ALWAYS:
        return False
    if pair.rule != LAID_TOGETHER:
        return True
    by_side = {
        label: [s for s in pair.spans if s.article == label] for label in {s.article for s in pair.spans}
    }
    named = dict(zip((span.article for span in pair.spans), pair.sentences, strict=False))
    one, other = (text.label for text in texts)
    return (named.get(one), named.get(other)) in sure and all(
        sum(len(_quoted(span, texts).split()) for span in spans) <= MOST_WORDS for spans in by_side.values()
    )


def _absent(text: Article) -> Article:
    """Return what stands in the place of a second text where a comparison has only one."""
    label = "A" if text.label == "B" else "B"
    return replace(
        text, label=label, outlet=None, title=None, published=None, text="", furniture=(), sentences=()
    )


def _all(finding: Finding) -> tuple[Span, ...]:
    return (*finding.spans, *(finding.passages if isinstance(finding, Discrepancy) else ()))


def _fact(fact: SharedFact, links: Mapping[str, Link]) -> tuple[bool, float]:
    return fact.relation is Relation.PARTIAL, -links[fact.link].score


def _clear(found: Attribution, texts: Iterable[Article]) -> bool:
    """Return whether somebody is surely said to say something that can be quoted by itself."""
    content = _words(found, texts)
    name = found.name.split()
    return (
        len(content.split()) >= FEWEST_WORDS
        and found.source is not None
        and any(len(word) > 2 and word.casefold() not in _NO_NAMES for word in name)
        and name[0].casefold() not in _NO_NAMES
    )


def _stands_alone(found: Attribution, texts: Iterable[Article]) -> bool:
    """Return whether what is said is a statement by itself, quoted or after "that"."""
    content = _words(found, texts)
    first = content.split()[0].casefold()
    if found.rule == "according-to" or first[0] in "“\"‘'" or first == "that":
        return True
    return first not in _LOOSE and len(content.split()) > 2 * FEWEST_WORDS


def _telling(claim: Claim, texts: Iterable[Article]) -> bool:
    """Return whether a claim says something by itself: no "He did.", no head of a list."""
    content = _words(claim, texts)
    return len(content.split()) > FEWEST_WORDS and not content.endswith(":")


def _words(finding: Attribution | Claim, texts: Iterable[Article]) -> str:
    return _quoted(finding.spans[0], texts)


def _quoted(span: Span, texts: Iterable[Article]) -> str:
    return next(text for text in texts if text.label == span.article).text[span.start : span.end]


def _in_turn(findings: Iterable[_Said]) -> tuple[_Said, ...]:
    """Return findings of the two texts in turn, each text's in the order given."""
    by_text: dict[str, list[_Said]] = {}
    for finding in findings:
        by_text.setdefault(finding.spans[0].article, []).append(finding)
    longest = max(map(len, by_text.values()), default=0)
    return tuple(row[at] for at in range(longest) for row in by_text.values() if at < len(row))
