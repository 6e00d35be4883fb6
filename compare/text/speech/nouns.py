"""What is reported without an active verb: "according to", passives, and nouns such as "accusations of"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import CueClass, SourceType
from compare.text.countries import country
from compare.text.en import word_set
from compare.text.speech.content import has_verb, to_comma, trimmed, until_end
from compare.text.speech.line import STOPS, Phrase, SpeechHit, SpeechLine
from compare.text.speech.sources import phrase_after, subject
from compare.text.speech.speakers import is_body, is_person
from compare.text.syntax import is_auxiliary, is_past, verb_group

_CLAUSE_STARTS = STOPS | frozenset((",", "that", "because", "but", "while", "although", "as", "if"))
# Without an agent these report a view only with a complement: "is said to", "was known as".
_COMPLEMENTS = frozenset("as to that for".split())
_NEED_COMPLEMENT = word_set("speech.nouns.need_complement")
_NAMING = frozenset("called dubbed deemed labelled labeled branded termed thought considered".split())
_OF = frozenset(
    """accusation accusations allegation allegations charges suspicion suspicions complaint complaints
    """.split()
)
_ABOUT = word_set("speech.nouns.about")
_ABOUT_LINKS = frozenset("of about with over to at".split())
# What somebody means to do, and what somebody is for or against.
_INTENTS = frozenset(
    "promise promises pledge pledges vow vows plan plans threat threats refusal proposal".split()
)
_STANCES = frozenset("support opposition endorsement".split())
_OWNERS = frozenset("his her their".split())
_VOICES = word_set("speech.nouns.voices")
_NO_CALLS = frozenset("phone video telephone conference roll wake-up".split())
_APPOSITION = frozenset("a an the who which whose whom".split())
# "Vocal disappointment": so many words may stand between owner and noun.
_MODIFIERS = 2


def according(line: SpeechLine, at: int, names: frozenset[str]) -> Iterator[SpeechHit]:
    """Yield what stands before or behind "according to" and its source."""
    source = phrase_after(line, at + 2, names)
    if source is None:
        return
    before = trimmed(line, 0, at) if at > 3 else None
    stop = source.stop
    while stop < len(line) and line.at(stop) not in (",", ":") and not line.quoted[stop]:
        stop += 1
    if stop < len(line) and not line.quoted[stop]:
        stop += 1
    rest = until_end(line, stop) if stop < len(line) else None
    if before and (
        line.at(at - 1) != "," or has_verb(line, *before) or (rest and line.at(rest[0]) in _APPOSITION)
    ):
        rest = None
    lead = before or (trimmed(line, 0, at) if at > 1 else None)
    open_ = lead is not None and (not has_verb(line, *lead) or is_auxiliary(line.at(lead[1] - 1)))
    if open_ and lead and line.at(at - 1) == "," == line.at(source.stop):
        # "The pier, according to Kent, is safe": as a whole, or it says nothing.
        told = until_end(line, source.stop + 1)
        before, rest = ((lead[0], told[1]), None) if told else (before, rest)
    for piece in (before, rest):
        if piece:
            yield SpeechHit(
                source=source,
                cue=(at, at + 2),
                content=piece,
                cue_class=CueClass.NEUTRAL,
                rule="according-to",
            )


def passive(
    line: SpeechLine, at: int, cue_class: CueClass, names: frozenset[str], group: int
) -> Iterator[SpeechHit]:
    """Yield the clause of "is believed to", "was criticised by the union for", "is attributed to"."""
    word, after = line.at(at), line.at(at + 1)
    be = [line.at(k) for k in range(group, at)]
    if (
        "being" in be
        or ("be" in be and "to" in (line.at(group), line.at(group - 1)))
        or {"must", "should"} & set(be)
    ):
        return
    if word == "considered" and after == "for":
        return
    # "Known by its old name" has no agent.
    agent = phrase_after(line, at + 2, names) if after == "by" and word != "known" else None
    if agent is None and word in _NEED_COMPLEMENT:
        named = word in _NAMING and after in ("a", "an", "the")
        if after not in _COMPLEMENTS and not named:
            return
    if agent is None and after == "by":
        return
    said = until_end(line, at + 1)
    if said is None:
        return
    first = group
    while first > 0 and not line.quoted[first - 1] and line.at(first - 1) not in _CLAUSE_STARTS:
        first -= 1
    yield SpeechHit(
        source=agent, cue=(group, at + 1), content=(first, said[1]), cue_class=cue_class, rule="passive"
    )


def adverb(line: SpeechLine, at: int, cue_class: CueClass) -> Iterator[SpeechHit]:
    """Yield the clause of "allegedly", "reportedly"."""
    said = until_end(line, at + 1)
    if said is None or line.capital(at + 1):
        return
    first = at + 1
    while first > 0 and not line.quoted[first - 1] and line.at(first - 1) not in _CLAUSE_STARTS:
        first -= 1
    yield SpeechHit(
        source=None, cue=(at, at + 1), content=(first, said[1]), cue_class=cue_class, rule="hearsay"
    )


def noun(line: SpeechLine, at: int, cue_class: CueClass, names: frozenset[str]) -> Iterator[SpeechHit]:
    """Yield "accusations of fraud", "Kent's claim that", "calls by the union for"."""
    owner, stop = _possessor(line, at) or _voicer(line, at, names), at + 1
    if line.at(stop) in ("by", "from", "among"):
        owner = phrase_after(line, at + 2, names)
        if owner is None:
            return
        stop = owner.stop
    after = line.at(stop)
    if after not in _links(line, at):
        return
    verb = line.at(stop + 1)
    if after == "that" and line.at(at) in _INTENTS and not line.capital(stop + 1):
        # "Plans that undergo changes".
        return
    if after == "that" and (is_auxiliary(verb) or is_past(verb)):
        # "Charges that were dropped" are things, not a statement.
        return
    if owner is None and after != "that" and cue_class is not CueClass.DOUBT:
        return
    # "Disappointment with Orr": without the noun, nothing would be said of Orr.
    about = line.at(at) in _STANCES or (after in _ABOUT_LINKS and line.at(at) not in _OF | _INTENTS)
    said = until_end(line, at if about else stop if after in ("that", "to") else stop + 1)
    if said is not None:
        yield SpeechHit(
            source=owner,
            cue=(at, at + 1),
            content=to_comma(line, *said),
            cue_class=cue_class,
            rule="reporting-noun",
        )


def _links(line: SpeechLine, at: int) -> frozenset[str]:
    """Return the words that may join the noun there to what is said."""
    word = line.at(at)
    if word == "calls":
        return frozenset() if line.at(at - 1) in _NO_CALLS else frozenset(("for", "on", "to"))
    links = {"that"}
    if word in _OF:
        links.add("of")
    if word in _ABOUT:
        links |= _ABOUT_LINKS
    if word in _INTENTS:
        links.add("to")
    if word in _STANCES:
        links |= {"for", "to", "of"}
    return frozenset(links)


def _voicer(line: SpeechLine, at: int, names: frozenset[str]) -> Phrase | None:
    """Return the subject of the verb that voices the noun there: "Kent repeated his claim"."""
    if line.at(at) in _INTENTS:
        # "They made plans to leave" tells no words.
        return None
    for k in range(at - 1, max(0, at - 2 - _MODIFIERS), -1):
        if line.at(k) in _VOICES and not line.quoted[k]:
            return subject(line, verb_group(line, k), names)
        if not line.is_word(k) or is_auxiliary(line.at(k)):
            return None
    return None


def _possessor(line: SpeechLine, at: int) -> Phrase | None:
    """Return the source that a possessive before the noun names: "Armenia's" in "Armenia's fears"."""
    near = range(at - 1, max(-1, at - 2 - _MODIFIERS), -1)
    pronoun = next((k for k in near if line.at(k) in _OWNERS), -1)
    if pronoun >= 0 and all(line.is_word(k) for k in range(pronoun, at)) and not line.quoted[pronoun]:
        return Phrase(first=pronoun, stop=pronoun + 1, head=pronoun, type=SourceType.UNNAMED)
    place = next((k for k in near if not _modifies(line, k)), -1)
    mark = line.at(place) in ("'", "’")
    head = place - mark
    word = line.at(head).removesuffix("'s")
    if head < 0 or line.quoted[place] or not (line.at(head).endswith("'s") or (mark and word.endswith("s"))):
        return None
    if not (line.capital(head) or is_person(word) or is_body(word)):
        return None
    first = _owner_start(line, head)
    type_ = _owner_type(line, first, head, word)
    return Phrase(first=first, stop=place + 1, head=head, type=type_)


def _owner_start(line: SpeechLine, head: int) -> int:
    """Return where the name or noun of an owner begins, its article included."""
    first = head
    while first > 1 and line.capital(first - 1) and line.is_word(first - 1):
        first -= 1
    if line.at(first - 1) == "of" and first > 1 and is_person(line.at(first - 2)) and head - first > 1:
        # "Secretary of State Ann Orr’s claim".
        first -= 2
    if (
        not line.capital(head)
        and first > 2
        and line.at(first - 2) in ("the", "a", "an")
        and line.is_word(first - 1)
    ):
        first -= 1
    return first - (line.at(first - 1) in ("the", "a", "an"))


def _owner_type(line: SpeechLine, first: int, head: int, word: str) -> SourceType:
    if not line.capital(head):
        return SourceType.INSTITUTION if is_body(word) else SourceType.UNNAMED
    body = line.at(first) == "the" or country(line.words[head])
    return SourceType.INSTITUTION if body else SourceType.PERSON


def _modifies(line: SpeechLine, at: int) -> bool:
    """Return whether a word may stand between an owner and what is owned."""
    return line.is_word(at) and not line.at(at).endswith("'s")
