"""What one text says and no other does: whole sentences, and what a shared sentence adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.find.discrepancies.names import SPELLING_RULE
from compare.find.identity import Identities
from compare.find.shared_facts import position
from compare.model import (
    Article,
    Claim,
    ClaimType,
    Discrepancy,
    DiscrepancyState,
    Extent,
    Link,
    Relation,
    Sentence,
    Span,
    Voice,
)
from compare.text.document import Document
from compare.text.quotations import Stretches, crossing
from compare.text.senses import commonness
from compare.text.syntax import REPORTING
from compare.text.words import VERB, Word

SENTENCE_RULE = "sentence-not-found"
CLAUSE_RULE = "clause-not-found"

# A clause adds something when it says at least this much, and this share of it has no counterpart.
_FEWEST_CONTENT_WORDS = 3
_NEW_SHARE = 0.6
# Inside a linked passage the other text tells the clause in part, so nearly all of it must be new.
_NEW_IN_MET = 0.85
# What makes a claim worth reading first, 100 in all: how early it stands, how many names and figures it
# has, and how many of its words the other texts lack. Set by reading, not fitted.
_EARLY, _NAMES, _FIGURES, _NEW = 30.0, 25.0, 15.0, 30.0
_FULL_NAMES = 3
# In these states both texts tell the thing, each in its own figure or word.
_TOLD_IN_BOTH = frozenset((DiscrepancyState.CONFLICT, DiscrepancyState.PRECISION))
_JUDGEMENT = re.compile(r"\b(?:must|should|ought)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    sentence: Sentence
    extent: Extent
    words: tuple[Word, ...]
    rule: str


def find_claims(
    documents: Mapping[str, Document],
    links: Sequence[Link],
    identities: Identities,
    *,
    differences: Sequence[Discrepancy] = (),
) -> tuple[Claim, ...]:
    """Return the claims of every article, each article's ordered by salience.

    A clause that one of the `differences` sets against the other text is none: both texts speak of it.
    """
    told = _told_in_both(differences)
    keys = {
        label: {w.key for s in document.article.sentences for w in document.words(s.start, s.end)}
        for label, document in documents.items()
    }
    found: list[Claim] = []
    for label, document in documents.items():
        elsewhere = {key for other in keys if other != label for key in keys[other]}
        ranked = sorted(
            (
                (_salience(document.article, c, elsewhere), c)
                for c in _candidates(document, links, told)
                # An interviewer asks and claims nothing.
                if c.sentence.id not in document.voices.asked
            ),
            key=lambda pair: (-pair[0], pair[1].extent.start),
        )
        found += (
            _claim(document, candidate, salience, number, identities)
            for number, (salience, candidate) in enumerate(ranked, start=1)
        )
    return tuple(found)


def _told_in_both(differences: Sequence[Discrepancy]) -> tuple[Span, ...]:
    """Return the stretches that a difference sets against the other text's.

    The spelling of a name is none: what is said of that person may well stand in one text only.
    """
    return tuple(
        span
        for found in differences
        if found.state in _TOLD_IN_BOTH and found.rule != SPELLING_RULE
        for span in found.spans
    )


def _candidates(document: Document, links: Sequence[Link], compared: Sequence[Span]) -> list[_Candidate]:
    article = document.article
    told: dict[str, list[tuple[Span, set[int]]]] = {}
    for link in links:
        if link.relation is Relation.RELATED:
            continue
        for span, told_in in zip(link.spans, link.sentences, strict=True):
            if span.article == article.label:
                told.setdefault(told_in, []).append((span, _new_words(document, link, span)))
    differing = _merged(span for span in compared if span.article == article.label)
    found = []
    for sentence in article.sentences:
        if sentence.id not in told:
            whole = Extent(start=sentence.start, end=sentence.end)
            inside = document.words(sentence.start, sentence.end)
            # A sentence without a word ("* * *") says nothing that could be found elsewhere.
            if inside:
                found.append(_Candidate(sentence=sentence, extent=whole, words=inside, rule=SENTENCE_RULE))
            continue
        for clause in sentence.clauses:
            if crossing(differing, clause.start, clause.end):
                continue
            inside = document.words(clause.start, clause.end)
            content = [w for w in inside if w.content]
            new = [w for w in content if all(_is_new(w, span, fresh) for span, fresh in told[sentence.id])]
            met = any(_overlap(clause, span) for span, _ in told[sentence.id])
            if len(new) < _FEWEST_CONTENT_WORDS or len(new) < (_NEW_IN_MET if met else _NEW_SHARE) * len(
                content
            ):
                continue
            # "The minister stressed" before what she stressed is no claim of its own.
            if article.text[inside[-1].start : inside[-1].end].lower() not in REPORTING:
                found.append(
                    _Candidate(sentence=sentence, extent=clause, words=tuple(content), rule=CLAUSE_RULE)
                )
    return found


def _new_words(document: Document, link: Link, span: Span) -> set[int]:
    """Return where the words start that a linked passage has and its counterpart lacks."""
    runs = [d for d in link.differing if d.article == document.article.label]
    found = document.words(span.start, span.end)
    return {w.start for w in found if any(d.start <= w.start < d.end for d in runs)}


def _merged(spans: Iterable[Span]) -> Stretches:
    """Return the stretches that some spans cover, in order and apart from each other."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return tuple(merged)


def _overlap(one: Extent, other: Extent | Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def _is_new(word: Word, span: Span, fresh: set[int]) -> bool:
    return not span.start <= word.start < span.end or word.start in fresh


def _salience(article: Article, candidate: _Candidate, elsewhere: set[str]) -> float:
    content = [word for word in candidate.words if word.content]
    early = 1 - position(article, candidate.sentence.id).share / 100
    names = len({word.key for word in content if word.name}) / _FULL_NAMES
    figures = any(word.key[0].isdigit() for word in content)
    known = article.language == "en"
    rarity = {
        word.key: 1 - (commonness(word.key.removesuffix(VERB)) if known else 0.0) / 2 for word in content
    }
    new = sum(value for key, value in sorted(rarity.items()) if key not in elsewhere)
    share = new / sum(rarity[key] for key in sorted(rarity)) if rarity else 0.0
    return round(_EARLY * early + _NAMES * min(1.0, names) + _FIGURES * figures + _NEW * share, 1)


def _claim(
    document: Document,
    candidate: _Candidate,
    salience: float,
    number: int,
    identities: Identities,
) -> Claim:
    article = document.article
    extent = candidate.extent
    text = article.text[extent.start : extent.end]
    voice = document.voices.speaking_in(candidate.sentence.id, extent)
    if candidate.rule == CLAUSE_RULE:
        type_, why = (
            ClaimType.DETAIL,
            "Part of a sentence that both texts share; this part was not found in the other text.",
        )
    else:
        type_ = (
            ClaimType.ATTRIBUTED
            if voice is not Voice.OUTLET
            else ClaimType.JUDGEMENT
            if article.language == "en" and _JUDGEMENT.search(text)
            else ClaimType.STATEMENT
        )
        why = "Not found in the other text."
    return Claim(
        id=identities.of(candidate.rule, [text]),
        number=f"U{article.label}{number}",
        rule=candidate.rule,
        spans=(Span(article=article.label, start=extent.start, end=extent.end),),
        sentences=(candidate.sentence.id,),
        why=why,
        voice=voice,
        type=type_,
        salience=salience,
    )
