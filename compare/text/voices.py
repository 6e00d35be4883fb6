"""Whose words a stretch of an article is: the outlet's, a source's, or a quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.model import Article, Extent, SourceType, Voice
from compare.text.interviews.labels import asks
from compare.text.quotations import Stretches, crossing, share_quoted
from compare.text.reports import Report

# More than this share inside quotation marks and the words are somebody else's.
_MOSTLY_QUOTED = 60.0
# More than this share of a stretch reports what one source says, and the stretch is that source's.
_MOSTLY_REPORTED = 50.0
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION))


class Voices(Struct, frozen=True, kw_only=True):
    """An article with its quotations and reports."""

    article: Article
    marks: Stretches
    reports: Mapping[str, tuple[Report, ...]]
    """By sentence."""
    asked: frozenset[str] = frozenset()
    """The sentences in which an interviewer speaks."""

    @classmethod
    def of(
        cls, article: Article, marks: Stretches, found: Sequence[Report], *, asked: frozenset[str]
    ) -> Voices:
        """Return the voices of one article from its quotations, its reports and what is asked in it."""
        by_sentence: dict[str, tuple[Report, ...]] = {}
        for one in found:
            by_sentence[one.sentence] = (*by_sentence.get(one.sentence, ()), one)
        return cls(article=article, marks=marks, reports=by_sentence, asked=asked)

    def quoted(self, extent: Extent) -> float:
        """Return how much of a stretch stands in quotation marks, 0-100."""
        return share_quoted(self.marks, extent.start, extent.end)

    def within(self, place: int) -> bool:
        """Return whether the character at `place` stands in quotation marks."""
        return bool(crossing(self.marks, place, place + 1))

    def attributed(self, sentence_id: str, extent: Extent) -> Report | None:
        """Return the report whose content covers most of a stretch of a sentence, None where none does.

        Its source and cue count as covered: "Voss said the pier is safe" is Voss's as a whole.
        """
        best, most = None, _MOSTLY_REPORTED
        for one in self.reports.get(sentence_id, ()):
            if not _shared(one.content, extent):
                continue
            parts = [part for part in (one.content, one.source, one.cue) if part is not None]
            share = 100 * _union(parts, extent) / (extent.end - extent.start)
            # The inmost of two nested reports speaks: "Voss said that divers believe it is safe".
            if share > most or (best is not None and share == most):
                best, most = one, share
        return best

    def speaking_in(self, sentence_id: str, extent: Extent) -> Voice:
        """Return whose words a stretch of a sentence is."""
        if self.quoted(extent) > _MOSTLY_QUOTED:
            return Voice.QUOTATION
        found = self.attributed(sentence_id, extent)
        if found is None:
            return Voice.INTERVIEWER if sentence_id in self.asked else Voice.OUTLET
        return voice_of_source(found.source_type)

    def is_question(self, sentence_id: str) -> bool:
        """Return whether an interviewer asks in a sentence, which then states nothing."""
        if sentence_id not in self.asked:
            return False
        sentence = self.article.sentences[int(sentence_id[len(self.article.label) :]) - 1]
        return asks(self.article.text[sentence.start : sentence.end])


def voice_of_source(source_type: SourceType) -> Voice:
    """Return whose words a report of this sort of source are, quotation marks left aside."""
    return Voice.NAMED_SOURCE if source_type in _NAMED else Voice.UNNAMED_SOURCE


def _shared(one: Extent, other: Extent) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _union(parts: Sequence[Extent], extent: Extent) -> int:
    """Return how many characters of a stretch lie in one of the parts."""
    covered, at = 0, extent.start
    for part in sorted(parts, key=lambda part: part.start):
        start, end = max(part.start, at), min(part.end, extent.end)
        if start < end:
            covered += end - start
            at = end
    return covered
