"""What the rules for reported speech hand on: a place in a sentence, and the same as offsets."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import CueClass, SourceType, SpeechMode
from compare.text.speech.phrases import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where a source's words are reported: token ranges, the stops left out."""

    source: Phrase | None
    cue: tuple[int, int]
    content: tuple[int, int]
    cue_class: CueClass
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What one source is reported to say within one sentence; offsets into the text."""

    sentence: int
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    source_type: SourceType
    cue_class: CueClass
    mode: SpeechMode
    rule: str
