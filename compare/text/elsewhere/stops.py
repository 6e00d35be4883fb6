"""What a full stop means in other languages than English, and a stop of scripts without capitals: 。 ？ ।."""

from __future__ import annotations

import re

from compare.text.detect import likely_languages
from compare.text.elsewhere.languages import OtherLanguage, languages

# One of these and a paragraph is English; one of the second and it may be in another language.
_ENGLISH = re.compile(r"\b(?:the|and|that|with|from|said|which|would|were|they)\b")
_OTHER = re.compile(
    # Letters apart from the words: in any case, "ſ" is an s.
    r"[\u00df-\u024f]|\b(?i:der|die|das|und|ist|im|vom|am\s\d|le|la|les|des|est|du|el|los|las|del|que|il|di|che|de|het"
    r"|een|van|na|se|je|och|att|det|og|er|ve|bir|ja)\b"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.){1,6}[^\W\d_]{1,4}\Z")
_ROMAN = re.compile(r"[IVXL]{1,6}\Z")
_ELIDED = re.compile(r"^[a-z]{1,4}['’]")
# "и т. д." with a space, which makes two words of it.
_AND_SO_ON = re.compile(r"т\.[ \u00a0][дп]\.\Z")
# "EE. UU.", "FF. AA.": plurals by doubled letters.
_DOUBLED = re.compile(r"([A-Z])\1\Z")
_VOWELS = frozenset("aeiouy")
_LATIN_ENDS = "\u024f"
# "am 3. Juni", "der 125. Geburtstag"; a year ends its sentence.
_LONGEST_ORDINAL = 3
# Languages are told apart by some dozen words.
_AROUND = 2000


class Elsewhere:
    """One paragraph, asked about its full stops; its language is looked for when one depends on it."""

    __slots__ = ("_codes", "_end", "_start", "_text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._codes: dict[bool, tuple[str, ...]] = {}

    def abbreviates(self, word: str) -> bool:
        """Return whether a word keeps a full stop of its own in the paragraph's language."""
        lower = word.lower()
        return any(
            lower in known.title | known.number | known.any | known.closing for known in self._languages(word)
        )

    def ends(self, word: str, following: re.Match[str]) -> bool | None:
        """Return whether the full stop after a word ends a sentence; None where English rules may decide."""
        known = self._languages(word) if word else ()
        if not known:
            return None
        # "L’on. Rossi": the article is no part of the word.
        lower, after = _ELIDED.sub("", word.lower()), following["word"]
        if after[0].islower():
            return False if self.abbreviates(word) or _DOTTED.match(word) or len(word) == 1 else None
        if any(lower in one.closing for one in known) or _AND_SO_ON.match(
            self._text[max(self._start, following.start() - 5) : following.start()]
        ):
            return True
        if any(lower in one.title for one in known):
            return False
        if after[0].isdigit() and any(lower in one.number | one.any for one in known):
            return False
        opens = any(after.lower() in one.function for one in known)
        opens = opens and not (len(after) == 1 and following["after"] == ".")
        if self._is_short(word) or any(lower in one.number | one.any for one in known):
            return opens
        if word.isdigit() or _ROMAN.match(word):
            ordinal = len(word) <= _LONGEST_ORDINAL or not word.isdigit()
            return opens if ordinal and any(one.ordinals for one in known) else None
        if all(one.vowelless for one in known):
            return True
        bare = word.isascii() and word.isalpha() and word[1:].islower() and _VOWELS.isdisjoint(lower)
        return opens if bare else None

    def _is_short(self, word: str) -> bool:
        return bool((len(word) == 1 and word.isalpha()) or _DOTTED.match(word) or _DOUBLED.match(word))

    def _languages(self, word: str) -> tuple[OtherLanguage, ...]:
        """Return the languages whose abbreviations count beside a word; none in an English paragraph."""
        latin = word[:1] <= _LATIN_ENDS
        if latin not in self._codes:
            self._codes[latin] = self._found(latin=latin)
        if not self._codes[latin]:
            return ()
        return tuple(languages()[code] for code in self._codes[latin])

    def _found(self, *, latin: bool) -> tuple[str, ...]:
        text, start, end = self._text, self._start, min(self._end, self._start + _AROUND)
        if latin and (_ENGLISH.search(text, start, end) or not _OTHER.search(text, start, end)):
            return ()
        codes = likely_languages(text[start:end])
        return () if "en" in codes else codes


# After these marks a stop of another script is inside of its sentence.
_GOES_ON = frozenset("、，,;；:：.…—–・")
_SPEAKS = re.compile(
    r"(?:と|って|など|との|という|に|を|は|が|も|の)|[^。！？，、\s]{0,12}(?:说|表示|称|道|指出|写道|问|說|稱|問|強調|强调)[。，,！]"
)
# How far past a mark the words of a speaker are looked for.
_AHEAD = 120


def wide_mark_ends(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a stop of another script ends the sentence: not where the mark is inside of it."""
    at = mark.end()
    if at >= end:
        return False
    if text[at] in _GOES_ON or (text[at].isdigit() and text[mark.start() - 1 : mark.start()].isdigit()):
        return False
    # "「…。」と述べた", "“…。”他说。": the words around the quotation are one sentence with it.
    return mark["wide"][-1] not in "”」』’" or not _SPEAKS.match(text, at, min(end, at + _AHEAD))
