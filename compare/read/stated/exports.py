"""Exports of newspaper databases, and blocks of fields above a text: what they state, and where the text is.

LexisNexis, ProQuest, NewsBank, Gale and EBSCO write `Field: value`, Factiva codes of two letters. A file is
taken for one only where several of its first lines are fields; any other stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from compare.read.bylines import byline
from compare.read.dates import date_line
from compare.read.stated.stated import (
    ExportLine,
    Stated,
    Value,
    chosen,
    clean,
    fields,
    heads,
    joined,
    pieces,
    plain,
    rows_of,
    said,
)

FIELD = re.compile(
    r"(?:\*\*)?(?P<key>[A-Za-z][A-Za-z()/ -]{1,30}?)(?:\*\*)? ?:(?:\*\*)?(?:[ \t]+(?P<value>\S.*))?"
)
MARKER = re.compile(r"(?P<key>body|graphic|classification|notes|full text|end of document)", re.IGNORECASE)
LENGTH = re.compile(r"\d[\d,]{0,8} words", re.IGNORECASE)
AROUND = re.compile(
    r"(?:copyright|©|\(c\)) .{3,150}|all rights reserved\.?|[_=*-]{3,}|page \d{1,4} of \d{1,4}"
    r"|proquest document link|document \d{1,5} of \d{1,5}|\d{1,5} of \d{1,5} documents",
    re.IGNORECASE,
)
NEXT = re.compile(r"document (?!1 )\d{1,5} of \d{1,5}|(?!1 )\d{1,5} of \d{1,5} documents", re.IGNORECASE)
EDITION = re.compile(r".{0,40}\bedition\b.{0,20}", re.IGNORECASE)
# The Riverton Post ; Riverton [Riverton]. 10 June 2024: 4.
OUTLET = re.compile(r"[^;\[]{2,80}")
DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}")

BODY = frozenset(("body", "fulltext"))
SECTIONS = frozenset(("graphic", "classification", "notes"))
# Only a database has such fields; below a plain text others may be the article's own words.
OF_DATABASES = frozenset(
    ("proquestdocumentid", "documenturl", "loaddate", "recordnumber", "accessionnumber", "endofdocument")
)
# What tells a LexisNexis file from others that give a length.
OF_LEXIS = frozenset(
    ("section", "byline", "headline", "dateline", "loaddate", "publicationtype", "endofdocument")
)
# A review prints these of a book, under the same names as an article's.
OF_BOOKS = frozenset(("price", "isbn"))

# A block of fields has some 30 lines, with what stands above the first field.
MAX_HEAD = 80
MAX_ABOVE = 12
# What belongs to a field without naming one is short, unlike a paragraph.
MAX_WORDS = 40
MAX_CONTINUED = 3
MAX_TITLE = 300


class _Head(Struct, frozen=True, kw_only=True):
    """The fields above a text, the rows above the first of them, and where the text begins."""

    found: Mapping[str, Value]
    above: Sequence[ExportLine]
    start: int
    marked: bool
    """A field or heading says that the text begins there."""


class _Foot(Struct, frozen=True, kw_only=True):
    """The fields below a text, and where they begin."""

    found: Mapping[str, Value]
    start: int


def export(text: str, *, name: str) -> Stated | None:
    r"""Return what an export states and which stretches of the file do so; None for any other text.

    >>> export("Headline: Bridge falls\nSource: The Post\n\nIt fell.", name="a.txt").values["outlet"]
    'The Post'
    >>> export("Date: Friday\n\nThe fair opens.", name="a.txt") is None
    True
    """
    rows = rows_of(text)
    return factiva(text, rows, name=name) or _labelled(text, rows, name=name)


def _labelled(text: str, rows: Sequence[ExportLine], *, name: str) -> Stated | None:
    opened = bool(rows) and rows[0].text == "---"
    rows = rows[opened:]
    first = rows[: _first_article(rows)]
    head = _head(text, first)
    if head is None:
        return None
    below = [row for row in first if row.start >= head.start]
    foot = _foot(text, below)
    if below and foot.start <= below[0].start:
        return None
    both = {**foot.found, **head.found}
    names = fields()["export"]
    plainly = chosen(head.found, names=names)
    unnamed = {"title": joined(text, head.above)} if head.above else {}
    if _is_lexis(head, foot):
        values = {**_above(text, head.above), **chosen(both, names=names)}
    elif "proquestdocumentid" in both and len(both) > MAX_CONTINUED:
        values = _proquest(text, head.above, both)
    elif OF_BOOKS & head.found.keys() or not _is_plain(plainly, head):
        return None
    elif OF_DATABASES & foot.found.keys():
        values = {**unnamed, **chosen(both, names=names)}
    else:
        foot, values = _Foot(found={}, start=first[-1].end), {**unnamed, **plainly}
    problem = f"{name}: the front matter has no closing ---; read line by line" if opened else None
    if any(_field(row) for row in rows[len(first) :]):
        problem = f"{name}: it holds several articles; only the first is read"
    return Stated(
        values=said(values),
        pieces=pieces(text, [(0, head.start), (foot.start, len(text))], heads(text, values)),
        problem=problem,
    )


def _first_article(rows: Sequence[ExportLine]) -> int:
    """Return how many rows belong to the first article of a file."""
    for at, row in enumerate(rows):
        if at and NEXT.fullmatch(row.text):
            return at
        if row.text.casefold() == "end of document":
            return at + 1
    return len(rows)


def _field(row: ExportLine) -> tuple[str, int | None] | None:
    """Return the plain name of a known field and where its value begins, None for any other row."""
    match = FIELD.fullmatch(row.text)
    key = plain(match["key"]) if match else ""
    if match is None or key not in _known():
        return None
    return key, row.start + match.start("value") if match["value"] else None


@cache
def _known() -> frozenset[str]:
    return OF_BOOKS.union(*fields()["export"].values())


def _marker(row: ExportLine) -> str | None:
    match = MARKER.fullmatch(row.text)
    return plain(match["key"]) if match else None


def _head(text: str, rows: Sequence[ExportLine]) -> _Head | None:
    found: dict[str, Value] = {}
    above: list[ExportLine] = []
    key = ""
    for at, row in enumerate(rows[:MAX_HEAD]):
        field = _field(row)
        if _marker(row) in BODY or (field and field[0] in fields()["export"]["body"]):
            below = rows[at + 1].start if at + 1 < len(rows) else None
            start = field[1] if field and field[1] is not None else below
            return _Head(found=found, above=above, start=start, marked=True) if start is not None else None
        if field:
            key = field[0]
            if field[1] is not None:
                found.setdefault(key, joined(text, [row], start=field[1]))
        elif not key:
            above.append(row)
            if len(above) > MAX_ABOVE:
                return None
        elif AROUND.fullmatch(row.text):
            continue
        elif _goes_on(rows, at, long="length" in found or key == "abstract"):
            start = found[key].start if key in found else row.start
            found[key] = joined(text, [row], start=start)
        else:
            return _Head(found=found, above=above, start=row.start, marked=False)
    return None


def _goes_on(rows: Sequence[ExportLine], at: int, *, long: bool) -> bool:
    """Return whether a row belongs to the field above it: more fields follow, or the mark of the text.

    `long` fields, which only databases have, may go on over several paragraphs.
    """
    after = rows[at + 1 : MAX_HEAD]
    if long and any(_marker(row) in BODY or (_field(row) or ("",))[0] in BODY for row in after):
        return True
    sentence = rows[at].text.endswith((".", "!", "?", "”", '"')) and not rows[at].indented
    return not (rows[at].apart or sentence) and any(map(_field, after[: MAX_CONTINUED - 1]))


def _foot(text: str, rows: Sequence[ExportLine]) -> _Foot:
    """Return the fields that end a text: from the first of them on, nothing stands there but fields."""
    found: dict[str, Value] = {}
    first = end = rows[-1].end if rows else 0
    section = ""
    left = 0
    for row in rows:
        field, marker = _field(row), _marker(row)
        if field or marker:
            key = field[0] if field else marker or ""
            at = field[1] if field else None
            found.setdefault(key, joined(text, [row], start=row.start if at is None else at))
            section = key if key in SECTIONS else section
            left = MAX_CONTINUED
        elif AROUND.fullmatch(row.text):
            pass
        elif left and (section or not row.apart) and len(row.text.split()) <= MAX_WORDS:
            left -= 1
            continue
        else:
            found, first, left = {}, end, 0
            continue
        first = min(first, row.start)
    sure = len(found) > 1 or OF_DATABASES & found.keys()
    return _Foot(found=found, start=first) if sure else _Foot(found={}, start=end)


def _is_lexis(head: _Head, foot: _Foot) -> bool:
    length = head.found.get("length")
    around = any(AROUND.fullmatch(row.text) for row in head.above)
    signs = len(OF_LEXIS & (head.found.keys() | foot.found.keys())) + head.marked + around
    return length is not None and LENGTH.fullmatch(length.text) is not None and signs > 1


def _is_plain(values: Mapping[str, Value], head: _Head) -> bool:
    """Return whether fields are enough to be sure: a headline beside another, or outlet, author and date."""
    if any(len(value.text) > MAX_TITLE for value in values.values()):
        return False
    dated = "published" in values and date_line(clean(values["published"].text)) is not None
    others = dated + ("byline" in values) + ("outlet" in values)
    if head.above:
        # A headline that no field names, above those of its outlet.
        return len(head.above) == 1 and "title" not in values and "outlet" in values and others > 1
    return others + head.marked > 0 if "title" in values else others == MAX_CONTINUED


def _above(text: str, rows: Sequence[ExportLine]) -> dict[str, Value]:
    """Return title, outlet and date of the rows above the first field of a LexisNexis file.

    Title, outlet, date in files of today; outlet, date, edition, title in those of before.
    """
    kept = [row for row in rows if not AROUND.fullmatch(row.text) and not EDITION.fullmatch(row.text)]
    day = next((at for at, row in enumerate(kept) if date_line(row.text)), None)
    if day is None:
        return {"title": joined(text, kept)} if kept else {}
    before, after = kept[:day], kept[day + 1 :]
    values = {"published": joined(text, [kept[day]])}
    if before:
        values["outlet"] = joined(text, before[-1:])
    if before[:-1] or after:
        values["title"] = joined(text, before[:-1] or after)
    return values


def _proquest(text: str, above: Sequence[ExportLine], found: Mapping[str, Value]) -> dict[str, Value]:
    """Return what a ProQuest file states; older ones have outlet and date in "Publication info" alone."""
    values = chosen(found, names=fields()["export"])
    info = found.get("publicationinfo")
    if info:
        day = DAY.search(info.text)
        values.setdefault("outlet", info)
        if day:
            values.setdefault("published", Value(text=day[0], start=info.start, end=info.end))
    if "outlet" in values and (outlet := OUTLET.match(values["outlet"].text)):
        at = values["outlet"]
        values["outlet"] = Value(text=outlet[0].strip(), start=at.start, end=at.end)
    title = values.get("title")
    shown = next((row for row in above if title and row.text == title.text), None)
    return {**values, "title": joined(text, [shown])} if shown else values


# ---------------------------------------------------------------------------------------------------- Factiva
# Fields under codes of two letters, or without them as its page shows an article.

CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ \t]+(?P<value>\S.*))?")
# "IN i501 : Construction": words of the text may begin a line in capitals.
OF_THE_FOOT = re.compile(
    r"(?:CO|IN|NS|RE)(?:[ \t]+\S{1,20} : .*)?|AN(?:[ \t]+Document .*)?|(?!CO|IN|NS|RE|AN)[A-Z]{2,3}\b.*"
)
WORDS = re.compile(r"\d[\d,]{0,8} words")
NUMBER = re.compile(r"Document [A-Z]{3,8}0{2,4}\d{8}[a-z0-9]{5,12}")
COPYRIGHT = re.compile(r"(?:\(c\)|©|Copyright\b) ?.{3,150}", re.IGNORECASE)
# A time, an outlet's code, a page.
NO_NAME = re.compile(r"\d{1,2}:\d{2}(?: [AP]M)?(?: GMT)?|[A-Z]{3,8}|\d{1,4}|[A-Z]\d{1,3}")

MAX_CODED = 80
MAX_TOP = 12
# HD and three more codes above LP: no article begins so.
FEW = 3


def factiva(text: str, rows: Sequence[ExportLine], *, name: str) -> Stated | None:
    """Return what a file from Factiva states and the stretches that do so; None for any other text."""
    return _coded(text, rows, name=name) or _shown(text, rows, name=name)


def _coded(text: str, rows: Sequence[ExportLine], *, name: str) -> Stated | None:
    codes = fields()["factiva"]
    found: dict[str, Value] = {}
    last = ""
    lead = None
    for at, row in enumerate(rows[:MAX_CODED]):
        match = CODE.fullmatch(row.text)
        code = match["code"] if match else ""
        if match and code in (codes["lead"], codes["text"]):
            lead = at
            break
        if match and code in codes["head"]:
            last = code
            if match["value"]:
                found[code] = joined(text, [row], start=row.start + match.start("value"))
        elif not last:
            return None
        else:
            found[last] = joined(text, [row], start=found[last].start if last in found else row.start)
    if lead is None or "HD" not in found or len(found) <= FEW:
        return None
    foot = _foot_of_codes(rows, lead)
    holes = [(0, _after_code(rows, lead))]
    below = (at for at in range(lead + 1, foot) if _code_of(rows[at]) == codes["text"])
    holes += [(rows[at].start, _after_code(rows, at)) for at in list(below)[:1]]
    end = rows[foot].start if foot < len(rows) else len(text)
    if holes[-1][1] >= end:
        return None
    values = {part: found[code] for part, code in codes.items() if isinstance(code, str) and code in found}
    return _record(text, values, [*holes, (end, len(text))], name=name, rest=rows[foot:])


def _code_of(row: ExportLine) -> str:
    match = CODE.fullmatch(row.text)
    return match["code"] if match else ""


def _after_code(rows: Sequence[ExportLine], at: int) -> int:
    """Return where the text beside a code begins, or below it where the code stands alone."""
    match = CODE.fullmatch(rows[at].text)
    if match and match["value"]:
        return rows[at].start + match.start("value")
    return rows[at + 1].start if at + 1 < len(rows) else rows[at].end


def _foot_of_codes(rows: Sequence[ExportLine], lead: int) -> int:
    """Return the first row of the codes below a text: up to the document's number there are only such."""
    foot = len(rows)
    inside = False
    for at in range(lead + 1, len(rows)):
        code = _code_of(rows[at])
        if code in fields()["factiva"]["foot"] and OF_THE_FOOT.fullmatch(rows[at].text):
            foot = foot if inside else at
            inside = True
            if code == "AN":
                return foot
        elif inside and rows[at].apart:
            inside, foot = False, len(rows)
    return foot


def _shown(text: str, rows: Sequence[ExportLine], *, name: str) -> Stated | None:
    """Read title, author, "542 words", date, outlet and rights, as Factiva's page has them line by line."""
    at = next((at for at, row in enumerate(rows[:MAX_TOP]) if at and WORDS.fullmatch(row.text)), None)
    last = next((at for at, row in enumerate(rows) if NUMBER.fullmatch(row.text)), None)
    if at is None or last is None or at + 2 >= last or not date_line(rows[at + 1].text):
        return None
    near = range(at + 2, min(at + MAX_TOP, last))
    rights = next((n for n in near if COPYRIGHT.fullmatch(rows[n].text)), None)
    if rights is None or rights + 1 >= last:
        return None
    author = rows[at - 1] if at > 1 and byline(rows[at - 1].text) else None
    title = rows[at - 2] if author else rows[at - 1]
    named = [row for row in rows[at + 2 : rights] if not NO_NAME.fullmatch(row.text)]
    values = {"title": joined(text, [title]), "published": joined(text, [rows[at + 1]])}
    if author:
        values["byline"] = joined(text, [author])
    if named:
        values["outlet"] = joined(text, named[:1])
    language = next((row for row in named[1:] if row.text.lower() in fields()["languages"]), None)
    if language:
        values["language"] = joined(text, [language])
    holes = [(0, rows[rights + 1].start), (rows[last].start, len(text))]
    return _record(text, values, holes, name=name, rest=rows[last:])


def _record(
    text: str,
    values: Mapping[str, Value],
    holes: Sequence[tuple[int, int]],
    *,
    name: str,
    rest: Sequence[ExportLine],
) -> Stated:
    several = any(_code_of(row) == "HD" or WORDS.fullmatch(row.text) for row in rest)
    return Stated(
        values=said(values),
        pieces=pieces(text, holes, heads(text, values)),
        problem=f"{name}: it holds several articles; only the first is read" if several else None,
    )
