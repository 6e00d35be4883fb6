"""Interviews and transcripts: which sentences somebody asks and which somebody answers, and who that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from compare.find.interview_blocks import Block, Exchange, blocks, may_be_interview
from compare.find.interviewees import Told, interviewee, is_introduced
from compare.language.full_names import FullNames, bare_name, full_names, is_initials
from compare.language.interview_words import is_answer_label, is_question_label
from compare.language.speaker_labels import asks, is_numbered
from compare.language.speakers import is_person, names_body
from compare.model import Article, FurnitureKind, SourceType

# Without labels: so many questions, in so much of what follows the first of them. A column with a rhetorical
# question here and there has one in twenty paragraphs.
_FEWEST, _SHARE = 2, 0.12
# And so many where no line above tells who speaks.
_FEWEST_UNTOLD, _SHARE_UNTOLD, _IN_PERSON = 3, 0.2, 0.4
# So much of a transcript below its first label is labelled; a paragraph behind an excerpt is the outlet's.
_LABELLED = 1 / 3
_BY_SHARE = 0.3
_INTRO = 12
PERSON_INTERVIEWED = "the person interviewed"
"""What the ledger calls a speaker whom the text does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of an answer, by its index, and who says it; `source` is where the speaker is named."""

    sentence: int
    name: str
    source_type: SourceType
    source: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What is asked and what is answered in one article; both are empty where it is no interview."""

    asked: frozenset[str] = frozenset()
    """The ids of the sentences of those who ask."""
    said: tuple[Said, ...] = ()

    @property
    def untold(self) -> bool:
        """Return whether some answers are of a speaker whom the text does not name."""
        return any(one.name == PERSON_INTERVIEWED for one in self.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaker:
    """Who says what stands below a label or a question; one who asks has no name here."""

    asks: bool
    name: str = ""
    type: SourceType = SourceType.UNNAMED
    source: tuple[int, int] | None = None

    @property
    def surname(self) -> str:
        return self.name.split()[-1] if self.type is SourceType.PERSON else ""


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
    if not labels and len(questions) < _FEWEST:
        return _NONE
    known = full_names(article.text, labels=labels.values())
    askers = _askers(found, labels, known)
    first = min([*labels, *questions])
    told = interviewee(
        [block.text for block in found[:first] if not block.label][:_INTRO],
        askers=[*(known.find(name) or bare_name(name) for name in askers), *_signed(article)],
    )
    name = told.name if told else _only_answering(labels, askers, known)
    labelled = bool(labels) and _is_talk(found, labels, askers, told)
    asked = questions if _are_put(found, questions, labels, told, sure=labelled) else frozenset[int]()
    if not labelled and not asked:
        return _NONE
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
    kept = set()
    for at in asking:
        below = found[at + 1] if at + 1 < len(found) else None
        if below is None or below.asks or (below.kind is not None and not below.label):
            continue
        if at > first and not below.label:
            continue
        if found[at].kind is FurnitureKind.SUBHEAD and at + 1 != min(body):
            continue
        if at in body[:2] and below.sentences and is_introduced(below.text):
            # "Did they wait too long? Ann Orr spoke to Tom Rask." is the standfirst.
            continue
        kept.add(at)
    return frozenset(kept)


def _below(found: Sequence[Block], at: int, stops: Collection[int]) -> list[Block]:
    """Return the paragraphs between a block and the next of the stops."""
    end = min((stop for stop in stops if stop > at), default=len(found))
    return [block for block in found[at + 1 : end] if block.sentences]


def _askers(found: Sequence[Block], labels: Mapping[int, str], known: FullNames) -> frozenset[str]:
    """Return the labels of those who ask: by their role, or because most of what they say is a question."""
    keys = {name: known.find(name) or bare_name(name).casefold() for name in labels.values()}
    turns: dict[str, list[bool]] = {}
    for at, name in labels.items():
        said = _below(found, at, labels)[:1]
        turns.setdefault(keys[name], []).append(bool(said) and asks(said[0].text))
    by_role = {name for name in keys if is_question_label(name)}
    free = [key for name, key in keys.items() if name not in by_role and not is_answer_label(name)]
    asking = {key for key in free if 2 * sum(turns[key]) >= len(turns[key])}
    if asking >= set(free) and len(keys) == len(free):
        # Where all ask, the first does: the other's one turn ends in a question of his own.
        asking = set(free[:1]) if len(set(free)) > 1 else set()
    return frozenset(by_role | {name for name, key in keys.items() if key in asking and name not in by_role})


def _only_answering(labels: Mapping[int, str], askers: frozenset[str], known: FullNames) -> str | None:
    names = [name for name in labels.values() if name not in askers and not is_answer_label(name)]
    found = {known.find(name) for name in names}
    return found.pop() if len(found) == 1 else None


def _is_talk(
    found: Sequence[Block], labels: Mapping[int, str], askers: frozenset[str], told: Told | None
) -> bool:
    """Return whether labels are an interview's: names are, Q and A may be those of an explainer."""
    if not all(is_numbered(name) or name.casefold() in ("question", "answer") for name in labels.values()):
        return True
    exchanges = []
    for at in labels:
        if labels[at] in askers and (asked := _below(found, at, labels)):
            answer = next((k for k in labels if k > at and labels[k] not in askers), len(found) - 1)
            exchanges.append(Exchange(question=asked[0], answers=tuple(_below(found, answer, labels))))
    number = len(exchanges)
    if not number or 2 * sum(one.asks_for_itself for one in exchanges) >= max(number, 2):
        return False
    in_person = sum(one.first_person for one in exchanges)
    if told and not _is_third(exchanges, told) and (in_person or told.plainly):
        return True
    together = (
        sum(one.plural for one in exchanges) >= _BY_SHARE * number
        and sum(one.addresses for one in exchanges) >= _BY_SHARE * number
        and not any(one.asks_together for one in exchanges)
    )
    return in_person >= _BY_SHARE * number or together


def _are_put(
    found: Sequence[Block],
    questions: frozenset[int],
    labels: Mapping[int, str],
    told: Told | None,
    *,
    sure: bool,
) -> bool:
    """Return whether questions without labels are put to somebody who answers in the paragraphs below."""
    if not questions:
        return False
    stops = questions | set(labels)
    exchanges = [
        Exchange(question=found[at], answers=tuple(_below(found, at, stops))) for at in sorted(questions)
    ]
    number = len(exchanges)
    addressed = sum(one.addresses for one in exchanges)
    in_person = sum(one.first_person for one in exchanges)
    if sure and all(found[at + 1].label for at in questions):
        return True
    if sure:
        return bool(addressed or in_person)
    share = number / max(1, len(_below(found, min(questions) - 1, labels)) - number)
    if number < _FEWEST or share < _SHARE:
        return False
    if 2 * sum(one.asks_for_itself for one in exchanges) >= number:
        return False
    if told and not _is_third(exchanges, told):
        return in_person > 0 or (told.plainly and number >= _FEWEST_UNTOLD)
    return (
        told is None
        and number >= _FEWEST_UNTOLD
        and share >= _SHARE_UNTOLD
        and addressed >= _BY_SHARE * number
        and in_person >= _IN_PERSON * number
    )


def _is_third(exchanges: Sequence[Exchange], told: Told) -> bool:
    """Return whether answers name the person interviewed, as a writer does: a note below the last may."""
    surname = told.name.split()[-1]
    return any(
        block.names(surname)
        for at, one in enumerate(exchanges)
        for block in (one.answers if at + 1 < len(exchanges) else one.answers[:1])
    )


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
    """Return a name in capitals as the text writes it elsewhere."""
    return name.title() if name.isupper() and name.title() in article.text else name


def _walked(
    article: Article,
    found: Sequence[Block],
    speakers: Mapping[int, _Speaker],
    questions: frozenset[int],
    answerer: _Speaker,
) -> Interview:
    asked: list[str] = []
    said: list[Said] = []
    below = [at for at, block in enumerate(found) if speakers and at > min(speakers) and block.sentences]
    goes_on = not speakers or bool(questions) or len(speakers) >= _LABELLED * len(below)
    turn: _Speaker | None = None
    for at, block in enumerate(found):
        if at in speakers:
            turn = speakers[at]
        elif at in questions:
            asked += (article.sentences[k].id for k in block.sentences)
            turn = answerer
        elif block.sentences and turn is not None:
            begins = at - 1 in speakers or at - 1 in questions
            if not begins and (not goes_on or block.signs_off or block.names(turn.surname)):
                turn = None
            elif turn.asks:
                asked += (article.sentences[k].id for k in block.sentences)
            else:
                said += (
                    Said(sentence=k, name=turn.name, source_type=turn.type, source=turn.source)
                    for k in block.sentences
                )
    return Interview(asked=frozenset(asked), said=tuple(said))
