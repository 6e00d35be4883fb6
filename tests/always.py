"""Proves from an expression that each of its matches contains, or opens with, one of some words."""

from __future__ import annotations

import re
import string
import warnings
from collections import deque
from collections.abc import Callable, Iterable

from hostile_patterns import _class

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import sre_parse

OTHER = "\0"
"""Stands for every character that is in none of the words."""

_SAMPLES = frozenset(string.printable + "é’–\N{NO-BREAK SPACE}")
Edges = dict[int, list[tuple[frozenset[str] | str | None, int]]]


def lacking(pattern: str, flags: int, words: Iterable[str], *, opening: bool = False) -> str | None:
    """Return a text that the expression may match without any of the words, None where there is none.

    What looks ahead, or back at more than a sign, is taken to hold and every longer repeat to be endless, so
    None is a proof and a text may be a false alarm. A digit is 0 in the words and in the text.
    """
    known = tuple(words)
    letters = frozenset("".join(known)) | {OTHER}
    edges: Edges = {}
    end = _build(sre_parse.parse(pattern, flags), 0, edges, letters)
    step = _prefix_step(known) if opening else _inside_step(known)
    todo: deque[tuple[int, str | None, str]] = deque([(0, "", "")])
    seen: set[tuple[int, str | None, str]] = set()
    while todo:
        node, state, text = todo.popleft()
        if (node, state, text[-1:]) in seen or "" in known:
            continue
        seen.add((node, state, text[-1:]))
        if node == end:
            return text.replace(OTHER, "#")
        for chars, to in edges.get(node, []):
            if chars is None or isinstance(chars, str):
                todo.extend([(to, state, text)] if chars in {None, text[-1:]} else [])
                continue
            for char in sorted(chars):
                after, found = step(state, char)
                if not found:
                    todo.append((to, after, text + char))
    return None


def _inside_step(words: tuple[str, ...]) -> Callable[[str | None, str], tuple[str | None, bool]]:
    starts = {word[:size] for word in words for size in range(len(word))}

    def step(state: str | None, char: str) -> tuple[str | None, bool]:
        text = (state or "") + char
        if text.endswith(words):
            return None, True
        return next(text[at:] for at in range(len(text) + 1) if text[at:] in starts), False

    return step


def _prefix_step(words: tuple[str, ...]) -> Callable[[str | None, str], tuple[str | None, bool]]:
    starts = {word[:size] for word in words for size in range(len(word))}

    def step(state: str | None, char: str) -> tuple[str | None, bool]:
        text = None if state is None else state + char
        return (text if text in starts else None), text in words

    return step


def _build(parsed: object, at: int, edges: Edges, letters: frozenset[str]) -> int:
    """Add the edges of a sequence that begins at a node and return the node where it ends."""
    for op, value in parsed:  # type: ignore[attr-defined]
        name = str(op)
        behind = name == "ASSERT" and value[0] == -1 and [str(kind) for kind, _ in value[1]] == ["LITERAL"]
        if behind and chr(value[1][0][1]) in letters:
            at = _edge(at, edges, chr(value[1][0][1]))
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        if name == "LITERAL":
            at = _edge(at, edges, frozenset({_plain(chr(value), letters)}))
        elif name in {"ANY", "NOT_LITERAL"}:
            at = _edge(at, edges, letters)
        elif name == "IN":
            inside = re.compile(_class(value))
            members = {chr(found) for kind, found in value if str(kind) == "LITERAL"}
            hits = {_plain(char, letters) for char in _SAMPLES | members if inside.match(char)}
            at = _edge(at, edges, frozenset(hits))
        elif name == "SUBPATTERN":
            at = _build(value[3], at, edges, letters)
        elif name == "ATOMIC_GROUP":
            at = _build(value, at, edges, letters)
        elif name == "BRANCH":
            ends = [_build(branch, _edge(at, edges, None), edges, letters) for branch in value[1]]
            at = _new(edges)
            for end in ends:
                edges[end].append((None, at))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            least, most, body = value
            for _ in range(least):
                at = _build(body, at, edges, letters)
            if most != least:
                begin = _edge(at, edges, None)
                end = _build(body, begin, edges, letters)
                at = _new(edges)
                edges[begin].append((None, at))
                edges[end].append((None, at))
                if int(most) - least > 1:
                    edges[end].append((None, begin))
        else:
            raise AssertionError(name)
    return at


def _new(edges: Edges) -> int:
    node = len(edges) + 1
    edges[node] = []
    return node


def _edge(at: int, edges: Edges, chars: frozenset[str] | str | None) -> int:
    to = _new(edges)
    edges.setdefault(at, []).append((chars, to))
    return to


def _plain(char: str, letters: frozenset[str]) -> str:
    small = "0" if char.isdigit() else char.lower()
    return small if small in letters else OTHER
