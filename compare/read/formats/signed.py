"""Who wrote the article and when, as it stands on the page for a reader to see; taken out of the text.

Looked for between the headline and the first paragraph, where sites set both, and below only in what the page
itself calls the article's author or day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from compare.read.bylines import byline
from compare.read.dates import date_line
from compare.read.formats.boxes import is_beside
from compare.read.formats.paragraphs import is_full_sentence, words_in

HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = frozenset(
    """p div span time a address li ul dl dd dt small em i b strong section header h2 h3 h4 h5 h6 cite font
    td details summary""".split()
)
AUTHORS = frozenset("byline author authors writer writers contributor contributors byl".split())
DATED = frozenset("date datetime pubdate published publish timestamp dateline datepublished posted".split())
CHANGED = frozenset("modified updated update datemodified changed revised edited lastmod".split())
OF_OTHERS = frozenset(
    """comment comments related card cards recirc promo teaser teasers recommended sidebar trending nav menu
    bio popular latest widget carousel newsletter reply infobox""".split()
)
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
CHANGE = re.compile(
    r"(?:last )?(?:updated?|modified|edited|corrected|amended|revised)\b[\s:]{0,3}(?:on|at)?[\s:]{0,3}\Z",
    re.I,
)
CHANGES = re.compile(r"(?:last )?(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"(?:(?:first|originally) )?(?:published|posted|created)\b", re.IGNORECASE)
HANDLE = re.compile(r"\(?(?<![\w.])@\w{1,30}\)?|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}")
BY = re.compile(r"(?:written |posted |words |story )?by:? ", re.IGNORECASE)
ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?![\d-])")
COMMA = re.compile(r" ([,.;:)])")
JOINERS = frozenset({"and", "&", ",", "with", ", and"})
LONGEST = 200
# What is left of a line without its names and dates: "By", "and", "Updated", "in Riverton", "5 min read".
LEFT_OVER = 6
# Words beside a name in its line: "chief political correspondent in Riverton and ...".
MOST_BESIDE = 14
INLINE = frozenset("time a span em i b strong small cite font".split())
LONGEST_LABEL = 40
STATED, SHOWN, OF_A_CHANGE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What the page shows; None where it shows nothing of the kind."""

    byline: str | None
    published: str | None
    """ISO date."""


@dataclass(slots=True)
class _Found:
    names: list[str] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)
    """With what the day is: said to be that of publication, just shown, or of a change."""


def take_signature(tree: Any, *, title: str | None) -> Signed:  # noqa: ANN401 - lxml has no types
    """Return author and day that stand with the article, and take them out of the page."""
    head = _headline(tree, title)
    around = frozenset(head.iterancestors()) if head is not None else frozenset()
    found, below = _Found(), _Found()
    taken: dict[Any, None] = {}
    for element, line, near in _lines(tree, head):
        if any(above in taken for above in element.iterancestors()) or not (near or _says_so(element, line)):
            continue
        part = _read(element, line)
        if part and not is_beside(element) and not _of_others(element, around):
            into = found if near else below
            into.names += part.names
            into.dates += part.dates
            taken[element] = None
    for element in taken:
        _drop(element, around)
    # Below the text other stories are signed as well: of several, none is taken.
    names = dict.fromkeys(found.names) or _only(below.names)
    dates = sorted(found.dates, key=lambda pair: pair[0]) or [
        (STATED, iso) for iso in _only(iso for _, iso in below.dates)
    ]
    return Signed(byline=", ".join(names) or None, published=dates[0][1] if dates else None)


def _only(values: Iterable[str]) -> list[str]:
    each = list(dict.fromkeys(values))
    return each if len(each) == 1 else []


def _headline(tree: Any, title: str | None) -> Any:  # noqa: ANN401
    heads = [each for each in tree.iter(*HEADS) if words_in(each)]
    named = (each for each in heads if title and words_in(each).casefold() == title.casefold())
    return next(named, next((each for each in heads if each.tag == "h1"), None))


def _lines(tree: Any, head: Any) -> Iterator[tuple[Any, str, bool]]:  # noqa: ANN401
    """Yield the short lines with their words and whether they stand between headline and first paragraph."""
    holders = [] if head is None else list(head.iterancestors())[:2]
    close = frozenset(each for each in holders if each.tag not in {"body", "html"})
    above, begun = head is not None, False
    for element in tree.iter():
        if element is head:
            above = False
        elif isinstance(element.tag, str) and element.tag in LINES:
            line = _short(element)
            if line is None and not above and not begun and _begins_text(element):
                begun = True
            elif line:
                begun = begun or (not above and _begins_text(element))
                near = not begun and (not above or not close.isdisjoint(element.iterancestors()))
                yield element, line, near


def _short(element: Any) -> str | None:  # noqa: ANN401
    """Return the element's words, None where there are many: most of a page is not looked through twice."""
    pieces = _pieces(element)
    return None if pieces is None else COMMA.sub(r"\1", " ".join(pieces))


def _pieces(element: Any) -> list[str] | None:  # noqa: ANN401
    """Return the element's words as its inner elements part them, None where there are many."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        squeezed = " ".join(piece[: 5 * LONGEST].split())
        length += len(squeezed) + 1
        if length > LONGEST or len(piece) > 5 * LONGEST:
            return None
        if squeezed:
            pieces.append(squeezed)
    return pieces


def _begins_text(element: Any) -> bool:  # noqa: ANN401
    if element.tag == "p" or (element.tag == "span" and element.getparent().tag != "span"):
        return is_full_sentence(words_in(element)) and not is_beside(element)
    if element.tag in {"div", "td"}:
        return is_full_sentence(" ".join((element.text or "").split())) and not is_beside(element)
    return False


def _says_so(element: Any, line: str) -> bool:  # noqa: ANN401
    """Return whether the page itself calls the element the article's author or day, wherever it stands."""
    named = (element.get("itemprop") or "").lower()
    return (
        named in {"author", "datepublished"}
        or PUBLISHED.match(line) is not None
        or element.get("pubdate") is not None
        or (element.get("rel") or "").lower() == "author"
        or not {"byline", "pubdate"}.isdisjoint(_parts(element))
    )


def _parts(element: Any) -> set[str]:  # noqa: ANN401
    """Return the words of class, id and `itemprop`, those between hyphens or capitals too."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:400]
    return {part.lower() for part in PARTS.findall(names)} | set(names.lower().split())


def _of_others(element: Any, around: frozenset[Any]) -> bool:  # noqa: ANN401
    """Return whether it belongs to a comment, or to the teaser of another story."""
    each = [element, *(above for above in element.iterancestors() if above not in around)]
    return any(not OF_OTHERS.isdisjoint(_parts(one)) for one in each)


def _read(element: Any, line: str) -> _Found | None:  # noqa: ANN401
    """Return what the line gives, None where it is no signature."""
    if _in_a_sentence(element) or any(True for _ in element.iter("h1")):
        return None
    parts = _parts(element)
    dated = date_line(line)
    stated = ISO.match(element.get("datetime") or element.get("content") or "")
    if dated or (element.tag == "time" and stated):
        iso = (dated and dated.iso) or (stated and stated[1])
        return _Found(dates=[(_meaning(element, line, parts), iso)] if iso else [])
    bare = " ".join(HANDLE.sub(" ", line).split()).rstrip(" ,|•·-–—/")
    found = byline(bare)
    called = not AUTHORS.isdisjoint(parts) or (element.get("rel") or "").lower() == "author"
    if found and (found.sure or called):
        names = _linked_names(element) or _parted_names(element) or [found.names]
        days = [(each, *_day(each)) for each in element.iter("time")]
        dates = [(meaning, iso) for _, meaning, iso in days if iso]
        if not dates and found.date and found.date.iso:
            dates = [(SHOWN, found.date.iso)]
        return _Found(names=names, dates=dates)
    if called and not is_full_sentence(line) and (named := byline(bare if BY.match(bare) else f"By {bare}")):
        return _Found(names=_linked_names(element) or [named.names])
    if not DATED.isdisjoint(parts) and stated:
        return _Found(dates=[(_meaning(element, line, parts), stated[1])])
    return None


def _day(time: Any) -> tuple[int, str | None]:  # noqa: ANN401
    line = _short(time) or ""
    shown = date_line(line)
    stated = ISO.match(time.get("datetime") or "")
    return _meaning(time, line, _parts(time)), (shown and shown.iso) or (stated[1] if stated else None)


def _meaning(element: Any, line: str, parts: set[str]) -> int:  # noqa: ANN401
    above, before = element.getparent(), element.getprevious()
    label = above.text if before is None else (before.tail if (before.tail or "").strip() else _short(before))
    label = " ".join((label or "").split())[-LONGEST_LABEL:]
    if PUBLISHED.match(line) or PUBLISHED.search(label) or "datepublished" in parts or "pubdate" in parts:
        return STATED
    near = parts | (_parts(above) if len(above) == 1 else set())
    if CHANGES.match(line) or CHANGE.search(label) or not CHANGED.isdisjoint(near):
        return OF_A_CHANGE
    return SHOWN


def _linked_names(element: Any) -> list[str]:  # noqa: ANN401
    """Return the names that are links to their authors, or marked as names."""
    marked = [
        each
        for each in element.iter("a", "span")
        if (each.get("rel") or "").lower() == "author" or (each.get("itemprop") or "") == "name"
    ]
    lines = (_short(each) or "" for each in marked)
    found = [byline(line if BY.match(line) else f"By {line}") for line in lines if line]
    return [each.names for each in found if each]


def _parted_names(element: Any) -> list[str]:  # noqa: ANN401
    """Return the names that elements part from what follows: <b>By Jane Doe</b><br>Chief Correspondent."""
    names: list[str] = []
    joined = True
    for piece in _pieces(element) or []:
        bare = BY.sub("", f"{piece} ", count=1).strip(" ,|•·")
        if piece.lower() in JOINERS:
            joined = True
        elif bare and bare.lower() != "by":
            found = byline(f"By {bare}")
            if not joined or found is None:
                break
            names.append(found.names)
            joined = piece.endswith((",", " and", " &"))
    return names


def _in_a_sentence(element: Any) -> bool:  # noqa: ANN401
    """Return whether the element is a part of a line of the story: "at <time>14:00</time> on Monday"."""
    own = _short(element) or ""
    if element.tag not in INLINE:
        return is_full_sentence(own)
    for above in element.iterancestors("p", "li", "td", "div", "section", "article", "body"):
        if above.tag in {"p", "li"}:
            line = _short(above)
            if line is None:
                return True
            rest = len(line.split()) - len(own.split())
            return rest > MOST_BESIDE or (rest > 0 and line.endswith((".", "!", "?", ":", ";", ",", "”")))
        # A line straight in a box: what stands on both sides of the element tells.
        before = element.getprevious()
        behind = (element.tail or "").strip()
        ahead = ((above.text if before is None else before.tail) or "").strip()
        return len(behind.split()) > LEFT_OVER or len(ahead.split()) > LEFT_OVER
    return False


def _drop(element: Any, around: frozenset[Any]) -> None:  # noqa: ANN401
    """Take the element out, and what is around it where only a label is left: "By", "Published", a bar."""
    above = element.getparent()
    if above is None:
        return
    element.drop_tree()
    while above is not None and above.tag in LINES and above not in around:
        line = _short(above)
        left = line is not None and len(line.split()) <= LEFT_OVER and not line.endswith((".", "!", "?", "”"))
        if not left or any(True for _ in above.iter(*HEADS, "img", "blockquote")):
            return
        outer = above.getparent()
        if outer is None:
            return
        above.drop_tree()
        above = outer
