"""A day or month of one thing that one text gives more exactly, in sentences that no sure link joins."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.acts import act_of, adverbial
from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, moments_agree, pair, same_setting, side
from compare.find.discrepancies.times import Time, closer_look, told_otherwise
from compare.model import Extent, Relation
from compare.text.document import Document

_FEWEST_SHARED = 2
_FEWEST_OF_A_DAY = 3
_FEWEST_OF_LEADS = 5
_WEEKS = 21
# Beyond this a text is a calendar.
_MOST = 60


def find_far_times(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield the times of one thing that one text tells more exactly, or in another way.

    "Filed for bankruptcy in 2020" and "declared bankruptcy in July 2020": of a month or year that a text
    gives once the verb and another word must meet, or a word beside it; of days two words beside them.
    """
    ours, theirs = _times(one), _times(other)
    if max(len(ours), len(theirs)) > _MOST:
        return
    for x in ours:
        for y in theirs:
            once = _once(x, y, ours, theirs) and _one_act(x, y)
            if not (once or _dated(x, y) or _of_the_news(x, y)):
                continue
            ready = pair(Relation.PARTIAL, x.side, y.side)
            found = told_otherwise(x, y) if same_setting(ready) else None
            if found is not None:
                yield ready, found


def _times(document: Document) -> list[Time]:
    found = []
    for sentence in document.article.sentences:
        if document.values[sentence.id].moments:
            whole = side(document, sentence, Extent(start=sentence.start, end=sentence.end))
            found += [Time(whole, k, m) for k, m in whole.moments() if not m.clock and not m.sort and m.days]
    return found


def _once(x: Time, y: Time, ours: list[Time], theirs: list[Time]) -> bool:
    """Tell whether one is a closer look at a month or year that either text gives once, or hardly oftener."""
    return closer_look(x, y) and _alone(x, ours, y) and _alone(y, theirs, x)


def _alone(time: Time, of: list[Time], counterpart: Time) -> bool:
    """Tell whether no other date of its text is of that month, or of that year where it is the rougher."""
    if time.moment.month is None:
        return sum(t.moment.year == time.moment.year for t in of) <= _FEWEST_SHARED
    if counterpart.moment.month is None:
        return sum(t.moment.year == counterpart.moment.year for t in of) == 1
    return sum(t.moment.month == time.moment.month for t in of) == 1 or time.moment.day is None


def _one_act(x: Time, y: Time) -> bool:
    deeds = act_of(x.side, x.at), act_of(y.side, y.at)
    if len(x.around.wide & y.around.wide) < _FEWEST_SHARED:
        return False
    return bool(x.around.near & y.around.near) or (bool(deeds[0]) and deeds[0] == deeds[1])


def _dated(x: Time, y: Time) -> bool:
    """Tell whether "last week", "this month" or "Friday" of one thing is a day of the calendar there."""
    for rough, fine in ((x, y), (y, x)):
        vague = rough.length > 1 and rough.moment.relative and rough.moment.days
        if fine.moment.day is None or not (vague or rough.moment.weekday is not None):
            continue
        if rough.moment.day is None and adverbial(fine.side, fine.at) and moments_agree(x.moment, y.moment):
            fewest = _FEWEST_SHARED if vague else _FEWEST_OF_A_DAY
            return len(x.around.near & y.around.near) >= fewest and not _told_both(x, y)
    return False


def _of_the_news(x: Time, y: Time) -> bool:
    """Tell whether two texts begin with a day and a day or week that agree, and with much the same words."""
    if not all(t.side.sentence.id[len(t.side.document.article.label) :] == "1" for t in (x, y)):
        return False
    near = moments_agree(x.moment, y.moment) and max(x.length, y.length) <= _WEEKS
    return near and len(x.around.wide & y.around.wide) >= _FEWEST_OF_LEADS and not _told_both(x, y)


def _told_both(x: Time, y: Time) -> bool:
    """Tell whether a sentence has another time that agrees with the other's."""
    return any(
        k != mine.at and not m.clock and moments_agree(m, other.moment) and (m.days or m.day)
        for mine, other in ((x, y), (y, x))
        for k, m in mine.side.moments()
    )
