"""Whose words a stretch of an article is: the outlet's, a source's, or a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.language.quotations import quotations, share_quoted
from compare.model import Article, Extent, Sentence, Voice

# More than this share inside quotation marks and the words are somebody else's.
_MOSTLY_QUOTED = 60.0
# Verbs that put words or a belief into somebody's mouth. Verbs of acts ("urged", "agreed") are left out, for
# what follows them is the outlet's report of an act, and so are words that are more often something else
# ("alleged crime", "states", "claims").
_CUES = frozenset(
    """
    said says say saying told tells stated explained explains believes believed believe argued argues argue
    claimed insisted insists insist suggested suggests suggest added adds warned warns warn contended contends
    acknowledged acknowledges denied denies complained complains remarked recalled recalls predicted predicts
    testified testifies thinks
    """.split()
)
# These may follow what they report: "The bridge is safe, she said".
_TRAILING = frozenset("said says say told added adds explained explains according".split())
_UNNAMED = re.compile(
    r"\b(?:analysts|experts|officials|sources|critics|observers|witnesses|residents|supporters|insiders"
    r"|authorities|police|researchers|people|neighbou?rs|campaigners|opponents|aides|they|who)\b"
    r"|\b(?:an?|one|the|another) (?:\w+ )?(?:analyst|expert|official|source|critic|observer|witness|resident)"
    r"\b(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording(?= to\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# A source is looked for this many characters around its verb.
_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """An article with its quotations found once."""

    article: Article
    marks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, article: Article) -> Voices:
        """Return the voices of one article."""
        return cls(article=article, marks=quotations(article.text))

    def quoted(self, extent: Extent) -> float:
        """Return how much of a stretch stands in quotation marks, 0-100."""
        return share_quoted(self.marks, extent.start, extent.end)

    def within(self, place: int) -> bool:
        """Return whether the character at `place` stands in quotation marks."""
        return any(start <= place < end for start, end in self.marks)

    def speaking_in(self, sentence_id: str, extent: Extent) -> Voice:
        """Return whose words a stretch of a sentence is."""
        sentence = self.article.sentences[int(sentence_id[len(self.article.label) :]) - 1]
        if self.quoted(extent) > _MOSTLY_QUOTED:
            return Voice.QUOTATION
        cue = self._cue(sentence)
        if cue is None or not self._covers(cue, extent):
            return Voice.OUTLET
        near = self.article.text[max(sentence.start, cue[0] - _REACH) : min(sentence.end, cue[1] + _REACH)]
        return Voice.UNNAMED_SOURCE if _UNNAMED.search(near) else Voice.NAMED_SOURCE

    def _covers(self, cue: tuple[int, int], extent: Extent) -> bool:
        """Return whether a cue speaks for a stretch: it stands in or before it, or trails behind a comma."""
        text = self.article.text
        if cue[0] < extent.end:
            return True
        return text[cue[0] : cue[1]].lower() in _TRAILING and "," in text[extent.end - 1 : cue[0]]

    def _cue(self, sentence: Sentence) -> tuple[int, int] | None:
        """Return where a sentence says that somebody speaks, outside of quotation marks."""
        text = self.article.text
        according = _ACCORDING.search(text, sentence.start, sentence.end)
        if according:
            return according.span()
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            if match.group().lower() in _CUES and not share_quoted(self.marks, *match.span()):
                return match.span()
        return None
