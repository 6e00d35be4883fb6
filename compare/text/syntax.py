"""What is asked of grammar: is this a verb, of what form, with what group, subject and object.

The answers come from lists, endings and neighbours alone. All rules ask here, so that a parser could answer
one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from compare.text.en import word_set
from compare.text.tokens import Word

PRONOUNS = frozenset("he she they who".split())
"""Pronouns for those who can speak; the writer's own "I", "we" and "you" are nobody's report."""

_AUXILIARIES = word_set("text.syntax.auxiliaries")
"""Forms of be, have and do, and modals, also glued to pronouns."""

REPORTING = word_set("text.syntax.reporting")
"""Verbs that take what somebody says, thinks or finds as their object."""

_PAST = word_set("text.syntax.past")
"""Irregular past forms."""

_PRESENT = word_set("text.syntax.present")
"""Third-person forms of common verbs; some are plural nouns too."""

# Irregular past forms that are no participle behind a noun ("a poll held in May") and no noun ("the left").
_FINITE_PAST = _PAST - word_set("text.syntax.no_finite_past")
_NO_PAST = word_set("text.syntax.no_past")
_NO_PARTICIPLE = word_set("text.syntax.no_participle")
_PLURAL_TOO = word_set("text.syntax.plural_too")
_NO_DETERMINERS = frozenset("he she it they we i you this there these those".split())
_PREPOSITIONS = word_set("text.syntax.prepositions")
_DETERMINERS = word_set("base.determiners")
_AFTER_VERB = _DETERMINERS | _PREPOSITIONS | word_set("text.syntax.after_verb")
# Past forms that before a preposition are mostly participles: "weapons made in", "a firm based in".
_MOSTLY_PARTICIPLES = word_set("text.syntax.mostly_participles")
_SUBJECT_ENDS = word_set("text.syntax.subject_ends")
# A subject with its modifiers is rarely longer than this before its verb.
_WINDOW = 10
_BRACKET = 7

BE = frozenset("is are was were be been being".split())
"""Forms of be that make a passive."""

# Verbs of an act that no ending and no list tells.
_ACTS_TOO = frozenset("born died dies".split())
_HAVE = word_set("base.have")
_ARTICLES = frozenset("a an the his her its their this that".split())
_WITHIN_PHRASE = _ARTICLES | frozenset("these those".split())
_JOINED_BY = frozenset("of in at for between with".split())
# So far from its verb a noun of the subject, a subject's first noun and an object's head may stand.
_SUBJECT_REACH, _HEAD_REACH, _OBJECT_REACH = 4, 9, 5
_RELATIVES = frozenset("who which that".split())
_ATTEMPTS = word_set("text.syntax.attempts")
_HELPERS = word_set("text.syntax.helpers")
_POSSESSIVES = word_set("base.possessives")
_PHRASE_OPENERS = word_set("text.syntax.phrase_openers")
# What may stand between two words of one phrase, white space and a possessive's ending among it.
_BETWEEN = " -–’'‘“”\"s"
# A noun phrase, and what stands between a doer and the act, is rarely longer.
_PHRASE_REACH, _DOER_REACH = 5, 8

_ADVERBS = word_set("text.syntax.adverbs")
# Between subject and verb: "made certain to highlight", "went on to say", "was quick to add".
_CHAIN = word_set("text.syntax.chain")


class Written(Protocol):
    """The words of a sentence with what their writing tells, as `speech.line.SpeechLine` has them."""

    quoted: list[bool]
    headline: bool

    def at(self, index: int, /) -> str:
        """Return the lower-case word there, an empty one past the ends."""

    def capital(self, index: int, /) -> bool:
        """Return whether the word there is written with a capital."""


class Spaced(Protocol):
    """The words of a sentence with their places in the text."""

    @property
    def words(self) -> Sequence[Word]:
        """The words."""

    @property
    def low(self) -> Sequence[str]:
        """The same in small letters, without possessive endings."""


class Constituent(Protocol):
    """A word or a value of a passage, as the rules for differences lay them together."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def key(self) -> str:
        """Its base form, or a sign for its value."""

    @property
    def surface(self) -> str:
        """The word as it is written, nothing for a value."""

    @property
    def content(self) -> bool:
        """Whether it says something by itself."""

    @property
    def name(self) -> bool:
        """Whether it is written like a name."""

    @property
    def value(self) -> object:
        """Its number, date or time, None for a word."""


def is_auxiliary(word: str) -> bool:
    """Tell whether a lower-case word is a form of be, have or do, or a modal, also glued to a pronoun.

    >>> is_auxiliary("hasn't"), is_auxiliary("left")
    (True, False)
    """
    return word in _AUXILIARIES


def is_present(word: str) -> bool:
    """Tell whether a lower-case word has a listed third person's form; some of these are plural nouns too."""
    return word in _PRESENT


def is_finite_past(word: str) -> bool:
    """Tell whether a past form is irregular and can be neither a participle behind a noun nor a noun.

    >>> is_finite_past("went"), is_finite_past("held"), is_finite_past("left")
    (True, False, False)
    """
    return word in _FINITE_PAST


def is_act(word: str) -> bool:
    """Tell whether a lower-case word may be a verb, in whatever form, that says what took place.

    >>> is_act("opened"), is_act("opening"), is_act("was")
    (True, True, False)
    """
    if word in _AUXILIARIES:
        return False
    return word in _ACTS_TOO or is_tensed(word) or is_participle(word)


def is_tensed(word: str) -> bool:
    """Tell whether a lower-case word has the form of a past tense or a listed third person's.

    >>> is_tensed("opened"), is_tensed("opens"), is_tensed("opening")
    (True, True, False)
    """
    return is_past(word) or word in _PRESENT


def is_past(word: str) -> bool:
    """Tell whether a lower-case word has the form of a past tense.

    >>> is_past("attended"), is_past("took"), is_past("hundred")
    (True, True, False)
    """
    return word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NO_PAST)


def is_participle(word: str) -> bool:
    """Tell whether a lower-case word is likely to be a present participle.

    >>> is_participle("meaning"), is_participle("during")
    (True, False)
    """
    return len(word) > 4 and word.endswith("ing") and word not in _NO_PARTICIPLE


def may_be_finite(word: str) -> bool:
    """Tell whether a lower-case word can be a finite verb.

    >>> may_be_finite("plans"), may_be_finite("of")
    (True, False)
    """
    return word in _AUXILIARIES or word in _PRESENT or word in REPORTING or is_past(word)


def verb_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the word there is likely to be a finite verb that goes with an earlier subject.

    >>> verb_at(["and", "contacted", "his", "rival"], 1), verb_at(["and", "increased", "trade"], 1)
    (True, False)
    """
    if at >= len(words):
        return False
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _AUXILIARIES:
        return True
    if word in _PRESENT:
        return word not in _PLURAL_TOO or after in _AFTER_VERB - {"of", "for", "in"}
    if is_past(word):
        return (
            after in _AFTER_VERB
            and not (word in _MOSTLY_PARTICIPLES and after in _PREPOSITIONS)
            and after != "by"
        )
    return False


def verb_after_subject(words: Sequence[str], at: int) -> int:
    """Return the index of the finite verb of a clause whose subject begins at `at`, -1 if none is likely.

    >>> verb_after_subject(["the", "talks", "in", "rome", "have", "failed"], 0)
    4
    """
    if at + 1 >= len(words) or not words[at][0].isalnum():
        return -1
    if words[at] in ("he", "she", "they", "we", "i"):
        return at + 1 if words[at + 1].isalpha() or may_be_finite(words[at + 1]) else -1
    last = min(at + _WINDOW, len(words))
    k = at
    while (k := k + 1) < last:
        word, before = words[k], words[k - 1]
        if word == "(" and ")" in words[k : k + _BRACKET]:
            k += words[k : k + _BRACKET].index(")")
            last = min(last + _BRACKET, len(words))
            continue
        if word in _SUBJECT_ENDS:
            return -1
        if before == "to" or (before in _DETERMINERS and before not in _NO_DETERMINERS):
            continue
        if verb_at(words, k) and before not in _PREPOSITIONS and before not in ("and", "or"):
            return k
        after = words[k + 1] if k + 1 < len(words) else ""
        if word in REPORTING and before.endswith("s") and (after in _AFTER_VERB or after == "that"):
            return k
    return -1


_NO_ADVERBS = frozenset("family italy ally july assembly supply reply".split())


def is_adverb(word: str) -> bool:
    """Return whether a lower-case word may stand between subject and verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


def pronoun_of(word: str) -> str:
    """Return the pronoun of a contraction, "he" of "he's", or an empty word."""
    before, mark, _ = word.partition("'")
    return before if mark and before in PRONOUNS else ""


def verb_group(line: Written, verb: int) -> int:
    """Return the index of the first word of the verb's group: "has also" in "has also said".

    A chain that leads to it counts too: "made certain to highlight".
    """
    at = verb
    chained = line.at(verb - 1) == "to"
    while at > 0:
        word = line.at(at - 1)
        if pronoun_of(word) or (at > 1 and line.capital(at - 1) and not line.headline):
            break
        if line.quoted[at - 1] or not (
            word in _AUXILIARIES
            or is_adverb(word)
            or word in ("have", "be", "been", "being")
            or (chained and word in _CHAIN)
        ):
            break
        at -= 1
    return at


def is_passive(items: Sequence[Constituent], verb: int) -> bool:
    """Tell whether a form of be stands right before a verb."""
    return verb > 0 and items[verb - 1].surface.lower() in BE


def before_group(items: Sequence[Constituent], verb: int) -> int:
    """Return the index of what stands before a verb with its forms of be and have and its adverbs, or -1."""
    at = verb - 1
    while at >= 0 and (items[at].key in BE or items[at].key in _HAVE or items[at].surface.endswith("ly")):
        at -= 1
    return at


def is_attribute(items: Sequence[Constituent], verb: int) -> bool:
    """Tell whether a verb's form stands before a noun: "a leaked draft"."""
    return verb > 0 and items[verb - 1].key in _ARTICLES


def has_object(items: Sequence[Constituent], verb: int) -> bool:
    """Tell whether a noun may follow a verb: "released a statement on", not "was released on"."""
    after = items[verb + 1] if verb + 1 < len(items) else None
    return after is not None and after.value is None and (after.content or after.key in _ARTICLES)


def subject(items: Sequence[Constituent], verb: int) -> int | None:
    """Return the index of the last noun or name before a verb, None where none stands near."""
    for k in range(verb - 1, max(-1, verb - _SUBJECT_REACH), -1):
        item = items[k]
        if item.value is None and item.content and not item.surface.endswith("ly"):
            return k
    return None


def named_subject(items: Sequence[Constituent], verb: int) -> int | None:
    """Return the index of the last word of a name before a verb, None where none stands near."""
    near = range(verb - 1, max(-1, verb - _SUBJECT_REACH), -1)
    return next((k for k in near if items[k].name), None)


def subject_head(items: Sequence[Constituent], verb: int) -> int | None:
    """Return the index of the noun that a subject is about: "finale" of "the finale of Long Harvest"."""
    found: int | None = None
    for k in range(verb - 1, max(-1, verb - _HEAD_REACH), -1):
        item = items[k]
        if item.value is not None or (item.content and is_act(item.surface.lower()) and not item.name):
            break
        if item.key in _JOINED_BY:
            found = None
        elif item.content and not item.name and found is None:
            found = k
    return found


def object_head(text: str, items: Sequence[Constituent], first: int) -> int | None:
    """Return the index of the head of the object that begins at `first`: "fire", "the main square"."""
    head = None
    for k in range(first, min(len(items), first + _OBJECT_REACH)):
        item, before = items[k], items[k - 1]
        if text[before.end : item.start].strip() or item.value is not None:
            break
        if item.content:
            head = k
        elif item.key not in _WITHIN_PHRASE:
            break
    return head


def adjoin(text: str, line: Spaced, at: int) -> bool:
    """Return whether nothing but a space, hyphen or quotation mark parts a word from the one before it."""
    if at <= 0 or at >= len(line.words):
        return False
    between = text[line.words[at - 1].end : line.words[at].start]
    return not between.strip(" \n-–’'‘“”\"s") and "\n\n" not in between


def phrase_start(text: str, line: Spaced, first: int) -> int:
    """Return the index of the first word of the noun phrase that ends with the word at `first`."""
    at = first
    while at > max(0, first - _PHRASE_REACH) and adjoin(text, line, at):
        before = line.low[at - 1]
        if before in _POSSESSIVES:
            return at - 1
        if not line.words[at - 1].content or before in REPORTING or is_auxiliary(before):
            # "alleged" is a verb in the list of reporting words, and here a modifier.
            if not (before in REPORTING and _opened(line.low, at - 1)):
                return at
            return at - 1
        if is_tensed(before) and not line.words[at - 1].name:
            return at - 1 if _opened(line.low, at - 1) else at
        at -= 1
    return at


def doer_before(text: str, line: Spaced, verb: int) -> tuple[int, int] | None:
    """Return the first and last word of the phrase whose act a verb is, over helpers, relatives, attempts."""
    for at in range(verb - 1, max(-1, verb - 1 - _DOER_REACH), -1):
        if text[line.words[at].end : line.words[at + 1].start].strip(_BETWEEN):
            return None
        attempted = line.low[at] in _ATTEMPTS and line.low[at + 1] == "to" and adjoin(text, line, at)
        if at and (line.low[at] in _RELATIVES or attempted):
            return phrase_start(text, line, at - 1), at - 1
    at = verb - 1
    while at >= 0 and line.low[at] in _HELPERS and adjoin(text, line, at + 1):
        at -= 1
    if at < 0 or not line.words[at].content or not adjoin(text, line, at + 1):
        return None
    return phrase_start(text, line, at), at


def _opened(low: Sequence[str], at: int) -> bool:
    return at > 0 and (low[at - 1] in _PHRASE_OPENERS or low[at - 1] in _POSSESSIVES)
