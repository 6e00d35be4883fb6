"""What a comparison is about: the names and things that its texts begin with and come back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from compare.model import Article, Comparison
from compare.text.en import word_set
from compare.text.firstnames import sex_of
from compare.text.runs import NAMES_NOTHING, bare, is_role
from compare.text.senses import base_form, commonness
from compare.text.speech.speakers import names_body
from compare.text.syntax import is_act, is_adverb, is_auxiliary
from compare.text.values.numerals import MAGNITUDES
from compare.text.words import FUNCTION_WORDS

_TOPIC = 3
# A thing that is told of some twice in a text is what it is about, and not by the way.
_OFTEN = 2
# A thing that every headline names counts for more.
_IN_HEADLINES = 3
# "People", "year" and "week" name no subject.
_EVERYDAY = 0.62
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s’']")
# A word behind one of these, or behind one that ends a phrase, is likely a noun: "the ban", "of grain".
_BEFORE_NOUN = word_set("base.determiners") | {"of", "for", "in", "on", "over", "new"}
# Words with so many first letters in common are one name in two forms.
_STEM = 5
# "Department" alone names nothing.
_COMMON = 0.3
# What a text is about stands in its headline or its first sentences.
_OPENING = 5
# Words of a name before "and".
_LONGEST = 4
_PARTICLES = frozenset("de da del della di van von der den bin al".split())
_NAME = re.compile(
    r"[A-Z][\w’'-]+"
    r"(?: (?:(?:de|da|del|della|di|van|von|der|den|bin|al|of|of the|for|v\.|vs\.|&) )?[A-Z][\w’'-]+)*"
)

_POSSESSIVE = re.compile(r"[’']s?(?:\s|$)")


def is_body(name: str) -> bool:
    """Return whether a name says that it is a body's: "Harbour Board".

    >>> is_body("Harbour Board"), is_body("San Francisco")
    (True, False)
    """
    return names_body(name.split())


def topic(comparison: Comparison) -> str:
    """Return what both texts begin with and come back to, two or three: names, and the thing; or nothing."""
    texts = {article.label: " ".join(article.text.split()) for article in comparison.articles}
    openings = [_opening(article) for article in comparison.articles]
    names = _topical_names(comparison, texts, openings)
    headlines = [article.title or "" for article in comparison.articles]
    things = _things(list(texts.values()), openings, headlines, names)
    chosen = [*names[: _TOPIC - 1], *things[:1]] if things and names else names or things
    told = ", ".join(chosen)
    return told[:1].upper() + told[1:] if len(chosen) > 1 else ""


def _topical_names(comparison: Comparison, texts: Mapping[str, str], openings: Sequence[str]) -> list[str]:
    linked: dict[str, int] = {}
    for link in comparison.links:
        one, other = (
            " ".join(article.text[span.start : span.end].split())
            for span in link.spans
            for article in comparison.articles
            if article.label == span.article
        )
        for name in {name for found in _NAME.findall(one) for name in _names(found)}:
            if name in other:
                linked[name] = linked.get(name, 0) + 1
    # A word that is written small somewhere is no name: "Stop!"
    found = {
        name: links + min(text.count(name) for text in texts.values())
        for name, links in linked.items()
        if not any(re.search(rf"\b{re.escape(name.lower())}\b", text) for text in texts.values())
    }
    found = _joined(found, list(texts.values()))
    first = {name: count for name, count in found.items() if all(name in opening for opening in openings)}
    return _foremost(first, list(texts.values())) or _foremost(found, list(texts.values()))


def _joined(found: Mapping[str, int], texts: Sequence[str]) -> dict[str, int]:
    """Return names with two as one that the texts hardly have apart: "Safety and Health Administration"."""
    joined = dict(found)
    for other in sorted(name for name in found if is_body(name)):
        # The same one in every text, whichever comes first.
        ones = {_before_and(other, text, joined) for text in texts}
        one = ones.pop() if len(ones) == 1 else ""
        if one and other in joined:
            whole = f"{one} and {other}"
            counts = [(text.count(whole), text.count(one), text.count(other)) for text in texts]
            if all(both and 2 * both > max(alone) for both, *alone in counts):
                joined[whole] = max(joined.pop(one), joined.pop(other))
    return joined


def _before_and(other: str, text: str, names: Mapping[str, int]) -> str:
    """Return the name that a text joins to another at first: "Safety" of "Safety and Health Board"."""
    before = text[: max(0, text.find(f" and {other}"))].split()
    ends = (" ".join(before[-size:]) for size in range(_LONGEST, 0, -1))
    return next((end for end in ends if end in names), "")


def _things(
    texts: Sequence[str], openings: Sequence[str], headlines: Sequence[str], names: Sequence[str]
) -> list[str]:
    """Return the common nouns that every text begins with and comes back to, the most telling first."""
    spoken = {base_form(word) for name in names for word in name.lower().split()}
    told = [_nouns(text) for text in texts]
    begun = [{base_form(word.lower()) for word in _WORD.findall(opening)} for opening in openings]
    heads = [{base_form(word.lower()) for word in _WORD.findall(head)} for head in headlines]
    worth = {
        key: min(len(nouns[key]) for nouns in told)
        * (1 - commonness(key))
        * (_IN_HEADLINES if all(key in head for head in heads) else 1)
        for key in set.intersection(*map(set, told), *begun) - spoken
        if sum(len(nouns[key]) for nouns in told) >= _OFTEN * len(told) - 1
        and commonness(key) < _EVERYDAY
        and not is_role(key)
        and key not in MAGNITUDES
    }
    return [_usual(key, told) for key in sorted(worth, key=lambda key: (-worth[key], key))][:_TOPIC]


def _nouns(text: str) -> dict[str, list[str]]:
    """Return the small-written words that are likely nouns, by base form, each time with what they qualify.

    "Infrastructure bill" is written for "bill" and counts for it.
    """
    words = [".", *_WORD.findall(text), "."]
    found: dict[str, list[str]] = {}
    nouns: set[str] = set()
    heads: Counter[str] = Counter()
    for at, word in enumerate(words[1:-1], start=1):
        if not _may_be_noun(word):
            continue
        key, before = base_form(word), words[at - 1]
        qualified = _may_be_noun(before) and not is_act(before) and commonness(base_form(before)) < _EVERYDAY
        found.setdefault(key, []).append(f"{before} {word}" if qualified else word)
        heads[key] += not _may_be_noun(words[at + 1]) or is_auxiliary(words[at + 1])
        if words[at - 1 - qualified].lower() in _BEFORE_NOUN and not (is_act(word) and word != key):
            nouns.add(key)
    # "Economic" and "eastern" stand before the word that they are about.
    return {
        key: written for key, written in found.items() if key in nouns and heads[key] * 5 >= 2 * len(written)
    }


def _may_be_noun(word: str) -> bool:
    return len(word) > 2 and word.islower() and word not in FUNCTION_WORDS and not is_adverb(word)


def _usual(key: str, told: Sequence[Mapping[str, Sequence[str]]]) -> str:
    """Return the form of a word that the texts write most, with what every text has before it twice."""
    by_text = [nouns[key] for nouns in told]
    whole = {form: min(forms.count(form) for forms in by_text) for form in set(by_text[0]) if " " in form}
    best = max(sorted(whole), key=lambda form: whole[form], default="")
    if whole.get(best, 0) >= _OFTEN:
        return best
    written = [form.rpartition(" ")[2] for forms in by_text for form in forms]
    return max(sorted(set(written)), key=written.count)


def _foremost(found: Mapping[str, int], texts: Sequence[str]) -> list[str]:
    chosen: list[str] = []
    for name in sorted(found, key=lambda name: (-found[name], -len(name), name)):
        full = _in_full(name, texts)
        # "Eric" alone names nobody.
        known = any(_one(full, each) or _halves(full, each, texts) for each in chosen)
        if len(chosen) < _TOPIC and sex_of(full) is None and not known:
            chosen.append(full)
    return chosen


def _halves(name: str, other: str, texts: Sequence[str]) -> bool:
    """Tell whether two names are one that is written over a preposition: "National Board for Harbours"."""
    return any(
        f"{first} {between} {last}" in text
        for first, last in ((name, other), (other, name))
        for between in ("of", "of the", "for", "for the")
        for text in texts
    )


def _opening(article: Article) -> str:
    """Return headline and first sentences, in one line."""
    first = (" ".join(article.text[s.start : s.end].split()) for s in article.sentences[:_OPENING])
    return " ".join((f"{article.title or ''}.", *first))


def _in_full(name: str, texts: Sequence[str]) -> str:
    """Return "Ann Orr" for "Orr" where every text has it so, by one first name."""
    full = [
        {n for run in _NAME.findall(text) for n in _names(run) if n.endswith(f" {name}")} for text in texts
    ]
    both = set.intersection(*full) if full else set()
    return both.pop() if len(both) == 1 else _with_particle(name, texts)


def _with_particle(name: str, texts: Sequence[str]) -> str:
    """Return "de Lind" for "Lind" where no text has it without."""
    before = {found.lower() for text in texts for found in re.findall(rf"(\S+) {re.escape(name)}\b", text)}
    return f"{before.pop()} {name}" if len(before) == 1 and before <= _PARTICLES else name


def _names(run: str) -> Iterator[str]:
    """Yield the names of a run of capitalised words, roles left out: "Jo Orr" of "Mayor Jo Orr"."""
    case = re.search(r" vs?\. ", run)
    if case:
        # "King" is no title in "King v. Burwell".
        yield run
        return
    for name in (run, *re.split(r" (?:of|of the|for) ", run)):
        words = bare(name).split()
        while words and words[0].lower() in NAMES_NOTHING:
            words = words[1:]
        common = len(words) == 1 and commonness(base_form(words[0].lower())) > _COMMON
        if words and len(" ".join(words)) > 2 and not common and not is_role(words[-1]):
            yield " ".join(words)


def _in_short(name: str, initials: str) -> bool:
    """Tell whether a name is some initials, or begins with them: "NABE", of "National Association"."""
    return name == initials or (name.isupper() and len(initials) > 1 and name.startswith(initials))


def _one(name: str, other: str) -> bool:
    """Tell whether two names have a word in common, or one made of the other: "Russia", "Russian"."""
    initials = ["".join(word[0] for word in each.split() if word[0].isupper()) for each in (name, other)]
    return (
        _in_short(name, initials[1])
        or _in_short(other, initials[0])
        or any(
            x == y or (min(len(x), len(y)) >= _STEM and x[:_STEM] == y[:_STEM])
            for x in re.split(r"[ -]", name)
            for y in re.split(r"[ -]", other)
        )
    )


def names_in(words: str) -> set[str]:
    """Return the names in some words, roles and possessive endings left out.

    >>> sorted(names_in("said Mayor Jo Orr's deputy in Port Merrin"))
    ['Jo Orr', 'Port Merrin']
    """
    runs = (part for run in _NAME.findall(words) for part in _POSSESSIVE.split(run))
    found = (name for run in runs for name in _names(run))
    return {name for name in found if not name.islower()}


def nouns_in(words: str) -> dict[str, list[str]]:
    """Return the small-written words that are likely nouns, by base form, each time as they are written.

    >>> nouns_in("They saw the votes on a new bridge.")
    {'vote': ['votes'], 'bridge': ['bridge']}
    """
    return {key: [form.rpartition(" ")[2] for form in forms] for key, forms in _nouns(words).items()}
