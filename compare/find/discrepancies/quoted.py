"""What two texts quote, word by word: who says it, where it goes on, and what a page broke in two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from compare.model import Extent, Sentence, SourceType
from compare.text.document import Document
from compare.text.reports import NOBODY
from compare.text.syntax import REPORTING

# In linked sentences so few words in a row tell.
RUN_LINKED = 3
_MOST_WORDS = 400
# "Said Orr, who leads the council": what stands between two parts of one utterance.
_TAG, _TAG_WORDS = 80, 10
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W\d_]+)*")
# Web pages break what was said in two paragraphs where the paper had one; the mark at its end is far off.
_BROKEN = re.compile(r"[“\"](?=[^\W_])")
_CLOSING = re.compile(r"”|(?<=\S)\"")
_LONGEST = 1200
Word = tuple[str, int, int]


@dataclass(frozen=True)
class Quoted:
    """A quotation with its words."""

    document: Document
    start: int
    end: int
    further: tuple[tuple[int, int], ...] = ()
    """Where it goes on behind "said the mayor"."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in small letters, with their places."""
        text = self.document.article.text
        return tuple(
            (m.group().lower().replace("’", "'").replace("ʼ", "'").replace(".", ""), m.start(), m.end())
            for start, end in ((self.start, self.end), *self.further)
            for m in _WORD.finditer(text, start, end)
        )[:_MOST_WORDS]

    def covers(self, place: int) -> bool:
        """Tell whether a place of the text lies inside its marks."""
        return any(start <= place < end for start, end in ((self.start, self.end), *self.further))

    def part(self, at: int) -> int:
        """Return in which of its parts a word stands."""
        return sum(self.words[at][1] >= start for start, _ in self.further)

    def within(self, first: int, stop: int, at: int) -> tuple[int, int]:
        """Return a stretch without what stands in another part than a word."""
        kept = [k for k in range(first, stop) if self.part(k) == self.part(at)]
        return kept[0], kept[-1] + 1

    def said(self, first: int, stop: int) -> str:
        """Return some of its words on one line."""
        return " ".join(self.document.article.text[self.words[first][1] : self.words[stop - 1][2]].split())

    def extent(self, first: int, stop: int) -> Extent:
        """Return where some of its words stand."""
        return Extent(start=self.words[first][1], end=self.words[stop - 1][2])

    def sentence(self, at: int) -> Sentence | None:
        """Return the sentence in which a word stands."""
        place, sentences = self.words[at][1], self.document.article.sentences
        k = bisect_right(sentences, place, key=attrgetter("end"))
        return sentences[k] if k < len(sentences) and sentences[k].start <= place else None

    def speaker(self, at: int) -> str:
        """Return who is named as saying a word, nothing where nobody is."""
        sentence = self.sentence(at)
        if sentence is None:
            return ""
        found = self.document.voices.attributed(sentence.id, self.extent(at, at + 1))
        if found is None or found.name == NOBODY or found.source is None or found.cue is None:
            return ""
        # A pronoun may be taken for another's, and the finding be about nothing but that.
        written = self.document.article.text[found.source.start : found.source.end]
        beside = sentence.start <= found.source.start < sentence.end and found.name.split()[-1] in written
        return found.name if beside and found.source_type is SourceType.PERSON else ""


def quoted_in(document: Document) -> list[Quoted]:
    """Return the quotations of a text, each with what goes on behind its speaker."""
    found: list[Quoted] = []
    for start, end in document.quotations:
        before = found[-1] if found else None
        if before is not None and _goes_on(document, before, start):
            found[-1] = Quoted(document, before.start, before.end, (*before.further, (start, end)))
        else:
            found.append(Quoted(document, start, end))
    return [one for one in found if len(one.words) >= RUN_LINKED]


def _goes_on(document: Document, before: Quoted, start: int) -> bool:
    """Tell whether nothing but who speaks stands between two quotations: "...," said Orr. "We ..."."""
    text = document.article.text
    last = before.further[-1][1] if before.further else before.end
    between = text[last:start].strip("\"”“’‘' ")
    if between[-1:] not in (".", ",") or "\n" in between or len(between) > _TAG:
        return False
    # The comma stands before the mark in most papers and behind it in some.
    ends_open = "," in text[last - 2 : last + 1] or text[last - 2] in "?!"
    words = between.lower().replace(",", " ").replace(".", " ").split()
    return ends_open and any(word in REPORTING for word in words) and len(words) <= _TAG_WORDS


def over_paragraphs(document: Document, found: Sequence[Quoted]) -> list[Quoted]:
    """Return quotations with those joined that go on in the next paragraph without a mark of their own."""
    text = document.article.text
    inside = {k for start, end in document.quotations for k in (start, end - 1)}
    longer: list[Quoted] = []
    last = 0
    for mark in _BROKEN.finditer(text):
        start = mark.start()
        if start < last or (start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(—–"):
            continue
        # Some copy opens with a curly mark and closes with a straight one.
        closing = _CLOSING.search(text, start + 1, start + _LONGEST)
        if closing is None or "\n" not in text[start : closing.start()].strip():
            continue
        end, rival = closing.start(), text.find("“", start + 1, start + _LONGEST)
        if 0 <= rival < end or (mark[0] == '"' and text[end] == '"' and start in inside and end in inside):
            continue
        longer.append(Quoted(document, start, end + 1))
        last = end
    # None of these lies over another, so that only the last one that begins before an end can meet it.
    starts = [one.start for one in longer]
    kept = [q for q in found if not ((k := bisect_left(starts, q.end)) and q.start < longer[k - 1].end)]
    return sorted((*kept, *longer), key=attrgetter("start"))
