"""One passage says it, the other says that it is not so."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side, same_day, same_setting
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.items import Item

NEGATION_RULE = "negated-in-one"
ANTONYM_RULE = "opposite-words"
_INSTEAD = frozenset((("rather", "than"), ("instead", "of")))
_NOT = frozenset("not never no cannot nobody nothing neither nor without".split())
_MORE = frozenset("further more other longer new additional doubt matter".split())
# "Will not immediately be handed over" says that it will be.
NOT_ALTOGETHER = frozenset("immediately only just merely simply necessarily entirely always".split())
"""Behind a "not" these leave the act standing."""
# Verbs that turn the act behind them round: "refused to urge", "failed to pass".
_TURNING = frozenset("refuse fail decline deny neglect omit".split())
# Opposites that cannot both hold of one act: chosen by hand from what news reports of votes, courts and
# markets. WordNet's antonyms hold too many pairs that can ("old"/"new", "man"/"woman").
_OPPOSITES = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """
    pass approve adopt back endorse accept | reject refuse defeat decline
    rise increase climb grow gain jump surge expand | fall decrease decline drop shrink plunge sink contract
    uphold affirm | overturn quash reverse annul
    create add | cut axe shed slash
    hire recruit | sack dismiss fire
    acquit clear cleared acquitted | convict convicted
    profit | loss
    approve adopt launch | scrap cancel abandon ditch shelve
    release free | detain arrest jail
    win | lose
    open reopen | close shut
    arrive | leave depart
    support back favour favor | oppose resist
    allow permit | ban forbid prohibit bar
    confirm admit acknowledge | deny
    begin start | end finish
    agree | disagree refuse
    strengthen | weaken
    raise lift | lower cut
    guilty | innocent acquit
    succeed | fail
    above | below
    before | after
    higher | lower
    more | less fewer
    up | down
    alive | dead
    legal lawful | illegal unlawful
    possible | impossible
    likely | unlikely
    safe | unsafe dangerous
    true | false
    first | last
    north northern | south southern
    east eastern | west western
    largest biggest | smallest
    majority | minority
    """.strip().splitlines()
)
_OPPOSITES_OF: dict[str, list[tuple[int, int]]] = {}
for _line, _sides in enumerate(_OPPOSITES):
    for _place, _words in enumerate(_sides):
        for _word in _words:
            _OPPOSITES_OF.setdefault(_word.strip(), []).append((_line, _place))
# The passages must be nearly the same words, else a "not" is as likely about something else.
_ALIKE = 70.0
# From here on a lone "not" is the only difference there is.
_NEARLY_ALL = 85.0
_REACH = 5


def polarity_differences(pair: Pair) -> Iterator[Difference]:
    """Yield negations that one passage has and its counterpart lacks, and opposite words in one place."""
    if pair.alike < _ALIKE or not (same_setting(pair) and same_day(pair)):
        return
    yield from _negations(pair)
    yield from _antonyms(pair)


def _negations(pair: Pair) -> Iterator[Difference]:
    negated = [_negators(side) for side in pair.sides]
    # Two negations against one, or one against none: an even difference may be one thought in other words.
    if abs(len(negated[0]) - len(negated[1])) != 1:
        return
    if min(map(len, negated)) > 1 and pair.alike < _NEARLY_ALL:
        return
    more = 0 if len(negated[0]) > len(negated[1]) else 1
    side = pair.sides[more]
    met = set(pair.matched) if more == 0 else set(pair.matched.values())
    lone = [k for k in negated[more] if k not in met]
    if len(lone) != 1:
        return
    place = lone[0]
    # What is negated must itself stand in the other passage, in the same place.
    within = range(max(0, place - 3), min(len(side.items), place + 4))
    around = [k for k in within if k in met]
    before, after = [k for k in around if k < place], [k for k in around if k > place]
    if not before or (not after and place + 1 < len(side.items)):
        return
    if not any(side.items[k].content for k in after) and pair.alike < _NEARLY_ALL:
        return
    other = pair.sides[1 - more]
    there = pair.matched if more == 0 else {j: i for i, j in pair.matched.items()}
    first, last = before[-1], after[0] if after else before[-1]
    content = next((k for k in after if side.items[k].content), last)
    if not there[first] <= there[content] <= there[first] + _REACH or _opposed_near(
        side, other, content, there[content]
    ):
        return
    here = Extent(start=side.items[first].start, end=max(side.items[content].end, side.items[place].end))
    plain = Extent(start=other.items[there[first]].start, end=other.items[there[content]].end)
    said = side.quote(here.start, here.end), other.quote(plain.start, plain.end)
    yield Difference(
        type=DiscrepancyType.NEGATION,
        state=DiscrepancyState.CONFLICT,
        rule=NEGATION_RULE,
        extents=(here, plain) if more == 0 else (plain, here),
        values=said if more == 0 else said[::-1],
        why=(f"{{{more}}} says “{said[0]}”, {{{1 - more}}} says “{said[1]}”."),
    )


def _opposed_near(side: Side, other: Side, here: int, there: int) -> bool:
    """Tell whether an opposite stands beside the place, so that "not passed" meets "rejected"."""
    near = {i.key for i in side.items[max(0, here - 3) : here + 3]}
    far = {i.key for i in other.items[max(0, there - 3) : there + 3]}
    return any(opposite(x, y) for x in sorted(near) for y in sorted(far))


def _negators(side: Side) -> list[int]:
    found = []
    for k, item in enumerate(side.items):
        word = item.surface.lower().replace("’", "'")
        if _hyphened(side, item):
            # "A no-frills airline" and "the do-not-call list" deny nothing.
            continue
        after = side.items[k + 1].key if k + 1 < len(side.items) else ""
        off = word == "off" and k > 0 and side.items[k - 1].key == "call"
        if word == "no" and after in _MORE:
            # "No further arrests" tells of arrests.
            continue
        if k + 1 < len(side.items) and side.items[k + 1].surface.lower() in NOT_ALTOGETHER:
            continue
        turned = off or (item.key in _TURNING and after == "to") or (word, after) in _INSTEAD
        if turned or word in _NOT or word.endswith("n't"):
            found.append(k)
    return found


def _hyphened(side: Side, item: Item) -> bool:
    around = side.text[item.end : item.end + 1], side.text[max(0, item.start - 1) : item.start]
    return any(mark in ("-", "‑") for mark in around)


def _antonyms(pair: Pair) -> Iterator[Difference]:
    one, other = pair.sides
    if len(_negators(one)) != len(_negators(other)):
        return
    met = set(pair.matched.values())
    for i, item in enumerate(one.items):
        if i in pair.matched or item.value is not None:
            continue
        before = pair.matched.get(i - 1, -1 if i == 0 else None)
        after = pair.matched.get(i + 1, len(other.items) if i + 1 == len(one.items) else None)
        if before is None or after is None or after - before != 2:
            continue
        rival = other.items[before + 1]
        if before + 1 in met or not _opposites(item, rival):
            continue
        yield Difference(
            type=DiscrepancyType.NEGATION,
            state=DiscrepancyState.CONFLICT,
            rule=ANTONYM_RULE,
            extents=(
                Extent(start=item.start, end=item.end),
                Extent(start=rival.start, end=rival.end),
            ),
            values=(item.surface, rival.surface),
            why=f"{{0}} says “{item.surface}”, {{1}} says “{rival.surface}”, in the same place.",
        )


def _opposites(one: Item, other: Item) -> bool:
    """Tell whether two words are opposites, by base form or as written ("higher", "lower")."""
    return opposite(one.key, other.key) or opposite(one.surface.lower(), other.surface.lower())


def opposite(one: str, other: str) -> bool:
    """Return whether two keys are opposites that cannot both hold.

    >>> opposite("pass", "reject"), opposite("pass", "adopt")
    (True, False)
    """
    return any(
        line == other_line and place != other_place
        for line, place in _OPPOSITES_OF.get(one, ())
        for other_line, other_place in _OPPOSITES_OF.get(other, ())
    )
