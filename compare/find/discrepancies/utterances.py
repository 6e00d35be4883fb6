"""One utterance that two texts quote: with other words inside the marks, cut shorter, or of another speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from compare.find.discrepancies.difference import Difference
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Sentence, SourceType
from compare.text.document import Document
from compare.text.reports import NOBODY
from compare.text.words import FUNCTION_WORDS

ALTERED_RULE = "quotation-in-other-words"
CUT_RULE = "quotation-cut-shorter"
SPEAKER_RULE = "same-words-of-another-speaker"
# So many words in a row are nobody else's by chance; in linked sentences fewer tell.
_RUN, _RUN_LINKED = 5, 3
_MOST_CHANGED = 6
_MARGIN = 3
_LONGEST = 16
# Of the words next to where the shorter quotation ends so many are of content, and not told outside it.
_NEAR, _FEWEST_DROPPED = 10, 2
_MOST_WORDS = 150
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_ENDS = re.compile(r"[.?!…]")
Word = tuple[str, int, int]


@dataclass(frozen=True)
class Quoted:
    """A quotation with its words."""

    document: Document
    start: int
    end: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in small letters, with their places."""
        text = self.document.article.text
        return tuple(
            (m.group().lower().replace("’", "'").replace("ʼ", "'"), m.start(), m.end())
            for m in _WORD.finditer(text, self.start, self.end)
        )[:_MOST_WORDS]

    def said(self, first: int, stop: int) -> str:
        """Return some of its words on one line."""
        return " ".join(self.document.article.text[self.words[first][1] : self.words[stop - 1][2]].split())

    def extent(self, first: int, stop: int) -> Extent:
        """Return where some of its words stand."""
        return Extent(start=self.words[first][1], end=self.words[stop - 1][2])

    def sentence(self, at: int) -> Sentence | None:
        """Return the sentence in which a word stands."""
        place = self.words[at][1]
        return next((s for s in self.document.article.sentences if s.start <= place < s.end), None)

    def speaker(self, at: int) -> str:
        """Return who is named as saying a word, nothing where nobody is."""
        sentence = self.sentence(at)
        if sentence is None:
            return ""
        found = self.document.voices.attributed(sentence.id, self.extent(at, at + 1))
        if found is None or found.name == NOBODY or found.source is None or found.cue is None:
            return ""
        beside = (
            sentence.start <= found.source.start < sentence.end and found.source_type is SourceType.PERSON
        )
        return found.name if beside else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What differs between two quotations, and the sentences it stands in."""

    sentences: tuple[Sentence, Sentence]
    difference: Difference


def find_utterances(
    one: Document, other: Document, linked: frozenset[tuple[str, str]]
) -> Iterator[Utterance]:
    """Yield what two texts quote of one utterance in unlike words or at unlike length.

    `linked` are the pairs of sentences that are surely linked.
    """
    ours, theirs = _quotations(one), _quotations(other)
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, rival in enumerate(theirs):
        for run in _runs(rival):
            index[run].add(place)
    for quoted in ours:
        near = sorted({place for run in _runs(quoted) for place in index.get(run, ())})
        for place in near:
            yield from _compare(quoted, theirs[place], linked)


def _quotations(document: Document) -> list[Quoted]:
    found = [Quoted(document, start, end) for start, end in document.quotations]
    return [one for one in found if len(one.words) >= _RUN_LINKED]


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
    if longest[2] - longest[1] >= _RUN and _two_people(*speakers):
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
    yield from _altered(x, y, steps)
    yield from _cut(x, y, steps, longest, ready)


Step = tuple[str, int, int, int, int]


def _altered(x: Quoted, y: Quoted, steps: list[Step]) -> Iterator[Utterance]:
    """Yield the first words inside the utterance that one text has and the other has not, or has otherwise."""
    for k in range(1, len(steps) - 1):
        _, first, stop, begin, end = steps[k]
        before, after = steps[k - 1], steps[k + 1]
        if steps[k][0] == "equal" or before[0] != "equal" or after[0] != "equal":
            continue
        if (
            before[2] - before[1] < 2
            or after[2] - after[1] < 2
            or max(stop - first, end - begin) > _MOST_CHANGED
        ):
            continue
        if (
            _same_words(x, y, steps[k])
            or _inserted(x, first - 1, stop + 1)
            or _inserted(y, begin - 1, end + 1)
        ):
            continue
        here = max(before[1], first - _MARGIN), min(after[2], stop + _MARGIN)
        there = max(before[3], begin - _MARGIN), min(after[4], end + _MARGIN)
        sentences = x.sentence(here[0]), y.sentence(there[0])
        if sentences[0] is None or sentences[1] is None:
            continue
        told = x.said(*here), y.said(*there)
        if stop > first and end > begin:
            told = x.said(first, stop), y.said(begin, end)
        yield Utterance(
            sentences=(sentences[0], sentences[1]),
            difference=_difference(
                ALTERED_RULE,
                DiscrepancyState.WORDING,
                (x.extent(*here), y.extent(*there)),
                told,
                f"{{0}} quotes “{told[0]}” where {{1}} quotes “{told[1]}”.",
            ),
        )
        return


def _same_words(x: Quoted, y: Quoted, step: Step) -> bool:
    """Tell whether changed words are the same in another spelling: "don't", "do not"; "organise"."""
    joined = [
        "".join(word for word, _, _ in q.words[a:b]).replace("'", "").replace("not", "nt")
        for q, (a, b) in ((x, step[1:3]), (y, step[3:5]))
    ]
    if not any(joined) or joined[0] == joined[1]:
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
    """Tell whether an insert in brackets or dots stand there, by which a text says that it changed the words."""
    low, high = max(0, first), min(len(quoted.words), stop)
    text = quoted.document.article.text[quoted.words[low][1] : quoted.words[high - 1][2]]
    return any(mark in text for mark in ("[", "]", "...", "…", ". . .", "(", '"', "”"))


def _cut(
    x: Quoted, y: Quoted, steps: list[Step], longest: Step, ready: tuple[Sentence, Sentence]
) -> Iterator[Utterance]:
    """Yield the place where one text goes on quoting the same sentence and the other stops or has not begun."""
    _, first, stop, begin, end = longest
    for q, low, high, other, begins, ends, place in (
        (x, first, stop, y, begin, end, 0),
        (y, begin, end, x, first, stop, 1),
    ):
        alone = begins == 0 and ends == len(other.words)
        if not alone or (low == 0 and high == len(q.words)) or not _as_sentence(other):
            continue
        more_after = high < len(q.words) and not _ENDS.search(_between(q, high - 1, high))
        more_before = low > 0 and not _ENDS.search(_between(q, low - 1, low))
        more_after = more_after and _dropped(q, high, other, ready[1 - place])
        more_before = more_before and _dropped(q, low, other, ready[1 - place])
        if not (more_after or more_before):
            continue
        room = max(0, _LONGEST - (high - low))
        start, end_ = low, high
        if more_after:
            while (
                end_ < len(q.words) and end_ - high < room and not _ENDS.search(_between(q, end_ - 1, end_))
            ):
                end_ += 1
        elif more_before:
            while start > 0 and low - start < room and not _ENDS.search(_between(q, start - 1, start)):
                start -= 1
        if end_ - start > _LONGEST or (start, end_) == (low, high):
            shift = min(high - low, _LONGEST // 2)
            start, end_ = (
                (high - shift, min(len(q.words), high + _LONGEST // 2))
                if more_after
                else (max(0, low - _LONGEST // 2), low + shift)
            )
        here = q.extent(start, end_)
        there = other.extent(
            max(0, len(other.words) - _LONGEST) if more_after else 0,
            len(other.words) if more_after else min(len(other.words), _LONGEST),
        )
        told = q.said(start, end_), " ".join(other.document.article.text[there.start : there.end].split())
        extents, values = ((here, there), told) if place == 0 else ((there, here), told[::-1])
        yield Utterance(
            sentences=ready,
            difference=_difference(
                CUT_RULE,
                DiscrepancyState.PRECISION,
                extents,
                values,
                f"{{{place}}} quotes “{told[0]}”, {{{1 - place}}} only “{told[1]}”.",
            ),
        )
        return


def _dropped(quoted: Quoted, at: int, other: Quoted, sentence: Sentence) -> bool:
    """Tell whether the words that one text alone quotes there are left out by the other, not told in its own."""
    words = (
        quoted.words[at : at + _NEAR]
        if at and _follows(quoted, at, other)
        else quoted.words[max(0, at - _NEAR) : at]
    )
    content = {word for word, _, _ in words if word not in FUNCTION_WORDS}
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


def _follows(quoted: Quoted, at: int, other: Quoted) -> bool:
    return quoted.words[at - 1][0] == other.words[-1][0]


def _between(quoted: Quoted, one: int, other: int) -> str:
    return quoted.document.article.text[quoted.words[one][2] : quoted.words[other][1]]


def _two_people(one: str, other: str) -> bool:
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
