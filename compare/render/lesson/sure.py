"""What a key may rest on: findings so sure that no student who reads well can be marked wrong by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.check.said import is_said
from compare.model import Attribution, Claim, FramingPair, Relation, SharedFact
from compare.quote import sentences_in
from compare.render.lesson.extracts import headline
from compare.render.lesson.material import NAMED, Material
from compare.render.lesson.tasks import Desk
from compare.render.parts.alone import stands_alone

# Certainties of a link that hold when read; "shared in part" has to be surer.
_SURE, _SURE_IN_PART = 75.0, 90.0
# Share of a statement's telling words that one sentence of the other text may have.
_MOST_COMMON = 0.25
# Words of fewer letters tell little; so many first letters are a word in its forms.
_TELLING, _STEM = 4, 5
# From this rank on nearly every reader sees a contrast of wording.
_CONTRAST = 60.0
_WORD = re.compile(r"[^\W_]+")
_REPORTS = re.compile(
    r"\b(?:said|says|say|saying|told|tells|according|announced|claimed|reported|stated|wrote|asked|warned|added|"
    r"believes?|argued?|suggests?|explains?|alleged|accused|expected?)\b|[“”\"‘]",
    re.IGNORECASE,
)
# Of a headline, and parts of figures: nobody expects anything from "cent".
_SAY_LITTLE = frozenset(
    "after been before billion cent dozen from have here hundred into least less million more most over "
    "than that their they this thousand trillion under what when where which while will with".split()
)
_PRONOUNS = frozenset("he she it they we you i his her their who this that these those one others".split())


def facts(desk: Desk) -> tuple[SharedFact, ...]:
    """Return the printed facts that both texts surely tell, no two of one sentence."""
    return apart(each for each in desk.found.facts if desk.printed(each) and certain(desk.found, each))


def apart(facts: Iterable[SharedFact]) -> tuple[SharedFact, ...]:
    """Return facts of which no two are of one sentence: its partner would not be the only right answer."""
    kept: list[SharedFact] = []
    for fact in facts:
        if not any(set(fact.sentences) & set(old.sentences) for old in kept):
            kept.append(fact)
    return tuple(kept)


def certain(found: Material, fact: SharedFact) -> bool:
    """Tell whether both texts surely tell a fact."""
    in_part = fact.relation is Relation.PARTIAL
    return found.links[fact.link].certainty >= (_SURE_IN_PART if in_part else _SURE)


def only_here(desk: Desk, side: int) -> tuple[Claim, ...]:
    """Return the printed statements of a text that nothing in the other text, or its headline, comes near."""
    return tuple(
        each
        for each in desk.found.claims[side]
        if desk.printed(each) and stands_alone(_words(desk, each)) and not _touched(desk, each, 1 - side)
    )


def _touched(desk: Desk, claim: Claim, other: int) -> bool:
    """Tell whether the other text has a sentence that may tell the same."""
    linked = {name for link in desk.found.links.values() for name in link.sentences}
    if claim.sentences[0] in linked:
        return True
    own = set(_telling(_words(desk, claim)))
    return any(
        len(own & set(_telling(words))) > _MOST_COMMON * max(len(own), 1) for words in _elsewhere(desk, other)
    )


def _elsewhere(desk: Desk, side: int) -> Iterator[str]:
    text = desk.found.texts[side]
    yield text.title or ""
    yield from (text.text[s.start : s.end] for s in text.sentences)


def contrasts(desk: Desk) -> tuple[FramingPair, ...]:
    """Return the printed contrasts of wording in which each text has words for the one thing."""
    kept: list[FramingPair] = []
    for each in desk.found.wordings:
        if not isinstance(each, FramingPair) or each.rank < _CONTRAST or not desk.printed(each):
            continue
        if len({span.article for span in each.spans}) < 2 or _only_names(desk, each):
            continue
        if not any(set(each.sentences) & set(old.sentences) for old in kept):
            kept.append(each)
    return tuple(kept)


def _only_names(desk: Desk, pair: FramingPair) -> bool:
    """Tell whether both wordings are names or figures, or differ in form alone: no choice of words."""
    said = [_telling(desk.found.article(s.article).text[s.start : s.end]) for s in pair.spans]
    if set(said[0]) == set(said[-1]):
        return True
    return all(
        not any(w.islower() and len(w) >= _TELLING for w in _WORD.findall(_text(desk, pair, at)))
        for at in range(len(pair.spans))
    )


def _text(desk: Desk, pair: FramingPair, at: int) -> str:
    span = pair.spans[at]
    return desk.found.article(span.article).text[span.start : span.end]


def spoken(desk: Desk) -> tuple[Attribution, ...]:
    """Return the printed statements whose named source stands in their own sentence."""
    return tuple(
        each
        for each in desk.found.named
        if desk.printed(each)
        and each.source_type in NAMED
        and _beside(desk, each)
        and is_said(each, desk.found.article(each.spans[0].article))
    )


def _beside(desk: Desk, each: Attribution) -> bool:
    if each.source is None or each.source.article != each.spans[0].article:
        return False
    article = desk.found.article(each.source.article)
    words = article.text[each.source.start : each.source.end].split()
    if not words or any(word.casefold() in _PRONOUNS for word in words) or not each.name[:1].isupper():
        return False
    own = sentences_in(article, each.spans[0])
    return any(s.start <= each.source.start and each.source.end <= s.end for s in own) and any(
        word[:1].isupper() for word in words
    )


def unspoken(desk: Desk) -> tuple[Claim, ...]:
    """Return the printed statements in sentences without a quotation mark or a word of saying."""
    return tuple(
        each
        for each in desk.found.nobody
        if desk.printed(each)
        and not _REPORTS.search(_sentence(desk, each))
        and stands_alone(_words(desk, each))
    )


def _sentence(desk: Desk, claim: Claim) -> str:
    article = desk.found.article(claim.spans[0].article)
    return " ".join(article.text[s.start : s.end] for s in sentences_in(article, claim.spans[0]))


def _words(desk: Desk, claim: Claim) -> str:
    span = claim.spans[0]
    return desk.found.article(span.article).text[span.start : span.end]


def _telling(words: str) -> list[str]:
    return [
        w[:_STEM].casefold()
        for w in _WORD.findall(words)
        if (len(w) >= _TELLING and w.casefold() not in _SAY_LITTLE) or w[:1].isdigit()
    ]


def headline_words(desk: Desk, side: int) -> tuple[str, ...]:
    """Return the telling words of a headline that the other headline lacks; nothing without two headlines."""
    titles = [headline(text) for text in desk.found.texts]
    one, other = titles[side], titles[1 - side]
    if one is None or other is None:
        return ()
    elsewhere = set(_telling(other.text))
    return tuple(
        word
        for word in _WORD.findall(one.text)
        if len(word) >= _TELLING
        and word.casefold() not in _SAY_LITTLE
        and word[:_STEM].casefold() not in elsewhere
    )
