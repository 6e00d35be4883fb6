"""What two texts both say, one finding a link, and where each text puts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.find.identity import Identities
from compare.model import Article, Link, Placement, Position, Relation, SharedFact, Span, Tier, Voice, Zone
from compare.text.document import Document
from compare.text.elsewhere.languages import UNSPACED, root

RULE = "linked-passages"
# From this many words in a row, outside of quotation marks, a reader should look for a common source:
# agency copy or a press release. In the development pairs (real news on one event, other outlets) runs of
# seven and fewer are mostly names, titles and set phrases.
LONG_RUN = 8
# The same of Chinese, Japanese or Thai signs, of which two or three are a word.
LONG_RUN_OF_SIGNS = 20
_WHY = {
    Relation.NEAR_VERBATIM: "Both texts say this in nearly the same words.",
    Relation.REWORDED: "Both texts say this, each in its own words.",
    Relation.PARTIAL: "Both texts say part of this; each may add something.",
}
# What both put in quotation marks need not be the same words.
_QUOTED = {
    Relation.NEAR_VERBATIM: "Both texts quote these words.",
    Relation.REWORDED: "Both texts quote this, each in other words.",
    Relation.PARTIAL: "Both texts quote somebody here; part of the words meet.",
}
_ASKED = "An interviewer asks in one text what the other tells."


def find_shared_facts(
    links: Sequence[Link], documents: Mapping[str, Document], identities: Identities
) -> tuple[SharedFact, ...]:
    """Return one finding for every sure link, in the order of the links."""
    reported = [link for link in links if link.tier is Tier.SURE]
    return tuple(_fact(link, number, documents, identities) for number, link in enumerate(reported, start=1))


def _fact(link: Link, number: int, documents: Mapping[str, Document], identities: Identities) -> SharedFact:
    speaking = [
        documents[span.article].voices.speaking_in(sentence, span)
        for span, sentence in zip(link.spans, link.sentences, strict=True)
    ]
    quoted = all(voice is Voice.QUOTATION for voice in speaking)
    run = 0 if quoted else longest_run(link.spans, documents)
    asking = [
        documents[s.article].voices.is_question(one)
        for s, one in zip(link.spans, link.sentences, strict=True)
    ]
    why = _ASKED if any(asking) else _WHY[link.relation]
    if quoted:
        why = _QUOTED[link.relation]
    unspaced = any(root(documents[span.article].article.language) in UNSPACED for span in link.spans)
    close = run >= (LONG_RUN_OF_SIGNS if unspaced else LONG_RUN)
    if close and not quoted:
        units = "signs" if unspaced else "words"
        why += f" Close wording ({run} {units} in a row): check for a common source."
    return SharedFact(
        id=identities.of(RULE, [documents[s.article].article.text[s.start : s.end] for s in link.spans]),
        number=f"S{number}",
        rule=RULE,
        spans=link.spans,
        sentences=link.sentences,
        why=why,
        # A finding has one voice: the outlet's only where both outlets speak themselves.
        voice=next((voice for voice in sorted(speaking) if voice is not Voice.OUTLET), Voice.OUTLET),
        link=link.id,
        relation=link.relation,
        direct_quotation=quoted,
        close_wording=close,
    )


def longest_run(spans: tuple[Span, Span], documents: Mapping[str, Document]) -> int:
    """Return the length in words of the longest run that both passages have outside of quotation marks."""
    one, other = (_plain(span, documents[span.article]) for span in spans)
    longest = 0
    before = [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for place, rival in enumerate(other):
            if word is not None and word == rival:
                row[place + 1] = before[place] + 1
        longest = max(longest, *row)
        before = row
    return longest


def _plain(span: Span, document: Document) -> list[str | None]:
    """Return the words of a passage in small letters, None for a quoted one, which ends every run."""
    text = document.article.text
    return [
        None if document.voices.within(word.start) else text[word.start : word.end].lower()
        for word in document.words(span.start, span.end)
    ]


PLACE_RULE = "place-in-text"
# The first and the last fifth: in a text of 25 sentences the first five are what a hurried reader sees.
_LEAD = 20.0
_END = 80.0


def placements(
    facts: Sequence[SharedFact], articles: Mapping[str, Article], identities: Identities
) -> tuple[Placement, ...]:
    """Return where each shared fact stands in each of its texts, in the order of the facts."""
    return tuple(_placement(fact, articles, identities) for fact in facts)


def _placement(fact: SharedFact, articles: Mapping[str, Article], identities: Identities) -> Placement:
    positions = tuple(
        position(articles[span.article], sentence)
        for span, sentence in zip(fact.spans, fact.sentences, strict=True)
    )
    places = ", ".join(f"{p.sentence} ({p.share:.0f}% of the way down)" for p in positions)
    return Placement(
        id=identities.of(PLACE_RULE, [articles[s.article].text[s.start : s.end] for s in fact.spans]),
        number=fact.number.replace("S", "P", 1),
        rule=PLACE_RULE,
        spans=fact.spans,
        sentences=fact.sentences,
        why=f"{fact.number} stands at {places}.",
        voice=fact.voice,
        fact=fact.id,
        positions=positions,
    )


def position(article: Article, sentence: str) -> Position:
    """Return where a sentence stands in its text; a text of one sentence is all lead."""
    place = int(sentence[len(article.label) :]) - 1
    share = round(100 * place / max(1, len(article.sentences) - 1), 1)
    zone = Zone.LEAD if share <= _LEAD else Zone.END if share >= _END else Zone.MIDDLE
    return Position(sentence=sentence, share=share, zone=zone)
