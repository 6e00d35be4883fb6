"""Tasks on what the texts say: the same fact, and what only one of them tells."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    Relation,
    SharedFact,
    Span,
)
from compare.render.layout import Level
from compare.render.lesson.tasks import (
    HOW,
    Column,
    Desk,
    Runs,
    Task,
    TaskCell,
    cited,
    exact,
    in_order,
    words,
)
from compare.render.parts.overview import Run

SAME = 3
# Characters of two lines of a task's left column.
_STATEMENT = 92
_MATCHING = 4


def same_fact(desk: Desk, facts: Sequence[SharedFact]) -> Task:
    """Return the task to find the sentence of the other text that tells the same."""
    if desk.level is Level.CHALLENGE or not facts:
        return _pairs_to_find(desk, facts)
    columns = (
        Column(head="This sentence", share=0.46),
        Column(head="Same fact in", share=0.18),
        Column(head="How do you know? (words that match)", share=0.36),
    )
    rows, bank = [], []
    for at, fact in enumerate(facts):
        asked = at % 2
        other = 1 - asked
        spans, names = in_order(desk, fact)
        partners = _partners(desk, names[asked], desk.found.texts[other].label)
        bank.append(names[other])
        rows.append(
            desk.row(
                columns,
                TaskCell(said=cited(desk.found, spans[asked], names[asked], limit=_STATEMENT)),
                TaskCell(
                    rules=desk.rules(1),
                    starter=f"{desk.found.texts[other].label}, sentence",
                    answer=words(" or ".join(partners) or names[other]),
                    check=fact.relation is Relation.PARTIAL,
                ),
                TaskCell(
                    rules=desk.rules(1),
                    answer=desk.fitted(_matching(desk, fact, spans[other]), share=0.36, rules=desk.rules(1)),
                ),
            )
        )
    ready = ", ".join(sorted(bank, key=lambda name: (name[:1], len(name), name)))
    return Task(
        title="The same fact",
        ask="Each sentence has a partner in the other text that tells the same fact. Find it.",
        help=f"Sentences to choose from: {ready}. Begin: Both texts say that …"
        if desk.level is Level.SUPPORT
        else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the sentence, 1 for words that match. What both texts say need not be true.",
    )


def only_in(desk: Desk, *, rules: int) -> Task:
    """Return the task to write down what one text tells and the other does not."""
    labels = [text.label for text in desk.found.texts]
    columns = tuple(
        Column(head=f"Only in {label}", share=1 / len(labels), side=i) for i, label in enumerate(labels)
    )
    cells = []
    for side, label in enumerate(labels):
        starter = f"Only {label} tells us that" if desk.level is Level.SUPPORT else ""
        claims = [claim for claim in desk.found.claims[side] if desk.printed(claim)]
        found = [cited(desk.found, claim.spans[0], claim.sentences[0], limit=110) for claim in claims]
        nothing = words(
            "Nothing was found in this text only. Accept: nothing; or a detail with its sentence."
        )
        cells.append(
            TaskCell(
                rules=desk.rules(rules),
                starter=starter,
                answer=desk.fitted(found, share=columns[side].share, rules=desk.rules(rules), starter=starter)
                or nothing,
                check=not found,
            )
        )
    copy = " Copy its words as a quotation." if desk.level is Level.CHALLENGE else ""
    return Task(
        title="Only in one text",
        ask=f"Write down something that only this text tells.{copy} {HOW}",
        columns=columns,
        rows=(desk.row(columns, *cells),),
        points=2 * len(labels),
        marking="1 for the statement, 1 for its sentence, in each text. Answers rest on the extracts; the "
        "key on the full texts. That a text does not tell something is no fault of it.",
    )


def _pairs_to_find(desk: Desk, facts: Sequence[SharedFact]) -> Task:
    columns = (
        Column(head="In A", share=0.17),
        Column(head="In B", share=0.17),
        Column(head="The fact, and the words that match: how do you know?", share=0.66),
    )
    rows = []
    for fact in facts:
        spans, names = in_order(desk, fact)
        rows.append(
            desk.row(
                columns,
                *(TaskCell(rules=desk.rules(1), starter="sentence", answer=words(name)) for name in names),
                TaskCell(
                    rules=desk.rules(1),
                    answer=desk.fitted(_matching(desk, fact, spans[1]), share=0.66, rules=desk.rules(1)),
                    check=fact.relation is Relation.PARTIAL,
                ),
            )
        )
    if not rows:
        note = words("No shared fact was found in the full texts. Accept: none, or a pair with evidence.")
        empty = TaskCell(rules=desk.rules(1), starter="sentence")
        rows = [
            desk.row(columns, empty, empty, TaskCell(rules=desk.rules(1), answer=answer, check=bool(answer)))
            for answer in (note, ())
        ]
    number = {1: "one fact", 2: "two facts", 3: "three facts"}[len(rows)]
    return Task(
        title="The same fact",
        ask=f"Look for {number} that both texts tell. If you find fewer, say where you looked."
        if not facts
        else f"Find {number} that both texts tell. Give the sentence of each.",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the two sentences, 1 for words that match, in any order. What both "
        "say need not be true.",
    )


def _partners(desk: Desk, name: str, label: str) -> list[str]:
    """Return every printed sentence of the other text that tells the same as a sentence."""
    return [
        other
        for fact in desk.found.facts
        if name in fact.sentences and desk.printed(fact)
        for span, other in zip(fact.spans, fact.sentences, strict=False)
        if span.article == label
    ]


def _matching(desk: Desk, fact: SharedFact, span: Span) -> list[Runs]:
    """Return the words of one side that the other has too, the longest first."""
    link = desk.found.links[fact.link]
    place = next((i for i, each in enumerate(link.spans) if each.article == span.article), 0)
    article = desk.found.article(span.article)
    pieces = sorted({pair.words[place] for pair in link.shared}, key=lambda piece: (-len(piece), piece))
    found = (exact(article, span, piece) for piece in pieces[: _MATCHING * 2])
    short = (quotation for quotation in found if quotation and len(quotation.text) < 60)
    matching: list[Runs] = [(Run(quotation=quotation),) for quotation in short]
    return matching[:_MATCHING]
