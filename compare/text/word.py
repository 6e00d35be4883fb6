"""One word of a passage, in whatever language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a text: where it stands, its key, and whether it is written like a name."""

    start: int
    end: int
    key: str
    content: bool
    """It says something: no function word."""
    name: bool
    """Written with a capital inside a sentence or before such a word, all in capitals, or a country."""
    country: str | None = None
    """The code of the country that the word names, by whatever role: "Moscow" and "Russian" alike."""
