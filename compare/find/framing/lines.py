"""The sentences and headline of a text with their words found once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from msgspec import Struct

from compare.model import Article, Extent, FurnitureKind, Span, Voice
from compare.text.countries import Role
from compare.text.document import Document
from compare.text.quotations import quotations, share_quoted
from compare.text.voices import Voices
from compare.text.words import VERB, Word, without_possessive

# From this share of capitals on a line without a full stop is set like a title, and a capital says nothing.
_TITLE_CASE = 0.6
_MOSTLY_QUOTED = 60.0
_HEADS = (FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD)


class Line(Struct, frozen=True, kw_only=True):
    """A sentence, or a headline, which has the number 0 (`B0`)."""

    id: str
    start: int
    end: int
    words: tuple[Word, ...]
    low: tuple[str, ...]
    """The words in small letters, possessive endings left out."""
    titled: bool
    headline: bool
    countries: Mapping[int, str]
    """The code of the country that the word at an index is part of the name of."""
    named: Mapping[int, Role]
    """By what it is named, at the same indices."""

    def key(self, at: int) -> str:
        """Return what a word counts as: a country's code, or its own base form."""
        if at in self.countries:
            return "@" + self.countries[at]
        return self.words[at].key.removesuffix(VERB)

    def at(self, place: int) -> int:
        """Return the index of the first word that ends past an offset."""
        return next((n for n, word in enumerate(self.words) if word.end > place), len(self.words))


class Text(Struct, frozen=True, kw_only=True):
    """An article as the framing rules read it."""

    article: Article
    voices: Voices
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, document: Document) -> Text:
        """Return an article's headlines and sentences, in order."""
        return cls(article=document.article, voices=document.voices, lines=_lines(document))

    def voice(self, line: Line, extent: Extent) -> Voice:
        """Return whose words a stretch of a line is."""
        if line.headline:
            marks = quotations(self.article.text, line.start, line.end)
            if marks == ((line.start, line.end),):
                # Marks around all of it belong to the file's format, not to a speaker.
                marks = quotations(self.article.text, line.start + 1, line.end - 1)
            quoted = share_quoted(marks, extent.start, extent.end)
            return Voice.QUOTATION if quoted > _MOSTLY_QUOTED else Voice.OUTLET
        return self.voices.speaking_in(line.id, extent)

    def quote(self, extent: Extent) -> str:
        """Return the words of a stretch."""
        return self.article.text[extent.start : extent.end]

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of this article."""
        return Span(article=self.article.label, start=start, end=end)


def _lines(document: Document) -> tuple[Line, ...]:
    article = document.article
    heads = [
        _line(document, piece, f"{article.label}0", headline=True)
        for piece in article.furniture
        if piece.kind in _HEADS
    ]
    body = [_line(document, sentence, sentence.id, headline=False) for sentence in article.sentences]
    return tuple(sorted((*heads, *body), key=lambda line: line.start))


def _line(document: Document, extent: Extent, name: str, *, headline: bool) -> Line:
    text = document.article.text
    found = document.words(extent.start, extent.end)
    content = [word for word in found if word.content]
    capitals = sum(text[word.start].isupper() for word in content)
    codes: dict[int, str] = {}
    roles: dict[int, Role] = {}
    starts = [word.start for word in found]
    for mention in document.countries(extent.start, extent.end):
        for n in range(bisect_left(starts, mention.start), bisect_left(starts, mention.end)):
            codes[n], roles[n] = mention.code, mention.role
    return Line(
        id=name,
        start=extent.start,
        end=extent.end,
        words=found,
        low=tuple(without_possessive(text[word.start : word.end]).lower() for word in found),
        titled=len(content) > 2
        and capitals >= _TITLE_CASE * len(content)
        and (headline or text[extent.end - 1].isalnum()),
        headline=headline,
        countries=codes,
        named=roles,
    )
