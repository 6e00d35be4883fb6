"""What the reader of a report may choose about its pages: edition, paper, size of type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Edition(StrEnum):
    """For whom a PDF is made; findings have the same numbers in all of them."""

    READER = "reader"
    CLASSROOM = "classroom"
    EDITOR = "editor"


class Paper(StrEnum):
    """The paper of a PDF."""

    A4 = "a4"
    LETTER = "letter"


class Level(StrEnum):
    """How much help a classroom handout gives."""

    SUPPORT = "support"
    CORE = "core"
    CHALLENGE = "challenge"


PDF_VARIANTS = ("pdf/ua-1", "pdf/a-2a", "pdf/a-2u", "pdf/a-3a", "pdf/a-3u")
"""Standards that WeasyPrint can claim for a PDF and that a validator finds our pages to meet (tests)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that may be chosen about the pages; the comparison itself is the same whatever it says."""

    edition: Edition = Edition.READER
    paper: Paper = Paper.A4
    full_texts: bool = True
    """The reader's report ends with both texts in full."""
    pairs: bool = False
    """The report and the tables of three texts and more have what two of them each share as well."""
    long: bool = False
    """A table has a row for each text of a finding."""
    large_print: bool = False
    level: Level = Level.CORE
    pdf_variant: str = PDF_VARIANTS[0]
    template: Path | None = None
    """A folder of the user's own templates; a file that it lacks is taken from ours."""
