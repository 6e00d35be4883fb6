"""The people whom a text names, sentence by sentence: where, and whether as the subject of a clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from compare.model import SourceType
from compare.text.countries import country
from compare.text.en import word_set
from compare.text.firstnames import sex_of
from compare.text.quotations import Stretches, crossing
from compare.text.runs import RUN, bare, is_no_person, is_role, person
from compare.text.speech import Speech
from compare.text.speech.phrases import PREPOSITIONS
from compare.text.speech.speakers import is_person, names_body
from compare.text.syntax import may_be_finite

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|\S")
_PEOPLE = frozenset((SourceType.PERSON, SourceType.EXPERT))
_OWNED = ("’", "'")
_OWNER = re.compile(r"['’](?:s\b|(?=\s))\s*")
# No source's phrase has so many characters.
_PHRASE = 300
# A subject stands at the beginning, behind a mark, or behind one of these.
_BEFORE_SUBJECT = word_set("text.mentions.before_subject")
_ASIDES = frozenset((",", "(", "who"))
_ADVERBS = frozenset("also then later himself herself never still".split())
_AGE = re.compile(r",\s\d\d?\b")
# These stand before what is no person too: "the former Harbour Board".
_NO_TITLES = frozenset("former then foreign vice prime st".split())
_BEFORE = 40


class Mention(Struct, frozen=True):
    """A place where a text names a person, or means one by a pronoun."""

    start: int
    end: int
    name: str
    subject: bool
    speaks: bool
    """It is the source of a report, and not inside of what another says."""


class Mentions:
    """The people of one text, sentence by sentence, for the pronouns that stand for them."""

    def __init__(
        self,
        text: str,
        stretches: Stretches,
        marks: Stretches,
        found: Iterable[Speech],
        *,
        full: Mapping[str, str],
        sexes: dict[str, str],
    ) -> None:
        """Read the people of a text; `full` has full names by surname, `sexes` what titles tell."""
        self.text, self.stretches, self.marks = text, stretches, marks
        self.starts = [start for start, _ in stretches]
        self.full, self.sexes = full, sexes
        self.told: dict[int, list[Speech]] = {}
        self.contents: dict[int, list[tuple[int, int]]] = {}
        self.cited: dict[tuple[int, int], str] = {}
        for one in found:
            if one.source is None:
                continue
            self.told.setdefault(one.sentence, []).append(one)
            self.contents.setdefault(one.source[0], []).append(one.content)
            if one.source_type in _PEOPLE:
                self.cited[one.source] = person(text[slice(*one.source)], full)
        self.spans = tuple(sorted(self.cited))
        self.surnames = frozenset(name for name in self.cited.values() if " " not in name) | self._titled()
        self.mentions: list[list[Mention]] = [self._named_in(*stretch) for stretch in stretches]

    def sex(self, name: str) -> str | None:
        """Return what titles or the first name tell of a person's sex, None where they tell nothing."""
        known = self.sexes.get(name)
        return known or (sex_of(name.split()[0].rstrip(".")) if " " in name else None)

    def _titled(self) -> frozenset[str]:
        """Return the single names that somewhere stand behind a title: "President Orr"."""
        runs = (run[0] for start, end in self.stretches for run in RUN.finditer(self.text, start, end))
        named = ((run, bare(run)) for run in runs)
        return frozenset(name for run, name in named if " " not in name and _is_titled(run, name))

    def _named_in(self, start: int, end: int) -> list[Mention]:
        found = []
        for first, last in self._runs(start, end):
            written = self.text[first:last]
            name = bare(written)
            cited = any(self._is_cited(source, first, last, name) for source in self._around(first))
            titled = _is_titled(written, name) or (" " in name and self._has_role(start, first))
            if not name or (is_no_person(name) and not (cited or titled or self._is_surname(name))):
                continue
            if " " not in name and not titled and self.text[start:first].endswith(("the ", "The ")):
                # "The Fed".
                continue
            known = self._known(name, last, surely=cited or titled)
            if known is not None:
                owns = self.text.startswith(_OWNED, last)
                # "Orr’s plan": what the sentence is about is Orr's, where it begins so.
                opens = owns and self._opens_with(start, first, last)
                subject = opens if owns else cited or self._is_subject(start, first, last, end)
                speaks = cited and not owns and not self._is_told(first)
                found.append(Mention(first, last, known, subject, speaks))
        return found

    def _is_surname(self, name: str) -> bool:
        """Return whether a single word is the name of somebody whom the text names in full or by a title."""
        return name in self.surnames or (" " not in name and country(name) is None and name in self.full)

    def _has_role(self, start: int, first: int) -> bool:
        """Return whether a role stands right before a name: "press secretary Ann Orr"."""
        before = _WORD.findall(self.text, max(start, first - _BEFORE), first)
        return bool(before) and before[-1].islower() and is_person(before[-1])

    def _opens_with(self, start: int, first: int, last: int) -> bool:
        """Return whether a sentence begins with what belongs to the owner there, and no person does."""
        behind = _OWNER.match(self.text, last)
        owned = _WORD.match(self.text, behind.end()) if behind else None
        opens = not self.text[start:first].strip()
        return opens and owned is not None and owned[0].islower() and not is_role(owned[0])

    def _is_told(self, place: int) -> bool:
        """Return whether a place stands inside of what somebody is reported to say."""
        number = bisect_right(self.starts, place) - 1
        return any(one.content[0] <= place < one.content[1] for one in self.told.get(number, ()))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where runs of capitals stand outside of quotation marks, owners apart from what is theirs."""
        for run in RUN.finditer(self.text, start, end):
            if crossing(self.marks, run.start(), run.start() + 1):
                continue
            first = run.start()
            for owner in _OWNER.finditer(self.text, run.start(), run.end()):
                yield first, owner.start()
                first = owner.end()
            last = first + len(self.text[first : run.end()].rstrip("."))
            if first < last:
                yield first, last

    def _is_cited(self, source: tuple[int, int], first: int, last: int, name: str) -> bool:
        """Return whether the run of capitals there is who is cited by a phrase, or one of two who are."""
        if not source[0] <= first <= last <= source[1]:
            return False
        both = self.text[slice(*source)].split(" and ")
        joint = len(both) > 1 and "," not in both[0] and any(part.endswith(name) for part in both)
        return joint or (" " + self.cited[source]).endswith(" " + name)

    def _around(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the cited people's phrases that hold a place."""
        at = bisect_right(self.spans, place, key=lambda span: span[0]) - 1
        while at >= 0 and place - self.spans[at][0] <= _PHRASE:
            if place < self.spans[at][1]:
                yield self.spans[at]
            at -= 1

    def _known(self, name: str, end: int, *, surely: bool) -> str | None:
        """Return the person's name in full where a run of capitals surely is a person's, else None."""
        surname = name.rsplit(" ", 1)[-1]
        longer = self.full.get(surname, name)
        if longer != name and not longer.endswith(" " + name):
            longer = name
        if surely or longer in self.sexes or {name, surname} & self.surnames:
            return longer
        if " " not in longer:
            return None
        return longer if sex_of(longer.split()[0].rstrip(".")) or _AGE.match(self.text, end) else None

    def _is_subject(self, begin: int, start: int, end: int, stop: int) -> bool:
        """Return whether the name there may be the subject of a clause."""
        before = [word.lower() for word in _WORD.findall(self.text, max(begin, start - _BEFORE), start)]
        while before and is_role(before[-1]):
            before.pop()
            if before and before[-1] in ("the", "a", "an", "its", "former"):
                before.pop()
        behind = _WORD.search(self.text, end, stop)
        word = behind[0].lower() if behind else ""
        acts = may_be_finite(word) or word.endswith(("s", "ed")) or word in _ADVERBS
        if not before:
            return acts or word in _ASIDES or word == "and"
        if before[-1] == ",":
            # "The mayor, Ann Orr, left" has no other subject, "it upset the favourite, Ann Orr, again" has.
            opens = start - begin <= _BEFORE and len(before) > 1 and is_role(before[-2])
            return acts or (opens and word == ",")
        if before[-1] in _BEFORE_SUBJECT or not before[-1][0].isalnum():
            return acts or word in _ASIDES
        # "The pier Orr chose".
        return (
            acts and may_be_finite(word) and before[-1] not in PREPOSITIONS and not may_be_finite(before[-1])
        )

    def _may_be(self, name: str, sex: str) -> bool:
        known = self.sex(name)
        return known is None or known == sex


def _is_titled(written: str, name: str) -> bool:
    """Return whether a title right before a name makes it a person's, common word that it may be."""
    before = written.rstrip(".").removesuffix(name).split()
    if not name or not before or before[-1].casefold() in _NO_TITLES or not is_role(before[-1]):
        return False
    return country(name) is None and not names_body(name.split())
