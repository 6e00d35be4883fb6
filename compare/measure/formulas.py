"""textstat's readability figures for sentences of ours, offline."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

from compare.measure.syllables import SOURCE, pronunciations, read_patterns_lazily
from compare.model import Formula, NotMeasured, OtherReadability, Readability
from compare.text.elsewhere.languages import language_name, root

if TYPE_CHECKING:
    from textstat.textstat import textstatistics


# Under 100 words the figures swing by whole grades with one long name; Flesch's own samples had 100.
FEWEST_WORDS = 100
# textstat takes a "sentence" of one or two words for an abbreviation and does not count it.
_FEWEST_WORDS_A_SENTENCE = 3
# A sentence shorter than this is hard by one long word, not by how it is built.
_FEWEST_WORDS_HARDEST = 8

_DICTIONARY_MODULE = "textstat.backend.utils._get_cmudict"
_COUNTING_MODULE = "textstat.backend.counts._count_syllables"
_importing = Lock()
# As many as have formulas.
_MOST_LANGUAGES = 16


def readability(
    sentences: Mapping[str, Sequence[str]], *, language: str | None
) -> Readability | OtherReadability | NotMeasured:
    """Return textstat's figures for sentences given as words by sentence id, or why there are none."""
    if language is None:
        return NotMeasured(reason="the text does not read as English, and the formulas were made for English")
    if not has_formula(language):
        return NotMeasured(reason=f"textstat has no formula that was made for {language_name(language)}")
    words = [word for sentence in sentences.values() for word in sentence]
    if len(words) < FEWEST_WORDS:
        return NotMeasured(reason=f"under {FEWEST_WORDS} words the figures mean little")
    if len(words) < _FEWEST_WORDS_A_SENTENCE * len(sentences):
        return NotMeasured(reason="sentences of one or two words each: a list rather than a text")
    stat = _textstat() if root(language) == "en" else _textstat_of(root(language))
    if stat is None:
        return NotMeasured(reason="this version of textstat cannot count syllables offline")

    # The formulas know three totals only: words, sentences, syllables. Even groups of all the words, as
    # many as we have sentences, make textstat's sentence count ours also where a sentence has two words.
    groups = len(sentences)
    text = "\n".join(
        _ended(words[len(words) * n // groups : len(words) * (n + 1) // groups]) for n in range(groups)
    )
    if root(language) != "en":
        return other_readability(text, stat, language=language)
    long_enough = {i: s for i, s in sentences.items() if len(s) >= _FEWEST_WORDS_HARDEST} or sentences
    grades = {i: stat.flesch_kincaid_grade(_ended(s)) for i, s in long_enough.items()}
    hardest = max(grades, key=lambda sentence: grades[sentence])
    return Readability(
        syllables=stat.syllable_count(text),
        difficult_words=stat.difficult_words(text, unique=False),
        flesch_reading_ease=round(stat.flesch_reading_ease(text), 2),
        flesch_kincaid_grade=round(stat.flesch_kincaid_grade(text), 2),
        words_per_sentence=round(stat.words_per_sentence(text), 2),
        characters_per_word=round(stat.avg_letter_per_word(text), 2),
        hardest_sentence=hardest,
        hardest_grade=round(grades[hardest], 2),
    )


def readability_versions() -> dict[str, str]:
    """Return the version of textstat and the source of the syllable counts, to print beside the figures.

    A textstat that is loaded is asked itself: importing importlib.metadata costs 0.03 s.
    """
    loaded = sys.modules.get("textstat")
    if loaded is not None:
        textstat = ".".join(map(str, loaded.__version__))
    else:
        from importlib.metadata import version

        textstat = version("textstat")
    return {"textstat": textstat, "syllables": SOURCE}


def _ended(words: Sequence[str]) -> str:
    return " ".join(words) + "."


@cache
def _textstat() -> textstatistics | None:
    """Return textstat with our syllable dictionary, or None where this version has no room for it.

    textstat imports NLTK (0.7 s of processor time; the whole JSON run may take 0.6 s) for one thing only:
    to load CMU's dictionary, and it downloads that where it is missing. So the one module of textstat's
    that imports NLTK is replaced by `pronunciations`, which has the same signature and the same data.
    NLTK itself is left alone for everybody else in the process. Where textstat was loaded before us, only
    the name is replaced. Its results do not change; a test compares them with those by way of NLTK.
    """
    with _importing:
        if "textstat" not in sys.modules:
            sys.modules[_DICTIONARY_MODULE] = _dictionary_module()
        from textstat.textstat import textstatistics

        try:
            counting = import_module(_COUNTING_MODULE)
        except ImportError:
            return None
        if not hasattr(counting, "get_cmudict"):
            return None
        counting.get_cmudict = pronunciations  # type: ignore[attr-defined]
        read_patterns_lazily()
        # An instance of our own: the shared one carries the language and rounding that others may have set.
        return textstatistics()  # type: ignore[no-untyped-call]


@lru_cache(maxsize=_MOST_LANGUAGES)
def _textstat_of(language: str) -> textstatistics | None:
    """Return textstat set to another language, an instance of its own: settings stay with an instance."""
    english = _textstat()
    if english is None:
        return None
    stat = type(english)()
    stat.set_lang(language)
    return stat


def _dictionary_module() -> ModuleType:
    module = ModuleType(_DICTIONARY_MODULE, "CMU's pronouncing dictionary without NLTK.")
    module.get_cmudict = pronunciations  # type: ignore[attr-defined]
    return module


# -------------------------------------------------------------------------------------------- other languages
# Readability of texts in other languages: the formulas that textstat has for each, and no other.

_EASIER, _HARDER = "higher is easier", "higher is harder"
# By language: textstat's method, the formula's name, which way it runs. Flesch's formula is only named where
# textstat has weights that were fitted to the language (Amstad, Kandel and Moles, Franchina and Vacca, Douma,
# Oborneva); for Polish it has none, and Gunning's would count English easy words. LIX was made in Sweden for
# the Scandinavian languages. Osman counts the letters of a text without vowel signs as syllables.
FORMULAS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "ar": (("osman", "Osman", _EASIER),),
    "da": (("lix", "LIX", _HARDER),),
    "de": (
        ("wiener_sachtextformel", "Wiener Sachtextformel", _HARDER),
        ("flesch_reading_ease", "Flesch–Amstad", _EASIER),
    ),
    "es": (
        ("fernandez_huerta", "Fernández Huerta", _EASIER),
        ("szigriszt_pazos", "Szigriszt-Pazos", _EASIER),
        ("gutierrez_polini", "Gutiérrez de Polini", _EASIER),
        ("crawford", "Crawford, years of school", _HARDER),
    ),
    "fr": (("flesch_reading_ease", "Flesch–Kandel–Moles", _EASIER),),
    "it": (
        ("gulpease_index", "Gulpease", _EASIER),
        ("flesch_reading_ease", "Flesch–Vacca", _EASIER),
    ),
    "nl": (("flesch_reading_ease", "Flesch–Douma", _EASIER),),
    "no": (("lix", "LIX", _HARDER),),
    "ru": (("flesch_reading_ease", "Flesch–Oborneva", _EASIER),),
    "sv": (("lix", "LIX", _HARDER),),
}
# The first of the four: it rests on all counts.
_VARIANT = {"wiener_sachtextformel": (1,)}


def has_formula(language: str | None) -> bool:
    """Return whether readability can be measured in a language.

    >>> has_formula("de-AT"), has_formula("pl"), has_formula("en")
    (True, False, True)
    """
    return root(language) == "en" or root(language) in FORMULAS


def other_readability(text: str, stat: textstatistics, *, language: str) -> OtherReadability:
    """Return textstat's figures for words whose sentences end with a full stop each."""
    values: Sequence[Formula] = [
        Formula(
            name=name,
            value=round(float(getattr(stat, method)(text, *_VARIANT.get(method, ()))), 2),
            scale=scale,
        )
        for method, name, scale in FORMULAS[root(language)]
    ]
    return OtherReadability(
        formulas=tuple(values),
        words_per_sentence=round(stat.words_per_sentence(text), 2),
        characters_per_word=round(stat.avg_letter_per_word(text), 2),
    )
