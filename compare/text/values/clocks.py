"""Times of day: "11.40 p.m.", "10:30", "noon"."""

from __future__ import annotations

from collections.abc import Sequence

from compare.text.en import word_set
from compare.text.values.moment import Moment, lower_at, made
from compare.text.values.tokens import Token

_ZONES = word_set("values.clocks.zones")


def clock_time(text: str, found: Sequence[Token], at: int) -> Moment | None:
    """Return the time of day that begins at a token, or None."""
    token = found[at]
    hour, minute, stop = -1, 0, at + 1
    if token.lower in ("noon", "midnight"):
        return made(text, found, at, stop, minutes=720 if token.lower == "noon" else 0)
    if not token.figure or (token.glued and at and found[at - 1].text not in "(“\"'‘"):
        return None
    hours, mark, minutes = token.text.partition(":" if ":" in token.text else ".")
    half = lower_at(found, stop)
    if half in ("a.m.", "p.m.", "am", "pm", "a.m", "p.m"):
        stop += 1
    else:
        half = ""
    if not hours.isdigit() or len(hours) > 2 or (mark and len(minutes) != 2):
        return None
    if not half and ":" not in token.text and lower_at(found, stop) not in ("o'clock",):
        return None
    hour, minute = int(hours), int(minutes or 0)
    if hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = lower_at(found, stop)
    if zone in _ZONES:
        stop += 1
    else:
        zone = ""
    return made(text, found, at, stop, minutes=60 * hour + minute, zone=zone)
