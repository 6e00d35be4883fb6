"""One fact used for two arguments: what each text says that it means, where they say different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.find.framing.lines import Line, Text
from compare.find.framing.phrases import names_target
from compare.find.framing.rows import Pair, Row, Side, side
from compare.find.framing.targets import target_name
from compare.model import Link
from compare.text.words import FUNCTION_WORDS

RULE = "fact-in-two-arguments"
_WHY = "Both texts tell the fact before it, and each says something else of what it means."
_NOUNS = frozenset(
    """sign signal blow setback victory win triumph defeat boost rebuke reminder test embarrassment
    breakthrough concession retreat reversal shift step move gamble warning milestone challenge relief
    snub humiliation indication admission escalation jolt message""".split()
)
_DOING = frozenset(
    """signaling signalling underscoring underlining highlighting reflecting showing demonstrating
    suggesting indicating marking fueling fuelling stoking weakening strengthening undermining deepening
    threatening paving clearing dealing handing giving heightening bolstering cementing dashing
    complicating opening setting delivering casting sparking triggering defying reversing""".split()
)
_DOES = frozenset(
    """signals signaled signalled underscores underscored underlines underlined highlights highlighted
    reflects reflected fuels fueled fuelled weakens weakened strengthens strengthened undermines
    undermined threatens threatened paves paved could would may might marks""".split()
)
_IS = frozenset("is was marks marked dealt deals amounts".split())
_RAISES = frozenset("raise raises raised raising".split())
_RAISED = frozenset("question questions fear fears doubt doubts hope hopes concern concerns alarm".split())
_ARTICLES = frozenset("a an the another".split())
_OPENERS = frozenset("the this that it".split())
_MARKS = (", ", " — ", "—", " – ", " - ")
_MODIFIERS, _SUBJECT = 3, 4
_SHORTEST_FACT = 5
# Set on 434 pairs of real articles and read there: with these 5 of 6 rows were two arguments from one fact,
# with 50 for sentences behind too and three words in ten in common 6 of 14.
_SURE, _SURE_BEHIND = 50.0, 60.0
_ALIKE = 0.25


def conclusion_rows(pair: Pair, links: Sequence[Link]) -> Iterator[Row]:
    """Yield for linked sentences what each text concludes, where the conclusions share few words."""
    by_id = [{line.id: at for at, line in enumerate(text.lines)} for text in pair.texts]
    for link in links:
        if link.score < _SURE:
            continue
        ends = [
            _conclusion(text, places[sentence], link.score)
            for text, places, sentence in zip(pair.texts, by_id, link.sentences, strict=True)
        ]
        if ends[0] is None or ends[1] is None:
            continue
        facts, drawn = zip(*ends, strict=True)
        covered = all(span.start < end for span, (_, end) in zip(link.spans, facts, strict=True))
        if covered and not _alike(drawn[0], drawn[1]):
            yield Row(
                rule=RULE,
                concept="what it means",
                target=_target(pair, facts),
                sides=(drawn[0], drawn[1]),
                why=_WHY,
                alternatives=("say whose conclusion it is",),
                rank=1.0 + link.score / 100,
            )


def _conclusion(text: Text, at: int, score: float) -> tuple[tuple[Line, int], Side] | None:
    """Return a sentence with the end of its fact, and what is concluded from it there or right behind."""
    line, article = text.lines[at], text.article.text
    if line.headline or article[line.start] in '“"':
        return None
    for first in range(_SHORTEST_FACT, len(line.words)):
        between = article[line.words[first - 1].end : line.words[first].start]
        if between in _MARKS and _tells(line, first):
            return (line, line.words[first - 1].end), side(text, line, first, len(line.words) - 1)
    behind = text.lines[at + 1] if at + 1 < len(text.lines) else None
    if behind is None or behind.headline or score < _SURE_BEHIND or not _goes_on(behind):
        return None
    return (line, line.end), side(text, behind, 0, len(behind.words) - 1)


def _tells(line: Line, at: int) -> bool:
    """Return whether a tail tells what the fact means: "a blow to", "clearing the way", "which could"."""
    low = line.low[at]
    if low == "which":
        return bool(_DOES.intersection(line.low[at + 1 : at + 2]))
    return low in _DOING or _raises(line, at) or _is_named(line, at)


def _is_named(line: Line, at: int) -> bool:
    """Return whether a phrase is "a legal blow" or the like."""
    if line.low[at : at + 1] == ("yet",):
        at += 1
    if not _ARTICLES.intersection(line.low[at : at + 1]):
        return False
    for low in line.low[at + 1 : at + 2 + _MODIFIERS]:
        if low in _NOUNS:
            return True
        if low in FUNCTION_WORDS:
            return False
    return False


def _raises(line: Line, at: int) -> bool:
    return line.low[at] in _RAISES and bool(_RAISED.intersection(line.low[at + 1 : at + 4]))


def _goes_on(line: Line) -> bool:
    """Return whether a sentence tells what the one before it means: "The ruling is a blow to"."""
    if line.low[0] not in _OPENERS:
        return False
    for at, low in enumerate(line.low[1 : 2 + _SUBJECT], start=1):
        if low in _DOES or _raises(line, at):
            return True
        if low in _IS:
            return _is_named(line, at + 1 + (line.low[at + 1 : at + 2] == ("to",)))
    return False


def _alike(one: Side, other: Side) -> bool:
    keys = [
        {
            side.line.key(at)
            for at, word in enumerate(side.line.words)
            if word.content and _in(side, word.start)
        }
        for side in (one, other)
    ]
    fewest = min(map(len, keys))
    return not fewest or len(keys[0] & keys[1]) > _ALIKE * fewest


def _in(side: Side, place: int) -> bool:
    return side.extent.start <= place < side.extent.end


def _target(pair: Pair, facts: Sequence[tuple[Line, int]]) -> str:
    """Return what both facts name, or else the things that they have in common."""
    keys, names = [], []
    for line, end in facts:
        within = [at for at, word in enumerate(line.words) if word.end <= end and names_target(line, at)]
        keys.append({line.key(at) for at in within})
        names.append({line.key(at) for at in within if at in line.countries or line.words[at].name})
    shared = names[0] & names[1] or keys[0] & keys[1]
    return target_name([(text, line) for text, (line, _) in zip(pair.texts, facts, strict=True)], shared)
