"""What an editor may do about a remark: a question or a plain instruction, never which text is right."""

from __future__ import annotations

from compare.check import severities as names
from compare.check.remark import Remark
from compare.check.severities import Severity
from compare.model import CueMark, DiscrepancyState, DiscrepancyType
from compare.render.parts.wording import CUES, DIFFERENCES, STATES

_CONFLICTS = {
    DiscrepancyType.NUMBER: "Check the figure and its time at the source. Which count does the draft give?",
    DiscrepancyType.DATE: "Check the day at the source.",
    DiscrepancyType.NAME: "Check the name at the source.",
    DiscrepancyType.NEGATION: "Check whether it was so; one text says that it was not.",
    DiscrepancyType.DEGREE: "Check how far it goes: all, most or some?",
    DiscrepancyType.LEGAL_STATUS: "Check the status with the court or the authority.",
    DiscrepancyType.QUOTATION: "Check the words against the recording or the transcript.",
    DiscrepancyType.ACTOR: "Check who did it.",
    DiscrepancyType.SOURCE: "Check who says so.",
}
_STATUS = "Check the status: suspected, accused, charged or convicted? Does the wording keep to it?"
_NOTED = {
    DiscrepancyState.PRECISION: "Is the degree of precision meant?",
    DiscrepancyState.ONE_ONLY: "Add it, or leave it out?",
    DiscrepancyState.WORDING: "Does the draft’s wording say what is meant?",
}
_ACTIONS = {
    names.SUPERLATIVE: "Who says so? Name the source, or the measure: place and period.",
    names.UNNAMED_SOURCE: "Who, and how many? Name them, or say why they are not named.",
    names.NO_SOURCE: "Who says so? Name the source.",
    names.CLOSE_WORDING: "Check for a common source.",
    names.SHARED_RUN: "Check for a common source.",
    names.TENSION: "Do both hold? Check one against the other.",
    names.FRAMING: "Is this wording meant?",
    names.PLACEMENT: "Is its place in the draft meant?",
    names.TENSE: "Has it happened by now? Check the day.",
    names.LONG_SENTENCE: "Could it be two sentences?",
    names.MISSING: "Check it. Add, or leave out?",
    names.ONLY: "What does it rest on?",
}
_UNSOURCED = "Who says so? The other text names a source; name one here?"
_DATE = "Give the day, or the draft its date."
_DAY = "Give the day."
_KINDS = {
    names.SUPERLATIVE: "superlative, no source",
    names.UNNAMED_SOURCE: "unnamed plural",
    names.NO_SOURCE: "nobody named",
    names.CLOSE_WORDING: "close wording",
    names.SHARED_RUN: "close wording",
    names.TENSION: "within the draft",
    names.FRAMING: "two wordings",
    names.PLACEMENT: "place in the text",
    names.UNDATED_TIME: "time without a day",
    names.TENSE: "tense and date",
    names.LONG_SENTENCE: "long sentence",
    names.MISSING: "not in the draft",
    names.ONLY: "only in the draft",
}


def kind(remark: Remark) -> str:
    """Return what a remark is about in the words of the reports."""
    if remark.kind in names.DISCREPANCY_KINDS and remark.state:
        return f"{DIFFERENCES[DiscrepancyType(remark.kind)]}, {STATES[DiscrepancyState(remark.state)]}"
    if remark.kind in names.CUE_KINDS:
        return CUES[CueMark(remark.kind)]
    return _KINDS[remark.kind]


def action(remark: Remark) -> str:
    """Return what the memo suggests; wordings to consider stand behind it."""
    if remark.alternatives:
        return f"{_plain(remark)} Or consider: {', '.join(remark.alternatives)}."
    return _plain(remark)


def _plain(remark: Remark) -> str:
    if remark.kind in names.DISCREPANCY_KINDS and remark.state:
        found = DiscrepancyType(remark.kind)
        if remark.severity is Severity.ERROR:
            return _CONFLICTS[found]
        if found is DiscrepancyType.LEGAL_STATUS:
            return _STATUS
        if found is DiscrepancyType.SOURCE:
            return _UNSOURCED
        if remark.severity is Severity.WARNING:
            return _CONFLICTS[found]
        return _NOTED.get(DiscrepancyState(remark.state), "")
    if remark.kind == names.UNDATED_TIME:
        return _DATE if "date" in remark.why else _DAY
    return _ACTIONS.get(remark.kind, "Is this wording meant?")
