"""Every kind of finding and of remark: what outputs call it, in which order, how heavy it is, what to do.

Nothing else lists kinds for output: a kind that gets a row here is in every edition that needs no more than
quotations and a reason. Names are those of the JSON, written out, since a help page has no time to import
the model (80 ms, this module 3); tests/test_kinds.py holds the two to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Finding

# -------------------------------------------------------------------------------------------- findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of finding, as outputs that go through all kinds show it."""

    tag: str
    """Its name in JSON, CSV and a batch's summary."""
    letter: str
    """Numbers that pages print begin with it: S3."""
    rank: int
    """Where it stands in a list for editors, who see first what they must."""
    heading: str
    lead: str = ""
    noun: str
    plural: str
    label: str = ""
    """What a screen reader says of its numbers; the noun where this is empty."""
    tab: int = 0
    """Its place among the buttons of the HTML edition, 0 for none."""
    button: str = ""
    part: str = ""
    """The class of its rows and numbers in the HTML edition."""
    mark: str = ""
    """The class of its words in the HTML edition's texts."""
    column: str = ""
    """Its heading in the table that ends a batch; empty for kinds that have no column there."""
    title: str = ""
    """The title of its section on pages, for kinds of which no more is told than reasons and quotations."""
    title_lead: str = ""
    row: bool = True
    """Pages have a numbered row for each; others are told with what they belong to."""
    articles: int | None = None
    """How many texts the spans of one finding are about, where that is sure."""
    single: str = ""
    """A name for messages, for kinds whose findings have one span each."""


SHARED_FACT = Kind(
    tag="shared-fact",
    letter="S",
    rank=4,
    heading="Shared facts",
    lead="Both texts say this; that does not make it true.",
    noun="shared fact",
    plural="shared facts",
    tab=1,
    button="Shared facts",
    part="shared",
    column="shared",
)
CLAIM = Kind(
    tag="claim",
    letter="U",
    rank=5,
    heading="Only in {}",
    lead="Not found in {}.",
    noun="claim",
    plural="claims",
    label="found in one text only",
    tab=6,
    button="In one text only",
    part="only",
    mark="only",
    column="one only",
    single="a claim",
)
DISCREPANCY = Kind(
    tag="discrepancy",
    letter="D",
    rank=1,
    heading="Where they differ",
    noun="discrepancy",
    plural="discrepancies",
    tab=2,
    button="Discrepancies",
    part="differ",
    mark="value",
    column="differ",
)
TENSION = Kind(
    tag="tension",
    letter="T",
    rank=2,
    heading="Within one text",
    lead="Places that sit uneasily together.",
    noun="question",
    plural="questions",
    label="question within one text",
    tab=5,
    button="Questions",
    part="question",
    mark="question",
    title="Questions within one text",
    title_lead="Places of one text that sit uneasily together. A question, not a finding of error.",
    articles=1,
)
FRAMING_PAIR = Kind(
    tag="framing-pair",
    letter="F",
    rank=3,
    heading="How each words it",
    noun="contrast of wording",
    plural="contrasts of wording",
    tab=3,
    button="Wording",
    part="framing",
    mark="frame",
    column="framing",
    articles=2,
)
FRAMING_CUE = Kind(
    tag="framing-cue",
    letter="C",
    rank=6,
    heading="Single wordings",
    noun="single wording",
    plural="single wordings",
    tab=4,
    button="Single wordings",
    part="wording",
    mark="cue",
    single="a cue",
)
ATTRIBUTION = Kind(
    tag="attribution",
    letter="Q",
    rank=7,
    heading="Who says so",
    noun="attribution",
    plural="attributions",
    tab=7,
    button="Who speaks",
    part="speaker",
    row=False,
    single="an attribution",
)
PLACEMENT = Kind(
    tag="placement",
    letter="P",
    rank=8,
    heading="Place in the texts",
    noun="placement",
    plural="placements",
    row=False,
)

TOLD_NEARBY = Kind(
    tag="told-nearby",
    letter="N",
    rank=9,
    heading="Told nearby",
    noun="statement told nearby",
    plural="statements told nearby",
    row=False,
)

FIGURE = Kind(
    tag="figure",
    letter="G",
    rank=10,
    heading="Figures that agree",
    noun="figure",
    plural="figures",
    row=False,
)

FACT = Kind(
    tag="fact",
    letter="E",
    rank=11,
    heading="What they tell, together",
    lead="Several texts say this; that does not make it true. Near copies of each other count as one.",
    noun="fact of several texts",
    plural="facts of several texts",
    row=False,
)
VALUE_ROW = Kind(
    tag="value-row",
    letter="V",
    rank=12,
    heading="Values beside each other",
    lead="What all texts give for one thing, by their dates where these differ.",
    noun="row of values",
    plural="rows of values",
    row=False,
)
WORDING_ROW = Kind(
    tag="wording-row",
    letter="W",
    rank=13,
    heading="How all word it",
    lead="One thing in the words of each text. A choice of words is no evidence of intent.",
    noun="row of wordings",
    plural="rows of wordings",
    row=False,
)

KINDS = (
    SHARED_FACT,
    CLAIM,
    DISCREPANCY,
    TENSION,
    FRAMING_PAIR,
    FRAMING_CUE,
    ATTRIBUTION,
    PLACEMENT,
    TOLD_NEARBY,
    FIGURE,
    FACT,
    VALUE_ROW,
    WORDING_ROW,
)
"""In the order of a summary's columns."""
OVER_ALL = (FACT, VALUE_ROW, WORDING_ROW)
"""What three texts and more are told by, before all else."""
UNLISTED = (TOLD_NEARBY, FIGURE)
"""For those who work on the data: readers have the links, and a table of figures."""
RANKED = tuple(sorted(KINDS, key=lambda kind: kind.rank))
TABS = tuple(sorted((kind for kind in KINDS if kind.tab), key=lambda kind: kind.tab))
_BY_TAG = {kind.tag: kind for kind in KINDS}


def kind_of(finding: Finding) -> Kind:
    """Return the row of a finding's kind."""
    return _BY_TAG[str(finding.__struct_config__.tag)]


# -------------------------------------------------------------------------------- differences, wordings


class Severity(StrEnum):
    """What an editor should do about a remark: settle it, look into it, or know it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = tuple(Severity)
"""The heaviest first."""

CONFLICT = "conflict"
STATES = {
    CONFLICT: "conflict",
    "later-count": "later count",
    "other-measure": "another measure",
    "other-source": "another source",
    "worded-differently": "worded differently",
    "more-or-less-precise": "more or less precise",
    "in-one-only": "in one text only",
}
"""How two passages differ, in the order of a report: what an editor must see comes first."""
QUESTIONS = {
    "later-count": "Is the draft’s figure the latest? Say of which day it is.",
    "other-measure": "Does the draft say what its figure measures?",
    "other-source": "Whose count does the draft give? Name the source.",
    "worded-differently": "Does the draft’s wording say what is meant?",
    "more-or-less-precise": "Is the degree of precision meant?",
    "in-one-only": "Add it, or leave it out?",
}
"""What a memo asks about a difference that is no conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceKind:
    """A type of discrepancy. A conflict is an error, any other a note, but for the states in `warns`."""

    words: str
    conflict: str
    """What a memo suggests about a conflict, and about the states in `warns`."""
    otherwise: str = ""
    """What it suggests where there is none; that of the state where this is empty."""
    warns: frozenset[str] = frozenset()


DIFFERENCES = {
    "number": DifferenceKind(
        words="number",
        conflict="Check the figure and its time at the source. Which count does the draft give?",
    ),
    "date": DifferenceKind(words="date", conflict="Check the day at the source."),
    "name": DifferenceKind(words="name", conflict="Check the name at the source."),
    "negation": DifferenceKind(
        words="yes or no", conflict="Check whether it was so; one text says that it was not."
    ),
    "degree": DifferenceKind(words="degree", conflict="Check how far it goes: all, most or some?"),
    "legal-status": DifferenceKind(
        words="legal status",
        conflict="Check the status with the court or the authority.",
        otherwise="Check the status: suspected, accused, charged or convicted? Does the wording keep to it?",
        warns=frozenset(STATES),
    ),
    "quotation": DifferenceKind(
        words="quoted words",
        conflict="Check the words against the recording or the transcript.",
        warns=frozenset({"worded-differently"}),
    ),
    "actor": DifferenceKind(words="who did it", conflict="Check who did it."),
    "source": DifferenceKind(
        words="who says so",
        conflict="Check who says so.",
        otherwise="Who says so? The other text names a source; name one here?",
    ),
}
CUES = {
    "metaphor": "metaphor",
    "loaded": "loaded wording",
    "euphemism": "euphemism",
    "intensifier": "intensifier",
    "hedge": "hedge",
    "scare-quotes": "quotation marks of distance",
    "agentless-passive": "passive without a doer",
}
ASK_OF_A_CUE = "Is this wording meant?"

# --------------------------------------------------------------------------------------------- remarks


class Concern(StrEnum):
    """What a remark is about where that is no type of discrepancy and no wording: a row each.

    Each has a name for `--fail-on`, and for the memo its words and its advice.
    """

    severity: Severity
    words: str
    advice: str

    def __new__(cls, tag: str, severity: Severity, words: str, advice: str) -> Concern:
        """Return the name with what belongs to it."""
        made = str.__new__(cls, tag)
        made._value_ = tag
        made.severity, made.words, made.advice = severity, words, advice
        return made

    SUPERLATIVE = (
        "superlative",
        Severity.WARNING,
        "superlative, no source",
        "Who says so? Name the source, or the measure: place and period.",
    )
    UNNAMED_SOURCE = (
        "unnamed-source",
        Severity.WARNING,
        "unnamed plural",
        "Who, and how many? Name them, or say why they are not named.",
    )
    NO_SOURCE = "no-source", Severity.NOTE, "nobody named", "Who says so? Name the source."
    CLOSE_WORDING = "close-wording", Severity.WARNING, "close wording", "Check for a common source."
    TENSION = "tension", Severity.WARNING, "within the draft", "Do both hold? Check one against the other."
    FRAMING = "framing", Severity.NOTE, "two wordings", "Is this wording meant?"
    PLACEMENT = "placement", Severity.NOTE, "place in the text", "Is its place in the draft meant?"
    UNDATED_TIME = "undated-time", Severity.NOTE, "time without a day", "Give the day."
    TENSE = "tense", Severity.NOTE, "tense and date", "Has it happened by now? Check the day."
    LONG_SENTENCE = "long-sentence", Severity.NOTE, "long sentence", "Could it be two sentences?"
    MISSING = "missing", Severity.NOTE, "not in the draft", "Check it. Add, or leave out?"
    ONLY = "only", Severity.NOTE, "only in the draft", "What does it rest on?"
    SHARED_RUN = "shared-run", Severity.NOTE, "close wording", "Check for a common source."


CONCERNS = {concern.value: concern for concern in Concern}
GIVE_THE_DATE = "Give the day, or the draft its date."
"""What a memo suggests about time words where the draft's file has no date at all."""
ASKED = (Concern.MISSING, Concern.ONLY, Concern.SHARED_RUN)
"""Of which two texts have dozens: a check has them where `--fail-on` names them, the memo always."""
NAMES = (*DIFFERENCES, *Concern, *CUES, *STATES)
"""All that `--fail-on` may name beside severities."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "word"), count(2, "word"), count(2, "only match", "only matches")
    ('1 word', '2 words', '2 only matches')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
