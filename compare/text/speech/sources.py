"""Who is named as a source: the phrase before a reporting verb, or behind one."""

from __future__ import annotations

from compare.model import SourceType
from compare.text.en import word_set
from compare.text.speech.line import CLOSERS, STOPS, Phrase, SpeechLine, is_number, is_time
from compare.text.speech.phrases import ARTICLES, NAME, PREPOSITIONS, phrase_at
from compare.text.speech.reporting import Form, reporting
from compare.text.speech.speakers import (
    can_speak,
    is_body,
    is_document,
    is_expert,
    is_person,
    source_type,
)
from compare.text.syntax import (
    PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_finite_past,
    is_past,
    pronoun_of,
    verb_at,
    verb_group,
)

# What joins a clause to the one before it: a subject does not reach back beyond.
BOUNDARIES = word_set("speech.sources.boundaries")
_PARTICIPLES = frozenset("taken made held seen led written done given".split())
# Made once, since a set is asked for at every reporting word.
_NO_SOURCES = BOUNDARIES - {"who"}
_POINTERS = PRONOUNS | {"him", "her", "them"}
_UNENDING = PREPOSITIONS | {"and", "the", "a", "an"}
_LONGEST_NAME = 4
_PARTICLES = frozenset("de der van von di da del bin al".split())
_JOINED = frozenset("of for at from by with in".split())
# A subject with its apposition is rarely longer.
_LONGEST_BEHIND, _LONGEST_BEFORE, _APPOSITION, _RELATIVE, _BRACKET = 14, 18, 28, 8, 8
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT))
# "Outside experts" are no place.
_ADJECTIVES = frozenset(("outside", "inside"))
_PLACED = frozenset("in at near from outside".split())
_OPENERS = PREPOSITIONS | BOUNDARIES
_JOINING = frozenset("but and yet so".split())
_ROLE = 8
_DESPITE = frozenset("despite with without amid after".split())
_DETERMINERS = frozenset("the a an his her its their".split())
# "Half the town", "all the men": an article stands inside of a phrase.
_BEFORE_ARTICLE = frozenset("all both half and or such than not only twice".split())
_YEAR = 4
# Signs that stand inside a phrase: "a $15 wage", "Smith & Orr".
_SIGNS = frozenset("$ € £ % & /".split())
# Months that are verbs or names too end no phrase.
_MONTHS_TOO = frozenset("may march august april june".split())


def phrase_after(line: SpeechLine, first: int, names: frozenset[str]) -> Phrase | None:
    """Return the source that begins at a token: behind "said", "according to", "by"."""
    if line.at(first) in _NO_SOURCES:
        return None
    if line.at(first) in _POINTERS and not line.quoted[first]:
        return Phrase(first=first, stop=first + 1, head=first, type=SourceType.UNNAMED)
    at = first
    while at < len(line) and at < first + _LONGEST_BEHIND:
        if at > first and line.at(at) == "(" and not line.quoted[at]:
            closing = _closing(line, at)
            if closing < 0:
                break
            at = closing
        elif _ends_phrase(line, at, names) or (at > first and _begins_another(line, at)):
            break
        at += 1
    while at > first and (
        line.at(at - 1) in _UNENDING
        or (
            at - 1 > first
            and (line.at(at - 1).endswith("ed") or line.at(at - 1) in _PARTICIPLES)
            and not line.capital(at - 1)
        )
    ):
        at -= 1
    found = phrase_at(line, first, at, names) if at > first else None
    return _with_name_behind(line, found, names) if found else None


def _with_name_behind(line: SpeechLine, role: Phrase, names: frozenset[str]) -> Phrase:
    """Return a role with the name that a comma joins to it: "said the spokesman, Ben Orr."."""
    comma, stop = role.stop, role.stop + 1
    if line.at(comma) != "," or role.type is not SourceType.UNNAMED or not is_person(line.at(role.head)):
        return role
    while stop < len(line) and (line.capital(stop) or (line.at(stop) in _PARTICLES and stop > comma + 1)):
        stop += 1
    if line.at(stop) not in ("", ".", ",", ";") or not NAME <= stop - comma - 1 <= _LONGEST_NAME:
        return role
    named = phrase_at(line, comma + 1, stop, names)
    if named is None or named.type not in _NAMED:
        return role
    return Phrase(first=role.first, stop=stop, head=named.head, type=named.type)


def _closing(line: SpeechLine, opening: int) -> int:
    """Return where a short bracket closes, -1 where it does not."""
    near = range(opening + 1, min(len(line), opening + _BRACKET + 1))
    return next((k for k in near if line.at(k) == ")"), -1)


def _ends_phrase(line: SpeechLine, at: int, names: frozenset[str]) -> bool:
    """Return whether a token ends a phrase wherever it stands: a mark, another place or another clause."""
    word = line.at(at)
    if line.quoted[at] or not line.is_word(at):
        return True
    if word == "and":
        return not can_speak(line, at - 1, names)
    placing = word == "in" and line.at(at + 1) in ("a", "an", "the", "his", "her")
    return word in PREPOSITIONS and (word not in _JOINED or placing)


def _begins_another(line: SpeechLine, at: int) -> bool:
    """Return whether a word inside a phrase begins something else: a clause, a verb or a time."""
    word = line.at(at)
    if word in BOUNDARIES or is_auxiliary(word):
        return True
    if is_time(word) and (not line.capital(at - 1) or word not in _MONTHS_TOO):
        return True
    acting = word.endswith("ing") and "-" not in word and line.at(at - 1) not in ARTICLES
    return acting and not line.capital(at)


def subject(line: SpeechLine, verb_first: int, names: frozenset[str]) -> Phrase | None:
    """Return the source that stands right before a verb's group, None where none can speak."""
    last = _before_time(line, verb_first - 1)
    if last < 0 or line.quoted[last]:
        return None
    if line.at(last) in (",", "–", "—", "--"):
        return _before_apposition(line, last, names)
    if line.at(last) == "whom" and line.at(last - 1) == "of" and last > 1:
        # "Two of whom".
        return Phrase(first=last - 2, stop=last + 1, head=last, type=SourceType.UNNAMED)
    if line.at(last) in ("which", "that"):
        return _before_relative(line, last, names)
    found = _phrase_before(line, last, names)
    if found and line.at(found.first) in ("a", "an") and line.at(found.first - 1) == ",":
        # "Sen. Orr, a friend of the mayor told": the closing comma is missing.
        named = _phrase_before(line, found.first - 2, names)
        if named and named.type in _NAMED and line.at(named.first - 1) not in PREPOSITIONS:
            return Phrase(first=named.first, stop=found.stop, head=named.head, type=named.type)
    return found


def _before_time(line: SpeechLine, last: int) -> int:
    """Return where the subject ends before a time: "the board this week announced", "Kent on Friday said"."""
    at = last
    while at > 0 and is_time(line.at(at)) and (not line.capital(at) or line.at(at - 1) == "on"):
        at -= 1
    if at > 1 and line.at(at).isdigit() and len(line.at(at)) == _YEAR and line.at(at - 1) == "in":
        return at - 2
    return at - 1 if at < last and line.at(at) in ("on", "in", "late", "early") else at


def _before_relative(line: SpeechLine, at: int, names: frozenset[str]) -> Phrase | None:
    """Return the body or document that "which" or "that" stands for: "a poll that shows"."""
    if line.at(at - 1) in ("and", "but", "or"):
        return None
    found = _phrase_before(line, at - 2 if line.at(at - 1) == "," else at - 1, names)
    if found is None or line.at(found.head) in PRONOUNS or line.at(found.head) == "it":
        return None
    held = [
        k for k in range(found.first + 1, at) if line.at(k).endswith("ing") and is_document(line.at(at - 1))
    ]
    if held and line.at(at - 2) == line.at(held[-1]):
        # "Met Orr holding signs that": the signs.
        return phrase_at(line, at - 1, at, names)
    if line.at(found.first) in _DESPITE:
        # "Despite opposition from the board, which": the board.
        last = at - 1 - (line.at(at - 1) == ",")
        first = next((k for k in range(last, found.first, -1) if line.at(k) in PREPOSITIONS), found.first) + 1
        return phrase_at(line, first, last + 1, names)
    return Phrase(first=found.first, stop=at + 1, head=found.head, type=found.type)


def _before_apposition(line: SpeechLine, comma: int, names: frozenset[str]) -> Phrase | None:
    """Return the source with an apposition: "Ann Orr, the mayor," before "said"."""
    at = comma - 1
    while at > max(0, comma - _APPOSITION):
        if line.quoted[at]:
            return None
        if line.at(at) == line.at(comma) and _is_plain_auxiliary(line.at(at + 1)):
            # "Ann Orr, whose son, Ben, was ill, said".
            at -= 1
            continue
        if line.at(at) == line.at(comma):
            found = _phrase_before(line, at - 1, names)
            inside = phrase_at(line, at + 1, comma, names)
            if found is None and inside is not None and inside.type in _NAMED and _belongs(line, at):
                # "Her running mate, Ann Orr,": the apposition has the name.
                opens = _role_start(line, at)
                return Phrase(first=at + 1, stop=comma, head=inside.head, type=inside.type, opens=opens)
            whose = found is not None and line.at(found.first - 1) == "whose"
            if found is None or whose or line.at(found.first - 1) in _PLACED or _is_place(line, found.first):
                # "In Quell, Ohio, said" leaves the speaker further ahead.
                at -= 1
                continue
            if line.at(found.head) in PRONOUNS:
                return None
            type_ = source_type(line, found.first, found.head, found.stop)
            if type_ is SourceType.PERSON and _is_body(line, at + 1, comma, names):
                # "Brightwater, the firm that dredges,".
                return Phrase(first=found.first, stop=comma, head=found.head, type=SourceType.INSTITUTION)
            placed = comma == at + 2 and line.at(at - 2) in ("from", "of", "in", "near")
            if placed and line.capital(at - 1) and line.at(found.first - 1) == ",":
                # "Ann Orr, a member from Quell, Ohio, said".
                at = found.first - 1
                named = _phrase_before(line, at - 1, names)
                if named is None or named.type not in _NAMED:
                    continue
                return Phrase(first=named.first, stop=comma, head=named.head, type=named.type)
            if inside is not None and type_ is SourceType.UNNAMED and inside.type in _NAMED:
                return Phrase(
                    first=found.first,
                    stop=comma,
                    head=inside.head,
                    type=SourceType.EXPERT if _expert(line, found.first, comma) else inside.type,
                )
            named = _phrase_before(line, found.first - 2, names) if line.at(found.first - 1) == "," else None
            if type_ is SourceType.UNNAMED and named and named.type in _NAMED:
                # "Ann Orr, a lawyer for the union, one of two that sued,".
                return Phrase(first=named.first, stop=comma, head=named.head, type=named.type)
            if type_ is SourceType.PERSON and _expert(line, at, comma):
                type_ = SourceType.EXPERT
            return Phrase(first=found.first, stop=comma, head=found.head, type=type_)
        if line.at(at) in STOPS or (line.at(at) in CLOSERS and not _owns(line, at)):
            return None
        at -= 1
    return None


def _is_place(line: SpeechLine, first: int) -> bool:
    """Return whether a name is the second part of a place: "Ohio" in "in Quell, Ohio"."""
    at = first - 2
    if line.at(first - 1) != "," or not line.capital(at):
        return False
    while line.capital(at):
        at -= 1
    return line.at(at) in ("in", "at", "near")


def _is_plain_auxiliary(word: str) -> bool:
    """Return whether a word is an auxiliary alone, not glued to a pronoun: "who's"."""
    return is_auxiliary(word) and "'" not in word


def _role_start(line: SpeechLine, comma: int) -> int:
    """Return where the role before a comma begins, with what owns it: "the committee’s chairman,"."""
    at = comma
    while at > 0 and comma - at < _ROLE and line.is_word(at - 1) and not line.quoted[at - 1]:
        at -= 1
        if line.at(at) in _DETERMINERS:
            break
    return at


def _is_body(line: SpeechLine, first: int, stop: int, names: frozenset[str]) -> bool:
    """Return whether an apposition makes a name a body's: "which …", "the firm that …"."""
    if line.at(first) == "which":
        return True
    inside = _phrase_at_clause(line, first, stop, names)
    return line.at(first) in ("a", "an", "the") and inside is not None and is_body(line.at(inside.head))


def _phrase_at_clause(line: SpeechLine, first: int, stop: int, names: frozenset[str]) -> Phrase | None:
    marks = (k for k in range(first, stop) if line.at(k) in ("that", "which", ","))
    return phrase_at(line, first, next(marks, stop), names)


def _reports(word: str) -> bool:
    return any(r.form in (Form.PAST, Form.PRESENT) and not r.rest for r in reporting(word))


def _belongs(line: SpeechLine, comma: int) -> bool:
    """Return whether a role stands shortly before a comma: "her running mate,", "the minister of trade,"."""
    for k in range(comma - 1, max(-1, comma - _ROLE), -1):
        if not line.is_word(k):
            return False
        if line.at(k) in ("his", "her", "their") or line.at(k).endswith("'s") or is_person(line.at(k)):
            return True
    return False


def main_subject(line: SpeechLine, names: frozenset[str], *, before: int | None = None) -> Phrase | None:
    """Return the source that a sentence begins with, behind an adverbial that a comma closes.

    `before`: where the verb stands whose subject is asked for.
    """
    first = 1 if line.at(0) in _JOINING and line.at(1) != "," else 0
    if first == 0 and (
        line.at(0) in _OPENERS
        or is_time(line.at(0))
        or is_adverb(line.at(0))
        or line.at(0).endswith(("ing", "ed"))
    ):
        first = next((k + 1 for k in range(min(len(line), _LONGEST_BEFORE)) if line.at(k) == ","), 0)
        if first == 0:
            return None
    for k in range(first + 1, min(len(line), first + _APPOSITION, before or len(line))):
        if line.quoted[k] or line.at(k) in STOPS:
            break
        if not line.capital(k) and _is_finite(line, k, names):
            found = subject(line, verb_group(line, k), names)
            # The verb of a relative clause is not the sentence's.
            if found and found.first >= first and line.at(found.head) != "who":
                return found
            if found and found.first < first:
                return None
    found = phrase_after(line, first, names)
    if before is not None and found and (line.at(found.stop) != "," or found.stop >= before):
        return None
    return found if found and not line.quoted[found.first] else None


def _is_finite(line: SpeechLine, at: int, names: frozenset[str]) -> bool:
    """Return whether the word there is likely to be the verb of what stands before it."""
    word, after = line.at(at), line.at(at + 1)
    if is_auxiliary(word) or verb_at(line.lower, at) or _reports(word) or is_finite_past(word):
        return True
    if not is_past(word) or line.capital(at):
        return False
    before = verb_group(line, at) - 1
    return after in _DETERMINERS or (after not in PREPOSITIONS and can_speak(line, before, names))


def _expert(line: SpeechLine, first: int, stop: int) -> bool:
    return any(is_expert(line.at(k)) for k in range(first, stop))


def _phrase_before(line: SpeechLine, last: int, names: frozenset[str]) -> Phrase | None:
    if last < 0 or line.quoted[last]:
        return None
    word = line.at(last)
    if word in PRONOUNS or word == "it" or pronoun_of(word):
        return Phrase(first=last, stop=last + 1, head=last, type=source_type(line, last, last, last + 1))
    first = last + 1
    while first > max(0, last - _LONGEST_BEFORE):
        at = first - 1
        if line.at(at) == ")":
            at = _opening(line, at)
            if at < 0:
                break
        elif not _owns(line, at) and (
            _stands_outside(line, at, last, names)
            or _is_of_other_verb(line, at, names)
            or (line.at(at) == "and" and not _joins(line, at, names))
        ):
            break
        first = at
    who = next((k for k in range(first - 1, max(0, first - _RELATIVE), -1) if line.at(k) == "who"), 0)
    if who and line.at(who - 1) != "," and all(line.is_word(k) for k in range(who, last + 1)):
        # "Advisers who have run the numbers argue".
        outer = _phrase_before(line, who - 1, names)
        if outer and line.at(outer.head) not in PRONOUNS:
            return Phrase(first=outer.first, stop=last + 1, head=outer.head, type=outer.type)
    first = _without_adverbial(line, first, last)
    for k in range(last, first, -1):
        other = line.at(k - 1)
        within = other in PREPOSITIONS | _BEFORE_ARTICLE or not line.is_word(k - 1) or other.endswith("ing")
        if line.at(k) in ("the", "a", "an", "every") and not line.capital(k) and not within:
            # "Power the board likes to wield": another phrase begins.
            first = k
            break
    return phrase_at(line, first, last + 1, names) if first <= last else None


def _owns(line: SpeechLine, at: int) -> bool:
    """Return whether a mark is the possessive of a plural or a name in s: "Texas’ governor"."""
    return line.at(at) in ("'", "’") and line.at(at - 1).endswith("s") and line.is_word(at + 1)


def _opening(line: SpeechLine, closing: int) -> int:
    """Return where a short bracket opens, -1 where it does not."""
    near = range(closing - 1, max(0, closing - _BRACKET) - 1, -1)
    return next((k for k in near if line.at(k) == "("), -1)


def _stands_outside(line: SpeechLine, at: int, last: int, names: frozenset[str]) -> bool:
    """Return whether a token before a phrase is a mark or a word that belongs to no noun."""
    word = line.at(at)
    if line.quoted[at] or not (line.is_word(at) or word in _SIGNS or (word == "." and at < last)):
        return True
    if word == "and":
        return not _joins(line, at, names)
    if word in BOUNDARIES or word in ("he", "she", "they", "we", "i"):
        return True
    return is_auxiliary(word) and word not in ("can", "will", "may")


def _is_of_other_verb(line: SpeechLine, at: int, names: frozenset[str]) -> bool:
    """Return whether a word before a phrase is a verb, whose object or clause the phrase then is."""
    word = line.at(at)
    if at == 0 and word.endswith("ing") and reporting(word):
        # "Noting a film that".
        return True
    if line.capital(at):
        return False
    named = line.capital(at + 1) and not is_time(line.at(at + 1))
    if is_past(word) and named and (line.capital(at - 1) or (at and can_speak(line, at - 1, names))):
        # "Orr introduced Ms. Kent", "the report cheered Democrats".
        return True
    if is_finite_past(word) and line.at(at - 1) not in ARTICLES:
        # "It sent help to those": another verb's words.
        return True
    # "Like" reports only with "to" behind it.
    told = any(line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest) for r in reporting(word))
    return at > 0 and told and not _as_noun(line, at)


def _as_noun(line: SpeechLine, at: int) -> bool:
    """Return whether a word that may report is a noun there: "the report", "his claim"."""
    word = line.at(at)
    return (
        line.at(at - 1) in ARTICLES
        or line.at(at - 1).endswith("'s")
        or is_person(word)
        or is_body(word)
        or line.at(at + 1) == "like"
        or (
            # "A federal appeals court".
            not line.capital(at + 1) and is_body(line.at(at + 1))
        )
    )


def _joins(line: SpeechLine, at: int, names: frozenset[str]) -> bool:
    """Return whether "and" joins two sources rather than two clauses."""
    after = line.at(at + 1)
    return at > 0 and can_speak(line, at - 1, names) and after not in PRONOUNS and not reporting(after)


def _is_first_name(line: SpeechLine, at: int) -> bool:
    """Return whether a month is a person's first name: "August Orr said"."""
    named = line.at(at) in _MONTHS_TOO and line.capital(at) and line.capital(at + 1)
    return named and line.at(at - 1) not in PREPOSITIONS and not is_person(line.at(at + 1))


def _without_adverbial(line: SpeechLine, first: int, last: int) -> int:
    """Return where the subject begins behind "On Monday" or "Last week" without a comma."""
    while first < last and (
        (is_time(line.at(first)) and not _is_first_name(line, first))
        or is_adverb(line.at(first))
        or line.at(first) in ("and", "-")
    ):
        if line.at(first) == "this" and not is_time(line.at(first + 1)):
            break
        first += 1
    if line.at(first) == "with":
        return first + 1
    about = line.at(first) in ("about", "around", "over", "under") and is_number(line.at(first + 1))
    adjective = (
        line.at(first) in _ADJECTIVES and line.at(first + 1) not in ARTICLES and not line.capital(first + 1)
    )
    if line.at(first) in PREPOSITIONS and not (about or adjective):
        articles = [
            k for k in range(first + 2, last) if line.at(k) in ARTICLES and line.at(k - 1) not in PREPOSITIONS
        ]
        if articles:
            return articles[-1]
        at = first + 1
        while at < last and (is_time(line.at(at)) or line.at(at)[:1].isdigit()):
            at += 1
        return at if at > first + 1 else last if line.capital(last) else last + 1
    return first
