"""Remarks as lines for people and grep, and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.check.remark import Quoted, Remark
from compare.kinds import SEVERITIES, count
from compare.model import Article, Extent
from compare.quote import shortened
from compare.read.source import printable

SCHEMA_VERSION = 1
# Two quotations and a why then stand in three lines of a terminal; the ellipsis stands outside of the marks.
QUOTATION_LIMIT = 120


def line(remark: Remark, articles: Sequence[Article], *, draft: str) -> str:
    """Return a remark as `FILE:PLACE: SEVERITY NUMBER KIND: QUOTATIONS: WHY [ID]`, on one line.

    White space inside a quotation is printed as one space, what steers a terminal as an escape.
    """
    advice = f" Consider: {', '.join(remark.alternatives)}." if remark.alternatives else ""
    words = quotations(remark, articles, placed=True)
    head = f"{draft}:{remark.quoted[0].place}: {remark.severity} {remark.number} {remark.kind}"
    return _one_line(f"{head}: {words}: {remark.why}{advice} [{remark.id}]")


def quotations(remark: Remark, articles: Sequence[Article], *, placed: bool = False) -> str:
    """Return what the texts say, the draft first; `placed` adds where, to all but the first."""
    texts = {article.label: article for article in articles}
    words = [_words(quoted, texts[quoted.article]) for quoted in remark.quoted]
    if placed:
        places = [f" ({quoted.place})" for quoted in remark.quoted]
        words = [words[0], *(each + place for each, place in zip(words[1:], places[1:], strict=True))]
    return _one_line(" / ".join(words))


def text(remarks: Sequence[Remark], articles: Sequence[Article], *, draft: str) -> bytes:
    """Return the remarks a line each; nothing where there are none."""
    return "".join(f"{line(remark, articles, draft=draft)}\n" for remark in remarks).encode(
        "utf-8", "replace"
    )


def json(
    remarks: Sequence[Remark], *, articles: Sequence[Article], files: Sequence[str], accepted: int
) -> bytes:
    """Return the remarks with their offsets as indented UTF-8; the first article is the draft."""
    import msgspec

    made = {
        "schema": SCHEMA_VERSION,
        "articles": [
            {"label": article.label, "file": file, "outlet": article.outlet}
            for article, file in zip(articles, files, strict=True)
        ],
        "counts": counts(remarks),
        "accepted": accepted,
        "remarks": remarks,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def counts(remarks: Sequence[Remark]) -> dict[str, int]:
    """Return how many remarks there are of each severity, the heaviest first."""
    number = Counter(remark.severity for remark in remarks)
    return {severity.value: number[severity] for severity in SEVERITIES}


def summary(remarks: Sequence[Remark], *, accepted: int | None) -> str:
    """Return the counts in words; `accepted` is None where there is no baseline.

    >>> summary([], accepted=1)
    '0 errors, 0 warnings, 0 notes; 1 accepted in the baseline'
    """
    found = ", ".join(count(number, severity) for severity, number in counts(remarks).items())
    return found if accepted is None else f"{found}; {accepted} accepted in the baseline"


def _words(quoted: Quoted, article: Article) -> str:
    """Return a quotation in marks that it does not hold itself, or `none` where the passage has no words."""
    if quoted.words is None:
        return "none"
    kept = shortened(article, Extent(start=quoted.start, end=quoted.end), limit=QUOTATION_LIMIT)
    mark = "'" if '"' in kept.text else '"'
    return f"{mark}{kept.text}{mark}{' …' if kept.cut else ''}"


def _one_line(words: str) -> str:
    return printable(" ".join(words.split()))
