"""Three texts and more -> a handout with one table over all of them, and the teacher's key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import (
    Article,
    Attribution,
    Claim,
    ClaimType,
    Comparison,
    DiscrepancyType,
    Fact,
    ValueRow,
)
from compare.quote import Quotation, shortened, whole
from compare.render.layout import Layout, Level
from compare.render.pages.glyphs import remark, undrawable
from compare.render.pages.press import printed
from compare.render.pages.templates import paged
from compare.render.parts.across import about, value_rows
from compare.render.parts.fullest import Fullest
from compare.render.parts.overview import Card, cards
from compare.render.parts.speakers import NAMED
from compare.render.parts.together import counted
from compare.render.parts.wording import in_words, listed

# Statements of the first task: told by all, by some, by one alone (one a text, as far as these reach).
ALL, SOME, ALONE = 3, 2, 3
MOST_VALUES, NAMES = 3, 3
# Sentences of each text that are printed, by the number of texts: extracts of five fill a page.
EXTRACT = {3: 9, 4: 7, 5: 5}
FEWEST_SENTENCES = 4
STATEMENT = 120
_MINUTES = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of an extract; `gap` says that sentences are left out before it."""

    id: str
    quotation: Quotation
    gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """A text as students read it."""

    card: Card
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A row of the table: what is said, and by text the sentences that say it."""

    quotation: Quotation
    told: tuple[tuple[str, ...], ...]
    """By text, the sentences that say it: the answers."""
    answers: tuple[str, ...]
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A thing for which the texts give several values: by text, value and sentence."""

    about: str
    given: tuple[tuple[tuple[str, str], ...], ...]
    answers: tuple[str, ...]
    answer: str
    """To whether all can be right."""
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Everything that the template prints; answers are for the key alone."""

    title: str
    texts: tuple[Extracted, ...]
    columns: int
    statements: tuple[Statement, ...]
    contrasts: tuple[Contrast, ...]
    named: tuple[str, ...]
    """By text, who is named as speaking, and where."""
    witnesses: str
    """Which texts are near copies."""
    number: str
    advice: tuple[str, ...]
    """What a teacher should know."""
    minutes: int
    points: int
    ask_told: str = (
        "Which texts say this, in whatever words? Write the number of the sentence under each text that says "
        "it, a dash under the others."
    )
    ask_contrast: str = "What does each text give, and in which sentence? Can all of them be right? Say why."
    ask_quoted: str = (
        "Whom does each text name as speaking? Write name and sentence. Whom would you have asked?"
    )
    ask_witnesses: str = (
        "Are any of these texts largely the same? Then how many witnesses are there? Name one statement that "
        "you would check elsewhere, and where."
    )
    help_told: str = ""
    """What the level of support adds to each task: words to use, how to begin."""
    help_contrast: str = ""
    help_quoted: str = ""
    help_witnesses: str = ""


def handout_and_key(comparison: Comparison, layout: Layout) -> tuple[bytes, bytes]:
    """Return both PDFs.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    lesson = plan(comparison, layout.level)
    pages, key = (html(lesson, layout, audience) for audience in ("class", "teacher"))
    return printed(pages, layout), printed(key, layout)


def html(lesson: Lesson, layout: Layout, audience: str) -> str:
    """Return the HTML of the handout, or for the audience `teacher` of the key.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    sheets = ("handout.css", "handout-many.css")
    return paged("handout_many.html.j2", layout, sheets=sheets, lesson=lesson, key=audience == "teacher")


def plan(comparison: Comparison, level: Level = Level.CORE) -> Lesson:
    """Return the lesson on all texts; what tasks ask for stands in what is printed of them."""
    labels = [article.label for article in comparison.articles]
    facts = _facts(comparison)
    claims = _claims(comparison)
    rows = [row for row in value_rows(comparison) if _is_task(row)][:MOST_VALUES]
    said: tuple[Fact | Claim, ...] = (*facts, *claims)
    asked: tuple[Fact | Claim | ValueRow, ...] = (*facts, *rows, *claims)
    wanted = [sentence for found in asked for sentence in _first_places(found)]
    shown = _shown(comparison, wanted)
    printed_ = {line.id for text in shown for line in text.lines}
    statements = tuple(
        _statement(found, comparison)
        for found in sorted(said, key=lambda each: _hidden(each, comparison))
        if printed_.issuperset(_first_places(found))
    )
    contrasts = tuple(
        _contrast(row, comparison, hidden=level is Level.CHALLENGE)
        for row in rows
        if printed_.issuperset(_first_places(row))
    )
    quoted = tuple(tuple(_quoted(article, comparison, printed_)) for article in comparison.articles)
    return Lesson(
        title=comparison.settings.title or f"One event, {in_words(len(labels))} texts",
        texts=shown,
        columns=3 if len(labels) == 3 else 2,
        statements=statements,
        contrasts=contrasts,
        named=tuple(
            "; ".join(f"{name} {sentence}" for name, sentence in names) or "nobody by name"
            for names in quoted
        ),
        witnesses=" ".join(f"{listed(group)} are near copies: one witness." for group in comparison.witnesses)
        or "No two of them are near copies.",
        number=in_words(len(labels)),
        advice=tuple(_advice(comparison)),
        minutes=_MINUTES,
        points=sum(len(each.told) for each in statements)
        + sum(len(each.given) + 1 for each in contrasts)
        + len(labels)
        + 2,
        **_asked(statements, quoted, level),
    )


def _asked(
    statements: Sequence[Statement], quoted: Sequence[Sequence[tuple[str, str]]], level: Level
) -> dict[str, str]:
    """Return what the level changes: more help with the tasks, or more to be done."""
    if level is Level.CHALLENGE:
        return {
            "ask_told": "Which texts say this, in whatever words? Write the number of the sentence under "
            "each text that says it, a dash under the others. Then copy, for two of the rows, the words of "
            "a text that adds or leaves out something, and say what.",
            "ask_contrast": "Find in each text what it gives for this, and in which sentence. Can all of "
            "them be right? Say why, and what you would have to look up.",
        }
    if level is not Level.SUPPORT:
        return {}
    told = [sum(bool(each) for each in statement.told) for statement in statements]
    counts = ", ".join(
        f"{in_words(many)} {'is' if many == 1 else 'are'} said by {in_words(texts)}"
        for texts in sorted(set(told), reverse=True)
        if (many := told.count(texts))
    )
    names = sorted({name for each in quoted for name, _ in each})
    return {
        "help_told": f"Of these statements {counts}." if counts else "",
        "help_contrast": "Begin: They can all be right, because … or: They cannot all be right, because …",
        "help_quoted": f"Names to look for: {', '.join(names)}." if names else "",
        "help_witnesses": "Begin: Texts … and … have the same sentences, so … or: No two texts …",
    }


def _advice(comparison: Comparison) -> Iterator[str]:
    """Yield what stands for the teacher at the end of the key."""
    yield f"{_MINUTES} minutes; a point for each cell of the tables, two for the last task."
    told = ", ".join(f"{number} told {words}" for words, number in counted(comparison))
    yield (
        f"In the whole texts: {told or 'nothing that two tell'}. What several texts tell can be wrong, and "
        "what one alone tells can be right."
    )
    yield (
        "Numbers of sentences in task 1 are those that a rule found in the whole texts. Other sentences that "
        "say the same are right too. Check the rows before the lesson: about one in four holds a passage "
        "that tells something else. “Perhaps” counts either way."
    )
    yield (
        "Read the extracts beforehand: news can tell of violence, abuse or death. Forewarn the class, or "
        "take other texts."
    )
    drawn = remark(undrawable(comparison)).replace("This report", "This handout")
    if drawn:
        yield drawn


def _facts(comparison: Comparison) -> list[Fact]:
    """Return facts of all texts and of some, none of a sentence that one before is of."""
    texts = len(comparison.articles)
    used: set[str] = set()
    kept: list[Fact] = []
    room = {True: ALL, False: SOME}
    for fact in comparison.findings:
        if not isinstance(fact, Fact):
            continue
        told = {span.article for span in fact.spans} - set(fact.attached)
        everywhere = len(told) == texts
        if room[everywhere] and not used & set(fact.sentences) and fact.independent > 1:
            room[everywhere] -= 1
            used |= set(fact.sentences)
            kept.append(fact)
    return kept


def _claims(comparison: Comparison) -> list[Claim]:
    """Return the most salient plain statement that each text alone has."""
    best: dict[str, Claim] = {}
    for claim in comparison.findings:
        if isinstance(claim, Claim) and claim.type is not ClaimType.JUDGEMENT:
            label = claim.spans[0].article
            if label not in best or claim.salience > best[label].salience:
                best[label] = claim
    return [best[article.label] for article in comparison.articles if article.label in best][:ALONE]


def _is_task(row: ValueRow) -> bool:
    """Return whether a class can find the values: figures, days and names that differ."""
    plain = (DiscrepancyType.NUMBER, DiscrepancyType.DATE, DiscrepancyType.NAME)
    return row.state is not None and row.type in plain


def _first_places(found: Fact | Claim | ValueRow) -> tuple[str, ...]:
    """Return of each text the first sentence of a finding."""
    first: dict[str, str] = {}
    for span, sentence in zip(found.spans, found.sentences, strict=True):
        first.setdefault(span.article, sentence)
    return tuple(first.values())


def _shown(comparison: Comparison, wanted: Sequence[str]) -> tuple[Extracted, ...]:
    most = EXTRACT.get(len(comparison.articles), FEWEST_SENTENCES)
    found = []
    for card, article in zip(cards(comparison), comparison.articles, strict=True):
        order = {sentence.id: place for place, sentence in enumerate(article.sentences)}
        chosen = [order[sentence] for sentence in dict.fromkeys(wanted) if sentence in order][:most]
        # Beside what tasks need, how the text begins.
        for place in range(min(2, len(order))):
            if len(set(chosen)) < most:
                chosen.append(place)
        lines = []
        before = -1
        for place in sorted(set(chosen)):
            sentence = article.sentences[place]
            lines.append(Line(id=sentence.id, quotation=whole(article, sentence), gap=place > before + 1))
            before = place
        found.append(Extracted(card=card, lines=tuple(lines)))
    return tuple(found)


def _hidden(found: Fact | Claim, comparison: Comparison) -> tuple[int, str]:
    """Return an order that gives no answer away: that of lengths and letters."""
    said = _statement(found, comparison).quotation.text
    return len(said) % 7, said


def _statement(found: Fact | Claim, comparison: Comparison) -> Statement:
    articles = {article.label: article for article in comparison.articles}
    attached = found.attached if isinstance(found, Fact) else ()
    told = {span.article: span for span in reversed(found.spans) if span.article not in attached}
    fullest = (
        Fullest(found, comparison).alone(sorted(told), {})
        if isinstance(found, Fact) and found.links
        else min(told.values(), key=lambda span: (span.end - span.start, span.start))
    )
    return Statement(
        quotation=shortened(articles[fullest.article], fullest, limit=STATEMENT),
        told=tuple(
            tuple(
                sentence
                for span, sentence in zip(found.spans, found.sentences, strict=True)
                if span.article == label
            )
            for label in articles
        ),
        answers=tuple(
            ", ".join(
                s for span, s in zip(found.spans, found.sentences, strict=True) if span.article == label
            )
            + (" (perhaps)" if label in attached else "")
            or "–"
            for label in articles
        ),
        number=found.number,
    )


def _contrast(row: ValueRow, comparison: Comparison, *, hidden: bool) -> Contrast:
    given = tuple(
        tuple(
            (" ".join(article.text[span.start : span.end].split()), sentence)
            for span, sentence in zip(row.spans, row.sentences, strict=True)
            if span.article == article.label
        )
        for article in comparison.articles
    )
    answers = {
        "conflict": "No, as they stand: check it at the source.",
        "later-count": "Yes: the texts are of different days, and the count can have grown.",
        "more-or-less-precise": "Yes: one is rougher than the other.",
        "other-source": "Perhaps: each names another source.",
        "other-measure": "Yes, if they measure two things.",
        "worded-differently": "Yes: one value told in two ways.",
        "in-one-only": "Yes.",
    }
    return Contrast(
        about=about(row) if hidden else f"{about(row)}, {row.sentences[0]}",
        given=given,
        answers=tuple("; ".join(f"{value} {sentence}" for value, sentence in each) or "–" for each in given),
        answer=answers[row.state or "in-one-only"],
        number=row.number,
    )


def _quoted(article: Article, comparison: Comparison, shown: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the people and bodies that are named as speaking in what is printed of a text, each once."""
    names: dict[str, str] = {}
    for found in comparison.findings:
        if (
            isinstance(found, Attribution)
            and found.spans[0].article == article.label
            and found.source_type in NAMED
            and found.sentences[0] in shown
        ):
            names.setdefault(found.name, found.sentences[0])
    yield from list(names.items())[:NAMES]
