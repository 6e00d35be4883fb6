"""Expressions that a line asks for: their words rule out nothing that the expression matches."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest
from always import lacking
from hypothesis import given
from hypothesis import strategies as st

import compare.read
from compare.read.asked import AnyOf, Asked
from compare.read.dates import STAMP
from compare.read.furniture.correction_wordings import LABEL, OPENING
from compare.read.furniture.notices import INVITES


def _asked() -> dict[str, Asked]:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(compare.read.__path__, "compare.read.")
        if not found.name.endswith("__main__")
    ]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Asked) and not name.startswith("_")
    }


def _with_parts(asked: dict[str, Asked]) -> dict[str, Asked]:
    parts = {
        f"{name}.{at}": part
        for name, each in asked.items()
        if isinstance(each, AnyOf)
        for at, part in enumerate(each.parts)
    }
    return asked | parts


ASKED = _with_parts(_asked())


def test_the_long_unions_are_among_them() -> None:
    assert {STAMP, LABEL, OPENING, INVITES} <= set(ASKED.values())


@pytest.mark.parametrize("name", ASKED)
def test_every_match_has_one_of_the_words(name: str) -> None:
    each = ASKED[name]
    assert lacking(each.pattern, each.flags, each.words) is None
    assert lacking(each.pattern, each.flags, each.opens, opening=True) is None


@pytest.mark.parametrize("name", ASKED)
def test_words_are_in_plain_small_letters(name: str) -> None:
    for word in (*ASKED[name].words, *ASKED[name].opens):
        assert word == re.sub("[1-9]", "0", word).lower()
        # Other letters may have forms that IGNORECASE takes and lower() leaves.
        assert not re.search(r"[^\W\d_a-z]", word)


def test_a_search_does_without_the_opening_words() -> None:
    note = Asked("note|remark", opens=("note", "remark"))
    assert note.search("A note.")
    assert not note.match("A note.")


@pytest.mark.parametrize(
    ("pattern", "words", "opening", "text"),
    [
        ("a(?:bc|bd)", ("bc", "bd"), False, None),
        ("a(?:bc|bd)", ("bc",), False, "#b#"),
        ("a(?:bc|bd)", ("ab",), True, None),
        ("x?ab", ("ab",), True, "#ab"),
        ("a(?:b|c){0,3}d", ("abd", "acd"), False, "ad"),
        ("ab{2,}c", ("abb",), False, None),
        (r"\d{1,2} may", ("0 m",), False, None),
        ("-(?<=/) may", ("/ m",), False, None),
        ("/(?<=/) may", ("/ m",), False, None),
        ("(?i:AB)", ("ab",), False, None),
        ("[^a]b", ("ab",), False, "#b"),
    ],
)
def test_the_proof_finds_what_has_none_of_the_words(
    *, pattern: str, words: tuple[str, ...], opening: bool, text: str | None
) -> None:
    found = lacking(pattern, 0, words, opening=opening)
    assert found == text


@given(st.text(alphabet="note NOTEſİıK0١/:mayMAY’", max_size=12), st.integers(0, 3))
def test_the_words_change_no_result(text: str, start: int) -> None:
    plain = re.compile(r"\d+:? may|note[sk]|it", re.IGNORECASE)
    words = ("0 may", "0: may", "notes", "notek", "it")

    def asked() -> Asked:
        return Asked(plain.pattern, words=words, flags=re.IGNORECASE)

    for one, other in (
        (plain.match(text, start), asked().match(text, start)),
        (plain.search(text, start), asked().search(text, start)),
        (plain.fullmatch(text), asked().fullmatch(text)),
    ):
        assert (one and one.span()) == (other and other.span())


@given(st.text(alphabet="ab ", max_size=8), st.integers(0, 3))
def test_parts_match_what_their_union_matches(text: str, start: int) -> None:
    parts = ("a+(?: b)?", "ab*", "(?:b|ba) ")
    union = re.compile("|".join(parts))
    each = AnyOf(Asked(parts[0], words=("a",)), Asked(parts[1], opens=("a",)), Asked(parts[2], words=("b",)))
    for one, other in (
        (union.match(text, start), each.match(text, start)),
        (union.fullmatch(text), each.fullmatch(text)),
        (union.search(text), each.search(text)),
    ):
        assert (one and one.span()) == (other and other.span())


def test_a_part_is_compiled_by_itself() -> None:
    assert isinstance(OPENING, AnyOf)
    parts = [Asked(p.pattern, words=p.words, opens=p.opens, flags=p.flags) for p in OPENING.parts]
    fresh = AnyOf(*parts, words=OPENING.words, opens=OPENING.opens, flags=OPENING.flags)
    assert fresh.match("This article was amended on 3 May to correct a name.")
    assert fresh.match("The mayor said that the added bridge is closed.") is None
    assert not fresh.is_compiled
    assert sum(part.is_compiled for part in parts) < 4


def test_a_plain_article_compiles_none_of_them() -> None:
    script = (
        "from compare.read import article_from_bytes\n"
        "article_from_bytes(b'The bridge at Marle is closed. Nobody was hurt.', name='a.txt', label='A')\n"
        "import gc\nfrom compare.read.asked import Asked\n"
        "print([each.pattern for each in gc.get_objects() if isinstance(each, Asked) and each.is_compiled])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
