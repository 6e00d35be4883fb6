"""Files from Factiva: fields under codes of two letters, or without them as its page shows an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.read.bylines import byline
from compare.read.dates import date_line
from compare.read.stated.stated import ExportLine, Stated, Value, fields, heads, joined, pieces, said

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

MAX_HEAD = 80
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
    for at, row in enumerate(rows[:MAX_HEAD]):
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
    foot = _foot(rows, lead)
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


def _foot(rows: Sequence[ExportLine], lead: int) -> int:
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
