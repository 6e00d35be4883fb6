"""What is asked of grammar: is this a verb, of what form, with what group, subject and object.

The answers come from lists, endings and neighbours alone. All rules ask here, so that a parser could answer
one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from compare.text.word import Word

PRONOUNS = frozenset("he she they who".split())
"""Pronouns for those who can speak; the writer's own "I", "we" and "you" are nobody's report."""

_AUXILIARIES = frozenset(
    """am is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't
    doesn't didn't will would won't wouldn't can could can't cannot couldn't may might must shall
    should shouldn't mustn't ain't he's she's it's that's there's who's what's i'm i've i'll i'd
    you're you've you'll you'd he'll he'd she'll she'd it'll it'd we're we've we'll we'd they're
    they've they'll they'd""".split()
)
"""Forms of be, have and do, and modals, also glued to pronouns."""

REPORTING = frozenset(
    """said says say told tells tell stated states noted notes argued argues argue claimed claims claim
    insisted insists insist explained explains explain suggested suggests suggest believed believes
    believe thought thinks think hoped hopes hope feared fears fear warned warns warn announced
    announces announce reported reports report confirmed confirms confirm denied denies deny
    acknowledged acknowledges acknowledge admitted admits admit conceded concedes concede concluded
    concludes conclude contended contends contend alleged alleges allege asserted asserts assert
    declared declares declare added adds add disclosed discloses revealed reveals reveal showed
    shows show shown found finds find indicated indicates indicate predicted predicts predict
    estimated estimates estimate expected expects expect emphasised emphasises emphasized emphasizes
    stressed stresses stress highlighted highlights highlight promised promises promise vowed vows
    pledged pledges pledge testified testifies testify ruled rules rule agreed agrees agree
    complained complains complain recalled recalls recall realised realized learned learnt knew
    knows know felt feels feel understood understands understand doubted doubts doubt maintained
    maintains maintain mentioned mentions observed observes recognised recognized recommended
    recommends remarked replied responded reiterated tweeted wrote writes write proposed proposes
    requested demanded demands urged urges accused asked asks decided decides assumed assumes means
    meant mean saying arguing claiming insisting warning suggesting noting adding explaining telling
    announcing indicating stating showing acknowledging alleging asserting concluding confirming
    predicting promising stressing revealing believing hoping fearing""".split()
)
"""Verbs that take what somebody says, thinks or finds as their object."""

_PAST = frozenset(
    """became began broke brought built bought came caught chose cost cut dealt drew drove fell felt fled
    flew fought found gave got went grew heard held hit kept knew laid led left lent let lost made
    meant met paid put quit ran read rose sank saw sent set shook shot shut sold sought spent split
    spoke spread stood stole struck swore swept swam taught thought threw told took tore understood
    woke won wore wrote said ate hurt fed bore arose froze hid rang rode sang slid strode undertook
    underwent withdrew""".split()
)
"""Irregular past forms."""

_PRESENT = frozenset(
    """accepts accuses achieves adds affects agrees allows announces appears argues arrives asks asserts
    assumes attends attracts avoids becomes begins believes belongs brings builds buys calls carries
    chooses coincides comes compares conducts confirms considers consists contains continues
    controls creates cuts deals decides declares declines defines delivers demonstrates denies
    depends describes deserves determines develops differs discusses draws drives earns emerges
    enables encourages ends enjoys ensures enters establishes exists expects explains exposes
    expresses extends faces fails falls feels finds follows forces forms gets gives goes grows
    happens hears helps highlights holds hopes identifies illustrates implies imposes improves
    includes increases indicates insists intends introduces involves joins keeps knows lacks lasts
    leads learns leaves lets lies limits lives looks loses maintains makes manages marks means meets
    mentions moves needs notes occurs offers opens operates opposes owns pays performs permits plans
    plays points poses prefers prepares presents prevents produces promises promotes proposes
    protects proves provides pursues puts raises reaches reads receives recognises recognizes
    reduces reflects refers refuses regards rejects relates relies remains represents requires
    resembles responds results retains returns reveals rises runs says seeks seems sees sells sends
    serves sets shares shows signals sits speaks spends stands starts states stays stems stops
    strengthens stresses suffers suggests supports takes talks tells tends thinks threatens tries
    turns understands undermines urges uses wants warns wears wins wishes works writes""".split()
)
"""Third-person forms of common verbs; some are plural nouns too."""

# Irregular past forms that are no participle behind a noun ("a poll held in May") and no noun ("the left").
_FINITE_PAST = _PAST - frozenset(
    "cut set hurt hit cost shot lost left cast met made held led put let read split spread quit kept shut"
    " bought brought built fought heard paid sold sought told won bore found".split()
)
_NO_PAST = frozenset(
    "need indeed speed seed feed breed bed red hundred deed embed greed shed sacred naked".split()
)
_NO_PARTICIPLE = frozenset(
    """during including according regarding concerning nothing something anything everything morning
    evening spring king string thing beijing ceiling wedding building meeting housing funding
    hearing ruling boeing interesting ongoing existing outgoing incoming being wing ring bring sing""".split()
)
_PLURAL_TOO = frozenset(
    """calls claims controls costs cuts deals demands doubts drives ends faces fails falls fears forces
    forms helps hopes increases lasts leads lies limits lives looks marks means meets moves needs
    notes offers plans plays points presents promises reads reports returns results rises rules runs
    sets shares shows signals stands starts states stops stresses supports talks turns uses wins
    wishes works estimates""".split()
)
_NO_DETERMINERS = frozenset("he she it they we i you this there these those".split())
_PREPOSITIONS = frozenset(
    """of in on at by for from with to into onto over under about against between through during without
    within across toward towards like along around behind near off out up down per""".split()
)
_DETERMINERS = frozenset(
    """the a an his her its their our my your this that these those some many several most all no any
    each""".split()
)
_AFTER_VERB = (
    _DETERMINERS
    | _PREPOSITIONS
    | frozenset(
        """him them it us me you not how why what who whether himself herself itself themselves back away
    nearly almost only also again more another both one two three four five six he she they we""".split()
    )
)
# Past forms that before a preposition are mostly participles: "weapons made in", "a firm based in".
_MOSTLY_PARTICIPLES = frozenset(
    """made held located based named known used linked related led born involved wanted accused charged
    written set aimed designed dedicated killed injured owned backed triggered caused supported
    released""".split()
)
_SUBJECT_ENDS = frozenset(
    """he she they we i , ; : ( ) — – -- which who whom whose where when while although though because
    unless whereas that if until but""".split()
)
# A subject with its modifiers is rarely longer than this before its verb.
_WINDOW = 10
_BRACKET = 7

BE = frozenset("is are was were be been being".split())
"""Forms of be that make a passive."""

# Verbs of an act that no ending and no list tells.
_ACTS_TOO = frozenset("born died dies".split())
_HAVE = frozenset("has have had".split())
_ARTICLES = frozenset("a an the his her its their this that".split())
_WITHIN_PHRASE = _ARTICLES | frozenset("these those".split())
_JOINED_BY = frozenset("of in at for between with".split())
# So far from its verb a noun of the subject, a subject's first noun and an object's head may stand.
_SUBJECT_REACH, _HEAD_REACH, _OBJECT_REACH = 4, 9, 5
_RELATIVES = frozenset("who which that".split())
_ATTEMPTS = frozenset(
    "attempt attempts effort efforts bid move moves push plan plans drive campaign decision desire".split()
)
_HELPERS = frozenset(
    """has have had been is are was were be will would can could may might did do does also often again to
    help
    helps helped helping try tries tried trying seek seeks sought seeking began begun allegedly reportedly
    repeatedly attempting attempted attempts""".split()
)
_POSSESSIVES = frozenset("his her its their our my your".split())
_PHRASE_OPENERS = frozenset("the a an this that these those of in on at by for from with to as into".split())
# What may stand between two words of one phrase, white space and a possessive's ending among it.
_BETWEEN = " -–’'‘“”\"s"
# A noun phrase, and what stands between a doer and the act, is rarely longer.
_PHRASE_REACH, _DOER_REACH = 5, 8

_ADVERBS = frozenset(
    """also then later now still just even never once often again further not always already only both first
    thus therefore soon simply instead previously n't too ever here far perhaps maybe
    today yesterday almost nearly all well meanwhile indeed moreover nevertheless""".split()
)
# Between subject and verb: "made certain to highlight", "went on to say", "was quick to add".
_CHAIN = frozenset(
    """made make makes certain sure clear went go goes on to seek seeks sought tried tries try began
    begun begins begin
    continued continues used quick careful came come wants wanted took takes care able keen eager happy
    proceeded ready""".split()
)


class Written(Protocol):
    """The words of a sentence with what their writing tells, as `speech.line.Line` has them."""

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


def is_adverb(word: str) -> bool:
    """Return whether a lower-case word may stand between subject and verb."""
    return word in _ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "ally", "july", "assembly")
    )


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
