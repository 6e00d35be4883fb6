"""The task on disagreement: in fact, in precision, in interpretation, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Discrepancy, DiscrepancyState, Extent, FramingPair, SharedFact, Span
from compare.render.layout import Level
from compare.render.lesson.tasks import (
    Cell,
    Column,
    Desk,
    Runs,
    Task,
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
        third = Cell(
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
            cells = [Cell(said=place) for place in places]
        rows.append(desk.row(columns, *cells, third))
    if not rows:
        note = words(
            "No two passages tell the same, so none disagree. Accept: not at all, or a pair with evidence."
        )
        blank = Cell(
            ticks=tuple((name, False) for name in KINDS), rules=desk.rules(2), answer=note, check=True
        )
        empty = Cell(rules=desk.rules(2), starter="Words, sentence")
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


def _to_find(desk: Desk, label: str, place: Runs) -> Cell:
    return Cell(rules=desk.rules(2), starter=f"{label}:", answer=place)


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
