"""What stands above a first paragraph: section label, headline, standfirst, byline, date, points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.asked import Asked
from compare.read.bylines import ROLE, byline, is_credits
from compare.read.dates import date_line, is_date_label, is_stamp
from compare.read.furniture.datelines import dated_opening_end, dateline_end
from compare.read.furniture.lines import TextBlock, could_be_heading, is_title_case, reads_as_prose

Kinds = dict[int, FurnitureKind]

# What sort of piece it is, on a line of its own, once or twice: "ANALYSIS/OPINION:", "Opinion | Commentary".
_GENRE = (
    r"(?:opinions?|analys[ie]s|commentar(?:y|ies)|editorials?|exclusive"
    r"|perspectives?|explainer|op-ed|reviews?)"
)
GENRE = re.compile(rf"{_GENRE}(?:(?: ?[/|&] ?| and |:? ){_GENRE}){{0,3}}:?", re.IGNORECASE)

# Section, headline, standfirst, byline, date, picture: more lines than these above a text are lists.
REACH = 8
MAX_STANDFIRST = 60
MAX_LABEL = 4
MAX_SUBHEADS = 2
TIMED = re.compile(r"\d[:.h]\d\d|\d ?[ap]\.? ?m\b|\bago\b", re.IGNORECASE)


def masthead(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], *, title: str | None) -> Kinds:
    """Return the kinds of the lines above the first paragraph, by index; `known` lines are left as they are.

    Bylines and dates are recognised by what they say; headline and standfirst only by standing above
    running text, so a file without any running text has neither.
    """
    kinds: Kinds = {}
    free = [index for index in range(len(lines)) if index not in known]
    for index in (index for index in free if index < REACH):
        kind = _says_itself(lines[index])
        if kind:
            kinds[index] = kind
    _labels_of_dates(lines, known, kinds)
    for index in _chronicle(lines, kinds):
        del kinds[index]
    body = _first_paragraph(lines, {**known, **kinds}, title=title)
    if body is None:
        return kinds
    body, standfirst = _past_standfirst(lines, {**known, **kinds}, body=body)
    kinds |= standfirst
    _bare_bylines(lines, known, kinds, body=body)
    rest = [index for index in range(min(body, REACH)) if index not in known and index not in kinds]
    return kinds | _headings(lines, rest, title=title)


def _says_itself(line: TextBlock) -> FurnitureKind | None:
    if line.level:
        return None
    if GENRE.fullmatch(line.text):
        return FurnitureKind.SECTION
    if date_line(line.text):
        return FurnitureKind.DATE
    found = byline(line.text)
    if (found and found.sure) or is_credits(line.text):
        return FurnitureKind.BYLINE
    if len(line.text) in (dateline_end(line.text, first=True), dated_opening_end(line.text)):
        return FurnitureKind.DATELINE
    return None


def _labels_of_dates(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], kinds: Kinds) -> None:
    """Add "Published" or "Last updated" on a line of its own right above the date."""
    for index in range(min(REACH, len(lines) - 1)):
        if index in known or index in kinds or lines[index].level or not is_date_label(lines[index].text):
            continue
        if kinds.get(index + 1) is FurnitureKind.DATE:
            kinds[index] = FurnitureKind.DATE


def _chronicle(lines: Sequence[TextBlock], kinds: Kinds) -> list[int]:
    """Return the dates that stand between paragraphs: one may be a page's, two are crossheads."""
    dates = [
        index for index, kind in kinds.items() if kind is FurnitureKind.DATE and 0 < index < len(lines) - 1
    ]
    between = [
        index for index in dates if reads_as_prose(lines[index - 1]) and reads_as_prose(lines[index + 1])
    ]
    return between if len(between) > 1 else []


def _first_paragraph(
    lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], *, title: str | None
) -> int | None:
    for index, line in enumerate(lines):
        if index in known or not reads_as_prose(line) or _same(line.text, title):
            continue
        below = known.get(index + 1)
        if below in (FurnitureKind.BYLINE, FurnitureKind.DATE) and line.text.endswith("?") and index < 3:
            continue
        return index
    return None


def _past_standfirst(
    lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], *, body: int
) -> tuple[int, Kinds]:
    """Return the first paragraph below a standfirst, a finished sentence between headline and byline."""
    headed = any(index not in known and could_be_heading(lines[index]) for index in range(body))
    signed = known.get(body + 1) in (FurnitureKind.BYLINE, FurnitureKind.DATE)
    above = lines[body - 1].text if body else ""
    if is_stamp(above) and TIMED.search(above) and is_stamp(lines[body + 1].text if signed else ""):
        # A paragraph between two times of day is a live report's first entry.
        return body, {}
    if not (headed and signed and len(lines[body].words) <= MAX_STANDFIRST):
        return body, {}
    for index in range(body + 1, len(lines)):
        if index not in known and reads_as_prose(lines[index]):
            return index, {body: FurnitureKind.SUBHEAD}
    return body, {}


def _bare_bylines(
    lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], kinds: Kinds, *, body: int
) -> None:
    """Add names that stand alone below a headline and beside a date, a role or a dateline.

    "Mayor Visits Tarnholm" above a date is a headline, so a name needs a longer line above it.
    """
    headed = False
    for index in range(min(body, REACH)):
        if index in known or index in kinds:
            continue
        line = lines[index]
        found = byline(line.text) if headed and not line.level and not line.text.isupper() else None
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        role = len(below.split()) <= MAX_LABEL and ROLE.search(below) is not None and index + 1 < body
        dated = index + 1 == body and max(dateline_end(below, first=True), dated_opening_end(below)) > 0
        beside = {kinds.get(index - 1), kinds.get(index + 1)} & {FurnitureKind.DATE, FurnitureKind.DATELINE}
        if found and (beside or role or dated):
            kinds[index] = FurnitureKind.BYLINE
            if role and index + 1 not in known:
                kinds.setdefault(index + 1, FurnitureKind.BYLINE)
        headed = headed or len(line.words) > MAX_LABEL


def _headings(lines: Sequence[TextBlock], rest: list[int], *, title: str | None) -> Kinds:
    kinds: Kinds = {}
    headline = next((index for index in rest if _same(lines[index].text, title)), None)
    if headline is None:
        headline = next((index for index in rest if 1 <= lines[index].level <= 6), None)
    # A line that is cut short or goes on below ends what may be a heading: it and the rest are text.
    whole = rest[
        : next((at for at, index in enumerate(rest) if not could_be_heading(lines[index])), len(rest))
    ]
    if headline is None and whole:
        headline = whole[0]
        if _is_label(lines[headline], alone=len(whole) == 1):
            kinds[headline] = FurnitureKind.SECTION
            headline = whole[1] if len(whole) > 1 else None
    if headline is None:
        return kinds
    kinds[headline] = FurnitureKind.HEADLINE
    for index in rest:
        if index < headline and index in whole and _is_label(lines[index], alone=False):
            kinds.setdefault(index, FurnitureKind.SECTION)
    below = [index for index in rest if index > headline and (index in whole or lines[index].level)]
    for index in below[:MAX_SUBHEADS]:
        kinds[index] = FurnitureKind.SUBHEAD
    return kinds


def _is_label(line: TextBlock, *, alone: bool) -> bool:
    """Return whether a short line names a section; alone above the text it must have one or two words."""
    words = line.words
    return len(words) <= (2 if alone else MAX_LABEL) and is_title_case(words) and not line.text.endswith("?")


def _same(text: str, title: str | None) -> bool:
    return title is not None and text.casefold() == title.casefold()


# -------------------------------------------------------------------------------------------------- summaries
# Boxes of points above a text: "Key points" and its bullets, or bullets under the headline alone.

HEAD = Asked(
    r"(?:(?:the |story |article |your |our )?(?:key|main|top|five|three|four) (?:(?:\w+ )?(?:points?"
    r"|takeaways?|facts|developments|findings|events|messages|details|moments|insights|highlights"
    r"|things(?: to know)?))(?: (?:at a glance|so far|today))?|(?:the |story |article |today’s |today's"
    r" )?(?:highlights|takeaways?|essentials|gist|lowdown)|in (?:summary|brief|short|a nutshell|this"
    r" (?:article|story))|(?:the )?(?:story|news) in brief|(?:(?:ai|a\.i\.)[ -](?:generated )?|quick "
    r"|article |story |executive |news |short )?summary(?: of the (?:article|story))?|(?:the )?(?:story"
    r" )?at a glance|what (?:to|you need to|you should|we) know(?: so far| now)?|need to know|tl;?\s?dr"
    r"|quick (?:read|take|facts)|fast facts|bullet points|summary by [\w .]{2,30})(?: \([^()]{2,40}\))?:?",
    words=(
        *("point", "takeaway", "facts", "development", "finding", "event", "message", "detail", "moment"),
        *("insight", "highlight", "thing", "essentials", "gist", "lowdown", "summary", "brief", "in short"),
        *("nutshell", "in this ", "at a glance", "know", "tl", "quick read", "quick take"),
    ),
    opens=(
        *("the ", "story ", "article ", "your ", "our ", "key ", "main ", "top ", "five ", "three ", "four "),
        *("today", "highlight", "takeaway", "essential", "gist", "lowdown", "in ", "news ", "ai", "a.i. "),
        *("a.i.-", "quick ", "executive ", "short ", "summary", "at a glance", "what ", "need to know", "tl"),
        *("fast facts", "bullet points"),
    ),
    flags=re.IGNORECASE,
)
# A box whose points were run together into one line: "Story highlights Mayor resigns Vote due in May".
RUN_ON = re.compile(
    r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS|Article [Hh]ighlights|Key (?:Points|Takeaways)|KEY (?:POINTS"
    r"|TAKEAWAYS))"
    r"\s{1,4}(?=[A-Z“\"‘'])"
)
NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")

# A standfirst and a first paragraph may stand above a box; one further down belongs to the text.
MAX_ABOVE = 2
# Most papers print three to five points.
MAX_POINTS = 8
MAX_POINT = 45


def is_run_on(text: str) -> bool:
    """Return whether a line is a box of points with its head, all in one.

    >>> is_run_on("Story highlights Mayor Ann Orr resigns Vote is due in May")
    True
    """
    return RUN_ON.match(text) is not None


def summary(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which lines are a box of points above the text, with its head; a text needs to follow it."""
    above = 0
    for index, line in enumerate(lines):
        if index in known:
            continue
        if HEAD.fullmatch(line.text.strip(" *_#")) and not _is_point(line):
            points = _bullets(lines, known, index + 1) or (
                _bare(lines, known, index + 1) if above < MAX_ABOVE else []
            )
            if points:
                return {index, *points} if _text_below(lines, known, points[-1]) else set()
        elif _is_point(line):
            points = _bullets(lines, known, index)
            heads = [at for at in range(index) if at not in known and could_be_heading(lines[at])]
            if above == 0 and heads and len(points) > 1 and _text_below(lines, known, points[-1], least=3):
                return set(points)
            return set()
        above += reads_as_prose(line) and not date_line(line.text)
        if above > MAX_ABOVE:
            break
    return set()


def _is_point(line: TextBlock) -> bool:
    return (line.leader < line.start and not line.level) or NUMBERED.match(line.text) is not None


def _bullets(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], start: int) -> list[int]:
    found = []
    for index in range(start, len(lines)):
        if index in known:
            continue
        if not _is_point(lines[index]) or len(lines[index].words) > MAX_POINT:
            break
        found.append(index)
    return found if len(found) <= MAX_POINTS else []


def _bare(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], start: int) -> list[int]:
    """Return points that lost their bullets: lines that stand close together, or that have no stop."""
    found: list[int] = []
    close = start + 1 < len(lines) and not lines[start + 1].apart
    for index in range(start, len(lines)):
        line = lines[index]
        if (
            index in known
            or line.level
            or is_stamp(line.text)
            or date_line(line.text)
            or len(line.words) > MAX_POINT
        ):
            break
        if ((signed := byline(line.text)) and signed.sure) or (found and close and line.apart):
            break
        if reads_as_prose(line) and not close:
            break
        found.append(index)
    return found if 2 <= len(found) <= MAX_POINTS else []


def _text_below(
    lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind], last: int, *, least: int = 1
) -> bool:
    below = (at for at in range(last + 1, len(lines)) if at not in known)
    return sum(reads_as_prose(lines[at]) and not _is_point(lines[at]) for at in below) >= least
