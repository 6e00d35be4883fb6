"""What an editor may do about a remark: a question or a plain instruction, never which text is right."""

from __future__ import annotations

from compare.check.remark import Remark
from compare.kinds import (
    ASK_OF_A_CUE,
    CONCERNS,
    CUES,
    DIFFERENCES,
    GIVE_THE_DATE,
    QUESTIONS,
    STATES,
    Concern,
    Severity,
)


def kind(remark: Remark) -> str:
    """Return what a remark is about in the words of the reports."""
    if remark.kind in DIFFERENCES and remark.state:
        return f"{DIFFERENCES[remark.kind].words}, {STATES[remark.state]}"
    return CUES[remark.kind] if remark.kind in CUES else CONCERNS[remark.kind].words


def action(remark: Remark) -> str:
    """Return what the memo suggests; wordings to consider stand behind it."""
    if remark.alternatives:
        return f"{_plain(remark)} Or consider: {', '.join(remark.alternatives)}."
    return _plain(remark)


def _plain(remark: Remark) -> str:
    if remark.kind in DIFFERENCES and remark.state:
        found = DIFFERENCES[remark.kind]
        if remark.severity is Severity.ERROR:
            return found.conflict
        if found.otherwise or remark.severity is Severity.NOTE:
            return found.otherwise or QUESTIONS.get(remark.state, "")
        return found.conflict
    if remark.kind in CUES:
        return ASK_OF_A_CUE
    if remark.kind == Concern.UNDATED_TIME and "date" in remark.why:
        return GIVE_THE_DATE
    return CONCERNS[remark.kind].advice
