"""Counts and readability: known texts, agreement with textstat's own way, no network, honest gaps."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.measure import measure, readability_versions, words_of
from compare.measure.formulas import _textstat, readability
from compare.model import Article, Extent, Measures, NotMeasured, Origin, Readability, Sentence

EASY = "The cat sat on the mat."  # 6 words, 6 syllables, 17 letters
HARD = (
    "The government opened negotiations yesterday."  # 5 words, 1 + 3 + 2 + 5 + 3 = 14 syllables, 40 letters
)


def article(*paragraphs: list[str], language: str | None = "en") -> Article:
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs, 1):
        for sentence in paragraph:
            start, text = len(text), text + sentence
            here = {"start": start, "end": len(text)}
            name = f"A{len(sentences) + 1}"
            sentences.append(Sentence(id=name, paragraph=number, clauses=(Extent(**here),), **here))
            text += " "
        text += "\n\n"
    origin = Origin(name="a.txt", sha256="0" * 64, encoding="utf-8", text_sha256="0" * 64)
    return Article(
        label="A",
        outlet=None,
        title=None,
        byline=None,
        published=None,
        language=language,
        origin=origin,
        text=text,
        furniture=(),
        sentences=tuple(sentences),
    )


def test_figures_worked_out_by_hand() -> None:
    # 112 words, 20 sentences, 184 syllables: 5.6 words a sentence, 1.642857 syllables a word.
    # Ease 206.835 - 1.015 * 5.6 - 84.6 * 1.642857 = 62.17; grade 0.39 * 5.6 + 11.8 * 1.642857 - 15.59 = 5.98.
    # No sentence has eight words, so all compete: HARD has 0.39 * 5 + 11.8 * 2.8 - 15.59 = 19.40.
    # Difficult (two syllables or more, not on Dale and Chall's list): "opened" and "negotiations".
    assert measure(article([EASY] * 12, [HARD] * 8)) == Measures(
        article="A",
        words=112,
        sentences=20,
        paragraphs=2,
        readability=Readability(
            syllables=184,
            difficult_words=16,
            flesch_reading_ease=62.17,
            flesch_kincaid_grade=5.98,
            words_per_sentence=5.6,
            characters_per_word=4.68,
            hardest_sentence="A13",
            hardest_grade=19.4,
        ),
    )


def test_the_hardest_sentence_is_hard_by_more_than_one_long_word() -> None:
    longer = "The committee postponed its negotiations until the following afternoon."
    measured = measure(article([EASY] * 20, [HARD, longer])).readability
    assert isinstance(measured, Readability)
    assert measured.hardest_sentence == "A22"


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (article([EASY] * 16), "under 100 words the figures mean little"),
        (article([]), "under 100 words the figures mean little"),
        (
            article([EASY] * 20, language=None),
            "the text does not read as English, and the formulas were made for English",
        ),
        (
            article([EASY] * 20, language="pl"),
            "textstat has no formula that was made for Polish",
        ),
        (
            article(["Flour.", "Two eggs."] * 80),
            "sentences of one or two words each: a list rather than a text",
        ),
    ],
)
def test_a_figure_that_would_mislead_is_left_out_with_its_reason(made: Article, reason: str) -> None:
    assert measure(made).readability == NotMeasured(reason=reason)


def test_counts_stand_also_where_readability_does_not() -> None:
    short = measure(article(["It rained."], ["Nobody came."]))
    assert (short.words, short.sentences, short.paragraphs) == (4, 2, 2)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The U.S. President met Mr. Brown on Oct. 12.", "the us president met mr brown on oct 12"),
        ("It rose 3.5 per cent — twice—to $1.2bn…again", "it rose 35 per cent twice to $12bn again"),
        ("They didn’t; DIDN'T they?", "they didn't; didn't they"),
        ("A well-known and/or well‑known figure", "a well-known and or well‑known figure"),
        ("- – — ... ' “ ” _ !", ""),
    ],
)
def test_words_that_the_formulas_see(sentence: str, words: str) -> None:
    assert words_of(sentence) == tuple(words.split())


def test_abbreviations_and_short_sentences_do_not_change_the_sentence_count() -> None:
    # textstat alone finds other sentences than these 22: it splits at "Oct." and skips "He left."
    dotted = ["On Oct. 12 Mr. J. Brown of the U.S. Treasury paid 3.5 million.", "He left."] * 11
    measured = measure(article(dotted))
    assert isinstance(measured.readability, Readability)
    assert measured.words == 11 * 15
    assert measured.readability.words_per_sentence == 7.5


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_textstat_counts_the_words_and_sentences_that_we_print(pieces: list[str]) -> None:
    sentences = {str(n): words_of(piece) for n, piece in enumerate([*pieces, EASY * 20])}
    measured = readability(sentences, language="en")
    assert isinstance(measured, Readability)
    words = sum(map(len, sentences.values()))
    assert measured.words_per_sentence == round(words / len(sentences), 2)


def test_a_textstat_that_counts_in_another_way_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    import textstat.backend.counts._count_syllables as counting

    _textstat.cache_clear()
    monkeypatch.delattr(counting, "get_cmudict")
    try:
        left_out = measure(article([EASY] * 20)).readability
    finally:
        _textstat.cache_clear()
    assert left_out == NotMeasured(reason="this version of textstat cannot count syllables offline")


def test_versions_are_the_same_before_and_after_textstat_is_loaded() -> None:
    script = (
        "import json, sys; from compare.measure import readability_versions as v; before = v();"
        "assert 'textstat' not in sys.modules; import compare.measure.formulas as r; r._textstat();"
        "print(json.dumps([before, v()]))"
    )
    before, after = json.loads(run(script))
    assert before == after == readability_versions()
    assert list(before) == ["textstat", "syllables"]


# ------------------------------------------------------------------------------- offline, like NLTK's way

NO_NETWORK = """
import socket, json, sys
def refuse(*args, **kwargs): raise AssertionError("the network was asked")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
"""
FIGURES = """
from compare.measure.formulas import readability
from compare.measure import words_of
text = sys.stdin.read()
sentences = {str(n): words_of(line) for n, line in enumerate(text.splitlines())}
print(repr(readability(sentences, language="en")))
"""
# The same figures by textstat as it comes, its dictionary read by NLTK from the folder given.
BY_NLTK = """
import nltk
nltk.data.path[:] = [sys.argv[1]]
import textstat
import compare.measure.formulas as ours
ours._textstat = lambda: textstat.textstat
"""


def run(script: str, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shipped() -> dict[str, int]:
    file = Path(sys.modules["compare.measure"].__path__[0]) / "syllables.txt"
    entries = file.read_text("ascii").partition("\n\n")[2]
    return {word: int(count) for word, count in map(str.split, entries.splitlines())}


def test_figures_are_those_of_textstat_with_the_dictionary_by_nltk(
    tmp_path: Path, shipped: dict[str, int]
) -> None:
    corpus = tmp_path / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    entries = (f"{word.upper()} 1 {'AH0 ' * count or 'M'}\n" for word, count in shipped.items())
    (corpus / "cmudict").write_text("".join(entries), "ascii")
    some = list(shipped)[::7]
    unknown = [word[:-1] + "oozle" for word in some[::50]]
    words = [*some, *unknown, "Don’t", "Brown's", "well-known", "U.S.", "1,200"]
    text = "\n".join(" ".join(words[n : n + 9]) for n in range(0, len(words), 9))

    ours = run(NO_NETWORK + FIGURES, given=text)
    theirs = run(NO_NETWORK + BY_NLTK + FIGURES, str(tmp_path), given=text)
    assert ours == theirs
    assert ours.startswith("Readability(syllables=")


@pytest.mark.parametrize(
    "first", ["", "import textstat\n"], ids=["textstat-not-loaded", "textstat-loaded-before"]
)
def test_the_network_and_nltks_dictionary_are_not_asked(first: str) -> None:
    told = "\nprint('nltk' in sys.modules)"
    figures, nltk_loaded = run(NO_NETWORK + first + FIGURES + told, given=(HARD + "\n") * 24).splitlines()
    assert figures.startswith("Readability(syllables=336,")
    assert nltk_loaded == str(bool(first))


def test_every_shipped_word_is_found_with_its_count(shipped: dict[str, int]) -> None:
    from compare.measure.syllables import pronunciations

    book = pronunciations("en_US")
    assert book is not None
    assert {word: len(book[word][0]) for word in shipped} == shipped
    assert len(shipped) == 126_052
    for unknown in ("", "#", "zzzzzz", "governmen", "the 1"):
        with pytest.raises(KeyError):
            book[unknown]
    assert pronunciations("fr") is None


def test_words_are_hyphenated_as_by_pyphen_itself(shipped: dict[str, int]) -> None:
    import pyphen

    from compare.measure.syllables import LazyPatterns, read_patterns_lazily

    pyphen.hdcache.pop(pyphen.LANGUAGES["en_US"], None)
    read_patterns_lazily()
    quick, own = pyphen.Pyphen(lang="en_US"), pyphen.Pyphen(lang="en_US", cache=False)
    assert isinstance(quick.hd.patterns, LazyPatterns)
    assert {each: quick.hd.patterns.get(each) for each in own.hd.patterns} == own.hd.patterns
    words = [*list(shipped)[::20], "", "a", "doubledigit", "1,200", "naïve", "ﬂoe", "x" * 500]
    assert {word: quick.positions(word) for word in words} == {word: own.positions(word) for word in words}


@pytest.mark.parametrize(
    ("name", "value"), [("hdcache", None), ("LANGUAGES", {})], ids=["no-cache", "no-such-language"]
)
def test_another_pyphen_is_left_alone(name: str, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyphen

    from compare.measure.syllables import read_patterns_lazily

    path = pyphen.LANGUAGES["en_US"]
    monkeypatch.setattr(pyphen, "hdcache", {})
    kept = pyphen.hdcache
    monkeypatch.setattr(pyphen, name, value)
    read_patterns_lazily()
    assert path not in kept
