"""Comparison -> a short summary for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from compare.kinds import (
    CLAIM,
    DIFFERENCES,
    DISCREPANCY,
    FRAMING_CUE,
    FRAMING_PAIR,
    OVER_ALL,
    RANKED,
    SHARED_FACT,
    STATES,
    Kind,
    count,
    kind_of,
)
from compare.model import (
    Article,
    Claim,
    Comparison,
    Discrepancy,
    DiscrepancyState,
    Finding,
    FramingPair,
    Note,
    SharedFact,
    Span,
    Tier,
)
from compare.quote import headline, place_name, printable, shortened
from compare.render.parts.differences import ranked
from compare.render.parts.overview import LANGUAGES, cards, no_conflict, scope
from compare.render.parts.wording import RELATIONS, listed, noted
from compare.subject import heading
from compare.telling import ALWAYS, FEWEST, telling

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
    many = len(comparison.articles) >= FEWEST
    for kind in (*OVER_ALL, *RANKED) if many else RANKED:
        if many and kind in _OF_TWO and not any(kind_of(f) is kind for f in comparison.findings):
            continue
        if (kind.row or (many and kind in OVER_ALL)) and kind is not FRAMING_CUE:
            yield from _SECTIONS.get(kind, _section)(kind, comparison, width)
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


_OF_TWO = (SHARED_FACT, DISCREPANCY, FRAMING_PAIR)


def _noted(note: Note) -> str:
    label, words = noted(note)
    return note.text if not label or words != note.text else f"{label}: {words}"


def _section(kind: Kind, comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the findings of a kind under its heading; nothing where there are none."""
    found = [f for f in comparison.findings if kind_of(f) is kind]
    if found:
        yield _block(f"{kind.heading}: {count(len(found), kind.noun, kind.plural)}", found, comparison, width)


def _differences(kind: Kind, comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the discrepancies, conflicts first, or in how many passages they were looked for."""
    differences = ranked(comparison)
    conflicts = sum(each.state is DiscrepancyState.CONFLICT for each in differences)
    if differences:
        number = count(len(differences), kind.noun, kind.plural)
        of_them = f", {count(conflicts, 'conflict')}" if conflicts else ""
        yield _block(f"{kind.heading}: {number}{of_them}", differences, comparison, width)
    elif any(link.tier is Tier.SURE for link in comparison.links):
        yield _wrapped(no_conflict(comparison), width, first="")


def _facts(kind: Kind, comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the shared facts, the surest first, also where there are none."""
    facts = [f for f in comparison.findings if isinstance(f, SharedFact)]
    scores = {link.id: link.score for link in comparison.links}
    facts.sort(key=lambda fact: -scores.get(fact.link, 0.0))
    yield _block(f"In both: {count(len(facts), kind.noun)}", facts, comparison, width)


def _claims(kind: Kind, comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the claims of each text, the most salient first, also where there are none."""
    labels = [article.label for article in comparison.articles]
    for article in comparison.articles:
        claims = [
            f
            for f in comparison.findings
            if isinstance(f, Claim) and f.spans and f.spans[0].article == article.label
        ]
        claims.sort(key=lambda claim: -claim.salience)
        others = tuple(other for other in labels if other != article.label)
        where = f", not found in {listed(others)}" if others else ""
        yield [
            f"{kind.heading.format(article.label)}: {count(len(claims), kind.noun)}{where}",
            *(line for claim in claims[:TOP] for line in _claim(claim, article, width)),
            *_more(len(claims)),
        ]


def _wordings(kind: Kind, comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the contrasts of wording that a report shows: headline, lead and close do not count as found."""
    found = telling(comparison.findings)
    number = sum(pair.device not in ALWAYS for pair in found)
    if found:
        heading = kind.heading + (f": {count(number, kind.noun, kind.plural)}" if number else "")
        yield _block(heading, found, comparison, width, most=len(found))


_SECTIONS = {DISCREPANCY: _differences, FRAMING_PAIR: _wordings, SHARED_FACT: _facts, CLAIM: _claims}
"""Kinds of which more is said than a heading and the findings."""


def _block(
    heading: str, found: Sequence[Finding], comparison: Comparison, width: int, *, most: int = TOP
) -> list[str]:
    articles = {article.label: article for article in comparison.articles}
    return [
        heading,
        *(
            line
            for each in found[:most]
            for line in (
                *_wrapped(
                    f"{each.number}  {_one_line(_about(each, comparison.articles))}", width, first="  "
                ),
                *_places(each, articles, width),
            )
        ),
        *_more(len(found), most=most),
    ]


def _about(finding: Finding, all_: Sequence[Article]) -> str:
    """Return what a finding is; where its kind says all, why it was made."""
    match finding:
        case Discrepancy():
            return f"{STATES[finding.state]} ({DIFFERENCES[finding.type].words}): {finding.why}"
        case FramingPair():
            opposite = "in opposite directions" if finding.opposite else ""
            return ", ".join(filter(None, (heading(finding, all_), opposite)))
        case SharedFact():
            return RELATIONS[finding.relation]
    return finding.why


def _places(finding: Finding, articles: dict[str, Article], width: int) -> Iterator[str]:
    for span, sentence in zip(finding.spans, finding.sentences, strict=False):
        article = articles[span.article]
        where = place_name(sentence) if sentence == headline(article) else sentence
        yield from _wrapped(f"{_quoted(article, span, width)} {where}", width, first="      ")


def _claim(claim: Claim, article: Article, width: int) -> Iterator[str]:
    quoted = _quoted(article, claim.spans[0], width)
    yield from _wrapped(f"{claim.number}  {quoted} {claim.sentences[0]}", width, first="  ")


def _more(number: int, *, most: int = TOP) -> list[str]:
    return [f"  and {number - most} more in the report"] if number > most else []


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
