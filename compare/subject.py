"""What a contrast of wording is of: the rarest name or thing that both wordings have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from compare.model import Article, Device, FramingPair
from compare.telling import ALWAYS, LAID_TOGETHER
from compare.text.runs import is_role
from compare.text.senses import base_form, commonness
from compare.text.values.numerals import MAGNITUDES
from compare.topic import names_in, nouns_in

NAMELESS = "two wordings"
"""What is said of a contrast that no device is known of; no page says it."""
OF_BOTH = "on "
"""Begins what is found to be of one thing that both have, and that no rule names."""
# "People", "year" and "week" say nothing of a row.
_EVERYDAY = 0.5
_TIMES = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)s?",
    re.IGNORECASE,
)
_A_OR_THE = r"(?:[Tt]he|[Aa]n?|[Tt]his|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w{1,20}[’']s)"
# A name of more words is part of one that goes on over an "and".
_LONGEST = 3
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# What is told with a day or a number, and what a page is made of.
_BY_THE_WAY = frozenset(
    "hour minute month week weekend percent statement spokesman spokeswoman reporter news number".split()
)


def labelled(pair: FramingPair, articles: Sequence[Article]) -> tuple[str, str]:
    """Return what a contrast is of, and by which device it is one: each empty where that is not known.

    "Two wordings" is no device: it says of every row what all of them are.
    """
    nameless = pair.rule == LAID_TOGETHER and pair.device is Device.WORDING
    given = pair.target or pair.device in ALWAYS
    return pair.target if given else of_what(pair, articles), "" if nameless else pair.concept


def heading(pair: FramingPair, articles: Sequence[Article]) -> str:
    """Return the same in one line."""
    target, device = labelled(pair, articles)
    return target if pair.target else ": ".join(filter(None, (target, device)))


def of_what(pair: FramingPair, articles: Sequence[Article]) -> str:
    """Return "on the vote" or "on Jo Orr": what both stretches have, else their sentences, else nothing."""
    texts = {article.label: article for article in articles}
    sides = list(dict.fromkeys(span.article for span in pair.spans))
    if len(sides) != 2 or not set(sides) <= set(texts):
        return ""
    whole = tuple(" ".join(texts[side].text.split()) for side in sides)
    shown = [_shown(pair, texts[side]) for side in sides]
    around = [_sentences(pair, texts[side]) or told for side, told in zip(sides, shown, strict=True)]
    outlets = " ".join(article.outlet or "" for article in articles)
    for one, other in (shown, around):
        found = {**_names(one, other, outlets), **_things(one, other, whole)}
        if found:
            key = min(found, key=lambda each: (_known(each, whole), each))
            return f"{OF_BOTH}{_with_article(found[key], whole)}"
    return ""


def _shown(pair: FramingPair, article: Article) -> str:
    spans = [span for span in pair.spans if span.article == article.label]
    return " ".join(" ".join(article.text[span.start : span.end].split()) for span in spans)


def _sentences(pair: FramingPair, article: Article) -> str:
    quoted = set(pair.sentences)
    found = (s for s in article.sentences if s.id in quoted)
    return " ".join(" ".join(article.text[s.start : s.end].split()) for s in found)


def _names(one: str, other: str, outlets: str) -> Mapping[str, str]:
    """Return the names that two stretches have, in full where one has them so, by their last words."""
    first, second = (
        {_last(name): name for name in sorted(names_in(each), key=len) if name.count(" ") < _LONGEST}
        for each in (one, other)
    )
    return {
        last: max(first[last], second[last], key=lambda name: (len(name), name))
        for last in first.keys() & second.keys()
        if not _TIMES.fullmatch(last) and len(last) > 2 and last not in outlets
    }


def _things(one: str, other: str, whole: tuple[str, ...]) -> Mapping[str, str]:
    """Return the nouns that two stretches have, as the texts write them most, by their base forms."""
    known = [_nouns(text) for text in whole]
    first, second = ({base_form(word) for word in _WORD.findall(each)} for each in (one, other))
    found = {}
    for key in first & second:
        forms = [form for nouns in known for form in nouns.get(key, ())]
        rare = commonness(key) < _EVERYDAY and key not in _BY_THE_WAY and key not in MAGNITUDES
        if forms and rare and not is_role(key):
            found[key] = max(sorted(set(forms)), key=forms.count)
    return found


@lru_cache(maxsize=4)
def _nouns(text: str) -> Mapping[str, Sequence[str]]:
    return nouns_in(text)


def _with_article(words: str, whole: Sequence[str]) -> str:
    """Return "the vote" where it is "the vote" as often as not, "subpoenas" and "Jo Orr" as they are."""
    said = rf"{re.escape(words)}\b"
    every = sum(len(re.findall(said, text)) for text in whole)
    name = words[:1].isupper()
    near = rf"\b[Tt]he {said}" if name else rf"\b{_A_OR_THE} (?:[\w.-]{{1,20}} ){{0,2}}{said}"
    with_it = sum(len(re.findall(near, text)) for text in whole)
    return f"the {words}" if with_it * (2 if name else 3) >= every > 0 else words


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _known(key: str, whole: Sequence[str]) -> float:
    """Return how little a name or thing tells: what both texts come back to all the time is of every row."""
    times = sum(text.count(key) if key[:1].isupper() else text.lower().count(key) for text in whole)
    return (1 + log(max(times, 1))) / (1 - (0.0 if key[:1].isupper() else commonness(key)))
