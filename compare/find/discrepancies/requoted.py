"""What two texts quote of one utterance in other words: exchanged, left out, or moved inside the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.find.discrepancies.laid import Change, Laid
from compare.find.discrepancies.taken_down import (
    Stretch,
    Told,
    content,
    inserted,
    same_content,
    slipped,
    taken_alike,
)
from compare.find.discrepancies.utterance import Utterance, utterance
from compare.model import DiscrepancyState

ALTERED_RULE = "quotation-in-other-words"
MOST_OF_ONE = 3
_MARGIN, _AROUND = 2, 2
# Around a change so many words meet, and of all so many, before both marks hold one utterance whole.
_STRONG, _STRONG_BESIDE, _STRONG_SHARE = 8, 6, 0.8
# A word that stands elsewhere in the sentence was moved there.
_MOVED = 5
_NO = frozenset(("not", "never", "no"))


class Lines:
    """All that a text quotes, to be asked for words in a row."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Keep the words, and every three in a row: few runs that are asked for have all theirs there."""
        self._line = " | ".join(t.line for t in told)
        self._threes = {three for t in told for three in _threes(t.plain)}

    def have(self, run: Sequence[str]) -> bool:
        """Return whether some words stand there in a row."""
        return all(three in self._threes for three in _threes(run)) and f" {' '.join(run)} " in self._line


def _threes(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield from zip(words, words[1:], words[2:], strict=False)


def altered(laid: Laid, lines: tuple[Lines, Lines]) -> list[Utterance]:
    """Return the words that one text has otherwise inside the marks, or not at all: those that tell most."""
    x, y = laid.x, laid.y
    found = []
    for change, moved in _with_moved(laid):
        here, there = change.here, change.there
        reopened = _reopened(x, here) or _reopened(y, there)
        # Who says a thing twice, and is quoted with both by one text, is not quoted otherwise.
        if lines[1].have(_around(x, here)) or lines[0].have(_around(y, there)):
            continue
        words = x.plain[slice(*here)], y.plain[slice(*there)]
        state = DiscrepancyState.PRECISION if reopened else _state(laid, change, moved=moved)
        weight = (
            state is DiscrepancyState.CONFLICT,
            all(words),
            content(words[0]) + content(words[1]),
            -here[0] - there[0],
        )
        made = _shown(laid, change, state)
        if made is not None:
            found.append((weight, change, made))
    found.sort(key=lambda one: one[0], reverse=True)
    return [made for _, _, made in sorted(found[:MOST_OF_ONE], key=lambda one: (one[1].here, one[1].there))]


def _with_moved(laid: Laid) -> Iterator[tuple[Change, bool]]:
    """Yield the changes that tell, and whether each is a word moved: "take it off", "take off it".

    Two changes with a word between are one; what two texts may write of the same words is none.
    """
    left = sorted(laid.chain.changes, key=lambda c: (c.here, c.there))
    telling: list[Change] = []
    while left:
        one = left.pop(0)
        moved = next((m for k, other in enumerate(left) if (m := _moved(laid, one, other)) is not None), None)
        if moved is not None:
            left = [c for c in left if c.here[0] >= moved.here[1] and c.there[0] >= moved.there[1]]
            yield moved, True
        elif (beyond := moved_beyond(laid, one)) is not None:
            yield beyond, True
        elif not (taken_alike(laid.x, laid.y, one.here, one.there) or _between_sentences(laid, one)):
            before = telling[-1] if telling else None
            if (
                before is not None
                and one.here[0] - before.here[1] <= 1
                and one.there[0] - before.there[1] <= 1
            ):
                here, there = (before.here[0], one.here[1]), (before.there[0], one.there[1])
                telling[-1] = Change(here, there, before.before, one.behind)
            else:
                telling.append(one)
    yield from ((change, False) for change in telling)


def _moved(laid: Laid, one: Change, other: Change) -> Change | None:
    """Return two changes as one where the same words are dropped by the one and put in by the other."""
    first, second = ((laid.x.plain[slice(*c.here)], laid.y.plain[slice(*c.there)]) for c in (one, other))
    if first != second[::-1] or all(first) or other.here[0] - one.here[1] > _MOVED:
        return None
    return Change((one.here[0], other.here[1]), (one.there[0], other.there[1]), one.before, other.behind)


def moved_beyond(laid: Laid, one: Change) -> Change | None:
    """Return a change with the words that stand behind all that meets: "take off the lid", "take it off"."""
    sides = (laid.x, laid.chain.here, one.here), (laid.y, laid.chain.there, one.there)
    for place in (0, 1):
        (told, whole, at), (rival, other, elsewhere) = sides[place], sides[1 - place]
        words = rival.plain[slice(*elsewhere)]
        if (
            at[0] == at[1]
            and words == told.plain[whole[1] : whole[1] + len(words)]
            and whole[1] - at[0] <= _MOVED
        ):
            found = (at[0], whole[1] + len(words)), (elsewhere[0], other[1])
            return Change(*(found if place == 0 else found[::-1]), one.before, 0)
    return None


def _between_sentences(laid: Laid, change: Change) -> bool:
    """Tell whether a text has closed the marks behind a sentence, and opened them again."""
    return any(
        _reopened(told, at) and any(of.ends[max(0, start - 1)] for of, start in ends)
        for told, at in ((laid.x, change.here), (laid.y, change.there))
        for ends in [((laid.x, change.here[0]), (laid.y, change.there[0]))]
    )


def _state(laid: Laid, change: Change, *, moved: bool) -> DiscrepancyState:
    x, y, chain = laid.x, laid.y, laid.chain
    words = x.plain[slice(*change.here)], y.plain[slice(*change.there)]
    # What is put in says nothing of how much else is alike.
    longest = max(
        all_[1] - all_[0] - (0 if all(words) else some[1] - some[0])
        for all_, some in ((chain.here, change.here), (chain.there, change.there))
    )
    strong = (
        chain.met >= _STRONG
        and chain.met >= _STRONG_SHARE * longest
        and change.before + change.behind >= _STRONG_BESIDE
    )
    if inserted(x, y, change.here, change.there):
        return DiscrepancyState.WORDING
    if not all(words) or moved:
        tells = strong and (moved or any(content(of) or _NO & set(of) for of in words))
        return DiscrepancyState.CONFLICT if tells else DiscrepancyState.WORDING
    if slipped(*words):
        return DiscrepancyState.WORDING
    some = any(content(of) for of in words) and not same_content(*words)
    return DiscrepancyState.CONFLICT if some or strong else DiscrepancyState.WORDING


def _reopened(told: Told, stretch: Stretch) -> bool:
    """Tell whether nothing stands there but marks that are closed and opened again."""
    first, stop = stretch
    return (
        first == stop
        and 0 < first < len(told.tokens)
        and told.tokens[first - 1][1] != told.tokens[first][1]
        and (told.quoted.part(told.tokens[first - 1][1]) != told.quoted.part(told.tokens[first][1]))
    )


def _around(told: Told, stretch: Stretch) -> Sequence[str]:
    return told.plain[max(0, stretch[0] - _AROUND) : stretch[1] + _AROUND]


def _shown(laid: Laid, change: Change, state: DiscrepancyState) -> Utterance | None:
    """Return a change with a word or two beside it."""
    both = change.here[1] > change.here[0] and change.there[1] > change.there[0]
    sentences, extents, said = [], [], []
    for told, (first, stop) in ((laid.x, change.here), (laid.y, change.there)):
        last = len(told.tokens)
        at = told.tokens[min(first, last - 1)][1] if first < stop else told.tokens[max(0, first - 1)][1]
        # No word of another sentence beside it.
        bounds = told.start_of(first if first < stop else max(0, first - 1)), told.stop_of(max(0, stop - 1))
        if first == stop:
            bounds = bounds[0], told.stop_of(min(first, last - 1))
        low, high = told.words((max(bounds[0], first - _MARGIN), min(bounds[1], stop + _MARGIN)))
        low, high = told.quoted.within(low, high, at)
        sentence = told.quoted.sentence(at)
        if sentence is None:
            return None
        sentences.append(sentence)
        extents.append(told.quoted.extent(low, high))
        said.append(told.quoted.said(*(told.words((first, stop)) if both else (low, high))))
    return utterance(
        (sentences[0], sentences[1]),
        (extents[0], extents[1]),
        (said[0], said[1]),
        f"{{0}} quotes “{said[0]}” where {{1}} quotes “{said[1]}”.",
        rule=ALTERED_RULE,
        state=state,
    )
