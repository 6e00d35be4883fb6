"""Where one text puts to a source what the other says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.identity import Identities
from compare.model import (
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Link,
    Relation,
    Sentence,
    SourceType,
    SpeechMode,
    Tier,
    Voice,
)
from compare.text.document import Document
from compare.text.en import word_set
from compare.text.quotations import has_mark
from compare.text.reports import Report
from compare.text.speech.reporting import hearsay, reporting, reporting_noun
from compare.text.words import FUNCTION_WORDS

RULE = "attributed-in-one"
# Passages that share only a part may attribute just the part that the other lacks.
_SAME_STATEMENT = frozenset((Relation.NEAR_VERBATIM, Relation.REWORDED))
# Below this score the passages may be two statements, of which only one is put to a source.
_SURE = 75.0
# Nor are two sentences with a person's name and title in common one statement.
_FEWEST_PLAIN_WORDS = 4
_SAME_WORD = 85.0
# Of the plain sentence's words so many meet: else it tells another thing of the same matter. Of 13 findings
# on real pairs 4 were right before this and the lists below were asked for.
_MOSTLY_SHARED = 50.0
_NAME = 2
_STATED = frozenset(("reporting-verb", "according-to"))
_STATING = word_set("find.sourcing.stating")
# The writer speaks, or a speech is printed.
_SPEAKERS = frozenset("i we our my me us i've we've".split())


def find_sourcing(
    links: Sequence[Link], documents: Mapping[str, Document], identities: Identities, *, first: int
) -> tuple[Discrepancy, ...]:
    """Return one finding a link whose passages say one thing, one by a source; numbers go on from `first`."""
    found: list[Discrepancy] = []
    for link in links:
        if (
            link.tier is not Tier.SURE
            or link.relation not in _SAME_STATEMENT
            or link.score < _SURE
            or not _is_one_statement(link)
        ):
            continue
        said = [
            documents[span.article].voices.attributed(sentence, span)
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        ]
        # The other sentence must be free of anybody's report: "The peak has passed, he said" is nobody's own.
        free = [
            sentence not in documents[span.article].voices.reports
            and sentence not in documents[span.article].voices.asked
            and _is_plain(documents[span.article], sentence, link)
            for span, sentence in zip(link.spans, link.sentences, strict=True)
        ]
        if not any(
            _is_sourced(said[place], link, documents[link.spans[place].article]) and free[1 - place]
            for place in (0, 1)
        ):
            continue
        found.append(_discrepancy(link, said, documents, identities, first + len(found)))
    return tuple(found)


def _is_one_statement(link: Link) -> bool:
    plain = [pair for pair in link.shared if pair.nearness >= _SAME_WORD and pair.words[0][0].islower()]
    return len(plain) >= _FEWEST_PLAIN_WORDS


def _is_sourced(said: Report | None, link: Link, document: Document) -> bool:
    """Return whether a source beside its words states them: "she" leaves it open, a vow states nothing."""
    if said is None or said.cue is None or said.source is None or len(said.name.split()) < _NAME:
        return False
    # A quotation that stands whole and bare in the other text is a speech printed there.
    if said.source_type is SourceType.NOBODY or (
        said.mode is SpeechMode.DIRECT and link.relation is Relation.NEAR_VERBATIM
    ):
        return False
    cue = document.article.text[said.cue.start : said.cue.end].lower().split()
    beside = said.rule in _STATED and any(
        sentence.id == said.sentence and sentence.start <= said.source.start < sentence.end
        for sentence in document.article.sentences
    )
    return beside and bool(_STATING & {cue[0], cue[-1]})


def _sentence(document: Document, sentence_id: str) -> Sentence:
    return document.article.sentences[int(sentence_id[len(document.article.label) :]) - 1]


def _is_plain(document: Document, sentence_id: str, link: Link) -> bool:
    """Return whether a sentence is the outlet's own, with no word or mark of another, and mostly shared."""
    sentence = _sentence(document, sentence_id)
    words = [
        word.lower().replace("’", "'")
        for word in document.written(sentence.start, sentence.end)
        if word[0].isalnum()
    ]
    # A mark that no other answers tells of a quotation as well.
    marked = has_mark(document.article.text, document.quotations, sentence.start, sentence.end)
    if marked or _SPEAKERS & set(words):
        return False
    if any(reporting(word) or reporting_noun(word) or hearsay(word) for word in words):
        return False
    content = [word for word in words if word not in FUNCTION_WORDS]
    return 100 * len(link.shared) >= _MOSTLY_SHARED * len(content)


def _discrepancy(
    link: Link,
    said: Sequence[Report | None],
    documents: Mapping[str, Document],
    identities: Identities,
    number: int,
) -> Discrepancy:
    by = next(place for place, one in enumerate(said) if one is not None)
    name = next(one.name for one in said if one is not None)
    sourced, asserted = link.spans[by].article, link.spans[1 - by].article
    return Discrepancy(
        id=identities.of(RULE, [documents[s.article].article.text[s.start : s.end] for s in link.spans]),
        number=f"D{number}",
        rule=RULE,
        spans=link.spans,
        sentences=link.sentences,
        why=f"{sourced} puts this to a source ({name}); {asserted} says it in its own voice.",
        voice=Voice.OUTLET,
        type=DiscrepancyType.SOURCE,
        state=DiscrepancyState.WORDING,
        link=link.id,
        passages=link.spans,
        values=tuple(name if place == by else "no source" for place in (0, 1)),
    )
