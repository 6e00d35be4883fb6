"""Remarks as lines for people and grep, as JSON for programs, and as ids in a file of accepted findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from compare.check.remark import Quoted, Remark
from compare.errors import UsageError
from compare.files import read_named
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


# --------------------------------------------------------------------------------------------------- baseline
# Accepted findings: a file of ids, one a line, that a check leaves out from then on.

_HEAD = """\
# Findings that an editor has accepted, one a line: an id, and for people what it stood for.
# sidebyside check --baseline leaves them out. Lines and what follows an id may be changed or removed.
"""
_ID = re.compile(r"[0-9a-f]{8,64}(?:-[0-9]{1,9})?")
# 100,000 accepted findings; more is another file.
_MOST_BYTES = 20_000_000
_AGAIN = "make it again with --write-baseline"


def read_baseline(path: Path) -> frozenset[str]:
    """Return the ids in a baseline file.

    Raises:
        UsageError: if it cannot be read, is no UTF-8 text, or a line does not start with an id.
    """
    try:
        data = read_named(path, most_bytes=_MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read the baseline {path}: {reason}; {_AGAIN}") from error
    return ids(data, name=str(path))


def ids(data: bytes, *, name: str) -> frozenset[str]:
    r"""Return the ids in a baseline's bytes; `name` is for messages.

    Raises:
        UsageError: if it is no UTF-8 text, or a line does not start with an id.

    >>> sorted(ids(b"# why\n3f2a9c1b2d error number\n\n", name="accepted"))
    ['3f2a9c1b2d']
    """
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"cannot use the baseline {name}: it is not UTF-8 text; {_AGAIN}") from error
    found = set()
    for number, each in enumerate(lines, start=1):
        first = each.split(maxsplit=1)[:1]
        if not first or first[0].startswith("#"):
            continue
        if not _ID.fullmatch(first[0]):
            raise UsageError(f"cannot use the baseline {name}: line {number} starts with no id; {_AGAIN}")
        found.add(first[0])
    return frozenset(found)


def baseline(remarks: Sequence[Remark], *, articles: Sequence[Article]) -> bytes:
    """Return a baseline file that accepts these remarks.

    Its order is that of the ids, and it says nothing of places, which move with every edit of the draft.
    """
    entries = sorted((each.id, each.severity, each.kind, quotations(each, articles)) for each in remarks)
    body = "".join(f"{id_}  {severity} {kind}: {words}\n" for id_, severity, kind, words in entries)
    return (_HEAD + body).encode("utf-8", "replace")
