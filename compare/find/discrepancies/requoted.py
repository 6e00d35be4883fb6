"""One quoted sentence that two texts give in other words, wherever in a longer utterance it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA, Indel

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.quoted import Quoted, over_paragraphs, quoted_in
from compare.find.discrepancies.spelling import american, transliterated
from compare.find.discrepancies.utterances import ALTERED_RULE, CUT_RULE, SLIGHT, Utterance, two_people
from compare.model import DiscrepancyState, DiscrepancyType, Sentence
from compare.text.document import Document
from compare.text.words import FUNCTION_WORDS

# So many words meet, and so many of them are of content, before two sentences are one utterance.
_FEWEST_MET, _FEWEST_CONTENT = 5, 3
# "Today is about how and why he left" has few such words, and hardly one that differs.
_MEETS_NEARLY, _FEWEST_IN_A_ROW, _FEWEST_THEN = 0.85, 7, 2
# Of the longer stretch in which words meet, two in three do.
_SHARE, _SHARE_OF_FEW = 2 / 3, 0.8
_FEW = 8
_RUN = 3
# More words exchanged in a row are another clause, and not another wording of it.
_MOST_CHANGED = 5
_MOST_AT_AN_END = 3
_COMMON = 6
_MARGIN = 3
# What a sentence goes on with, as it is looked for and shown.
_MOST_DROPPED, _LONGEST_SHOWN, _MOST_SHOWN, _BEHIND, _DOTS = 30, 7, 16, 160, 2
_LONG = 5
_STOPS = re.compile(r"[.?!…]|\.\.\.")
_OPENED = re.compile(r"[\[\]…(@*]|-{3}|\.\.\.|\. \. \.")
_SHORT = (
    ("can't", "cannot"), ("won't", "will not"), ("let's", "let us"), ("n't", " not"), ("'re", " are"),
    ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " would"), ("'s", " is"),
    ("gonna", "going to"), ("wanna", "want to"), ("gotta", "got to"),
)  # fmt: skip
"""What a text may spell out of what was said."""
_WHOLE = {
    word: long
    for long, words in {
        "you": "ya ye", "them": "em", "because": "cause cuz", "yes": "yeah", "president": "pres",
        "senator": "sen", "governor": "gov", "representative": "rep", "mister": "mr", "doctor": "dr",
        "toward": "towards", "among": "amongst", "while": "whilst", "adviser": "advisor", "gray": "grey",
    }.items()
    for word in words.split()
}  # fmt: skip
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
}
_ENDINGS = ("ing", "ed", "es", "s", "e")


@dataclass(frozen=True)
class Told:
    """A sentence of an utterance as one text quotes it."""

    quoted: Quoted
    first: int
    stop: int

    @cached_property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """Return its words with what is drawn together spelled out, and which word each is of."""
        return tuple(
            (_NUMBERS.get(part, part), k)
            for k in range(self.first, self.stop)
            for part in _spelled(self.quoted.words[k][0])
        )

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Return these words alone."""
        return tuple(word for word, _ in self.tokens)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Return them without their endings."""
        return tuple(map(_stem, self.plain))


def _spelled(word: str) -> list[str]:
    for short, long in _SHORT:
        if word.endswith(short) and (short != "'s" or word[:-2] in FUNCTION_WORDS):
            return f"{word[: -len(short)]}{long}".split()
    return [_WHOLE.get(word, word)]


def _stem(word: str) -> str:
    bare = next(
        (word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > _RUN),
        word,
    )
    # "Processes" and "process"
    return word if bare == word else _stem(bare)


@dataclass(frozen=True)
class Requoted:
    """What differs between two sentences of one utterance: the stretches, and whether words of content do."""

    sentences: tuple[Sentence, Sentence]
    places: tuple[tuple[Quoted, int, int], tuple[Quoted, int, int]]
    told: tuple[str, str]
    content: bool
    cut: int | None = None
    """Which of the two ends the sentence where the other goes on with it."""


def find_requoted_utterances(one: Document, other: Document) -> Iterator[Utterance]:
    """Yield sentences of one utterance that two texts quote otherwise, over paragraphs that break it in two.

    Words of content that stand for others cannot both have been said; a small word, or another ending, may be
    how it was taken down.
    """
    for found in find_requoted(*(over_paragraphs(of, quoted_in(of)) for of in (one, other))):
        (x, low, high), (y, begin, end) = found.places
        if two_people(x.speaker(low), y.speaker(begin)):
            continue
        state = DiscrepancyState.CONFLICT if found.content else DiscrepancyState.WORDING
        why = f"{{0}} quotes “{found.told[0]}” where {{1}} quotes “{found.told[1]}”."
        if found.cut is not None:
            state, more = DiscrepancyState.PRECISION, 1 - found.cut
            why = f"{{{more}}} quotes “{found.told[more]}”, {{{found.cut}}} only “{found.told[found.cut]}”."
        yield Utterance(
            sentences=found.sentences,
            difference=Difference(
                type=DiscrepancyType.QUOTATION,
                state=state,
                rule=ALTERED_RULE if found.cut is None else CUT_RULE,
                extents=(x.extent(low, high), y.extent(begin, end)),
                values=found.told,
                why=why,
            ),
        )


def find_requoted(ours: Sequence[Quoted], theirs: Sequence[Quoted]) -> Iterator[Requoted]:
    """Yield the sentences that two texts quote in words that are mostly and not wholly the same.

    Quotations are given as one text's and the other's; what paragraphs break in two is best mended before.
    """
    here = [told for quoted in ours for told in _sentences(quoted)]
    there = [told for quoted in theirs for told in _sentences(quoted)]
    by_run: tuple[dict[tuple[str, ...], set[int]], ...] = (_by_run(here), _by_run(there))
    telling = {
        run
        for run in by_run[0].keys() & by_run[1].keys()
        if max(len(by_run[0][run]), len(by_run[1][run])) <= _COMMON
    }
    whole = {told.plain for told in here} & {told.plain for told in there}
    for told in here:
        near = {place for run in _runs(told.stems) if run in telling for place in by_run[1][run]}
        for place in sorted(near):
            # Who says a thing twice, and is quoted with both by one text, is not quoted otherwise.
            if told.plain in whole or there[place].plain in whole:
                continue
            found = _compare(told, there[place])
            if found is not None:
                yield found


def _sentences(quoted: Quoted) -> Iterator[Told]:
    text, first = quoted.document.article.text, 0
    for k in range(len(quoted.words)):
        last = k + 1 == len(quoted.words)
        if last or _STOPS.search(text, quoted.words[k][2], quoted.words[k + 1][1]):
            if k + 1 - first >= _FEWEST_MET:
                yield Told(quoted, first, k + 1)
            first = k + 1


def _by_run(found: Sequence[Told]) -> dict[tuple[str, ...], set[int]]:
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, told in enumerate(found):
        for run in _runs(told.stems):
            places[run].add(place)
    return places


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        if any(word not in FUNCTION_WORDS for word in run):
            yield run


Step = tuple[str, int, int, int, int]


def _steps(one: Sequence[str], other: Sequence[str]) -> list[Step]:
    """Return how one row of words becomes another, the same way whichever comes first.

    What is dropped and what is put in its place are one step.
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


def _compare(x: Told, y: Told) -> Requoted | None:
    steps = _steps(x.stems, y.stems)
    blocks = [k for k, step in enumerate(steps) if step[0] == "equal"]
    # A lone "the" at either end meets by chance.
    while blocks and _small(x, steps[blocks[0]]):
        blocks.pop(0)
    while blocks and _small(x, steps[blocks[-1]]):
        blocks.pop()
    if not blocks:
        return None
    low, high = blocks[0], blocks[-1]
    met = [word for k in blocks for word in x.stems[steps[k][1] : steps[k][2]]]
    content = sum(word not in FUNCTION_WORDS for word in met)
    longest = max(len(x.plain), len(y.plain))
    nearly = len(met) >= max(_FEWEST_IN_A_ROW, _MEETS_NEARLY * longest) and content >= _FEWEST_THEN
    if len(met) < _FEWEST_MET or not (content >= _FEWEST_CONTENT or nearly):
        return None
    if max(steps[k][2] - steps[k][1] for k in blocks) < _RUN:
        return None
    start, stop = (steps[low][1], steps[low][3]), (steps[high][2], steps[high][4])
    changes = [steps[k] for k in range(low + 1, high) if steps[k][0] != "equal"]
    # Either sentence begins, or ends, with words of its own.
    if all(0 < n <= _MOST_AT_AN_END for n in start):
        changes.insert(0, ("replace", 0, start[0], 0, start[1]))
        start = (0, 0)
    left = len(x.plain) - stop[0], len(y.plain) - stop[1]
    if all(0 < n <= _MOST_AT_AN_END + 1 for n in left):
        changes.append(("replace", stop[0], len(x.plain), stop[1], len(y.plain)))
        stop = len(x.plain), len(y.plain)
    changes += [
        ("replace", a, a + 1, b, b + 1)
        for k in blocks
        for a, b in zip(range(*steps[k][1:3]), range(*steps[k][3:5]), strict=True)
        if x.plain[a] != y.plain[b]
    ]
    share = _SHARE if len(met) >= _FEW else _SHARE_OF_FEW
    if len(met) < share * max(stop[0] - start[0], stop[1] - start[1]):
        return None
    if all(start) or (all(left) and stop != (len(x.plain), len(y.plain)) and len(met) < _FEW):
        # Either sentence begins in its own way: two sayings that meet in a phrase.
        return None
    if any(max(c[2] - c[1], c[4] - c[3]) > _MOST_CHANGED for c in changes):
        return None
    telling = [c for c in changes if not _harmless(x, y, c)]
    if not telling:
        return _cut(x, y, left)
    return _requoted(x, y, max(telling, key=lambda c: (_weight(x, y, c), -c[1] - c[3])))


def _cut(x: Told, y: Told, left: tuple[int, int]) -> Requoted | None:
    """Return where one text ends a sentence with a full stop and the other goes on with it."""
    if all(left) or not any(left):
        return None
    place = 0 if left[1] else 1
    short, long = (x, y) if left[1] else (y, x)
    more = long.plain[-max(left) :]
    text = short.quoted.document.article.text
    end = short.quoted.words[short.stop - 1][2]
    if text[end : end + 1] not in (".", "!", "?") or text[end : end + _DOTS].startswith(".."):
        return None
    content = [word for word in more if word not in FUNCTION_WORDS]
    # What another full stop divides is told in the next sentence.
    behind = text[end : end + _BEHIND].lower()
    if not content or len(more) > _MOST_DROPPED or all(word in behind for word in content):
        return None
    places, sentences, told = [], [], []
    for of, spared in ((x, left[0]), (y, left[1])):
        first = max(of.first, of.tokens[max(0, len(of.tokens) - spared - _LONGEST_SHOWN)][1])
        first, last = of.quoted.within(first, min(of.stop, first + _MOST_SHOWN), first)
        sentence = of.quoted.sentence(first)
        if sentence is None:
            return None
        sentences.append(sentence)
        places.append((of.quoted, first, last))
        told.append(of.quoted.said(first, last))
    return Requoted(
        sentences=(sentences[0], sentences[1]),
        places=(places[0], places[1]),
        told=(told[0], told[1]),
        content=False,
        cut=place,
    )


def _small(told: Told, step: Step) -> bool:
    return step[2] - step[1] == 1 and told.stems[step[1]] in FUNCTION_WORDS


def _weight(x: Told, y: Told, change: Step) -> int:
    """Return how much a change tells: words of content for others most."""
    words = x.plain[change[1] : change[2]], y.plain[change[3] : change[4]]
    content = [sum(word not in FUNCTION_WORDS for word in of) for of in words]
    return 10 * all(words) * sum(content) + sum(content)


def _harmless(x: Told, y: Told, change: Step) -> bool:
    """Tell whether a change is another spelling, or one that a text owns to by brackets or dots."""
    words = "".join(x.plain[change[1] : change[2]]), "".join(y.plain[change[3] : change[4]])
    plain = [american(w.replace("ise", "ize")) for w in words]
    if transliterated(*words) or _initials(x.plain[change[1] : change[2]], y.plain[change[3] : change[4]]):
        return True
    if plain[0] == plain[1] or any(c.isdigit() for w in words for c in w) or set(words) <= _SOUNDS:
        return True
    if plain[0].removeprefix("the") == plain[1].removeprefix("the") or ("" in words and set(words) <= SLIGHT):
        return True
    for told, first, stop in ((x, *change[1:3]), (y, *change[3:5])):
        low = told.tokens[max(0, first - 1)][1]
        high = told.tokens[min(len(told.tokens) - 1, stop)][1]
        text = told.quoted.document.article.text
        if _OPENED.search(text, told.quoted.words[low][2], told.quoted.words[high][1]):
            return True
    return False


_SOUNDS = frozenset(("", "uh", "um", "well", "percent", "per", "ok", "okay", "us", "unitedstates"))


def _initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one side has the initials of the other's words: "NSC", "AG"."""
    short, long = sorted((one, other), key=len)
    letters = "".join(word[0] for word in long), "".join(w[0] for w in long if w not in FUNCTION_WORDS)
    return len(short) == 1 < len(long) and short[0].replace(".", "") in letters


def _slipped(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and OSA.distance(one, other) == 1


def _requoted(x: Told, y: Told, change: Step) -> Requoted | None:
    places, sentences, told = [], [], []
    content = all((change[2] > change[1], change[4] > change[3]))
    stems = [of.stems[a:b] for of, a, b in ((x, *change[1:3]), (y, *change[3:5]))]
    # "Process" and "processes" are one word, taken down in two ways.
    some = any(word not in FUNCTION_WORDS for of in stems for word in of) and stems[0] != stems[1]
    # A slip of the pen is no other word.
    some = some and not _slipped("".join(stems[0]), "".join(stems[1]))
    for of, first, stop in ((x, *change[1:3]), (y, *change[3:5])):
        last = len(of.tokens) - 1
        low = of.tokens[max(0, first - _MARGIN)][1]
        high = of.tokens[min(last, stop + _MARGIN - 1)][1] + 1
        at = of.tokens[min(first, last)][1]
        low, high = of.quoted.within(low, high, at)
        sentence = of.quoted.sentence(low)
        if sentence is None:
            return None
        sentences.append(sentence)
        places.append((of.quoted, low, high))
        if content:
            told.append(of.quoted.said(of.tokens[first][1], of.tokens[stop - 1][1] + 1))
        else:
            told.append(of.quoted.said(low, high))
    return Requoted(
        sentences=(sentences[0], sentences[1]),
        places=(places[0], places[1]),
        told=(told[0], told[1]),
        content=content and some,
    )
