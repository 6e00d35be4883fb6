"""A row of the memo, and how much of three pages rows take: an estimate from the lengths of their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.kinds import Severity
from compare.render.memo.sayings import Saying
from compare.render.report.room import lines

# Millimetres of three Letter pages between their margins, less what the head and the sign-off take and what
# stays empty above two page breaks, where a row did not fit.
ROOM = 660.0
_HEAD, _PADDING, _TICKS = 13.0, 3.0, 12.0
_QUOTED, _SMALL, _ACTION = (55.0, 4.3), (88.0, 3.5), (25.0, 4.0)
"""Characters of a line and its height, of quotations, of what was found, and of what is suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One remark, as an editor signs it off."""

    id: str
    number: str
    severity: Severity
    place: str
    paragraph: int | None
    quoted: tuple[Saying, ...]
    kind: str
    """Empty where the section's title says it."""
    why: str
    action: str
    comment: str
    """A reviewer's, in the comparison's JSON."""
    accepted: bool
    """A reviewer has accepted the finding."""

    @property
    def placed(self) -> bool:
        """Return whether quotations must say where they stand: the draft's one place has a column."""
        return len(self.quoted) > 1 or any(
            len(said.places) > 1 or said.places[0][2] != self.place for said in self.quoted
        )


def height(rows: Sequence[Row]) -> float:
    """Return the millimetres that a section with these rows takes, its heading included."""
    return (
        _HEAD + sum(_PADDING + max(_TICKS, _text(row), _column(row.action, _ACTION)) for row in rows)
        if rows
        else 0
    )


def _text(row: Row) -> float:
    quoted = sum(_column(each.excerpt.text + 8 * "x", _QUOTED) for each in row.quoted if not each.beside)
    return (
        quoted
        + _column(f"{row.kind} {row.why}", _SMALL)
        + (_column(row.comment, _SMALL) if row.comment else 0)
    )


def _column(words: str, line: tuple[float, float]) -> float:
    letters, high = line
    return high * lines(len(words), letters)
