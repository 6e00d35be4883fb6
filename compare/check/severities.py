"""How much a remark weighs, what kinds there are, and which of them make a check fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What an editor should do about a remark: settle it, look into it, or know it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


ORDER = tuple(Severity)
"""The heaviest first."""

CONFLICT = "conflict"
NEVER = "never"
SUPERLATIVE = "superlative"
UNNAMED_SOURCE = "unnamed-source"
NO_SOURCE = "no-source"
CLOSE_WORDING = "close-wording"
TENSION = "tension"
FRAMING = "framing"
PLACEMENT = "placement"
UNDATED_TIME = "undated-time"
TENSE = "tense"
LONG_SENTENCE = "long-sentence"
MISSING = "missing"
ONLY = "only"
SHARED_RUN = "shared-run"
OWN_KINDS = (
    SUPERLATIVE,
    UNNAMED_SOURCE,
    NO_SOURCE,
    CLOSE_WORDING,
    TENSION,
    FRAMING,
    PLACEMENT,
    UNDATED_TIME,
    TENSE,
    LONG_SENTENCE,
)
ASKED_KINDS = (MISSING, ONLY, SHARED_RUN)
"""Kinds of which two texts have dozens: a check has them where `--fail-on` names them, the memo always."""
# The model's names, written out: importing the model costs more than a help page may take. A test holds them
# to the model.
DISCREPANCY_KINDS = (
    "number",
    "date",
    "name",
    "negation",
    "degree",
    "legal-status",
    "quotation",
    "actor",
    "source",
)
CUE_KINDS = (
    "metaphor",
    "loaded",
    "euphemism",
    "intensifier",
    "hedge",
    "scare-quotes",
    "agentless-passive",
)
STATES = (CONFLICT, "more-or-less-precise", "in-one-only", "worded-differently")
KINDS = (*DISCREPANCY_KINDS, *OWN_KINDS, *ASKED_KINDS, *CUE_KINDS, *STATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """Which remarks make a check fail: those of a severity or heavier, and those of some kinds or states."""

    severity: Severity | None
    kinds: frozenset[str]

    def meets(self, *, severity: Severity, names: Iterable[str | None]) -> bool:
        """Return whether a remark of this severity, with this kind and state, makes a check fail.

        >>> threshold("warning,placement").meets(severity=Severity.NOTE, names=["placement", None])
        True
        >>> threshold("warning,placement").meets(severity=Severity.NOTE, names=["framing", None])
        False
        """
        heavy = self.severity is not None and ORDER.index(severity) <= ORDER.index(self.severity)
        return heavy or not self.kinds.isdisjoint(name for name in names if name)


def threshold(text: str) -> Threshold:
    """Return the threshold that a text such as `error`, `warning,placement` or `never` names.

    Raises:
        ValueError: if it names nothing, something unknown, or `never` with anything else.
    """
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not names:
        raise ValueError("it names no severity and no kind")
    if NEVER in names and len(names) > 1:
        raise ValueError("never stands alone")
    unknown = [name for name in names if name not in {*ORDER, *KINDS, NEVER}]
    if unknown:
        raise ValueError(f"there is no {unknown[0]!r}; there are {', '.join((*ORDER, NEVER, *KINDS))}")
    severities = [severity for severity in ORDER if severity in names]
    return Threshold(
        severity=severities[-1] if severities else None,
        kinds=frozenset(name for name in names if name in KINDS),
    )
