"""The cuts of a passage: what each keeps together, and that none loses or doubles a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.read import article_from_bytes
from compare.text.document import Document
from compare.text.tokens import as_written, surfaces, tokens

TABLE = [
    ("a 36-year-old", "a 36 - year - old", "a 36 - year-old", "a 36 year old"),
    ("at 10:30 a.m.", "at 10:30 a.m.", "at 10:30 a.m .", "at 10:30 a.m."),
    ("$1.2bn, up 5%", "$ 1.2 bn , up 5 %", "$ 1.2 bn , up 5 %", "1.2 bn up 5 %"),
    ("Oct. 3, Orr’s co-ops", "Oct. 3 , Orr’s co - ops", "Oct . 3 , Orr’s co-ops", "Oct 3 Orr’s co-ops"),
    ("the 3rd -- and last", "the 3 rd - - and last", "the 3rd -- and last", "the 3rd and last"),
    ("snake_case ''no''", "snake _ case ' ' no ' '", "snake _ case '' no ''", "snake case no"),
]


@pytest.mark.parametrize(("text", "fine", "written", "words"), TABLE)
def test_each_cut_keeps_together_what_its_rules_read_as_one(
    text: str, fine: str, written: str, words: str
) -> None:
    assert " ".join(token.text for token in tokens(text, 0, len(text))) == fine
    assert " ".join(text[s:e] for s, e in as_written(text, 0, len(text))) == written
    assert " ".join(text[s:e] for s, e in surfaces(text, 0, len(text))) == words


@given(st.text(alphabet=st.sampled_from("aZé8.,:'’-–&$%_ \n“\"²م中"), max_size=40))
def test_what_is_no_blank_is_in_one_token(text: str) -> None:
    fine = [(token.start, token.end) for token in tokens(text, 0, len(text))]
    for found in (fine, as_written(text, 0, len(text))):
        assert all(one[1] <= other[0] for one, other in pairwise(found))
        assert "".join(text[s:e] for s, e in found) == "".join(text.split())
    assert all(text[s:e].strip() == text[s:e] != "" for s, e in surfaces(text, 0, len(text)))


def test_a_document_cuts_a_stretch_once_and_where_it_is_asked() -> None:
    article, _ = article_from_bytes(b"The quay is shut. Ann Orr's 2 boats left.", name="a.txt", label="A")
    document = Document(article)
    last = article.sentences[-1]
    assert document.tokens(last.start, last.end) is document.tokens(last.start, last.end)
    assert document.written(last.start, last.end) == ("Ann", "Orr's", "2", "boats", "left", ".")
    assert document.values[last.id].tokens == document.tokens(last.start, last.end)


OTHER_CUTS = {
    r"[^\W\d_]+(?:['’][^\W\d_]+)?": "detect: the shares of words were measured with it",
    "[\\w\ufffd]+": "lost_letters: a word with the sign for a lost letter in it",
    "[\\w’]+": "find/lost_letters: the same word with what was guessed there",
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W\d_]+)*": "discrepancies/quoted: words laid side by side",
    r"[^\W\d_]+": "check/superlatives: letters alone, for a look at what stands in a sentence",
    r"[^\W_]+(?:['’.-][^\W_]+)*\.?|\S": "mentions: a name's words keep their full stops and hyphens",
    r"\S{1,60}": "check/times: whatever stands between blanks",
}
"""The other patterns that cut words, and why; other languages have theirs in `elsewhere/words.py`."""


def word_patterns() -> Iterator[tuple[str, str]]:
    """Every pattern of a module on English that matches words, one at a time and whole."""
    for part in ("text", "find", "check", "align"):
        package = import_module(f"compare.{part}")
        for each in walk_packages(package.__path__, f"{package.__name__}."):
            for pattern in vars(import_module(each.name)).values():
                if (
                    isinstance(pattern, re.Pattern)
                    and all(map(pattern.fullmatch, ("quay", "Orr", "no")))
                    and not any(map(pattern.fullmatch, ("Orr left", " quay")))
                ):
                    yield each.name, pattern.pattern


def test_words_are_cut_here_and_nowhere_else_without_a_reason() -> None:
    found = {each for each in word_patterns() if each[1] not in OTHER_CUTS}
    assert {name for name, _ in found} == {"compare.text.tokens", "compare.text.elsewhere.words"}
