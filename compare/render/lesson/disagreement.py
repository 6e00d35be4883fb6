"""The tasks on disagreement, in fact, in precision or in interpretation, and on word choice."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Discrepancy, DiscrepancyState, Extent, FramingCue, FramingPair, SharedFact, Span
from compare.render.layout import Level
from compare.render.lesson.tasks import (
    HOW,
    Column,
    Desk,
    Runs,
    Task,
    TaskCell,
    cited,
    in_order,
    quoted,
    reference,
    words,
)

MOST = 2
# Characters of four lines of a third of the page.
_PLACE = 125

KINDS = ("fact", "precision", "interpretation", "not at all")
_KIND = {
    DiscrepancyState.CONFLICT: "fact",
    DiscrepancyState.PRECISION: "precision",
    DiscrepancyState.ONE_ONLY: "precision",
    DiscrepancyState.LATER_COUNT: "precision",
    DiscrepancyState.OTHER_MEASURE: "precision",
    DiscrepancyState.OTHER_SOURCE: "precision",
    DiscrepancyState.WORDING: "interpretation",
}


def disagree(
    desk: Desk, found: Sequence[Discrepancy | FramingPair], *, instead: Sequence[SharedFact]
) -> Task:
    """Return the task to say in what two places differ; without differences, to check that they agree."""
    columns = (
        Column(head="", share=0.34, side=0),
        Column(head="", share=0.34, side=1),
        Column(head="They disagree in … How do you know?", share=0.32),
    )
    rows = []
    for each in (*found, *(() if found else instead)):
        kind = _kind(desk, each)
        spans, names = in_order(desk, each)
        places = [_said(desk, each, span, names[side]) for side, span in enumerate(spans)]
        evidence = _evidence(desk, each)
        third = TaskCell(
            ticks=tuple((name, name == kind) for name in KINDS),
            rules=desk.rules(1),
            answer=evidence,
            check=not (
                isinstance(each, Discrepancy)
                and each.state in (DiscrepancyState.CONFLICT, DiscrepancyState.PRECISION)
            ),
        )
        if desk.level is Level.CHALLENGE:
            cells = [_to_find(desk, label, place) for label, place in zip("AB", places, strict=False)]
        else:
            cells = [TaskCell(said=place) for place in places]
        rows.append(desk.row(columns, *cells, third))
    if not rows:
        note = words(
            "No two passages tell the same, so none disagree. Accept: not at all, or a pair with evidence."
        )
        blank = TaskCell(
            ticks=tuple((name, False) for name in KINDS), rules=desk.rules(2), answer=note, check=True
        )
        empty = TaskCell(rules=desk.rules(2), starter="Words, sentence")
        rows.append(desk.row(columns, empty, empty, blank))
    ask = (
        "Find two places that tell of one thing."
        if desk.level is Level.CHALLENGE
        else "Compare the two places."
    )
    return Task(
        title="Do they disagree?",
        ask=f"{ask} In fact: both cannot be true. In precision: one says it more exactly. In interpretation: "
        "they see or name it in another way. Or not at all.",
        help="Begin: A says …, but B says …  ·  Both can be true, because …"
        if desk.level is Level.SUPPORT
        else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the kind, 1 for the words that show it. Accept another kind if the words show it.",
    )


def _to_find(desk: Desk, label: str, place: Runs) -> TaskCell:
    return TaskCell(rules=desk.rules(2), starter=f"{label}:", answer=place)


def _said(desk: Desk, finding: Discrepancy | FramingPair | SharedFact, span: Span, name: str) -> Runs:
    """Return one side's place: its passage from its start, or from as near as shows the words that differ."""
    if isinstance(finding, SharedFact):
        return cited(desk.found, span, name, limit=_PLACE)
    article = desk.found.article(span.article)
    value = next((each for each in finding.spans if each.article == span.article), span)
    place = desk.found.place(span)
    if place is None:
        return cited(desk.found, span, name, limit=_PLACE)
    sentence = article.sentences[place[1]]
    passage = span if isinstance(finding, Discrepancy) else sentence
    start, end = passage.start, max(passage.end, value.end)
    before: Runs = ()
    if value.end - start > _PLACE:
        # A word begins after a space; 40 characters before the words say what they are about.
        at = article.text.find(" ", max(start, value.start - 40), value.start)
        start, before = (at + 1 if at >= 0 else value.start), words("… ")
    extent = Extent(start=start, end=end)
    limit = max(_PLACE, min(value.end - start, 2 * _PLACE))
    return (*before, *quoted(article, extent, limit=limit), *reference(desk.found, name))


def _evidence(desk: Desk, finding: Discrepancy | FramingPair | SharedFact) -> Runs:
    if isinstance(finding, SharedFact):
        return words("No difference was found: compare.")
    runs: Runs = ()
    for span in finding.spans:
        runs = (
            *runs,
            *(words(" / ") if runs else ()),
            *quoted(desk.found.article(span.article), span, limit=38),
        )
    return (*runs, *words(f" ({finding.number})"))


def _kind(desk: Desk, finding: Discrepancy | FramingPair | SharedFact) -> str:
    """Return the kind that the key ticks: none for passages whose figures are not the same."""
    if isinstance(finding, Discrepancy):
        return _KIND[finding.state]
    if isinstance(finding, FramingPair):
        return "interpretation"
    passages = (desk.found.article(span.article).text[span.start : span.end] for span in finding.spans)
    figures = [{word for word in passage.split() if any(c.isdigit() for c in word)} for passage in passages]
    return "not at all" if figures[0] == figures[-1] else ""


# ------------------------------------------------------------------------------------------------ wordchoice
# The task on word choice: one thing in two wordings, and a neutral one of the student's.

WORDINGS, LEAST = 3, 2
_WORDING = 96
# An alternative that opens so is advice to a writer, no wording.
_ADVICE = ("say ", "name ")


def wordings(desk: Desk, used: Sequence[object]) -> tuple[FramingPair | FramingCue, ...]:
    """Return the wordings that the task takes: no two on the same words, none that another task has."""
    kept: list[FramingPair | FramingCue] = []
    for each in desk.found.wordings:
        clash = any(_overlap(one, other) for old in kept for one in each.spans for other in old.spans)
        if len(kept) < WORDINGS and each not in used and not clash and desk.printed(each):
            kept.append(each)
    return tuple(kept)


def word_choice(
    desk: Desk, chosen: Sequence[FramingPair | FramingCue], *, instead: Sequence[SharedFact]
) -> Task:
    """Return the task; `instead` are facts that both texts word in their own way, where wordings lack."""
    columns = (
        Column(head="", share=0.31, side=0),
        Column(head="", share=0.31, side=1),
        Column(head="Your neutral wording, and what it replaces", share=0.38),
    )
    hidden = desk.level is Level.CHALLENGE
    rows = []
    for each in (*chosen, *instead):
        if isinstance(each, SharedFact):
            answer, check = _differing(desk, each), True
        else:
            answer = words(f"{' / '.join(each.alternatives) or 'open'} ({each.number})")
            check = any(word.startswith(_ADVICE) for word in each.alternatives)
        cells = [_side(desk, each, text.label, hidden=hidden) for text in desk.found.texts]
        rows.append(
            desk.row(
                columns,
                *cells,
                TaskCell(
                    rules=desk.rules(1),
                    starter="neutral:" if hidden else "",
                    answer=answer,
                    check=check,
                ),
            )
        )
    found = len(rows)
    blank = TaskCell(rules=desk.rules(1), starter="word, sentence")
    note = words("Open: any word that does more than tell what happened, with a plainer one.")
    opened = TaskCell(rules=desk.rules(1), answer=note, check=True)
    rows += [desk.row(columns, blank, blank, opened)] * max(0, LEAST - found)
    if not found:
        ask = "Choose words of each text that do more than tell what happened. Write plainer ones."
    elif hidden:
        ask = "These sentences word one thing in two ways. Find and copy the words, then word it neutrally."
    else:
        ask = "Here one thing is worded in two ways. Write a wording that both writers could use."
    if 0 < found < LEAST:
        ask += " Then find words of your own."
    bank = sorted({word for each in chosen for word in each.alternatives if not word.startswith(_ADVICE)})
    ready = f"Words to use: {', '.join(bank)}. " if bank else ""
    return Task(
        title="Word choice",
        ask=f"{ask} {HOW}",
        help=f"{ready}Begin: The word … adds the idea that …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for a wording that tells the same without judging, 1 for the word that it replaces. There "
        "is more than one good answer; a strong word may be the exact one.",
    )


def _side(desk: Desk, each: FramingPair | FramingCue | SharedFact, label: str, *, hidden: bool) -> TaskCell:
    found = [(s, name) for s, name in zip(each.spans, each.sentences, strict=False) if s.article == label]
    if not found:
        return TaskCell(said=words("(no words for it in the extract)"))
    told: Runs = ()
    for span, _ in found:
        told = (
            *told,
            *(words(" … ") if told else ()),
            *quoted(desk.found.article(label), span, limit=_WORDING),
        )
    where = reference(desk.found, found[0][1])
    if hidden:
        named = where[0].reference
        return TaskCell(rules=desk.rules(1), starter=f"{named.words if named else found[0][1]}:", answer=told)
    return TaskCell(said=(*told, *where))


def _differing(desk: Desk, fact: SharedFact) -> Runs:
    """Return words of each text that the other has not, as what a neutral wording may replace."""
    runs: Runs = ()
    link = desk.found.links[fact.link]
    for text in desk.found.texts:
        spans = [s for s in link.differing if s.article == text.label and 3 < s.end - s.start <= 40]
        longest = max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
        if longest:
            runs = (*runs, *(words(" / ") if runs else ()), *quoted(text, longest, limit=40))
    return (*words("e.g. for "), *runs) if runs else words("open")


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
