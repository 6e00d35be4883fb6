"""Which words keep their full stop inside a sentence, and which words are likely to open one."""

from __future__ import annotations

from compare.text.en import word_set

TITLES = word_set("text.abbreviations.titles")
"""A name follows: they never end a sentence."""

LINKING = word_set("text.abbreviations.linking")
"""Something always follows: they never end a sentence."""

BEFORE_NUMBER = word_set("text.abbreviations.before_number")
"""A number that follows belongs to them; before anything else other rules decide."""

ANY_CASE = word_set("text.abbreviations.any_case")
"""They end a sentence only when the next word is likely to open one."""

CAPITALISED = word_set("text.abbreviations.capitalised")
"""The same, for words that are abbreviations only with a capital."""

EXCLAIMED = frozenset(("Yahoo", "Jeopardy", "Wham"))
"""Names that are written with an exclamation mark."""

OPENERS = word_set("text.abbreviations.openers")
"""Function words and news nouns that with a capital are hardly ever part of a name."""

OF_THE_CLOCK = word_set("text.abbreviations.of_the_clock")
"""What follows "8 a.m." and belongs to it."""

SUBORDINATING = frozenset("when after before as while since until till if once because although".split())
"""With these a clause begins that is no sentence of its own."""
