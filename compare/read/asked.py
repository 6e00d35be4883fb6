"""Expressions that are compiled when a line first asks for them that may match.

The wordings of notes, invitations and stamps are long unions: compiling them takes a fifth of the time of a
short comparison, and most articles have no line that could match one. A test that costs next to nothing
stands before each; that no match can fail it is proved in tests/test_asked.py from the expression itself.
"""

from __future__ import annotations

import re
from functools import cached_property

_FIGURE = re.compile(r"\d")
# IGNORECASE takes these letters, two kinds of i and the long s, for ASCII's; lower() does not.
_ODD_LETTERS = "\u0130\u0131\u017f"
_LIKE_ASCII = str.maketrans(_ODD_LETTERS, "iis")


class Asked:
    """An expression with the words of which one stands in all that it matches, and those that open it.

    The words are in small letters, with 0 for any figure.

    >>> note = Asked("(?:the )?(?:note|remark)s?", words=("note", "remark"), flags=re.IGNORECASE)
    >>> note.match("The bridge is closed."), note.is_compiled, bool(note.match("The note")), note.is_compiled
    (None, False, True, True)
    """

    def __init__(
        self, pattern: str, *, words: tuple[str, ...] = ("",), opens: tuple[str, ...] = ("",), flags: int = 0
    ) -> None:
        self.pattern = pattern
        self.words = words
        self.opens = opens
        self.flags = flags
        self._figures = any("0" in word for word in (*words, *opens))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` compiles it."""
        return re.compile(self.pattern, self.flags)

    @property
    def is_compiled(self) -> bool:
        """Whether a line has asked for it."""
        return "compiled" in vars(self)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.compiled.match(text, start) if self.is_compiled or self.may_match(text, start) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is all of the text."""
        return self.compiled.fullmatch(text) if self.is_compiled or self.may_match(text) else None

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match from `start` on; where it may stand, opening words rule out nothing."""
        return (
            self.compiled.search(text, start)
            if self.is_compiled or self._has_word(self._plain(text))
            else None
        )

    def may_match(self, text: str, start: int = 0) -> bool:
        """Return whether the words allow a match that begins at `start`."""
        plain = self._plain(text)
        return plain.startswith(self.opens, start) and self._has_word(plain)

    def _has_word(self, plain: str) -> bool:
        return any(map(plain.__contains__, self.words))

    def _plain(self, text: str) -> str:
        # Translating costs more than all else here, and hardly a line has these letters.
        odd = not text.isascii() and any(map(text.__contains__, _ODD_LETTERS))
        small = (text.translate(_LIKE_ASCII) if odd else text).lower()
        return _FIGURE.sub("0", small) if self._figures else small


class AnyOf(Asked):
    """A union of expressions that are each compiled by themselves, when their own words allow a match.

    >>> note = AnyOf(Asked("notes? on", words=("on",)), Asked("notes? by", words=("by",)))
    >>> bool(note.match("notes by Ann Orr")), [part.is_compiled for part in note.parts]
    (True, [False, True])
    """

    def __init__(
        self, *parts: Asked, words: tuple[str, ...] = ("",), opens: tuple[str, ...] = ("",), flags: int = 0
    ) -> None:
        super().__init__("|".join(part.pattern for part in parts), words=words, opens=opens, flags=flags)
        self.parts = parts

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`, of the first expression that has one."""
        if not self.may_match(text, start):
            return None
        return next(filter(None, (part.match(text, start) for part in self.parts)), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is all of the text, of the first expression that has one."""
        if not self.may_match(text):
            return None
        return next(filter(None, (part.fullmatch(text) for part in self.parts)), None)
