"""Everything that a report is made of."""

from __future__ import annotations

from collections.abc import Mapping

from compare.model.alignment import Link
from compare.model.articles import Article
from compare.model.differences import Discrepancy, FramingCue, FramingPair
from compare.model.findings import Claim, Placement, SharedFact
from compare.model.measures import Measures
from compare.model.record import Record
from compare.model.speech import Attribution, Tension

SCHEMA_VERSION = 1

Finding = SharedFact | Claim | Placement | Discrepancy | FramingPair | FramingCue | Attribution | Tension


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
