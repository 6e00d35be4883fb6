"""Every data type that the stages hand on; no behaviour beyond invariants.

All offsets are half-open and count code points of the article's decoded text, front matter included.
All scores are 0-100. A comparison encodes to JSON as it stands: field names here are the keys there.
"""

from __future__ import annotations

from compare.model.alignment import (
    Counterpart,
    Link,
    Relation,
)
from compare.model.articles import (
    Article,
    Furniture,
    FurnitureKind,
    Origin,
    Sentence,
    fingerprint,
)
from compare.model.comparison import (
    SCHEMA_VERSION,
    Comparison,
    Finding,
    Note,
    Settings,
)
from compare.model.differences import (
    CueMark,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    FramingCue,
    FramingPair,
)
from compare.model.findings import (
    Claim,
    ClaimType,
    Decision,
    FindingBase,
    Placement,
    Position,
    Review,
    SharedFact,
    Voice,
    Zone,
)
from compare.model.measures import (
    Formula,
    Measures,
    NotMeasured,
    OtherReadability,
    Readability,
)
from compare.model.record import (
    Extent,
    Record,
    Span,
)
from compare.model.speech import (
    Attribution,
    CueClass,
    SourceType,
    SpeechMode,
    Tension,
)

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Attribution",
    "Claim",
    "ClaimType",
    "Comparison",
    "Counterpart",
    "CueClass",
    "CueMark",
    "Decision",
    "Discrepancy",
    "DiscrepancyState",
    "DiscrepancyType",
    "Extent",
    "Finding",
    "FindingBase",
    "Formula",
    "FramingCue",
    "FramingPair",
    "Furniture",
    "FurnitureKind",
    "Link",
    "Measures",
    "NotMeasured",
    "Note",
    "Origin",
    "OtherReadability",
    "Placement",
    "Position",
    "Readability",
    "Record",
    "Relation",
    "Review",
    "Sentence",
    "Settings",
    "SharedFact",
    "SourceType",
    "Span",
    "SpeechMode",
    "Tension",
    "Voice",
    "Zone",
    "fingerprint",
]
