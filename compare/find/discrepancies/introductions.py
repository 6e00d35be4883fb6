"""People whom two texts introduce under two spellings, in sentences that need not be linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.names import full_names, lone_names, may_be_one, tails, turned, written_apart
from compare.find.discrepancies.pairing import Pair, Side, pair, side
from compare.find.discrepancies.spelling import near_spelling
from compare.model import DiscrepancyState, DiscrepancyType, Extent, Relation, Sentence
from compare.text.countries import country
from compare.text.document import Document
from compare.text.senses import commonness

_Name = tuple[str, ...]
_Rest = tuple[int | str, ...]
SLIP_RULE = "name-slipped-once"
_LONG, _FEWEST, _MOST_PAIRS = 5, 2, 10_000


def find_introductions(one: Document, other: Document) -> Iterator[Pair]:
    """Yield the sentences in which either text first has a full name that differs in a part or their order.

    A person is named where a text introduces them, which need not be where it says what the other says.
    """
    ours, theirs = first_named(one), first_named(other)
    rests = _by_rest(ours), _by_rest(theirs)
    met = {
        (name, rival)
        for rest in rests[0].keys() & rests[1].keys()
        # A rest that so many names have tells none of them.
        if len(rests[0][rest]) * len(rests[1][rest]) <= _MOST_PAIRS
        for name, whole_name in rests[0][rest]
        for rival, whole_rival in rests[1][rest]
        if (whole_name or whole_rival) and (may_be_one(*tails(name, rival)) or written_apart(name, rival))
    }
    by_parts: dict[_Name, list[_Name]] = defaultdict(list)
    for name in theirs:
        by_parts[tuple(sorted(name))].append(name)
    met |= {
        (name, rival)
        for name in ours
        for rival in by_parts[tuple(sorted(name))]
        # Who writes it both ways knows that it is one.
        if turned(name, rival) and name not in theirs and rival not in ours
    }
    # In an order that is the same whichever text comes first.
    order = sorted(met, key=lambda two: (sorted((ours[two[0]].start, theirs[two[1]].start)), sorted(two)))
    seen: set[tuple[str, str]] = set()
    for name, rival in order:
        here, there = ours[name], theirs[rival]
        if (here.id, there.id) not in seen:
            seen.add((here.id, there.id))
            yield pair(Relation.PARTIAL, whole(one, here), whole(other, there))


def _by_rest(names: Iterable[_Name]) -> dict[_Rest, list[tuple[_Name, bool]]]:
    """Return names by what two must share to be one in two spellings, so that not all are laid with all.

    It is all parts but one, of the whole name or of its end where the other lacks the beginning; the
    beginnings of both last parts where neither is the same; or all letters. With each name it is told
    whether it is there as a whole: two names that share an end alone are two.
    """
    found: dict[_Rest, list[tuple[_Name, bool]]] = defaultdict(list)
    for name in names:
        bare = (name[0], *(part for part in name[1:-1] if len(part) > 1), name[-1])
        ends = {name: True, bare: True} | {bare[-size:]: False for size in range(_FEWEST, len(bare))}
        for end, whole_name in ends.items():
            for k in range(len(end)):
                found[k, *end[:k], "", *end[k + 1 :]].append((name, whole_name))
        found[-1, f"{name[-2][:3]} {name[-1][:2]}"].append((name, True))
        found[-2, "".join(name)].append((name, True))
    return found


def first_named(known: Document) -> dict[_Name, Sentence]:
    """Return the full names of a text, and the sentence that first has each."""
    found: dict[_Name, Sentence] = {}
    for sentence in known.article.sentences:
        for name in full_names(whole(known, sentence)):
            found.setdefault(name, sentence)
    return found


def whole(known: Document, sentence: Sentence) -> Side:
    """Return a whole sentence as a side of a pair."""
    return side(known, sentence, Extent(start=sentence.start, end=sentence.end))


def find_slips(one: Document, other: Document) -> Iterator[tuple[Pair, Difference]]:
    """Yield a surname that one text spells otherwise, once, than both texts do beside the first name.

    "Sellzer has polled" in a text that has "Ann Selzer" as the other has it.
    """
    full = {name[-1] for name in first_named(one)} & {name[-1] for name in first_named(other)}
    for document, rival, place in ((one, other, 0), (other, one, 1)):
        alone, slipped = _alone(document), _alone(rival)
        introduced = first_named(rival)
        # Whoever slips has the beginning right, and a long text has many names.
        by_start: dict[str, list[_Name]] = defaultdict(list)
        for name in sorted(introduced):
            if name[-1] in full:
                by_start[name[-1][:2]].append(name)
        known = {word for name in (*introduced, *first_named(document)) for word in name}
        for word, (start, end, sentence) in sorted(alone.items()):
            right = next((name for name in by_start[word[:2]] if _slip(word, name[-1])), None)
            # Where both texts slip there is nothing between them.
            if (
                right is None
                or word in known
                or word in slipped
                or country(word.capitalize())
                or commonness(word)
            ):
                continue
            there = introduced[right]
            at = rival.article.text.find(right[-1].capitalize(), there.start, there.end)
            if at < 0:
                continue
            spans = Extent(start=start, end=end), Extent(start=at, end=at + len(right[-1]))
            sides = whole(document, sentence), whole(rival, there)
            told = document.article.text[start:end], rival.article.text[at : at + len(right[-1])]
            if place:
                spans, sides, told = spans[::-1], sides[::-1], told[::-1]
            yield (
                pair(Relation.PARTIAL, *sides),
                Difference(
                    type=DiscrepancyType.NAME,
                    state=DiscrepancyState.CONFLICT,
                    rule=SLIP_RULE,
                    extents=spans,
                    values=told,
                    why=f"{{0}} writes {told[0]}, {{1}} writes {told[1]}: one name in two spellings?",
                ),
            )


def _slip(word: str, name: str) -> bool:
    return min(len(word), len(name)) >= _LONG and OSA.distance(word, name) == 1 and near_spelling(word, name)


def _alone(document: Document) -> dict[str, tuple[int, int, Sentence]]:
    """Return the words that stand alone as names, and where each first does."""
    found: dict[str, tuple[int, int, Sentence]] = {}
    for sentence in document.article.sentences:
        for name in lone_names(whole(document, sentence)):
            # "Orr's"
            found.setdefault(name[0], (name[1], name[1] + len(name[0]), sentence))
    return found
