"""What every finding has, and what both texts or only one of them say."""

from __future__ import annotations

from enum import StrEnum

from compare.model.alignment import Relation
from compare.model.record import Record, Span


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
    DETAIL = "detail"


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


class Claim(FindingBase, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """Something found in one text and not in the other; `spans` has one member."""

    type: ClaimType
    salience: float
    """0-100: placement, names and figures, rarity; it orders a list and says nothing of truth."""


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
