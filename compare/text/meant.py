"""Whom "he" and "she" mean: the person whom the sentences before are about, where it can only be one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from compare.text.mentions import Mention, Mentions
from compare.text.quotations import Stretches, crossing
from compare.text.speech import Speech

SEXES = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_SUBJECTS = re.compile(r"\b([Hh]e|[Ss]he)\b")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|\S")
# A sentence that begins so leaves its subject for later: "Asked whether Orr would go, he said".
_LATER = ("ing", "ed")
_WHEN_ASKED = re.compile(r"When\s(?:asked|told|pressed)\b")
# So many sentences that name nobody may stand between, and so many in all.
_FARTHEST, _MOST = 3, 12


class Meant(Mentions):
    """Whom the pronouns of one text stand for."""

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
        """Read a text as `Mentions` does, and put whom each "he" and "she" means among its people."""
        super().__init__(text, stretches, marks, found, full=full, sexes=sexes)
        self.votes: dict[str, list[str]] = {}
        self.by_place: dict[int, str | None] = {}
        self._resolve()

    def person_at(self, place: int, pronoun: str) -> str | None:
        """Return whom the pronoun at a place means, None where it may be several or nobody is named."""
        if place not in self.by_place:
            self.by_place[place] = self._person(place, SEXES[pronoun])
        return self.by_place[place]

    def _resolve(self) -> None:
        """Put whom each "he" and "she" means among the mentions, in the order of the text."""
        for number, (start, end) in enumerate(self.stretches):
            for found in _SUBJECTS.finditer(self.text, start, end):
                if crossing(self.marks, found.start(), found.end()):
                    continue
                pronoun = found[0].lower()
                name = self.person_at(found.start(), pronoun)
                if name:
                    self._learn(name, SEXES[pronoun])
                    own = self.mentions[number]
                    speaks = found.start() in self.contents and not self._is_told(found.start())
                    own.append(Mention(found.start(), found.end(), name, subject=True, speaks=speaks))
                    own.sort(key=lambda one: one.start)

    def _learn(self, name: str, sex: str) -> None:
        """Remember what pronouns stood for a person whose sex nothing else tells."""
        if self.sex(name) is None:
            votes = self.votes.setdefault(name, [])
            votes.append(sex)
            if votes.count(sex) == len(votes) > 1:
                self.sexes[name] = sex

    def _person(self, place: int, sex: str) -> str | None:
        number = bisect_right(self.starts, place) - 1
        if number < 0:
            return None
        told = [content for content in self.contents.get(place, ()) if content[0] < place]
        opening = self._opening(number)
        same = [
            one
            for one in self.mentions[number]
            if one.end <= place
            and self._may_be(one.name, sex)
            and one.start >= opening
            and not any(first <= one.start < stop for first, stop in told)
        ]
        subjects = _distinct(one.name for one in same if one.subject)
        if subjects:
            return subjects[0] if len(subjects) == 1 else None
        others = _distinct(one.name for one in same)
        before = self._before(number, sex)
        if not others or before in others:
            return before if before or not others else None
        if before is None:
            only = others.pop() if len(others) == 1 else None
            return only if only and self.sex(only) == sex else None
        return before if self._is_behind_opening(number, place) else None

    def _opening(self, number: int) -> int:
        """Return where a sentence's main clause begins behind "Asked whether Orr would go,"."""
        start, end = self.stretches[number]
        first = _WORD.search(self.text, start, end)
        opens = first is not None and first[0].lower().endswith(_LATER)
        if not opens and not _WHEN_ASKED.match(self.text, start, end):
            return start
        comma = self.text.rfind(",", start, end)
        return comma if comma > 0 else start

    def _is_behind_opening(self, number: int, place: int) -> bool:
        """Return whether a pronoun begins its main clause: "In a letter to Orr, he said"."""
        start = self.stretches[number][0]
        return self.text[start:place].rstrip().endswith((",", "”", '"'))

    def _before(self, number: int, sex: str, *, deep: int = 0) -> str | None:
        """Return whom the sentences before are about, as far as a pronoun of this sex may mean him."""
        empty = 0
        for at in range(number - 1, max(-1, number - 1 - _MOST), -1):
            quoted = self._is_quoted(at)
            subjects = _distinct(self._about(at, sex, quoted=quoted))
            if len(subjects) == 1:
                return subjects[0] if quoted or self._surely(subjects[0], at, sex) else None
            speakers = _distinct(self._speakers(at, sex))
            if len(speakers) == 1 and self._tells_of_the_others(at, sex, speakers[0]):
                # Who speaks goes on, not of whom he speaks.
                return speakers[0]
            if subjects:
                earlier = self._before(at, sex, deep=deep + 1) if deep < _FARTHEST else None
                return earlier if earlier in subjects and subjects[0] == earlier else None
            if quoted:
                continue
            others = _distinct(one.name for one in self.mentions[at] if self._may_be(one.name, sex))
            new = _distinct(self._introduced(at, sex))
            if len(new) == 1:
                return new[0]
            if others:
                earlier = self._before(at, sex, deep=deep + 1) if deep < _FARTHEST else None
                if earlier is None and len(others) == 1:
                    only = others.pop()
                    return only if self.sex(only) == sex else None
                return earlier if earlier in others else None
            empty += 1
            if empty > _FARTHEST:
                return None
        return None

    def _surely(self, name: str, at: int, sex: str) -> bool:
        """Return whether nobody else of that sex acts right before somebody whose sex is not known."""
        if self.sex(name) == sex or at == 0 or name in self._speakers(at, sex):
            return True
        others = self._about(at - 1, sex, quoted=self._is_quoted(at - 1))
        return all(other == name or self.sex(other) != sex for other in others)

    def _introduced(self, number: int, sex: str) -> Iterator[str]:
        """Yield the people whom a sentence brings in: "another was Ann Orr", "it fell to Ann Orr, who"."""
        start = self.stretches[number][0]
        for mention in self.mentions[number]:
            before = self.text[start : mention.start].split()
            brought = bool(before) and before[-1].lower() in ("was", "is", "were", "are")
            if (brought or self.text.startswith(", who ", mention.end)) and self._may_be(mention.name, sex):
                yield mention.name

    def _speakers(self, number: int, sex: str) -> Iterator[str]:
        """Yield the people who speak in a sentence, not only in what another says."""
        for mention in self.mentions[number]:
            if mention.speaks and self._may_be(mention.name, sex):
                yield mention.name

    def _tells_of_the_others(self, number: int, sex: str, speaker: str) -> bool:
        """Return whether all other subjects of a sentence stand in what its speaker says."""
        others = (m for m in self.mentions[number] if m.subject and self._may_be(m.name, sex))
        return all(self._is_told(m.start) for m in others if len(_distinct((speaker, m.name))) > 1)

    def _about(self, number: int, sex: str, *, quoted: bool) -> Iterator[str]:
        """Yield the people who are a sentence's subjects, or give the quotation that it is."""
        if quoted:
            for one in self.told.get(number, ()):
                name = self._speaker(one)
                if name and self._may_be(name, sex):
                    yield name
            return
        for mention in self.mentions[number]:
            if mention.subject and self._may_be(mention.name, sex):
                yield mention.name

    def _speaker(self, one: Speech) -> str | None:
        if one.source is None:
            return None
        place = one.source[0]
        if place in self.by_place:
            return self.by_place[place]
        number = bisect_right(self.starts, place) - 1
        within = [m.name for m in self.mentions[number] if place <= m.start < one.source[1]]
        return within[0] if within else None

    def _is_quoted(self, number: int) -> bool:
        """Return whether a sentence stands in quotation marks as a whole."""
        start, end = self.stretches[number]
        return any(first <= start and end <= stop + 1 for first, stop in crossing(self.marks, start, end))


def _distinct(names: Iterable[str]) -> list[str]:
    """Return the people among some names, in their order: "Orr" and "Ann Orr" are one."""
    found: list[str] = []
    for name in names:
        same = next((k for k, one in enumerate(found) if one.endswith(" " + name) or one == name), -1)
        if same < 0:
            shorter = next((k for k, one in enumerate(found) if name.endswith(" " + one)), -1)
            if shorter < 0:
                found.append(name)
            else:
                found[shorter] = name
    return found
