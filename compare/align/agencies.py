"""Which agency a text names as where its report comes from: two texts of one agency are no two witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.model import Article, FurnitureKind
from compare.text.en import word_set

_KNOWN = word_set("align.agencies.known")
_DAYS = word_set("base.weekdays") | word_set("base.months")
_SHORT = {
    "ap": "associated-press",
    "afp": "agence-france-presse",
    "upi": "united-press-international",
    "pa": "press-association",
    "dpa": "deutsche-presse-agentur",
    "cp": "canadian-press",
}
# "LONDON (Reuters) -", "MOSCOW, October 12. /TASS/."; "(Ore.)" is a state.
_IN_DATELINE = re.compile(r"[(/] ?([A-Z][A-Za-z&’' -]{1,28}) ?[)/]")
_OPENING = re.compile(r"[A-Z]{2}[^\n(]{0,60}\(([A-Z][A-Za-z&’' -]{1,28})\) ?[-–—]")
# "The Associated Press contributed to this report."
_HELPED = re.compile(r"\b(?:contribut|report)(?:ed|ing)\b", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,3}")
_NO_LETTERS = re.compile(r"[^a-z]+")
# A credit stands in the last sentences where nothing set it aside.
_LAST = 2


def agencies(articles: Sequence[Article]) -> Mapping[str, Mapping[str, str]]:
    """Return by text the agencies that it names as its own source: each by its key, as the text writes it.

    What stands in brackets in a dateline is an agency whatever it is called. It and those that are known are
    then looked for in bylines and credits, and as outlets: the agency's own text names itself.
    """
    declared = {article.label: dict(_declared(article)) for article in articles}
    known = _KNOWN | {key for found in declared.values() for key in found}
    return {
        article.label: {
            **{key: name for key, name in _credited(article) if key in known},
            **declared[article.label],
        }
        for article in articles
    }


def key(name: str) -> str:
    """Return what is equal where two names mean one agency.

    >>> key("The Associated Press"), key("AP"), key("Agence France-Presse")
    ('associated-press', 'associated-press', 'agence-france-presse')
    """
    plain = _NO_LETTERS.sub("-", name.casefold()).strip("-").removeprefix("the-")
    return _SHORT.get(plain, plain)


def _declared(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the names in brackets in datelines, and at the very beginning of the first sentence."""
    found = [n for line in _of(article, FurnitureKind.DATELINE) for n in _IN_DATELINE.findall(line)]
    if article.sentences:
        first = article.sentences[0]
        if opened := _OPENING.match(article.text[first.start : first.end]):
            found.append(opened.group(1))
    for name in found:
        if not _DAYS & set(name.casefold().split()):
            yield key(name), name.strip()


def _credited(article: Article) -> Iterator[tuple[str, str]]:
    """Yield names that may be agencies: the outlet, those of bylines and of lines on who helped."""
    if article.outlet:
        yield key(article.outlet), article.outlet
    for line in (article.byline or "", *_of(article, FurnitureKind.BYLINE)):
        yield from _names(line)
    last = (article.text[s.start : s.end] for s in article.sentences[-_LAST:])
    for line in (*_of(article, FurnitureKind.END_MATTER), *last):
        if _HELPED.search(line) or "©" in line or "opyright" in line:
            yield from _names(line)


def _names(line: str) -> Iterator[tuple[str, str]]:
    for found in _NAMED.finditer(line):
        words = found.group().split()
        # "Jane Doe Associated Press", "By Reuters Staff": a name within a run of capitals.
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                name = " ".join(words[first:last])
                yield key(name), name


def _of(article: Article, kind: FurnitureKind) -> list[str]:
    return [article.text[each.start : each.end] for each in article.furniture if each.kind is kind]
