"""Where the reported words stand: behind the reporting word or before it, and how far they reach."""

from __future__ import annotations

from compare.text.en import word_set
from compare.text.speech.line import SpeechLine, is_time
from compare.text.speech.phrases import ARTICLES
from compare.text.speech.reporting import Form, Frame, Reporting, reporting
from compare.text.syntax import (
    PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_finite_past,
    is_past,
    may_be_finite,
    pronoun_of,
    verb_after_subject,
)

_PLACING = word_set("speech.content.placing")
_TOPICAL = frozenset("of about for with over".split())
_TRAILING = frozenset((Frame.SAYS, Frame.TELLS, Frame.THINKS, Frame.SHOWS))
_HEARER_STOPS = word_set("speech.content.hearer_stops")
_HEARERS = frozenset("him her them us me it you reporters lawmakers viewers".split())
_NO_INFINITIVES = word_set("speech.content.no_infinitives")
# "Continued to perform" is an act; "continued: “…”" is not.
_QUOTING = frozenset("continue respond reply answer object protest read write".split())
_CLAUSE_OPENERS = frozenset("that how why whether what if who where when".split())
# A thing or a person follows these and "asked for", and may end before the sentence does.
_THINGS = frozenset((Frame.JUDGES, Frame.URGES, Frame.LABELS))
_NEW_SUBJECTS = PRONOUNS | frozenset("it the a there his her this".split())
# What is told of a thing behind a comma is the outlet's: "praised the plan, which cost a million".
_GOES_ON = word_set("speech.content.goes_on")
_NO_CONTENT = frozenset(("", ".", ")", "!", "?", "and", "or", "but"))
_DASHES = frozenset("— – --".split())
_CONTRASTS = frozenset("but while although though".split())
_ENDS = frozenset((".", ",", ";", ":", "-", "—", "–", "and", "?", "!"))
# An adverbial ("in a statement on Monday") or the name of a hearer is rarely longer.
_ADVERBIAL, _HEARER, _REGARDED, _ASIDE = 14, 10, 12, 9
_COMMENTS = word_set("speech.content.comments")
_TIMING = frozenset("just shortly right soon early late hours minutes moments days".split())
_AROUND = frozenset("before after around later in at on".split())
_TIME_REACH = 9
_BEHIND_VERB = frozenset("the a an his her its their down up off away back".split())
# "Said all four were safe": no adverb of the saying.
_OF_CONTENT = word_set("speech.content.of_content")
_WITH_INFINITIVE = frozenset("pledge promise vow threaten refuse agree swear demand".split())
_HAVING = frozenset(("has", "have", "had"))
_AS = frozenset("see consider know identify".split())


def behind(line: SpeechLine, first: int, reading: Reporting, *, document: bool) -> tuple[int, int] | None:
    """Return the content behind a reporting verb, None where it stands elsewhere.

    `document`: the source is one, and what it "shows" may be a thing: "polls show a close race".
    """
    at = _past_circumstances(line, first, reading)
    if at < 0 or line.at(at) in _NO_CONTENT or (reading.lemma in _QUOTING and line.at(at) == "to"):
        return None
    as_clause = _is_clause(line, at) or (document and reading.frame is Frame.SHOWS)
    seen = reading.lemma == "see" and reading.form in (Form.BASE, Form.PRESENT) and _is_seen(line, at)
    regarded = seen or (reading.lemma in _AS and _is_regarded(line, at))
    if reading.clausal and not as_clause and not regarded:
        return None
    if line.at(at) == "," and line.at(at + 1) in ("however", "though") and line.at(at + 2) == ",":
        at += 3
    if line.at(at) == ",":
        return _past_asides(line, at)
    if line.at(at) in (":", "–", "—"):
        at += 1
    if at >= len(line):
        return None
    said = until_end(line, at)
    if said and all(is_time(line.at(k)) or line.at(k) in ("late", "early", "on") for k in range(*said)):
        # "Her father said late Tuesday".
        return None
    thing = reading.frame in _THINGS or line.at(at) == "for"
    if said and (thing or reading.frame is Frame.THINKS) and not as_clause:
        said = _to_next_act(line, *said)
    return _to_new_clause(line, *said) if said and thing else said


def _past_circumstances(line: SpeechLine, first: int, reading: Reporting) -> int:
    """Return where content may begin behind adverbs, a hearer, a time and a place; -1 if nowhere."""
    at = first
    while is_adverb(line.at(at)) and line.at(at) not in _OF_CONTENT:
        at += 1
    if reading.frame is Frame.TELLS:
        hearer = _past_hearer(line, at, asks=reading.lemma == "ask")
        if hearer > at and line.at(hearer) == "to":
            # "Asked her to leave": what is asked, no hearer more.
            return hearer
        if line.at(hearer) == "," and line.at(hearer + 1) in ("which", "who"):
            # "Asked the crowd, which shouted “no”".
            return -1
        at = hearer
        if line.at(at) == "for":
            return at
    if reading.frame is Frame.SAYS and line.at(at) == "to" and line.at(at + 1) in _HEARERS:
        # "Confirmed to him that".
        at += 2
    elif reading.frame is Frame.SAYS and line.at(at) == "to" and line.capital(at + 1):
        # "Signalled to President Orr they are late".
        told = _past_hearer(line, at + 1)
        if line.at(told) == "that" or pronoun_of(line.at(told)) or line.at(told) in PRONOUNS:
            return told
    if reading.lemma in _WITH_INFINITIVE and line.at(at) == "to":
        return at
    if at >= 0 and reading.frame in (Frame.SAYS, Frame.TELLS, Frame.SHOWS):
        at = _past_adverbial(line, at)
    return at


def _past_asides(line: SpeechLine, comma: int) -> tuple[int, int] | None:
    """Return the quotation behind asides: "She announced on the radio, in a low voice, “…”"."""
    at = comma
    while line.at(at) == "," and not _is_quoted(line, at + 1):
        at = next((k for k in range(at + 1, min(len(line), at + _ASIDE)) if line.at(k) in (",", ".")), -1)
    return until_end(line, at + 1) if _is_quoted(line, at + 1) and line.at(at) == "," else None


def _is_quoted(line: SpeechLine, at: int) -> bool:
    return 0 < at < len(line) and line.quoted[at]


def _is_clause(line: SpeechLine, at: int) -> bool:
    """Return whether a clause or a quotation begins at a token, rather than the name of a thing."""
    if line.at(at) in ("just", "only", "not") and line.at(at + 1) in _CLAUSE_OPENERS:
        return True
    after = at + 1 if line.at(at) in (",", ":", "–", "—") else at
    if line.at(at) == ":" or (after < len(line) and line.quoted[after]):
        return True
    if line.at(at) == "to":
        # "Threatened to leave", but "responded to the pleas" and "objected to Kent".
        return not (
            line.capital(at + 1) or line.at(at + 1) in _NO_INFINITIVES or line.at(at + 1).endswith("s")
        )
    if line.at(at) == "that" and verb_after_subject(line.lower, at + 1) == -1 and _is_thing(line, at + 1):
        # "Rejected that argument and left".
        return False
    if line.at(at) in _CLAUSE_OPENERS or pronoun_of(line.at(at)):
        return True
    verb = verb_after_subject(line.lower, at)
    # "Showed no reaction as the foreman read it" shows a thing.
    return verb != -1 and "as" not in line.lower[at:verb]


def _is_thing(line: SpeechLine, at: int) -> bool:
    """Return whether a noun alone stands there, before a mark or a joint."""
    return line.is_word(at) and line.at(at + 1) in (".", ",", "and", "but", "")


def _is_regarded(line: SpeechLine, at: int) -> bool:
    """Return whether "as" tells how something is seen: "they see it as a chance"."""
    for k in range(at, min(len(line), at + _REGARDED)):
        if line.at(k) == "as" and k > at and line.at(k + 1) not in ("soon", "well", "long"):
            return True
        if not line.is_word(k) or line.at(k) in _CLAUSE_OPENERS:
            break
    return False


def _is_seen(line: SpeechLine, at: int) -> bool:
    """Return whether "see" tells what somebody expects: "economists see the rate falling"."""
    for k in range(at + 1, min(len(line), at + _REGARDED)):
        if line.at(k).endswith("ing") and not line.capital(k) and line.at(k - 1) not in ARTICLES:
            return True
        if not line.is_word(k) and line.at(k) not in _DASHES:
            break
    return False


def _to_new_clause(line: SpeechLine, first: int, stop: int) -> tuple[int, int]:
    """Return the content up to ", and": after a thing that was praised, somebody does something else."""
    for k in range(first + 1, stop - 1):
        if line.at(k) == "," and line.at(k + 1) in _GOES_ON and not line.quoted[k]:
            return first, k
    return first, stop


def _to_next_act(line: SpeechLine, first: int, stop: int) -> tuple[int, int]:
    """Return the content up to what its speaker does next: "wished them luck, stepped down and left"."""
    for k in range(first + 1, stop - 1):
        if line.quoted[k] or line.at(k) not in (",", "and", "but"):
            continue
        if is_finite_past(line.at(k + 1)) or (is_past(line.at(k + 1)) and line.at(k + 2) in _BEHIND_VERB):
            return first, k
    return first, stop


def ends_report(line: SpeechLine, at: int) -> bool:
    """Return whether a trailing "Kent said" ends there: at a mark, a time or an adverbial."""
    if line.at(at) in ("late", "early") and is_time(line.at(at + 1)):
        return True
    return line.at(at) in _PLACING or line.at(at) in ("", ".", ",", ")", "–", "—") or is_time(line.at(at))


def _past_hearer(line: SpeechLine, at: int, *, asks: bool = False) -> int:
    """Return where what is told begins: behind "reporters" in "told reporters that"; -1 if nowhere.

    `asks`: what is asked for is told too.
    """
    for k in range(at, min(len(line), at + _HEARER)):
        word = line.at(k)
        if word == "," and k > at and not line.quoted[k]:
            aside = next((j for j in range(k + 1, min(len(line), k + _ASIDE)) if line.at(j) == ","), -1)
            if aside > 0 and line.at(aside + 1) in ("that", "how", "why", "whether", "to"):
                # "Told Sen. Orr, R-Ohio, that".
                return aside + 1
        if line.quoted[k] or word in (",", ":", "."):
            return k
        if k == at and word in _HEARERS:
            return k + 1
        named = line.capital(k - 1) and line.capital(k + 1)
        if word == "for" and (asks or k == at) and not named:
            # "Asked the board for a delay".
            return k
        if k == at and word in ("not", "that", "to", "how", "why", "what", "whether", "if"):
            return k
        if k > at and word == "it" and line.at(k + 1) in _HEARER_STOPS | {"with"}:
            continue
        if asks and word == "that" and line.at(k - 1) in ("question", "questions"):
            return at
        if k > at and (word in _HEARER_STOPS or word in _NEW_SUBJECTS or pronoun_of(word)):
            return k
        if k > at and is_auxiliary(word):
            return max(at + 1, k - 1)
    return -1


def _past_adverbial(line: SpeechLine, at: int) -> int:
    """Return where content may begin behind "on Monday", "in a statement", "to reporters"."""
    last = line.at(at) in ("last", "this", "earlier")
    if (is_time(line.at(at)) and not last) or (last and is_time(line.at(at + 1))):
        while is_time(line.at(at)) or line.at(at)[:1].isdigit():
            at += 1
    if line.at(at) not in _PLACING:
        return _past_time(line, at)
    for k in range(at + 1, min(len(line), at + _ADVERBIAL)):
        word = line.at(k)
        if line.quoted[k] or word == ":" or (word == "that" and k > at + 1):
            return k
        if line.at(at) == "to":
            continue
        if word in (".", ","):
            return k
        if k > at + 1 and word in ("he", "she", "they", "it", "there", "we"):
            return k
    return at if line.at(at) in _TOPICAL or line.at(at) == "to" else len(line)


def _past_time(line: SpeechLine, at: int) -> int:
    """Return where "that" stands behind a time told at length: "wrote just before noon that"."""
    if line.at(at) not in _TIMING or line.at(at + 1) not in _AROUND:
        return at
    near = range(at + 2, min(len(line), at + _TIME_REACH))
    return next((k for k in near if line.at(k) == "that" and not any(line.quoted[at:k])), at)


def until_end(line: SpeechLine, first: int) -> tuple[int, int] | None:
    """Return the content from a token to where the reported words end."""
    depth, stop = 0, len(line)
    for k in range(first, len(line)):
        depth += (line.at(k) == "(") - (line.at(k) == ")")
        if depth < 0 or (k > first and _ends_at(line, k)):
            stop = k
            break
    return trimmed(line, first, stop)


def _ends_at(line: SpeechLine, k: int) -> bool:
    """Return whether somebody else's words or another report begin at a token."""
    if line.quoted[k]:
        return False
    word, after = line.at(k), line.at(k + 1)
    named = line.capital(k + 1) and line.capital(k + 2) and line.at(k + 4) == "who"
    if word == "and" and line.quoted[k - 1] and named:
        # "Called it “late” and Ann Orr, who".
        return True
    if word == "," and after in ("a", "an") and _comments(line, k + 2):
        return True
    if word == ";" or (line.quoted[k - 1] and line.at(k - 2) == "," and _is_trailing_participle(word)):
        # "What he called “easy,” noting that".
        return True
    if word in _DASHES and (after in _CONTRASTS or (after == "and" and line.capital(k + 2))):
        return True
    if word == ",":
        return after == "according" or after in _CONTRASTS or _is_trailing_participle(after)
    if word not in ("and", "but"):
        return False
    at = k + 1
    while line.at(at) in _HAVING or is_adverb(line.at(at)) or line.at(at) == "since":
        # "Has admitted it but has since denied the rest".
        at += 1
    after = line.at(at)
    if at > k + 1 and line.at(k + 1) in _HAVING and reporting(after):
        return True
    return any(r.form is Form.PAST and r.frame in _TRAILING for r in reporting(after))


def _comments(line: SpeechLine, at: int) -> bool:
    """Return whether the outlet calls what is told something: "to close it, a step that critics fear"."""
    near = range(at, at + 3)
    noun = next((k for k in near if line.at(k) in _COMMENTS), -1)
    return noun >= 0 and line.at(noun + 1) in ("that", "which", "critics", "of")


def _is_trailing_participle(word: str) -> bool:
    return any(r.form is Form.ING and r.frame in _TRAILING for r in reporting(word))


def to_comma(line: SpeechLine, first: int, stop: int) -> tuple[int, int]:
    """Return the content up to its first comma outside of quotation marks and brackets."""
    depth = 0
    for k in range(first + 1, stop):
        depth += (line.at(k) == "(") - (line.at(k) == ")")
        # "In Quell, Ohio, on Monday": a place goes on.
        placed = line.capital(k + 1) and line.at(k + 2) == ","
        placed = placed or (line.capital(k - 1) and line.at(k - 2) == ",")
        # "The House Trade, Ports and Roads panels".
        placed = placed or (line.capital(k - 1) and line.capital(k + 1) and line.at(k + 2) == "and")
        if line.at(k) == "," and not (depth or line.quoted[k] or placed):
            return first, k
    return first, stop


def leading(line: SpeechLine, stop: int) -> tuple[int, int] | None:
    """Return the statement before a trailing source: all that stands before its comma or quotation's end."""
    at = stop - 1
    if at < 1 or not (line.quoted[at] or line.at(at) in (",", "–", "—", "?", "!")):
        return None
    first = next((k + 1 for k in range(at - 1, 0, -1) if line.at(k) == ";" and not line.quoted[k]), 0)
    if not has_verb(line, first, at):
        # The last part of a list: "two men; and a woman, 27, Kent said".
        first = 0
    return trimmed(line, first, at + 1)


def trimmed(line: SpeechLine, first: int, stop: int) -> tuple[int, int] | None:
    """Return the tokens without the marks and joining words at their edges, None if no word is left."""
    while stop > first and not line.quoted[stop - 1] and line.at(stop - 1) in _ENDS:
        stop -= 1
    while first < stop and line.at(first) in (",", ";", ":", ")", "."):
        first += 1
    return (first, stop) if any(line.is_word(k) for k in range(first, stop)) else None


def has_verb(line: SpeechLine, first: int, stop: int) -> bool:
    """Return whether some word there may be a finite verb."""
    return any(may_be_finite(line.at(k)) or line.at(k).endswith("s") for k in range(first, stop))
