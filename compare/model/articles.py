"""One text, decoded, with what was recognised in it."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from compare.model.record import Extent, Record


class FurnitureKind(StrEnum):
    """What a set-aside stretch of an article's file is."""

    FRONT_MATTER = "front-matter"
    SECTION = "section-label"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATE = "date-line"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    SPEAKER = "speaker-label"
    CAPTION = "caption"
    SUMMARY = "summary"
    CORRECTION = "correction"
    END_MATTER = "end-matter"
    PROMOTION = "promotion"
    COMMENTS = "comments"
    TAGS = "tags"
    MARKUP = "markup"


class Furniture(Extent, frozen=True):
    """A stretch that is printed with the article but is none of its sentences."""

    kind: FurnitureKind


class Sentence(Extent, frozen=True):
    """A numbered sentence: `A9` is the ninth of article A.

    `clauses` cover the sentence in order without overlap (white space and joining punctuation between them
    excepted); a sentence that does not divide has one clause, itself.
    """

    id: str
    paragraph: int
    clauses: tuple[Extent, ...]


class Origin(Record, frozen=True):
    """Where an article's text came from: the file's name without its folder, and what was decoded."""

    name: str
    sha256: str
    """That of the file's bytes."""
    encoding: str
    text_sha256: str
    """That of the decoded text, so that a comparison whose text was edited is noticed."""


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits; lone surrogates count as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(Record, frozen=True):
    """One text, decoded, with what was recognised in it. `None` means that the file does not say."""

    label: str
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    """ISO date (YYYY-MM-DD) of publication."""
    language: str | None
    """A code: that which the user or the file gave, else that of the language as which the text reads.

    None where it reads as none that is known, or as more than one.
    """
    origin: Origin
    text: str
    furniture: tuple[Furniture, ...]
    sentences: tuple[Sentence, ...]
