"""The questions to grammar: verbs by form and place, their groups, subjects, objects and doers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from compare.text import syntax
from compare.text.en import word_set
from compare.text.speech.line import line
from compare.text.syntax import (
    before_group,
    doer_before,
    has_object,
    is_act,
    is_attribute,
    is_auxiliary,
    is_finite_past,
    is_participle,
    is_passive,
    is_past,
    is_present,
    is_tensed,
    may_be_finite,
    named_subject,
    object_head,
    subject,
    subject_head,
    verb_group,
)
from compare.text.tokens import Word

PACKAGE = Path(syntax.__file__).parent.parent


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("opened", "past tensed act finite"),
        ("opens", "present tensed act finite"),
        ("opening", "participle act"),
        ("went", "past tensed act finite finite-past"),
        ("held", "past tensed act finite"),
        ("was", "auxiliary finite"),
        ("hasn't", "auxiliary finite"),
        ("born", "act"),
        ("dies", "act"),
        ("hundred", ""),
        ("during", ""),
        ("harbour", ""),
    ],
)
def test_a_words_forms(word: str, forms: str) -> None:
    asked = {
        "auxiliary": is_auxiliary(word),
        "past": is_past(word),
        "finite-past": is_finite_past(word),
        "present": is_present(word),
        "participle": is_participle(word),
        "tensed": is_tensed(word),
        "act": is_act(word),
        "finite": may_be_finite(word),
    }
    assert {form for form, told in asked.items() if told} == set(forms.split())


@pytest.mark.parametrize(
    ("sentence", "verb", "first"),
    [
        ("The board has also said so.", "said", "has"),
        ("The board made certain to highlight it.", "highlight", "made"),
        ("Orr will not have been asked.", "asked", "will"),
        ("In Quell Orr quickly agreed.", "agreed", "quickly"),
        ("“We will” added Orr.", "added", "added"),
        ("They've agreed.", "agreed", "agreed"),
    ],
)
def test_the_group_of_a_verb(sentence: str, verb: str, first: str) -> None:
    marks = [(sentence.index("“"), sentence.index("”") + 1)] if "“" in sentence else []
    words = line(sentence, 0, len(sentence), marks)
    assert words.words[verb_group(words, words.words.index(verb))] == first


@dataclass(frozen=True, kw_only=True)
class Part:
    key: str
    start: int
    end: int
    surface: str
    content: bool
    name: bool
    value: object = None


LIGHT = frozenset("the a of in was were had been by and on at to who his then".split())


def parts(sentence: str) -> list[Part]:
    found, at = [], 0
    for number, word in enumerate(sentence.split()):
        bare = word.rstrip(",.")
        light = bare.lower() in LIGHT
        found.append(
            Part(
                key=bare.lower(),
                start=at,
                end=at + len(bare),
                surface="" if bare.isdigit() else bare,
                content=not light and not bare.isdigit(),
                name=number > 0 and bare[0].isupper(),
                value=int(bare) if bare.isdigit() else None,
            )
        )
        at += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("sentence", "verb", "told"),
    [
        ("the ferry then left the port", "left", "subject=ferry head=ferry object=port takes"),
        # An adverb is no subject, though it hides the first noun.
        ("the ferry slowly left the port", "left", "subject=ferry head=slowly object=port takes"),
        ("the end of the film was shown", "shown", "subject=film head=end passive"),
        ("the crew closed the main square", "closed", "subject=crew head=crew object=square takes"),
        ("the finale of Long Harvest was aired", "aired", "subject=Harvest name=Harvest head=finale passive"),
        ("the square was cleared by police", "cleared", "subject=square head=square passive"),
        ("in 12 towns of Kent fell rain", "fell", "subject=Kent name=Kent head=towns object=rain takes"),
        ("a leaked draft", "leaked", "attribute object=draft takes"),
        ("the crew left on 12 buses", "left", "subject=crew head=crew"),
        ("guards closed, officials say", "closed", "subject=guards head=guards takes"),
        ("the film the crew shot closed it", "closed", "subject=shot object=it takes"),
    ],
)
def test_what_goes_with_a_verb(sentence: str, verb: str, told: str) -> None:
    items = parts(sentence)
    at = next(k for k, item in enumerate(items) if item.surface == verb)
    places = {
        "subject": subject(items, at),
        "name": named_subject(items, at),
        "head": subject_head(items, at),
        "object": object_head(sentence, items, at + 1),
    }
    found = {f"{what}={items[k].surface}" for what, k in places.items() if k is not None}
    signs = {"passive": is_passive, "attribute": is_attribute, "takes": has_object}
    assert found | {sign for sign, asked in signs.items() if asked(items, at)} == set(told.split())


@pytest.mark.parametrize(
    ("sentence", "before"),
    [("police had finally opened fire", "police"), ("was opened", ""), ("the gate opened", "gate")],
)
def test_what_stands_before_a_verb_and_its_helpers(sentence: str, before: str) -> None:
    items = parts(sentence)
    at = before_group(items, next(k for k, item in enumerate(items) if item.surface == "opened"))
    assert (items[at].surface if at >= 0 else "") == before


@dataclass(frozen=True, kw_only=True)
class Row:
    words: tuple[Word, ...]
    low: tuple[str, ...]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("The harbour board repeatedly blocked the plan", "harbour board"),
        ("Orr, whose allies blocked the plan", None),
        ("The union, which blocked it", "union"),
        ("The old guard who blocked it", "old guard"),
        ("The board's attempt to have blocked it", "board's"),
        ("In 2012, blocked by nobody", None),
        ("Blocked roads", None),
    ],
)
def test_who_does_what_a_verb_tells(sentence: str, doer: str | None) -> None:
    items = parts(sentence)
    row = Row(
        words=tuple(Word(start=i.start, end=i.end, key=i.key, content=i.content, name=i.name) for i in items),
        low=tuple(i.key.removesuffix("'s") for i in items),
    )
    found = doer_before(sentence, row, next(k for k, low in enumerate(row.low) if low == "blocked"))
    assert (sentence[items[found[0]].start : items[found[1]].end] if found else None) == doer


def test_only_here_is_asked_what_is_a_verb() -> None:
    """Who lists forms of "be" and "have" beside pronouns decides by himself what a subject's verb is."""
    own = {
        str(module.relative_to(PACKAGE))
        for module in PACKAGE.rglob("*.py")
        if module.name != "syntax.py" and any({"was", "were", "been"} <= words for words in _lists(module))
    }
    # Words without content, words that are no noun, words that end no line, words at which a phrase begins,
    # words that headlines and captions leave out: no verb's subject is looked for there.
    assert own <= {
        "text/words.py",
        "text/values/heads.py",
        "quote.py",
        "find/devices/phrases.py",
        "find/discrepancies/stages.py",
        "find/devices/recognised.py",
        "read/furniture/layout.py",
        "read/furniture/pictures.py",
    }


def _lists(module: Path) -> Iterator[set[str]]:
    source = module.read_text(encoding="utf-8")
    yield from ({*word_set(name)} for name in re.findall(r'\bword_set\("([a-z_.]+)"', source))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            yield set(str(node.value.value).split())
