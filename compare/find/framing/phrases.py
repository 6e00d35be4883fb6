"""The phrase around a word: how far it reaches, whose it is, and what it is done to."""

from __future__ import annotations

from compare.find.framing.lines import Line
from compare.text.countries import Role
from compare.text.senses import commonness
from compare.text.syntax import REPORTING, adjoin, is_past, is_tensed
from compare.text.words import FUNCTION_WORDS

_OBJECT = 6
_JOINING = frozenset(
    "of in on for against into from to over at the a an his her its their and with by".split()
)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december""".split()
)
_PREPOSITIONS = frozenset("of in on for against into from to over at with by and".split())
# A word that English uses this much names no target ("time", "people", "make").
_TOO_COMMON = 0.62


def phrase_end(text: str, line: Line, last: int, keys: frozenset[str]) -> int:
    """Return the index of the last word within reach that is one of `keys`, over joining words only."""
    end = last
    at = last
    while at + 1 < len(line.words) and at - last < _OBJECT and adjoin(text, line, at + 1):
        at += 1
        if line.low[at] in FUNCTION_WORDS and line.low[at] not in _JOINING:
            break
        if line.key(at) in keys:
            end = at
    # "The minister's" and "into Kentish" are halves of phrases.
    half = text[line.words[end].end - 2 : line.words[end].end] in ("'s", "’s")
    if end > last and (half or line.named.get(end) is Role.DEMONYM):
        return end + (end + 1 < len(line.words) and adjoin(text, line, end + 1))
    return end + (end > last and _goes_on(text, line, end + 1))


def _goes_on(text: str, line: Line, at: int) -> bool:
    """Return whether a word is likely to be the noun that the words before it modify: "tax bill"."""
    if at >= len(line.words) or not adjoin(text, line, at):
        return False
    word, low = line.words[at], line.low[at]
    verb = is_tensed(low) or low in REPORTING or low.endswith(("ing", "ly"))
    return word.content and not word.name and not verb and not word.key[0].isdigit()


def owner(text: str, line: Line, first: int) -> str | None:
    """Return the key of whose a noun is: "Kent's lasting role", "Kent role"; None where nobody is named."""
    for at in range(first - 1, max(-1, first - 4), -1):
        if not adjoin(text, line, at + 1):
            return None
        word = line.words[at]
        if text[word.end - 2 : word.end].lower() in ("'s", "’s") or line.named.get(at) is Role.DEMONYM:
            return line.key(at)
        if at in line.countries:
            # "Kent role" is Kent's; in "Kent seeks power" a verb may stand between.
            return line.key(at) if at == first - 1 else None
        if text[word.end : word.end + 1] in ("'", "’") and line.low[at].endswith("s"):
            return line.key(at)
        if not word.content:
            return None
    return None


def objects(text: str, line: Line, last: int, *, direct: bool) -> frozenset[str]:
    """Return the keys of what stands right behind a word, over joining words.

    With `direct` only the first phrase counts: "avoid a clash with the law" avoids a clash.
    """
    found: set[str] = set()
    at = last
    while at + 1 < len(line.words) and at - last < _OBJECT and adjoin(text, line, at + 1):
        at += 1
        if line.low[at] in FUNCTION_WORDS and line.low[at] not in _JOINING:
            break
        if direct and found and line.low[at] in _PREPOSITIONS:
            break
        if names_target(line, at):
            found.add(line.key(at))
    return frozenset(found)


def object_head(text: str, line: Line, last: int) -> str | None:
    """Return the key of the noun that ends the phrase right behind a word, "bill" of "road bill"."""
    head = None
    for at in range(last + 1, min(len(line.words), last + 1 + _OBJECT)):
        ended = head is not None and line.low[at] in FUNCTION_WORDS
        if ended or not adjoin(text, line, at) or (line.low[at] in _PREPOSITIONS and head is not None):
            break
        if line.words[at].content and not (head is not None and is_past(line.low[at])):
            head = line.key(at)
    return head


def names_target(line: Line, at: int) -> bool:
    """Return whether a word can be what a wording is about."""
    word = line.words[at]
    key = line.key(at)
    if not word.content or key[0].isdigit() or line.low[at] in _DAYS:
        return False
    return at in line.countries or word.name or commonness(key) < _TOO_COMMON


def around(line: Line, first: int, last: int, *, reach: int) -> frozenset[str]:
    """Return the keys of words that can be a target within `reach` words on either side."""
    places = (*range(max(0, first - reach), first), *range(last + 1, min(len(line.words), last + 1 + reach)))
    return frozenset(line.key(at) for at in places if names_target(line, at))
