"""A name spelled in two ways, or another name in the same place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.find.discrepancies.spelling import american, near_spelling, of_one_place, transliterated
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.countries import country
from compare.text.en import word_set
from compare.text.quotations import crossing
from compare.text.senses import commonness

SPELLING_RULE = "name-spelled-otherwise"
SCRIPT_RULE = "name-of-another-script"
TURNED_RULE = "name-turned-round"
APART_RULE = "name-written-apart"
PLACE_RULE = "another-name-in-the-same-place"
TITLES = word_set("discrepancies.names.titles")
# Roles that stand where a name could: "the Orion CEO" and "Ann Lee" may be one.
_ROLES = TITLES | word_set("discrepancies.names.roles")
# Of the short forms of first names those that look like a slip of the long one.
_SHORT_FORMS = {
    "david": ("dave",),
    "steven": ("steve",),
    "stephen": ("steve",),
    "katherine": ("kathryn",),
}
_SHORTEST = 4
# "Orr Lee" and "Lee Orr" are one name where the family's stands first.
_LONG = 3
_TWO = 2
_STEM = 5
_ENDINGS = frozenset("s ic ics al als ist ists an ans ian ians ism".split()) | {""}


def full_names(side: Side) -> tuple[tuple[str, ...], ...]:
    """Return the names of two words and more, in small letters, titles left out."""
    return tuple(name.words for name in _names(side) if len(name.words) > 1)


def lone_names(side: Side) -> tuple[tuple[str, int, int], ...]:
    """Return the names of one word, in small letters, with their places."""
    return tuple((n.words[0], *n.extents[0]) for n in _names(side) if len(n.words) == 1)


def may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two full names differ in the spelling of one part only.

    >>> may_be_one(("joren", "haldane"), ("joren", "haldain")), may_be_one(("jo", "field"), ("al", "field"))
    (True, False)
    """
    return unlike_part(one, other) is not None


def unlike_part(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the one part of two full names that is spelled otherwise, None where that is not what differs.

    >>> unlike_part(("zac", "haldane"), ("zachary", "haldain"))
    ('haldane', 'haldain')
    """
    if len(one) != len(other):
        return None
    unlike = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(unlike) == _TWO and len(one) == _TWO and cut_short(*unlike[0]):
        # The first name in its short form tells nothing, nor does it hide how the other is spelled.
        unlike.pop(0)
    return unlike[0] if len(unlike) == 1 and near_spelling(*unlike[0]) else None


def short_form(one: str, other: str) -> bool:
    """Return whether one first name is the other's short form that looks like a slip of it.

    >>> short_form("steve", "stephen"), short_form("ann", "amy")
    (True, False)
    """
    return one in _SHORT_FORMS.get(other, ()) or other in _SHORT_FORMS.get(one, ())


def cut_short(one: str, other: str) -> bool:
    """Return whether one first name is the beginning of the other.

    >>> cut_short("dan", "daniel"), cut_short("steve", "stephen")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return len(short) >= _LONG and long.startswith(short)


def tails(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return two names without the titles and initials that one of them has and the other has not.

    >>> tails(("senators", "ann", "haldane"), ("ann", "haldain"))
    (('ann', 'haldane'), ('ann', 'haldain'))
    """
    if len(one) == len(other):
        return one, other
    bare = [(n[0], *(w for w in n[1:-1] if len(w) > 1), n[-1]) if len(n) > _TWO else n for n in (one, other)]
    shorter = min(map(len, bare))
    return (bare[0][-shorter:], bare[1][-shorter:]) if shorter >= _TWO else (one, other)


def written_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names are the same letters, as one word here and as two there.

    >>> written_apart(("redwater", "forest"), ("red", "water", "forest"))
    True
    """
    return one != other and min(len(one), len(other)) >= _TWO and "".join(one) == "".join(other)


def turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two long names are the same words with two neighbours exchanged, the first kept.

    >>> turned(("ann", "lee", "orr", "school"), ("ann", "orr", "lee", "school"))
    True
    >>> turned(("orr", "tae", "il"), ("tae", "il", "orr"))
    False
    """
    if len(one) != len(other) or len(one) < _LONG or one[0] != other[0]:
        return False
    unlike = [k for k in range(len(one)) if one[k] != other[k]]
    return (
        len(unlike) == 2
        and unlike[1] - unlike[0] == 1
        and one[unlike[0]] == other[unlike[1]]
        and one[unlike[1]] == other[unlike[0]]
    )


class _Name(Struct, frozen=True, kw_only=True):
    first: int
    stop: int
    words: tuple[str, ...]
    extents: tuple[tuple[int, int], ...]


def name_differences(pair: Pair) -> Iterator[Difference]:
    """Yield names that are spelled in two ways, and in near-verbatim passages other names in one place."""
    yield from spelling_differences(pair)
    if not pair.verbatim:
        return
    names = [_names(side) for side in pair.sides]
    for one in names[0]:
        if any(_spelling(pair, one, other) for other in names[1]):
            continue
        rival = _replaced(pair, one, names[1])
        if rival is not None and not _says_otherwise(pair, one, rival):
            yield _difference(pair, one, rival, PLACE_RULE)


def spelling_differences(pair: Pair) -> Iterator[Difference]:
    """Yield names of which one part is spelled in two ways and the rest is the same."""
    told: set[tuple[str, str]] = set()
    names = [_names(side) for side in pair.sides]
    for one in names[0]:
        for other in names[1]:
            if turned(one.words, other.words) and not _both_ways(pair, one, other):
                yield _difference(pair, one, other, TURNED_RULE)
                break
            if written_apart(one.words, other.words) and not _both_ways(pair, one, other):
                yield _difference(pair, one, other, APART_RULE)
                break
            found = _spelling(pair, one, other)
            if found is None or found in told:
                continue
            told.add(found)
            rule = SCRIPT_RULE if transliterated(*found) else SPELLING_RULE
            yield _difference(pair, _tail(one, other), _tail(other, one), rule)
            break


def _tail(name: _Name, rival: _Name) -> _Name:
    """Return a name without the titles that the other has not: "Lee Orr" of "Senators Lee Orr"."""
    kept = len(tails(name.words, rival.words)[0])
    first = len(name.words) - 1
    while first > 0 and sum(len(w) > 1 for w in name.words[first:]) < kept:
        first -= 1
    if first == 0 or len(name.words) == len(rival.words):
        return name
    return _Name(
        first=name.first + first, stop=name.stop, words=name.words[first:], extents=name.extents[first:]
    )


def _both_ways(pair: Pair, one: _Name, other: _Name) -> bool:
    """Tell whether either text has a name as the other has it too."""
    written = [
        s.quote(n.extents[0][0], n.extents[-1][1]) for s, n in zip(pair.sides, (one, other), strict=True)
    ]
    return written[0] in pair.sides[1].text or written[1] in pair.sides[0].text


def _names(side: Side) -> list[_Name]:
    """Return the runs of capitalised words, titles left out."""
    runs: list[_Name] = []
    at = 0
    while at < len(side.items):
        stop = at
        while stop < len(side.items) and _capital(side, stop) and (stop == at or _joined(side, stop)):
            stop += 1
        first = at
        while first < stop and _bare(side, first) in TITLES:
            first += 1
        if first < stop:
            words = tuple(_bare(side, k) for k in range(first, stop))
            extents = tuple((side.items[k].start, side.items[k].end) for k in range(first, stop))
            runs.append(_Name(first=first, stop=stop, words=words, extents=extents))
        at = max(stop, at + 1)
    return runs


def _capital(side: Side, at: int) -> bool:
    item = side.items[at]
    if item.value is not None or not item.surface or not item.surface[0].isupper() or not item.content:
        return False
    # At the start of a sentence a common word has a capital too; one with a name behind it is a name.
    return item.name or at == 0 or side.items[at - 1].name is False or _initial(side, at - 1)


def _initial(side: Side, at: int) -> bool:
    """Tell whether a letter with its dot stands there: "J. Ann Orr"."""
    item = side.items[at]
    return len(item.surface.rstrip(".")) == 1 and item.surface[0].isupper()


def _joined(side: Side, at: int) -> bool:
    between = side.text[side.items[at - 1].end : side.items[at].start]
    initial = between == ". " and _initial(side, at - 1)
    return (initial or between in (" ", "-", "\n")) and not side.items[at - 1].surface.endswith(("'s", "’s"))


def _bare(side: Side, at: int) -> str:
    return side.items[at].surface.lower().replace("’", "'").removesuffix("'s").rstrip(".'")


def _spelling(pair: Pair, one: _Name, other: _Name) -> tuple[str, str] | None:
    """Return the two spellings of a part where the other parts of a full name are the same."""
    unlike = unlike_part(*tails(one.words, other.words))
    if unlike is None:
        return None
    x, y = unlike
    if transliterated(x, y) and not (_written(pair.sides[1], x) or _written(pair.sides[0], y)):
        return x, y
    alone = len(one.words) == 1
    same_place = pair.matched.get(one.first - 1, -2) == other.first - 1 or (
        pair.matched.get(one.stop) == other.stop and one.stop in pair.matched
    )
    if alone and not (pair.verbatim and same_place):
        return None
    if short_form(x, y):
        return None
    if american(x) == american(y) or _other_ending(x, y):
        return None
    # "Navy" and "Naval" are two words of the dictionary, "Mexico" and "Mexican" two names of one country.
    if (commonness(x) and commonness(y)) or (country(x.capitalize()) and country(y.capitalize())):
        return None
    if not (one_name(pair, one) and one_name(pair, other, other_side=True)):
        return None
    # Somebody whom the other text knows under this very spelling is another person.
    if _written(pair.sides[1], x) or _written(pair.sides[0], y):
        return None
    return x, y


def _other_ending(one: str, other: str) -> bool:
    """Tell whether two words are one with two endings: "Democrats", "Democratic"."""
    stem = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return stem >= _STEM and {one[stem:], other[stem:]} <= _ENDINGS


def one_name(pair: Pair, name: _Name, *, other_side: bool = False) -> bool:
    """Return whether a run holds a word that is written as a name inside a sentence."""
    side = pair.sides[1 if other_side else 0]
    return any(side.items[k].name for k in range(name.first, name.stop)) or len(name.words) > 1


def _written(side: Side, word: str) -> bool:
    return any(_bare_word(w) == word for w in side.text.split() if w[:1].isupper() or not w[:1].isalpha())


def _bare_word(word: str) -> str:
    return word.strip(".,;:!?\"“”'‘’()[]—–-*").lower().replace("’", "'").removesuffix("'s")


def _replaced(pair: Pair, one: _Name, rivals: list[_Name]) -> _Name | None:
    """Return the other name that stands where this one does, the words on both sides being the same.

    Another name and another number or date besides are another event, told in the same set words.
    """
    values = [(pair.sides[0].items[i].value, pair.sides[1].items[j].value) for i, j in pair.matched.items()]
    if any(x is not None and y is not None and x.reading != y.reading for x, y in values):
        return None
    if any(k in pair.matched for k in range(one.first, one.stop)):
        return None
    met = set(pair.matched.values())
    for other in rivals:
        if any(k in met for k in range(other.first, other.stop)):
            continue
        before = pair.matched.get(one.first - 1) == other.first - 1 if one.first else other.first == 0
        after = (
            pair.matched.get(one.stop) == other.stop
            if one.stop < len(pair.sides[0].items)
            else other.stop == len(pair.sides[1].items)
        )
        proper = one_name(pair, one) and one_name(pair, other, other_side=True)
        if before and after and proper and not _aliases(pair, one, other):
            return other
    return None


def _says_otherwise(pair: Pair, one: _Name, rival: _Name) -> bool:
    """Tell whether both names stand beside quotations with unlike words: two people, and two sayings."""
    found = []
    both = set(pair.matched), set(pair.matched.values())
    for side, name, met in zip(pair.sides, (one, rival), both, strict=True):
        marks = crossing(side.document.quotations, side.extent.start, side.extent.end)
        inside = [k for k, i in enumerate(side.items) if any(m[0] <= i.start < m[1] for m in marks)]
        if name.first in inside:
            return False
        found.append(any(k not in met and side.items[k].surface.isalpha() for k in inside))
    return all(found)


def _aliases(pair: Pair, one: _Name, other: _Name) -> bool:
    """Tell whether two names may be one: a country and its capital, a name and its initials."""
    names = [
        side.quote(n.extents[0][0], n.extents[-1][1])
        for side, n in zip(pair.sides, (one, other), strict=True)
    ]
    known = [country(name) for name in names]
    if known[0] and known[1]:
        return known[0].code == known[1].code
    if any(known):
        return True
    words = [n.words for n in (one, other)]
    if (words[0][-1] in _ROLES) != (words[1][-1] in _ROLES):
        return True
    initials = ["".join(w[0] for w in ws) for ws in words]
    bare = ["".join(ws).replace(".", "") for ws in words]
    if bare[0] == initials[1] or bare[1] == initials[0]:
        return True
    if all(len(b) <= _SHORTEST for b in bare):
        return True
    return bool(set(words[0]) & set(words[1])) or of_one_place(words[0][-1], words[1][-1])


def _difference(pair: Pair, one: _Name, other: _Name, rule: str) -> Difference:
    extents = tuple(Extent(start=n.extents[0][0], end=n.extents[-1][1]) for n in (one, other))
    said = [
        _without_possessive(side.quote(e.start, e.end)) for side, e in zip(pair.sides, extents, strict=True)
    ]
    tail = {
        SCRIPT_RULE: ": one name, carried over from another script in two ways.",
        SPELLING_RULE: ": one name in two spellings?",
        TURNED_RULE: ": one name, two parts of it exchanged.",
        APART_RULE: ": one name, as one word and as two.",
    }.get(rule, ", in the same place.")
    return Difference(
        type=DiscrepancyType.NAME,
        state=DiscrepancyState.WORDING if rule in (SCRIPT_RULE, APART_RULE) else DiscrepancyState.CONFLICT,
        rule=rule,
        extents=(extents[0], extents[1]),
        values=(said[0], said[1]),
        why=f"{{0}} writes {said[0]}, {{1}} writes {said[1]}{tail}",
    )


def _without_possessive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")
