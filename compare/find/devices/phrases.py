"""A sentence cut into whole phrases: where one may begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.text.en import word_set
from compare.text.syntax import REPORTING, is_past, is_tensed
from compare.text.tokens import Word

# A row quotes no more words in a row.
MOST_WORDS = 16
_FEWEST_WORDS = 2
# So many words between a stretch and the mark before or behind it are read with it.
_FEW_BEFORE, _FEW_BEHIND = 3, 5
_TWO = 2
_PARTICLES = frozenset(("out", "up", "off", "down", "away"))
_CLAUSES = frozenset("since after before while because although as who which when where if".split())
_LINKING = word_set("devices.phrases.linking")
_AUXILIARIES = word_set("devices.phrases.auxiliaries")
_DETERMINERS = word_set("devices.phrases.determiners")
_JOINING = frozenset(("and", "or", "but"))
# Words that begin what follows: "the way he" was, "the parade, according" to the police.
_BEGIN = frozenset("he she we they who what according because however even such per".split())
_OF = frozenset(("of", "than"))
# Verbs of saying that are no plural nouns, as "states", "claims" and "charges" are.
_SAYS = frozenset("says tells argues insists believes writes adds warns thinks explains".split())
_HYPHENS = frozenset("-\u2010\u2011")
_BREAK = re.compile(r"[,;:—–()\"“”]|- ")


def phrases(text: str, words: Sequence[Word], lower: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of words, from one to before another, that read as a whole.

    They begin where a phrase does (behind a stop or mark, with a preposition, a verb or a determiner) and
    end before the next; a clause is several in a row.
    """
    borders = [k for k in range(1, len(words)) if _begins(text, words, lower, k)]
    ends = [k for k in borders if not _holds_on(text, words, lower, k)] + [len(words)]
    found: set[tuple[int, int]] = set()
    for first in (0, *borders):
        if lower[first : first + 1] and lower[first] in _OF:
            continue
        for end in ends:
            if end <= first:
                continue
            if end - first > MOST_WORDS:
                break
            open_ = end < len(words) and not _marked(text, words, end)
            stretch = _trimmed(lower, first, end, _BEGIN if open_ else frozenset())
            inside = words[slice(*stretch)]
            if len(inside) < _FEWEST_WORDS or not any(w.content for w in inside):
                continue
            if _fits(text, words, *stretch):
                found.add(stretch)
    return sorted(found)


def has_verb(lower: Sequence[str]) -> bool:
    """Return whether one of some words, in small letters, looks like a verb that is none of speech alone."""
    return any(word in _AUXILIARIES or word in REPORTING or is_past(word) for word in lower)


def parted(
    text: str,
    words: Sequence[Word],
    lower: Sequence[str],
    whole: Sequence[tuple[int, int]],
    stretches: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return stretches in order; of two that follow each other one, or two that part where a clause begins.

    `whole` are the phrases of the sentence, none of them longer than a row quotes.
    """
    if len(stretches) != _TWO or stretches[0][1] != stretches[1][0]:
        return list(stretches)
    first, stop = stretches[0][0], stretches[1][1]
    if (first, stop) in whole:
        return [(first, stop)]
    known = set(whole)
    cuts = [k for k in range(first + 1, stop) if (first, k) in known and (k, stop) in known]

    def plain(k: int) -> tuple[int, int]:
        return 2 * _marked(text, words, k) + (lower[k] in _CLAUSES), -abs(2 * k - first - stop)

    if not cuts:
        return list(stretches)
    best = max(cuts, key=plain)
    return [(first, best), (best, stop)]


def rounded(text: str, words: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, each up to the marks around it where few words lie between.

    "Votes are needed, and supporters appear" goes on to "to have secured them". What then meets is one.
    """
    found: list[tuple[int, int]] = []
    for first, stop in stretches:
        begin = next(k for k in range(first, -1, -1) if k == 0 or _marked(text, words, k))
        end = next(k for k in range(stop, len(words) + 1) if k == len(words) or _marked(text, words, k))
        if first - begin <= _FEW_BEFORE and _fits(text, words, begin, stop):
            first = begin
        elif stop - first > 2 * _FEW_BEFORE and any(_marked(text, words, first + k) for k in (1, 2)):
            # "Sheriffs, Mr. Sessions defended": the end of what went before.
            first += 1 if _marked(text, words, first + 1) else 2
        if end - stop <= _FEW_BEHIND and _fits(text, words, first, end):
            stop = end
        if found and first <= found[-1][1] and _fits(text, words, found[-1][0], stop):
            first = found.pop()[0]
        elif found and first < found[-1][1]:
            first = found[-1][1]
        found.append((first, stop))
    return found


def _marked(text: str, words: Sequence[Word], k: int) -> bool:
    return bool(_BREAK.search(text, words[k - 1].end, words[k].start))


def _fits(text: str, words: Sequence[Word], first: int, stop: int) -> bool:
    # A dash between spaces is none of our words, and lengthens what is read all the same.
    read = len(text[words[first].start : words[stop - 1].end].split())
    return stop - first <= MOST_WORDS and read <= MOST_WORDS


def _begins(text: str, words: Sequence[Word], lower: Sequence[str], k: int) -> bool:
    word, before = lower[k], lower[k - 1]
    if text[words[k - 1].end : words[k].start] in _HYPHENS:
        # "Same-sex" is one word to a reader.
        return False
    if _marked(text, words, k):
        return True
    if before in _LINKING:
        return False
    if word in _LINKING:
        return True
    if before in _AUXILIARIES or before == "not":
        return False
    reporting = word in REPORTING and (word in _SAYS or not word.endswith("s"))
    return word in _DETERMINERS or word in _AUXILIARIES or reporting or is_past(word)


def _holds_on(text: str, words: Sequence[Word], lower: Sequence[str], k: int) -> bool:
    """Return whether what stands before a word is no whole: "the use" of force, "closed" the pier."""
    if _marked(text, words, k):
        return False
    before, word = lower[k - 1], lower[k]
    if word in _OF:
        return True
    # "Put out a warrant."
    verb = lower[k - 2] if before in _PARTICLES and k > 1 else before
    acts = is_tensed(verb) or is_past(verb) or verb in REPORTING
    return acts and (word in _DETERMINERS or word == "that")


def _trimmed(lower: Sequence[str], first: int, end: int, more: frozenset[str]) -> tuple[int, int]:
    # "Like never before" ends a sentence whole.
    while len(lower) > end > first and (
        lower[end - 1] in _LINKING or lower[end - 1] in _DETERMINERS | _JOINING | more
    ):
        end -= 1
    while first < end and lower[first] in _JOINING:
        first += 1
    return first, end
