"""One utterance that two texts quote: in other words inside the marks, cut shorter, or of another speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.quoted import RUN_LINKED, Quoted, over_paragraphs, quoted_in
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Sentence
from compare.text.document import Document
from compare.text.words import FUNCTION_WORDS

ALTERED_RULE = "quotation-in-other-words"
CUT_RULE = "quotation-cut-shorter"
SPEAKER_RULE = "same-words-of-another-speaker"
# So many words in a row are nobody else's by chance; in linked sentences fewer tell.
_RUN, _RUN_LINKED = 5, RUN_LINKED
_MOST_CHANGED = 6
_FEWEST_MET = 6
# Words in a row that so many quotations have tell none of them.
_COMMON = 6
_MARGIN = 3
_LONGEST = 16
# Of the words next to where the shorter quotation ends so many are of content, and not told outside it.
_NEAR, _FEWEST_DROPPED = 10, 2
_ENDS = re.compile(r"[.?!…]")


# A word of these more or less is how somebody took it down, and tells a reader nothing.
SLIGHT = frozenset("a an the of that and so but 's to".split()) | {""}


class Utterance(Struct, frozen=True, kw_only=True):
    """What differs between two quotations, and the sentences it stands in."""

    sentences: tuple[Sentence, Sentence]
    difference: Difference


def find_utterances(
    one: Document, other: Document, linked: frozenset[tuple[str, str]]
) -> Iterator[Utterance]:
    """Yield what two texts quote of one utterance in unlike words or at unlike length.

    `linked` are the pairs of sentences that are surely linked.
    """
    ours, theirs = (over_paragraphs(of, quoted_in(of)) for of in (one, other))
    ours_by_run, theirs_by_run = _by_run(ours), _by_run(theirs)
    telling = {
        run
        for run in ours_by_run.keys() & theirs_by_run.keys()
        if max(len(ours_by_run[run]), len(theirs_by_run[run])) <= _COMMON
    }
    for quoted in ours:
        near = {place for run in _runs(quoted) if run in telling for place in theirs_by_run[run]}
        for place in sorted(near):
            yield from _compare(quoted, theirs[place], linked)


def _by_run(found: list[Quoted]) -> dict[tuple[str, ...], set[int]]:
    """Return by words in a row which quotations have them."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, quoted in enumerate(found):
        for run in _runs(quoted):
            places[run].add(place)
    return places


def _runs(quoted: Quoted) -> Iterator[tuple[str, ...]]:
    plain = [word for word, _, _ in quoted.words]
    for at in range(len(plain) - _RUN_LINKED + 1):
        run = plain[at : at + _RUN_LINKED]
        if any(word not in FUNCTION_WORDS for word in run):
            yield tuple(run)


def _compare(x: Quoted, y: Quoted, linked: frozenset[tuple[str, str]]) -> Iterator[Utterance]:
    one, other = [w for w, _, _ in x.words], [w for w, _, _ in y.words]
    swapped = one > other
    codes = Levenshtein.opcodes(*((other, one) if swapped else (one, other)))
    steps = [
        (c.tag, c.dest_start, c.dest_end, c.src_start, c.src_end)
        if swapped
        else (c.tag, c.src_start, c.src_end, c.dest_start, c.dest_end)
        for c in codes
    ]
    blocks = [step for step in steps if step[0] == "equal"]
    if not blocks:
        return
    longest = max(blocks, key=lambda step: step[2] - step[1])
    sentences = x.sentence(longest[1]), y.sentence(longest[3])
    if sentences[0] is None or sentences[1] is None:
        return
    ready = sentences[0], sentences[1]
    needed = _RUN_LINKED if (ready[0].id, ready[1].id) in linked else _RUN
    if longest[2] - longest[1] < needed:
        return
    speakers = x.speaker(longest[1]), y.speaker(longest[3])
    alike = 5 * (longest[2] - longest[1]) >= 4 * max(len(x.words), len(y.words))
    if alike and (ready[0].id, ready[1].id) in linked and two_people(*speakers):
        extents = (
            x.extent(longest[1], min(longest[2], longest[1] + _LONGEST)),
            y.extent(longest[3], min(longest[4], longest[3] + _LONGEST)),
        )
        yield Utterance(
            sentences=ready,
            difference=_difference(
                SPEAKER_RULE,
                DiscrepancyState.WORDING,
                extents,
                speakers,
                f"{{0}} puts these words to {speakers[0]}, {{1}} to {speakers[1]}.",
            ),
        )
        return
    yield from _altered(x, y, steps, blocks)
    yield from _cut(x, y, longest, ready)


Step = tuple[str, int, int, int, int]


def _altered(x: Quoted, y: Quoted, steps: list[Step], blocks: list[Step]) -> Iterator[Utterance]:
    """Yield the first words inside the utterance that one text has otherwise, or not at all.

    A speaker says the same thing twice in nearly the same words: few words that meet are two utterances, and
    a small word more or less tells only where all the rest meets.
    """
    # A lone "the" or "to" meets by chance.
    met = sum(step[2] - step[1] for step in blocks if step[2] - step[1] > 1)
    sentences = _stretches(x, y, blocks)
    stretch = min(sentences)
    # A short sentence of which all but a word or two meets is one utterance too.
    whole = sum(step[2] - step[1] for step in blocks) * 4 >= max(sentences) * 3
    if not whole and (met < _FEWEST_MET or met * 2 < stretch):
        return
    for k in range(1, len(steps) - 1):
        _, first, stop, begin, end = steps[k]
        before, after = steps[k - 1], steps[k + 1]
        if steps[k][0] == "equal" or before[0] != "equal" or after[0] != "equal":
            continue
        around = sorted((before[2] - before[1], after[2] - after[1]))
        if around[0] < 1 or around[1] < _RUN_LINKED or max(stop - first, end - begin) > _MOST_CHANGED:
            continue
        if (
            _same_words(x, y, steps[k])
            or _inserted(x, first - 1, stop + 1)
            or _inserted(y, begin - 1, end + 1)
        ):
            continue
        changed = {word for word, _, _ in (*x.words[first:stop], *y.words[begin:end])}
        if not whole and changed <= FUNCTION_WORDS and met * 5 < stretch * 4:
            continue
        here = max(before[1], first - _MARGIN), min(after[2], stop + _MARGIN)
        there = max(before[3], begin - _MARGIN), min(after[4], end + _MARGIN)
        here, there = x.within(*here, max(first, stop - 1)), y.within(*there, max(begin, end - 1))
        places = x.sentence(here[0]), y.sentence(there[0])
        if places[0] is None or places[1] is None or _has(y, x, here) or _has(x, y, there):
            continue
        told = x.said(*here), y.said(*there)
        if stop > first and end > begin:
            told = x.said(first, stop), y.said(begin, end)
        yield Utterance(
            sentences=(places[0], places[1]),
            difference=_difference(
                ALTERED_RULE,
                DiscrepancyState.WORDING,
                (x.extent(*here), y.extent(*there)),
                told,
                f"{{0}} quotes “{told[0]}” where {{1}} quotes “{told[1]}”.",
            ),
        )
        return


def _has(quoted: Quoted, other: Quoted, stretch: tuple[int, int]) -> bool:
    """Tell whether a quotation has the other's very words, so that these were laid with the wrong ones."""
    sought = [word for word, _, _ in other.words[slice(*stretch)]]
    words = [word for word, _, _ in quoted.words]
    return any(words[at : at + len(sought)] == sought for at in range(len(words) - len(sought) + 1))


def _stretches(x: Quoted, y: Quoted, blocks: list[Step]) -> tuple[int, int]:
    """Return how many words the sentences have, in either quotation, in which words meet."""
    found = []
    for quoted, first, last in (
        (x, blocks[0][1], blocks[-1][2] - 1),
        (y, blocks[0][3], blocks[-1][4] - 1),
    ):
        low, high = first, last
        while low > 0 and not _ends(quoted, low - 1):
            low -= 1
        while high + 1 < len(quoted.words) and not _ends(quoted, high):
            high += 1
        found.append(high - low + 1)
    return found[0], found[1]


def _same_words(x: Quoted, y: Quoted, step: Step) -> bool:
    """Tell whether changed words are the same in another spelling: "don't", "do not"; "organise"."""
    joined = [
        "".join(word for word, _, _ in q.words[a:b]).replace("'", "").replace("not", "nt")
        for q, (a, b) in ((x, step[1:3]), (y, step[3:5]))
    ]
    if not any(joined) or joined[0] == joined[1] or sorted(joined) == ["pres", "president"]:
        return True
    if "" in joined and set(joined) <= SLIGHT:
        return True
    if any(char.isdigit() for word in joined for char in word) and any(not word.isdigit() for word in joined):
        # "20" and "twenty" are one; figures that differ are found as figures.
        return True
    plain = [word.replace("isation", "ization").replace("ise", "ize").replace("our", "or") for word in joined]
    return plain[0] == plain[1] or set(joined) <= {
        "percent",
        "per",
        "percent%",
        "ok",
        "okay",
        "us",
        "unitedstates",
        "uh",
        "um",
    }


def _inserted(quoted: Quoted, first: int, stop: int) -> bool:
    """Tell whether brackets or dots stand there, by which a text says that it changed the words."""
    low, high = max(0, first), min(len(quoted.words), stop)
    whole = quoted.document.article.text
    # Who speaks may stand between two words; that is no insert.
    text = " ".join(whole[quoted.words[k][1] : _until(quoted, k, high)] for k in range(low, high))
    return any(mark in text for mark in ("[", "]", "...", "…", ". . .", "(", '"', "”"))


def _until(quoted: Quoted, at: int, high: int) -> int:
    """Return where the next word begins, or where this one ends if it is the last of its part."""
    last = at + 1 >= high or quoted.part(at) != quoted.part(at + 1)
    return quoted.words[at][2] if last else quoted.words[at + 1][1]


def _cut(x: Quoted, y: Quoted, longest: Step, ready: tuple[Sentence, Sentence]) -> Iterator[Utterance]:
    """Yield the place where one text goes on quoting a sentence that the other shows as whole."""
    _, first, stop, begin, end = longest
    for q, low, high, other, whole, place in (
        (x, first, stop, y, (begin, end) == (0, len(y.words)), 0),
        (y, begin, end, x, (first, stop) == (0, len(x.words)), 1),
    ):
        if not whole or not _as_sentence(other):
            continue
        stretch = _with_dropped(q, low, high, other, ready[1 - place])
        if stretch is None:
            continue
        # The end of the shorter one where it breaks off, its beginning where it begins late.
        words = len(other.words)
        some = (max(0, words - _LONGEST), words) if stretch[1] > high else (0, min(words, _LONGEST))
        here, there = q.extent(*stretch), other.extent(*some)
        told = q.said(*stretch), other.said(*some)
        yield Utterance(
            sentences=ready,
            difference=_difference(
                CUT_RULE,
                DiscrepancyState.PRECISION,
                (here, there) if place == 0 else (there, here),
                told if place == 0 else (told[1], told[0]),
                f"{{{place}}} quotes “{told[0]}”, {{{1 - place}}} only “{told[1]}”.",
            ),
        )
        return


def _with_dropped(
    quoted: Quoted, low: int, high: int, other: Quoted, sentence: Sentence
) -> tuple[int, int] | None:
    """Return the words next to the end of the shorter quotation, with what it leaves out of the sentence."""
    after, before = high, low
    while after < min(len(quoted.words), high + _NEAR) and not _breaks(quoted, after - 1):
        after += 1
    if after > high and _left_out(quoted, high, after, other, sentence):
        return max(low, after - _LONGEST), after
    while before > max(0, low - _NEAR) and not _breaks(quoted, before - 1):
        before -= 1
    if before < low and _left_out(quoted, before, low, other, sentence):
        return before, min(high, before + _LONGEST)
    return None


def _breaks(quoted: Quoted, at: int) -> bool:
    """Tell whether a sentence, or this part of the utterance, ends behind a word."""
    return quoted.part(at) != quoted.part(at + 1) or _ends(quoted, at)


def _ends(quoted: Quoted, at: int) -> bool:
    """Tell whether a sentence ends behind a word."""
    text = quoted.document.article.text
    return bool(_ENDS.search(text[quoted.words[at][2] : quoted.words[at + 1][1]]))


def _left_out(quoted: Quoted, first: int, stop: int, other: Quoted, sentence: Sentence) -> bool:
    """Tell whether words that one text alone quotes are no more told by the other outside the marks."""
    content = {word for word, _, _ in quoted.words[first:stop] if word not in FUNCTION_WORDS}
    told = other.document.article.text[sentence.start : sentence.end].lower()
    return len(content) >= _FEWEST_DROPPED and sum(word in told for word in content) * 2 < len(content)


def _as_sentence(quoted: Quoted) -> bool:
    """Tell whether a quotation is shown as a whole sentence, with a capital and a stop of its own.

    Everybody quotes parts of what was said; what is shown as a sentence and was half of one is another thing.
    """
    text = quoted.document.article.text
    begins = text[quoted.words[0][1]].isupper() and len(quoted.words) >= _RUN
    ends = text[quoted.words[-1][2] : quoted.words[-1][2] + 2]
    return begins and ends[:1] in (".", "!", "?", ",")


def two_people(one: str, other: str) -> bool:
    """Tell whether two names are of two people: both of two words at the least, none of them shared."""
    parts = [set(name.lower().replace(".", "").split()) for name in (one, other)]
    return min(len(p) for p in parts) > 1 and not parts[0] & parts[1]


def _difference(
    rule: str,
    state: DiscrepancyState,
    extents: tuple[Extent, Extent],
    values: tuple[str, str],
    why: str,
) -> Difference:
    return Difference(
        type=DiscrepancyType.SOURCE if rule == SPEAKER_RULE else DiscrepancyType.QUOTATION,
        state=state,
        rule=rule,
        extents=extents,
        values=values,
        why=why,
    )
