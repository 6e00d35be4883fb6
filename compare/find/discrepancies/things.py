"""What a figure is of: what it measures, who did it to whom, the words beside it, and who gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from compare.find.discrepancies.pairing import Side
from compare.model import Extent, SourceType
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.reports import NOBODY, Report
from compare.text.senses import entry
from compare.text.syntax import REPORTING, is_act, is_auxiliary, is_tensed
from compare.text.values import Amount, Kind, Moment
from compare.text.values.heads import counts_people, is_generic

_NEAR = 7
# Where the phrase that a verb belongs to ends on the left.
_BREAKS = frozenset("that which who and but while as when after before because if".split())
_PREPOSITIONS = word_set("discrepancies.things.prepositions")
_CHANGES = word_set("discrepancies.things.changes")
# What is measured in money, shares and rates: two of these are two measures.
MEASURES = word_set("discrepancies.things.measures")
# "Revised up from 6.1", "an earlier estimate of 12": its own text takes the figure back.
_OLD = word_set("discrepancies.things.old")
_EARLY = frozenset("early opening midday premarket initial morning".split())
_CLOSING = frozenset("close closed closing end ended finished settled afternoon".split())
# They say no more of what is counted than the number does.
EMPTY = word_set("discrepancies.things.empty")
_INCLUDED = re.compile(
    r"\W{0,3}(?:\w{1,20} ){0,2}"
    r"(?:and (?:the|its|his|her|a|an) |\w{0,20},? ?including |among them|as well as |plus )"
)
_BEHIND = 40
# Below this two numbers are the same by chance.
_SMALL = 20


@dataclass(frozen=True)
class Thing:
    """A figure of a sentence with what tells its thing."""

    side: Side
    at: int
    value: Amount | Moment

    @property
    def amount(self) -> Amount:
        """The figure, where it is none of the calendar."""
        assert isinstance(self.value, Amount)  # noqa: S101 - who asks has seen that
        return self.value

    @cached_property
    def head(self) -> str:
        """The key of what is counted: "worker" of "12 workers", "workforce" of "a workforce of 400,000"."""
        before = self.side.items[self.at - 1].key if self.at else ""
        after = [item.key for item in self.side.items[self.at + 1 : self.at + 3]]
        if len(after) > 1 and after[0] == "strong":
            # "A 378,000-strong workforce"
            return after[1]
        if isinstance(self.value, Moment):
            return ""
        if self.amount.head.key or self.amount.kind is not Kind.COUNT or before != "of":
            return self.amount.head.key
        return self.measured[-1] if self.measured else ""

    @cached_property
    def near(self) -> frozenset[str]:
        """The words of content within seven of it, its head left out."""
        found = self.side.keys(self.at - _NEAR, self.at + _NEAR + 1)
        return found - {self.head} - EMPTY

    @cached_property
    def wide(self) -> frozenset[str]:
        """The words of content of its sentence."""
        return self.side.keys() - {self.head} - EMPTY

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its sentence."""
        return frozenset(item.key for item in self.side.items if item.name and item.value is None)

    @cached_property
    def names_beside(self) -> frozenset[str]:
        """The names within four words of it."""
        around = self.side.items[max(0, self.at - 4) : self.at + 5]
        return frozenset(item.key for item in around if _capital(item))

    @property
    def role(self) -> str:
        """The word before it: "to" of "rose to £20m"."""
        return self.side.items[self.at - 1].key if self.at else ""

    @cached_property
    def verb(self) -> int | None:
        """Where the nearest verb before it stands."""
        for k in range(self.at - 1, max(-1, self.at - 10), -1):
            word = self.side.items[k].surface.lower()
            if self._no_name(k) and (is_act(word) or is_auxiliary(word)):
                return k
        if isinstance(self.value, Moment):
            # "On Monday night the court in Marle issued an order"
            for k in range(self.at + 1, min(len(self.side.items), self.at + 16)):
                if self._no_name(k) and is_tensed(self.side.items[k].surface.lower()):
                    return k
        return None

    def _no_name(self, at: int) -> bool:
        """Tell whether a word may be a verb: "United" in "the United States" is none."""
        return self.side.items[at].value is None and not self.side.items[at].name

    @cached_property
    def deed(self) -> str:
        """The base form of that verb."""
        return "" if self.verb is None else self.side.items[self.verb].key

    @cached_property
    def measured(self) -> tuple[str, ...]:
        """What is measured, its head last: ("net", "profit") of "net profit at the bank was £20m"."""
        items, at = self.side.items, self.at
        before = items[at - 1] if at else None
        if before is not None and before.key in ("of", "at") and before.value is None:
            return self._phrase(at - 1)
        after = [item.key for item in items[at + 1 : at + 3]]
        if len(after) > 1 and after[0] in _CHANGES and after[1] == "in":
            return self._phrase_from(at + 3)
        return () if self.verb is None else self._subject(self.verb)

    def _subject(self, verb: int) -> tuple[str, ...]:
        items = self.side.items
        first = verb
        while first > 0 and self._joined(first) and not self._breaks(items[first - 1]):
            first -= 1
        found: list[str] = []
        for item in items[first:verb]:
            if item.value is not None or (item.key in _PREPOSITIONS and found):
                break
            if item.content and not _capital_inside(item, items) and not is_auxiliary(item.surface.lower()):
                found.append(item.key)
        return tuple(found)

    def _joined(self, at: int) -> bool:
        between = self.side.text[self.side.items[at - 1].end : self.side.items[at].start]
        return not set(between) & set(',;:()—–“”"')

    def _breaks(self, item: Item) -> bool:
        word = item.surface.lower()
        return item.key in _BREAKS or word in REPORTING

    def _phrase(self, stop: int) -> tuple[str, ...]:
        """Return the words of content right before an item."""
        items, found = self.side.items, list[str]()
        k = stop - 1
        while k >= 0 and items[k].content and items[k].value is None and self._joined(k + 1):
            if is_act(items[k].surface.lower()) and found:
                break
            found.insert(0, items[k].key)
            k -= 1
        if len(found) == 1 and found[0] in _CHANGES and self.verb is None:
            return ()
        return tuple(found)

    def _phrase_from(self, first: int) -> tuple[str, ...]:
        found: list[str] = []
        for item in self.side.items[first : first + 5]:
            if item.value is not None or item.key in _PREPOSITIONS:
                break
            if item.content:
                found.append(item.key)
        return tuple(found)

    @cached_property
    def report(self) -> Report | None:
        """Who is reported to give it."""
        extent = Extent(start=self.amount.start, end=self.amount.end)
        return self.side.document.voices.attributed(self.side.sentence.id, extent)

    @cached_property
    def source(self) -> str:
        """The name of who gives it; empty where it is the text's own, or nobody is named."""
        found = self.report
        if found is None or found.name == NOBODY or found.source_type is SourceType.NOBODY:
            return ""
        return found.name

    @property
    def cited(self) -> str:
        """Who gives it as the text has it, "the ministry"; the name where it has a pronoun."""
        found = self.report
        if found is None or found.source is None:
            return self.source
        written = self.side.quote(found.source.start, found.source.end)
        if len(written.split()) < 2 or len(written) > _BEHIND:
            return self.source
        return f"the {written[4:]}" if written.startswith("The ") else written

    @cached_property
    def old(self) -> bool:
        """Its own text calls it a former value: "up from 6.1", "revised from 12"."""
        before = [item.key for item in self.side.items[max(0, self.at - 5) : self.at]]
        if before[-1:] == ["from"] or before[-2:-1] == ["from"]:
            return True
        return bool(_OLD & set(before))

    @cached_property
    def hour(self) -> int:
        """-1 where it is of the start of a day's trading, 1 where it is of the close."""
        words = {item.surface.lower() for item in self.side.items}
        return -1 if words & _EARLY else 1 if words & _CLOSING else 0

    @cached_property
    def behind(self) -> str:
        """The text right behind it."""
        return self.side.text[
            self.amount.end : min(self.side.sentence.end, self.amount.end + _BEHIND)
        ].lower()

    @property
    def includes(self) -> bool:
        """Somebody or something is counted beside it or within it."""
        return bool(_INCLUDED.match(self.behind))

    @cached_property
    def days(self) -> tuple[Moment, ...]:
        """The dates of its sentence."""
        return tuple(m for _, m in self.side.moments() if not m.clock)


def _capital(item: Item) -> bool:
    return item.value is None and item.content and item.surface[:1].isupper()


def _capital_inside(item: Item, items: tuple[Item, ...]) -> bool:
    return item.name or (_capital(item) and item is items[0] and not item.surface[1:].islower())


def one_head(one: Thing, other: Thing) -> int:
    """Return how surely two counts are of one sort of thing: 3 by noun, 2 by what befell people, 0 not.

    The dead are counted as people, passengers or nobody in particular; "two policemen" are not "12 people".
    """
    x, y = one.amount, other.amount
    if x.kind is not Kind.COUNT:
        return 1
    if (x.head.status or y.head.status) and x.head.status != y.head.status:
        both = counts_people(x.head.word) and counts_people(y.head.word)
        return (
            1
            if both and x.head.key and x.head.key == y.head.key and not (x.head.status and y.head.status)
            else 0
        )
    if one.head and one.head == other.head:
        return 3
    if x.head.status and counts_people(x.head.word) and counts_people(y.head.word):
        return 2 if is_generic(x.head.word) or is_generic(y.head.word) else 1
    if not one.head or not other.head:
        return int((x.low, x.high) == (y.low, y.high) and x.low > _SMALL)
    if is_generic(x.head.word) and is_generic(y.head.word):
        return 2
    if counts_people(x.head.word) and counts_people(y.head.word):
        return 1 if is_generic(x.head.word) or is_generic(y.head.word) else 0
    return 2 if one_sense(one.head, other.head) else 0


def one_sense(one: str, other: str) -> bool:
    """Return whether the commonest sense of two words is one: "employee" and "worker" are near, not "cat"."""
    if one == other:
        return True
    first, second = entry(one), entry(other)
    if first is None or second is None:
        return False
    return (
        bool(first.first & second.first)
        or bool(first.first & second.kinds)
        or bool(second.first & first.kinds)
    )
