"""The project's reported speech behind the function that a scorer of labelled news calls."""

from __future__ import annotations

from compare.text.sentences import sentences
from compare.text.speech import speech


def attributions(text: str) -> list[dict[str, tuple[int, int] | None]]:
    """Return source, cue and content of every attribution in a text."""
    return [{"source": s.source, "cue": s.cue, "content": s.content} for s in speech(text, sentences(text))]
