"""Two utterances laid together word by word: the stretches in which they meet, and what differs between."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct
from rapidfuzz.distance import Indel

from compare.find.discrepancies.taken_down import Stretch, Told, content
from compare.text.words import FUNCTION_WORDS

_RUN = 3
# Words in a row that so many quotations have tell none of them.
_COMMON = 6
# So many words meet, and so many of them are of content, before two stretches are one utterance.
_FEWEST_MET, _FEWEST_CONTENT = 5, 3
# "Today is about how and why he left" has few such words, and hardly one that differs.
_MEETS_NEARLY, _FEWEST_IN_A_ROW, _FEWEST_THEN = 0.85, 7, 2
# Of the longer stretch in which words meet, two in three do.
_SHARE, _SHARE_OF_FEW, _SHARE_OF_MANY = 2 / 3, 0.8, 0.6
_FEW, _MANY = 8, 10
# More words exchanged in a row are another clause, and not another wording of it; more may be left out.
_MOST_CHANGED, _MOST_LEFT_OUT = 5, 8
_MOST_AT_AN_END, _MOST_AT_A_LONG_END = 3, 6
# Somebody who says the same words over and over has as many runs as words, and each meets each.
_MOST_SEEDS, _MOST_MET = 40, 64
Step = tuple[str, int, int, int, int]


class Change(Struct, frozen=True):
    """A stretch of each utterance between words that meet, and how many of these stand before and behind."""

    here: Stretch
    there: Stretch
    before: int
    behind: int


class Chain(Struct, frozen=True, kw_only=True):
    """Stretches of two utterances in which most words meet, with what differs."""

    here: Stretch
    there: Stretch
    met: int
    changes: tuple[Change, ...]


def near(ours: Sequence[Told], theirs: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the utterances that share words in a row which few others have."""
    here, there = _by_run(ours), _by_run(theirs)
    telling = {run for run in here.keys() & there.keys() if max(len(here[run]), len(there[run])) <= _COMMON}
    pairs = {(x, y) for run in telling for x in here[run] for y in there[run]}
    yield from ((ours[x], theirs[y]) for x, y in sorted(pairs))


def _by_run(found: Sequence[Told]) -> dict[tuple[str, ...], set[int]]:
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, told in enumerate(found):
        for at in range(len(told.stems) - _RUN + 1):
            run = told.stems[at : at + _RUN]
            if any(word not in FUNCTION_WORDS for word in run):
                places[run].add(place)
    return places


def steps(one: Sequence[str], other: Sequence[str]) -> list[Step]:
    """Return how one row of words becomes another, the same way whichever comes first.

    What is dropped and what is put in its place are one step.

    >>> steps(["a", "b", "c"], ["a", "d", "c"])
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3)]
    """
    swapped = tuple(one) > tuple(other)
    found: list[Step] = []
    for c in Indel.opcodes(*((other, one) if swapped else (one, other))):
        step = (c.tag, c.src_start, c.src_end, c.dest_start, c.dest_end)
        if swapped:
            step = (c.tag, c.dest_start, c.dest_end, c.src_start, c.src_end)
        if found and step[0] != "equal" and found[-1][0] != "equal":
            before = found[-1]
            found[-1] = ("replace", before[1], max(before[2], step[2]), before[3], max(before[4], step[4]))
        else:
            found.append(step)
    return found


def chains(x: Told, y: Told) -> Iterator[Chain]:
    """Yield the stretches of two utterances in which most words meet, the longest run of them first.

    A speaker comes back to his words, so that all of one are not laid along all of the other: each run is
    held, and what stands beside it in its sentence is laid along the same of the other.
    """
    seen: list[Chain] = []
    for seed in _seeds(x, y):
        if any(c.here[0] <= seed[1] < c.here[1] or c.there[0] <= seed[3] < c.there[1] for c in seen):
            continue
        blocks = _blocks(x, y, _beside(x, y, seed))
        at = next((k for k, block in enumerate(blocks) if block[1] <= seed[1] < block[2]), None)
        if at is None:
            continue
        first = last = at
        while first > 0 and _goes_on(blocks[first - 1], blocks[first]):
            first -= 1
        while last + 1 < len(blocks) and _goes_on(blocks[last], blocks[last + 1]):
            last += 1
        for chain in _chain(x, y, blocks[first : last + 1]):
            seen.append(chain)
            yield chain


def _seeds(x: Told, y: Told) -> list[Step]:
    """Return the runs of words that both have, the longest first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(y.stems) - _RUN + 1):
        places[y.stems[at : at + _RUN]].append(at)
    found: list[Step] = []
    open_: dict[int, Step] = {}
    often = Counter(x.stems[at : at + _RUN] for at in range(len(x.stems) - _RUN + 1))
    for here in range(len(x.stems) - _RUN + 1):
        run = x.stems[here : here + _RUN]
        met = places.get(run, ())
        for there in met if often[run] * len(met) <= _MOST_MET else ():
            before = open_.get(there - here)
            if before is not None and before[2] == here + _RUN - 1:
                open_[there - here] = ("equal", before[1], here + _RUN, before[3], there + _RUN)
            else:
                if before is not None:
                    found.append(before)
                open_[there - here] = ("equal", here, here + _RUN, there, there + _RUN)
    found += open_.values()
    telling = [s for s in found if content(x.stems[s[1] : s[2]])]
    return sorted(telling, key=lambda s: (s[1] - s[2], s[1] + s[3], abs(s[1] - s[3])))[:_MOST_SEEDS]


def _beside(x: Told, y: Told, seed: Step) -> list[Step]:
    """Return the runs that meet around one that is held, within the longer of the two sentences."""
    _, first, stop, begin, end = seed
    left = max(first - x.start_of(first), begin - y.start_of(begin)) + _MOST_LEFT_OUT
    right = max(x.stop_of(stop - 1) - stop, y.stop_of(end - 1) - end) + _MOST_LEFT_OUT
    low, bottom = max(0, first - left), max(0, begin - left)
    # Read from the run outwards, so that of two equal words the nearer one meets.
    before = steps(x.stems[low:first][::-1], y.stems[bottom:begin][::-1])
    behind = steps(x.stems[stop : stop + right], y.stems[end : end + right])
    return [
        *(
            ("equal", first - s[2], first - s[1], begin - s[4], begin - s[3])
            for s in reversed(before)
            if s[0] == "equal"
        ),
        seed,
        *(("equal", stop + s[1], stop + s[2], end + s[3], end + s[4]) for s in behind if s[0] == "equal"),
    ]


def _blocks(x: Told, y: Told, blocks: list[Step]) -> list[Step]:
    """Return the runs of words that meet, without those that do by chance: "the" between unlike words."""
    while True:
        kept = []
        for k, block in enumerate(blocks):
            size = block[2] - block[1]
            some = content(x.stems[block[1] : block[2]])
            gaps = [_gap(*two) for two in (blocks[max(0, k - 1) : k + 1], blocks[k : k + 2]) if len(two) > 1]
            tells = (size >= _RUN and some) or (gaps and max(gaps) <= 2 * size + 1)
            # A lone "the" at either end meets by chance, if it does not begin or end what was said.
            ends = size == 1 and not some and len(gaps) < 2 and not (gaps == [1] and _at_an_edge(x, y, block))
            if tells and not ends:
                kept.append(block)
        if kept == blocks:
            return kept
        blocks = kept


def _at_an_edge(x: Told, y: Told, block: Step) -> bool:
    return any(told.ends[at] or told.start_of(at) == at for told, at in ((x, block[1]), (y, block[3])))


def _gap(one: Step, other: Step) -> int:
    return max(other[1] - one[2], other[3] - one[4])


def _goes_on(one: Step, other: Step) -> bool:
    sizes = sorted((other[1] - one[2], other[3] - one[4]))
    return sizes[1] <= (_MOST_CHANGED if sizes[0] else _MOST_LEFT_OUT)


def _chain(x: Told, y: Told, blocks: list[Step]) -> Iterator[Chain]:
    here, there = (blocks[0][1], blocks[-1][2]), (blocks[0][3], blocks[-1][4])
    words = [word for block in blocks for word in x.stems[block[1] : block[2]]]
    met, some = len(words), content(words)
    starts = here[0] - x.start_of(here[0]), there[0] - y.start_of(there[0])
    stops = x.stop_of(here[1] - 1) - here[1], y.stop_of(there[1] - 1) - there[1]
    if met < _FEWEST_MET or max(block[2] - block[1] for block in blocks) < _RUN:
        return
    changes = [Change((a[2], b[1]), (a[4], b[3]), a[2] - a[1], b[2] - b[1]) for a, b in pairwise(blocks)]
    # Either sentence begins, or ends, with words of its own.
    if all(starts) and max(starts) <= _MOST_AT_AN_END:
        first = blocks[0]
        changes.insert(
            0,
            Change((here[0] - starts[0], here[0]), (there[0] - starts[1], there[0]), 0, first[2] - first[1]),
        )
        here, there, starts = (here[0] - starts[0], here[1]), (there[0] - starts[1], there[1]), (0, 0)
    most = _MOST_AT_A_LONG_END if met > _FEW and not any(starts) else _MOST_AT_AN_END + 1
    if all(stops) and max(stops) <= most:
        last = blocks[-1]
        changes.append(
            Change((here[1], here[1] + stops[0]), (there[1], there[1] + stops[1]), last[2] - last[1], 0)
        )
        here, there, stops = (here[0], here[1] + stops[0]), (there[0], there[1] + stops[1]), (0, 0)
    longest = max(here[1] - here[0], there[1] - there[0])
    nearly = met >= max(_FEWEST_IN_A_ROW, _MEETS_NEARLY * longest) and some >= _FEWEST_THEN
    share = _SHARE_OF_FEW if met < _FEW else _SHARE if met < _MANY else _SHARE_OF_MANY
    if not (some >= _FEWEST_CONTENT or nearly) or met < share * longest:
        return
    # Either begins in its own way: two sayings that meet in a phrase.
    if met < 2 * _FEW and (all(starts) or (all(stops) and met < _FEW)):
        return
    changes += [
        Change((a, a + 1), (b, b + 1), a - block[1], block[2] - a - 1)
        for block in blocks
        for a, b in zip(range(block[1], block[2]), range(block[3], block[4]), strict=True)
        if x.plain[a] != y.plain[b]
    ]
    yield Chain(here=here, there=there, met=met, changes=tuple(_bare(x, y, change) for change in changes))


def _bare(x: Told, y: Told, change: Change) -> Change:
    """Return a change without the words at either end of it that are the same: "the US", "the United States".

    Such words met by chance where little else did beside them.
    """
    (a, b), (c, d) = change.here, change.there
    before = behind = 0
    while min(b - a, d - c) > before and x.plain[a + before] == y.plain[c + before]:
        before += 1
    while min(b - a, d - c) > before + behind and x.plain[b - 1 - behind] == y.plain[d - 1 - behind]:
        behind += 1
    return Change(
        (a + before, b - behind), (c + before, d - behind), change.before + before, change.behind + behind
    )


class Laid(Struct, frozen=True, kw_only=True):
    """Two quotations of one utterance, and where they meet."""

    x: Told
    y: Told
    chain: Chain


def lay_utterances(ours: Sequence[Told], theirs: Sequence[Told]) -> list[Laid]:
    """Return what two texts quote of one utterance, each stretch with the one that it meets best."""
    found = [Laid(x=x, y=y, chain=chain) for x, y in near(ours, theirs) for chain in chains(x, y)]

    def order(laid: Laid) -> tuple[object, ...]:
        places = _places(laid)
        # Where two meet as well, what differs less; else the first, whichever text comes first.
        return -laid.chain.met, len(laid.chain.changes), sum(p[0] for p in places), sorted(places)

    kept: list[Laid] = []
    taken: tuple[list[Stretch], list[Stretch]] = ([], [])
    for laid in sorted(found, key=order):
        places = _places(laid)
        if not any(_meets(place, of) for place, of in zip(places, taken, strict=True)):
            kept.append(laid)
            for place, of in zip(places, taken, strict=True):
                insort(of, place)
    return sorted(kept, key=lambda laid: (sum(p[0] for p in _places(laid)), sorted(_places(laid))))


def _meets(place: Stretch, taken: Sequence[Stretch]) -> bool:
    """Tell whether a stretch lies over one of some that do not lie over each other, in order."""
    k = bisect_left(taken, place[1], key=itemgetter(0))
    return k > 0 and place[0] < taken[k - 1][1]


def _places(laid: Laid) -> tuple[Stretch, Stretch]:
    found = []
    for told, stretch in ((laid.x, laid.chain.here), (laid.y, laid.chain.there)):
        first, stop = told.words(stretch)
        found.append((told.quoted.words[first][1], told.quoted.words[stop - 1][2]))
    return found[0], found[1]
