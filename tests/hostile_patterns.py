"""Runs every compiled expression of the package on repeats of what its own classes match (a script).

Prints how many there are, and those whose time grows faster than the text; ends itself after a budget of
processor seconds.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import resource
import sys
import time
import warnings
from collections.abc import Iterator
from itertools import pairwise

import compare
from compare.read.asked import Asked

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import sre_constants
    import sre_parse

SIZES = (10_000, 40_000)
# Four times the text takes four times the time, or sixteen times where the search is quadratic. Three tries
# have to agree, and only what takes this long counts.
GROWTH, NOTICED, TRIES = 8.0, 0.25, 3
SHORT, QUICK = 2_000, 0.001
# A single match of one of these may take so long.
AT_ONCE = 0.05
ANCHORED = {
    "compare.text.sentences._DOTTED": ("match", 10_000),  # a word of the longest sentence
    "compare.read.furniture.datelines.CAPITAL_PLACE": ("match", 120),
    "compare.read.furniture.datelines.NAMED_AGENCY": ("match", 120),
    "compare.read.furniture.lines.MARKUP_LINE": ("fullmatch", 5_000),
    "compare.render.plain.csv._FORMULA": ("match", 40_000),
    "compare.read.stated.front_matter.PAIR": ("match", 16_384),
    "compare.read.furniture.boilerplate.COMMENTS": ("fullmatch", 40_000),
    "compare.read.furniture.boilerplate.CAPTION": ("fullmatch", 450),
    "compare.read.furniture.boilerplate.CREDITED": ("fullmatch", 450),
    "compare.read.furniture.boilerplate.AROUND": ("fullmatch", 450),
    "compare.read.furniture.boilerplate.REACHED": ("fullmatch", 450),
    "compare.read.furniture.notices.INVITES": ("fullmatch", 320),  # a box about a subscription
    "compare.read.furniture.notices.NAMED": ("fullmatch", 320),
    "compare.read.furniture.notices.OFFERS": ("fullmatch", 320),
    "compare.read.furniture.end_matter.CONTRIBUTED": ("fullmatch", 450),
    "compare.read.furniture.end_matter.LIFE": ("fullmatch", 700),
    "compare.read.furniture.end_matter.ADDRESSED": ("fullmatch", 120),
    "compare.read.furniture.end_matter.PHONE": ("fullmatch", 120),
    "compare.read.dates.STAMP": ("fullmatch", 120),
}
"""Expressions that never search: how each is tried at one place, and the longest text that it sees there."""


def expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled expression that is a module's own, by name."""
    for found in pkgutil.walk_packages(compare.__path__, "compare."):
        if found.name == "compare.__main__":
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            values = value if isinstance(value, tuple | list) else (value,)
            for each in values:
                each = each.compiled if isinstance(each, Asked) else each
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                    yield f"{found.name}.{name}", each


def pieces(expression: re.Pattern[str]) -> set[str]:
    """Texts whose repeats are hard for the expression: one for each literal or class, and all in a row."""
    found: list[str] = []
    _walk(sre_parse.parse(expression.pattern, expression.flags), found)
    row = "".join(found)
    kept = list(dict.fromkeys(found))[:16]
    pairs = {one + other for one, other in pairwise(kept)}
    return {*kept, *pairs, row[:200], row[: len(row) // 2][:200], "a ", "A. "} - {""}


def _walk(parsed: object, found: list[str]) -> None:
    for op, value in parsed:  # type: ignore[attr-defined]
        name = str(op)
        if op is sre_constants.LITERAL:
            found.append(chr(value))
        elif op is sre_constants.NOT_LITERAL:
            found.append("a" if value != ord("a") else "b")
        elif op is sre_constants.ANY:
            found.append("x")
        elif op is sre_constants.IN:
            found.append(_member(value))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            _walk(value[2], found)
        elif name == "SUBPATTERN":
            _walk(value[3], found)
        elif name == "ATOMIC_GROUP":
            _walk(value, found)
        elif name == "BRANCH":
            for branch in value[1]:
                _walk(branch, found)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            _walk(value[1], found)


def _member(items: list[tuple[object, object]]) -> str:
    """A character of a class."""
    for sample in "aZ0 .,-\n\"“'’(/_é\t":
        if re.match(_class(items), sample):
            return sample
    _, value = items[0]
    return chr(value if isinstance(value, int) else value[0])  # type: ignore[index]


def _class(items: list[tuple[object, object]]) -> str:
    names = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
    names |= {"CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_WORD": r"\W"}
    inside = ""
    for op, value in items:
        if str(op) == "NEGATE":
            inside += "^"
        elif str(op) == "LITERAL":
            inside += re.escape(chr(value))  # type: ignore[arg-type]
        elif str(op) == "RANGE":
            inside += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"  # type: ignore[index]
        else:
            inside += names[str(value)]
    return f"[{inside}]"


def breaks_old_pythons(parsed: object) -> bool:
    """Return whether a group is possessive or atomic: Python before 3.11.5, Debian 12's, goes wrong on it."""
    for op, value in parsed:  # type: ignore[attr-defined]
        name = str(op)
        if name == "ATOMIC_GROUP":
            return True
        if name == "POSSESSIVE_REPEAT" and not (
            len(value[2]) == 1 and str(value[2][0][0]) in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}
        ):
            return True
        inside = {"MAX_REPEAT": 2, "MIN_REPEAT": 2, "SUBPATTERN": 3, "ASSERT": 1, "ASSERT_NOT": 1}.get(name)
        if inside is not None and breaks_old_pythons(value[inside]):
            return True
        if name == "BRANCH" and any(map(breaks_old_pythons, value[1])):
            return True
    return False


def seconds(expression: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in expression.finditer(text):
        pass
    return time.process_time() - began


def grows(expression: re.Pattern[str], piece: str) -> str:
    """Return how the time of a search grows with the text, empty where it does not grow faster."""
    # A quadratic search that takes less than this on a short text would still be quick on a long one.
    if seconds(expression, piece * (SHORT // len(piece)) + "\x00") < QUICK:
        return ""
    short, long = (piece * (size // len(piece)) + "\x00" for size in SIZES)
    for _ in range(TRIES):
        once, more = seconds(expression, short), seconds(expression, long)
        if more <= NOTICED or more <= GROWTH * once:
            return ""
    return f"{once:.2f} s, {more:.2f} s"


def lingers(expression: re.Pattern[str], piece: str, way: str, longest: int) -> str:
    """Return how long a single match takes, empty where it is quick."""
    text = (piece * (longest // len(piece) + 1))[: longest - 1] + "\x00"
    for _ in range(TRIES):
        began = time.process_time()
        getattr(expression, way)(text)
        took = time.process_time() - began
        if took <= AT_ONCE:
            return ""
    return f"{took:.2f} s"


def main(budget: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (budget, budget))
    known = dict(expressions())
    slow: list[str] = []
    for name in [*known, *(ANCHORED.keys() - known.keys())]:
        if name not in known:
            slow.append(f"{name} is gone")
            continue
        if breaks_old_pythons(sre_parse.parse(known[name].pattern, known[name].flags)):
            slow.append(f"{name} has a possessive group")
            continue
        for piece in sorted(pieces(known[name])):
            anchored = ANCHORED.get(name)
            took = lingers(known[name], piece, *anchored) if anchored else grows(known[name], piece)
            if took:
                slow.append(f"{name} on {piece!r}: {took}")
                break
    sys.stdout.write("".join(f"{line}\n" for line in [f"{len(known)} expressions, {len(slow)} slow", *slow]))
    raise SystemExit(1 if slow else 0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
