"""Tasks on who speaks and on what to check elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import (
    Attribution,
    Claim,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    SharedFact,
    SourceType,
    Span,
    Voice,
)
from compare.quote import with_noun
from compare.render.layout import Level
from compare.render.lesson import sure
from compare.render.lesson.agreement import beginning
from compare.render.lesson.tasks import (
    READ,
    WRITE,
    Column,
    Desk,
    Runs,
    Task,
    TaskCell,
    both,
    cited,
    quoted,
    reference,
    words,
)
from compare.render.parts.alone import stands_alone
from compare.render.parts.overview import Run

LEAST = 2
_FIGURE = re.compile(r"(?<![\w-])[$£€]?\d")
# "Edda Lunn, who is 81," and "Welk, 58,": nobody looks an age up.
_AGE = re.compile(
    r"\b(?:who (?:is|was)|is|was|aged) \d{1,2}(?=[,.;]| years?\b)|, \d{1,2},|\b\d{1,2}-year-old"
)
_STATEMENT, _CLAIM, _VALUE = 110, 135, 50
_SOURCE = "1 for the words that name the source. A named source can be wrong, an unnamed one right."
_KINDS = ("a named source", "the text itself")
# Kinds of places, since nothing was looked up.
_PLACES = {
    "figure": "the body that counts it: its own statement or report, an office of statistics, a court’s "
    "record",
    "body": "the report or statement of the body that is named, and who else counts it",
    "speech": "the full speech, letter or recording, for the speaker’s own words",
    "other": "a public record, the full document, or the statement of whoever is named",
}


def who_says_so(desk: Desk, chosen: Sequence[Attribution | Claim], *, rules: int) -> Task:
    """Return the task to say whose words a statement is; without two sure statements, to find one."""
    if desk.level is Level.CHALLENGE or len(chosen) < LEAST:
        return _speakers_to_find(desk, chosen if desk.level is Level.CHALLENGE else (), rules=rules)
    columns = (Column(head="Statement", share=READ), Column(head="Who says so?", share=WRITE))
    rows = []
    for each in chosen:
        kind = _kind(each)
        rows.append(
            desk.row(
                columns,
                TaskCell(said=cited(desk.found, each.spans[0], each.sentences[0], limit=_STATEMENT)),
                TaskCell(
                    ticks=tuple((words, words == kind) for words in _KINDS),
                    rules=desk.rules(rules),
                    answer=_source(desk, each),
                ),
            )
        )
    bank = sorted(
        {" ".join(each.name.split())[:40] for each in chosen if isinstance(each, Attribution)},
        key=str.casefold,
    )
    ready = f"Sources: {' · '.join([*bank, 'the text itself'])}. " if bank else ""
    return Task(
        title="Who says so?",
        ask="Tick, and copy the words that name the source. Where the text itself says it, write: the text.",
        example="“The repair will take a year, the council said.” – a named source: “the council”.",
        help=f"{ready}Begin: According to …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking=f"1 for the kind, {_SOURCE}",
    )


def leave_the_page(desk: Desk, differences: Sequence[Discrepancy], *, rows: int, rules: int) -> Task:
    """Return the task to say where a claim could be checked; there is no answer of ours."""
    columns = (
        Column(head="To check", share=READ),
        Column(head="Where would you look? What would settle it?", share=WRITE),
    )
    asked = [
        (_conflict(desk, each), _PLACES["figure" if each.type is DiscrepancyType.NUMBER else "other"])
        for each in differences
        if each.state is DiscrepancyState.CONFLICT and len(each.spans) == 2
    ]
    told = {name for each in differences for name in each.sentences}
    asked += [
        (cited(desk.found, claim.spans[0], claim.sentences[0], limit=_CLAIM), _PLACES[_sort(desk, claim)])
        for claim in _checkable(desk)
    ]
    if len(asked) < LEAST:
        # What both tell need not be so: a figure or a day can be looked up.
        asked += [
            (cited(desk.found, *_with_figure(desk, fact), limit=_CLAIM), _PLACES["figure"])
            for fact in sure.facts(desk)
            if any(map(_checks, _both(desk, fact))) and not told & set(fact.sentences)
        ]
    if len(asked) < LEAST:
        asked += [
            (beginning(desk, side), _PLACES["other"])
            for side, text in enumerate(desk.found.texts)
            if text.sentences
        ]
    made = [
        desk.row(
            columns, TaskCell(said=said), TaskCell(rules=desk.rules(rules), answer=words(f"e.g. {where}"))
        )
        for said, where in asked[: max(rows, 1)]
    ]
    if not made:
        blank = TaskCell(rules=desk.rules(rules), starter="A statement, its sentence:")
        made = [desk.row(columns, blank, TaskCell(rules=desk.rules(rules), answer=words("open")))]
    return Task(
        title="Leave the page",
        ask="Neither text can prove itself. Name a source outside both, and what you would look for "
        "there. Ask: who is "
        "behind it? what is the evidence? what do others say?",
        example="“Nine were hurt”: the hospital’s own statement; I would look for the number and the hour.",
        help="Begin: I would look in …, because …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(made),
        points=2 * len(made),
        marking="1 for a place outside both texts, 1 for what would settle it. Nothing was looked up: "
        "the key names "
        "kinds of places.",
    )


def _speakers_to_find(desk: Desk, chosen: Sequence[Attribution | Claim], *, rules: int) -> Task:
    columns = (
        Column(head="Find …", share=0.2),
        Column(head="The words, their sentence, and who says so", share=0.8),
    )
    rows = []
    for kind in _KINDS[:1] if not chosen else _KINDS:
        each = next((one for one in chosen if _kind(one) == kind), None)
        if chosen and each is None:
            continue
        answer = (
            words("open: accept what the extract puts to somebody by name, or: none")
            if each is None
            else _told(desk, each)
        )
        rows.append(
            desk.row(
                columns, TaskCell(said=words(kind)), TaskCell(rules=desk.rules(rules + 1), answer=answer)
            )
        )
    return Task(
        title="Who says so?",
        ask="Find a statement of this kind in either text. Write none where you find none.",
        example="A named source: “the council said the repair will take a year” (A5).",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking=f"1 for the statement, {_SOURCE}",
    )


def _told(desk: Desk, each: Attribution | Claim) -> Runs:
    statement = cited(desk.found, each.spans[0], each.sentences[0], limit=_STATEMENT)
    return statement if isinstance(each, Claim) else both((statement, _source(desk, each)))


def _kind(each: Attribution | Claim) -> str:
    return _KINDS[0] if isinstance(each, Attribution) else _KINDS[1]


def _sort(desk: Desk, claim: Claim) -> str:
    """Return where a claim could be checked: a body that is named has reports, a person has said it."""
    if claim.voice is Voice.OUTLET:
        return "figure"
    told = [each for each in desk.found.named if each.sentences[0] == claim.sentences[0]]
    return "body" if any(each.source_type is SourceType.INSTITUTION for each in told) else "speech"


def has_figure(words: str) -> bool:
    """Tell whether words have a figure or a day to look up: "COVID-19" is a name.

    >>> [has_figure(each) for each in ("on 12 May", "for $5 a head", "a COVID-19 test", "Welk, 58, left")]
    [True, True, False, False]
    """
    return _FIGURE.search(_AGE.sub("", words)) is not None


def _both(desk: Desk, fact: SharedFact) -> list[str]:
    return [desk.found.article(s.article).text[s.start : s.end] for s in fact.spans]


def _with_figure(desk: Desk, fact: SharedFact) -> tuple[Span, str]:
    """Return the side of a fact that has a figure, with its sentence."""
    sides = zip(fact.spans, fact.sentences, _both(desk, fact), strict=False)
    return next((span, name) for span, name, words in sides if _checks(words))


def _checks(words: str) -> bool:
    return has_figure(words) and stands_alone(words)


def _source(desk: Desk, each: Attribution | Claim) -> Runs:
    label = reference(desk.found, each.sentences[0])
    if isinstance(each, Claim) or each.source is None:
        # What is ticked says so already.
        return label
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
    """Return printed claims that can be looked up, of both texts in turn: with a figure, a date."""
    claims = [
        [c for c in each if desk.printed(c) and stands_alone(_words(desk, c)) and has_figure(_words(desk, c))]
        for each in desk.found.claims
    ]
    longest = max(map(len, claims), default=0)
    return [each[at] for at in range(longest) for each in claims if at < len(each)]


def _words(desk: Desk, claim: Claim) -> str:
    span = claim.spans[0]
    return desk.found.article(span.article).text[span.start : span.end][:_CLAIM]
