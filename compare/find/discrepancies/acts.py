"""What a date goes with: the act, who or what did it, and whether the act began or ended then."""

from __future__ import annotations

from compare.find.discrepancies.pairing import Side
from compare.text.en import word_set
from compare.text.items import Item
from compare.text.senses import base_form
from compare.text.syntax import (
    REPORTING,
    has_object,
    is_act,
    is_attribute,
    is_participle,
    is_passive,
    named_subject,
    subject,
    subject_head,
)
from compare.text.values import Moment

_REACH = 9
# Verbs that pass with everything and say nothing of what took place; and talking, which is done every day.
_EMPTY = word_set("discrepancies.acts.empty")
# Of the verbs that report speech these are acts of one day.
_STATED = frozenset("rule agree decide".split())
# What happens to one person or thing once.
ONCE = word_set("discrepancies.acts.once")
_STARTING = frozenset("begin start commence".split())
_ENDING = frozenset("end finish conclude complete wrap".split())
# What is said of an event as a whole; "began" and "ended" are of a day each, but for what is over at once.
_HAPPENING = frozenset("happen occur air broadcast".split())
_MOMENTARY = frozenset(
    "finale premiere wedding funeral explosion crash earthquake election referendum verdict debut".split()
)
_OPENS, _JOINS = frozenset("from between".split()), frozenset("to until till through and".split())
_DASHES = tuple("-–—−")
_IN = word_set("discrepancies.acts.in")


def act_of(side: Side, at: int) -> str:
    """Return the base form of the verb that a date goes with, nothing where it is a word of reporting."""
    life = _life(side, at)
    if life:
        return life
    place = _verb(side, at)
    if place is None:
        return ""
    key = _verb_key(side.items[place])
    return (
        ""
        if (side.items[place].surface.lower() in REPORTING and key not in _STATED) or key in _EMPTY
        else key
    )


def doer_of(side: Side, at: int) -> str:
    """Return the last word of the name right before the verb of a date, nothing where none stands there."""
    place = _verb(side, at)
    if place is None or _life(side, at):
        return ""
    found = named_subject(side.items, place)
    return "" if found is None else side.items[found].key


def subject_of(side: Side, at: int) -> str:
    """Return the noun or name whose act a date is of, nothing where it is a pronoun or stands farther off."""
    place = _life_name(side, at) if _life(side, at) else _verb(side, at)
    if place is None:
        return ""
    found = subject(side.items, place)
    return "" if found is None else side.items[found].key


def stands_alone(side: Side, at: int) -> bool:
    """Return whether the verb of a date has no object: "was released on", not "released a statement on"."""
    place = _verb(side, at)
    if _life(side, at):
        return True
    return place is not None and not has_object(side.items, place)


def end_of(side: Side, at: int) -> tuple[str, frozenset[str]]:
    """Return "start" or "end" for a date at which something began or ended, and the words for that thing."""
    of_range = _range_end(side, at)
    if of_range:
        act = act_of(side, at if of_range == "start" else at - 2)
        return (of_range, frozenset((act,))) if act else ("", frozenset())
    place = _verb(side, at)
    if place is None:
        return "", frozenset()
    if is_participle(side.items[place].surface.lower()) and place and _begins_or_ends(side, place - 1):
        # "Began filming in May"
        place -= 1
    found = _begins_or_ends(side, place)
    around = range(max(0, place - _REACH), min(len(side.items), place + 2))
    things = {
        side.items[k].key
        for k in around
        if k != place and side.items[k].content and side.items[k].value is None and not side.items[k].name
    }
    return found, frozenset(things) if found else frozenset()


def event_of(side: Side, at: int) -> str:
    """Return the event that a date is of: "election" of "the election in Orle was held on", or nothing."""
    place = _verb(side, at)
    if place is None:
        return ""
    key = _verb_key(side.items[place])
    after = side.items[place + 1].key if place + 1 < len(side.items) else ""
    passive = is_passive(side.items, place)
    held = key in _HAPPENING or (key, after) == ("take", "place") or (key == "hold" and passive)
    head = subject_head(side.items, place)
    noun = "" if head is None else side.items[head].key
    return noun if held or (noun in _MOMENTARY and key in _ENDING) else ""


def adverbial(side: Side, at: int) -> bool:
    """Return whether a date stands for itself, "in 2020", and not before a noun, "the 2020 count"."""
    before, value = side.items[at - 1].key if at else "in", side.items[at].value
    if side.text[side.items[at].end : side.items[at].end + 1] in _DASHES:
        return False
    # "The house voted Dec. 18 to"
    return before in _IN or (isinstance(value, Moment) and value.day is not None and not _names(side, at))


def _begins_or_ends(side: Side, at: int) -> str:
    key = base_form(side.items[at].surface.lower())
    return "start" if key in _STARTING else "end" if key in _ENDING else ""


def is_range(side: Side, at: int) -> bool:
    """Return whether a date is one end of "from March to May"."""
    return bool(_range_end(side, at))


def _range_end(side: Side, at: int) -> str:
    """Return "start" or "end" for a date in "from March to May"."""
    if at >= 1 and at + 2 < len(side.items) and side.items[at - 1].key in _OPENS:
        joined = side.items[at + 1].key in _JOINS and isinstance(side.items[at + 2].value, Moment)
        return "start" if joined else ""
    if at >= 3 and side.items[at - 3].key in _OPENS and side.items[at - 1].key in _JOINS:
        return "end" if isinstance(side.items[at - 2].value, Moment) else ""
    return ""


def _verb_key(item: Item) -> str:
    word = item.surface.lower()
    return "born" if word == "born" else base_form(word)


def _verb(side: Side, at: int) -> int | None:
    """Return the index of the verb that a date goes with: the nearest before it, else right behind it."""
    before = range(at - 1, max(-1, at - _REACH), -1)
    behind = () if _names(side, at) else range(at + 1, min(len(side.items), at + 4))
    of_range = _range_end(side, at) == "end"
    places: list[int] = [*before, *behind]
    for k in places:
        item = side.items[k]
        if k < at and isinstance(item.value, Moment) and not _goes_with(side, k, at) and not of_range:
            return None
        if k > at and item.key in ("that", "which", "who"):
            return None
        if (
            item.value is None
            and not item.name
            and is_act(item.surface.lower())
            and not is_attribute(side.items, k)
        ):
            return k
    return None


def _names(side: Side, at: int) -> bool:
    """Tell whether a date stands before a noun that it tells from others: "Dray (2005 film) was"."""
    if at + 1 >= len(side.items) or (at and side.items[at - 1].key in _IN):
        return False
    after = side.items[at + 1]
    return after.content and after.value is None and not after.name and not is_act(after.surface.lower())


def _life(side: Side, at: int) -> str:
    """Return what a date in "(4 July 1810 – 9 May 1871)" is of: a birth or a death."""
    value = side.items[at].value
    if not isinstance(value, Moment):
        return ""
    before, after = (
        side.text[max(0, value.start - 4) : value.start].rstrip()[-1:],
        side.text[value.end : value.end + 4].strip()[:1],
    )
    neighbours = [side.items[k].value for k in (at - 1, at + 1) if 0 <= k < len(side.items)]
    if not any(isinstance(n, Moment) for n in neighbours):
        return ""
    if before == "(" and after in _DASHES:
        return "born"
    return "die" if before in _DASHES and after == ")" else ""


def _life_name(side: Side, at: int) -> int:
    """Return the index behind the name before "(4 July 1810 – 9 May 1871)"."""
    return at if _life(side, at) == "born" else at - 1


def _goes_with(side: Side, k: int, at: int) -> bool:
    # "Tuesday, March 5, at noon": the time of day and the day belong together.
    first, second = side.items[k].value, side.items[at].value
    return isinstance(first, Moment) and isinstance(second, Moment) and first.clock != second.clock
