"""Numbers that name a thing and amount to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from compare.text.en import word_set
from compare.text.values.numerals import Numeral
from compare.text.values.tokens import Token
from compare.text.values.units import UNITS

# A number behind one of these is a label, no amount.
_LABELLED = word_set("values.labels.labelled")


def is_label(found: Sequence[Token], at: int, read: Numeral) -> bool:
    """Tell whether a number names a thing: "Flight 370", "F-35", "Su-27", "9/11", "4x4"."""
    token = found[at]
    before = found[at - 1] if at else None
    after = found[read.stop] if read.stop < len(found) else None
    if (after is not None and after.lower in ("past", "o'clock")) or (
        token.text == "9" and _eleven(found, at)
    ):
        return True
    if (
        before is not None
        and not token.figure
        and token.text[0].isupper()
        and before.text[0].isupper()
        and not (after is not None and after.text[0].isupper())
    ):
        # "Fantastic Four", not "Kills Two Soldiers".
        return True
    if before is not None and token.figure:
        if before.lower in _LABELLED and not before.text.islower() and not _article(found, at - 1):
            return True
        if before.lower in ("no.", "no", "number") or (token.glued and before.word):
            return True
        if token.glued and before.text in "-–/." and at >= 2 and found[at - 2].word and found[at - 1].glued:
            return True
        if before.text == "/" and token.glued and before.glued and at >= 2 and found[at - 2].figure:
            return True
        if before.text in "#@&+=~" and token.glued:
            return True
    if after is not None and after.glued and token.figure:
        if after.text in "/:" or (after.text in "-–" and _letters_after(found, read.stop)):
            return True
        if (
            after.word
            and after.lower not in UNITS
            and after.lower not in ("st", "nd", "rd", "th", "p", "c", "pc")
        ):
            return True
    return False


def _article(found: Sequence[Token], at: int) -> bool:
    # "A 36-year-old man" at the start of a sentence, not "the A 4".
    return found[at].text == "A" and (at == 0 or not found[at - 1].word)


def _eleven(found: Sequence[Token], at: int) -> bool:
    # 9/11 and 9-11 are a day.
    return [t.text for t in found[at + 1 : at + 3]] in (["-", "11"], ["/", "11"])


def _letters_after(found: Sequence[Token], at: int) -> bool:
    """Tell whether a hyphen joins a number to a code or a headline's mark: "737-A", "UPDATE 2-Talks"."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or not (after.glued and after.word):
        return False
    marked = at >= 2 and found[at - 2].text.isupper() and not _article(found, at - 2)
    return marked or (after.text.isupper() and len(after.text) <= 2)
