"""What both wordings of a row are about, in words that stand in the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from compare.find.framing.lines import Line, Text
from compare.text.countries import usual_name
from compare.text.syntax import adjoin, is_past

_WITHIN = frozenset("of the and".split())
_MOST = 2

Place = tuple[Text, Line]


def target_name(places: Sequence[Place], keys: Set[str]) -> str:
    """Return the words of the lines that say what `keys` are, the same whichever line comes first.

    The stretch that has most of the keys is taken as it is printed; what it leaves out follows. A country
    that stands alone goes by its usual name, since the texts may name it in two ways.
    """
    left, parts = set(keys), list[str]()
    while left and len(parts) < _MOST:
        best = min(
            (
                _rank(text, line, first, last, left)
                for text, line in places
                for first, last in _runs(text, line, left)
            ),
            default=None,
        )
        if best is None:
            break
        covered = set(best[-1])
        alone = len(covered) == 1 and min(covered).startswith("@")
        parts.append(usual_name(min(covered)[1:]) if alone else best[-2])
        left -= covered
    return ", ".join(sorted(parts, key=lambda part: (part[:1].islower(), part)))


def _rank(
    text: Text, line: Line, first: int, last: int, keys: Set[str]
) -> tuple[int, int, int, str, list[str]]:
    """Return what sorts first for the most keys, then the fewest words, then the fullest form."""
    article, word = text.article.text, line.words[last]
    printed = " ".join(article[line.words[first].start : word.end].split())
    printed = printed.removesuffix("'s").removesuffix("’s")
    covered = sorted({line.key(at) for at in range(first, last + 1)} & keys)
    return -len(covered), last - first, -len(printed), printed, covered


def _runs(text: Text, line: Line, keys: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose words are all keys, but for "of" and the like between them."""
    at = 0
    while at < len(line.words):
        if not _counts(line, at, keys):
            at += 1
            continue
        first = last = at
        at += 1
        while at < len(line.words) and adjoin(text.article.text, line, at):
            if _counts(line, at, keys):
                last = at
            elif line.low[at] not in _WITHIN:
                break
            at += 1
        yield first, last
        at = max(at, last + 1)


def _counts(line: Line, at: int, keys: Set[str]) -> bool:
    """Return whether a word is one of the keys, and no verb: "closed the road" is about the road."""
    return line.key(at) in keys and (line.words[at].name or not is_past(line.low[at]))
