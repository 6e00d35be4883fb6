"""Whether a stop of a script without capitals ends a sentence: 。 ？ । ؟ and their like."""

from __future__ import annotations

import re

# After these marks a stop of another script is inside of its sentence.
_GOES_ON = frozenset("、，,;；:：.…—–・")
_SPEAKS = re.compile(
    r"(?:と|って|など|との|という|に|を|は|が|も|の)|[^。！？，、\s]{0,12}(?:说|表示|称|道|指出|写道|问|說|稱|問|強調|强调)[。，,！]"
)
# How far past a mark the words of a speaker are looked for.
_AHEAD = 120


def wide_mark_ends(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a stop of another script ends the sentence: not where the mark is inside of it."""
    at = mark.end()
    if at >= end:
        return False
    if text[at] in _GOES_ON or (text[at].isdigit() and text[mark.start() - 1 : mark.start()].isdigit()):
        return False
    # "「…。」と述べた", "“…。”他说。": the words around the quotation are one sentence with it.
    return mark["wide"][-1] not in "”」』’" or not _SPEAKS.match(text, at, min(end, at + _AHEAD))
