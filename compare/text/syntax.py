"""What is asked of grammar: is this a verb, of what form, with what group, subject and object.

The answers come from lists, endings and neighbours alone. All rules ask here, so that a parser could answer
one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

PRONOUNS = frozenset("he she they who".split())
"""Pronouns for those who can speak; the writer's own "I", "we" and "you" are nobody's report."""

AUXILIARIES = frozenset(
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

PAST = frozenset(
    """became began broke brought built bought came caught chose cost cut dealt drew drove fell felt fled
    flew fought found gave got went grew heard held hit kept knew laid led left lent let lost made
    meant met paid put quit ran read rose sank saw sent set shook shot shut sold sought spent split
    spoke spread stood stole struck swore swept swam taught thought threw told took tore understood
    woke won wore wrote said ate hurt fed bore arose froze hid rang rode sang slid strode undertook
    underwent withdrew""".split()
)
"""Irregular past forms."""

PRESENT = frozenset(
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


def is_past(word: str) -> bool:
    """Tell whether a lower-case word has the form of a past tense.

    >>> is_past("attended"), is_past("took"), is_past("hundred")
    (True, True, False)
    """
    return word in PAST or (len(word) > 4 and word.endswith("ed") and word not in _NO_PAST)


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
    return word in AUXILIARIES or word in PRESENT or word in REPORTING or is_past(word)


def verb_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the word there is likely to be a finite verb that goes with an earlier subject.

    >>> verb_at(["and", "contacted", "his", "rival"], 1), verb_at(["and", "increased", "trade"], 1)
    (True, False)
    """
    if at >= len(words):
        return False
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in AUXILIARIES:
        return True
    if word in PRESENT:
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
            word in AUXILIARIES
            or is_adverb(word)
            or word in ("have", "be", "been", "being")
            or (chained and word in _CHAIN)
        ):
            break
        at -= 1
    return at
