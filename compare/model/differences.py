"""Where linked passages differ, in what they say and in how they word it."""

from __future__ import annotations

from enum import StrEnum

from compare.model.findings import FindingBase, Voice
from compare.model.record import Span


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


class FramingPair(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="framing-pair"):
    """One thing named in two ways; `spans` are the two wordings."""

    concept: str
    target: str
    """Whom or what both wordings are about, as the texts name it."""
    voices: tuple[Voice, ...]
    """Whose words each wording is, in the order of the spans."""
    opposite: bool
    """The wordings point in opposite directions (rise, decline); no contradiction follows from it."""
    alternatives: tuple[str, ...]
    """Neutral wordings to consider."""


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
