"""Comparison -> Lesson -> a student's handout and the teacher's key, from one template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from compare.model import Attribution, Claim, Comparison, Discrepancy, Finding
from compare.quote import shorter
from compare.render.layout import Layout, Level
from compare.render.lesson import agreement, beyond, disagreement, sure
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
    """Return both PDFs; the key has a page of answers, and one of cautions for the teacher.

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
    return paged(
        "handout.html.j2",
        layout,
        sheets=("handout.css",),
        lesson=lesson,
        key=audience == "teacher",
        shorter=shorter,
    )


# ------------------------------------------------------------------------------------------------------ plan
# Comparison -> Lesson: a page of texts and three of tasks, each planned so that its page holds it.

# Millimetres: the head with its rule, the forewarning and the space under it, the heading of the words.
HEAD, FOREWARNING, WORDS, MOST_OF_WORDS = 20.5, 13.5, 7.5, 22.0
MOST_WORDS = 6
LEAST_RULES = 2
# Items of a task, and writing lines for each: the first line of a page's table that fits is taken.
_FIRST = ((3, 3), (3, 2), (2, 3), (2, 2))
_SECOND = ((3, 4, 6), (3, 4, 5), (3, 4, 4), (3, 4, 3), (3, 4, 2), (2, 3, 3), (2, 3, 2), (2, 2, 2), (1, 2, 2))
_THIRD = ((4, 3, 5), (4, 3, 4), (4, 3, 3), (4, 3, 2), (4, 2, 2), (3, 2, 2), (2, 2, 2), (2, 1, 2))
# Both on one page, where the second is no fuller than this with all the lines it may have.
_THIN = 0.62
_ON_ONE_PAGE = (
    (3, 4, 4, 4, 2, 3),
    (3, 4, 4, 4, 2, 2),
    (3, 4, 3, 4, 2, 2),
    (3, 4, 2, 4, 2, 2),
    (3, 4, 2, 3, 2, 2),
)
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
    pages = tuple(_pages(desk))
    return Lesson(
        title=_title(comparison),
        extracts=extracts(found, desk.taken),
        terms=terms,
        pages=pages,
        notes=notes(
            comparison,
            desk,
            [task for page in pages for task in page],
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

    if paper.large:
        return desk(LARGE_EXTRACT)
    # Words of new sentences take room from the extracts: the most that fits is found by trying, from the top.
    for twentieths in range(20, 8, -1):
        tried = desk(_room(paper) * twentieths / 20)
        if _first_page(tried) <= _room(paper):
            return tried
    return desk(_room(paper) / 3)


def _room(paper: Sheet) -> float:
    """Return what the first page has for extracts, words and tasks."""
    return paper.height - SAFETY - HEAD - FOREWARNING


def _first_page(desk: Desk) -> float:
    words = WORDS + sum(_term_height(desk.sheet, row) for row in _terms(desk)) if _terms(desk) else WORDS + 8
    return tallest(desk.found, desk.sheet, desk.taken) + words


def _title(comparison: Comparison) -> str:
    title = " ".join((comparison.settings.title or TITLE).split()) or TITLE
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _wishes(found: Material) -> tuple[Wish, ...]:
    """Return what the tasks would like to stand in the extracts, a little of each before more of one."""

    def wish(findings: Sequence[Finding], number: int) -> Wish:
        return Wish(groups=tuple(found.places(each) for each in findings), number=number)

    def rich(findings: Sequence[Finding], number: int) -> Wish:
        return Wish(groups=rewarding(found, wish(findings, number).groups), number=number)

    facts = sure.apart(fact for fact in found.facts if sure.certain(found, fact))
    firsts = tuple(frozenset({(side, 0)}) for side, text in enumerate(found.texts) if text.sentences)
    return (
        # Both beginnings whole: without them no extract is understood.
        Wish(groups=firsts, number=len(firsts)),
        wish(found.differences, 1),
        rich(found.wordings, 1),
        wish(facts, agreement.LEAST),
        rich(found.named, 1),
        *(wish(each, 1) for each in found.claims),
        rich(found.wordings, 2),
        rich(found.named, 2),
        wish(found.differences, disagreement.MOST),
        *(wish(each, 2) for each in found.claims),
        rich(found.nobody, 1),
        rich(found.wordings, disagreement.WORDINGS),
        wish(facts, agreement.SAME),
        wish(found.named, 3),
    )


def _pages(desk: Desk) -> Iterator[tuple[Task, ...]]:
    """Yield the tasks of each page, as many items and lines as it holds."""
    paper = desk.sheet

    def fitting(ways: Sequence[tuple[int, ...]], made: Callable[..., tuple[Task, ...]]) -> tuple[Task, ...]:
        tasks: tuple[Task, ...] = ()
        for way in ways:
            tasks = made(*way)
            if paper.large or sum(task.height(paper) for task in tasks) <= paper.height - SAFETY:
                break
        return tasks

    yield fitting(_FIRST, partial(_on_what_is_told, desk))
    second = fitting(_SECOND, partial(_on_how_it_is_told, desk))
    full = sum(task.height(paper) for task in second) / (paper.height - SAFETY)
    if full < _THIN and not paper.large:
        # Two half-empty pages hold less than one: one contrast or two leave room for who speaks.
        one = fitting(
            _ON_ONE_PAGE,
            lambda *way: (*_on_how_it_is_told(desk, *way[:3]), *_on_who_and_where(desk, *way[3:])),
        )
        if sum(task.height(paper) for task in one) <= paper.height - SAFETY:
            yield one
            return
    yield second
    yield fitting(_THIRD, partial(_on_who_and_where, desk))


def _on_what_is_told(desk: Desk, items: int, rules: int) -> tuple[Task, ...]:
    facts = sure.facts(desk)[: min(items, agreement.SAME)]
    claims = [sure.only_here(desk, side) for side in (0, 1)]
    return (
        agreement.headlines(desk, rules=2),
        agreement.same_fact(desk, facts, rules=2),
        agreement.only_in(desk, claims, rules=rules),
    )


def _on_how_it_is_told(desk: Desk, differing: int, worded: int, rules: int) -> tuple[Task, ...]:
    differences = _differences(desk)[: min(differing, disagreement.MOST)]
    told = {name for each in differences for name in each.sentences}
    pairs = [each for each in sure.contrasts(desk) if not told & set(each.sentences)]
    choice = disagreement.word_choice(desk, pairs[: min(worded, disagreement.WORDINGS)], rules=rules)
    return (disagreement.disagree(desk, differences), choice) if differences else (choice,)


def _on_who_and_where(desk: Desk, speakers: int, checks: int, rules: int) -> tuple[Task, ...]:
    named, unnamed = sure.spoken(desk), sure.unspoken(desk)
    chosen: list[Attribution | Claim] = [*named[: speakers - min(1, len(unnamed))], *unnamed[:1]]
    labels = [text.label for text in desk.found.texts]
    chosen.sort(key=lambda each: (labels.index(each.spans[0].article), each.spans[0].start))
    return (
        beyond.who_says_so(desk, chosen, rules=1),
        beyond.leave_the_page(desk, _differences(desk), rows=checks, rules=rules),
    )


def _differences(desk: Desk) -> tuple[Discrepancy, ...]:
    return disagreement.sure([each for each in desk.found.differences if desk.printed(each)])


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
        lines(f"{t.word} ({t.sentence}) {t.meaning}", width=width, size=9.6, face=Face.BOLD) * 4.3
        for t in row
    )
