"""An article and its layers, each made once and only when a rule first asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from compare.model import Article, Extent, FurnitureKind
from compare.text.countries import Mention, mentions
from compare.text.interviews.turns import Interview, interview
from compare.text.items import Item, items
from compare.text.lost_letters import LOST, legible
from compare.text.names import Names
from compare.text.quotations import Stretches, quotations
from compare.text.reports import Report, reports
from compare.text.speech import Speech, speech
from compare.text.speech.marks import over_paragraphs
from compare.text.tokens import Token, as_written, tokens
from compare.text.values import Values, values
from compare.text.voices import Voices
from compare.text.words import Word, words

_HEADS = (FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD)


@dataclass(frozen=True, eq=False)
class Document:
    """One article as every later stage reads it.

    >>> from compare.read import article_from_bytes
    >>> article, _ = article_from_bytes("“No,” Ann Orr said at 9 a.m.".encode(), name="a.txt", label="A")
    >>> document = Document(article)
    >>> document.quotations, [report.name for report in document.reports]
    (((0, 5),), ['Ann Orr'])
    """

    article: Article
    _words: dict[tuple[int, int], tuple[Word, ...]] = field(default_factory=dict, repr=False)
    _countries: dict[tuple[int, int], tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    _tokens: dict[tuple[int, int], tuple[Token, ...]] = field(default_factory=dict, repr=False)
    _items: dict[str, tuple[Item, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def legible(cls, article: Article) -> Document:
        """Return an article with the signs that most likely stood where letters are lost."""
        lost = LOST in article.text
        return cls(replace(article, text=legible(article.text)) if lost else article)

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the words, figures and marks of a stretch, as finely as they can be read apart."""
        found = self._tokens.get((start, end))
        if found is None:
            found = self._tokens[start, end] = tokens(self.article.text, start, end)
        return found

    def written(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words, figures and marks of a stretch, together where they are written together."""
        text = self.article.text
        return tuple(text[first:stop] for first, stop in as_written(text, start, end))

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words of a sentence, a headline, or a part of one."""
        found = self._words.get((start, end))
        if found is None:
            language = self.article.language
            named = self.countries(start, end) if language == "en" else None
            found = words(self.article.text, start, end, language=language, named=named)
            self._words[start, end] = found
        return found

    def countries(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the countries that a stretch names."""
        found = self._countries.get((start, end))
        if found is None:
            found = self._countries[start, end] = mentions(self.article.text, start, end)
        return found

    @cached_property
    def stretches(self) -> Stretches:
        """The offsets of the sentences."""
        return tuple((sentence.start, sentence.end) for sentence in self.article.sentences)

    @cached_property
    def headlines(self) -> tuple[Extent, ...]:
        """Its headline and what stands under it."""
        return tuple(
            Extent(start=piece.start, end=piece.end)
            for piece in self.article.furniture
            if piece.kind in _HEADS
        )

    @cached_property
    def quotations(self) -> Stretches:
        """What stands in quotation marks."""
        return quotations(self.article.text)

    @cached_property
    def values(self) -> Mapping[str, Values]:
        """The figures, dates and times of each sentence, seen from the article's own date."""
        article = self.article
        return {
            one.id: values(
                article.text,
                one.start,
                one.end,
                published=article.published,
                cut=self.tokens(one.start, one.end),
            )
            for one in article.sentences
        }

    def items(self, sentence: str) -> tuple[Item, ...]:
        """Return the words and values of the sentence with this id, as two passages are laid side by side."""
        found = self._items.get(sentence)
        if found is None:
            found = self._items[sentence] = tuple(items(self.values[sentence]))
        return found

    @cached_property
    def interview(self) -> Interview:
        """Who asks and who answers."""
        return interview(self.article)

    @cached_property
    def speech(self) -> tuple[Speech, ...]:
        """What others are reported to say; nothing in other languages than English, whose words tell it."""
        if self.article.language != "en":
            return ()
        return tuple(speech(self.article.text, self.stretches, marks=self.quotations))

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The speech with its sources named, and what is answered in an interview."""
        if self.article.language != "en":
            return ()
        # Names remembers what spoke last, and so is no layer of its own.
        text = self.article.text
        marks = over_paragraphs(text, self.quotations)
        names = Names.of(text, self.stretches, marks, self.speech)
        return reports(self.article, self.speech, names, self.interview)

    @cached_property
    def voices(self) -> Voices:
        """Whose words each stretch is."""
        return Voices.of(self.article, self.quotations, self.reports, asked=self.interview.asked)
