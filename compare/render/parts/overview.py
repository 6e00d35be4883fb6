"""The first page: cards, counts, what to read first, what one text lacks, what was not looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from compare.kinds import count
from compare.model import (
    Article,
    Claim,
    Comparison,
    DiscrepancyState,
    FramingPair,
    Measures,
    OtherReadability,
    Readability,
    SharedFact,
    Tier,
)
from compare.quote import Quotation, shortened
from compare.render.parts.alone import preferred
from compare.render.parts.differences import (
    Contrast,
    Contrasts,
    Difference,
    Wording,
    ranked,
)
from compare.render.parts.passages import Fact, LinkedPair, Mark, Meeting
from compare.render.parts.references import Reference, Register
from compare.render.parts.speakers import Source
from compare.render.parts.together import counted
from compare.render.parts.wording import date_words, in_words, listed, measured_in, name
from compare.telling import ALWAYS

# Characters of a quotation on the first page: about three lines of half a page.
FIRST_PAGE_QUOTATION = 170
FIRST_ALONE, LEAD = 3, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One text as the first page introduces it."""

    side: int
    label: str
    name: str
    headline: str | None
    lead: Quotation | None
    """How the text begins, where the file has no headline."""
    byline: str
    date: str
    figures: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """The first of what one text tells and no other."""

    card: Card
    items: tuple[tuple[Quotation, Reference], ...]
    more: int
    href: str


def cards(comparison: Comparison) -> tuple[Card, ...]:
    """Return one card a text; what a file does not say is said to be missing."""
    measures = {measure.article: measure for measure in comparison.measures}
    return tuple(
        Card(
            side=side,
            label=article.label,
            name=name(article),
            headline=article.title,
            lead=_lead(article) if not article.title else None,
            byline=article.byline or "no byline",
            date=date_words(article.published) if article.published else "undated",
            figures=_figures(article, measures.get(article.label)),
            file=article.origin.name,
        )
        for side, article in enumerate(comparison.articles)
    )


def _lead(article: Article) -> Quotation | None:
    return shortened(article, article.sentences[0], limit=LEAD) if article.sentences else None


def _figures(article: Article, measures: Measures | None) -> str:
    if measures is None:
        return count(len(article.sentences), "sentence")
    parts = [
        count(measures.words, measured_in(article)),
        count(measures.sentences, "sentence"),
        count(measures.paragraphs, "paragraph"),
    ]
    if isinstance(measures.readability, Readability):
        parts.append(f"reading grade {measures.readability.flesch_kincaid_grade:.1f}")
    elif isinstance(measures.readability, OtherReadability):
        first = measures.readability.formulas[0]
        parts.append(f"{first.name} {first.value:.1f}")
    else:
        parts.append("reading grade not measured")
    return " · ".join(parts)


def counts(comparison: Comparison, sources: Sequence[Source]) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the first page with their words; what was not found is no number."""
    facts = sum(isinstance(finding, SharedFact) for finding in comparison.findings)
    pairs = sum(isinstance(f, FramingPair) and f.device not in ALWAYS for f in comparison.findings)
    over_all = [(number, words) for words, number in counted(comparison)]
    found = over_all or [(facts, "told by both" if len(comparison.articles) == 2 else "told by two")]
    for article in comparison.articles:
        claims = sum(isinstance(f, Claim) and _side(f) == article.label for f in comparison.findings)
        found.append((claims, f"only in {article.label}"))
    differences = ranked(comparison)
    conflicts = sum(each.state is DiscrepancyState.CONFLICT for each in differences)
    of_them = f", {count(conflicts, 'conflict')}" if conflicts else ""
    found.append((len(differences), f"{'difference' if len(differences) == 1 else 'differences'}{of_them}"))
    found.append((pairs, "contrast of wording" if pairs == 1 else "contrasts of wording"))
    named = [source for source in sources if source.named]
    found.append((len(named), f"named {'source' if len(named) == 1 else 'sources'}"))
    told = [(str(number), words) for number, words in found if number]
    if unsought(comparison):
        told.append(("–", "differences and wording: not looked for"))
    if unattributed(comparison):
        told.append(("–", "named sources: not looked for"))
    return tuple(told)


def _side(claim: Claim) -> str:
    return claim.spans[0].article if claim.spans else ""


def alone(
    comparison: Comparison, register: Register, cards: Sequence[Card], *, besides: Set[str] = frozenset()
) -> tuple[Alone, ...]:
    """Return for each text its most salient claims found in no other, one a sentence.

    `besides` are the sentences that stand on the page already, such as "A4".
    """
    by_label = {article.label: article for article in comparison.articles}
    found = []
    for card in cards:
        claims = [
            f for f in comparison.findings if isinstance(f, Claim) and f.spans and _side(f) == card.label
        ]
        top: dict[str, Claim] = {}
        for claim in sorted(claims, key=lambda claim: -claim.salience):
            if register.sentence(claim.sentences[0]).words not in besides:
                top.setdefault(claim.sentences[0], claim)
        article = by_label[card.label]
        chosen = preferred(
            ((claim, article.text[claim.spans[0].start : claim.spans[0].end]) for claim in top.values()),
            FIRST_ALONE,
        )
        items = tuple(
            (
                shortened(article, claim.spans[0], limit=FIRST_PAGE_QUOTATION),
                register.sentence(claim.sentences[0]),
            )
            for claim in chosen
        )
        more = len(claims) - len(chosen)
        found.append(Alone(card=card, items=items, more=more, href=f"#only-{card.side}"))
    return tuple(found)


def fewer(one: Alone, most: int) -> Alone:
    """Return the same with at most so many statements."""
    left = len(one.items) - most
    return replace(one, items=one.items[:most], more=one.more + left) if left > 0 else one


# ------------------------------------------------------------------------------------------------ highlights
# Read this first: a few sentences made of the most salient findings, each with where to read on.

# Sentences that are read in half a minute, and how many of them may be on how much the texts have in common.
MOST, MOST_OVERLAPS = 5, 2
# With so many the closest passages, which say least, would only push the contents off the first page.
ENOUGH = 4
# Sources named in one breath.
MOST_NAMED = 3
# Shares of the way down that are nearer than this are the same place to a reader.
APART = 25.0
# A text at least so many times as long as the other has more to say for that alone.
LONGER = 1.3

_UNIT = re.compile(r"[ \u00a0]\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a sentence: the tool's words, or a quotation, a label, a page reference."""

    words: str = ""
    quotation: Quotation | None = None
    reference: Reference | None = None
    page: str = ""


Sentence = tuple[Run, ...]


def highlights(
    comparison: Comparison,
    meetings: Sequence[Meeting],
    cards: Sequence[Card],
    *,
    contrasts: Sequence[Contrasts] = (),
    sources: Sequence[Source] = (),
) -> tuple[Sentence, ...]:
    """Return up to five sentences: what is shared, what differs, what is worded otherwise, who speaks."""
    overlaps: list[Sentence] = []
    for meeting in meetings:
        first, second = (cards[side] for side in meeting.sides)
        if meeting.pairs:
            overlaps.append(_overlap(comparison, meeting, first, second))
        else:
            words = (
                f"No passage of {first.label} was found to report the same thing as one of {second.label}. "
                "They may be about different events, or tell one event in no common words."
            )
            overlaps.append((Run(words=words),))
    differing = [each for between in contrasts for each in between.differences]
    top = min(differing, key=lambda each: each.state is not DiscrepancyState.CONFLICT, default=None)
    others = [
        *(_difference(top, differing, cards) if top else ()),
        *_framing([each for between in contrasts for each in between.framing], top, cards),
        *_voices(sources, cards),
    ]
    linked = [meeting for meeting in meetings if meeting.pairs]
    # What is named in one only is told by capitals, which German gives to every noun and Chinese to none.
    if not differing and not unsought(comparison):
        others += chain.from_iterable(_details(comparison, meeting) for meeting in linked)
    others += chain.from_iterable(
        _placed_apart(meeting, *(cards[side] for side in meeting.sides)) for meeting in linked
    )
    if len(overlaps) + len(others) < ENOUGH:
        others += (_closest(meeting) for meeting in linked)
    kept = max(MOST - len(others), MOST_OVERLAPS)
    return (*overlaps[:kept], *others)[:MOST]


def _difference(
    top: Difference, differences: Sequence[Difference], cards: Sequence[Card]
) -> Iterator[Sentence]:
    """Yield the first discrepancy, a conflict where there is one, and how many conflicts there are."""
    conflicts = sum(each.state is DiscrepancyState.CONFLICT for each in differences)
    runs = [Run(words=f"{top.words[0].upper()}{top.words[1:]} ({top.type}): ")]
    runs += _both(top.sides, cards)
    runs += (Run(page=f"#{top.id}"), Run(words="."))
    if conflicts > 1:
        others = "conflict is" if conflicts == 2 else "conflicts are"
        runs.append(Run(words=f" {in_words(conflicts - 1).capitalize()} more {others} listed."))
    yield tuple(runs)


def _framing(
    pairs: Sequence[Contrast], differing: Difference | None, cards: Sequence[Card]
) -> Iterator[Sentence]:
    """Yield a framing pair that tells something new: of other sentences, in the outlets' own words."""
    pairs = [pair for pair in pairs if pair.device not in ALWAYS] or list(pairs[:1])
    if not pairs:
        return
    told = _sentences(differing) if differing else frozenset()
    top = min(
        pairs,
        # The most telling come first; whose words they are decides between sentences that are told already.
        key=lambda pair: bool(told & _sentences(pair)),
    )
    runs = [Run(words="One thing in two wordings: "), *_both(top.sides, cards)]
    if top.opposite:
        runs.append(Run(words=", in opposite directions"))
    yield (*runs, Run(page=f"#{top.id}"), Run(words="."))


def _sentences(finding: Difference | Contrast) -> frozenset[str]:
    return frozenset(each.reference.words for side in finding.sides for each in side)


def _both(sides: Sequence[Sequence[Wording]], cards: Sequence[Card]) -> Iterator[Run]:
    """Yield what each text writes; a text without a wording is left out."""
    told = [side for side in sides if side]
    for i, side in enumerate(told):
        verb = "" if i else "only " if len(told) == 1 else ""
        label = cards[side[0].side].label
        yield Run(words=f"{', ' if i else ''}{verb}{label}{' writes' if not i else ''} ")
        yield Run(quotation=side[0].quotation)
        yield Run(reference=side[0].reference)


def _voices(sources: Sequence[Source], cards: Sequence[Card]) -> Iterator[Sentence]:
    """Yield which named sources speak in one text only and which in more."""
    named = [source for source in sources if source.named]
    if not named:
        return
    runs = [Run(words="Named sources: ")]
    both = [source for source in named if len(source.texts) > 1]
    runs += _names(both, "in both" if len(cards) == 2 else "in more than one text")
    for card in cards:
        alone = [source for source in named if source.texts == {card.side}]
        runs.append(Run(words="; "))
        runs += _names(alone, f"only in {card.label}")
    yield (*runs, Run(page="#speakers"), Run(words="."))


def _names(sources: Sequence[Source], where: str) -> Iterator[Run]:
    for i, source in enumerate(sources[:MOST_NAMED]):
        more = len(sources) - MOST_NAMED
        last = i == len(sources) - 1 and i
        yield Run(words=f"{' and ' if last else ', ' if i else ''}{source.name}")
        yield Run(reference=next(cited.references[0] for cited in source.cited if cited.references))
        if i == MOST_NAMED - 1 and more > 0:
            yield Run(words=f" and {in_words(more)} more")
    yield Run(words=f" {where}" if sources else f"nobody {where}")


def _overlap(comparison: Comparison, meeting: Meeting, first: Card, second: Card) -> tuple[Run, ...]:
    """Return how much of each text the other reports too, and how the texts differ in length."""
    shares = []
    for card, side in ((first, 0), (second, 1)):
        linked = {pair.passages[side].reference.words for pair in meeting.pairs}
        total = len(comparison.articles[card.side].sentences)
        noun = "sentence" if total == 1 else "sentences"
        shares.append(f"{in_words(len(linked))} of {card.label}’s {in_words(total)} {noun}")
    words = f"{shares[0]} and {shares[1]} report something that the other text reports too"
    sizes = {m.article: m.words for m in comparison.measures}
    small, large = sorted((first, second), key=lambda card: sizes.get(card.label, 0))
    ratio = sizes.get(large.label, 0) / max(sizes.get(small.label, 0), 1)
    longer = f" {large.label} is {ratio:.1f} times as long as {small.label}." if ratio >= LONGER else ""
    return (Run(words=words[0].upper() + words[1:]), Run(page="#side-by-side"), Run(words=f".{longer}"))


def _details(comparison: Comparison, meeting: Meeting) -> Iterator[tuple[Run, ...]]:
    """Yield one sentence on the names and figures that matching passages have on one side only."""
    richest: tuple[tuple[Quotation, ...], tuple[Quotation, ...]] = ((), ())
    where, best = None, 0
    for pair in meeting.pairs:
        keys = _own_keys(comparison, pair, 0), _own_keys(comparison, pair, 1)
        # A figure says more than a name, which is often a person's other title.
        worth = sum(2 if any(map(str.isdigit, key.text)) else 1 for key in (*keys[0], *keys[1]))
        if worth > best:
            richest, where, best = keys, pair, worth
    if where is None:
        return
    runs = [Run(words="Where both report the same thing, ")]
    for passage, own in zip(where.passages, richest, strict=True):
        if own:
            label = comparison.articles[passage.side].label
            runs.append(Run(words=f"{' and ' if len(runs) > 1 else ''}only {label} writes "))
            for i, key in enumerate(own[:3]):
                if i:
                    runs.append(Run(words=" and " if i == min(len(own), 3) - 1 else ", "))
                runs.append(Run(quotation=key))
            runs.append(Run(reference=passage.reference))
    yield (*runs, Run(page=f"#{where.id}"), Run(words="."))


def _own_keys(comparison: Comparison, pair: LinkedPair, own: int) -> tuple[Quotation, ...]:
    """Return the boxed names and figures of one side that the other text has nowhere.

    A bare figure takes the word after it along: "21 feet".
    """
    passage, other = pair.passages[own], pair.passages[1 - own]
    text, elsewhere = (comparison.articles[side].text for side in (passage.side, other.side))
    found, here = [], passage.start
    for piece in passage.pieces:
        end = here + len(piece.text)
        if piece.mark is Mark.KEY and piece.text not in elsewhere:
            unit = _UNIT.match(text, end) if not any(map(str.isalpha, piece.text)) else None
            stop = unit.end() if unit else end
            found.append(Quotation(text=text[here:stop], start=here, end=stop, cut=False))
        here = end
    return tuple(found)


def _closest(meeting: Meeting) -> tuple[Run, ...]:
    pair = max(meeting.pairs, key=lambda pair: pair.share)
    first, second = pair.passages
    return (
        Run(words="The closest passages: "),
        Run(quotation=first.quotation),
        Run(reference=first.reference),
        Run(words=" and "),
        Run(quotation=second.quotation),
        Run(reference=second.reference),
        Run(page=f"#{pair.id}"),
        Run(words="."),
    )


def _placed_apart(meeting: Meeting, first: Card, second: Card) -> Iterator[tuple[Run, ...]]:
    placed = [fact for fact in meeting.facts if fact.shares is not None]
    if not placed:
        return
    fact = max(placed, key=_distance)
    if _distance(fact) < APART or fact.shares is None:
        return
    yield (
        Run(quotation=fact.quotation),
        Run(reference=fact.references[0]),
        Run(reference=fact.references[1]),
        Run(words=f" stands {_where(fact.shares[0])} {first.label}"),
        Run(words=f" and {_where(fact.shares[1])} {second.label}"),
        Run(page="#shared-facts"),
        Run(words="."),
    )


def _distance(fact: Fact) -> float:
    return abs(fact.shares[0] - fact.shares[1]) if fact.shares else 0.0


def _where(share: float) -> str:
    if share < 1:
        return "at the very start of"
    return "at the very end of" if share > 99 else f"{share:.0f}% of the way down"


# ----------------------------------------------------------------------------------------------------- scope
# What a report says on its first page of texts that are not in English.

LANGUAGES = "languages"
"""The code of the note that the texts are in several languages."""


def scope(comparison: Comparison) -> tuple[str, ...]:
    """Return the lines: in which languages the texts are where they differ, and what was not looked for."""
    lines = [note.text for note in comparison.notes if note.code == LANGUAGES]
    if comparison.not_looked_for:
        lines.append(f"not looked for, as the rules for it are English: {listed(comparison.not_looked_for)}")
    return tuple(f"{line[0].upper()}{line[1:]}." for line in lines)


def unsought(comparison: Comparison) -> bool:
    """Return whether no two texts were searched for differences and contrasts: both must be English."""
    english = sum(article.language == "en" for article in comparison.articles)
    return bool(comparison.not_looked_for) and english < 2


def unattributed(comparison: Comparison) -> bool:
    """Return whether no text was searched for who says what."""
    return bool(comparison.not_looked_for) and all(a.language != "en" for a in comparison.articles)


def no_conflict(comparison: Comparison) -> str:
    """Return in how many linked passages conflicts were looked for, where none is listed."""
    if unsought(comparison):
        return "Conflicts of figures, dates and names were not looked for: the first page says why."
    number = sum(link.tier is Tier.SURE for link in comparison.links)
    compared = f"{count(number, 'linked passage')} {'was' if number == 1 else 'were'} compared"
    return f"{compared} for conflicts of number, date and name; none is listed."
