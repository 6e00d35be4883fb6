"""Whether a text's questions are put to somebody: who says "I", who says "you", how regular they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from compare.text.interview_blocks import FIRST, SECOND, TOGETHER, Block
from compare.text.interviewees import Told
from compare.text.speaker_labels import is_numbered

# Without labels: so many questions, in so much of what follows the first of them. A column with a rhetorical
# question here and there has one in twenty paragraphs.
FEWEST, _SHARE = 2, 0.12
# And so many where no line above tells who speaks.
_FEWEST_UNTOLD, _SHARE_UNTOLD, _IN_PERSON = 3, 0.2, 0.4
_BY_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and the paragraphs below it up to the next one."""

    question: Block
    answers: tuple[Block, ...]

    @property
    def addresses(self) -> bool:
        """Whether the question says "you"."""
        return SECOND.search(self.question.plain()) is not None

    @property
    def asks_for_itself(self) -> bool:
        """Whether the question says "I" or "my", as readers' questions do."""
        return FIRST.search(self.question.plain()) is not None

    @property
    def asks_together(self) -> bool:
        """Whether the question says "we", as explainers do: "What do we know?"."""
        return TOGETHER.search(self.question.plain()) is not None

    @property
    def first_person(self) -> bool:
        """Whether the answer says "I" or "my"."""
        return any(FIRST.search(block.plain()) for block in self.answers)

    @property
    def plural(self) -> bool:
        """Whether the answer says "we" or "our"."""
        return any(TOGETHER.search(block.plain()) for block in self.answers)


def below(found: Sequence[Block], at: int, stops: Collection[int]) -> list[Block]:
    """Return the paragraphs between a block and the next of the stops."""
    end = min((stop for stop in stops if stop > at), default=len(found))
    return [block for block in found[at + 1 : end] if block.sentences]


def is_talk(
    found: Sequence[Block], labels: Mapping[int, str], askers: frozenset[str], told: Told | None
) -> bool:
    """Return whether labels are an interview's: names are, Q and A may be those of an explainer."""
    if not all(is_numbered(name) or name.casefold() in ("question", "answer") for name in labels.values()):
        return True
    exchanges = []
    for at in labels:
        if labels[at] in askers and (asked := below(found, at, labels)):
            answer = next((k for k in labels if k > at and labels[k] not in askers), len(found) - 1)
            exchanges.append(Exchange(question=asked[0], answers=tuple(below(found, answer, labels))))
    number = len(exchanges)
    if not number or 2 * sum(one.asks_for_itself for one in exchanges) >= max(number, 2):
        return False
    in_person = sum(one.first_person for one in exchanges)
    if told and not _third(exchanges, told) and (in_person or told.plainly):
        return True
    together = (
        sum(one.plural for one in exchanges) >= _BY_SHARE * number
        and sum(one.addresses for one in exchanges) >= _BY_SHARE * number
        and not any(one.asks_together for one in exchanges)
    )
    return in_person >= _BY_SHARE * number or together


def are_put(
    found: Sequence[Block],
    questions: frozenset[int],
    labels: Mapping[int, str],
    told: Told | None,
    *,
    sure: bool,
    announced: bool,
) -> bool:
    """Return whether questions without labels are put to somebody who answers in the paragraphs below.

    `sure`: the labels beside them are an interview's; `announced`: a heading says that the text is one.
    """
    if not questions:
        return False
    stops = questions | set(labels)
    exchanges = [
        Exchange(question=found[at], answers=tuple(below(found, at, stops))) for at in sorted(questions)
    ]
    number = len(exchanges)
    addressed = sum(one.addresses for one in exchanges)
    in_person = sum(one.first_person for one in exchanges)
    if sure and all(found[at + 1].label for at in questions):
        return True
    if sure:
        return bool(addressed or in_person)
    share = number / max(1, len(below(found, min(questions) - 1, labels)) - number)
    if number < FEWEST or share < _SHARE:
        return False
    if 2 * sum(one.asks_for_itself for one in exchanges) >= number:
        return False
    if min(questions) > len(found) / 2:
        return False
    together = sum(one.first_person or one.plural for one in exchanges)
    if announced and addressed and together >= _BY_SHARE * number:
        # A caption below an answer may name the speaker.
        return not told or 3 * _third(exchanges, told) < number
    if told and not _third(exchanges, told):
        spoken = in_person >= _BY_SHARE * number and (addressed > 0 or told.plainly)
        return spoken or (told.plainly and number >= _FEWEST_UNTOLD and share >= _SHARE_UNTOLD)
    return (
        told is None
        and number >= _FEWEST_UNTOLD
        and share >= _SHARE_UNTOLD
        and addressed >= _BY_SHARE * number
        and in_person >= _IN_PERSON * number
    )


def prompts(found: Sequence[Block], questions: frozenset[int]) -> frozenset[int]:
    """Return the paragraphs that are put to somebody as questions are.

    "Your critics say you panicked." Only where answers are one paragraph long, so that a second stands out.
    """
    answers = [below(found, at, questions) for at in questions]
    if 2 * sum(len(one) == 1 for one in answers) < len(answers):
        return frozenset()
    return frozenset(
        at
        for at, block in enumerate(found[:-1])
        if at > min(questions)
        and block.is_prompt
        and found[at - 1].sentences
        and at - 1 not in questions
        and found[at + 1].sentences
        and at + 1 not in questions
    )


def _third(exchanges: Sequence[Exchange], told: Told) -> int:
    """Return how many answers name the person interviewed, as a writer does: a note below the last may."""
    return sum(
        any(block.names(told.name) for block in (one.answers if at + 1 < len(exchanges) else one.answers[:1]))
        for at, one in enumerate(exchanges)
    )
