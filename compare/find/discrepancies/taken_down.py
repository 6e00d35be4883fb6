"""The words of an utterance as one text takes them down, and what two texts may write of the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from compare.find.discrepancies.quoted import Quoted
from compare.find.discrepancies.spelling import american, transliterated
from compare.text.words import FUNCTION_WORDS

_LONG, _STEM = 5, 3
# A word of these more or less is how somebody took it down, and tells a reader nothing.
SLIGHT = frozenset("a an the of that and so but 's to".split()) | {""}
_SOUNDS = frozenset(("", "uh", "um", "well", "percent", "per", "ok", "okay", "us", "unitedstates"))
_OPENED = re.compile(r"[\[\]…(@*]|-{3}|\.\.\.|\. \. \.")
_INSERT = re.compile(r"\[[^\[\]]{1,40}\]")
# "Guns [on] their guards" where the other has "and": no pronoun and no article that a text puts for a name.
_JOINING = frozenset("and or but not on in at with for from by if".split())
_SHORT = (
    ("can't", "cannot"), ("won't", "will not"), ("let's", "let us"), ("n't", " not"), ("'re", " are"),
    ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " would"), ("'s", " is"),
    ("gonna", "going to"), ("wanna", "want to"), ("gotta", "got to"),
)  # fmt: skip
"""What a text may spell out of what was said."""
_WHOLE = {
    word: long
    for long, words in {
        "you": "ya ye", "them": "em", "because": "cause cuz", "yes": "yeah", "president": "pres",
        "senator": "sen", "governor": "gov", "representative": "rep", "mister": "mr", "doctor": "dr",
        "toward": "towards", "among": "amongst", "while": "whilst", "adviser": "advisor", "gray": "grey",
        "mom": "mum", "mommy": "mummy", "pajamas": "pyjamas", "tire": "tyre", "curb": "kerb",
    }.items()
    for word in words.split()
}  # fmt: skip
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
}
_MONEY = frozenset("dollar dollars pound pounds euro euros".split())
_MAGNITUDES = frozenset("hundred thousand million billion trillion".split())
_ENDINGS = ("ing", "ed", "es", "s", "e")
_STOPS = (".", "!", "?", "…")
Stretch = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """An utterance as one text quotes it, word by word, what is drawn together spelled out."""

    quoted: Quoted

    @cached_property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """Return its words, and which word of the text each is of."""
        return tuple(
            (_NUMBERS.get(part, part), k)
            for k, (word, _, _) in enumerate(self.quoted.words)
            for part in _spelled(word)
        )

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Return these words alone."""
        return tuple(word for word, _ in self.tokens)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Return them without their endings."""
        return tuple(map(_stem, self.plain))

    @cached_property
    def line(self) -> str:
        """Return them on one line, between blanks, to be searched."""
        return f" {' '.join(self.plain)} "

    @cached_property
    def ends(self) -> tuple[bool, ...]:
        """Return behind which of them a sentence of what was said ends."""
        last = len(self.tokens) - 1
        return tuple(
            k == last or (self.tokens[k + 1][1] != word and self._stops(word))
            for k, (_, word) in enumerate(self.tokens)
        )

    def _stops(self, word: int) -> bool:
        text, (_, _, end), following = self.text, self.quoted.words[word], self.quoted.words[word + 1][1]
        if not text[following].isupper() and not text[following].isdigit():
            return False
        # "Sen. Orr", "the U.S. Army"
        if end - self.quoted.words[word][1] <= 1 or _WHOLE.get(self.quoted.words[word][0], "x") != "x":
            return False
        between = text[end:following]
        # Who speaks may stand between two sentences, of which the first then ends in a comma.
        apart = self.quoted.part(word) != self.quoted.part(word + 1) and "." in between
        return apart or any(stop in between[:3] for stop in _STOPS)

    @property
    def text(self) -> str:
        """Return the text that it stands in."""
        return self.quoted.document.article.text

    def start_of(self, at: int) -> int:
        """Return where the sentence of a word begins."""
        while at > 0 and not self.ends[at - 1]:
            at -= 1
        return at

    def stop_of(self, at: int) -> int:
        """Return where the sentence of a word stops."""
        while not self.ends[at]:
            at += 1
        return at + 1

    def words(self, stretch: Stretch) -> Stretch:
        """Return which words of the text a stretch that is not empty is."""
        return self.tokens[stretch[0]][1], self.tokens[stretch[1] - 1][1] + 1

    def around(self, stretch: Stretch) -> str:
        """Return the text of a stretch with what stands on both sides of it up to the next words."""
        low = self.quoted.words[self.tokens[max(0, stretch[0] - 1)][1]]
        high = self.quoted.words[self.tokens[min(len(self.tokens) - 1, stretch[1])][1]]
        first = low[1] - 1 if stretch[0] == 0 else low[2]
        return self.text[max(0, first) : high[2] if stretch[1] == len(self.tokens) else high[1]]


def _spelled(word: str) -> list[str]:
    for short, long in _SHORT:
        if word.endswith(short) and (short != "'s" or word[:-2] in FUNCTION_WORDS):
            return f"{word[: -len(short)]}{long}".split()
    return [_WHOLE.get(word, word)]


def _stem(word: str) -> str:
    bare = next((word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > _STEM), word)
    # "Processes" and "process"
    return word if bare == word else _stem(bare)


def content(words: Sequence[str]) -> int:
    """Return how many words are of content."""
    return sum(word not in FUNCTION_WORDS for word in words)


def same_content(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two stretches have the same words of content, endings apart.

    >>> same_content(["has", "worked"], ["is", "working"]), same_content(["the", "mill"], ["a", "barn"])
    (True, False)
    """
    found = [sorted(_stem(word) for word in of if word not in FUNCTION_WORDS) for of in (one, other)]
    return found[0] == found[1]


def taken_alike(x: Told, y: Told, here: Stretch, there: Stretch) -> bool:
    """Tell whether a change is another spelling, or one that a text owns to by brackets or dots."""
    one, other = x.plain[slice(*here)], y.plain[slice(*there)]
    words = "".join(one), "".join(other)
    plain = [american(w.replace("ise", "ize").replace("'", "")) for w in words]
    if transliterated(*words) or _initials(one, other) or plain[0] == plain[1]:
        return True
    # "Talkin'"
    if plain[0].removesuffix("g") == plain[1].removesuffix("g") and plain[0].endswith(("in", "ing")):
        return True
    if any(c.isdigit() for w in words for c in w) or set(words) <= _SOUNDS:
        return True
    if _written_short(x, y, here, there) or (not (one and other) and _of_a_sum(x, here, (*one, *other))):
        return True
    if plain[0].removeprefix("the") == plain[1].removeprefix("the") or ("" in words and set(words) <= SLIGHT):
        return True
    around = x.around(here), y.around(there)
    if {*one, *other} <= _JOINING and all(words) and any(_INSERT.search(told) for told in around):
        return False
    return any(_OPENED.search(told) for told in around)


def _written_short(x: Told, y: Told, here: Stretch, there: Stretch) -> bool:
    """Tell whether a text writes a word short, with a stop behind it: "Dept.", "No. 1"."""
    sides = (x, here), (y, there)
    if any(stop - first != 1 for first, stop in (here, there)):
        return False
    for (told, at), (rival, where) in (sides, sides[::-1]):
        short, long = told.plain[at[0]], rival.plain[where[0]]
        end = told.quoted.words[told.tokens[at[0]][1]][2]
        rest = iter(long)
        if told.text[end : end + 1] == "." and len(short) < len(long) and short[0] == long[0]:
            return all(letter in rest for letter in short) or (short, long) == ("no", "number")
    return False


def _of_a_sum(x: Told, here: Stretch, words: Sequence[str]) -> bool:
    """Tell whether the money of a sum is put in or left out: "$4 million", "four million dollars"."""
    before = x.plain[max(0, here[0] - 1)]
    return {*words} <= _MONEY and (before.isdigit() or before in _MAGNITUDES)


def inserted(x: Told, y: Told, here: Stretch, there: Stretch) -> bool:
    """Tell whether a text has put words in brackets there."""
    return any(_INSERT.search(told.around(at)) for told, at in ((x, here), (y, there)))


def _initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one side has the initials of the other's words: "NSC", "AG"."""
    short, long = sorted((one, other), key=len)
    letters = "".join(word[0] for word in long), "".join(w[0] for w in long if w not in FUNCTION_WORDS)
    return len(short) == 1 < len(long) and short[0].replace(".", "") in letters


def slipped(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two stretches differ by a slip of the pen, or in endings alone.

    >>> slipped(["goven"], ["govern"]), slipped(["mill"], ["mall"])
    (True, False)
    """
    x, y = "".join(map(_stem, one)), "".join(map(_stem, other))
    return x == y or (min(len(x), len(y)) >= _LONG and OSA.distance(x, y) == 1)
