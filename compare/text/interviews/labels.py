"""Labels that say who speaks in an interview or a transcript: `SUSAN READE:`, `SR:`, `Q.`, `MODERATOR:`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from compare.text.en import word_set
from compare.text.interviews.people import FullNames, bare_name, full_names, is_initials, is_title
from compare.text.senses import base_form, entry
from compare.text.speech.speakers import is_person
from compare.text.words import FUNCTION_WORDS

# Every part is bounded, so a line is looked at for some 120 characters and no more.
_MARKS = r"[*_]{0,3}"
_WORD = r"[^\s:;,()\[\]*_?!“”\"]"
_GAP = r"[ \u00a0]"
_QA = re.compile(
    rf"{_MARKS}(?P<name>[QA]\d{{0,2}}){_MARKS}(?P<mark>[:.)]|{_GAP}(?:[–—]|--?)(?=\s)|(?=\s)){_MARKS}(?:\s+|\Z)"
)
_GLUED = re.compile(r"(?P<name>Q)(?P<mark>)(?=[A-Z][a-z’']{1,20}\s)")
_NAME = re.compile(
    rf"{_MARKS}(?:[\[(]?\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])]?{_GAP}{{1,3}})?[*_\[]{{0,3}}"
    rf"(?P<name>[^\W\d_a-z]{_WORD}{{0,24}}(?:{_GAP}{_WORD}{{1,24}}){{0,4}})"
    rf"(?P<more>,{_GAP}[^:\n]{{2,70}}|{_GAP}?[(\[][^()\[\]\n]{{1,40}}[)\]])?[*_\]]{{0,3}}:{_MARKS}(?:\s+|\Z)"
)
# Magazines set the initials in bold and leave the colon out.
_BOLD = re.compile(r"(?:\*\*|__)(?P<name>[A-Z]{2,3}|[A-Z][A-Z’' .-]{2,30})(?:\*\*|__)\s+")
_INLINE = re.compile(
    rf"(?<=[?.!”\"*_])\s+{_MARKS}(?P<name>A)(?:[:.)]|{_GAP}[–—-])(?=[*_\s]){_MARKS}\s+(?=\S)"
)
_ASKED = re.compile(r"\?[\"'”’)*_\s]*\Z")
_TALK = re.compile(r"\bI\b|\?")
# A question may run over three paragraphs before it is answered.
_NEAR = 3
_LONGEST = 140
# So many labelled lines, of two speakers or more, in so much of them somebody says "I" or asks something:
# lists ("Police: 14 dead", "Result: 3-1") have hardly any.
_FEWEST, _TALKING = 4, 0.3


class Label(Struct, frozen=True, kw_only=True):
    """Where a label stands, its marks and the white space behind it included, and the name in it."""

    start: int
    end: int
    name: str
    mark: str


def speaker_labels(text: str, lines: Sequence[tuple[int, int]]) -> Mapping[int, tuple[Label, ...]]:
    """Return the labels of the lines of a text, by line; none unless the text is surely somebody's talk.

    >>> text = "HOST: Is it safe?|Voss: I think so.|HOST: And now?|Voss: I wait."
    >>> lines = [(0, 17), (18, 35), (36, 50), (51, 64)]
    >>> [label.name for found in speaker_labels(text, lines).values() for label in found]
    ['HOST', 'Voss', 'HOST', 'Voss']
    """
    found = {at: label for at, line in enumerate(lines) if (label := _label(text, *line)) is not None}
    glued = any(_GLUED.match(text, *line) for line in lines)
    named = {at: label for at, label in found.items() if not is_numbered(label.name)}
    if len(found) < 2 and not any(label.name[0] == "Q" for label in found.values()) and not glued:
        return {}
    known = full_names(text, labels=[label.name for label in named.values()])
    sure = _questions(text, lines, found)
    sure |= _talk(text, lines, named, known, asked=bool(sure))
    return {
        at: (label, *_inline(text, label, lines[at][1]))
        if label.name[0] == "Q" and is_numbered(label.name)
        else (label,)
        for at, label in sorted(sure.items())
    }


def is_numbered(name: str) -> bool:
    """Return whether a label is a bare Q or A, numbered or not.

    >>> is_numbered("Q"), is_numbered("A12"), is_numbered("Ann")
    (True, True, False)
    """
    return name[:1] in ("Q", "A") and (len(name) == 1 or name[1:].isdigit())


def asks(text: str) -> bool:
    """Return whether a stretch of text ends with a question mark, closing marks left aside.

    >>> asks("“Will you resign?”"), asks("Why? Because.")
    (True, False)
    """
    return _ASKED.search(text, max(0, len(text) - 12)) is not None


def _label(text: str, start: int, end: int) -> Label | None:
    stop = min(end, start + _LONGEST)
    # Nearly all paragraphs are done with here: they cost nothing that can be measured.
    if not text.startswith(("Q", "A", "*", "_"), start) and text.find(":", start, stop) < 0:
        return None
    match = _QA.match(text, start, stop)
    if match is not None:
        gap = text[match.end("name") : match.end()]
        # "A man said" begins a paragraph: without a mark an A needs a tab or a column behind it.
        if match["mark"] or match["name"][0] == "Q" or "*" in gap or len(gap) > 1:
            return Label(start=start, end=match.end(), name=match["name"], mark=match["mark"].strip())
        return None
    match = _NAME.match(text, start, stop) or _BOLD.match(text, start, stop)
    if match is None:
        return None
    return Label(start=start, end=match.end(), name=match["name"].strip(), mark=":")


def _questions(text: str, lines: Sequence[tuple[int, int]], found: Mapping[int, Label]) -> dict[int, Label]:
    """Return the labels Q and A where a question is followed by an answer."""
    answers = {at for at, label in found.items() if label.name[0] == "A" and is_numbered(label.name)}
    glued = {
        at: Label(start=line[0], end=line[0] + 1, name="Q", mark="")
        for at, line in enumerate(lines)
        if at not in found and _GLUED.match(text, *line)
    }
    if len([at for at in glued if answers & set(range(at + 1, at + 1 + _NEAR))]) < 2:
        glued = {}
    questions = {at: one for at, one in found.items() if one.name[0] == "Q" and is_numbered(one.name)} | glued
    replies = answers | {at for at, one in found.items() if not is_numbered(one.name)}
    answered = {
        at: one
        for at, one in questions.items()
        if (answers | replies) & set(range(at + 1, at + 1 + _NEAR))
        or next(_inline(text, one, lines[at][1]), None) is not None
    }
    # "Q" without a mark is a letter until several are answered.
    if not any(one.mark for one in answered.values()) and len(answered) < 2:
        return {}
    first = min(answered)
    return questions | {at: found[at] for at in answers if at > first}


def _inline(text: str, label: Label, end: int) -> Iterator[Label]:
    """Yield the label of an answer that stands in the line of its question: "Q: Is it safe? A: Yes."."""
    match = _INLINE.search(text, label.end, end)
    if match is not None:
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        yield Label(start=start, end=match.end(), name=match["name"], mark=":")


def _talk(
    text: str,
    lines: Sequence[tuple[int, int]],
    found: Mapping[int, Label],
    known: FullNames,
    *,
    asked: bool,
) -> dict[int, Label]:
    """Return the labels that name a speaker, where the lines behind them are surely talk."""
    spoken = Counter(label.name for label in found.values())
    asking = Counter(label.name for at, label in found.items() if asks(text[label.end : lines[at][1]]))
    outlets = {name for name, times in asking.items() if times > 1 and 2 * times > spoken[name]}
    named = {
        at: label
        for at, label in found.items()
        if _may_speak(label.name, known, asks_often=label.name in outlets)
    }
    if not named:
        return {}
    keys = {at: known.find(label.name) or bare_name(label.name).casefold() for at, label in named.items()}
    said = {at: text[label.end : lines[at][1]] for at, label in named.items()}
    if asked or _is_talk(named, keys, said):
        return named
    sure = _answered(named, keys, said, known)
    # Questions without a label, answered again and again by one who has one.
    replies = [at for at in named if at and at - 1 not in found and asks(text[slice(*lines[at - 1])])]
    often = {key for key, times in Counter(keys[at] for at in replies).items() if times > 1}
    sure |= {at for at in replies if keys[at] in often}
    return {at: label for at, label in named.items() if at in sure or (sure and keys[at] in known)}


def _is_talk(named: Mapping[int, Label], keys: Mapping[int, str], said: Mapping[int, str]) -> bool:
    """Return whether labels are those of a talk by their number alone: two speakers or more, turn by turn."""
    turns = Counter(keys.values())
    talking = sum(1 for words in said.values() if _TALK.search(words))
    near = sum(any(other in named for other in range(at + 1, at + 1 + _NEAR)) for at in named)
    if len(turns) < 2 or talking < _TALKING * len(named) or 2 * near < len(named):
        return False
    if len(named) >= _FEWEST and max(turns.values()) > 1:
        return True
    led = any(is_question_label(label.name) for label in named.values())
    return led and len(named) >= _FEWEST - 1 and talking > 1


def _answered(
    named: Mapping[int, Label], keys: Mapping[int, str], said: Mapping[int, str], known: FullNames
) -> set[int]:
    """Return the labels of one who asks and one who answers in the next line, if the text tells of both."""
    told = {at for at, label in named.items() if known.find(label.name) or is_question_label(label.name)}
    asking = (at for at in told if at + 1 in told and keys[at] != keys[at + 1] and asks(said[at]))
    return {at for first in asking for at in (first, first + 1)}


def _may_speak(name: str, known: FullNames, *, asks_often: bool) -> bool:
    """Return whether a label may be a speaker's: a role, initials, or a name rather than any words."""
    words = name.split()
    if words[0].casefold() == "the" and len(words) > 1:
        words = words[1:]
    if name.startswith("BY ") and is_title(words[1]):
        # Above a lawyer's questions in the record of a court: "BY MR. ORR:".
        return True
    if is_question_label(name) or is_answer_label(name) or known.find(name):
        return True
    if is_title(words[0]) or is_initials(name):
        return True
    if any(word.casefold() in FUNCTION_WORDS for word in words):
        return False
    if is_person(words[-1].casefold()):
        return True
    if not all(word[0].isupper() for word in words):
        return False
    # An outlet's name before questions: "Courier: Will you resign?"
    return asks_often or any(entry(base_form(word.casefold())) is None for word in words)


def is_question_label(name: str) -> bool:
    """Return whether a label is one of somebody who asks: "Q", "MODERATOR", "First reporter".

    >>> is_question_label("MODERATOR"), is_question_label("Voss")
    (True, False)
    """
    return _last(name) in word_set("interviews.labels.asks")


def is_answer_label(name: str) -> bool:
    """Return whether a label is one of a speaker whom it does not name: "A", "THE WITNESS", "Speaker 2"."""
    return _last(name) in word_set("interviews.labels.answers")


def _last(name: str) -> str:
    words = [word for word in name.casefold().split() if not word.isdigit() and word != "the"]
    return (words[-1] if words else "").rstrip("0123456789#.")
