"""One utterance that two texts quote: in other words inside the marks, cut shorter, or of another speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from compare.find.discrepancies.cut_shorter import cut_shorter
from compare.find.discrepancies.laid import Change, Laid, lay_utterances
from compare.find.discrepancies.pairing import moments_agree
from compare.find.discrepancies.quoted import over_paragraphs, quoted_in
from compare.find.discrepancies.requoted import MOST_OF_ONE, Lines, altered
from compare.find.discrepancies.taken_down import Stretch, Told, content, slipped, taken_alike
from compare.find.discrepancies.utterance import Utterance, utterance
from compare.model import DiscrepancyState, DiscrepancyType
from compare.text.document import Document
from compare.text.en import word_list

SPEAKER_RULE = "same-words-of-another-speaker"
_LONGEST = 16
# So many words in common, and one word that is another may be a slip.
_LONG = 12
_BEHIND = 120
# No words of content, and what is said with them is another thing.
_OPPOSED = frozenset("for against above below before after with without when where why how".split())
_LANGUAGES = "|".join(word_list("discrepancies.utterances.languages"))
_TRANSLATED = re.compile(rf"\b(?:translat(?:ed|ors?|ions?)|interpreters?|in (?:{_LANGUAGES}))\b")


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
        speakers = tuple(told.quoted.speaker(told.tokens[at[0]][1]) for told, at in _sides(laid))
        if two_people(*speakers):
            yield from _of_two(laid, (speakers[0], speakers[1]), linked)
            continue
        if _of_two_days(laid):
            continue
        translated = any(_translated(told, at) for told, at in _sides(laid))
        found = [_as_translated(one) if translated else one for one in altered(laid, lines)]
        yield from found
        if len(found) < MOST_OF_ONE:
            yield from cut_shorter(laid)


def _of_two(laid: Laid, speakers: tuple[str, str], linked: frozenset[tuple[str, str]]) -> Iterator[Utterance]:
    """Yield the same words that two texts put to two people, in linked sentences."""
    chain = laid.chain
    sides = _sides(laid)
    sentences = [told.quoted.sentence(told.tokens[at[0]][1]) for told, at in sides]
    # "A sad day for the valley" and "a proud day for the valley" are what two people say of one day.
    most = 1 if chain.met >= _LONG else 0
    alike = (
        5 * chain.met >= 4 * max(len(laid.x.tokens), len(laid.y.tokens))
        and sum(_exchanged(laid, change) for change in chain.changes) <= most
    )
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


def _sides(laid: Laid) -> tuple[tuple[Told, Stretch], tuple[Told, Stretch]]:
    return (laid.x, laid.chain.here), (laid.y, laid.chain.there)


def _exchanged(laid: Laid, change: Change) -> bool:
    """Tell whether a word of content stands for another one."""
    words = laid.x.plain[slice(*change.here)], laid.y.plain[slice(*change.there)]
    alike = slipped(*words) or taken_alike(laid.x, laid.y, change.here, change.there)
    return all(words) and not alike and (any(map(content, words)) or any(_OPPOSED & set(of) for of in words))


def _of_two_days(laid: Laid) -> bool:
    """Tell whether the two texts have it said on two days: who says nearly the same then says it twice."""
    days = []
    for told, at in _sides(laid):
        sentence = told.quoted.sentence(told.tokens[at[0]][1])
        found = told.quoted.document.values[sentence.id].moments if sentence is not None else ()
        days.append([m for m in found if not m.clock and not told.quoted.covers(m.start)])
    return all(days) and not any(moments_agree(x, y) for x in days[0] for y in days[1])


def _translated(told: Told, at: Stretch) -> bool:
    """Tell whether a text says that the words were said in another language: each writes its own then."""
    sentence = told.quoted.sentence(told.tokens[at[0]][1])
    if sentence is None:
        return False
    text, end = told.text, told.quoted.end
    # "He spoke through an interpreter" follows what he said.
    behind = text[end : end + _BEHIND].partition("\n")[0]
    return any(map(_TRANSLATED.search, (text[sentence.start : sentence.end], behind)))


def _as_translated(one: Utterance) -> Utterance:
    """Return a difference as one of wording."""
    return replace(one, difference=replace(one.difference, state=DiscrepancyState.WORDING))


def two_people(one: str, other: str) -> bool:
    """Tell whether two names are of two people: both of two words at the least, none of them shared.

    >>> two_people("Ann Lee", "Jo Orr"), two_people("Ann Lee", "Mrs. Lee")
    (True, False)
    """
    parts = [set(name.lower().replace(".", "").split()) for name in (one, other)]
    return min(len(p) for p in parts) > 1 and not parts[0] & parts[1]
