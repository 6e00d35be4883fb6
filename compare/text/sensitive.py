"""What a text tells of that a teacher wants to know before a class reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.text.en import word_set

_SUBJECTS = (
    ("death", word_set("text.sensitive.death")),
    ("violence", word_set("text.sensitive.violence")),
    ("racism", word_set("text.sensitive.racism")),
    ("sexual violence", word_set("text.sensitive.sexual")),
)
_WORD = re.compile(r"[a-z]+")


def sensitive(passages: Iterable[str]) -> tuple[str, ...]:
    """Return the hard subjects that some passages have words of, in a fixed order.

    >>> sensitive(["Two people died when the bridge fell."]), sensitive(["The bridge was painted."])
    (('death',), ())
    """
    said = {word for passage in passages for word in _WORD.findall(passage.lower())}
    return tuple(subject for subject, words in _SUBJECTS if said & words)
