"""Long and hostile quotations: what is looked for is bounded, and shortcuts find what a search finds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.find.discrepancies.laid import _MOST_MET, _seeds, lay_utterances
from compare.find.discrepancies.quoted import over_paragraphs, quoted_in
from compare.find.discrepancies.requoted import Lines
from compare.find.discrepancies.taken_down import Told
from compare.find.discrepancies.utterances import find_utterances
from compare.read.article import article_from_bytes
from compare.text.document import Document

WORDS = st.lists(st.sampled_from("mill ferry the of was boat".split()), min_size=3, max_size=12)


def document(text: str, label: str = "A") -> Document:
    return Document(article_from_bytes(text.encode(), name="x.md", label=label)[0])


def told(text: str) -> list[Told]:
    known = document(text)
    return [Told(q) for q in over_paragraphs(known, quoted_in(known))]


@pytest.mark.parametrize("words", [["mill"], ["mill", "ferry"], "we mend the mill and the boat".split()])
def test_words_said_over_and_over_are_not_laid_with_each_other(words: list[str]) -> None:
    (one,) = told(f"“{' '.join((words * 400)[:400])},” said Jo Marr.")
    assert len(one.plain) == 400
    runs = [one.plain[k : k + 3] for k in range(398)]
    assert max(map(runs.count, runs)) ** 2 > _MOST_MET
    assert _seeds(one, one) == []


def test_what_stands_between_them_is_laid_all_the_same() -> None:
    over = "mill " * 190
    said = f"“{over}and the ferry shall carry {{}} over to the fair {over.strip()},” said Jo Marr."
    known = document(said.format("horses")), document(said.format("oxen"), "B")
    found = [one.difference.values for one in find_utterances(*known, frozenset())]
    assert found == [("horses", "oxen")]


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS)
def test_words_are_found_in_a_row_where_they_stand_in_a_row(quoted: list[list[str]], run: list[str]) -> None:
    known = told("\n\n".join(f"“{' '.join(words).capitalize()},” said Jo Marr." for words in quoted))
    rows = [one.plain for one in known]
    stands = any(tuple(run) == row[k : k + len(run)] for row in rows for k in range(len(row)))
    assert Lines(known).have(run) == stands


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6))
def test_no_words_are_laid_twice(ours: list[list[str]], theirs: list[list[str]]) -> None:
    sides = [
        told("\n\n".join(f"“{' '.join(words).capitalize()},” said Jo Marr." for words in of))
        for of in (ours, theirs)
    ]
    laid = lay_utterances(*sides)
    for of in (lambda one: (one.x, one.chain.here), lambda one: (one.y, one.chain.there)):
        places = sorted(
            (of(one)[0].quoted.words[first][1], of(one)[0].quoted.words[stop - 1][2])
            for one in laid
            for first, stop in [of(one)[0].words(of(one)[1])]
        )
        assert all(x[1] <= y[0] for x, y in pairwise(places))


def test_each_word_is_of_the_sentence_it_stands_in() -> None:
    known = document("“Rain fell. The mill stood. Nobody came,” said Jo Marr. “We left at noon.”")
    for quoted in quoted_in(known):
        for k, (_, start, _) in enumerate(quoted.words):
            (right,) = [s for s in known.article.sentences if s.start <= start < s.end]
            assert quoted.sentence(k) == right
