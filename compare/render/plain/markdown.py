"""Comparison -> Markdown, to be pasted into an editor, a ticket or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.kinds import CLAIM, CUES, DIFFERENCES, OVER_ALL, RANKED, STATES, UNLISTED
from compare.model import (
    ClaimType,
    Comparison,
    Relation,
    SourceType,
    Voice,
)
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.render.parts.differences import LISTED
from compare.render.parts.overview import LANGUAGES, Card, cards, scope
from compare.render.parts.view import title
from compare.render.parts.wording import CLAIM_TYPES, RELATIONS, SOURCES, VOICES, date_words, listed, noted
from compare.render.plain.csv import Said, SheetRow, sheet
from compare.subject import NAMELESS, OF_BOTH
from compare.telling import FEWEST

# Characters that some dialect of Markdown gives a meaning inside a line: a backslash takes it away.
_MARKS = re.compile(
    r"[\\`*_{}\[\]|~$^#]|!(?=\[)|:(?=//|\w+:)|/(?=/)|(?<=:):|=(?==)|(?<==)=|(?<=\bwww)\.", re.IGNORECASE
)
# "@name" and "#12" call people and tickets, and an address becomes a link, even behind a backslash.
_CALLS = re.compile(r"(?<=[@#])(?=\w)|(?<=\S)(?=@)")
# An ampersand is markup only where it would begin an entity: "J&J" and "R & D" stand as they are.
_ENTITY = re.compile(r"&(?=#|\w{2,32};)")
_ENTITIES = str.maketrans({"<": "&lt;", ">": "&gt;"})
_CLOSING = (
    "What both say need not be true. Absence is not bias: the texts differ in length, date and purpose."
)


def markdown(comparison: Comparison) -> str:
    """Return every finding under a heading for its kind, with quotations, sentences and reasons.

    Words of the articles stand there as they are but for line ends, which are spaces here; none of them can
    become markup, a link or HTML; what calls people or tickets (@name, #12) has a space of no width in it.
    """
    return "\n".join(_lines(comparison)) + "\n"


def plain(words: str) -> str:
    r"""Return words that stand on one line of Markdown as they are, and mean nothing to it.

    >>> plain("<b>*5* & [a](http://b.c)</b>"), plain("J&J &lt; K")
    ('&lt;b&gt;\\*5\\* & \\[a\\](http\\:\\//b.c)&lt;/b&gt;', 'J&J &amp;lt; K')
    """
    line = " ".join(printable(words).replace(ZERO_WIDTH_SPACE, "").split())
    return _CALLS.sub(
        ZERO_WIDTH_SPACE, _MARKS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", line).translate(_ENTITIES))
    )


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {plain(comparison.settings.title or title(comparison))}"
    yield ""
    if comparison.settings.date:
        yield f"Date: {plain(date_words(comparison.settings.date))}"
        yield ""
    for card in cards(comparison):
        yield f"- {_card(card)}"
    for line in scope(comparison):
        yield ""
        yield plain(line)
    rows = sheet(comparison)
    for heading, lead, found in _sections(comparison, rows):
        if not found:
            continue
        yield ""
        yield f"## {heading} ({len(found)})"
        yield ""
        if lead:
            yield lead
            yield ""
        for row in found:
            yield from _row(row)
    yield ""
    for note in comparison.notes:
        if note.code == LANGUAGES:
            continue
        label, words = noted(note)
        yield f"Note{f' on {plain(label)}' if label and words == note.text else ''}: {plain(note.text)}"
        yield ""
    yield _CLOSING


def _card(card: Card) -> str:
    headline = f"“{plain(card.headline)}”" if card.headline else "no headline in the file"
    about = " · ".join((headline, plain(card.byline), plain(card.date), card.figures))
    return f"**{plain(card.label)}** {plain(card.name)}: {about}"


def _sections(
    comparison: Comparison, rows: Sequence[SheetRow]
) -> Iterator[tuple[str, str, Sequence[SheetRow]]]:
    """Yield heading, lead and rows of each kind; what an editor must see comes first."""
    order = {state: place for place, state in enumerate(STATES)}
    many = len(comparison.articles) >= FEWEST
    for kind in sorted(RANKED, key=lambda kind: many and kind not in OVER_ALL):
        if kind in UNLISTED:
            continue
        found = [row for row in rows if row.kind == kind.tag]
        if kind is not CLAIM:
            yield kind.heading, kind.lead, sorted(found, key=lambda row: order.get(row.state, 0))
            continue
        for article in comparison.articles:
            others = tuple(each.label for each in comparison.articles if each is not article)
            here = [row for row in found if row.said and row.said[0].article == article.label]
            lead = kind.lead.format(plain(listed(others))) if others else ""
            yield kind.heading.format(plain(article.label)), lead, here


def _row(row: SheetRow) -> Iterator[str]:
    if row.kind == CLAIM.tag and len(row.said) == 1:
        # The heading says what it is, and the lead that no other text has it.
        kind = f" ({_kind(row)})" if _kind(row) else ""
        yield f"- **{plain(row.number)}** {_said(row.said[0])}{kind}"
    else:
        said_already = row.why.casefold().rstrip(".") in (_kind(row).casefold(), row.type, NAMELESS)
        why = "" if said_already or LISTED.match(row.why) else row.why
        yield f"- **{plain(row.number)}** {'. '.join(filter(None, (_kind(row), plain(why))))}"
    for said in row.said if row.kind != CLAIM.tag or len(row.said) != 1 else ():
        yield f"  - {_said(said)}"
    if row.alternatives:
        yield f"  - Consider: {plain(', '.join(row.alternatives))}"
    if row.decision or row.comment:
        yield f"  - Reviewer: {': '.join(filter(None, (row.decision, plain(row.comment))))}"


def _said(said: Said) -> str:
    if not said.words.strip():
        return f"{plain(said.place)}: no such words"
    first, last = "‘’" if any(mark in said.words for mark in '“”"') else "“”"
    return f"{plain(said.place)}: {first}{plain(said.words)}{last}"


def _kind(row: SheetRow) -> str:
    """Return what a finding is in the words of the reports."""
    match row.kind:
        case "discrepancy":
            return f"{DIFFERENCES[row.type].words}, {STATES[row.state]}"
        case "shared-fact":
            return RELATIONS[Relation(row.state)]
        case "claim":
            kind = "" if row.type == CLAIM_TYPES[ClaimType.STATEMENT] else row.type
            return ", ".join(filter(None, (kind, "" if row.voice == VOICES[Voice.OUTLET] else row.voice)))
        case "framing-pair":
            # A thing that a finding names itself says enough; what both merely have says what it is about.
            of_both = row.about.startswith(OF_BOTH) and row.type
            told = f"{row.about}: {row.type}" if of_both else row.about or row.type
            return plain(told) + (", in opposite directions" if row.state else "")
        case "framing-cue":
            return CUES[row.type]
        case "attribution":
            return f"{plain(row.about)} ({SOURCES[SourceType(row.type)]})"
    return ""
