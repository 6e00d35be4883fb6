"""The tasks on disagreement, in fact, in precision or in interpretation, and on word choice."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Discrepancy, DiscrepancyState, DiscrepancyType, Extent, FramingPair, Span
from compare.render.layout import Level
from compare.render.lesson.agreement import lead
from compare.render.lesson.tasks import (
    HOW,
    READ,
    WRITE,
    Column,
    Desk,
    Runs,
    Task,
    TaskCell,
    both,
    in_order,
    quoted,
    reference,
    words,
)
from compare.render.parts.references import spelled

MOST = 2
# Characters of four lines of a third of the page.
_PLACE = 125

KINDS = ("impossible together", "one more exact", "same fact, other words", "about different things")
_KIND = {DiscrepancyState.CONFLICT: KINDS[0], DiscrepancyState.PRECISION: KINDS[1]}


def sure(found: Sequence[Discrepancy | FramingPair]) -> tuple[Discrepancy, ...]:
    """Return the differences of which a key can say what they are: conflicts, and closer looks."""
    kinds = (DiscrepancyState.CONFLICT, DiscrepancyState.PRECISION)
    # Two spellings of a name may be one: no key can say which.
    return tuple(
        each
        for each in found
        if isinstance(each, Discrepancy) and each.state in kinds and each.type is not DiscrepancyType.NAME
    )


def disagree(desk: Desk, found: Sequence[Discrepancy]) -> Task:
    """Return the task to say in what two places differ."""
    hidden = desk.level is Level.CHALLENGE
    columns = (
        Column(head="Two places" if hidden else "A and B", share=READ),
        Column(head="They are … How do you know?", share=WRITE),
    )
    rows = []
    for each in found:
        kind = _KIND[each.state]
        spans, names = in_order(desk, each)
        places = both([_said(desk, each, span, names[side]) for side, span in enumerate(spans)])
        rows.append(
            desk.row(
                columns,
                TaskCell(rules=desk.rules(3), starter="Words, sentences:", answer=places)
                if hidden
                else TaskCell(said=places),
                TaskCell(
                    ticks=tuple((name, name == kind) for name in KINDS),
                    rules=desk.rules(2),
                    answer=_evidence(desk, each),
                ),
            )
        )
    return Task(
        title="Do they disagree?",
        ask="Find two places that tell of one thing and differ. Say how."
        if hidden
        else "Both places tell of one thing. Can both be true?",
        example="“Nine were hurt” and “at least nine were hurt”: one is more exact, both can be true.",
        help="Begin: A says …, but B says …  ·  Both can be true, because …"
        if desk.level is Level.SUPPORT
        else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the kind, 1 for the words that show it. Accept another kind if the words show it.",
    )


def _said(desk: Desk, finding: Discrepancy, span: Span, name: str) -> Runs:
    """Return one side's place: its passage from its start, or from as near as shows the words that differ."""
    article = desk.found.article(span.article)
    value = next((each for each in finding.spans if each.article == span.article), span)
    start, end = span.start, max(span.end, value.end)
    before: Runs = ()
    if value.end - start > _PLACE:
        # A word begins after a space; 40 characters before the words say what they are about.
        at = article.text.find(" ", max(start, value.start - 40), value.start)
        start, before = (at + 1 if at >= 0 else value.start), words("… ")
    extent = Extent(start=start, end=end)
    limit = max(_PLACE, min(value.end - start, 2 * _PLACE))
    return (*before, *quoted(article, extent, limit=limit), *reference(desk.found, name))


def _evidence(desk: Desk, finding: Discrepancy) -> Runs:
    runs: Runs = ()
    for span in finding.spans:
        runs = (
            *runs,
            *(words(" / ") if runs else ()),
            *quoted(desk.found.article(span.article), span, limit=38),
        )
    return (*runs, *words(f" ({spelled(finding.number)})"))


# ------------------------------------------------------------------------------------------------ wordchoice
# The task on word choice: one thing in two wordings, and what each makes a reader think.

WORDINGS, LEAST = 3, 2
# Whether there are sure wordings of one thing, and whether the two beginnings stand below them.
_CHOICE = {
    (True, False): "Here one thing is put into two sets of words.",
    (True, True): "Here one thing is put into two sets of words; below it each text begins.",
    (False, True): "The two texts begin in different words.",
}
_WORDING = 96


def word_choice(desk: Desk, chosen: Sequence[FramingPair], *, rules: int) -> Task:
    """Return the task on one thing in two wordings; without two sure ones, on how the two texts begin."""
    columns = (
        Column(head="A and B", share=READ),
        Column(head="What each makes a reader think; words that both could use", share=WRITE),
    )
    hidden = desk.level is Level.CHALLENGE
    rows = []
    if chosen:
        for each in chosen:
            places = both([_side(desk, each, text.label) for text in desk.found.texts])
            names = " and ".join(dict.fromkeys(each.sentences))
            rows.append(
                desk.row(
                    columns,
                    TaskCell(said=words(names)) if hidden else TaskCell(said=places),
                    TaskCell(
                        rules=desk.rules(rules),
                        answer=both((places, words("open"))) if hidden else words("open: see the marking"),
                    ),
                )
            )
    if len(chosen) < LEAST:
        places = both([lead(desk, side) for side in (0, 1)])
        rows.append(
            desk.row(
                columns,
                TaskCell(said=places),
                TaskCell(rules=desk.rules(rules + 1), answer=words("open: see the marking")),
            )
        )
    return Task(
        title="Which words?",
        ask="These sentences word one thing in two ways. Find and copy the words, then say what each "
        "makes a reader "
        f"think. {HOW}"
        if hidden and chosen
        else f"{_CHOICE[bool(chosen), len(chosen) < LEAST]} Say what each makes a reader think, and find "
        "words that both writers could use.",
        example="“slammed the plan” sounds angry, “criticised the plan” calm. Both could write: “was "
        "against the plan”.",
        help="Begin: The word … adds the idea that …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for what a wording adds, 1 for words that tell the same without it. There is more "
        "than one good "
        "answer; a strong word may be the exact one.",
    )


def _side(desk: Desk, each: FramingPair, label: str) -> Runs:
    found = [(s, name) for s, name in zip(each.spans, each.sentences, strict=False) if s.article == label]
    told: Runs = ()
    for span, _ in found:
        told = (
            *told,
            *(words(" … ") if told else ()),
            *quoted(desk.found.article(label), span, limit=_WORDING),
        )
    return (*told, *reference(desk.found, found[0][1])) if found else ()
