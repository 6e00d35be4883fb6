"""Where a text uses a listed wording, in the sense in which it is listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from compare.find.framing.lines import Line
from compare.text.inflection import Part
from compare.text.wordlists import Entry, WordLists

_UNLESS, _NEAR = 3, 6
_BEFORE_VERB = frozenset(
    """to will would shall should can could may might must cannot not also he she it they we you i who do does
    did don't doesn't didn't won't""".split()
)
# "To cheers from the gallery": behind these a form in -s is a noun.
_BEFORE_BARE = _BEFORE_VERB - frozenset("he she it who also not".split())
_BEFORE_NOUN = frozenset(
    """the a an this that these those his her its their our my your no any some every each another such of in
    on at by for from with into over under against about between during without within first new""".split()
)
_HYPHENS = "-‐‑"
# "By" and what begins an object: "plagued by debts", "justify disturbing the ruling".
_OF_A_VERB = frozenset(
    "by the a an this that these those his her its their our my your him them us me it".split()
)


class Hit(Struct, frozen=True, kw_only=True):
    """A listed wording at the words `first` to `last` (included) of a line."""

    entry: Entry
    line: Line
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.line.words[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.words[self.last].end


class Finder(Struct, frozen=True, kw_only=True):
    """The word lists, ready for looking up by first word."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]

    @classmethod
    def of(cls, lists: WordLists) -> Finder:
        """Return a finder of these entries."""
        by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in lists:
            for wording in entry.wordings:
                by_first[wording[0]].append((wording, entry))
        return cls(by_first=by_first)

    def hits(self, text: str, line: Line) -> Iterator[Hit]:
        """Yield the wordings of a line; of several in one concept at one place, the longest."""
        for first, word in enumerate(line.low):
            best: dict[str, Hit] = {}
            for wording, entry in self.by_first.get(word, ()):
                last = first + len(wording) - 1
                if line.low[first : last + 1] != wording or not _in_sense(text, line, entry, first, last):
                    continue
                known = best.get(entry.concept)
                if known is None or last > known.last:
                    best[entry.concept] = Hit(entry=entry, line=line, first=first, last=last)
            yield from best.values()


def _in_sense(text: str, line: Line, entry: Entry, first: int, last: int) -> bool:
    start, end = line.words[first].start, line.words[last].end
    if (start > line.start and text[start - 1] in _HYPHENS) or text[end : end + 1] in _HYPHENS:
        return False
    # A sentence's first word has its capital from its place.
    if not line.titled and any(line.words[n].name for n in range(max(first, 1), last + 1)):
        return False
    if entry.next and not entry.next.intersection(line.low[last + 1 : last + 2]):
        return False
    if entry.unless.intersection(_around(line, first, last, _UNLESS)):
        return False
    if entry.near and not entry.near.intersection(_around(line, first, last, _NEAR)):
        return False
    return _fits(text, line, entry, first, last)


def _around(line: Line, first: int, last: int, reach: int) -> tuple[str, ...]:
    return line.low[max(0, first - reach) : first] + line.low[last + 1 : last + 1 + reach]


def _owned(text: str, line: Line, first: int) -> bool:
    """Return whether a word is somebody's, and so no verb: "voters' guts"."""
    if not first or line.low[first - 1] in _BEFORE_VERB:
        return False
    start, end = line.words[first - 1].start, line.words[first - 1].end
    return text[end : end + 2] in ("' ", "’ ") or text[max(start, end - 2) : end] in ("'s", "’s")


def _fits(text: str, line: Line, entry: Entry, first: int, last: int) -> bool:
    """Return whether the words around let it be the part of speech as which it is listed."""
    before = line.low[first - 1] if first else ""
    after = line.low[last + 1] if last + 1 < len(line.low) else ""
    if entry.part is Part.VERB:
        if before in _BEFORE_NOUN or _owned(text, line, first):
            return False
        form = line.low[first]
        if form.endswith("s") and not form.endswith("ss") and before in _BEFORE_BARE:
            return False
        if form == entry.wordings[0][0] and not form.endswith(("ed", "ing")):
            # "They slam the offer", "allies cheer": a bare form is a verb after these alone.
            return before in _BEFORE_VERB | entry.near or (before.endswith("s") and not before.endswith("ss"))
        return True
    if entry.part is Part.NOUN:
        return before not in _BEFORE_VERB and not (line.low[last].endswith("s") and after == "to")
    return True


def stands_as_listed(hit: Hit) -> bool:
    """Return whether a wording is surely the part of speech as which it is listed.

    Beside another text's word for the same thing a doubtful one is plain enough; alone it is not.
    """
    line = hit.line
    first, last = line.low[hit.first], line.low[hit.last]
    if hit.entry.part is Part.ADJECTIVE and last.endswith(("ing", "ed")):
        return not _OF_A_VERB.intersection(line.low[hit.last + 1 : hit.last + 2])
    if hit.entry.part is Part.VERB and not first.endswith(("s", "ed", "ing")):
        # "Malign actors" after anything but a pronoun, an auxiliary or a plural is no verb.
        before = line.low[hit.first - 1] if hit.first else ""
        bare = any(wording[0] in (f"{first}s", f"{first}es") for wording in hit.entry.wordings)
        return not bare or before in _BEFORE_VERB or (before.endswith("s") and not before.endswith("ss"))
    return True
