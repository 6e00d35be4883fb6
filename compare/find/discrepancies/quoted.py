"""The same words of somebody, quoted in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from compare.find.discrepancies.difference import Difference
from compare.find.discrepancies.pairing import Pair, Side
from compare.model import DiscrepancyState, DiscrepancyType, Extent
from compare.text.quotations import crossing
from compare.text.senses import base_form
from compare.text.words import FUNCTION_WORDS

RULE = "quotation-in-other-words"
# Word-level agreement from which two quotations are one utterance, and the fewest words that can tell.
_ALIKE = 70.0
_FEWEST = 5
# Above this two words are one in two spellings or with a slip: "organisation", "organization".
_SPELLING = 85.0
_LONGEST = 200
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_INSERT = re.compile(r"\[[^\]]{0,60}\]")


def quotation_differences(pair: Pair) -> Iterator[Difference]:
    """Yield quotations of the linked passages that are one utterance but differ in a word of content."""
    one, other = pair.sides
    theirs = list(_quotations(other))
    for start, end in _quotations(one):
        words = _words(one, start, end)
        for begin, stop in theirs:
            rival = _words(other, begin, stop)
            if min(len(words), len(rival)) < _FEWEST or words == rival:
                continue
            if fuzz.ratio(words, rival) < _ALIKE:
                continue
            changed = _changed(words, rival)
            if changed is None:
                continue
            yield Difference(
                type=DiscrepancyType.QUOTATION,
                state=DiscrepancyState.WORDING,
                rule=RULE,
                extents=(Extent(start=start, end=end), Extent(start=begin, end=stop)),
                values=(one.quote(start, end), other.quote(begin, stop)),
                why=f"{{0}} quotes “{changed[0]}” where {{1}} quotes “{changed[1]}”.",
            )


def _quotations(side: Side) -> Iterator[tuple[int, int]]:
    """Yield the quotations that begin in the sentence, cut at its end."""
    for start, end in crossing(side.document.quotations, side.sentence.start, side.sentence.end):
        first, last = max(start, side.sentence.start), min(end, side.sentence.end)
        if first < last and last - first < _LONGEST * 10:
            yield first, last


def _words(side: Side, start: int, end: int) -> list[str]:
    plain = _INSERT.sub(" ", side.text[start:end])
    return [match.group().lower().replace("’", "'") for match in _WORD.finditer(plain)][:_LONGEST]


def _changed(one: list[str], other: list[str]) -> tuple[str, str] | None:
    """Return the first words put for each other, None where one text only quotes less."""
    for code in Levenshtein.opcodes(one, other):
        if code.tag != "replace":
            continue
        here, there = one[code.src_start : code.src_end], other[code.dest_start : code.dest_end]
        edge = code.src_start == 0 == code.dest_start or (
            code.src_end == len(one) and code.dest_end == len(other)
        )
        content = [[w for w in words if w.partition("'")[0] not in FUNCTION_WORDS] for words in (here, there)]
        if not all(content) or (edge and len(here) > 2):
            continue
        if {base_form(w) for w in content[0]} == {base_form(w) for w in content[1]}:
            continue
        joined = ["".join(words).replace("'", "") for words in (here, there)]
        if any(c.isdigit() for word in joined for c in word) or fuzz.ratio(*joined) >= _SPELLING:
            continue
        if any(a in b or b in a for a in content[0] for b in content[1]):
            continue
        return " ".join(here), " ".join(there)
    return None
