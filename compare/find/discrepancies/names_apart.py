"""Names that two texts write otherwise, wherever they stand: slips in both parts, short forms, bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct
from rapidfuzz.distance import OSA

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.introductions import first_named, whole
from compare.find.discrepancies.names import SCRIPT_RULE, SPELLING_RULE, TITLES, cut_short, short_form
from compare.find.discrepancies.pairing import Pair, pair
from compare.find.discrepancies.spelling import near_spelling, transliterated
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation, Sentence
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.firstnames import sex_of
from compare.text.senses import commonness

FULLER_RULE = "fuller-name-of-a-body"
SHORT_RULE = "first-name-in-short"
_TWO, _LONG, _SAME_START = 2, 4, 3
_MOST_EDITS = 4
# "His brother, Dan Orr", "Dan Orr, 31, his son"
_BESIDE = 2
_APPOSED = re.compile(r",(?: [\w’'-]{1,20}){1,3},?(?: [\w’'-]{1,20}){0,3}")
_KIN = word_set("discrepancies.names_apart.kin")
_CALENDAR = word_set("base.weekdays") | word_set("base.months")
# A deputy minister is no minister, and a junior school no school.
_OF_ANOTHER = word_set("discrepancies.names_apart.of_another")
# A body's name has so many words at the least, of which the other text leaves out so many at the most.
_FEWEST, _MOST_LEFT_OUT = 3, 2
_BODY = re.compile(
    r"(?<![\w.’'-])(?!The )[A-Z][\w.’'-]*(?:(?:,? and|,? &| of the| of| for| on|,)? [A-Z][\w.’'-]*){2,9}"
)
_ARTICLE = re.compile(r"\b[Aa]l[- ]([A-Z][a-z]{3,})")
_ARTICLE_LETTERS = len("al-")


class _Place(Struct, frozen=True):
    start: int
    end: int
    sentence: Sentence


def find_names_apart(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield a name that either text writes in its own way alone, where both can only mean one.

    Nothing is yielded where a text has the other's form too: who writes it both ways knows that it is one, or
    writes of two.
    """
    for found in (_people, _with_article, _bodies):
        yield from found(one, other)


def _people(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    ours, theirs = _named(one), _named(other)
    parts = [{word for name in named for word in name} for named in (ours, theirs)]
    ends = [{name[-_TWO:] for name in named} for named in (ours, theirs)]
    by_end: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(theirs):
        # The first letter and the last two: what both rules ask for.
        by_end[name[-1][:1], name[-1][-_TWO:]].append(name)
    for name in sorted(ours):
        if name[-_TWO:] in ends[1]:
            continue
        for rival in by_end[name[-1][:1], name[-1][-_TWO:]]:
            if rival[-_TWO:] in ends[0]:
                continue
            title, another = name[:-_TWO], rival[:-_TWO]
            first, second = (name[-_TWO], rival[-_TWO]), (name[-1], rival[-1])
            same = title == another or not (title and another)
            unknown = not ({name[-1], name[-_TWO]} & parts[1] or {rival[-1], rival[-_TWO]} & parts[0])
            if second[0] == second[1] and same and _short(first) and not commonness(name[-1]):
                if _of_two_people((one, ours[name]), (other, theirs[rival])):
                    continue
                yield _told(one, other, ours[name], theirs[rival], SHORT_RULE)
            # Under one title, and nobody of either name in the other text.
            elif title and title == another and unknown and _slips(first) and _near(second):
                yield _told(one, other, ours[name], theirs[rival], SPELLING_RULE)


def _of_two_people(*sides: tuple[Document, _Place]) -> bool:
    """Tell whether what stands beside two names is of two people: "his brother", "the mayor"; "67", "31"."""
    kin, ages, roles = [], [], []
    for document, place in sides:
        text, sentence = document.article.text, place.sentence
        before = text[sentence.start : place.start].lower().split()[-_BESIDE:]
        behind = _APPOSED.match(text, place.end, sentence.end)
        apposed = behind[0].lower().replace(",", " ").split() if behind else []
        kin.append(_KIN & {*before, *apposed})
        ages.append(next((word for word in apposed if word.isdigit()), ""))
        roles.append(bool(before) and before[-1].rstrip(".") in TITLES)
    if all(ages) and ages[0] != ages[1]:
        return True
    return (all(kin) and not kin[0] & kin[1]) or any(kin[k] and roles[1 - k] for k in (0, 1))


def _short(two: tuple[str, str]) -> bool:
    """Tell whether a first name is the other in short: "Dan" and "Daniel", and not "Dana"."""
    return short_form(*two) or (cut_short(*two) and abs(len(two[0]) - len(two[1])) > 1)


def _slips(two: tuple[str, str]) -> bool:
    # "Mark" and "Marc" are two people's names.
    known = [sex_of(name.capitalize()) is not None for name in two]
    return min(map(len, two)) >= _LONG and OSA.distance(*two) == 1 and not all(known)


def _near(two: tuple[str, str]) -> bool:
    ends = two[0][-_TWO:] == two[1][-_TWO:]
    return min(map(len, two)) >= _LONG and ends and 0 < OSA.distance(*two) <= _MOST_EDITS


def _named(document: Document) -> dict[tuple[str, ...], _Place]:
    """Return where people are first named in full, with what stands before the name."""
    found: dict[tuple[str, ...], _Place] = {}
    for name, sentence in first_named(document).items():
        # A first name is none of the dictionary's words, as "Foreign" is.
        written = r"\s+".join(re.escape(word) for word in name[-_TWO:])
        at = re.compile(written, re.IGNORECASE).search(document.article.text, sentence.start, sentence.end)
        if at is not None:
            found[name] = _Place(at.start(), at.end(), sentence)
    return found


def _with_article(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield names that begin with the Arabic article, which are written as one word and in no one way."""
    ours, theirs = (_matches(document, _ARTICLE) for document in (one, other))
    texts = one.article.text.lower(), other.article.text.lower()
    by_start: dict[str, list[str]] = defaultdict(list)
    for rival in sorted(theirs):
        by_start[rival[_ARTICLE_LETTERS:][:_SAME_START]].append(rival)
    for name in sorted(ours):
        for rival in by_start[name[_ARTICLE_LETTERS:][:_SAME_START]]:
            bare = name[_ARTICLE_LETTERS:], rival[_ARTICLE_LETTERS:]
            if not near_spelling(*bare):
                continue
            if bare[0] not in texts[1] and bare[1] not in texts[0]:
                rule = SCRIPT_RULE if transliterated(*bare) else SPELLING_RULE
                yield _told(one, other, ours[name], theirs[rival], rule)


def _bodies(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield the name of a body of which one text leaves out a word inside: "Ferry and Harbour Board"."""
    ours, theirs = (_matches(document, _BODY) for document in (one, other))
    plain = [{_words(name): name for name in sorted(found, reverse=True)} for found in (ours, theirs)]
    for place in (0, 1):
        # Each name with a word or two left out is looked for, so that not all are laid with all.
        for long in sorted(plain[place]):
            # People have middle names.
            if not commonness(long[-1]) or _CALENDAR & set(long) or long in plain[1 - place]:
                continue
            for short in sorted(_shortened(long)):
                if short in plain[place] or short not in plain[1 - place]:
                    continue
                if not (set(long) - set(short)) & _OF_ANOTHER:
                    words = (long, short) if place == 0 else (short, long)
                    here, there = ours[plain[0][words[0]]], theirs[plain[1][words[1]]]
                    yield _told(one, other, here, there, FULLER_RULE)


def _shortened(long: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return a name without one or two of the words inside."""
    inside = range(1, len(long) - 1)
    return {
        tuple(word for k, word in enumerate(long) if k not in out)
        for many in range(1, _MOST_LEFT_OUT + 1)
        if len(long) - many >= _FEWEST
        for out in combinations(inside, many)
    }


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s,&]+", name) if word not in ("and", "of", "the", "for", "on"))


def _matches(document: Document, pattern: re.Pattern[str]) -> dict[str, _Place]:
    """Return the names that a pattern finds, in small letters, and where each first stands."""
    found: dict[str, _Place] = {}
    for sentence in document.article.sentences:
        for match in pattern.finditer(document.article.text, sentence.start, sentence.end):
            plain = re.sub(r"['’]s\b", "", " ".join(match.group().lower().split())).rstrip(".'’-")
            found.setdefault(
                plain, _Place(match.start(), match.start() + len(match.group().rstrip(".'’-")), sentence)
            )
    return found


_TAILS = {
    SPELLING_RULE: ": one name in two spellings?",
    SCRIPT_RULE: ": one name, carried over from another script in two ways.",
    SHORT_RULE: ": one name, in its short form and in full.",
    FULLER_RULE: ": one body, named more and less fully.",
}
_STATES = {
    SPELLING_RULE: DiscrepancyState.CONFLICT,
    SCRIPT_RULE: DiscrepancyState.WORDING,
    SHORT_RULE: DiscrepancyState.WORDING,
    FULLER_RULE: DiscrepancyState.PRECISION,
}


def _told(one: Document, other: Document, here: _Place, there: _Place, rule: str) -> tuple[Pair, Difference]:
    said = [
        " ".join(document.article.text[place.start : place.end].split())
        for document, place in ((one, here), (other, there))
    ]
    return (
        pair(Relation.PARTIAL, whole(one, here.sentence), whole(other, there.sentence)),
        Difference(
            type=DiscrepancyType.NAME,
            state=_STATES[rule],
            rule=rule,
            extents=(Extent(start=here.start, end=here.end), Extent(start=there.start, end=there.end)),
            values=(said[0], said[1]),
            why=f"{{0}} writes {said[0]}, {{1}} writes {said[1]}{_TAILS[rule]}",
        ),
    )
