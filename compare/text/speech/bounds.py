"""Where what is told ends because another report begins."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from compare.text.speech.line import SpeechHit, SpeechLine
from compare.text.speech.phrases import PREPOSITIONS
from compare.text.speech.reporting import (
    Frame,
    reporting,
)
from compare.text.speech.who import RELATIVES
from compare.text.syntax import (
    PRONOUNS,
)

_SAYS = (Frame.SAYS,)
_ANY = (Frame.SAYS, Frame.TELLS, Frame.URGES, Frame.JUDGES, Frame.LABELS)
_JOINTS = frozenset("and but while".split())


def without_reporter(line: SpeechLine, hit: SpeechHit, found: Sequence[SpeechHit]) -> SpeechHit:
    """Return a hit without the report it stands in: "they hope to win, Kent said" ends before Kent."""
    first, stop = hit.content
    for other in found:
        source = other.source
        if other is hit or source is None:
            continue
        begins = _begins_next_report(line, hit, other) or _begins_main_report(line, hit, other)
        if begins:
            stop = min(stop, begins)
        if other.content[1] > source.first or other.content[0] > first:
            continue
        trailing = first < other.content[1] < stop and first < min(source.first, other.cue[0]) < stop
        # "That, he hoped, voters would see": what is told goes on.
        passing = (
            line.at(max(source.stop, other.cue[1])) == "," and line.at(other.content[1] - 1) in RELATIVES
        )
        if trailing and not passing and other.cue[0] >= other.content[1]:
            stop = other.content[1]
    return hit if stop == hit.content[1] else replace(hit, content=(first, stop))


def _begins_next_report(line: SpeechLine, hit: SpeechHit, other: SpeechHit) -> int:
    """Return where another report begins in what is told, else 0: "it is late and Orr said it is not"."""
    source = other.source
    if source is None or hit.source is None or line.at(hit.content[0]) == "that":
        return 0
    joint = source.first - 1
    told = hit.content[0] < joint < hit.content[1] and hit.cue[1] <= hit.content[0]
    plain = line.at(joint) in _JOINTS and not line.quoted[joint] and source.stop == other.cue[0]
    # Behind a comma whatever reports begins another clause.
    frames = _ANY if line.at(joint - 1) == "," else _SAYS
    says = other.content[0] >= other.cue[1] and any(
        r.frame in frames for r in reporting(line.at(other.cue[1] - 1))
    )
    if not (told and plain and says) or line.at(source.head) in PRONOUNS:
        return 0
    return joint - (line.at(joint - 1) == ",")


def _begins_main_report(line: SpeechLine, hit: SpeechHit, other: SpeechHit) -> int:
    """Return where the main clause reports behind an opening one, else 0: "when Orr left, he said"."""
    source = other.source
    if (
        source is None
        or hit.source is None
        or line.at(source.head) not in PRONOUNS
        or line.quoted[source.first]
    ):
        return 0
    told = (
        hit.content[0] < source.first - 1 < hit.content[1] and other.content[0] >= other.cue[1] > source.first
    )
    opening = line.at(0) in PREPOSITIONS and line.at(source.first - 1) == ","
    goes_on = line.at(other.cue[1]) not in ("", ".", ",")
    return source.first - 1 if told and opening and goes_on else 0


def told_already(hit: SpeechHit, other: SpeechHit) -> bool:
    """Return whether an earlier cue has the same content, or the same source a longer one around it."""
    (first, stop), (begin, end) = hit.content, other.content
    return (first, stop) == (begin, end) or (
        begin <= first and stop <= end and hit.source is not None and hit.source == other.source
    )
