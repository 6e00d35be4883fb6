"""What a report says on its first page of texts that are not in English."""

from __future__ import annotations

from compare.model import Comparison
from compare.render.parts.wording import NO_CONFLICT, listed

LANGUAGES = "languages"
"""The code of the note that the texts are in several languages."""


def scope(comparison: Comparison) -> tuple[str, ...]:
    """Return the lines: in which languages the texts are where they differ, and what was not looked for."""
    lines = [note.text for note in comparison.notes if note.code == LANGUAGES]
    if comparison.not_looked_for:
        lines.append(f"not looked for, as the rules for it are English: {listed(comparison.not_looked_for)}")
    return tuple(f"{line[0].upper()}{line[1:]}." for line in lines)


def unsought(comparison: Comparison) -> bool:
    """Return whether no two texts were searched for differences and contrasts: both must be English."""
    english = sum(article.language == "en" for article in comparison.articles)
    return bool(comparison.not_looked_for) and english < 2


def unattributed(comparison: Comparison) -> bool:
    """Return whether no text was searched for who says what."""
    return bool(comparison.not_looked_for) and all(a.language != "en" for a in comparison.articles)


def no_conflict(comparison: Comparison) -> str:
    """Return the sentence for linked passages without a conflict."""
    if unsought(comparison):
        return "Conflicts of figures, dates and names were not looked for: the first page says why."
    return NO_CONFLICT
