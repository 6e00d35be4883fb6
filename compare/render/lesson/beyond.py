"""Tasks on who speaks, on what to check elsewhere, and the exit ticket."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    Attribution,
    Claim,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    FramingPair,
    SourceType,
    Voice,
)
from compare.quote import with_noun
from compare.render.layout import Level
from compare.render.lesson.material import NAMED
from compare.render.lesson.tasks import (
    HOW,
    Column,
    Desk,
    Runs,
    Task,
    TaskCell,
    cited,
    quoted,
    reference,
    words,
)
from compare.render.parts.overview import Run

SPEAKERS, CHECKS = 4, 3
_STATEMENT, _CLAIM, _VALUE = 100, 135, 50
_SOURCE = "1 for the words that name the source. A named source can be wrong, an unnamed one right."
_KINDS = ("named", "unnamed", "nobody")


def speakers(desk: Desk) -> tuple[Attribution | Claim, ...]:
    """Return statements with a named source, an unnamed one and none, in the order of the texts."""
    groups: tuple[list[Attribution | Claim], ...] = tuple(
        [each for each in group if desk.printed(each)]
        for group in (desk.found.unnamed, desk.found.named, desk.found.nobody)
    )
    kept: list[Attribution | Claim] = []
    # One of each kind, then one more of each: unnamed ones first, since a text has fewer.
    for group in (*groups, *groups):
        used = {old.sentences[0] for old in kept}
        kept += [each for each in group if each.sentences[0] not in used][: min(1, SPEAKERS - len(kept))]
    labels = [text.label for text in desk.found.texts]
    return tuple(sorted(kept, key=lambda each: (labels.index(each.spans[0].article), each.spans[0].start)))


def who_says_so(desk: Desk, chosen: Sequence[Attribution | Claim]) -> Task:
    """Return the task to say whose words a statement is."""
    if desk.level is Level.CHALLENGE or not chosen:
        return _speakers_to_find(desk, chosen)
    columns = (
        Column(head="Statement", share=0.46),
        Column(head="The source is …", share=0.16),
        Column(head="Who says so? How do you know?", share=0.38),
    )
    rows = []
    for each in chosen:
        kind = _kind(each)
        rows.append(
            desk.row(
                columns,
                TaskCell(said=cited(desk.found, each.spans[0], each.sentences[0], limit=_STATEMENT)),
                TaskCell(ticks=tuple((words, words == kind) for words in _KINDS)),
                TaskCell(rules=desk.rules(1), answer=_source(desk, each), check=kind != "named"),
            )
        )
    bank = sorted(
        {" ".join(each.name.split())[:40] for each in chosen if isinstance(each, Attribution)},
        key=str.casefold,
    )
    ready = f"Sources: {' · '.join([*bank, 'the text itself'])}. " if bank else ""
    return Task(
        title="Who says so?",
        ask=f"Does a named source say it, an unnamed one, or nobody but the text itself? {HOW}",
        help=f"{ready}Begin: According to …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking=f"1 for the kind, {_SOURCE}",
    )


def leave_the_page(desk: Desk, differences: Sequence[Discrepancy | FramingPair]) -> Task:
    """Return the task to say where a claim could be checked; there is no answer of ours."""
    columns = (
        Column(head="To check", share=0.5),
        Column(head="Where would you look? What would settle it?", share=0.5),
    )
    opened = words("Open: a place outside both texts, and what one would see there.")
    asked = [
        _conflict(desk, each)
        for each in differences
        if isinstance(each, Discrepancy) and each.state is DiscrepancyState.CONFLICT and len(each.spans) == 2
    ]
    asked += [
        (
            *cited(desk.found, claim.spans[0], claim.sentences[0], limit=_CLAIM),
            *words(f" {_question(claim)}"),
        )
        for claim in _checkable(desk)
    ]
    rows = [
        desk.row(columns, TaskCell(said=runs), TaskCell(rules=desk.rules(1), answer=opened))
        for runs in asked[:CHECKS]
    ]
    if not rows:
        blank = TaskCell(rules=desk.rules(1), starter="A statement, its sentence:")
        rows = [desk.row(columns, blank, TaskCell(rules=desk.rules(1), answer=opened)) for _ in range(2)]
    return Task(
        title="Leave the page",
        ask="Neither text can prove itself. Name a source outside both, and what you would look for there.",
        help="Begin: I would look in …, because …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for a place outside both texts, 1 for what would settle it. The key gives no answer: "
        "nothing was looked up.",
    )


def exit_ticket(desk: Desk, *, rules: int) -> Task:
    """Return the last task, which takes what room the page has left."""
    columns = (Column(head="Your answer", share=1.0),)
    answer = words(
        "Accept any answer that quotes both texts exactly, gives both sentence numbers, and says no more "
        "than the quotations show. It may say why writers choose differently; it does not rank them."
    )
    return Task(
        title="Exit ticket",
        ask="What did each text select? Quote a few words of each, and say what a reader of only that text "
        f"would think of first. {HOW}",
        help="Begin: Text A selects …  ·  Text B selects …  ·  A reader of only one would …"
        if desk.level is Level.SUPPORT
        else "",
        columns=columns,
        rows=(desk.row(columns, TaskCell(rules=rules, answer=answer, check=True)),),
        points=3,
        marking="1 for each exact quotation with its number, 1 for a conclusion that follows from them.",
    )


def _speakers_to_find(desk: Desk, chosen: Sequence[Attribution | Claim]) -> Task:
    columns = (
        Column(head="Find …", share=0.16),
        Column(head="The words, and the sentence: how do you know?", share=0.5),
        Column(head="Who says so?", share=0.34),
    )
    rows = []
    for kind in _KINDS:
        each = next((one for one in chosen if _kind(one) == kind), None)
        said = {"named": "a named source", "unnamed": "an unnamed source", "nobody": "no source at all"}[kind]
        none = words("None was found in the extracts. Accept: none.")
        rows.append(
            desk.row(
                columns,
                TaskCell(said=words(said)),
                TaskCell(
                    rules=desk.rules(1),
                    answer=cited(desk.found, each.spans[0], each.sentences[0], limit=_STATEMENT)
                    if each
                    else none,
                    check=each is None,
                ),
                TaskCell(
                    rules=desk.rules(1),
                    answer=_source(desk, each) if each else (),
                    check=bool(each) and kind != "named",
                ),
            )
        )
    return Task(
        title="Who says so?",
        ask="Find a statement of each kind, in either text. Write none where you find none.",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking=f"1 for the statement, {_SOURCE}",
    )


def _kind(each: Attribution | Claim) -> str:
    if isinstance(each, Attribution) and each.source_type is not SourceType.NOBODY:
        return "named" if each.source_type in NAMED else "unnamed"
    return "nobody"


def _source(desk: Desk, each: Attribution | Claim) -> Runs:
    label = reference(desk.found, each.sentences[0])
    if isinstance(each, Claim) or each.source is None:
        return (*words("the text itself"), *label)
    article = desk.found.article(each.source.article)
    source = article.text[each.source.start : each.source.end]
    if source.casefold() != each.name.casefold() and len(source) < 5:
        return (*words(f"{' '.join(each.name.split())[:50]},"), *label)
    return (*quoted(article, each.source, limit=60), *label)


def _conflict(desk: Desk, each: Discrepancy) -> Runs:
    runs: Runs = ()
    for span, name in zip(each.spans, each.sentences, strict=False):
        article = desk.found.article(span.article)
        number = each.type is DiscrepancyType.NUMBER and span.end - span.start <= _VALUE
        said = (Run(quotation=with_noun(article, span)),) if number else quoted(article, span, limit=_VALUE)
        runs = (*runs, *(words(" or ") if runs else ()), *said, *reference(desk.found, name))
    return (*runs, *words(": which is it?"))


def _checkable(desk: Desk) -> list[Claim]:
    """Return printed claims, those with a figure first, of both texts in turn."""
    claims = [[c for c in each if desk.printed(c)] for each in desk.found.claims]
    longest = max(map(len, claims), default=0)
    turn = [each[at] for at in range(longest) for each in claims if at < len(each)]
    return sorted(turn, key=lambda claim: not any(c.isdigit() for c in _words(desk, claim)))


def _question(claim: Claim) -> str:
    if claim.voice is not Voice.OUTLET:
        return "Where are the speaker’s own words?"
    return "Who would know or record this?"


def _words(desk: Desk, claim: Claim) -> str:
    span = claim.spans[0]
    return desk.found.article(span.article).text[span.start : span.end][:_CLAIM]
