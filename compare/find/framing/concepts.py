"""One concept and one target in both texts, each with a word of its own for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line, Text
from compare.find.framing.phrases import around, names_target, object_head, objects, owner, phrase_end
from compare.find.framing.rows import Pair, Row, Side, side
from compare.find.framing.targets import target_name
from compare.text.inflection import Part
from compare.text.syntax import phrase_start
from compare.text.wordlists import Family

RULE = "one-concept-one-target"
GROUP_RULE = "names-for-a-group"
_DIRECTIONS = frozenset({Family.RISE, Family.FALL})
# What people and groups are called is gathered over the whole text; the rest needs one target.
GROUPS = frozenset({"those-who-govern", "those-who-fight", "those-who-protest", "people-on-the-move"})
SPEECH = "saying"
_WINDOW, _NEAR_WINDOW = 5, 3
_LEAD = 3
_BY_DOING = 5
_POSSESSED = ("'s", "’s")


def concept_rows(pair: Pair) -> Iterator[Row]:
    """Yield the contrasts of listed wordings, the best one for every concept and pair of terms."""
    sides = (pair.by_concept(0), pair.by_concept(1))
    for concept in sorted(set(sides[0]) & set(sides[1])):
        ours, theirs = (frozenset(hit.entry.term for hit in hits[concept]) for hits in sides)
        best: dict[frozenset[str], Row] = {}
        for one in sides[0][concept]:
            if _used(one, theirs):
                continue
            for other in sides[1][concept]:
                if _used(other, ours) or not _contrast(one, other):
                    continue
                own = (one.entry.term not in theirs) + (other.entry.term not in ours)
                row = _row(pair, one, other, own=own)
                terms = frozenset((one.entry.term, other.entry.term))
                if row and (terms not in best or row.order < best[terms].order):
                    best[terms] = row
        yield from best.values()


def _used(hit: Hit, elsewhere: frozenset[str]) -> bool:
    """Return whether the other text has this word too; that it also has the plain one takes nothing away."""
    return hit.entry.family is not Family.PLAIN and hit.entry.term in elsewhere


def _contrast(one: Hit, other: Hit) -> bool:
    if one.entry.family in _DIRECTIONS or other.entry.family in _DIRECTIONS:
        return False
    plain = one.entry.family is Family.PLAIN and other.entry.family is Family.PLAIN
    return one.entry.term != other.entry.term and not plain


def shared_target(pair: Pair, one: Hit, other: Hit) -> tuple[frozenset[str], float]:
    """Return the keys that both wordings are about, and how sure that is (0: not at all)."""
    texts = [text.article.text for text in pair.texts]
    owners = [_whose(text, hit) for text, hit in zip(texts, (one, other), strict=True)]
    linked = pair.together(one.line, other.line)
    if one.entry.part is not Part.VERB and owners[0] is not None and owners[0] == owners[1]:
        return frozenset((owners[0],)), 3.0
    done_to = [_done_to(text, hit) for text, hit in zip(texts, (one, other), strict=True)]
    shared = done_to[0] & done_to[1]
    if shared and one.entry.concept != SPEECH and (linked or len(shared) > 1):
        return shared, 3.0 if linked else 2.0
    if one.entry.concept == SPEECH:
        speakers = _speakers(texts[0], one) & _speakers(texts[1], other) if linked else frozenset[str]()
        return speakers, 2.0 if speakers else 0.0
    if one.entry.part is Part.VERB and shared:
        # "Obstruct law enforcement" and "break the law" are done to two things.
        ends = {object_head(text, hit.line, hit.last) for text, hit in zip(texts, (one, other), strict=True)}
        return (shared, 2.0) if ends == shared else (frozenset(), 0.0)
    if one.entry.part is Part.VERB:
        return frozenset(), 0.0
    first = _in_lead(pair.texts[0], one.line) and _in_lead(pair.texts[1], other.line)
    heads = first and (one.entry.concept in GROUPS or (one.line.headline and other.line.headline))
    reach = _WINDOW if linked or heads else _NEAR_WINDOW
    near = around(one.line, one.first, one.last, reach=reach) & around(
        other.line, other.first, other.last, reach=reach
    )
    # One common word nearby is chance; a name is a topic, and with the concept it is enough in one fact.
    named = any(key.startswith("@") for key in near) or near & _names(one.line) & _names(other.line)
    if len(near) >= 2 or (near and named and (linked or heads)):
        return near, 2.0 if linked or heads else 1.0
    return frozenset(), 0.0


def _whose(text: str, hit: Hit) -> str | None:
    """Return the key of whose a noun is: "Kenya's rulers", "rulers of Kenya"."""
    line, at = hit.line, hit.last + 2
    if line.low[hit.last + 1 : at] == ("of",):
        at += line.low[at : at + 1] == ("the",)
        return line.key(at) if at in line.countries else None
    return owner(text, line, hit.first)


def _in_lead(text: Text, line: Line) -> bool:
    return line in text.lines[:_LEAD]


def _speakers(text: str, hit: Hit) -> frozenset[str]:
    """Return the names and nouns that stand where the one who speaks does: "Kent said", "said Kent"."""
    places = (*range(max(0, hit.first - 3), hit.first), hit.last + 1)
    return frozenset(
        hit.line.key(at)
        for at in places
        if at < len(hit.line.words)
        and names_target(hit.line, at)
        # In "say Kent's doors are open" it is not Kent who speaks.
        and not (
            at > hit.last and text[hit.line.words[at].start : hit.line.words[at].end].endswith(_POSSESSED)
        )
    )


def _names(line: Line) -> frozenset[str]:
    return frozenset(line.key(at) for at, word in enumerate(line.words) if word.name and not line.titled)


def _done_to(text: str, hit: Hit) -> frozenset[str]:
    behind = objects(text, hit.line, hit.last, direct=hit.entry.part is Part.VERB)
    # "Sanction bust" has its object in front.
    glued = hit.first > 0 and hit.line.low[hit.first - 1] in hit.entry.near
    return behind | {hit.line.key(hit.first - 1)} if glued else behind


def _row(pair: Pair, one: Hit, other: Hit, *, own: int) -> Row | None:
    shared, sure = shared_target(pair, one, other)
    if not shared:
        return None
    sides = grown(pair.texts[0], one, shared), grown(pair.texts[1], other, shared)
    if _other_figures(*sides):
        return None
    grouped = one.entry.concept in GROUPS
    loaded = next(hit for hit in (one, other) if hit.entry.family is not Family.PLAIN)
    plain = sum(hit.entry.family is Family.PLAIN for hit in (one, other))
    return Row(
        rule=GROUP_RULE if grouped else RULE,
        concept=one.entry.concept.replace("-", " "),
        target=target_name(((pair.texts[0], one.line), (pair.texts[1], other.line)), shared),
        sides=sides,
        why=loaded.entry.why,
        alternatives=loaded.entry.instead,
        rank=sure + plain / 2 + own / 2 + (one.line.headline or other.line.headline) / 2,
    )


def _other_figures(one: Side, other: Side) -> bool:
    """Return whether both stretches have figures and none in common: "killing 17 people" is another act."""
    figures = [{word for word in side.quote.split() if word[:1].isdigit()} for side in (one, other)]
    return bool(figures[0] and figures[1]) and not figures[0] & figures[1]


def grown(text: Text, hit: Hit, shared: frozenset[str]) -> Side:
    """Return the phrase of a wording: its modifiers, its target, and the "by doing" behind it."""
    article, line = text.article.text, hit.line
    behind = frozenset[str]() if hit.entry.concept in GROUPS else shared
    first, last = hit.first, phrase_end(article, line, hit.last, behind)
    if hit.entry.part is not Part.VERB:
        first = phrase_start(article, line, first)
    elif first and line.key(first - 1) in shared:
        first -= 1
    if hit.entry.part is Part.VERB and line.low[last + 1 : last + 2] == ("by",):
        last = _by_doing(article, line.low, [(w.start, w.end) for w in line.words], last)
    return side(text, line, first, last)


def _by_doing(text: str, low: Sequence[str], places: Sequence[tuple[int, int]], last: int) -> int:
    if last + 2 >= len(low) or not low[last + 2].endswith("ing"):
        return last
    end = last + 2
    while (
        end + 1 < len(low)
        and end - last < _BY_DOING
        and not text[places[end][1] : places[end + 1][0]].strip(" -")
    ):
        end += 1
    return end
