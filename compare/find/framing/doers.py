"""Who does it: the grammatical doer of one act in two texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from compare.find.framing.concepts import SPEECH, grown, shared_target
from compare.find.framing.lines import Line
from compare.find.framing.rows import Pair, Row, side
from compare.find.framing.targets import target_name
from compare.text.inflection import Part
from compare.text.speech.speakers import names_body
from compare.text.syntax import doer_before

RULE = "doer-of-one-act"
_WHY = "Each text makes somebody else the one who does it."


def doer_rows(pair: Pair) -> Iterator[Row]:
    """Yield pairs of one act on one target whose doers are other countries, persons or bodies."""
    acts = (pair.by_concept(0), pair.by_concept(1))
    for concept in sorted(set(acts[0]) & set(acts[1])):
        for one, other in product(acts[0][concept], acts[1][concept]):
            if one.entry.part is not Part.VERB or other.entry.part is not Part.VERB:
                continue
            shared, sure = shared_target(pair, one, other)
            if sure < 2:
                continue
            doers = [
                doer
                for text, hit in zip(pair.texts, (one, other), strict=True)
                if (doer := doer_before(text.article.text, hit.line, hit.first)) is not None
            ]
            if len(doers) < 2:
                continue
            if one.entry.concept == SPEECH:
                continue
            who = [
                _who(pair, place, hit.line, doer)
                for place, hit, doer in zip((0, 1), (one, other), doers, strict=True)
            ]
            if not (who[0] and who[1]) or who[0] & who[1]:
                continue
            ends = [grown(text, hit, shared) for text, hit in zip(pair.texts, (one, other), strict=True)]
            sides = [
                side(text, hit.line, doer[0], hit.line.at(end.extent.end - 1))
                for text, hit, doer, end in zip(pair.texts, (one, other), doers, ends, strict=True)
            ]
            yield Row(
                rule=RULE,
                concept="who acts",
                target=target_name(((pair.texts[0], one.line), (pair.texts[1], other.line)), shared),
                sides=(sides[0], sides[1]),
                why=_WHY,
                alternatives=("name every party to it",),
                rank=sure + 0.5,
            )


def _who(pair: Pair, place: int, line: Line, doer: tuple[int, int]) -> frozenset[str]:
    """Return the countries, persons and bodies that a doer's phrase names.

    A person or body counts only where both texts name it: else two names may well be one actor.
    """
    first, last = doer
    article = pair.texts[place].article.text
    found = {line.countries[at] for at in range(first, last + 1) if at in line.countries}
    for person in pair.persons[0].keys() & pair.persons[1].keys():
        if any(
            at is line and start <= last and first <= end for at, start, end in pair.persons[place][person]
        ):
            found.add(person)
    names = [at for at in range(first, last + 1) if line.words[at].name and at not in line.countries]
    body = article[line.words[names[0]].start : line.words[names[-1]].end] if names else ""
    if names_body(body.split()) and all(body in text.article.text for text in pair.texts):
        found.add(body)
    return frozenset(found)
