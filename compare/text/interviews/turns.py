"""Interviews and transcripts: which sentences somebody asks and which somebody answers, and who that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.model import Article, FurnitureKind, SourceType
from compare.text.interviews.exchanges import (
    FEWEST,
    Block,
    are_put,
    below,
    blocks,
    is_talk,
    may_be_interview,
    prompts,
)
from compare.text.interviews.labels import asks, is_answer_label, is_numbered, is_question_label
from compare.text.interviews.people import (
    FullNames,
    bare_name,
    full_names,
    interviewee,
    is_announced,
    is_initials,
    is_introduced,
)
from compare.text.speech.speakers import is_person, names_body

# So much of a transcript below its first label is labelled; a paragraph behind an excerpt is the outlet's.
_LABELLED, _FEWEST_LABELS = 1 / 3, 3
_INTRO = 12
PERSON_INTERVIEWED = "the person interviewed"
"""What the ledger calls a speaker whom the text does not name."""


class Answer(Struct, frozen=True, kw_only=True):
    """A sentence of an answer, by its index, and who says it; `source` is where the speaker is named."""

    sentence: int
    name: str
    source_type: SourceType
    source: tuple[int, int] | None


class Interview(Struct, frozen=True, kw_only=True):
    """What is asked and what is answered in one article; both are empty where it is no interview."""

    asked: frozenset[str] = frozenset()
    """The ids of the sentences of those who ask."""
    said: tuple[Answer, ...] = ()

    @property
    def untold(self) -> bool:
        """Return whether some answers are of a speaker whom the text does not name."""
        return any(one.name == PERSON_INTERVIEWED for one in self.said)


class _Speaker(Struct, frozen=True, kw_only=True):
    """Who says what stands below a label or a question; one who asks has no name here."""

    asks: bool
    name: str = ""
    type: SourceType = SourceType.UNNAMED
    source: tuple[int, int] | None = None

    @property
    def named(self) -> str:
        return self.name if self.type is SourceType.PERSON else ""


_MC = re.compile(r"\b(Mc)([a-z])")
_NONE = Interview()
_ASKER = _Speaker(asks=True)


def interview(article: Article) -> Interview:
    """Return who asks and who answers in an article, as far as its layout surely tells it.

    What stands above the first question is the outlet's own, and so is a paragraph that names the speaker or
    tells how the interview was made. Explainers, whose answers are the outlet's too, are no interviews.
    """
    if not may_be_interview(article):
        return _NONE
    found = blocks(article)
    labels = {at: block.label for at, block in enumerate(found) if block.label}
    questions = _questions(found, labels)
    if not labels and len(questions) < FEWEST:
        return _NONE
    known = full_names(article.text, labels=labels.values())
    askers = _askers(found, labels, known)
    first = min([*labels, *questions])
    told = interviewee(
        [block.text for block in found[:first] if not block.label][:_INTRO],
        askers=[*(known.find(name) or bare_name(name) for name in askers), *_signed(article)],
    )
    name = told.name if told else _only_answering(labels, askers, known)
    announced = is_announced([block.text for block in found[:first] if block.kind or block is found[0]])
    labelled = bool(labels) and is_talk(found, labels, askers, told)
    asked = (
        questions
        if are_put(found, questions, labels, told, sure=labelled, announced=announced)
        else frozenset[int]()
    )
    if not labelled and not asked:
        return _NONE
    if asked and not labels:
        asked |= prompts(found, asked)
    source = _place(article, found[:first], name)
    answerer = _Speaker(
        asks=False,
        name=name or PERSON_INTERVIEWED,
        type=SourceType.PERSON if name else SourceType.UNNAMED,
        source=source,
    )
    speakers = {
        at: _ASKER if labels[at] in askers else _speaker(article, found[at], known, answerer)
        for at in labels
        if labelled
    }
    return _walked(article, found, speakers, asked, answerer)


def _signed(article: Article) -> list[str]:
    return list(full_names(article.byline).names) or [article.byline] if article.byline else []


def _questions(found: Sequence[Block], labels: Mapping[int, str]) -> frozenset[int]:
    """Return the blocks that may be questions without a label, each with an answer below it.

    Behind a label only those count that another label answers: else the speaker himself asks.
    """
    asking = [at for at, block in enumerate(found) if block.asks and at - 1 not in labels]
    first = min(labels, default=len(found))
    body = [at for at, block in enumerate(found) if block.sentences]
    told = min(body, default=0)
    kept = set()
    for at in asking:
        below = found[at + 1] if at + 1 < len(found) else None
        if below is None or below.asks or (below.kind is not None and not below.label):
            continue
        if at > first and not below.label:
            continue
        if found[at].kind in (FurnitureKind.HEADLINE, FurnitureKind.SUBHEAD) and at + 1 < told:
            continue
        if found[at].kind is FurnitureKind.HEADLINE and at < told:
            continue
        if at in body[:2] and below.sentences and is_introduced(below.text):
            # "Did they wait too long? Ann Orr spoke to Tom Rask." is the standfirst.
            continue
        kept.add(at)
    return frozenset(kept)


def _askers(found: Sequence[Block], labels: Mapping[int, str], known: FullNames) -> frozenset[str]:
    """Return the labels of those who ask: by their role, or because most of what they say is a question."""
    keys = {name: known.find(name) or bare_name(name).casefold() for name in labels.values()}
    turns: dict[str, list[bool]] = {}
    for at, name in labels.items():
        said = below(found, at, labels)[:1]
        turns.setdefault(keys[name], []).extend(asks(block.text) for block in said)
    # "BY MR. ORR:" stands above what a lawyer asks.
    lawyers = {keys[name] for name in keys if name.startswith("BY ")}
    by_role = {name for name in keys if is_question_label(name) or keys[name] in lawyers}
    free = [key for name, key in keys.items() if name not in by_role and not is_answer_label(name)]
    asking = {key for key in free if turns[key] and 2 * sum(turns[key]) >= len(turns[key])}
    if asking >= set(free) and len(keys) == len(free):
        # Where all ask, the first does: the other's one turn ends in a question of his own.
        asking = set(free[:1]) if len(set(free)) > 1 else set()
    return frozenset(by_role | {name for name, key in keys.items() if key in asking and name not in by_role})


def _only_answering(labels: Mapping[int, str], askers: frozenset[str], known: FullNames) -> str | None:
    names = [name for name in labels.values() if name not in askers and not is_answer_label(name)]
    found = {known.find(name) for name in names}
    return found.pop() if len(found) == 1 else None


def _place(article: Article, intro: Sequence[Block], name: str | None) -> tuple[int, int] | None:
    """Return where the lines above the first question name a person."""
    for block in intro:
        at = article.text.find(name, block.start, block.end) if name else -1
        if name and at >= 0:
            return at, at + len(name)
    return None


def _speaker(article: Article, label: Block, known: FullNames, answerer: _Speaker) -> _Speaker:
    """Return whom a label names; "A" and "GUEST" are the person interviewed."""
    written = label.label
    start = label.start + label.text.index(written)
    source = (start, start + len(written))
    if is_numbered(written) or written.casefold() in ("answer", "guest", "interviewee", "response"):
        return _Speaker(asks=False, name=answerer.name, type=answerer.type, source=source)
    full = known.find(written)
    if full is not None:
        return _Speaker(asks=False, name=_cased(article, full), type=SourceType.PERSON, source=source)
    words = written.split()
    if is_answer_label(written) or is_initials(written) or is_person(words[-1].casefold()):
        return _Speaker(asks=False, name=written, source=source)
    if names_body([word.title() if written.isupper() else word for word in words]):
        return _Speaker(asks=False, name=written, type=SourceType.INSTITUTION, source=source)
    return _Speaker(
        asks=False, name=_cased(article, bare_name(written)), type=SourceType.PERSON, source=source
    )


def _cased(article: Article, name: str) -> str:
    """Return a name in capitals as the text writes it elsewhere, or as names are written."""
    if not name.isupper():
        return name
    written = re.search(rf"\b{re.escape(name)}\b", article.text, re.IGNORECASE)
    if written and not written[0].isupper():
        return " ".join(written[0].split())
    return _MC.sub(lambda found: found[1] + found[2].upper(), name.title())


def _walked(
    article: Article,
    found: Sequence[Block],
    speakers: Mapping[int, _Speaker],
    questions: frozenset[int],
    answerer: _Speaker,
) -> Interview:
    asked: list[str] = []
    said: list[Answer] = []
    following = [at for at, block in enumerate(found) if speakers and at > min(speakers) and block.sentences]
    goes_on = bool(questions) or len(speakers) >= max(_FEWEST_LABELS, _LABELLED * len(following))
    last = max([*speakers, *questions])
    tail = [block for block in found[last + 2 :] if block.sentences]
    named = {speaker.named for speaker in (*speakers.values(), answerer)}
    if any(block.names(name) for block in tail for name in named) and not any(
        block.first_person for block in tail
    ):
        tail_is_outlets = last + 2
    else:
        tail_is_outlets = len(found)
    turn: _Speaker | None = None
    for at, block in enumerate(found):
        if at in speakers:
            turn = speakers[at]
        elif at in questions:
            asked += (article.sentences[k].id for k in block.sentences)
            turn = answerer
        elif block.sentences and turn is not None:
            begins = at - 1 in speakers or at - 1 in questions
            left = at >= tail_is_outlets or block.signs_off or block.names(turn.named)
            if not begins and (not goes_on or left):
                turn = None
            elif turn.asks:
                asked += (article.sentences[k].id for k in block.sentences)
            else:
                said += (
                    Answer(sentence=k, name=turn.name, source_type=turn.type, source=turn.source)
                    for k in block.sentences
                )
    return Interview(asked=frozenset(asked), said=tuple(said))
