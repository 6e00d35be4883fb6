"""Readability of texts in other languages: the formulas that textstat has for each, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.model import Formula, OtherReadability
from compare.text.elsewhere.languages import root

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

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
