"""What each text calls the people whom it names: before the name, beside it, and in place of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from compare.find.framing.lines import Line, Text
from compare.text.countries import Role
from compare.text.speech.speakers import is_person, names_body
from compare.text.syntax import REPORTING, adjoin, is_past, is_present, is_tensed, phrase_start
from compare.text.words import FUNCTION_WORDS

COURTESY = frozenset("mr mrs ms miss dr prof sir dame lord lady".split())
TITLES = COURTESY | frozenset(
    """sen rep gov gen lt col capt sgt rev judge justice president prime minister chancellor senator governor
    mayor chairman chairwoman secretary general king queen prince princess representative congressman
    congresswoman speaker""".split()
)
_DETERMINERS = frozenset("the a an his her its their".split())
_DEFINITE = frozenset("the this".split())
_GOES_ON = frozenset("of who for in from to at with".split())
_LONGEST = 6

Place = tuple[Line, int, int]
"""A line with the first and last word of a name."""


class Label(Struct, frozen=True, kw_only=True):
    """What is said of a named person on the words `first` to `last` of a line."""

    line: Line
    first: int
    last: int
    head: int
    """Its last word before the name, or its last word where the name stands apart."""

    @property
    def noun(self) -> str:
        """The head in small letters."""
        return self.line.low[self.head]


def persons(text: Text, listed: Set[tuple[str, int]]) -> dict[str, list[Place]]:
    """Return where a text names each person, by first and last name.

    Who is never named in full is left out; a surname alone is whose it can only be. `listed` are the words,
    by line and index, that are a listed wording and so no name, whatever their capital.
    """
    found: dict[str, list[Place]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    alone: list[tuple[str, Place]] = []
    for line in text.lines:
        for first, last in _names(text.article.text, line, listed):
            surname = line.low[last]
            if last > first:
                full = f"{line.low[first]} {surname}"
                found[full].append((line, first, last))
                bearers[surname].add(full)
            else:
                alone.append((surname, (line, first, last)))
    for surname, place in alone:
        if len(bearers[surname]) == 1:
            (full,) = bearers[surname]
            found[full].append(place)
    return found


def labels(text: Text, places: Sequence[Place]) -> Iterator[Label]:
    """Yield what stands right before or beside a person's name, in reading order."""
    article = text.article.text
    for line, first, last in places:
        if line.titled:
            continue
        yield from _in_front(article, line, first, last)
        yield from _behind(article, line, last)


def meant(text: Text, named: Mapping[str, Sequence[Place]], line: Line, first: int, last: int) -> str | None:
    """Return the person whom "the strongman" on these words of a line can only mean, None where unsure.

    It is the one who is named in its sentence before it, or in the sentence before: nobody else may be.
    """
    if line.low[first] not in _DEFINITE or _goes_on(text.article.text, line, last + 1):
        return None
    at = text.lines.index(line)
    near = {
        person
        for person, places in named.items()
        for place, _, end in places
        if (place is line and end < first) or (at and place is text.lines[at - 1])
    }
    return near.pop() if len(near) == 1 else None


def _goes_on(text: str, line: Line, at: int) -> bool:
    """Return whether a phrase does not end before a word: "the terrorist" of "the terrorist attack"."""
    if at >= len(line.words) or not adjoin(text, line, at):
        return False
    low = line.low[at]
    return low not in FUNCTION_WORDS and low not in REPORTING and not is_tensed(low)


def _names(text: str, line: Line, listed: Set[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(line.words):
        first = at
        while at < len(line.words) and (at == first or _joined(text, line, at)):
            if (line.id, at) in listed or not _part_of_name(line, at):
                break
            at += 1
        if at > first:
            # "Kim Jong-un": a hyphen holds a name together.
            while at < len(line.words) and text[line.words[at - 1].end : line.words[at].start] == "-":
                at += 1
            if not names_body([text[w.start : w.end] for w in line.words[first:at]]):
                yield first, at - 1
        at += 1


def _joined(text: str, line: Line, at: int) -> bool:
    """Return whether a word goes on with the name before it, which ends with a possessive."""
    before = text[line.words[at - 1].start : line.words[at - 1].end]
    return adjoin(text, line, at) and not before.endswith(("'s", "’s"))


def _part_of_name(line: Line, at: int) -> bool:
    return (
        line.words[at].name
        and at not in line.countries
        and line.low[at] not in TITLES
        and not is_person(line.low[at])
    )


def _in_front(text: str, line: Line, first: int, last: int) -> Iterator[Label]:
    # In "an outspoken Kent supporter" the words are the supporter's.
    if last + 1 < len(line.words) and adjoin(text, line, last + 1) and is_person(line.low[last + 1]):
        return
    at = first - 1
    while at >= 0 and line.low[at] in TITLES and _close(text, line, at):
        at -= 1
    start = first
    if at >= 0 and _close(text, line, at) and _modifies(line, at):
        start = phrase_start(text, line, at)
    elif at < first - 1 and not COURTESY.issuperset(line.low[at + 1 : first]):
        start = at + 1
    if start < first:
        yield Label(line=line, first=start, last=last, head=first - 1)
    # "The party's leader, Ivo Kent, left": the name stands between commas.
    beside = first > 1 and text[line.words[first - 1].end : line.words[first].start] == ", "
    if beside and is_person(line.low[first - 1]) and not line.words[first - 1].name:
        start = phrase_start(text, line, first - 1)
        if start and line.low[start - 1] in _DETERMINERS and _ends(text, line, last):
            yield Label(line=line, first=start, last=first - 1, head=first - 1)


def _close(text: str, line: Line, at: int) -> bool:
    return not text[line.words[at].end : line.words[at + 1].start].strip(" .-\n’'“”\"")


def _modifies(line: Line, at: int) -> bool:
    """Return whether a word before a name says what the person is: no verb, no other name."""
    word, low = line.words[at], line.low[at]
    # A sentence's first word has its capital from its place.
    if not word.content or (word.name and at and line.named.get(at) is not Role.DEMONYM):
        return False
    # "The embattled mayor" is a phrase, "embraced the mayor" is none.
    verb = (is_past(low) and at > 0 and line.low[at - 1] not in _DETERMINERS) or is_present(low)
    return is_person(low) or not verb


def _behind(text: str, line: Line, last: int) -> Iterator[Label]:
    """Yield "the hardline leader" of "Kent, the hardline leader of the party, left"."""
    first = last + 1
    if not text.startswith(", ", line.words[last].end) or first >= len(line.words):
        return
    if line.low[first] not in _DETERMINERS and (line.words[first].name or not line.words[first].content):
        return
    head = -1
    for at in range(first, min(len(line.words), first + _LONGEST)):
        low = line.low[at]
        if (at > first and not adjoin(text, line, at)) or (low in FUNCTION_WORDS and low not in _DETERMINERS):
            break
        if is_person(low):
            head = at
    if head >= 0 and (_ends(text, line, head) or line.low[head + 1] in _GOES_ON):
        yield Label(line=line, first=first, last=head, head=head)


def _ends(text: str, line: Line, at: int) -> bool:
    end = line.words[at].end
    return (
        at + 1 >= len(line.words)
        or text[end : end + 1] in (",", ".", ";", "—")
        or text[end : end + 2] == " —"
    )
