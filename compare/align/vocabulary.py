"""How much each word of two texts weighs, and which of their words stand for each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log

from rapidfuzz import fuzz, process

from compare.text.senses import commonness, entry
from compare.text.words import VERB

# Under 30 sentences the texts themselves say little of how rare a word is.
_FEWEST_SENTENCES = 10
# A word that English uses all the time weighs so much less than a name. Where two sentences stand alone this
# is all that tells words apart: overlap alone agrees with people's grading of sentence pairs to .78 with it
# and to .77 with half of it. More (0.6) makes two articles' words too light.
_COMMON_DISCOUNT = 0.4

# How much of a match each kind of nearness is. Fitted by hand on the development half of SuperPAL and
# four hand-labelled pairs: senses raise average precision by .01, wider and narrower ones by .005 more.
FORM = 0.9
SENSE = 0.8
WIDER = 0.5
# Two names of one country are the same actor, yet which one is used is a choice that the link has to show.
ALIAS = 0.7

# Fuzzy matching of words: never digits, never words under five letters (DESIGN: 85 is where names that
# are spelled in two ways still meet and different short words do not).
_SHORTEST_FUZZY = 5
_FUZZY_CUTOFF = 85
# A shared beginning makes two forms of one word when it is most of the longer one, or all of the shorter.
_SHORTEST_STEM = 5
_STEM_SHARE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Weights by key, and by key the other keys that stand for it with how far (0-1)."""

    weight: Mapping[str, float]
    """From 0 to 1; 1 for a word that stands once in either text and that English at large does not use."""
    near: Mapping[str, Mapping[str, float]]
    english: bool = True
    """Both texts are English, so that WordNet knows their words."""
    # Each set of keys is weighed against every sentence of the other text.
    _ordered: dict[frozenset[str], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _weighed: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)

    def common(self, key: str) -> float:
        """Return how common a word is in English, 0 where one of the texts is in another language."""
        return commonness(key.removesuffix(VERB)) if self.english else 0.0

    def nearness(self, one: str, other: str) -> float:
        """Return 1 for one key, 0 for strangers."""
        return 1.0 if one == other else self.near[one].get(other, 0.0)

    def ordered(self, keys: frozenset[str]) -> tuple[str, ...]:
        """Return the keys in one order."""
        found = self._ordered.get(keys)
        if found is None:
            found = self._ordered[keys] = tuple(sorted(keys))
        return found

    def weigh(self, keys: frozenset[str]) -> float:
        """Return the weight of the keys together, summed in one order."""
        found = self._weighed.get(keys)
        if found is None:
            found = self._weighed[keys] = sum([self.weight[key] for key in self.ordered(keys)])
        return found

    def covered(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much of the weight of one set of keys has a counterpart in the other."""
        return sum(self.met(one, other).values())

    def met(self, one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
        """Return, by key and in one order, how much of its weight has a counterpart in the other set."""
        weight, near = self.weight, self.near
        found: dict[str, float] = {}
        for key in self.ordered(one):
            if key in other:
                found[key] = weight[key]
                continue
            nearest = 0.0
            for rival, nearness in near[key].items():
                if nearness > nearest and rival in other:
                    nearest = nearness
            found[key] = weight[key] * nearest
        return found


def vocabulary(
    rows: Sequence[Iterable[str]],
    columns: Sequence[Iterable[str]],
    countries: Mapping[str, str],
    *,
    english: bool = True,
) -> Vocabulary:
    """Return the vocabulary of the content keys of the sentences of two texts.

    `countries` gives the code of each key that names a country: Moscow, the Kremlin and Russia are aliases.

    A word weighs by its inverse sentence frequency, forms and neighbours counted with it, scaled to 1 for
    a word found once, and by how common it is in English. The text that has it more often counts: were both
    counted together, a word would weigh less for standing in the other text too, and that is what is sought.
    """
    counts = (_frequency(rows), _frequency(columns))
    frequency = counts[0] | counts[1]
    near = _nearness(sorted(frequency), countries, english=english)
    size = max(len(rows), len(columns), _FEWEST_SENTENCES)
    weight = {}
    for key, count in frequency.items():
        together = min(size, count + sum(frequency[other] for other in near[key]))
        rarity = log(1 + size / together) / log(1 + size)
        usual = commonness(key.removesuffix(VERB)) if english else 0.0
        weight[key] = rarity * (1 - _COMMON_DISCOUNT * usual)
    return Vocabulary(weight=weight, near=near, english=english)


def _frequency(sentences: Sequence[Iterable[str]]) -> Counter[str]:
    frequency: Counter[str] = Counter()
    for keys in sentences:
        frequency.update(set(keys))
    return frequency


def _nearness(
    keys: Sequence[str], countries: Mapping[str, str], *, english: bool
) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = {key: {} for key in keys}
    senses = _senses(keys) if english else ()
    for one, other, value in (*senses, *_stems(keys), *_spellings(keys), *_aliases(countries)):
        near[one][other] = near[other][one] = max(value, near[one].get(other, 0.0))
    return near


def _aliases(countries: Mapping[str, str]) -> Iterable[tuple[str, str, float]]:
    names: dict[str, list[str]] = defaultdict(list)
    for key, code in sorted(countries.items()):
        names[code].append(key)
    for group in names.values():
        yield from ((one, other, ALIAS) for one, other in combinations(group, 2))


def _spellings(keys: Sequence[str]) -> Iterable[tuple[str, str, float]]:
    """Yield words spelled nearly alike; only those with one first letter are tried against each other."""
    initials: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if len(key) >= _SHORTEST_FUZZY and key.isalpha():
            initials[key[0]].append(key)
    for group in initials.values():
        for place, key in enumerate(group):
            for other, score, _ in process.extract(
                key, group[place + 1 :], scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=None
            ):
                yield key, other, score / 100


def _stems(keys: Sequence[str]) -> Iterable[tuple[str, str, float]]:
    beginnings: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if len(key) >= _SHORTEST_STEM and key.isalpha():
            beginnings[key[:_SHORTEST_STEM]].append(key)
    for group in beginnings.values():
        for one, other in combinations(group, 2):
            shorter, longer = sorted((one, other), key=len)
            stem = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), len(shorter))
            if stem == len(shorter) or stem >= _STEM_SHARE * len(longer):
                yield one, other, FORM


def _senses(keys: Sequence[str]) -> Iterable[tuple[str, str, float]]:
    for key in keys:
        # "urges" may be either of two words that are spelled alike.
        base = key.removesuffix(VERB)
        if base != key and base in keys:
            yield base, key, WIDER
    known = {key: found for key in keys if (found := entry(key)) is not None}
    owners: dict[str, list[str]] = defaultdict(list)
    for key, found in known.items():
        for sense in sorted(found.senses):
            owners[sense].append(key)
    for key, found in known.items():
        for sense in sorted(found.kinds):
            yield from ((key, o, WIDER) for o in owners[sense] if o != key and sense in known[o].first)
        for sense in sorted(found.first | found.derived):
            yield from ((key, o, SENSE) for o in owners[sense] if o != key and sense in known[o].first)
