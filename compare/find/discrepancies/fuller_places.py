"""A place told more closely: in Des Moines, Iowa, here and in Iowa there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.countries import Role, country
from compare.text.en import word_list

RULE = "place-told-more-closely"
# Each line has the forms of one name: "Calif./California".
_STATES = {
    form.replace("_", " "): forms.split("/")[-1].replace("_", " ")
    for forms in word_list("discrepancies.fuller_places.states")
    for form in forms.split("/")
}
_WORD = r"[A-Z][\w’'-]{1,24}|(?:[A-Z]\.){2}"
_NAME = rf"(?:{_WORD})(?: (?:{_WORD})){{0,2}}"
_IN = r"(?:in|at|near|outside|to|from) "
_CLOSE = re.compile(rf"(?<!\w){_IN}(?P<town>{_NAME}), (?P<region>{_NAME})")
_WIDE = re.compile(rf"(?<!\w){_IN}(?:the (?:state|province) of )?(?P<region>{_NAME})")
# "In Honduras, Guatemala and Belize"
_LISTED = re.compile(r"(?:, [A-Z]|,? and [A-Z])")


class _Place(Struct, frozen=True, kw_only=True):
    town: str
    region: str
    extent: Extent


def fuller_place_differences(pair: Pair) -> Iterator[Difference]:
    """Yield the first town of which the other passage gives the state or country alone.

    Where a passage names two places of one state nobody knows which of them the other one means.
    """
    for more in (0, 1):
        close, wide = list(_close(pair.sides[more])), list(_wide(pair.sides[1 - more]))
        for one in close:
            met = [other for other in wide if other.region == one.region]
            rivals = [other for other in close if other.region == one.region]
            if not met or len({place.town for place in rivals}) > 1:
                continue
            there = pair.sides[1 - more]
            if one.town in there.text[there.sentence.start : there.sentence.end]:
                continue
            found = (one, met[0]) if more == 0 else (met[0], one)
            yield _difference(pair, found[0].extent, found[1].extent)
            return


def _close(side: Side) -> Iterator[_Place]:
    for found in _CLOSE.finditer(side.text, side.extent.start, side.extent.end):
        region = _region(found["region"])
        if _dated(side, found.start("town"), found.end("town")):
            continue
        if region and not _region(found["town"]) and not _LISTED.match(side.text, found.end()):
            yield _place(found, found["town"], region, start=found.start("town"))


def _dated(side: Side, start: int, end: int) -> bool:
    """Tell whether a name is a time: "in May, Iowa papers said"."""
    return any(m.start < end and start < m.end for _, m in side.moments())


def _wide(side: Side) -> Iterator[_Place]:
    for found in _WIDE.finditer(side.text, side.extent.start, side.extent.end):
        region = _region(found["region"])
        if region:
            yield _place(found, "", region, start=found.start("region"))


def _place(found: re.Match[str], town: str, region: str, *, start: int) -> _Place:
    # "Orle, Calif."
    short = found["region"] in _STATES and _STATES[found["region"]] != found["region"]
    end = found.end("region") + (short and found.string.startswith(".", found.end("region")))
    return _Place(town=town, region=region, extent=Extent(start=start, end=end))


def _region(name: str) -> str:
    """Return the state or country of a name, nothing where it is neither."""
    known = country(name)
    if known is not None and known.role is Role.COUNTRY:
        return known.code
    return _STATES.get(name.rstrip("."), "")


def _difference(pair: Pair, one: Extent, other: Extent) -> Difference:
    said = [s.quote(e.start, e.end) for s, e in zip(pair.sides, (one, other), strict=True)]
    return Difference(
        type=DiscrepancyType.NAME,
        state=DiscrepancyState.PRECISION,
        rule=RULE,
        extents=(one, other),
        values=(said[0], said[1]),
        why=f"{{0}} gives {said[0]}, {{1}} gives {said[1]}: one is more exact, both can hold.",
    )
