"""One utterance that two texts quote: in other words inside the marks, cut shorter, or of another speaker."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.cut_shorter import cut_shorter
from compare.find.discrepancies.laid import Laid, lay_utterances
from compare.find.discrepancies.quoted import over_paragraphs, quoted_in
from compare.find.discrepancies.requoted import MOST_OF_ONE, Lines, altered
from compare.find.discrepancies.taken_down import Told
from compare.find.discrepancies.utterance import Utterance, utterance
from compare.model import DiscrepancyState, DiscrepancyType
from compare.text.document import Document

SPEAKER_RULE = "same-words-of-another-speaker"
_LONGEST = 16


def find_utterances(
    one: Document, other: Document, linked: frozenset[tuple[str, str]]
) -> Iterator[Utterance]:
    """Yield what two texts quote of one utterance in unlike words, at unlike length or of unlike people.

    Words that stand for others cannot both have been said; a small word, or another ending, may be how it was
    taken down. `linked` are the pairs of sentences that are surely linked.
    """
    ours, theirs = ([Told(q) for q in over_paragraphs(of, quoted_in(of))] for of in (one, other))
    lines = Lines(ours), Lines(theirs)
    for laid in lay_utterances(ours, theirs):
        speakers = tuple(
            told.quoted.speaker(told.tokens[at[0]][1])
            for told, at in ((laid.x, laid.chain.here), (laid.y, laid.chain.there))
        )
        if two_people(*speakers):
            yield from _of_two(laid, (speakers[0], speakers[1]), linked)
            continue
        found = altered(laid, lines)
        yield from found
        if len(found) < MOST_OF_ONE:
            yield from cut_shorter(laid)


def _of_two(laid: Laid, speakers: tuple[str, str], linked: frozenset[tuple[str, str]]) -> Iterator[Utterance]:
    """Yield the same words that two texts put to two people, in linked sentences."""
    chain = laid.chain
    sides = (laid.x, chain.here), (laid.y, chain.there)
    sentences = [told.quoted.sentence(told.tokens[at[0]][1]) for told, at in sides]
    alike = 5 * chain.met >= 4 * max(len(laid.x.tokens), len(laid.y.tokens))
    if sentences[0] is None or sentences[1] is None or not alike:
        return
    if (sentences[0].id, sentences[1].id) not in linked:
        return
    extents = [told.quoted.extent(*told.words((at[0], min(at[1], at[0] + _LONGEST)))) for told, at in sides]
    yield utterance(
        (sentences[0], sentences[1]),
        (extents[0], extents[1]),
        speakers,
        f"{{0}} puts these words to {speakers[0]}, {{1}} to {speakers[1]}.",
        rule=SPEAKER_RULE,
        state=DiscrepancyState.WORDING,
        type_=DiscrepancyType.SOURCE,
    )


def two_people(one: str, other: str) -> bool:
    """Tell whether two names are of two people: both of two words at the least, none of them shared.

    >>> two_people("Ann Lee", "Jo Orr"), two_people("Ann Lee", "Mrs. Lee")
    (True, False)
    """
    parts = [set(name.lower().replace(".", "").split()) for name in (one, other)]
    return min(len(p) for p in parts) > 1 and not parts[0] & parts[1]
