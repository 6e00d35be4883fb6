"""What looks like a report and tells nobody's words: nouns, participles, what was not said."""

from __future__ import annotations

from compare.model import SourceType
from compare.text.en import word_set
from compare.text.speech.line import Phrase, SpeechLine, is_time
from compare.text.speech.phrases import PREPOSITIONS
from compare.text.speech.reporting import (
    Form,
    Frame,
    Reporting,
    reporting,
    reporting_noun,
)
from compare.text.speech.speakers import is_body, is_document, is_person
from compare.text.speech.who import (
    HEARER,
    MEANS_REACH,
    NOUN_TOO,
    PARTICIPLE_JOINTS,
    RELATIVES,
    Cue,
)
from compare.text.syntax import (
    PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_past,
    pronoun_of,
    verb_at,
)

_ARTICLES = frozenset("the a an his her its their our my".split())
_NOUN_BEFORE = _ARTICLES | word_set("speech.unreported.noun_before")
_BEHIND_NOUNS = word_set("speech.unreported.behind_nouns") | frozenset(("",))
_PLURALS = word_set("speech.unreported.plurals")
_QUANTIFIERS = frozenset("many some most few several these those both".split())
_COUNTS = _QUANTIFIERS | frozenset(
    "number percent dozens scores hundreds thousands three-fourths two-thirds".split()
)
_COMPOUNDS = frozenset("call charge claim report attack protest project estimate rule".split())
# What was not said, or only might be, is nobody's statement.
_POSSIBLE = frozenset("can could might may must should".split())
_HELD = frozenset("support oppose back endorse".split())
_THESE = frozenset("those these all".split())
_CALLED_AWAY = frozenset("up out off in back home forth away".split())
_OBJECTS = frozenset("that what which".split())
_NOT = frozenset("not never cannot hardly".split())
_HELD_NOT = word_set("speech.unreported.held_not")
_HAVING = frozenset("have has had having".split())
_UNSAID = frozenset("not never cannot could might should can may must would hardly".split())
_DID = frozenset(("do", "does", "did"))
_BEHIND_STATES = frozenset("like to and or".split())


def is_noun(cue: Cue) -> bool:
    """Return whether a word that may be a verb is a noun or adjective here, or an infinitive of nobody's."""
    line, at = cue.line, cue.at
    to_it = cue.reading.form is Form.BASE and line.at(at - 1) == "to" and line.at(cue.group) == "to"
    return to_it or _is_noun_behind(cue) or _is_noun_before(line, at, cue.reading)


def _is_noun_behind(cue: Cue) -> bool:
    """Return whether the word before makes it a noun or adjective: "his claim", "in disputed waters"."""
    line, at, form = cue.line, cue.at, cue.reading.form
    before, alone = line.at(at - 1), cue.group == cue.at
    possessive = before.endswith("'s") and not pronoun_of(before)
    # "A spokesman for her said".
    whose = before == "her" and form is Form.PAST and line.at(at - 2) in PREPOSITIONS
    if (before in _ARTICLES and not whose) or possessive or (form is Form.PARTICIPLE and alone):
        return True
    if form is Form.PAST:
        return alone and (before in PREPOSITIONS | _THESE or _is_gerund(line, at - 1))
    if form not in (Form.BASE, Form.PRESENT):
        return False
    return (
        before in _NOUN_BEFORE
        or (form is Form.PRESENT and before in _QUANTIFIERS)
        or (before in _HAVING and line.at(at).endswith("s"))
    )


def _is_noun_before(line: SpeechLine, at: int, reading: Reporting) -> bool:
    """Return whether the word behind makes it a noun, or no report: "its advocates feared", "called up"."""
    after = line.at(at + 1)
    verb = verb_at(line.lower, at + 1)
    acts = verb_at(line.lower, at + 2) or is_past(line.at(at + 2)) if is_adverb(after) else verb
    if is_person(line.at(at)) and (acts or reporting(after) or after in PREPOSITIONS):
        return True
    if reading.rest:
        return False
    if reading.lemma == "read" and is_document(line.at(at - 1)):
        return False
    if reading.lemma == "state" and reading.form is Form.BASE and after != "that":
        # "Several big state enterprises".
        return True
    if line.at(at) == "states" and (after in PREPOSITIONS or after in _BEHIND_STATES or is_auxiliary(after)):
        # "Republican states like Ohio", "the states to act".
        return True
    if (
        reading.form is Form.PRESENT
        and line.at(at) in NOUN_TOO
        and is_past(after)
        and not is_auxiliary(after)
    ):
        # "Violate new rules passed in May".
        return True
    if reading.form is Form.PRESENT and (pronoun_of(after) or after in ("it's", "there's")):
        # "The paper reports it’s unclear".
        return False
    if (reading.lemma == "call" and after in _CALLED_AWAY) or (
        reading.lemma == "back" and after in PREPOSITIONS | _BEHIND_NOUNS
    ):
        return True
    if reading.form is Form.PRESENT and _opens_clause_soon(line, at) and line.capital(at - 1):
        # "Orr reports from the pier that it is closed".
        return False
    another = after.endswith("s") and after in NOUN_TOO and line.at(at + 2) in ("for", "to")
    return line.at(at) in NOUN_TOO and (after in _BEHIND_NOUNS or verb or another)


def _opens_clause_soon(line: SpeechLine, at: int) -> bool:
    """Return whether "that" follows an adverbial behind a verb: "reports from the pier that"."""
    near = range(at + 2, min(len(line), at + MEANS_REACH))
    return any(line.at(k) == "that" and all(line.is_word(j) for j in range(at, k)) for k in near)


def _is_gerund(line: SpeechLine, at: int) -> bool:
    word = line.at(at)
    return len(word) > 5 and word.endswith("ing") and not (line.capital(at) or is_body(word) or is_time(word))


def is_unsaid(between: set[str], reading: Reporting, *, regarded: bool) -> bool:
    """Return whether the verb's group says that nothing was said: "has not endorsed", "might say"."""
    if reading.frame is Frame.THINKS and reading.lemma not in _HELD_NOT and not regarded:
        # "Did not see a gun", "does not know"; but what one does not believe or want is a view.
        return bool(between & (_POSSIBLE | _NOT)) or any(word.endswith("n't") for word in between)
    if reading.frame is Frame.THINKS or (reading.frame is Frame.SHOWS and reading.lemma not in _SHOWN):
        return bool(between & _POSSIBLE)
    if reading.lemma in _HELD:
        # "Would support it" tells what somebody thinks of it.
        between = between - {"would"}
    return bool(between & _UNSAID) or any(word.endswith("n't") for word in between)


def is_plural(line: SpeechLine, source: Phrase) -> bool:
    """Return whether a source names many, so that a verb's base form may follow: "two in five say"."""
    head = line.at(source.head)
    if head.isdigit() or head == "%" or {line.at(source.first), line.at(source.first + 1)} & _COUNTS:
        return True
    return (
        head in _PLURALS
        or (head.endswith("s") and not head.endswith("ss"))
        or head.endswith(("men", "people"))
        or line.at(source.first) in ("some", "many", "most", "few", "both")
        or any(line.at(k) == "and" for k in range(source.first, source.stop))
    )


def _is_reduced(line: SpeechLine, stop: int, reading: Reporting, source: Phrase) -> bool:
    """Return whether a past form is a participle behind its noun: "a man accused of", "a plan backed by"."""
    after = line.at(stop)
    if after == "by":
        return True
    if source.first > 1 and line.at(source.first - 1) in RELATIVES:
        # "Growth that analysts attributed to mediators".
        return False
    if reading.frame in (Frame.JUDGES, Frame.URGES, Frame.LABELS) and not reading.rest:
        return after in ("of", "to", "as", "in", "with", "at", "on", "from")
    return False


def _names_a_thing(line: SpeechLine, at: int, source: Phrase) -> bool:
    """Return whether a word as "charges" is a noun with others: "corruption charges", "police reports"."""
    if line.at(at).rstrip("s") not in _COMPOUNDS:
        return False
    head = line.at(source.head)
    bare = source.first == source.head and not line.capital(source.head) and head not in PRONOUNS
    return source.head != at - 1 or (bare and not head.endswith("s"))


_SHOWN = frozenset(
    "prove show demonstrate suggest indicate imply reveal underscore underline highlight signal".split()
)
# A document does none of these, whoever wrote it may.
_FELT = frozenset("hope want wish fear worry know love hate dislike regret resent wonder".split())
_MODIFYING = frozenset("defend discuss back list welcome attack support oppose".split())


def is_no_report(cue: Cue, source: Phrase, *, inverted: bool) -> bool:
    """Return whether source and verb tell no words: "it proves", "corruption charges", "a man accused"."""
    line, reading = cue.line, cue.reading
    if line.at(source.head) == "it" and reading.lemma in _SHOWN:
        return True
    thing = is_document(line.at(source.head)) and not line.capital(source.head)
    if (reading.lemma in _FELT or reading.lemma == "deny") and thing:
        return True
    after = line.at(cue.stop)
    if (
        reading.lemma == "call"
        and not reading.rest
        and after in ("him", "her", "them", "us", "me")
        and line.at(cue.stop + 1) == "to"
    ):
        # "Called him to say".
        return True
    if after == "nothing" or (reading.lemma == "call" and after.isdigit()):
        # "Said nothing of it", "called 911".
        return True
    pleaded = reading.lemma == "plead" and line.at(cue.at + 1) not in ("that", "for")
    if pleaded and not any(line.quoted[cue.at + 1 : cue.at + 2]):
        # "Pleaded not guilty".
        return True
    modifies = line.is_word(cue.group - 1) and line.at(cue.group - 1) not in PARTICIPLE_JOINTS
    thing = not line.capital(cue.stop) and line.at(cue.stop) not in _ARTICLES | PRONOUNS | {
        "it",
        "him",
        "them",
    }
    modifying = reading.lemma in _MODIFYING or (reading.frame is Frame.LABELS and thing)
    if reading.form is Form.ING and not cue.going_on and modifying and modifies:
        # "Lawyers defending the act", "senators discussing roads": who they are, no words of theirs.
        return True
    if line.at(0) == "had" and source.first == 1:
        # "Had he pledged it".
        return True
    if reading.lemma == "report" and line.at(cue.stop) == "on" and reading.form is Form.ING:
        return True
    called = line.at(cue.at - 1) == "," and "by" in line.lower[cue.stop : cue.stop + HEARER]
    if reading.frame is Frame.LABELS and reading.form is Form.PAST and called:
        # "Their boat, called Amy by the crew".
        return True
    if line.at(source.first - 1) == "whether" or (line.at(source.first - 1) == "if" and _is_view(reading)):
        # "Was asked whether he supported it".
        return True
    near = range(cue.stop, cue.stop + 4)
    people = any(is_person(line.at(k)) and not line.capital(k) for k in near)
    if reading.lemma == "dismiss" and people and not any(reporting_noun(line.at(k)) for k in near):
        # "Dismissed the six workers".
        return True
    indefinite = line.at(source.first) in ("a", "an") and source.type is SourceType.UNNAMED
    if indefinite and reading.frame is Frame.THINKS and reading.form is Form.PRESENT:
        # "A good captain knows the harbour".
        return True
    if line.at(source.first - 1) in _HAVING | _DID and line.at(source.first - 2) in ("neither", "nor"):
        return True
    if reading.lemma == "project" and line.at(cue.stop) == "to":
        return True
    if reading.lemma == "encourage" and "to" not in line.lower[cue.stop : cue.stop + HEARER]:
        # "Encourages trade by holding fairs" tells no words.
        return True
    document = is_document(line.at(cue.at)) and line.at(cue.group - 1) not in PARTICIPLE_JOINTS
    if reading.form is Form.ING and not cue.going_on and document:
        # "A court ruling that".
        return True
    if inverted:
        return False
    object_ = line.at(source.first - 1) in _OBJECTS and not any(
        map(reporting, line.lower[: source.first - 1])
    )
    if object_ and reading.frame is Frame.THINKS and _is_infinitive(line, cue.stop) and source.first > 1:
        # "The changes that Kent plans to announce are small": of them nothing is told.
        return True
    if cue.group == cue.at and _names_a_thing(cue.line, cue.at, source):
        return True
    return cue.reading.form is Form.PAST and _is_reduced(cue.line, cue.stop, cue.reading, source)


def _is_view(reading: Reporting) -> bool:
    return reading.frame in (Frame.THINKS, Frame.JUDGES)


def _is_infinitive(line: SpeechLine, stop: int) -> bool:
    return "to" in (line.at(stop), line.at(stop - 1))
