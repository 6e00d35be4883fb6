"""Tasks on what the texts say: their headlines, the same fact, and what only one of them tells."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Claim, Extent, SharedFact, Span
from compare.quote import Quotation, sentences_in, shortened
from compare.render.layout import Level
from compare.render.lesson.extracts import headline
from compare.render.lesson.sure import headline_words
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
    cited,
    exact,
    in_order,
    quoted,
    reference,
    words,
)
from compare.render.parts.overview import Run

SAME, LEAST = 3, 2
# Characters of three lines of what is read beside the writing lines.
_STATEMENT = 120
_MATCHING = 4


def beginning(desk: Desk, side: int) -> Runs:
    """Return a text's headline, or where the file has none its first sentence, with where it stands."""
    text = desk.found.texts[side]
    title = headline(text)
    if title is not None:
        return (Run(quotation=title), *reference(desk.found, f"{text.label}0"))
    if not text.sentences:
        return words(f"{text.label}: no headline and no sentence")
    first = text.sentences[0]
    return (*quoted(text, first, limit=_STATEMENT), *reference(desk.found, first.id))


def headlines(desk: Desk, *, rules: int) -> Task:
    """Return the task to compare the two headlines, which every pair of texts has, or its first sentences."""
    columns = (
        Column(head="What the text says first", share=READ),
        Column(head="Words that only this one has, and what they make a reader expect", share=WRITE),
    )
    rows = []
    for side, text in enumerate(desk.found.texts):
        own = [
            (Run(quotation=quotation),)
            for word in headline_words(desk, side)
            if (title := headline(text)) is not None
            and (quotation := exact(text, _extent(title), word)) is not None
        ]
        answer = (
            desk.fitted(own, share=WRITE, rules=1) if own else words("open: words of the student’s choice")
        )
        rows.append(
            desk.row(
                columns,
                TaskCell(said=beginning(desk, side)),
                TaskCell(rules=desk.rules(rules), answer=answer),
            )
        )
    return Task(
        title="Two headlines",
        ask="A headline chooses. Copy words that only one of the two has, and say what they make a "
        "reader expect.",
        example="“Bridge shut after crack found” has “crack”: I expect to read about a danger.",
        help="Begin: The word … makes me expect …" if desk.level is Level.SUPPORT else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for words that only this headline has, 1 for what follows from them. There is no one "
        "right "
        "expectation.",
    )


def same_fact(desk: Desk, facts: Sequence[SharedFact], *, rules: int) -> Task:
    """Return the task to find the sentence of the other text that tells the same."""
    if len(facts) < LEAST:
        return _from_the_leads(desk, same=True, rules=rules)
    if desk.level is Level.CHALLENGE:
        return _pairs_to_find(desk, facts)
    columns = (
        Column(head="This sentence", share=READ),
        Column(head="Its partner in the other text, and words that match", share=WRITE),
    )
    rows, bank = [], []
    for at, fact in enumerate(facts):
        asked = at % 2
        other = 1 - asked
        spans, names = in_order(desk, fact)
        partners = _partners(desk, names[asked], desk.found.texts[other].label)
        bank.append(names[other])
        matching = desk.fitted(_matching(desk, fact, spans[other]), share=WRITE, rules=1)
        rows.append(
            desk.row(
                columns,
                TaskCell(said=_asked(desk, fact, spans[asked], names[asked])),
                TaskCell(
                    rules=desk.rules(rules),
                    starter=f"{desk.found.texts[other].label}, sentence",
                    answer=both((words(" or ".join(partners) or names[other]), matching))
                    if matching
                    else words(" or ".join(partners) or names[other]),
                ),
            )
        )
    ready = ", ".join(sorted(bank, key=lambda name: (name[:1], len(name), name)))
    return Task(
        title="The same fact",
        ask="Each sentence has a partner in the other text that tells the same fact. Find it, and copy "
        "the words "
        "that match.",
        example="“The bridge was closed on Monday.” – B, sentence 3: “closed”, “Monday”.",
        help=f"Sentences to choose from: {ready}. Begin: Both texts say that …"
        if desk.level is Level.SUPPORT
        else "",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the sentence, 1 for words that match. What both texts say need not be true.",
    )


def only_in(desk: Desk, claims: Sequence[Sequence[Claim]], *, rules: int) -> Task:
    """Return the task to write down what one text tells and the other does not."""
    if min(map(len, claims), default=0) < LEAST // 2 or sum(map(len, claims)) < LEAST:
        return _from_the_leads(desk, same=False, rules=rules)
    columns = (Column(head="Where", share=0.16), Column(head="Only this text tells", share=0.84))
    rows = []
    for text, own in zip(desk.found.texts, claims, strict=True):
        starter = f"Only {text.label} tells us that" if desk.level is Level.SUPPORT else ""
        found = [cited(desk.found, claim.spans[0], claim.sentences[0], limit=110) for claim in own]
        rows.append(
            desk.row(
                columns,
                TaskCell(said=words(f"Only in {text.label}")),
                TaskCell(
                    rules=desk.rules(rules),
                    starter=starter,
                    answer=desk.fitted(found, share=0.84, rules=desk.rules(2), starter=starter),
                ),
            )
        )
    copy = " Copy its words as a quotation." if desk.level is Level.CHALLENGE else ""
    return Task(
        title="Only in one text",
        ask=f"Write down something that only this text tells, in its headline or its sentences.{copy} {HOW}",
        example="Only A tells that the bridge is 90 years old (A4). B says nothing of its age.",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the statement, 1 for its sentence, in each text. Accept others that the other "
        "extract and "
        "headline do not have. That a text does not tell something is no fault of it.",
    )


def _from_the_leads(desk: Desk, *, same: bool, rules: int) -> Task:
    """Return the task on headlines and first sentences, where the findings are not sure enough for a key."""
    columns = (
        Column(head="How each begins", share=READ),
        Column(
            head="Both tell" if same else "Only this one tells, in its headline and first sentence",
            share=WRITE,
        ),
    )
    leads = [lead(desk, side) for side in (0, 1)]
    said = [both(leads)] if same else leads
    open_ = words("open: what both beginnings say, with words quoted from each; or: nothing, with a reason")
    own = words("open: a statement of this beginning that the other beginning does not make")
    rows = [
        desk.row(
            columns,
            TaskCell(said=each),
            TaskCell(rules=desk.rules(rules + same), answer=open_ if same else own),
        )
        for each in said
    ]
    return Task(
        title="The same fact" if same else "Only in one text",
        ask="Read both headlines and first sentences. Write what both of them tell, with words from each."
        if same
        else f"Read both headlines and first sentences. Write what only this one tells. {HOW}",
        example="Both say that the bridge is shut: “closed” (A1), “no longer open” (B1)."
        if same
        else "Only A’s beginning names the mayor (A1).",
        columns=columns,
        rows=tuple(rows),
        points=2 * len(rows),
        marking="1 for the statement, 1 for words that show it.",
    )


def lead(desk: Desk, side: int) -> Runs:
    """Return a text's first sentence, cut if it is long, with its number."""
    text = desk.found.texts[side]
    if not text.sentences:
        return words(f"{text.label}: no sentence")
    first = text.sentences[0]
    return (*quoted(text, first, limit=_STATEMENT), *reference(desk.found, first.id))


def _pairs_to_find(desk: Desk, facts: Sequence[SharedFact]) -> Task:
    columns = (
        Column(head="In A", share=0.2),
        Column(head="In B", share=0.2),
        Column(head="The fact, and the words that match", share=0.6),
    )
    rows = []
    for fact in facts:
        spans, names = in_order(desk, fact)
        rows.append(
            desk.row(
                columns,
                *(TaskCell(rules=desk.rules(2), starter="sentence", answer=words(name)) for name in names),
                TaskCell(
                    rules=desk.rules(2),
                    answer=desk.fitted(_matching(desk, fact, spans[1]), share=0.6, rules=desk.rules(1)),
                ),
            )
        )
    number = {1: "one fact", 2: "two facts", 3: "three facts"}[len(rows)]
    return Task(
        title="The same fact",
        ask=f"Find {number} that both texts tell. Give the sentence of each.",
        example="A3 and B5: the bridge was closed on Monday (“closed”, “Monday”).",
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


def _asked(desk: Desk, fact: SharedFact, span: Span, name: str) -> Runs:
    """Return a passage from its start, or from the clause from which on it shows most of what both tell."""
    article = desk.found.article(span.article)
    link = desk.found.links[fact.link]
    place = next((i for i, each in enumerate(link.spans) if each.article == span.article), 0)
    shared = {pair.words[place] for pair in link.shared}
    starts = sorted(
        {span.start}
        | {
            clause.start
            for sentence in sentences_in(article, span)
            for clause in sentence.clauses
            if span.start < clause.start < span.end
        }
    )

    def told(start: int) -> int:
        shown = shortened(article, Extent(start=start, end=span.end), limit=_STATEMENT)
        return sum(word in shown.text for word in shared)

    # A passage is quoted from inside only where that shows clearly more.
    start = max(starts, key=lambda each: (told(each) > 1.5 * told(span.start), told(each), -each))
    if told(start) <= 1.5 * told(span.start):
        start = span.start
    said = cited(desk.found, Span(article=span.article, start=start, end=span.end), name, limit=_STATEMENT)
    return (*words("… "), *said) if start > span.start else said


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


def _extent(quotation: Quotation) -> Extent:
    return Extent(start=quotation.start, end=quotation.end)
