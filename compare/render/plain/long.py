"""Comparison -> a table with a row for each text of a finding, for those who count by outlet."""

from __future__ import annotations

import io

from compare.kinds import kind_of
from compare.model import Article, Comparison, Discrepancy, Fact, Figure, ValueRow
from compare.quote import headline, place_name
from compare.render.parts.wording import ZONES, name
from compare.render.plain.csv import BYTE_ORDER_MARK, harmless, sheet
from compare.telling import as_told

COLUMNS = (
    *("number", "kind", "type", "state", "about", "text", "outlet", "date", "sentence", "placement"),
    *("quotation", "value", "perhaps", "copy of", "id"),
)
_FIFTHS = 5


def long(comparison: Comparison) -> str:
    """Return the rows under a row of names, as RFC 4180 has it, with a byte order mark.

    A finding of four texts has four rows or more, one a passage, with one `id`; `copy of` are the texts that
    are near copies of this one.
    """
    import csv as tables

    written = io.StringIO(newline="")
    writer = tables.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    told = as_told(comparison)
    articles = {article.label: article for article in told.articles}
    copies = {label: group for group in told.witnesses for label in group}
    for finding, row in zip(told.findings, sheet(told), strict=True):
        values = finding.values if isinstance(finding, ValueRow | Discrepancy | Figure) else ()
        for place, (span, sentence) in enumerate(zip(finding.spans, finding.sentences, strict=True)):
            article = articles[span.article]
            cells = (
                *(row.number, kind_of(finding).tag, row.type, row.state, row.about),
                *(article.label, name(article), article.published or ""),
                *_placed(article, sentence),
                article.text[span.start : span.end],
                values[place] if values else "",
                "perhaps" if isinstance(finding, Fact) and span.article in finding.attached else "",
                ", ".join(other for other in copies.get(article.label, ()) if other != article.label),
                row.id,
            )
            writer.writerow(harmless(cell) for cell in cells)
    return BYTE_ORDER_MARK + written.getvalue()


def _placed(article: Article, sentence: str) -> tuple[str, str]:
    """Return a sentence's number and in which part of its text it stands."""
    if sentence == headline(article):
        return place_name(sentence), "headline"
    at = next((k for k, each in enumerate(article.sentences) if each.id == sentence), 0)
    fifth = at * _FIFTHS // max(1, len(article.sentences))
    zones = tuple(ZONES.values())
    return sentence, zones[0] if fifth == 0 else zones[2] if fifth == _FIFTHS - 1 else zones[1]
