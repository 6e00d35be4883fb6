"""Who is interviewed, where the lines above the first question say it beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.text.interviews.people import FullNames, full_names

# Whom one of these stands before is the one who answers: "an interview with Susan Reade".
_OBJECT = re.compile(
    r"(?:\binterview(?:s|ed|ing)?(?: with| of)?|\bconversation with|\bQ ?(?:&|and|&amp;) ?A(?: with|:)?"
    r"|\b(?:[Ww]e|I) (?:spoke|spoken|talked|met|sat down|caught up|asked|put|quizzed|chatted)"
    r"(?: to| with| up with)?|\b(?:sits|sat|sitting) down with|\bcaught up with|\bcatches up with"
    r"|\b(?:questions|minutes) (?:to|for|with)|\b(?:[Ww]e|I) asked)[: ]*\Z",
    re.IGNORECASE,
)
# Whoever is named before one of these answers: "Susan Reade answers your questions".
_AS = r"(?:\s?\([^()]{1,60}\))?(?:, [^.;:]{2,140},)?\s"
_SUBJECT = re.compile(
    rf"{_AS}(?:answers?|answered (?:our|your|some|\w+ questions)|(?:was|is|were) interviewed"
    r"|gave (?:us|an interview)|talks? us|talked us|tells? us|told us|in conversation"
    r"|in (?:his|her|their) own words)\b"
)
# Here that is likely, and the layout below has to bear it out.
_HINT = re.compile(rf"{_AS}(?:explains?|discusses|responds|opens up|reveals|shares|reflects|looks back)\b")
# Behind one of these stands whoever asks: "interviewed by Helen Marsh".
_ASKER = re.compile(
    r"(?:\b(?:[Ii]nterviewed|[Ii]nterview|[Ww]ords|[Cc]ompiled|[Cc]onducted|[Mm]oderated|[Hh]osted|[Qq]uestions)"
    r"(?:\sby|(?<!nterview):)|[Aa]s told to|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho) (?:has |have )?"
    r"(?:spoke|spoken|talks?|talked|speaks?|sat down|tells?|told|answered|explained)(?: to| with)?)"
    r"\s\Z"
)
# That a text is an interview at all, and whom it is with.
_TOLD = re.compile(
    r"\binterview(?:s|ed|ing|ee)?\b|\bQ ?(?:&|and) ?A\b|\b(?:in|a) conversation\b"
    r"|\b(?:spoke|speaks?|spoken|speaking|talks?|talked|talking|chats?|chatted) (?:to|with)\b"
    r"|\b(?:sat|sits|sitting) down with\b|\bcaught up with\b|\banswer(?:s|ed|ing)?\b|\btells?\b|\btold\b"
    r"|\bexplains?\b|\b(?:questions|minutes) (?:for|to|with)\b|\bwe asked\b|\breflects\b"
    r"|\blooks back\b|\bdiscuss(?:es|ed)\b|\bin (?:his|her) own words\b",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho) (?:has |have )?"
    r"(?:spoke|spoken|speaks?|talked|talks|sat down|sits down|answers|answered)\b"
)
# A headline that is somebody's: "Ann Orr: ‘I had no choice’".
_HEADED = re.compile(r"\A(?P<name>[^\W\d_][^:\n]{3,40}): ?[‘“'\"]")
# "The harbour master, Ann Orr, on storms": a line that names somebody and a subject, and no day.
_TOPIC = re.compile(
    r"(?P<name>\b[^\W\d_a-z][\w’-]{0,30} [^\W\d_a-z][\w’-]{0,30}),? on (?![A-Z\d])[^.\n]{3,120}\.?$",
    re.MULTILINE,
)
_HEARER = re.compile(
    rf"{_AS}(?:tells|told) (?:[Tt]he )?"
    r"(?P<name>[^\W\d_a-z][\w’-]{0,30}(?: [^\W\d_a-z][\w’-]{0,30}){0,2})"
)
_BEFORE = 80
# So many words of a role may stand between the words and the name: "Calder’s chief fire officer".
_ROLE_WORDS = 8
_AWAY = frozenset("on about over after before at in into behind against".split())
_ANNOUNCED = re.compile(
    r"\binterview(?:s|ed)?\b|\bQ ?(?:&|and) ?A\b|\b(?:in|a) conversation\b|\bquestions (?:for|to|with)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bI\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who is interviewed; `plainly` where the lines say of this very person that he or she answers."""

    name: str
    plainly: bool


def is_announced(heads: Sequence[str]) -> bool:
    """Return whether a heading above the first question calls the text an interview.

    >>> is_announced(["The port master: an interview"]), is_announced(["Ten dead in port fire"])
    (True, False)
    """
    return any(_ANNOUNCED.search(head) for head in heads)


def is_introduced(line: str) -> bool:
    """Return whether a paragraph tells that a person named in it speaks below, and is nobody's own words.

    >>> is_introduced("Ann Orr spoke to Tom Rask about it."), is_introduced("I spoke to Tom Rask myself.")
    (True, False)
    """
    return bool(_TOLD.search(line) and not _OWN.search(line) and full_names(line).names)


def interviewee(intro: Sequence[str], *, askers: Sequence[str]) -> Told | None:
    """Return the one person whom the lines above the first question let speak, None where it is not sure.

    `askers` are the names of those who ask, as byline or labels have them.

    >>> interviewee(["Ann Orr runs the port. She spoke to Tom Rask about the strike."], askers=[])
    Told(name='Ann Orr', plainly=False)
    """
    whole = "\n".join(intro)
    if not any(pattern.search(whole) for pattern in (_TOLD, _HEADED, _TOPIC)):
        return None
    known = full_names(whole)
    asking = {known.find(name) or name for name in askers}
    marked: set[str] = set()
    hinted: set[str] = set()
    for told in _POINTED.finditer(whole):
        # "Ann Orr runs the port. She spoke to": the one person named before.
        here = {name for name, _, end in _places(whole, known) if end <= told.start()} - asking
        hinted |= here if len(here) == 1 else set()
    for name, start, end in _places(whole, known):
        before = whole[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        # "Interview: Tom Rask" is a credit where it is a whole line and not the headline.
        credit = before == "Interview: " and "\n" in whole[:start] and whole[end : end + 1] in ("", "\n")
        if credit or _ASKER.search(before):
            asking.add(name)
        elif _SUBJECT.match(whole, end, end + 2 * _BEFORE) or _is_object(before):
            marked.add(name)
        elif hearer := _HEARER.match(whole, end):
            # "Ann Orr tells Tom Rask why": who is told a thing has asked.
            hinted.add(name)
            asking.add(known.find(hearer["name"]) or hearer["name"])
        elif _HINT.match(whole, end, end + 2 * _BEFORE):
            hinted.add(name)
    marked -= asking
    hinted -= asking
    answering = [name for name in known.names if name not in asking]
    if len(marked) == 1:
        return Told(name=marked.pop(), plainly=True)
    if len(answering) == 1 or len(hinted) == 1:
        return Told(name=answering[0] if len(answering) == 1 else hinted.pop(), plainly=False)
    headed = _HEADED.match(whole) or _TOPIC.search(whole)
    heads = known.find(headed["name"]) if headed else None
    return Told(name=heads, plainly=False) if heads and heads not in asking else None


def _is_object(before: str) -> bool:
    """Return whether somebody's role at most stands between "interview with" and a name."""
    words = before.split(" ")
    return any(
        _OBJECT.search(" ".join((*words[: len(words) - cut - 1], "")))
        for cut in range(min(_ROLE_WORDS, len(words)))
        if _AWAY.isdisjoint(words[len(words) - cut - 1 :])
    )


def _places(whole: str, known: FullNames) -> Iterator[tuple[str, int, int]]:
    for name in known.names:
        for match in re.finditer(re.escape(name), whole):
            yield name, match.start(), match.end()
