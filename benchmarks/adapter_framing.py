"""The project's framing analysis behind the plain functions that a scorer of labelled news calls."""

from __future__ import annotations

from compare.errors import UnreadableArticleError
from compare.find.cues import find_cues
from compare.find.framing.lines import Text
from compare.find.identity import Identities
from compare.model import Article, CueMark, FramingPair
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.telling import ALWAYS
from compare.text.document import Document


def loaded(text: str) -> list[tuple[int, int]]:
    """Return the offsets of wording cues in the outlet's own voice.

    Passives without an agent are grammar, while the labels are of words. The labels take a paraphrase for the
    outlet's own words and we do not, which costs recall.
    """
    try:
        article = _article(text, label="A")
    except UnreadableArticleError:
        return []
    found = find_cues(Text.of(Document(article)), Identities())
    return [
        (cue.spans[0].start, cue.spans[0].end) for cue in found if cue.mark is not CueMark.AGENTLESS_PASSIVE
    ]


def framing(a_text: str, b_text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the offsets of the contrasts of wording that the JSON holds, each stretch with each.

    Headline, beginning and end are left out: any two texts have them. So are rows of one speaker's words.
    """
    comparison = compare_articles([_article(a_text, label="A"), _article(b_text, label="B")])
    shown = []
    for pair in comparison.findings:
        if not isinstance(pair, FramingPair):
            continue
        # Which words of one speaker each quotes: none of them stands against one of the other's.
        if pair.device not in ALWAYS and not pair.evidence.startswith("one speaker"):
            sides = [[(s.start, s.end) for s in pair.spans if s.article == label] for label in "AB"]
            shown += [(one, other) for one in sides[0] for other in sides[1]]
    return shown


def _article(text: str, *, label: str) -> Article:
    return article_from_bytes(text.encode("utf-8"), name=f"{label}.txt", label=label)[0]
