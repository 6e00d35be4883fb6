"""Comparison -> a short summary for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from compare.model import (
    Article,
    Claim,
    Comparison,
    Discrepancy,
    DiscrepancyState,
    FindingBase,
    FramingPair,
    Note,
    Relation,
    SharedFact,
    Span,
)
from compare.quote import printable, shortened
from compare.render.parts.differences import ranked
from compare.render.parts.overview import cards
from compare.render.parts.references import headline
from compare.render.parts.scope import LANGUAGES, no_conflict, scope
from compare.render.parts.wording import DIFFERENCES, RELATIONS, STATES, count, listed, noted

# Shared facts, and claims of each text, that a screen has room for.
TOP = 5
NARROWEST = 40
QUOTATION_LIMIT = 150


def text(comparison: Comparison, *, width: int = 100) -> str:
    """Return the texts, the counts and the top findings in lines of at most `width` characters.

    A word longer than the line is the only thing that passes it. Ends with a newline.
    """
    lines = [line for block in _blocks(comparison, max(width, NARROWEST)) for line in (*block, "")]
    return "\n".join(lines[:-1]) + "\n"


def _blocks(comparison: Comparison, width: int) -> Iterator[list[str]]:
    articles = {article.label: article for article in comparison.articles}
    for card in cards(comparison):
        headline = f"“{_one_line(card.headline)}”" if card.headline else "no headline in the file"
        about = f"{headline} · {card.byline} · {card.date}"
        head = card.label if card.name == f"Text {card.label}" else f"{card.label}  {_one_line(card.name)}"
        yield [
            *_wrapped(head, width, first=""),
            *_wrapped(_one_line(about), width, first="   "),
            *_wrapped(card.figures, width, first="   "),
        ]
    for each in scope(comparison):
        yield _wrapped(_one_line(each), width, first="")
    yield from _differences(comparison, articles, width)
    facts = [f for f in comparison.findings if isinstance(f, SharedFact)]
    scores = {link.id: link.score for link in comparison.links}
    facts.sort(key=lambda fact: -scores.get(fact.link, 0.0))
    yield [
        f"In both: {count(len(facts), 'shared fact')}",
        *(line for fact in facts[:TOP] for line in _fact(fact, articles, width)),
        *_more(len(facts)),
    ]
    for article in comparison.articles:
        claims = [
            f
            for f in comparison.findings
            if isinstance(f, Claim) and f.spans and f.spans[0].article == article.label
        ]
        claims.sort(key=lambda claim: -claim.salience)
        others = tuple(other for other in articles if other != article.label)
        where = f", not found in {listed(others)}" if others else ""
        yield [
            f"Only in {article.label}: {count(len(claims), 'claim')}{where}",
            *(line for claim in claims[:TOP] for line in _claim(claim, article, width)),
            *_more(len(claims)),
        ]
    if any(note.code != LANGUAGES for note in comparison.notes):
        yield [
            line
            for note in comparison.notes
            if note.code != LANGUAGES
            for line in _wrapped(_one_line(f"Note: {_noted(note)}"), width, first="")
        ]
    yield _wrapped(
        "What both say need not be true. Absence is not bias: the texts differ in length, date and purpose.",
        width,
        first="",
    )


def _noted(note: Note) -> str:
    label, words = noted(note)
    return note.text if not label or words != note.text else f"{label}: {words}"


def _differences(comparison: Comparison, articles: dict[str, Article], width: int) -> Iterator[list[str]]:
    """Yield what editors look for first: conflicts, other discrepancies, then framing pairs."""
    differences = ranked(comparison)
    conflicts = sum(each.state is DiscrepancyState.CONFLICT for each in differences)
    lines = []
    if differences:
        of_them = count(conflicts, "conflict") if conflicts else "no conflict"
        lines.append(
            f"Where they differ: {count(len(differences), 'discrepancy', 'discrepancies')}, {of_them}"
        )
        lines += [line for each in differences[:TOP] for line in _difference(each, articles, width)]
        lines += _more(len(differences))
    elif any(link.relation is not Relation.RELATED for link in comparison.links):
        lines += _wrapped(no_conflict(comparison), width, first="")
    if lines:
        yield lines
    pairs = [f for f in comparison.findings if isinstance(f, FramingPair)]
    if pairs:
        yield [
            f"One thing in two wordings: {count(len(pairs), 'framing pair')}",
            *(line for pair in pairs[:TOP] for line in _pair(pair, articles, width)),
            *_more(len(pairs)),
        ]


def _difference(each: Discrepancy, articles: dict[str, Article], width: int) -> Iterator[str]:
    kind = f"{STATES[each.state]} ({DIFFERENCES[each.type]}): {_one_line(each.why)}"
    yield from _wrapped(f"{each.number}  {kind}", width, first="  ")
    yield from _places(each, articles, width)


def _pair(pair: FramingPair, articles: dict[str, Article], width: int) -> Iterator[str]:
    opposite = ", in opposite directions" if pair.opposite else ""
    yield from _wrapped(f"{pair.number}  {_one_line(pair.target)}{opposite}", width, first="  ")
    yield from _places(pair, articles, width)


def _fact(fact: SharedFact, articles: dict[str, Article], width: int) -> Iterator[str]:
    yield from _wrapped(f"{fact.number}  {RELATIONS[fact.relation]}", width, first="  ")
    yield from _places(fact, articles, width)


def _places(finding: FindingBase, articles: dict[str, Article], width: int) -> Iterator[str]:
    for span, sentence in zip(finding.spans, finding.sentences, strict=False):
        article = articles[span.article]
        where = f"{span.article} headline" if sentence == headline(article) else sentence
        yield from _wrapped(f"{_quoted(article, span, width)} {where}", width, first="      ")


def _claim(claim: Claim, article: Article, width: int) -> Iterator[str]:
    quoted = _quoted(article, claim.spans[0], width)
    yield from _wrapped(f"{claim.number}  {quoted} {claim.sentences[0]}", width, first="  ")


def _more(number: int) -> list[str]:
    return [f"  and {number - TOP} more in the report"] if number > TOP else []


def _quoted(article: Article, span: Span, width: int) -> str:
    """Return a quotation in quotation marks; where it is cut, an ellipsis stands after them."""
    quotation = shortened(article, span, limit=min(QUOTATION_LIMIT, 2 * width))
    first, last = "‘’" if quotation.nested else "“”"
    return f"{first}{_one_line(quotation.text)}{last}{' …' if quotation.cut else ''}"


def _one_line(words: str) -> str:
    """Return words with their white space runs as one space, and nothing that steers a terminal."""
    return " ".join(printable(words).replace("\u200b", "").split())


def _wrapped(words: str, width: int, *, first: str) -> list[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=first + ("    " if first == "  " else ""),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
