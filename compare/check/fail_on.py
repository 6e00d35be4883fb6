"""What `check --fail-on` may name: a severity, and kinds and states of remarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.kinds import NAMES, SEVERITIES, Severity

NEVER = "never"


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
        heavy = self.severity is not None and SEVERITIES.index(severity) <= SEVERITIES.index(self.severity)
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
    unknown = [name for name in names if name not in {*SEVERITIES, *NAMES, NEVER}]
    if unknown:
        raise ValueError(f"there is no {unknown[0]!r}; there are {', '.join((*SEVERITIES, NEVER, *NAMES))}")
    severities = [severity for severity in SEVERITIES if severity in names]
    return Threshold(
        severity=severities[-1] if severities else None,
        kinds=frozenset(name for name in names if name in NAMES),
    )
