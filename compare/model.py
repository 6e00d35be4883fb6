"""Every data type that the stages hand on; no behaviour beyond invariants.

All offsets are half-open and count code points of the article's decoded text, front matter included.
All scores are 0-100. A comparison encodes to JSON as it stands: field names here are the keys there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

import msgspec

# ---------------------------------------------------------------------------------------------- record


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every type here: immutable, slotted, keyword-only, strict about its fields."""


class Extent(Record, frozen=True):
    """A stretch of one text whose article is known from where it stands: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that is empty or runs backwards.

        Raises:
            ValueError: if `end` is not past `start`, or `start` is negative.
        """
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of text: {self.start} to {self.end}")


class Span(Extent, frozen=True):
    """A stretch of a labelled article's text, quotable as it stands."""

    article: str


# -------------------------------------------------------------------------------------------- articles


class FurnitureKind(StrEnum):
    """What a set-aside stretch of an article's file is."""

    FRONT_MATTER = "front-matter"
    SECTION = "section-label"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATE = "date-line"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    SPEAKER = "speaker-label"
    CAPTION = "caption"
    SUMMARY = "summary"
    CORRECTION = "correction"
    END_MATTER = "end-matter"
    PROMOTION = "promotion"
    COMMENTS = "comments"
    TAGS = "tags"
    MARKUP = "markup"


class Furniture(Extent, frozen=True):
    """A stretch that is printed with the article but is none of its sentences."""

    kind: FurnitureKind


class Sentence(Extent, frozen=True):
    """A numbered sentence: `A9` is the ninth of article A.

    `clauses` cover the sentence in order without overlap (white space and joining punctuation between them
    excepted); a sentence that does not divide has one clause, itself.
    """

    id: str
    paragraph: int
    clauses: tuple[Extent, ...]


class Origin(Record, frozen=True):
    """Where an article's text came from: the file's name without its folder, and what was decoded."""

    name: str
    sha256: str
    """That of the file's bytes."""
    encoding: str
    text_sha256: str
    """That of the decoded text, so that a comparison whose text was edited is noticed."""


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits; lone surrogates count as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(Record, frozen=True):
    """One text, decoded, with what was recognised in it. `None` means that the file does not say."""

    label: str
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    """ISO date (YYYY-MM-DD) of publication."""
    language: str | None
    """A code: that which the user or the file gave, else that of the language as which the text reads.

    None where it reads as none that is known, or as more than one.
    """
    origin: Origin
    text: str
    furniture: tuple[Furniture, ...]
    sentences: tuple[Sentence, ...]


# ------------------------------------------------------------------------------------------- alignment


class Relation(StrEnum):
    """How alike two linked passages are told."""

    NEAR_VERBATIM = "near-verbatim"
    REWORDED = "reworded"
    PARTIAL = "partial"


class Tier(StrEnum):
    """How sure a link is: told by both, or worth a look, which counts as nothing."""

    SURE = "sure"
    PERHAPS = "perhaps"


class Counterpart(Record, frozen=True):
    """A word of one passage and the word that stands for it in the other, and how near they are, 0-100."""

    words: tuple[str, str]
    nearness: float


class Link(Record, frozen=True):
    """Two passages, one an article, that report the same thing, and why we say so.

    `score` (how alike) and `certainty` (how sure that one fact is told) are recomputed from `parts` by the
    rule's printed weights. `differing` are the words of either
    passage that found no counterpart in the other, neighbours merged; `shared` are the words that did.
    """

    id: str
    spans: tuple[Span, Span]
    sentences: tuple[str, str]
    relation: Relation
    tier: Tier
    score: float
    certainty: float
    parts: Mapping[str, float]
    shared: tuple[Counterpart, ...]
    differing: tuple[Span, ...]
    rule: str
    why: str


# -------------------------------------------------------------------------------------------- findings


class Voice(StrEnum):
    """Whose words a quoted stretch is."""

    OUTLET = "outlet"
    NAMED_SOURCE = "named-source"
    UNNAMED_SOURCE = "unnamed-source"
    QUOTATION = "quotation"
    INTERVIEWER = "interviewer"


class ClaimType(StrEnum):
    """What sort of thing a claim found in one text only is."""

    STATEMENT = "statement"
    ATTRIBUTED = "attributed"
    JUDGEMENT = "judgement"


class Zone(StrEnum):
    """Where in a text a sentence stands: its first fifth, the middle, its last fifth."""

    LEAD = "lead"
    MIDDLE = "middle"
    END = "end"


class Decision(StrEnum):
    """What a person decided about a finding."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Review(Record, frozen=True):
    """What a person said of a finding, in the JSON; a rejected finding is in no report, only counted."""

    decision: Decision | None = None
    comment: str | None = None
    """Printed beside the finding, as the reviewer's words."""


class FindingBase(Record, frozen=True, kw_only=True):
    """What every finding has. `id` is a hash of rule and quotations; `number` is what pages print (S3)."""

    id: str
    number: str
    rule: str
    spans: tuple[Span, ...]
    sentences: tuple[str, ...]
    """The sentence of each span, in the same order."""
    why: str
    voice: Voice
    review: Review | None = None
    """None until a person writes it."""


class SharedFact(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="shared-fact"):
    """Something that both texts say; that does not make it true."""

    link: str
    relation: Relation
    direct_quotation: bool
    """Both passages quote somebody's words in quotation marks."""
    close_wording: bool
    """A run of many equal words: check for a common source."""


class Fact(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="fact"):
    """Something that two or more of three or more texts say; `spans` are the passages of all of them."""

    links: tuple[str, ...]
    """The ids of the links between the passages."""
    attached: tuple[str, ...]
    """The texts that perhaps tell it; they do not count as telling it."""
    independent: int
    """How many texts tell it where near copies count as one."""
    first: str | None = None
    """Which of these texts came out before all others; None where their dates do not tell."""
    also: tuple[str, ...] = ()
    """Other sentences of these texts that stand near some of the passages: a part of it, or what follows."""


class Claim(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """Something found in one text and not in the other; `spans` has one member."""

    type: ClaimType
    salience: float
    """0-100: placement, names and figures, rarity; it orders a list and says nothing of truth."""


class ToldNearby(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="told-nearby"):
    """A statement and the sentence or headline of another text that touches it: neither claim nor link.

    `spans` are the statement and what it touches, whose sentence is `B0` where that is a headline.
    """


class Position(Record, frozen=True):
    """Where one side of a shared fact stands: share is per cent of the way down the text, 0-100."""

    sentence: str
    share: float
    zone: Zone


class Placement(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="placement"):
    """Where each text puts a shared fact; one position a span."""

    fact: str
    """The shared fact's `id`."""
    positions: tuple[Position, ...]


# ----------------------------------------------------------------------------------------- differences


class DiscrepancyType(StrEnum):
    """What two linked passages say differently."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    DEGREE = "degree"
    LEGAL_STATUS = "legal-status"
    QUOTATION = "quotation"
    ACTOR = "actor"
    SOURCE = "source"


class DiscrepancyState(StrEnum):
    """How two passages differ; only `CONFLICT` says that both cannot hold as they are read."""

    CONFLICT = "conflict"
    LATER_COUNT = "later-count"
    """The texts are of two days, and what is counted can have grown between them."""
    OTHER_MEASURE = "other-measure"
    """Both figures may hold, of two measures: net and operating profit."""
    OTHER_SOURCE = "other-source"
    """Each figure is put to a source of its own."""
    PRECISION = "more-or-less-precise"
    ONE_ONLY = "in-one-only"
    WORDING = "worded-differently"


class Discrepancy(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="discrepancy"):
    """A place where two linked passages differ; `spans` has one member where one text has no such words."""

    type: DiscrepancyType
    state: DiscrepancyState
    link: str | None
    """The link's `id`; None for a name that is spelled otherwise where no link joins the sentences."""
    passages: tuple[Span, Span]
    """The linked passages that the stretches stand in."""
    values: tuple[str, ...]
    """What each stretch was read as ("61 people", "2023-10-12"), in the order of the spans."""


class Figure(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A figure that two texts give alike for one thing: a line of a table, and no difference."""

    counted: str
    """What it counts or measures, as one of the texts says it; empty where both say that elsewhere."""
    link: str | None
    """The `id` of the link that joins the sentences."""
    passages: tuple[Span, Span]
    """The sentences that the stretches stand in."""
    values: tuple[str, str]
    """What each stretch was read as ("22 people"), in the order of the spans."""


class ValueRow(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="value-row"):
    """What three or more texts give for one thing: figures, days, names, and so on."""

    type: DiscrepancyType
    state: DiscrepancyState | None
    """The heaviest in which two of the texts differ; None where all say the same."""
    counted: str
    """What the figures count or measure, as texts say it; empty for other types."""
    values: tuple[str, ...]
    """What each stretch was read as, in the order of the spans."""
    findings: tuple[str, ...]
    """The ids of the discrepancies and figures of two texts each that it is made of."""


class Device(StrEnum):
    """By what means two texts present one thing otherwise."""

    HEADLINE = "headline"
    LEAD = "lead"
    CLOSE = "close"
    NAME = "name"
    ACT = "act"
    DOER = "doer"
    DEGREE = "degree"
    CERTAINTY = "certainty"
    NUMBER = "number"
    QUOTATION = "quotation"
    SPEECH_VERB = "speech-verb"
    SOURCE_LABEL = "source-label"
    CAUSE = "cause"
    EVALUATION = "evaluation"
    METAPHOR = "metaphor"
    SCARE_QUOTES = "scare-quotes"
    DIRECTION = "direction"
    CONTEXT = "context"
    WORDING = "wording"


class FramingPair(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="framing-pair"):
    """One thing in two wordings; `spans` are what each text writes, one to three stretches a side."""

    device: Device
    rank: float
    """How much it tells beside the other contrasts of the two texts, 0-100."""
    evidence: str
    """What lays the two together."""

    concept: str
    target: str
    """Whom or what both wordings are about, as the texts name it."""
    voices: tuple[Voice, ...]
    """Whose words each wording is, in the order of the spans."""
    opposite: bool
    """The wordings point in opposite directions (rise, decline); no contradiction follows from it."""
    alternatives: tuple[str, ...]
    """Neutral wordings to consider."""


class WordingRow(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="wording-row"):
    """One thing as three or more texts word it; a text that does not stand in it has no contrast there."""

    device: Device
    rank: float
    """That of the contrast of two texts that tells most, 0-100."""
    concept: str
    target: str
    voices: tuple[Voice, ...]
    """Whose words each wording is, in the order of the spans."""
    findings: tuple[str, ...]
    """The ids of the contrasts of two texts each that it is made of."""


class CueMark(StrEnum):
    """What a single wording does."""

    METAPHOR = "metaphor"
    LOADED = "loaded"
    EUPHEMISM = "euphemism"
    INTENSIFIER = "intensifier"
    HEDGE = "hedge"
    SCARE_QUOTES = "scare-quotes"
    AGENTLESS_PASSIVE = "agentless-passive"


class FramingCue(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="framing-cue"):
    """A wording with a plain alternative, found in one text; `spans` has one member."""

    mark: CueMark
    alternatives: tuple[str, ...]


# ---------------------------------------------------------------------------------------------- speech


class SourceType(StrEnum):
    """Who is said to speak."""

    PERSON = "named-person"
    EXPERT = "named-expert"
    INSTITUTION = "institution"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


class CueClass(StrEnum):
    """What the reporting verb adds to the report."""

    NEUTRAL = "neutral"
    DOUBT = "doubt"
    ENDORSE = "endorse"
    EMPHATIC = "emphatic"
    HEDGED = "hedged"


class SpeechMode(StrEnum):
    """Whose wording a reported statement has."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Attribution(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="attribution"):
    """Somebody is said to say or think something; `spans` has one member, the content."""

    source: Span | None
    cue: Span | None
    name: str
    """The source under one name for the whole text ("Sadyr Japarov" for "he"), or how it is left unnamed."""
    source_type: SourceType
    cue_class: CueClass
    mode: SpeechMode


class Tension(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="tension"):
    """Two places of one article that sit uneasily together; shown as a question."""


# -------------------------------------------------------------------------------------------- measures


class Readability(Record, frozen=True, tag_field="kind", tag="measured"):
    """textstat's figures for the body of one text, with the counts they rest on."""

    syllables: int
    difficult_words: int
    """Occurrences of words of two or more syllables that are not on Dale and Chall's list; names too."""
    flesch_reading_ease: float
    """0-100 and beyond; higher is easier."""
    flesch_kincaid_grade: float
    """US school grade."""
    words_per_sentence: float
    characters_per_word: float
    """Letters and digits; punctuation is not counted."""
    hardest_sentence: str
    """The id of the sentence with the highest Flesch-Kincaid grade."""
    hardest_grade: float


class Formula(Record, frozen=True):
    """What one formula gives for a text."""

    name: str
    value: float
    scale: str
    """Which way it runs: "higher is easier" or "higher is harder"."""


class OtherReadability(Record, frozen=True, tag_field="kind", tag="measured-otherwise"):
    """Figures for a text in another language than English, by the formulas that were made for it."""

    formulas: tuple[Formula, ...]
    """The one that a first page has room for first; syllables are estimated by hyphenation."""
    words_per_sentence: float
    characters_per_word: float


class NotMeasured(Record, frozen=True, tag_field="kind", tag="not-measured"):
    """A figure that would mislead, and the reason it is left out."""

    reason: str


class Measures(Record, frozen=True):
    """Counts of one article's body (furniture left out)."""

    article: str
    words: int
    """In scripts without spaces between words: letters or signs."""
    sentences: int
    paragraphs: int
    readability: Readability | OtherReadability | NotMeasured


# ------------------------------------------------------------------------------------------ comparison


SCHEMA_VERSION = 2

Finding = (
    SharedFact
    | Fact
    | Claim
    | ToldNearby
    | Placement
    | Discrepancy
    | Figure
    | ValueRow
    | FramingPair
    | WordingRow
    | FramingCue
    | Attribution
    | Tension
)


class Note(Record, frozen=True):
    """Something that the reader should know about how the comparison was made; also a warning line."""

    code: str
    text: str
    article: str | None = None


class Settings(Record, frozen=True):
    """What the user may choose about the analysis; printed in the method box and kept in the JSON."""

    title: str | None = None
    """The report's title; None lets the report make a plain one."""
    date: str | None = None
    """ISO date to print on the report; None prints none."""


class Comparison(Record, frozen=True):
    """Everything that a report is made of; renderers see nothing else."""

    schema: int
    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    measures: tuple[Measures, ...]
    notes: tuple[Note, ...]
    settings: Settings
    versions: Mapping[str, str]
    not_looked_for: tuple[str, ...] = ()
    """What was not looked for because of a text's language, in words; nothing where all are English."""
    witnesses: tuple[tuple[str, ...], ...] = ()
    """The texts that are near copies of each other, a group each: they count as one witness."""
