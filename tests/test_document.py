"""No layer of an article is made twice, however many articles are compared and whoever asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import compare.text.document as made
from compare.check.remarks import remarks
from compare.kinds import ASKED
from compare.model import Article
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.document import Document
from compare.text.names import Names

LAYERS = ("tokens", "words", "values", "quotations", "speech", "interview", "reports")
TEXT = """Ferry quay shut in Quell

The harbour board shut the northern quay on Tuesday after divers found {n} cracks in the old pier. “We cannot
promise a date,” director Hanna Voss said. ‘It is the crews’ quay,’ a union official told reporters.

Repairs will cost $4 million, according to the board. Voss visited all five quays. The largest quay in Europe
was mocked, and the so-called “wisdom” of the plan was slammed.

{n} boats lay in the harbour on Monday. She said the board had not decided.
"""


def articles(number: int) -> list[Article]:
    labels = "ABCDEFGHIJ"[:number]
    return [
        article_from_bytes(TEXT.format(n=at + 7).encode(), name=f"{label}.txt", label=label)[0]
        for at, label in enumerate(labels)
    ]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[object, ...]]:
    """How often each layer was made of each stretch of each article."""
    counted: Counter[tuple[object, ...]] = Counter()

    def counting(name: str, make: Callable[..., Any]) -> Callable[..., Any]:
        def counted_make(subject: Article | str, *rest: object, **options: object) -> Any:
            whose = subject.text if isinstance(subject, Article) else subject
            counted[name, whose, *(each for each in rest if isinstance(each, int))] += 1
            return make(subject, *rest, **options)

        return counted_make

    for name in LAYERS:
        monkeypatch.setattr(made, name, counting(name, getattr(made, name)))
    monkeypatch.setattr(Names, "of", counting("names", Names.of))
    return counted


@pytest.mark.parametrize("number", [2, 3, 10])
def test_a_comparison_makes_no_layer_twice(number: int, calls: Counter[tuple[object, ...]]) -> None:
    compare_articles(articles(number))
    assert {each: times for each, times in calls.items() if times > 1} == {}
    whole = Counter(str(name) for name, *_ in calls)
    assert {name: whole[name] for name in ("quotations", "speech", "names", "interview", "reports")} == (
        dict.fromkeys(("quotations", "speech", "names", "interview", "reports"), number)
    )
    sentences = sum(len(each.sentences) for each in articles(number))
    assert whole["values"] == sentences
    assert whole["words"] >= sentences


def test_a_check_makes_no_layer_twice(calls: Counter[tuple[object, ...]]) -> None:
    comparison = compare_articles(articles(2))
    calls.clear()
    remarks(comparison, asked=ASKED)
    assert calls
    assert {each: times for each, times in calls.items() if times > 1} == {}


def test_a_document_makes_what_is_asked_for_and_nothing_else(calls: Counter[tuple[object, ...]]) -> None:
    document = Document(articles(1)[0])
    assert not calls
    assert document.quotations is document.quotations
    assert {name for name, *_ in calls} == {"quotations"}


def test_other_languages_have_no_reports() -> None:
    text = "Die Brücke ist gesperrt. „Wir bleiben“, sagte Ilse Brandt am Montag in der Stadt."
    article = article_from_bytes(text.encode(), name="a.txt", label="A", language="de")[0]
    document = Document(article)
    assert document.article.language == "de"
    assert (document.speech, document.reports) == ((), ())
    assert document.quotations == ((25, 38),)
