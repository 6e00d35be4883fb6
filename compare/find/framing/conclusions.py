"""One fact used for two arguments: what each text says that it means, where they say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.find.framing.lines import Line, Text
from compare.find.framing.phrases import names_target
from compare.find.framing.rows import Pair, Row, Side, side
from compare.find.framing.targets import target_name
from compare.model import Link

RULE = "fact-in-two-arguments"
_WHY = "Both texts tell the fact before it, and each says something else of what it means."
_NOUNS = (
    "(?:sign|signal|blow|setback|victory|win|triumph|defeat|boost|rebuke|reminder|test|embarrassment|breakthrough"
    "|concession|retreat|reversal|shift|step|move|gamble|warning|milestone|challenge|relief|snub|humiliation"
    "|indication|admission|escalation|jolt|message)"
)
_DOING = (
    "(?:signal|underscor|underlin|highlight|reflect|show|demonstrat|suggest|indicat|mark|fuel|stok|weaken"
    "|strengthen|undermin|deepen|threaten|pav|clear|deal|hand|giv|heighten|bolster|cement|dash|complicat|open|set"
    "|deliver|cast|spark|trigger|defy|revers|rais(?=ing (?:question|fear|doubt|hope|concern|alarm)))"
)
# Behind a comma or dash: "a blow to the mayor", "clearing the way for a vote", "which could cost jobs".
_TAIL = re.compile(
    r"(?:,|—|–| -) (?:(?:in )?(?:what )?(?:is |was |as )?(?:an?|the|another|yet another|one of the) "
    rf"(?:[\w-]+ ){{0,3}}{_NOUNS}\b|(?:thereby )?{_DOING}(?:l?ing|ting)\b"
    r"|which (?:signals?|signall?ed|underscore[sd]?|highlight(?:s|ed)|shows|could|would|may|might|marks)\b)"
)
# The sentence behind: "The ruling is a blow to ...", "It could cost ...".
_NEXT = re.compile(
    r"(?:The|This|That|It)(?: [\w’'-]+){0,3}? "
    rf"(?:(?:is|was|marks?|marked|dealt|amounts to) (?:an?|the|another) (?:[\w-]+ ){{0,3}}{_NOUNS}\b"
    r"|(?:also )?(?:signal(?:s|l?ed)|underscore[sd]?|underline[sd]?|highlight(?:s|ed)|reflect(?:s|ed)"
    r"|raise[sd]? (?:questions|fears|doubts|hopes|concerns)|fuel(?:s|l?ed)|weaken(?:s|ed)|strengthen(?:s|ed)"
    r"|undermine[sd]?|threaten(?:s|ed)|paves?|paved|could|would|may|might)\b)"
)
_SHORTEST_FACT = 30
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
    found = _TAIL.search(article, line.start + _SHORTEST_FACT, line.end)
    if found:
        first = line.at(found.start() + 1)
        return (line, found.start()), side(text, line, first, len(line.words) - 1)
    behind = text.lines[at + 1] if at + 1 < len(text.lines) else None
    if behind is None or behind.headline or score < _SURE_BEHIND:
        return None
    if not _NEXT.match(article, behind.start, behind.end):
        return None
    return (line, line.end), side(text, behind, 0, len(behind.words) - 1)


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
