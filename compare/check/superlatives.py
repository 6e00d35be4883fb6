"""Superlatives that an article asserts in its own voice: "the largest dam in Europe", and nobody says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.model import Sentence, Span, Voice
from compare.text.countries import country
from compare.text.document import Document
from compare.text.quotations import share_quoted
from compare.text.syntax import REPORTING

# Fitted by looking at 677 real news articles: 61 found in all; by one reading of them, some 55 are claims
# of rank that the sentence puts to nobody.
RULE = "superlative-without-source"

_HIGHEST = (
    "(?:largest|biggest|smallest|worst|deadliest|bloodiest|costliest|highest(?! court)|lowest|longest"
    "|shortest|oldest|youngest|newest|tallest|deepest|heaviest|fastest|slowest|richest|wealthiest|poorest|strongest"
    "|weakest|hottest|warmest|coldest|wettest|driest|busiest|greatest|toughest|strictest|steepest|sharpest|gravest"
    "|safest|cheapest|(?:most|least) (?!recent)[a-z]{4,30}(?:-[a-z]{1,30})?)"
)
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|May|January|February|March|April|June|July|August"
    "|September|October|November|December)"
)
_AREA = "(?:world|country|nation|region|city|town|state|county|province|continent|planet|district)"
_SPELL = (
    r"(?:more than |almost |nearly |over |at least |about |some )?(?:a |\w+ ){1,2}(?:year|decade|generation"
    r"|century|centurie|month)s?"
)
# What a superlative is measured against in time: without one of these, or a place, "the biggest room" is a
# description and "the first bus" an order.
_TIME = (
    rf"(?:ever\b|on record|to date|of all time|of its kind|in (?:[\w’']+ ){{0,2}}history|(?:in|for) {_SPELL}"
    r"|since (?:\d{4}|records|the (?:end|fall|start|war|end)|independence|World))"
)
_PLACE = (
    rf"(?:(?:in|on|across) (?:the |this )?(?:\w{{1,30}} )?{_AREA}\b"
    rf"|in (?!{_MONTH}\b)(?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?![\w’'])|anywhere)"
)
_NOT_ACROSS = "(?!(?:is|was|are|were|be|has|have|had|he|she|they|that|who|which|when|where)\\b)"
_WORDS = rf"(?: {_NOT_ACROSS}[\w’'-]{{1,30}}){{0,6}}?"
_DEEDS = (
    "(?:be|become|win|lead|hold|reach|use|make|take|cross|enter|receive|serve|host|build|ban|adopt|introduce"
    "|recogni[sz]e|join|leave|sign|ratify|abolish|legali[sz]e|visit|fly|land|climb|survive|publish|have)"
)
# "The only way" and their like say that there is no choice, and rank nothing.
_PLAIN_ONLY = (
    "(?:way|hitch|thing|one|ones|reason|question|problem|difference|option|choice|chance|hope|time|other|two|child"
    "|son|daughter|exception|point|place)"
)
_RECORDED = (
    r"(?:high|low|number|amount|sum|fine|loss|losses|profit|profits|turnout|budget|heat|temperatures?|price"
    r"|prices|rise|fall|rainfall|crowd|harvest|deficit|surplus|inflation|[\d£$€])"
)
# Words are bounded at 30 letters, so that "A-A-A-..." of any length costs no more than its length.
_OF_AREA = rf"[Tt](?:he|his) {_AREA}[’']s "
_OF_NAME = r"(?P<owner>[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})?)[’']s "
_NO_STOP = (
    "(?!(?:and|or|but|of|in|on|at|to|with|for|by|from|into|as|is|was|are|were|has|have|had|will|would|may|might"
    "|can|could|that|which|who|where|when|after|before|since|over|under)\\b)"
)
_PATTERNS = tuple(
    # A line of the file may end between any two words.
    re.compile(pattern.replace(" ", r"\s{1,3}"))
    for pattern in (
        rf"\b[Tt]he (?:single )?{_HIGHEST}{_WORDS} (?:{_TIME}|{_PLACE})",
        rf"\b[Tt]he (?:very )?first{_WORDS} {_TIME}",
        rf"\b[Tt]he (?:very )?first(?: [\w’'-]{{1,30}}){{1,4}}? to {_DEEDS}\b",
        r"\b(?:[Tt]he |[Aa] |[Ii]ts )?first-ever(?: [\w-]+)?",
        rf"\b[Tt]he (?:sole|only) (?!{_PLAIN_ONLY}\b)(?:[\w’'-]{{1,30}} ){{1,4}}?"
        rf"(?:{_PLACE}|of its kind|ever\b|to {_DEEDS}\b)",
        rf"\b(?:{_OF_AREA}|{_OF_NAME})(?:single )?(?:{_HIGHEST}|only|first-ever)"
        rf"(?P<thing>(?: {_NO_STOP}[\w-]{{1,30}}){{1,4}})",
        rf"\b(?:[Tt]he|[Aa]|[Aa]n all-time) record {_RECORDED}[\w,.]*\b"
        r"(?: (?:million|billion|trillion|per ?cent))?",
        r"\b(?:[Rr]ecord-(?:breaking|high|low)|[Aa]ll-time (?:high|low))\b",
        r"\b[Uu]nprecedented(?: [\w-]+)?|\bwithout precedent\b",
    )
)
# Before a superlative these take it back, soften it, or put it to somebody.
_TAKEN_BACK = re.compile(
    r"(?:[’']t|\b(?:one of|among|amongst|some of|not|nor|never|hardly|perhaps|arguably|possibly|probably"
    r"|nearly|maybe|known as|described as|billed as|seen as|regarded as|considered|ranked|rated|named|called"
    r"|dubbed|so-called))(?:\s(?:now|even|yet|quite|also|to be|as))?\s+(?:an? |the )?$",
    re.IGNORECASE,
)
# A sentence with one of these, or with a reporting verb, names a measure or a source.
_SOURCED = re.compile(
    r"\b(?:according|data|figures|statistics|survey|poll|census|reportedly|study|studies|rankings?|ranks|index"
    r"|cit(?:ed|es|ing)|quot(?:ed|es|ing)|estimates|thought to|considered|accused|alleged(?:ly)?"
    r"|describ(?:es?|ed|ing)|calls?|called|calling)\b",
    re.IGNORECASE,
)
# "United States", "means of transport": more often nouns.
_REPORTING = REPORTING - {"states", "means", "mean"}
_LETTERS = re.compile(r"[^\W\d_]+")
_CONTINENTS = frozenset(
    "Africa,Antarctica,Asia,Europe,Oceania,America,North America,South America,Latin America".split(",")
)
_BEFORE = 40


def superlatives(document: Document, *, attributed: Iterable[str] = ()) -> tuple[tuple[Span, str], ...]:
    """Return each unsourced superlative with its sentence's id; `attributed` are sentences with a source.

    Only what the sentence itself shows is judged: the one before it may name the source.
    """
    article, voices = document.article, document.voices
    sourced = frozenset(attributed)
    return tuple(
        (Span(article=article.label, start=start, end=end), sentence.id)
        for sentence in article.sentences
        if sentence.id not in sourced and _is_own(document, sentence)
        for start, end in _found(article.text, sentence)
        if not share_quoted(voices.marks, start, end)
    )


def _is_own(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence asserts something in the outlet's own voice."""
    text = document.article.text
    return (
        document.voices.speaking_in(sentence.id, sentence) is Voice.OUTLET
        and not _SOURCED.search(text, sentence.start, sentence.end)
        and _REPORTING.isdisjoint(
            word.group().lower() for word in _LETTERS.finditer(text, sentence.start, sentence.end)
        )
        and not text[sentence.start : sentence.end].rstrip("”\"')").endswith("?")
    )


def _found(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the superlatives of a sentence in order, the longest of those that overlap."""
    spans = sorted(
        (
            match.span()
            for pattern in _PATTERNS
            for match in pattern.finditer(text, sentence.start, sentence.end)
            if _is_ranked(match) and not _TAKEN_BACK.search(text, *_before(sentence, match))
        ),
        key=lambda span: (span[0], -span[1]),
    )
    reached = sentence.start
    for start, end in spans:
        if start >= reached:
            yield start, end
            reached = end


def _before(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    return max(sentence.start, match.start() - _BEFORE), match.start()


def _is_ranked(match: re.Match[str]) -> bool:
    """Return whether a possessor, where there is one, is a place, and one thing is ranked.

    "Anna's oldest son" ranks nothing, and "Russia's largest banks" leaves open how many they are.
    """
    groups = match.groupdict()
    owner, thing = groups.get("owner"), groups.get("thing") or ""
    if any(word.endswith("s") and not word.endswith(("ss", "us", "is")) for word in thing.split()):
        return False
    return owner is None or " ".join(owner.split()) in _CONTINENTS or country(owner) is not None
