"""Comparison -> a table of its findings for spreadsheets; Markdown takes the same rows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.kinds import kind_of
from compare.model import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Discrepancy,
    Fact,
    Finding,
    FramingCue,
    FramingPair,
    Placement,
    SharedFact,
    Span,
    ValueRow,
    WordingRow,
)
from compare.quote import ZERO_WIDTH_SPACE, headline, place_name, printable
from compare.render.parts.wording import VOICES, ZONES
from compare.subject import labelled
from compare.telling import as_told

# Without it Excel reads UTF-8 as the code page of the day and prints “ as â€œ; others pass over it.
BYTE_ORDER_MARK = "\ufeff"
BETWEEN = " | "
"""Stands between two places of one text in one cell."""
# What makes a spreadsheet take a cell for a formula, in the wide forms of East Asia too, or trims away to it.
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
# Where the decimal sign is a comma, spreadsheets part at semicolons, and inside of our quotation marks too.
_AFTER = r";\s\"\u200b-\u200f\u2060\ufeff"
_FORMULA_WITHIN = re.compile(rf"(?<![{_AFTER}])([{_AFTER}]+)([=+\-@＝＋－＠])")
_PARTING = re.compile(r"[;\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def csv(comparison: Comparison) -> str:
    r"""Return one row a finding under a row of names, as RFC 4180 has it, with a byte order mark.

    Two columns a text have its sentences and its words. What a spreadsheet could take for a formula, at the
    start of a cell or where it parts one at a semicolon, tab or line end, has an apostrophe in front;
    quotations are exact but for that, and for control characters and spaces of no width, which go.
    """
    import csv as tables

    labels = [article.label for article in comparison.articles]
    written = io.StringIO(newline="")
    writer = tables.writer(written, lineterminator="\r\n")
    writer.writerow(harmless(name) for name in columns(labels))
    for row in sheet(comparison):
        writer.writerow(harmless(cell) for cell in _cells(row, labels))
    return BYTE_ORDER_MARK + written.getvalue()


def columns(labels: list[str]) -> list[str]:
    """Return the names of the columns.

    >>> columns(["A", "B"])[5:9]
    ['A sentences', 'A quotation', 'B sentences', 'B quotation']
    """
    texts = [f"{label} {what}" for label in labels for what in ("sentences", "quotation")]
    return [
        *("number", "kind", "type", "state", "about"),
        *texts,
        *("why", "voice", "alternatives", "decision", "comment", "id"),
    ]


def harmless(cell: str) -> str:
    r"""Return a cell that no spreadsheet takes for a formula, nor a part of it.

    >>> harmless("=1+1"), harmless(" -2"), harmless("up 5 - 6"), harmless("a\x00b")
    ("'=1+1", "' -2", 'up 5 - 6', 'ab')
    >>> harmless("one; =1+1"), harmless("minus 5; - or plus")
    ("one; '=1+1", "minus 5; '- or plus")
    """
    plain = _FORMULA_WITHIN.sub(_parted, printable(cell).replace(ZERO_WIDTH_SPACE, ""))
    return f"'{plain}" if _FORMULA.match(plain) else plain


def _parted(found: re.Match[str]) -> str:
    between, sign = found.groups()
    return f"{between}'{sign}" if _PARTING.search(between) else found[0]


def _cells(row: SheetRow, labels: list[str]) -> list[str]:
    texts = []
    for label in labels:
        here = [said for said in row.said if said.article == label]
        texts += [
            "; ".join(dict.fromkeys(said.place for said in here)),
            BETWEEN.join(said.words for said in here if said.words),
        ]
    return [
        *(row.number, row.kind, row.type, row.state, row.about),
        *texts,
        *(row.why, row.voice, "; ".join(row.alternatives), row.decision, row.comment, row.id),
    ]


# --------------------------------------------------------------------------------------------------- tabular
# Findings as the rows of a sheet: one a finding, with what each text says, for Markdown and for tables.


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a text says at one place, verbatim and whole."""

    article: str
    place: str
    """The sentence's id, or `A headline`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One finding; words of the model's kinds are those of the JSON."""

    number: str
    kind: str
    type: str
    state: str
    about: str
    """What a framing pair is about, to whom a statement is put, or which texts perhaps tell a fact."""
    said: tuple[Said, ...]
    why: str
    voice: str
    alternatives: tuple[str, ...]
    decision: str
    comment: str
    id: str


def sheet(comparison: Comparison) -> tuple[SheetRow, ...]:
    """Return a row for every finding that is told, in the order of the comparison."""
    articles = {article.label: article for article in comparison.articles}
    return tuple(_row(finding, articles) for finding in as_told(comparison).findings)


def _row(finding: Finding, articles: Mapping[str, Article]) -> SheetRow:
    type_, state, about = _named(finding, tuple(articles.values()))
    review = finding.review
    spoken = finding.voices if isinstance(finding, FramingPair | WordingRow) else (finding.voice,)
    return SheetRow(
        number=finding.number,
        kind=kind_of(finding).tag,
        type=type_,
        state=state,
        about=about,
        said=tuple(_said(finding, articles)),
        why=finding.why,
        voice="; ".join(dict.fromkeys(VOICES[voice] for voice in spoken)),
        alternatives=finding.alternatives if isinstance(finding, FramingPair | FramingCue) else (),
        decision=review.decision.value if review and review.decision else "",
        comment=(review.comment or "") if review else "",
        id=finding.id,
    )


def _named(finding: Finding, articles: Sequence[Article]) -> tuple[str, str, str]:
    """Return a finding's type, state or relation, and what it is about."""
    match finding:
        case SharedFact():
            return "direct-quotation" if finding.direct_quotation else "", finding.relation, ""
        case Fact():
            return "", f"{finding.independent} independent", ", ".join(finding.attached)
        case Claim():
            return finding.type, "", ""
        case Placement():
            return "", "; ".join(ZONES[each.zone] for each in finding.positions), ""
        case Discrepancy():
            return finding.type, finding.state, ""
        case ValueRow():
            return finding.type, finding.state or "", finding.counted
        case WordingRow():
            return finding.concept, "", finding.target
        case FramingPair():
            target, device = labelled(finding, articles)
            return device, "opposite" if finding.opposite else "", target
        case FramingCue():
            return finding.mark, "", ""
        case Attribution():
            return finding.source_type, finding.cue_class, finding.name
    return "", "", ""


def _said(finding: Finding, articles: Mapping[str, Article]) -> Iterator[Said]:
    """Yield what the texts say; a linked passage without words of its own is named all the same."""
    for span, sentence in zip(finding.spans, finding.sentences, strict=False):
        yield Said(
            article=span.article,
            place=_place(articles[span.article], span, sentence),
            words=articles[span.article].text[span.start : span.end],
        )
    if isinstance(finding, Discrepancy):
        quoted = {span.article for span in finding.spans}
        for passage in finding.passages:
            if passage.article not in quoted:
                yield Said(
                    article=passage.article,
                    place=_place(articles[passage.article], passage, passage.article),
                    words="",
                )


def _place(article: Article, span: Span, sentence: str) -> str:
    if sentence == headline(article):
        return place_name(sentence)
    return next((s.id for s in article.sentences if s.start <= span.start < s.end), sentence)
