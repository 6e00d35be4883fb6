"""A passage as tokens: words, figures and single marks, with offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from compare.text.en import word_set

# A clock time, a figure with its separators, a word with inner apostrophes or full stops, or one mark.
_TOKEN = re.compile(
    r"\d{1,2}:\d\d(?!\d)|(?<![\w.])\.\d+|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]|_"
)
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
    for match in _TOKEN.finditer(text, start, end):
        surface, begin, stop = _plain(match.group()), match.start(), match.end()
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
    if surface.isascii():
        return surface
    if surface in _HYPHENS:
        return "-"
    return "".join(str(unicodedata.decimal(char, char)) for char in surface)
