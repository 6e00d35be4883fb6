"""Whether two words are one name in two spellings: a slip, or another way to write a foreign script."""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from compare.text.en import word_list

_SHORTEST = 4
# "Haldain"/"Haldane" is 71, "Martin"/"Merton" 67; two edits at the most are asked for too.
_NEAR = 66.0
_EDITS = 2
# Letters that a name is written with or without and sounds the same: "Jon" and "John", "Clark" and "Clarke".
_SILENT = re.compile(r"(?<=[bcdfgjklmnpqrtvwxz])h|(?<=a)h$|h(?=n)|(?<=[a-z]{2})e$|(?<=([bdfglmnprst]))\1")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("v", "f"))
_SHORTEST_SOUND = 3
# What no English name has and the letters of another script become in more than one way.
_FOREIGN = re.compile(
    r"kh|zh|q(?!u)|dj|aa|ij$|[iy]y$|yi$|ii$|ei$|sk[iy]$|tsk|shch|dh|gh(?=a)|ou(?=[bdfkmns])"
)
_WRITTEN_AS = (
    ("shch", "sch"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("zh", "j"), ("dj", "j"), ("q", "k"), ("ck", "k"),
    ("ae", "ai"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("tz", "ts"), ("x", "ks"),
)  # fmt: skip
_ENDS = re.compile(r"(?:iy|yy|yi|ij|ii|ey|ei|y)$")
_TWICE = re.compile(r"([a-z])\1")
_SCRIPTS = {
    word: number
    for number, line in enumerate(word_list("discrepancies.spelling.scripts"))
    for word in line.split("/")
}


def near_spelling(one: str, other: str) -> bool:
    """Return whether two words can be one name in two spellings.

    >>> near_spelling("haldane", "haldain"), near_spelling("ann", "anne"), near_spelling("smith", "smiths")
    (True, True, False)
    """
    if one.rstrip("s") == other.rstrip("s"):
        return False
    if sound_alike(one, other) or transliterated(one, other):
        return True
    if min(len(one), len(other)) < _SHORTEST:
        return False
    near = fuzz.ratio(one, other) >= _NEAR and Levenshtein.distance(one, other) <= _EDITS
    # One letter more or less at the end makes an adjective: "Ukraine", "Ukrainian".
    return near and not (one.startswith(other) or other.startswith(one))


def sound_alike(one: str, other: str) -> bool:
    """Return whether two short or long names differ in letters that are not heard.

    >>> sound_alike("jon", "john"), sound_alike("smith", "smyth"), sound_alike("tim", "tom")
    (True, True, False)
    """
    shapes = _sound(one), _sound(other)
    return (
        one != other and shapes[0] == shapes[1] and len(shapes[0]) >= _SHORTEST_SOUND - ("nn" in one + other)
    )


def _sound(word: str) -> str:
    bare = word
    for written, heard in _SOUNDS:
        bare = bare.replace(written, heard)
    return _SILENT.sub("", bare)


def transliterated(one: str, other: str) -> bool:
    """Return whether two words are one foreign name, written in two ways of which neither is a slip.

    >>> transliterated("kyiv", "kiev"), transliterated("sergey", "sergei"), transliterated("smith", "smyth")
    (True, True, False)
    """
    if one == other:
        return False
    if _SCRIPTS.get(one, -1) == _SCRIPTS.get(other, -2):
        return True
    foreign = bool(_FOREIGN.search(one) or _FOREIGN.search(other))
    return foreign and min(len(one), len(other)) >= _SHORTEST and _script(one) == _script(other)


def _script(word: str) -> str:
    bare = word.replace("'", "")
    bare = _ENDS.sub("i", bare)
    for written, plain in _WRITTEN_AS:
        bare = bare.replace(written, plain)
    return _TWICE.sub(r"\1", bare.replace("y", "i"))


def american(word: str) -> str:
    """Return a word without what tells British spelling from American: "armoured", "theatre", "defence"."""
    bare = word.replace("'", "").replace("our", "or").replace("ence", "ense").replace("yse", "yze")
    bare = bare.replace("isation", "ization")
    return f"{bare[:-2]}er" if bare.endswith("tre") else bare


def of_one_place(one: str, other: str) -> bool:
    """Return whether one word is the other's adjective: "Texas", "Texan".

    >>> of_one_place("texas", "texan"), of_one_place("marle", "marne")
    (True, False)
    """
    stem = min(len(one), len(other)) - 1
    return stem >= _SHORTEST and one[:stem] == other[:stem] and (one + " " + other + " ").count("n ") == 1
