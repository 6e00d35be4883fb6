"""Whether a word that may report somebody's words does so where it stands."""

from __future__ import annotations

from compare.text.speech.groups import pronoun_of
from compare.text.speech.line import Line
from compare.text.speech.phrases import PREPOSITIONS, Phrase
from compare.text.speech.reporting import Form, Frame, Reporting, reporting
from compare.text.speech.speakers import PRONOUNS, is_body, is_person
from compare.text.verbs import verb_at

_ARTICLES = frozenset("the a an his her its their our my".split())
_NOUN_BEFORE = _ARTICLES | frozenset(
    """no any this such of for in on by with from new other another every each more recent public first last
    initial""".split()
)
# Forms that are as often nouns: a preposition, a verb or the end behind them tells.
NOUN_TOO = frozenset(
    """attacks protests reports claims charges warnings estimates projects notes states comments remarks
    answers
    calls demands promises pledges fears doubts hopes suspects objects shows labels brands terms questions
    complaints requests presses posts reads forecasts details support
    ruling warning finding showing reading briefing
    blogs tweets values accounts reasons counters objects""".split()
)
_BEHIND_NOUNS = frozenset(
    "like such in on against of from with by at over after between about , .".split()
) | frozenset(("",))
_PLURALS = frozenset(
    """they who people men women police many some most others both few children staff media press data
    crew""".split()
)
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
_HAVING = frozenset("have has had having".split())
_UNSAID = frozenset("not never cannot could might should can may must would hardly".split())
RELATIVES = frozenset("that which whom who what".split())


def is_noun(line: Line, at: int, reading: Reporting, group: int) -> bool:
    """Return whether a word that may be a verb is a noun or adjective here, or an infinitive of nobody's."""
    before = line.at(at - 1)
    possessive = before.endswith("'s") and not pronoun_of(before)
    if before in _ARTICLES or possessive or (reading.form is Form.PARTICIPLE and group == at):
        return True
    if reading.form in (Form.BASE, Form.PRESENT) and before in _NOUN_BEFORE:
        return True
    if reading.form is Form.PRESENT and before in _QUANTIFIERS:
        return True
    if reading.form in (Form.BASE, Form.PRESENT) and before in _HAVING and line.at(at).endswith("s"):
        return True
    if (
        reading.form is Form.PAST
        and group == at
        and (before in PREPOSITIONS | _THESE or _is_gerund(line, at - 1))
    ):
        # "In disputed waters".
        return True
    after = line.at(at + 1)
    if is_person(line.at(at)) and (verb_at(line.lower, at + 1) or reporting(after) or after in PREPOSITIONS):
        # "Its advocates feared".
        return True
    if reading.lemma == "call" and not reading.rest and after in _CALLED_AWAY:
        # "Called up to the stage".
        return True
    if (
        line.at(at) in NOUN_TOO
        and not reading.rest
        and (
            after in _BEHIND_NOUNS
            or verb_at(line.lower, at + 1)
            or (after.endswith("s") and after in NOUN_TOO and line.at(at + 2) in ("for", "to"))
        )
    ):
        return True
    return reading.form is Form.BASE and before == "to" and line.at(group) == "to"


def _is_gerund(line: Line, at: int) -> bool:
    word = line.at(at)
    return len(word) > 5 and word.endswith("ing") and not line.capital(at) and not is_body(word)


def is_unsaid(between: set[str], reading: Reporting) -> bool:
    """Return whether the verb's group says that nothing was said: "has not endorsed", "might say"."""
    if reading.frame in (Frame.THINKS, Frame.SHOWS):
        return bool(between & _POSSIBLE)
    if reading.lemma in _HELD:
        # "Would support it" tells what somebody thinks of it.
        between = between - {"would"}
    return bool(between & _UNSAID) or any(word.endswith("n't") for word in between)


def is_plural(line: Line, source: Phrase) -> bool:
    """Return whether a source names many, so that a verb's base form may follow: "two in five say"."""
    head = line.at(source.head)
    if head.isdigit() or {line.at(source.first), line.at(source.first + 1)} & _COUNTS:
        return True
    return (
        head in _PLURALS
        or (head.endswith("s") and not head.endswith("ss"))
        or head.endswith(("men", "people"))
        or line.at(source.first) in ("some", "many", "most", "few", "both")
        or any(line.at(k) == "and" for k in range(source.first, source.stop))
    )


def is_reduced(line: Line, stop: int, reading: Reporting, source: Phrase) -> bool:
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


def names_a_thing(line: Line, at: int, source: Phrase) -> bool:
    """Return whether a word as "charges" is a noun with others: "corruption charges", "police reports"."""
    if line.at(at).rstrip("s") not in _COMPOUNDS:
        return False
    head = line.at(source.head)
    bare = source.first == source.head and not line.capital(source.head) and head not in PRONOUNS
    return source.head != at - 1 or (bare and not head.endswith("s"))
