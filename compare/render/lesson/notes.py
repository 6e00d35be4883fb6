"""What the key says beside the answers: content, time, marking, what to check, a reviewer's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Comparison
from compare.render.layout import Level
from compare.render.lesson.tasks import Desk, Task, plain
from compare.render.parts.overview import scope
from compare.render.parts.wording import listed
from compare.vocabulary import sensitive

STANDARDS = "Common Core RI.8.9, RH.9-10.6, RH.9-10.9"
_AGES = {Level.SUPPORT: "11 and older", Level.CORE: "13 and older", Level.CHALLENGE: "15 and older"}
_LEVELS = {
    Level.SUPPORT: "support: word banks and sentence starters",
    Level.CORE: "core",
    Level.CHALLENGE: "challenge: no hints, quotations to be found",
}
# Minutes a writing task takes, by its points.
_MINUTES_A_POINT, _LEAST_MINUTES = 0.9, 3
READING = 8
_NUMBERED = re.compile(r"\(Differ \d+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A task as the table of points shows it."""

    title: str
    minutes: int
    points: int
    marking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The last page of the key."""

    level: str
    ages: str
    reading: int
    minutes: int
    points: int
    standards: str
    marked: tuple[Marked, ...]
    checks: tuple[str, ...]
    content: str
    """What a teacher wants to know before a class reads the extracts."""
    comments: tuple[tuple[str, str], ...]
    numbered: bool
    """An answer names a finding by its number in brackets."""


def notes(comparison: Comparison, desk: Desk, tasks: Sequence[Task], *, glossed: bool, drawn: str) -> Notes:
    """Return the teacher's page; `glossed` says that words are explained, `drawn` what fonts cannot draw."""
    marked = tuple(
        Marked(title=task.title, minutes=_minutes(task), points=task.points, marking=task.marking)
        for task in tasks
    )
    return Notes(
        level=_LEVELS[desk.level],
        ages=_AGES[desk.level],
        reading=READING,
        minutes=READING + sum(each.minutes for each in marked),
        points=sum(task.points for task in tasks),
        standards=STANDARDS,
        marked=marked,
        checks=tuple(_checks(comparison, glossed=glossed, drawn=drawn)),
        content=_content(desk),
        comments=tuple(
            (finding.number, " ".join(finding.review.comment.split()))
            for finding in comparison.findings
            if finding.review and finding.review.comment
        ),
        numbered=any(
            _NUMBERED.search(plain(cell.answer)) for task in tasks for row in task.rows for cell in row.cells
        ),
    )


def _checks(comparison: Comparison, *, glossed: bool, drawn: str) -> list[str]:
    found = [
        "Findings are made by rules, without knowledge of the world: read both full texts first. Only sure "
        "findings are asked for; where there were none, a task works on headlines and first sentences.",
        "Other answers are acceptable if they are quoted exactly and carry a sentence number.",
    ]
    if glossed:
        found.append("Meanings of words are general (WordNet, or ours): check that each fits its sentence.")
    if len(comparison.articles) > 2:
        found.append(
            f"The comparison has {len(comparison.articles)} texts; the handout uses the first two of them."
        )
    found.append(
        "The extracts are sentences of the articles, unchanged: whether you may copy them for a class "
        "depends on the law where you teach."
    )
    found += scope(comparison)
    found += [note.text for note in comparison.notes if note.code == "review"]
    return [*found, drawn] if drawn else found


def _content(desk: Desk) -> str:
    """Return the hard subjects that the extracts and headlines speak of, in words."""
    texts = desk.found.texts
    read = [texts[side].text[s.start : s.end] for side, n in desk.taken for s in (texts[side].sentences[n],)]
    found = sensitive([*read, *(text.title or "" for text in texts)])
    if not found:
        return "No word of death, violence, racism or sexual violence was found; read the extracts first."
    return f"The extracts speak of {listed(found)}. Read them first, and say so to the class before it reads."


def _minutes(task: Task) -> int:
    return max(_LEAST_MINUTES, round(task.points * _MINUTES_A_POINT))
