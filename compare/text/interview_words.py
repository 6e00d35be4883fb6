"""The words of interviews and transcripts: who asks, who answers, and what goes before a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def is_question_label(name: str) -> bool:
    """Return whether a label is one of somebody who asks: "Q", "MODERATOR", "First reporter".

    >>> is_question_label("MODERATOR"), is_question_label("Voss")
    (True, False)
    """
    return _last(name) in _words()["asks"]


def is_answer_label(name: str) -> bool:
    """Return whether a label is one of a speaker whom it does not name: "A", "THE WITNESS", "Speaker 2"."""
    return _last(name) in _words()["answers"]


def is_title(word: str) -> bool:
    """Return whether a word goes before a name, whatever its letters: "Dr", "MS.", "Senator"."""
    return word.casefold().rstrip(".") in _words()["titles"]


def is_day_or_month(word: str) -> bool:
    """Return whether a word is a day's or month's, which may stand behind a name: "Ann Orr Sunday"."""
    return word.casefold() in _words()["days"]


def _last(name: str) -> str:
    words = [word for word in name.casefold().split() if not word.isdigit() and word != "the"]
    return (words[-1] if words else "").rstrip("0123456789#.")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    import tomllib

    table = tomllib.loads(files("compare").joinpath("words", "interviews.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
