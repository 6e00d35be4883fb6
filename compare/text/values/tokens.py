"""A passage as tokens: words, figures and single marks, with offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from compare.text.en import word_set

# Thousands set apart by a space or an apostrophe, a clock time, a figure with its separators, a word with
# inner apostrophes or full stops, or one mark. A day before a number of three figures is no thousand:
# "on May 3 200 people" cannot be told from "3 200", and newspapers write a comma there.
_TOKEN = re.compile(
    r"(?<![\w.,])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3}){1,4}(?:[.,]\d{1,2})?(?![\w'’.,]?\d)(?![ ]\d)|"
    r"\d{1,2}:\d\d(?!\d)|(?<![\w.])\.\d+|\d+(?:[.,·]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]|_"
)
_DAYS_AND_AGES = word_set("values.tokens.days_and_ages")
_SPACED = re.compile(r"[ \u00a0\u2009\u202f'’]")
_EUROPEAN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.000")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
# Titles of a person and short forms that a full stop belongs to.
_SHORT = word_set("values.tokens.short")
# Hyphens that typesetting programs write, and the sign of negative figures.
_HYPHENS = frozenset("\u2010\u2011\u2212\ufe63\uff0d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token, spelled plainly; `glued` tells that no space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool

    @property
    def figure(self) -> bool:
        """It is a number in figures."""
        return self.text[0].isdigit() or (self.text[0] == "." and len(self.text) > 1)

    @property
    def word(self) -> bool:
        """It begins with a letter."""
        return self.text[0].isalpha()


def find_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`.

    >>> [t.text for t in find_tokens("On Oct. 12, 10:30 a.m., the U.S. paid $1.2bn.", 0, 45)]
    ['On', 'Oct.', '12', ',', '10:30', 'a.m.', ',', 'the', 'U.S.', 'paid', '$', '1.2', 'bn', '.']
    """
    found: list[Token] = []
    at = start
    while match := _TOKEN.search(text, at, end):
        begin, at = match.span()
        if " " in match.group() and found and found[-1].lower in _DAYS_AND_AGES:
            at = text.index(" ", begin)
        surface, stop = _plain(text[begin:at]), at
        if surface == "." and found and found[-1].end == begin and found[-1].lower in _SHORT:
            before = found.pop()
            surface, begin = before.text + ".", before.start
        found.append(
            Token(
                text=surface,
                lower=surface.lower().replace("’", "'").replace("ʼ", "'"),
                start=begin,
                end=stop,
                glued=begin > 0 and not text[begin - 1].isspace(),
            )
        )
    return tuple(found)


def _plain(surface: str) -> str:
    """Return a token's spelling with the hyphen and the figures of a keyboard."""
    if surface[0].isdigit() and len(surface) > 4:
        surface = _grouped(surface)
    if surface.isascii():
        return surface
    if surface in _HYPHENS:
        return "-"
    surface = surface.replace("·", ".")
    return "".join(str(unicodedata.decimal(char, char)) for char in surface)


def _grouped(figure: str) -> str:
    """Return a figure with its thousands set apart by commas: "3 000", "16’157", "1.250,5", "12,00,000"."""
    parts = _SPACED.split(figure)
    if len(parts) > 1:
        last, mark, rest = parts[-1].partition("," if "," in parts[-1] else ".")
        return ",".join((*parts[:-1], last)) + (f".{rest}" if mark else "")
    if _EUROPEAN.fullmatch(figure):
        return figure.replace(".", " ").replace(",", ".").replace(" ", ",")
    if _LAKHS.fullmatch(figure):
        bare = figure.replace(",", "")
        return f"{int(bare):,}" if bare.isascii() else figure
    return figure
