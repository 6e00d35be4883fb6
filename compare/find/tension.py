"""Two places of one article that sit uneasily together, shown as a question and only when sure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compare.find.discrepancies.pairing import Side, side
from compare.find.discrepancies.same_thing import agree
from compare.find.identity import Identities
from compare.model import Extent, Sentence, Span, Tension, Voice
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.senses import base_form
from compare.text.values import Amount, Kind, Modifier
from compare.text.values.heads import counts_people
from compare.text.words import FUNCTION_WORDS

FIGURE_RULE = "figure-given-twice"
EVERY_RULE = "all-and-not"
# Words that say that a number is another time's, part's or speaker's: then two numbers are no tension.
_OTHER = word_set("find.tension.other")
# Two sentences that give one figure twice share this much of what they say.
_SHARED = 3
_ALL = frozenset("all every each both".split())
_NOT = frozenset("not never no hasn't haven't didn't nobody".split())


def tensions(document: Document, identities: Identities, *, first: int = 1) -> tuple[Tension, ...]:
    """Return the tensions of one article in the order of its sentences, numbered from `first` on."""
    sides = [side(document, s, Extent(start=s.start, end=s.end)) for s in document.article.sentences]
    found = [*_figures(sides), *_every(sides)]
    return tuple(
        _tension(document, identities, number, *one) for number, one in enumerate(found, start=first)
    )


_Found = tuple[str, tuple[Side, Side], tuple[Extent, Extent], str]


def _figures(sides: list[Side]) -> Iterator[_Found]:
    """Yield exact counts of one head that differ between two sentences of much the same words."""
    counted = [(one, _plain_counts(one)) for one in sides]
    # A sentence has one count at most here; only those of one head are compared.
    heads = [(one, ours, one.keys(), frozenset(x.head.key for x in ours)) for one, ours in counted if ours]
    for (one, ours, mine, head), (other, theirs, yours, rival) in combinations(heads, 2):
        if head.isdisjoint(rival):
            continue
        shared = mine & yours
        for x in ours:
            for y in theirs:
                same = x.head.key == y.head.key and x.head.status == y.head.status
                if not same or agree(x, y) or len(shared - {x.head.key}) < _SHARED:
                    continue
                said = one.quote(x.start, x.end), other.quote(y.start, y.end)
                yield (
                    FIGURE_RULE,
                    (one, other),
                    (Extent(start=x.start, end=x.end), Extent(start=y.start, end=y.end)),
                    f"{one.sentence.id} gives {said[0]} {x.head.word}, {other.sentence.id} gives {said[1]}:"
                    " is it the same figure?",
                )


def _plain_counts(one: Side) -> list[Amount]:
    """Return the counts of a sentence that no word near them makes another time's or part's."""
    if any(item.surface.lower() in _OTHER for item in one.items) or any(
        not m.clock for _, m in one.moments()
    ):
        return []
    found = [a for _, a in one.amounts() if a.kind is Kind.COUNT]
    exact = [a for a in found if a.modifier is Modifier.EXACT and a.head.key and not a.head.of]
    # Persons without a status are any persons at all.
    exact = [a for a in exact if a.head.status or not counts_people(a.head.word)]
    return exact if len(found) == 1 and not one.quoted(one.extent.start + 1, one.extent.end - 1) else []


def _every(sides: list[Side]) -> Iterator[_Found]:
    """Yield "visited all five" against "has not visited": one verb, one subject."""
    said = [(one, acts, {act[:2] for act in acts}) for one in sides if (acts := list(_acts(one)))]
    # Only sentences of one verb and subject that some sentence has with "all" and some with "not".
    both = {act[:2] for _, acts, _ in said for act in acts if act[2]}
    both &= {act[:2] for _, acts, _ in said for act in acts if not act[2]}
    said = [(one, acts, done & both) for one, acts, done in said if done & both]
    for (one, ours, done), (other, theirs, undone) in combinations(said, 2):
        if done.isdisjoint(undone):
            continue
        for verb, name, every, here in ours:
            for rival, whom, also, there in theirs:
                if verb == rival and name == whom and every != also:
                    quotes = one.quote(here.start, here.end), other.quote(there.start, there.end)
                    ids = one.sentence.id, other.sentence.id
                    yield (
                        EVERY_RULE,
                        (one, other),
                        (here, there),
                        f"{ids[0]} says “{quotes[0]}”, {ids[1]} says “{quotes[1]}”: do both hold?",
                    )


def _acts(one: Side) -> Iterator[tuple[str, str, bool, Extent]]:
    """Yield verb, subject, whether it is done to all (or not at all), and the stretch from subject on."""
    for at, item in enumerate(one.items):
        if not item.name and not (at == 0 and item.surface[:1].isupper() and item.content):
            continue
        behind = one.items[at + 1 : at + 6]
        words = [i.surface.lower() for i in behind]
        if not behind or any(i.value is not None for i in behind[:2]):
            continue
        negated = next((k for k, w in enumerate(words[:3]) if w in _NOT), None)
        verb = next(
            (k for k, w in enumerate(words[:4]) if w and w not in FUNCTION_WORDS and w not in _NOT), None
        )
        if verb is None or one.quoted(item.start, item.end):
            continue
        key = base_form(words[verb])
        last = behind[min(len(behind) - 1, verb + 1)]
        if negated is not None and negated < verb:
            yield key, item.key, False, Extent(start=item.start, end=behind[verb].end)
        elif verb + 1 < len(words) and words[verb + 1] in _ALL:
            yield key, item.key, True, Extent(start=item.start, end=last.end)


def _tension(
    document: Document,
    identities: Identities,
    number: int,
    rule: str,
    sides: tuple[Side, Side],
    extents: tuple[Extent, Extent],
    why: str,
) -> Tension:
    article = document.article
    spans = tuple(Span(article=article.label, start=e.start, end=e.end) for e in extents)
    told_in: list[Sentence] = [one.sentence for one in sides]
    speaking = sorted(document.voices.speaking_in(s.id, e) for s, e in zip(told_in, extents, strict=True))
    return Tension(
        id=identities.of(rule, [article.text[s.start : s.end] for s in spans]),
        number=f"T{number}",
        rule=rule,
        spans=spans,
        sentences=tuple(s.id for s in told_in),
        why=why,
        voice=next((v for v in speaking if v is not Voice.OUTLET), Voice.OUTLET),
    )
