"""Who is said to say what."""

from __future__ import annotations

from enum import StrEnum

from compare.model.findings import FindingBase
from compare.model.record import Span


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
