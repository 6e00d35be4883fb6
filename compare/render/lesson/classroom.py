"""Comparison -> Lesson -> a student's handout and the teacher's key, from one template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.model import Comparison, Discrepancy, Finding, FramingCue, FramingPair, Relation, SharedFact
from compare.render.layout import Layout, Level
from compare.render.lesson import agreement, beyond, disagreement
from compare.render.lesson.copyfit import SAFETY, Face, Sheet, lines, sheet
from compare.render.lesson.extracts import Extract, Wish, chosen, extracts, filling, rewarding, tallest
from compare.render.lesson.material import Material, material
from compare.render.lesson.notes import Notes, notes
from compare.render.lesson.tasks import Desk, Task
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import printed
from compare.render.pages.templates import paged
from compare.vocabulary import Term, vocabulary


def handout_and_key(comparison: Comparison, layout: Layout) -> tuple[bytes, bytes]:
    """Return both PDFs; the key has the handout's pages with answers where students write, and one of notes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    lesson = plan(comparison, layout)
    pages, key = (html(lesson, layout, audience) for audience in ("class", "teacher"))
    return printed(pages, layout), printed(key, layout)


def html(lesson: Lesson, layout: Layout, audience: str) -> str:
    """Return the HTML of the handout, or for the audience `teacher` of the key.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    return paged("handout.html.j2", layout, sheets=("handout.css",), lesson=lesson, key=audience == "teacher")


# ------------------------------------------------------------------------------------------------------ plan
# Comparison -> Lesson: a handout and its key, planned so that a plain one has two pages.

# Millimetres: the head with its rule, the forewarning and the space under it, the heading of the words.
HEAD, FOREWARNING, WORDS, MOST_OF_WORDS = 20.5, 12.5, 7.5, 17.0
MOST_WORDS = 6
# What words and the first two tasks may take at first; then the extracts get what is left of it.
FIRST_TASKS = 125.0
LEAST_RULES = 2
# Rows of the tasks on the second page (differences, wordings, speakers, checks): the first line that fits.
ROWS = (
    (2, 3, 4, 3), (2, 3, 4, 2), (2, 3, 3, 2), (2, 2, 3, 2), (1, 2, 3, 2), (1, 2, 2, 2), (1, 2, 2, 1),
    (1, 1, 2, 1), (1, 1, 1, 1),
)  # fmt: skip
# In large print texts take the room that they need; so many millimetres make about as many sentences.
LARGE_EXTRACT = 330.0
TITLE = "One event, two texts"
_LONGEST_TITLE = 68


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Everything that the handout's template prints; the answers are for the key alone."""

    title: str
    extracts: tuple[Extract, ...]
    terms: tuple[tuple[Term, ...], ...]
    """Rows of the list of words."""
    pages: tuple[tuple[Task, ...], ...]
    notes: Notes
    sheet: Sheet


def plan(comparison: Comparison, layout: Layout, *, own_fonts: bool = True) -> Lesson:
    """Return the lesson on the first two texts of a comparison.

    Without fonts of ours the key does not say what these cannot draw.
    """
    paper = sheet(layout)
    found = material(comparison)
    desk = _filled(found, paper, layout.level)
    terms = _terms(desk)
    first, second = _tasks(desk)
    return Lesson(
        title=_title(comparison),
        extracts=extracts(found, desk.taken),
        terms=terms,
        pages=(first, second),
        notes=notes(
            comparison,
            desk,
            (*first, *second),
            glossed=bool(terms),
            drawn=remark(undrawable(comparison)).replace("This report", "This handout") if own_fonts else "",
        ),
        sheet=paper,
    )


def _filled(found: Material, paper: Sheet, level: Level) -> Desk:
    """Return the desk with the sentences that fill the first page."""

    def desk(height: float) -> Desk:
        wishes = (*_wishes(found), *filling(found))
        return Desk(found=found, taken=chosen(found, paper, wishes, height=height), sheet=paper, level=level)

    height = LARGE_EXTRACT if paper.large else _room(paper) - FIRST_TASKS
    best = desk(height)
    free = 0.0 if paper.large else _room(paper) - _first_page(best, LEAST_RULES)
    # More sentences make more rows of tasks: the most that fits is found by trying, from the top.
    for eighths in range(8, 0, -1):
        tried = desk(height + free * eighths / 8)
        if free > 1 and _first_page(tried, LEAST_RULES) <= _room(paper):
            return tried
    return best


def _room(paper: Sheet) -> float:
    """Return what the first page has for extracts, words and tasks."""
    return paper.height - SAFETY - HEAD - FOREWARNING


def _first_page(desk: Desk, rules: int) -> float:
    words = WORDS + sum(_term_height(desk.sheet, row) for row in _terms(desk)) if _terms(desk) else WORDS + 8
    tasks = sum(task.height(desk.sheet) for task in _first(desk, rules))
    return tallest(desk.found, desk.sheet, desk.taken) + words + tasks


def _title(comparison: Comparison) -> str:
    title = " ".join((comparison.settings.title or TITLE).split()) or TITLE
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _wishes(found: Material) -> tuple[Wish, ...]:
    """Return what the tasks would like to stand in the extracts, a little of each before more of one."""

    def wish(findings: Sequence[Finding], number: int) -> Wish:
        return Wish(groups=tuple(found.places(each) for each in findings), number=number)

    def rich(findings: Sequence[Finding], number: int) -> Wish:
        return Wish(groups=rewarding(found, wish(findings, number).groups), number=number)

    # Where differences or wordings lack, their tasks work on facts, which the first task then may not show.
    facts = agreement.SAME + (not found.differences) + (len(found.wordings) < disagreement.LEAST)
    return (
        wish(found.differences, 1),
        rich(found.wordings, 1),
        wish(found.facts, 1),
        *(rich(each, 1) for each in (found.unnamed, found.named)),
        *(wish(each, 1) for each in found.claims),
        rich(found.wordings, 2),
        wish(found.facts, 2),
        wish(found.differences, disagreement.MOST),
        rich(found.nobody, 1),
        rich(found.wordings, disagreement.WORDINGS),
        wish(found.facts, facts),
        wish(found.named, 2),
        *(wish(each, 2) for each in found.claims),
        wish(found.facts, facts + 2),
    )


def _tasks(desk: Desk) -> tuple[tuple[Task, ...], tuple[Task, ...]]:
    """Return the tasks of both pages; what a page has left goes to longer answers."""
    paper = desk.sheet
    rules = LEAST_RULES
    if not paper.large:
        rules = next((n for n in (6, 5, 4, 3) if _first_page(desk, n) <= _room(paper)), LEAST_RULES)
    first = _first(desk, rules)
    second: tuple[Task, ...] = ()
    ticket = beyond.exit_ticket(desk, rules=desk.rules(3))
    left = 0.0
    for rows in ROWS:
        second = _second(desk, rows)
        left = paper.height - SAFETY - sum(task.height(paper) for task in (*second, ticket))
        if paper.large or left >= 0:
            break
    extra = 0 if paper.large else max(0, min(4, int(left / paper.pitch)))
    return first, (*second, beyond.exit_ticket(desk, rules=desk.rules(3) + extra))


def _first(desk: Desk, rules: int) -> tuple[Task, ...]:
    return agreement.same_fact(desk, _facts(desk)[0]), agreement.only_in(desk, rules=rules)


def _second(desk: Desk, rows: tuple[int, int, int, int]) -> tuple[Task, ...]:
    """Return the tasks of the second page with at most so many rows, the exit ticket left out."""
    different, wordings, speakers, checks = rows
    differences, worded = _differing(desk)
    _, beside, instead = _facts(desk)
    page = beyond.leave_the_page(desk, differences)
    kept = page.rows[:checks]
    return (
        disagreement.disagree(desk, differences[:different], instead=instead),
        disagreement.word_choice(desk, worded[:wordings], instead=beside),
        beyond.who_says_so(desk, beyond.speakers(desk)[:speakers]),
        replace(page, rows=kept, points=2 * len(kept)),
    )


def _differing(
    desk: Desk,
) -> tuple[tuple[Discrepancy | FramingPair, ...], tuple[FramingPair | FramingCue, ...]]:
    differences = tuple(each for each in desk.found.differences if desk.printed(each))[: disagreement.MOST]
    return differences, disagreement.wordings(desk, differences)


def _facts(desk: Desk) -> tuple[tuple[SharedFact, ...], tuple[SharedFact, ...], tuple[SharedFact, ...]]:
    """Return the facts to find, one to word anew if wordings lack, and one to check if differences lack.

    A pair that another task prints would give its answer away.
    """
    differences, worded = _differing(desk)
    shown = {frozenset(each.sentences) for each in (*differences, *worded)}
    printed = [fact for fact in desk.found.facts if desk.printed(fact)]
    printed.sort(key=lambda fact: frozenset(fact.sentences) in shown)
    fresh = [fact for fact in printed if frozenset(fact.sentences) not in shown]
    reworded = [fact for fact in fresh if fact.relation is Relation.REWORDED]
    beside = [] if len(worded) >= disagreement.LEAST else reworded[-1:]
    kept: list[SharedFact] = []
    for fact in printed:
        used = {name for old in kept for name in old.sentences}
        if len(kept) < agreement.SAME and not used & set(fact.sentences) and fact not in beside:
            kept.append(fact)
    rest = [fact for fact in fresh if fact not in kept and fact not in beside]
    if not rest and len(kept) == agreement.SAME and not differences:
        rest = [kept.pop()]
    instead = () if differences else (*rest, *kept[-1:])[:1]
    return tuple(kept or beside), tuple(beside), tuple(instead)


def _terms(desk: Desk) -> tuple[tuple[Term, ...], ...]:
    """Return the words that fit, in the order of the texts, two a row (one in large print)."""
    passages = [
        (text, [text.sentences[n] for side, n in sorted(desk.taken) if side == at])
        for at, text in enumerate(desk.found.texts)
    ]
    ranked = vocabulary(passages)
    order = {s.id: (at, n) for at, text in enumerate(desk.found.texts) for n, s in enumerate(text.sentences)}
    abreast = 1 if desk.sheet.large else 2
    for number in range(MOST_WORDS, 0, -1):
        terms = sorted(ranked[:number], key=lambda term: (*order[term.sentence], term.word))
        half = -(-len(terms) // abreast)
        rows = [tuple(terms[at::half]) for at in range(half)]
        if desk.sheet.large or sum(_term_height(desk.sheet, row) for row in rows) <= MOST_OF_WORDS:
            return tuple(rows)
    return ()


def _term_height(paper: Sheet, row: tuple[Term, ...]) -> float:
    width = paper.width / 2 - 4
    return max(
        lines(f"{t.word} ({t.sentence}) {t.meaning}", width=width, size=8.6, face=Face.BOLD) * 3.9
        for t in row
    )
