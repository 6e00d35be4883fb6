"""What the key says beside the answers: time, marking, what to check, further answers, a reviewer's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Comparison
from compare.render.layout import Level
from compare.render.lesson.tasks import Desk, Runs, Task, cited, words
from compare.render.parts.overview import scope

MOST_MORE = 8
STANDARDS = "Common Core RI.8.9, RH.9-10.6, RH.9-10.9"
_AGES = {Level.SUPPORT: "11 and older", Level.CORE: "13 and older", Level.CHALLENGE: "15 and older"}
_LEVELS = {
    Level.SUPPORT: "support: word banks and sentence starters",
    Level.CORE: "core",
    Level.CHALLENGE: "challenge: no hints, quotations to be found",
}
# Minutes for the tasks in their order, of the 40 that remain of a lesson after handing out.
_MINUTES = (4, 4, 6, 5, 5, 4, 4)
READING = 8


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
    more: tuple[tuple[str, tuple[Runs, ...]], ...]
    comments: tuple[tuple[str, str], ...]


def notes(comparison: Comparison, desk: Desk, tasks: Sequence[Task], *, glossed: bool, drawn: str) -> Notes:
    """Return the teacher's page; `glossed` says that words are explained, `drawn` what fonts cannot draw."""
    marked = tuple(
        Marked(title=task.title, minutes=minutes, points=task.points, marking=task.marking)
        for task, minutes in zip(tasks, _MINUTES, strict=True)
    )
    return Notes(
        level=_LEVELS[desk.level],
        ages=_AGES[desk.level],
        reading=READING,
        minutes=READING + sum(_MINUTES),
        points=sum(task.points for task in tasks),
        standards=STANDARDS,
        marked=marked,
        checks=tuple(_checks(comparison, glossed=glossed, drawn=drawn)),
        more=_more(desk),
        comments=tuple(
            (finding.number, " ".join(finding.review.comment.split()))
            for finding in comparison.findings
            if finding.review and finding.review.comment
        ),
    )


def _checks(comparison: Comparison, *, glossed: bool, drawn: str) -> list[str]:
    found = [
        "Findings are made by rules, without knowledge of the world: read both full texts first. Answers "
        "marked “check” rest on less sure findings: look at the sentences before you use them.",
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


def _more(desk: Desk) -> tuple[tuple[str, tuple[Runs, ...]], ...]:
    """Return further findings in the printed sentences, for answers that the pages have no room for."""
    found = desk.found
    facts = [fact for fact in found.facts if desk.printed(fact)]
    named = [each for each in (*found.named, *found.unnamed) if desk.printed(each)]
    rows = [
        (
            "Same fact",
            tuple(words(f"{' and '.join(fact.sentences)} ({fact.number})") for fact in facts[:MOST_MORE]),
        )
    ]
    for text, claims in zip(found.texts, found.claims, strict=True):
        printed = [claim for claim in claims if desk.printed(claim)][:MOST_MORE]
        rows.append(
            (
                f"Only in {text.label}",
                tuple(cited(found, c.spans[0], c.sentences[0], limit=70) for c in printed),
            )
        )
    rows.append(
        (
            "Who says so",
            tuple(
                (
                    *words(f"{' '.join(each.name.split())[:40]}:"),
                    *cited(found, each.spans[0], each.sentences[0], limit=50),
                )
                for each in named[:MOST_MORE]
            ),
        )
    )
    return tuple(row for row in rows if row[1])
